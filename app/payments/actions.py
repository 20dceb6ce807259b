"""Taking money, saying why none was taken, making a receipt void, printing it again.

The counter row of a location is the lock of its money: numbers are given under it, and a day is closed under it.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import bindparam, select, update

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_row
from app.core.clock import local_day
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Stale
from app.core.orm import BigId, insert_unless_there
from app.core.rows import add_row, change_row
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.patients.tables import Patient
from app.payments.queries import closing_of, paid_for
from app.payments.rules import Part, check_number, money, total_of
from app.payments.tables import Payment, PaymentPart, ReceiptCounter, VisitDue
from app.schedule.rules import ReasonKind, reason
from app.schedule.tables import Appointment
from app.staff.tables import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePayment(Command):
    """Money taken at a desk, in parts. Without a visit it goes to the patient's balance.

    `after_close_reason` is needed when the day was closed before, also when it was opened again.
    """

    patient_id: int
    location_id: int
    appointment_id: int | None = None
    parts: tuple[Part, ...]
    after_close_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPayment(Command):
    """Why what is due was not taken: a code of the reason pack (kind no-payment)."""

    appointment_id: int
    reason_code: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidPayment(Command):
    """A receipt made void; `reason` says why. Its number is never used again."""

    payment_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint(Command):
    """One more print of a receipt."""

    payment_id: int


@dataclass(frozen=True, slots=True)
class ReceiptKey:
    """A receipt after a change; `amount` is its sum in dollars as text, `copy_number` 0 for the first print."""

    payment_id: int
    version: int
    patient_id: int
    location_id: int
    number: int
    check: str
    total_cents: int
    amount: str = ""
    copy_number: int = 0


@dataclass(frozen=True, slots=True)
class DueKey:
    """What a visit owes after a change."""

    appointment_id: int
    version: int
    due_cents: int


def _where(_session: WriteSession, command: TakePayment) -> tuple[int, ...]:
    return (command.location_id,)


def _of_visit(session: WriteSession, command: NoPayment) -> tuple[int, ...]:
    found = session.scalar(select(Appointment.location_id).where(Appointment.id == command.appointment_id))
    return () if found is None else (found,)


def _of_payment(session: WriteSession, command: VoidPayment | Reprint) -> tuple[int, ...]:
    found = session.scalar(select(Payment.location_id).where(Payment.id == command.payment_id))
    return () if found is None else (found,)


_COUNTER = (
    select(ReceiptCounter.last_number).where(ReceiptCounter.location_id == bindparam("location")).with_for_update()
)
_COUNT = (
    update(ReceiptCounter)
    .where(ReceiptCounter.location_id == bindparam("location"))
    .values(last_number=ReceiptCounter.last_number + 1)
    .returning(ReceiptCounter.last_number)
)


def lock_money(session: WriteSession, location_id: int) -> None:
    """Hold a location's money until the transaction ends; the counter is made at its first use."""
    if session.ask(_COUNTER, location=location_id).one_or_none() is None:
        session.execute(insert_unless_there(ReceiptCounter, {"location_id": location_id, "last_number": 0}))
        session.ask(_COUNTER, location=location_id).one()


def _next_number(session: WriteSession, location_id: int) -> int:
    """The next receipt's number; the location's money is held from here on."""
    number = session.ask(_COUNT, location=location_id).scalar_one_or_none()
    if number is None:
        lock_money(session, location_id)
        number = session.ask(_COUNT, location=location_id).scalar_one()
    note_row(session, ReceiptCounter, location_id, {"last_number": number - 1}, {"last_number": number})
    return number


@action(Permission.TAKE_PAYMENT, says="Took ${amount}, receipt {number}", located=_where)
def take_payment(session: WriteSession, actor: Actor, command: TakePayment) -> ReceiptKey:
    """Take money and number its receipt. Raises ClinicError (`amount`), NotFound, and ReasonNeeded after a closed day."""
    receipt = receive(session, actor, command, _check_places(session, command))
    if command.appointment_id is not None:
        drop_excuse(session, command.appointment_id)
    return receipt


