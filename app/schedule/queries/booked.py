"""Booked visits that a change would touch: what a refusal lists, so that somebody can go on from each."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, select

from app.core.access import Actor, Permission
from app.core.sessions import ClinicSession
from app.patients.queries.eyes import SEEN, eyes_of
from app.patients.tables import Patient
from app.schedule.rules import GHOSTS
from app.schedule.tables import Appointment
from app.staff.tables import Practitioner


@dataclass(frozen=True, slots=True)
class BookedRow:
    """A visit in a list of those that stand in the way. `patient` is empty for who may not see patients."""

    appointment_id: int
    practitioner_id: int
    practitioner: str
    patient_id: int
    patient: str
    day: date
    start: time
    minutes: int
    starts_at: datetime
    ends_at: datetime


def in_the_way(visits: tuple[BookedRow, ...]) -> dict[str, object]:
    """What a refusal carries about visits: their `count` for the sentence, the `visits` themselves for the screen."""
    return {"count": len(visits), "visits": visits}


def booked_rows(session: ClinicSession, actor: Actor, *which: ColumnElement[bool]) -> tuple[BookedRow, ...]:
    """The visits that still hold their time, and of them `which`, by start; names as the actor may see them."""
    columns = (
        Appointment.id, Appointment.practitioner_id, Practitioner.family.label("practitioner"), Appointment.patient_id,
        Appointment.day, Appointment.wall_start, Appointment.minutes, Appointment.starts_at, Appointment.ends_at,
    )  # fmt: skip
    wanted = (
        select(*columns, *SEEN)
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(Appointment.status.not_in(GHOSTS), *which)
        .order_by(Appointment.starts_at, Appointment.id)
    )
    eyes = eyes_of(session, actor) if actor.grant(Permission.SEARCH_PATIENT) is not None else None
    return tuple(
        BookedRow(
            row.id,
            row.practitioner_id,
            row.practitioner,
            row.patient_id,
            eyes.name(row.patient_id, row) if eyes is not None else "",
            row.day,
            row.wall_start,
            row.minutes,
            row.starts_at,
            row.ends_at,
        )
        for row in session.execute(wanted)
    )
