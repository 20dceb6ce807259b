"""The steps of a visit, each one gesture and one transaction: arrive, check in, start, end, check out, no-show, left."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.checklists.queries import VisitChecklist, checklist_of
from app.core.access import Actor, Permission, decide
from app.core.actions import action
from app.core.errors import ClinicError, ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.payments.actions import TakePayment, drop_excuse, due_of, excuse, fix_due, paid_so_far, receive
from app.payments.rules import Part, money, unpaid
from app.schedule.actions import MarkShown, set_status, write_mark
from app.schedule.rules import AppointmentStatus, ReasonKind, reason
from app.schedule.rules.attendance import missed_absence
from app.schedule.tables import Appointment
from app.visits.actions.held import Visit, check_version, locked, version_of
from app.visits.queries import has_next_visit
from app.visits.rules import BoardState, EncounterStatus, FollowUp, Move, allows, word

#: what must be accepted at check-in when nobody knows who pays
NO_COVERAGE = "coverage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrive(Command):
    """The patient came through the door. `version` is the board row's."""

    appointment_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Command):
    """The patient is at the desk and everything is looked at.

    `accepted_missing`: codes of the papers (and "coverage") that are open and accepted so. `due_cents` overrules the
    plan's co-pay. `parts` are taken at once; or `not_taken_reason` says why not; with neither, check-out asks. `reason`
    is needed for money after the day was closed.
    """

    appointment_id: int
    version: int
    accepted_missing: tuple[str, ...] = ()
    due_cents: int | None = None
    parts: tuple[Part, ...] = ()
    not_taken_reason: str = ""
    not_taken_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartVisit(Command):
    """The patient was taken back, perhaps into a named room."""

    appointment_id: int
    version: int
    room: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndVisit(Command):
    """The treatment is over."""

    appointment_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOut(Command):
    """The patient leaves: the money is settled, the next visit was spoken of."""

    appointment_id: int
    version: int
    follow_up: FollowUp = FollowUp.NOT_ASKED
    parts: tuple[Part, ...] = ()
    not_taken_reason: str = ""
    not_taken_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShow(Command):
    """The patient did not come. The reason (a code of the pack, kind no-show) may follow before the day is closed.

    `mark`: what the person was shown that it counts as.
    """

    appointment_id: int
    version: int
    reason_code: str = ""
    note: str = ""
    mark: MarkShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftUnseen(Command):
    """The patient came, waited and went. `reason_code` is one of the pack, kind left."""

    appointment_id: int
    version: int
    reason_code: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveReason(Command):
    """Why a visit did not happen, said later or corrected."""

    appointment_id: int
    version: int
    reason_code: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BoardKey:
    """A visit after a step: `version` is what the next step has to name; a payment taken with it names its receipt."""

    appointment_id: int
    encounter_id: int
    patient_id: int
    state: BoardState
    version: int
    payment_id: int = 0
    receipt_number: int = 0


#: every command that names one visit and the version it was seen in
AnyStep = Arrive | CheckIn | StartVisit | EndVisit | CheckOut | NoShow | LeftUnseen | GiveReason


_PLACE = select(Appointment.location_id).where(Appointment.id == bindparam("visit"))


def place_of(session: WriteSession, command: AnyStep) -> tuple[int, ...]:
    """Where a step happens: at the visit's location."""
    found = session.ask(_PLACE, visit=command.appointment_id).scalar_one_or_none()
    return () if found is None else (found,)


def _step(session: WriteSession, command: AnyStep, move: Move) -> Visit:
    """The visit, ready for a move. Raises Stale when it was seen otherwise, ClinicError when the move does not fit."""
    visit = locked(session, command.appointment_id)
    check_version(visit, command.version)
    if not allows(move, visit.state):
        raise ClinicError(
            "This does not fit: the visit is “{state}”.", next_step="Look at the board.", state=word(visit.state)
        )
    return visit


def key_of(
    session: WriteSession, visit: Visit, state: BoardState, payment_id: int = 0, receipt_number: int = 0
) -> BoardKey:
    """The result of a step, after it was flushed."""
    session.flush()
    encounter_id = visit.encounter.id if visit.encounter else 0
    patient_id = visit.appointment.patient_id
    return BoardKey(
        visit.appointment.id, encounter_id, patient_id, state, version_of(visit), payment_id, receipt_number
    )


