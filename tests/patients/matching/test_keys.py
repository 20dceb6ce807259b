"""Blocking keys: a few short texts under which two records of one person meet."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.patients.rules.matching import KEY_LENGTH, MOST_KEYS, blocking_keys, traits_of
from app.patients.rules.matching.keys import formal_name, sound

JOAN: dict[str, Any] = {
    "family": "Smith", "given": "Joan", "birth": "19900214", "phones": ["559 555 0142"], "address_line": "512 Main St",
    "postal_code": "93291", "email": "joan@mail.org",
}  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {"given": "Smith", "family": "Joan", "birth": "", "phones": []},
        {"family": "Ortiz", "birth": "19901402", "phones": []},
        {"family": "Smyth", "birth": "19900215", "phones": [], "email": "", "address_line": ""},
        {"family": "Ortiz", "birth": "", "phones": [], "email": ""},
        {"family": "Smith Ortiz", "birth": "", "phones": [], "email": "", "address_line": ""},
        {"family": "", "given": "", "birth": "", "phones": ["661 555 0142"], "email": ""},
    ],
)
def test_two_records_of_one_person_meet(values: dict[str, Any]) -> None:
    mine, theirs = blocking_keys(traits_of(**JOAN)), blocking_keys(traits_of(**{**JOAN, **values}))
    assert set(mine) & set(theirs)


def test_a_nickname_meets_its_formal_name() -> None:
    bob, robert = (blocking_keys(traits_of(family="Lee", given=name)) for name in ("Bob", "Robert"))
    assert bob == robert
    assert (formal_name("bob"), formal_name("robert"), formal_name("xyz")) == ("robert", "robert", "xyz")


@pytest.mark.parametrize(
    "group", [("nunez", "nunes"), ("smith", "smyth", "schmidt"), ("ortiz", "ortis"), ("reed", "read")]
)
def test_names_that_sound_alike(group: tuple[str, ...]) -> None:
    assert len({sound(name) for name in group}) == 1


def test_placeholders_give_no_key() -> None:
    nobody = traits_of(
        family="Test", given="Patient", birth="19000101", phones=["555-0000", "9999999999"], email="none@none.com",
        ssn="000000000", member_id="0000", address_line="Unknown", postal_code="99999",
    )  # fmt: skip
    assert blocking_keys(nobody) == ()


TEXT = st.text(max_size=80)


@given(TEXT, TEXT, st.sampled_from(["", "19900214", "19900101", "19729518"]), st.lists(TEXT, max_size=4), TEXT, TEXT)
def test_keys_are_few_and_short(
    family: str, first: str, birth: str, phones: list[str], email: str, number: str
) -> None:
    keys = blocking_keys(
        traits_of(
            family=family, given=first, birth=birth, phones=phones, email=email, ssn=number, member_id=number,
            address_line=email, postal_code=number, family_also=[first, email],
        )
    )  # fmt: skip
    assert len(keys) <= MOST_KEYS
    assert len(set(keys)) == len(keys)
    assert all(0 < len(key) <= KEY_LENGTH for key in keys)
