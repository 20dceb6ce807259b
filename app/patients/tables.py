"""Patients, their notes and alerts, and the one table of search keys."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Keyed, Versioned, coded
from app.patients.rules import NoteKind, Sex

#: bytes order on both engines, so that a prefix is a range
PREFIX = String(120, collation="C").with_variant(String(120), "sqlite")


class Patient(Versioned, Base):
    """A person in care. Belongs to the group; `home_location_id` is where they usually go."""

    __tablename__ = "patient"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        Index("ix_patient_family_key_given_key", "family_key", "given_key"),
        Index("ix_patient_given_key_family_key", "given_key", "family_key"),
        Index("ix_patient_birth_date", "birth_date"),
    )
    mrn: Mapped[str] = mapped_column(String(20), unique=True)
    family: Mapped[str] = mapped_column(String(120))
    given: Mapped[str] = mapped_column(String(120), default="")
    middle: Mapped[str] = mapped_column(String(120), default="")
    preferred_name: Mapped[str] = mapped_column(String(120), default="")
    pronouns: Mapped[str] = mapped_column(String(40), default="")
    family_key: Mapped[str] = mapped_column(PREFIX)
    given_key: Mapped[str] = mapped_column(PREFIX, default="")
    birth_date: Mapped[date | None] = mapped_column(Date)
    birth_date_text: Mapped[str] = mapped_column(String(40), default="")
    sex: Mapped[Sex] = mapped_column(coded(Sex), default=Sex.UNKNOWN)
    phone: Mapped[str] = mapped_column(String(40), default="")
    other_phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    address_line: Mapped[str] = mapped_column(String(200), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str] = mapped_column(String(40), default="")
    postal_code: Mapped[str] = mapped_column(String(12), default="")
    language: Mapped[str] = mapped_column(String(12), default="")
    interpreter: Mapped[bool] = mapped_column(Boolean, default=False)
    emergency_name: Mapped[str] = mapped_column(String(120), default="")
    emergency_phone: Mapped[str] = mapped_column(String(40), default="")
    emergency_relation: Mapped[str] = mapped_column(String(40), default="")
    home_location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"), index=True)
    staff_user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"))
    source: Mapped[str | None] = mapped_column(String(40))
    external_id: Mapped[str | None] = mapped_column(String(60))
    deceased_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime]


class PatientNote(Versioned, Base):
    """Something the desk must know. Ended, never deleted."""

    __tablename__ = "patient_note"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[NoteKind] = mapped_column(coded(NoteKind))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    created_by_name: Mapped[str] = mapped_column(String(120))
    ended_at: Mapped[datetime | None]


class SearchKey(Keyed, Base):
    """One thing a patient can be found by; upper rooms add their own kinds (member id, appointment number)."""

    __tablename__ = "search_key"
    __table_args__ = (Index("ix_search_key_kind_key", "kind", "key"),)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(PREFIX)


class MrnCounter(Base):
    """The last medical record number given."""

    __tablename__ = "mrn_counter"
    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    last_number: Mapped[int]
