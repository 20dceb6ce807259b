"""Who saw a patient, when and why: everything the journal has of them, under every number they were known by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Row, or_, select

from app.core.access import Actor, Permission, refusal
from app.core.actions import query
from app.core.clock import instant
from app.core.journal import GROUP, JournalEntry, ReadSubject
from app.core.sessions import ReadSession
from app.core.text import stored, tr
from app.duplicates.queries import aliases
from app.patients.queries.glass import check_glass, household_of
from app.patients.queries.reach import clinic_zone, is_elsewhere
from app.patients.queries.record import live_patient
from app.patients.rules.codes import Restriction
from app.patients.rules.folding import show_mrn, show_name
from app.patients.rules.glass import Household, Seal, seal_of
from app.patients.tables import Patient
from app.privacy.rules import Flag, near_a_visit
from app.schedule.tables import Appointment

#: the most lines of one answer; a longer time is asked for in parts
MOST = 2_000
_COLUMNS = (
    JournalEntry.id, JournalEntry.at, JournalEntry.kind, JournalEntry.action, JournalEntry.sentence,
    JournalEntry.actor_id, JournalEntry.actor_name, JournalEntry.second_person, JournalEntry.desk,
    JournalEntry.reason, JournalEntry.patient_id,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One look or deed: who did what, when, at which desk, why; `flags` say what is odd about it."""

    id: int
    at: datetime
    kind: str
    what: str
    who: str
    second_person: str
    desk: str
    why: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class AccessLog:
    """The answer for one patient, the latest first; `more` when there is more than one answer holds."""

    patient_id: int
    name: str
    mrn: str
    zone: str
    first: date
    last: date
    rows: tuple[AccessRow, ...]
    more: bool


@query(Permission.READ_AUDIT, subjects=lambda log: [log.patient_id], opens=True)
def who_saw(session: ReadSession, actor: Actor, patient_id: int, first: date, last: date) -> AccessLog:
    """Every look at a record and every deed on it from one day to another, both included, in the clinic's days.

    Raises NotFound, Refused for another location's record, GlassNeeded for a restricted one.
    """
    patient = live_patient(session, patient_id)
    if is_elsewhere(actor, Permission.READ_AUDIT, patient.home_location_id):
        raise refusal(Permission.READ_AUDIT)
    check_glass(session, actor, patient)
    zone = clinic_zone(session, patient.home_location_id)
    begin, end = instant(first, time(0), zone), instant(last + timedelta(days=1), time(0), zone)
    ids = sorted(aliases(session, patient.id))
    found = _entries(session, ids, begin, end)
    visits = session.scalars(select(Appointment.starts_at).where(Appointment.patient_id == patient.id)).all()
    homes = {who: household_of(session, who) for who in {row.actor_id for row in found}}
    rows = tuple(_row(row, patient, homes[row.actor_id], visits) for row in found[:MOST])
    name = show_name(patient.family, patient.given)
    return AccessLog(patient.id, name, show_mrn(patient.mrn), zone, first, last, rows, len(found) > MOST)


def _entries(session: ReadSession, ids: list[int], begin: datetime, end: datetime) -> Sequence[Row[tuple[object, ...]]]:
    in_lists = select(ReadSubject.position).where(ReadSubject.patient_id.in_(ids))
    listed = (JournalEntry.chain == GROUP) & JournalEntry.position.in_(in_lists)
    ask = select(*_COLUMNS).where(or_(JournalEntry.patient_id.in_(ids), listed))
    within = ask.where(JournalEntry.at >= begin, JournalEntry.at < end)
    return session.execute(within.order_by(JournalEntry.id.desc()).limit(MOST + 1)).all()  # type: ignore[return-value]


def _row(row: Row[tuple[object, ...]], patient: Patient, home: Household, visits: Iterable[datetime]) -> AccessRow:
    return AccessRow(
        row.id, row.at, row.kind, what_words(row.kind, row.patient_id is not None, row.sentence), row.actor_name,
        row.second_person, row.desk, row.reason, tuple(_flags(row, patient, home, visits)),
    )  # fmt: skip


def what_words(kind: str, alone: bool, sentence: str) -> str:
    """What was done, in words: a look has two kinds, a deed its own sentence, in English where it holds values."""
    if kind == "read":
        return tr("Opened the record") if alone else tr("Saw in a list")
    return tr("Was refused") if kind == "refusal" else stored(sentence)


def _flags(
    row: Row[tuple[object, ...]], patient: Patient, home: Household, visits: Iterable[datetime]
) -> Iterable[Flag]:
    if row.kind == "refusal":
        yield Flag.REFUSED
    seal = seal_of(patient, home)
    by_seal = {Seal.OWN: Flag.OWN, Seal.HOUSEHOLD: Flag.HOUSEHOLD, Seal.STAFF: Flag.COLLEAGUE}
    if seal is not None:
        yield by_seal.get(seal, Flag.RESTRICTED)
    elif patient.restriction is not Restriction.NONE:
        yield Flag.RESTRICTED
    if row.kind == "read" and row.patient_id is not None and not near_a_visit(row.at, visits):
        yield Flag.NO_VISIT
