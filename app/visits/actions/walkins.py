"""Somebody who stands at the desk without an appointment: booked and arrived in one gesture."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission, decide
from app.core.actions import action
from app.core.clock import local_day
from app.core.errors import ClinicError
from app.core.sessions import WriteSession
from app.core.values import Command
from app.payments.queries import is_closed
from app.schedule.actions import WalkIn, walk_in
from app.staff.tables import Location
from app.visits.actions.steps import Arrive, BoardKey, arrive


@dataclass(frozen=True, slots=True, kw_only=True)
class ArriveWalkIn(Command):
    """Book at the first free time today and note the arrival; the fields are those of the schedule's walk-in."""

    patient_id: int
    location_id: int
    visit_type_id: int
    practitioner_id: int | None = None
    minutes: int | None = None
    note: str = ""
    override: bool = False


def _place(_session: WriteSession, command: ArriveWalkIn) -> tuple[int, ...]:
    return (command.location_id,)


@action(Permission.CHECK_IN, says="A walk-in arrived", located=_place)
def arrive_walk_in(session: WriteSession, actor: Actor, command: ArriveWalkIn) -> BoardKey:
    """Book a walk-in and note the arrival. Raises Refused without the right to book, Clash when nobody is free today."""
    decide(actor, Permission.BOOK, (command.location_id,), command.reason)
    zone = session.scalar(select(Location.zone).where(Location.id == command.location_id))
    if zone and is_closed(session, command.location_id, local_day(session.now, zone)):
        raise ClinicError("Today is closed already.", next_step="Open the day again, with a reason.")
    booked = walk_in(
        session,
        actor,
        WalkIn(
            reason=command.reason,
            patient_id=command.patient_id,
            location_id=command.location_id,
            visit_type_id=command.visit_type_id,
            practitioner_id=command.practitioner_id,
            minutes=command.minutes,
            note=command.note,
            override=command.override,
        ),
    )
    return arrive(session, actor, Arrive(appointment_id=booked.appointment_id, version=booked.version))
