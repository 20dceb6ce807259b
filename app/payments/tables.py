"""What a visit owes, what was paid, numbered receipts, and the closing of a day."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Keyed, Versioned, coded
from app.payments.rules import Method


class VisitDue(Versioned, Base):
    """What a visit owes at the desk, fixed when the patient is checked in; or why nothing was taken."""

    __tablename__ = "visit_due"
    __table_args__ = (Index("ix_visit_due_location_id_day", "location_id", "day"),)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), unique=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    day: Mapped[date] = mapped_column(Date)
    due_cents: Mapped[int] = mapped_column(Integer)
    not_taken_reason: Mapped[str] = mapped_column(String(40), default="")
    not_taken_note: Mapped[str] = mapped_column(String(200), default="")
    written_off: Mapped[bool] = mapped_column(default=False)


class Payment(Versioned, Base):
    """Money taken, with its receipt. A mistake is voided with a reason; the number is never used again."""

    __tablename__ = "payment"
    __table_args__ = (
        UniqueConstraint("location_id", "receipt_number"),
        Index("ix_payment_location_id_day", "location_id", "day"),
        CheckConstraint("total_cents > 0", name="positive"),
    )
    receipt_number: Mapped[int] = mapped_column(Integer)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    day: Mapped[date] = mapped_column(Date)
    total_cents: Mapped[int] = mapped_column(Integer)
    taken_at: Mapped[datetime]
    taken_by_name: Mapped[str] = mapped_column(String(120))
    after_close_reason: Mapped[str] = mapped_column(String(200), default="")
    copies: Mapped[int] = mapped_column(Integer, default=0)
    voided_at: Mapped[datetime | None]
    voided_by_name: Mapped[str] = mapped_column(String(120), default="")
    void_reason: Mapped[str] = mapped_column(String(200), default="")


class PaymentPart(Keyed, Base):
    """One method's share of a payment."""

    __tablename__ = "payment_part"
    payment_id: Mapped[int] = mapped_column(ForeignKey("payment.id"), index=True)
    method: Mapped[Method] = mapped_column(coded(Method))
    cents: Mapped[int] = mapped_column(Integer)
    reference: Mapped[str] = mapped_column(String(60), default="")


class ReceiptCounter(Base):
    """The last receipt number of a location."""

    __tablename__ = "receipt_counter"
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), primary_key=True)
    last_number: Mapped[int] = mapped_column(Integer)


class DayClose(Versioned, Base):
    """A location's day, closed by somebody, with what was explained; `reopened_at` makes it open again."""

    __tablename__ = "day_close"
    __table_args__ = (UniqueConstraint("location_id", "day"),)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    day: Mapped[date] = mapped_column(Date)
    closed_at: Mapped[datetime | None]
    closed_by_name: Mapped[str] = mapped_column(String(120), default="")
    explanations: Mapped[str] = mapped_column(Text, default="[]")
    reopened_at: Mapped[datetime | None]
    reopened_by_name: Mapped[str] = mapped_column(String(120), default="")
    reopen_reason: Mapped[str] = mapped_column(String(200), default="")
