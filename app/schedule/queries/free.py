"""What is open and what is free: working hours less blocks, less what is taken. Loaded week by week, then swept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session

from app.core.clock import day_bounds, local
from app.core.errors import NotFound
from app.insurance.queries import coverage_id_on
from app.insurance.tables import Coverage, Payer
from app.schedule.queries.rows import BlockRow, Opening, Period, PractitionerRow
from app.schedule.rules import FREE_GRID, Resource, Span, free_starts, open_spans
from app.schedule.rules.capacity import NO_NEEDS, Held, Needs, Seat, full, kept_free, limit, seat_free
from app.schedule.rules.diary import wall_minutes
from app.schedule.rules.spans import LONGEST
from app.schedule.tables import Appointment, Block, Occupancy, Room, VisitType, WorkingHours
from app.staff.tables import Location, Practitioner, PractitionerLocation

WEEK = 7


@dataclass(slots=True)
class Book:
    """A practitioner's day: working hours, closed time, and what is taken in each lane."""

    hours: list[Span] = field(default_factory=list)
    closed: list[Span] = field(default_factory=list)
    lanes: list[list[Held]] = field(default_factory=lambda: [[]])

    @property
    def held(self) -> list[Held]:
        """Every visit of the day, whatever its lane."""
        return [one for lane in self.lanes for one in lane]

    @property
    def opened(self) -> list[Span]:
        """The minutes that may be booked, taken or not."""
        return open_spans(self.hours, self.closed)


Books = dict[tuple[int, date], Book]

_HELD = (
    select(
        Occupancy.resource_id, Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at, Appointment.day,
        VisitType.buffer_before, VisitType.buffer_after, VisitType.together,
    )
    .join(Appointment, Appointment.id == Occupancy.appointment_id)
    .join(VisitType, VisitType.id == Appointment.visit_type_id)
    .where(
        Occupancy.kind == Resource.PRACTITIONER.value,
        Occupancy.resource_id.in_(bindparam("ids", expanding=True)),
        Occupancy.starts_at < bindparam("end"),
        Occupancy.starts_at > bindparam("since"),
        Occupancy.ends_at > bindparam("begin"),
    )
)  # fmt: skip
_HELD_AND_PAID = (
    _HELD.add_columns(Payer.kind)
    .outerjoin(Coverage, Coverage.id == coverage_id_on(Appointment.patient_id, Appointment.day))
    .outerjoin(Payer, Payer.id == Coverage.payer_id)
)


def place(session: Session, location_id: int) -> Location:
    """The location. Raises NotFound."""
    found = session.get(Location, location_id)
    if found is None or not found.active:
        raise NotFound("There is no such location.", field="location", next_step="Choose another one.")
    return found


_STAFF = (
    select(Practitioner.id, Practitioner.family, Practitioner.given, Practitioner.credential, Practitioner.lanes)
    .join(PractitionerLocation, PractitionerLocation.practitioner_id == Practitioner.id)
    .where(PractitionerLocation.location_id == bindparam("location_id"), Practitioner.active)
    .order_by(Practitioner.family, Practitioner.given, Practitioner.id)
)


def staff_of(session: Session, location_id: int, practitioner_id: int | None = None) -> tuple[PractitionerRow, ...]:
    """The active practitioners of a location by name, or the one asked for."""
    wanted = _STAFF if practitioner_id is None else _STAFF.where(Practitioner.id == practitioner_id)
    return tuple(PractitionerRow(*row) for row in session.connection().execute(wanted, {"location_id": location_id}))


def books(
    session: Session,
    location: Location,
    people: Sequence[PractitionerRow],
    first: date,
    days: int,
    *,
    blocks: Sequence[Block] | None = None,
) -> Books:
    """The books of these people for `days` days from `first`: three questions however many people there are.

    Who has the `blocks` of these days already wants hours and closed time only, not what is taken.
    """
    made: Books = {
        (who.id, first + timedelta(days=number)): Book(lanes=[[] for _ in range(who.lanes)])
        for who in people
        for number in range(days)
    }
    ids, last = [who.id for who in people], first + timedelta(days=days - 1)
    _put_hours(session, location, made, ids, first, last)
    begin, end = day_bounds(first, location.zone)[0], day_bounds(last, location.zone)[1]
    of_who: dict[int | None, list[Book]] = defaultdict(list)
    for (who_id, _), book in made.items():
        of_who[who_id].append(book)
        of_who[None].append(book)
    for block in closed_between(session, location.id, ids, begin, end) if blocks is None else blocks:
        span = Span.of(block.starts_at, block.ends_at)
        for book in of_who[block.practitioner_id]:
            book.closed.append(span)
    for who_id, lane, held in _held(session, people, begin, end) if blocks is None else ():
        for day in _days_of(held.span, location.zone):
            book_of = made.get((who_id, day))
            if book_of is not None:
                book_of.lanes.extend([] for _ in range(lane + 1 - len(book_of.lanes)))
                book_of.lanes[lane].append(held)
    return made


