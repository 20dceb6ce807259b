"""The further parts of a registration in the database, on both engines: history, journal, masks, keys, the worklist, reach."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.core.journal import JournalEntry
from app.documents.actions import AttachDocument, attach_document
from app.documents.rules import DocumentKind
from app.insurance.actions import AddCoverage, AddPayer, EndCoverage, add_coverage, add_payer, end_coverage
from app.insurance.rules import PayerKind
from app.patients.actions.identity import RevealIdentity, reveal_identity
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.details import details_of, reach_of
from app.patients.queries.record import PatientSummary, summary
from app.patients.queries.search import search
from app.patients.queries.worklist import IncompleteRegistrations
from app.patients.rules.codes import ConsentKind, ContactSystem, Decision, NameUse, RelatedRole, Sex
from app.patients.rules.completeness import missing
from app.patients.rules.details import NO_DETAILS, Agreed, Details, Identity, OtherName, Reach, Related, Telecom
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import IdentityDocument, PatientConsent
from tests.patients.people import CLERK, READER
from tests.registry.world import PICTURE
from tests.support.clinic import ANYONE, Clinic

DAY = date(2026, 3, 10)
MARIA = 1
MAIDEN = OtherName(use=NameUse.MAIDEN, family="Quintanilla", ended_on=date(1998, 6, 1))
SISTER = Reach(
    since=DAY, phone="(559) 555-0101", address_line="9 Elm St", city="Tulare", state="CA", postal_code="93274"
)
LICENCE = Identity(number="D1234567", jurisdiction="CA", issued_on=date(2020, 7, 1), expires_on=date(2025, 6, 30))
WHOLE = Details(
    names=(MAIDEN,),
    telecoms=(
        Telecom(system=ContactSystem.PHONE, value="(559) 555-0150", note="work, mornings"),
        Telecom(system=ContactSystem.EMAIL, value="mj@example.org", rank=2),
    ),
    related=(Related(role=RelatedRole.EMPLOYER, name="Orchard Farms", phone="(559) 555-0160"),),
    consents=(
        Agreed(kind=ConsentKind.TEXT, decision=Decision.PERMIT, decided_on=date(2026, 1, 5)),
        Agreed(kind=ConsentKind.TREATMENT, decision=Decision.PERMIT, decided_on=date(2026, 1, 5)),
    ),
    reach=SISTER,
    identity=LICENCE,
)


def opened(clinic: Clinic, patient_id: int = MARIA, actor: Actor = ANYONE) -> PatientSummary:
    return clinic.executor.fetch(summary, actor, patient_id)


def change(clinic: Clinic, details: Details | None, actor: Actor = ANYONE, **person: object) -> PatientSummary:
    """María's registration with other details."""
    record = opened(clinic)
    wanted = replace(record.person, **person)  # type: ignore[arg-type]
    command = UpdatePatient(patient_id=MARIA, version=record.version, person=wanted, details=details)
    clinic.do(update_patient, command, actor)
    return opened(clinic)


def stored(clinic: Clinic, patient_id: int = MARIA) -> Details:
    return clinic.rows(lambda session: details_of(session, patient_id))  # type: ignore[arg-type]


def last_entry(clinic: Clinic) -> JournalEntry:
    found = clinic.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first())
    assert found is not None
    return found


def keys(clinic: Clinic, text: str) -> list[str]:
    return [hit.name for hit in clinic.executor.fetch(search, ANYONE, text).hits]


def test_details_are_written_with_the_patient_and_found_by(clinic: Clinic) -> None:
    person = Person(family="Ibarra", given="Luz", home_location_id=1)
    made = clinic.do(register_patient, RegisterPatient(person=person, details=WHOLE))
    assert stored(clinic, made.id) == WHOLE
    for text in ("quintanilla", "5595550150", "5595550101", "mj@example.org"):
        assert keys(clinic, text) == ["Ibarra, Luz"], text
    assert made.missing == ("birth_date", "sex", "emergency", "privacy_notice")


def test_what_is_wrong_with_a_detail_leaves_nothing(clinic: Clinic) -> None:
    bad = replace(WHOLE, telecoms=(Telecom(system=ContactSystem.PHONE, value="1"),))
    with pytest.raises(ClinicError) as caught:
        clinic.do(register_patient, RegisterPatient(person=Person(family="Ibarra"), details=bad))
    assert caught.value.field == "telecoms-0-value"
    assert clinic.rows(lambda s: len(s.scalars(select(Patient.id)).all())) == 2


