"""The wall time and its zone are the key: nights on which clocks change, zones without them, over midnight, new zone rules."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.clock import local
from app.core.errors import Clash, ClinicError
from app.schedule.actions import BookAppointment, CancelAppointment, book, cancel_appointment
from app.schedule.actions.slots import times
from app.schedule.actions.zones import KeepWallTimes, keep_wall_times
from app.schedule.queries.ask import openings
from app.schedule.rules import free_starts
from app.schedule.rules.spans import wall_instants, wall_span
from app.schedule.tables import Appointment, FreedSlot, Occupancy, WorkingHours
from app.staff.tables import Location
from tests.schedule.visits import booked, counts
from tests.support.clinic import ANYONE, Clinic

NEW_YORK, ARIZONA, LORD_HOWE = "America/New_York", "America/Phoenix", "Australia/Lord_Howe"
SPRING, AUTUMN = date(2027, 3, 14), date(2027, 11, 7)
#: zone, day, and how many minutes it has
NIGHTS = [
    (NEW_YORK, SPRING, 23 * 60),
    (NEW_YORK, AUTUMN, 25 * 60),
    (NEW_YORK, date(2027, 3, 13), 24 * 60),
    (ARIZONA, SPRING, 24 * 60),
    (ARIZONA, AUTUMN, 24 * 60),
    (LORD_HOWE, date(2027, 10, 3), 23 * 60 + 30),
    (LORD_HOWE, date(2027, 4, 4), 24 * 60 + 30),
]
zones = st.sampled_from([NEW_YORK, ARIZONA, LORD_HOWE, "America/Los_Angeles", "Pacific/Chatham"])
#: around every night of two years on which some clock changes, and all between
days = st.dates(date(2026, 12, 1), date(2028, 12, 1)) | st.sampled_from([day for _, day, _ in NIGHTS])
walls = st.integers(0, 24 * 12 - 1).map(lambda five: time(five // 12, five % 12 * 5))
lengths = st.integers(1, 96).map(lambda fives: fives * 5)


@given(zones, days, walls, lengths)
def test_a_visit_begins_at_its_wall_time_and_lasts_its_minutes(zone: str, day: date, wall: time, minutes: int) -> None:
    there = Location(zone=zone)
    real = datetime.combine(day, wall, ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    if real.replace(tzinfo=None) != datetime.combine(day, wall):  # it does not come that night
        with pytest.raises(ClinicError, match="jump over"):
            times(there, day, wall, minutes)
        return
    begin, end = times(there, day, wall.replace(fold=1), minutes)
    assert (local(begin, zone).date(), local(begin, zone).time()) == (day, wall)
    assert end - begin == timedelta(minutes=minutes)
    assert (begin, end) == wall_instants(day, wall, minutes, zone)
    assert local(begin, zone).fold == 0  # the first of an hour that comes twice


@given(zones, days, walls, walls)
def test_later_walls_are_later_instants(zone: str, day: date, one: time, other: time) -> None:
    first, last = sorted((one, other))
    assert wall_instants(day, first, 5, zone)[0] <= wall_instants(day, last, 5, zone)[0] + timedelta(hours=1)
    assert wall_instants(day, last, 5, zone) < wall_instants(day + timedelta(days=1), last, 5, zone)


@pytest.mark.parametrize(("zone", "day", "minutes"), NIGHTS)
def test_a_night_has_the_minutes_it_has(zone: str, day: date, minutes: int) -> None:
    whole = wall_span(day, time(0), time(0), zone)
    assert whole.end - whole.start == minutes
    starts = free_starts([whole], [[]], 30)
    assert len(starts) == (minutes - 30) // 15 + 1
    assert all(local(datetime.fromtimestamp(at * 60, UTC), zone).minute % 15 == 0 for at in starts)


def round_the_clock(clinic: Clinic, zone: str) -> None:
    """The first location lies in a zone, and both practitioners work there day and night."""
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Location).values(zone=zone))
        session.execute(update(WorkingHours).values(starts=time(0), ends=time(0)))
        session.commit()
    clinic.add(
        *[
            WorkingHours(practitioner_id=who, location_id=1, weekday=day, starts=time(0), ends=time(0),
                         valid_from=date(2026, 1, 1))
            for who in (1, 2)
            for day in (5, 6)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(("zone", "day", "minutes"), NIGHTS)
def test_a_night_is_filled_to_its_last_minute_and_no_further(
    clinic: Clinic, zone: str, day: date, minutes: int
) -> None:
    round_the_clock(clinic, zone)
    found = clinic.executor.fetch(openings, ANYONE, 1, 2, day, 1, 1, None, 200, 30)
    taken: list[datetime] = []
    for opening in found:
        assert opening.start.fold == 0
        if taken and opening.starts_at < taken[-1]:
            continue
        wall = BookAppointment(
            patient_id=1, practitioner_id=1, location_id=1, visit_type_id=2, day=opening.day, start=opening.start,
            minutes=30,
        )  # fmt: skip
        taken.append(clinic.do(book, wall).ends_at)
        assert taken[-1] == opening.ends_at
    twice = max(0, minutes - 24 * 60)  # the second of two hours with one name is not offered: nobody could say it
    assert len(taken) == (minutes - twice) // 30
    assert counts(clinic) == (len(taken), 2 * len(taken))


@pytest.mark.parametrize("zone", [NEW_YORK, ARIZONA, LORD_HOWE])
@pytest.mark.parametrize("day", [date(2027, 3, 13), date(2027, 11, 6), date(2027, 4, 3)])
def test_a_visit_over_midnight_is_taken_on_both_days(clinic: Clinic, zone: str, day: date) -> None:
    round_the_clock(clinic, zone)
    made = booked(clinic, time(23, 30), day=day, minutes=90)
    assert (made.day, made.ends_at - made.starts_at) == (day, timedelta(minutes=90))
    with pytest.raises(Clash):
        booked(clinic, time(0, 45), day=day + timedelta(days=1), patient_id=2)
    with pytest.raises(Clash):
        booked(clinic, time(23), day=day, patient_id=2)
    free = clinic.executor.fetch(openings, ANYONE, 1, 2, day + timedelta(days=1), 1, 1, None, 1)
    assert free[0].start == time(1)


def instants(clinic: Clinic) -> list[tuple[datetime, datetime, date, time, str]]:
    """When every visit is, by instants and by wall time; and that what it holds is the same."""
    with clinic.database.reading() as session:
        visits = session.scalars(select(Appointment).order_by(Appointment.id)).all()
        rows = session.execute(select(Occupancy.appointment_id, Occupancy.starts_at, Occupancy.ends_at)).all()
        by_id = {one.id: (one.starts_at, one.ends_at) for one in visits}
        assert all(by_id[row[0]] == (row[1], row[2]) for row in rows)
        return [(one.starts_at, one.ends_at, one.day, one.wall_start, one.zone) for one in visits]


def test_visits_stay_at_their_wall_time_when_a_zone_gets_other_rules(clinic: Clinic) -> None:
    for hour in (9, 10, 11):
        booked(clinic, time(hour), minutes=60)
    gone = booked(clinic, time(14), patient_id=2)
    clinic.do(cancel_appointment, CancelAppointment(appointment_id=gone.appointment_id, version=1, reason_code="sick"))
    right = instants(clinic)
    hour = timedelta(hours=1)
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:  # as older rules had it
        for kind in (Occupancy, Appointment):
            rows = session.scalars(select(kind).order_by(kind.starts_at.desc())).all()
            for row in rows:
                row.starts_at, row.ends_at = row.starts_at + hour, row.ends_at + hour
                session.flush()
        session.commit()
    holes = clinic.rows(lambda session: len(session.scalars(select(FreedSlot.id)).all()))
    assert instants(clinic) != right
    assert clinic.do(keep_wall_times, KeepWallTimes()).moved == 4
    assert instants(clinic) == right
    assert clinic.do(keep_wall_times, KeepWallTimes()).moved == 0
    assert clinic.rows(lambda session: len(session.scalars(select(FreedSlot.id)).all())) == holes
    with pytest.raises(Clash):
        booked(clinic, time(9, 30), patient_id=2)


def test_a_clinic_that_changes_its_zone_keeps_its_wall_times(clinic: Clinic) -> None:
    booked(clinic, time(9))
    booked(clinic, time(9, 45), patient_id=2)
    before = instants(clinic)
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Location).where(Location.id == 1).values(zone=NEW_YORK))
        session.commit()
    assert clinic.do(keep_wall_times, KeepWallTimes()).moved == 2
    after = instants(clinic)
    assert [one[2:4] for one in after] == [one[2:4] for one in before]
    assert [one[0] - other[0] for one, other in zip(before, after, strict=True)] == [timedelta(hours=3)] * 2
    assert {one[4] for one in after} == {NEW_YORK}
    booked(clinic, time(10, 30))
    with pytest.raises(Clash):
        booked(clinic, time(9, 30), patient_id=2)


def test_what_is_over_is_left_as_it_was(clinic: Clinic) -> None:
    booked(clinic, time(9), day=date(2026, 3, 6), override=True, reason="written down later")
    before = instants(clinic)
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Location).where(Location.id == 1).values(zone=NEW_YORK))
        session.commit()
    assert clinic.do(keep_wall_times, KeepWallTimes()).moved == 0
    assert instants(clinic) == before
