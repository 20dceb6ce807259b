"""The way back from a merge: what moved goes back, what came later stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, delete, select

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.errors import ClinicError, NotFound
from app.core.orm import Base, UtcDateTime
from app.core.sessions import WriteSession
from app.core.values import Command, decode
from app.duplicates.actions.merging import places_of
from app.duplicates.actions.moving import kept, shift_back
from app.duplicates.queries.standing import pair
from app.duplicates.rules import Mark, Moved
from app.duplicates.tables import PatientMerge
from app.insurance.tables import Coverage
from app.patients.actions.records import rewrite_keys
from app.patients.actions.register import check_version
from app.patients.queries.reach import is_elsewhere
from app.patients.rules.codes import PairState
from app.patients.rules.folding import show_name
from app.patients.tables import Patient, SearchKey
from app.patients.tables.record import ConfidentialContact, ContactPoint, IdentityDocument, PatientConsent, PatientName

#: the mapped classes that a merge adds rows to, or marks values of
MARKED: dict[str, type[Base]] = {
    table.__tablename__: table
    for table in (Patient, PatientConsent, IdentityDocument, PatientName, ContactPoint, Coverage)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoMerge(Command):
    """Part two records again; `version` is the merge's as it was seen."""

    merge_id: int
    version: int


@dataclass(frozen=True, slots=True)
class Parted:
    """Both records after an undo."""

    patient_id: int
    parted_id: int
    name: str
    mrn: str
    parted_mrn: str


def places_of_merge(session: WriteSession, command: UndoMerge) -> tuple[int, ...]:
    """The home locations of both records of a merge."""
    merge = session.get(PatientMerge, command.merge_id)
    return () if merge is None else places_of(session, (merge.survivor_id, merge.merged_id))


@action(Permission.MERGE_PATIENTS, says="Parted MRN {parted_mrn} from {mrn} again", located=places_of_merge)
def undo_merge(session: WriteSession, actor: Actor, command: UndoMerge) -> Parted:
    """Take a merge back. Raises NotFound, Refused, Stale, ClinicError where a later merge of the record stands."""
    merge = session.get(PatientMerge, command.merge_id, with_for_update=True)
    if merge is None or merge.undone_at is not None:
        raise NotFound("This merge was taken back already.", next_step="Look at the record again.")
    check_version(merge.version, command.version)
    survivor, gone = session.get_one(Patient, merge.survivor_id), session.get_one(Patient, merge.merged_id)
    if is_elsewhere(actor, Permission.MERGE_PATIENTS, survivor.home_location_id):
        raise refusal(Permission.MERGE_PATIENTS)
    _check_last(session, merge, survivor)
    moved = decode(Moved, merge.moved)
    shift_back(session, moved.shifts, survivor.id, gone.id)
    _take_away(session, moved.added)
    _put_back(session, survivor, gone, moved.marks)
    gone.merged_into_id, merge.undone_at = None, session.now
    _take_numbers_back(session, survivor, moved.numbers)
    rewrite_keys(session, survivor)
    rewrite_keys(session, gone)
    found = pair(session, survivor.id, gone.id)
    if found is not None:
        found.state = PairState.OPEN
    session.flush()
    return Parted(survivor.id, gone.id, show_name(survivor.family, survivor.given), survivor.mrn, gone.mrn)


def _check_last(session: WriteSession, merge: PatientMerge, survivor: Patient) -> None:
    later = select(PatientMerge.id).where(
        PatientMerge.survivor_id == survivor.id, PatientMerge.id > merge.id, PatientMerge.undone_at.is_(None)
    )
    if survivor.merged_into_id is not None or session.scalars(later).first() is not None:
        raise ClinicError("A later merge of this record stands.", next_step="Take that one back first.")


def _take_away(session: WriteSession, added: Iterable[tuple[str, int]]) -> None:
    for table, key in added:
        row = session.get(MARKED[table], key)
        if row is not None:
            session.delete(row)
    session.flush()


def _put_back(session: WriteSession, survivor: Patient, gone: Patient, marks: Iterable[Mark]) -> None:
    """Every value that still stands as the merge wrote it; what was changed since stays."""
    for mark in marks:
        if mark.table == "confidential_contact":
            _give_contact_back(session, survivor.id, gone.id)
            continue
        row = session.get(MARKED[mark.table], mark.key)
        if row is not None and kept(getattr(row, mark.column)) == mark.after:
            setattr(row, mark.column, _typed(row, mark.column, mark.before))


def _typed(row: Base, column: str, value: str | int | bool | None) -> object:
    kind = row.__table__.c[column].type
    if isinstance(value, str) and isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    return value


def _give_contact_back(session: WriteSession, survivor_id: int, gone_id: int) -> None:
    row = session.get(ConfidentialContact, survivor_id)
    if row is None or session.get(ConfidentialContact, gone_id) is not None:
        return
    values = {column.key: getattr(row, column.key) for column in row.__table__.columns}
    session.delete(row)
    session.flush()
    session.add(ConfidentialContact(**{**values, "patient_id": gone_id}))


def _take_numbers_back(session: WriteSession, survivor: Patient, numbers: Iterable[tuple[str, str]]) -> None:
    for kind, key in numbers:
        session.execute(
            delete(SearchKey).where(SearchKey.patient_id == survivor.id, SearchKey.kind == kind, SearchKey.key == key),
            execution_options={"synchronize_session": False},
        )
