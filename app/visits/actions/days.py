"""Closing a location's day, and opening it again."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import Command, canonical
from app.patients.rules.writing import clean
from app.payments.actions import lock_money
from app.payments.queries import closing_of
from app.payments.tables import DayClose
from app.schedule.tables import Appointment
from app.visits.queries import read_day_points, today_at


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a day is closed although this point is open; `key` is the point's."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay(Command):
    """A location's day is over. Every open point has its explanation."""

    location_id: int
    day: date
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDay(Command):
    """A closed day is opened again; `reason` says why."""

    location_id: int
    day: date


@dataclass(frozen=True, slots=True)
class DayKey:
    """A location's day after a change; `explained` counts the points that were left open."""

    location_id: int
    day: date
    version: int
    closed: bool
    explained: int = 0


def _place(_session: WriteSession, command: CloseDay | ReopenDay) -> tuple[int, ...]:
    return (command.location_id,)


@action(Permission.CLOSE_DAY, says="Closed the day {day}; {explained} points explained", located=_place)
def close_day(session: WriteSession, actor: Actor, command: CloseDay) -> DayKey:
    """Close a day. Raises ClinicError (field `explanations`) while a point is neither settled nor explained.

    The day's visits and the location's money are held meanwhile, so that nothing slips in between looking and closing.
    """
    if command.day > today_at(session, command.location_id, session.now):
        raise ClinicError("This day is still to come.", next_step="Close it when it is over.", field="day")
    _hold(session, command)
    row = _row(session, command)
    if closing_of(session, command.location_id, command.day).closed:
        raise ClinicError("This day is closed already.", next_step="Open it again to change something.", field="day")
    points = read_day_points(session, command.location_id, command.day, session.now)
    told = {one.key: clean(one.text, "explanations", 300) for one in command.explanations}
    open_keys = tuple(point.key for point in points if not told.get(point.key))
    if open_keys:
        told_too = {"count": len(open_keys), "keys": open_keys}  # the keys are for the screen, which marks them
        raise ClinicError(
            "{count} points are still open.",
            field="explanations",
            next_step="Settle each one, or write why it stays open.",
            **told_too,
        )
    explained = [{"key": point.key, "text": told[point.key]} for point in points]
    row.closed_at, row.closed_by_name, row.explanations = session.now, actor.name, canonical(explained)
    session.flush()
    return DayKey(command.location_id, command.day, row.version, closed=True, explained=len(points))


@action(Permission.CLOSE_DAY, says="Opened the day {day} again: {reason}", located=_place)
def reopen_day(session: WriteSession, actor: Actor, command: ReopenDay) -> DayKey:
    """Open a closed day again. Raises ReasonNeeded, NotFound when it is not closed."""
    why = clean(command.reason, "reason", 200)
    if not why:
        raise ReasonNeeded("A day is opened again with a reason.", field="reason", next_step="Write why.")
    lock_money(session, command.location_id)
    if not closing_of(session, command.location_id, command.day).closed:
        raise NotFound("This day is not closed.", next_step="Go on.")
    row = _row(session, command)
    row.reopened_at, row.reopened_by_name, row.reopen_reason = session.now, actor.name, why
    session.flush()
    return DayKey(command.location_id, command.day, row.version, closed=False)


def _hold(session: WriteSession, command: CloseDay) -> None:
    """Wait for whoever is at a visit of the day, and keep the next one out until the day is closed.

    Visits first, money second, as a check-in with a payment does; the lock lets a receipt point at a visit meanwhile.
    """
    mine = select(Appointment.id).where(Appointment.location_id == command.location_id, Appointment.day == command.day)
    session.hold(mine.order_by(Appointment.id).with_for_update(key_share=True))
    lock_money(session, command.location_id)


def _row(session: WriteSession, command: CloseDay | ReopenDay) -> DayClose:
    wanted = select(DayClose).where(DayClose.location_id == command.location_id, DayClose.day == command.day)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        found = DayClose(location_id=command.location_id, day=command.day)
        session.add(found)
    return found
