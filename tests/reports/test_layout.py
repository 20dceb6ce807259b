import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from app.reports.layout import faces
from app.reports.layout.chart import lanes
from app.reports.layout.grid import CELL, NAME, ROOM
from app.reports.layout.paper import LEAST, Paper
from app.reports.layout.table import Column, Row, Table, fit, widths
from tests.reports.pdf import text

MARKED = [
    ("王敏", "2 Chinese"),
    ("山田 たろう", "5 Japanese"),
    ("김지우", "3 Korean"),
    ("محمد", "4 Arabic"),
    ("שרה", "3 Hebrew"),
    ("สมชาย", "5 Thai"),
    ("Անի", "3 Armenian"),
    ("प्रकाश", "4 Devanagari"),
    ("🙂", "1 sign"),
    ("\x00", "1 hidden"),
    ("\u202e", "1 hidden"),
    ("\u200b", "1 hidden"),
    ("\ue000", "1 hidden"),
    ("\ud800", "1 hidden"),
    ("فاطمه\u200cزهرا", "9 Arabic"),
]
PRINTED = [
    "Nguyễn",
    "Siobhán",
    "Dušan",
    "Wójcik",
    "Åse",
    "Ōtā",
    "Şahin",
    "Žižek",
    "Пётр",
    "Γιώργος",
    "Kāʻai",
    "ɓello",
    "Ọlá",
]


@pytest.mark.parametrize(("name", "word"), MARKED)
def test_what_no_face_prints_is_counted_and_named(name: str, word: str) -> None:
    assert [faces.mark_word(run) for run, face in faces.runs(faces.clean(name), faces.TEXT) if not face] == [word]


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("face", [faces.TEXT, faces.SEMI, faces.NOTE, faces.HEAD])
def test_latin_greek_and_cyrillic_names_are_printed(name: str, face: str) -> None:
    for form in ("NFC", "NFD"):
        assert not faces.has_marks(unicodedata.normalize(form, name), face)


@given(st.text(max_size=30))
def test_runs_lose_nothing(name: str) -> None:
    clean = faces.clean(name)
    pieces = faces.runs(clean, faces.TEXT)
    assert "".join(run for run, _ in pieces) == clean
    for run, face in pieces:
        assert all(ord(char) in faces.glyphs(face) for char in run) if face else faces.mark_word(run)


@given(st.text(max_size=60), st.floats(20, 200))
def test_wrapped_lines_fit_and_lose_nothing(words: str, room: float) -> None:
    paper = Paper("test", "en-US")
    cut = paper.lines(words, room, CELL)
    assert "".join(cut).replace(" ", "") == words.replace(" ", "")
    assert all(paper.width(line, CELL) <= room or len(line) == 1 for line in cut)


@pytest.mark.parametrize("face", [each.stem for each in faces.FOLDER.glob("*.ttf")])
def test_a_changed_face_carries_its_own_name(face: str) -> None:
    font = TTFont(face, str(faces.FOLDER / f"{face}.ttf"))
    assert font.face.name == face.encode()
    assert (faces.FOLDER / f"{face}.ttf").stat().st_size < 220_000


def test_the_licence_lies_beside_the_faces() -> None:
    for name in ("OFL-Inter.txt", "OFL-NotoSans.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (faces.FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("face", [faces.TEXT, faces.SEMI, faces.NOTE, faces.KEY])
def test_figures_are_tabular(face: str) -> None:
    font = TTFont(face, str(faces.FOLDER / f"{face}.ttf"))
    assert len({round(font.stringWidth(digit, 1000)) for digit in "0123456789"}) == 1
    assert font.stringWidth("-", 10) < font.stringWidth("0", 10)


def test_a_cell_shrinks_then_wraps_after_the_family_name() -> None:
    paper = Paper("test", "en-US")
    table = Table(paper, [Column("Patient", 100, "l", NAME)], 12)
    short, near, long = table.place(
        [Row((name,)) for name in ("Ito, Haruka", "Quiñones-Barros, Iris M.", "Delacroix-Montgomery, Anne-Sophie B.")]
    )
    assert (short.height, short.cells[0][1].size) == (12, 8)
    assert near.height == 12
    assert near.cells[0][1].size < 8
    assert long.cells[0][0] == ("Delacroix-Montgomery,", "Anne-Sophie B.")
    assert long.cells[0][1].size >= 8 * LEAST - 0.01
    assert long.height == 21


def test_rows_are_split_by_height_and_always_go_on() -> None:
    paper = Paper("test", "en-US")
    table = Table(paper, [Column("", 60)], 12)
    rows = table.place([Row(("word " * 40,)), Row(("b",)), Row(("c",))])
    assert fit(rows, 5) == 1
    assert fit(rows, 24, 1) == 3
    assert fit(rows, 23, 1) == 2


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=80)), max_size=5))
def test_columns_take_the_room_they_are_given(cells: list[tuple[str, str]]) -> None:
    paper = Paper("test", "en-US")
    columns = (Column("Patient", 0), Column("Amount", 0, "r"), Column("Why", 0))
    found = widths(paper, columns, [Row((a, "25.00", b)) for a, b in cells], ROOM)
    assert sum(column.room for column in found) == pytest.approx(ROOM)


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(1, 90)), max_size=30))
def test_lanes_never_overlap(stretches: list[tuple[int, int]]) -> None:
    rows = sorted((first, first + minutes) for first, minutes in stretches)
    placed = list(zip(rows, lanes(rows, most=99), strict=True))
    for index, ((first, last), (lane, count)) in enumerate(placed):
        assert lane < count
        for (other, end), (other_lane, _) in placed[:index]:
            assert lane != other_lane or end <= first or other >= last


def test_a_frame_is_drawn_in_the_text() -> None:
    paper = Paper("test", "en-US")
    data = paper.finish([lambda: paper.put(50, 50, "王敏 (Wang, Min)", NAME)])
    assert "2 Chinese" in text(data)
    assert "(Wang, Min)" in text(data)
