"""Rules that were set aside: for a visit, or ahead for one that may be booked."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.core.sessions import WriteSession
from app.schedule.tables import Appointment, BookingOverride


def open_override(
    session: WriteSession, location_id: int, practitioner_id: int, patient_id: int, begin: datetime, end: datetime
) -> BookingOverride | None:
    """The override given ahead that a booking may use: for its practitioner and patient, around its time, not expired."""
    wanted = select(BookingOverride).where(
        BookingOverride.location_id == location_id,
        BookingOverride.practitioner_id == practitioner_id,
        BookingOverride.starts_at <= begin,
        BookingOverride.ends_at >= end,
        BookingOverride.expires_at > session.now,
        BookingOverride.used_at.is_(None),
        BookingOverride.voided_at.is_(None),
        or_(BookingOverride.patient_id.is_(None), BookingOverride.patient_id == patient_id),
    )
    return session.scalars(wanted.order_by(BookingOverride.patient_id.is_(None), BookingOverride.id).limit(1)).first()


def was_overridden(session: Session, visit: Appointment | None) -> bool:
    """Whether a visit was booked with a rule set aside."""
    wanted = select(BookingOverride.id).where(
        BookingOverride.appointment_id == (visit.id if visit else 0), BookingOverride.used_at.is_not(None)
    )
    return session.scalars(wanted.limit(1)).first() is not None
