"""What a visit type asks for a patient: who does it, for whom it is, which plans hold, what is authorized. Read once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.errors import ClinicError
from app.episodes.rules import EpisodeStatus
from app.episodes.tables import EpisodeOfCare
from app.insurance.rules import CoverageStatus, Period
from app.insurance.tables import Coverage, Payer
from app.schedule.queries.ledger import ledgers_of
from app.schedule.rules import GHOSTS, ForWhom
from app.schedule.rules.capacity import Known, Needs, Plan
from app.schedule.rules.ledger import Account
from app.schedule.tables import Appointment, VisitType, VisitTypePractitioner


@dataclass(frozen=True, slots=True)
class Asked:
    """A visit type for a patient; `moving` is a visit of theirs that is about to leave its time."""

    kind: VisitType
    patient_id: int
    moving: int | None = None


def needs_of(
    session: Session, kind: VisitType, patient_id: int | None, episode_id: int | None = None, moving: int | None = None
) -> Needs:
    """What a visit type asks, for a patient where one is named; `moving` is a visit that is about to leave its time."""
    if patient_id is None:
        return _of_type(kind, _who_does(session, {kind.id})[kind.id])
    (needs,) = many_needs(session, [Asked(kind, patient_id, moving)])
    return needs if episode_id is None else replace(
        needs, leave=account_of(session, kind, patient_id, episode_id, moving)
    )  # fmt: skip


def many_needs(session: Session, asked: Sequence[Asked]) -> list[Needs]:
    """What each of these asks, without authorizations: as many questions for forty as for one."""
    may = _who_does(session, {one.kind.id for one in asked})
    plans = plans_of_many(session, {one.patient_id for one in asked})
    known = _known(session, {one.patient_id for one in asked if one.kind.for_whom is not ForWhom.ANYBODY})
    return [
        replace(
            _of_type(one.kind, may[one.kind.id]),
            for_whom=one.kind.for_whom,
            known=known[one.patient_id].without(one.moving) if one.patient_id in known else Known(),
            plans=tuple(plans[one.patient_id]),
        )
        for one in asked
    ]


def _of_type(kind: VisitType, may: set[int]) -> Needs:
    return Needs(
        before=kind.buffer_before,
        after=kind.buffer_after,
        together=kind.together,
        lead=timedelta(hours=kind.lead_hours),
        may=frozenset(may),
        room_kind=kind.room_kind,
        equipment_kind=kind.equipment_kind,
    )


def _who_does(session: Session, type_ids: set[int]) -> dict[int, set[int]]:
    wanted = select(VisitTypePractitioner.visit_type_id, VisitTypePractitioner.practitioner_id).where(
        VisitTypePractitioner.visit_type_id.in_(type_ids)
    )
    found: dict[int, set[int]] = {one: set() for one in type_ids}
    for kind, who in session.execute(wanted):
        found[kind].add(who)
    return found


def plans_of(session: Session, patient_id: int) -> tuple[Plan, ...]:
    """A patient's plans that are in force or were."""
    return tuple(plans_of_many(session, {patient_id})[patient_id])


def plans_of_many(session: Session, patient_ids: set[int]) -> dict[int, list[Plan]]:
    """Each patient's plans that are in force or were."""
    wanted = (
        select(Coverage.patient_id, Coverage.starts_on, Coverage.ends_on, Payer.kind, Coverage.rank, Coverage.id)
        .join(Payer, Payer.id == Coverage.payer_id)
        .where(Coverage.patient_id.in_(patient_ids), Coverage.status == CoverageStatus.ACTIVE)
    )
    found: dict[int, list[Plan]] = {one: [] for one in patient_ids}
    for patient, first, last, kind, rank, coverage_id in session.execute(wanted):
        found[patient].append(Plan(Period(first, last), kind, rank, coverage_id))
    return found


@dataclass(slots=True)
class _Past:
    """The visits (by id) and the episodes of a patient."""

    visits: dict[int, date] = field(default_factory=dict)
    episodes: list[date] = field(default_factory=list)

    def without(self, moving: int | None) -> Known:
        """What is known once a visit has left its time."""
        days = {day for visit, day in self.visits.items() if visit != moving}
        return Known(tuple(days), tuple(self.episodes))


def _known(session: Session, patient_ids: set[int]) -> dict[int, _Past]:
    found = {one: _Past() for one in patient_ids}
    if not found:
        return found
    visits = select(Appointment.patient_id, Appointment.id, Appointment.day).where(
        Appointment.patient_id.in_(patient_ids), Appointment.status.not_in(GHOSTS)
    )
    episodes = select(EpisodeOfCare.patient_id, EpisodeOfCare.starts_on).where(
        EpisodeOfCare.patient_id.in_(patient_ids), EpisodeOfCare.status != EpisodeStatus.CANCELLED
    )
    for patient, visit, day in session.execute(visits):
        found[patient].visits[visit] = day
    for patient, day in session.execute(episodes):
        found[patient].episodes.append(day)
    return found


def episode_now(session: Session, patient_id: int) -> int | None:
    """What a patient is treated for now: the episode that began last of those that go on, or None."""
    wanted = select(EpisodeOfCare.id).where(
        EpisodeOfCare.patient_id == patient_id, EpisodeOfCare.status.in_((EpisodeStatus.ACTIVE, EpisodeStatus.PLANNED))
    )
    newest = wanted.order_by(EpisodeOfCare.starts_on.desc(), EpisodeOfCare.id.desc())
    return session.scalars(newest.limit(1)).first()


def account_of(
    session: Session, kind: VisitType, patient_id: int, episode_id: int, moving: int | None = None
) -> Account | None:
    """What the episode's authorization still gives for a visit type, or None when it points at none that is in force."""
    episode = session.get(EpisodeOfCare, episode_id)
    if episode is None or episode.authorization_id is None:
        return None
    leaving = frozenset() if moving is None else frozenset({moving})
    rows = ledgers_of(session, patient_id, leaving=leaving)
    found = next((row for row in rows if row.authorization.id == episode.authorization_id), None)
    return None if found is None else found.account(kind.kind)


def wrong_patient(name: str, for_whom: ForWhom) -> ClinicError:
    """The sentence for a visit type that is for other patients; a reason lets who may go on."""
    told: dict[str, object] = {"type": name, "overridable": True}
    if for_whom is ForWhom.NEW:
        return ClinicError(
            "“{type}” is for new patients; this one was here before.",
            field="visit_type",
            next_step="Choose another visit type.",
            **told,
        )
    return ClinicError(
        "“{type}” is for patients who were here before; this one is new.",
        field="visit_type",
        next_step="Choose another visit type.",
        **told,
    )
