"""What is due, what was paid, and the money of a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Date, ScalarSelect, bindparam, exists, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local_day
from app.core.errors import NotFound
from app.core.sessions import ClinicSession, ReadSession
from app.documents.queries import patient_in_reach
from app.patients.rules.folding import show_name
from app.patients.tables import Patient
from app.payments.rules import MethodSum, Part, by_method, check_number
from app.payments.tables import DayClose, Payment, PaymentPart, VisitDue
from app.schedule.tables import Appointment
from app.staff.tables import Location

IntColumn = ColumnElement[int] | InstrumentedAttribute[int]
DayColumn = ColumnElement[date] | InstrumentedAttribute[date]


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt. `check` is its check number; a void one has `void_reason`. Cents."""

    payment_id: int
    version: int
    number: int
    check: str
    location_id: int
    patient_id: int
    patient: str
    mrn: str
    appointment_id: int | None
    day: date
    parts: tuple[Part, ...]
    total_cents: int
    taken_at: datetime
    taken_by_name: str
    copies: int
    after_close_reason: str
    voided_at: datetime | None
    voided_by_name: str
    void_reason: str


@dataclass(frozen=True, slots=True)
class DayMoney:
    """The money of a location's day. What was taken counts on its day, what was made void later counts on that later day.

    `methods` sums what the day took; `total_cents` is that less `reversed_cents`, the sums of earlier days' receipts made
    void on this day. `receipts` are the day's by number, void ones too; `voids` all that were made void on this day.
    """

    location_id: int
    day: date
    methods: tuple[MethodSum, ...]
    taken_cents: int
    reversed_cents: int
    receipts: tuple[ReceiptRow, ...]
    voids: tuple[ReceiptRow, ...]

    @property
    def total_cents(self) -> int:
        """What the day brought in."""
        return self.taken_cents - self.reversed_cents


@dataclass(frozen=True, slots=True)
class VisitMoney:
    """What one visit owes and what was paid for it, in cents; `reason` says why nothing was taken."""

    appointment_id: int
    version: int
    due_cents: int
    paid_cents: int
    reason: str
    note: str
    receipts: tuple[ReceiptRow, ...]


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """Whether a location's day is closed, and whether it ever was: then money needs a reason."""

    closed: bool
    ever: bool
    by_name: str = ""
    at: datetime | None = None
    version: int = 0
    explanations: str = "[]"


def paid_for(appointment_id: IntColumn) -> ScalarSelect[int]:
    """What was paid for a visit in cents, receipts made void apart: a column for lists."""
    one = aliased(Payment)
    wanted = select(func.coalesce(func.sum(one.total_cents), 0))
    return wanted.where(one.appointment_id == appointment_id, one.voided_at.is_(None)).scalar_subquery()


def owed_before(patient_id: IntColumn, day: DayColumn) -> ColumnElement[int]:
    """What a patient still owes from visits before a day, in cents; below zero is money in hand. A column for lists."""
    due, paid = aliased(VisitDue), aliased(Payment)
    earlier = (due.patient_id == patient_id) & (due.day < day) & due.written_off.is_(False)
    sum_due = select(func.coalesce(func.sum(due.due_cents), 0)).where(earlier).scalar_subquery()
    other = aliased(VisitDue)
    visits = select(other.appointment_id).where(
        other.patient_id == patient_id, other.day < day, other.written_off.is_(False)
    )
    sum_paid = select(func.coalesce(func.sum(paid.total_cents), 0)).where(
        paid.patient_id == patient_id,
        paid.voided_at.is_(None),
        or_(paid.appointment_id.is_(None), paid.appointment_id.in_(visits)),
    )
    return sum_due - sum_paid.scalar_subquery()


def balance_before(session: Session, patient_id: int, day: date) -> int:
    """What a patient still owes from visits before a day, in cents, never below nothing."""
    wanted = select(owed_before(Patient.id, literal(day, Date))).where(Patient.id == patient_id)
    return max(0, session.scalar(wanted) or 0)


#: a day that was closed, and not opened again since
_SHUT = DayClose.closed_at.is_not(None) & or_(DayClose.reopened_at.is_(None), DayClose.closed_at > DayClose.reopened_at)
_CLOSING = select(
    _SHUT.label("closed"), DayClose.closed_by_name, DayClose.closed_at, DayClose.version, DayClose.explanations
).where(DayClose.location_id == bindparam("location"), DayClose.day == bindparam("day"))


def closing_of(session: ClinicSession, location_id: int, day: date) -> ClosedDay:
    """How a location's day stands."""
    row = session.ask(_CLOSING, location=location_id, day=day).one_or_none()
    if row is None or row.closed_at is None:
        return ClosedDay(closed=False, ever=False)
    return ClosedDay(row.closed, True, row.closed_by_name, row.closed_at, row.version, row.explanations)


def is_closed(session: ClinicSession, location_id: int, day: date) -> bool:
    """Whether a location's day is closed now."""
    return closing_of(session, location_id, day).closed


def closed_on(location_id: IntColumn, day: DayColumn) -> ColumnElement[bool]:
    """Whether a location's day is closed now: a column for lists."""
    return exists().where(DayClose.location_id == location_id, DayClose.day == day, _SHUT)


