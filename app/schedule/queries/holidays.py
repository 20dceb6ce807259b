"""The public holidays of a location's state, and what stands on them. The library is large: only who asks imports it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

import holidays
from sqlalchemy import func, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.errors import ClinicError
from app.core.sessions import ClinicSession, ReadSession
from app.schedule.queries.free import place
from app.schedule.rules import GHOSTS
from app.schedule.tables import Appointment, Block, WorkingHours
from app.staff.tables import Location

COUNTRY = "US"
#: the years for which days are proposed: the library's rules are sure for these
FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A public holiday: who would work, how many visits are booked, and the block that closes the day, if one does."""

    day: date
    name: str
    works: int
    visits: int
    block_id: int | None = None
    version: int = 0
    over: bool = False

    @property
    def closed(self) -> bool:
        """Whether the whole location is closed on it."""
        return self.block_id is not None


@dataclass(frozen=True, slots=True)
class Holidays:
    """A location's public holidays of a year, by day. `state` is empty where only the federal ones are known."""

    location_id: int
    location: str
    state: str
    year: int
    days: tuple[HolidayRow, ...]


@cache
def names_of(state: str, year: int) -> Mapping[date, str]:
    """The public holidays of a state, or only the federal ones for a text that is no state, by day.

    Raises ClinicError at `year` for one that nobody plans.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ClinicError(
            "Holidays are known from {first} to {last}.",
            field="year",
            next_step="Choose another year.",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    known = known_state(state)
    found = holidays.country_holidays(COUNTRY, subdiv=known or None, years=year)
    return {day: found[day] for day in sorted(found) if day.year == year}


def known_state(state: str) -> str:
    """The state as the library calls it, or nothing."""
    code = state.strip().upper()
    return code if code in holidays.list_supported_countries()[COUNTRY] else ""


@query(Permission.SET_SCHEDULE)
def holidays_of(session: ReadSession, actor: Actor, location_id: int, year: int) -> Holidays:
    """A location's public holidays of a year. Raises NotFound, Refused, or ClinicError at `year`."""
    actor.sees(Permission.SET_SCHEDULE, location_id)
    location = place(session, location_id)
    names = names_of(location.state, year)
    today = local_day(session.now, location.zone)
    booked, closing = _visits(session, location.id, names), closing_blocks(session, location, names)
    rows = []
    for day, name in names.items():
        block = closing.get(day)
        row = HolidayRow(day, name, _workers(session, location.id, day), booked.get(day, 0), over=day < today)
        rows.append(row if block is None else replace(row, block_id=block.id, version=block.version))
    return Holidays(location.id, location.name, known_state(location.state), year, tuple(rows))


def _visits(session: ClinicSession, location_id: int, days: Mapping[date, str]) -> dict[date, int]:
    wanted = (
        select(Appointment.day, func.count())
        .where(
            Appointment.location_id == location_id, Appointment.day.in_(list(days)), Appointment.status.not_in(GHOSTS)
        )
        .group_by(Appointment.day)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def _workers(session: ClinicSession, location_id: int, day: date) -> int:
    """How many people have hours on a day."""
    wanted = select(func.count(WorkingHours.practitioner_id.distinct())).where(
        WorkingHours.location_id == location_id,
        WorkingHours.weekday == day.weekday(),
        WorkingHours.valid_from <= day,
        WorkingHours.valid_to.is_(None) | (WorkingHours.valid_to >= day),
    )
    return session.scalar(wanted) or 0


def closing_blocks(session: ClinicSession, location: Location, days: Mapping[date, str]) -> dict[date, Block]:
    """The block that closes a whole day of a location, for each of the days that has one."""
    if not days:
        return {}
    first, last = day_bounds(min(days), location.zone)[0], day_bounds(max(days), location.zone)[1]
    wanted = select(Block).where(
        Block.location_id == location.id,
        Block.practitioner_id.is_(None),
        Block.voided_at.is_(None),
        Block.starts_at < last,
        Block.ends_at > first,
    )
    blocks = session.scalars(wanted.order_by(Block.id)).all()
    found = {}
    for day in days:
        begin, end = day_bounds(day, location.zone)
        whole = [one for one in blocks if one.starts_at <= begin and one.ends_at >= end - timedelta(minutes=1)]
        if whole:
            found[day] = whole[0]
    return found
