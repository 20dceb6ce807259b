"""The board, the day's counts, what is open at the end of a day. Rows are values; the whole board is three round trips."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from app.checklists.queries import held_papers, waived_items
from app.checklists.rules import Held, VisitFacts, Waived, checklist, rule_pack
from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.insurance.queries import coverage_id_on
from app.insurance.tables import Coverage, Payer
from app.patients.queries.eyes import SEEN, Eyes, eyes_of
from app.patients.rules.codes import NoteKind
from app.patients.rules.folding import initials, show_name
from app.patients.rules.people import age_on
from app.patients.tables import Patient
from app.patients.tables.record import PatientNote
from app.payments.queries import owed_before, paid_for
from app.payments.tables import VisitDue
from app.readiness.rules import Lamp, ReadinessFacts, lamps
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location, Practitioner
from app.visits.rules import (
    NEXT,
    BoardRow,
    BoardState,
    Clocks,
    CopayState,
    Limits,
    alarm_of,
    copay_state,
    group_of,
    late_minutes,
    open_points,
    since,
    state_of,
    waiting_minutes,
    waiting_since,
)
from app.visits.tables import Encounter


@dataclass(frozen=True, slots=True)
class Sight:
    """What the person looking may see of a row. Without `eyes` (papers, counts) nobody's name is shaded."""

    named: bool
    money: bool
    eyes: Eyes | None = None

    def names(self, patient_id: int, row: Row[*tuple[Any, ...]]) -> bool:
        """Whether a row's person may be shown: who they are, not only that somebody comes."""
        return self.named and (self.eyes is None or not self.eyes.closed(patient_id, row))

    def name(self, patient_id: int, row: Row[*tuple[Any, ...]]) -> str:
        """The name as this person may see it."""
        if not self.named:
            return initials(row.family, row.given)
        return show_name(row.family, row.given) if self.eyes is None else self.eyes.name(patient_id, row)


def sight_of(actor: Actor) -> Sight:
    """Names need the right to see patients unmasked and without being asked why; money the right to see insurance."""
    patient = actor.grant(Permission.VIEW_PATIENT)
    insurance = actor.grant(Permission.VIEW_INSURANCE)
    return Sight(
        named=patient is not None and not (patient.masked or patient.reason),
        money=insurance is not None and not (insurance.masked or insurance.reason),
    )


def sight_for(session: ReadSession, actor: Actor) -> Sight:
    """The sight of somebody at a screen: restricted records and the shade count too."""
    return replace(sight_of(actor), eyes=eyes_of(session, actor))


def on_day(places: frozenset[int] | None, day: date, days: int = 1) -> ColumnElement[bool]:
    """The visits of a day, or of so many from it, at some locations (None: all), without entries made in error."""
    when = Appointment.day == day if days == 1 else Appointment.day.between(day, day + timedelta(days=days - 1))
    wanted = when & (Appointment.status != AppointmentStatus.ENTERED_IN_ERROR)
    return wanted if places is None else wanted & Appointment.location_id.in_(places)


def clock_columns() -> tuple[Any, ...]:
    """What the state of a visit is made of; a select begins with them (see `clocks_of`)."""
    return (
        Appointment.status,
        Encounter.status.label("encounter_status"),
        Appointment.starts_at,
        Encounter.arrived_at,
        Encounter.checked_in_at,
        Encounter.started_at,
        Encounter.completed_at,
        Encounter.checked_out_at,
        Encounter.left_at,
        Appointment.cancelled_at,
    )


def _alert() -> ColumnElement[str | None]:
    note = select(PatientNote.text).where(
        PatientNote.patient_id == Appointment.patient_id,
        PatientNote.kind == NoteKind.ALERT,
        PatientNote.ended_at.is_(None),
    )
    return note.order_by(PatientNote.id).limit(1).scalar_subquery()