def receipts_where(session: Session, wanted: ColumnElement[bool], masked: bool = False) -> tuple[ReceiptRow, ...]:
    """Receipts by number, with their parts, in two round trips."""
    rows = session.execute(
        select(Payment, Patient.family, Patient.given, Patient.mrn)
        .join(Patient, Patient.id == Payment.patient_id)
        .where(wanted)
        .order_by(Payment.location_id, Payment.receipt_number)
    ).all()
    parts: dict[int, list[Part]] = defaultdict(list)
    listed = select(PaymentPart.payment_id, PaymentPart.method, PaymentPart.cents, PaymentPart.reference)
    matching = select(Payment.id).where(wanted)
    for part in session.execute(listed.where(PaymentPart.payment_id.in_(matching)).order_by(PaymentPart.id)):
        parts[part[0]].append(Part(part[1], part[2], part[3]))
    return tuple(
        _receipt(paid, tuple(parts[paid.id]), show_name(family, given) if not masked else "", mrn if not masked else "")
        for paid, family, given, mrn in rows
    )


def _receipt(paid: Payment, parts: tuple[Part, ...], patient: str, mrn: str) -> ReceiptRow:
    return ReceiptRow(
        paid.id,
        paid.version,
        paid.receipt_number,
        check_number(paid.location_id, paid.receipt_number, paid.day, paid.total_cents),
        paid.location_id,
        paid.patient_id,
        patient,
        mrn,
        paid.appointment_id,
        paid.day,
        parts,
        paid.total_cents,
        paid.taken_at,
        paid.taken_by_name,
        paid.copies,
        paid.after_close_reason,
        paid.voided_at,
        paid.voided_by_name,
        paid.void_reason,
    )


def read_day_money(session: Session, location_id: int, day: date, masked: bool = False) -> DayMoney:
    """The money of a day; the screen and the report both come here."""
    zone = session.scalar(select(Location.zone).where(Location.id == location_id))
    if zone is None:
        raise NotFound("There is no such location.", next_step="Choose a location.")
    here = Payment.location_id == location_id
    receipts = receipts_where(session, here & (Payment.day == day), masked)
    later = receipts_where(session, here & (Payment.day < day) & Payment.voided_at.is_not(None), masked)
    reversed_now = tuple(row for row in later if row.voided_at and local_day(row.voided_at, zone) == day)
    counted = [row for row in receipts if row.voided_at is None or local_day(row.voided_at, zone) > day]
    voids = tuple(row for row in receipts if row not in counted)
    methods = by_method((part.method, part.cents) for row in counted for part in row.parts)
    return DayMoney(
        location_id,
        day,
        methods,
        sum(row.total_cents for row in counted),
        sum(row.total_cents for row in reversed_now),
        receipts,
        voids + reversed_now,
    )


def _seen(found: DayMoney) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.patient_id for row in (*found.receipts, *found.voids)))


@query(Permission.CLOSE_DAY, subjects=_seen)
def day_money(session: ReadSession, actor: Actor, location_id: int, day: date) -> DayMoney:
    """The money of a location's day by method, its receipts and voids. Raises Refused for another's location."""
    actor.sees(Permission.CLOSE_DAY, location_id)
    return read_day_money(session, location_id, day)


@query(Permission.TAKE_PAYMENT, subjects=lambda row: (row.patient_id,))
def receipt(session: ReadSession, actor: Actor, payment_id: int) -> ReceiptRow:
    """One receipt, to print it. Raises NotFound, also for a location that is not the actor's."""
    found = receipts_where(session, Payment.id == payment_id)
    if not found or not actor.may(Permission.TAKE_PAYMENT, (found[0].location_id,)):
        raise NotFound("There is no such receipt.", next_step="Look at the day's money.")
    return found[0]


@query(Permission.TAKE_PAYMENT, subjects=lambda rows: {row.patient_id for row in rows})
def patient_receipts(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> tuple[ReceiptRow, ...]:
    """A patient's receipts of the actor's locations, the newest first. Raises ReasonNeeded for another location's patient."""
    patient_in_reach(session, actor, Permission.TAKE_PAYMENT, patient_id, reason)
    wanted = Payment.patient_id == patient_id
    if (seen := actor.sees(Permission.TAKE_PAYMENT, None)) is not None:
        wanted &= Payment.location_id.in_(seen)
    found = receipts_where(session, wanted)
    return tuple(sorted(found, key=lambda row: (row.taken_at, row.payment_id), reverse=True))


@query(Permission.TAKE_PAYMENT, subjects=lambda found: {row.patient_id for row in found.receipts})
def visit_money(session: ReadSession, actor: Actor, appointment_id: int) -> VisitMoney | None:
    """What one visit owes and its receipts; None before check-in when nothing was paid, and for another's location."""
    place = session.scalar(select(Appointment.location_id).where(Appointment.id == appointment_id))
    if place is None or not actor.may(Permission.TAKE_PAYMENT, (place,)):
        return None
    due = session.execute(
        select(VisitDue.version, VisitDue.due_cents, VisitDue.not_taken_reason, VisitDue.not_taken_note).where(
            VisitDue.appointment_id == appointment_id
        )
    ).one_or_none()
    receipts = receipts_where(session, Payment.appointment_id == appointment_id)
    if due is None and not receipts:
        return None
    paid = sum(row.total_cents for row in receipts if row.voided_at is None)
    version, cents, reason, note = due or (0, 0, "", "")
    return VisitMoney(appointment_id, version, cents, paid, reason, note, receipts)


@query(Permission.VIEW_INSURANCE)
def patient_balance(session: ReadSession, actor: Actor, patient_id: int, day: date, reason: str = "") -> int:
    """What a patient owes from visits before a day, in cents. Raises ReasonNeeded for another location's patient."""
    patient_in_reach(session, actor, Permission.VIEW_INSURANCE, patient_id, reason)
    return balance_before(session, patient_id, day)
