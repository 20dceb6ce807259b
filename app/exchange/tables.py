"""What was imported, batch by batch, what was said about its rows, and which column was which."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Keyed, Versioned, coded
from app.exchange.rules.values import Kind, Level


class ImportBatch(Keyed, Base):
    """One batch of a file that was taken: written in the batch's own transaction, so it is there or nothing is."""

    __tablename__ = "import_batch"
    __table_args__ = (UniqueConstraint("plan", "attempt", "number"),)
    plan: Mapped[str] = mapped_column(String(64))  # digest of file, kind, columns and options
    attempt: Mapped[int] = mapped_column(Integer)
    number: Mapped[int] = mapped_column(Integer)
    last: Mapped[bool] = mapped_column(Boolean)
    kind: Mapped[Kind] = mapped_column(coded(Kind))
    source: Mapped[str] = mapped_column(String(40))
    file_name: Mapped[str] = mapped_column(String(200))
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    at: Mapped[datetime]
    by_name: Mapped[str] = mapped_column(String(120))
    rows: Mapped[int] = mapped_column(Integer)
    created: Mapped[int] = mapped_column(Integer)
    changed: Mapped[int] = mapped_column(Integer, default=0)
    known: Mapped[int] = mapped_column(Integer)
    flagged: Mapped[int] = mapped_column(Integer)
    refused: Mapped[int] = mapped_column(Integer)


class ImportIssue(Keyed, Base):
    """One thing said about one row of a file: refused, or taken and flagged."""

    __tablename__ = "import_issue"
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"), index=True)
    row: Mapped[int] = mapped_column(Integer)
    level: Mapped[Level] = mapped_column(coded(Level))
    field: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(String(200))  # what stood there
    sentence: Mapped[str] = mapped_column(Text)


class ImportMapping(Versioned, Base):
    """Which column is which field, remembered for files with the same header."""

    __tablename__ = "import_mapping"
    __table_args__ = (UniqueConstraint("kind", "signature"),)
    kind: Mapped[Kind] = mapped_column(coded(Kind))
    signature: Mapped[str] = mapped_column(String(64))
    columns: Mapped[str] = mapped_column(Text)  # JSON: column name -> field
    saved_at: Mapped[datetime]
    saved_by_name: Mapped[str] = mapped_column(String(120))


class ExternalRecord(Keyed, Base):
    """Which patient another system's number means, and when that system last spoke of them.

    `authority` gave the number (v2's assigning authority, FHIR's identifier system). `heard_at` is the sender's own time,
    fourteen digits, so that a message that comes late changes nothing back.
    """

    __tablename__ = "external_record"
    __table_args__ = (UniqueConstraint("source", "authority", "number"),)
    source: Mapped[str] = mapped_column(String(40))
    authority: Mapped[str] = mapped_column(String(120))
    number: Mapped[str] = mapped_column(String(120))
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    heard_at: Mapped[str] = mapped_column(String(14), default="")
