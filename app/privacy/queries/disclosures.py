"""What the clinic told others about a patient, and the accounting a patient may ask for."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.documents.queries import patient_in_reach
from app.duplicates.queries import aliases
from app.patients.queries.reach import clinic_day
from app.patients.queries.record import live_patient
from app.patients.rules.folding import show_mrn, show_name
from app.privacy.rules import Purpose, Told, is_accounted
from app.privacy.tables import Disclosure


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One disclosure; `accounted`: a patient who asks today is told of it."""

    id: int
    version: int
    patient_id: int
    made_on: date
    recipient: str
    recipient_address: str
    what: str
    purpose: Purpose
    purpose_note: str
    suspended_until: date | None
    entered_by: str
    void_reason: str
    accounted: bool


@dataclass(frozen=True, slots=True)
class Accounting:
    """What a patient who asks on `day` is told: the last six years, the latest first."""

    patient_id: int
    name: str
    mrn: str
    birth_date: date | None
    day: date
    rows: tuple[DisclosureRow, ...]


def _rows(session: ReadSession, patient_id: int, today: date) -> tuple[DisclosureRow, ...]:
    ids = sorted(aliases(session, patient_id))
    ask = select(Disclosure).where(Disclosure.patient_id.in_(ids))
    return tuple(
        DisclosureRow(
            row.id, row.version, patient_id, row.made_on, row.recipient, row.recipient_address, row.what, row.purpose,
            row.purpose_note, row.suspended_until, row.entered_by_name, row.void_reason if row.voided_at else "",
            is_accounted(Told(row.made_on, row.purpose, row.suspended_until, row.voided_at is not None), today),
        )
        for row in session.scalars(ask.order_by(Disclosure.made_on.desc(), Disclosure.id.desc()))
    )  # fmt: skip


@query(Permission.DISCLOSE, subjects=lambda rows: [row.patient_id for row in rows], opens=True)
def disclosures(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> tuple[DisclosureRow, ...]:
    """Every disclosure of a record, void ones too, the latest first. Raises NotFound, ReasonNeeded, GlassNeeded."""
    patient = patient_in_reach(session, actor, Permission.DISCLOSE, patient_id, reason)
    return _rows(session, patient.id, clinic_day(session, patient.home_location_id))


@query(Permission.DISCLOSE, subjects=lambda told: [told.patient_id], opens=True)
def accounting(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> Accounting:
    """The accounting of disclosures for a patient who asks today. Raises NotFound, ReasonNeeded, GlassNeeded."""
    patient_in_reach(session, actor, Permission.DISCLOSE, patient_id, reason)
    patient = live_patient(session, patient_id)
    today = clinic_day(session, patient.home_location_id)
    rows = tuple(row for row in _rows(session, patient.id, today) if row.accounted)
    name = show_name(patient.family, patient.given)
    return Accounting(patient.id, name, show_mrn(patient.mrn), patient.birth_date, today, rows)
