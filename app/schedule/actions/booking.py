"""Taking and giving back time: what every action that touches a visit's minutes goes through, upper rooms too.

The database refuses two rows of one resource and lane that overlap. Here its refusal becomes a sentence, and a free lane
is chosen so that it is seldom met.
"""

from dataclasses import dataclass
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
from app.schedule.actions.freed import close_holes, fill_holes, leave_hole, open_again
from app.schedule.queries.facts import Facts
from app.schedule.queries.free import Wanted, nearest_opening, staff_of
from app.schedule.queries.rows import Opening, PractitionerRow
from app.schedule.rules import GHOSTS, AppointmentStatus, FreedBy, Resource, Span
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


@dataclass(frozen=True, slots=True)
class Slot:
    """A time with a practitioner, for a patient, at a location."""

    location: Location
    who: PractitionerRow
    patient_id: int
    begin: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.end - self.begin).total_seconds()) // 60


def slot_of(session: Session, visit: Appointment) -> Slot:
    """The slot in which a visit stands."""
    row = session.get_one(Practitioner, visit.practitioner_id)
    who = PractitionerRow(row.id, row.family, row.given, row.credential, row.lanes)
    location = session.get_one(Location, visit.location_id)
    return Slot(location, who, visit.patient_id, visit.starts_at, visit.ends_at)


def occupy(session: WriteSession, visit: Appointment) -> int:
    """Take a visit's minutes for its practitioner and its patient; returns the lane.

    Flushes. Raises Clash with a sentence that names nothing about anybody else, and the nearest free time: its `values`
    hold the `opening` (or None), its `field` is start or patient.
    """
    session.flush()
    slot = slot_of(session, visit)
    lane = free_lane(_lanes(session, slot), Span.of(slot.begin, slot.end))
    if lane is None:
        raise taken(session, slot)
    hold(session, slot, visit.id, lane)
    return lane


def hold(session: WriteSession, slot: Slot, appointment_id: int, lane: int) -> None:
    """Take the minutes in a lane that was found free, and fill the holes there. Raises Clash when the database refuses."""
    held = {"starts_at": slot.begin, "ends_at": slot.end, "appointment_id": appointment_id}
    patient = {**held, "kind": Resource.PATIENT.value, "resource_id": slot.patient_id, "lane": 0}
    practitioner = {**held, "kind": Resource.PRACTITIONER.value, "resource_id": slot.who.id, "lane": lane}
    if not _insert(session, patient, practitioner):
        raise taken(session, slot) if _insert(session, patient) else elsewhere(session, slot)
    note_bulk(session, "occupancy", str(appointment_id))
    fill_holes(session, appointment_id, slot.location.id, slot.who.id, slot.begin, slot.end)


def _lanes(session: Session, slot: Slot) -> list[list[Span]]:
    lanes: list[list[Span]] = [[] for _ in range(max(1, slot.who.lanes))]
    wanted = select(Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at).where(
        Occupancy.kind == Resource.PRACTITIONER.value,
        Occupancy.resource_id == slot.who.id,
        Occupancy.starts_at < slot.end,
        Occupancy.ends_at > slot.begin,
    )
    for lane, starts_at, ends_at in session.execute(wanted):
        if lane < len(lanes):
            lanes[lane].append(Span.of(starts_at, ends_at))
    return lanes


def _insert(session: Session, *rows: dict[str, object]) -> bool:
    """Whether the database took all the rows; inside a savepoint, so that a refusal leaves the transaction whole."""
    try:
        with session.begin_nested():
            session.execute(insert(Occupancy), list(rows))
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


def taken(session: Session, slot: Slot) -> Clash:
    """The sentence for a practitioner who is taken, with the nearest free time."""
    told = _told(slot.who, slot.begin, slot.end, slot.location.zone, _nearest(session, slot))
    return Clash(
        "{practitioner} is taken from {start} to {end}.",
        field="start",
        next_step="Nearest free time: {nearest}.",
        **told,
    )


