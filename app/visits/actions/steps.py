"""The steps of a visit, each one gesture and one transaction: arrive, check in, start, end, check out, no-show, left."""

from dataclasses import dataclass

from sqlalchemy import select

from app.checklists.queries import VisitChecklist, checklist_of
from app.core.access import Actor, Permission, decide
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.payments.actions import TakePayment, due_of, excuse, fix_due, paid_so_far, take_payment
from app.payments.queries import is_closed
from app.payments.rules import Part, money, unpaid
from app.payments.tables import VisitDue
from app.schedule.actions import set_status
from app.schedule.rules import AppointmentStatus, ReasonKind, reason
from app.schedule.tables import Appointment
from app.visits.queries import has_next_visit
from app.visits.rules import BoardState, Clocks, EncounterStatus, FollowUp, Move, allows, state_of, word
from app.visits.tables import Encounter

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
    """The patient did not come. The reason (a code of the pack, kind no-show) may follow before the day is closed."""

    appointment_id: int
    version: int
    reason_code: str = ""
    note: str = ""


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


@dataclass(slots=True)
class Visit:
    """An appointment and its encounter, locked and looked at."""

    appointment: Appointment
    encounter: Encounter | None
    state: BoardState

    def coming(self, session: WriteSession) -> Encounter:
        """The encounter; made when there is none yet."""
        if self.encounter is None:
            planned = self.appointment
            self.encounter = Encounter(
                appointment_id=planned.id, patient_id=planned.patient_id, location_id=planned.location_id
            )
            session.add(self.encounter)
        return self.encounter


#: every command that names one visit and the version it was seen in
AnyStep = Arrive | CheckIn | StartVisit | EndVisit | CheckOut | NoShow | LeftUnseen | GiveReason


def place_of(session: WriteSession, command: AnyStep) -> tuple[int, ...]:
    """Where a step happens: at the visit's location."""
    found = session.scalar(select(Appointment.location_id).where(Appointment.id == command.appointment_id))
    return () if found is None else (found,)


def locked(session: WriteSession, appointment_id: int) -> Visit:
    """The visit, held until the transaction ends. Raises NotFound, and ClinicError when its day is closed."""
    found = session.get(Appointment, appointment_id, with_for_update={"key_share": True}, populate_existing=True)
    if found is None or found.status is AppointmentStatus.ENTERED_IN_ERROR:
        raise NotFound("There is no such visit.", next_step="Go back to the board.")
    if is_closed(session, found.location_id, found.day):
        raise ClinicError("The day of this visit is closed.", next_step="Open the day again, with a reason.")
    encounter = session.scalars(select(Encounter).where(Encounter.appointment_id == found.id)).one_or_none()
    state = state_of(found.status, encounter.status if encounter else None, _clocks(found, encounter), session.now)
    return Visit(found, encounter, state)


def _clocks(appointment: Appointment, encounter: Encounter | None) -> Clocks:
    return Clocks(
        appointment.starts_at,
        arrived_at=encounter.arrived_at if encounter else None,
        left_at=encounter.left_at if encounter else None,
    )


def version_of(visit: Visit) -> int:
    """The version that covers both rows: every change of either makes it greater."""
    return visit.appointment.version + (visit.encounter.version if visit.encounter else 0)


def _step(session: WriteSession, command: AnyStep, move: Move) -> Visit:
    """The visit, ready for a move. Raises Stale when it was seen otherwise, ClinicError when the move does not fit."""
    visit = locked(session, command.appointment_id)
    check_version(visit, command.version)
    if not allows(move, visit.state):
        raise ClinicError(
            "This does not fit: the visit is “{state}”.", next_step="Look at the board.", state=word(visit.state)
        )
    return visit


def check_version(visit: Visit, expected: int) -> None:
    """Raise Stale when the visit is not as it was seen."""
    if version_of(visit) != expected:
        raise Stale("Somebody else changed this visit a moment ago.", next_step="Look at it again, then go on.")


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
    encounter = visit.coming(session)
    encounter.status, encounter.arrived_at, encounter.left_at = EncounterStatus.PLANNED, session.now, None
    encounter.outcome_reason = encounter.outcome_note = ""
    set_status(session, visit.appointment, AppointmentStatus.ARRIVED)
    return key_of(session, visit, BoardState.ARRIVED)


@action(Permission.CHECK_IN, says="Checked in; accepted as missing: {accepted_missing}", located=place_of)
def check_in(session: WriteSession, actor: Actor, command: CheckIn) -> BoardKey:
    """Check a patient in, fix what is due, take money in the same transaction.

    Raises ClinicError (field `accepted_missing`) while a paper is open that was not accepted, ReasonNeeded for money.
    """
    visit = _step(session, command, Move.CHECK_IN)
    encounter, appointment = visit.coming(session), visit.appointment
    found = checklist_of(session, appointment.id)
    accepted = _accepted(found, command)
    encounter.checked_in_at, encounter.accepted_missing = session.now, ",".join(accepted)
    set_status(session, appointment, AppointmentStatus.CHECKED_IN)
    usual = found.copay_cents if found else None
    due = fix_due(session, appointment, command.due_cents if command.due_cents is not None else usual or 0)
    paid = _settle(session, actor, command, appointment, due, asked=False)
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


