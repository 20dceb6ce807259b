"""What a record holds besides the patient's own row, and what keeping it needs."""

from datetime import date, datetime

from sqlalchemy import Date, Float, ForeignKey, Integer, LargeBinary, SmallInteger, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import SECRET, Base, Keyed, Versioned, coded
from app.patients.rules.codes import (
    ConsentKind,
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    NoteKind,
    PairState,
    RelatedRole,
)


class PatientNote(Versioned, Base):
    """Something the desk must know. Ended, never deleted."""

    __tablename__ = "patient_note"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[NoteKind] = mapped_column(coded(NoteKind))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    created_by_name: Mapped[str] = mapped_column(String(120))
    ended_at: Mapped[datetime | None]


class PatientName(Keyed, Base):
    """A name somebody had or goes by besides the legal one: former, maiden, alias."""

    __tablename__ = "patient_name"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    use: Mapped[NameUse] = mapped_column(coded(NameUse))
    family: Mapped[str] = mapped_column(String(120), default="")
    given: Mapped[str] = mapped_column(String(120), default="")
    ended_on: Mapped[date | None] = mapped_column(Date)


class ContactPoint(Keyed, Base):
    """A further way to reach somebody; the first two phones and the first e-mail stand in the patient's row."""

    __tablename__ = "contact_point"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    system: Mapped[ContactSystem] = mapped_column(coded(ContactSystem))
    use: Mapped[ContactUse] = mapped_column(coded(ContactUse))
    value: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(String(80), default="")
    rank: Mapped[int] = mapped_column(SmallInteger, default=1)


class ConfidentialContact(Base):
    """Where somebody asked to be reached instead (45 CFR 164.522(b)); everything sent or printed obeys it."""

    __tablename__ = "confidential_contact"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), primary_key=True)
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    address_line: Mapped[str] = mapped_column(String(200), default="")
    address_unit: Mapped[str] = mapped_column(String(40), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str] = mapped_column(String(40), default="")
    postal_code: Mapped[str] = mapped_column(String(12), default="")
    note: Mapped[str] = mapped_column(String(200), default="")
    since: Mapped[date] = mapped_column(Date)


class RelatedPerson(Keyed, Base):
    """Somebody who answers for a patient: guarantor, responsible party of a minor, employer in workers' compensation."""

    __tablename__ = "related_person"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    role: Mapped[RelatedRole] = mapped_column(coded(RelatedRole))
    name: Mapped[str] = mapped_column(String(120))
    relation: Mapped[str] = mapped_column(String(40), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    address_line: Mapped[str] = mapped_column(String(200), default="")
    address_unit: Mapped[str] = mapped_column(String(40), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str] = mapped_column(String(40), default="")
    postal_code: Mapped[str] = mapped_column(String(12), default="")
    note: Mapped[str] = mapped_column(String(200), default="")


class PatientConsent(Keyed, Base):
    """What somebody allowed or refused, and on which day. A change ends the row and adds another."""

    __tablename__ = "patient_consent"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[ConsentKind] = mapped_column(coded(ConsentKind))
    decision: Mapped[Decision] = mapped_column(coded(Decision))
    decided_on: Mapped[date] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    noted_by_name: Mapped[str] = mapped_column(String(120), default="")


class IdentityDocument(Keyed, Base):
    """A licence or another proof of identity as it was shown; a newer one leaves it standing with its end."""

    __tablename__ = "identity_document"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[IdentityKind] = mapped_column(coded(IdentityKind))
    number: Mapped[str] = mapped_column(String(40), info=SECRET)
    jurisdiction: Mapped[str] = mapped_column(String(40), default="")
    issued_on: Mapped[date | None] = mapped_column(Date)
    expires_on: Mapped[date | None] = mapped_column(Date)
    seen_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]


class DuplicatePair(Versioned, Base):
    """Two records that may be one person, as a sweep found or somebody said; `one_id` is the lower of both."""

    __tablename__ = "duplicate_pair"
    __table_args__ = (UniqueConstraint("one_id", "other_id"),)
    one_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    sureness: Mapped[str] = mapped_column(String(12))
    score: Mapped[float] = mapped_column(Float)
    state: Mapped[PairState] = mapped_column(coded(PairState), default=PairState.OPEN)
    found_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by_name: Mapped[str] = mapped_column(String(120), default="")


class PatientPhoto(Keyed, Base):
    """A photo, sealed like every stored file. A newer one ends it, and so does taking it away; it can come back."""

    __tablename__ = "patient_photo"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=SECRET)
    taken_at: Mapped[datetime]
    taken_by_name: Mapped[str] = mapped_column(String(120), default="")
    ended_at: Mapped[datetime | None]


class MatchModel(Keyed, Base):
    """Weights of the likeness score as learnt from the clinic's own records; the newest row counts."""

    __tablename__ = "match_model"
    learnt_at: Mapped[datetime]
    pairs: Mapped[int] = mapped_column(Integer)
    weights: Mapped[str] = mapped_column(Text)


class MrnCounter(Base):
    """The last medical record number given."""

    __tablename__ = "mrn_counter"
    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    last_number: Mapped[int]
