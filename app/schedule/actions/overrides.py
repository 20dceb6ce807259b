"""Leave to book against the rules, given ahead by who may, so that a desk without that right can book; and taken back."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local_day
from app.core.errors import ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.patients.tables import Patient
from app.schedule.actions.checks import allow_override
from app.schedule.actions.slots import practitioner_at, times
from app.schedule.queries.free import place
from app.schedule.rules.capacity import OverrideState, override_state
from app.schedule.tables import BookingOverride


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveOverride(Command):
    """Let one visit be booked with somebody at a time whatever the rules say; `reason` is why. No patient: anybody's."""

    location_id: int
    practitioner_id: int
    day: date
    start: time
    minutes: int
    patient_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidOverride(Command):
    """Take leave back that nobody used."""

    override_id: int
    version: int


@dataclass(frozen=True, slots=True)
class OverrideGiven:
    """Leave to book with somebody at a time, or that it was taken back."""

    override_id: int
    version: int
    practitioner: str
    starts_at: datetime
    ends_at: datetime


def _where(session: WriteSession, command: GiveOverride) -> tuple[int, ...]:
    return (command.location_id,)


def _of_override(session: WriteSession, command: VoidOverride) -> tuple[int, ...]:
    found = session.get(BookingOverride, command.override_id)
    return () if found is None else (found.location_id,)


@action(Permission.OVERRIDE, says="Let a visit be booked with {practitioner} against the rules", located=_where)
def give_override(session: WriteSession, actor: Actor, command: GiveOverride) -> OverrideGiven:
    """Give leave for one visit, until its time begins. Raises ReasonNeeded, NotFound, ClinicError for what is over."""
    location = place(session, command.location_id)
    who = practitioner_at(session, command.practitioner_id, location.id)
    why = clean(command.reason, "reason", 200)
    allow_override(actor, location.id, why)
    if command.patient_id is not None and session.get(Patient, command.patient_id) is None:
        raise NotFound("There is no such patient.", field="patient", next_step="Find the patient again.")
    begin, end = times(location, command.day, command.start, command.minutes)
    if begin <= session.now:
        field = "start" if local_day(begin, location.zone) == local_day(session.now, location.zone) else "day"
        raise ClinicError("That time is over.", field=field, next_step="Choose a later one.")
    made = BookingOverride(
        location_id=location.id,
        practitioner_id=who.id,
        patient_id=command.patient_id,
        starts_at=begin,
        ends_at=end,
        rules="",
        why=why,
        given_at=session.now,
        given_by_name=actor.name,
        expires_at=begin,
    )
    session.add(made)
    session.flush()
    return OverrideGiven(made.id, made.version, who.name, begin, end)


@action(Permission.OVERRIDE, says="Took back leave to book with {practitioner} against the rules", located=_of_override)
def void_override(session: WriteSession, actor: Actor, command: VoidOverride) -> OverrideGiven:
    """Take leave back. Raises NotFound, Stale, ClinicError when it was used, is over or was taken back."""
    found = session.get(BookingOverride, command.override_id)
    if found is None:
        raise NotFound("There is no such override.", next_step="Look at the list again.")
    if found.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    if override_state(found.used_at, found.voided_at, found.expires_at, session.now) is not OverrideState.OPEN:
        raise ClinicError("This override is not open any more.", next_step="Cancel the visit if it should not be.")
    found.voided_at = session.now
    session.flush()
    who = practitioner_at(session, found.practitioner_id, found.location_id)
    return OverrideGiven(found.id, found.version, who.name, found.starts_at, found.ends_at)
