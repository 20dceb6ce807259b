"""Sure, possible or none: who is never sure, what counts for nothing, and what agreement may not do."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.settings import Settings
from app.patients.rules.matching import (
    Answer,
    Field,
    Kin,
    Limits,
    Traits,
    chances,
    compare,
    judge,
    shares_of,
    traits_of,
    usual_weights,
    weights_from,
)
from app.patients.rules.matching.weights import with_shares

#: somebody with every field filled
WHOLE: dict[str, Any] = {
    "family": "Okafor", "given": "Grace", "middle": "Ann", "birth": "19850412", "sex": "F", "address_line": "512 Main St",
    "city": "Visalia", "state": "CA", "postal_code": "93291", "phones": ["559 555 0142"], "email": "gokafor@mail.org",
    "member_id": "W123456",
}  # fmt: skip


def changed(**values: Any) -> Traits:
    return traits_of(**{**WHOLE, **values})


GRACE = changed()


def test_the_same_is_sure_and_a_stranger_is_none() -> None:
    stranger = traits_of(family="Smith", given="John", birth="19700101", phones=["559 555 7777"])
    assert judge(GRACE, changed()).answer is Answer.SURE
    assert judge(GRACE, stranger).answer is Answer.NONE


@pytest.mark.parametrize(
    ("values", "kin"),
    [
        ({"given": "Hope", "middle": ""}, Kin.TWINS),
        ({"given": "Gracie Lou", "middle": "", "family": "Okafor", "birth": "20100412"}, Kin.GENERATIONS),
        ({"birth": "19550930"}, Kin.GENERATIONS),
        ({"birth": "19950412"}, None),
        ({"family": "Okafor Sr", "birth": "19850412"}, None),
        ({"given": "Peter", "middle": "", "sex": "M", "birth": "19830808"}, Kin.HOUSEHOLD),
    ],
)
def test_family_is_never_sure(values: dict[str, Any], kin: Kin | None) -> None:
    verdict = judge(changed(family="Okafor Jr") if "Sr" in values.get("family", "") else GRACE, changed(**values))
    assert verdict.answer is not Answer.SURE or values.get("birth") == "19950412"
    assert kin is None or verdict.kin is kin


@pytest.mark.parametrize(("one", "two"), [("Anna", "Hanna"), ("Jayden", "Kayden"), ("Marie", "Maria")])
def test_twins_with_names_alike_are_never_sure(one: str, two: str) -> None:
    assert judge(changed(given=one), changed(given=two)).answer is not Answer.SURE


def test_a_slip_in_the_first_name_is_sure() -> None:
    assert judge(GRACE, changed(given="Grcae")).answer is Answer.SURE


def test_a_rare_name_says_more_than_a_common_one() -> None:
    common, rare = ({"family": name, "given": "Mary", "birth": "19850412"} for name in ("Smith", "Wojciechowski"))
    bits = [judge(traits_of(**one), traits_of(**one)).chances.bits for one in (common, rare)]
    assert bits[1] > bits[0] + 4


def test_what_a_household_shares_says_little_for_two_first_names() -> None:
    alone = judge(traits_of(family="Okafor", given="Grace"), traits_of(family="Okafor", given="Peter"))
    shared = judge(GRACE, changed(given="Peter", middle="", birth="", sex="M"))
    assert shared.chances.bits < alone.chances.bits + 6
    assert shared.answer is Answer.NONE


def test_a_phone_of_many_says_little() -> None:
    crowd = [traits_of(family=f"Name{at}", given="Ann", phones=["559 555 0142"]) for at in range(400)]
    weights = with_shares(usual_weights(), shares_of(crowd))
    usual, told = (judge(GRACE, changed(), one).chances.bits for one in (usual_weights(), weights))
    assert told <= usual
    assert weights.shares.of("phone", "5595550142", 4e-6) > 0.2


def test_weights_are_a_plain_value() -> None:
    weights = with_shares(usual_weights(), shares_of([GRACE] * 5))
    again = weights_from(msgspec.json.decode(msgspec.json.encode(weights.plain())))
    assert again == weights
    assert chances(compare(GRACE, GRACE), again) == chances(compare(GRACE, GRACE), weights)


@pytest.mark.parametrize("broken", [{"same_person": 1e-6}, {**usual_weights().plain(), "table": {}}])
def test_broken_weights_are_refused(broken: dict[str, Any]) -> None:
    with pytest.raises((KeyError, ValueError)):
        weights_from(broken)


def test_limits_are_settings() -> None:
    assert Limits.of(Settings(sure_percent=99, possible_percent=50)) == Limits(sure=0.99)
    assert Limits.of(Settings(sure_percent=95, possible_percent=99)) == Limits(sure=0.95, possible=0.95)
    other = changed(given="Grcae", email="", phones=[], address_line="", postal_code="", member_id="", middle="")
    answers = [judge(GRACE, other, limits=Limits(sure, 0.5)).answer for sure in (0.9, 0.9999999)]
    assert answers == [Answer.SURE, Answer.POSSIBLE]


# ------------------------------------------------------------------------------------------------------- properties

TEXTS = {
    "family": ["", "Okafor", "Okaffor", "Smith", "Núñez Lopez", "Lopez", "Grace", "Test"],
    "given": ["", "Grace", "Gracie", "Hope", "G", "Bob", "Robert", "Okafor", "Baby Boy"],
    "middle": ["", "Ann", "A", "Lee"],
    "birth": ["", "19850412", "19851204", "19850413", "20100412", "19000101", "19729518"],
    "sex": ["", "F", "M"],
    "address_line": ["", "512 Main St", "521 Main Street", "9 Oak Ave", "PO Box 12", "UNKNOWN"],
    "city": ["", "Visalia", "Tulare"],
    "postal_code": ["", "93291", "93292", "99999"],
    "email": ["", "gokafor@mail.org", "gokafro@mail.org", "x@y.org"],
    "ssn": ["", "123456780", "6780", "123456788", "000000000"],
    "member_id": ["", "W12345601", "W12345602"],
}
RECORDS = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in TEXTS.items()})


@given(RECORDS, RECORDS)
def test_a_verdict_goes_both_ways(one: dict[str, str], two: dict[str, str]) -> None:
    there, back = judge(traits_of(**one), traits_of(**two)), judge(traits_of(**two), traits_of(**one))
    assert (there.answer, there.levels, there.kin) == (back.answer, back.levels, back.kin)
    assert there.chances.person == pytest.approx(back.chances.person)


#: fields that stand alone: agreeing in them changes no other comparison
ALONE = {
    "birth": "19470119", "sex": "F", "address_line": "77 Elm Rd", "city": "Fresno", "postal_code": "93700",
    "email": "some@body.org", "ssn": "321540987", "member_id": "ZZ98765",
}  # fmt: skip


@given(RECORDS, RECORDS, st.sampled_from(sorted(ALONE)))
def test_agreement_never_lowers(one: dict[str, str], two: dict[str, str], field: str) -> None:
    before = judge(traits_of(**one), traits_of(**two)).chances
    agreed = {field: ALONE[field]}
    after = judge(traits_of(**{**one, **agreed}), traits_of(**{**two, **agreed})).chances
    assert after.bits >= before.bits - 1e-6


@given(RECORDS, RECORDS)
def test_placeholders_are_like_nothing(one: dict[str, str], two: dict[str, str]) -> None:
    empty = {
        "family": "UNKNOWN", "given": "Baby Girl", "middle": "NMN", "birth": "19000101", "sex": "unknown",
        "address_line": "Homeless", "city": "unknown", "postal_code": "00000", "email": "none@none.com",
        "ssn": "999-99-9999", "member_id": "9999",
    }  # fmt: skip
    for field, nothing in empty.items():
        plain = judge(traits_of(**{**one, field: ""}), traits_of(**{**two, field: ""}))
        held = judge(traits_of(**{**one, field: nothing}), traits_of(**{**two, field: nothing}))
        assert held == plain


def test_missing_is_neutral() -> None:
    names = {"family": "Okafor", "given": "Grace", "birth": "19850412"}
    bare, more = traits_of(**names), replace(GRACE, email="")
    assert judge(bare, bare).chances.bits == judge(bare, more).chances.bits
    assert compare(bare, more)[Field.EMAIL] == 0
