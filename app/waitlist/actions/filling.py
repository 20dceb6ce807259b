"""Filling a hole: each try to reach somebody, and the one gesture that books them into it.

An offer holds nothing: it is a try with an end, shown to every desk. Whoever books the time first has it; the other one
is told so. See docs/adr/0016.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.schedule.actions import (
    BookAppointment,
    Booked,
    CancelAppointment,
    MoveAppointment,
    book,
    cancel_appointment,
    move_appointment,
)
from app.schedule.actions.freed import close_holes
from app.schedule.queries.needs import episode_now
from app.schedule.tables import Appointment, FreedSlot
from app.staff.tables import Location
from app.waitlist.actions.entries import NOTE, entry_of
from app.waitlist.rules import Outcome, WaitStatus
from app.waitlist.rules.ranking import weights
from app.waitlist.tables import WaitlistEntry, WaitlistTry

#: an offer holds no longer than so many minutes
LONGEST_OFFER = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LogTry(Command):
    """Somebody was called for a hole. An offer holds `minutes` (None: as the pack says), never past the hole's start."""

    freed_slot_id: int
    entry_id: int
    outcome: Outcome
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FillSlot(Command):
    """Somebody takes a hole: they are booked into it, or their later visit is moved there."""

    freed_slot_id: int
    entry_id: int
    version: int
    override: bool = False


@dataclass(frozen=True, slots=True)
class Former:
    """Where a visit stood before it was moved into a hole."""

    day: date
    start: time
    practitioner_id: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFillBack(Command):
    """Take a fill back: the visit is cancelled, or goes to where it stood; its person waits again."""

    entry_id: int
    version: int
    appointment_id: int
    appointment_version: int
    former: Former | None = None


@dataclass(frozen=True, slots=True)
class TryKey:
    """A try that was written down."""

    try_id: int
    entry_id: int
    patient_id: int
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Filled:
    """A hole that was filled. `former`: the visit was moved, and left a hole there."""

    appointment_id: int
    version: int
    entry_id: int
    entry_version: int
    patient_id: int
    practitioner: str
    day: date
    start: time
    former: Former | None = None


def _of_hole(session: WriteSession, command: LogTry | FillSlot) -> tuple[int, ...]:
    found = session.get(FreedSlot, command.freed_slot_id)
    return () if found is None else (found.location_id,)


def _of_visit(session: WriteSession, command: TakeFillBack) -> tuple[int, ...]:
    found = session.get(Appointment, command.appointment_id)
    return () if found is None else (found.location_id,)


def _hole(session: WriteSession, freed_slot_id: int) -> FreedSlot:
    """The hole, held and still open. Raises NotFound, Clash when another desk was first, ClinicError once it is over."""
    session.hold(select(FreedSlot.id).where(FreedSlot.id == freed_slot_id).with_for_update())
    found = session.get(FreedSlot, freed_slot_id, populate_existing=True)
    if found is None:
        raise NotFound("There is no such hole.", next_step="Look at the list again.")
    if found.filled_by_id is not None or found.closed_at is not None:
        raise Clash("Another desk filled this time a moment ago.", field="hole", next_step="Take the next hole.")
    if found.ends_at <= session.now:
        raise ClinicError("This time is over.", field="hole", next_step="Take the next hole.")
    return found


@action(Permission.BOOK, says="Called somebody who waits: {outcome}", located=_of_hole)
def log_try(session: WriteSession, actor: Actor, command: LogTry) -> TryKey:
    """Write a call down. Raises NotFound, Clash when the hole is filled, ClinicError for an offer that is too long."""
    hole = _hole(session, command.freed_slot_id)
    entry = session.get(WaitlistEntry, command.entry_id)
    if entry is None or entry.status is not WaitStatus.WAITING:
        raise NotFound("This patient does not wait any more.", next_step="Look at the list again.")
    if command.outcome is Outcome.ACCEPTED:
        raise ClinicError("Who accepts is booked into the hole.", next_step="Book it.")
    made = WaitlistTry(
        entry_id=entry.id,
        freed_slot_id=hole.id,
        outcome=command.outcome,
        tried_at=session.now,
        tried_by_name=actor.name,
        until=_until(session, hole, command),
        note=clean(command.note, "note", NOTE),
    )
    session.add(made)
    session.flush()
    return TryKey(made.id, entry.id, entry.patient_id, made.until)


