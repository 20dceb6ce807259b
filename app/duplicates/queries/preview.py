"""Two records side by side before they are made one: what differs, what goes over, what has to be settled first."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.core.access import Actor, Permission, refusal
from app.core.actions import query
from app.core.errors import ClinicError
from app.core.sessions import ClinicSession, ReadSession
from app.duplicates.queries.walk import pointers
from app.duplicates.rules import Choice, choices, moved_words
from app.patients.queries.glass import check_glass
from app.patients.queries.reach import is_elsewhere, location_names
from app.patients.queries.record import live_patient, person_of
from app.patients.queries.weights import clinic_weights
from app.patients.rules.folding import show_mrn, show_name
from app.patients.rules.likeness import Likeness, likeness
from app.patients.tables import Patient
from app.schedule.rules import GHOSTS
from app.schedule.tables import Appointment
from app.staff.tables import Practitioner


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records; `holds` says in words what belongs to it."""

    id: int
    version: int
    mrn: str
    name: str
    birth_date: date | None
    since: date
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two booked visits, one of each record, at the same time: nobody is in two places, so one of them has to go."""

    day: date
    one_appointment_id: int
    one_start: datetime
    other_appointment_id: int
    other_start: datetime


@dataclass(frozen=True, slots=True)
class MergePreview:
    """`one` is the record that would be kept: the one with more in it, or the older."""

    one: Side
    other: Side
    choices: tuple[Choice, ...]
    overlaps: tuple[Overlap, ...]
    likeness: Likeness | None


@query(Permission.MERGE_PATIENTS, subjects=lambda found: [found.one.id, found.other.id])
def merge_preview(session: ReadSession, actor: Actor, one_id: int, other_id: int, keep_id: int = 0) -> MergePreview:
    """Both records as a merge would take them; `keep_id` says which is kept, where somebody chose.

    Raises NotFound, Refused for another location's, ClinicError for one record named twice.
    """
    one, other = (mergeable(session, actor, each) for each in (one_id, other_id))
    if one.id == other.id:
        raise same_record()
    first = (one, other)
    kept, left = sorted(first, key=lambda row: (row.id != keep_id, -_weight(session, row.id), row.created_at, row.id))
    mine, theirs = person_of(kept), person_of(left)
    known = {"home_location_id": location_names(session), "preferred_practitioner_id": _therapists(session)}
    return MergePreview(
        _side(session, kept), _side(session, left), choices(mine, theirs, known),
        overlaps_of(session, kept.id, left.id), likeness(mine, theirs, clinic_weights(session)),
    )  # fmt: skip


def _therapists(session: ClinicSession) -> dict[int, str]:
    ask = select(Practitioner.id, Practitioner.family, Practitioner.credential)
    return {row.id: " ".join(part for part in (row.family, row.credential) if part) for row in session.execute(ask)}


def same_record() -> ClinicError:
    """The sentence for a record named twice, or one that was merged already."""
    return ClinicError("This is one record already.", next_step="Choose another one.", field="other")


def mergeable(session: ClinicSession, actor: Actor, patient_id: int) -> Patient:
    """The live row, when the actor may merge it. Raises NotFound, Refused, GlassNeeded."""
    found = live_patient(session, patient_id)
    if is_elsewhere(actor, Permission.MERGE_PATIENTS, found.home_location_id):
        raise refusal(Permission.MERGE_PATIENTS)
    check_glass(session, actor, found)
    return found


def overlaps_of(session: ClinicSession, one_id: int, other_id: int) -> tuple[Overlap, ...]:
    """Visits of both that stand at the same time, the earliest first."""
    one, other = aliased(Appointment), aliased(Appointment)
    ask = (
        select(one.day, one.id, one.starts_at, other.id, other.starts_at)
        .join(other, (other.starts_at < one.ends_at) & (one.starts_at < other.ends_at))
        .where(one.patient_id == one_id, other.patient_id == other_id)
        .where(one.status.not_in(GHOSTS), other.status.not_in(GHOSTS))
        .order_by(one.starts_at)
    )
    return tuple(Overlap(*row) for row in session.execute(ask))


def _counts(session: ClinicSession, patient_id: int) -> dict[str, int]:
    return {
        table.name: session.scalar(select(func.count()).select_from(table).where(column == patient_id)) or 0
        for table, column in pointers()
    }


def _weight(session: ClinicSession, patient_id: int) -> int:
    return sum(_counts(session, patient_id).values())


def _side(session: ClinicSession, row: Patient) -> Side:
    held = [
        words for table, count in _counts(session, row.id).items() if count and (words := moved_words(table, count))
    ]
    name = show_name(row.family, row.given)
    return Side(row.id, row.version, show_mrn(row.mrn), name, row.birth_date, row.created_at.date(), tuple(held))
