"""FHIR's Patient, Patient.contact and RelatedPerson (R4, R4B, R5, US Core) as records."""

from app.exchange.rules.codes import ethnicity_of, language_of, race_of, relation_of
from app.exchange.rules.fhir.nodes import CARD, CONFIDENTIALITY, CORE, SSN, US_CORE, V2_0131, Coding, Node, coding_of
from app.exchange.rules.records import Address, Contact, ContactPoint, HumanName, Identifier, Link, PatientRecord

#: codes of v2-0131, v3-RoleCode and v3-RoleClass that say what somebody is for; the rest say who they are
ROLES = {
    "C": "emergency", "ECON": "emergency", "EMC": "emergency", "N": "next-of-kin", "NOK": "next-of-kin",
    "E": "employer", "GUARD": "guardian", "GUADLTM": "guardian", "GUAR": "guarantor",
    "POLHOLD": "insured", "SUBSCR": "insured",
}  # fmt: skip
_GENDERS = ("male", "female", "other", "unknown")
_YES = "373066001"
#: confidentiality of which few people may know
_CLOSED = ("R", "V")


def identifiers_of(node: Node, name: str = "identifier") -> tuple[Identifier, ...]:
    """Every number with a value; its type is the code of v2's table 0203, or its words."""
    return tuple(
        Identifier(value=value, system=one.text("system"), type=_type_of(one), use=one.text("use"))
        for one in node.nodes(name)
        if (value := one.text("value"))
    )


def _type_of(identifier: Node) -> str:
    codes = identifier.codings("type")
    if found := next((one.code for one in codes if one.code), ""):
        return found
    return "SS" if identifier.text("system") == SSN else next((one.text for one in codes), "")


def name_of(node: Node) -> HumanName:
    """One HumanName; ISO 21090's pseudonym is an alias."""
    alias = node.extension(f"{CORE}iso21090-EN-use").text("valueCode") == "P"
    return HumanName(
        family=" ".join(node.texts("family")),
        given=node.texts("given"),
        prefix=" ".join(node.texts("prefix")),
        suffix=" ".join(node.texts("suffix")),
        use="alias" if alias else node.text("use"),
        text=node.text("text"),
        ended_on=node.node("period").day("end"),
    )


def names_of(node: Node) -> tuple[HumanName, ...]:
    """The names, the one in force first: official, then one without a use, then the usual one."""
    found = [one for one in map(name_of, node.nodes("name")) if one.family or one.given or one.text]
    uses = ("official", "", "usual")
    first = next((one for use in uses for one in found if one.use == use and not one.ended_on), None)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one is not first))


def telecom_of(node: Node, name: str = "telecom") -> tuple[ContactPoint, ...]:
    """Every way to reach somebody, those with a rank first."""
    found = [
        ContactPoint(
            value=value,
            system=one.text("system") or ("email" if "@" in value else "phone"),
            use=one.text("use"),
            rank=one.whole("rank"),
            note=one.extension(f"{CORE}contactpoint-comment").text("valueString"),
        )
        for one in node.nodes(name)
        if (value := one.text("value"))
    ]
    return tuple(sorted(found, key=lambda one: one.rank or 1_000_000))


def address_of(node: Node) -> Address:
    """One Address."""
    return Address(
        line=node.texts("line"),
        city=node.text("city"),
        state=node.text("state"),
        postal_code=node.text("postalCode"),
        country=node.text("country"),
        use=node.text("use"),
        text=node.text("text"),
    )


def read_patient(node: Node) -> PatientRecord:
    """A Patient without what other resources say about them."""
    deceased = node.day("deceasedDateTime") if node.value.get("deceasedDateTime") else ""
    twin = node.whole("multipleBirthInteger") if "multipleBirthInteger" in node.value else 0
    return PatientRecord(
        id=node.text("id"),
        identifiers=identifiers_of(node),
        active=node.flag("active"),
        names=names_of(node),
        telecom=telecom_of(node),
        gender=_gender(node),
        birth_date=node.day("birthDate"),
        deceased=True if node.value.get("deceasedDateTime") else node.flag("deceasedBoolean"),
        deceased_on=deceased,
        addresses=tuple(one for one in map(address_of, node.nodes("address")) if one != Address(use=one.use)),
        multiple_birth=True if twin else node.flag("multipleBirthBoolean"),
        language=_language(node),
        interpreter=_interpreter(node),
        race=tuple(dict.fromkeys(code for one in _omb(node, "race") if (code := race_of(one.code, one.display)))),
        ethnicity=next((code for one in _omb(node, "ethnicity") if (code := ethnicity_of(one.code, one.display))), ""),
        birth_sex=node.extension(f"{US_CORE}us-core-birthsex").text("valueCode"),
        pronouns=_pronouns(node),
        contacts=tuple(contact for one in node.nodes("contact") if (contact := read_contact(one)) is not None),
        links=tuple(
            Link(type=one.text("type"), other=reference_of(one.node("other")))
            for one in node.nodes("link")
            if reference_of(one.node("other"))
        ),
        managing_organization=node.node("managingOrganization").text("display"),
        protected=any(one.text("code") in _CLOSED for one in _security(node)),
    )


