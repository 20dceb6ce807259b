"""A plan of another system's as ours: which fields it fills, and what it changes of a plan that is here."""

from dataclasses import fields

from app.exchange.rules.arriving import name_words
from app.exchange.rules.records import Contact, CoverageRecord, whole_day
from app.insurance.rules import PlanFacts
from app.patients.rules.folding import fold

#: who the patient is to the subscriber, in the insurance room's codes
_RELATIONS = {"self": "self", "spouse": "spouse", "partner": "spouse", "child": "child", "parent": "parent"}
#: visits of a card whose co-pay is the one of a physical-therapy visit: therapists are paid as specialists
_VISITS = ("spvisit", "gpvisit")
LIMITS = {"plan_name": 120, "member_id": 60, "group_number": 60, "subscriber": 120}


def facts_of(plan: CoverageRecord) -> PlanFacts:
    """The plan in our fields; a text that has no room is cut, a date that is no whole day is left out."""
    kind, group = plan.class_of("plan"), plan.class_of("group")
    relation = _RELATIONS.get(plan.relation, "other" if plan.relation else "")
    subscriber = "" if relation == "self" else name_words(Contact(name=plan.subscriber))
    texts = {
        "plan_name": kind.name or kind.value,
        "member_id": plan.member_id,
        "group_number": group.value or group.name,
        "subscriber": subscriber,
    }
    return PlanFacts(
        **{name: text[: LIMITS[name]].strip() for name, text in texts.items()},
        relation=relation,
        copay_cents=_copay(plan),
        starts_on=whole_day(plan.starts_on),
        ends_on=whole_day(plan.ends_on),
    )


def _copay(plan: CoverageRecord) -> int | None:
    costs = {one.type: one.cents for one in plan.costs if one.cents is not None and 0 <= one.cents <= 100_000}
    return next((costs[kind] for kind in _VISITS if kind in costs), None)


def upon_plan(said: PlanFacts, before: PlanFacts) -> PlanFacts:
    """`before` with what is said; what is left out stays."""
    return PlanFacts(
        **{
            one.name: getattr(before, one.name) if getattr(said, one.name) in ("", None) else getattr(said, one.name)
            for one in fields(PlanFacts)
        }
    )


def same_plan(said: PlanFacts, before: PlanFacts) -> bool:
    """Whether both have one member number, so that one is the newer word about the other."""
    return fold(said.member_id).replace(" ", "") == fold(before.member_id).replace(" ", "") and bool(said.member_id)
