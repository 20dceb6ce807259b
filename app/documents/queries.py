"""Which files a patient has, and what is in one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from app.core.access import Actor, Permission, Scope, decide, refusal
from app.core.actions import query
from app.core.errors import NotFound, ReasonNeeded
from app.core.sealing import open_sealed, purpose_key
from app.core.sessions import ClinicSession, ReadSession
from app.documents.rules import DocumentKind
from app.documents.tables import DocumentContent, StoredDocument
from app.patients.queries.glass import check_glass
from app.patients.tables import Patient

#: what the clinic's key is derived for
PURPOSE = "documents"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One stored file as lists show it; `size` in bytes. A void one has `voided_at` and `void_reason`."""

    id: int
    version: int
    patient_id: int
    location_id: int
    kind: DocumentKind
    title: str
    media_type: str
    size: int
    issued_on: date | None
    expires_on: date | None
    received_at: datetime
    received_by_name: str
    voided_at: datetime | None
    void_reason: str


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A file with its bytes."""

    document_id: int
    patient_id: int
    title: str
    media_type: str
    data: bytes


def place_of_document(document_id: int) -> bytes:
    """What binds the sealed bytes to their row, so that they cannot be put under another document."""
    return f"stored_document/{document_id}".encode()


def patient_in_reach(
    session: ClinicSession, actor: Actor, permission: Permission, patient_id: int, reason: str
) -> Patient:
    """The patient, for somebody whose grant may end at their own locations.

    Patients belong to the group: one who usually goes elsewhere is opened with a reason. Raises Refused, NotFound,
    ReasonNeeded, GlassNeeded.
    """
    found = session.get(Patient, patient_id)
    if found is None:
        raise NotFound("There is no such patient.", next_step="Search again.")
    grant = decide(actor, permission, (), reason)
    own = grant.scope is Scope.ALL or found.home_location_id in {None, *actor.locations}
    if not own and not reason.strip():
        raise ReasonNeeded(
            "This patient goes to another location.", field="reason", next_step="Write why in a few words."
        )
    check_glass(session, actor, found)
    return found


def _opened(rows: Iterable[DocumentRow]) -> tuple[int, ...]:
    return tuple({row.patient_id for row in rows})


@query(Permission.VIEW_PATIENT, subjects=_opened, opens=True)
def documents(
    session: ReadSession, actor: Actor, patient_id: int, reason: str = "", void_too: bool = False
) -> tuple[DocumentRow, ...]:
    """A patient's files, the newest first; without their titles for who sees patients masked. Raises ReasonNeeded."""
    patient_in_reach(session, actor, Permission.VIEW_PATIENT, patient_id, reason)
    columns = [getattr(StoredDocument, name) for name in DocumentRow.__dataclass_fields__]
    wanted = select(*columns).where(StoredDocument.patient_id == patient_id)
    if not void_too:
        wanted = wanted.where(StoredDocument.voided_at.is_(None))
    order = (StoredDocument.received_at.desc(), StoredDocument.id.desc())
    rows = tuple(DocumentRow(*row) for row in session.execute(wanted.order_by(*order)))
    return tuple(replace(row, title="", void_reason="") for row in rows) if _masked(actor) else rows


def _masked(actor: Actor) -> bool:
    """Whether people's own words are kept from this person."""
    grant = actor.grant(Permission.VIEW_PATIENT)
    return grant is not None and grant.masked


@query(Permission.VIEW_PATIENT, subjects=lambda opened: (opened.patient_id,), opens=True)
def content(session: ReadSession, actor: Actor, document_id: int, reason: str = "") -> OpenedDocument:
    """A file's bytes. A photo ID needs the right to see identities, an insurance card the right to see insurance.

    Raises NotFound, Refused, ReasonNeeded, and Unavailable where the bytes are damaged or sealed with another key.
    """
    row = session.get(StoredDocument, document_id)
    if row is None:
        raise NotFound("There is no such document.", next_step="Look at the list again.")
    patient_in_reach(session, actor, Permission.VIEW_PATIENT, row.patient_id, reason)
    _check_kind(actor, row, reason)
    sealed = session.scalars(select(DocumentContent.sealed).where(DocumentContent.document_id == document_id)).one()
    data = open_sealed(purpose_key(session.clinic_key, PURPOSE), sealed, place_of_document(document_id))
    return OpenedDocument(document_id, row.patient_id, row.title, row.media_type, data)


_GUARDED = {
    DocumentKind.PHOTO_ID: Permission.VIEW_IDENTITY,
    DocumentKind.INSURANCE_CARD: Permission.VIEW_INSURANCE,
    DocumentKind.REFERRAL: Permission.VIEW_CLINICAL_HEADER,
}


def may_open(actor: Actor, row: DocumentRow) -> bool:
    """Whether to offer a file's content; a reason may still be asked."""
    permission = _GUARDED.get(row.kind, Permission.VIEW_PATIENT)
    grant = actor.grant(permission)
    return not _masked(actor) and grant is not None and not grant.masked and actor.may(permission, (row.location_id,))


def _check_kind(actor: Actor, row: StoredDocument, reason: str) -> None:
    if _masked(actor):
        raise refusal(Permission.VIEW_PATIENT)
    permission = _GUARDED.get(row.kind)
    if permission is not None and decide(actor, permission, (row.location_id,), reason).masked:
        raise refusal(permission)