def receive(session: WriteSession, actor: Actor, command: TakePayment, zone: str) -> ReceiptKey:
    """Take money for a patient and a visit that are known to belong together, at a desk in `zone`. Raises as `take_payment`."""
    total = total_of(command.parts)
    number, day = _next_number(session, command.location_id), local_day(session.now, zone)
    payment_id = add_row(
        session,
        Payment,
        receipt_number=number,
        location_id=command.location_id,
        patient_id=command.patient_id,
        appointment_id=command.appointment_id,
        day=day,
        total_cents=total,
        taken_at=session.now,
        taken_by_name=actor.name,
        after_close_reason=_after_close(session, command, day),
    )
    for part in command.parts:  # one by one: their ids keep the order in which they were typed
        reference = clean(part.reference, "reference", 60)
        add_row(session, PaymentPart, payment_id=payment_id, method=part.method, cents=part.cents, reference=reference)
    return _receipt(payment_id, command.patient_id, command.location_id, number, day, total)


_PLACES = (
    select(Location.zone, Appointment.patient_id.label("whose"))
    .select_from(Location)
    .join(Patient, Patient.id == bindparam("patient"))
    .outerjoin(Appointment, Appointment.id == bindparam("visit"))
    .where(Location.id == bindparam("location"))
)


def _check_places(session: WriteSession, command: TakePayment) -> str:
    """The zone of the desk. Raises NotFound for a patient, a visit or a place that do not belong together."""
    found = session.ask(
        _PLACES, location=command.location_id, patient=command.patient_id, visit=command.appointment_id
    ).one_or_none()
    if found is None:
        raise NotFound("There is no such patient.", next_step="Search again.")
    if command.appointment_id is not None and found.whose != command.patient_id:
        raise NotFound("There is no such visit.", next_step="Go back to the board.")
    zone: str = found.zone
    return zone


def _after_close(session: WriteSession, command: TakePayment, day: date) -> str:
    if not closing_of(session, command.location_id, day).ever:
        return ""
    why = clean(command.after_close_reason, "after_close_reason", 200)
    if not why:
        raise ReasonNeeded(
            "This day was closed already; money after that needs a reason.",
            field="after_close_reason",
            next_step="Write why, or take it tomorrow.",
        )
    return why


_PAID_AFTER_ALL = select(VisitDue.id).where(
    VisitDue.appointment_id == bindparam("visit"),
    VisitDue.not_taken_reason != "",
    VisitDue.due_cents <= paid_for(VisitDue.appointment_id),
)


def drop_excuse(session: WriteSession, appointment_id: int) -> None:
    """What was paid after all needs no excuse any more."""
    due_id = session.ask(_PAID_AFTER_ALL, visit=appointment_id).scalar_one_or_none()
    if due_id is not None:
        change_row(session, session.get_one(VisitDue, due_id), not_taken_reason="", not_taken_note="")


_DUE = select(VisitDue).where(VisitDue.appointment_id == bindparam("visit"))
_PAID = select(paid_for(bindparam("visit", type_=BigId)))


def due_of(session: WriteSession, appointment_id: int) -> VisitDue | None:
    """What a visit owes, as a row to change."""
    return session.scalars(_DUE, {"visit": appointment_id}).one_or_none()


def paid_so_far(session: WriteSession, appointment_id: int) -> int:
    """What was paid for a visit in cents, void receipts apart."""
    return session.ask(_PAID, visit=appointment_id).scalar_one()


