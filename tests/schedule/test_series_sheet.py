"""The sheet of a series: decided date by date or at once, booked, taken back; by keys alone."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ports import PaperKind, PaperWish, Place
from app.episodes.actions import StartEpisode, start_episode
from app.episodes.queries import episodes
from app.insurance.actions import AddAuthorization, add_authorization
from app.patients.view.page import PatientsPage
from app.schedule.actions import AddBlock, add_block
from app.schedule.rules.series import Lack
from app.schedule.view.care import SERIES, CareSection
from app.schedule.view.panels import BookingPanel, Wish
from app.schedule.view.series import SeriesDrawer
from app.schedule.viewmodel.series import Choice, Near, SeriesModel
from tests.schedule.visits import booked
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of

MONDAY = date(2026, 3, 16)
WISH = {
    "visit_type": 2, "practitioner": 1, "starts_on": MONDAY, "weekdays": frozenset({0, 2, 4}), "start": time(9),
    "count": 12, "interval": 1,
}  # fmt: skip


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


def care(clinic: Clinic, visits: int = 12) -> None:
    """Three a week for four weeks from Monday on, with so many visits authorized."""
    leave = AddAuthorization(
        patient_id=1, payer_id=1, visits=visits, starts_on=date(2026, 3, 1), ends_on=date(2026, 6, 30), number="A-7"
    )
    authorization_id = clinic.do(add_authorization, leave).authorization_id
    start = StartEpisode(
        patient_id=1, location_id=1, title="Right knee", starts_on=MONDAY, practitioner_id=1,
        authorization_id=authorization_id, visits_per_week=3, weeks=4,
    )  # fmt: skip
    clinic.do(start_episode, start)


def spoil(clinic: Clinic) -> None:
    """A clash on the first Monday, and a holiday in the second week."""
    booked(clinic, time(9), patient_id=2, day=MONDAY)
    holiday = AddBlock(
        location_id=1, day=MONDAY + timedelta(days=9), start=time(0), end=time(23, 59), why="Memorial Day"
    )
    clinic.do(add_block, holiday)


def model_of(record: Record) -> SeriesModel:
    made = SeriesModel(record.runner, record.ports)
    made.failed.connect(record.problems.append)
    (episode, *_) = record.clinic.executor.fetch(episodes, record.runner.person(), 1) or (None,)
    made.begin(1, 1, episode)
    return made


def test_what_it_begins_with_is_the_plan(record: Record) -> None:
    care(record.clinic)
    wish = model_of(record).proposal()
    assert (wish["count"], wish["weekdays"], wish["starts_on"]) == (12, frozenset({0, 2, 4}), MONDAY)
    assert (wish["practitioner"], wish["visit_type"], wish["start"]) == (1, 2, time(9))


def test_near_a_time_that_was_pointed_at_it_begins_there(record: Record) -> None:
    """A free Thursday at ten past one with the other therapist; the patient's own visit on it puts it off a day."""
    near = Near(date(2026, 3, 12), time(13, 10), 2)
    assert Near.of(near.task) == near
    assert Near.of("series") is None
    model = model_of(record)
    model.begin(1, 1, None, near)
    wish = model.proposal()
    assert (wish["starts_on"], wish["start"], wish["practitioner"]) == (near.day, near.start, 2)
    assert near.day.weekday() in wish["weekdays"]
    booked(record.clinic, time(13, 10), day=near.day)
    model.begin(1, 1, None, near)
    assert model.proposal()["starts_on"] == near.day + timedelta(days=1)
    model.begin(1, 1, None, Near(date(2026, 3, 3), time(9), 1))
    assert model.proposal()["starts_on"] == record.clinic.day, "not in the past"


def test_without_a_plan_it_begins_tomorrow(record: Record) -> None:
    wish = model_of(record).proposal()
    assert (wish["starts_on"], wish["count"], wish["weekdays"]) == (date(2026, 3, 11), 12, frozenset({0, 2}))


def test_every_date_is_said_and_one_key_takes_all(record: Record) -> None:
    care(record.clinic)
    spoil(record.clinic)
    model = model_of(record)
    model.look(WISH)
    lines = model.lines()
    assert (lines[0].state, lines[0].second) == ("Okafor is taken", "Instead: 9:45 AM")
    assert (lines[4].state, lines[4].second) == ("Closed: Memorial Day", "Instead: Thu, Mar 26 · 9:00 AM")
    assert lines[1].state == "Free"
    assert (model.open(), len(model.to_book())) == ((0, 4), 10)
    model.book()
    assert record.field == "dates"
    model.take_all()
    assert (model.open(), len(model.to_book())) == ((), 12)
    assert (model.lines()[4].day, model.lines()[4].state) == ("03/26/2026", "Moved")
    assert model.summary() == (
        "12 visits from 03/16/2026 to 04/10/2026 · Mon, Wed, Fri every week (weeks start on Monday)"
    )
    model.book()
    assert model.done is not None
    assert model.done.count == 12


