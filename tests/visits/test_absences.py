"""Past visits are proposed as missed, never set; absences without a decision and the director's stand in a list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.ports import Here, Place, Ports, WorklistRow
from app.kit import theme
from app.runner.bridge import Runner
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.rules import AppointmentStatus, Consequence
from app.schedule.tables import Appointment, AttendanceMark
from app.visits.actions import NoShow, no_show
from app.visits.queries import OpenVisits
from app.visits.queries.absences import AttendanceToReview, ProbablyMissed
from app.visits.queries.worklists import Lists, worklist_rows
from app.visits.view.attendance import AttendanceDesk, WaiveDrawer
from app.visits.view.worklists import WorklistsPage
from tests.schedule.test_attendance import late_cancel, rule
from tests.support.clinic import ANYONE, ZONE, Clinic
from tests.support.databases import NOW
from tests.visits.flow import arrived, booked, row

LISTS = (OpenVisits(), ProbablyMissed(), AttendanceToReview())


def rows(clinic: Clinic, code: str, days: int = 1) -> tuple[WorklistRow, ...]:
    found = clinic.executor.fetch(worklist_rows, ANYONE, Lists(LISTS), 1, clinic.day + timedelta(days=days))
    return next(one.rows for one in found if one.code == code)


def marks(clinic: Clinic) -> list[AttendanceMark]:
    return clinic.rows(lambda session: list(session.scalars(select(AttendanceMark).order_by(AttendanceMark.id))))


def status(clinic: Clinic, visit: int) -> AppointmentStatus:
    return clinic.rows(lambda session: session.get_one(Appointment, visit).status)


def test_a_past_visit_is_proposed_with_what_it_would_mean_and_stays_booked(clinic: Clinic) -> None:
    rule(clinic)
    visit = booked(clinic, time(11))
    assert rows(clinic, "probably-missed", days=0) == ()
    clinic.database.clock = FixedClock(NOW + timedelta(days=1))
    found = rows(clinic, "probably-missed")
    assert [(one.title, one.detail) for one in found] == [
        ("Núñez, María José", "Still booked. As no-show: Absence 1 in 180 days: a warning under this clinic’s rule.")
    ]
    assert status(clinic, visit) is AppointmentStatus.BOOKED
    assert rows(clinic, "open-visits") == ()


def test_who_came_and_was_not_finished_is_an_open_visit(clinic: Clinic) -> None:
    arrived(clinic, booked(clinic, time(11)))
    clinic.database.clock = FixedClock(NOW + timedelta(days=1))
    assert rows(clinic, "probably-missed") == ()
    assert len(rows(clinic, "open-visits")) == 1


def test_an_absence_that_was_not_decided_on_waits_in_the_list(clinic: Clinic) -> None:
    visit = booked(clinic, time(11))
    gone = CancelAppointment(appointment_id=visit, version=1, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    weather = booked(clinic, time(13))
    clinic.do(cancel_appointment, CancelAppointment(appointment_id=weather, version=1, reason_code="weather"))
    assert [one.appointment_id for one in rows(clinic, "attendance")] == [visit]


@pytest.mark.parametrize(("code", "waits"), [("forgot", 1), ("", 1), ("not-told", 0)])
def test_a_no_show_without_a_mark_waits_unless_it_was_the_clinics_doing(clinic: Clinic, code: str, waits: int) -> None:
    visit = booked(clinic, time(10, 45))
    clinic.database.clock = FixedClock(NOW + timedelta(hours=1))
    clinic.do(no_show, NoShow(appointment_id=visit, version=row(clinic, visit).version, reason_code=code))
    assert len(rows(clinic, "attendance")) == waits


def test_the_third_absence_waits_for_the_director(clinic: Clinic) -> None:
    rule(clinic)
    for start in (time(8), time(8, 45), time(9, 30)):
        late_cancel(clinic, start)
    assert [one.detail for one in rows(clinic, "attendance")] == [
        "Late cancel · $35 fee", "Late cancel · the director looks at it"
    ]  # fmt: skip


# --------------------------------------------------------------------------------------------------------- the page


@dataclass(slots=True)
class Page:
    """The page with the keys of its lists."""

    clinic: Clinic
    page: WorklistsPage
    said: list[str] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key, held)
        QApplication.processEvents()


@pytest.fixture
def lists(qapp: QApplication, qtbot: QtBot, desk: Clinic) -> Iterator[Page]:
    theme.apply(qapp)
    runner = Runner(desk.executor, inline=True)
    runner.actor = ANYONE
    today = desk.day + timedelta(days=1)
    ports = Ports(here=lambda: Here(1, ZONE, today, today), worklists=list(LISTS))
    page = WorklistsPage(runner, ports)
    made = Page(desk, page)
    ports.announce = made.said.append
    ports.undoable = lambda words, undo: (made.said.append(words), made.undo.append(undo))[0]
    ports.row_keys |= AttendanceDesk(page, runner, ports).row_keys()
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    yield made
    page.close()
    runner.close()


def test_one_key_a_row_marks_it_and_undo_takes_it_back(lists: Page) -> None:
    clinic = lists.clinic
    first, second = booked(clinic, time(11)), booked(clinic, time(13), patient_id=2)
    clinic.database.clock = FixedClock(NOW + timedelta(days=1))
    lists.page.activate(Place("worklists", task="probably-missed"))
    lists.page.rows.setFocus()
    lists.press(Qt.Key.Key_Return)
    assert (status(clinic, first), status(clinic, second)) == (AppointmentStatus.NOSHOW, AppointmentStatus.BOOKED)
    assert [(one.appointment_id, one.consequence) for one in marks(clinic)] == [(first, Consequence.WARN)]
    lists.page.model.reload()
    lists.press(Qt.Key.Key_Return)
    assert status(clinic, second) is AppointmentStatus.NOSHOW
    lists.undo[-1]()
    assert status(clinic, second) is AppointmentStatus.BOOKED
    assert [one.voided_at is None for one in marks(clinic)] == [True, False]


def test_it_stands_or_is_waived_with_a_reason(lists: Page) -> None:
    clinic = lists.clinic
    rule(clinic)
    for start in (time(8), time(8, 45), time(9, 30)):
        late_cancel(clinic, start)
    lists.page.activate(Place("worklists", task="attendance"))
    lists.page.rows.setFocus()
    lists.press(Qt.Key.Key_Return)
    assert [one.reviewed_at is not None for one in marks(clinic)] == [False, True, False]
    lists.page.model.reload()
    lists.page.rows.selectRow(0)
    lists.press(Qt.Key.Key_W)
    drawer = next(one for one in lists.page.window().findChildren(WaiveDrawer) if one.isVisible())
    assert drawer.fields.waive_code.hasFocus()
    lists.press(Qt.Key.Key_Return)
    assert [one.waive_reason for one in marks(clinic)] == ["", "", "first"]
    assert lists.said[-1] == "Waived: Núñez, María José"
    lists.undo[-1]()
    assert [one.waived_at for one in marks(clinic)] == [None, None, None]


def test_the_keys_belong_to_the_list_that_is_shown(lists: Page) -> None:
    booked(lists.clinic, time(11))
    lists.page.activate(Place("worklists", task="probably-missed"))
    assert [one.label() for one in lists.page._further[1]] == ["Did not come"]
    lists.page.model.choose("open-visits")
    lists.page.show_model()
    assert lists.page._further[1] == []
