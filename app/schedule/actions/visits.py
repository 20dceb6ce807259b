"""Booking a visit, moving it, taking it off and putting it back."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeVar

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local, local_day
from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.episodes.rules import EpisodeStatus
from app.episodes.tables import EpisodeOfCare
from app.patients.rules.writing import NOTE_LENGTH, clean
from app.patients.tables import Patient
from app.schedule.actions.attendance import MarkShown, absence_of, write_mark
from app.schedule.actions.booking import Slot, lock_practitioners, practitioner_at, release, set_status, times
from app.schedule.actions.inroom import narrow_to_room
from app.schedule.actions.placing import Booked, NewVisit, move_visit, place_visit
from app.schedule.queries.attendance import rule_at
from app.schedule.queries.facts import facts_of
from app.schedule.queries.free import Wanted, free_openings, place, staff_of
from app.schedule.queries.needs import needs_of
from app.schedule.queries.rows import PractitionerRow
from app.schedule.rules import AppointmentStatus, ReasonKind, is_late_cancel, reason
from app.schedule.rules.attendance import late
from app.schedule.rules.spans import floor_to
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location

#: a walk-in begins on these minutes of the hour
WALK_IN_GRID = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAppointment(Command):
    """Book a visit at a wall time of the location. `override` sets hours, blocks and the past aside, with a reason."""

    patient_id: int
    practitioner_id: int
    location_id: int
    visit_type_id: int
    day: date
    start: time
    minutes: int | None = None
    note: str = ""
    override: bool = False
    episode_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkIn(Command):
    """Book somebody who stands at the desk: now if anybody is free, else at the first free time today."""

    patient_id: int
    location_id: int
    visit_type_id: int
    practitioner_id: int | None = None
    minutes: int | None = None
    note: str = ""
    override: bool = False
    episode_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAppointment(Command):
    """Give a booked visit another time, another practitioner, another length. What is None stays.

    `reason_code` is one of the pack, kind move; without one nobody has said why. `room_id`: the room it is to be in, of the
    kind that its type asks for; without one it keeps its room where that is free.
    """

    appointment_id: int
    version: int
    day: date
    start: time
    practitioner_id: int | None = None
    minutes: int | None = None
    override: bool = False
    reason_code: str = ""
    room_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAppointment(Command):
    """Take a booked visit off, with a reason code of the pack. `mark`: what the person was shown that it counts as."""

    appointment_id: int
    version: int
    reason_code: str
    note: str = ""
    mark: MarkShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCancel(Command):
    """Put a cancelled visit back, if its time is still free."""

    appointment_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAppointmentNote(Command):
    """Write what the desk should know about this visit."""

    appointment_id: int
    version: int
    note: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A cancelled visit. `late`: inside the last 24 hours."""

    appointment_id: int
    version: int
    patient_id: int
    late: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """A visit whose note was written."""

    appointment_id: int
    version: int


AtPlace = TypeVar("AtPlace", BookAppointment, WalkIn)
AboutVisit = TypeVar("AboutVisit", MoveAppointment, CancelAppointment, UndoCancel, SetAppointmentNote)


def _where(session: WriteSession, command: AtPlace) -> tuple[int, ...]:
    return (command.location_id,)


def _of_visit(session: WriteSession, command: AboutVisit) -> tuple[int, ...]:
    found = session.get(Appointment, command.appointment_id)
    return () if found is None else (found.location_id,)


def patient_to_book(session: WriteSession, patient_id: int) -> Patient:
    """The patient, who can come. Raises NotFound, or ClinicError for a record that was merged and for one who died."""
    found = session.get(Patient, patient_id)
    if found is None:
        raise NotFound("There is no such patient.", field="patient", next_step="Find the patient again.")
    if found.merged_into_id is not None:
        raise ClinicError(
            "This record was merged into another one.",
            field="patient",
            next_step="Open the patient again and book there.",
        )
    if found.deceased_on is not None:
        raise ClinicError("This patient has died.", field="patient", next_step="Look at the record.")
    return found


def episode_of(session: WriteSession, episode_id: int, patient_id: int) -> EpisodeOfCare:
    """The patient's episode. Raises NotFound, or ClinicError when it is over."""
    found = session.get(EpisodeOfCare, episode_id)
    if found is None or found.patient_id != patient_id:
        raise NotFound("This patient has no such episode.", field="episode", next_step="Choose another one.")
    if found.status in (EpisodeStatus.FINISHED, EpisodeStatus.CANCELLED):
        raise ClinicError("This episode of care is over.", field="episode", next_step="Choose or begin another one.")
    return found


