import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ImageChops
from pypdf import PdfReader

from app.core.text import install_translator
from app.reports.documents import end_of_day
from app.reports.documents.director import seal_link
from app.reports.layout.grid import FOOT, LEFT, RIGHT
from app.reports.rules import counts
from app.reports.rules.values import (
    Block,
    Closing,
    EndOfDay,
    MissingPapers,
    PractitionerDay,
    RedItem,
    Tomorrow,
    Unbooked,
    VisitRow,
)
from app.reports.rules.words import money
from tests.reports import day
from tests.reports.pdf import fonts, pages, picture, text, words

NASTY = [
    "<b>Bold</b> & <i>Co</i>",
    "{x} {0} %s %(a)s",
    "null\x00byte",
    "right\u202eleft",
    "zero\u200bwidth",
    "tab\tand\nline",
    "(paren\\slash)",
    "W" * 300,
    "王敏",
    "محمد علي",
    "प्रकाश",
    "🙂",
    "\ud800lone",
    "",
]


def crowd(count: int) -> tuple[PractitionerDay, ...]:
    hours = (Block(time(8), time(17)),)
    return tuple(PractitionerDay(f"p{n}", f"Practitioner Number {n}, PT", f"No. {n}", hours) for n in range(count))


def lost(count: int) -> EndOfDay:
    full = day.full()
    rows = [v for v in full.visits if v.reason]
    many = tuple(replace(rows[n % len(rows)], patient=f"Lost{n:03d}, Person", mrn=f"9{n:04d}") for n in range(count))
    return replace(full, visits=(*[v for v in full.visits if not v.reason], *many))


def long_names() -> EndOfDay:
    full = day.full()
    rows = tuple(
        replace(v, patient=f"Featherstonehaugh-Cholmondeley-Marjoribanks, Wilhelmina Bartholomea Persephone {n}")
        for n, v in enumerate(full.visits)
    )
    return replace(full, visits=rows, clinic="The Very Long Named Sequoia and Kings Canyon Physical Therapy Group " * 2)


def nasty() -> EndOfDay:
    full = day.full()
    rows = tuple(
        replace(
            v,
            patient=NASTY[n % len(NASTY)],
            reason=NASTY[(n + 1) % len(NASTY)],
            kind=NASTY[n % 7],
            payer=NASTY[(n + 3) % 14],
        )
        for n, v in enumerate(full.visits)
    )
    papers = tuple(MissingPapers(name, name, name) for name in NASTY)
    closing = replace(full.closing or pytest.fail("no closing"), explanations=tuple(NASTY))
    return replace(full, visits=rows, papers=papers, closing=closing, printed_by=NASTY[0], location=NASTY[1])


def overfull() -> EndOfDay:
    full = lost(40)
    return replace(
        full,
        practitioners=crowd(30),
        papers=tuple(MissingPapers(f"Papers{n:02d}, Person", "Consent", "at next visit") for n in range(25)),
        unbooked=tuple(Unbooked(f"Unbooked{n:02d}, Person", "2 / wk") for n in range(40)),
        tomorrow=Tomorrow(
            60, tuple(RedItem(time(9), f"Red{n:02d}, Person", "No referral", "L. Ortiz") for n in range(15))
        ),
    )


def nothing() -> EndOfDay:
    return replace(
        day.full(),
        visits=(),
        practitioners=(),
        receipts=(),
        papers=(),
        unbooked=(),
        tomorrow=None,
        drawer=None,
        closing=None,
        seal=None,
    )


DAYS: list[Callable[[], EndOfDay]] = [day.full, day.first_cut, lambda: lost(40), long_names, nasty, overfull, nothing]


@pytest.mark.parametrize("make", DAYS)
def test_nothing_leaves_the_page_or_meets_the_foot(make: Callable[[], EndOfDay]) -> None:
    data = end_of_day(make())
    for page in range(len(pages(data))):
        for said, left, bottom, right, _ in words(data, page):
            assert left >= LEFT - 3, said
            assert right <= RIGHT + 3, said
            assert bottom >= 792 - FOOT - 4, said


