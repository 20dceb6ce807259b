"""Several days of a location in columns: a week of one practitioner, some days of a few, and one day of everybody."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.sessions import ReadSession
from app.schedule.queries.free import block_row, books, closed_between, period, place, staff_of
from app.schedule.queries.reading import patients_of, read, visits
from app.schedule.queries.rows import (
    AppointmentRow,
    DayPlan,
    PractitionerDay,
    PractitionerRow,
    Refill,
    RoomName,
    WeekPlan,
)
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, FreedSlot, Room
from app.staff.tables import Location, Practitioner

#: so many days are shown beside each other at most
MOST_DAYS = 7
_Rows = Mapping[tuple[int, date], Sequence[AppointmentRow]]


@query(Permission.SEARCH_PATIENT, subjects=lambda plan: patients_of(v for day in plan.days for v in day.visits))
def week_plan(
    session: ReadSession,
    actor: Actor,
    location_id: int,
    first: date,
    days: int = MOST_DAYS,
    practitioner_ids: tuple[int, ...] = (),
) -> WeekPlan:
    """`days` days from `first` (at most a week) of these practitioners; of everybody when none is named.

    Who is named has a column on each day, also where they are away. As many questions as one day takes. Raises NotFound
    for an unknown location.
    """
    days = min(max(days, 1), MOST_DAYS)
    location = place(session, location_id)
    made = plans(session, actor, location, first, days, practitioner_ids)
    return WeekPlan(
        location.id, location.name, location.zone, first, made[0].today, made, staff_of(session, location.id)
    )


_VISITS = (
    visits()
    .where(
        Appointment.location_id == bindparam("location_id"),
        Appointment.day.between(bindparam("first"), bindparam("last")),
        Appointment.status != AppointmentStatus.ENTERED_IN_ERROR,
    )
    .order_by(Appointment.starts_at, Appointment.id)
)
_THEIRS = _VISITS.where(Appointment.practitioner_id.in_(bindparam("ids", expanding=True)))


def plans(
    session: ReadSession,
    actor: Actor,
    location: Location,
    first: date,
    days: int,
    practitioner_ids: tuple[int, ...] = (),
) -> tuple[DayPlan, ...]:
    """One plan for each day. Raises Refused."""
    actor.sees(Permission.SEARCH_PATIENT, location.id)
    last = first + timedelta(days=days - 1)
    wanted = _THEIRS if practitioner_ids else _VISITS
    values = {"location_id": location.id, "first": first, "last": last, "ids": practitioner_ids}
    by_who: dict[tuple[int, date], list[AppointmentRow]] = defaultdict(list)
    holes = _holes(session, location, first, last)
    for row in read(session, actor, wanted, values):
        row = _with_hole(row, holes) if row.ghost else row
        by_who[row.practitioner_id, row.day].append(row)
    people = _people(session, location, {who for who, _ in by_who}, practitioner_ids)
    columns = _columns(session, location, people, first, days, by_who)
    today = local_day(session.now, location.zone)
    every = [first + timedelta(days=number) for number in range(days)]
    rooms = rooms_of(session, location.id)
    return tuple(
        DayPlan(
            location.id, location.name, location.zone, day, today,
            tuple(column for column, works in columns[day] if works or practitioner_ids), rooms=rooms,
        )
        for day in every
    )  # fmt: skip


def rooms_of(session: ReadSession, location_id: int) -> tuple[RoomName, ...]:
    """The rooms of a location that are in use, by name, equipment left out."""
    wanted = select(Room.id, Room.name, Room.capacity).where(
        Room.location_id == location_id, Room.active, Room.equipment.is_(False)
    )
    return tuple(RoomName(*row) for row in session.execute(wanted.order_by(Room.name)))


def _holes(session: ReadSession, location: Location, first: date, last: date) -> dict[int, FreedSlot]:
    """The holes of some days by the visit that left them, the latest of each."""
    wanted = select(FreedSlot).where(
        FreedSlot.location_id == location.id,
        FreedSlot.starts_at >= day_bounds(first, location.zone)[0],
        FreedSlot.starts_at < day_bounds(last, location.zone)[1],
    )
    return {hole.appointment_id: hole for hole in session.scalars(wanted.order_by(FreedSlot.id))}


def _with_hole(ghost: AppointmentRow, holes: Mapping[int, FreedSlot]) -> AppointmentRow:
    hole = holes.get(ghost.id)
    if hole is None:
        return ghost
    state = Refill.OPEN if hole.closed_at is None else Refill.CLOSED
    return ghost._replace(refill=Refill.FILLED if hole.filled_by_id else state, filled_by_id=hole.filled_by_id)


def _people(
    session: ReadSession, location: Location, seen: set[int], practitioner_ids: tuple[int, ...]
) -> list[PractitionerRow]:
    """Who may have a column, by name; those who left the clinic keep the visits they had."""
    people = {who.id: who for who in staff_of(session, location.id)}
    missing = (seen | set(practitioner_ids)) - set(people)
    if missing:
        wanted = select(
            Practitioner.id, Practitioner.family, Practitioner.given, Practitioner.credential, Practitioner.lanes
        ).where(Practitioner.id.in_(missing))
        people |= {row[0]: PractitionerRow(*row) for row in session.execute(wanted)}
    chosen = [who for who in people.values() if not practitioner_ids or who.id in practitioner_ids]
    return sorted(chosen, key=lambda who: (who.family, who.given, who.id))


def _columns(
    session: ReadSession, location: Location, people: Sequence[PractitionerRow], first: date, days: int, by_who: _Rows
) -> dict[date, list[tuple[PractitionerDay, bool]]]:
    """Every person's column of each day, and whether they work then or have a visit."""
    every = [first + timedelta(days=number) for number in range(days)]
    bounds = {day: day_bounds(day, location.zone) for day in every}
    ids = [who.id for who in people]
    blocks = closed_between(session, location.id, ids, bounds[every[0]][0], bounds[every[-1]][1])
    made = books(session, location, people, first, days, blocks=blocks)
    columns: dict[date, list[tuple[PractitionerDay, bool]]] = defaultdict(list)
    for day, (begin, end) in bounds.items():
        there = [one for one in blocks if one.starts_at < end and one.ends_at > begin]
        for who in people:
            book, rows = made[who.id, day], by_who.get((who.id, day), ())
            column = PractitionerDay(
                who,
                tuple(period(span, location.zone) for span in book.opened),
                tuple(block_row(one, location.zone) for one in there if one.practitioner_id in (None, who.id)),
                tuple(rows),
            )
            columns[day].append((column, bool(book.hours or rows)))
    return columns
