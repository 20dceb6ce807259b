"""Registrations with gaps, as a worklist: computed from the rows, so a filled gap leaves it by itself."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select

from app.core.access import Actor, Permission
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.patients.queries.record import person_of
from app.patients.rules import Sex, missing, missing_words, show_name
from app.patients.tables import Patient

#: nobody chases more in a day; the list refills as gaps are closed
MOST = 500
#: the same conditions as `rules.missing`, so that the database does the looking; a test holds the two together
_GAPS = or_(
    Patient.birth_date.is_(None),
    Patient.sex == Sex.UNKNOWN,
    and_(Patient.phone == "", Patient.other_phone == ""),
    Patient.address_line == "",
    and_(Patient.postal_code == "", Patient.city == ""),
    Patient.emergency_name == "",
    Patient.emergency_phone == "",
)


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
        ask = select(Patient).where(_GAPS, Patient.merged_into_id.is_(None), Patient.deceased_on.is_(None))
        if places is not None:
            ask = ask.where(or_(Patient.home_location_id.is_(None), Patient.home_location_id.in_(places)))
        grant = actor.grant(Permission.VIEW_PATIENT)
        named = grant is not None and not (grant.masked or grant.reason)
        return tuple(_row(patient, named) for patient in session.scalars(ask.order_by(Patient.id.desc()).limit(MOST)))


def _row(patient: Patient, named: bool) -> WorklistRow:
    gaps = ", ".join(missing_words(code) for code in missing(person_of(patient)))
    return WorklistRow(
        key=f"registration-{patient.id}",
        title=show_name(patient.family, patient.given) if named else tr("A patient"),
        detail=tr("Still missing: {gaps}", gaps=gaps),
        patient_id=patient.id,
        day=patient.created_at.date(),
    )
