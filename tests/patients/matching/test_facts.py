"""The tables of facts: whole, in one form, and covering what others call a placeholder."""

import json
from pathlib import Path

import pytest

from app.patients.rules.folding import digits_of, fold
from app.patients.rules.matching import traits_of, usual_weights
from app.patients.rules.matching.facts import facts
from app.patients.rules.matching.levels import KINDS, Field


def test_names_stand_as_they_are_compared() -> None:
    known = facts()
    for table in (known.formal, known.family_share, known.given_share):
        assert [name for name in table if name != fold(name).replace(" ", "")] == []
    assert 0.4 < sum(known.family_share.values()) < 1
    assert 0.8 < sum(known.given_share.values()) < 1.1


def test_a_nickname_leads_to_a_formal_name() -> None:
    formal = facts().formal
    assert all(name in formal[name] for names in formal.values() for name in names)


@pytest.mark.parametrize("kind", Field)
def test_shipped_odds_are_shares(kind: Field) -> None:
    rows = usual_weights().table[kind]
    assert len(rows) == len(KINDS[kind]) + 1
    for column in range(3):
        assert sum(odds[column] for odds in rows[1:]) == pytest.approx(1, abs=0.06)


def test_placeholders_of_the_cms_proposal_count_for_nothing(data_dir: Path) -> None:
    told = json.loads((data_dir / "matching" / "cms_hte_rules.json").read_text(encoding="utf-8"))["placeholders"]
    names = [*told["_NEWBORN_NAMES"], *told["_UNIDENTIFIED_NAMES"], *told["_TEST_NAMES"], *told["_UNKNOWN_NAME_WORDS"]]
    assert [name for name in names if traits_of(family=name, given=name) != traits_of()] == []
    assert [day for day in told["_PLACEHOLDER_DATES"] if traits_of(birth=digits_of(day)).birth] == []
    assert [code for code in told["_PLACEHOLDER_ZIPS"] if traits_of(postal_code=code).zip] == []
    assert [last for last in told["_PLACEHOLDER_LAST4"] if traits_of(ssn=last).ssn] == []
    for number in ("0000000", "1111111111", "5555555555", "9999999999", "1234567890"):
        assert traits_of(phones=[number]).phones == ()
    for line in ("P.O. Box 0", "Unknown address", "Homeless", "No fixed address", "General Delivery", "None", "N/A"):
        assert traits_of(address_line=line).street == "", line
    for mail in ("test@clinic.org", "no-reply@x.org", "somebody@example.com", "unknown@x.org"):
        assert traits_of(email=mail).email == ""


@pytest.mark.parametrize(
    "name", ["Null", "Doe", "Testa", "Malek", "Twine", "Babyak", "Boyd", "Child", "Person", "Na", "Noh"]
)
def test_people_with_odd_names_are_people(name: str) -> None:
    """What stands for nothing must not be anybody's usual name; the few it does hit are compared by all the rest."""
    held = traits_of(family=name).family
    assert bool(held) == (name not in {"Null", "Doe", "Na"})
