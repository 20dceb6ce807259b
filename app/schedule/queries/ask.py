"""The questions themselves, each with its permission."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, or_, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.errors import ClinicError, NotFound
from app.core.sessions import ReadSession
from app.patients.queries.eyes import SEEN, Eyes, eyes_of
from app.patients.tables import Patient
from app.schedule.queries.attendance import absences_now
from app.schedule.queries.free import (
    LOOK_AHEAD,
    Wanted,
    block_row,
    books,
    closed_between,
    free_openings,
    period,
    place,
    staff_of,
)
from app.schedule.queries.rows import (
    AppointmentRow,
    BookingStart,
    DayPlan,
    Opening,
    PractitionerDay,
    PractitionerRow,
    VisitTypeRow,
)
from app.schedule.rules import GHOSTS, AppointmentStatus, VisitKind
from app.schedule.tables import Appointment, VisitType, WorkingHours
from app.staff.tables import Location, Practitioner

#: how many days one search for openings may span
MOST_DAYS = 370


def _patients(rows: Iterable[AppointmentRow]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.patient_id for row in rows))


def _select() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.location_id,
            Appointment.practitioner_id,
            Practitioner.family.label("practitioner"),
            Appointment.patient_id,
            Patient.family,
            Patient.given,
            Patient.birth_date,
            Patient.mrn,
            Appointment.visit_type_id,
            VisitType.name,
            VisitType.kind,
            Appointment.status,
            Appointment.day,
            Appointment.wall_start,
            Appointment.minutes,
            Appointment.zone,
            Appointment.starts_at,
            Appointment.ends_at,
            Appointment.note,
            Appointment.walk_in,
            Appointment.cancel_reason,
            Appointment.cancel_note,
            Appointment.cancelled_at,
            Appointment.moved_from,
            *SEEN[2:],
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
    )


def _row(raw: Row[*tuple[Any, ...]], masked: bool, eyes: Eyes) -> AppointmentRow:
    values = list(raw)[: -len(SEEN[2:])]
    values[6:8] = [eyes.name(raw.patient_id, raw)]
    row = AppointmentRow(*values)
    if eyes.closed(raw.patient_id, raw):
        return replace(row, birth_date=None, mrn="", note="", cancel_note="")
    return replace(row, birth_date=None, mrn="") if masked else row


def _ask(session: ReadSession, actor: Actor, wanted: Select[*tuple[Any, ...]]) -> tuple[AppointmentRow, ...]:
    grant = actor.grant(Permission.SEARCH_PATIENT)
    masked = grant is not None and grant.masked
    eyes = eyes_of(session, actor)
    return tuple(_row(raw, masked, eyes) for raw in session.execute(wanted))


def _reach(actor: Actor, wanted: Select[*tuple[Any, ...]], location_id: int | None) -> Select[*tuple[Any, ...]]:
    seen = actor.sees(Permission.SEARCH_PATIENT, location_id)
    return wanted if seen is None else wanted.where(Appointment.location_id.in_(seen))


@query(Permission.SEARCH_PATIENT, subjects=_patients)
def day(session: ReadSession, actor: Actor, location_id: int | None, day: date) -> tuple[AppointmentRow, ...]:
    """Every visit of a day by start and practitioner, ghosts too; all of the actor's locations when none is named."""
    wanted = _select().where(Appointment.day == day, Appointment.status != AppointmentStatus.ENTERED_IN_ERROR)
    wanted = wanted.order_by(Appointment.starts_at, Practitioner.family, Appointment.id)
    return _ask(session, actor, _reach(actor, wanted, location_id))


@query(Permission.SEARCH_PATIENT, subjects=lambda row: (row.patient_id,))
def appointment(session: ReadSession, actor: Actor, appointment_id: int) -> AppointmentRow:
    """One visit. Raises NotFound, also for a visit at a location that is not the actor's."""
    wanted = _reach(actor, _select().where(Appointment.id == appointment_id), None)
    found = _ask(session, actor, wanted)
    if not found:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    return found[0]


