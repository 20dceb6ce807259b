"""Many patients who stand at the desk, written in bulk: what check-ins are made of in the tests of faults and of speed."""

from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.checklists.queries import checklist_of
from app.core.clock import instant
from app.core.orm import Base
from app.insurance.rules import CoverageStatus
from app.insurance.tables import Coverage
from app.patients.actions.records import patient_values
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment
from app.visits.rules import EncounterStatus
from app.visits.tables import Encounter
from tests.support.clinic import ZONE, Clinic
from tests.support.databases import NOW

COPAY = 2500
DAY = date(2026, 3, 10)
#: the first appointment's id; patients have the same number plus what the seeded clinic holds already
FIRST = 1
#: the version of an arrived visit as the board knows it: one for the appointment, one for its encounter
VERSION = 2


def arrived(clinic: Clinic, count: int) -> tuple[str, ...]:
    """Write `count` arrived visits with ids from 1 on; the codes of the papers that each of them lacks."""
    seeded = clinic.rows(lambda session: len(session.scalars(select(Patient.id)).all()))
    numbers = range(1, count + 1)
    _write(clinic, Patient, [_patient(seeded + n) for n in numbers])
    _write(clinic, Coverage, [_plan(seeded + n) for n in numbers])
    _write(clinic, Appointment, [_appointment(n, seeded + n) for n in numbers])
    _write(clinic, Encounter, [_encounter(n, seeded + n) for n in numbers])
    found = clinic.rows(lambda session: checklist_of(session, FIRST))
    return tuple(item.code for item in found.items if item.is_open) if found else ()


def _write(clinic: Clinic, table: type[Base], rows: list[dict[str, Any]]) -> None:
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(insert(table), rows)
        session.commit()


def _patient(number: int) -> dict[str, Any]:
    person = Person(family=f"Person{number}", given="Pat", home_location_id=1)
    return {**patient_values(person, str(200_000 + number), NOW), "version": 1}


def _plan(patient_id: int) -> dict[str, Any]:
    return {
        "patient_id": patient_id, "payer_id": 1, "copay_cents": COPAY, "member_id": f"M{patient_id}", "rank": 1,
        "status": CoverageStatus.ACTIVE, "version": 1,
    }  # fmt: skip


def _appointment(number: int, patient_id: int) -> dict[str, Any]:
    wall = time(8 + number // 12 % 9, number % 12 * 5)
    starts = instant(DAY, wall, ZONE)
    return {
        "location_id": 1, "practitioner_id": number % 2 + 1, "patient_id": patient_id, "visit_type_id": 2,
        "status": AppointmentStatus.ARRIVED, "day": DAY, "wall_start": wall,
        "zone": ZONE, "starts_at": starts, "ends_at": starts + timedelta(minutes=45), "minutes": 45,
        "created_at": NOW, "version": 1,
    }  # fmt: skip


def _encounter(number: int, patient_id: int) -> dict[str, Any]:
    return {
        "appointment_id": number, "patient_id": patient_id, "location_id": 1, "status": EncounterStatus.PLANNED,
        "arrived_at": NOW - timedelta(minutes=7), "version": 1,
    }  # fmt: skip
