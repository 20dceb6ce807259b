"""Which notes are signed: a visit counts as attended only then. Said by hand, or by whatever feed knows it."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.core.values import Command
from app.insurance.actions.plans import check_billing
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment

_TOOK_PLACE = frozenset({AppointmentStatus.ARRIVED, AppointmentStatus.CHECKED_IN, AppointmentStatus.FULFILLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSigned(Command):
    """The notes of these visits are signed."""

    appointment_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSignaturesBack(Command):
    """The notes of these visits are not signed after all."""

    appointment_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """How many visits were marked, and which."""

    count: int
    appointment_ids: tuple[int, ...]


AboutVisits = TypeVar("AboutVisits", MarkSigned, TakeSignaturesBack)


def _where(session: WriteSession, command: AboutVisits) -> tuple[int, ...]:
    wanted = select(Appointment.location_id).where(Appointment.id.in_(command.appointment_ids)).distinct()
    return tuple(session.scalars(wanted))


@action(Permission.EDIT_PATIENT, says="Marked the notes of {count} visits as signed", located=_where)
def mark_signed(session: WriteSession, actor: Actor, command: MarkSigned) -> Signed:
    """Mark visits as signed; those that are already stay as they are. Raises NotFound, ClinicError for one still to come."""
    visits = _visits(session, actor, command)
    for visit in visits:
        if visit.status not in _TOOK_PLACE:
            raise ClinicError(
                "A visit that did not take place has no note to sign.", next_step="Look at the patient's record again."
            )
        visit.signed_at = visit.signed_at or session.now
    return _told(session, visits)


@action(Permission.EDIT_PATIENT, says="Marked the notes of {count} visits as not signed", located=_where)
def take_signatures_back(session: WriteSession, actor: Actor, command: TakeSignaturesBack) -> Signed:
    """Take the marks away again. Raises NotFound."""
    visits = _visits(session, actor, command)
    for visit in visits:
        visit.signed_at = None
    return _told(session, visits)


def _visits(session: WriteSession, actor: Actor, command: AboutVisits) -> list[Appointment]:
    check_billing(actor)
    wanted = select(Appointment).where(Appointment.id.in_(command.appointment_ids)).order_by(Appointment.id)
    found = list(session.scalars(wanted.with_for_update()))
    if not found or len(found) != len(set(command.appointment_ids)):
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    return found


def _told(session: WriteSession, visits: list[Appointment]) -> Signed:
    session.flush()
    return Signed(len(visits), tuple(one.id for one in visits))
