"""What leaves the program on paper or as a file is written down first: by whom, what, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import NotFound
from app.core.ports import PaperKind, SheetKind
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing
from app.documents.queries import patient_in_reach
from app.patients.tables import Patient
from app.payments.tables import Payment


class Way(StrEnum):
    """How a paper left the program; the words stand in the journal."""

    PRINTED = "Printed"
    SAVED = "Saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReport(Command):
    """The end-of-day report of a day leaves the program. `number` is the paper's number, e.g. EOD-20260310."""

    location_id: int
    day: date
    number: str
    way: Way = Way.PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSheet(Command):
    """A paper of the schedule leaves the program. `day` is its first one, `number` the paper's, e.g. DAY-20260310."""

    location_id: int
    day: date
    kind: SheetKind
    number: str
    way: Way = Way.PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReceipt(Command):
    """A receipt leaves the program for the first time; further prints are counted by the payments room's `reprint`."""

    payment_id: int
    way: Way = Way.PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePaper(Command):
    """A paper about a patient's privacy leaves the program."""

    patient_id: int
    way: Way = Way.PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVisitPaper(Command):
    """A paper about a patient's visits leaves the program."""

    patient_id: int
    location_id: int
    kind: PaperKind
    way: Way = Way.PRINTED


@dataclass(frozen=True, slots=True)
class ReceiptNoted:
    """Whose receipt it was."""

    patient_id: int
    number: int


def _place(_session: WriteSession, command: NoteReport | NoteSheet | NoteVisitPaper) -> tuple[int, ...]:
    return (command.location_id,)


def _of_payment(session: WriteSession, command: NoteReceipt) -> tuple[int, ...]:
    found = session.scalar(select(Payment.location_id).where(Payment.id == command.payment_id))
    return () if found is None else (found,)


@action(Permission.REPORT_COUNTS, says="{way} the end-of-day report of {day} without names ({number})", located=_place)
def note_counts(session: WriteSession, actor: Actor, command: NoteReport) -> Nothing:
    """Write down that a report without names leaves the program."""
    return Nothing()


@action(Permission.REPORT_NAMES, says="{way} the end-of-day report of {day} with names ({number})", located=_place)
def note_names(session: WriteSession, actor: Actor, command: NoteReport) -> Nothing:
    """Write down that a report with names leaves the program."""
    return Nothing()


@action(Permission.REPORT_COUNTS, says="{way} {kind} of {day} without names ({number})", located=_place)
def note_sheet_counts(session: WriteSession, actor: Actor, command: NoteSheet) -> Nothing:
    """Write down that a paper of the schedule without names leaves the program."""
    return Nothing()


@action(Permission.REPORT_NAMES, says="{way} {kind} of {day} with names ({number})", located=_place)
def note_sheet_names(session: WriteSession, actor: Actor, command: NoteSheet) -> Nothing:
    """Write down that a paper of the schedule with names leaves the program."""
    return Nothing()


@action(Permission.TAKE_PAYMENT, says="{way} receipt {number}", located=_of_payment)
def note_receipt(session: WriteSession, actor: Actor, command: NoteReceipt) -> ReceiptNoted:
    """Write down that a receipt leaves the program. Raises NotFound."""
    found = session.get(Payment, command.payment_id)
    if found is None:
        raise NotFound("There is no such receipt.", next_step="Look at the day's money.")
    return ReceiptNoted(found.patient_id, found.receipt_number)


def _home(session: WriteSession, command: NotePaper) -> tuple[int, ...]:
    found = session.scalar(select(Patient.home_location_id).where(Patient.id == command.patient_id))
    return () if found is None else (found,)


@action(Permission.READ_AUDIT, says="{way} who saw the record", located=_home)
def note_access_log(session: WriteSession, actor: Actor, command: NotePaper) -> Nothing:
    """Write down that the list of who saw a record leaves the program."""
    return Nothing()


@action(Permission.DISCLOSE, says="{way} the accounting of disclosures")
def note_accounting(session: WriteSession, actor: Actor, command: NotePaper) -> Nothing:
    """Write down that an accounting of disclosures leaves the program. Raises NotFound, ReasonNeeded, GlassNeeded."""
    patient_in_reach(session, actor, Permission.DISCLOSE, command.patient_id, command.reason)
    return Nothing()


@action(Permission.BOOK, says="{way} {kind}", located=_place)
def note_visit_paper(session: WriteSession, actor: Actor, command: NoteVisitPaper) -> Nothing:
    """Write down that a paper about a patient's visits leaves the program. Raises NotFound, ReasonNeeded, GlassNeeded."""
    patient_in_reach(session, actor, Permission.BOOK, command.patient_id, command.reason)
    return Nothing()
