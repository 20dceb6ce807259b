"""Leave to book against the rules: given ahead, used by a desk that has no such right, gone at its hour, taken back."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.core.access import Actor, Grant, Permission, Scope
from app.core.clock import FixedClock
from app.core.errors import Clash, ClinicError, ReasonNeeded, Refused, Stale
from app.schedule.actions import (
    CancelAppointment,
    GiveOverride,
    MoveAppointment,
    OverrideGiven,
    VoidOverride,
    book,
    cancel_appointment,
    give_override,
    move_appointment,
    void_override,
)
from app.schedule.queries.overrides import OverrideRow, Overrides, overrides
from app.schedule.rules.capacity import OverrideState
from app.schedule.tables import Appointment
from tests.schedule.conftest import Window
from tests.schedule.test_booking import DESK
from tests.schedule.visits import TOMORROW, booked, command
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW

EARLY = time(7)


def given(clinic: Clinic, start: time = EARLY, **changed: Any) -> OverrideGiven:
    """Leave for a visit before the hours."""
    wanted = {"location_id": 1, "practitioner_id": 1, "day": TOMORROW, "start": start, "minutes": 45}
    return clinic.do(give_override, GiveOverride(**{**wanted, "reason": "comes from far away", **changed}))


def shown(clinic: Clinic) -> list[OverrideRow]:
    """What the list says about three days."""
    return list(clinic.executor.fetch(overrides, ANYONE, 1, date(2026, 3, 9), date(2026, 3, 12)))


def early(clinic: Clinic, actor: Actor = DESK, **changed: Any) -> int:
    """Book before the hours."""
    return clinic.do(book, command(clinic, changed.pop("start", EARLY), **changed), actor).appointment_id


def test_a_desk_without_the_right_books_by_leave_given_ahead_once(clinic: Clinic) -> None:
    given(clinic)
    visit = early(clinic)
    [row] = shown(clinic)
    assert (row.state, row.appointment_id, row.rules, row.why) == ("used", visit, ("hours",), "comes from far away")
    assert (row.patient, row.given_by) == ("Núñez, María José", "Ana Ruiz")
    clinic.do(cancel_appointment, CancelAppointment(appointment_id=visit, version=1, reason_code="sick"))
    with pytest.raises(ClinicError, match="does not see patients"):
        early(clinic)


@pytest.mark.parametrize(
    "other",
    [
        {"start": time(7, 15)},
        {"start": time(6, 45)},
        {"minutes": 60},
        {"practitioner_id": 2},
        {"day": date(2026, 3, 12)},
        {"patient_id": 2},
    ],
)
def test_leave_is_for_its_time_practitioner_and_patient(clinic: Clinic, other: dict[str, Any]) -> None:
    given(clinic, patient_id=1)
    with pytest.raises(ClinicError, match="does not see patients"):
        early(clinic, **other)
    assert [row.state for row in shown(clinic)] == ["open"]
    early(clinic, minutes=30)


def test_leave_for_anybody_is_not_taken_while_there_is_one_by_name(clinic: Clinic) -> None:
    given(clinic)
    given(clinic, patient_id=1)
    early(clinic)
    assert [row.state for row in shown(clinic)] == ["open", "used"]


def test_leave_is_gone_at_its_hour_and_the_visit_made_with_it_stays(clinic: Clinic) -> None:
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    used = given(clinic)
    visit = early(clinic)
    given(clinic, time(6))
    clock.at = used.starts_at
    assert [row.state for row in shown(clinic)] == ["expired", "used"]
    with pytest.raises(ClinicError):
        early(clinic, start=time(6), patient_id=2)
    assert clinic.rows(lambda session: session.get_one(Appointment, visit).status) == "booked"


def test_leave_never_books_over_somebody(clinic: Clinic) -> None:
    early(clinic, ANYONE, override=True, reason="asked for")
    given(clinic)
    with pytest.raises(Clash):
        early(clinic, patient_id=2)
    assert [row.state for row in shown(clinic)] == ["used", "open"]


def test_a_visit_moves_by_leave_too(clinic: Clinic) -> None:
    made = booked(clinic)
    given(clinic)
    move = MoveAppointment(appointment_id=made.appointment_id, version=made.version, day=TOMORROW, start=EARLY)
    clinic.do(move_appointment, move, DESK)
    assert [row.appointment_id for row in shown(clinic)] == [made.appointment_id]


def test_a_move_is_taken_back_to_where_the_rules_were_set_aside(clinic: Clinic) -> None:
    visit = early(clinic, ANYONE, override=True, reason="asked for")
    there = MoveAppointment(appointment_id=visit, version=1, day=TOMORROW, start=time(10))
    moved = clinic.do(move_appointment, there, DESK)
    back = MoveAppointment(
        appointment_id=visit, version=moved.version, day=TOMORROW, start=EARLY, undoes=there.id
    )  # fmt: skip
    again = clinic.do(move_appointment, back, DESK)
    shorter = MoveAppointment(appointment_id=visit, version=again.version, day=TOMORROW, start=EARLY, minutes=30)
    clinic.do(move_appointment, shorter, DESK)
    assert [(row.state, row.appointment_id) for row in shown(clinic)] == [("used", visit)]
    with pytest.raises(ClinicError):
        early(clinic, patient_id=2)


def test_leave_is_taken_back_while_nobody_used_it(clinic: Clinic) -> None:
    made = given(clinic)
    with pytest.raises(Stale):
        clinic.do(void_override, VoidOverride(override_id=made.override_id, version=made.version + 1))
    clinic.do(void_override, VoidOverride(override_id=made.override_id, version=made.version))
    assert [row.state for row in shown(clinic)] == ["taken-back"]
    with pytest.raises(ClinicError):
        early(clinic)
    again = given(clinic)
    early(clinic)
    with pytest.raises(ClinicError, match="not open any more"):
        clinic.do(void_override, VoidOverride(override_id=again.override_id, version=again.version + 1))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"day": date(2026, 3, 9)}, "day"),
        ({"day": date(2026, 3, 10), "start": time(10, 40)}, "start"),
        ({"minutes": 2}, "minutes"),
        ({"practitioner_id": 77}, "practitioner"),
        ({"patient_id": 77}, "patient"),
        ({"reason": " "}, "reason"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(clinic: Clinic, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        given(clinic, **changed)
    assert told.value.field == field
    assert shown(clinic) == []


def test_who_may_not_set_rules_aside_gives_no_leave(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        clinic.do(give_override, GiveOverride(
            location_id=1, practitioner_id=1, day=TOMORROW, start=EARLY, minutes=45, reason="asked"), DESK)  # fmt: skip
    reader = Actor(3, "Di", ("lead",), frozenset({1}), {Permission.OVERRIDE: Grant(Scope.OWN, reason=True)}, "Desk 2")
    with pytest.raises(ReasonNeeded):
        clinic.do(give_override, GiveOverride(
            location_id=1, practitioner_id=1, day=TOMORROW, start=EARLY, minutes=45), reader)  # fmt: skip


def test_the_worklist_shows_what_was_set_aside_and_what_may_be(clinic: Clinic) -> None:
    given(clinic, patient_id=2)
    visit = early(clinic, ANYONE, start=time(6), override=True, reason="asked for")
    clinic.do(void_override, VoidOverride(override_id=given(clinic).override_id, version=1))
    with clinic.database.reading() as session:
        rows = Overrides().rows(session, ANYONE, None, clinic.day)  # type: ignore[arg-type]
        with pytest.raises(Refused):
            Overrides().rows(session, DESK, 1, clinic.day)  # type: ignore[arg-type]
    assert [(row.title, row.detail) for row in rows] == [
        ("Núñez, María José – Wed, Mar 11 · 6:00 AM · Okafor", "Booked against the rules: asked for (Ana Ruiz)"),
        ("Smith, Joan – Wed, Mar 11 · 7:00 AM · Okafor", "Not used yet: comes from far away (Ana Ruiz)"),
    ]
    assert [row.appointment_id for row in rows] == [visit, None]
    later = clinic.day + timedelta(days=4)
    clinic.database.clock = FixedClock(NOW + timedelta(days=4))
    with clinic.database.reading() as session:
        rows = Overrides().rows(session, ANYONE, None, later)  # type: ignore[arg-type]
    assert [row.detail for row in rows] == [
        "Not used, and over: comes from far away (Ana Ruiz)", "Booked against the rules: asked for (Ana Ruiz)",
    ]  # fmt: skip


def test_a_director_gives_leave_in_the_window(window: Window) -> None:
    window.page.model.put(0, 8 * 60)
    window.page.asking.give_override()
    form = window.page.giving.form
    assert window.page.drawer.isVisible()
    form.day.set_value(TOMORROW)
    form.start.set_value(EARLY)
    window.page.giving.confirm.click()
    assert shown(window.clinic) == []
    form.reason.setText("comes from far away")
    window.page.giving.confirm.click()
    [row] = shown(window.clinic)
    assert (row.state, row.day, row.start, row.patient_id) == (OverrideState.OPEN, TOMORROW, EARLY, None)
    assert not window.page.drawer.isVisible()


def test_nothing_of_what_was_set_aside_is_lost_on_the_visit(clinic: Clinic) -> None:
    visit = early(clinic, ANYONE, override=True, reason="x" * 500)
    with clinic.database.reading() as session:
        assert session.scalars(select(Appointment.id)).all() == [visit]
    assert shown(clinic)[0].why == "x" * 200
