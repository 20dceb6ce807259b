"""Merges with what they moved, and pairs of records that look like one person."""

from datetime import datetime

from sqlalchemy import Float, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned, coded
from app.duplicates.rules import PairState


class PatientMerge(Versioned, Base):
    """Two records made one: `moved` tells row by row what went over, so that it can go back."""

    __tablename__ = "patient_merge"
    survivor_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    merged_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    at: Mapped[datetime]
    by_name: Mapped[str] = mapped_column(String(120))
    moved: Mapped[str] = mapped_column(Text)
    undone_at: Mapped[datetime | None]


class DuplicatePair(Versioned, Base):
    """Two records that may be one person, found by the sweep; `one_id` is the lower of both."""

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
