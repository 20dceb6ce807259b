"""Taking and giving back time: what every action that touches a visit's minutes goes through, upper rooms too.

The database refuses two rows of one resource and lane that overlap. Here its refusal becomes a sentence, and a free lane
is chosen so that it is seldom met.
"""

from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission, decide
from app.core.changes import note_bulk
from app.core.clock import instant, local, local_day
from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded
from app.core.rows import change_row
from app.core.sessions import WriteSession
from app.schedule.actions.attendance import void_marks
from app.schedule.queries.free import Wanted, books, nearest_opening, staff_of
from app.schedule.queries.rows import Opening, PractitionerRow
from app.schedule.rules import GHOSTS, AppointmentStatus, Resource, Span
from app.schedule.rules.spans import LONGEST, SHORTEST, covers, free_lane
from app.schedule.tables import TAKEN, Appointment, Occupancy
from app.staff.tables import Location, Practitioner

#: tells a screen that a reason would let the right person go on
OVERRIDABLE: dict[str, object] = {"overridable": True}


def lock_practitioners(session: WriteSession, *ids: int) -> None:
    """Hold these practitioners' days until the transaction ends, so that nobody books while rules are looked at."""
    wanted = select(Practitioner.id).where(Practitioner.id.in_(ids)).order_by(Practitioner.id)
    session.hold(wanted.with_for_update(key_share=True))


def times(location: Location, day: date, start: time, minutes: int) -> tuple[datetime, datetime]:
    """The instants of a visit. Raises ClinicError for an hour that does not come that night, or an odd length."""
    if not SHORTEST <= minutes <= LONGEST:
        raise ClinicError(
            "A visit takes {shortest} minutes to {longest} hours.",
            field="minutes",
            next_step="Change the minutes.",
            shortest=SHORTEST,
            longest=LONGEST // 60,
        )
    begin = instant(day, start.replace(second=0, microsecond=0), location.zone)
    return begin, begin + timedelta(minutes=minutes)


def clock_words(at: datetime, zone: str) -> str:
    """An instant as a clinic says it: 9:15 AM, 2:30 PM."""
    wall = local(at, zone)
    return f"{wall.hour % 12 or 12}:{wall.minute:02d} {'AM' if wall.hour < 12 else 'PM'}"


def opening_words(opening: Opening | None, day: date, zone: str) -> str:
    """The nearest free time in words, with its day when it is another one; a dash when there is none."""
    if opening is None:
        return "–"
    at = clock_words(opening.starts_at, zone)
    return at if opening.day == day else f"{opening.day:%m/%d/%Y} {at}"


def practitioner_at(session: Session, practitioner_id: int, location_id: int) -> PractitionerRow:
    """The practitioner, who works at the location. Raises NotFound."""
    found = staff_of(session, location_id, practitioner_id)
    if not found:
        raise NotFound(
            "This practitioner does not work at this location.", field="practitioner", next_step="Choose another one."
        )
    return found[0]


def occupy(session: WriteSession, appointment: Appointment) -> int:
    """Take the visit's minutes for its practitioner and its patient; returns the lane.

    Flushes. Raises Clash with a sentence that names nothing about anybody else, and the nearest free time: its `values`
    hold the `opening` (or None), its `field` is start or patient.
    """
    session.flush()
    who = _person(session, appointment.practitioner_id)
    span = Span.of(appointment.starts_at, appointment.ends_at)
    lane = free_lane(_lanes(session, who, appointment), span)
    if lane is None:
        raise taken(session, appointment, who)
    held = {"starts_at": appointment.starts_at, "ends_at": appointment.ends_at, "appointment_id": appointment.id}
    for kind, resource_id, in_lane in (
        (Resource.PATIENT, appointment.patient_id, 0),
        (Resource.PRACTITIONER, who.id, lane),
    ):
        if not _insert(session, {**held, "kind": kind.value, "resource_id": resource_id, "lane": in_lane}):
            raise elsewhere(session, appointment) if kind is Resource.PATIENT else taken(session, appointment, who)
    note_bulk(session, "occupancy", str(appointment.id))
    return lane


def _person(session: Session, practitioner_id: int) -> PractitionerRow:
    row = session.get_one(Practitioner, practitioner_id)
    return PractitionerRow(row.id, row.family, row.given, row.credential, row.lanes)


def _lanes(session: Session, who: PractitionerRow, appointment: Appointment) -> list[list[Span]]:
    lanes: list[list[Span]] = [[] for _ in range(max(1, who.lanes))]
    wanted = select(Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at).where(
        Occupancy.kind == Resource.PRACTITIONER.value,
        Occupancy.resource_id == who.id,
        Occupancy.starts_at < appointment.ends_at,
        Occupancy.ends_at > appointment.starts_at,
    )
    for lane, starts_at, ends_at in session.execute(wanted):
        if lane < len(lanes):
            lanes[lane].append(Span.of(starts_at, ends_at))
    return lanes


