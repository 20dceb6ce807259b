"""Taking the last step of a visit back: a new command that names the one it undoes. Money is never undone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, Stale
from app.core.journal import carried_out
from app.core.sessions import WriteSession
from app.core.values import Command, decode
from app.payments.tables import Payment
from app.schedule.actions import set_status
from app.schedule.rules import AppointmentStatus
from app.visits.actions.held import Visit, locked, version_of
from app.visits.actions.steps import BoardKey, key_of
from app.visits.rules import BoardState, EncounterStatus, FollowUp
from app.visits.tables import Encounter


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoStep(Command):
    """Take a step of a visit back; `undoes` is the id of the command that made it."""


Undo = Callable[[WriteSession, Visit, Encounter], BoardState]


def _step_of(session: WriteSession, command: UndoStep) -> tuple[str, BoardKey] | None:
    """The name and the result of the step that is meant, or None when it cannot be taken back."""
    entry = carried_out(session, command.undoes) if command.undoes else None
    if entry is None or entry.action not in _UNDO:
        return None
    return entry.action, decode(BoardKey, entry.result)


def _place(session: WriteSession, command: UndoStep) -> tuple[int, ...]:
    found = _step_of(session, command)
    wanted = select(Encounter.location_id).where(Encounter.appointment_id == found[1].appointment_id) if found else None
    place = session.scalar(wanted) if wanted is not None else None
    return () if place is None else (place,)


@action(Permission.CHECK_IN, says="Took back the last step", located=_place)
def undo_step(session: WriteSession, actor: Actor, command: UndoStep) -> BoardKey:
    """Take a step back while nothing later touched the visit.

    Raises NotFound for what was no step, Stale when something came after it, ClinicError when money was taken with it,
    Clash when the freed time was given away.
    """
    found = _step_of(session, command)
    if found is None:
        raise NotFound("This cannot be taken back.", next_step="Put it right by hand.")
    name, after = found
    visit = locked(session, after.appointment_id)
    if visit.encounter is None or version_of(visit) != after.version:
        raise Stale("Something happened to this visit since then.", next_step="Look at it again.")
    state = _UNDO[name](session, visit, visit.encounter)
    return key_of(session, visit, state)


def _undo_arrive(session: WriteSession, visit: Visit, encounter: Encounter) -> BoardState:
    encounter.arrived_at = None
    set_status(session, visit.appointment, AppointmentStatus.BOOKED)
    return _booked(session, visit)


def _booked(session: WriteSession, visit: Visit) -> BoardState:
    return BoardState.LATE if visit.appointment.starts_at < session.now else BoardState.BOOKED


def _undo_check_in(session: WriteSession, visit: Visit, encounter: Encounter) -> BoardState:
    _no_money_since(session, visit, encounter.checked_in_at)
    if visit.due is not None:
        session.delete(visit.due)
    encounter.checked_in_at, encounter.accepted_missing = None, ""
    set_status(session, visit.appointment, AppointmentStatus.ARRIVED)
    return BoardState.ARRIVED


def _undo_start(_session: WriteSession, _visit: Visit, encounter: Encounter) -> BoardState:
    encounter.status, encounter.started_at, encounter.room = EncounterStatus.PLANNED, None, ""
    return BoardState.READY


def _undo_end(_session: WriteSession, _visit: Visit, encounter: Encounter) -> BoardState:
    encounter.status, encounter.completed_at = EncounterStatus.IN_PROGRESS, None
    return BoardState.ROOM


def _undo_check_out(session: WriteSession, visit: Visit, encounter: Encounter) -> BoardState:
    _no_money_since(session, visit, encounter.checked_out_at)
    encounter.checked_out_at, encounter.follow_up = None, FollowUp.NOT_ASKED
    set_status(session, visit.appointment, AppointmentStatus.CHECKED_IN)
    return BoardState.OUT


def _undo_no_show(session: WriteSession, visit: Visit, encounter: Encounter) -> BoardState:
    encounter.status, encounter.outcome_reason, encounter.outcome_note = EncounterStatus.PLANNED, "", ""
    set_status(session, visit.appointment, AppointmentStatus.BOOKED)
    return _booked(session, visit)


def _undo_left(session: WriteSession, visit: Visit, encounter: Encounter) -> BoardState:
    checked_in = encounter.checked_in_at is not None
    encounter.status, encounter.left_at = EncounterStatus.PLANNED, None
    encounter.outcome_reason = encounter.outcome_note = ""
    status = AppointmentStatus.CHECKED_IN if checked_in else AppointmentStatus.ARRIVED
    set_status(session, visit.appointment, status, cancelled_at=None, cancel_reason="")
    return BoardState.READY if checked_in else BoardState.ARRIVED


def _no_money_since(session: WriteSession, visit: Visit, since: datetime | None) -> None:
    """Raise ClinicError while a receipt of the visit, given with the step or after it, is not void."""
    paid = select(Payment.receipt_number).where(
        Payment.appointment_id == visit.appointment.id, Payment.voided_at.is_(None)
    )
    if since is not None:
        paid = paid.where(Payment.taken_at >= since)
    number = session.scalars(paid.order_by(Payment.id)).first()
    if number is not None:
        raise ClinicError(
            "Receipt {number} was given with this step.", next_step="Void the receipt first.", number=number
        )


_UNDO: Mapping[str, Undo] = {
    "visits.arrive": _undo_arrive,
    "visits.check_in": _undo_check_in,
    "visits.start_visit": _undo_start,
    "visits.end_visit": _undo_end,
    "visits.check_out": _undo_check_out,
    "visits.no_show": _undo_no_show,
    "visits.left_unseen": _undo_left,
}
