"""What can be booked, and in which rooms: every visit type, every room and piece of equipment, in full."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.schedule.rules import ForWhom, VisitKind
from app.schedule.tables import Room, VisitType, VisitTypePractitioner


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A visit type with everything a booking is checked against."""

    id: int
    version: int
    code: str
    name: str
    kind: VisitKind
    minutes: int
    active: bool
    buffer_before: int
    buffer_after: int
    colour: str
    for_whom: ForWhom
    room_kind: str
    equipment_kind: str
    lead_hours: int
    together: int | None
    practitioner_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room or a piece of equipment."""

    id: int
    version: int
    name: str
    kind: str
    equipment: bool
    capacity: int
    active: bool


@query(Permission.OWN_SESSION)
def type_rows(session: ReadSession, actor: Actor) -> tuple[TypeRow, ...]:
    """Every visit type, those in use first, then by length and name."""
    people: dict[int, list[int]] = defaultdict(list)
    for one in session.scalars(select(VisitTypePractitioner).order_by(VisitTypePractitioner.practitioner_id)):
        people[one.visit_type_id].append(one.practitioner_id)
    rows = session.scalars(select(VisitType).order_by(VisitType.active.desc(), VisitType.minutes, VisitType.name))
    return tuple(
        TypeRow(
            row.id,
            row.version,
            row.code,
            row.name,
            row.kind,
            row.minutes,
            row.active,
            row.buffer_before,
            row.buffer_after,
            row.colour,
            row.for_whom,
            row.room_kind,
            row.equipment_kind,
            row.lead_hours,
            row.together,
            tuple(people.get(row.id, ())),
        )
        for row in rows
    )


@query(Permission.OWN_SESSION)
def room_rows(session: ReadSession, actor: Actor, location_id: int | None) -> tuple[RoomRow, ...]:
    """The rooms of a location, or of the group, then the equipment, by name; those out of use last."""
    wanted = select(Room).order_by(Room.active.desc(), Room.equipment, Room.name, Room.id)
    if location_id is not None:
        wanted = wanted.where(Room.location_id == location_id)
    return tuple(
        RoomRow(row.id, row.version, row.name, row.kind, row.equipment, row.capacity, row.active)
        for row in session.scalars(wanted)
    )