@query(Permission.SEARCH_PATIENT, subjects=_patients)
def next_visits(session: ReadSession, actor: Actor, patient_id: int, limit: int = 10) -> tuple[AppointmentRow, ...]:
    """A patient's booked visits from now on by start, whatever order they were made in."""
    wanted = _select().where(
        Appointment.patient_id == patient_id,
        Appointment.status == AppointmentStatus.BOOKED,
        Appointment.ends_at > session.now,
    )
    return _ask(session, actor, _reach(actor, wanted.order_by(Appointment.starts_at).limit(limit), None))


@query(Permission.SEARCH_PATIENT, subjects=_patients)
def past_visits(session: ReadSession, actor: Actor, patient_id: int, limit: int = 10) -> tuple[AppointmentRow, ...]:
    """A patient's visits that are over, under way, cancelled or missed, the latest first; the rest is in `next_visits`."""
    wanted = _select().where(
        Appointment.patient_id == patient_id,
        Appointment.status != AppointmentStatus.ENTERED_IN_ERROR,
        or_(Appointment.status != AppointmentStatus.BOOKED, Appointment.ends_at <= session.now),
    )
    newest = wanted.order_by(Appointment.starts_at.desc(), Appointment.id.desc()).limit(limit)
    return _ask(session, actor, _reach(actor, newest, None))


@query(Permission.OWN_SESSION)
def visit_types(session: ReadSession, actor: Actor) -> tuple[VisitTypeRow, ...]:
    """What can be booked, the shortest first."""
    wanted = select(VisitType.id, VisitType.code, VisitType.name, VisitType.kind, VisitType.minutes)
    rows = session.execute(wanted.where(VisitType.active).order_by(VisitType.minutes, VisitType.name))
    return tuple(VisitTypeRow(*row) for row in rows)


@query(Permission.OWN_SESSION)
def practitioners(session: ReadSession, actor: Actor, location_id: int) -> tuple[PractitionerRow, ...]:
    """Who can be booked at a location, by name."""
    return staff_of(session, location_id)


@query(Permission.BOOK, subjects=lambda start: () if start.patient_id is None else (start.patient_id,))
def booking_start(session: ReadSession, actor: Actor, location_id: int, patient_id: int | None) -> BookingStart:
    """What a booking begins with: the patient's names, what can be booked, and what is likely. Raises NotFound."""
    actor.sees(Permission.BOOK, location_id)
    location = place(session, location_id)
    types, people = visit_types(session, actor), staff_of(session, location_id)
    start = BookingStart(
        location.id, location.name, location.zone, local_day(session.now, location.zone), types, people
    )
    first = next((one.id for one in types if one.kind is VisitKind.EVALUATION), None)
    if patient_id is None:
        return start
    patient = session.get(Patient, patient_id)
    if patient is None:
        raise NotFound("There is no such patient.", field="patient", next_step="Find the patient again.")
    last = last_visit(session, patient_id)
    follow_up = next((one.id for one in types if one.kind is VisitKind.FOLLOW_UP), None)
    eyes = eyes_of(session, actor)
    closed = eyes.closed(patient.id, patient)
    return replace(
        start,
        patient_id=patient.id,
        patient=eyes.name(patient.id, patient),
        birth_date=None if closed else patient.birth_date,
        mrn="" if closed else patient.mrn,
        practitioner_id=last[0] if last and last[0] in {who.id for who in people} else None,
        visit_type_id=follow_up if last else first,
        upcoming=next_visits(session, actor, patient_id, 3) if actor.grant(Permission.SEARCH_PATIENT) else (),
        absences=absences_now(session, patient_id, location_id, start.today),
    )


def last_visit(session: ReadSession, patient_id: int) -> tuple[int, int] | None:
    """Practitioner and visit type of the visit that came last, ghosts left out, or None."""
    wanted = (
        select(Appointment.practitioner_id, Appointment.visit_type_id)
        .where(
            Appointment.patient_id == patient_id,
            Appointment.status.not_in(GHOSTS),
            Appointment.starts_at <= session.now,
        )
        .order_by(Appointment.starts_at.desc(), Appointment.id.desc())
        .limit(1)
    )
    row = session.execute(wanted).first()
    return None if row is None else (row[0], row[1])


