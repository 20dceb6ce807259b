"""What a desk does with visits in its hands: two change places, one becomes two, and the ways back.

Each is one transaction, and every part of it goes through the rules of booking and moving.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local
from app.core.errors import ClinicError, NotFound, Stale
from app.core.rows import change_row
from app.core.sessions import WriteSession
from app.core.values import Command
from app.schedule.actions.booking import lock_practitioners, release
from app.schedule.actions.placing import Booked
from app.schedule.actions.visits import BookAppointment, MoveAppointment, book, move_appointment
from app.schedule.rules import AppointmentStatus, FreedBy, Span, overlap
from app.schedule.rules.spans import SHORTEST
from app.schedule.tables import Appointment, FreedSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapAppointments(Command):
    """Two booked visits of a location change their times and practitioners; each keeps its own length."""

    appointment_id: int
    version: int
    other_id: int
    other_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitAppointment(Command):
    """A booked visit ends after `minutes`; the rest is a visit of its own, with somebody else when named."""

    appointment_id: int
    version: int
    minutes: int
    practitioner_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinAppointments(Command):
    """What was split is one visit again: the second part goes, the first one takes its minutes."""

    appointment_id: int
    version: int
    other_id: int
    other_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackBooking(Command):
    """A visit that was booked a moment ago was never meant: it leaves the day, and no ghost stays."""

    appointment_id: int
    version: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two visits after they changed places, or the two parts of one."""

    first: Booked
    second: Booked


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A booking that was taken back."""

    appointment_id: int
    version: int


AnyOfTwo = SwapAppointments | JoinAppointments


def _of_both(session: WriteSession, command: AnyOfTwo) -> tuple[int, ...]:
    found = [session.get(Appointment, one) for one in (command.appointment_id, command.other_id)]
    return tuple(sorted({one.location_id for one in found if one is not None}))


def _of_one(session: WriteSession, command: SplitAppointment | TakeBackBooking) -> tuple[int, ...]:
    found = session.get(Appointment, command.appointment_id)
    return () if found is None else (found.location_id,)


def _booked(session: WriteSession, appointment_id: int, version: int) -> Appointment:
    found = session.get(Appointment, appointment_id)
    if found is None:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    if found.version != version:
        raise Stale("Somebody else changed this visit a moment ago.", next_step="Look at it again, then go on.")
    if found.status is not AppointmentStatus.BOOKED:
        raise ClinicError(
            "This visit is {status} by now.", next_step="Look at it on the board.", status=found.status.value
        )
    return found


@action(Permission.BOOK, says="Two visits changed places", located=_of_both)
def swap_appointments(session: WriteSession, actor: Actor, command: SwapAppointments) -> Pair:
    """Let two visits change places. Raises Clash when one does not fit, Stale, ClinicError; then both stay."""
    one = _booked(session, command.appointment_id, command.version)
    two = _booked(session, command.other_id, command.other_version)
    if one.id == two.id or one.location_id != two.location_id:
        raise ClinicError("Only two visits of one location can change places.", next_step="Move them one by one.")
    lock_practitioners(session, one.practitioner_id, two.practitioner_id)
    to_two = _move(command, one, two)
    to_one = _move(command, two, one)
    release(session, one, None)
    release(session, two, None)
    made = Pair(move_appointment(session, actor, to_two), move_appointment(session, actor, to_one))
    _no_holes(session, (one, two))
    return made


def _move(command: SwapAppointments, visit: Appointment, there: Appointment) -> MoveAppointment:
    return MoveAppointment(
        id=command.id,
        reason=command.reason,
        undoes=command.undoes,
        appointment_id=visit.id,
        version=visit.version,
        day=there.day,
        start=there.wall_start,
        practitioner_id=there.practitioner_id,
        minutes=visit.minutes,
    )


def _no_holes(session: WriteSession, visits: tuple[Appointment, Appointment]) -> None:
    """Where the other one stands now nothing was ever open, so that no fill is counted."""
    for left, taker in (visits, visits[::-1]):
        wanted = select(FreedSlot).where(
            FreedSlot.appointment_id == left.id,
            FreedSlot.freed_by == FreedBy.MOVE,
            FreedSlot.freed_at == session.now,
            FreedSlot.practitioner_id == taker.practitioner_id,
        )
        stands = Span.of(taker.starts_at, taker.ends_at)
        for hole in session.scalars(wanted).all():
            if overlap(stands, Span.of(hole.starts_at, hole.ends_at)):
                session.delete(hole)
    session.flush()


@action(Permission.BOOK, says="Split a visit in two", located=_of_one)
def split_appointment(session: WriteSession, actor: Actor, command: SplitAppointment) -> Pair:
    """Make two visits of one, the second right after the first. Raises ClinicError, Clash, Stale; then it stays whole."""
    visit = _booked(session, command.appointment_id, command.version)
    whole, ends_at = visit.minutes, visit.ends_at
    rest = whole - command.minutes
    if command.minutes < SHORTEST or rest < SHORTEST:
        raise ClinicError(
            "Each part needs at least {shortest} minutes.",
            field="minutes",
            next_step="Change the minutes.",
            shortest=SHORTEST,
        )
    who = command.practitioner_id or visit.practitioner_id
    lock_practitioners(session, visit.practitioner_id, who)
    first = move_appointment(session, actor, _shorter(command, visit))
    wall = local(ends_at - timedelta(minutes=rest), visit.zone)
    second = book(
        session, actor,
        BookAppointment(
            id=command.id, reason=command.reason, patient_id=visit.patient_id, practitioner_id=who,
            location_id=visit.location_id, visit_type_id=visit.visit_type_id, day=wall.date(), start=wall.time(),
            minutes=rest, note=visit.note, episode_id=visit.episode_id,
        ),
    )  # fmt: skip
    return Pair(first, second)


def _shorter(command: SplitAppointment, visit: Appointment) -> MoveAppointment:
    return MoveAppointment(
        id=command.id,
        reason=command.reason,
        appointment_id=visit.id,
        version=visit.version,
        day=visit.day,
        start=visit.wall_start,
        minutes=command.minutes,
    )


@action(Permission.BOOK, says="Joined two parts of a visit again", located=_of_both)
def join_appointments(session: WriteSession, actor: Actor, command: JoinAppointments) -> Booked:
    """Make one visit of two that follow each other. Raises ClinicError when they are not one patient's, Clash, Stale."""
    visit = _booked(session, command.appointment_id, command.version)
    rest = _booked(session, command.other_id, command.other_version)
    if visit.patient_id != rest.patient_id or visit.ends_at != rest.starts_at or visit.location_id != rest.location_id:
        raise ClinicError("These two visits do not follow each other.", next_step="Look at the schedule again.")
    lock_practitioners(session, visit.practitioner_id, rest.practitioner_id)
    whole = visit.minutes + rest.minutes
    _gone(session, rest)
    longer = MoveAppointment(
        id=command.id,
        reason=command.reason,
        undoes=command.undoes,
        appointment_id=visit.id,
        version=visit.version,
        day=visit.day,
        start=visit.wall_start,
        minutes=whole,
    )
    return move_appointment(session, actor, longer)


@action(Permission.BOOK, says="Took a booking back", located=_of_one)
def take_back_booking(session: WriteSession, actor: Actor, command: TakeBackBooking) -> TakenBack:
    """Take a booked visit off the day as one that was never meant. Raises Stale, ClinicError."""
    visit = _booked(session, command.appointment_id, command.version)
    _gone(session, visit)
    return TakenBack(visit.id, visit.version)


def _gone(session: WriteSession, visit: Appointment) -> None:
    release(session, visit, None)
    change_row(session, visit, status=AppointmentStatus.ENTERED_IN_ERROR)
