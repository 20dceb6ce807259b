"""The worklist of booked visits for which nobody is there: hours were changed under them, or time was closed over them."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, extract, func, or_, select

from app.core.access import Actor, Permission
from app.core.clock import local_day
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.schedule.queries.booked import BookedRow, booked_rows
from app.schedule.queries.free import staff_of
from app.schedule.queries.workers import hours_rows
from app.schedule.rules import AppointmentStatus
from app.schedule.rules.capacity import Rule
from app.schedule.rules.weeks import Template, joined, minutes_of, templates
from app.schedule.tables import Appointment, Block, BookingOverride
from app.staff.tables import Location

#: how far ahead the list looks, in days
AHEAD = 60
#: both engines count the days of a week from Sunday
_WEEKDAY = extract("dow", Appointment.day)


class OutsideHours:
    """Booked visits from now on that lie outside the hours of their practitioner, or inside closed time, by start."""

    code = "outside-hours"

    def title(self) -> str:
        """The list's name."""
        return tr("Outside the hours")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """One row for each visit of the next weeks."""
        places = actor.sees(Permission.SEARCH_PATIENT, location_id)
        wanted = select(Location).where(Location.active).order_by(Location.id)
        if places is not None:
            wanted = wanted.where(Location.id.in_(places))
        found: set[int] = set()
        for place in session.scalars(wanted).all():
            first = local_day(session.now, place.zone)
            found |= outside(session, place, first, first + timedelta(days=AHEAD))
        return tuple(map(_row, booked_rows(session, actor, Appointment.id.in_(found)))) if found else ()


def outside(session: ReadSession, location: Location, first: date, last: date) -> set[int]:
    """The ids of a location's booked visits of these days that nobody works for, but those booked so by leave."""
    coming = and_(
        Appointment.location_id == location.id,
        Appointment.day.between(first, last),
        Appointment.status == AppointmentStatus.BOOKED,
        Appointment.ends_at > session.now,
    )
    found = _beside_hours(session, location.id, coming) | _in_closed_time(session, coming)
    return found - _meant(session, sorted(found))


def _beside_hours(session: ReadSession, location_id: int, coming: ColumnElement[bool]) -> set[int]:
    """Those outside of the hours. Visits repeat: they are looked at by weekday and time, and one by one where these fail.

    By wall times: on the nights when clocks change nobody is treated. Who left the location works no more.
    """
    its = (Appointment.practitioner_id, _WEEKDAY, Appointment.wall_start, Appointment.minutes)
    span = func.min(Appointment.day), func.max(Appointment.day)
    people = [one.id for one in staff_of(session, location_id)]
    weeks = {who: templates(held) for who, held in hours_rows(session, location_id, people).items()}
    found: set[int] = set()
    for who, dow, start, minutes, begin, end in session.ask(select(*its, *span).where(coming).group_by(*its)).all():
        visit, held = Wanted((int(dow) + 6) % 7, start, minutes), weeks.get(who, ())
        if not visit.always_inside(held, begin, end):
            same = [column == value for column, value in zip(its, (who, dow, start, minutes), strict=True)]
            days = session.ask(select(Appointment.id, Appointment.day).where(coming, *same)).all()
            found |= {one for one, day in days if not visit.always_inside(held, day, day)}
    return found


def _in_closed_time(session: ReadSession, coming: ColumnElement[bool]) -> set[int]:
    """Those that meet a block of their practitioner, or of the whole location."""
    whose = or_(
        Block.practitioner_id == Appointment.practitioner_id,
        and_(Block.practitioner_id.is_(None), Block.location_id == Appointment.location_id),
    )
    meets = and_(Block.starts_at < Appointment.ends_at, Block.ends_at > Appointment.starts_at)
    standing = and_(whose, meets, Block.voided_at.is_(None), Block.ends_at > session.now)
    return {row[0] for row in session.ask(select(Appointment.id).join(Block, standing).where(coming))}


class Wanted(NamedTuple):
    """A weekday (0 is Monday) and a time of it for which somebody should work."""

    weekday: int
    start: time
    minutes: int

    def always_inside(self, weeks: Iterable[Template], first: date, last: date) -> bool:
        """Whether the hours, given by date, cover it on every day from the first to the last."""
        day, begin = first, self.start.hour * 60 + self.start.minute
        for one in weeks:
            if one.valid_to is not None and one.valid_to < day:
                continue
            stretches = joined(sorted(map(minutes_of, one.week[self.weekday])))
            if one.valid_from > day or not any(a <= begin and begin + self.minutes <= b for a, b in stretches):
                return False
            if one.valid_to is None or one.valid_to >= last:
                return True
            day = one.valid_to + timedelta(days=1)
        return False


def _meant(session: ReadSession, visits: list[int]) -> set[int]:
    """Those of them that were booked outside the hours on purpose, by leave."""
    wanted = select(BookingOverride.appointment_id, BookingOverride.rules).where(
        BookingOverride.appointment_id.in_(visits), BookingOverride.voided_at.is_(None)
    )
    return {one for one, rules in session.ask(wanted) if one is not None and Rule.HOURS in rules.split(",")}


def _row(visit: BookedRow) -> WorklistRow:
    day, at = short_day(visit.day), show_time(visit.start)
    when = tr("{day}, {time} with {practitioner}", day=day, time=at, practitioner=visit.practitioner)
    return WorklistRow(
        str(visit.appointment_id), visit.patient, when, visit.patient_id, visit.appointment_id, visit.day
    )