def _until(session: WriteSession, hole: FreedSlot, command: LogTry) -> datetime | None:
    if command.outcome is not Outcome.OFFERED:
        return None
    minutes = weights()["offer_minutes"] if command.minutes is None else command.minutes
    if not 1 <= minutes <= LONGEST_OFFER:
        raise ClinicError(
            "An offer holds between 1 and {most} minutes.", field="minutes", next_step="Change it.", most=LONGEST_OFFER
        )
    return min(session.now + timedelta(minutes=minutes), hole.starts_at)


@action(Permission.BOOK, says="Filled a hole with {practitioner} on {day} at {start}", located=_of_hole)
def fill_slot(session: WriteSession, actor: Actor, command: FillSlot) -> Filled:
    """Book somebody into a hole, or move their later visit there; their entry is done, the call is written down.

    Raises Clash when another desk was first or somebody is taken, Stale and NotFound for the entry, ClinicError at the
    field of a rule that says no.
    """
    hole = _hole(session, command.freed_slot_id)
    entry = entry_of(session, command.entry_id, command.version)
    if entry.status is not WaitStatus.WAITING:
        raise Stale("This patient has been booked meanwhile.", field="entry", next_step="Call the next one.")
    made, former = _take(session, actor, hole, entry, command)
    entry.status = WaitStatus.BOOKED
    session.add(
        WaitlistTry(
            entry_id=entry.id, freed_slot_id=hole.id, outcome=Outcome.ACCEPTED, tried_at=session.now,
            tried_by_name=actor.name,
        )
    )  # fmt: skip
    session.flush()
    return Filled(
        made.appointment_id, made.version, entry.id, entry.version, entry.patient_id, made.practitioner, made.day,
        made.start, former,
    )  # fmt: skip


def _take(
    session: WriteSession, actor: Actor, hole: FreedSlot, entry: WaitlistEntry, command: FillSlot
) -> tuple[Booked, Former | None]:
    wall = local(hole.starts_at, session.get_one(Location, hole.location_id).zone)
    later = session.get(Appointment, entry.appointment_id) if entry.appointment_id is not None else None
    if later is None or later.status.value != "booked" or later.starts_at <= hole.starts_at:
        booking = BookAppointment(
            id=command.id, reason=command.reason, override=command.override, patient_id=entry.patient_id,
            practitioner_id=hole.practitioner_id, location_id=hole.location_id, visit_type_id=entry.visit_type_id,
            day=wall.date(), start=wall.time(), minutes=entry.minutes,
            episode_id=episode_now(session, entry.patient_id),
        )  # fmt: skip
        return book(session, actor, booking), None
    if later.location_id != hole.location_id:
        raise ClinicError(
            "Their later visit is at another location.", field="entry", next_step="Cancel it there, then book here."
        )
    former = Former(later.day, later.wall_start, later.practitioner_id, later.minutes)
    moving = MoveAppointment(
        id=command.id, reason=command.reason, override=command.override, appointment_id=later.id,
        version=later.version, day=wall.date(), start=wall.time(), practitioner_id=hole.practitioner_id,
        minutes=entry.minutes, reason_code="sooner",
    )  # fmt: skip
    return move_appointment(session, actor, moving), former


@action(Permission.BOOK, says="Took the filling of a hole back", located=_of_visit)
def take_fill_back(session: WriteSession, actor: Actor, command: TakeFillBack) -> Filled:
    """Take a fill back. Raises Stale when something came after it, Clash when the former time was given away."""
    entry = entry_of(session, command.entry_id, command.version)
    if entry.status is not WaitStatus.BOOKED:
        raise Stale("Something happened to this entry since then.", next_step="Look at it again.")
    visit = session.get(Appointment, command.appointment_id)
    if visit is None or visit.patient_id != entry.patient_id:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    at, former = (visit.id, command.appointment_version), command.former
    if former is None:
        cancel = CancelAppointment(id=command.id, reason_code="mistake", appointment_id=at[0], version=at[1])
        gone = cancel_appointment(session, actor, cancel)
        close_holes(session, visit)  # the hole that was filled is open again; this visit leaves no second one
        version = gone.version
    else:
        moving = MoveAppointment(
            id=command.id, undoes=command.undoes, day=former.day, start=former.start,
            practitioner_id=former.practitioner_id, minutes=former.minutes, appointment_id=at[0], version=at[1],
        )  # fmt: skip
        version = move_appointment(session, actor, moving).version
    entry.status = WaitStatus.WAITING
    session.flush()
    return Filled(visit.id, version, entry.id, entry.version, entry.patient_id, "", visit.day, visit.wall_start)
