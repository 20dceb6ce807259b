"""Closed time: a lunch, a meeting, leave of days, a holiday of the whole location."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import instant
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.schedule.actions.booking import OVERRIDABLE, allow_override, clock_words, lock_practitioners, practitioner_at
from app.schedule.queries.booked import BookedRow, booked_rows
from app.schedule.queries.free import closed_between, place, staff_of
from app.schedule.tables import Appointment, Block

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


@dataclass(frozen=True, slots=True)
class BlockKey:
    """A block as it was read."""

    block_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidBlocks(Command):
    """Open several times of a location again, all or none: how closing holidays is taken back."""

    location_id: int
    blocks: tuple[BlockKey, ...]


@dataclass(frozen=True, slots=True)
class BlockMade:
    """A block, and the booked visits that lie inside it."""

    block_id: int
    version: int
    visits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BlocksOpened:
    """How many times are open again."""

    count: int


AtPlace = TypeVar("AtPlace", AddBlock, VoidBlocks)


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
    inside = visits_inside(session, actor, location.id, command.practitioner_id, begin, end)
    if inside and command.override:
        allow_override(actor, location.id, command.reason)
    elif inside:
        raise _holds_visits(inside, location.zone)
    made = Block(
        location_id=location.id, practitioner_id=command.practitioner_id, starts_at=begin, ends_at=end, reason=why
    )
    session.add(made)
    session.flush()
    return BlockMade(made.id, made.version, tuple(one.appointment_id for one in inside))


def _no_other_block(session: WriteSession, who: int, location_id: int, begin: datetime, end: datetime) -> None:
    """One person's blocks never overlap, wherever they are; the location's own may lie over them."""
    if any(one.practitioner_id == who for one in closed_between(session, location_id, [who], begin, end)):
        raise Clash(
            "Part of this time is closed already.", field="start", next_step="Change the times, or open that one."
        )


def visits_inside(
    session: WriteSession, actor: Actor, location_id: int, practitioner_id: int | None, begin: datetime, end: datetime
) -> tuple[BookedRow, ...]:
    """The booked visits of a person, or of a whole location, that meet the time, by start."""
    whose = (
        Appointment.location_id == location_id
        if practitioner_id is None
        else Appointment.practitioner_id == practitioner_id
    )
    return booked_rows(session, actor, Appointment.starts_at < end, Appointment.ends_at > begin, whose)


def _holds_visits(inside: Sequence[BookedRow], zone: str) -> Clash:
    names = [f"{clock_words(one.starts_at, zone)} {one.patient}".rstrip() for one in inside[:NAMED]]
    return Clash(
        "Booked in this time: {names} ({count} in all).",
        field="start",
        next_step="Move or cancel them first, or close it anyway with a reason.",
        **{"names": "; ".join(names), "count": len(inside), "visits": inside, **OVERRIDABLE},
    )


@action(Permission.BOOK, says="Opened closed time again", located=_of_block)
def void_block(session: WriteSession, actor: Actor, command: VoidBlock) -> BlockMade:
    """Open closed time again. Raises NotFound, or Stale when somebody changed it."""
    found = _standing(session, BlockKey(command.block_id, command.version))
    found.voided_at = session.now
    session.flush()
    return BlockMade(found.id, found.version)


@action(Permission.SET_SCHEDULE, says="Opened closed times again ({count})", located=_where)
def void_blocks(session: WriteSession, actor: Actor, command: VoidBlocks) -> BlocksOpened:
    """Open several closed times of a location again. Raises NotFound or Stale, and opens none, when one is not as it was."""
    for key in command.blocks:
        found = _standing(session, key)
        if found.location_id != command.location_id:
            raise NotFound("This time is open already.", next_step="Look at the day again.")
        found.voided_at = session.now
    session.flush()
    return BlocksOpened(len(command.blocks))


def _standing(session: WriteSession, key: BlockKey) -> Block:
    found = session.get(Block, key.block_id)
    if found is None or found.voided_at is not None:
        raise NotFound("This time is open already.", next_step="Look at the day again.")
    if found.version != key.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    return found
