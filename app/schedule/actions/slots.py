"""A time with somebody at a place, in instants and in words, and the lock under which it is looked at."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import instant, local
from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.schedule.queries.checks import Slot
from app.schedule.queries.free import staff_of
from app.schedule.queries.rows import Opening, PractitionerRow
from app.schedule.rules.spans import LONGEST, SHORTEST
from app.schedule.tables import Appointment
from app.staff.tables import Location, Practitioner


def slot_of(session: Session, visit: Appointment) -> Slot:
    """The slot in which a visit stands."""
    row = session.get_one(Practitioner, visit.practitioner_id)
    who = PractitionerRow(row.id, row.family, row.given, row.credential, row.lanes)
    location = session.get_one(Location, visit.location_id)
    return Slot(location, who, visit.patient_id, visit.starts_at, visit.ends_at)


def lock_practitioners(session: WriteSession, *ids: int) -> None:
    """Hold these practitioners' days until the transaction ends, so that nobody books while rules are looked at."""
    wanted = select(Practitioner.id).where(Practitioner.id.in_(ids)).order_by(Practitioner.id)
    session.hold(wanted.with_for_update(key_share=True))


def times(location: Location, day: date, start: time, minutes: int) -> tuple[datetime, datetime]:
    """The instants of a visit; of an hour that comes twice the first one, since a wall time is all that is written down.

    Raises ClinicError for an hour that does not come that night, or an odd length.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise ClinicError(
            "A visit takes {shortest} minutes to {longest} hours.",
            field="minutes",
            next_step="Change the minutes.",
            shortest=SHORTEST,
            longest=LONGEST // 60,
        )
    begin = instant(day, start.replace(second=0, microsecond=0, fold=0), location.zone)
    return begin, begin + timedelta(minutes=minutes)


def clock_words(at: datetime, zone: str) -> str:
    """An instant as a clinic says it: 9:15 AM, 2:30 PM."""
    wall = local(at, zone)
    return f"{wall.hour % 12 or 12}:{wall.minute:02d} {'AM' if wall.hour < 12 else 'PM'}"


def opening_words(openings: Sequence[Opening], day: date, who_id: int, zone: str) -> str:
    """Free times in words, with day and practitioner where they are others; a dash when there is none."""
    return " · ".join(_opening_words(one, day, who_id, zone) for one in openings) or "–"


def _opening_words(opening: Opening, day: date, who_id: int, zone: str) -> str:
    at = clock_words(opening.starts_at, zone)
    when = at if opening.day == day else f"{opening.day:%m/%d/%Y} {at}"
    return when if opening.practitioner_id == who_id else f"{when} ({opening.practitioner})"


def practitioner_at(session: Session, practitioner_id: int, location_id: int) -> PractitionerRow:
    """The practitioner, who works at the location. Raises NotFound."""
    found = staff_of(session, location_id, practitioner_id)
    if not found:
        raise NotFound(
            "This practitioner does not work at this location.", field="practitioner", next_step="Choose another one."
        )
    return found[0]


__all__ = ["Slot", "clock_words", "lock_practitioners", "opening_words", "practitioner_at", "slot_of", "times"]
