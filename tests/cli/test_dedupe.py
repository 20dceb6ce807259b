"""`dedupe evaluate`: doubles in files whose truth is known, and files that are not as they should be."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from app.cli import dedupe
from app.cli.dedupe import measure
from tests.cli.conftest import Answer, Terminal
from tests.nasty.corpus import own
from tests.patients.matching.crowd import CROWDS, FIELDS, Crowd

MAP = ",".join(f"{name}={name}" for name in FIELDS)


def write(file: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8") -> Path:
    with file.open("w", newline="", encoding=encoding) as out:
        csv.writer(out).writerows(rows)
    return file


@pytest.fixture
def crowd() -> Crowd:
    return Crowd(CROWDS["clinic"], seed=2)


def crowd_files(crowd: Crowd, folder: Path) -> tuple[Path, Path, str]:
    names = crowd.habits.fields
    rows = [[f"r{at}", *(row[name] for name in names)] for at, row in enumerate(crowd.rows)]
    same = defaultdict(list)
    for at, owner in enumerate(crowd.owners):
        same[owner].append(f"r{at}")
    pairs = [pair for group in same.values() for pair in combinations(group, 2)]
    records = write(folder / "records.csv", [["id", *names], *rows])
    return (
        records,
        write(folder / "truth.csv", [["one", "other"], *pairs]),
        ",".join(f"{name}={name}" for name in names),
    )


def test_a_crowd_is_measured(terminal: Terminal, tmp_path: Path, crowd: Crowd) -> None:
    records, truth, columns = crowd_files(crowd, tmp_path)
    done = terminal("dedupe", "evaluate", str(records), "--id", "id", "--map", columns, "--pairs", str(truth), "--json")
    assert done.code == 0
    assert list(done.json) == ["possible", "sure"]
    assert all(list(found) == ["pairs", "precision", "recall", "f1"] for found in done.json.values())
    assert done.json["sure"]["precision"] == 1.0
    assert done.json["possible"]["recall"] >= 0.95
    said = terminal("dedupe", "evaluate", str(records), "--id", "id", "--map", columns, "--pairs", str(truth))
    assert said.out.startswith("Suggested: ")


TWO = [
    ["id", "first", "last", "dob", "cell"],
    ["1", "Ana", "Okafor", "6/30/1971", "559-555-0142"],
    ["2", "Ben", "Ito", "7/14/1980", "559-555-0177"],
    ["3", "Cara", "Wolff", "1/15/1969", "(661) 555-0101"],
]
OTHERS = [
    ["ID", "First", "Last", "DOB", "Cell"],
    ["9", "Anna", "OKAFOR", "06/30/1971", "+1 559 555 0142"],
    ["8", "Cara", "Wolf", "01/15/1969", "6615550101"],
    ["7", "Dora", "Quist", "02/27/1955", ""],
]
COLUMNS = "first=given,last=family,dob=birth_date,cell=phone"


def across(terminal: Terminal, folder: Path, *more: str) -> Answer:
    left, right = write(folder / "left.csv", TWO), write(folder / "right.csv", OTHERS, "utf-16")
    return terminal("dedupe", "evaluate", str(left), str(right), "--id", "id", "--map", COLUMNS, "--json", *more)


def test_two_files_are_told_pair_by_pair(terminal: Terminal, tmp_path: Path) -> None:
    found = across(terminal, tmp_path).json["pairs"]
    assert {(pair["one"], pair["other"]) for pair in found} == {("1", "9"), ("3", "8")}
    assert "Same phone" in found[0]["why"]
    out = tmp_path / "out.csv"
    assert across(terminal, tmp_path, "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8-sig").splitlines()[0] == "one,other,answer,why"


@pytest.mark.parametrize("turned", [False, True])
def test_across_two_files_only_pairs_of_both_count(terminal: Terminal, tmp_path: Path, turned: bool) -> None:
    pairs = [["1", "9"], ["3", "8"], ["1", "2"], ["1", "nobody"]]
    truth = write(tmp_path / "t.csv", [pair[::-1] for pair in pairs] if turned else pairs)  # a truth without a header
    measured = across(terminal, tmp_path, "--pairs", str(truth)).json["possible"]
    assert measured == {"pairs": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_any_encoding(terminal: Terminal, tmp_path: Path, encoding: str) -> None:
    rows = [["id", "last", "first", "dob"], ["1", "Núñez", "José", "1971-06-30"], ["2", "Nunez", "Jose", "1971-06-30"]]
    file = write(tmp_path / "f.csv", rows, encoding)
    columns = "last=family,first=given,dob=birth_date"
    found = terminal("dedupe", "evaluate", str(file), "--id", "id", "--map", columns, "--json").json["pairs"]
    assert [(pair["one"], pair["other"]) for pair in found] == [("1", "2")]


BAD = {
    "no such column": (TWO, "id", "nix=given", None, "no column nix"),
    "no such id": (TWO, "number", COLUMNS, None, "no column number"),
    "no such field": (TWO, "id", "first=nix", None, "first=nix"),
    "doubled id": ([*TWO, TWO[1]], "id", COLUMNS, None, "stands there twice"),
    "empty id": ([*TWO, ["", "x", "y", "", ""]], "id", COLUMNS, None, "empty"),
    "header alone": (TWO[:1], "id", COLUMNS, None, "no rows"),
    "nothing": ([], "id", COLUMNS, None, "empty"),
    "truth of one column": (TWO, "id", COLUMNS, [["1"], ["2"]], "two columns"),
    "truth of others": (TWO, "id", COLUMNS, [["a", "b"], ["5", "6"]], "no two records"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_as_it_should_be(terminal: Terminal, tmp_path: Path, name: str) -> None:
    rows, number, columns, pairs, words = BAD[name]
    more = ("--pairs", str(write(tmp_path / "t.csv", pairs))) if pairs else ()
    file = write(tmp_path / "f.csv", rows)
    told = terminal("dedupe", "evaluate", str(file), "--id", number, "--map", columns, "--json", *more)
    assert told.code == 3
    assert words in told.json["problem"]
    assert told.json["problem"] in told.err


def test_files_that_are_none(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_bytes(b"PK\x03\x04 a spreadsheet")
    (tmp_path / "noise.csv").write_bytes(bytes(range(256)) * 8)
    for file, code in (("missing.csv", 4), ("sheet.csv", 3), ("noise.csv", 3), (".", 4)):
        told = terminal("dedupe", "evaluate", str(tmp_path / file), "--id", "id", "--map", COLUMNS)
        assert (told.code, "unexpected" in told.err) == (code, False), file
    assert terminal("dedupe", "evaluate").code == 2


def test_a_huge_file_is_refused_at_once(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("w") as out:
        out.write("id,first,last,dob,cell\n")
        out.writelines(f"{at},a,b,,\n" for at in range(dedupe.MOST_RECORDS + 2))
    told = terminal("dedupe", "evaluate", str(file), "--id", "id", "--map", COLUMNS)
    assert (told.code, "can be compared at once" in told.err) == (3, True)


def test_any_text_stays_a_text(terminal: Terminal, tmp_path: Path) -> None:
    texts = [text for text in own() if not any(0xD800 <= ord(sign) < 0xE000 for sign in text) and "\0" not in text]
    rows = [[f"{at}{side}", *[text] * len(FIELDS)] for at, text in enumerate(texts) for side in "ab"]
    file, out = write(tmp_path / "f.csv", [["id", *FIELDS], *rows]), tmp_path / "out.csv"
    words = ("dedupe", "evaluate", str(file), "--id", "id", "--map", MAP)
    assert terminal(*words, "--json").code == 0
    assert terminal(*words, "--out", str(out)).code == 0
    with out.open(encoding="utf-8-sig", newline="") as text:
        assert all(len(row) == 4 and not row[3].startswith(("=", "+", "@")) for row in csv.reader(text))


def test_rows_that_are_not_whole_are_left_out(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_text("id,first,last,dob,cell\n1,Ana,Okafor,1971-06-30,\n2,Ana\n3,Ana,Okafor,1971-06-30,\n")
    told = terminal("dedupe", "evaluate", str(file), "--id", "id", "--map", COLUMNS)
    assert told.out.splitlines()[-1] == "1 rows are not whole and were left out."


@pytest.mark.parametrize(
    ("pairs", "truth", "wanted"),
    [
        (set(), set(), (1.0, 1.0, 1.0)),
        (set(), {(1, 2)}, (1.0, 0.0, 0.0)),
        ({(1, 2)}, set(), (0.0, 1.0, 0.0)),
        ({(1, 2), (3, 4)}, {(1, 2)}, (0.5, 1.0, 0.666667)),
    ],
)
def test_measures(pairs: set[tuple[int, int]], truth: set[tuple[int, int]], wanted: tuple[float, ...]) -> None:
    measured = measure(pairs, truth)
    assert (measured["precision"], measured["recall"], measured["f1"]) == wanted


# ---------------------------------------------------------------------------------------------- public test sets

FEBRL = (
    "given_name=given,surname=family,street_number=address_number,address_1=address_line,address_2=address_unit,"
    "suburb=city,postcode=postal_code,state=state,date_of_birth=birth_date"
)
SPLINK = "first_name=given,surname=family,dob=birth_date,city=city,email=email"
#: file, its column of numbers, the columns, and the least recall and precision of what is suggested
SETS = {
    "febrl1": ("febrl1.csv", "rec_id", f"{FEBRL},soc_sec_id=ssn", 0.97, 0.95),
    "febrl1 without numbers": ("febrl1.csv", "rec_id", FEBRL, 0.97, 0.95),
    "fake_1000": ("fake_1000.csv", "unique_id", SPLINK, 0.915, 0.98),
}


def truth_of(file: Path, folder: Path) -> Path:
    """Who is who stands in the numbers of the one set (rec-12-org, rec-12-dup-0), in a column of the other."""
    same = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text, skipinitialspace=True):
            number = row["rec_id"] if "rec_id" in row else row["unique_id"]
            same[number.split("-")[1] if "rec_id" in row else row["cluster"]].append(number)
    pairs = [pair for group in same.values() for pair in combinations(group, 2)]
    return write(folder / "truth.csv", [["one", "other"], *pairs])


@pytest.mark.parametrize("name", SETS)
def test_public_sets(terminal: Terminal, tmp_path: Path, data_dir: Path, name: str) -> None:
    file, number, columns, recall, precision = SETS[name]
    records = data_dir / "matching" / file
    truth = truth_of(records, tmp_path)
    words = (str(records), "--id", number, "--map", columns, "--pairs", str(truth), "--json")
    found = terminal("dedupe", "evaluate", *words).json
    assert found["possible"]["recall"] >= recall
    assert found["possible"]["precision"] >= precision
    assert found["sure"]["precision"] >= 0.9995
    assert found["sure"]["recall"] >= 0.85
