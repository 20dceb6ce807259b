"""Any CSV file is read the same: encodings, delimiters, line ends, rows that are not whole."""

import tracemalloc
from pathlib import Path

import pytest

from app.core.errors import ClinicError, Unavailable
from app.exchange.actions.reading import open_source, records
from tests.exchange.files import write

TEXT = "id,name,note\n1,José Núñez,a\n2,Zoë Ångström,b\n"
WANTED = [("1", "José Núñez", "a"), ("2", "Zoë Ångström", "b")]


def cells(path: Path) -> list[tuple[str, ...]]:
    return [record.cells for record in records(open_source(path))]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_every_encoding_gives_the_same_rows(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, TEXT, encoding)
    assert open_source(path).header == ("id", "name", "note")
    assert cells(path) == WANTED


def test_a_sign_of_windows_far_down_the_file_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT + "3,plain,c\n" * 200_000 + "4,“Núñez”,d\n", "cp1252")
    assert list(records(open_source(path)))[-1].cells == ("4", "“Núñez”", "d")


def test_what_is_no_windows_text_is_still_read(tmp_path: Path) -> None:
    text = "id,name\n" + "".join(f"{n},Александр Пушкин родился в городе\n" for n in range(50))
    assert open_source(write(tmp_path, text, "cp1251")).header == ("id", "name")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(tmp_path: Path, sign: str) -> None:
    text = TEXT.replace(",", sign).replace("José Núñez", '"Núñez, José; A|B\tC"')
    assert cells(write(tmp_path, text))[0] == ("1", "Núñez, José; A|B\tC", "a")


def test_a_spreadsheets_note_about_its_delimiter_is_obeyed(tmp_path: Path) -> None:
    assert cells(write(tmp_path, "sep=;\nid;name\n1;Hill, Allison\n")) == [("1", "Hill, Allison")]


def test_line_ends_may_be_mixed_and_stand_in_quotes(tmp_path: Path) -> None:
    path = write(tmp_path, 'id,name,note\r\n1,A,"two\r\nlines"\n2,B,c\r3,C,d\n\n\r\n4,D,e')
    assert cells(path) == [("1", "A", "two\r\nlines"), ("2", "B", "c"), ("3", "C", "d"), ("4", "D", "e")]


def test_headers_that_are_empty_or_doubled_get_names(tmp_path: Path) -> None:
    assert open_source(write(tmp_path, "name,,name, name \n1,2,3,4\n")).header == (
        "name", "column 2", "name (2)", "name (3)",
    )  # fmt: skip


def test_rows_that_are_not_whole_are_named(tmp_path: Path) -> None:
    found = list(records(open_source(write(tmp_path, "a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n5,6,7\n"))))
    assert [(one.number, bool(one.problem)) for one in found] == [
        (2, False), (3, True), (4, True), (5, False), (6, False),
    ]  # fmt: skip
    assert found[1].problem == "The row has 2 columns; the header has 3."


def test_a_quotation_mark_left_open_spoils_its_own_row_only(tmp_path: Path) -> None:
    text = 'a,b,c\n1,2,3\n4,"five,6\n7,8,9\n10,11,12\n' + "13,14,15\n" * 30_000
    found = list(records(open_source(write(tmp_path, text))))
    assert len(found) == 30_004
    assert [one.number for one in found if one.problem] == [3]


def test_a_nul_is_a_sign_like_any_other(tmp_path: Path) -> None:
    assert cells(write(tmp_path, "a,b\nx\0y,2\n")) == [("x\0y", "2")]


def test_files_that_are_no_csv_are_told(tmp_path: Path) -> None:
    for start in (b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"):
        (tmp_path / "x").write_bytes(start + b"rest")
        with pytest.raises(ClinicError, match="not a CSV file"):
            open_source(tmp_path / "x")
    for text in ("", "\n\n", "﻿"):
        with pytest.raises(ClinicError, match="empty"):
            open_source(write(tmp_path, text))
    with pytest.raises(Unavailable, match="cannot be read"):
        open_source(tmp_path / "absent.csv")
    with pytest.raises(ClinicError, match="signs cannot be read"):
        open_source(write(tmp_path, TEXT), encoding="no-such-encoding")


def test_a_long_file_needs_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    path = write(tmp_path, "a,b,c\n" + "one,two,three\n" * 300_000)
    source = open_source(path)
    tracemalloc.start()
    assert sum(1 for _ in records(source)) == 300_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
    assert next(records(source)).number == 2
