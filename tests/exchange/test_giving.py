"""A whole record leaves with a reason, is FHIR, says what the record says, and comes home the same."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.access import Grant, Permission, Scope
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused
from app.core.journal import JournalEntry
from app.exchange.actions.giving import Form, GiveRecord, give_bundle, give_paper, give_record
from app.exchange.queries.own import own_system
from app.exchange.rules.arriving import Registration, upon
from app.exchange.rules.fhir import read_file, record_bundle
from app.exchange.rules.leaving import record_of
from app.exchange.rules.records import WholeRecord
from app.insurance.actions import AddCoverage, add_coverage
from app.patients.actions.photo import PutPhoto, put_photo
from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.codes import ConsentKind, ContactSystem, ContactUse, Decision, NameUse, RelatedRole, Sex
from app.patients.rules.details import Agreed, Details, OtherName, Reach, Related, Telecom
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import PatientPhoto
from app.privacy.rules import Purpose
from app.privacy.tables import Disclosure
from app.schedule.actions import BookAppointment, book
from tests.reports.pdf import text
from tests.support.clinic import ANYONE, Clinic
from tests.support.photos import FACE

FULL = Registration(
    Person(
        family="Núñez", given="José", middle="María A", suffix="Jr.", preferred_name="Pepe", pronouns="he/him",
        birth_date=date(1970, 3, 1), sex=Sex.MALE, multiple_birth=True, race="2028-9,2106-3", ethnicity="2135-2",
        phone="(559) 555-0142", phone_use="mobile", other_phone="(559) 555-0143", other_phone_use="home", email="j@x.org",
        address_line="1 A St", address_unit="Apt 2", city="Visalia", state="CA", postal_code="93291", language="es",
        interpreter=True, emergency_name="Bo Hill", emergency_phone="(559) 555-0144", emergency_relation="spouse",
        home_location_id=1,
    ),
    Details(
        names=(OtherName(use=NameUse.OLD, family="Soto", given="José", ended_on=date(2010, 1, 1)),
               OtherName(use=NameUse.ALIAS, family="Zorro")),
        telecoms=(Telecom(system=ContactSystem.PHONE, value="(559) 555-0150", use=ContactUse.OLD, note="until 2020"),),
        related=(Related(role=RelatedRole.GUARANTOR, name="Ed Núñez", relation="father", phone="(559) 555-0151",
                         address_line="9 B St", city="Tulare", state="CA", postal_code="93274"),
                 Related(role=RelatedRole.EMPLOYER, name="Acme Inc")),
    ),
)  # fmt: skip
BLANK = Registration(Person(family="", home_location_id=1), Details())


def registered(clinic: Clinic, ours: Registration = FULL) -> str:
    """A record number."""
    return clinic.do(register_patient, RegisterPatient(person=ours.person, details=ours.details)).mrn


def given_out(clinic: Clinic, mrn: str, **parts: Any) -> dict[str, Any]:
    held: list[bytes] = []
    give_bundle(clinic.executor, ANYONE, GiveRecord(mrn=mrn, reason="moves away", **parts), held.append)
    return dict(json.loads(held[0]))


def home_again(ours: Registration) -> Registration:
    """What another clinic with this program makes of our file."""
    record = record_of(ours, own="7", mrn="100007", system="urn:uuid:1")
    found = read_file(json.dumps(record_bundle(WholeRecord(patient=record), "2026-03-10T10:40:00+00:00")).encode())
    return upon(found.patients[0].record, BLANK)


def test_a_whole_record_is_a_bundle_that_says_what_the_record_says(clinic: Clinic) -> None:
    made = given_out(clinic, "100001")
    Bundle.model_validate_json(json.dumps(made))
    kinds = [entry["resource"]["resourceType"] for entry in made["entry"]]
    assert kinds == ["Patient", "Organization", "Coverage"]
    person, payer, plan = (entry["resource"] for entry in made["entry"])
    assert person["identifier"] == [
        {"use": "usual", "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]},
         "system": clinic.rows(own_system), "value": "100001"}  # type: ignore[arg-type]
    ]  # fmt: skip
    assert (person["name"][0]["family"], person["managingOrganization"]["display"]) == (
        "Núñez",
        "Visalia – Main Street",
    )
    assert (payer["name"], plan["identifier"][0]["value"], plan["status"]) == (
        "Blue Shield PPO",
        "XEH884201776",
        "active",
    )


def test_the_photo_leaves_with_the_record(clinic: Clinic) -> None:
    assert "photo" not in given_out(clinic, "100001")["entry"][0]["resource"]
    clinic.do(put_photo, PutPhoto(patient_id=1, data=FACE))
    made = given_out(clinic, "100001")
    Bundle.model_validate_json(json.dumps(made))
    (photo,) = made["entry"][0]["resource"]["photo"]
    assert (photo["contentType"], b64decode(photo["data"])) == ("image/jpeg", FACE)
    clinic.add(PatientPhoto(patient_id=1, sealed=b"damaged", taken_at=datetime(2030, 1, 1, tzinfo=UTC)))
    assert "photo" not in given_out(clinic, "100001")["entry"][0]["resource"]


def test_it_leaves_with_a_reason_and_stands_in_the_journal_and_in_the_accounting(clinic: Clinic) -> None:
    with pytest.raises(ReasonNeeded):
        clinic.do(give_record, GiveRecord(mrn="100001"))
    given_out(clinic, "100 001", recipient="Dr. Vang", purpose=Purpose.CARE)
    lines = clinic.rows(lambda s: [line for line in s.scalars(select(JournalEntry)) if line.patient_id == 1])
    assert (lines[0].action, lines[0].reason) == ("exchange.give_record", "moves away")
    assert lines[0].sentence == "Gave out the whole record of MRN 100001"
    (told,) = clinic.rows(lambda s: list(s.scalars(select(Disclosure))))
    assert (told.patient_id, told.recipient, told.purpose) == (1, "Dr. Vang", Purpose.CARE)
    with pytest.raises(NotFound):
        clinic.do(give_record, GiveRecord(mrn="999", reason="x"))
    with pytest.raises(ClinicError):
        clinic.do(give_record, GiveRecord(mrn="100001", reason="x", recipient="y" * 201))


def test_who_may_not_gets_nothing(clinic: Clinic) -> None:
    held: list[bytes] = []
    elsewhere = replace(
        ANYONE, grants={**ANYONE.grants, Permission.BULK_EXPORT: Grant(Scope.OWN)}, locations=frozenset({2})
    )
    for actor in (elsewhere, replace(ANYONE, grants={})):
        with pytest.raises(Refused):
            give_bundle(clinic.executor, actor, GiveRecord(mrn="100001", reason="curious"), held.append)
    assert held == []


def test_everything_of_a_registration_leaves_and_comes_home_the_same() -> None:
    assert home_again(FULL) == FULL


def test_consents_leave_and_who_asked_for_another_way_leaves_with_that_way_alone(clinic: Clinic) -> None:
    yes = Agreed(kind=ConsentKind.TEXT, decision=Decision.PERMIT, decided_on=date(2026, 1, 2))
    reach = Reach(since=date(2026, 1, 1), phone="(559) 555-0190")
    mrn = registered(clinic, Registration(FULL.person, replace(FULL.details, consents=(yes,), reach=reach)))
    made = given_out(clinic, mrn)
    person, *others = (entry["resource"] for entry in made["entry"])
    assert [one["value"] for one in person["telecom"]] == ["(559) 555-0190"]
    assert ("address" in person, person["meta"]["security"][0]["code"]) == (False, "R")
    (consent,) = [one for one in others if one["resourceType"] == "Consent"]
    assert (consent["category"][0]["text"], consent["provision"]["type"]) == ("text", "permit")
    assert "555-0142" not in json.dumps(made)


def test_the_same_record_leaves_on_paper(clinic: Clinic) -> None:
    mrn, held = registered(clinic), list[bytes]()
    who = clinic.rows(lambda s: s.scalar(select(Patient.id).where(Patient.mrn == mrn))) or 0
    clinic.do(
        add_coverage,
        AddCoverage(patient_id=who, payer_id=1, member_id="M7", copay_cents=2500, starts_on=date(2026, 1, 1)),
    )
    start = datetime(2026, 3, 10, 9, 15)  # noqa: DTZ001 - a wall time, as the desk books it
    clinic.do(
        book,
        BookAppointment(
            patient_id=who, location_id=1, practitioner_id=1, visit_type_id=2, day=start.date(), start=start.time()
        ),
    )
    command = GiveRecord(mrn=mrn, form=Form.PDF, reason="asked for it", recipient="The patient")
    give_paper(clinic.executor, ANYONE, command, "Sequoia PT", held.append)
    told = text(held[0])
    for words in (
        "Sequoia PT · Whole record", "Núñez, José · MRN 100 003", "José María A Núñez Jr.", "Pepe", "03/01/1970", "Asian, White",
        "Spanish, needs an interpreter", "(559) 555-0150 (old, until 2020)", "1 A St, Apt 2, Visalia, CA 93291", "Ed Núñez",
        "Guarantor, father", "Blue Shield PPO", "M7", "$25.00", "03/10/2026 09:15 AM", "Follow-up 45", "Okafor, Thomas, PT",
        "Booked", "by Ana Ruiz",
    ):  # fmt: skip
        assert words in told, words
    (line,) = clinic.rows(lambda s: list(s.scalars(select(Disclosure))))
    assert (line.what, line.purpose) == ("The whole record, as a PDF", Purpose.PATIENT)


TEXT = st.sampled_from(["", "Ann", "Núñez", "O'Neil-Zuñiga", "van Dyke", "李"])
NAMED = TEXT.filter(bool)
GIVEN = st.sampled_from(["Ann", "José", "D'Angelo", "李"])
PERSONS = st.builds(
    Person, family=NAMED, given=GIVEN, middle=GIVEN | st.just(""), preferred_name=st.sampled_from(["", "Pepe", "Kit"]),
    sex=st.sampled_from(Sex),
    birth_date=st.none() | st.dates(date(1910, 1, 1), date(2020, 1, 1)), race=st.sampled_from(["", "2106-3", "asked-declined"]),
    ethnicity=st.sampled_from(["", "2186-5", "asked-declined"]), phone=st.sampled_from(["", "(559) 555-0142"]),
    phone_use=st.sampled_from(["", "work"]), email=st.sampled_from(["", "a@x.org"]), city=st.sampled_from(["", "Visalia"]),
    language=st.sampled_from(["", "en", "es-MX"]), emergency_name=st.sampled_from(["", "Bo Hill"]),
).map(lambda one: replace(one, phone_use=one.phone_use if one.phone else "", home_location_id=1))  # fmt: skip
DETAILS = st.builds(
    Details,
    related=st.lists(st.builds(Related, role=st.sampled_from([RelatedRole.GUARANTOR, RelatedRole.RESPONSIBLE]), name=GIVEN,
                               relation=st.sampled_from(["", "mother"])), max_size=1).map(tuple),
    names=st.lists(st.builds(OtherName, use=st.sampled_from([NameUse.OLD, NameUse.MAIDEN, NameUse.ALIAS]),
                             family=st.sampled_from(["Soto", "Roe"])), max_size=2, unique_by=lambda one: one.family).map(tuple),
)  # fmt: skip


@settings(max_examples=80)
@given(st.builds(Registration, PERSONS, DETAILS))
def test_any_registration_comes_home_the_same(ours: Registration) -> None:
    assert home_again(ours) == ours
