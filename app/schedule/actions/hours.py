"""When people work: whole weeks from a day on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local_day
from app.core.errors import Clash, ClinicError, ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import Command
from app.schedule.actions.skills import counted_up, held_worker
from app.schedule.queries.booked import BookedRow, booked_rows, in_the_way
from app.schedule.queries.free import place
from app.schedule.rules import Span, overlap
from app.schedule.rules.spans import wall_span
from app.schedule.rules.weeks import Day, HoursRow, Week, checked_day, day_hours, left_outside, shared_days
from app.schedule.tables import Appointment, WorkingHours
from app.staff.tables import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeek(Command):
    """The whole week in which somebody works at a location, from a day on; until `valid_to`, or for good.

    What held from that day on gives way; after `valid_to` it holds again. `version` is the practitioner's. `accept` goes
    on, with a reason, although booked visits come to lie outside: they stay, and are listed.
    """

    practitioner_id: int
    location_id: int
    version: int
    days: Week
    valid_from: date
    valid_to: date | None = None
    accept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreWeeks(Command):
    """Put somebody's hours at a location back as they were before a week was set; days before `valid_from` stay."""

    practitioner_id: int
    location_id: int
    version: int
    valid_from: date
    before: tuple[HoursRow, ...]


@dataclass(frozen=True, slots=True)
class WeekSet:
    """The practitioner's new version, the booked visits that lie outside the hours now, and the hours as they were."""

    practitioner: str
    version: int
    visits: tuple[int, ...] = ()
    before: tuple[HoursRow, ...] = ()


def _where(session: WriteSession, command: SetWeek | RestoreWeeks) -> tuple[int, ...]:
    return (command.location_id,)


@action(Permission.SET_SCHEDULE, says="Set the working hours of {practitioner} from {valid_from}", located=_where)
def set_week(session: WriteSession, actor: Actor, command: SetWeek) -> WeekSet:
    """Set somebody's week from a day on.

    Raises ClinicError for days that are over or hours that go back, Stale, Clash for hours at another place at the same
    time, and Clash with `visits` (BookedRow) for booked visits that would lie outside.
    """
    location = place(session, command.location_id)
    _check_days(session, location, command.valid_from, command.valid_to)
    who = held_worker(session, command.practitioner_id, command.location_id, command.version)
    week = tuple(checked_day(day) for day in command.days)
    standing = _standing(session, who.id, command)
    _not_elsewhere(session, [row for row in standing if row.location_id != location.id], week, command)
    here = [row for row in standing if row.location_id == location.id]
    before = _rows(here)
    outside = _outside(
        session, actor, location, command, lambda day: day_hours(before, day), lambda day: week[day.weekday()]
    )
    if outside and not command.accept:
        raise _orphans(outside)
    if outside and not command.reason.strip():
        raise ReasonNeeded(
            "Booked visits come to lie outside the hours.", field="reason", next_step="Write why in a few words."
        )
    kept = _rows(_all_rows(session, command))
    for row in here:
        _give_way(session, row, command)
    _put(session, week, command)
    return WeekSet(who.family, counted_up(session, who), tuple(one.appointment_id for one in outside), kept)


@action(Permission.SET_SCHEDULE, says="Put the working hours of {practitioner} back", located=_where)
def restore_weeks(session: WriteSession, actor: Actor, command: RestoreWeeks) -> WeekSet:
    """Take a week that was set back. Raises ClinicError once its first day is over, Stale when anything changed since.

    Raises Clash with `visits` (BookedRow) for visits booked meanwhile that would lie outside the hours of before.
    """
    location = place(session, command.location_id)
    _check_days(session, location, command.valid_from, None)
    who = held_worker(session, command.practitioner_id, command.location_id, command.version)
    standing = _all_rows(session, command)
    now = _rows(standing)
    outside = _outside(
        session, actor, location, command, lambda day: day_hours(now, day), lambda day: day_hours(command.before, day)
    )
    if outside:
        raise _orphans(outside)
    for row, known in zip(standing, now, strict=True):
        if known not in command.before:
            session.delete(row)
    session.add_all(
        WorkingHours(practitioner_id=who.id, location_id=location.id, **one._asdict())
        for one in command.before
        if one not in now
    )
    return WeekSet(who.family, counted_up(session, who), (), now)


def _rows(hours: Iterable[WorkingHours]) -> tuple[HoursRow, ...]:
    return tuple(HoursRow(row.weekday, row.starts, row.ends, row.valid_from, row.valid_to) for row in hours)