@action(Permission.CHECK_IN, says="Taken back {room}", located=place_of)
def start_visit(session: WriteSession, actor: Actor, command: StartVisit) -> BoardKey:
    """The visit begins in the room. Raises Stale, ClinicError."""
    visit = _step(session, command, Move.START)
    encounter = visit.coming(session)
    encounter.status, encounter.started_at = EncounterStatus.IN_PROGRESS, session.now
    encounter.room = clean(command.room, "room", 20)
    return key_of(session, visit, BoardState.ROOM)


@action(Permission.CHECK_IN, says="The treatment ended", located=place_of)
def end_visit(session: WriteSession, actor: Actor, command: EndVisit) -> BoardKey:
    """The visit is over in the room. Raises Stale, ClinicError."""
    visit = _step(session, command, Move.END)
    encounter = visit.coming(session)
    encounter.status, encounter.completed_at = EncounterStatus.COMPLETED, session.now
    return key_of(session, visit, BoardState.OUT)


@action(Permission.CHECK_IN, says="Checked out", located=place_of)
def check_out(session: WriteSession, actor: Actor, command: CheckOut) -> BoardKey:
    """Finish a visit: what is due is paid or excused. A later visit that is booked counts as the next one.

    Raises ReasonNeeded (field `not_taken`) while something is due, Stale, ClinicError.
    """
    visit = _step(session, command, Move.CHECK_OUT)
    encounter, appointment = visit.coming(session), visit.appointment
    due = due_of(session, appointment.id)
    paid = _settle(session, actor, command, appointment, due, asked=True)
    booked = has_next_visit(session, appointment.patient_id, appointment.starts_at)
    unsaid = command.follow_up is FollowUp.NOT_ASKED
    encounter.follow_up = FollowUp.BOOKED if unsaid and booked else command.follow_up
    encounter.checked_out_at = session.now
    set_status(session, appointment, AppointmentStatus.FULFILLED)
    return key_of(session, visit, BoardState.DONE, *paid)


def _settle(
    session: WriteSession,
    actor: Actor,
    command: CheckIn | CheckOut,
    appointment: Appointment,
    due: VisitDue | None,
    *,
    asked: bool,
) -> tuple[int, int]:
    """Take the parts, or write down why not; the payment's id and receipt number, or zeros.

    `asked`: what stays unpaid needs a reason now. Raises Refused when the actor may not take money.
    """
    taken = _take(session, actor, command, appointment) if command.parts else (0, 0)
    left = unpaid(due.due_cents, paid_so_far(session, appointment.id)) if due and due.due_cents else 0
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


def _take(
    session: WriteSession, actor: Actor, command: CheckIn | CheckOut, appointment: Appointment
) -> tuple[int, int]:
    decide(actor, Permission.TAKE_PAYMENT, (appointment.location_id,), command.reason)
    receipt = take_payment(
        session,
        actor,
        TakePayment(
            patient_id=appointment.patient_id,
            location_id=appointment.location_id,
            appointment_id=appointment.id,
            parts=command.parts,
            after_close_reason=command.reason,
        ),
    )
    return receipt.payment_id, receipt.number


@action(Permission.CHECK_IN, says="Marked as no-show: {reason_code}", located=place_of)
def no_show(session: WriteSession, actor: Actor, command: NoShow) -> BoardKey:
    """Note that a patient did not come; the time is free. Raises ClinicError before the visit's start, Stale."""
    visit = _step(session, command, Move.NO_SHOW)
    encounter = visit.coming(session)
    encounter.status = EncounterStatus.CANCELLED
    if command.reason_code:
        _put_reason(encounter, ReasonKind.NO_SHOW, command)
    set_status(session, visit.appointment, AppointmentStatus.NOSHOW)
    return key_of(session, visit, BoardState.NOSHOW)


@action(Permission.CHECK_IN, says="Left without being seen: {reason_code}", located=place_of)
def left_unseen(session: WriteSession, actor: Actor, command: LeftUnseen) -> BoardKey:
    """Note that a patient went without being seen; the time is free. Raises ReasonNeeded, Stale, ClinicError."""
    visit = _step(session, command, Move.LEAVE)
    encounter, appointment = visit.coming(session), visit.appointment
    _put_reason(encounter, ReasonKind.LEFT, command)
    encounter.status, encounter.left_at = EncounterStatus.CANCELLED, session.now
    appointment.cancelled_at, appointment.cancel_reason = session.now, encounter.outcome_reason
    set_status(session, appointment, AppointmentStatus.CANCELLED)
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
    _put_reason(visit.coming(session), kind, command)
    return key_of(session, visit, visit.state)


def _put_reason(encounter: Encounter, kind: ReasonKind, command: NoShow | LeftUnseen | GiveReason) -> None:
    chosen = reason(kind, command.reason_code)
    if chosen is None:
        raise ReasonNeeded("Why was this visit lost?", field="reason", next_step="Choose a reason from the list.")
    words = clean(command.note, "note", 200)
    if chosen.needs_note and not words:
        raise ReasonNeeded("This reason needs a few words.", field="note", next_step="Write what happened.")
    encounter.outcome_reason, encounter.outcome_note = chosen.code, words
