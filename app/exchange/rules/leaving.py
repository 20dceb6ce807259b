"""A registration and plans of ours as a record that leaves: the way back of `arriving` and `planning`."""

from collections.abc import Iterator

from app.exchange.rules.arriving import Registration
from app.exchange.rules.codes import DECLINED
from app.exchange.rules.records import (
    Address,
    Contact,
    ContactPoint,
    Cost,
    CoverageRecord,
    HumanName,
    Identifier,
    PatientRecord,
    Payer,
    PayerPhone,
    PlanClass,
)
from app.insurance.rules import CoverageStatus, PayerKind, PlanFacts
from app.patients.rules.codes import RelatedRole
from app.patients.rules.demographics import DECLINED as NOT_TOLD
from app.patients.rules.demographics import races_of
from app.patients.rules.details import Reach, Related
from app.patients.rules.people import Person

_ROLES = {
    RelatedRole.GUARANTOR: "guarantor", RelatedRole.RESPONSIBLE: "guardian", RelatedRole.EMPLOYER: "employer",
}  # fmt: skip
#: v3-ActCode of what kind of plan pays, and its words
_PLAN_TYPES = {
    PayerKind.COMMERCIAL: ("HIP", "health insurance plan policy"),
    PayerKind.HMO: ("HMO", "health maintenance organization policy"),
    PayerKind.MEDICARE: ("PUBLICPOL", "Medicare"),
    PayerKind.MEDICARE_ADVANTAGE: ("HMO", "Medicare Advantage"),
    PayerKind.MEDICAID: ("PUBLICPOL", "Medicaid"),
    PayerKind.TRICARE: ("PUBLICPOL", "TRICARE"),
    PayerKind.VA: ("PUBLICPOL", "VA community care"),
    PayerKind.WORKERS_COMP: ("WCBPOL", "worker's compensation"),
    PayerKind.AUTO: ("AUTOPOL", "automobile"),
    PayerKind.LIABILITY: ("LIPOL", "liability insurance policy"),
    PayerKind.SELF_PAY: ("pay", "self-pay"),
    PayerKind.CHARITY: ("SUBSIDIZ", "subsidized health program"),
}


def record_of(
    ours: Registration, *, own: str, mrn: str, system: str, deceased_on: str = "", closed: bool = False
) -> PatientRecord:
    """The patient as other systems read them; `own` is the resource's id, `system` gives our record numbers.

    Who asked to be reached in another way leaves with that way alone (45 CFR 164.522(b)); the record is then marked as
    one that few people should see, as it is where `closed` says so.
    """
    person, details = ours.person, ours.details
    return PatientRecord(
        id=own,
        identifiers=(Identifier(value=mrn, system=system, type="MR", use="usual"),),
        active=True,
        names=tuple(_names(ours)),
        telecom=tuple(_ways(ours)) if details.reach is None else tuple(_way_asked_for(details.reach)),
        gender=str(person.sex),
        birth_date=person.birth_date.isoformat() if person.birth_date else "",
        deceased=True if deceased_on else None,
        deceased_on=deceased_on,
        addresses=tuple(_addresses(person if details.reach is None else details.reach)),
        multiple_birth=True if person.multiple_birth else None,
        language=person.language,
        interpreter=person.interpreter if person.language or person.interpreter else None,
        race=tuple(DECLINED if code == NOT_TOLD else code for code in races_of(person.race)),
        ethnicity=DECLINED if person.ethnicity == NOT_TOLD else person.ethnicity,
        pronouns=person.pronouns,
        contacts=tuple(_contacts(ours)),
        protected=closed or details.reach is not None,
    )


def _names(ours: Registration) -> Iterator[HumanName]:
    person = ours.person
    given = tuple(name for name in (person.given, person.middle) if name)
    yield HumanName(family=person.family, given=given, suffix=person.suffix, use="official")
    if person.preferred_name:
        yield HumanName(given=(person.preferred_name,), use="usual")
    for one in ours.details.names:
        ended = one.ended_on.isoformat() if one.ended_on else ""
        yield HumanName(family=one.family, given=(one.given,) if one.given else (), use=str(one.use), ended_on=ended)


def _ways(ours: Registration) -> Iterator[ContactPoint]:
    person = ours.person
    phones = ((person.phone, person.phone_use), (person.other_phone, person.other_phone_use))
    for rank, (number, use) in enumerate(phones, 1):
        if number:
            yield ContactPoint(value=number, use=use, rank=rank)
    if person.email:
        yield ContactPoint(value=person.email, system="email")
    for one in ours.details.telecoms:
        yield ContactPoint(value=one.value, system=str(one.system), use=str(one.use), note=one.note)


def _way_asked_for(reach: Reach) -> Iterator[ContactPoint]:
    if reach.phone:
        yield ContactPoint(value=reach.phone, note=reach.note)
    if reach.email:
        yield ContactPoint(value=reach.email, system="email")


def _addresses(held: Person | Reach | Related) -> Iterator[Address]:
    lines = tuple(line for line in (held.address_line, held.address_unit) if line)
    if lines or held.city or held.postal_code:
        yield Address(line=lines, city=held.city, state=held.state, postal_code=held.postal_code, use="home")


def _contacts(ours: Registration) -> Iterator[Contact]:
    person = ours.person
    if person.emergency_name:
        phones = (ContactPoint(value=person.emergency_phone),) if person.emergency_phone else ()
        name = HumanName(text=person.emergency_name)
        yield Contact(roles=("emergency",), relation=person.emergency_relation, name=name, telecom=phones)
    for one in ours.details.related:
        phones = (ContactPoint(value=one.phone),) if one.phone else ()
        works = one.role is RelatedRole.EMPLOYER
        yield Contact(
            roles=(_ROLES[one.role],),
            relation=one.relation,
            name=HumanName() if works else HumanName(text=one.name),
            organization=one.name if works else "",
            telecom=phones,
            address=next(_addresses(one), Address()),
        )


def coverage_of(
    facts: PlanFacts, *, own: str, kind: PayerKind, payer: str, payer_phone: str, rank: int, status: CoverageStatus
) -> CoverageRecord:
    """A plan of ours; `own` is the resource's id."""
    classes = (
        PlanClass(type="group", value=facts.group_number),
        PlanClass(type="plan", value=facts.plan_name, name=facts.plan_name),
    )
    return CoverageRecord(
        id=own,
        status=str(status),
        types=_PLAN_TYPES[kind],
        payer=Payer(name=payer, phones=(PayerPhone(value=payer_phone),) if payer_phone else ()),
        member_id=facts.member_id,
        subscriber_id=facts.member_id if facts.relation == "self" else "",
        subscriber=HumanName(text=facts.subscriber),
        relation=facts.relation,
        starts_on=facts.starts_on.isoformat() if facts.starts_on else "",
        ends_on=facts.ends_on.isoformat() if facts.ends_on else "",
        order=rank,
        classes=tuple(one for one in classes if one.value),
        costs=()
        if facts.copay_cents is None
        else (Cost(type="spvisit", label="Specialist visit", cents=facts.copay_cents),),
    )
