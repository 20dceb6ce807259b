"""What a visit type asks for a patient: who does it, for whom it is, which plans hold, what is authorized. Read once."""

from dataclasses import replace
from datetime import timedelta

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


def needs_of(
    session: Session, kind: VisitType, patient_id: int | None, episode_id: int | None = None, moving: int | None = None
) -> Needs:
    """What a visit type asks, for a patient where one is named; `moving` is a visit that is about to leave its time."""
    may = select(VisitTypePractitioner.practitioner_id).where(VisitTypePractitioner.visit_type_id == kind.id)
    needs = Needs(
        before=kind.buffer_before,
        after=kind.buffer_after,
        together=kind.together,
        lead=timedelta(hours=kind.lead_hours),
        may=frozenset(session.scalars(may)),
        room_kind=kind.room_kind,
        equipment_kind=kind.equipment_kind,
    )
    if patient_id is None:
        return needs
    return replace(
        needs,
        for_whom=kind.for_whom,
        known=Known() if kind.for_whom is ForWhom.ANYBODY else _known(session, patient_id, moving),
        plans=plans_of(session, patient_id),
        leave=None if episode_id is None else account_of(session, kind, patient_id, episode_id, moving),
    )


def plans_of(session: Session, patient_id: int) -> tuple[Plan, ...]:
    """A patient's plans that are in force or were."""
    wanted = (
        select(Coverage.starts_on, Coverage.ends_on, Payer.kind, Coverage.rank, Coverage.id)
        .join(Payer, Payer.id == Coverage.payer_id)
        .where(Coverage.patient_id == patient_id, Coverage.status == CoverageStatus.ACTIVE)
    )
    return tuple(Plan(Period(row[0], row[1]), row[2], row[3], row[4]) for row in session.execute(wanted))


def _known(session: Session, patient_id: int, moving: int | None) -> Known:
    visits = select(Appointment.day).where(Appointment.patient_id == patient_id, Appointment.status.not_in(GHOSTS))
    episodes = select(EpisodeOfCare.starts_on).where(
        EpisodeOfCare.patient_id == patient_id, EpisodeOfCare.status != EpisodeStatus.CANCELLED
    )
    others = visits if moving is None else visits.where(Appointment.id != moving)
    return Known(tuple(session.scalars(others.distinct())), tuple(session.scalars(episodes)))


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
