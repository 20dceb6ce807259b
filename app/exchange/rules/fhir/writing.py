"""Our records as FHIR R4 resources in US Core's shape. Plain JSON; what is empty is left out, as FHIR wants it.

Source of the shapes: hl7.org/fhir/R4 and US Core 6.1 (Patient, RelatedPerson, Coverage, Organization).
"""

from base64 import b64encode
from typing import Any, TypeAlias

from app.exchange.rules.codes import DECLINED, ETHNICITIES, RACES
from app.exchange.rules.fhir.nodes import (
    ACT_CODE,
    BCP47,
    CDC_RACE,
    CONFIDENTIALITY,
    CONTACT_ENTITY,
    COPAY_TYPE,
    CORE,
    COVERAGE_CLASS,
    NULL_FLAVOR,
    ROLE_CLASS,
    ROLE_CODE,
    SNOMED,
    SUBSCRIBER,
    US_CORE,
    V2_0131,
    V2_0203,
)
from app.exchange.rules.records import (
    Address,
    Contact,
    ContactPoint,
    CoverageRecord,
    HumanName,
    Identifier,
    PatientRecord,
    Payer,
)

Json: TypeAlias = dict[str, Any]

_ROLES = {
    "emergency": (V2_0131, "C"), "next-of-kin": (V2_0131, "N"), "employer": (V2_0131, "E"),
    "guardian": (ROLE_CODE, "GUARD"), "guarantor": (ROLE_CLASS, "GUAR"), "insured": (ROLE_CODE, "SUBSCR"),
}  # fmt: skip
_RELATIONS = {
    "self": "ONESELF", "spouse": "SPS", "mother": "MTH", "father": "FTH", "parent": "PRN", "child": "CHILD",
    "grandparent": "GRPRN", "sibling": "SIB", "friend": "FRND", "partner": "DOMPART",
}  # fmt: skip
_SUBSCRIBER = {"self": "self", "spouse": "spouse", "child": "child", "parent": "parent", "partner": "common",
               "injured": "injured", "other": "other"}  # fmt: skip


def filled(**parts: Any) -> Json:  # noqa: ANN401 - JSON is what it is
    """An object without its empty parts; a name that Python keeps for itself ends with _."""
    return {name.rstrip("_"): part for name, part in parts.items() if part not in (None, "", [], {}, ())}


def concept(system: str = "", code: str = "", display: str = "", text: str = "") -> Json:
    """A CodeableConcept."""
    coding = filled(system=system, code=code, display=display)
    return filled(coding=[coding] if code else [], text=text)


def reference(place: str, display: str = "") -> Json:
    """A Reference to an address."""
    return filled(reference=place, display=display)


def extension(url: str, **value: Any) -> Json:  # noqa: ANN401 - JSON is what it is
    """An Extension with a value, or with extensions of its own."""
    return {"url": url, **filled(**value)}


# --------------------------------------------------------------------------------------------------------------- parts


def identifier(one: Identifier) -> Json:
    """An Identifier; a kind that is a code of v2's table 0203 is written as one."""
    coded = one.type.isascii() and one.type.isalnum() and one.type.isupper()
    kind = concept(V2_0203, one.type) if coded else concept(text=one.type)
    return filled(use=one.use, type=kind, system=one.system, value=one.value)


def human_name(one: HumanName) -> Json:
    """A HumanName. FHIR's uses have no alias: it leaves as ISO 21090's pseudonym."""
    alias = [extension(f"{CORE}iso21090-EN-use", valueCode="P")] if one.use == "alias" else []
    return filled(
        extension=alias,
        use="" if alias else one.use,
        text=one.text,
        family=one.family,
        given=list(one.given),
        prefix=[one.prefix] if one.prefix else [],
        suffix=[one.suffix] if one.suffix else [],
        period=filled(end=one.ended_on),
    )


