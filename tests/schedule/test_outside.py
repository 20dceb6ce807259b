"""The worklist of visits that nobody works for."""

from datetime import date, time

from app.core.access import Actor, Grant, Permission, Scope
from app.core.ports import WorklistRow
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.queries.outside import OutsideHours
from tests.schedule.test_blocks import block
from tests.schedule.test_setup import SHORT, set_hours, week
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic


def listed(clinic: Clinic, actor: Actor = ANYONE, location: int | None = 1) -> tuple[WorklistRow, ...]:
    with clinic.database.reading() as session:
        return OutsideHours().rows(session, actor, location, clinic.day)


def test_visits_that_were_kept_are_listed_until_somebody_works_again(clinic: Clinic) -> None:
    made = booked(clinic, time(14))
    booked(clinic, time(9), patient_id=2)
    assert listed(clinic) == ()
    set_hours(clinic, week(wed=SHORT), accept=True, reason="school")
    assert [(row.appointment_id, row.title, row.detail, row.day) for row in listed(clinic)] == [
        (made.appointment_id, "Núñez, María José", "Wed, Mar 11, 2:00 PM with Okafor", TOMORROW)
    ]
    set_hours(clinic, week())
    assert listed(clinic) == ()


def test_closed_time_over_visits_is_listed_and_a_cancelled_one_is_not(clinic: Clinic) -> None:
    made = booked(clinic, time(14))
    block(clinic, time(13), time(15), override=True, reason="sick")
    assert [row.appointment_id for row in listed(clinic)] == [made.appointment_id]
    clinic.do(
        cancel_appointment,
        CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick"),
    )
    assert listed(clinic) == ()


def test_who_booked_outside_on_purpose_meant_it(clinic: Clinic) -> None:
    booked(clinic, time(18), override=True, reason="the patient works until then")
    assert listed(clinic) == ()


def test_a_director_reads_the_own_locations(clinic: Clinic) -> None:
    booked(clinic, time(14), day=date(2026, 3, 20))
    set_hours(clinic, week(fri=()), accept=True, reason="leaves")
    grants = {Permission.SEARCH_PATIENT: Grant(Scope.OWN)}
    assert len(listed(clinic, Actor(2, "Di", ("LD",), frozenset({1}), grants), None)) == 1
    assert listed(clinic, Actor(2, "Di", ("LD",), frozenset({2}), grants), None) == ()
