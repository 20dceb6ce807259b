"""Making two records one: everything moves, nothing is lost, and what was done is written down for the way back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError
from app.core.sessions import WriteSession
from app.core.values import Command, canonical
from app.duplicates.actions.moving import marked, shift_all
from app.duplicates.actions.settling import settled
from app.duplicates.queries.preview import mergeable, overlaps_of, same_record
from app.duplicates.queries.standing import pair
from app.duplicates.rules import CHOICES, Mark, Moved, lost_phones, other_name
from app.duplicates.tables import PatientMerge
from app.patients.actions.records import rewrite_keys
from app.patients.actions.register import check_version
from app.patients.queries.record import person_of
from app.patients.rules.codes import ContactSystem, ContactUse, KeyKind, NameUse, PairState, Restriction
from app.patients.rules.folding import id_key, show_name
from app.patients.rules.people import Person
from app.patients.tables import Patient, SearchKey
from app.patients.tables.record import ContactPoint, PatientName

#: numbers by which others know a patient: they find the survivor from now on
NUMBERS = (KeyKind.MEMBER, KeyKind.APPOINTMENT, KeyKind.OLD_MRN)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePatients(Command):
    """Keep `patient_id`, let `merged_id` go into it. `take`: codes of the choices in which the other record's word counts.

    The versions are those that were looked at.
    """

    patient_id: int
    merged_id: int
    version: int
    merged_version: int
    take: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The record that is left, and the number of the merge, for its undo."""

    merge_id: int
    merge_version: int
    patient_id: int
    version: int
    name: str
    mrn: str
    merged_mrn: str


def places_of(session: WriteSession, ids: Iterable[int]) -> tuple[int, ...]:
    """The home locations of patients: a merge is told in the journal of each."""
    wanted = select(Patient.home_location_id).where(Patient.id.in_(list(ids))).distinct()
    return tuple(place for place in session.scalars(wanted) if place is not None)


@action(
    Permission.MERGE_PATIENTS,
    says="Made one record of MRN {merged_mrn} and {mrn}",
    located=lambda session, command: places_of(session, (command.patient_id, command.merged_id)),
)
def merge_patients(session: WriteSession, actor: Actor, command: MergePatients) -> Merged:
    """Make two records one. Raises NotFound, Refused, Stale, and ClinicError while visits of both stand at one time."""
    survivor, gone = _both(session, actor, command)
    overlaps = overlaps_of(session, survivor.id, gone.id)
    if overlaps:
        raise ClinicError(
            "Both records have a visit at the same time ({count}).",
            next_step="Move or cancel one of each pair first.",
            field="overlaps",
            count=len(overlaps),
        )
    was, left = person_of(survivor), person_of(gone)
    person = _chosen(was, left, command.take)
    marks = [*_fields(survivor, was, person), *_guarded(survivor, gone)]
    session.flush()
    shifts = shift_all(session, gone.id, survivor.id)
    marks += settled(session, survivor, gone, shifts)
    added = _remembered(session, survivor, person, (left, was))
    numbers = _hand_over_numbers(session, survivor, gone)
    gone.merged_into_id = survivor.id
    merge = PatientMerge(
        survivor_id=survivor.id, merged_id=gone.id, at=session.now, by_name=actor.name,
        moved=canonical(Moved(shifts, tuple(marks), added, numbers)),
    )  # fmt: skip
    session.add(merge)
    _settle_pair(session, actor, survivor.id, gone.id)
    rewrite_keys(session, survivor)
    rewrite_keys(session, gone)
    name = show_name(survivor.family, survivor.given)
    return Merged(merge.id, merge.version, survivor.id, survivor.version, name, survivor.mrn, gone.mrn)


