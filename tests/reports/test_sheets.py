"""The papers of the schedule: nothing is cut, nothing is lost, and the sign-in sheet knows nobody."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.core.access import Actor, Permission
from app.core.errors import NotFound, Refused
from app.core.ports import SheetKind, SheetWish
from app.core.text import install_translator
from app.reports.documents.columns import in_columns
from app.reports.documents.day_sheet import day_sheets
from app.reports.documents.sign_in import sign_in_sheet
from app.reports.queries import schedule_sheet
from app.reports.rules.sheets import ScheduleSheet, SheetColumn, SheetVisit, Shut
from app.schedule.actions import AddBlock, CancelAppointment, add_block, cancel_appointment
from app.schedule.rules import Span
from tests.reports.clinic_day import worked
from tests.reports.pdf import fonts, pages, picture, text, words
from tests.reports.test_end_of_day import NASTY
from tests.reports.test_queries import role
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import ELSEWHERE, booked, row

DAY = date(2026, 11, 20)
LONG = "Featherstonehaugh-Cholmondeley-Marjoribanks, Wilhelmina Bartholomea Persephone"
NAMES = ("Castillo Peña, Rosario", "O'Neil-Smith, Siobhán", "Nguyễn, Văn Đức", "王敏 (Wang, Min)", LONG)
LENGTHS = (30, 45, 15, 60, 20)


def visits(number: int, *, names: tuple[str, ...] = NAMES, note: str = "Brings the brace") -> tuple[SheetVisit, ...]:
    made, at, at_most = [], 8 * 60, 17 * 60
    while at + LENGTHS[(len(made) + number) % 5] <= at_most:
        k = len(made) + number
        ghost = k % 6 == 5
        made.append(
            SheetVisit(
                at, LENGTHS[k % 5], names[k % len(names)], f"{10000 + k}", "Follow-up 45",
                "Cancelled" if ghost else "Booked", "2" if k % 2 else "", "" if k % 3 or ghost else note, ghost,
                "Transport" if ghost else "",
            )
        )  # fmt: skip
        at += LENGTHS[k % 5] + (30 if k % 4 == 3 else 0)
    return tuple(made)


def column(number: int, day: date = DAY, **more: object) -> SheetColumn:
    shut = (Shut(Span(12 * 60, 13 * 60), "Lunch"),)
    made = SheetColumn(
        day,
        f"Practitioner Number {number}, PT",
        f"No. {number}",
        (Span(480, 720), Span(780, 1020)),
        shut,
        visits(number),
    )
    return replace(made, **more)


def sheet(kind: SheetKind, columns: list[SheetColumn], **more: object) -> ScheduleSheet:
    made = ScheduleSheet(
        kind, "Sequoia Physical Therapy", "Visalia", DAY, columns[-1].day if columns else DAY,
        datetime(2026, 11, 20, 6, 30, tzinfo=UTC), "Ana Ruiz", tuple(columns), named=True,
    )  # fmt: skip
    return replace(made, **more)


def crowd(count: int, **more: object) -> ScheduleSheet:
    return sheet(SheetKind.DAY, [column(number, **more) for number in range(count)])


def week(days: int = 7) -> ScheduleSheet:
    return sheet(SheetKind.WEEK, [column(3, DAY + timedelta(days=n)) for n in range(days)])


def nasty() -> ScheduleSheet:
    names = tuple(NASTY)
    return sheet(
        SheetKind.DAY,
        [
            column(n, name=NASTY[n], short=NASTY[n + 1], visits=visits(n, names=names, note=NASTY[n]))
            for n in range(len(NASTY) - 1)
        ],
    )


def side_by_side() -> ScheduleSheet:
    there = visits(1)
    twice = tuple(sorted((*there, *visits(2), *visits(4)), key=lambda one: one.start))
    return sheet(SheetKind.DAY, [column(n, visits=there if n % 2 else twice) for n in range(5)])


LYING: list[Callable[[], ScheduleSheet]] = [
    lambda: crowd(1), lambda: crowd(8), lambda: crowd(40), lambda: crowd(40, name=LONG, short=LONG), week, side_by_side,
    nasty, lambda: crowd(0), lambda: crowd(3, visits=()),
]  # fmt: skip
UPRIGHT: list[Callable[[], bytes]] = [
    lambda: day_sheets(crowd(3)), lambda: day_sheets(nasty()), lambda: day_sheets(side_by_side()),
    lambda: day_sheets(crowd(0)), lambda: day_sheets(crowd(2, visits=(), working=(), shut=(Shut(Span(0, 1440), LONG),))),
    lambda: sign_in_sheet(sheet(SheetKind.SIGN_IN, [], starts=tuple(range(480, 1020, 5)))),
    lambda: sign_in_sheet(sheet(SheetKind.SIGN_IN, [])),
]  # fmt: skip


def assert_inside(data: bytes, right: float, high: float) -> None:
    for page in range(len(pages(data))):
        for said, left, bottom, end, top in words(data, page):
            assert left >= 45, said
            assert end <= right + 3, said
            assert bottom >= 36, said
            assert top <= high - 40, said
        image = picture(data, page)
        assert (image.width, image.height) == ((792, 612) if high == 612 else (612, 792))


@pytest.mark.parametrize("make", LYING)
def test_nothing_leaves_a_lying_page(make: Callable[[], ScheduleSheet]) -> None:
    assert_inside(in_columns(make()), 744, 612)


@pytest.mark.parametrize("make", UPRIGHT)
def test_nothing_leaves_an_upright_page(make: Callable[[], bytes]) -> None:
    assert_inside(make(), 564, 792)


@pytest.fixture
def wordy() -> Iterator[None]:
    """Every sentence a third longer, as Spanish is."""
    install_translator(lambda said: said + "ñ" * (len(said) // 3))
    yield
    install_translator(None)


@pytest.mark.usefixtures("wordy")
def test_a_longer_language_stays_on_the_page() -> None:
    for make in LYING:
        assert_inside(in_columns(make()), 744, 612)
    for paper in UPRIGHT:
        assert_inside(paper(), 564, 792)


@pytest.mark.parametrize("count", [1, 2, 7, 13, 40])
def test_every_column_stands_whole_on_one_page(count: int) -> None:
    """A practitioner's name and all of their visits are on the same page; the pages are about equally full."""
    found = pages(in_columns(crowd(count)))
    there = [[n for n in range(count) if f"Practitioner Number {n}, PT" in page] for page in found]
    assert sorted(n for page in there for n in page) == list(range(count))
    full = [len(page) for page in there if page]
    assert max(full) - min(full) <= 2
    assert max(full) <= 6


