"""The demo's patients: registration, plan, alert and papers, each with the gaps that its visit shall show."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.checklists.rules import VisitFacts, requirements, rule_pack
from app.core.clock import local_day
from app.documents.actions import AttachDocument, attach_document
from app.documents.rules import DocumentKind
from app.exchange.demo import people
from app.exchange.demo.details import details, told
from app.exchange.demo.hands import Hands, taken
from app.exchange.demo.papers import paper
from app.exchange.demo.people import PAYERS, VISIT_TYPES, ZONE
from app.insurance.actions import AddCoverage, add_coverage
from app.insurance.rules import PayerKind
from app.patients.actions.notes import AddNote, add_note
from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.codes import NoteKind, Sex
from app.patients.rules.people import Person, age_on
from app.schedule.rules import VisitKind

#: which paper a gap of the plan leaves out
LEFT_OUT = {
    "id": DocumentKind.PHOTO_ID,
    "card": DocumentKind.INSURANCE_CARD,
    "consent": DocumentKind.CONSENT_TO_TREAT,
    "privacy": DocumentKind.PRIVACY_NOTICE,
    "financial": DocumentKind.FINANCIAL_POLICY,
    "minor": DocumentKind.MINOR_CONSENT,
    "claim": DocumentKind.CLAIM_INFORMATION,
    "waived": DocumentKind.FINANCIAL_POLICY,
}
#: days from the demo's day to the end of a photo ID
ID_ENDS = {"id-expired": -24, "id-soon": 8}
STREETS = ("N Court St", "W Murray Ave", "S Bridge St", "E Acequia Ave", "W Tulare Ave")
RELATIONS = ("Spouse", "Mother", "Brother", "Daughter")
KINDS = {code: VisitKind(kind) for code, _name, kind, _minutes in VISIT_TYPES}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to register: who, for which visit type, with which gaps; `number` makes phone and address their own."""

    number: int
    person: people.Person
    visit_type: str
    gaps: tuple[str, ...]
    location_id: int


def register(hands: Hands, one: Newcomer) -> int:
    """Register somebody with everything that is in order; returns the patient's id."""
    person, today = told(one.person, one.number, _person(one)), local_day(hands.clock.now(), ZONE)
    shown = DocumentKind.PHOTO_ID in needed(hands, one) and "id" not in one.gaps
    rows = details(one.person, one.number, person, today, _id_ends(hands, one.gaps) if shown else None)
    patient_id = hands.do(register_patient, RegisterPatient(person=person, details=rows)).id
    if "payer" not in one.gaps:
        hands.clock.advance(minutes=1)
        hands.do(add_coverage, _plan(hands, one, patient_id))
    if one.person.alert:
        hands.do(add_note, AddNote(patient_id=patient_id, kind=NoteKind.ALERT, text=one.person.alert))
    hands.clock.advance(minutes=2)
    _papers(hands, one, patient_id)
    return patient_id


def _person(one: Newcomer) -> Person:
    who, at = one.person, one.number
    return Person(
        family=who.family,
        given=who.given,
        preferred_name=who.preferred,
        birth_date=None if "born" in one.gaps else who.born,
        sex=Sex(who.sex),
        # 555-0100 to 555-0199 are kept free for invented people; every ninth has not said a number yet
        phone="" if at % 9 == 4 else f"(559) 555-{110 + at:04d}",
        email=_email(who) if at % 3 == 0 else "",
        address_line="" if at % 11 == 7 else f"{100 + at * 17} {taken(STREETS, at)}",
        city="Visalia",
        state="CA",
        postal_code="93277",
        language=who.language,
        interpreter="Interpreter" in who.alert,
        emergency_name=f"Alex {who.family}" if at % 2 else "",
        emergency_phone=f"(559) 555-{199 - at:04d}" if at % 2 else "",
        emergency_relation=taken(RELATIONS, at) if at % 2 else "",
        home_location_id=one.location_id,
    )


def _email(who: people.Person) -> str:
    name = unicodedata.normalize("NFKD", f"{who.given}.{who.family}").encode("ascii", "ignore").decode()
    kept = "".join(sign for sign in name.lower() if sign.isalnum() or sign == ".").strip(".")
    return f"{kept or 'patient'}@example.com"


def _plan(hands: Hands, one: Newcomer, patient_id: int) -> AddCoverage:
    insured = PAYERS[one.person.payer][1] != PayerKind.SELF_PAY
    return AddCoverage(
        patient_id=patient_id,
        payer_id=hands.places.payers[one.person.payer],
        member_id=f"XEH{884201000 + one.number * 37}" if insured else "",
        copay_cents=one.person.copay,
        starts_on=_plan_start(hands),
    )


def _plan_start(hands: Hands) -> date:
    return hands.day.replace(month=1, day=1)


def needed(hands: Hands, one: Newcomer) -> tuple[DocumentKind, ...]:
    """Which papers the rule pack asks for at this person's visit."""
    facts = VisitFacts(
        hands.day,
        KINDS[one.visit_type],
        "CA",
        PayerKind(PAYERS[one.person.payer][1]),
        _plan_start(hands),
        age_on(one.person.born, hands.day),
    )
    return tuple(rule.kind for rule in requirements(rule_pack(), facts))


def _papers(hands: Hands, one: Newcomer, patient_id: int) -> None:
    left_out = {LEFT_OUT[gap] for gap in one.gaps if gap in LEFT_OUT}
    for kind in needed(hands, one):
        if kind not in left_out:
            data, name = paper(kind)
            ends = _id_ends(hands, one.gaps) if kind is DocumentKind.PHOTO_ID else None
            hands.do(
                attach_document,
                AttachDocument(
                    patient_id=patient_id,
                    location_id=one.location_id,
                    kind=kind,
                    data=data,
                    file_name=name,
                    expires_on=ends,
                ),
            )


def _id_ends(hands: Hands, gaps: Iterable[str]) -> date:
    days = next((ID_ENDS[gap] for gap in gaps if gap in ID_ENDS), 900)
    return hands.day + timedelta(days=days)