def _security(node: Node) -> list[Node]:
    return [one for one in node.node("meta").nodes("security") if one.text("system") in ("", CONFIDENTIALITY)]


def reference_of(node: Node) -> str:
    """Where a reference points: its address, else the number it names."""
    return node.text("reference") or node.node("identifier").text("value")


def _gender(node: Node) -> str:
    found = node.text("gender")
    if found and found not in _GENDERS:
        node.odd.append(f"{node.path}.gender" if node.path else "gender")
        return ""
    return found


def _language(node: Node) -> str:
    spoken = sorted(node.nodes("communication"), key=lambda one: one.flag("preferred") is not True)
    for one in spoken:
        for coding in one.codings("language"):
            if found := language_of(coding.code, coding.display, coding.text):
                return found
    return ""


def _interpreter(node: Node) -> bool | None:
    needed = node.extension(f"{US_CORE}us-core-interpreter-needed")
    if needed:
        return coding_of(needed, "valueCoding").code == _YES
    return node.extension(f"{CORE}patient-interpreterRequired").flag("valueBoolean")


def _omb(node: Node, what: str) -> list[Coding]:
    """The categories of US Core's race or ethnicity; its words where it has no category."""
    found = node.extension(f"{US_CORE}us-core-{what}")
    coded = [coding_of(one, "valueCoding") for one in found.extensions("ombCategory")]
    return coded or [Coding(display=found.extension("text").text("valueString"))]


def _pronouns(node: Node) -> str:
    value = node.extension(f"{CORE}individual-pronouns").extension("value")
    return next((one.text or one.display for one in value.codings("valueCodeableConcept")), "")


def read_contact(node: Node) -> Contact | None:
    """A Patient.contact, or None when it names nobody."""
    found = _contact(node, name_of(node.node("name")), node.node("organization").text("display"))
    return found if _names_somebody(found) else None


def read_related(node: Node) -> Contact | None:
    """A RelatedPerson, or None when it names nobody."""
    found = _contact(node, next(iter(names_of(node)), HumanName()), "")
    return found if _names_somebody(found) else None


def _names_somebody(contact: Contact) -> bool:
    name = contact.name
    return bool(name.family or name.given or name.text or contact.organization or contact.telecom)


def _contact(node: Node, name: HumanName, organization: str) -> Contact:
    said = node.codings("relationship")
    roles = tuple(dict.fromkeys(role for one in said if (role := ROLES.get(one.code))))
    whose = [one for one in said if one.code not in ROLES and one.system != V2_0131]
    words = [word for one in whose for word in (one.code, one.display, one.text) if word]
    return Contact(
        roles=roles,
        relation=relation_of(*words),
        name=name,
        organization=organization,
        telecom=telecom_of(node),
        address=address_of(node.node("address")),
        gender=_gender(node),
        birth_date=node.day("birthDate"),
    )


def is_animal(node: Node) -> bool:
    """Whether the record is of an animal, which veterinary systems keep as patients."""
    return bool(node.extension(f"{CORE}patient-animal")) or "animal" in node.value


def is_trial(node: Node) -> bool:
    """Whether the sender marks the record as made up for a test."""
    tags = (*node.node("meta").nodes("tag"), *node.node("meta").nodes("security"))
    return any(one.text("code") == "HTEST" for one in tags)


def is_card(node: Node) -> bool:
    """Whether a Coverage is a digital insurance card."""
    profiles = node.node("meta").texts("profile")
    return any("insurance-card" in one for one in profiles) or any(
        one.text("url").startswith(CARD) for one in node.nodes("extension")
    )
