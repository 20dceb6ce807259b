"""Which records were made one, which look like one, and under which numbers a record was known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.journal import GROUP, JournalEntry
from app.core.ports import WorklistRow
from app.core.sessions import ClinicSession, ReadSession
from app.core.text import tr
from app.duplicates.tables import PatientMerge
from app.patients.queries.eyes import Eyes, eyes_of
from app.patients.queries.reach import is_elsewhere
from app.patients.rules.codes import PairState
from app.patients.rules.folding import show_mrn
from app.patients.rules.likeness import Sureness, sureness_words
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair

#: nobody settles more in a day; the list refills
MOST = 300


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that stands or was taken back. `can_undo`: it is the survivor's last one that stands."""

    id: int
    version: int
    survivor_id: int
    merged_id: int
    merged_mrn: str
    merged_name: str
    at: datetime
    by_name: str
    undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class PairRow:
    """Another record that looks like one's own and of which nobody has said anything yet."""

    id: int
    other_id: int
    sureness: Sureness
    name: str
    mrn: str
    birth_date: date | None


def aliases(session: ClinicSession, patient_id: int) -> frozenset[int]:
    """The ids of a record and of all that were merged into it, near and far: under these the journal speaks of it."""
    found, fresh = {patient_id}, {patient_id}
    while fresh:
        fresh = set(session.scalars(select(Patient.id).where(Patient.merged_into_id.in_(sorted(fresh))))) - found
        found |= fresh
    return frozenset(found)


def pair(session: ClinicSession, one_id: int, other_id: int) -> DuplicatePair | None:
    """The row of two records, whichever is named first."""
    low, high = sorted((one_id, other_id))
    wanted = select(DuplicatePair).where(DuplicatePair.one_id == low, DuplicatePair.other_id == high)
    return session.scalars(wanted).one_or_none()


@query(Permission.MERGE_PATIENTS, subjects=lambda rows: [row.other_id for row in rows])
def pairs_of(session: ReadSession, actor: Actor, patient_id: int) -> tuple[PairRow, ...]:
    """The open pairs of one record, the surest first, as far as both are within the actor's reach."""
    own = session.get(Patient, patient_id)
    if own is None or is_elsewhere(actor, Permission.MERGE_PATIENTS, own.home_location_id):
        return ()
    mine = or_(DuplicatePair.one_id == patient_id, DuplicatePair.other_id == patient_id)
    beside = or_(Patient.id == DuplicatePair.one_id, Patient.id == DuplicatePair.other_id)
    ask = (
        select(DuplicatePair, Patient)
        .join(Patient, beside & (Patient.id != patient_id))
        .where(mine, DuplicatePair.state == PairState.OPEN, Patient.merged_into_id.is_(None))
        .order_by(DuplicatePair.score.desc(), DuplicatePair.id)
    )
    eyes = eyes_of(session, actor)
    return tuple(
        PairRow(
            found.id, other.id, Sureness(found.sureness), eyes.name(other.id, other), show_mrn(other.mrn),
            other.birth_date,
        )
        for found, other in session.execute(ask.limit(MOST))
        if not is_elsewhere(actor, Permission.MERGE_PATIENTS, other.home_location_id)
    )  # fmt: skip


def _merged(rows: Iterable[MergeRow]) -> list[int]:
    return [one for row in rows for one in (row.survivor_id, row.merged_id)]


@query(Permission.VIEW_PATIENT, subjects=_merged)
def merges_of(session: ReadSession, actor: Actor, patient_id: int) -> tuple[MergeRow, ...]:
    """The merges into one record, the latest first; nothing for a record out of the actor's reach."""
    kept = session.get(Patient, patient_id)
    if kept is None or is_elsewhere(actor, Permission.VIEW_PATIENT, kept.home_location_id):
        return ()
    ask = select(PatientMerge, Patient).join(Patient, Patient.id == PatientMerge.merged_id)
    rows = session.execute(ask.where(PatientMerge.survivor_id == patient_id).order_by(PatientMerge.id.desc())).all()
    last = next((merge.id for merge, _gone in rows if merge.undone_at is None), None)
    free, eyes = kept.merged_into_id is None, eyes_of(session, actor)
    return tuple(
        MergeRow(
            merge.id, merge.version, merge.survivor_id, merge.merged_id, show_mrn(gone.mrn),
            eyes.name(gone.id, gone), merge.at, merge.by_name, merge.undone_at is not None,
            free and merge.id == last,
        )
        for merge, gone in rows
    )  # fmt: skip


def last_sweep(session: ClinicSession) -> datetime | None:
    """When the whole base was last looked through to its end; None for never."""
    ended = select(JournalEntry.at).where(JournalEntry.action == "duplicates.end_sweep", JournalEntry.chain == GROUP)
    return session.scalar(ended.order_by(JournalEntry.position.desc()).limit(1))


@dataclass(frozen=True, slots=True)
class PossibleDuplicates:
    """Pairs of records that look like one person and that nobody has settled, the surest first."""

    code: str = "duplicates"

    def title(self) -> str:
        """The list's name in the person's language."""
        return tr("Possible duplicates")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """Pairs with a record of the locations in reach. Raises Refused for who may not merge."""
        places = actor.sees(Permission.MERGE_PATIENTS, location_id)
        one, other = aliased(Patient), aliased(Patient)
        ask = (
            select(DuplicatePair, one, other)
            .join(one, one.id == DuplicatePair.one_id)
            .join(other, other.id == DuplicatePair.other_id)
            .where(DuplicatePair.state == PairState.OPEN, one.merged_into_id.is_(None), other.merged_into_id.is_(None))
        )
        if places is not None:
            ask = ask.where(or_(*(who.home_location_id.in_(places) for who in (one, other))))
        ask = ask.order_by(DuplicatePair.score.desc(), DuplicatePair.id).limit(MOST)
        eyes = eyes_of(session, actor)
        return tuple(_row(found, mine, theirs, eyes) for found, mine, theirs in session.execute(ask))


def _row(found: DuplicatePair, one: Patient, other: Patient, eyes: Eyes) -> WorklistRow:
    first, second = eyes.name(one.id, one), eyes.name(other.id, other)
    return WorklistRow(
        key=f"duplicate-{found.one_id}-{found.other_id}",
        title=first if first == second else tr("{one} and {other}", one=first, other=second),
        detail=sureness_words(Sureness(found.sureness)),
        patient_id=found.one_id,
        day=found.found_at.date(),
        task=f"merge-{found.other_id}",
    )
