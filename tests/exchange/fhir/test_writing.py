"""What leaves is FHIR, is US Core, and comes back the same."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.exchange.rules.fhir import check_standard, read_file, record_bundle
from app.exchange.rules.fhir.writing import coverage_resource, patient_resource, stands_alone
from app.exchange.rules.records import (
    Address,
    AppointmentRecord,
    ConsentRecord,
    Contact,
    ContactPoint,
    Cost,
    CoverageRecord,
    DocumentRecord,
    EncounterRecord,
    HumanName,
    Identifier,
    Link,
    PatientRecord,
    Payer,
    PayerPhone,
    PlanClass,
    WholeRecord,
)

AT = "2026-03-10T10:40:00-07:00"
MADE = PatientRecord(
    id="100001",
    identifiers=(Identifier(value="100001", system="urn:uuid:1", type="MR", use="usual"),
                 Identifier(value="D1", system="urn:x", type="DL")),
    active=True,
    names=(HumanName(family="Núñez", given=("María José", "A."), suffix="Jr", use="official"),
           HumanName(given=("Mary",), use="nickname"),
           HumanName(family="Soto", use="old", ended_on="2010-01-01"), HumanName(family="X", use="alias")),
    telecom=(ContactPoint(value="(559) 555-0178", use="mobile", rank=1, note="evenings"),
             ContactPoint(value="m@x.org", system="email")),
    gender="female",
    birth_date="1971-06-30",
    deceased=False,
    addresses=(Address(line=("12 Main St", "Apt 4"), city="Visalia", state="CA", postal_code="93291", country="US", use="home"),),
    multiple_birth=False,
    language="es",
    interpreter=True,
    race=("2106-3", "2028-9"),
    ethnicity="2135-2",
    birth_sex="F",
    pronouns="she/her",
    contacts=(
        Contact(roles=("emergency",), relation="spouse", name=HumanName(text="José Núñez"), telecom=(ContactPoint(value="5"),)),
        Contact(roles=("guarantor",), relation="father", name=HumanName(family="Núñez", given=("Ed",)), birth_date="1940"),
    ),
    links=(Link(type="replaces", other="Patient/9"),),
    managing_organization="Visalia – Main Street",
    coverages=(
        CoverageRecord(
            id="c1", status="active", types=("HMO", "Health maintenance"), member_id="M1", subscriber_id="M0", relation="spouse",
            subscriber=HumanName(family="Núñez", given=("José",)), subscriber_birth="1970-01-01", starts_on="2026-01-01", order=1,
            payer=Payer(name="Acme", identifiers=(Identifier(value="60054", type="NIIP"),),
                        phones=(PayerPhone(value="800", purpose="provider"), PayerPhone(value="801")),
                        address=Address(city="Miami")),
            classes=(PlanClass(type="group", value="G1", name="Stars"), PlanClass(type="plan", value="P1", name="Gold")),
            costs=(Cost(type="spvisit", label="Specialist", cents=2550),),
        ),
    ),
    protected=True,
)  # fmt: skip
WHOLE = WholeRecord(
    patient=MADE,
    appointments=(AppointmentRecord(id="a1", status="fulfilled", starts_at=AT, ends_at="2026-03-10T11:40:00-07:00", minutes=60,
                                    kind="Evaluation", practitioner="Okafor, Thomas", location="Visalia", created_at=AT),),
    encounters=(EncounterRecord(id="e1", status="finished", appointment="a1", kind="Evaluation", practitioner="Okafor, Thomas",
                                location="Visalia", started_at=AT, ended_at="2026-03-10T11:40:00-07:00"),),
    documents=(DocumentRecord(id="d1", title="Card", kind="Insurance card", media_type="image/png", size=7, received_at=AT),
               DocumentRecord(id="d2", title="Wrong", kind="Other", media_type="text/plain", size=1, voided=True)),
    consents=(ConsentRecord(id="k1", kind="text", decision="permit", decided_on="2026-01-02"),
              ConsentRecord(id="k2", kind="photo", decision="deny", decided_on="2025-01-02", ended_on="2026-01-01")),
)  # fmt: skip


def back(record: PatientRecord) -> PatientRecord:
    """The record written and read again, through text."""
    found = read_file(json.dumps(record_bundle(WholeRecord(patient=record), AT)).encode())
    assert found.issues == () or record.protected
    return found.patients[0].record


def resources(whole: WholeRecord = WHOLE) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in record_bundle(whole, AT)["entry"]:
        found.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
    return found


def test_a_whole_record_is_a_bundle_of_the_standard() -> None:
    made = record_bundle(WHOLE, AT)
    Bundle.model_validate_json(json.dumps(made))
    for entry in made["entry"]:
        kind = entry["resource"]["resourceType"]
        get_fhir_model_class(kind).model_validate_json(json.dumps(entry["resource"]))
    assert {kind: len(found) for kind, found in resources().items()} == {
        "Patient": 1, "RelatedPerson": 1, "Organization": 1, "Coverage": 1, "Appointment": 1, "Encounter": 1,
        "DocumentReference": 2, "Consent": 2,
    }  # fmt: skip


def test_every_reference_of_the_bundle_points_into_it() -> None:
    made = record_bundle(WHOLE, AT)
    places = [entry["fullUrl"] for entry in made["entry"]]
    assert len(set(places)) == len(places)
    told = set(re.findall(r'"reference": "([^"#][^"]*)"', json.dumps(made)))
    assert told - set(places) == {"Patient/9"}  # the link leads out


def test_a_patient_has_what_us_core_must_support() -> None:
    made = patient_resource(MADE)
    assert made["meta"]["profile"] == ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"]
    assert all(one["system"] and one["value"] for one in made["identifier"])
    legal, *others = made["name"]
    assert (legal["family"], legal["given"], legal["suffix"]) == ("Núñez", ["María José", "A."], ["Jr"])
    assert others[1] == {"use": "old", "family": "Soto", "period": {"end": "2010-01-01"}}
    assert all({"system", "value"} <= one.keys() for one in made["telecom"])
    assert (made["gender"], made["birthDate"]) == ("female", "1971-06-30")
    assert {"line", "city", "state", "postalCode"} <= made["address"][0].keys()
    spoken = made["communication"][0]["language"]["coding"][0]
    assert (spoken["system"], spoken["code"]) == ("urn:ietf:bcp:47", "es")
    held = {one["url"].rpartition("/")[2]: one for one in made["extension"]}
    assert held["us-core-birthsex"]["valueCode"] == "F"
    for name, codes in (("us-core-race", ["2106-3", "2028-9"]), ("us-core-ethnicity", ["2135-2"])):
        inner = held[name]["extension"]
        omb = [one["valueCoding"] for one in inner if one["url"] == "ombCategory"]
        assert [one["code"] for one in omb] == codes
        assert {one["system"] for one in omb} == {"urn:oid:2.16.840.1.113883.6.238"}
        assert [one["valueString"] for one in inner if one["url"] == "text"] == [
            ", ".join(one["display"] for one in omb)
        ]


def test_a_declined_question_leaves_as_a_null_flavour_with_words() -> None:
    (race,) = patient_resource(PatientRecord(id="1", race=("ASKU",)))["extension"]
    code, words = race["extension"]
    assert code["valueCoding"]["system"].endswith("v3-NullFlavor")
    assert (code["valueCoding"]["code"], words["valueString"]) == ("ASKU", "asked but unknown")


def test_a_coverage_has_what_us_core_must_support() -> None:
    made = coverage_resource(MADE.coverages[0], "urn:uuid:p", "urn:uuid:o")
    (number,) = made["identifier"]
    assert (number["type"]["coding"][0]["code"], number["value"]) == ("MB", "M1")
    assert (made["status"], made["type"]["coding"][0]["code"], made["subscriberId"]) == ("active", "HMO", "M0")
    assert (made["beneficiary"], made["payor"]) == (
        {"reference": "urn:uuid:p"},
        [{"reference": "urn:uuid:o", "display": "Acme"}],
    )
    assert made["relationship"]["coding"][0]["code"] == "spouse"
    assert made["period"] == {"start": "2026-01-01"}
    assert {one["type"]["coding"][0]["code"]: (one["value"], one["name"]) for one in made["class"]} == {
        "group": ("G1", "Stars"), "plan": ("P1", "Gold"),
    }  # fmt: skip
    assert made["costToBeneficiary"][0]["valueMoney"] == {"value": 25.5, "currency": "USD"}


def test_what_is_empty_is_left_out() -> None:
    def look(value: Any) -> None:
        assert value not in ("", None, [], {})
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            look(one)

    look(record_bundle(WHOLE, AT))
    look(record_bundle(WholeRecord(patient=PatientRecord(id="1")), AT))


def test_the_made_record_comes_back_the_same() -> None:
    assert back(MADE) == MADE


# ------------------------------------------------------------------------------------------------ any record comes back

WORD = st.sampled_from(["x", "Äñ", "中", "O'Neil-Z.", "0 7", "<b>&|^~", "e\u0301", "1970-02", "https://a/b"])
CODE = st.sampled_from(["group", "plan", "rxbin", "A-1", "HMO", "spvisit"])
OR_NONE = WORD | st.just("")
DAY = st.dates().map(str) | st.sampled_from(["1970", "1970-02", ""])
NAME = st.builds(
    HumanName, family=OR_NONE, given=st.lists(WORD, max_size=2).map(tuple), prefix=OR_NONE, suffix=OR_NONE,
    use=st.sampled_from(["", "official", "usual", "old", "maiden", "nickname", "alias", "temp"]), text=OR_NONE, ended_on=DAY,
)  # fmt: skip
SAID = NAME.filter(lambda one: bool(one.family or one.given or one.text))
POINT = st.builds(
    ContactPoint, value=WORD, system=st.sampled_from(["phone", "fax", "email", "pager", "url", "other"]),
    use=st.sampled_from(["", "home", "work", "mobile", "old", "temp"]), note=OR_NONE,
)  # fmt: skip
PLACE = st.builds(
    Address, line=st.lists(WORD, max_size=3).map(tuple), city=OR_NONE, state=OR_NONE, postal_code=OR_NONE, country=OR_NONE,
    use=st.sampled_from(["", "home", "work", "old"]), text=OR_NONE,
)  # fmt: skip
NUMBER = st.builds(
    Identifier,
    value=WORD,
    system=OR_NONE,
    type=st.sampled_from(["", "MR", "PI", "SS", "DL", "Old number"]),
    use=st.just(""),
)
ROLE = st.sampled_from(["emergency", "next-of-kin", "guarantor", "insured"])
RELATION = st.sampled_from(["", "spouse", "mother", "father", "child", "sibling", "friend", "partner", "grandparent"])
BESIDE = st.builds(
    Contact, roles=st.lists(ROLE, min_size=1, max_size=2, unique=True).map(tuple), relation=RELATION, name=SAID,
    telecom=st.lists(POINT, max_size=2).map(tuple), address=PLACE, gender=st.sampled_from(["", "male"]), birth_date=DAY,
)  # fmt: skip
PAYER = st.builds(
    Payer, name=WORD, identifiers=st.lists(NUMBER, max_size=2).map(tuple),
    phones=st.lists(st.builds(PayerPhone, value=WORD, purpose=CODE), max_size=2).map(tuple),
    address=PLACE.filter(lambda one: one.city != ""),
)  # fmt: skip
PLAN = st.builds(
    CoverageRecord, id=CODE, status=st.sampled_from(["active", "cancelled"]), types=st.tuples(CODE, WORD) | st.just(()),
    payer=PAYER, member_id=WORD, subscriber_id=OR_NONE, dependent=OR_NONE, subscriber=SAID, subscriber_birth=DAY,
    relation=st.sampled_from(["", "spouse", "child", "parent", "partner", "injured", "other"]), starts_on=DAY, ends_on=DAY,
    order=st.integers(1, 9), classes=st.lists(st.builds(PlanClass, type=CODE, value=WORD, name=OR_NONE), max_size=3).map(tuple),
    costs=st.lists(st.builds(Cost, type=CODE, label=OR_NONE, cents=st.integers(0, 10_000_00)), max_size=3).map(tuple),
)  # fmt: skip
LEGAL = SAID.map(lambda one: replace(one, use="official", ended_on=""))
OTHER = SAID.filter(lambda one: one.use not in ("official", "", "usual"))
RECORD = st.builds(
    PatientRecord, id=CODE, identifiers=st.lists(NUMBER, max_size=3).map(tuple), active=st.none() | st.booleans(),
    names=st.tuples(LEGAL, st.lists(OTHER, max_size=2, unique=True)).map(lambda both: (both[0], *both[1])),
    telecom=st.lists(POINT, max_size=3).map(tuple),
    gender=st.sampled_from(["", "male", "female", "other", "unknown"]), birth_date=DAY, deceased=st.none() | st.booleans(),
    addresses=st.lists(PLACE.filter(lambda one: one.city != ""), max_size=2).map(tuple), multiple_birth=st.none() | st.booleans(),
    language=st.sampled_from(["", "en", "es", "es-MX", "hmn", "pap"]), interpreter=st.none() | st.booleans(),
    race=st.lists(st.sampled_from(["2106-3", "2028-9", "ASKU"]), unique=True).map(tuple),
    ethnicity=st.sampled_from(["", "2135-2", "2186-5", "ASKU"]), birth_sex=st.sampled_from(["", "F", "M", "UNK"]), pronouns=OR_NONE,
    contacts=st.lists(BESIDE, max_size=3).map(lambda found: tuple(sorted(found, key=stands_alone))),
    links=st.lists(st.builds(Link, type=st.just("refer"), other=WORD), max_size=2).map(tuple), managing_organization=OR_NONE,
    coverages=st.lists(PLAN, max_size=2, unique_by=lambda one: one.id).map(
        lambda found: tuple(sorted(found, key=lambda one: one.order))
    ),
    protected=st.booleans(),
)  # fmt: skip


@settings(max_examples=60)
@given(RECORD)
def test_any_record_comes_back_the_same(record: PatientRecord) -> None:
    assert back(record) == record


@settings(max_examples=60)
@given(RECORD)
def test_any_record_is_a_bundle_of_the_standard(record: PatientRecord) -> None:
    Bundle.model_validate_json(json.dumps(record_bundle(WholeRecord(patient=record), AT)))


def test_what_is_not_fhir_is_named_by_its_place_alone() -> None:
    bundle = record_bundle(WholeRecord(patient=MADE), AT)
    check_standard(bundle)
    bundle["entry"][0]["resource"]["birthDate"] = "Sentinel"
    with pytest.raises(ClinicError, match=r"at entry\.0\.resource\.birthDate") as told:
        check_standard(bundle)
    assert "Sentinel" not in str(told.value)
    assert told.value.__cause__ is None
