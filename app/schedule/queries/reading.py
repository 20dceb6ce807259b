"""How visits are read: everything a list or a box shows of them, in the reach and with the eyes of who asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, Select, Text, bindparam, literal_column, select

from app.core.access import Actor, Permission
from app.core.sessions import ReadSession
from app.patients.queries.glass import closed_of
from app.patients.rules.folding import initials, show_name
from app.schedule.queries.rows import AppointmentRow, Refill
from app.schedule.tables import APPOINTMENT, Appointment, Room, VisitType
from app.staff.tables import Practitioner

#: places in a row of `visits`
_WHO, _PATIENT, _MARKED, _TYPE, _ROOM = 3, 4, 9, 10, 24


def patients_of(rows: Iterable[AppointmentRow]) -> tuple[int, ...]:
    """Whom an answer shows, for the journal."""
    return tuple(dict.fromkeys(row.patient_id for row in rows))


def visits(*, noted: bool = True) -> Select[*tuple[Any, ...]]:
    """The select of visits, out of one table; `read` makes rows of it. Without what was `noted`, out of one index."""
    copy = APPOINTMENT.c
    blank = literal_column("''", Text)
    return select(
        Appointment.id,
        Appointment.version,
        Appointment.location_id,
        Appointment.practitioner_id,
        Appointment.patient_id,
        copy.patient_family,
        copy.patient_given,
        copy.patient_birth_date,
        copy.patient_mrn,
        copy.patient_marked,
        Appointment.visit_type_id,
        Appointment.status,
        Appointment.day,
        Appointment.wall_start,
        Appointment.minutes,
        Appointment.zone,
        Appointment.starts_at,
        Appointment.ends_at,
        Appointment.note if noted else blank,
        Appointment.walk_in,
        Appointment.cancel_reason,
        Appointment.cancel_note if noted else blank,
        Appointment.cancelled_at,
        Appointment.moved_from,
        Appointment.room_id,
        Appointment.series_id,
    )


@dataclass(slots=True)
class Names:
    """What practitioners, visit types and rooms are called: those a screen has anyway, and those asked for when met."""

    practitioners: dict[int, str] = field(default_factory=dict)
    rooms: dict[int | None, str] = field(default_factory=dict)
    types: dict[int, tuple[Any, ...]] = field(default_factory=dict)

    def meet(self, session: ReadSession, people: set[int], rooms: set[int | None], types: set[int]) -> None:
        """Ask for what is not known yet: one question for each kind at most."""
        self.rooms[None] = ""
        if missing := people - self.practitioners.keys():
            self.practitioners |= {row[0]: row[1] for row in session.ask(_PEOPLE, ids=missing)}
        if missing_rooms := rooms - self.rooms.keys():
            self.rooms |= {row[0]: row[1] for row in session.ask(_ROOMS, ids=missing_rooms)}
        if missing := types - self.types.keys():
            self.types |= {row[0]: tuple(row)[1:] for row in session.ask(_TYPES, ids=missing)}


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_PEOPLE = select(Practitioner.id, Practitioner.family).where(Practitioner.id.in_(_IDS))
_ROOMS = select(Room.id, Room.name).where(Room.id.in_(_IDS))
_TYPES = select(
    VisitType.id,
    VisitType.name,
    VisitType.kind,
    VisitType.buffer_before,
    VisitType.buffer_after,
    VisitType.colour,
    VisitType.room_kind,
).where(VisitType.id.in_(_IDS))


def read(
    session: ReadSession,
    actor: Actor,
    wanted: Select[*tuple[Any, ...]],
    values: Mapping[str, object] | None = None,
    names: Names | None = None,
    notes: Mapping[int, tuple[str, str]] | None = None,
) -> tuple[AppointmentRow, ...]:
    """The rows of a select of `visits` as this person may see them: masked, behind glass, shaded.

    `notes` are those of a select without: the note and the note of its cancelling, by visit.
    Spelled out and without a call for each visit: a day of a large clinic has 640.
    """
    grant = actor.grant(Permission.SEARCH_PATIENT)
    masked = grant is not None and grant.masked
    found = session.wire.execute(wanted, values).all()
    names = names or Names()
    names.meet(session, {raw[_WHO] for raw in found}, {raw[_ROOM] for raw in found}, {raw[_TYPE] for raw in found})
    closed = closed_of(session, actor, ((raw[_PATIENT], raw[_MARKED]) for raw in found))
    make, none, rows = AppointmentRow._make, Refill.NONE, list[AppointmentRow]()
    who_is, room_is, type_is, shaded = names.practitioners, names.rooms, names.types, actor.shaded
    for (
        visit_id, version, location_id, who, patient_id, family, given, birth_date, mrn, _marked, type_id, status, day,
        start, minutes, zone, starts_at, ends_at, note, walk_in, reason, cancel_note, cancelled_at, moved_from, room_id,
        series_id,
    ) in found:  # fmt: skip
        shut = patient_id in closed
        if notes and visit_id in notes:
            note, cancel_note = notes[visit_id]
        if masked or shut:
            birth_date, mrn = None, ""
        if shut:
            note = cancel_note = ""
        if shaded or shut or not family or not given:
            name = (initials if shaded or shut else show_name)(family, given)
        else:
            name = f"{family}, {given}"
        type_name, kind, before, after, colour, room_kind = type_is[type_id]
        rows.append(make((
            visit_id, version, location_id, who, who_is[who], patient_id, name, birth_date, mrn, type_id, type_name, kind,
            status, day, start, minutes, zone, starts_at, ends_at, note, walk_in, reason, cancel_note, cancelled_at,
            moved_from, room_id, room_is[room_id], before, after, colour, none, None, series_id, room_kind,
        )))  # fmt: skip
    return tuple(rows)


def in_reach(actor: Actor, wanted: Select[*tuple[Any, ...]], location_id: int | None) -> Select[*tuple[Any, ...]]:
    """Only the visits of a location, or of all that the actor's grant reaches. Raises Refused."""
    seen = actor.sees(Permission.SEARCH_PATIENT, location_id)
    return wanted if seen is None else wanted.where(Appointment.location_id.in_(seen))
