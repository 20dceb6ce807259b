"""What comes of a late cancel or a missed visit: a mark, that somebody has seen before it is written, and may waive.

No mark is written by itself. The command that cancels a visit carries what its person was shown; when that is not what
the rule says any more, nothing happens and they look again.
"""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

from app.core.access import Actor, Permission, decide
from app.core.actions import action
from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.patients.tables import Patient
from app.schedule.queries.attendance import proposal_for, rule_at
from app.schedule.rules import Absence, AppointmentStatus, Consequence, ReasonKind, reason
from app.schedule.rules.attendance import cancel_absence, missed_absence
from app.schedule.tables import Appointment, AttendanceMark


@dataclass(frozen=True, slots=True)
class MarkShown:
    """What a person was shown and goes on with; with `waive_code` it is written and waived at once."""

    absence: Absence
    consequence: Consequence
    cents: int = 0
    waive_code: str = ""
    waive_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkAbsence(Command):
    """Write the mark of a late cancel or a missed visit that nobody has decided on yet."""

    appointment_id: int
    mark: MarkShown


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveMark(Command):
    """Let an absence count no more; `waive_code` is a reason of the pack, kind forgive."""

    mark_id: int
    version: int
    waive_code: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnwaiveMark(Command):
    """Take a waiver back."""

    mark_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMark(Command):
    """The director has looked at an absence and lets it stand."""

    mark_id: int
    version: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class MarkKey:
    """A mark after a step."""

    mark_id: int
    version: int
    patient_id: int
    appointment_id: int


AnyMark = WaiveMark | UnwaiveMark | ReviewMark
M = TypeVar("M", bound=AnyMark)


def _of_mark(session: WriteSession, command: AnyMark) -> tuple[int, ...]:
    found = session.get(AttendanceMark, command.mark_id)
    return () if found is None else (found.location_id,)


def _of_visit(session: WriteSession, command: MarkAbsence) -> tuple[int, ...]:
    found = session.get(Appointment, command.appointment_id)
    return () if found is None else (found.location_id,)


def write_mark(
    session: WriteSession, actor: Actor, visit: Appointment, shown: MarkShown, absence: Absence | None
) -> int:
    """Write the mark of a visit as it was shown; its id. Raises Stale when it is another one by now, Refused for a waiver."""
    session.hold(select(Patient.id).where(Patient.id == visit.patient_id).with_for_update(key_share=True))
    now = None if absence is None else proposal_for(session, visit, absence)
    if now is None or (now.absence, now.consequence, now.cents) != (shown.absence, shown.consequence, shown.cents):
        raise Stale(
            "What this absence means has changed a moment ago.", field="mark", next_step="Look at it again, then go on."
        )
    made = AttendanceMark(
        patient_id=visit.patient_id,
        location_id=visit.location_id,
        appointment_id=visit.id,
        absence=now.absence,
        consequence=now.consequence,
        cents=now.cents,
        day=visit.day,
        made_at=session.now,
    )
    if shown.waive_code or shown.waive_note:
        _waive(session, actor, made, shown.waive_code, shown.waive_note)
    session.add(made)
    session.flush()
    return made.id


def void_marks(session: WriteSession, appointment_id: int) -> None:
    """The visit takes place after all: its marks count no more."""
    wanted = select(AttendanceMark).where(
        AttendanceMark.appointment_id == appointment_id, AttendanceMark.voided_at.is_(None)
    )
    for mark in session.scalars(wanted):
        mark.voided_at = session.now
    session.flush()


def _waive(session: WriteSession, actor: Actor, mark: AttendanceMark, code: str, note: str) -> None:
    chosen = reason(ReasonKind.FORGIVE, code)
    if chosen is None:
        raise ReasonNeeded("A waiver needs a reason.", field="waive_code", next_step="Choose one from the list.")
    words = clean(note, "note", 200)
    if chosen.needs_note and not words:
        raise ReasonNeeded("This reason needs a few words.", field="waive_note", next_step="Write what happened.")
    decide(actor, Permission.OVERRIDE, (mark.location_id,), chosen.label_en)
    mark.waived_at, mark.waived_by_name = session.now, actor.name
    mark.waive_reason, mark.waive_note = chosen.code, words


def _mark(session: WriteSession, command: AnyMark) -> AttendanceMark:
    found = session.get(AttendanceMark, command.mark_id)
    if found is None or found.voided_at is not None:
        raise NotFound("This absence is counted no more.", next_step="Look at the list again.")
    if found.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    return found


def _key(session: WriteSession, mark: AttendanceMark) -> MarkKey:
    session.flush()
    return MarkKey(mark.id, mark.version, mark.patient_id, mark.appointment_id)


@action(Permission.BOOK, says="Noted an absence", located=_of_visit)
def mark_absence(session: WriteSession, actor: Actor, command: MarkAbsence) -> MarkKey:
    """Write the mark of a visit that was cancelled late or missed. Raises ClinicError when it was neither, Clash twice."""
    visit = session.get(Appointment, command.appointment_id)
    if visit is None:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    standing = select(AttendanceMark.id).where(
        AttendanceMark.appointment_id == visit.id, AttendanceMark.voided_at.is_(None)
    )
    if session.scalar(standing) is not None:
        raise Clash("This absence is noted already.", next_step="Look at the list again.")
    made = write_mark(session, actor, visit, command.mark, absence_of(session, visit))
    return _key(session, session.get_one(AttendanceMark, made))


def absence_of(session: WriteSession, visit: Appointment) -> Absence | None:
    """What a cancelled or missed visit counts as, or None."""
    if visit.status is AppointmentStatus.NOSHOW:
        return missed_absence(None)
    if visit.status is not AppointmentStatus.CANCELLED or visit.cancelled_at is None:
        return None
    policy, _ = rule_at(session, visit.location_id, visit.day)
    return cancel_absence(reason(ReasonKind.CANCEL, visit.cancel_reason), visit.starts_at, visit.cancelled_at, policy)


@action(Permission.OVERRIDE, says="Waived an absence: {waive_code}", located=_of_mark)
def waive_mark(session: WriteSession, actor: Actor, command: WaiveMark) -> MarkKey:
    """Waive an absence. Raises ReasonNeeded, NotFound, Stale; ClinicError when it is waived."""
    mark = _mark(session, command)
    if mark.waived_at is not None:
        raise ClinicError("This absence is waived already.", next_step="Look at the list again.")
    _waive(session, actor, mark, command.waive_code, command.note)
    return _key(session, mark)


@action(Permission.OVERRIDE, says="Took the waiver of an absence back", located=_of_mark)
def unwaive_mark(session: WriteSession, actor: Actor, command: UnwaiveMark) -> MarkKey:
    """Let a waived absence count again. Raises NotFound, Stale; ClinicError when it is not waived."""
    mark = _mark(session, command)
    if mark.waived_at is None:
        raise ClinicError("This absence is not waived.", next_step="Look at the list again.")
    mark.waived_at, mark.waived_by_name, mark.waive_reason, mark.waive_note = None, "", "", ""
    return _key(session, mark)


@action(Permission.OVERRIDE, says="Looked at an absence, and it stands", located=_of_mark)
def review_mark(session: WriteSession, actor: Actor, command: ReviewMark) -> MarkKey:
    """Note that an absence was looked at. Raises NotFound, Stale, ClinicError for a note that is too long."""
    mark = _mark(session, command)
    mark.reviewed_at, mark.reviewed_by_name = session.now, actor.name
    mark.review_note = clean(command.note, "note", 200)
    return _key(session, mark)
