"""Payers and what they cover."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned, coded
from app.insurance.rules import AuthorizationStatus, CoverageStatus, PayerKind


class Payer(Versioned, Base):
    """Who pays: an insurer, a programme, an employer, or the patient (self-pay)."""

    __tablename__ = "payer"
    name: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[PayerKind] = mapped_column(coded(PayerKind))
    phone: Mapped[str] = mapped_column(String(40), default="")
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class Coverage(Versioned, Base):
    """A patient's plan. `rank` 1 is billed first. `copay_cents` None means nobody has asked yet."""

    __tablename__ = "coverage"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"))
    rank: Mapped[int] = mapped_column(SmallInteger, default=1)
    plan_name: Mapped[str] = mapped_column(String(120), default="")
    member_id: Mapped[str] = mapped_column(String(60), default="")
    group_number: Mapped[str] = mapped_column(String(60), default="")
    subscriber: Mapped[str] = mapped_column(String(120), default="")
    relation: Mapped[str] = mapped_column(String(20), default="self")
    copay_cents: Mapped[int | None] = mapped_column(Integer)
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    status: Mapped[CoverageStatus] = mapped_column(coded(CoverageStatus), default=CoverageStatus.ACTIVE)


class Authorization(Versioned, Base):
    """A payer's leave for so many visits between two days. `reserved` are kept back, e.g. for the re-evaluation."""

    __tablename__ = "prior_authorization"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"))
    coverage_id: Mapped[int | None] = mapped_column(ForeignKey("coverage.id"))
    number: Mapped[str] = mapped_column(String(60), default="")
    visits: Mapped[int] = mapped_column(SmallInteger)
    reserved: Mapped[int] = mapped_column(SmallInteger, default=0)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    status: Mapped[AuthorizationStatus] = mapped_column(coded(AuthorizationStatus), default=AuthorizationStatus.ACTIVE)
    note: Mapped[str] = mapped_column(String(200), default="")
