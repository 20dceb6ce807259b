"""Sorting a file's visits against ours: whose they are, with whom, which time they take, and what is taken already."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.core.text import tr
from app.exchange.rules.values import DateOrder, Issue, Options, Row, flagged, refused
from app.exchange.rules.visits import Outcome, VisitDraft, read_visit
from app.patients.rules.folding import fold
from app.patients.tables import Patient
from app.schedule.rules import Resource, Span, VisitKind, overlap
from app.schedule.tables import Appointment, Occupancy, VisitType
from app.staff.tables import Location, Practitioner, PractitionerLocation

#: the practitioner of visits whose file names none, or nobody we know
IMPORTED = "Imported"
#: outcomes that leave a ghost and take no time
GHOSTLY = frozenset({Outcome.CANCELLED, Outcome.MISSED})
Lane = tuple[str, int, int]  # kind of resource, its id, its lane


@dataclass(frozen=True, slots=True)
class PlacedVisit:
    """A visit that can be written: 0 stands for the practitioner and the visit type that are made at the first use."""

    draft: VisitDraft
    patient_id: int
    practitioner_id: int
    visit_type_id: int
    lane: int


@dataclass(slots=True)
class SortedVisits:
    """The rows of a batch: those to create, and everything said."""

    visits: list[PlacedVisit] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """Which minutes are taken, and which visits are here. A preview carries it from batch to batch."""

    taken: dict[Lane, list[Span]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    starts: set[tuple[int, datetime]] = field(default_factory=set)

    def free(self, lane: Lane, span: Span) -> bool:
        """Whether nothing in the lane overlaps."""
        held = self.taken.get(lane, [])
        at = bisect_left(held, span)
        return not any(overlap(other, span) for other in held[max(0, at - 1) : at + 1])

    def take(self, lane: Lane, span: Span) -> None:
        """Enter a span that is free, or is the same one again."""
        if self.free(lane, span):
            insort(self.taken.setdefault(lane, []), span)

    def load(self, session: Session, source: str, drafts: Sequence[VisitDraft], people: Iterable[int]) -> None:
        """Add what the database has between the first and the last of the drafts."""
        first, last = min(draft.starts_at for draft in drafts), max(draft.ends_at for draft in drafts)
        numbers = [draft.external_id for draft in drafts if draft.external_id]
        here = select(Appointment.external_id).where(Appointment.source == source, Appointment.external_id.in_(numbers))
        self.numbers.update(number for number in session.scalars(here) if number)
        patients = list(people)
        starts = select(Appointment.patient_id, Appointment.starts_at).where(
            Appointment.patient_id.in_(patients), Appointment.starts_at.between(first, last)
        )
        self.starts.update((patient, at) for patient, at in session.execute(starts))
        held = select(
            Occupancy.kind, Occupancy.resource_id, Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at
        ).where(
            or_(Occupancy.kind == Resource.PRACTITIONER.value, Occupancy.resource_id.in_(patients)),
            Occupancy.starts_at < last,
            Occupancy.ends_at > first,
        )
        for kind, resource, lane, starts_at, ends_at in session.execute(held):
            self.take((kind, resource, lane), Span.of(starts_at, ends_at))


@dataclass(slots=True)
class Place:
    """The location's people and visit types, by the words a file may use for them."""

    location: Location
    practitioners: dict[str, Practitioner]
    types: dict[str, VisitType]
    lengths: dict[int, int]
    lanes: dict[int, int]

    def practitioner(self, written: str) -> Practitioner | None:
        """By name in either order, or by NPI."""
        return self.practitioners.get(fold(written)) if written else None


def place_of(session: Session, options: Options) -> Place:
    """Load a location's people and types."""
    people = session.scalars(
        select(Practitioner)
        .join(PractitionerLocation, PractitionerLocation.practitioner_id == Practitioner.id)
        .where(PractitionerLocation.location_id == options.location_id)
    ).all()
    named: dict[str, Practitioner] = {}
    for person in people:
        for word in (f"{person.family} {person.given}", f"{person.given} {person.family}", person.npi or ""):
            if fold(word):
                named.setdefault(fold(word), person)
    kinds = session.scalars(select(VisitType).where(VisitType.active).order_by(VisitType.id)).all()
    lengths: dict[int, int] = {}
    for kind in kinds:
        if kind.kind is VisitKind.FOLLOW_UP:
            lengths.setdefault(kind.minutes, kind.id)
    types = {fold(word): kind for kind in kinds for word in (kind.code, kind.name)}
    lanes = {person.id: max(1, person.lanes) for person in people}
    imported = named.get(fold(IMPORTED))
    lanes[imported.id if imported else 0] = max(options.lanes, imported.lanes if imported else 1)
    return Place(session.get_one(Location, options.location_id), named, types, lengths, lanes)


