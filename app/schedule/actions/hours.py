"""When people work, what is closed, and what can be booked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeVar

from sqlalchemy import or_, select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import instant
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.patients.tables import Patient
from app.schedule.actions.booking import OVERRIDABLE, allow_override, clock_words, lock_practitioners, practitioner_at
from app.schedule.queries.free import closed_between, place, staff_of
from app.schedule.rules import GHOSTS, VisitKind
from app.schedule.rules.spans import LONGEST, SHORTEST
from app.schedule.tables import Appointment, Block, VisitType, WorkingHours

#: how many visits a refusal names before it only counts
NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBlock(Command):
    """Close time, from a wall time to another, perhaps days later. Without a practitioner it closes the location.

    `why` is a code of the reason pack or a few words. `override` closes over booked visits, with a reason; they stay.
    """

    location_id: int
    day: date
    start: time
    end: time
    last_day: date | None = None
    practitioner_id: int | None = None
    why: str
    override: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidBlock(Command):
    """Open the time again; the block keeps its row."""

    block_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWorkingHours(Command):
    """When a practitioner works on a weekday (0 is Monday) from a day on; no spans: not at all."""

    practitioner_id: int
    location_id: int
    weekday: int
    spans: tuple[tuple[time, time], ...]
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVisitType(Command):
    """Add something that can be booked."""

    code: str
    name: str
    kind: VisitKind
    minutes: int


@dataclass(frozen=True, slots=True)
class BlockMade:
    """A block, and the booked visits that lie inside it."""

    block_id: int
    version: int
    visits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursSet:
    """How many stretches a weekday has now."""

    spans: int


@dataclass(frozen=True, slots=True)
class TypeAdded:
    """A new visit type."""

    visit_type_id: int


AtPlace = TypeVar("AtPlace", AddBlock, SetWorkingHours)


def _where(session: WriteSession, command: AtPlace) -> tuple[int, ...]:
    return (command.location_id,)


def _of_block(session: WriteSession, command: VoidBlock) -> tuple[int, ...]:
    found = session.get(Block, command.block_id)
    return () if found is None else (found.location_id,)


@action(Permission.BOOK, says="Closed time on {day} from {start} to {end}: {why}", located=_where)
def add_block(session: WriteSession, actor: Actor, command: AddBlock) -> BlockMade:
    """Close time. Raises Clash naming the booked visits inside, or when the practitioner has a block there already."""
    location = place(session, command.location_id)
    why = clean(command.why, "why", 120)
    if not why:
        raise ClinicError("Closed time needs a word.", field="why", next_step="Choose why it is closed.")
    begin = instant(command.day, command.start, location.zone)
    end = instant(command.last_day or command.day, command.end, location.zone)
    if end <= begin:
        raise ClinicError("The end lies before the beginning.", field="end", next_step="Choose a later end.")
    who = None if command.practitioner_id is None else practitioner_at(session, command.practitioner_id, location.id)
    people = staff_of(session, location.id) if who is None else (who,)
    lock_practitioners(session, *[one.id for one in people])
    if who is not None:
        _no_other_block(session, who.id, location.id, begin, end)
    inside = _visits_inside(session, location.id, command.practitioner_id, begin, end)
    if inside and command.override:
        allow_override(actor, location.id, command.reason)
    elif inside:
        raise _holds_visits(session, inside)
    made = Block(
        location_id=location.id, practitioner_id=command.practitioner_id, starts_at=begin, ends_at=end, reason=why
    )
    session.add(made)
    session.flush()
    return BlockMade(made.id, made.version, tuple(one.id for one in inside))


def _no_other_block(session: WriteSession, who: int, location_id: int, begin: datetime, end: datetime) -> None:
    """One person's blocks never overlap, wherever they are; the location's own may lie over them."""
    if any(one.practitioner_id == who for one in closed_between(session, location_id, [who], begin, end)):
        raise Clash(
            "Part of this time is closed already.", field="start", next_step="Change the times, or open that one."
        )


def _visits_inside(
    session: WriteSession, location_id: int, practitioner_id: int | None, begin: datetime, end: datetime
) -> Sequence[Appointment]:
    wanted = select(Appointment).where(
        Appointment.starts_at < end,
        Appointment.ends_at > begin,
        Appointment.status.not_in(GHOSTS),
        Appointment.location_id == location_id
        if practitioner_id is None
        else Appointment.practitioner_id == practitioner_id,
    )
    return session.scalars(wanted.order_by(Appointment.starts_at, Appointment.id)).all()


def _holds_visits(session: WriteSession, inside: Sequence[Appointment]) -> Clash:
    names = []
    for visit in inside[:NAMED]:
        patient = session.get_one(Patient, visit.patient_id)
        names.append(f"{clock_words(visit.starts_at, visit.zone)} {patient.family}, {patient.given}")
    return Clash(
        "Booked in this time: {names} ({count} in all).",
        field="start",
        next_step="Move or cancel them first, or close it anyway with a reason.",
        **{"names": "; ".join(names), "count": len(inside), **OVERRIDABLE},
    )


@action(Permission.BOOK, says="Opened closed time again", located=_of_block)
def void_block(session: WriteSession, actor: Actor, command: VoidBlock) -> BlockMade:
    """Open closed time again. Raises NotFound, or Stale when somebody changed it."""
    found = session.get(Block, command.block_id)
    if found is None or found.voided_at is not None:
        raise NotFound("This time is open already.", next_step="Look at the day again.")
    if found.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    found.voided_at = session.now
    session.flush()
    return BlockMade(found.id, found.version)


@action(Permission.CHANGE_SETTINGS, says="Set working hours from {valid_from}", located=_where)
def set_working_hours(session: WriteSession, actor: Actor, command: SetWorkingHours) -> HoursSet:
    """Set one weekday's hours from a day on; what held before ends the day before. Raises ClinicError or Clash."""
    practitioner_at(session, command.practitioner_id, command.location_id)
    spans = sorted(command.spans)
    if command.weekday not in range(7) or any(start >= end for start, end in spans):
        raise ClinicError("The end lies before the beginning.", field="end", next_step="Choose a later end.")
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        raise Clash("These hours overlap each other.", field="start", next_step="Change the times.")
    lock_practitioners(session, command.practitioner_id)
    for row in _hours_from(session, command):
        if row.location_id == command.location_id:
            _end_hours(session, row, command.valid_from)
        elif any(row.starts < end and start < row.ends for start, end in spans):
            raise Clash(
                "These hours overlap the hours at another location.", field="start", next_step="Change those first."
            )
    for start, end in spans:
        session.add(
            WorkingHours(
                practitioner_id=command.practitioner_id,
                location_id=command.location_id,
                weekday=command.weekday,
                starts=start,
                ends=end,
                valid_from=command.valid_from,
            )
        )
    return HoursSet(len(spans))


