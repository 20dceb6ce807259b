"""How full each day of a month is. Visits are added up by the database; none of them is carried here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.sessions import ReadSession
from app.schedule.queries.free import closed_wanted, place, staff_of
from app.schedule.queries.rows import DayLoad, MonthLoad
from app.schedule.rules import GHOSTS, AppointmentStatus, Span, open_spans
from app.schedule.rules.diary import wall_minutes
from app.schedule.tables import Appointment, Block, FreedSlot, WorkingHours
from app.staff.tables import Location

WEEK = timedelta(days=7)


def weeks_of(month: date) -> tuple[date, date]:
    """The Monday on or before a month's first day, and the Sunday on or after its last."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


@query(Permission.SEARCH_PATIENT)
def month_load(session: ReadSession, actor: Actor, location_id: int, month: date) -> MonthLoad:
    """Every day of the month's weeks, Monday to Sunday: visits, booked and open minutes, holes ahead, why it is closed.

    `month` is any day of it. Raises Refused, and NotFound for an unknown location.
    """
    actor.sees(Permission.SEARCH_PATIENT, location_id)
    location = place(session, location_id)
    first, last = weeks_of(month)
    booked, opened = _booked(session, location_id, first, last), _open(session, location, first, last)
    holes, shut = _holes(session, location, first, last), _shut(session, location, first, last)
    days = tuple(
        DayLoad(day, *booked.get(day, (0, 0)), opened.get(day, 0), holes.get(day, 0), shut.get(day, ""))
        for day in _each(first, last)
    )
    today = local_day(session.now, location.zone)
    return MonthLoad(location.id, location.name, location.zone, month.replace(day=1), today, days)


def _each(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _booked(session: ReadSession, location_id: int, first: date, last: date) -> Mapping[date, tuple[int, int]]:
    """Visits and their minutes by day, as far as they hold their time; one question, answered by day."""
    wanted = (
        select(Appointment.day, func.count(), func.sum(Appointment.minutes))
        .where(
            Appointment.location_id == location_id,
            Appointment.day.between(first, last),
            Appointment.status.not_in((*GHOSTS, AppointmentStatus.ENTERED_IN_ERROR)),
        )
        .group_by(Appointment.day)
    )
    return {row[0]: (row[1], int(row[2])) for row in session.execute(wanted)}


def _open(session: ReadSession, location: Location, first: date, last: date) -> Mapping[date, int]:
    """Minutes that can be booked by day, over everybody's lanes: hours less closed time, as `books` has them."""
    lanes = {who.id: who.lanes for who in staff_of(session, location.id)}
    closed = _closed(session, location, tuple(lanes), first, last)
    minutes: Counter[date] = Counter()
    for (who, day), opened in _hours(session, location, tuple(lanes), first, last).items():
        spans = open_spans(opened, [*closed.get((None, day), ()), *closed.get((who, day), ())])
        minutes[day] += lanes[who] * sum(span.end - span.start for span in spans)
    return minutes


def _hours(
    session: ReadSession, location: Location, people: tuple[int, ...], first: date, last: date
) -> Mapping[tuple[int, date], list[Span]]:
    wanted = select(
        WorkingHours.practitioner_id, WorkingHours.weekday, WorkingHours.starts, WorkingHours.ends,
        WorkingHours.valid_from, WorkingHours.valid_to,
    ).where(
        WorkingHours.practitioner_id.in_(people), WorkingHours.location_id == location.id,
        WorkingHours.valid_from <= last,
    )  # fmt: skip
    found: dict[tuple[int, date], list[Span]] = defaultdict(list)
    for who, weekday, starts, ends, valid_from, valid_to in session.execute(wanted):
        day = first + timedelta(days=(weekday - first.weekday()) % 7)
        while day <= last:
            if valid_from <= day and (valid_to is None or day <= valid_to):
                found[who, day].append(wall_minutes(day, starts, ends, location.zone))
            day += WEEK
    return found


def _closed(
    session: ReadSession, location: Location, people: tuple[int, ...], first: date, last: date
) -> Mapping[tuple[int | None, date], list[Span]]:
    """Closed time by whom it is of (None: of the location) and each day that it meets."""
    begin, end = day_bounds(first, location.zone)[0], day_bounds(last, location.zone)[1]
    wanted = closed_wanted(location.id, people, begin, end)
    parts = wanted.with_only_columns(Block.practitioner_id, Block.starts_at, Block.ends_at)
    found: dict[tuple[int | None, date], list[Span]] = defaultdict(list)
    for who, starts_at, ends_at in session.execute(parts):
        span = Span.of(starts_at, ends_at)
        for day in _each(*_days(starts_at, ends_at, location.zone)):
            found[who, day].append(span)
    return found


def _days(starts_at: datetime, ends_at: datetime, zone: str) -> tuple[date, date]:
    """The first and the last day that a stretch meets; hours that go over midnight begin a day earlier."""
    return local_day(starts_at, zone) - timedelta(days=1), local_day(ends_at - timedelta(minutes=1), zone)


def _holes(session: ReadSession, location: Location, first: date, last: date) -> Mapping[date, int]:
    """Times that were freed and are still to be filled, by day; those that are over are history."""
    begin, end = day_bounds(first, location.zone)[0], day_bounds(last, location.zone)[1]
    wanted = select(FreedSlot.starts_at).where(
        FreedSlot.location_id == location.id,
        FreedSlot.starts_at >= max(begin, session.now),
        FreedSlot.starts_at < end,
        FreedSlot.filled_by_id.is_(None),
        FreedSlot.closed_at.is_(None),
    )
    return Counter(local_day(at, location.zone) for at in session.scalars(wanted))


def _shut(session: ReadSession, location: Location, first: date, last: date) -> Mapping[date, str]:
    """Why the whole location is closed, at least for a part of a day: a code of the reason pack, or somebody's words."""
    begin, end = day_bounds(first, location.zone)[0], day_bounds(last, location.zone)[1]
    wanted = select(Block.starts_at, Block.ends_at, Block.reason).where(
        Block.location_id == location.id,
        Block.practitioner_id.is_(None),
        Block.voided_at.is_(None),
        Block.starts_at < end,
        Block.ends_at > begin,
    )
    found: dict[date, str] = {}
    for starts_at, ends_at, reason in session.execute(wanted.order_by(Block.starts_at)):
        for day in _each(local_day(starts_at, location.zone), _days(starts_at, ends_at, location.zone)[1]):
            found.setdefault(day, reason)
    return found
