"""Reading a digital insurance card (CARIN, or any FHIR Coverage): what it says of each person it covers. Nothing is written."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.actions.feed import LARGEST_FHIR, unreadable
from app.exchange.rules.arriving import name_words
from app.exchange.rules.fhir import FhirFile, read_file
from app.exchange.rules.planning import facts_of
from app.exchange.rules.records import Contact, CoverageRecord, HumanName, whole_day
from app.insurance.rules import CardFacts
from app.kit.dates import show_date

#: pharmacy and network numbers that a card prints, and their names there
_NUMBERS = {"rxbin": "Rx BIN", "rxpcn": "Rx PCN", "rxgroup": "Rx Group", "rxid": "Rx ID", "network": "Network"}
#: signs of a payer's small print that a note keeps
_NOTE_LENGTH = 300
#: what a provider's desk calls comes before what patients and pharmacies call
_CALLED = ("provider", "", "PAYOR", "PATINF")


def read_card(path: Path) -> tuple[CardFacts, ...]:
    """What the card in a file says, whom it is for first. Raises Unavailable, and ClinicError where there is no card."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FHIR + 1)
    except OSError as problem:
        raise unreadable() from problem
    found = read_file(data[:LARGEST_FHIR])
    cards = tuple(fact for plan, person in _plans(found) for fact in _people(plan, person))
    if not cards:
        why = next((one.sentence for one in found.issues), tr("It names no plan."))
        raise ClinicError("There is no insurance card in this file. {why}", why=why, field="card")
    return cards


def _plans(found: FhirFile) -> Iterator[tuple[CoverageRecord, str]]:
    """Every plan with the name of its person."""
    for card in found.coverages:
        yield card.record, _called(card.record.beneficiary_name)
    for patient in found.patients:
        for plan in patient.record.coverages:
            yield plan, _called(next(iter(patient.record.names), HumanName()))


def _called(name: HumanName) -> str:
    return name_words(Contact(name=name))


def _people(plan: CoverageRecord, person: str) -> Iterator[CardFacts]:
    """Whom the card is for, then the others it covers, each with their own number; their relation stands nowhere."""
    payer, phone, notes = plan.payer.name, _phone(plan), tuple(_notes(plan))
    first = CardFacts(payer=payer, payer_phone=phone, person=person, notes=notes, **asdict(facts_of(plan)))
    yield first
    for other in plan.covered:
        if other.member_id and other.member_id != first.member_id:
            yield replace(first, person=_called(other.name), member_id=other.member_id, relation="")


def _phone(plan: CoverageRecord) -> str:
    phones = [one for one in plan.payer.phones if one.system == "phone"]
    order = {purpose: at for at, purpose in enumerate(_CALLED)}
    return min(phones, key=lambda one: order.get(one.purpose, len(order))).value if phones else ""


def _notes(plan: CoverageRecord) -> Iterator[str]:
    """What else the card says: short things on one line, then costs that are no plain sum, then the small print."""
    short = list[str]()
    if plan.card_issued_on:
        day = whole_day(plan.card_issued_on)
        short.append(tr("Card issued {day}", day=show_date(day) if day else plan.card_issued_on))
    short += [f"{words} {one.value}" for kind, words in _NUMBERS.items() if (one := plan.class_of(kind)).value]
    if short:
        yield " · ".join(short)
    for cost in plan.costs:
        if cost.text and cost.text != "N/A":
            yield f"{cost.label or cost.type}: {cost.text}"
    if plan.card_notes:
        yield plan.card_notes[:_NOTE_LENGTH]