def type_to_book(session: WriteSession, visit_type_id: int) -> VisitType:
    """The visit type, which is still offered. Raises NotFound."""
    found = session.get(VisitType, visit_type_id)
    if found is None or not found.active:
        raise NotFound("There is no such visit type.", field="visit_type", next_step="Choose another one.")
    return found


def _visit(session: WriteSession, command: AboutVisit) -> Appointment:
    found = session.get(Appointment, command.appointment_id)
    if found is None:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    if found.version != command.version:
        raise Stale("Somebody else changed this visit a moment ago.", next_step="Look at it again, then go on.")
    return found


def _must_be(visit: Appointment, status: AppointmentStatus) -> None:
    if visit.status is not status:
        raise ClinicError(
            "This visit is {status} by now.", next_step="Look at it on the board.", status=visit.status.value
        )


def _result(visit: Appointment, who: PractitionerRow) -> Booked:
    return Booked(
        visit.id,
        visit.version,
        visit.patient_id,
        visit.practitioner_id,
        who.name,
        visit.location_id,
        visit.day,
        visit.wall_start,
        visit.minutes,
        visit.starts_at,
        visit.ends_at,
    )


@action(Permission.BOOK, says="Booked with {practitioner} on {day} at {start}", located=_where)
def book(session: WriteSession, actor: Actor, command: BookAppointment) -> Booked:
    """Book a visit. Raises Clash when somebody is taken, ClinicError at the field that does not fit."""
    location = place(session, command.location_id)
    who = practitioner_at(session, command.practitioner_id, location.id)
    return _book(session, actor, command, location, who)


def _book(
    session: WriteSession,
    actor: Actor,
    command: BookAppointment,
    location: Location,
    who: PractitionerRow,
    *,
    walk_in: bool = False,
) -> Booked:
    kind, patient = type_to_book(session, command.visit_type_id), patient_to_book(session, command.patient_id)
    if command.episode_id is not None:
        episode_of(session, command.episode_id, patient.id)
    lock_practitioners(session, who.id)
    facts = facts_of(session, location, who, kind, patient, command.day, command.day, episode_id=command.episode_id)
    new = NewVisit(
        day=command.day,
        start=command.start,
        minutes=command.minutes,
        note=clean(command.note, "note", NOTE_LENGTH, lines=True),
        walk_in=walk_in,
        episode_id=command.episode_id,
        override=command.override,
        reason=command.reason,
    )
    return place_visit(session, actor, facts, new)


@action(Permission.BOOK, says="Booked a walk-in with {practitioner} at {start}", located=_where)
def walk_in(session: WriteSession, actor: Actor, command: WalkIn) -> Booked:
    """Book at the present minute, rounded down to five, or at the first free time today. Raises Clash when there is none.

    With `override` a named practitioner is booked now whatever their hours say.
    """
    location = place(session, command.location_id)
    kind = type_to_book(session, command.visit_type_id)
    minutes, now = command.minutes or kind.minutes, floor_to(session.now, WALK_IN_GRID)
    people = staff_of(session, location.id, command.practitioner_id)
    lock_practitioners(session, *[who.id for who in people])
    if command.override and people and command.practitioner_id is not None:
        return _book(session, actor, _now(command, people[0].id, now, location), location, people[0], walk_in=True)
    today = local_day(session.now, location.zone)
    needs = needs_of(session, kind, command.patient_id, command.episode_id)
    wanted = Wanted(
        minutes, max(now, session.now + needs.lead) if needs.lead else now, command.patient_id, WALK_IN_GRID, needs
    )
    found = free_openings(session, location, people, wanted, today, 1, 1)
    if not found and people and not needs.good_day(today):
        return _book(session, actor, _now(command, people[0].id, now, location), location, people[0], walk_in=True)
    if not found:
        raise Clash(
            "Nobody has {minutes} minutes free today.",
            field="practitioner",
            next_step="Book another day, or ask your director.",
            minutes=minutes,
        )
    who = next(one for one in people if one.id == found[0].practitioner_id)
    return _book(session, actor, _now(command, who.id, found[0].starts_at, location), location, who, walk_in=True)


def _now(command: WalkIn, practitioner_id: int, at: datetime, location: Location) -> BookAppointment:
    wall = local(at, location.zone)
    return BookAppointment(
        id=command.id,
        reason=command.reason,
        patient_id=command.patient_id,
        practitioner_id=practitioner_id,
        location_id=location.id,
        visit_type_id=command.visit_type_id,
        day=wall.date(),
        start=wall.time(),
        minutes=command.minutes,
        note=command.note,
        override=command.override,
        episode_id=command.episode_id,
    )


