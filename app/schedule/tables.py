"""Visit types, working hours, blocks, appointments, and the occupancy under the database's own constraint."""

from datetime import date, datetime, time

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Text,
    Time,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, BigId, Keyed, Versioned, coded, on_create, only_where
from app.schedule.rules import Absence, AppointmentStatus, Consequence, ForWhom, FreedBy, VisitKind


class VisitType(Versioned, Base):
    """What is booked: a name, its minutes, what it is for."""

    __tablename__ = "visit_type"
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[VisitKind] = mapped_column(coded(VisitKind))
    minutes: Mapped[int] = mapped_column(SmallInteger)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    buffer_before: Mapped[int] = mapped_column(SmallInteger, default=0)
    buffer_after: Mapped[int] = mapped_column(SmallInteger, default=0)
    colour: Mapped[str] = mapped_column(String(20), default="")
    for_whom: Mapped[ForWhom] = mapped_column(coded(ForWhom), default=ForWhom.ANYBODY)
    room_kind: Mapped[str] = mapped_column(String(40), default="")
    equipment_kind: Mapped[str] = mapped_column(String(40), default="")
    lead_hours: Mapped[int] = mapped_column(SmallInteger, default=0)
    together: Mapped[int | None] = mapped_column(SmallInteger)


class VisitTypePractitioner(Base):
    """Who may do a visit type. A type that nobody is named for may be done by everybody."""

    __tablename__ = "visit_type_practitioner"
    visit_type_id: Mapped[int] = mapped_column(ForeignKey("visit_type.id"), primary_key=True)
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"), primary_key=True)


class PractitionerSkill(Base):
    """What a practitioner treats, in the clinic's own words: hands, vestibular, pelvic floor."""

    __tablename__ = "practitioner_skill"
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(40), primary_key=True)


class Room(Versioned, Base):
    """A room, or a piece of equipment, of a location: so many visits of its kind at one time."""

    __tablename__ = "room"
    __table_args__ = (UniqueConstraint("location_id", "name"),)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(40))
    equipment: Mapped[bool] = mapped_column(Boolean, default=False)
    capacity: Mapped[int] = mapped_column(SmallInteger, default=1)
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


class AppointmentSeries(Versioned, Base):
    """What visits that were booked together have in common. `rule` is the RFC 5545 rule they were made from."""

    __tablename__ = "appointment_series"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode_of_care.id"))
    visit_type_id: Mapped[int] = mapped_column(ForeignKey("visit_type.id"))
    rule: Mapped[str] = mapped_column(String(300))
    starts_on: Mapped[date] = mapped_column(Date)
    created_at: Mapped[datetime]
    created_by_name: Mapped[str] = mapped_column(String(120), default="")


class Appointment(Versioned, Base):
    """A visit that is planned. `day` and `wall_start` are the clinic's own; cancelled ones keep their row as a ghost."""

    __tablename__ = "appointment"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        # what was written about a visit stands beside few of them, and is too long for the index of a day's list
        only_where(Index("ix_appointment_noted", "location_id", "day"), "note <> '' OR cancel_note <> ''"),
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
    moved_reason: Mapped[str] = mapped_column(String(40), default="")
    moves: Mapped[int] = mapped_column(SmallInteger, default=0)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    equipment_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode_of_care.id"), index=True)
    series_id: Mapped[int | None] = mapped_column(ForeignKey("appointment_series.id"), index=True)
    series_number: Mapped[int | None] = mapped_column(SmallInteger)
    signed_at: Mapped[datetime | None]
    source: Mapped[str | None] = mapped_column(String(40))
    external_id: Mapped[str | None] = mapped_column(String(60))


class Occupancy(Keyed, Base):
    """Who or what is taken, when. Two rows of one resource and lane can never overlap: the database refuses the second.

    No row is longer than a day (a visit has at most `rules.spans.LONGEST` minutes): so the embedded engine need not look
    at everything that ever was before a row.
    """

    __tablename__ = "occupancy"
    __table_args__ = (Index("ix_occupancy_resource_starts_at", "kind", "resource_id", "lane", "starts_at"),)
    kind: Mapped[str] = mapped_column(String(16))  # a `Resource`
    resource_id: Mapped[int] = mapped_column(BigId)
    lane: Mapped[int] = mapped_column(SmallInteger, default=0)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), index=True)


class BookingOverride(Versioned, Base):
    """A rule set aside, with a reason, by who may: for a visit that was booked with it, or ahead for one that may be.

    One that is not used by `expires_at`, the hour it was given for, is gone; the visit that used it stays.
    """

    __tablename__ = "booking_override"
    __table_args__ = (Index("ix_booking_override_location_id_starts_at", "location_id", "starts_at"),)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"))
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    rules: Mapped[str] = mapped_column(String(200))  # the codes that were set aside, one comma apart
    why: Mapped[str] = mapped_column(String(200))
    given_at: Mapped[datetime]
    given_by_name: Mapped[str] = mapped_column(String(120))
    expires_at: Mapped[datetime]
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    used_at: Mapped[datetime | None]
    voided_at: Mapped[datetime | None]


class AttendancePolicy(Versioned, Base):
    """What a clinic does about late cancels and missed visits, from a day on. Without a location: the whole group's.

    After `warn_after` absences within `window_days` a warning, after `fee_after` a fee, after `review_after` the
    director looks; None: never.
    """

    __tablename__ = "attendance_policy"
    location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"))
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)
    notice_hours: Mapped[int] = mapped_column(SmallInteger)
    window_days: Mapped[int] = mapped_column(SmallInteger)
    warn_after: Mapped[int | None] = mapped_column(SmallInteger)
    fee_after: Mapped[int | None] = mapped_column(SmallInteger)
    review_after: Mapped[int | None] = mapped_column(SmallInteger)
    late_cancel_cents: Mapped[int] = mapped_column(Integer, default=0)
    no_show_cents: Mapped[int] = mapped_column(Integer, default=0)


