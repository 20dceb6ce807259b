"""Closing a location on public holidays, several at once."""

from dataclasses import dataclass
from datetime import date

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import day_bounds, local_day
from app.core.errors import Clash, ClinicError, ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import Command
from app.schedule.actions.blocks import BlockKey
from app.schedule.actions.booking import lock_practitioners
from app.schedule.queries.booked import booked_rows, in_the_way
from app.schedule.queries.free import place, staff_of
from app.schedule.queries.holidays import closing_blocks, names_of
from app.schedule.tables import Appointment, Block

#: a name as it has room in a block
NAME_LENGTH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseHolidays(Command):
    """Close a location on these public holidays, each under its name. A day that is closed already stays as it is.

    `accept` goes on, with a reason, although visits are booked: they stay.
    """

    location_id: int
    days: tuple[date, ...]
    accept: bool = False


@dataclass(frozen=True, slots=True)
class HolidaysClosed:
    """The blocks that were made, for the way back (VoidBlocks)."""

    count: int
    blocks: tuple[BlockKey, ...]


def _where(session: WriteSession, command: CloseHolidays) -> tuple[int, ...]:
    return (command.location_id,)


@action(Permission.SET_SCHEDULE, says="Closed the clinic on holidays ({count})", located=_where)
def close_holidays(session: WriteSession, actor: Actor, command: CloseHolidays) -> HolidaysClosed:
    """Close the days. Raises ClinicError for a day that is over or is no holiday, Clash with `visits` (BookedRow)."""
    location = place(session, command.location_id)
    named = {day: _name(location.state, day) for day in sorted(set(command.days))}
    if not named:
        raise ClinicError("No day is chosen.", field="days", next_step="Choose the days on which you close.")
    if min(named) < local_day(session.now, location.zone):
        raise ClinicError("That day is over.", field="days", next_step="Choose today or a later day.")
    lock_practitioners(session, *[one.id for one in staff_of(session, location.id)])
    closed = closing_blocks(session, location, named)
    wanted = [day for day in named if day not in closed]
    visits = booked_rows(session, actor, Appointment.location_id == location.id, Appointment.day.in_(wanted))
    if visits and not command.accept:
        raise Clash(
            "Visits that are booked on these days: {count}.",
            field="days",
            next_step="Move them first, or keep them and close the days.",
            **in_the_way(visits),
        )
    if visits and not command.reason.strip():
        raise ReasonNeeded("Visits are booked on these days.", field="reason", next_step="Write why in a few words.")
    made = [_block(location.id, day, named[day], location.zone) for day in wanted]
    session.add_all(made)
    session.flush()
    return HolidaysClosed(len(made), tuple(BlockKey(one.id, one.version) for one in made))


def _name(state: str, day: date) -> str:
    """What a day is called. Raises ClinicError for one that is no public holiday there."""
    name = names_of(state, day.year).get(day)
    if name is None:
        raise ClinicError(
            "{day} is no public holiday.", field="days", next_step="Close it in the schedule.", day=f"{day:%m/%d/%Y}"
        )
    return name[:NAME_LENGTH]


def _block(location_id: int, day: date, name: str, zone: str) -> Block:
    begin, end = day_bounds(day, zone)
    return Block(location_id=location_id, practitioner_id=None, starts_at=begin, ends_at=end, reason=name)