def fix_due(session: WriteSession, visit: Appointment, due: VisitDue | None, due_cents: int) -> None:
    """Write down what a visit owes, once; it does not change when the plan is corrected later."""
    if due_cents < 0:
        raise ClinicError("What is due cannot be below nothing.", field="due", next_step="Check the amount.")
    if due is not None:
        change_row(session, due, due_cents=due_cents)
        return
    add_row(
        session,
        VisitDue,
        appointment_id=visit.id,
        patient_id=visit.patient_id,
        location_id=visit.location_id,
        day=visit.day,
        due_cents=due_cents,
    )


@action(Permission.TAKE_PAYMENT, says="Took no payment: {reason_code}", located=_of_visit)
def no_payment(session: WriteSession, actor: Actor, command: NoPayment) -> DueKey:
    """Say why what is due was not taken. Raises ReasonNeeded, NotFound, ClinicError when nothing is due any more."""
    due = due_of(session, command.appointment_id)
    if due is None:
        raise NotFound("Nothing is due for this visit yet.", next_step="Check the patient in first.")
    if paid_so_far(session, command.appointment_id) >= due.due_cents:
        raise ClinicError("Nothing is due for this visit.", next_step="Go on.")
    excuse(due, command.reason_code, command.note)
    session.flush()
    return DueKey(due.appointment_id, due.version, due.due_cents)


def excuse(due: VisitDue, code: str, note: str) -> None:
    """Write down why what is due was not taken. Raises ReasonNeeded for a code that is not in the pack or needs a note."""
    chosen = reason(ReasonKind.NO_PAYMENT, code)
    if chosen is None:
        raise ReasonNeeded("Why was it not taken?", field="not_taken", next_step="Choose a reason from the list.")
    words = clean(note, "not_taken_note", 200)
    if chosen.needs_note and not words:
        raise ReasonNeeded("This reason needs a few words.", field="not_taken_note", next_step="Write what happened.")
    due.not_taken_reason, due.not_taken_note = chosen.code, words


@action(Permission.VOID_PAYMENT, says="Made receipt {number} void: {reason}", located=_of_payment)
def void_payment(session: WriteSession, actor: Actor, command: VoidPayment) -> ReceiptKey:
    """Make a receipt void. Raises NotFound, Stale, ReasonNeeded."""
    paid = _payment(session, command.payment_id)
    if paid.version != command.version:
        raise Stale("Somebody else changed this receipt a moment ago.", next_step="Look at it again.")
    if paid.voided_at is not None:
        raise ClinicError("This receipt is void already.", next_step="Take the payment again if there is one.")
    why = clean(command.reason, "reason", 200)
    if not why:
        raise ReasonNeeded("A receipt is made void with a reason.", field="reason", next_step="Write why.")
    lock_money(session, paid.location_id)
    paid.voided_at, paid.voided_by_name, paid.void_reason = session.now, actor.name, why
    session.flush()
    return _key(paid)


@action(Permission.TAKE_PAYMENT, says="Printed receipt {number}, copy {copy_number}", located=_of_payment)
def reprint(session: WriteSession, actor: Actor, command: Reprint) -> ReceiptKey:
    """Count a further print of a receipt, so that the paper says which copy it is. Raises NotFound."""
    paid = _payment(session, command.payment_id)
    paid.copies += 1
    session.flush()
    return _key(paid, paid.copies)


def _payment(session: WriteSession, payment_id: int) -> Payment:
    found = session.get(Payment, payment_id, with_for_update=True)
    if found is None:
        raise NotFound("There is no such receipt.", next_step="Look at the day's money.")
    return found


def _key(paid: Payment, copy_number: int = 0) -> ReceiptKey:
    key = _receipt(paid.id, paid.patient_id, paid.location_id, paid.receipt_number, paid.day, paid.total_cents)
    return replace(key, version=paid.version, copy_number=copy_number)


def _receipt(payment_id: int, patient_id: int, location_id: int, number: int, day: date, cents: int) -> ReceiptKey:
    """A receipt that was just given."""
    check = check_number(location_id, number, day, cents)
    return ReceiptKey(payment_id, 1, patient_id, location_id, number, check, cents, money(cents))