@action(Permission.CHECK_IN, says="The patient arrived", located=place_of)
def arrive(session: WriteSession, actor: Actor, command: Arrive) -> BoardKey:
    """Note that the patient is here. Raises Stale, ClinicError when the visit is not booked any more."""
    visit = _step(session, command, Move.ARRIVE)
    visit.note(
        session,
        status=EncounterStatus.PLANNED,
        arrived_at=session.now,
        left_at=None,
        outcome_reason="",
        outcome_note="",
    )
    set_status(session, visit.appointment, AppointmentStatus.ARRIVED)
    return key_of(session, visit, BoardState.ARRIVED)


@action(Permission.CHECK_IN, says="Checked in[; accepted as missing: {accepted_missing}]", located=place_of)
def check_in(session: WriteSession, actor: Actor, command: CheckIn) -> BoardKey:
    """Check a patient in, fix what is due, take money in the same transaction.

    Raises ClinicError (field `accepted_missing`) while a paper is open that was not accepted, ReasonNeeded for money.
    """
    visit = _step(session, command, Move.CHECK_IN)
    found = checklist_of(session, command.appointment_id)
    accepted = _accepted(found, command)
    visit.note(session, checked_in_at=session.now, accepted_missing=",".join(accepted))
    set_status(session, visit.appointment, AppointmentStatus.CHECKED_IN)
    usual = found.copay_cents if found else None
    due_cents = command.due_cents if command.due_cents is not None else usual or 0
    fix_due(session, visit.appointment, visit.due, due_cents)
    paid = _settle(session, actor, command, visit, due_cents, asked=False)
    return key_of(session, visit, BoardState.READY, *paid)


def _accepted(found: VisitChecklist | None, command: CheckIn) -> tuple[str, ...]:
    """The open points this check-in goes without, in the checklist's order."""
    items = found.items if found else ()
    needed = [item.code for item in items if item.is_open]
    if found is not None and found.payer_kind is None:
        needed.insert(0, NO_COVERAGE)
    left = [code for code in needed if code not in command.accepted_missing]
    if left:
        told = {"count": len(left), "codes": tuple(left)}  # the codes are for the screen, which shows them
        raise ClinicError(
            "{count} points are still open.",
            field="accepted_missing",
            next_step="Settle them, or check in with them open.",
            **told,
        )
    return tuple(needed)


@action(Permission.CHECK_IN, says="The treatment began[ in room {room}]", located=place_of)
def start_visit(session: WriteSession, actor: Actor, command: StartVisit) -> BoardKey:
    """The visit begins in the room. Raises Stale, ClinicError."""
    visit = _step(session, command, Move.START)
    room = clean(command.room, "room", 20)
    visit.note(session, status=EncounterStatus.IN_PROGRESS, started_at=session.now, room=room)
    return key_of(session, visit, BoardState.ROOM)


@action(Permission.CHECK_IN, says="The treatment ended", located=place_of)
def end_visit(session: WriteSession, actor: Actor, command: EndVisit) -> BoardKey:
    """The visit is over in the room. Raises Stale, ClinicError."""
    visit = _step(session, command, Move.END)
    visit.note(session, status=EncounterStatus.COMPLETED, completed_at=session.now)
    return key_of(session, visit, BoardState.OUT)


@action(Permission.CHECK_IN, says="Checked out", located=place_of)
def check_out(session: WriteSession, actor: Actor, command: CheckOut) -> BoardKey:
    """Finish a visit: what is due is paid or excused. A later visit that is booked counts as the next one.

    Raises ReasonNeeded (field `not_taken`) while something is due, Stale, ClinicError.
    """
    visit = _step(session, command, Move.CHECK_OUT)
    appointment, due_cents = visit.appointment, visit.due.due_cents if visit.due else 0
    paid = _settle(session, actor, command, visit, due_cents, asked=True)
    booked = has_next_visit(session, appointment.patient_id, appointment.starts_at)
    unsaid = command.follow_up is FollowUp.NOT_ASKED
    follow_up = FollowUp.BOOKED if unsaid and booked else command.follow_up
    visit.note(session, follow_up=follow_up, checked_out_at=session.now)
    set_status(session, appointment, AppointmentStatus.FULFILLED)
    return key_of(session, visit, BoardState.DONE, *paid)


