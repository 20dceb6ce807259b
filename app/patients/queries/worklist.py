"""Registrations with gaps, as a worklist: computed from the rows, so a filled gap leaves it by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select

from app.core.access import Actor, Permission
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.patients.queries.details import all_details
from app.patients.queries.eyes import Eyes, eyes_of
from app.patients.queries.record import person_of
from app.patients.rules.codes import ConsentKind, Decision, RelatedRole, Sex
from app.patients.rules.completeness import minors_born_after, missing, missing_words
from app.patients.rules.details import Details
from app.patients.tables import Patient
from app.patients.tables.record import ConfidentialContact, PatientConsent, RelatedPerson

#: nobody chases more in a day; the list refills as gaps are closed
MOST = 500
Condition = ColumnElement[bool]


def gaps(today: date) -> Condition:
    """The same conditions as `rules.missing`, so that the database does the looking; a test holds the two together."""
    minor = Patient.birth_date > minors_born_after(today)
    return or_(
        Patient.birth_date.is_(None),
        Patient.sex == Sex.UNKNOWN,
        and_(Patient.phone == "", Patient.other_phone == "", ~_reach(ConfidentialContact.phone != "")),
        and_(
            or_(Patient.address_line == "", and_(Patient.postal_code == "", Patient.city == "")),
            ~_reach(ConfidentialContact.address_line != ""),
        ),
        Patient.emergency_name == "",
        Patient.emergency_phone == "",
        and_(minor, ~_has(RelatedRole.RESPONSIBLE)),
        and_(_has(RelatedRole.GUARANTOR), ~_has(RelatedRole.GUARANTOR, _REACHED)),
        and_(
            minor, ~_has(RelatedRole.GUARANTOR), _has(RelatedRole.RESPONSIBLE), ~_has(RelatedRole.RESPONSIBLE, _REACHED)
        ),
        and_(Patient.asks_employer, ~_has(RelatedRole.EMPLOYER)),
        ~_said(ConsentKind.PRIVACY_NOTICE),
        ~_said(ConsentKind.TREATMENT, PatientConsent.decision == Decision.PERMIT),
    )


_REACHED = or_(RelatedPerson.phone != "", RelatedPerson.address_line != "")


def _reach(what: Condition) -> Condition:
    return exists().where(ConfidentialContact.patient_id == Patient.id, what)


def _has(role: RelatedRole, *more: Condition) -> Condition:
    return exists().where(RelatedPerson.patient_id == Patient.id, RelatedPerson.role == role, *more)


def _said(kind: ConsentKind, *more: Condition) -> Condition:
    standing = (PatientConsent.patient_id == Patient.id, PatientConsent.ended_on.is_(None))
    return exists().where(*standing, PatientConsent.kind == kind, *more)


@dataclass(frozen=True, slots=True)
class IncompleteRegistrations:
    """Who still lacks what, the latest registered first."""

    code: str = "registrations"

    def title(self) -> str:
        """The list's name in the person's language."""
        return tr("Incomplete registrations")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """Patients of the locations in reach with gaps. Raises Refused."""
        places = actor.sees(Permission.VIEW_PATIENT, location_id)
        ask = select(Patient).where(gaps(today), Patient.merged_into_id.is_(None), Patient.deceased_on.is_(None))
        if places is not None:
            ask = ask.where(or_(Patient.home_location_id.is_(None), Patient.home_location_id.in_(places)))
        grant = actor.grant(Permission.VIEW_PATIENT)
        named = grant is not None and not (grant.masked or grant.reason)
        found = session.scalars(ask.order_by(Patient.id.desc()).limit(MOST)).all()
        eyes = eyes_of(session, actor) if named else None
        return tuple(_row(patient, details, today, eyes) for patient, details in _with_details(session, found))


def _with_details(session: ReadSession, found: Sequence[Patient]) -> list[tuple[Patient, Details]]:
    every = all_details(session, [patient.id for patient in found])
    return [(patient, every[patient.id]) for patient in found]


def _row(patient: Patient, details: Details, today: date, eyes: Eyes | None) -> WorklistRow:
    codes = missing(person_of(patient), details, today, asks_employer=patient.asks_employer)
    return WorklistRow(
        key=f"registration-{patient.id}",
        title=eyes.name(patient.id, patient) if eyes else tr("A patient"),
        detail=tr("Still missing: {gaps}", gaps=", ".join(map(missing_words, codes))),
        patient_id=patient.id,
        task=f"edit-{codes[0]}",
        day=patient.created_at.date(),
    )
