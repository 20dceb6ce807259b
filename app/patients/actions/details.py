"""Rows of the further parts of a registration: what is the same stays, what is not is replaced, what has a history keeps it."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from app.core.access import Actor
from app.core.changes import note_bulk
from app.core.orm import Base
from app.core.sessions import WriteSession
from app.patients.queries.details import value_of
from app.patients.rules.checking import says_nothing
from app.patients.rules.codes import ConsentKind, Decision
from app.patients.rules.details import Agreed, Details, Identity, OtherName, Reach, Related, Telecom
from app.patients.tables import Patient
from app.patients.tables.record import (
    ConfidentialContact,
    ContactPoint,
    IdentityDocument,
    PatientConsent,
    PatientName,
    RelatedPerson,
)

T = TypeVar("T", OtherName, Telecom, Related)


def write_details(session: WriteSession, actor: Actor, patient: Patient, details: Details, today: date) -> bool:
    """Make the rows say what `details` (checked before) says; True when anything became another.

    Names, contacts and people are exchanged; consents end and begin; an identity is replaced and its old row stays.
    `details.identity` None leaves the proof of identity as it is, and so does a blank number of the same document.
    """
    changed = (
        _exchange(session, patient, PatientName, OtherName, details.names),
        _exchange(session, patient, ContactPoint, Telecom, details.telecoms),
        _exchange(session, patient, RelatedPerson, Related, details.related),
        _write_consents(session, actor, patient, details.consents, today),
        _write_reach(session, patient, details.reach),
        _write_identity(session, patient, details.identity),
    )
    return any(changed)


def add_details(session: WriteSession, actor: Actor, patient_id: int, details: Details) -> None:
    """Write the details (checked before) of a patient who has none yet."""
    rows: list[Base] = [PatientName(patient_id=patient_id, **asdict(one)) for one in details.names]
    rows += [ContactPoint(patient_id=patient_id, **asdict(one)) for one in details.telecoms]
    rows += [RelatedPerson(patient_id=patient_id, **asdict(one)) for one in details.related]
    rows += [_consent(actor, patient_id, one) for one in details.consents]
    if details.reach is not None:
        rows.append(ConfidentialContact(patient_id=patient_id, **asdict(details.reach)))
    if details.identity is not None and not says_nothing(details.identity):
        rows.append(IdentityDocument(patient_id=patient_id, seen_at=session.now, **asdict(details.identity)))
    session.add_all(rows)


def touch(session: WriteSession, patient: Patient) -> None:
    """Count the patient's version up: a form that was read before is stale although the patient's own row stays."""
    flag_modified(patient, "family")
    note_bulk(session, "patient", str(patient.id))


def _exchange(session: WriteSession, patient: Patient, table: Any, kind: type[T], wanted: tuple[T, ...]) -> bool:  # noqa: ANN401 - a mapped class
    """Delete the rows that are wanted no more and add the new ones; equal ones stay."""
    left, gone = list(wanted), False
    for row in session.scalars(select(table).where(table.patient_id == patient.id).order_by(table.id)):
        value = value_of(kind, row)
        if value in left:
            left.remove(value)
        else:
            session.delete(row)
            gone = True
    session.add_all([table(patient_id=patient.id, **asdict(value)) for value in left])
    return gone or bool(left)


# ---------------------------------------------------------------------------------------------- consents, history


def _write_consents(
    session: WriteSession, actor: Actor, patient: Patient, wanted: tuple[Agreed, ...], today: date
) -> bool:
    left, ended = {one.kind: one for one in wanted}, False
    for row in _standing(session, patient.id):
        if left.get(row.kind) == value_of(Agreed, row):
            del left[row.kind]
        else:
            row.ended_on = left[row.kind].decided_on if row.kind in left else today
            ended = True
    session.add_all([_consent(actor, patient.id, one) for one in left.values()])
    return ended or bool(left)


def _standing(session: WriteSession, patient_id: int) -> list[PatientConsent]:
    wanted = select(PatientConsent).where(PatientConsent.patient_id == patient_id, PatientConsent.ended_on.is_(None))
    return list(session.scalars(wanted.order_by(PatientConsent.id)))


def _consent(actor: Actor, patient_id: int, one: Agreed) -> PatientConsent:
    return PatientConsent(patient_id=patient_id, noted_by_name=actor.name, **asdict(one))


def note_consent(session: WriteSession, actor: Actor, patient_id: int, kind: ConsentKind, day: date) -> None:
    """Somebody agreed on a day, as a paper says that another room has stored; a yes that stands already stays."""
    said = [row for row in _standing(session, patient_id) if row.kind is kind]
    if any(row.decision is Decision.PERMIT for row in said):
        return
    for row in said:
        row.ended_on = day
    session.add(_consent(actor, patient_id, Agreed(kind=kind, decision=Decision.PERMIT, decided_on=day)))
    touch(session, session.get_one(Patient, patient_id))


# -------------------------------------------------------------------------------------------- one row for a patient


def _write_reach(session: WriteSession, patient: Patient, wanted: Reach | None) -> bool:
    row = session.get(ConfidentialContact, patient.id)
    if (value_of(Reach, row) if row is not None else None) == wanted:
        return False
    if wanted is None:
        session.delete(row)
    elif row is None:
        session.add(ConfidentialContact(patient_id=patient.id, **asdict(wanted)))
    else:
        for name, value in asdict(wanted).items():
            setattr(row, name, value)
    return True


def _write_identity(session: WriteSession, patient: Patient, wanted: Identity | None) -> bool:
    if wanted is None:
        return False
    standing = select(IdentityDocument).where(
        IdentityDocument.patient_id == patient.id, IdentityDocument.replaced_at.is_(None)
    )
    rows = list(session.scalars(standing))
    before = value_of(Identity, rows[-1]) if rows else None
    after = None if says_nothing(wanted) else _with_number(wanted, before)
    if after == before:
        return False
    for row in rows:
        row.replaced_at = session.now
    if after is not None:
        session.add(IdentityDocument(patient_id=patient.id, seen_at=session.now, **asdict(after)))
    return True


def _with_number(wanted: Identity, before: Identity | None) -> Identity:
    """A blank number of the same document is one that the role does not see: it stays."""
    same = before is not None and (before.kind, before.jurisdiction) == (wanted.kind, wanted.jurisdiction)
    return replace(wanted, number=before.number) if before is not None and same and not wanted.number else wanted
