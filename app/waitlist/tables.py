"""Who waits, what they would take, and each try to reach them."""

from datetime import date, datetime, time

from sqlalchemy import Date, ForeignKey, Index, SmallInteger, String, Time
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, BigId, Keyed, Versioned, coded
from app.waitlist.rules import Choice, Outcome, WaitStatus


class WaitlistEntry(Versioned, Base):
    """A patient who would take a time: which, until when. `weekdays` has bit 0 for Monday.

    `appointment_id` is the later visit that is given up for an earlier one.
    """

    __tablename__ = "waitlist_entry"
    __table_args__ = (Index("ix_waitlist_entry_status_location_id", "status", "location_id"),)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    visit_type_id: Mapped[int] = mapped_column(ForeignKey("visit_type.id"))
    minutes: Mapped[int] = mapped_column(SmallInteger)
    weekdays: Mapped[int] = mapped_column(SmallInteger, default=127)
    from_time: Mapped[time | None] = mapped_column(Time)
    to_time: Mapped[time | None] = mapped_column(Time)
    priority: Mapped[int] = mapped_column(SmallInteger, default=0)
    until: Mapped[date | None] = mapped_column(Date)
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    status: Mapped[WaitStatus] = mapped_column(coded(WaitStatus), default=WaitStatus.WAITING)
    note: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime]
    created_by_name: Mapped[str] = mapped_column(String(120), default="")


class WaitlistChoice(Base):
    """A practitioner or a location that somebody who waits would take."""

    __tablename__ = "waitlist_choice"
    entry_id: Mapped[int] = mapped_column(ForeignKey("waitlist_entry.id"), primary_key=True)
    kind: Mapped[Choice] = mapped_column(coded(Choice), primary_key=True)
    chosen_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)


class WaitlistTry(Keyed, Base):
    """One try to fill a hole with somebody who waits. An offer holds until `until`; nothing is booked by it."""

    __tablename__ = "waitlist_try"
    entry_id: Mapped[int] = mapped_column(ForeignKey("waitlist_entry.id"), index=True)
    freed_slot_id: Mapped[int | None] = mapped_column(ForeignKey("freed_slot.id"), index=True)
    outcome: Mapped[Outcome] = mapped_column(coded(Outcome))
    tried_at: Mapped[datetime]
    tried_by_name: Mapped[str] = mapped_column(String(120), default="")
    until: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(String(200), default="")