def test_without_details_they_stay_and_the_version_counts_them(clinic: Clinic) -> None:
    first = opened(clinic)
    record = change(clinic, WHOLE)
    assert record.version == first.version + 1
    stale = UpdatePatient(patient_id=MARIA, version=first.version, person=first.person, details=NO_DETAILS)
    with pytest.raises(Stale):
        clinic.do(update_patient, stale)
    assert change(clinic, None, pronouns="she").details.telecoms == WHOLE.telecoms
    assert stored(clinic) == WHOLE
    assert change(clinic, WHOLE).version == record.version + 1  # nothing was another: nothing was written


def test_consents_end_and_an_identity_is_replaced_but_stays(clinic: Clinic) -> None:
    change(clinic, WHOLE)
    renewed = replace(LICENCE, issued_on=date(2026, 2, 1), expires_on=date(2031, 6, 30))
    refused = Agreed(kind=ConsentKind.TEXT, decision=Decision.DENY, decided_on=DAY)
    change(clinic, replace(WHOLE, consents=(refused,), identity=replace(renewed, number="")))

    def look(session: Session) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
        said = select(PatientConsent.kind, PatientConsent.decision, PatientConsent.ended_on).order_by(PatientConsent.id)
        shown = select(IdentityDocument.number, IdentityDocument.expires_on, IdentityDocument.replaced_at.is_(None))
        return [tuple(r) for r in session.execute(said)], [
            tuple(r) for r in session.execute(shown.order_by(IdentityDocument.id))
        ]

    consents, proofs = clinic.rows(look)
    assert consents == [("text", "permit", DAY), ("treatment", "permit", DAY), ("text", "deny", None)]
    assert proofs == [("D1234567", date(2025, 6, 30), False), ("D1234567", date(2031, 6, 30), True)]
    assert stored(clinic).identity == renewed
    change(clinic, replace(stored(clinic), identity=None))
    assert stored(clinic).identity == renewed
    change(clinic, replace(stored(clinic), identity=Identity()))
    assert stored(clinic).identity is None


def test_the_journal_shows_what_changed_and_never_the_number(clinic: Clinic) -> None:
    change(clinic, WHOLE)
    entry = last_entry(clinic)
    assert (entry.patient_id, entry.action) == (MARIA, "patients.update_patient")
    for told in ("Quintanilla", "(559) 555-0150", "Orchard Farms", "9 Elm St", "treatment"):
        assert told in entry.details, told
    assert "D1234567" not in entry.details + entry.result
    assert f"patient:{MARIA}" in entry.touched.split()
    change(clinic, replace(WHOLE, names=()))
    assert "Quintanilla" in last_entry(clinic).details


CALLER = replace(
    ANYONE, grants={Permission.EDIT_PATIENT: Grant(masked=True), Permission.VIEW_PATIENT: Grant()}
)  # a call centre: sees contacts, no proof of identity


def test_a_call_centre_changes_contacts_and_never_who_somebody_is(clinic: Clinic) -> None:
    change(clinic, WHOLE)
    seen = clinic.executor.fetch(summary, CALLER, MARIA).details
    assert seen == replace(WHOLE, identity=None)
    change(clinic, replace(seen, telecoms=seen.telecoms[:1]), CALLER)
    assert stored(clinic) == replace(WHOLE, telecoms=WHOLE.telecoms[:1])
    for other in (
        replace(seen, names=()),
        replace(seen, identity=replace(LICENCE, number="X1")),
        replace(seen, identity=Identity()),
    ):
        with pytest.raises(Refused):
            change(clinic, other, CALLER)
    for fields in ({"suffix": "Jr"}, {"multiple_birth": True}):
        with pytest.raises(Refused):
            change(clinic, None, CALLER, **fields)


