"""The questions themselves, each with its permission."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import or_, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local_day
from app.core.errors import ClinicError, NotFound
from app.core.sessions import ReadSession
from app.patients.queries.eyes import eyes_of
from app.patients.tables import Patient
from app.schedule.queries.attendance import absences_now
from app.schedule.queries.free import Wanted, free_openings, place, staff_of
from app.schedule.queries.nearest import LOOK_AHEAD
from app.schedule.queries.needs import episode_now, needs_of, wrong_patient
from app.schedule.queries.reading import in_reach, patients_of, read, visits
from app.schedule.queries.rows import AppointmentRow, BookingStart, DayPlan, Opening, PractitionerRow, VisitTypeRow
from app.schedule.queries.several import plans
from app.schedule.rules import GHOSTS, AppointmentStatus, VisitKind
from app.schedule.tables import Appointment, VisitType, WorkingHours
from app.staff.tables import Location

#: how many days one search for openings may span
MOST_DAYS = 370


@query(Permission.SEARCH_PATIENT, subjects=patients_of)
def day(session: ReadSession, actor: Actor, location_id: int | None, day: date) -> tuple[AppointmentRow, ...]:
    """Every visit of a day by start and practitioner, ghosts too; all of the actor's locations when none is named."""
    wanted = visits().where(Appointment.day == day, Appointment.status != AppointmentStatus.ENTERED_IN_ERROR)
    found = read(session, actor, in_reach(actor, wanted, location_id))
    return tuple(sorted(found, key=lambda row: (row.starts_at, row.practitioner, row.id)))


@query(Permission.SEARCH_PATIENT, subjects=lambda row: (row.patient_id,))
def appointment(session: ReadSession, actor: Actor, appointment_id: int) -> AppointmentRow:
    """One visit. Raises NotFound, also for a visit at a location that is not the actor's."""
    wanted = in_reach(actor, visits().where(Appointment.id == appointment_id), None)
    found = read(session, actor, wanted)
    if not found:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    return found[0]


@query(Permission.SEARCH_PATIENT, subjects=patients_of)
def next_visits(session: ReadSession, actor: Actor, patient_id: int, limit: int = 10) -> tuple[AppointmentRow, ...]:
    """A patient's booked visits from now on by start, whatever order they were made in."""
    wanted = visits().where(
        Appointment.patient_id == patient_id,
        Appointment.status == AppointmentStatus.BOOKED,
        Appointment.ends_at > session.now,
    )
    return read(session, actor, in_reach(actor, wanted.order_by(Appointment.starts_at).limit(limit), None))


@query(Permission.SEARCH_PATIENT, subjects=patients_of)
def past_visits(session: ReadSession, actor: Actor, patient_id: int, limit: int = 10) -> tuple[AppointmentRow, ...]:
    """A patient's visits that are over, under way, cancelled or missed, the latest first; the rest is in `next_visits`."""
    wanted = visits().where(
        Appointment.patient_id == patient_id,
        Appointment.status != AppointmentStatus.ENTERED_IN_ERROR,
        or_(Appointment.status != AppointmentStatus.BOOKED, Appointment.ends_at <= session.now),
    )
    newest = wanted.order_by(Appointment.starts_at.desc(), Appointment.id.desc()).limit(limit)
    return read(session, actor, in_reach(actor, newest, None))


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
    if patient_id is None:
        return start
    patient = session.get(Patient, patient_id)
    if patient is None:
        raise NotFound("There is no such patient.", field="patient", next_step="Find the patient again.")
    last = last_visit(session, patient_id)
    eyes = eyes_of(session, actor)
    closed = eyes.closed(patient.id, patient)
    return replace(
        start,
        patient_id=patient.id,
        patient=eyes.name(patient.id, patient),
        birth_date=None if closed else patient.birth_date,
        mrn="" if closed else patient.mrn,
        practitioner_id=last[0] if last and last[0] in {who.id for who in people} else None,
        visit_type_id=likely_type(types, last[1] if last else None),
        episode_id=episode_now(session, patient_id),
        upcoming=next_visits(session, actor, patient_id, 3) if actor.grant(Permission.SEARCH_PATIENT) else (),
        absences=absences_now(session, patient_id, location_id, start.today),
    )


def likely_type(types: Sequence[VisitTypeRow], last_id: int | None) -> int | None:
    """What the next visit of somebody is: an evaluation for who is new, then the follow-up that they had last.

    After another kind of visit it is the clinic's oldest follow-up: the ordinary one is set up before the special ones.
    """
    if last_id is None:
        return next((one.id for one in types if one.kind is VisitKind.EVALUATION), None)
    follow_ups = [one.id for one in types if one.kind is VisitKind.FOLLOW_UP]
    return last_id if last_id in follow_ups else min(follow_ups, default=None)


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

    `minutes` overrules the type's length. Raises ClinicError for a span of days that ends before it begins and for a
    type that is not for this patient, NotFound for an unknown one.
    """
    actor.sees(Permission.BOOK, location_id)
    if not 1 <= days <= MOST_DAYS:
        raise ClinicError("The last day lies before the first.", field="day", next_step="Choose a later last day.")
    kind = session.get(VisitType, visit_type_id)
    if kind is None or not kind.active:
        raise NotFound("There is no such visit type.", field="visit_type", next_step="Choose another one.")
    location = place(session, location_id)
    needs = needs_of(session, kind, patient_id)
    if patient_id is not None and not needs.suits(from_day):
        raise wrong_patient(kind.name, needs.for_whom)
    wanted = Wanted(minutes or kind.minutes, session.now + needs.lead, patient_id, needs=needs)
    people = staff_of(session, location_id, practitioner_id)
    return tuple(free_openings(session, location, people, wanted, from_day, days, limit))


@query(Permission.SEARCH_PATIENT, subjects=lambda plan: patients_of(plan.visits))
def day_plan(session: ReadSession, actor: Actor, location_id: int, day: date) -> DayPlan:
    """A location's day in columns, for the screen and the printed strip. Raises NotFound for an unknown location."""
    plan = plans(session, actor, place(session, location_id), day, 1)[0]
    if plan.columns:
        return plan
    return replace(plan, next_open_day=next_open_day(session, place(session, location_id), max(day, plan.today)))


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