def sort_visits(
    session: Session, rows: Sequence[Row], options: Options, order: DateOrder, now: datetime, book: Book | None = None
) -> SortedVisits:
    """Read the rows, find their patients, and lay them into the book. Nothing is written."""
    result, book, place = SortedVisits(), book or Book(), place_of(session, options)
    drafts: list[VisitDraft] = []
    for row in rows:
        draft, issues = read_visit(row, options, order, place.location.zone, now)
        result.issues += issues
        if draft is not None:
            drafts.append(draft)
    if not drafts:
        return result
    patients = _patients(session, options.source, drafts)
    book.load(session, options.source, drafts, set(patients.values()))
    for draft in drafts:
        visit = _place(draft, patients.get(draft.patient_external_id), place, book, result.issues)
        if visit is not None:
            result.visits.append(visit)
    return result


def _patients(session: Session, source: str, drafts: Sequence[VisitDraft]) -> dict[str, int]:
    """Our patients by the other system's numbers; a merged record stands for the one that stayed."""
    wanted = select(Patient.external_id, Patient.id, Patient.merged_into_id).where(
        Patient.source == source, Patient.external_id.in_({draft.patient_external_id for draft in drafts})
    )
    return {number: merged or own for number, own, merged in session.execute(wanted) if number}


def _place(
    draft: VisitDraft, patient_id: int | None, place: Place, book: Book, issues: list[Issue]
) -> PlacedVisit | None:
    """The visit in its lane, or None: here already, or refused with a sentence."""
    if patient_id is None:
        sentence = tr("No patient has this number here. Import the patients first.")
        issues.append(refused(draft.row, "patient_external_id", draft.patient_external_id, sentence))
        return None
    if draft.external_id in book.numbers or (not draft.external_id and (patient_id, draft.starts_at) in book.starts):
        return None
    who, kind = _with_whom(draft, place, issues), _type(draft, place, issues)
    lane = 0 if draft.outcome in GHOSTLY else _lane(draft, patient_id, who, place.lanes[who], book, issues)
    if lane is None:
        return None
    if draft.external_id:
        book.numbers.add(draft.external_id)
    book.starts.add((patient_id, draft.starts_at))
    return PlacedVisit(draft, patient_id, who, kind, lane)


def _with_whom(draft: VisitDraft, place: Place, issues: list[Issue]) -> int:
    found = place.practitioner(draft.practitioner)
    if draft.practitioner and found is None:
        sentence = tr("Nobody of this name works here. The visit stands under {name}.", name=IMPORTED)
        issues.append(flagged(draft.row, "practitioner", draft.practitioner, sentence))
    found = found or place.practitioner(IMPORTED)
    return found.id if found else 0


def _type(draft: VisitDraft, place: Place, issues: list[Issue]) -> int:
    found = place.types.get(fold(draft.visit_type)) if draft.visit_type else None
    if draft.visit_type and found is None:
        sentence = tr("There is no such visit type. One of its length was taken.")
        issues.append(flagged(draft.row, "visit_type", draft.visit_type, sentence))
    return found.id if found else place.lengths.get(draft.minutes, 0)


def _lane(draft: VisitDraft, patient_id: int, who: int, lanes: int, book: Book, issues: list[Issue]) -> int | None:
    """The first lane in which the practitioner is free, or None with a sentence."""
    span = Span.of(draft.starts_at, draft.ends_at)
    patient: Lane = (Resource.PATIENT.value, patient_id, 0)
    if not book.free(patient, span):
        sentence = tr("The patient has another visit at this time.")
        issues.append(refused(draft.row, "time", f"{draft.day} {draft.start}", sentence))
        return None
    for lane in range(lanes):
        mine: Lane = (Resource.PRACTITIONER.value, who, lane)
        if book.free(mine, span):
            book.take(mine, span)
            book.take(patient, span)
            return lane
    sentence = tr("This time is taken by another visit.")
    issues.append(refused(draft.row, "time", f"{draft.day} {draft.start}", sentence))
    return None
