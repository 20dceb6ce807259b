"""The papers of visits: what is held, what was waived, and the worklist of what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, select
from sqlalchemy.orm import Session

from app.checklists.rules import Held, Item, VisitFacts, Waived, checklist, rule_pack
from app.checklists.tables import Waiver
from app.core.access import Actor, Permission, decide
from app.core.actions import query
from app.core.clock import local_day
from app.core.errors import NotFound
from app.core.ports import WorklistRow
from app.core.sessions import ClinicSession, ReadSession
from app.core.text import tr
from app.documents.rules import kind_label
from app.documents.tables import StoredDocument
from app.insurance.queries import coverage_id_on
from app.insurance.rules import PayerKind
from app.insurance.tables import Coverage, Payer
from app.patients.queries.eyes import SEEN, Eyes, eyes_of
from app.patients.rules.folding import show_name
from app.patients.rules.people import age_on
from app.patients.tables import Patient
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location

#: the worklist looks so many days ahead, and back at visits that took place without a paper
AHEAD, BACK = timedelta(days=7), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class VisitChecklist:
    """The papers of one visit, in the order in which they are asked for; `payer` is empty when nobody knows who pays.

    `copay_cents` is what the plan says a visit costs at the desk (None: nobody has asked yet).
    """

    appointment_id: int
    patient_id: int
    payer: str
    payer_kind: PayerKind | None
    age: int | None
    copay_cents: int | None
    items: tuple[Item, ...]


def _papers() -> Select[*tuple[Any, ...]]:
    return (
        select(
            StoredDocument.patient_id,
            StoredDocument.id,
            StoredDocument.kind,
            StoredDocument.received_at,
            StoredDocument.expires_on,
            Location.zone,
        )
        .join(Location, Location.id == StoredDocument.location_id)
        .where(StoredDocument.voided_at.is_(None))
    )


def held_papers(session: Session, patients: Select[int]) -> Mapping[int, list[Held]]:
    """The live papers of these patients by patient, in one round trip."""
    found: dict[int, list[Held]] = defaultdict(list)
    for row in session.execute(_papers().where(StoredDocument.patient_id.in_(patients))):
        found[row.patient_id].append(_held(row))
    return found


def _held(row: Row[*tuple[Any, ...]]) -> Held:
    return Held(row.id, row.kind, local_day(row.received_at, row.zone), row.expires_on)


_WAIVER = (
    Waiver.id.label("waiver_id"),
    Waiver.item_code,
    Waiver.waived_by_name,
    Waiver.reason,
    Waiver.version.label("waiver_version"),
)


def waived_items(session: Session, appointments: Select[int]) -> Mapping[int, list[Waived]]:
    """The waivers in force of these visits by visit, in one round trip."""
    wanted = select(Waiver.appointment_id, *_WAIVER).where(
        Waiver.appointment_id.in_(appointments), Waiver.withdrawn_at.is_(None)
    )
    found: dict[int, list[Waived]] = defaultdict(list)
    for row in session.execute(wanted):
        found[row.appointment_id].append(_waived(row))
    return found


def _waived(row: Row[*tuple[Any, ...]]) -> Waived:
    return Waived(row.waiver_id, row.item_code, row.waived_by_name, row.reason, row.waiver_version)


def _visits() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.id,
            Appointment.patient_id,
            Appointment.day,
            VisitType.kind.label("visit_kind"),
            Location.state,
            Payer.name.label("payer"),
            Payer.kind.label("payer_kind"),
            Coverage.starts_on.label("plan_from"),
            Coverage.copay_cents,
            Patient.birth_date,
            *SEEN,
            Patient.mrn,
        )
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .join(Location, Location.id == Appointment.location_id)
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Coverage, Coverage.id == coverage_id_on(Appointment.patient_id, Appointment.day))
        .outerjoin(Payer, Payer.id == Coverage.payer_id)
    )


def _facts(row: Row[*tuple[Any, ...]]) -> VisitFacts:
    age = age_on(row.birth_date, row.day) if row.birth_date else None
    return VisitFacts(row.day, row.visit_kind, row.state, row.payer_kind, row.plan_from, age)


#: a row for each waiver of the visit, or one without
_VISIT = (
    _visits()
    .add_columns(*_WAIVER)
    .outerjoin(Waiver, (Waiver.appointment_id == Appointment.id) & Waiver.withdrawn_at.is_(None))
    .where(Appointment.id == bindparam("visit"))
)
_PAPERS = _papers().where(StoredDocument.patient_id == bindparam("patient"))


def checklist_of(session: ClinicSession, appointment_id: int) -> VisitChecklist | None:
    """The papers of one visit, or None when there is no such visit."""
    rows = session.ask(_VISIT, visit=appointment_id).all()
    if not rows:
        return None
    row, facts = rows[0], _facts(rows[0])
    held = [_held(paper) for paper in session.ask(_PAPERS, patient=row.patient_id)]
    waived = [_waived(one) for one in rows if one.waiver_id is not None]
    items = checklist(rule_pack(), facts, held, waived)
    return VisitChecklist(row.id, row.patient_id, row.payer or "", row.payer_kind, facts.age, row.copay_cents, items)


@query(Permission.VIEW_PATIENT, subjects=lambda found: (found.patient_id,), opens=True)
def visit_checklist(session: ReadSession, actor: Actor, appointment_id: int, reason: str = "") -> VisitChecklist:
    """The papers of a visit. Raises NotFound, also for a location that is not the actor's; ReasonNeeded."""
    place = session.scalar(select(Appointment.location_id).where(Appointment.id == appointment_id))
    found = checklist_of(session, appointment_id) if place is not None else None
    if found is None or place is None or not actor.may(Permission.VIEW_PATIENT, (place,)):
        raise NotFound("There is no such visit.", next_step="Go back to the board.")
    decide(actor, Permission.VIEW_PATIENT, (place,), reason)
    return found


