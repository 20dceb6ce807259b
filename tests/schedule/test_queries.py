"""What the schedule answers, to whom."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import event

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import ClinicError, NotFound, Refused
from app.schedule.actions import CancelAppointment, booking, cancel_appointment
from app.schedule.queries import appointment, day, day_plan, next_visits
from app.schedule.queries.ask import likely_type, openings, visit_types
from app.schedule.rules import AppointmentStatus, VisitKind
from app.schedule.tables import Appointment, VisitType
from tests.schedule.visits import TOMORROW, booked, counts
from tests.support.clinic import ANYONE, Clinic

STRANGER = Actor(3, "Cy", ("desk",), frozenset({2}), {
    Permission.SEARCH_PATIENT: Grant(Scope.OWN), Permission.BOOK: Grant(Scope.OWN),
})  # fmt: skip


def test_a_day_lists_everyone_ghosts_too(clinic: Clinic) -> None:
    gone = booked(clinic, time(9))
    booked(clinic, time(11), patient_id=2)
    booked(clinic, time(10), practitioner_id=2)
    clinic.do(
        cancel_appointment,
        CancelAppointment(appointment_id=gone.appointment_id, version=gone.version, reason_code="sick"),
    )
    rows = clinic.executor.fetch(day, ANYONE, 1, TOMORROW)
    assert [(row.start, row.patient, row.ghost) for row in rows] == [
        (time(9), "Núñez, María José", True),
        (time(10), "Núñez, María José", False),
        (time(11), "Smith, Joan", False),
    ]
    assert rows[0].birth_date == date(1971, 6, 30)
    assert clinic.executor.fetch(day, ANYONE, None, TOMORROW) == rows


def test_another_location_sees_nothing(clinic: Clinic) -> None:
    made = booked(clinic)
    assert clinic.executor.fetch(day, STRANGER, None, TOMORROW) == ()
    assert clinic.executor.fetch(next_visits, STRANGER, 1) == ()
    with pytest.raises(NotFound):
        clinic.executor.fetch(appointment, STRANGER, made.appointment_id)
    with pytest.raises(Refused):
        clinic.executor.fetch(day, STRANGER, 1, TOMORROW)
    with pytest.raises(Refused):
        clinic.executor.fetch(day_plan, STRANGER, 1, TOMORROW)
    with pytest.raises(Refused):
        clinic.executor.fetch(openings, STRANGER, 1, 2, TOMORROW)


def test_a_masked_role_sees_names_and_times_only(clinic: Clinic) -> None:
    booked(clinic)
    reader = Actor(4, "Di", grants={Permission.SEARCH_PATIENT: Grant(masked=True)})
    row = clinic.executor.fetch(day, reader, 1, TOMORROW)[0]
    assert (row.patient, row.birth_date, row.mrn) == ("Núñez, María José", None, "")


def test_a_day_is_four_questions_however_many_rows(clinic: Clinic) -> None:
    for hour in range(8, 16):
        booked(clinic, time(hour))
    asked: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(clinic.database.engine, "before_cursor_execute", note)
    clinic.executor.fetch(day, ANYONE, 1, TOMORROW)
    assert len([one for one in asked if one.startswith("SELECT")]) == 4  # rows, people, types, whose glass is open
    asked.clear()
    clinic.executor.fetch(day_plan, ANYONE, 1, TOMORROW)
    assert len([one for one in asked if one.startswith("SELECT")]) <= 10


def test_the_columns_of_a_day(clinic: Clinic) -> None:
    booked(clinic)
    plan = clinic.executor.fetch(day_plan, ANYONE, 1, TOMORROW)
    assert [column.who.family for column in plan.columns] == ["Lee", "Okafor"]
    okafor = plan.columns[1]
    assert (okafor.open_minutes, okafor.taken_minutes, plan.next_open_day) == (540, 45, None)
    assert (plan.today, plan.location) == (clinic.day, "Visalia – Main Street")


def test_an_empty_day_names_the_next_open_one(clinic: Clinic) -> None:
    plan = clinic.executor.fetch(day_plan, ANYONE, 1, date(2026, 3, 15))
    assert (plan.columns, plan.next_open_day) == ((), date(2026, 3, 16))


@pytest.mark.peer("OM-09")
def test_openings_leave_out_what_is_taken_for_anyone(clinic: Clinic) -> None:
    for start in (time(8), time(8, 45)):
        booked(clinic, start)
    found = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, None, 1, 3)
    assert [(one.practitioner, one.start) for one in found] == [
        ("Lee", time(9, 30)), ("Okafor", time(9, 30)), ("Lee", time(9, 45)),
    ]  # fmt: skip
    other = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, None, 2, 1)
    assert (other[0].practitioner, other[0].start) == ("Lee", time(8))


@pytest.mark.peer("OM-08")
def test_openings_fit_the_length_and_the_present(clinic: Clinic) -> None:
    found = clinic.executor.fetch(openings, ANYONE, 1, 1, clinic.day, 1, 1, None, 100)
    assert (found[0].start, found[-1].start) == (time(10, 45), time(16))


@pytest.mark.peer("OM-11")
def test_openings_of_somebody_without_hours(clinic: Clinic) -> None:
    assert clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 28, 77) == ()
    assert clinic.executor.fetch(openings, ANYONE, 2, 2, TOMORROW) == ()


@pytest.mark.peer("OM-10")
@pytest.mark.parametrize("args", [(1, 2, TOMORROW, 0), (1, 77, TOMORROW), (77, 2, TOMORROW)])
def test_a_search_that_makes_no_sense_is_told(clinic: Clinic, args: tuple[Any, ...]) -> None:
    with pytest.raises(ClinicError):
        clinic.executor.fetch(openings, ANYONE, *args)


def test_next_visits_come_by_time_not_by_entry(clinic: Clinic) -> None:
    for on in (date(2026, 3, 20), date(2026, 3, 12), date(2026, 3, 16)):
        booked(clinic, day=on)
    assert [row.day.day for row in clinic.executor.fetch(next_visits, ANYONE, 1)] == [12, 16, 20]


def test_a_missed_visit_that_comes_back_needs_its_time(clinic: Clinic) -> None:
    made = booked(clinic)
    for status, held in ((AppointmentStatus.NOSHOW, 0), (AppointmentStatus.ARRIVED, 2)):
        with clinic.database.writing() as session:
            visit = session.get_one(Appointment, made.appointment_id)
            booking.set_status(session, visit, status)
            session.commit()
        assert counts(clinic) == (1, held)


def test_the_likely_type_is_the_follow_up_that_was_had_last(clinic: Clinic) -> None:
    clinic.add(VisitType(id=90, code="HAND30", name="Hand therapy 30", kind=VisitKind.FOLLOW_UP, minutes=30))
    types = clinic.executor.fetch(visit_types, ANYONE)
    evaluation = next(one.id for one in types if one.kind is VisitKind.EVALUATION)
    assert next(one.id for one in types if one.kind is VisitKind.FOLLOW_UP) == 90, "the shortest is listed first"
    assert likely_type(types, None) == evaluation
    assert likely_type(types, 90) == 90
    assert likely_type(types, evaluation) == likely_type(types, 2) == 2