def _held(
    session: Session, people: Sequence[PractitionerRow], begin: datetime, end: datetime
) -> Iterator[tuple[int, int, Held]]:
    """What takes these people's time: with whom, in which lane, what. Who pays is asked where visits lie side by side."""
    alone = [who.id for who in people if who.lanes <= 1]
    shared = [who.id for who in people if who.lanes > 1]
    for ids, asked in ((alone, _HELD), (shared, _HELD_AND_PAID)):
        if not ids:
            continue
        wanted = {"ids": ids, "begin": begin, "end": end, "since": begin - timedelta(minutes=LONGEST)}
        for row in session.execute(asked, wanted):
            most = limit(row.together, getattr(row, "kind", None), row.day)
            span = Span.of(row.starts_at, row.ends_at)
            yield row.resource_id, row.lane, Held(span, row.buffer_before, row.buffer_after, most)


_HOURS = select(
    WorkingHours.practitioner_id, WorkingHours.weekday, WorkingHours.starts, WorkingHours.ends, WorkingHours.valid_from,
    WorkingHours.valid_to,
).where(
    WorkingHours.practitioner_id.in_(bindparam("ids", expanding=True)),
    WorkingHours.location_id == bindparam("location_id"),
    WorkingHours.valid_from <= bindparam("last"),
    or_(WorkingHours.valid_to.is_(None), WorkingHours.valid_to >= bindparam("first")),
    WorkingHours.weekday.in_(bindparam("weekdays", expanding=True)),
)  # fmt: skip


def _put_hours(session: Session, location: Location, made: Books, ids: list[int], first: date, last: date) -> None:
    weekdays = sorted({day.weekday() for _, day in made})
    wanted = {"ids": ids, "location_id": location.id, "first": first, "last": last, "weekdays": weekdays}
    by_day: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in session.connection().execute(_HOURS, wanted):
        by_day[row.practitioner_id, row.weekday].append(row)
    for (who_id, day), book in made.items():
        for row in by_day.get((who_id, day.weekday()), ()):
            if row.valid_from <= day and (row.valid_to is None or day <= row.valid_to):
                book.hours.append(wall_minutes(day, row.starts, row.ends, location.zone))


def drop(lanes: list[list[Held]], span: Span) -> None:
    """Take one visit of that time out of the lanes; with several side by side, one of them leaves."""
    for lane in lanes:
        found = next((one for one in lane if one.span == span), None)
        if found is not None:
            lane.remove(found)
            return


def closed_wanted(location_id: int, practitioner_ids: Iterable[int], begin: datetime, end: datetime) -> Select[Block]:
    """The select of blocks that meet the time: of the location as a whole, and of these people wherever they were made."""
    return select(Block).where(
        Block.voided_at.is_(None),
        Block.starts_at < end,
        Block.ends_at > begin,
        or_(
            (Block.location_id == location_id) & Block.practitioner_id.is_(None),
            Block.practitioner_id.in_(list(practitioner_ids)),
        ),
    )


def closed_between(
    session: Session, location_id: int, practitioner_ids: Iterable[int], begin: datetime, end: datetime
) -> Sequence[Block]:
    """The blocks that meet the time, by start."""
    wanted = closed_wanted(location_id, practitioner_ids, begin, end)
    return session.scalars(wanted.order_by(Block.starts_at, Block.id)).all()


def _taken(
    session: Session, kind: Resource, ids: list[int], begin: datetime, end: datetime
) -> Iterable[tuple[int, int, Span]]:
    wanted = select(Occupancy.resource_id, Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at).where(
        Occupancy.kind == kind,
        Occupancy.resource_id.in_(ids),
        Occupancy.starts_at < end,
        Occupancy.starts_at > begin - timedelta(minutes=LONGEST),
        Occupancy.ends_at > begin,
    )
    return [(row[0], row[1], Span.of(row[2], row[3])) for row in session.execute(wanted)]


def _days_of(span: Span, zone: str) -> set[date]:
    return {local(span.starts_at, zone).date(), local(span.ends_at - timedelta(minutes=1), zone).date()}


def period(span: Span, zone: str) -> Period:
    """A span as wall times of the clinic."""
    begin, end = span.starts_at, span.ends_at
    return Period(local(begin, zone).time(), local(end, zone).time(), begin, end)