def _insert(session: Session, values: dict[str, object]) -> bool:
    """Whether the database took the row; inside a savepoint, so that a refusal leaves the transaction whole."""
    try:
        with session.begin_nested():
            session.execute(insert(Occupancy).values(**values))
    except IntegrityError as refusal:
        if TAKEN not in str(refusal.orig):
            raise
        return False
    return True


def _told(
    who: PractitionerRow, begin: datetime, end: datetime, zone: str, opening: Opening | None
) -> dict[str, object]:
    """What the sentences about a time are filled with; `opening` is for the screen, which offers it with one key."""
    return {
        "practitioner": who.name,
        "start": clock_words(begin, zone),
        "end": clock_words(end, zone),
        "nearest": opening_words(opening, local_day(begin, zone), zone),
        "opening": opening,
    }


def taken(session: Session, appointment: Appointment, who: PractitionerRow) -> Clash:
    """The sentence for a practitioner who is taken, with the nearest free time."""
    told = _told(who, appointment.starts_at, appointment.ends_at, appointment.zone, _nearest(session, appointment))
    return Clash(
        "{practitioner} is taken from {start} to {end}.",
        field="start",
        next_step="Nearest free time: {nearest}.",
        **told,
    )


def elsewhere(session: Session, appointment: Appointment) -> Clash:
    """The sentence for a patient who has a visit at that time already."""
    who = _person(session, appointment.practitioner_id)
    told = _told(who, appointment.starts_at, appointment.ends_at, appointment.zone, _nearest(session, appointment))
    return Clash(
        "This patient already has a visit between {start} and {end}.",
        field="patient",
        next_step="Nearest free time for both: {nearest}.",
        **told,
    )


def _nearest(session: Session, appointment: Appointment) -> Opening | None:
    who = _person(session, appointment.practitioner_id)
    location = session.get_one(Location, appointment.location_id)
    wanted = Wanted(appointment.minutes, _no_earlier(session, appointment.starts_at), appointment.patient_id)
    return nearest_opening(session, location, who, wanted, appointment.starts_at)


def _no_earlier(session: Session, at: datetime) -> datetime:
    return session.now if isinstance(session, WriteSession) else at


def release(session: WriteSession, appointment_id: int) -> None:
    """Give back everything a visit holds; nothing happens when it holds nothing."""
    session.flush()
    session.execute(delete(Occupancy).where(Occupancy.appointment_id == appointment_id))
    note_bulk(session, "occupancy", str(appointment_id))


def set_status(session: WriteSession, appointment: Appointment, status: AppointmentStatus, **more: object) -> None:
    """Give a visit another status, and `more` of its columns with it.

    A ghost frees its minutes; a ghost that comes back takes them again, or raises Clash.
    """
    was_ghost, is_ghost = appointment.status in GHOSTS, status in GHOSTS
    change_row(session, appointment, status=status, **more)
    if is_ghost and not was_ghost:
        release(session, appointment.id)
    elif was_ghost and not is_ghost:
        lock_practitioners(session, appointment.practitioner_id)
        occupy(session, appointment)
        void_marks(session, appointment.id)


def check_time(
    session: WriteSession, actor: Actor, location: Location, who: PractitionerRow, begin: datetime, end: datetime,
    *, override: bool, reason: str,
) -> None:  # fmt: skip
    """Look whether the practitioner works then and the day is not over; `override` goes on with a reason.

    Raises ClinicError with the next step, or Refused and ReasonNeeded when the person may not override.
    """
    problem = _time_problem(session, location, who, begin, end)
    if problem is None:
        return
    if not override:
        raise problem
    allow_override(actor, location.id, reason)


def allow_override(actor: Actor, location_id: int, reason: str) -> None:
    """Whether the actor may set a rule aside: always with a reason. Raises Refused or ReasonNeeded."""
    decide(actor, Permission.OVERRIDE, (location_id,), reason)
    if not reason.strip():
        raise ReasonNeeded("This goes against the hours.", field="reason", next_step="Write why in a few words.")


def _time_problem(
    session: WriteSession, location: Location, who: PractitionerRow, begin: datetime, end: datetime
) -> ClinicError | None:
    wall = local(begin, location.zone)
    if wall.date() < local_day(session.now, location.zone):
        return ClinicError("That day is over.", field="day", next_step="Choose today or a later day.", **OVERRIDABLE)
    book = books(session, location, [who], wall.date(), 1, taken=False)[who.id, wall.date()]
    wanted = Span.of(begin, end)
    if covers(book.opened, wanted):
        return None
    opening = nearest_opening(session, location, who, Wanted(wanted.end - wanted.start, session.now), begin)
    return ClinicError(
        "{practitioner} does not see patients from {start} to {end}.",
        field="start",
        next_step="Nearest free time: {nearest}.",
        **_told(who, begin, end, location.zone, opening),
        **OVERRIDABLE,
    )