def contact_point(one: ContactPoint) -> Json:
    """A ContactPoint."""
    note = [extension(f"{CORE}contactpoint-comment", valueString=one.note)] if one.note else []
    return filled(extension=note, system=one.system, value=one.value, use=one.use, rank=one.rank or None)


def address(one: Address) -> Json:
    """An Address."""
    return filled(
        use=one.use,
        text=one.text,
        line=list(one.line),
        city=one.city,
        state=one.state,
        postalCode=one.postal_code,
        country=one.country,
    )


def _category(url: str, codes: tuple[str, ...], words: dict[str, str]) -> list[Json]:
    """US Core's race or ethnicity: a category for each code, and always words."""
    if not codes:
        return []
    inner, told = [], []
    for code in codes:
        declined = code == DECLINED
        display = "asked but unknown" if declined else words.get(code, "")
        system = NULL_FLAVOR if declined else CDC_RACE
        inner.append(extension("ombCategory", valueCoding=filled(system=system, code=code, display=display)))
        told.append(display or code)
    return [extension(url, extension=[*inner, extension("text", valueString=", ".join(told))])]


# ------------------------------------------------------------------------------------------------------------- patient


def patient_resource(record: PatientRecord) -> Json:
    """A US Core Patient. People beside them who have a resource of their own (`stands_alone`) are left out."""
    return filled(
        resourceType="Patient",
        id=record.id,
        meta=_meta("us-core-patient", record),
        extension=_extensions(record),
        identifier=[identifier(one) for one in record.identifiers],
        active=record.active,
        name=[human_name(one) for one in record.names],
        telecom=[contact_point(one) for one in record.telecom],
        gender=record.gender,
        birthDate=record.birth_date,
        deceasedDateTime=record.deceased_on,
        deceasedBoolean=None if record.deceased_on else record.deceased,
        address=[address(one) for one in record.addresses],
        multipleBirthBoolean=record.multiple_birth,
        photo=[filled(contentType="image/jpeg", data=b64encode(record.photo).decode())] if record.photo else [],
        contact=[_contact(one) for one in record.contacts if not stands_alone(one)],
        communication=_communication(record.language),
        managingOrganization=filled(display=record.managing_organization),
        link=[{"other": reference(one.other), "type": one.type} for one in record.links],
    )


def _meta(profile: str, record: PatientRecord) -> Json:
    closed = [filled(system=CONFIDENTIALITY, code="R", display="restricted")] if record.protected else []
    return filled(profile=[f"{US_CORE}{profile}"], security=closed)


def _extensions(record: PatientRecord) -> list[Json]:
    found = [
        *_category(f"{US_CORE}us-core-race", record.race, RACES),
        *_category(f"{US_CORE}us-core-ethnicity", (record.ethnicity,) if record.ethnicity else (), ETHNICITIES),
    ]
    if record.birth_sex:
        found.append(extension(f"{US_CORE}us-core-birthsex", valueCode=record.birth_sex))
    if record.interpreter is not None:
        coding = (
            filled(system=SNOMED, code="373066001", display="Yes")
            if record.interpreter
            else filled(system=SNOMED, code="373067005", display="No")
        )
        found.append(extension(f"{US_CORE}us-core-interpreter-needed", valueCoding=coding))
    if record.pronouns:
        value = extension("value", valueCodeableConcept=concept(text=record.pronouns))
        found.append(extension(f"{CORE}individual-pronouns", extension=[value]))
    return found


def _communication(language: str) -> list[Json]:
    return [{"language": concept(BCP47, language), "preferred": True}] if language else []


def stands_alone(contact: Contact) -> bool:
    """Whether somebody beside the patient leaves as a RelatedPerson: who has a birth date, or pays, or guards."""
    if contact.organization:
        return False
    return bool(contact.birth_date or {"guarantor", "guardian", "insured"} & set(contact.roles) or not contact.roles)


def _relationship(contact: Contact) -> list[Json]:
    found = [concept(*_ROLES[role]) for role in contact.roles if role in _ROLES]
    code = _RELATIONS.get(contact.relation, "")
    if code:
        found.append(concept(ROLE_CODE, code))
    elif contact.relation:
        found.append(concept(text=contact.relation))
    return found


