"""The nights on which the clocks change, and instants beside wall times."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.core.errors import ClinicError
from app.schedule.actions import MoveAppointment, move_appointment
from app.schedule.queries import day_plan
from app.schedule.queries.ask import openings
from tests.schedule.visits import booked
from tests.support.clinic import ANYONE, Clinic

SPRING, AUTUMN = date(2027, 3, 14), date(2026, 11, 1)


def test_an_hour_that_does_not_come_is_refused(clinic: Clinic) -> None:
    with pytest.raises(ClinicError) as told:
        booked(clinic, time(2, 30), day=SPRING, override=True, reason="night shift")
    assert told.value.field == "start"


def test_of_an_hour_that_comes_twice_the_earlier_is_taken(clinic: Clinic) -> None:
    made = booked(clinic, time(1, 30), day=AUTUMN, override=True, reason="night shift")
    assert made.starts_at == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    assert (made.day, made.start) == (AUTUMN, time(1, 30))


def test_a_visit_over_the_change_keeps_its_minutes(clinic: Clinic) -> None:
    made = booked(clinic, time(1, 45), day=SPRING, minutes=60, override=True, reason="night shift")
    assert made.ends_at - made.starts_at == timedelta(minutes=60)


def test_the_same_wall_time_before_and_after_the_change(clinic: Clinic) -> None:
    made = booked(clinic, time(9), day=date(2026, 10, 30))
    moved = clinic.do(
        move_appointment,
        MoveAppointment(appointment_id=made.appointment_id, version=made.version, day=date(2026, 11, 2), start=time(9)),
    )
    assert moved.start == time(9)
    assert moved.starts_at - made.starts_at == timedelta(days=3, hours=1)


def test_working_hours_are_wall_time_in_both_halves_of_the_year(clinic: Clinic) -> None:
    for monday in (date(2026, 3, 16), date(2026, 11, 2)):
        found = clinic.executor.fetch(openings, ANYONE, 1, 2, monday, 1, 1, None, 1)
        assert (found[0].day, found[0].start) == (monday, time(8))


def test_the_columns_of_a_short_day_are_whole(clinic: Clinic) -> None:
    booked(clinic, time(0, 30), day=SPRING, override=True, reason="night shift")
    plan = clinic.executor.fetch(day_plan, ANYONE, 1, SPRING)
    assert [visit.start for visit in plan.visits] == [time(0, 30)]
