"""Rooms and equipment: how many visits each holds at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import delete, insert, select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.clock import local
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.schedule.actions.booking import clock_words
from app.schedule.queries.free import place
from app.schedule.rules import Resource, Span
from app.schedule.rules.spans import free_lane
from app.schedule.tables import Occupancy, Room
from app.staff.tables import Location

#: the most visits one room or piece of equipment may hold at a time
MOST_VISITS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRoom(Command):
    """A new room of a location, or a piece of equipment. Visit types ask for a kind, not for a room."""

    location_id: int
    name: str
    kind: str
    equipment: bool = False
    capacity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRoom(Command):
    """Change a room. Not `active`: it is not used any more."""

    room_id: int
    version: int
    name: str
    kind: str
    capacity: int
    active: bool = True


@dataclass(frozen=True, slots=True)
class RoomKept:
    """A room as it is now."""

    room_id: int
    version: int


def _where(session: WriteSession, command: AddRoom) -> tuple[int, ...]:
    return (command.location_id,)


def _of_room(session: WriteSession, command: UpdateRoom) -> tuple[int, ...]:
    found = session.get(Room, command.room_id)
    return () if found is None else (found.location_id,)


Traits = TypeVar("Traits", AddRoom, UpdateRoom)


@action(Permission.SET_SCHEDULE, says="Added {name} ({kind})", located=_where)
def add_room(session: WriteSession, actor: Actor, command: AddRoom) -> RoomKept:
    """Add a room or a piece of equipment. Raises ClinicError at the field, Clash for a name that is used already."""
    location = place(session, command.location_id)
    name, kind = _checked(session, command, location.id, None)
    made = Room(
        location_id=location.id,
        name=name,
        kind=kind,
        equipment=command.equipment,
        capacity=command.capacity,
        active=True,
    )
    session.add(made)
    session.flush()
    return RoomKept(made.id, made.version)


@action(Permission.SET_SCHEDULE, says="Changed {name} ({kind})", located=_of_room)
def update_room(session: WriteSession, actor: Actor, command: UpdateRoom) -> RoomKept:
    """Change a room. Raises ClinicError at the field, NotFound, Stale, or Clash where more is booked than it would hold."""
    found = session.get(Room, command.room_id, with_for_update=True)
    if found is None:
        raise NotFound("There is no such room.", next_step="Look at the list again.")
    if found.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    name, kind = _checked(session, command, found.location_id, found.id)
    places = command.capacity if command.active else 0
    if places < (found.capacity if found.active else 0):
        _make_fit(session, found, places)
    found.name, found.kind, found.capacity, found.active = name, kind, command.capacity, command.active
    session.flush()
    return RoomKept(found.id, found.version)


def _checked(session: WriteSession, command: Traits, location_id: int, own: int | None) -> tuple[str, str]:
    """Name and kind as they are kept. Raises ClinicError at the field, Clash for a name that another room has."""
    name, kind = clean(command.name, "name", 80), clean(command.kind, "kind", 40)
    for field, text in (("name", name), ("kind", kind)):
        if not text:
            raise ClinicError("This is empty.", field=field, next_step="Type it here.")
    if not 1 <= command.capacity <= MOST_VISITS:
        raise ClinicError(
            "This lies between {least} and {most}.",
            field="capacity",
            next_step="Change the number.",
            least=1,
            most=MOST_VISITS,
        )
    same = session.scalar(select(Room.id).where(Room.location_id == location_id, Room.name == name))
    if same not in (None, own):
        raise Clash("Another room is called {name}.", field="name", next_step="Choose another name.", name=name)
    return name, kind


def _make_fit(session: WriteSession, room: Room, places: int) -> None:
    """Put what is booked from now on into the places that are left. Raises Clash where more overlap than there are."""
    kind = (Resource.EQUIPMENT if room.equipment else Resource.ROOM).value
    its = (Occupancy.kind == kind, Occupancy.resource_id == room.id, Occupancy.ends_at > session.now)
    rows = session.scalars(select(Occupancy).where(*its).order_by(Occupancy.starts_at, Occupancy.id)).all()
    lanes: list[list[Span]] = [[] for _ in range(places)]
    fresh = []
    for row in rows:
        span = Span.of(row.starts_at, row.ends_at)
        lane = free_lane(lanes, span)
        if lane is None:
            raise _too_many(session, room, rows, row)
        lanes[lane].append(span)
        fresh.append({name: getattr(row, name) for name in _COPIED} | {"lane": lane})
    if any(row.lane >= places for row in rows):
        session.execute(delete(Occupancy).where(*its))
        session.execute(insert(Occupancy), fresh)
        note_bulk(session, "occupancy")


_COPIED = ("kind", "resource_id", "starts_at", "ends_at", "appointment_id")


def _too_many(session: WriteSession, room: Room, rows: Sequence[Occupancy], at: Occupancy) -> Clash:
    zone = session.get_one(Location, room.location_id).zone
    together = sum(1 for one in rows if one.starts_at <= at.starts_at < one.ends_at)
    return Clash(
        "Booked there on {day} at {time}: {count} visits.",
        field="capacity",
        next_step="Move them first, or leave room for {count}.",
        day=f"{local(at.starts_at, zone):%m/%d/%Y}",
        time=clock_words(at.starts_at, zone),
        count=together,
    )
