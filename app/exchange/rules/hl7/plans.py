"""Who pays, from IN1 and IN2."""

from collections.abc import Sequence

from app.exchange.rules.codes import relation_of
from app.exchange.rules.hl7.grammar import Segment
from app.exchange.rules.hl7.types import addresses_of, coded_of, identifiers_of, names_of, phones_of, read_date
from app.exchange.rules.records import Address, CoverageRecord, HumanName, Payer, PayerPhone, PlanClass

#: IN1-17 says who the insured is to the patient, FHIR who the patient is to the insured. A sender's "child" is the patient
#: nearly always, whatever the standard says: nobody is insured through a child.
_RELATION = {"mother": "child", "father": "child", "parent": "child"}


def read_plans(group: Sequence[Segment]) -> tuple[CoverageRecord, ...]:
    """The plans of a person in the order they are billed; one that names neither payer nor number is none."""
    plans: list[CoverageRecord] = []
    for at, segment in enumerate(group):
        if segment.name == "IN1":
            behind = group[at + 1] if at + 1 < len(group) else segment
            plans.append(_plan(segment, behind if behind.name == "IN2" else Segment("IN2", ("IN2",), segment.signs)))
    return tuple(one for one in plans if one.payer.name or one.member_id)


def _plan(in1: Segment, in2: Segment) -> CoverageRecord:
    # the member's own number first, then the policy's, the insured's, Medicare's and Medicaid's
    numbers = (in2.text(61), in1.text(36), in1.text(49), in2.text(6), in2.text(8))
    relation = relation_of(*(word for pair in coded_of(in1, 17) for word in pair if word))
    order = in1.text(22) or in1.text(1)
    return CoverageRecord(
        status="active",
        types=tuple(dict.fromkeys(word for at in (15, 47) for pair in coded_of(in1, at) for word in pair if word)),
        payer=_payer(in1),
        member_id=next((number for number in numbers if number), ""),
        subscriber_id=in1.text(49) or in1.text(36),
        subscriber=next(iter(names_of(in1, 16)), HumanName()),
        subscriber_birth=read_date(in1.text(18)),
        relation=_RELATION.get(relation, relation),
        starts_on=read_date(in1.text(12)),
        ends_on=read_date(in1.text(13)),
        order=int(order) if order in ("1", "2", "3", "4", "5", "6", "7", "8", "9") else 0,
        classes=tuple(_classes(in1)),
    )


def _payer(in1: Segment) -> Payer:
    """The company; where only its plan is named, the plan's words stand for it."""
    return Payer(
        name=in1.text(4) or in1.text(2, 2),
        identifiers=identifiers_of(in1, 3),
        phones=tuple(PayerPhone(value=one.value, system=one.system) for one in phones_of(in1, 7)),
        address=next(iter(addresses_of(in1, 5)), Address()),
    )


def _classes(in1: Segment) -> list[PlanClass]:
    found = [
        PlanClass(type="group", value=in1.text(8), name=in1.text(9)),
        PlanClass(type="plan", value=in1.text(2), name=in1.text(2, 2)),
    ]
    return [one for one in found if one.value or one.name]
