"""How full each day of a month is. Visits are added up by the database; none of them is carried here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlalchemy import func, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.sessions import ReadSession
from app.schedule.queries.free import books, place, staff_of
from app.schedule.queries.rows import DayLoad, MonthLoad
from app.schedule.rules import GHOSTS, AppointmentStatus
from app.schedule.tables import Appointment, Block, FreedSlot
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
    """Minutes that can be booked by day, over everybody's lanes."""
    people = {who.id: who for who in staff_of(session, location.id)}
    minutes: Counter[date] = Counter()
    monday = first
    while monday <= last:  # week by week: closed time is compared with the days of its week only
        for (who_id, day), book in books(session, location, tuple(people.values()), monday, 7, taken=False).items():
            minutes[day] += people[who_id].lanes * sum(span.end - span.start for span in book.opened)
        monday += WEEK
    return minutes


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
        last_day = local_day(ends_at - timedelta(minutes=1), location.zone)
        for day in _each(local_day(starts_at, location.zone), last_day):
            found.setdefault(day, reason)
    return found