def _settle(
    session: WriteSession, actor: Actor, command: CheckIn | CheckOut, visit: Visit, due_cents: int, *, asked: bool
) -> tuple[int, int]:
    """Take the parts, or write down why not; the payment's id and receipt number, or zeros.

    `asked`: what stays unpaid needs a reason now. Raises Refused when the actor may not take money.
    """
    taken = _take(session, actor, command, visit) if command.parts else (0, 0)
    if due_cents <= sum(part.cents for part in command.parts):
        return taken
    appointment = visit.appointment
    left, due = unpaid(due_cents, paid_so_far(session, appointment.id)), due_of(session, appointment.id)
    if due is None or not left:
        return taken
    if command.not_taken_reason:
        decide(actor, Permission.TAKE_PAYMENT, (appointment.location_id,), command.reason)
        excuse(due, command.not_taken_reason, command.not_taken_note)
    elif asked and not due.not_taken_reason:
        raise ReasonNeeded(
            "${amount} is still due.", field="not_taken", next_step="Take it, or say why not.", amount=money(left)
        )
    return taken


def _take(session: WriteSession, actor: Actor, command: CheckIn | CheckOut, visit: Visit) -> tuple[int, int]:
    appointment = visit.appointment
    decide(actor, Permission.TAKE_PAYMENT, (appointment.location_id,), command.reason)
    taking = TakePayment(
        patient_id=appointment.patient_id,
        location_id=appointment.location_id,
        appointment_id=appointment.id,
        parts=command.parts,
        after_close_reason=command.reason,
    )
    receipt = receive(session, actor, taking, visit.zone)
    if visit.due is not None and visit.due.not_taken_reason:
        drop_excuse(session, appointment.id)
    return receipt.payment_id, receipt.number


@action(Permission.CHECK_IN, says="Marked as no-show: {reason_code}", located=place_of)
def no_show(session: WriteSession, actor: Actor, command: NoShow) -> BoardKey:
    """Note that a patient did not come; the time is free. Raises ClinicError before the visit's start, Stale."""
    visit = _step(session, command, Move.NO_SHOW)
    why = _reason(ReasonKind.NO_SHOW, command) if command.reason_code else {}
    visit.note(session, status=EncounterStatus.CANCELLED, **why)
    set_status(session, visit.appointment, AppointmentStatus.NOSHOW)
    if command.mark is not None:
        absence = missed_absence(reason(ReasonKind.NO_SHOW, command.reason_code))
        write_mark(session, actor, visit.appointment, command.mark, absence)
    return key_of(session, visit, BoardState.NOSHOW)


@action(Permission.CHECK_IN, says="Left without being seen: {reason_code}", located=place_of)
def left_unseen(session: WriteSession, actor: Actor, command: LeftUnseen) -> BoardKey:
    """Note that a patient went without being seen; the time is free. Raises ReasonNeeded, Stale, ClinicError."""
    visit = _step(session, command, Move.LEAVE)
    why = _reason(ReasonKind.LEFT, command)
    visit.note(session, status=EncounterStatus.CANCELLED, left_at=session.now, **why)
    set_status(
        session,
        visit.appointment,
        AppointmentStatus.CANCELLED,
        cancelled_at=session.now,
        cancel_reason=why["outcome_reason"],
    )
    return key_of(session, visit, BoardState.LEFT)


_MENDABLE = {BoardState.NOSHOW: ReasonKind.NO_SHOW, BoardState.LEFT: ReasonKind.LEFT}


@action(Permission.CHECK_IN, says="Gave the reason: {reason_code}", located=place_of)
def give_reason(session: WriteSession, actor: Actor, command: GiveReason) -> BoardKey:
    """Say why a no-show or a patient who left was lost. Raises ReasonNeeded, Stale, ClinicError."""
    visit = locked(session, command.appointment_id)
    check_version(visit, command.version)
    kind = _MENDABLE.get(visit.state)
    if kind is None:
        raise ClinicError("This visit needs no reason.", next_step="Look at the board.")
    visit.note(session, **_reason(kind, command))
    return key_of(session, visit, visit.state)


def _reason(kind: ReasonKind, command: NoShow | LeftUnseen | GiveReason) -> dict[str, str]:
    """Why a visit was lost, as the encounter keeps it. Raises ReasonNeeded."""
    chosen = reason(kind, command.reason_code)
    if chosen is None:
        raise ReasonNeeded("Why was this visit lost?", field="reason", next_step="Choose a reason from the list.")
    words = clean(command.note, "note", 200)
    if chosen.needs_note and not words:
        raise ReasonNeeded("This reason needs a few words.", field="note", next_step="Write what happened.")
    return {"outcome_reason": chosen.code, "outcome_note": words}
