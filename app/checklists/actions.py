"""Going without a required paper, taking that back, and storing a paper that was asked for."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.checklists.queries import checklist_of
from app.checklists.rules import Item
from app.checklists.tables import Waiver
from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.documents.actions import AttachDocument, AttachedKey, attach_document
from app.patients.rules.writing import clean
from app.schedule.tables import Appointment


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveItem(Command):
    """This visit goes without a required paper; `reason` says why."""

    appointment_id: int
    item_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWaiver(Command):
    """The paper is required again."""

    waiver_id: int
    version: int


@dataclass(frozen=True, slots=True)
class WaiverKey:
    """The decision after a change."""

    waiver_id: int
    version: int
    appointment_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachForItem(Command):
    """A file dropped on an item of a visit's checklist."""

    appointment_id: int
    item_code: str
    data: bytes
    file_name: str = ""
    title: str = ""
    issued_on: date | None = None
    expires_on: date | None = None


def _place(session: WriteSession, command: WaiveItem | AttachForItem) -> tuple[int, ...]:
    return _place_of(session, command.appointment_id)


def _place_of(session: WriteSession, appointment_id: int) -> tuple[int, ...]:
    found = session.scalar(select(Appointment.location_id).where(Appointment.id == appointment_id))
    return () if found is None else (found,)


def _place_of_waiver(session: WriteSession, command: WithdrawWaiver) -> tuple[int, ...]:
    found = session.scalar(select(Waiver.appointment_id).where(Waiver.id == command.waiver_id))
    return () if found is None else _place_of(session, found)


@action(Permission.OVERRIDE, says="Waived a required document: {item_code}", located=_place)
def waive_item(session: WriteSession, actor: Actor, command: WaiveItem) -> WaiverKey:
    """Go without a paper for this visit. Raises ReasonNeeded, NotFound, and ClinicError when it is not open."""
    reason = clean(command.reason, "reason", 200)
    if not reason:
        raise ReasonNeeded("A paper is waived with a reason.", field="reason", next_step="Write why in a few words.")
    patient_id, item = _required(session, command.appointment_id, command.item_code)
    if not item.is_open:
        raise ClinicError("This paper is not missing any more.", next_step="Look at the list again.")
    waiver = Waiver(
        appointment_id=command.appointment_id,
        patient_id=patient_id,
        item_code=item.code,
        reason=reason,
        waived_at=session.now,
        waived_by_name=actor.name,
    )
    session.add(waiver)
    session.flush()
    return WaiverKey(waiver.id, waiver.version, waiver.appointment_id)


@action(Permission.OVERRIDE, says="Took back a waiver", located=_place_of_waiver)
def withdraw_waiver(session: WriteSession, actor: Actor, command: WithdrawWaiver) -> WaiverKey:
    """Ask for the paper again. Raises NotFound, Stale."""
    waiver = session.get(Waiver, command.waiver_id, with_for_update=True)
    if waiver is None or waiver.withdrawn_at is not None:
        raise NotFound("There is no such waiver.", next_step="Look at the list again.")
    if waiver.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again.")
    waiver.withdrawn_at = session.now
    session.flush()
    return WaiverKey(waiver.id, waiver.version, waiver.appointment_id)


@action(Permission.ATTACH_DOCUMENT, says="Stored a required document: {item_code}", located=_place, sealed=True)
def attach_for_item(session: WriteSession, actor: Actor, command: AttachForItem) -> AttachedKey:
    """Store a file as the paper that an item asks for. Raises NotFound, and ClinicError at `file` (see attach_document)."""
    patient_id, item = _required(session, command.appointment_id, command.item_code)
    places = _place_of(session, command.appointment_id)
    stored = AttachDocument(
        reason=command.reason or "visit",  # the patient has a visit here, which is reason enough
        patient_id=patient_id,
        location_id=places[0],
        kind=item.kind,
        data=command.data,
        file_name=command.file_name,
        title=command.title,
        issued_on=command.issued_on,
        expires_on=command.expires_on,
    )
    return attach_document(session, actor, stored)


def _required(session: WriteSession, appointment_id: int, code: str) -> tuple[int, Item]:
    found = checklist_of(session, appointment_id)
    item = next((one for one in found.items if one.code == code), None) if found else None
    if found is None or item is None:
        raise NotFound("This visit does not ask for that paper.", next_step="Look at the list again.")
    return found.patient_id, item
