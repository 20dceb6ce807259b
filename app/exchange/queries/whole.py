"""A patient's whole record as it leaves: read by whom it may be given out, in other systems' words."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.core.access import Actor, Permission, decide, refusal
from app.core.actions import query
from app.core.errors import Unavailable
from app.core.sessions import ClinicSession, ReadSession
from app.documents.rules.kinds import kind_label as document_label
from app.documents.tables import StoredDocument
from app.exchange.queries.own import own_system
from app.exchange.queries.plans import facts_here
from app.exchange.rules.arriving import Registration
from app.exchange.rules.leaving import coverage_of, record_of
from app.exchange.rules.records import (
    AppointmentRecord,
    ConsentRecord,
    CoverageRecord,
    DocumentRecord,
    EncounterRecord,
    PatientRecord,
    WholeRecord,
)
from app.insurance.rules import CoverageStatus
from app.insurance.tables import Coverage, Payer
from app.patients.queries.details import details_of
from app.patients.queries.glass import check_glass
from app.patients.queries.photo import photo_bytes
from app.patients.queries.reach import clinic_zone, is_elsewhere
from app.patients.queries.record import live_patient, person_of
from app.patients.queries.standing import standing_photo
from app.patients.rules.codes import Restriction
from app.patients.tables import Patient
from app.patients.tables.record import PatientConsent
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location, Practitioner
from app.visits.rules.codes import EncounterStatus
from app.visits.tables import Encounter

#: FHIR R4's encounter status for each of ours
_STATUS = {
    EncounterStatus.PLANNED: "planned", EncounterStatus.IN_PROGRESS: "in-progress",
    EncounterStatus.COMPLETED: "finished", EncounterStatus.CANCELLED: "cancelled",
}  # fmt: skip


def givable(session: ClinicSession, actor: Actor, patient_id: int, reason: str) -> Patient:
    """The patient whose record the person may give out. Raises NotFound, Refused, ReasonNeeded, GlassNeeded."""
    patient = live_patient(session, patient_id)
    decide(actor, Permission.BULK_EXPORT, (), reason)
    if is_elsewhere(actor, Permission.BULK_EXPORT, patient.home_location_id):
        raise refusal(Permission.BULK_EXPORT)
    check_glass(session, actor, patient)
    return patient


@query(Permission.BULK_EXPORT, subjects=lambda found: [int(found.patient.id)], opens=True)
def whole_record(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> WholeRecord:
    """Everything of a patient but the content of files. Raises NotFound, Refused, ReasonNeeded, GlassNeeded."""
    patient = givable(session, actor, patient_id, reason)
    zone = clinic_zone(session, patient.home_location_id)
    return WholeRecord(
        patient=_person(session, patient),
        zone=zone,
        appointments=_appointments(session, patient.id),
        encounters=_encounters(session, patient.id),
        documents=_documents(session, patient.id, zone),
        consents=_consents(session, patient.id),
    )


def _person(session: ClinicSession, patient: Patient) -> PatientRecord:
    ours = Registration(person_of(patient), details_of(session, patient.id))
    died = patient.deceased_on.isoformat() if patient.deceased_on else ""
    place = session.get(Location, patient.home_location_id) if patient.home_location_id else None
    made = record_of(
        ours, own=str(patient.id), mrn=patient.mrn, system=own_system(session), deceased_on=died,
        closed=patient.restriction is not Restriction.NONE,
    )  # fmt: skip
    return replace(
        made, coverages=_plans(session, patient.id), managing_organization=place.name if place else "",
        photo=_photo(session, patient.id),
    )  # fmt: skip


def _photo(session: ClinicSession, patient_id: int) -> bytes:
    """The photo that stands; one that is damaged keeps nothing else from leaving."""
    photo_id = standing_photo(session, patient_id)
    try:
        return photo_bytes(session, photo_id) if photo_id is not None else b""
    except Unavailable:
        return b""


def _plans(session: ClinicSession, patient_id: int) -> tuple[CoverageRecord, ...]:
    wanted = select(Coverage, Payer).join(Payer, Payer.id == Coverage.payer_id).where(Coverage.patient_id == patient_id)
    rows = session.execute(
        wanted.where(Coverage.status != CoverageStatus.ENTERED_IN_ERROR).order_by(Coverage.rank, Coverage.id)
    )
    return tuple(
        coverage_of(
            facts_here(plan), own=f"plan-{plan.id}", kind=payer.kind, payer=payer.name, payer_phone=payer.phone,
            rank=plan.rank, status=plan.status,
        )
        for plan, payer in rows
    )  # fmt: skip


def _appointments(session: ClinicSession, patient_id: int) -> tuple[AppointmentRecord, ...]:
    wanted = (
        select(Appointment, VisitType.name, Practitioner, Location.name)
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .join(Location, Location.id == Appointment.location_id)
        .where(Appointment.patient_id == patient_id)
        .order_by(Appointment.starts_at, Appointment.id)
    )
    return tuple(
        AppointmentRecord(
            id=f"visit-{row.id}", status=str(row.status), starts_at=_instant(row.starts_at, row.zone),
            ends_at=_instant(row.ends_at, row.zone), minutes=row.minutes, kind=kind, practitioner=_called(who),
            location=place, created_at=_instant(row.created_at, row.zone),
        )
        for row, kind, who, place in session.execute(wanted)
    )  # fmt: skip


def _encounters(session: ClinicSession, patient_id: int) -> tuple[EncounterRecord, ...]:
    visit = aliased(Appointment)
    wanted = (
        select(Encounter, VisitType.name, Practitioner, Location.name, visit.zone)
        .join(visit, visit.id == Encounter.appointment_id)
        .join(VisitType, VisitType.id == visit.visit_type_id)
        .join(Practitioner, Practitioner.id == visit.practitioner_id)
        .join(Location, Location.id == Encounter.location_id)
        .where(Encounter.patient_id == patient_id)
        .order_by(Encounter.id)
    )
    return tuple(
        EncounterRecord(
            id=f"encounter-{row.id}", status=_STATUS[row.status], appointment=f"visit-{row.appointment_id}", kind=kind,
            practitioner=_called(who), location=place, started_at=_instant(row.started_at or row.arrived_at, zone),
            ended_at=_instant(row.completed_at or row.left_at, zone),
        )
        for row, kind, who, place, zone in session.execute(wanted)
    )  # fmt: skip


def _documents(session: ClinicSession, patient_id: int, zone: str) -> tuple[DocumentRecord, ...]:
    wanted = select(StoredDocument).where(StoredDocument.patient_id == patient_id).order_by(StoredDocument.id)
    return tuple(
        DocumentRecord(
            id=f"file-{row.id}", title=row.title, kind=document_label(row.kind), media_type=row.media_type, size=row.size,
            received_at=_instant(row.received_at, zone), voided=row.voided_at is not None,
        )
        for row in session.scalars(wanted)
    )  # fmt: skip


def _consents(session: ClinicSession, patient_id: int) -> tuple[ConsentRecord, ...]:
    wanted = select(PatientConsent).where(PatientConsent.patient_id == patient_id).order_by(PatientConsent.id)
    return tuple(
        ConsentRecord(
            id=f"consent-{row.id}", kind=str(row.kind), decision=str(row.decision), decided_on=row.decided_on.isoformat(),
            ended_on=row.ended_on.isoformat() if row.ended_on else "",
        )
        for row in session.scalars(wanted)
    )  # fmt: skip


def _called(who: Practitioner) -> str:
    return ", ".join(part for part in (who.family, who.given, who.credential) if part)


def _instant(at: datetime | None, zone: str) -> str:
    """The instant in the wall time of a clinic, with its offset."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds") if at is not None else ""
