"""The worklist of visits that nobody works for."""

from datetime import date, time, timedelta
from random import Random

from app.core.access import Actor, Grant, Permission, Scope
from app.core.clock import instant
from app.core.ports import WorklistRow
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.queries.free import books, staff_of
from app.schedule.queries.outside import OutsideHours, outside
from app.schedule.rules import Span
from app.schedule.rules.spans import covers
from app.schedule.tables import Appointment, Block, WorkingHours
from app.staff.tables import Location
from tests.schedule.test_blocks import block
from tests.schedule.test_setup import SHORT, set_hours, week
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, ZONE, Clinic


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


def test_it_is_what_the_books_say(clinic: Clinic) -> None:
    dice = Random(4)
    first = TOMORROW

    def some(day: date) -> dict[str, object]:
        """A time of a day, up to three hours."""
        start = time(dice.randrange(7, 17), dice.choice((0, 15, 30, 45)))
        begin, minutes = instant(day, start, ZONE), dice.choice((30, 45, 60, 180))
        return {"start": start, "minutes": minutes, "starts_at": begin, "ends_at": begin + timedelta(minutes=minutes)}

    for _ in range(12):
        since = first + timedelta(days=dice.randrange(30))
        until = dice.choice((None, since + timedelta(days=dice.randrange(20))))
        begins = dice.randrange(17, 20)
        clinic.add(
            WorkingHours(
                practitioner_id=dice.choice((1, 2)), location_id=1, weekday=dice.randrange(7), starts=time(begins),
                ends=time(begins + 2), valid_from=since, valid_to=until,
            )
        )  # fmt: skip
    for _ in range(10):
        told = some(first + timedelta(days=dice.randrange(40)))
        clinic.add(
            Block(
                location_id=1, practitioner_id=dice.choice((None, 1, 2)), starts_at=told["starts_at"],
                ends_at=told["ends_at"], reason="x",
            )
        )  # fmt: skip
    for _ in range(150):
        day = first + timedelta(days=dice.randrange(40))
        told = some(day)
        clinic.add(
            Appointment(
                location_id=1, practitioner_id=dice.choice((1, 2)), patient_id=1, visit_type_id=2, day=day,
                wall_start=told["start"], zone=ZONE, starts_at=told["starts_at"], ends_at=told["ends_at"],
                minutes=told["minutes"], created_at=told["starts_at"],
            )
        )  # fmt: skip
    last = first + timedelta(days=40)
    with clinic.database.reading() as session:
        place = session.get_one(Location, 1)
        made = books(session, place, staff_of(session, 1), first, 41)
        visits = session.query(Appointment).all()
        plain = {
            one.id
            for one in visits
            if not covers(made[one.practitioner_id, one.day].opened, Span.of(one.starts_at, one.ends_at))
        }
        assert 10 < len(plain) < 140
        assert outside(session, place, first, last) == plain
