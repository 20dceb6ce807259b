"""Who waits, and what they would take."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import delete, select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.clock import local_day
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.patients.tables import Patient
from app.schedule.queries.free import place
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location, PractitionerLocation
from app.waitlist.rules import Choice, WaitStatus, check_want
from app.waitlist.rules.fitting import ALL_DAYS
from app.waitlist.tables import WaitlistChoice, WaitlistEntry

NOTE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish(Command):
    """What somebody would take. `weekdays` has bit 0 for Monday; no practitioners: anyone; `locations` besides their own."""

    visit_type_id: int
    minutes: int | None = None
    weekdays: int = ALL_DAYS
    from_time: time | None = None
    to_time: time | None = None
    priority: int = 0
    until: date | None = None
    practitioners: tuple[int, ...] = ()
    locations: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToWaitlist(_Wish):
    """Put somebody on the waitlist of a location. `appointment_id`: the later visit that they give up for an earlier one."""

    patient_id: int
    location_id: int
    appointment_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateWaitlistEntry(_Wish):
    """Change what somebody would take."""

    entry_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """Take somebody off the waitlist; the entry keeps its row."""

    entry_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBack(Command):
    """Put a withdrawn entry back; they wait since they were put there first."""

    entry_id: int
    version: int


@dataclass(frozen=True, slots=True)
class EntryKey:
    """An entry after a step."""

    entry_id: int
    version: int
    patient_id: int


AnyEntry = UpdateWaitlistEntry | Withdraw | BringBack


def _where(session: WriteSession, command: AddToWaitlist) -> tuple[int, ...]:
    return (command.location_id,)


def _of_entry(session: WriteSession, command: AnyEntry) -> tuple[int, ...]:
    found = session.get(WaitlistEntry, command.entry_id)
    return () if found is None else (found.location_id,)


@action(Permission.BOOK, says="Put somebody on the waitlist", located=_where)
def add_to_waitlist(session: WriteSession, actor: Actor, command: AddToWaitlist) -> EntryKey:
    """Put somebody on the waitlist. Raises ClinicError at the field, Clash when they wait for such a visit already."""
    location = place(session, command.location_id)
    _patient(session, command.patient_id)
    later = _later(session, command)
    minutes = _check(session, command, location)
    waits = select(WaitlistEntry.id).where(
        WaitlistEntry.patient_id == command.patient_id,
        WaitlistEntry.location_id == location.id,
        WaitlistEntry.visit_type_id == command.visit_type_id,
        WaitlistEntry.status == WaitStatus.WAITING,
    )
    if session.scalar(waits) is not None:
        raise Clash("This patient waits for such a visit already.", field="patient", next_step="Change that entry.")
    made = WaitlistEntry(
        patient_id=command.patient_id,
        location_id=location.id,
        appointment_id=None if later is None else later.id,
        created_at=session.now,
        created_by_name=actor.name,
        **_values(command, minutes),
    )
    session.add(made)
    session.flush()
    _choose(session, made.id, command)
    return EntryKey(made.id, made.version, made.patient_id)


@action(Permission.BOOK, says="Changed what somebody waits for", located=_of_entry)
def update_waitlist_entry(session: WriteSession, actor: Actor, command: UpdateWaitlistEntry) -> EntryKey:
    """Change an entry. Raises NotFound, Stale, ClinicError at the field."""
    entry = entry_of(session, command.entry_id, command.version)
    _must_wait(entry)
    minutes = _check(session, command, place(session, entry.location_id))
    for name, value in _values(command, minutes).items():
        setattr(entry, name, value)
    session.execute(delete(WaitlistChoice).where(WaitlistChoice.entry_id == entry.id))
    _choose(session, entry.id, command)
    return _key(session, entry)


@action(Permission.BOOK, says="Took somebody off the waitlist", located=_of_entry)
def withdraw(session: WriteSession, actor: Actor, command: Withdraw) -> EntryKey:
    """Take somebody off the waitlist. Raises NotFound, Stale, ClinicError when they do not wait."""
    entry = entry_of(session, command.entry_id, command.version)
    _must_wait(entry)
    entry.status = WaitStatus.WITHDRAWN
    return _key(session, entry)


@action(Permission.BOOK, says="Put somebody back on the waitlist", located=_of_entry)
def bring_back(session: WriteSession, actor: Actor, command: BringBack) -> EntryKey:
    """Put a withdrawn entry back. Raises NotFound, Stale, ClinicError when it was not withdrawn."""
    entry = entry_of(session, command.entry_id, command.version)
    if entry.status is not WaitStatus.WITHDRAWN:
        raise ClinicError("This entry was not withdrawn.", next_step="Look at the list again.")
    entry.status = WaitStatus.WAITING
    return _key(session, entry)


def entry_of(session: WriteSession, entry_id: int, version: int) -> WaitlistEntry:
    """The entry, held until the transaction ends. Raises NotFound, Stale."""
    session.hold(select(WaitlistEntry.id).where(WaitlistEntry.id == entry_id).with_for_update())
    found = session.get(WaitlistEntry, entry_id, populate_existing=True)
    if found is None:
        raise NotFound("There is no such entry.", next_step="Look at the list again.")
    if found.version != version:
        raise Stale("Somebody else changed this entry a moment ago.", next_step="Look at it again, then go on.")
    return found


def _must_wait(entry: WaitlistEntry) -> None:
    if entry.status is not WaitStatus.WAITING:
        raise ClinicError("This patient does not wait any more.", next_step="Look at the list again.")


def _patient(session: WriteSession, patient_id: int) -> Patient:
    found = session.get(Patient, patient_id)
    if found is None or found.merged_into_id is not None:
        raise NotFound("There is no such patient.", field="patient", next_step="Find the patient again.")
    if found.deceased_on is not None:
        raise ClinicError("This patient has died.", field="patient", next_step="Look at the record.")
    return found


def _later(session: WriteSession, command: AddToWaitlist) -> Appointment | None:
    """The visit that is given up for an earlier one. Raises ClinicError when it is not a booked one of this patient."""
    if command.appointment_id is None:
        return None
    found = session.get(Appointment, command.appointment_id)
    if found is None or found.patient_id != command.patient_id or found.status is not AppointmentStatus.BOOKED:
        raise ClinicError("This is no booked visit of theirs.", field="appointment", next_step="Choose another one.")
    return found


def _check(session: WriteSession, command: AddToWaitlist | UpdateWaitlistEntry, location: Location) -> int:
    """The length that is wished. Raises ClinicError at the field that cannot be."""
    kind = session.get(VisitType, command.visit_type_id)
    if kind is None or not kind.active:
        raise NotFound("There is no such visit type.", field="visit_type", next_step="Choose another one.")
    minutes = command.minutes or kind.minutes
    today = local_day(session.now, location.zone)
    check_want(
        minutes, command.weekdays, command.from_time, command.to_time, command.priority, command.until, today
    )  # fmt: skip
    known = set(
        session.scalars(
            select(PractitionerLocation.practitioner_id).where(
                PractitionerLocation.practitioner_id.in_(command.practitioners)
            )
        )
    )
    if set(command.practitioners) - known:
        raise NotFound(
            "This practitioner does not work at this location.", field="practitioners", next_step="Choose another one."
        )
    for one in command.locations:
        place(session, one)
    return minutes


def _values(command: AddToWaitlist | UpdateWaitlistEntry, minutes: int) -> dict[str, object]:
    return {
        "visit_type_id": command.visit_type_id,
        "minutes": minutes,
        "weekdays": command.weekdays,
        "from_time": command.from_time,
        "to_time": command.to_time,
        "priority": command.priority,
        "until": command.until,
        "note": clean(command.note, "note", NOTE),
    }


def _choose(session: WriteSession, entry_id: int, command: AddToWaitlist | UpdateWaitlistEntry) -> None:
    chosen = {Choice.PRACTITIONER: command.practitioners, Choice.LOCATION: command.locations}
    session.add_all(
        WaitlistChoice(entry_id=entry_id, kind=kind, chosen_id=one) for kind, ids in chosen.items() for one in set(ids)
    )
    session.flush()
    note_bulk(session, "waitlist_choice", str(entry_id))


def _key(session: WriteSession, entry: WaitlistEntry) -> EntryKey:
    session.flush()
    return EntryKey(entry.id, entry.version, entry.patient_id)