def test_who_sees_what_of_a_proof_of_identity(clinic: Clinic) -> None:
    change(clinic, WHOLE)
    clerk = replace(CLERK, grants={**CLERK.grants, Permission.VIEW_IDENTITY: Grant(scope=Scope.OWN, masked=True)})
    record = opened(clinic, actor=clerk)
    assert record.details.identity == replace(LICENCE, number="")
    assert record.identity_tail == "··4567"
    change(clinic, record.details, clerk)  # saved as it was seen: the number stays
    assert stored(clinic) == WHOLE
    caller = opened(clinic, actor=CALLER)
    assert (caller.details.identity, caller.identity_tail) == (None, "")
    reader = opened(clinic, actor=READER)
    assert (reader.details, reader.reached.phone, reader.identity_tail) == (NO_DETAILS, "", "")


def test_the_number_is_revealed_with_a_line_in_the_journal(clinic: Clinic) -> None:
    change(clinic, WHOLE)
    command = RevealIdentity(patient_id=MARIA, reason="compared with the card")
    director = replace(CLERK, grants={Permission.VIEW_IDENTITY: Grant(scope=Scope.OWN, reason=True)})
    with pytest.raises(ReasonNeeded):
        clinic.do(reveal_identity, RevealIdentity(patient_id=MARIA), director)
    assert clinic.do(reveal_identity, command, director).number == "D1234567"
    entry = last_entry(clinic)
    assert (entry.patient_id, entry.reason) == (MARIA, "compared with the card")
    assert "D1234567" not in entry.details + entry.result
    assert clinic.do(reveal_identity, command, director).number == ""
    masked = replace(director, grants={Permission.VIEW_IDENTITY: Grant(masked=True)})
    with pytest.raises(Refused):
        clinic.do(reveal_identity, RevealIdentity(patient_id=MARIA), masked)
    with pytest.raises(NotFound):
        clinic.do(reveal_identity, RevealIdentity(patient_id=2, reason="x"), director)


def test_a_clinic_or_therapist_that_is_not_there_is_told_at_its_field(clinic: Clinic) -> None:
    for name in ("home_location_id", "preferred_practitioner_id"):
        with pytest.raises(ClinicError) as caught:
            change(clinic, None, **{name: 99})
        assert caught.value.field == name
    assert change(clinic, None, preferred_practitioner_id=1).therapist == "Okafor, Thomas, PT"


# --------------------------------------------------------------------------------------------- told by rooms above


def test_a_plan_of_workers_compensation_asks_for_the_employer(clinic: Clinic) -> None:
    payer = clinic.do(add_payer, AddPayer(name="State Fund", kind=PayerKind.WORKERS_COMP))
    version = opened(clinic).version
    plan = clinic.do(add_coverage, AddCoverage(patient_id=MARIA, payer_id=payer.payer_id, rank=2))
    record = opened(clinic)
    assert "employer" in record.missing
    assert record.version == version
    end = EndCoverage(coverage_id=plan.coverage_id, version=plan.version, mistake=True)
    clinic.do(end_coverage, end)
    assert "employer" not in opened(clinic).missing


def test_a_signed_paper_notes_the_consent(clinic: Clinic) -> None:
    def attach(kind: DocumentKind) -> None:
        clinic.do(attach_document, AttachDocument(patient_id=MARIA, location_id=1, kind=kind, data=PICTURE))

    change(clinic, Details(consents=(Agreed(kind=ConsentKind.TREATMENT, decision=Decision.DENY, decided_on=DAY),)))
    attach(DocumentKind.CONSENT_TO_TREAT)
    attach(DocumentKind.PRIVACY_NOTICE)
    attach(DocumentKind.PRIVACY_NOTICE)
    attach(DocumentKind.OTHER)
    said = [(one.kind, one.decision) for one in stored(clinic).consents]
    assert said == [("treatment", "permit"), ("privacy_notice", "permit")]
    assert not {"treatment", "privacy_notice"} & set(opened(clinic).missing)


# -------------------------------------------------------------------------------------------- worklist and reach


