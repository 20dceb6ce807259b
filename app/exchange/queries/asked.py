"""Questions about imports and exports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

import msgspec
from sqlalchemy import ColumnElement, func, select, true

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local_day
from app.core.sessions import ReadSession
from app.exchange.queries.people import Known, sort_patients
from app.exchange.queries.visits import Book, sort_visits
from app.exchange.rules.values import Counts, DateOrder, Issue, Kind, Options, Row, count
from app.exchange.tables import ImportBatch, ImportIssue, ImportMapping
from app.patients.queries.details import Reached, reach_of
from app.patients.tables import Patient
from app.staff.tables import Location

#: rows of an export read at once
PAGE = 1000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an attempt is: batches that were taken, and whether the last one is among them."""

    attempt: int
    done: frozenset[int]
    ended: bool
    counts: Counts


@dataclass(slots=True)
class Carried:
    """What a preview remembers from batch to batch, since nothing of it is in the database."""

    known: Known
    book: Book


@query(Permission.IMPORT)
def saved_columns(session: ReadSession, actor: Actor, kind: Kind, header: str) -> Mapping[str, str]:
    """Which column was which field the last time a file of this header (its signature) came; empty for a new one."""
    wanted = select(ImportMapping.columns).where(ImportMapping.kind == kind, ImportMapping.signature == header)
    found = session.scalar(wanted)
    return msgspec.json.decode(found, type=dict[str, str]) if found else {}


def _within(actor: Actor) -> ColumnElement[bool]:
    """Imports of the locations that the actor's grant reaches."""
    places = actor.sees(Permission.IMPORT, None)
    return true() if places is None else ImportBatch.location_id.in_(places)


@query(Permission.IMPORT)
def progress_of(session: ReadSession, actor: Actor, plan: str) -> Progress:
    """The latest attempt at a plan; attempt 0 when there was none."""
    mine = (ImportBatch.plan == plan) & _within(actor)
    attempt = session.scalar(select(func.max(ImportBatch.attempt)).where(mine)) or 0
    rows = session.scalars(select(ImportBatch).where(mine, ImportBatch.attempt == attempt)).all()
    counts = Counts()
    for row in rows:
        counts = counts.plus(Counts(row.rows, row.created, row.known, row.flagged, row.refused, row.changed))
    return Progress(attempt, frozenset(row.number for row in rows), any(row.last for row in rows), counts)


@query(Permission.IMPORT)
def issues_of(
    session: ReadSession, actor: Actor, plan: str, attempt: int, after: int = 0
) -> tuple[int, tuple[Issue, ...]]:
    """A page of what was said about rows, in the order of the file: the last id of the page, and the issues."""
    wanted = (
        select(ImportIssue)
        .join(ImportBatch, ImportBatch.id == ImportIssue.batch_id)
        .where(ImportBatch.plan == plan, ImportBatch.attempt == attempt, ImportIssue.id > after, _within(actor))
        .order_by(ImportIssue.id)
        .limit(PAGE)
    )
    rows = session.scalars(wanted).all()
    told = tuple(Issue(row.row, row.level, row.field, row.text, row.sentence) for row in rows)
    return (rows[-1].id if rows else 0), told


@query(Permission.IMPORT)
def look(
    session: ReadSession, actor: Actor, kind: Kind, rows: Sequence[Row], options: Options, order: DateOrder,
    carried: Carried,
) -> tuple[Counts, tuple[Issue, ...]]:  # fmt: skip
    """What a batch would do. `carried` stands for the batches before it."""
    actor.sees(Permission.IMPORT, options.location_id)
    if kind is Kind.PATIENTS:
        today = local_day(session.now, session.get_one(Location, options.location_id).zone)
        people = sort_patients(session, rows, options, order, today, carried.known)
        counts = count(len(rows), len(people.drafts), people.issues, len(people.additions))
        return counts, tuple(people.issues)
    visits = sort_visits(session, rows, options, order, session.now, carried.book)
    return count(len(rows), len(visits.visits), visits.issues), tuple(visits.issues)


#: columns of an export, in order; a file of them comes back in through the import with nothing to map
EXPORTED = (
    "mrn", "family", "given", "middle", "preferred_name", "birth_date", "sex", "phone", "other_phone", "email",
    "address_line", "address_unit", "city", "state", "postal_code", "language", "emergency_name", "emergency_phone",
    "emergency_relation", "deceased_on", "confidential",
)  # fmt: skip
#: of these, what says where somebody is reached
_WAYS = frozenset(field.name for field in fields(Reached))


@query(Permission.BULK_EXPORT)
def export_page(
    session: ReadSession, actor: Actor, location_id: int | None, after: int
) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """A page of patients as text, by id: the last id, and the rows. Merged records are left to the one that stayed.

    Who asked to be reached in another way leaves with that way alone, and the last column says so (45 CFR 164.522(b)).
    """
    reach = actor.sees(Permission.BULK_EXPORT, location_id)
    wanted = select(Patient).where(Patient.id > after, Patient.merged_into_id.is_(None))
    if reach is not None:
        wanted = wanted.where(Patient.home_location_id.in_(reach))
    rows = session.scalars(wanted.order_by(Patient.id).limit(PAGE)).all()
    ways = reach_of(session, (row.id for row in rows))
    return (rows[-1].id if rows else 0), tuple(tuple(_cells(row, ways[row.id])) for row in rows)


def _cells(row: Patient, reached: Reached) -> Iterator[str]:
    for name in EXPORTED:
        value = getattr(reached if name in _WAYS else row, name)
        if isinstance(value, bool):
            yield "yes" if value else ""
        else:
            yield "" if value is None else str(value)
