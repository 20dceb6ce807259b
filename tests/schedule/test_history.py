"""A patient's visits on their record."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.access import Permission
from app.core.ports import Place
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.queries import past_visits
from app.schedule.rules import AppointmentStatus
from app.schedule.view.history import VisitsSection
from app.schedule.viewmodel.history import HistoryModel, line_of
from app.visits.viewmodel.today import TodaysVisits
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import CLERK, ELSEWHERE, booked, in_room, without

LATER = date(2026, 3, 17)


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


def section_of(record: Record, qtbot: QtBot) -> VisitsSection:
    page = record.page(VisitsSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1))
    (made,) = page.sections
    assert isinstance(made, VisitsSection)
    return made


def visits(clinic: Clinic) -> tuple[int, int, int]:
    """One a week from now, one of today that was cancelled, one of this morning that nobody closed."""
    soon, gone = booked(clinic, day=LATER), booked(clinic, time(14))
    clinic.do(cancel_appointment, CancelAppointment(appointment_id=gone, version=1, reason_code="sick"))
    late = booked(clinic, time(8))
    return soon, gone, late


def test_what_is_over_and_what_comes_are_apart(clinic: Clinic) -> None:
    soon, gone, late = visits(clinic)
    past = clinic.executor.fetch(past_visits, CLERK, 1)
    assert [row.id for row in past] == [gone, late]
    assert past[0].status is AppointmentStatus.CANCELLED
    assert soon not in {row.id for row in past}
    assert clinic.executor.fetch(past_visits, ELSEWHERE, 1) == ()
    assert len(clinic.executor.fetch(past_visits, CLERK, 1, 1)) == 1


def test_time_runs_down_the_list(record: Record, desk: Clinic) -> None:
    visits(desk)
    model = HistoryModel(record.runner, record.ports)
    model.show(1)
    lines = model.lines()
    assert [line.at for line in lines] == ["10:15 AM", "2:00 PM", "8:00 AM"]
    assert [line.word for line in lines] == ["Booked", "Cancelled", "Late"]
    assert lines[0].when == "Tue 03/17/2026"
    assert lines[1].why
    assert model.next_words() == "Next: 03/17/2026 at 10:15 AM"


def test_today_says_what_the_board_says(record: Record, desk: Clinic) -> None:
    in_room(desk, booked(desk, time(9, 30)))
    model = HistoryModel(record.runner, record.ports)
    model.show(1)
    assert [(line.at, line.word, line.ring) for line in model.lines()] == [("9:30 AM", "Checked in", "half")]
    record.ports.visits_today = TodaysVisits(record.runner, record.ports)
    assert [(line.at, line.word, line.ring) for line in model.lines()] == [("9:30 AM", "In room", "three_quarters")]


def test_an_old_visit_nobody_closed_is_open_not_late(desk: Clinic) -> None:
    booked(desk, time(8))
    (row,) = desk.executor.fetch(past_visits, CLERK, 1)
    now = desk.database.clock.now() + timedelta(days=2)
    line = line_of(row, now, date(2026, 3, 12))
    assert (line.word, line.ring) == ("Still open", "empty")


def test_enter_goes_to_the_day_and_the_button_books(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    visit = booked(desk, day=LATER)
    section = section_of(record, qtbot)
    section.table.setFocus()
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    section.book.click()
    assert record.went == [
        Place("schedule", appointment_id=visit, day=LATER),
        Place("schedule", patient_id=1, task="book"),
    ]


def test_nothing_yet_is_said_and_a_booking_appears(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    section = section_of(record, qtbot)
    assert not section.nothing.isHidden()
    assert section.beside.text() == "Nothing booked"
    booked(desk, day=LATER)
    section.model.ask()
    assert section.table.isVisible()
    assert section.nothing.isHidden()


def test_who_may_not_book_sees_no_button(desk: Clinic, qtbot: QtBot) -> None:
    with record_of(desk, without(Permission.BOOK)) as record:
        section = section_of(record, qtbot)
        assert section.book.isHidden()
        assert section.deeds() == ()
