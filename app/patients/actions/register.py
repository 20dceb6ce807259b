"""Registering a patient and changing a registration."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.clock import local_day
from app.core.errors import ClinicError, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.actions.details import add_details, touch, write_details
from app.patients.actions.records import add_patient_row, change_patient_row
from app.patients.queries.details import details_of
from app.patients.queries.glass import check_glass
from app.patients.queries.reach import clinic_day, is_elsewhere, zone_of
from app.patients.queries.record import elsewhere_needs_reason, live_patient, person_of
from app.patients.rules.checking import checked
from app.patients.rules.codes import PairState
from app.patients.rules.completeness import missing
from app.patients.rules.details import NO_DETAILS, Details, Identity
from app.patients.rules.folding import show_name
from app.patients.rules.likeness import Sureness
from app.patients.rules.people import Person, cleaned
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair
from app.staff.tables import Practitioner

#: what a role with masked editing (a call centre, billing) leaves as it is
IDENTITY = ("family", "given", "middle", "suffix", "birth_date", "sex", "multiple_birth")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPatient(Command):
    """A new patient. `person.home_location_id` is the clinic they usually go to.

    `apart_from` are patients who look alike and of whom the desk said that this is somebody else.
    """

    person: Person
    details: Details | None = None
    apart_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePatient(Command):
    """A registration as it shall be; `version` is the one that was read. No `details`: they stay as they are.

    Of the details, `identity` alone may be None to stay as it is: not every role sees it.
    """

    patient_id: int
    version: int
    person: Person
    details: Details | None = None


@dataclass(frozen=True, slots=True)
class PatientRow:
    """A registered patient: `missing` are codes of what is still to be asked."""

    id: int
    version: int
    mrn: str
    name: str
    missing: tuple[str, ...] = ()


@action(Permission.EDIT_PATIENT, says="Registered {name}")
def register_patient(session: WriteSession, actor: Actor, command: RegisterPatient) -> PatientRow:
    """Register a patient with the next record number. Raises ClinicError at the field, Refused for a location out of reach."""
    today = _day_at(session, command.person.home_location_id)
    person = cleaned(command.person, today)
    details = checked(command.details or NO_DETAILS, person, today)
    if is_elsewhere(actor, Permission.EDIT_PATIENT, person.home_location_id):
        raise refusal(Permission.EDIT_PATIENT)
    _check_therapist(session, person)
    patient = add_patient_row(session, person, details)
    add_details(session, actor, patient.id, details)
    session.flush()
    _keep_apart(session, actor, patient.id, command.apart_from)
    return _row(patient, person, details, today)


@action(Permission.EDIT_PATIENT, says="Changed the registration of {name}")
def update_patient(session: WriteSession, actor: Actor, command: UpdatePatient) -> PatientRow:
    """Change a registration. Raises Stale, ReasonNeeded for another location's patient, ClinicError at the field."""
    patient = editable(session, actor, command.patient_id, command.reason)
    check_version(patient.version, command.version)
    before, stood = person_of(patient), details_of(session, patient.id)
    today = _day_at(session, command.person.home_location_id)
    person = cleaned(command.person, today)
    person = replace(person, source=before.source, external_id=before.external_id)
    if person.birth_date is not None:
        person = replace(person, birth_date_text="")
    details = stood if command.details is None else checked(command.details, person, today)
    if _is_masked(actor):
        _keep_identity(before, person, stood, details)
    _check_therapist(session, person)
    if command.details is not None and write_details(session, actor, patient, details, today):
        touch(session, patient)
    change_patient_row(session, patient, person, details)
    return _row(patient, person, details, today)


def _keep_apart(session: WriteSession, actor: Actor, patient_id: int, others: tuple[int, ...]) -> None:
    """Nobody is asked again about the new patient and those who are here."""
    if not others:
        return
    for other in session.scalars(select(Patient.id).where(Patient.id.in_(others), Patient.id != patient_id)):
        session.add(
            DuplicatePair(
                one_id=other, other_id=patient_id, sureness=Sureness.PERHAPS, score=0.0, state=PairState.DIFFERENT,
                found_at=session.now, decided_at=session.now, decided_by_name=actor.name,
            )
        )  # fmt: skip


def _day_at(session: WriteSession, location_id: int | None) -> date:
    """Today at the preferred clinic. Raises ClinicError where there is no such clinic."""
    if location_id is None:
        return clinic_day(session, None)
    zone = zone_of(session, location_id)
    if zone is None:
        raise ClinicError("There is no such location.", field="home_location_id", next_step="Choose one from the list.")
    return local_day(session.now, zone)


def _is_masked(actor: Actor) -> bool:
    grant = actor.grant(Permission.EDIT_PATIENT)
    return grant is not None and grant.masked


def _keep_identity(before: Person, person: Person, stood: Details, details: Details) -> None:
    """Raise Refused when a role that may not would change who somebody is."""
    other = any(getattr(person, name) != getattr(before, name) for name in IDENTITY)
    if other or details.names != stood.names or not _same_proof(stood.identity, details.identity):
        raise refusal(Permission.EDIT_PATIENT)


def _same_proof(stood: Identity | None, wanted: Identity | None) -> bool:
    """Whether a proof of identity stays, its number seen or not."""
    return wanted is None or (stood is not None and wanted in (stood, replace(stood, number="")))


def _check_therapist(session: WriteSession, person: Person) -> None:
    wanted = person.preferred_practitioner_id
    if wanted is not None and session.get(Practitioner, wanted) is None:
        raise ClinicError(
            "There is no such therapist.", field="preferred_practitioner_id", next_step="Choose one from the list."
        )


def editable(session: WriteSession, actor: Actor, patient_id: int, reason: str) -> Patient:
    """The patient's row, when the actor may change it. Raises NotFound, Refused, ReasonNeeded, GlassNeeded."""
    patient = live_patient(session, patient_id)
    if is_elsewhere(actor, Permission.EDIT_PATIENT, patient.home_location_id) and not reason.strip():
        raise elsewhere_needs_reason()
    check_glass(session, actor, patient)
    return patient


def check_version(stored: int, read: int) -> None:
    """Raise Stale when the row was changed since it was read."""
    if stored != read:
        raise Stale(
            "Somebody else changed this a moment ago.", next_step="Look at it again; what you typed is still here."
        )


def _row(patient: Patient, person: Person, details: Details, today: date) -> PatientRow:
    name = show_name(patient.family, patient.given)
    gaps = missing(person, details, today, asks_employer=patient.asks_employer)
    return PatientRow(patient.id, patient.version, patient.mrn, name, gaps)
