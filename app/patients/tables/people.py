"""Who somebody is and how they are found: all that a search reads."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, PrimaryKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, BigId, Keyed, Versioned, coded, only_on, only_where
from app.patients.rules.codes import Restriction, Sex

#: bytes order on both engines, so that a prefix is a range
PREFIX = String(120, collation="C").with_variant(String(120), "sqlite")
WORD = String(60, collation="C").with_variant(String(60), "sqlite")


class Patient(Versioned, Base):
    """A person in care. Belongs to the group; `home_location_id` is where they usually go."""

    __tablename__ = "patient"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        # in the order of an answer, and with the location: who is of the one at work is known before anybody is read
        Index(
            "ix_patient_birth_date_family_key_given_key_home_location_id",
            "birth_date",
            "family_key",
            "given_key",
            "home_location_id",
        ),
        # few patients are colleagues, so the index holds these alone
        only_where(Index("ix_patient_staff_user_id", "staff_user_id"), "staff_user_id IS NOT NULL"),
    )
    mrn: Mapped[str] = mapped_column(String(20), unique=True)
    family: Mapped[str] = mapped_column(String(120))
    given: Mapped[str] = mapped_column(String(120), default="")
    middle: Mapped[str] = mapped_column(String(120), default="")
    suffix: Mapped[str] = mapped_column(String(20), default="")
    preferred_name: Mapped[str] = mapped_column(String(120), default="")
    pronouns: Mapped[str] = mapped_column(String(40), default="")
    family_key: Mapped[str] = mapped_column(PREFIX)
    given_key: Mapped[str] = mapped_column(PREFIX, default="")
    birth_date: Mapped[date | None] = mapped_column(Date)
    birth_date_text: Mapped[str] = mapped_column(String(40), default="")
    sex: Mapped[Sex] = mapped_column(coded(Sex), default=Sex.UNKNOWN)
    multiple_birth: Mapped[bool] = mapped_column(Boolean, default=False)
    race: Mapped[str] = mapped_column(String(80), default="")
    ethnicity: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    phone_use: Mapped[str] = mapped_column(String(10), default="")
    other_phone: Mapped[str] = mapped_column(String(40), default="")
    other_phone_use: Mapped[str] = mapped_column(String(10), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    address_line: Mapped[str] = mapped_column(String(200), default="")
    address_unit: Mapped[str] = mapped_column(String(40), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str] = mapped_column(String(40), default="")
    postal_code: Mapped[str] = mapped_column(String(12), default="")
    language: Mapped[str] = mapped_column(String(12), default="")
    interpreter: Mapped[bool] = mapped_column(Boolean, default=False)
    emergency_name: Mapped[str] = mapped_column(String(120), default="")
    emergency_phone: Mapped[str] = mapped_column(String(40), default="")
    emergency_relation: Mapped[str] = mapped_column(String(40), default="")
    home_location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"), index=True)
    preferred_practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    asks_employer: Mapped[bool] = mapped_column(Boolean, default=False)  # a plan of workers' compensation stands
    restriction: Mapped[Restriction] = mapped_column(coded(Restriction), default=Restriction.NONE)
    staff_user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"))
    source: Mapped[str | None] = mapped_column(String(40))
    external_id: Mapped[str | None] = mapped_column(String(60))
    deceased_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime]


class GlassBreak(Versioned, Base):
    """A restricted record opened by somebody for a while, with the reason; the privacy office looks at each."""

    __tablename__ = "glass_break"
    __table_args__ = (Index("ix_glass_break_patient_id_user_id", "patient_id", "user_id"),)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    user_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
    until: Mapped[datetime]
    reason_code: Mapped[str] = mapped_column(String(24))
    reason: Mapped[str] = mapped_column(Text)
    reviewed_at: Mapped[datetime | None]
    reviewed_by_name: Mapped[str] = mapped_column(String(120), default="")
    finding: Mapped[str] = mapped_column(Text, default="")


class NameKey(Base):
    """A word of somebody's names beside another: two typed words are one row. Made from the names, as search keys are.

    `main` says that both are of last and first name; `location_id` is the patient's own, so that the search need not ask.
    """

    __tablename__ = "name_key"
    __table_args__ = (
        only_on("postgresql", PrimaryKeyConstraint("word", "beside", "patient_id"), include=["location_id", "main"]),
        Index("ix_name_key_patient_id_word_beside", "patient_id", "word", "beside"),
        only_on(
            "postgresql",
            Index("ix_name_key_location_id_word_beside", "location_id", "word", "beside"),
            include=["patient_id", "main"],
        ),
    )
    word: Mapped[str] = mapped_column(WORD)
    beside: Mapped[str] = mapped_column(WORD)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), autoincrement=False)
    location_id: Mapped[int | None] = mapped_column(BigId)
    main: Mapped[bool] = mapped_column(Boolean)


class NameWord(Base):
    """Every word that names consist of, once: short enough to be looked through for each letter typed. None is taken out."""

    __tablename__ = "name_word"
    word: Mapped[str] = mapped_column(WORD, primary_key=True)


class NameSlip(Base):
    """A name's word, whole and with one letter left out, so that a slip of one letter is found by an equal key."""

    __tablename__ = "name_slip"
    slip: Mapped[str] = mapped_column(WORD, primary_key=True)
    word: Mapped[str] = mapped_column(WORD, primary_key=True)


for _table in (NameKey, NameWord, NameSlip):  # nothing but their keys
    only_on("sqlite", _table.__table__, with_rowid=False)


class SearchKey(Keyed, Base):
    """One thing besides names that a patient can be found by; upper rooms add their own kinds (member id, appointment number).

    `location_id` is the patient's own, as with names; of the few keys of upper rooms it is not known.
    """

    __tablename__ = "search_key"
    __table_args__ = (
        Index("ix_search_key_kind_key_patient_id_location_id", "kind", "key", "patient_id", "location_id"),
    )
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(PREFIX)
    location_id: Mapped[int | None] = mapped_column(BigId)