def _all_rows(session: WriteSession, command: SetWeek | RestoreWeeks) -> Sequence[WorkingHours]:
    wanted = select(WorkingHours).where(
        WorkingHours.practitioner_id == command.practitioner_id, WorkingHours.location_id == command.location_id
    )
    return session.scalars(wanted.order_by(WorkingHours.id)).all()


def _check_days(session: WriteSession, location: Location, first: date, last: date | None) -> None:
    if first < local_day(session.now, location.zone):
        raise ClinicError("That day is over.", field="valid_from", next_step="Choose today or a later day.")
    if last is not None and last < first:
        raise ClinicError("The last day lies before the first.", field="valid_to", next_step="Choose a later last day.")


def _standing(session: WriteSession, who_id: int, command: SetWeek) -> Sequence[WorkingHours]:
    """The person's hours, wherever they are, that hold on one of the days in question."""
    wanted = select(WorkingHours).where(
        WorkingHours.practitioner_id == who_id,
        or_(WorkingHours.valid_to.is_(None), WorkingHours.valid_to >= command.valid_from),
    )
    if command.valid_to is not None:
        wanted = wanted.where(WorkingHours.valid_from <= command.valid_to)
    return session.scalars(wanted.order_by(WorkingHours.id)).all()


def _not_elsewhere(
    session: WriteSession, others: Iterable[WorkingHours], week: Sequence[Day], command: SetWeek
) -> None:
    """Nobody works at two places at once; looked at as instants, since two places may lie in two zones."""
    zone = session.get_one(Location, command.location_id).zone
    for row in others:
        there = session.get_one(Location, row.location_id)
        shared = shared_days((command.valid_from, command.valid_to), (row.valid_from, row.valid_to), row.weekday)
        for day in shared:
            taken = wall_span(day, row.starts, row.ends, there.zone)
            if any(overlap(taken, wall_span(day, start, end, zone)) for start, end in week[row.weekday]):
                raise Clash(
                    "These hours overlap the hours at {location}.",
                    field=f"day{row.weekday}",
                    next_step="Change those first.",
                    location=there.name,
                )


def _outside(
    session: WriteSession,
    actor: Actor,
    location: Location,
    command: SetWeek | RestoreWeeks,
    before: Callable[[date], Day],
    after: Callable[[date], Day],
) -> tuple[BookedRow, ...]:
    """The booked visits from now on that lie inside the hours as they are, and outside those that come."""
    which = [
        Appointment.practitioner_id == command.practitioner_id,
        Appointment.location_id == location.id,
        Appointment.day >= command.valid_from,
        Appointment.ends_at > session.now,
    ]
    if isinstance(command, SetWeek) and command.valid_to is not None:
        which.append(Appointment.day <= command.valid_to)
    return tuple(
        visit
        for visit in booked_rows(session, actor, *which)
        if left_outside(
            Span.of(visit.starts_at, visit.ends_at), visit.day, before(visit.day), after(visit.day), location.zone
        )
    )


def _orphans(outside: tuple[BookedRow, ...]) -> Clash:
    return Clash(
        "Booked visits that would lie outside these hours: {count}.",
        field="valid_from",
        next_step="Move them first, or keep them and change the hours.",
        **in_the_way(outside),
    )


def _give_way(session: WriteSession, row: WorkingHours, command: SetWeek) -> None:
    """What held before ends the day before; what is to hold again after the last day begins there."""
    if command.valid_to is not None and (row.valid_to is None or row.valid_to > command.valid_to):
        session.add(
            WorkingHours(
                practitioner_id=row.practitioner_id,
                location_id=row.location_id,
                weekday=row.weekday,
                starts=row.starts,
                ends=row.ends,
                valid_from=command.valid_to + timedelta(days=1),
                valid_to=row.valid_to,
            )
        )
    if row.valid_from >= command.valid_from:
        session.delete(row)
    else:
        row.valid_to = command.valid_from - timedelta(days=1)


def _put(session: WriteSession, week: Sequence[Day], command: SetWeek) -> None:
    session.add_all(
        WorkingHours(
            practitioner_id=command.practitioner_id,
            location_id=command.location_id,
            weekday=weekday,
            starts=start,
            ends=end,
            valid_from=command.valid_from,
            valid_to=command.valid_to,
        )
        for weekday, day in enumerate(week)
        for start, end in day
    )
