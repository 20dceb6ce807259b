"""Storing a file with a patient, and making one void."""

import hashlib
from dataclasses import dataclass
from datetime import date

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local_day
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Stale
from app.core.sealing import purpose_key, seal
from app.core.sessions import WriteSession
from app.core.values import Command
from app.documents.queries import PURPOSE, patient_in_reach, place_of_document
from app.documents.rules import DocumentKind, kind_label
from app.documents.rules.content import media_type
from app.documents.tables import DocumentContent, StoredDocument
from app.patients.actions.details import note_consent
from app.patients.rules.codes import ConsentKind
from app.patients.rules.writing import clean
from app.staff.tables import Location

#: papers that are signed: storing one says that the patient agreed
SIGNED = {
    DocumentKind.CONSENT_TO_TREAT: ConsentKind.TREATMENT,
    DocumentKind.MINOR_CONSENT: ConsentKind.TREATMENT,
    DocumentKind.PRIVACY_NOTICE: ConsentKind.PRIVACY_NOTICE,
    DocumentKind.FINANCIAL_POLICY: ConsentKind.FINANCIAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachDocument(Command):
    """A file to be stored: its bytes, the name it had, what it is. Without a title it is called after its kind."""

    patient_id: int
    location_id: int
    kind: DocumentKind
    data: bytes
    file_name: str = ""
    title: str = ""
    issued_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class AttachedKey:
    """The stored file; 0 when the same command comes a second time, since a sealed command's result is not kept."""

    document_id: int = 0


@action(
    Permission.ATTACH_DOCUMENT,
    says="Stored a document: {kind}",
    located=lambda _session, command: (command.location_id,),
    sealed=True,
)
def attach_document(session: WriteSession, actor: Actor, command: AttachDocument) -> AttachedKey:
    """Store a file, sealed. Raises ClinicError at `file`, `title` or `expires_on` for what cannot be stored."""
    patient_in_reach(session, actor, Permission.ATTACH_DOCUMENT, command.patient_id, command.reason)
    location = session.get(Location, command.location_id)
    if location is None:
        raise NotFound("There is no such location.", next_step="Choose a location.")
    found = media_type(command.data, command.file_name)
    today = local_day(session.now, location.zone)
    _check_dates(command, today)
    row = StoredDocument(
        patient_id=command.patient_id,
        location_id=command.location_id,
        kind=command.kind,
        title=clean(command.title, "title", 200) or kind_label(command.kind),
        media_type=found,
        size=len(command.data),
        sha256=hashlib.sha256(command.data).hexdigest(),
        issued_on=command.issued_on,
        expires_on=command.expires_on,
        received_at=session.now,
        received_by_name=actor.name,
    )
    session.add(row)
    session.flush()
    key = purpose_key(session.clinic_key, PURPOSE)
    session.add(DocumentContent(document_id=row.id, sealed=seal(key, command.data, place_of_document(row.id))))
    if command.kind in SIGNED:
        note_consent(session, actor, command.patient_id, SIGNED[command.kind], command.issued_on or today)
    return AttachedKey(row.id)


def _check_dates(command: AttachDocument, today: date) -> None:
    if command.issued_on and command.issued_on > today:
        raise ClinicError("This date is still to come.", field="issued_on")
    if command.issued_on and command.expires_on and command.expires_on < command.issued_on:
        raise ClinicError("It ends before it begins.", next_step="Check both dates.", field="expires_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidDocument(Command):
    """A file that does not belong here; `reason` says why."""

    document_id: int
    version: int


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """The document after a change."""

    document_id: int
    version: int
    patient_id: int


def _home_of(session: WriteSession, command: VoidDocument) -> tuple[int, ...]:
    row = session.get(StoredDocument, command.document_id)
    return (row.location_id,) if row else ()


@action(Permission.VOID_DOCUMENT, says="Made a document void: {reason}", located=_home_of)
def void_document(session: WriteSession, actor: Actor, command: VoidDocument) -> DocumentKey:
    """Make a stored file void; its bytes stay. Raises NotFound, Stale, ReasonNeeded."""
    row = session.get(StoredDocument, command.document_id, with_for_update=True)
    if row is None or row.voided_at is not None:
        raise NotFound("There is no such document.", next_step="Look at the list again.")
    if row.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again.")
    reason = clean(command.reason, "reason", 200)
    if not reason:
        raise ReasonNeeded("A document is made void with a reason.", field="reason", next_step="Write why.")
    row.voided_at, row.void_reason = session.now, reason
    session.flush()
    return DocumentKey(row.id, row.version, row.patient_id)
