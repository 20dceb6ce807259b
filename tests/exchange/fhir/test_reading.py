"""FHIR files: what they hold is read, what they should not hold is said, and nothing stops the reading."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.rules.fhir import FhirFile, looks_like_fhir, read_file
from app.exchange.rules.records import (
    Address,
    ContactPoint,
    Cost,
    CoverageRecord,
    HumanName,
    Identifier,
    Link,
    PatientRecord,
    PayerPhone,
    PlanClass,
)
from app.exchange.rules.values import Level

US = "http://hl7.org/fhir/us/core/StructureDefinition/"


def read(value: Any) -> FhirFile:
    return read_file(json.dumps(value).encode())


def patient(**parts: Any) -> dict[str, Any]:
    return {"resourceType": "Patient", "id": "p1", "name": [{"family": "Hill", "given": ["Ann"]}], **parts}


def bundle(*resources: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in resources], **parts}


def person(**parts: Any) -> PatientRecord:
    (one,) = read(patient(**parts)).patients
    return one.record


def outside(data_dir: Path, name: str) -> FhirFile:
    return read_file((data_dir / "fhir" / name).read_bytes())


# -------------------------------------------------------------------------------------------------------------- people


def test_names_say_what_they_are_and_the_legal_one_comes_first() -> None:
    found = person(
        name=[
            {"use": "nickname", "given": ["Annie"]},
            {"use": "old", "family": "Born", "period": {"end": "2010-05"}},
            {"use": "official", "family": "Hill", "given": ["Ann", None, "M."], "prefix": ["Dr"], "suffix": ["Jr", "PhD"]},
            {"text": "Hill Ann"}, {"use": "usual"},
        ]
    ).names  # fmt: skip
    assert found == (
        HumanName(family="Hill", given=("Ann", "M."), prefix="Dr", suffix="Jr PhD", use="official"),
        HumanName(given=("Annie",), use="nickname"),
        HumanName(family="Born", use="old", ended_on="2010-05"),
        HumanName(text="Hill Ann"),
    )


def test_ways_of_contact_come_by_rank_and_numbers_with_their_kind() -> None:
    found = person(
        telecom=[{"system": "phone", "value": " 555-1 ", "use": "home", "rank": 2}, {"value": "a@b.org"},
                 {"system": "phone", "value": "555-2", "use": "mobile", "rank": 1}, {"system": "phone"}],
        identifier=[
            {"type": {"coding": [{"system": "x", "code": "MR"}]}, "system": "urn:ehr", "value": "77"},
            {"system": "http://hl7.org/fhir/sid/us-ssn", "value": "1"}, {"type": {"text": "Old number"}, "value": "2"},
            {"system": "y"},
        ],
    )  # fmt: skip
    assert found.telecom == (
        ContactPoint(value="555-2", use="mobile", rank=1), ContactPoint(value="555-1", use="home", rank=2),
        ContactPoint(value="a@b.org", system="email"),
    )  # fmt: skip
    assert found.identifiers == (
        Identifier(value="77", system="urn:ehr", type="MR"),
        Identifier(value="1", system="http://hl7.org/fhir/sid/us-ssn", type="SS"),
        Identifier(value="2", type="Old number"),
    )


@pytest.mark.parametrize(("written", "meant"), [("1970", "1970"), ("1970-03", "1970-03"), ("1970-03-01", "1970-03-01"),
                                                ("1970-02-30", ""), ("03/01/1970", ""), ("", "")])  # fmt: skip
def test_birth_dates_may_be_partial_and_must_be_real(written: str, meant: str) -> None:
    found = read(patient(birthDate=written))
    assert found.patients[0].record.birth_date == meant
    assert [(one.level, one.field, one.text) for one in found.issues] == (
        [(Level.FLAGGED, "birthDate", "Patient/p1")] if written and not meant else []
    )


def test_death_twins_language_and_who_runs_the_record() -> None:
    found = person(
        deceasedDateTime="2020-01-02T10:00:00Z", multipleBirthInteger=2, gender="female",
        communication=[{"language": {"coding": [{"code": "en"}]}}, {"language": {"text": "Spanish"}, "preferred": True}],
        managingOrganization={"display": "Good Clinic"}, link=[{"other": {"reference": "Patient/2"}, "type": "replaced-by"}],
        extension=[{"url": US + "us-core-interpreter-needed", "valueCoding": {"code": "373066001"}}],
        meta={"security": [{"code": "R"}]},
    )  # fmt: skip
    assert (found.deceased, found.deceased_on, found.multiple_birth, found.language) == (True, "2020-01-02", True, "es")
    assert (found.managing_organization, found.links) == ("Good Clinic", (Link(type="replaced-by", other="Patient/2"),))
    assert (found.interpreter, found.protected, found.gender) == (True, True, "female")
    assert person(deceasedBoolean=False).deceased is False
    assert person(communication=[{"language": {"coding": [{"code": "pap"}]}}]).language == "pap"


def test_race_and_ethnicity_are_the_categories_or_the_words() -> None:
    def said(*inner: dict[str, Any], what: str = "race") -> dict[str, Any]:
        return {"url": f"{US}us-core-{what}", "extension": list(inner)}

    coded = {"url": "ombCategory", "valueCoding": {"code": "2028-9"}}
    declined = {"url": "ombCategory", "valueCoding": {"code": "ASKU"}}
    words = {"url": "text", "valueString": "Hispanic or Latino"}
    found = person(
        extension=[said(coded, {"url": "detailed", "valueCoding": {"code": "2036-2"}}), said(words, what="ethnicity")]
    )
    assert (found.race, found.ethnicity) == (("2028-9",), "2135-2")
    assert person(extension=[said(declined)]).race == ("ASKU",)


def test_people_beside_the_patient_come_from_both_places() -> None:
    related = {
        "resourceType": "RelatedPerson", "id": "r", "patient": {"reference": "Patient/p1"}, "birthDate": "1960",
        "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "GUARD"}]},
                         {"coding": [{"code": "MTH"}]}],
        "name": [{"family": "Hill", "given": ["Eve"]}], "telecom": [{"system": "phone", "value": "5"}],
    }  # fmt: skip
    contact = [{"relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0131", "code": "C"}]},
                                 {"text": "Neighbour"}], "name": {"family": "Roe"}}, {"gender": "male"}]  # fmt: skip
    (one,) = read(bundle(patient(contact=contact), related)).patients
    assert [(who.roles, who.relation, who.name.family, who.birth_date) for who in one.record.contacts] == [
        (("emergency",), "Neighbour", "Roe", ""), (("guardian",), "mother", "Hill", "1960"),
    ]  # fmt: skip


# -------------------------------------------------------------------------------------------------------------- bundles


@pytest.mark.parametrize(
    "reference", ["Patient/p1", "http://ehr/fhir/Patient/p1", "urn:uuid:1", "Patient/p1/_history/3"]
)
def test_references_are_followed_however_they_are_written(reference: str) -> None:
    plan = {
        "resourceType": "Coverage",
        "status": "active",
        "beneficiary": {"reference": reference},
        "subscriberId": "M1",
    }
    made = bundle(plan, patient())
    made["entry"][1]["fullUrl"] = "urn:uuid:1"
    found = read(made)
    assert (len(found.coverages), [one.member_id for one in found.patients[0].record.coverages]) == (0, ["M1"])


def test_other_resources_are_counted_and_passed_over() -> None:
    found = read(
        bundle(patient(), {"resourceType": "Observation"}, {"resourceType": "Observation", "id": "x"}, {"id": "y"})
    )
    assert (found.passed_over, len(found.patients)) == ({"Observation": 2}, 1)
    assert [(one.row, one.sentence) for one in found.issues] == [(4, "This is no FHIR resource.")]


def test_a_line_for_each_resource_a_list_and_bundles_within_bundles_are_read() -> None:
    lines = b"\n".join([json.dumps(patient()).encode(), b"", b"{broken", json.dumps(patient(id="p2")).encode()])
    found = read_file(lines)
    assert [(one.number, one.name) for one in found.patients] == [(1, "Patient/p1"), (4, "Patient/p2")]
    assert [(one.row, one.sentence) for one in found.issues] == [(3, "This line is no JSON.")]
    assert len(read([patient(), patient(id="p2")]).patients) == 2
    assert [one.number for one in read(bundle(patient(), bundle(patient(id="p2"), patient(id="p3")))).patients] == [
        1,
        2,
        2,
    ]


def test_deletions_are_said_and_not_done() -> None:
    made = bundle(patient())
    made["entry"].append({"request": {"method": "DELETE", "url": "Patient/9"}})
    assert [(one.row, one.level) for one in read(made).issues] == [(2, Level.REFUSED)]


def test_what_is_no_patient_of_ours_is_refused() -> None:
    found = read(bundle(patient(animal={}), {"resourceType": "Patient", "id": "n"}))
    assert [(one.row, one.text, one.sentence) for one in found.issues] == [
        (1, "Patient/p1", "This record is of an animal."),
        (2, "Patient/n", "The record has neither a number nor a name for its patient."),
    ]
    assert read(patient(meta={"tag": [{"code": "HTEST"}]})).patients[0].trial


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"verifiableCredential": ["eyJ6aXAi"]}', "SMART Health Card"), (b"shc:/567629595326", "SMART Health Card"),
        (b"eyJ6aXAiOiJERUYi", "SMART Health Card"), (b"<Patient xmlns='http://hl7.org/fhir'/>", "XML"), (b"{", "no JSON"),
        (b"", "no JSON"), (b"[1]", "no FHIR"), (b'{"a": 1}', "no FHIR"), (b"[" * 100_000, "no JSON"),
        (b'{"n":' + b"9" * 9000, "no JSON"),
    ],
    ids=range(10),
)  # fmt: skip
def test_other_files_get_a_sentence(data: bytes, words: str) -> None:
    (said,) = read_file(data).issues
    assert words in said.sentence
    assert said.level is Level.REFUSED


def test_files_are_known_by_their_first_bytes() -> None:
    assert all(
        map(
            looks_like_fhir,
            [b' \n{"resourceType"', b"[{", b"\xef\xbb\xbf{", b"shc:/1", b"<Bundle xmlns='http://hl7.org/fhir'"],
        )
    )
    assert not any(map(looks_like_fhir, [b"", b"MSH|", b"Name,DOB", b"<html>", b"PK"]))


def test_nothing_of_the_patient_stands_in_what_is_said() -> None:
    found = read(
        patient(name=[{"family": 5}, {"family": "Geheim"}], birthDate="Geheim", gender="Geheim", telecom="Geheim")
    )
    assert [one.field for one in found.issues] == ["name.family", "telecom", "gender", "birthDate"]
    assert not any("Geheim" in f"{one.text} {one.sentence} {one.field}" for one in found.issues)


INNER = [
    "coding",
    "code",
    "value",
    "reference",
    "url",
    "extension",
    "text",
    "display",
    "id",
    "start",
    "period",
    "contained",
]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
PLACES = st.sampled_from(
    ["id", "meta", "extension", "identifier", "name", "telecom", "gender", "birthDate", "deceasedDateTime", "address",
     "multipleBirthInteger", "contact", "communication", "link", "patient", "relationship", "status", "type", "subscriber",
     "subscriberId", "beneficiary", "payor", "insurer", "class", "order", "costToBeneficiary", "contained", "period", "network"]
)  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(["Patient", "RelatedPerson", "Coverage", "Organization", "X"]), st.dictionaries(PLACES, JUNK)),
        max_size=4,
    )
)  # fmt: skip
def test_no_json_stops_the_reading(resources: list[tuple[str, dict[str, Any]]]) -> None:
    read(bundle(*({"resourceType": kind, **parts} for kind, parts in resources)))


@given(JUNK)
def test_no_value_stops_the_reading(value: Any) -> None:
    read(value)
    read({"resourceType": "Bundle", "entry": value})


# ----------------------------------------------------------------------------------------------------------------- card


def _card(data_dir: Path) -> list[dict[str, Any]]:
    names = ("Coverage1", "Patient1", "Patient2", "PayerOrganization1")
    return [json.loads((data_dir / "fhir/carin-card" / f"Example-{name}.json").read_text()) for name in names]


def test_an_insurance_card_is_read_whole(data_dir: Path) -> None:
    found = read(bundle(*_card(data_dir)))
    (plan,) = next(one for one in found.patients if one.name == "Patient/Example-Patient2").record.coverages
    assert (plan.member_id, plan.subscriber_id, plan.dependent, plan.relation) == (
        "102345672-02",
        "102345672-01",
        "02",
        "spouse",
    )
    assert (plan.subscriber, plan.subscriber_birth) == (HumanName(family="Doe", given=("John",)), "1986-01-01")
    assert (plan.starts_on, plan.ends_on, plan.status, plan.types[0]) == ("2021-01-01", "", "active", "HIP")
    assert plan.class_of("group") == PlanClass(type="group", value="993355", name="Stars Inc")
    assert plan.class_of("plan").name == "Acme Gold Plus"
    assert (plan.class_of("rxbin").value, plan.class_of("rxpcn").value, plan.class_of("network").value) == (
        "100045",
        "1234000",
        "561490",
    )
    assert plan.payer.name == "Acme Insurance Co"
    assert plan.payer.identifiers == (Identifier(value="45002", type="payerid"),)
    assert PayerPhone(value="1-800-444-3333", purpose="provider") in plan.payer.phones
    assert plan.payer.address == Address(
        line=("P.O. Box 1111",), city="Miami", state="FL", postal_code="20222-4021", country="US",
        text="P.O. Box 1111 Miami, FL 20222-4021",
    )  # fmt: skip
    assert plan.costs[1] == Cost(type="FamInDed", label="Family In Network Deductible", cents=800_000)
    assert plan.costs[-1] == Cost(type="rx", text="DED THEN $10/$40/$70/25%")
    assert [one.member_id[-2:] for one in plan.covered] == ["01", "02", "03", "04"]
    assert (plan.card_issued_on, len(plan.images), plan.card_notes[:12]) == ("2020-12-15", 4, "If you use a")


def test_a_card_alone_says_whose_it_is(data_dir: Path) -> None:
    (card,) = outside(data_dir, "carin-card/Example-Coverage1.json").coverages
    assert card.record.beneficiary_name == HumanName(text="Jane Doe")
    assert (card.record.payer.name, card.record.subscriber.text) == ("Acme Insurance Co", "John Doe")
    (other,) = outside(data_dir, "carin-card/sampleCoverageResponseWithImageExtensions.json").coverages
    assert (other.record.member_id, [one.label for one in other.record.images]) == (
        "1223334444", ["Front of insurance card", "Back of insurance card"],
    )  # fmt: skip


def test_a_card_holding_its_person_and_payer_is_read() -> None:
    plan = {
        "resourceType": "Coverage", "beneficiary": {"reference": "#p"}, "payor": [{"reference": "#o"}], "subscriberId": "7",
        "contained": [patient(id="p", birthDate="1990-11-12"), {"resourceType": "Organization", "id": "o", "name": "Acme"}],
    }  # fmt: skip
    (card,) = read(plan).coverages
    assert (card.record.beneficiary_name.family, card.record.beneficiary_birth) == ("Hill", "1990-11-12")
    assert card.record.payer.name == "Acme"


def test_r5_says_the_same_in_its_own_places() -> None:
    plan = {
        "resourceType": "Coverage", "kind": "insurance", "subscriberId": [{"value": "M1"}], "insurer": {"display": "Acme"},
        "class": [{"type": {"coding": [{"code": "group"}]}, "value": {"value": "G1"}, "name": "Stars"}],
        "costToBeneficiary": [{"type": {"coding": [{"code": "spvisit"}]}, "valueQuantity": {"value": 20, "unit": "%"}},
                              {"valueQuantity": {"value": 12.5, "unit": "USD"}}],
    }  # fmt: skip
    (card,) = read(plan).coverages
    assert (card.record.member_id, card.record.payer.name) == ("M1", "Acme")
    assert card.record.class_of("group") == PlanClass(type="group", value="G1", name="Stars")
    assert [(one.cents, one.text) for one in card.record.costs] == [(None, "20 %"), (1250, "")]


# -------------------------------------------------------------------------------------------------------------- corpus


def test_every_outside_file_is_read_and_holds_what_its_text_says(data_dir: Path) -> None:
    paths = sorted((data_dir / "fhir").rglob("*.json"))
    assert len(paths) >= 100
    for path in paths:
        found, told = read_file(path.read_bytes()), json.loads(path.read_text())
        kind = told.get("resourceType")
        refused = sum(one.level is Level.REFUSED for one in found.issues)
        assert not [one for one in found.issues if one.level is Level.FLAGGED], path.name
        if kind == "Patient":
            assert len(found.patients) + refused == 1, path.name
            _same(told, found.patients[0].record, path.name) if found.patients else None
        elif kind == "Coverage":
            _same_plan(told, found.coverages[0].record, path.name)
        elif kind not in ("Bundle", "RelatedPerson", "Organization", None):
            assert found.passed_over == {kind: 1}, path.name


def _same(told: dict[str, Any], record: PatientRecord, name: str) -> None:
    assert {one["value"] for one in told.get("identifier", []) if "value" in one} == {
        one.value for one in record.identifiers
    }, name
    assert {one.get("family", "") for one in told.get("name", [])} == {one.family for one in record.names}, name
    assert sorted(one["value"] for one in told.get("telecom", []) if "value" in one) == sorted(
        one.value for one in record.telecom
    ), name
    assert (told.get("gender", ""), told.get("birthDate", "")) == (record.gender, record.birth_date), name
    assert [one.get("city", "") for one in told.get("address", [])] == [one.city for one in record.addresses], name
    assert len(record.contacts) == len(told.get("contact", [])), name
    assert len(record.links) == len(told.get("link", [])), name


def _same_plan(told: dict[str, Any], record: CoverageRecord, name: str) -> None:
    assert record.beneficiary == told["beneficiary"].get("reference"), name
    assert (record.starts_on, record.ends_on) == (told["period"].get("start", ""), told["period"].get("end", "")), name
    assert [one.value for one in record.classes][: len(told.get("class", []))] == [
        one["value"] for one in told.get("class", [])
    ], name
    assert len(record.costs) == len(told.get("costToBeneficiary", [])), name
    assert record.relation == (told.get("relationship", {}).get("coding", [{}])[0].get("code", "")), name