@query(Permission.BOOK)
def openings(
    session: ReadSession,
    actor: Actor,
    location_id: int,
    visit_type_id: int,
    from_day: date,
    days: int = 28,
    practitioner_id: int | None = None,
    patient_id: int | None = None,
    limit: int = 20,
    minutes: int | None = None,
) -> tuple[Opening, ...]:
    """The first free times for a visit type, by time. Times at which the patient is elsewhere are left out.

    `minutes` overrules the type's length. Raises ClinicError for a span of days that ends before it begins, NotFound
    for an unknown type.
    """
    actor.sees(Permission.BOOK, location_id)
    if not 1 <= days <= MOST_DAYS:
        raise ClinicError("The last day lies before the first.", field="day", next_step="Choose a later last day.")
    kind = session.get(VisitType, visit_type_id)
    if kind is None or not kind.active:
        raise NotFound("There is no such visit type.", field="visit_type", next_step="Choose another one.")
    location = place(session, location_id)
    wanted = Wanted(minutes or kind.minutes, session.now, patient_id)
    people = staff_of(session, location_id, practitioner_id)
    return tuple(free_openings(session, location, people, wanted, from_day, days, limit))


@query(Permission.SEARCH_PATIENT, subjects=lambda plan: _patients(plan.visits))
def day_plan(session: ReadSession, actor: Actor, location_id: int, day: date) -> DayPlan:
    """A location's day in columns, for the screen and the printed strip. Raises NotFound for an unknown location."""
    wanted = _select().where(Appointment.day == day, Appointment.status != AppointmentStatus.ENTERED_IN_ERROR)
    rows = _ask(session, actor, _reach(actor, wanted.order_by(Appointment.starts_at, Appointment.id), location_id))
    location = place(session, location_id)
    by_who: dict[int, list[AppointmentRow]] = defaultdict(list)
    for row in rows:
        by_who[row.practitioner_id].append(row)
    columns = _columns(session, location, day, by_who)
    today = local_day(session.now, location.zone)
    after = None if columns else next_open_day(session, location, max(day, today))
    return DayPlan(location.id, location.name, location.zone, day, today, columns, after)


def _columns(
    session: ReadSession, location: Location, day: date, by_who: dict[int, list[AppointmentRow]]
) -> tuple[PractitionerDay, ...]:
    """Everyone who works that day or has a visit, by name; those who left the clinic keep the visits they had."""
    people = {who.id: who for who in staff_of(session, location.id)}
    for gone in set(by_who) - set(people):
        row = session.get_one(Practitioner, gone)
        people[gone] = PractitionerRow(row.id, row.family, row.given, row.credential, row.lanes)
    everyone = sorted(people.values(), key=lambda who: (who.family, who.given, who.id))
    made = books(session, location, everyone, day, 1, taken=False)
    blocks = closed_between(session, location.id, people, *day_bounds(day, location.zone))
    return tuple(
        PractitionerDay(
            who,
            tuple(period(span, location.zone) for span in made[who.id, day].opened),
            tuple(block_row(one, location.zone) for one in blocks if one.practitioner_id in (None, who.id)),
            tuple(by_who.get(who.id, ())),
        )
        for who in everyone
        if made[who.id, day].hours or who.id in by_who
    )


def next_open_day(session: ReadSession, location: Location, after: date) -> date | None:
    """The first day after `after` on which somebody works at the location, within four weeks."""
    rows = session.execute(
        select(WorkingHours.weekday, WorkingHours.valid_from, WorkingHours.valid_to).where(
            WorkingHours.location_id == location.id
        )
    ).all()
    for number in range(1, LOOK_AHEAD + 1):
        on = after + timedelta(days=number)
        if any(row[0] == on.weekday() and row[1] <= on and (row[2] is None or on <= row[2]) for row in rows):
            return on
    return None
