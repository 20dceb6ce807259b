"""Who waits, since when, and for what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.patients.queries.eyes import SEEN, Eyes, eyes_of
from app.patients.tables import Patient
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location, Practitioner
from app.waitlist.rules import Choice, Hole, WaitStatus, Want, misfit
from app.waitlist.tables import WaitlistChoice, WaitlistEntry


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Somebody who waits. `practitioners` and `locations` are (id, name); `later` is the visit they would give up."""

    id: int
    version: int
    patient_id: int
    patient: str
    location_id: int
    location: str
    zone: str
    visit_type_id: int
    visit_type: str
    minutes: int
    weekdays: int
    from_time: time | None
    to_time: time | None
    priority: int
    until: date | None
    note: str
    since: datetime
    by: str
    practitioners: tuple[tuple[int, str], ...] = ()
    locations: tuple[tuple[int, str], ...] = ()
    later_id: int | None = None
    later_version: int = 0
    later_day: date | None = None
    later_start: time | None = None
    later_at: datetime | None = None

    def want(self) -> Want:
        """For the rules."""
        return Want(
            self.minutes,
            frozenset({self.location_id, *(one[0] for one in self.locations)}),
            frozenset(one[0] for one in self.practitioners),
            self.weekdays,
            self.from_time,
            self.to_time,
            self.until,
            self.later_at,
        )

    def fits(self, hole: Hole) -> bool:
        """Whether they would take a hole."""
        return misfit(self.want(), hole) is None


def read_entries(session: Session, eyes: Eyes, where: ColumnElement[bool]) -> tuple[EntryRow, ...]:
    """The entries that somebody waits by, the longest first. A later visit that is not booked any more is none."""
    wanted = (
        select(
            WaitlistEntry,
            Location.name.label("location"),
            Location.zone.label("zone"),
            VisitType.name.label("visit_type"),
            Appointment.id.label("later_id"),
            Appointment.version.label("later_version"),
            Appointment.day.label("later_day"),
            Appointment.wall_start.label("later_start"),
            Appointment.starts_at.label("later_at"),
            *SEEN,
        )
        .join(Patient, Patient.id == WaitlistEntry.patient_id)
        .join(Location, Location.id == WaitlistEntry.location_id)
        .join(VisitType, VisitType.id == WaitlistEntry.visit_type_id)
        .outerjoin(
            Appointment,
            (Appointment.id == WaitlistEntry.appointment_id) & (Appointment.status == AppointmentStatus.BOOKED),
        )
        .where(where, Patient.merged_into_id.is_(None), Patient.deceased_on.is_(None))
        .order_by(WaitlistEntry.created_at, WaitlistEntry.id)
    )
    rows = session.execute(wanted).all()
    chosen = _choices(session, [row.WaitlistEntry.id for row in rows])
    return tuple(_entry(row, eyes, chosen[row.WaitlistEntry.id]) for row in rows)


Chosen = dict[Choice, list[tuple[int, str]]]


def _choices(session: Session, ids: Iterable[int]) -> defaultdict[int, Chosen]:
    found: defaultdict[int, Chosen] = defaultdict(lambda: {Choice.PRACTITIONER: [], Choice.LOCATION: []})
    mine = WaitlistChoice.entry_id.in_(list(ids))
    for kind, table, name in (
        (Choice.PRACTITIONER, Practitioner, Practitioner.family),
        (Choice.LOCATION, Location, Location.name),
    ):
        wanted = (
            select(WaitlistChoice.entry_id, WaitlistChoice.chosen_id, name)
            .join(table, table.id == WaitlistChoice.chosen_id)
            .where(mine, WaitlistChoice.kind == kind)
            .order_by(name)
        )
        for entry_id, chosen_id, words in session.execute(wanted):
            found[entry_id][kind].append((chosen_id, words))
    return found


def _entry(row: Row[*tuple[Any, ...]], eyes: Eyes, chosen: Chosen) -> EntryRow:
    made: WaitlistEntry = row.WaitlistEntry
    return EntryRow(
        made.id, made.version, made.patient_id, eyes.name(made.patient_id, row), made.location_id, row.location, row.zone,
        made.visit_type_id, row.visit_type, made.minutes, made.weekdays, made.from_time, made.to_time, made.priority,
        made.until, "" if eyes.closed(made.patient_id, row) else made.note, made.created_at, made.created_by_name,
        tuple(chosen[Choice.PRACTITIONER]), tuple(chosen[Choice.LOCATION]),
        row.later_id, row.later_version or 0, row.later_day, row.later_start, row.later_at,
    )  # fmt: skip


def read_fitting(session: ReadSession, actor: Actor) -> tuple[EntryRow, ...]:
    """Everybody who waits at the actor's locations, for the count of who would take a hole: no name of it is shown."""
    seen = actor.sees(Permission.BOOK, None)
    where = WaitlistEntry.status == WaitStatus.WAITING
    if seen is not None:
        where &= WaitlistEntry.location_id.in_(seen)
    return read_entries(session, eyes_of(session, actor), where)


@query(Permission.SEARCH_PATIENT, subjects=lambda rows: tuple(dict.fromkeys(row.patient_id for row in rows)))
def waiting(
    session: ReadSession, actor: Actor, location_id: int | None, patient_id: int | None = None
) -> tuple[EntryRow, ...]:
    """Who waits at a location, or at all of the actor's; or the entries of one patient. The longest wait first."""
    seen = actor.sees(Permission.SEARCH_PATIENT, location_id)
    where = WaitlistEntry.status == WaitStatus.WAITING
    if seen is not None:
        where &= WaitlistEntry.location_id.in_(seen)
    if patient_id is not None:
        where &= WaitlistEntry.patient_id == patient_id
    return read_entries(session, eyes_of(session, actor), where)