def elsewhere(session: Session, slot: Slot) -> Clash:
    """The sentence for a patient who has a visit at that time already."""
    told = _told(slot.who, slot.begin, slot.end, slot.location.zone, _nearest(session, slot))
    return Clash(
        "This patient already has a visit between {start} and {end}.",
        field="patient",
        next_step="Nearest free time for both: {nearest}.",
        **told,
    )


def _nearest(session: Session, slot: Slot) -> Opening | None:
    wanted = Wanted(slot.minutes, _no_earlier(session, slot.begin), slot.patient_id)
    return nearest_opening(session, slot.location, slot.who, wanted, slot.begin)


def _no_earlier(session: Session, at: datetime) -> datetime:
    return session.now if isinstance(session, WriteSession) else at


def release(session: WriteSession, visit: Appointment, freed_by: FreedBy | None) -> None:
    """Give back everything a visit holds, and leave the hole; nothing happens when it holds nothing.

    None: the one who calls knows what is left of its time (`leave_hole`), or nothing is meant to be filled.
    """
    session.flush()
    session.execute(delete(Occupancy).where(Occupancy.appointment_id == visit.id))
    note_bulk(session, "occupancy", str(visit.id))
    if freed_by is not FreedBy.NO_SHOW:
        open_again(session, visit.id)
    if freed_by is not None:
        leave_hole(session, visit, freed_by, Span.of(visit.starts_at, visit.ends_at), visit.practitioner_id)


def set_status(session: WriteSession, appointment: Appointment, status: AppointmentStatus, **more: object) -> None:
    """Give a visit another status, and `more` of its columns with it.

    A ghost frees its minutes and leaves a hole; a ghost that comes back takes them again, or raises Clash.
    """
    was_ghost, is_ghost = appointment.status in GHOSTS, status in GHOSTS
    change_row(session, appointment, status=status, **more)
    if is_ghost and not was_ghost:
        release(session, appointment, FreedBy.NO_SHOW if status is AppointmentStatus.NOSHOW else FreedBy.CANCEL)
    elif was_ghost and not is_ghost:
        lock_practitioners(session, appointment.practitioner_id)
        close_holes(session, appointment)
        occupy(session, appointment)
        void_marks(session, appointment.id)


def check_time(session: WriteSession, actor: Actor, facts: Facts, slot: Slot, *, override: bool, reason: str) -> None:
    """Look whether the practitioner works then and the day is not over; `override` goes on with a reason.

    Raises ClinicError with the next step, or Refused and ReasonNeeded when the person may not override.
    """
    problem = _time_problem(session, facts, slot)
    if problem is None:
        return
    if not override:
        raise problem
    allow_override(actor, slot.location.id, reason)


def allow_override(actor: Actor, location_id: int, reason: str) -> None:
    """Whether the actor may set a rule aside: always with a reason. Raises Refused or ReasonNeeded."""
    decide(actor, Permission.OVERRIDE, (location_id,), reason)
    if not reason.strip():
        raise ReasonNeeded("This goes against the hours.", field="reason", next_step="Write why in a few words.")


def _time_problem(session: WriteSession, facts: Facts, slot: Slot) -> ClinicError | None:
    zone = slot.location.zone
    if local_day(slot.begin, zone) < local_day(session.now, zone):
        return ClinicError("That day is over.", field="day", next_step="Choose today or a later day.", **OVERRIDABLE)
    opened = [span for book in facts.days(slot.begin, slot.end) for span in book.opened]
    if covers(opened, Span.of(slot.begin, slot.end)):
        return None
    wanted = Wanted(slot.minutes, session.now)
    opening = nearest_opening(session, slot.location, slot.who, wanted, slot.begin)
    return ClinicError(
        "{practitioner} does not see patients from {start} to {end}.",
        field="start",
        next_step="Nearest free time: {nearest}.",
        **_told(slot.who, slot.begin, slot.end, zone, opening),
        **OVERRIDABLE,
    )