def _contact(one: Contact) -> Json:
    return filled(
        relationship=_relationship(one),
        name=human_name(one.name),
        telecom=[contact_point(point) for point in one.telecom],
        address=address(one.address),
        gender=one.gender,
        organization=filled(display=one.organization),
    )


def related_resource(one: Contact, own: str, patient: str) -> Json:
    """A US Core RelatedPerson; `patient` is the address of the person they belong to."""
    return filled(
        resourceType="RelatedPerson",
        id=own,
        meta=filled(profile=[f"{US_CORE}us-core-relatedperson"]),
        active=True,
        patient=reference(patient),
        relationship=_relationship(one),
        name=[human_name(one.name)] if one.name != HumanName() else [],
        telecom=[contact_point(point) for point in one.telecom],
        gender=one.gender,
        birthDate=one.birth_date,
        address=[address(one.address)] if one.address != Address() else [],
    )


# ---------------------------------------------------------------------------------------------------------------- plan


def organization_resource(payer: Payer, own: str) -> Json:
    """A US Core Organization of a payer; phones with a purpose stand in contacts of their own."""
    plain = [filled(system=one.system, value=one.value) for one in payer.phones if not one.purpose]
    contacts = [
        filled(purpose=concept(CONTACT_ENTITY, one.purpose), telecom=[filled(system=one.system, value=one.value)])
        for one in payer.phones
        if one.purpose
    ]
    return filled(
        resourceType="Organization",
        id=own,
        meta=filled(profile=[f"{US_CORE}us-core-organization"]),
        identifier=[identifier(one) for one in payer.identifiers],
        active=True,
        name=payer.name,
        telecom=plain,
        address=[address(payer.address)] if payer.address != Address() else [],
        contact=contacts,
    )


def coverage_resource(plan: CoverageRecord, patient: str, payer: str) -> Json:
    """A US Core Coverage; `patient` and `payer` are addresses. A subscriber who is not the patient is contained."""
    own = plan.relation == "self"
    subscriber = plan.subscriber != HumanName() and not own
    held = filled(
        resourceType="RelatedPerson",
        id="subscriber",
        patient=reference(patient),
        name=[human_name(plan.subscriber)] if plan.subscriber != HumanName() else [],
        birthDate=plan.subscriber_birth,
    )
    relation = _SUBSCRIBER.get(plan.relation, "")
    return filled(
        resourceType="Coverage",
        id=plan.id,
        meta=filled(profile=[f"{US_CORE}us-core-coverage"]),
        contained=[held] if subscriber else [],
        identifier=[identifier(Identifier(value=plan.member_id, type="MB"))] if plan.member_id else [],
        status=plan.status or "active",
        type=_kind(plan.types),
        subscriber=reference(patient) if own else reference("#subscriber") if subscriber else {},
        subscriberId=plan.subscriber_id,
        beneficiary=reference(patient),
        dependent=plan.dependent,
        relationship=concept(SUBSCRIBER, relation) if relation else concept(text=plan.relation),
        period=filled(start=plan.starts_on, end=plan.ends_on),
        payor=[reference(payer, plan.payer.name)],
        class_=[
            filled(type=concept(COVERAGE_CLASS, one.type), value=one.value or one.name, name=one.name)
            for one in plan.classes
        ],
        order=plan.order or None,
        costToBeneficiary=[
            filled(
                type=concept(COPAY_TYPE, one.type, text=one.label),
                valueMoney=filled(value=one.cents / 100, currency="USD"),
            )
            for one in plan.costs
            if one.cents is not None
        ],
    )


def _kind(types: tuple[str, ...]) -> Json:
    """A plan's kind: the first text is its code where there are two, else its words."""
    if len(types) > 1:
        return concept(ACT_CODE, types[0], text=types[1])
    return concept(text=next(iter(types), ""))