FULL = Person(
    family="Ibarra", given="Luz", birth_date=date(1980, 9, 19), sex=Sex.FEMALE, phone="5595550111", address_line="1 A St",
    postal_code="93291", emergency_name="Eva", emergency_phone="5595550112", home_location_id=1,
)  # fmt: skip
SIGNED = (
    Agreed(kind=ConsentKind.PRIVACY_NOTICE, decision=Decision.DENY, decided_on=DAY),
    Agreed(kind=ConsentKind.TREATMENT, decision=Decision.PERMIT, decided_on=DAY),
)
MOTHER = Related(role=RelatedRole.RESPONSIBLE, name="Eva", phone="(559) 555-0112")
BLANKS: dict[str, object] = {
    "birth_date": None, "sex": Sex.UNKNOWN, "phone": "", "address_line": "", "postal_code": "", "emergency_name": "",
    "emergency_phone": "",
}  # fmt: skip
RELATED = [
    (),
    (MOTHER,),
    (replace(MOTHER, phone=""),),
    (replace(MOTHER, phone=""), replace(MOTHER, role=RelatedRole.GUARANTOR)),
    (replace(MOTHER, role=RelatedRole.GUARANTOR, phone=""),),
]
CONSENTS = [SIGNED, SIGNED[:1], (SIGNED[0], replace(SIGNED[1], decision=Decision.DENY)), ()]


def test_the_worklist_knows_the_same_gaps_as_the_rules(clinic: Clinic) -> None:
    lone = [(replace(FULL, **{name: value}), Details(consents=SIGNED)) for name, value in BLANKS.items()]  # type: ignore[arg-type]
    reached = [
        (replace(FULL, phone="", address_line=""), Details(consents=SIGNED, reach=reach))
        for reach in (replace(SISTER, phone=""), SISTER)
    ]
    borns = [date(1980, 9, 19), date(2008, 3, 10), date(2008, 3, 11)]
    people = [
        (replace(FULL, birth_date=born), Details(related=related, consents=consents))
        for born, related, consents in product(borns, RELATED, CONSENTS)
    ]
    made = {}
    for person, details in [*lone, *reached, *people]:
        row = clinic.do(register_patient, RegisterPatient(person=person, details=details))
        assert row.missing == missing(person, details, clinic.day)
        made[row.id] = row.missing
    worklist = IncompleteRegistrations()
    with clinic.database.reading() as session:
        rows = worklist.rows(session, CLERK, 1, clinic.day)
        assert worklist.rows(session, CLERK, None, clinic.day) == rows
    assert {row.patient_id for row in rows} == {key for key, gaps in made.items() if gaps} | {1, 2}
    assert () in made.values()
    assert rows[-1].detail == "Still missing: Address, Emergency contact, Privacy notice, Consent to treatment"
    with clinic.database.reading() as session, pytest.raises(Refused):
        worklist.rows(session, CLERK, 2, clinic.day)


parts = st.fixed_dictionaries({
    "phone": st.sampled_from(["", "(559) 555-0101"]),
    "email": st.sampled_from(["", "sister@example.org"]),
    "address_line": st.sampled_from(["", "9 Elm St"]),
    "postal_code": st.just("93274"),
})  # fmt: skip
HOME = {
    "phone": "(559) 555-0178", "other_phone": "(559) 555-0179", "email": "home@example.org", "address_line": "1 A St",
    "city": "Visalia",
}  # fmt: skip


@settings(max_examples=12)
@given(parts)
def test_nothing_of_home_is_reached_while_another_way_is_asked_for(clinic: Clinic, asked: dict[str, str]) -> None:
    given_up = not (asked["phone"] or asked["email"] or asked["address_line"])
    way = None if given_up else Reach(since=DAY, **(asked if asked["address_line"] else asked | {"postal_code": ""}))  # type: ignore[arg-type]
    record = change(clinic, Details(reach=way), **HOME)
    with clinic.database.reading() as session:
        reached = reach_of(session, [MARIA, 2, 99])
    assert set(reached) == {MARIA, 2}
    assert record.reached == reached[MARIA]
    shown = {getattr(reached[MARIA], name) for name in type(reached[MARIA]).__slots__} - {"", True, False}
    assert reached[MARIA].confidential is (way is not None)
    assert (shown & set(HOME.values()) != set()) is (way is None)
    assert reached[2].phone == "(559) 555-0142"


def test_an_address_as_it_stands_on_an_envelope(clinic: Clinic) -> None:
    record = change(clinic, Details(reach=replace(SISTER, address_unit="Apt 2")))
    assert record.reached.lines == ("9 Elm St Apt 2", "Tulare, CA 93274")
    assert change(clinic, NO_DETAILS).reached.lines == ()