@pytest.fixture
def wordy() -> Iterator[None]:
    """Every sentence a third longer, as Spanish is."""
    install_translator(lambda said: said + "ñ" * (len(said) // 3))
    yield
    install_translator(None)


@pytest.mark.parametrize("make", DAYS)
@pytest.mark.usefixtures("wordy")
def test_a_longer_language_stays_on_the_page(make: Callable[[], EndOfDay]) -> None:
    data = end_of_day(make())
    for page in range(len(pages(data))):
        for said, left, bottom, right, _ in words(data, page):
            assert left >= LEFT - 3, said
            assert right <= RIGHT + 3, said
            assert bottom >= 792 - FOOT - 4, said


def test_two_papers_at_once_are_the_same_as_one_after_another() -> None:
    report = day.full()
    alone = text(end_of_day(report))
    with ThreadPoolExecutor(4) as pool:
        assert [text(data) for data in pool.map(end_of_day, [report] * 8)] == [alone] * 8


@pytest.mark.parametrize("make", DAYS)
def test_every_font_is_embedded(make: Callable[[], EndOfDay]) -> None:
    found = fonts(end_of_day(make()))
    assert found
    assert all(name.startswith("Frontdesk") and embedded for name, embedded in found.items()), found


@pytest.mark.parametrize("make", DAYS)
def test_every_page_has_its_number(make: Callable[[], EndOfDay]) -> None:
    found = pages(end_of_day(make()))
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page


@pytest.mark.parametrize("make", [day.full, day.first_cut, lambda: lost(40), overfull, lambda: day.many(5000)])
def test_totals_of_the_list_equal_page_one(make: Callable[[], EndOfDay]) -> None:
    report = make()
    first, *rest = pages(end_of_day(report))
    tally, behind = counts.tally(report.visits), " ".join(rest)
    assert first.startswith(report.clinic)
    assert f"{tally.attended:,} of {tally.scheduled:,} visits were attended" in first
    assert f"{tally.scheduled:,} visits: {tally.attended:,} attended, {tally.noshow:,} no-show" in behind
    total = money(sum(visit.paid for visit in report.visits))
    assert f"$ {total}" in behind
    if counts.collected(report.receipts) == sum(visit.paid for visit in report.visits):
        assert f"$ {total}" in first


def test_five_thousand_visits_are_all_there() -> None:
    report = day.many(5000)
    found = pages(end_of_day(report))
    said = " ".join(found)
    numbers = set(re.findall(r"\b1\d{5}\b", said))
    assert {visit.mrn for visit in report.visits} <= numbers
    assert all(f"{receipt.number:,}" in said for receipt in report.receipts)
    assert any("rows 1–" in page for page in found)
    assert "–5,000 of 5,000" in said


def test_what_page_one_cannot_hold_is_on_a_later_page() -> None:
    report = overfull()
    first, *rest = pages(end_of_day(report))
    said = " ".join([first, *rest])
    for count, word in ((40, "Lost{:03d},"), (25, "Papers{:02d},"), (40, "Unbooked{:02d},"), (15, "Red{:02d},")):
        assert all(word.format(n) in said for n in range(count)), word
    assert all(f"Practitioner Number {n}, PT" in said for n in range(30))
    carried = re.findall(r"and (\d+) more, page (\d+)", first)
    assert len(carried) == 5
    assert all(2 <= int(page) <= len(rest) + 1 for _, page in carried)
    assert any("visits that did not happen, continued" in rest[int(page) - 2] for _, page in carried)


def test_initials_take_little_room_and_are_counted_by_person() -> None:
    papers = tuple(MissingPapers("N. T.", "Consent", "today", patient_id=number) for number in (1, 2))
    unbooked = (Unbooked("C. B."), Unbooked("K. A."), Unbooked("P. D.", "will call"))
    first = pages(end_of_day(replace(day.full(), papers=papers, unbooked=unbooked, named=False)))[0]
    assert "2 patients, 2 papers" in first
    assert "C. B., K. A." in first
    assert "will call" in first


def test_names_of_many_scripts_are_printed_or_plainly_marked() -> None:
    said = text(end_of_day(day.full()))
    for name in ("Nguyễn, Thị Kim-Anh", "Petrović, Dušan", "Wójcik, Piotr", "Sørensen, Åse", "O'Neil-Smith, Siobhán"):
        assert name in said
    assert "2 Chinese (Wang, Min)" in said
    assert "A framed note" in said


def test_a_marked_name_carries_its_number_on_page_one() -> None:
    full = day.full()
    rows = tuple(replace(v, patient="王敏", mrn="77123") if v.reason else v for v in full.visits)
    assert "2 Chinese · 77123" in pages(end_of_day(replace(full, visits=rows)))[0]


def test_peoples_text_is_data() -> None:
    said = text(end_of_day(nasty()))
    for name in ("<b>Bold</b> & <i>Co</i>", "{x} {0} %s %(a)s", "(paren\\slash)", "tab and line"):
        assert name in said
    assert said.count("1 hidden") >= 4
    assert said.count("W") >= 300


def test_what_has_no_data_is_left_out() -> None:
    first = pages(end_of_day(day.first_cut()))[0]
    for word in ("Drawer", "Tomorrow", "usually", "Wait from arrival", "Hole", "Authorizations"):
        assert word not in first
    said = " ".join(pages(end_of_day(day.first_cut()))[1:])
    for word in ("Payer", "Wait"):
        assert word not in said


def test_an_empty_open_day_says_so() -> None:
    first = pages(end_of_day(nothing()))[0]
    assert "No visits were booked." in first
    assert "The day is not closed yet" in first
    assert "Sealed" not in first


def test_explanations_are_printed_in_full() -> None:
    full = day.full()
    closing = Closing(("D. Marsh",), full.printed_at, ("Visit of 3:00 stays open: the therapist is still with her.",))
    first, second, *_ = pages(end_of_day(replace(full, closing=closing)))
    assert "explained on page 2" in first
    assert "the therapist is still with her" in second


def test_the_seal_names_journal_place_and_holds_no_patient() -> None:
    report = day.full()
    assert report.seal
    assert "7F3A 91C2 04BE D655" in pages(end_of_day(report))[0]
    assert "Sealed at journal entry 18,204" in pages(end_of_day(report))[0]
    assert seal_link(report, report.seal) == "frontdesk:visalia/end-of-day/2026-11-19/18204/7f3a91c204be"


def test_times_carry_their_half_of_the_day_only_where_two_can_be_meant() -> None:
    full = day.full()
    assert "7:30 AM" not in pages(end_of_day(full))[1]
    late: VisitRow = replace(full.visits[0], start=time(19, 45))
    assert "7:30 AM" in pages(end_of_day(replace(full, visits=(*full.visits, late))))[1]


def test_the_title_is_not_a_patient() -> None:
    info = PdfReader(BytesIO(end_of_day(day.full()))).metadata
    assert info
    assert info.title == "End of day, Visalia, 2026-11-19"


def test_grey_paper_tells_the_same() -> None:
    """Only the short drawer has a colour, and it stays dark enough beside its word and sign."""
    data = end_of_day(day.full())
    page = picture(data, 0, 2.0)
    red, _, blue = page.split()
    coloured = ImageChops.subtract(red, blue).point(lambda value: 255 if value > 40 else 0).getbbox()
    assert coloured
    assert coloured[3] - coloured[1] < 30
    grey = page.convert("L").crop(coloured)
    assert sum(grey.histogram()[:110]) > 0
    assert "▼ Short" in pages(data)[0]
    for number in range(1, 3):
        red, _, blue = picture(data, number, 1.0).split()
        assert ImageChops.subtract(red, blue).point(lambda value: 255 if value > 40 else 0).getbbox() is None


def test_the_public_list_of_naughty_strings_prints(data_dir: Path) -> None:
    strings = json.loads((data_dir / "strings" / "blns.json").read_text(encoding="utf-8"))
    base = day.full().visits[0]
    rows = tuple(replace(base, patient=said, mrn=f"7{n:05d}", reason=said) for n, said in enumerate(strings))
    found = text(end_of_day(replace(day.full(), visits=rows)))
    assert all(row.mrn in found for row in rows)
