"""Giving one patient's whole record out: who did it, to whom and why stands in the journal before anything leaves."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import NotFound, ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import Command
from app.exchange.queries.whole import givable, whole_record
from app.exchange.rules.fhir import check_standard, record_bundle
from app.exchange.rules.paper import paper_of
from app.patients.queries.reach import clinic_day
from app.patients.rules.codes import KeyKind
from app.patients.rules.folding import id_key
from app.patients.rules.writing import clean
from app.patients.tables import Patient, SearchKey
from app.privacy.rules import Purpose
from app.privacy.tables import Disclosure
from app.reports.documents.record import whole_record as draw
from app.runner.execute import Executor


class Form(StrEnum):
    """In which form a record leaves."""

    FHIR = "fhir"
    PDF = "pdf"


#: what an accounting of disclosures calls them; it stands in the record in English, as the law's form does
_WHAT = {Form.FHIR: "The whole record, as a FHIR file", Form.PDF: "The whole record, as a PDF"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveRecord(Command):
    """The whole record of a record number leaves as a file; `reason` says why.

    `form` is what leaves, for the accounting: a FHIR file or paper.

    With a `recipient` it is written down as a disclosure for this purpose, so that an accounting shows it.
    """

    mrn: str
    form: Form = Form.FHIR
    recipient: str = ""
    purpose: Purpose = Purpose.PATIENT


@dataclass(frozen=True, slots=True)
class GivenRecord:
    """Whose record left."""

    patient_id: int
    number: str


def _where(session: WriteSession, command: GiveRecord) -> tuple[int, ...]:
    found = _by_number(session, command.mrn)
    home = session.scalar(select(Patient.home_location_id).where(Patient.id == found)) if found else None
    return () if home is None else (home,)


def _by_number(session: WriteSession, mrn: str) -> int | None:
    """The patient of a record number, however it is spaced; an old one leads to the record that is left."""
    key = id_key(mrn)
    own = session.scalar(select(Patient.id).where(Patient.mrn == key))
    old = select(SearchKey.patient_id).where(SearchKey.kind == KeyKind.OLD_MRN, SearchKey.key == key)
    return own if own is not None else session.scalars(old.order_by(SearchKey.id)).first()


@action(Permission.BULK_EXPORT, says="Gave out the whole record of MRN {number}", located=_where)
def give_record(session: WriteSession, actor: Actor, command: GiveRecord) -> GivenRecord:
    """Write down that a record leaves. Raises NotFound, ReasonNeeded, Refused, GlassNeeded, ClinicError at `recipient`."""
    if not command.reason.strip():
        raise ReasonNeeded("An export needs a reason.", field="reason", next_step="Write why in a few words.")
    patient_id = _by_number(session, command.mrn)
    if patient_id is None:
        raise NotFound("There is no such patient.", next_step="Search again.", field="mrn")
    patient = givable(session, actor, patient_id, command.reason)
    if recipient := clean(command.recipient, "recipient", 200):
        session.add(
            Disclosure(
                patient_id=patient.id, made_on=clinic_day(session, patient.home_location_id), purpose=command.purpose,
                recipient=recipient, recipient_address="", what=_WHAT[command.form],
                purpose_note=command.reason, entered_at=session.now, entered_by_name=actor.name,
            )
        )  # fmt: skip
        session.flush()
    return GivenRecord(patient.id, patient.mrn)


def give_bundle(executor: Executor, actor: Actor, command: GiveRecord, write: Callable[[bytes], None]) -> GivenRecord:
    """Give the record out as a FHIR bundle (JSON, US Core), after the journal has its line.

    `write` puts the bytes where they go. Raises what `give_record` raises, and ClinicError for what is not FHIR.
    """
    given = executor.perform(give_record, command, actor)
    whole = executor.fetch(whole_record, actor, given.patient_id, command.reason)
    made = record_bundle(whole, executor.database.clock.now().isoformat(timespec="seconds"))
    check_standard(made)
    write(msgspec.json.format(msgspec.json.encode(made), indent=1))
    return given


def give_paper(
    executor: Executor, actor: Actor, command: GiveRecord, clinic: str, write: Callable[[bytes], None]
) -> GivenRecord:
    """Give the record out as a PDF, after the journal has its line; `clinic` is the name on it.

    `write` puts the bytes where they go. Raises what `give_record` raises.
    """
    given = executor.perform(give_record, command, actor)
    whole = executor.fetch(whole_record, actor, given.patient_id, command.reason)
    now = executor.database.clock.now().astimezone(ZoneInfo(whole.zone)).replace(tzinfo=None)
    write(draw(paper_of(whole, clinic=clinic, printed_at=now, printed_by=actor.name)))
    return given
