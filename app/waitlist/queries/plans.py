"""Who comes less often than the plan of care says, and who does not come any more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, func, or_, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.episodes.queries import plans_of
from app.episodes.rules import EpisodeStatus, last_day
from app.episodes.tables import EpisodeOfCare
from app.patients.queries.eyes import SEEN, eyes_of
from app.patients.tables import Patient
from app.schedule.rules import GHOSTS, AppointmentStatus
from app.schedule.tables import Appointment
from app.waitlist.rules.plans import missing, week_of


@dataclass(frozen=True, slots=True)
class PlanGap:
    """An active episode whose week lacks visits. `week`: its Monday."""

    episode_id: int
    patient_id: int
    patient: str
    location_id: int
    week: date
    per_week: int
    booked: int

    @property
    def missing(self) -> int:
        """How many visits are still to be booked."""
        return missing(self.per_week, self.booked)


@dataclass(frozen=True, slots=True)
class DroppedOff:
    """An active episode with nothing booked ahead; `last`: the day on which they were here last, or None."""

    episode_id: int
    patient_id: int
    patient: str
    location_id: int
    since: date
    last: date | None


def asked_for(session: Session, patient_ids: set[int], week: date) -> dict[int, int]:
    """How many visits a week the plans of each patient's active episodes ask for in the week that begins on a Monday."""
    found: Counter[int] = Counter()
    wanted = select(EpisodeOfCare.id, EpisodeOfCare.patient_id).where(
        EpisodeOfCare.patient_id.in_(patient_ids), EpisodeOfCare.status == EpisodeStatus.ACTIVE
    )
    owner = {row[0]: row[1] for row in session.execute(wanted)}
    for episode_id, often in _often(session, list(owner), week).items():
        found[owner[episode_id]] += often
    return dict(found)


def _often(session: Session, episode_ids: list[int], week: date) -> dict[int, int]:
    """Visits a week of each episode's plan that stands, where it lasts in that week."""
    sunday = week + timedelta(days=6)
    return {
        episode_id: plans[0].visits_per_week
        for episode_id, plans in plans_of(session, episode_ids).items()
        if plans[0].starts_on <= sunday and last_day(plans[0].starts_on, plans[0].weeks) >= week
    }


def booked_in(session: Session, patient_ids: set[int], week: date) -> dict[int, int]:
    """How many visits of each patient take place or took place in that week; ghosts left out."""
    wanted = (
        select(Appointment.patient_id, func.count())
        .where(
            Appointment.patient_id.in_(patient_ids),
            Appointment.day >= week,
            Appointment.day <= week + timedelta(days=6),
            Appointment.status.not_in(GHOSTS),
        )
        .group_by(Appointment.patient_id)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def missing_in(session: Session, patient_ids: set[int], day: date) -> dict[int, int]:
    """How many visits the week of a day lacks, by patient; who lacks none is left out."""
    week = week_of(day)[0]
    asked, booked = asked_for(session, patient_ids, week), booked_in(session, patient_ids, week)
    lacking = {one: missing(often, booked.get(one, 0)) for one, often in asked.items()}
    return {one: count for one, count in lacking.items() if count}


@query(Permission.SEARCH_PATIENT, subjects=lambda rows: tuple(dict.fromkeys(row.patient_id for row in rows)))
def under_scheduled(session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[PlanGap, ...]:
    """Active episodes whose plan asks for more visits than are booked, this week and the next; who lacks most first."""
    episodes = _active(session, actor, location_id, today)
    eyes = eyes_of(session, actor)
    found = []
    for week in (week_of(today)[0], week_of(today)[0] + timedelta(days=7)):
        often = _often(session, [row.id for row in episodes], week)
        booked = booked_in(session, {row.patient_id for row in episodes}, week)
        for row in episodes:
            gap = PlanGap(
                row.id, row.patient_id, eyes.name(row.patient_id, row), row.location_id, week, often.get(row.id, 0),
                booked.get(row.patient_id, 0),
            )  # fmt: skip
            if gap.missing:
                found.append(gap)
    return tuple(sorted(found, key=lambda gap: (gap.week, -gap.missing, gap.patient)))


@query(Permission.SEARCH_PATIENT, subjects=lambda rows: tuple(dict.fromkeys(row.patient_id for row in rows)))
def dropped_off(session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[DroppedOff, ...]:
    """Active episodes of patients with nothing booked ahead, who was here longest ago first."""
    eyes = eyes_of(session, actor)
    episodes = _active(session, actor, location_id, today)
    people = {row.patient_id for row in episodes}
    ahead = visits_ahead(session, people, session.now)
    last = _last(session, people, today)
    found = [
        DroppedOff(
            row.id, row.patient_id, eyes.name(row.patient_id, row), row.location_id, row.starts_on,
            last.get(row.patient_id),
        )
        for row in episodes
        if row.patient_id not in ahead
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.last or one.since, one.patient)))


def _active(
    session: ReadSession, actor: Actor, location_id: int | None, today: date
) -> Sequence[Row[*tuple[Any, ...]]]:
    seen = actor.sees(Permission.SEARCH_PATIENT, location_id)
    wanted = (
        select(EpisodeOfCare.id, EpisodeOfCare.patient_id, EpisodeOfCare.location_id, EpisodeOfCare.starts_on, *SEEN)
        .join(Patient, Patient.id == EpisodeOfCare.patient_id)
        .where(
            EpisodeOfCare.status == EpisodeStatus.ACTIVE,
            EpisodeOfCare.starts_on <= today,
            or_(EpisodeOfCare.ends_on.is_(None), EpisodeOfCare.ends_on >= today),
            Patient.deceased_on.is_(None),
            Patient.merged_into_id.is_(None),
        )
    )
    if seen is not None:
        wanted = wanted.where(EpisodeOfCare.location_id.in_(seen))
    return session.execute(wanted).all()


def visits_ahead(session: Session, people: set[int], now: datetime) -> set[int]:
    """Which of these patients have a visit that is still to come or is going on."""
    going = (AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED, AppointmentStatus.CHECKED_IN)
    wanted = select(Appointment.patient_id).where(
        Appointment.patient_id.in_(people), Appointment.status.in_(going), Appointment.ends_at > now
    )
    return set(session.scalars(wanted))


def _last(session: Session, people: set[int], today: date) -> dict[int, date]:
    """When each was here last: a visit that took place, or one of today's that has begun and is not closed yet."""
    here = (AppointmentStatus.ARRIVED, AppointmentStatus.CHECKED_IN)
    wanted = (
        select(Appointment.patient_id, func.max(Appointment.day))
        .where(
            Appointment.patient_id.in_(people),
            or_(
                Appointment.status == AppointmentStatus.FULFILLED,
                and_(Appointment.status.in_(here), Appointment.day == today),
            ),
        )
        .group_by(Appointment.patient_id)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}
