"""How visits are read: everything a list or a box shows of them, in the reach and with the eyes of who asks."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, Select, func, select

from app.core.access import Actor, Permission
from app.core.sessions import ReadSession
from app.patients.queries.eyes import SEEN, Eyes, eyes_of
from app.patients.tables import Patient
from app.schedule.queries.rows import AppointmentRow, Refill
from app.schedule.tables import Appointment, Room, VisitType
from app.staff.tables import Practitioner

#: where in a row of `visits` the patient's names stand, and where what is only looked at begins
_FAMILY, _SEEN = 6, 31


def patients_of(rows: Iterable[AppointmentRow]) -> tuple[int, ...]:
    """Whom an answer shows, for the journal."""
    return tuple(dict.fromkeys(row.patient_id for row in rows))


def visits() -> Select[*tuple[Any, ...]]:
    """The select of visits with the names a list shows; `read` makes rows of it."""
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.location_id,
            Appointment.practitioner_id,
            Practitioner.family.label("practitioner"),
            Appointment.patient_id,
            Patient.family,
            Patient.given,
            Patient.birth_date,
            Patient.mrn,
            Appointment.visit_type_id,
            VisitType.name,
            VisitType.kind,
            Appointment.status,
            Appointment.day,
            Appointment.wall_start,
            Appointment.minutes,
            Appointment.zone,
            Appointment.starts_at,
            Appointment.ends_at,
            Appointment.note,
            Appointment.walk_in,
            Appointment.cancel_reason,
            Appointment.cancel_note,
            Appointment.cancelled_at,
            Appointment.moved_from,
            Appointment.room_id,
            func.coalesce(Room.name, ""),
            VisitType.buffer_before,
            VisitType.buffer_after,
            VisitType.colour,
            *SEEN[2:],
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .outerjoin(Room, Room.id == Appointment.room_id)
    )


def _row(raw: Row[*tuple[Any, ...]], masked: bool, eyes: Eyes) -> AppointmentRow:
    name, closed = eyes.look(raw.patient_id, raw)
    row = AppointmentRow._make((*raw[:_FAMILY], name, *raw[_FAMILY + 2 : _SEEN], Refill.NONE, None))
    if closed:
        return row._replace(birth_date=None, mrn="", note="", cancel_note="")
    return row._replace(birth_date=None, mrn="") if masked else row


def read(
    session: ReadSession, actor: Actor, wanted: Select[*tuple[Any, ...]], values: Mapping[str, object] | None = None
) -> tuple[AppointmentRow, ...]:
    """The rows of a select of `visits` as this person may see them: masked, behind glass, shaded."""
    grant = actor.grant(Permission.SEARCH_PATIENT)
    masked = grant is not None and grant.masked
    eyes = eyes_of(session, actor)
    return tuple(_row(raw, masked, eyes) for raw in session.wire.execute(wanted, values))


def in_reach(actor: Actor, wanted: Select[*tuple[Any, ...]], location_id: int | None) -> Select[*tuple[Any, ...]]:
    """Only the visits of a location, or of all that the actor's grant reaches. Raises Refused."""
    seen = actor.sees(Permission.SEARCH_PATIENT, location_id)
    return wanted if seen is None else wanted.where(Appointment.location_id.in_(seen))
