"""A visit in the one room that somebody chose for it."""

from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.schedule.queries.facts import Facts
from app.schedule.rules import Resource
from app.schedule.tables import Room


def narrow_to_room(session: WriteSession, facts: Facts, room_id: int) -> None:
    """Let the facts know of this room alone. Raises NotFound, or ClinicError at `room` for a room of another kind."""
    room = session.get(Room, room_id)
    if room is None or room.location_id != facts.location.id or room.equipment or not room.active:
        raise NotFound("There is no such room here.", field="room", next_step="Choose another one.")
    told: dict[str, object] = {"type": facts.kind.name, "kind": facts.needs.room_kind, "room": room.name}
    if not facts.needs.room_kind:
        raise ClinicError("“{type}” takes no room.", field="room", next_step="Move its time alone.", **told)
    if room.kind != facts.needs.room_kind:
        raise ClinicError(
            "“{type}” needs a room of the kind “{kind}”; “{room}” is another kind.",
            field="room",
            next_step="Choose another room.",
            **told,
        )
    seats = [seat for seat in facts.seats[Resource.ROOM] if seat.room_id == room.id]
    facts.seats, facts.room = {**facts.seats, Resource.ROOM: seats}, room.name