def block_row(block: Block, zone: str) -> BlockRow:
    """A block as a frozen row."""
    span = Span.of(block.starts_at, block.ends_at)
    return BlockRow(block.id, block.version, block.practitioner_id, block.reason, period(span, zone))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a free time is sought for. A patient's own visits are left out, and the visit that is being moved counts as gone."""

    minutes: int
    not_before: datetime
    patient_id: int | None = None
    grid: int = FREE_GRID
    needs: Needs = NO_NEEDS


def free_openings(
    session: Session,
    location: Location,
    people: Sequence[PractitionerRow],
    wanted: Wanted,
    first: date,
    days: int,
    limit: int,
) -> list[Opening]:
    """The first free starts by time, then by practitioner's name, at most `limit`."""
    found: list[Opening] = []
    while days > 0 and len(found) < limit and people:
        part = min(days, WEEK)
        found += _week(session, location, people, wanted, first, part)
        first, days = first + timedelta(days=part), days - part
    return found[:limit]


def _week(
    session: Session, location: Location, people: Sequence[PractitionerRow], wanted: Wanted, first: date, days: int
) -> list[Opening]:
    people = [who for who in people if wanted.needs.does(who.id)]
    made = books(session, location, people, first, days)
    begin, end = day_bounds(first, location.zone)[0], day_bounds(first + timedelta(days=days - 1), location.zone)[1]
    own = [] if wanted.patient_id is None else [
        span for _, _, span in _taken(session, Resource.PATIENT, [wanted.patient_id], begin, end)
    ]  # fmt: skip
    seats = all_seats(session, location.id, wanted.needs, begin, end)
    good = [day for day in (first + timedelta(days=n) for n in range(days)) if wanted.needs.good_day(day)]
    found = [
        opening_at(who, location, Span(start, start + wanted.minutes))
        for who in people
        for day in good
        for start in book_starts(made[who.id, day], who, wanted, day, own, seats)
    ]
    named = [one for one in found if not one.start.fold]  # the second of two hours with one name cannot be said
    return sorted(named, key=lambda one: (one.starts_at, one.practitioner, one.practitioner_id))


def book_starts(
    book: Book, who: PractitionerRow, wanted: Wanted, day: date, own: Sequence[Span], seats: Sequence[Sequence[Seat]]
) -> list[int]:
    """Every minute of a practitioner's day at which what is wanted may begin."""
    needs, after = wanted.needs, -(-int(wanted.not_before.timestamp()) // 60)
    closed = [*own, *full(book.held, needs.most(day))]
    lanes = [[kept_free(one, needs.before, needs.after) for one in lane] for lane in book.lanes[: who.lanes]]
    starts = free_starts(open_spans(book.opened, closed), lanes, wanted.minutes, grid=wanted.grid, not_before=after)
    return [
        start
        for start in starts
        if all(seat_free(kind, Span(start, start + wanted.minutes)) is not None for kind in seats)
    ]


def all_seats(session: Session, location_id: int, needs: Needs, begin: datetime, end: datetime) -> list[list[Seat]]:
    """The places in rooms and the equipment that are asked for, a list each; nothing where nothing is asked for."""
    return [
        seats_of(session, location_id, kind, resource, begin, end)
        for kind, resource in ((needs.room_kind, Resource.ROOM), (needs.equipment_kind, Resource.EQUIPMENT))
        if kind
    ]


def seats_of(
    session: Session, location_id: int, kind: str, resource: Resource, begin: datetime, end: datetime
) -> list[Seat]:
    """The places of a kind of room (or equipment) at a location by name, each with what is taken between two instants."""
    wanted = select(Room.id, Room.capacity).where(
        Room.location_id == location_id,
        Room.kind == kind,
        Room.equipment == (resource is Resource.EQUIPMENT),
        Room.active,
    )
    rooms = session.execute(wanted.order_by(Room.name, Room.id)).all()
    seats = {(room, lane): Seat(room, lane, []) for room, capacity in rooms for lane in range(max(1, capacity))}
    for room, lane, span in _taken(session, resource, [room for room, _ in rooms], begin, end) if rooms else ():
        if (room, lane) in seats:
            seats[room, lane].taken.append(span)
    return list(seats.values())


def opening_at(who: PractitionerRow, location: Location, span: Span) -> Opening:
    """A span as an opening of a practitioner."""
    wall = local(span.starts_at, location.zone)
    return Opening(
        who.id, who.name, location.id, wall.date(), wall.time(), span.end - span.start, span.starts_at, span.ends_at
    )
