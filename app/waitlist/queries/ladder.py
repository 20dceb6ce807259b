"""The fill ladder: who would take a hole, in which order to call them, and everything the call needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.episodes.queries import episodes_of
from app.insurance.tables import Authorization
from app.patients.queries.details import Reached, reach_of
from app.patients.queries.eyes import Eyes, eyes_of, shown_phone
from app.patients.queries.reach import clinic_day
from app.patients.rules.places import miles_between
from app.patients.tables import Patient
from app.schedule.queries.attendance import counted_of
from app.schedule.queries.ledger import ledgers_of, row_for
from app.schedule.rules import GHOSTS, Resource, VisitKind
from app.schedule.tables import Appointment, FreedSlot, Occupancy, VisitType
from app.staff.tables import Location
from app.waitlist.queries.bookable import broken
from app.waitlist.queries.holes import HoleRow, open_holes
from app.waitlist.queries.offers import Made, promises_made
from app.waitlist.queries.plans import missing_in, visits_ahead
from app.waitlist.queries.waiting import EntryRow, read_fitting
from app.waitlist.rules import Barrier, Candidate, Outcome, Ranked, rank
from app.waitlist.rules.ranking import weights
from app.waitlist.tables import WaitlistTry

#: nobody calls more people for one hole; the longest wait and the highest priority are looked at
MOST = 40


@dataclass(frozen=True, slots=True)
class TryRow:
    """The last call to somebody for this hole."""

    outcome: Outcome
    at: datetime
    by: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Rung:
    """One person to call. `phone` as the role may see it; `confidential`: they asked for this way alone."""

    entry: EntryRow
    ranked: Ranked
    phone: str
    confidential: bool
    language: str
    interpreter: bool
    first_name: str
    tried: TryRow | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """A hole and the people to call, in order. `others`: who waits here and would not take it."""

    hole: HoleRow
    clinic_phone: str
    rungs: tuple[Rung, ...]
    others: int


def _people(found: Ladder) -> tuple[int, ...]:
    return tuple(dict.fromkeys(rung.entry.patient_id for rung in found.rungs))


@query(Permission.BOOK, subjects=_people)
def ladder(session: ReadSession, actor: Actor, freed_slot_id: int) -> Ladder:
    """Whom to call for a hole, and why. Raises NotFound for one that is over, filled, or out of reach."""
    seen = actor.sees(Permission.BOOK, None)
    where = FreedSlot.id == freed_slot_id
    if seen is not None:
        where &= FreedSlot.location_id.in_(seen)
    hole = next(iter(open_holes(session, session.now, where)), None)
    if hole is None:
        raise NotFound("This time is not free any more.", field="hole", next_step="Take the next hole.")
    eyes = eyes_of(session, actor)
    everyone = read_fitting(session, actor)
    fitting = [one for one in everyone if one.fits(hole.hole())]
    chosen = sorted(fitting, key=lambda one: (-one.priority, one.since))[:MOST]
    here = sum(one.location_id == hole.location_id for one in everyone) - sum(
        one.location_id == hole.location_id for one in fitting
    )
    return Ladder(hole, _phone(session, hole), _rungs(session, actor, eyes, hole, chosen), here)


def _phone(session: Session, hole: HoleRow) -> str:
    return session.get_one(Location, hole.location_id).phone


@dataclass(slots=True)
class _Known:
    """What is asked once for all candidates."""

    people: dict[int, Patient]
    absences: dict[int, int]
    missing: dict[int, int]
    ahead: set[int]
    busy: set[int]
    own: dict[int, int]
    tried: dict[int, TryRow]
    elsewhere: set[int]
    zip_code: str
    kinds: dict[int, VisitKind]
    broken: dict[int, frozenset[Barrier]]
    authorized: set[int]
    offered: tuple[Made, ...]
    today: date


def _rungs(
    session: ReadSession, actor: Actor, eyes: Eyes, hole: HoleRow, entries: Sequence[EntryRow]
) -> tuple[Rung, ...]:
    known = _known(session, hole, entries)
    by_id = {one.id: one for one in entries}
    reached = reach_of(session, [one.patient_id for one in entries])
    ranked = rank(_candidate(session, hole, one, known, reached[one.patient_id]) for one in entries)
    made = []
    for place in ranked:
        entry = by_id[place.entry_id]
        person, way = known.people[entry.patient_id], reached[entry.patient_id]
        shut = eyes.closed(person.id, person) or eyes.shaded
        made.append(
            Rung(
                entry, place, shown_phone(actor, eyes, person.id, person, way.phone), way.confidential, person.language,
                person.interpreter, entry.patient if shut else f"{person.given} {person.family}".strip(),
                known.tried.get(entry.id),
            )
        )  # fmt: skip
    return tuple(made)


def _candidate(session: ReadSession, hole: HoleRow, entry: EntryRow, known: _Known, way: Reached) -> Candidate:
    person, tried = known.people[entry.patient_id], known.tried.get(entry.id)
    left = _authorized(session, entry, hole.day, known) if entry.patient_id in known.authorized else None
    later = entry.later_at
    last = known.own.get(entry.patient_id)
    return Candidate(
        entry.id,
        entry.since,
        max(0, (known.today - local(entry.since, entry.zone).date()).days),
        entry.priority,
        entry.minutes,
        hole.minutes,
        own_practitioner=last == hole.practitioner_id,
        week_missing=known.missing.get(entry.patient_id, 0),
        visit_ahead=entry.patient_id in known.ahead,
        days_sooner=None if later is None else (later - hole.starts_at).days,
        absences=known.absences.get(entry.patient_id, 0),
        miles=miles_between(person.postal_code, known.zip_code),
        authorized_left=left,
        busy=entry.patient_id in known.busy,
        broken=known.broken[entry.id],
        elsewhere=entry.later_id is not None and entry.location_id != hole.location_id,
        declined=tried is not None and tried.outcome is Outcome.DECLINED,
        no_answer=tried is not None and tried.outcome in (Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE),
        offered_elsewhere=entry.id in known.elsewhere,
        no_phone=not way.phone,
    )


def _authorized(session: ReadSession, entry: EntryRow, day: date, known: _Known) -> int | None:
    """How many visits of its kind the authorization of that day still has; None without one.

    The later visit counts as given up, and what this entry itself is offered as not promised yet.
    """
    leaving = frozenset() if entry.later_id is None else frozenset({entry.later_id})
    others = [one.promise for one in known.offered if one.patient_id == entry.patient_id and one.entry_id != entry.id]
    rows = ledgers_of(session, entry.patient_id, others, leaving=leaving)
    found = row_for(rows, episodes_of(session, entry.patient_id), None, day) if rows else None
    return None if found is None else found.ledger.left_for(known.kinds[entry.visit_type_id])


def _known(session: ReadSession, hole: HoleRow, entries: Sequence[EntryRow]) -> _Known:
    people = {one.patient_id for one in entries}
    pack = weights()
    everyone = {row.id: row for row in session.scalars(select(Patient).where(Patient.id.in_(people)))}
    tries, elsewhere = _tries(session, hole, [one.id for one in entries])
    return _Known(
        people=everyone,
        absences=counted_of(session, people, hole.day - timedelta(days=pack["absence_days"])),
        missing=missing_in(session, people, hole.day),
        ahead=visits_ahead(session, people, session.now),
        busy=_busy(session, hole, entries),
        own=_own(session, people),
        tried=tries,
        elsewhere=elsewhere,
        zip_code=session.get_one(Location, hole.location_id).postal_code,
        kinds=_kinds(session, {one.visit_type_id for one in entries}),
        broken=broken(session, hole, entries, everyone),
        offered=promises_made(session, session.now, people),
        authorized=set(session.scalars(select(Authorization.patient_id).where(Authorization.patient_id.in_(people)))),
        today=clinic_day(session, hole.location_id),
    )


def _busy(session: ReadSession, hole: HoleRow, entries: Sequence[EntryRow]) -> set[int]:
    """Who has another visit at that time; the one they would give up does not count."""
    end = hole.starts_at + timedelta(minutes=hole.minutes)
    given_up = [one.later_id for one in entries if one.later_id is not None]
    wanted = select(Occupancy.resource_id).where(
        Occupancy.kind == Resource.PATIENT,
        Occupancy.resource_id.in_([one.patient_id for one in entries]),
        Occupancy.starts_at < end,
        Occupancy.ends_at > hole.starts_at,
        Occupancy.appointment_id.not_in(given_up),
    )
    return set(session.scalars(wanted))


def _own(session: ReadSession, people: set[int]) -> dict[int, int]:
    """With whom each patient's last visit was."""
    last = (
        select(Appointment.patient_id, func.max(Appointment.starts_at).label("at"))
        .where(
            Appointment.patient_id.in_(people), Appointment.starts_at <= session.now, Appointment.status.not_in(GHOSTS)
        )
        .group_by(Appointment.patient_id)
        .subquery()
    )
    wanted = select(Appointment.patient_id, Appointment.practitioner_id).join(
        last, (last.c.patient_id == Appointment.patient_id) & (last.c.at == Appointment.starts_at)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def _tries(session: ReadSession, hole: HoleRow, ids: list[int]) -> tuple[dict[int, TryRow], set[int]]:
    """The last call to each for this hole, and who holds an offer of another one."""
    wanted = select(WaitlistTry).where(WaitlistTry.entry_id.in_(ids)).order_by(WaitlistTry.tried_at, WaitlistTry.id)
    mine: dict[int, TryRow] = {}
    elsewhere = set()
    for one in session.scalars(wanted):
        if one.freed_slot_id == hole.id:
            mine[one.entry_id] = TryRow(one.outcome, one.tried_at, one.tried_by_name, one.until)
        elif one.outcome is Outcome.OFFERED and one.until is not None and one.until > session.now:
            elsewhere.add(one.entry_id)
    return mine, elsewhere


def _kinds(session: ReadSession, ids: set[int]) -> dict[int, VisitKind]:
    wanted = select(VisitType.id, VisitType.kind).where(VisitType.id.in_(ids))
    return {row[0]: row[1] for row in session.execute(wanted)}