class AttendanceMark(Versioned, Base):
    """A late cancel or a missed visit of a patient, what came of it, and whether the director has looked at it."""

    __tablename__ = "attendance_mark"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), index=True)
    absence: Mapped[Absence] = mapped_column(coded(Absence))
    consequence: Mapped[Consequence] = mapped_column(coded(Consequence))
    cents: Mapped[int] = mapped_column(Integer, default=0)
    day: Mapped[date] = mapped_column(Date)
    made_at: Mapped[datetime]
    waived_at: Mapped[datetime | None]
    waived_by_name: Mapped[str] = mapped_column(String(120), default="")
    waive_reason: Mapped[str] = mapped_column(String(40), default="")
    waive_note: Mapped[str] = mapped_column(String(200), default="")
    reviewed_at: Mapped[datetime | None]
    reviewed_by_name: Mapped[str] = mapped_column(String(120), default="")
    review_note: Mapped[str] = mapped_column(String(200), default="")
    voided_at: Mapped[datetime | None]


class FreedSlot(Versioned, Base):
    """A time that was booked and is not any more: a hole to be filled, and what became of it."""

    __tablename__ = "freed_slot"
    __table_args__ = (Index("ix_freed_slot_location_id_starts_at", "location_id", "starts_at"),)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    freed_at: Mapped[datetime]
    freed_by: Mapped[FreedBy] = mapped_column(coded(FreedBy))
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), index=True)
    filled_by_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    filled_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


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

#: What a list shows of a visit's patient, beside the visit. A day of 640 visits would look into 640 rows of patients
#: otherwise, which takes longer than all the rest. The database alone writes them, by triggers of its own, and no mapper
#: knows them: so they are what `patient` says at every commit, whoever wrote. `patient_marked`: a glass may stand before it.
_PATIENT = {
    "patient_family": "family",
    "patient_given": "given",
    "patient_birth_date": "birth_date",
    "patient_mrn": "mrn",
    "patient_marked": "restriction <> 'none' OR staff_user_id IS NOT NULL",
}
APPOINTMENT = Appointment.metadata.tables["appointment"]
for _column in (
    Column("patient_family", String(120), server_default="", nullable=False),
    Column("patient_given", String(120), server_default="", nullable=False),
    Column("patient_birth_date", Date),
    Column("patient_mrn", String(20), server_default="", nullable=False),
    Column("patient_marked", Boolean, server_default=false(), nullable=False),
):
    APPOINTMENT.append_column(_column)

_COPIES, _ORIGINALS = ", ".join(_PATIENT), ", ".join(_PATIENT.values())
_FACTS = "family, given, birth_date, mrn, restriction, staff_user_id"
_COPY = f"UPDATE appointment SET ({_COPIES}) = (SELECT {_ORIGINALS} FROM patient WHERE id = NEW"  # noqa: S608
_COPY_OF_ONE = f"{_COPY}.patient_id) WHERE id = NEW.id;"
_COPY_OF_ALL = f"{_COPY}.id) WHERE patient_id = NEW.id;"
_EACH = "FOR EACH ROW EXECUTE FUNCTION"
#: Everything a day's list reads but notes, in its order: either engine finds a day in some thirty pages of this, where the
#: rows themselves lie in as many pages as there are visits.
LISTED = (
    "location_id", "day", "starts_at", "id", "practitioner_id", "patient_id", "visit_type_id", "status", "version",
    "wall_start", "minutes", "zone", "ends_at", "walk_in", "cancel_reason", "cancelled_at", "moved_from", "room_id", "series_id",
    *_PATIENT,
)  # fmt: skip
Index("ix_appointment_listed", *(APPOINTMENT.c[name] for name in LISTED))

#: the triggers, by engine
COPYING = {
    "sqlite": (
        f"CREATE TRIGGER appointment_patient_insert AFTER INSERT ON appointment BEGIN {_COPY_OF_ONE} END",
        f"CREATE TRIGGER appointment_patient_update AFTER UPDATE OF patient_id ON appointment BEGIN {_COPY_OF_ONE} END",
        f"CREATE TRIGGER patient_appointments AFTER UPDATE OF {_FACTS} ON patient BEGIN {_COPY_OF_ALL} END",
    ),
    "postgresql": (
        # FOR SHARE: a patient who is being renamed is waited for, and waits for who is booking them
        f"""CREATE OR REPLACE FUNCTION appointment_patient() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
SELECT {_ORIGINALS} INTO {", ".join(f"NEW.{name}" for name in _PATIENT)}
  FROM patient WHERE id = NEW.patient_id FOR SHARE;
RETURN NEW; END $$""",  # noqa: S608 - our own names
        f"""CREATE OR REPLACE FUNCTION patient_appointments() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
{_COPY_OF_ALL}
RETURN NULL; END $$""",
        f"CREATE TRIGGER appointment_patient_insert BEFORE INSERT ON appointment {_EACH} appointment_patient()",
        f"CREATE TRIGGER appointment_patient_update BEFORE UPDATE OF patient_id ON appointment {_EACH} appointment_patient()",
        f"CREATE TRIGGER patient_appointments AFTER UPDATE OF {_FACTS} ON patient {_EACH} patient_appointments()",
    ),
}
for _engine, _statements in COPYING.items():
    for _statement in _statements:
        on_create(APPOINTMENT, _statement, _engine)