_COMING = (AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED)
_CAME = (AppointmentStatus.CHECKED_IN, AppointmentStatus.FULFILLED)


class MissingDocuments:
    """The worklist of papers that the coming visits need, and of those that past visits went without."""

    code = "missing-documents"

    def title(self) -> str:
        """The list's name."""
        return tr("Missing documents")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """One row for each patient whose next visit, or else last one, lacks a paper; by day."""
        places = actor.sees(Permission.SEARCH_PATIENT, location_id)
        ahead = Appointment.day.between(today, today + AHEAD) & Appointment.status.in_(_COMING)
        back = Appointment.day.between(today - BACK, today) & Appointment.status.in_(_CAME)
        wanted = ahead | back
        if places is not None:
            wanted = wanted & Appointment.location_id.in_(places)
        grant = actor.grant(Permission.VIEW_PATIENT)
        named = grant is not None and not (grant.masked or grant.reason)
        lacking = read_lacking(session, wanted, eyes_of(session, actor))
        return tuple(_worklist_row(one, named) for one in _one_each(lacking, today) if one.papers)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A visit and the papers it lacks, by name; none where it lacks nothing."""

    appointment_id: int
    patient_id: int
    patient: str
    mrn: str
    day: date
    papers: tuple[str, ...]


def read_lacking(session: Session, wanted: ColumnElement[bool], eyes: Eyes | None = None) -> tuple[Lacking, ...]:
    """What each of these visits lacks, by day and time, in three round trips. Without `eyes` (papers) names are whole."""
    visits = session.execute(_visits().where(wanted).order_by(Appointment.day, Appointment.starts_at, Appointment.id))
    held = held_papers(session, select(Appointment.patient_id).where(wanted))
    waived = waived_items(session, select(Appointment.id).where(wanted))
    return tuple(_lacking(visit, held, waived, eyes) for visit in visits)


def _lacking(
    visit: Row[*tuple[Any, ...]], held: Mapping[int, list[Held]], waived: Mapping[int, list[Waived]], eyes: Eyes | None
) -> Lacking:
    items = checklist(rule_pack(), _facts(visit), held.get(visit.patient_id, []), waived.get(visit.id, []))
    papers = tuple(kind_label(item.kind) for item in items if item.is_open)
    name = eyes.name(visit.patient_id, visit) if eyes else show_name(visit.family, visit.given)
    return Lacking(visit.id, visit.patient_id, name, visit.mrn, visit.day, papers)


def _one_each(visits: Iterable[Lacking], today: date) -> list[Lacking]:
    """Of each patient the first visit from today on, or else the last before; by day."""
    chosen: dict[int, Lacking] = {}
    for visit in visits:
        earlier = chosen.get(visit.patient_id)
        if earlier is None or earlier.day < today:
            chosen[visit.patient_id] = visit
    return sorted(chosen.values(), key=lambda one: (one.day, one.appointment_id))


def _worklist_row(one: Lacking, named: bool) -> WorklistRow:
    title = one.patient if named else tr("A patient")
    papers = ", ".join(one.papers)
    return WorklistRow(str(one.appointment_id), title, papers, one.patient_id, one.appointment_id, one.day)
