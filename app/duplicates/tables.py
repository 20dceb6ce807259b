"""Merges with what they moved."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned


class PatientMerge(Versioned, Base):
    """Two records made one: `moved` tells row by row what went over, so that it can go back."""

    __tablename__ = "patient_merge"
    survivor_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    merged_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    at: Mapped[datetime]
    by_name: Mapped[str] = mapped_column(String(120))
    moved: Mapped[str] = mapped_column(Text)
    undone_at: Mapped[datetime | None]
