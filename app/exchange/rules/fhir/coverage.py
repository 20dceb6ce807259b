"""FHIR's Coverage with its payer, the CARIN digital insurance card among them, as records (R4, R4B, R5)."""

from collections.abc import Callable
from dataclasses import replace

from app.exchange.rules.codes import relation_of
from app.exchange.rules.fhir.nodes import CARD, Node
from app.exchange.rules.fhir.people import address_of, identifiers_of, name_of, names_of, reference_of
from app.exchange.rules.records import (
    Address,
    CardImage,
    Cost,
    CoverageRecord,
    CoveredPerson,
    HumanName,
    Identifier,
    Payer,
    PayerPhone,
    PlanClass,
)

#: finds the resource that a reference means, an empty one when it is not in the file
Resolve = Callable[[Node], Node]
_IMAGES = ("Logo", "QRCode", "Barcode", "SupportingImage")


def read_card(node: Node, resolve: Resolve) -> CoverageRecord:
    """A Coverage whose person is not a patient of the file: with what it says of them itself."""
    beneficiary = node.node("beneficiary")
    person = resolve(beneficiary)
    name = next(iter(names_of(person)), HumanName(text=beneficiary.text("display")))
    return replace(read_coverage(node, resolve), beneficiary_name=name, beneficiary_birth=person.day("birthDate"))


def read_coverage(node: Node, resolve: Resolve) -> CoverageRecord:
    """A Coverage; the subscriber and who pays are looked up among the other resources."""
    numbers, subscriber_id = identifiers_of(node), _text_or_number(node, "subscriberId")
    subscriber, beneficiary = node.node("subscriber"), node.node("beneficiary")
    own = reference_of(subscriber) and reference_of(subscriber) == reference_of(beneficiary)
    person = Node({}) if own else resolve(subscriber)
    period = node.node("period")
    return CoverageRecord(
        id=node.text("id"),
        status=node.text("status"),
        types=tuple(
            dict.fromkeys(word for one in node.codings("type") for word in (one.code, one.text or one.display) if word)
        ),
        payer=_payer(node, resolve),
        member_id=_member_id(numbers) or subscriber_id,
        subscriber_id=subscriber_id,
        dependent=node.text("dependent"),
        subscriber=_subscriber(person, "" if own else subscriber.text("display")),
        subscriber_birth=person.day("birthDate"),
        relation=relation_of(
            *(w for one in node.codings("relationship") for w in (one.code, one.display, one.text) if w)
        ),
        beneficiary=reference_of(beneficiary) or beneficiary.text("display"),
        starts_on=period.day("start"),
        ends_on=period.day("end"),
        order=node.whole("order"),
        classes=tuple(_classes(node)),
        costs=tuple(_cost(one) for one in node.nodes("costToBeneficiary")),
        card_issued_on=node.extension(f"{CARD}C4DIC-CardIssueDate-extension").day("valueDate"),
        card_notes="\n".join(_notes(node)),
        images=tuple(_images(node)),
        covered=tuple(_covered(node)),
    )


def _text_or_number(node: Node, name: str) -> str:
    """R4's text, or R5's identifier."""
    if isinstance(node.value.get(name), str):
        return node.text(name)
    return node.node(name).text("value")


def _member_id(numbers: tuple[Identifier, ...]) -> str:
    """The number of kind MB; a single number of no kind is one too."""
    found = next((one.value for one in numbers if one.type == "MB"), "")
    return found or (numbers[0].value if len(numbers) == 1 and not numbers[0].type else "")


def _subscriber(person: Node, display: str) -> HumanName:
    return next(iter(names_of(person)), HumanName(text=display))


def _payer(node: Node, resolve: Resolve) -> Payer:
    """The first payor (R4) or the insurer (R5)."""
    reference = node.node("payor") or node.node("insurer")
    if not reference:
        return Payer()
    found = resolve(reference)
    named = identifiers_of(reference)
    return Payer(
        name=found.text("name") or reference.text("display"),
        identifiers=identifiers_of(found) or named,
        phones=tuple(_phones(found)),
        address=next((one for one in _addresses(found) if one != Address()), Address()),
    )


def _phones(organization: Node) -> list[PayerPhone]:
    """Numbers and pages of a payer, those with a purpose first."""
    found = [
        PayerPhone(value=value, purpose=purpose, system=one.text("system") or "phone")
        for contact in organization.nodes("contact")
        for purpose in [next((said.code or said.text for said in contact.codings("purpose")), "")]
        for one in contact.nodes("telecom")
        if (value := one.text("value"))
    ]
    plain = [
        PayerPhone(value=value, system=one.text("system") or "phone")
        for one in organization.nodes("telecom")
        if (value := one.text("value"))
    ]
    return [*found, *plain]


def _addresses(organization: Node) -> list[Address]:
    inner = [contact.node("address") for contact in organization.nodes("contact")]
    return [address_of(one) for one in (*organization.nodes("address"), *inner)]


def _classes(node: Node) -> list[PlanClass]:
    found = [
        PlanClass(
            type=next((said.code or said.text for said in one.codings("type")), ""),
            value=_text_or_number(one, "value"),
            name=one.text("name"),
        )
        for one in node.nodes("class")
    ]
    network = node.text("network")
    if network and not any(one.type == "network" for one in found):
        found.append(PlanClass(type="network", value=network))
    return [one for one in found if one.value or one.name]


def _cost(node: Node) -> Cost:
    said = next(iter(node.codings("type")), None)
    money, printed = (
        node.node("valueMoney"),
        node.node("valueMoney").extension(f"{CARD}C4DIC-BeneficiaryCostString-extension"),
    )
    amount = node.node("valueQuantity")
    unit = amount.text("unit") or amount.text("code")
    share = f"{amount.value.get('value', '')} {unit}".strip() if amount and unit not in ("USD", "$") else ""
    return Cost(
        type=said.code or said.text if said else "",
        label=said.display or said.text if said else "",
        cents=amount.cents("value") if unit in ("USD", "$") else money.cents("value"),
        text=printed.text("valueString") or share,
    )


def _notes(node: Node) -> list[str]:
    found = node.extensions(f"{CARD}C4DIC-AdditionalCardInformation-extension")
    texts = [one.node("valueAnnotation").text("text") or one.text("valueString") for one in found]
    return [text for text in texts if text]


def _images(node: Node) -> list[CardImage]:
    """Pictures by name and kind; three quarters of their base64 are bytes."""
    found: list[CardImage] = []
    for one in node.extensions(*(f"{CARD}C4DIC-{kind}-extension" for kind in _IMAGES)):
        image = one.extension("image").node("valueAttachment")
        label = one.extension("label").text("valueString") or one.extension("description").text("valueString")
        if image:
            length = len(image.text("data")) * 3 // 4
            found.append(CardImage(label=label, content_type=image.text("contentType"), length=length))
    return found


def _covered(node: Node) -> list[CoveredPerson]:
    found: list[CoveredPerson] = []
    for one in node.extensions(f"{CARD}C4DIC-PlanBeneficiaries-extension"):
        name = name_of(one.extension("name").node("valueHumanName"))
        number = one.extension("memberId")
        member_id = number.text("valueId") or number.text("valueString")
        if name != HumanName() or member_id:
            found.append(CoveredPerson(name=name, member_id=member_id))
    return found