def test_nothing_is_lost_for_want_of_room() -> None:
    """Whatever a column has no room for stands whole in the list behind, under the number at its place."""
    for made in (crowd(8), week(5), side_by_side()):
        said = text(in_columns(made)).replace("- ", "-")
        for one in made.columns:
            for visit in one.live:
                assert visit.patient.replace("王敏", "2 Chinese") in said
        numbers = {f"[{n}]" for n in range(1, 200) if f"[{n}]" in said}
        assert all(said.count(number) == 2 for number in numbers)


def test_a_week_is_one_page_of_columns() -> None:
    data = in_columns(week())
    first, *rest = pages(data)
    assert all(day in first for day in ("Fri, Nov 20", "Thu, Nov 26"))
    assert all("What the columns have no room for" in page for page in rest)
    assert in_columns(sheet(SheetKind.WEEK, [column(0, visits=()), column(1, visits=())])).count(b"/Type /Page\n") <= 1


def test_a_free_weekend_is_left_out_of_a_week_and_a_day_off_is_named() -> None:
    days = [column(0, DAY + timedelta(days=n), visits=(), working=(), shut=()) for n in range(7)]
    said = text(in_columns(sheet(SheetKind.WEEK, days)))
    assert "Sat, Nov 21" not in said
    assert said.count("Closed") == 5
    assert "Sat, Nov 21" in text(in_columns(week()))


def test_free_times_and_ghosts_are_told() -> None:
    said = pages(in_columns(crowd(1)))[0]
    assert "Free, " in said
    assert "Cancelled" in said
    assert "Lunch" in pages(in_columns(crowd(1, visits=())))[0]  # booked over, it has no room for its word
    one = column(0, visits=(SheetVisit(540, 30, "A, B", "1", "Follow-up", "Booked"),), working=(Span(480, 720),))
    assert one.free == (Span(480, 540), Span(570, 720))


def test_a_visit_in_closed_time_is_not_covered_by_its_word() -> None:
    inside = (SheetVisit(735, 30, "Garza, Ximena", "1", "Follow-up", "Booked"),)
    covered, alone = (in_columns(crowd(1, visits=inside, shut=shut)) for shut in (column(0).shut, ()))
    assert text(covered).count("Lunch") == 2
    (place,) = [box for said, *box in words(alone) if "Garza" in said]
    assert _inked(covered, place) == _inked(alone, place)


def _inked(data: bytes, place: list[float]) -> bytes:
    whole, (left, bottom, right, top) = picture(data), place
    return whole.crop((int(left), int(whole.height - top), int(right), int(whole.height - bottom))).tobytes()


