"""Who looks like whom, in words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.patients.rules.likeness import Sureness, likeness
from app.patients.rules.matching import reason_words
from app.patients.rules.people import Person

MARIA = Person(family="Núñez", given="María José", birth_date=date(1971, 6, 30), phone="(559) 555-0178")
PERHAPS, SURE, FAMILY = Sureness.PERHAPS, Sureness.SURE, Sureness.FAMILY


@pytest.mark.parametrize(
    ("other", "verdict", "words"),
    [
        (replace(MARIA, family="Nunez", given="Maria Jose"), SURE, "Same name, accents aside"),
        (replace(MARIA, birth_date=date(1971, 6, 29)), SURE, "Birth date one day apart: 30 / 29"),
        (replace(MARIA, family="María José", given="Núñez"), SURE, "Same names, the other way round"),
        (replace(MARIA, given="María"), SURE, "Part of the name: María José / María"),
        (replace(MARIA, family="Núñes", phone=""), SURE, "One letter apart: Núñez / Núñes"),
        (replace(MARIA, family="Ortiz"), PERHAPS, "Other last name: Núñez / Ortiz"),
        (replace(MARIA, birth_date=None), PERHAPS, "Same phone"),
        (replace(MARIA, given="Rafael", birth_date=date(1974, 2, 11)), FAMILY, "Same phone"),
        (replace(MARIA, given="Rafael", phone=""), FAMILY, "Same birth date"),
        (replace(MARIA, birth_date=date(1999, 1, 5)), FAMILY, "Other birth date"),
        (replace(MARIA, birth_date=date(1999, 1, 5), phone=""), None, ""),
        (Person(family="Smith", given="Joan", birth_date=date(1990, 2, 14)), None, ""),
    ],
)
def test_a_verdict_has_its_reasons(other: Person, verdict: Sureness | None, words: str) -> None:
    found = likeness(MARIA, other)
    assert (found.sureness if found else None) == verdict
    assert found is None or words in [reason_words(reason) for reason in found.reasons]


def test_day_and_month_swapped() -> None:
    one = Person(family="Lee", given="Min", birth_date=date(1980, 3, 5))
    found = likeness(one, replace(one, birth_date=date(1980, 5, 3)))
    assert found is not None
    assert found.sureness is SURE
    assert reason_words(found.reasons[1]) == "Day and month swapped: 03/05 / 05/03"


def test_twins_are_never_sure() -> None:
    twin = Person(family="Lee", given="Anna", birth_date=date(2015, 4, 4), phone="5595550142")
    for given_name in ("Hanna", "Anne", "Emma"):
        found = likeness(twin, replace(twin, given=given_name))
        assert found is not None
        assert found.sureness is not SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person(family="Test", given="A"), Person(family="Test", given="A", birth_date=date(2000, 1, 2))),
        (Person(family="A", phone="5595550000"), Person(family="B", phone="5595550000")),
        (
            Person(family="Li", given="Bo", birth_date=date(1900, 1, 1)),
            Person(family="Ma", given="Bo", birth_date=date(1900, 1, 1)),
        ),
    ],
)
def test_placeholders_count_for_nothing(one: Person, other: Person) -> None:
    assert likeness(one, other) is None


PEOPLE = st.builds(
    Person,
    family=st.sampled_from(["Núñez", "Nunes", "Lee", "Test", "O'Neil", "Null"]),
    given=st.sampled_from(["", "María", "Maria", "J", "José", "Mario"]),
    birth_date=st.sampled_from([None, date(1971, 6, 30), date(1971, 6, 29), date(1980, 3, 5), date(1980, 5, 3)]),
    phone=st.sampled_from(["", "5595550142", "5595550000", "559-555-0178"]),
)


@given(PEOPLE, PEOPLE)
def test_likeness_goes_both_ways(one: Person, other: Person) -> None:
    there, back = likeness(one, other), likeness(other, one)
    assert (there and there.sureness) == (back and back.sureness)
    for reason in there.reasons if there else ():
        assert reason_words(reason)
