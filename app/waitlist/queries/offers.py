"""Offers that are open: to whom which time is promised until when. An offer holds no time; it counts as promised."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from app.core.clock import local_day
from app.core.ports import Promise
from app.core.sessions import ReadSession
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, FreedSlot, VisitType
from app.staff.tables import Location
from app.waitlist.rules import Outcome, WaitStatus
from app.waitlist.tables import WaitlistEntry, WaitlistTry


def still_open(now: datetime) -> ColumnElement[bool]:
    """Whether a try is an offer that somebody may still take: not over, and no later call to them about that time."""
    later = aliased(WaitlistTry)
    said_since = exists().where(
        later.entry_id == WaitlistTry.entry_id,
        later.freed_slot_id == WaitlistTry.freed_slot_id,
        later.id > WaitlistTry.id,
    )
    return and_(WaitlistTry.outcome == Outcome.OFFERED, WaitlistTry.until > now, ~said_since)


@dataclass(frozen=True, slots=True)
class Made:
    """What an entry is offered; of several times the first, since it ends with the first that is taken."""

    patient_id: int
    entry_id: int
    promise: Promise


def promises_made(session: Session, now: datetime, patient_ids: Collection[int]) -> tuple[Made, ...]:
    """What these patients are offered. Who would give up a later visit for it is promised nothing more than they have."""
    wanted = (
        select(WaitlistEntry.patient_id, WaitlistEntry.id, FreedSlot.starts_at, Location.zone, VisitType.kind)
        .join(WaitlistTry, WaitlistTry.entry_id == WaitlistEntry.id)
        .join(FreedSlot, FreedSlot.id == WaitlistTry.freed_slot_id)
        .join(Location, Location.id == FreedSlot.location_id)
        .join(VisitType, VisitType.id == WaitlistEntry.visit_type_id)
        .outerjoin(Appointment, Appointment.id == WaitlistEntry.appointment_id)
        .where(
            WaitlistEntry.patient_id.in_(patient_ids),
            WaitlistEntry.status == WaitStatus.WAITING,
            FreedSlot.filled_by_id.is_(None),
            FreedSlot.closed_at.is_(None),
            FreedSlot.starts_at > now,
            still_open(now),
            or_(
                Appointment.id.is_(None),
                Appointment.status != AppointmentStatus.BOOKED,
                Appointment.starts_at <= FreedSlot.starts_at,
            ),
        )
        .order_by(FreedSlot.starts_at.desc())
    )
    found = {
        entry: Made(patient, entry, Promise(local_day(starts_at, zone), kind.value))
        for patient, entry, starts_at, zone, kind in session.execute(wanted)
    }
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class WaitlistPromises:
    """For the ledger of a room below: what is offered to a patient."""

    def made_to(self, session: ReadSession, patient_id: int) -> tuple[Promise, ...]:
        """What is offered to a patient now."""
        return tuple(one.promise for one in promises_made(session, session.now, (patient_id,)))

    def __str__(self) -> str:
        return "offers"
