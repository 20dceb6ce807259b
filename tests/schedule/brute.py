"""Every time at which a visit may begin, found by looking at each minute of each day: slow, and too simple to be wrong."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.schedule.rules.openings import Fit, Wish
from app.schedule.rules.spans import Span, wall_span
from app.schedule.tables import (
    Appointment,
    Block,
    Occupancy,
    PractitionerSkill,
    VisitType,
    VisitTypePractitioner,
    WorkingHours,
)
from app.staff.tables import Location, Practitioner, PractitionerLocation

#: practitioner, location, instant
Time = tuple[int, int, datetime]


def times(fits: tuple[Fit, ...]) -> set[Time]:
    """The answers of a search in the same form."""
    return {(one.practitioner_id, one.location_id, start.astimezone(UTC)) for one in fits for start in one.starts}


def every_time(session: Session, wish: Wish, now: datetime, places: frozenset[int]) -> set[Time]:
    """Every time that fits a wish for one visit a week at some locations."""
    kind = session.get_one(VisitType, wish.visit_type_id)
    may = session.scalars(
        select(VisitTypePractitioner.practitioner_id).where(VisitTypePractitioner.visit_type_id == kind.id)
    ).all()
    found: set[Time] = set()
    for who in session.scalars(select(Practitioner).where(Practitioner.active)):
        skills = session.scalars(
            select(PractitionerSkill.skill).where(PractitionerSkill.practitioner_id == who.id)
        ).all()
        named = who.id in wish.practitioner_ids or set(skills) & wish.skills
        if (may and who.id not in may) or not (named or not (wish.practitioner_ids or wish.skills)):
            continue
        for place in places:
            if session.get(PractitionerLocation, (who.id, place)) is not None:
                found |= set(_of(session, wish, kind, who, session.get_one(Location, place), now))
    return found


def _of(
    session: Session, wish: Wish, kind: VisitType, who: Practitioner, place: Location, now: datetime
) -> Iterator[Time]:
    zone, minutes = ZoneInfo(place.zone), wish.minutes or kind.minutes
    first = now + timedelta(hours=kind.lead_hours)
    hours = session.scalars(
        select(WorkingHours).where(WorkingHours.practitioner_id == who.id, WorkingHours.location_id == place.id)
    ).all()
    days = [wish.from_day + timedelta(days=number) for number in range(-1, wish.days + 1)]
    opened = {
        minute
        for day in days
        for row in hours
        if row.weekday == day.weekday() and row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
        for minute in range(*wall_span(day, row.starts, row.ends, place.zone))
    }
    opened -= _closed(session, who.id, place.id)
    opened -= _elsewhere(session, wish.patient_id)
    for lane in range(who.lanes):
        free = opened - _taken(session, who.id, lane, kind)
        for minute in free:
            at = Span(minute, minute + minutes)
            begins = minute % 15 == 0 or minute - 1 not in free
            if begins and free.issuperset(range(*at)) and _suits(wish, at, first, zone):
                yield who.id, place.id, at.starts_at


def _suits(wish: Wish, at: Span, first: datetime, zone: ZoneInfo) -> bool:
    wall, over = (one.astimezone(zone) for one in (at.starts_at, at.ends_at))
    if not 0 <= (wall.date() - wish.from_day).days < wish.days or wall.weekday() not in wish.weekdays:
        return False
    early = wish.after is not None and wall.time() < wish.after
    late = wish.before is not None and (over.date() > wall.date() or over.time() > wish.before)
    return not (at.starts_at < first or early or late or wall.fold)  # an hour that comes twice is booked the first time


def _closed(session: Session, who: int, place: int) -> set[int]:
    return {
        minute
        for block in session.scalars(select(Block).where(Block.voided_at.is_(None)))
        if block.practitioner_id == who or (block.practitioner_id is None and block.location_id == place)
        for minute in range(*Span.of(block.starts_at, block.ends_at))
    }


def _elsewhere(session: Session, patient_id: int | None) -> set[int]:
    wanted = select(Occupancy).where(Occupancy.kind == "patient", Occupancy.resource_id == patient_id)
    return {minute for row in session.scalars(wanted) for minute in range(*Span.of(row.starts_at, row.ends_at))}


def _taken(session: Session, who: int, lane: int, kind: VisitType) -> set[int]:
    wanted = (
        select(Occupancy, VisitType)
        .join(Appointment, Appointment.id == Occupancy.appointment_id)
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .where(Occupancy.kind == "practitioner", Occupancy.resource_id == who, Occupancy.lane == lane)
    )
    return {
        minute
        for row, other in session.execute(wanted)
        for span in (Span.of(row.starts_at, row.ends_at),)
        for minute in range(
            span.start - max(other.buffer_before, kind.buffer_after),
            span.end + max(other.buffer_after, kind.buffer_before),
        )
    }
