"""What an arriving plan would do to a patient's plans: nothing, a correction, a further plan, or a sentence for the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.sessions import ClinicSession
from app.core.text import tr
from app.exchange.rules.feeds import Origin
from app.exchange.rules.planning import facts_of, same_plan, upon_plan
from app.exchange.rules.records import CoverageRecord
from app.exchange.rules.values import Issue
from app.insurance.rules import RANKS, CoverageStatus, Period, PlanFacts
from app.insurance.tables import Coverage, Payer
from app.patients.rules.folding import fold


@dataclass(frozen=True, slots=True)
class PlanDeed:
    """A plan to write: one that is here is corrected, else it is added."""

    payer_id: int
    rank: int
    facts: PlanFacts
    coverage_id: int | None = None
    version: int = 0


def facts_here(plan: Coverage) -> PlanFacts:
    """A plan of ours."""
    return PlanFacts(
        plan_name=plan.plan_name, member_id=plan.member_id, group_number=plan.group_number, subscriber=plan.subscriber,
        relation=plan.relation, copay_cents=plan.copay_cents, starts_on=plan.starts_on, ends_on=plan.ends_on,
    )  # fmt: skip


def payers_by_name(session: ClinicSession) -> dict[str, int]:
    """Active payers by their folded name."""
    rows = session.execute(select(Payer.name, Payer.id).where(Payer.active))
    return {fold(name): own for name, own in rows}


def judge_plans(
    session: ClinicSession, patient_id: int | None, plans: Sequence[CoverageRecord], origin: Origin, today: date
) -> tuple[tuple[PlanDeed, ...], list[Issue]]:
    """What the plans of a record do, and what is said about those that cannot be taken."""
    if not plans:
        return (), []
    payers, deeds, said = payers_by_name(session), list[PlanDeed](), list[Issue]()
    here = _here(session, patient_id) if patient_id is not None else []
    for at, plan in enumerate(plans, 1):
        rank = plan.order or at
        facts = facts_of(plan)
        payer_id = payers.get(fold(plan.payer.name))
        if plan.status in ("cancelled", "entered-in-error", "draft"):
            continue
        if payer_id is None:
            said.append(
                origin.flag(
                    "coverage", tr("The payer of plan {number} is not in the list. Add the plan by hand.", number=at)
                )
            )
        elif rank not in RANKS or (facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on):
            said.append(
                origin.flag("coverage", tr("Plan {number} has an odd place or odd days. Add it by hand.", number=at))
            )
        else:
            said += _judge(payer_id, rank, facts, here, deeds, origin, at, today)
    return tuple(deeds), said


def _here(session: ClinicSession, patient_id: int) -> list[Coverage]:
    wanted = select(Coverage).where(Coverage.patient_id == patient_id, Coverage.status == CoverageStatus.ACTIVE)
    return list(session.scalars(wanted.order_by(Coverage.id)))


def _judge(
    payer_id: int, rank: int, facts: PlanFacts, here: list[Coverage], deeds: list[PlanDeed], origin: Origin, at: int, today: date
) -> list[Issue]:  # fmt: skip
    same = next((one for one in here if one.payer_id == payer_id and same_plan(facts, facts_here(one))), None)
    period = Period(facts.starts_on, facts.ends_on)
    if same is not None:
        wanted = upon_plan(facts, facts_here(same))
        if wanted != facts_here(same):
            deeds.append(PlanDeed(payer_id, same.rank, wanted, same.id, same.version))
        return []
    taken = {deed.rank for deed in deeds if deed.coverage_id is None}
    stands = [one for one in here if one.rank == rank and Period(one.starts_on, one.ends_on).meets(period)]
    if facts.ends_on is not None and facts.ends_on < today and stands:
        return []  # an old plan says nothing about today's
    if stands or rank in taken:
        sentence = tr("Plan {number} is another one than stands here. Look which one is in force.", number=at)
        return [origin.flag("coverage", sentence)]
    deeds.append(PlanDeed(payer_id, rank, facts))
    return []
