"""Visit types, working hours, blocks, appointments, and the occupancy under the database's own constraint."""

from datetime import date, datetime, time

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Text,
    Time,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, BigId, Keyed, Versioned, coded, on_create
from app.schedule.rules import AppointmentStatus, VisitKind


class VisitType(Versioned, Base):
    """What is booked: a name, its minutes, what it is for."""

    __tablename__ = "visit_type"
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[VisitKind] = mapped_column(coded(VisitKind))
    minutes: Mapped[int] = mapped_column(SmallInteger)
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class WorkingHours(Keyed, Base):
    """When a practitioner works at a location on a weekday (0 is Monday), in its wall time."""

    __tablename__ = "working_hours"
    __table_args__ = (Index("ix_working_hours_location_id_weekday", "location_id", "weekday"),)
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    weekday: Mapped[int] = mapped_column(SmallInteger)
    starts: Mapped[time] = mapped_column(Time)
    ends: Mapped[time] = mapped_column(Time)
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)


class Block(Versioned, Base):
    """Time that is not booked: lunch, a meeting, leave. Without a practitioner it closes the whole location."""

    __tablename__ = "block"
    __table_args__ = (Index("ix_block_location_id_starts_at", "location_id", "starts_at"),)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(120))
    voided_at: Mapped[datetime | None]


class Appointment(Versioned, Base):
    """A visit that is planned. `day` and `wall_start` are the clinic's own; cancelled ones keep their row as a ghost."""

    __tablename__ = "appointment"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        Index("ix_appointment_location_id_day", "location_id", "day"),
        Index("ix_appointment_practitioner_id_day", "practitioner_id", "day"),
        CheckConstraint("starts_at < ends_at", name="order"),
    )
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"))
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    visit_type_id: Mapped[int] = mapped_column(ForeignKey("visit_type.id"))
    status: Mapped[AppointmentStatus] = mapped_column(coded(AppointmentStatus), default=AppointmentStatus.BOOKED)
    day: Mapped[date] = mapped_column(Date)
    wall_start: Mapped[time] = mapped_column(Time)
    zone: Mapped[str] = mapped_column(String(60))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text, default="")
    walk_in: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime]
    created_by_name: Mapped[str] = mapped_column(String(120), default="")
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str] = mapped_column(String(40), default="")
    cancel_note: Mapped[str] = mapped_column(String(200), default="")
    moved_from: Mapped[datetime | None]
    source: Mapped[str | None] = mapped_column(String(40))
    external_id: Mapped[str | None] = mapped_column(String(60))


class Occupancy(Keyed, Base):
    """Who or what is taken, when. Two rows of one resource and lane can never overlap: the database refuses the second.

    No row is longer than a day (a visit has at most `rules.spans.LONGEST` minutes): so the embedded engine need not look
    at everything that ever was before a row.
    """

    __tablename__ = "occupancy"
    __table_args__ = (Index("ix_occupancy_resource_starts_at", "kind", "resource_id", "lane", "starts_at"),)
    kind: Mapped[str] = mapped_column(String(16))  # practitioner, patient
    resource_id: Mapped[int] = mapped_column(BigId)
    lane: Mapped[int] = mapped_column(SmallInteger, default=0)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), index=True)


#: the words both engines use when they refuse; schedule.actions turns them into a sentence
TAKEN = "ex_occupancy"
_SERVER_DAY = """
ALTER TABLE occupancy ADD CONSTRAINT ck_occupancy_within_a_day CHECK (ends_at <= starts_at + interval '24 hours')
"""
_SERVER = """
ALTER TABLE occupancy ADD CONSTRAINT ex_occupancy EXCLUDE USING gist
  (kind WITH =, resource_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&)
"""
_EMBEDDED = """
CREATE TRIGGER ex_occupancy_{event} BEFORE {when} ON occupancy
BEGIN
  SELECT RAISE(ABORT, 'ck_occupancy_within_a_day') WHERE julianday(NEW.ends_at) > julianday(NEW.starts_at, '+1 day');
  SELECT RAISE(ABORT, 'ex_occupancy') WHERE EXISTS (
    SELECT 1 FROM occupancy o WHERE o.kind = NEW.kind AND o.resource_id = NEW.resource_id AND o.lane = NEW.lane
      AND o.starts_at >= datetime(NEW.starts_at, '-1 day')
      AND o.starts_at < NEW.ends_at AND NEW.starts_at < o.ends_at AND o.id IS NOT NEW.id);
END
"""
for _statement in ("CREATE EXTENSION IF NOT EXISTS btree_gist", _SERVER, _SERVER_DAY):
    on_create(Occupancy.__table__, _statement, "postgresql")
for _event, _when in (("insert", "INSERT"), ("update", "UPDATE OF kind, resource_id, lane, starts_at, ends_at")):
    on_create(Occupancy.__table__, _EMBEDDED.format(event=_event, when=_when), "sqlite")
