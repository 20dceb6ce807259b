"""An absence at the desk: what it means is shown before it is written, and Ctrl+W waives it."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.core.access import Permission
from app.core.ports import Place
from app.schedule.actions import SetAttendancePolicy, set_attendance_policy
from app.schedule.rules import Absence, Consequence
from app.schedule.tables import AttendanceMark
from tests.schedule.conftest import Window
from tests.schedule.test_attendance import RULE, late_cancel, rule
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cancelling(window: Window) -> Window:
    """The panel that cancels a visit of tomorrow morning; one was cancelled late before."""
    rule(window.clinic)
    late_cancel(window.clinic, time(8))
    visit = booked(window.clinic, time(9))
    window.page.activate(Place("schedule", appointment_id=visit.appointment_id, day=TOMORROW, task="cancel"))
    return window


def mark(window: Window) -> tuple[Absence, Consequence, int, str]:
    """The last mark."""
    rows = window.clinic.rows(lambda s: list(s.scalars(select(AttendanceMark).order_by(AttendanceMark.id))))
    return rows[-1].absence, rows[-1].consequence, rows[-1].cents, rows[-1].waive_reason


def test_the_fee_is_shown_and_enter_writes_it(cancelling: Window) -> None:
    panel = cancelling.page.cancelling
    assert panel.absence.before.text() == "In 180 days: late cancels 1"
    assert panel.absence.says.text() == "Absence 2 in 180 days: $35 fee under this clinic’s rule."
    cancelling.press(Key.Key_Return)
    assert mark(cancelling) == (Absence.LATE_CANCEL, Consequence.FEE, 3500, "")


def test_one_key_waives_it_with_the_likely_reason(cancelling: Window) -> None:
    cancelling.press(Key.Key_W, held=Ctrl)
    assert cancelling.page.cancelling.absence.form.waive_code.hasFocus()
    assert "does not count" in cancelling.page.cancelling.absence.says.text()
    cancelling.press(Key.Key_Return, held=Ctrl)
    assert mark(cancelling) == (Absence.LATE_CANCEL, Consequence.FEE, 3500, "first")


def test_a_waiver_in_other_words_asks_for_them_at_their_field(cancelling: Window) -> None:
    form = cancelling.page.cancelling.absence.form
    cancelling.press(Key.Key_W, held=Ctrl)
    form.waive_code.setCurrentIndex(form.waive_code.findData("other"))
    cancelling.press(Key.Key_Return, held=Ctrl)
    assert form.errors.names() == ["waive_note"]


def test_the_clinics_own_doing_is_not_counted(cancelling: Window) -> None:
    panel = cancelling.page.cancelling
    panel.form.reasons.setCurrentRow([one.code for one in panel.reasons].index("practitioner"))
    assert panel.absence.says.text() == "Not the patient’s doing: nothing is counted."
    assert not panel.absence.waive.isVisible()


def test_who_may_not_waive_is_not_offered_it(window: Window) -> None:
    window.page.runner.actor = replace(
        ANYONE, grants={one: grant for one, grant in ANYONE.grants.items() if one is not Permission.OVERRIDE}
    )
    visit = booked(window.clinic, time(9))
    window.page.activate(Place("schedule", appointment_id=visit.appointment_id, day=TOMORROW, task="cancel"))
    assert window.page.cancelling.absence.says.text().startswith("Absence 1 in 180 days: a warning")
    assert not window.page.cancelling.absence.waive.isVisible()


def test_in_time_is_said_too(window: Window) -> None:
    visit = booked(window.clinic, time(9), day=date(2026, 3, 13))
    window.page.activate(Place("schedule", appointment_id=visit.appointment_id, day=date(2026, 3, 13), task="cancel"))
    assert window.page.cancelling.absence.says.text() == "In time: 24 hours or more before. Nothing is counted."


def test_another_desk_that_changed_the_rule_makes_it_look_again(cancelling: Window) -> None:
    later = SetAttendancePolicy(location_id=1, valid_from=date(2026, 3, 10), policy=replace(RULE, fee_after=5))
    cancelling.clinic.do(set_attendance_policy, later)
    cancelling.press(Key.Key_Return)
    panel = cancelling.page.cancelling
    assert "has changed a moment ago" in panel.form.note.accessibleDescription()
    assert panel.absence.says.text() == "Absence 2 in 180 days: a warning under this clinic’s rule."


def test_who_books_sees_how_the_patient_keeps_visits(window: Window) -> None:
    late_cancel(window.clinic, time(8))
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    assert window.page.booking.person.absences.text() == "In 180 days: late cancels 1"
    assert window.page.booking.person.absences.isVisible()


def test_the_reason_of_a_waiver_is_found_by_typing_its_words(cancelling: Window) -> None:
    box = cancelling.page.cancelling.absence.form.waive_code
    cancelling.press(Key.Key_W, held=Ctrl)
    other = box.itemText(box.findData("other"))
    cancelling.type(other[:3].lower())
    assert box.currentData() == "other"
    cancelling.press(Key.Key_Space)
    assert not box.view().isVisible()
    assert box.currentData() == "other"
    assert box.hasFocus()