@cache
def _board_select() -> Select[*tuple[Any, ...]]:
    """Everything the board shows of a visit, but for its papers and waivers."""
    return (
        select(
            *clock_columns(),
            Appointment.id,
            Appointment.version,
            Appointment.location_id,
            Appointment.patient_id,
            Appointment.practitioner_id,
            Appointment.visit_type_id,
            Appointment.day,
            Appointment.wall_start,
            Appointment.zone,
            Appointment.minutes,
            Appointment.walk_in,
            Appointment.note,
            Appointment.cancel_reason,
            Appointment.cancel_note,
            Encounter.id.label("encounter_id"),
            Encounter.version.label("encounter_version"),
            Encounter.room,
            Encounter.outcome_reason,
            Encounter.outcome_note,
            *SEEN,
            Patient.birth_date,
            Patient.mrn,
            VisitType.name.label("visit_type"),
            VisitType.kind.label("visit_kind"),
            Practitioner.family.label("practitioner"),
            Practitioner.credential,
            Location.state.label("state_code"),
            Payer.name.label("payer"),
            Payer.kind.label("payer_kind"),
            Coverage.id.label("coverage_id"),
            Coverage.starts_on.label("plan_from"),
            Coverage.copay_cents,
            VisitDue.due_cents,
            VisitDue.not_taken_reason,
            _alert().label("alert"),
            paid_for(Appointment.id).label("paid"),
            owed_before(Appointment.patient_id, Appointment.day).label("owed"),
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .join(Location, Location.id == Appointment.location_id)
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .outerjoin(VisitDue, VisitDue.appointment_id == Appointment.id)
        .outerjoin(Coverage, Coverage.id == coverage_id_on(Appointment.patient_id, Appointment.day))
        .outerjoin(Payer, Payer.id == Coverage.payer_id)
    )


def read_board(
    session: Session, wanted: ColumnElement[bool], now: datetime, sight: Sight, limits: Limits
) -> tuple[BoardRow, ...]:
    """The visits that fit `wanted`, by start: what the board and the reports both show."""
    order = (Appointment.starts_at, Practitioner.family, Appointment.id)
    visits = session.execute(_board_select().where(wanted).order_by(*order)).all()
    if not visits:
        return ()
    papers = held_papers(session, select(Appointment.patient_id).where(wanted))
    waived = waived_items(session, select(Appointment.id).where(wanted))
    return tuple(_row(one, papers, waived, now, sight, limits) for one in visits)


def clocks_of(row: Row[*tuple[Any, ...]]) -> Clocks:
    """The clocks of a selected row that begins with the columns of `clock_columns`."""
    return Clocks(*row[2:10])


def _row(
    one: Row[*tuple[Any, ...]],
    papers: Mapping[int, list[Held]],
    waived: Mapping[int, list[Waived]],
    now: datetime,
    sight: Sight,
    limits: Limits,
) -> BoardRow:
    clocks = clocks_of(one)
    state = state_of(one.status, one.encounter_status, clocks, now)
    began, waited = since(state, clocks), waiting_since(state, clocks)
    age = age_on(one.birth_date, one.day) if one.birth_date else None
    shown = _lamps(one, age, papers.get(one.patient_id, ()), waived.get(one.id, ()), sight)
    named = sight.names(one.patient_id, one)
    copay, due = _copay(one, state) if sight.money else (CopayState.NONE, None)
    return BoardRow(
        appointment_id=one.id,
        encounter_id=one.encounter_id,
        version=one.version + (one.encounter_version or 0),
        appointment_version=one.version,
        location_id=one.location_id,
        patient_id=one.patient_id,
        practitioner_id=one.practitioner_id,
        visit_type_id=one.visit_type_id,
        day=one.day,
        start=one.wall_start,
        starts_at=one.starts_at,
        minutes=one.minutes,
        patient=sight.name(one.patient_id, one),
        birth_date=one.birth_date if named else None,
        age=age if named else None,
        mrn=one.mrn if named else "",
        alert=(one.alert or "") if named else "",
        visit_type=one.visit_type,
        practitioner=_short(one.practitioner, one.credential),
        status=one.status,
        state=state,
        group=group_of(state),
        step=NEXT[state],
        since=local(began, one.zone).time() if began else None,
        waited_from=waited,
        waiting=waiting_minutes(waited, now),
        alarm=alarm_of(waited, one.starts_at, now, limits),
        late=late_minutes(one.starts_at, now) if state is BoardState.LATE else 0,
        room=one.room or "",
        lamps=shown,
        open_points=open_points(shown),
        copay=copay,
        due_cents=due,
        paid_cents=one.paid if sight.money else 0,
        payer=(one.payer or "") if sight.money else "",
        walk_in=one.walk_in,
        note=one.note if named else "",
        reason_code=reason_of(state, one),
        reason_note=reason_note(state, one),
    )


def _short(family: str, credential: str) -> str:
    return f"{family}, {credential}" if credential else family


def _lamps(
    one: Row[*tuple[Any, ...]], age: int | None, papers: Iterable[Held], waived: Iterable[Waived], sight: Sight
) -> tuple[Lamp | None, ...]:
    facts = VisitFacts(one.day, one.visit_kind, one.state_code, one.payer_kind, one.plan_from, age)
    items = checklist(rule_pack(), facts, tuple(papers), waived)
    owed = max(0, one.owed) if sight.money else None
    known, covered = one.birth_date is not None, one.coverage_id is not None
    return lamps(ReadinessFacts(one.day, items, known, covered, owed, sight.money))


_NOTHING_DUE = frozenset({BoardState.NOSHOW, BoardState.CANCELLED, BoardState.LEFT})


def _copay(one: Row[*tuple[Any, ...]], state: BoardState) -> tuple[CopayState, int | None]:
    """The cell and the cents: fixed at check-in, before that what the plan says."""
    if one.due_cents is None and state in _NOTHING_DUE:
        return copay_state(0, one.paid, excused=False), 0
    due = one.copay_cents if one.due_cents is None else one.due_cents
    if one.due_cents is not None and due == 0 and one.copay_cents is None:
        return CopayState.NONE, 0
    return copay_state(due, one.paid, bool(one.not_taken_reason)), due


def reason_of(state: BoardState, one: Row[*tuple[Any, ...]]) -> str:
    """The code of the reason why a visit did not happen, or an empty string."""
    found = one.cancel_reason if state is BoardState.CANCELLED else one.outcome_reason
    return str(found or "")


def reason_note(state: BoardState, one: Row[*tuple[Any, ...]]) -> str:
    """The words beside that code, or an empty string."""
    return str((one.cancel_note if state is BoardState.CANCELLED else one.outcome_note) or "")


def _board_patients(rows: Iterable[BoardRow]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.patient_id for row in rows))


@query(Permission.SEARCH_PATIENT, subjects=_board_patients)
def board(
    session: ReadSession,
    actor: Actor,
    location_id: int | None,
    day: date,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> tuple[BoardRow, ...]:
    """The day's visits by start, ghosts too; all of the actor's locations when none is named.

    Names are initials for who may not see patients, money and its lamps are left out for who may not see insurance.
    """
    places = actor.sees(Permission.SEARCH_PATIENT, location_id)
    return read_board(session, on_day(places, day), session.now, sight_for(session, actor), limits)


@query(Permission.SEARCH_PATIENT, subjects=lambda row: (row.patient_id,))
def board_row(
    session: ReadSession,
    actor: Actor,
    appointment_id: int,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> BoardRow:
    """One visit as the board shows it. Raises NotFound, also for a location that is not the actor's."""
    wanted = Appointment.id == appointment_id
    places = actor.sees(Permission.SEARCH_PATIENT, None)
    if places is not None:
        wanted = wanted & Appointment.location_id.in_(places)
    found = read_board(session, wanted, session.now, sight_for(session, actor), limits)
    if not found:
        raise NotFound("There is no such visit.", next_step="Go back to the board.")
    return found[0]
