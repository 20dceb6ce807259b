"""A whole day: its counts, what stands in the way of closing it, and the worklist of open visits."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local_day
from app.core.errors import NotFound
from app.core.ports import Badge, WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.patients.queries.eyes import SEEN
from app.patients.tables import Patient
from app.payments.queries import ClosedDay, closing_of, paid_for
from app.payments.rules import unpaid
from app.payments.tables import VisitDue
from app.schedule.queries.several import MOST_DAYS
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment
from app.staff.tables import Location
from app.visits.queries.board import Sight, clock_columns, clocks_of, on_day, read_board, reason_of, sight_for, sight_of
from app.visits.rules import (
    LOOKS,
    OPEN,
    BoardState,
    Counts,
    DayVisit,
    Limits,
    OpenPoint,
    VisitToday,
    count_states,
    points_of,
    state_of,
    word,
)
from app.visits.tables import Encounter


@dataclass(frozen=True, slots=True)
class DayCounts:
    """A day's visits by state, as the board counts them, and whether the day is closed."""

    location_id: int | None
    day: date
    counts: Counts
    closing: ClosedDay | None


def read_counts(session: Session, places: frozenset[int] | None, day: date, now: datetime) -> Counts:
    """A day's visits by state, without names: the same states the board shows."""
    wanted = select(*clock_columns()).outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
    rows = session.execute(wanted.where(on_day(places, day)))
    return count_states(state_of(row[0], row[1], clocks_of(row), now) for row in rows)


@query(Permission.REPORT_COUNTS)
def day_counts(session: ReadSession, actor: Actor, location_id: int | None, day: date) -> DayCounts:
    """A day's visits by state, for the report and for who may not see names."""
    places = actor.sees(Permission.REPORT_COUNTS, location_id)
    closing = closing_of(session, location_id, day) if location_id is not None else None
    return DayCounts(location_id, day, read_counts(session, places, day, session.now), closing)


#: who closes a day by program, or checks that it may be closed: nobody reads the names
_UNSEEN = Sight(named=True, money=True)