def _hours_from(session: WriteSession, command: SetWorkingHours) -> Sequence[WorkingHours]:
    wanted = select(WorkingHours).where(
        WorkingHours.practitioner_id == command.practitioner_id,
        WorkingHours.weekday == command.weekday,
        or_(WorkingHours.valid_to.is_(None), WorkingHours.valid_to >= command.valid_from),
    )
    return session.scalars(wanted).all()


def _end_hours(session: WriteSession, row: WorkingHours, from_day: date) -> None:
    if row.valid_from >= from_day:
        session.delete(row)
    else:
        row.valid_to = from_day - timedelta(days=1)


@action(Permission.CHANGE_SETTINGS, says="Added the visit type {name}")
def add_visit_type(session: WriteSession, actor: Actor, command: AddVisitType) -> TypeAdded:
    """Add a visit type. Raises ClinicError for a code that is used already, an empty name or an odd length."""
    code, name = clean(command.code, "code", 20).upper(), clean(command.name, "name", 80)
    if not code or not name:
        raise ClinicError("A visit type needs a code and a name.", field="name", next_step="Write both.")
    if not SHORTEST <= command.minutes <= LONGEST:
        raise ClinicError("This length does not fit a day.", field="minutes", next_step="Change the minutes.")
    if session.scalar(select(VisitType.id).where(VisitType.code == code)) is not None:
        raise Clash("The code {code} is used already.", field="code", next_step="Choose another one.", code=code)
    made = VisitType(code=code, name=name, kind=command.kind, minutes=command.minutes, active=True)
    session.add(made)
    session.flush()
    return TypeAdded(made.id)
