"""What a patient is treated for, how often, and under which authorization."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.documents.queries import patient_in_reach
from app.episodes.rules import GOING_ON, EpisodeStatus, last_day
from app.episodes.tables import EpisodeOfCare, PlanOfCare
from app.staff.tables import Location, Practitioner


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan of care: so often a week for so many weeks."""

    id: int
    version: int
    visits_per_week: int
    weeks: int
    starts_on: date
    certified_on: date | None

    @property
    def visits(self) -> int:
        """How many visits it asks for."""
        return self.visits_per_week * self.weeks

    @property
    def last_day(self) -> date:
        """Its last day."""
        return last_day(self.starts_on, self.weeks)


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """One episode of care with the plan that stands (the latest), and the plans before it. No title: it is masked."""

    id: int
    version: int
    patient_id: int
    location_id: int
    location: str
    practitioner_id: int | None
    practitioner: str
    authorization_id: int | None
    title: str
    status: EpisodeStatus
    starts_on: date
    ends_on: date | None
    created_at: datetime
    plan: PlanRow | None = None
    earlier: tuple[PlanRow, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether visits are booked for it."""
        return self.status in GOING_ON


def episodes_of(session: Session, patient_id: int) -> tuple[EpisodeRow, ...]:
    """A patient's episodes: those that go on first, the latest first. Cancelled ones are left out."""
    wanted = (
        select(
            EpisodeOfCare.id, EpisodeOfCare.version, EpisodeOfCare.patient_id, EpisodeOfCare.location_id, Location.name,
            EpisodeOfCare.practitioner_id, Practitioner.family, EpisodeOfCare.authorization_id, EpisodeOfCare.title,
            EpisodeOfCare.status, EpisodeOfCare.starts_on, EpisodeOfCare.ends_on, EpisodeOfCare.created_at,
        )
        .join(Location, Location.id == EpisodeOfCare.location_id)
        .outerjoin(Practitioner, Practitioner.id == EpisodeOfCare.practitioner_id)
        .where(EpisodeOfCare.patient_id == patient_id, EpisodeOfCare.status != EpisodeStatus.CANCELLED)
        .order_by(EpisodeOfCare.starts_on.desc(), EpisodeOfCare.id.desc())
    )  # fmt: skip
    found: list[list[Any]] = [list(row) for row in session.execute(wanted)]
    plans = plans_of(session, [row[0] for row in found])
    rows = []
    for row in found:
        row[6] = row[6] or ""
        mine = plans.get(row[0], ())
        rows.append(replace(EpisodeRow(*row), plan=mine[0] if mine else None, earlier=mine[1:]))
    return tuple(sorted(rows, key=lambda one: not one.goes_on))


def plans_of(session: Session, episode_ids: list[int]) -> dict[int, tuple[PlanRow, ...]]:
    """The plans of care of each episode, the latest first; taken back ones are left out."""
    wanted = select(PlanOfCare).where(PlanOfCare.episode_id.in_(episode_ids), PlanOfCare.voided_at.is_(None))
    made: dict[int, tuple[PlanRow, ...]] = {}
    for one in session.scalars(wanted.order_by(PlanOfCare.starts_on.desc(), PlanOfCare.id.desc())):
        row = PlanRow(one.id, one.version, one.visits_per_week, one.weeks, one.starts_on, one.certified_on)
        made[one.episode_id] = (*made.get(one.episode_id, ()), row)
    return made


def title_seen(actor: Actor) -> bool:
    """Whether the words for what is treated are shown: all of the clinical header, or to whom it falls to write them."""
    header, edit = actor.grant(Permission.VIEW_CLINICAL_HEADER), actor.grant(Permission.EDIT_PATIENT)
    return (header is not None and not header.masked) or (edit is not None and not edit.masked)


@query(Permission.VIEW_CLINICAL_HEADER, subjects=lambda rows: {row.patient_id for row in rows}, opens=True)
def episodes(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> tuple[EpisodeRow, ...]:
    """A patient's episodes of care; without titles for who sees the clinical header masked. Raises ReasonNeeded."""
    patient_in_reach(session, actor, Permission.VIEW_CLINICAL_HEADER, patient_id, reason)
    rows = episodes_of(session, patient_id)
    return rows if title_seen(actor) else tuple(replace(row, title="") for row in rows)