def _both(session: WriteSession, actor: Actor, command: MergePatients) -> tuple[Patient, Patient]:
    """Both rows, held until the transaction ends, as they were looked at."""
    ids = sorted({command.patient_id, command.merged_id})
    held = select(Patient).where(Patient.id.in_(ids)).order_by(Patient.id).with_for_update()
    session.scalars(held.execution_options(populate_existing=True)).all()
    survivor = mergeable(session, actor, command.patient_id)
    gone = mergeable(session, actor, command.merged_id)
    if survivor.id == gone.id or gone.id != command.merged_id:
        raise same_record()
    check_version(survivor.version, command.version)
    check_version(gone.version, command.merged_version)
    return survivor, gone


def _chosen(kept: Person, left: Person, take: tuple[str, ...]) -> Person:
    """The survivor's fields, with the other record's where those were chosen. Raises ClinicError for an unknown choice."""
    if not set(take) <= {group[0] for group in CHOICES}:
        raise ClinicError("A merge does not ask about this.", next_step="Open both records again.", field="take")
    names = [name for group in CHOICES if group[0] in take for name in group]
    return replace(kept, **{name: getattr(left, name) for name in names})


def _fields(survivor: Patient, was: Person, person: Person) -> Iterator[Mark]:
    for group in CHOICES:
        for name in group:
            if getattr(was, name) != getattr(person, name):
                mark = marked(survivor, survivor.id, name, getattr(person, name))
                if mark is not None:
                    yield mark


def _guarded(survivor: Patient, gone: Patient) -> Iterator[Mark]:
    """What must not get weaker or be lost: a restriction, the tie to a colleague's own record, a death."""
    wanted: dict[str, object] = {
        "restriction": survivor.restriction if survivor.restriction is not Restriction.NONE else gone.restriction,
        "staff_user_id": survivor.staff_user_id or gone.staff_user_id,
        "deceased_on": survivor.deceased_on or gone.deceased_on,
    }
    for name, value in wanted.items():
        mark = marked(survivor, survivor.id, name, value)
        if mark is not None:
            yield mark


def _remembered(
    session: WriteSession, survivor: Patient, person: Person, others: tuple[Person, ...]
) -> tuple[tuple[str, int], ...]:
    """Names, phones and e-mails that nobody chose stay in the record as used before. Returns (table, key) of the rows."""
    rows: list[PatientName | ContactPoint] = []
    for other in others:
        if other_name(person, other):
            rows.append(PatientName(patient_id=survivor.id, use=NameUse.ALIAS, family=other.family, given=other.given))
        ways = [(ContactSystem.PHONE, number) for number in lost_phones(person, other)]
        if other.email and other.email.casefold() != person.email.casefold():
            ways.append((ContactSystem.EMAIL, other.email))
        rows += [
            ContactPoint(patient_id=survivor.id, system=system, use=ContactUse.OLD, value=value, rank=9)
            for system, value in ways
        ]
    session.add_all(rows)
    session.flush()
    return tuple((row.__tablename__, row.id) for row in rows)


def _settle_pair(session: WriteSession, actor: Actor, one_id: int, other_id: int) -> None:
    found = pair(session, one_id, other_id)
    if found is not None:
        found.state, found.decided_at, found.decided_by_name = PairState.MERGED, session.now, actor.name


def _hand_over_numbers(session: WriteSession, survivor: Patient, gone: Patient) -> tuple[tuple[str, str], ...]:
    """The old record number, and numbers that others gave, find the survivor. Returns the keys it did not have."""
    own = {(KeyKind.OLD_MRN.value, id_key(number)) for number in (gone.mrn, gone.external_id) if number}
    wanted = (own | _numbers(session, gone.id)) - _numbers(session, survivor.id)
    session.add_all(SearchKey(patient_id=survivor.id, kind=kind, key=key) for kind, key in sorted(wanted))
    return tuple(sorted(wanted))


def _numbers(session: WriteSession, patient_id: int) -> set[tuple[str, str]]:
    held = select(SearchKey.kind, SearchKey.key).where(SearchKey.patient_id == patient_id, SearchKey.kind.in_(NUMBERS))
    return {(row.kind, row.key) for row in session.execute(held)}
