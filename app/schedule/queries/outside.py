"""The worklist of booked visits for which nobody is there: hours were changed under them, or time was closed over them."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.clock import local_day
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.schedule.queries.booked import BookedRow, booked_rows
from app.schedule.queries.free import books, staff_of
from app.schedule.rules import AppointmentStatus, Span
from app.schedule.rules.capacity import Rule
from app.schedule.rules.spans import covers
from app.schedule.tables import Appointment, BookingOverride
from app.staff.tables import Location

#: how far ahead the list looks, in days
AHEAD = 60


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
    found = list(_unattended(session, location, first, last))
    return set(found) - _meant(session, found)


def _unattended(session: ReadSession, location: Location, first: date, last: date) -> Iterator[int]:
    wanted = select(
        Appointment.id, Appointment.practitioner_id, Appointment.day, Appointment.starts_at, Appointment.ends_at
    ).where(
        Appointment.location_id == location.id,
        Appointment.day.between(first, last),
        Appointment.status == AppointmentStatus.BOOKED,
        Appointment.ends_at > session.now,
    )
    visits = session.ask(wanted).all()
    if not visits:
        return
    made = books(session, location, staff_of(session, location.id), first, (last - first).days + 1, taken=False)
    opened = {key: book.opened for key, book in made.items()}
    for visit, who, day, begin, end in visits:
        if not covers(opened.get((who, day), ()), Span.of(begin, end)):
            yield visit


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