@pytest.mark.parametrize("make", [lambda: in_columns(crowd(3)), *UPRIGHT[:1], UPRIGHT[-1]])
def test_every_font_is_embedded(make: Callable[[], bytes]) -> None:
    assert all(name.startswith("Frontdesk") and embedded for name, embedded in fonts(make()).items())


def test_each_practitioner_begins_a_page() -> None:
    found = pages(day_sheets(crowd(4)))
    assert [page for page in found if "Practitioner Number" in page] == found
    assert [n for n in range(4) for page in found if f"Practitioner Number {n}, PT Visits" in page] == [0, 1, 2, 3]


# ------------------------------------------------------------------------------------------------ from the database


def asked(clinic: Clinic, kind: SheetKind, actor: Actor = ANYONE, **more: object) -> ScheduleSheet:
    wish = replace(SheetWish(kind, 1, clinic.day), **more)
    return clinic.executor.fetch(schedule_sheet, actor, wish, "Valley Therapy", wish.reason)


def test_a_day_sheet_is_filled_from_the_board(clinic: Clinic) -> None:
    worked(clinic)
    clinic.do(
        add_block, AddBlock(location_id=1, practitioner_id=1, day=clinic.day, start=time(12), end=time(13), why="lunch")
    )
    found = asked(clinic, SheetKind.DAY)
    assert [one.short for one in found.columns] == ["Lee", "Okafor"]
    assert [(v.start, v.status, v.ghost) for v in found.columns[0].visits] == [
        (14 * 60, "Cancelled", True), (16 * 60, "Booked", False),
    ]  # fmt: skip
    assert [v.patient for v in found.columns[1].live] == ["Núñez, María José"]
    assert [one.span for one in found.columns[1].shut] == [Span(12 * 60, 13 * 60)]
    assert found.columns[0].visits[0].reason == "No ride"
    for paper in (in_columns, day_sheets):
        assert "Núñez" in text(paper(found))


def test_the_sign_in_sheet_knows_nobody(clinic: Clinic) -> None:
    worked(clinic)
    found = asked(clinic, SheetKind.SIGN_IN)
    assert found.starts == (10 * 60 + 45, 16 * 60)
    assert (found.columns, found.patient_ids, found.named) == ((), (), False)
    said = text(sign_in_sheet(found))
    assert "10:45 AM" in said
    for word in ("Núñez", "Smith", "N. M.", "J. S.", "Follow", "Okafor", "Lee"):
        assert word not in said


def test_names_only_for_who_may_print_them_and_initials_under_the_shade(clinic: Clinic) -> None:
    worked(clinic)
    assert "Núñez" not in repr(asked(clinic, SheetKind.DAY, role("FD", 1)).columns)
    assert "Núñez" in repr(asked(clinic, SheetKind.DAY, role("LD", 1)).columns)
    assert "Núñez" not in repr(asked(clinic, SheetKind.DAY, role("CO", 1)).columns)
    assert "Núñez" in repr(asked(clinic, SheetKind.DAY, role("CO", 1), reason="complaint").columns)
    assert "Núñez" not in repr(asked(clinic, SheetKind.DAY, replace(ANYONE, shaded=True)).columns)


def test_a_week_of_one_has_seven_days(clinic: Clinic) -> None:
    monday = clinic.day - timedelta(days=1)
    made = booked(clinic, time(11))
    booked(clinic, time(9), day=clinic.day + timedelta(days=2), patient_id=2)
    booked(clinic, time(9), day=clinic.day + timedelta(days=2), practitioner_id=2)
    found = asked(clinic, SheetKind.WEEK, first=monday, days=7, practitioner_ids=(1,))
    assert [one.day for one in found.columns] == [monday + timedelta(days=n) for n in range(7)]
    assert [len(one.live) for one in found.columns] == [0, 1, 0, 1, 0, 0, 0]
    assert {one.short for one in found.columns} == {"Okafor"}
    gone = CancelAppointment(appointment_id=made, version=row(clinic, made).appointment_version, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    assert len(asked(clinic, SheetKind.WEEK, first=monday, days=7, practitioner_ids=(1,)).columns[1].live) == 0


def test_another_location_is_refused(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        asked(clinic, SheetKind.DAY, ELSEWHERE)
    with pytest.raises(Refused):
        asked(
            clinic, SheetKind.DAY, replace(ANYONE, grants={Permission.SEARCH_PATIENT: ANYONE.grants[Permission.BOOK]})
        )
    with pytest.raises(NotFound):
        asked(clinic, SheetKind.DAY, location_id=77)