def read_day_points(
    session: Session, location_id: int, day: date, now: datetime, sight: Sight = _UNSEEN
) -> tuple[OpenPoint, ...]:
    """What stands in the way of closing a day, by time of the visit."""
    wanted = (
        select(
            *clock_columns(),
            Appointment.id,
            Appointment.patient_id,
            Appointment.wall_start,
            Appointment.cancel_reason,
            Encounter.outcome_reason,
            *SEEN,
            VisitDue.due_cents,
            VisitDue.not_taken_reason,
            paid_for(Appointment.id).label("paid"),
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .outerjoin(VisitDue, VisitDue.appointment_id == Appointment.id)
        .where(on_day(frozenset({location_id}), day))
        .order_by(Appointment.starts_at, Appointment.id)
    )
    return tuple(point for row in session.execute(wanted) for point in points_of(_day_visit(row, now, sight)))


def _day_visit(row: Row[*tuple[Any, ...]], now: datetime, sight: Sight) -> DayVisit:
    state = state_of(row.status, row.encounter_status, clocks_of(row), now)
    left = 0 if row.not_taken_reason else unpaid(row.due_cents or 0, row.paid)
    name = sight.name(row.patient_id, row)
    return DayVisit(row.id, row.patient_id, name, row.wall_start, state, reason_of(state, row), left)


def _point_patients(points: Iterable[OpenPoint]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(point.patient_id for point in points))


@query(Permission.CLOSE_DAY, subjects=_point_patients)
def day_to_settle(session: ReadSession, actor: Actor, location_id: int, day: date) -> tuple[OpenPoint, ...]:
    """What is open at the end of a day; empty means that it can be closed at once."""
    actor.sees(Permission.CLOSE_DAY, location_id)
    sight = replace(sight_for(session, actor), named=True)  # who closes a day asks about each by name
    return read_day_points(session, location_id, day, session.now, sight)


@query(Permission.CLOSE_DAY)
def closing(session: ReadSession, actor: Actor, location_id: int, day: date) -> ClosedDay:
    """Whether a day is closed, by whom, and with which explanations."""
    actor.sees(Permission.CLOSE_DAY, location_id)
    return closing_of(session, location_id, day)


@query(Permission.SEARCH_PATIENT)
def badges(
    session: ReadSession,
    actor: Actor,
    location_id: int,
    day: date,
    days: int = 1,
    practitioner_ids: tuple[int, ...] = (),
) -> tuple[Badge, ...]:
    """The board's word, ring, colour and open points of each visit, for the schedule's boxes.

    Those of `days` days from `day` (at most a week), of these practitioners; of everybody when none is named.
    """
    places = actor.sees(Permission.SEARCH_PATIENT, location_id)
    wanted = on_day(places, day, min(max(days, 1), MOST_DAYS))
    if practitioner_ids:
        wanted &= Appointment.practitioner_id.in_(practitioner_ids)
    rows = read_board(session, wanted, session.now, sight_of(actor), Limits())
    return tuple(
        Badge(row.appointment_id, word(row.state), *LOOKS[row.state], row.open_points if row.not_ready else 0)
        for row in rows
    )


#: a search ranks no more visits than these first; a location of twenty therapists has fewer in a day
_MOST_TODAY = 400


@query(Permission.SEARCH_PATIENT)
def visits_today(session: ReadSession, actor: Actor, location_id: int | None, day: date) -> tuple[VisitToday, ...]:
    """Who has a visit on a day and where it stands, by start and without names; at most 400, for the search.

    Without a location all of the actor's. Raises Refused for another one.
    """
    places = actor.sees(Permission.SEARCH_PATIENT, location_id)
    wanted = (
        select(
            *clock_columns(), Appointment.id, Appointment.patient_id, Appointment.location_id, Appointment.wall_start
        )
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .where(on_day(places, day))
        .order_by(Appointment.starts_at, Appointment.id)
        .limit(_MOST_TODAY)
    )
    return tuple(
        VisitToday(
            row.patient_id,
            row.id,
            row.location_id,
            row.wall_start,
            state_of(row.status, row.encounter_status, clocks_of(row), session.now),
        )
        for row in session.execute(wanted)
    )


class OpenVisits:
    """The worklist of visits that nobody finished: of days before today, and whoever waits to be checked out.

    Those of earlier days that nobody came to are in `ProbablyMissed`.
    """

    code = "open-visits"

    def title(self) -> str:
        """The list's name."""
        return tr("Open visits")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """One row for each open visit of the last days, the oldest first."""
        places = actor.sees(Permission.SEARCH_PATIENT, location_id)
        going = (AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED, AppointmentStatus.CHECKED_IN)
        wanted = (Appointment.day <= today) & Appointment.status.in_(going)
        if places is not None:
            wanted = wanted & Appointment.location_id.in_(places)
        sight = sight_for(session, actor)
        return tuple(_open_rows(session.execute(_open_select().where(wanted)), session.now, today, sight))


def _open_select() -> Select[*tuple[Any, ...]]:
    return (
        select(*clock_columns(), Appointment.id, Appointment.day, Appointment.zone, Appointment.patient_id, *SEEN)
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .order_by(Appointment.starts_at, Appointment.id)
    )


#: nobody came yet
UNCOME = frozenset({BoardState.BOOKED, BoardState.LATE})


def _open_rows(
    rows: Iterable[Row[*tuple[Any, ...]]], now: datetime, today: date, sight: Sight
) -> Iterable[WorklistRow]:
    for row in rows:
        state = state_of(row.status, row.encounter_status, clocks_of(row), now)
        if state in OPEN and state not in UNCOME and (row.day < today or state is BoardState.OUT):
            title = sight.name(row.patient_id, row)
            yield WorklistRow(str(row.id), title, word(state), row.patient_id, row.id, row.day)


def has_next_visit(session: Session, patient_id: int, after: datetime) -> bool:
    """Whether the patient has a visit booked later than an instant."""
    wanted = select(func.count()).where(
        Appointment.patient_id == patient_id,
        Appointment.status == AppointmentStatus.BOOKED,
        Appointment.starts_at > after,
    )
    return bool(session.scalar(wanted))


def today_at(session: Session, location_id: int, now: datetime) -> date:
    """A location's day at an instant. Raises NotFound."""
    zone = session.scalar(select(Location.zone).where(Location.id == location_id))
    if zone is None:
        raise NotFound("There is no such location.", next_step="Choose a location.")
    return local_day(now, zone)
