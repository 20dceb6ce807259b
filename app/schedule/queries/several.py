"""Several days of a location in columns: a week of one practitioner, some days of a few, and one day of everybody."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, select, text

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.sessions import ReadSession
from app.schedule.queries.free import block_row, books, closed_between, period, place, staff_of
from app.schedule.queries.reading import Names, patients_of, read, visits
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


_DAYS = (
    Appointment.location_id == bindparam("location_id"),
    Appointment.day.between(bindparam("first"), bindparam("last")),
)
_VISITS = (
    visits(noted=False)
    .where(*_DAYS, Appointment.status != AppointmentStatus.ENTERED_IN_ERROR)
    .order_by(Appointment.starts_at, Appointment.id)
)
_THEIRS = _VISITS.where(Appointment.practitioner_id.in_(bindparam("ids", expanding=True)))
_NOTES = select(Appointment.id, Appointment.note, Appointment.cancel_note).where(
    *_DAYS, text("(note <> '' OR cancel_note <> '')")
)


def visits_between(
    session: ReadSession,
    actor: Actor,
    location_id: int,
    first: date,
    last: date,
    practitioner_ids: tuple[int, ...] = (),
    names: Names | None = None,
) -> tuple[AppointmentRow, ...]:
    """Every visit of a location's days by start, ghosts too; of these practitioners only when some are named.

    Raises Refused.
    """
    actor.sees(Permission.SEARCH_PATIENT, location_id)
    wanted = _THEIRS if practitioner_ids else _VISITS
    days = {"location_id": location_id, "first": first, "last": last}
    notes = {visit_id: (note, cancelled) for visit_id, note, cancelled in session.ask(_NOTES, **days)}
    return read(session, actor, wanted, {**days, "ids": practitioner_ids}, names, notes)


def plans(
    session: ReadSession,
    actor: Actor,
    location: Location,
    first: date,
    days: int,
    practitioner_ids: tuple[int, ...] = (),
) -> tuple[DayPlan, ...]:
    """One plan for each day. Raises Refused."""
    last = first + timedelta(days=days - 1)
    by_who: dict[tuple[int, date], list[AppointmentRow]] = defaultdict(list)
    holes = _holes(session, location, first, last)
    staff, rooms = staff_of(session, location.id), rooms_of(session, location.id)
    names = Names({who.id: who.family for who in staff}, {room.id: room.name for room in rooms})
    for row in visits_between(session, actor, location.id, first, last, practitioner_ids, names):
        if row.id in holes and row.ghost:
            refill, filled_by_id = holes[row.id]
            row = row._replace(refill=refill, filled_by_id=filled_by_id)
        by_who[row.practitioner_id, row.day].append(row)
    people = _people(session, staff, {who for who, _ in by_who}, practitioner_ids)
    columns = _columns(session, location, people, first, days, by_who)
    today = local_day(session.now, location.zone)
    every = [first + timedelta(days=number) for number in range(days)]
    return tuple(
        DayPlan(
            location.id, location.name, location.zone, day, today,
            tuple(column for column, works in columns[day] if works or practitioner_ids), rooms=rooms,
        )
        for day in every
    )  # fmt: skip


_ROOMS = (
    select(Room.id, Room.name, Room.capacity, Room.kind)
    .where(Room.location_id == bindparam("location_id"), Room.active, Room.equipment.is_(False))
    .order_by(Room.name)
)


def rooms_of(session: ReadSession, location_id: int) -> tuple[RoomName, ...]:
    """The rooms of a location that are in use, by name, equipment left out."""
    return tuple(RoomName(*row) for row in session.ask(_ROOMS, location_id=location_id))


_HOLES = (
    select(FreedSlot.appointment_id, FreedSlot.closed_at, FreedSlot.filled_by_id)
    .where(
        FreedSlot.location_id == bindparam("location_id"),
        FreedSlot.starts_at >= bindparam("begin"),
        FreedSlot.starts_at < bindparam("end"),
    )
    .order_by(FreedSlot.id)
)
#: what became of a hole, and the visit that filled it
_Hole = tuple[Refill, int | None]


def _holes(session: ReadSession, location: Location, first: date, last: date) -> dict[int, _Hole]:
    """The holes of some days by the visit that left them, the latest of each."""
    begin, end = day_bounds(first, location.zone)[0], day_bounds(last, location.zone)[1]
    found: dict[int, _Hole] = {}
    for visit_id, closed_at, filled_by_id in session.ask(_HOLES, location_id=location.id, begin=begin, end=end):
        state = Refill.OPEN if closed_at is None else Refill.CLOSED
        found[visit_id] = (Refill.FILLED if filled_by_id else state, filled_by_id)
    return found


def _people(
    session: ReadSession, staff: Sequence[PractitionerRow], seen: set[int], practitioner_ids: tuple[int, ...]
) -> list[PractitionerRow]:
    """Who may have a column, by name; those who left the clinic keep the visits they had."""
    people = {who.id: who for who in staff}
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