def test_a_date_is_taken_or_left_out_by_itself(record: Record) -> None:
    spoil(record.clinic)
    model = model_of(record)
    model.look(WISH)
    model.take(0)
    assert model.choices[0] is Choice.INSTEAD
    model.take(0)
    assert model.choices[0] is Choice.OPEN
    model.leave_out(0)
    model.leave_out(1)
    assert [line.state for line in model.lines()[:2]] == ["Left out", "Left out"]
    model.leave_out(1)
    model.take(0)
    assert model.choices[:2] == [Choice.OPEN, Choice.WISHED]
    model.look(WISH)  # nothing is another: what was decided stays
    assert model.choices[:2] == [Choice.OPEN, Choice.WISHED]


def test_it_stops_at_the_last_authorized_visit_and_says_what_is_missing(record: Record) -> None:
    care(record.clinic, 9)
    model = model_of(record)
    model.look(WISH)
    assert (len(model.to_book()), model.lack()) == (9, Lack(3, 0, date(2026, 4, 6), date(2026, 4, 10)))
    assert model.lines()[-1].state == "Past the authorization"
    assert model.leave_words() == ("ok", "Blue Shield PPO: 9 of 9 left, until 06/30/2026")
    model.leave_out(0)
    assert (len(model.to_book()), model.lack()) == (9, Lack(2, 0, date(2026, 4, 8), date(2026, 4, 10)))
    model.book()
    assert model.done is not None
    assert model.done.count == 9


def test_a_series_has_a_way_back(record: Record) -> None:
    undone: list[object] = []
    record.ports.undoable = lambda said, undo: undone.extend((said, undo))
    model = model_of(record)
    model.look(WISH)
    model.book()
    assert undone[0] == "Series of 12 visits booked"
    undone[1]()  # type: ignore[operator]
    assert record.said == ["The series is taken back"]


def test_another_desk_was_faster(record: Record) -> None:
    model = model_of(record)
    model.look(WISH)
    booked(record.clinic, time(9), patient_id=2, day=MONDAY)
    model.book()
    assert model.done is None
    assert record.problems
    assert model.lines()[0].state == "Okafor is taken"  # it looked again


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, held)
    QApplication.processEvents()


def sheet_of(page: PatientsPage) -> SeriesDrawer:
    (section,) = page.sections
    assert isinstance(section, CareSection)
    assert section.sheet is not None
    return section.sheet


def test_three_keys_book_a_series_with_two_conflicts(record: Record, qtbot: QtBot) -> None:
    care(record.clinic)
    spoil(record.clinic)
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=SERIES))
    sheet = sheet_of(page)
    assert QApplication.focusWidget() is sheet.form.start
    assert sheet.take_all.isVisible()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert not sheet.take_all.isVisible()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.model.done is not None
    assert {line.state for line in sheet.model.lines()} <= {"Booked", "Moved", "Left out", "Past the authorization"}
    assert sheet.hint.isHidden()
    assert sheet.print.isVisible()
    papers: list[object] = []
    record.ports.show_paper = papers.append
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert papers == [PaperWish(PaperKind.VISITS, 1, 1)]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.sections[0].sheet is None  # type: ignore[attr-defined]


def test_what_is_open_is_shown_and_the_table_has_its_keys(record: Record, qtbot: QtBot) -> None:
    spoil(record.clinic)
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=SERIES))
    sheet = sheet_of(page)
    for number, day in enumerate(sheet.form.days()):
        day.setChecked(number in (0, 2, 4))
    sheet.form.set_values({"visit_type": 2, "practitioner": 1, "starts_on": MONDAY, "count": 6})
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is sheet.table
    press(Qt.Key.Key_Return)
    assert sheet.model.choices[0] is Choice.INSTEAD
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert sheet.model.choices[1] is Choice.OUT
    sheet.form.set_values({"start": None})
    assert sheet.model.sheet is not None  # the last sheet stays while a time is typed
    press(Qt.Key.Key_Escape)
    assert page.sections[0].sheet is None  # type: ignore[attr-defined]


def test_what_is_past_the_authorization_is_asked_for(record: Record, qtbot: QtBot) -> None:
    care(record.clinic, 9)
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=SERIES))
    papers: list[object] = []
    record.ports.show_paper = papers.append
    sheet_of(page).extend.click()
    assert papers == [PaperWish(PaperKind.EXTENSION, 1, 1, "", 1, 1, 3, date(2026, 4, 6), date(2026, 4, 10))]


def test_the_booking_says_what_is_left(record: Record, qtbot: QtBot) -> None:
    panel = BookingPanel(record.runner, record.ports)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin(Wish(1, 1))
    assert not panel.person.leave.isVisible()
    care(record.clinic, 9)
    booked(record.clinic, time(9), day=MONDAY)
    panel.begin(Wish(1, 1))
    assert panel.person.leave.words.text() == "Authorization: 8 of 9 left, until 06/30/2026"
    panel.begin(Wish(1, None))
    assert not panel.person.leave.isVisible()


def test_a_time_pointed_at_in_the_schedule_opens_the_sheet_there(record: Record, qtbot: QtBot) -> None:
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=Near(date(2026, 3, 12), time(13, 10), 2).task))
    (sheet,) = page.window().findChildren(SeriesDrawer)
    form = sheet.form
    assert (form.starts_on.value(), form.start.value(), form.practitioner.currentText()) == (
        date(2026, 3, 12), time(13, 10), "Lee",
    )  # fmt: skip
