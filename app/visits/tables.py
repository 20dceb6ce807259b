"""The visit as it happened: its clocks and its endings."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned, coded
from app.visits.rules import EncounterStatus, FollowUp


class Encounter(Versioned, Base):
    """What happened to an appointment after the patient came through the door."""

    __tablename__ = "encounter"
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), unique=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    status: Mapped[EncounterStatus] = mapped_column(coded(EncounterStatus), default=EncounterStatus.PLANNED)
    arrived_at: Mapped[datetime | None]
    checked_in_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    checked_out_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    room: Mapped[str] = mapped_column(String(20), default="")
    outcome_reason: Mapped[str] = mapped_column(String(40), default="")
    outcome_note: Mapped[str] = mapped_column(String(200), default="")
    accepted_missing: Mapped[str] = mapped_column(String(400), default="")
    follow_up: Mapped[FollowUp] = mapped_column(coded(FollowUp), default=FollowUp.NOT_ASKED)