@action(Permission.BOOK, says="Moved to {practitioner} on {day} at {start}[: {reason_code}]", located=_of_visit)
def move_appointment(session: WriteSession, actor: Actor, command: MoveAppointment) -> Booked:
    """Move a booked visit; the old time is free at once. Raises Clash, Stale, or ClinicError at the field."""
    visit = _visit(session, command)
    _must_be(visit, AppointmentStatus.BOOKED)
    location = place(session, visit.location_id)
    who = practitioner_at(session, command.practitioner_id or visit.practitioner_id, location.id)
    minutes = command.minutes or visit.minutes
    begin, end = times(location, command.day, command.start, minutes)
    lock_practitioners(session, visit.practitioner_id, who.id)
    notice = _short_notice(session, visit, command, begin)
    kind, patient = session.get_one(VisitType, visit.visit_type_id), session.get_one(Patient, visit.patient_id)
    release(session, visit, None)
    facts = facts_of(
        session, location, who, kind, patient, command.day, command.day, episode_id=visit.episode_id, was=visit
    )
    if command.room_id is not None:
        narrow_to_room(session, facts, command.room_id)
    visit.moved_reason = _move_reason(command)
    move_visit(
        session, actor, facts, visit, Slot(location, who, patient.id, begin, end),
        override=command.override, reason=command.reason, taken_back=command.undoes is not None,
    )  # fmt: skip
    return replace(_result(visit, who), notice_hours=notice, room=facts.room)


def _short_notice(session: WriteSession, visit: Appointment, command: MoveAppointment, begin: datetime) -> int:
    """The hours of notice that a move at the patient's wish comes too late for; 0 for any other. It is only said: ADR 16."""
    why = reason(ReasonKind.MOVE, command.reason_code)
    if begin == visit.starts_at or command.undoes is not None or (why is not None and not why.counts):
        return 0
    hours = rule_at(session, visit.location_id, visit.day)[0].notice_hours
    return hours if late(visit.starts_at, session.now, hours) else 0


def _move_reason(command: MoveAppointment) -> str:
    if command.reason_code and reason(ReasonKind.MOVE, command.reason_code) is None:
        raise ReasonNeeded("A move needs a reason.", field="reason", next_step="Choose one from the list.")
    return command.reason_code


def why_cancelled(session: WriteSession, reason_code: str, note: str) -> dict[str, object]:
    """What a cancelled visit keeps: when, why, and in which words. Raises ReasonNeeded at `reason` or `note`."""
    chosen = reason(ReasonKind.CANCEL, reason_code)
    if chosen is None:
        raise ReasonNeeded("A cancel needs a reason.", field="reason", next_step="Choose one from the list.")
    words = clean(note, "note", 200)
    if chosen.needs_note and not words:
        raise ReasonNeeded("This reason needs a few words.", field="note", next_step="Write what happened.")
    return {"cancelled_at": session.now, "cancel_reason": chosen.code, "cancel_note": words}


@action(Permission.BOOK, says="Cancelled a visit: {reason_code}", located=_of_visit)
def cancel_appointment(session: WriteSession, actor: Actor, command: CancelAppointment) -> Cancelled:
    """Cancel a booked visit; its row stays as a ghost, its minutes are free. Raises ReasonNeeded or ClinicError."""
    visit = _visit(session, command)
    _must_be(visit, AppointmentStatus.BOOKED)
    set_status(session, visit, AppointmentStatus.CANCELLED, **why_cancelled(session, command.reason_code, command.note))
    if command.mark is not None:
        write_mark(session, actor, visit, command.mark, absence_of(session, visit))
    return Cancelled(visit.id, visit.version, visit.patient_id, is_late_cancel(visit.starts_at, session.now))


@action(Permission.BOOK, says="Put a cancelled visit back", located=_of_visit)
def undo_cancel(session: WriteSession, actor: Actor, command: UndoCancel) -> Booked:
    """Put a cancelled visit back at its time. Raises Clash when the time was given away."""
    visit = _visit(session, command)
    _must_be(visit, AppointmentStatus.CANCELLED)
    patient_to_book(session, visit.patient_id)
    set_status(session, visit, AppointmentStatus.BOOKED, cancelled_at=None, cancel_reason="", cancel_note="")
    return _result(visit, practitioner_at(session, visit.practitioner_id, visit.location_id))


@action(Permission.BOOK, says="Wrote a note on a visit", located=_of_visit)
def set_note(session: WriteSession, actor: Actor, command: SetAppointmentNote) -> Noted:
    """Write the visit's note; an empty one takes it away. Raises Stale, ClinicError at `note`."""
    visit = _visit(session, command)
    visit.note = clean(command.note, "note", NOTE_LENGTH, lines=True)
    session.flush()
    return Noted(visit.id, visit.version)
