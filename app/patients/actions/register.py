"""Registering a patient and changing a registration."""

from dataclasses import dataclass, replace

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.errors import Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.actions.records import add_patient_row, change_patient_row
from app.patients.queries.reach import clinic_day, is_elsewhere
from app.patients.queries.record import elsewhere_needs_reason, live_patient, person_of
from app.patients.rules import Person, cleaned, missing, show_name
from app.patients.tables import Patient

#: what a role with masked editing (a call centre, billing) leaves as it is
IDENTITY = ("family", "given", "middle", "birth_date", "sex")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPatient(Command):
    """A new patient. `person.home_location_id` is the clinic they usually go to."""

    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePatient(Command):
    """A registration as it shall be; `version` is the one that was read."""

    patient_id: int
    version: int
    person: Person


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
    person = cleaned(command.person, clinic_day(session, command.person.home_location_id))
    if is_elsewhere(actor, Permission.EDIT_PATIENT, person.home_location_id):
        raise refusal(Permission.EDIT_PATIENT)
    return _row(add_patient_row(session, person))


@action(Permission.EDIT_PATIENT, says="Changed the registration of {name}")
def update_patient(session: WriteSession, actor: Actor, command: UpdatePatient) -> PatientRow:
    """Change a registration. Raises Stale, ReasonNeeded for another location's patient, ClinicError at the field."""
    patient = editable(session, actor, command.patient_id, command.reason)
    check_version(patient.version, command.version)
    before = person_of(patient)
    person = cleaned(command.person, clinic_day(session, before.home_location_id))
    person = replace(person, source=before.source, external_id=before.external_id)
    if person.birth_date is not None:
        person = replace(person, birth_date_text="")
    grant = actor.grant(Permission.EDIT_PATIENT)
    if grant is not None and grant.masked and any(getattr(person, name) != getattr(before, name) for name in IDENTITY):
        raise refusal(Permission.EDIT_PATIENT)
    change_patient_row(session, patient, person)
    return _row(patient)


def editable(session: WriteSession, actor: Actor, patient_id: int, reason: str) -> Patient:
    """The patient's row, when the actor may change it. Raises NotFound, Refused, ReasonNeeded."""
    patient = live_patient(session, patient_id)
    if is_elsewhere(actor, Permission.EDIT_PATIENT, patient.home_location_id) and not reason.strip():
        raise elsewhere_needs_reason()
    return patient


def check_version(stored: int, read: int) -> None:
    """Raise Stale when the row was changed since it was read."""
    if stored != read:
        raise Stale(
            "Somebody else changed this a moment ago.", next_step="Look at it again; what you typed is still here."
        )


def _row(patient: Patient) -> PatientRow:
    name = show_name(patient.family, patient.given)
    return PatientRow(patient.id, patient.version, patient.mrn, name, missing(person_of(patient)))
