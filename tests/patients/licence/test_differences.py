"""A licence beside a record: what is the same, near, other or new, and what is ticked unasked."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.patients.rules.codes import Sex
from app.patients.rules.licence.differences import Verdict, differences, expiry_words, person_values
from app.patients.rules.licence.value import Licence
from app.patients.rules.people import Person

LICENCE = Licence(
    family="de la Cruz", given="María", middle="Q", suffix="Jr.", birth_date=date(1990, 3, 14), sex=Sex.FEMALE,
    address_line="123 North Main Street", address_unit="Apt 4", city="St Louis", state="MO", postal_code="63101-1234",
    number="X1", expires_on=date(2026, 4, 1),
)  # fmt: skip
SAME = Person(
    family="de la Cruz", given="María", middle="Q", suffix="Jr.", birth_date=date(1990, 3, 14), sex=Sex.FEMALE,
    address_line="123 North Main Street", address_unit="Apt 4", city="St Louis", state="MO", postal_code="63101-1234",
)  # fmt: skip


def verdicts(person: Person, licence: Licence = LICENCE) -> dict[str, tuple[Verdict, bool]]:
    return {one.field: (one.verdict, one.ticked) for one in differences(person, licence)}


def test_the_same_is_the_same() -> None:
    assert set(verdicts(SAME).values()) == {(Verdict.SAME, False)}
    assert list(verdicts(SAME)) == [
        "family", "given", "middle", "suffix", "birth_date", "sex", "address_line", "address_unit", "city", "state",
        "postal_code",
    ]  # fmt: skip


def test_an_empty_record_is_filled() -> None:
    assert set(verdicts(Person(family="")).values()) == {(Verdict.MISSING, True)}


@pytest.mark.parametrize(
    ("field", "ours", "words"),
    [
        ("family", "De La Cruz", "Same but for capitals, accents or spaces"),
        ("family", "Delacruz", "Same but for capitals, accents or spaces"),
        ("family", "de la Cruz Ortiz", "Part of the same name"),
        ("given", "Maria", "Same but for capitals, accents or spaces"),
        ("given", "María Elena", "Part of the same name"),
        ("given", "M", "Part of the same name"),
        ("middle", "Quinn", "Part of the same name"),
        ("suffix", "jr", "Same, written otherwise"),
        ("address_line", "123 N MAIN ST", "Same, written otherwise"),
        ("city", "Saint Louis", "Same, written otherwise"),
        ("state", "Missouri", "Same, written otherwise"),
        ("postal_code", "63101", "Same but for the last four digits"),
    ],
)
def test_what_is_near_is_said_and_never_ticked(field: str, ours: Any, words: str) -> None:
    changed = {field: ours}
    found = next(one for one in differences(replace(SAME, **changed), LICENCE) if one.field == field)
    assert (found.verdict, found.ticked, found.words) == (Verdict.NEAR, False, words)


def test_day_and_month_swapped() -> None:
    licence = replace(LICENCE, birth_date=date(1990, 3, 4))
    found = next(
        one for one in differences(replace(SAME, birth_date=date(1990, 4, 3)), licence) if one.field == "birth_date"
    )
    assert (found.verdict, found.words, found.ours, found.theirs) == (
        Verdict.NEAR, "Day and month swapped", "04/03/1990", "03/04/1990",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "ours"),
    [
        ("family", "Cruz"), ("given", "Ana"), ("middle", "T"), ("suffix", "Sr."), ("birth_date", date(1991, 3, 14)),
        ("sex", Sex.MALE), ("address_line", "9 Elm St"), ("city", "Visalia"), ("state", "CA"), ("postal_code", "93291"),
    ],
)  # fmt: skip
def test_what_is_other_is_left_unticked(field: str, ours: Any) -> None:
    changed = {field: ours}
    assert verdicts(replace(SAME, **changed))[field] == (Verdict.DIFFERENT, False)


def test_another_address_is_never_mixed_with_the_licences() -> None:
    moved = replace(SAME, address_line="9 Elm St", address_unit="", city="", state="", postal_code="")
    found = verdicts(moved)
    assert found["address_line"] == (Verdict.DIFFERENT, False)
    assert [found[field] for field in ("address_unit", "city", "state", "postal_code")] == [
        (Verdict.MISSING, False)
    ] * 4
    said = {one.field: one.words for one in differences(moved, LICENCE)}
    assert said["address_line"] == "Different. A license may show an old address"


def test_the_rest_of_the_same_address_is_filled() -> None:
    part = replace(SAME, address_line="123 n main st", city="", state="", postal_code="")
    found = verdicts(part)
    assert found["address_line"] == (Verdict.NEAR, False)
    assert [found[field] for field in ("city", "state", "postal_code")] == [(Verdict.MISSING, True)] * 3


def test_a_unit_in_the_street_is_the_same_unit() -> None:
    joined = replace(SAME, address_line="123 N Main St #4", address_unit="")
    found = verdicts(joined)
    assert found["address_line"] == (Verdict.NEAR, False)
    assert found["address_unit"] == (Verdict.SAME, False)


def test_a_name_without_room_on_the_card() -> None:
    licence = replace(LICENCE, family="Wolfeschlegelstein", truncated=frozenset({"family"}))
    found = differences(replace(SAME, family="Wolfeschlegelsteinhausen"), licence)[0]
    assert (found.verdict, found.words) == (Verdict.NEAR, "Same as far as the card has room")


def test_what_the_card_does_not_say_is_left_out() -> None:
    assert person_values(Licence(family="Sample", number="X1")) == {"family": "Sample"}
    assert [one.field for one in differences(SAME, Licence(family="Sample"))] == ["family"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 4, 2), "This card ended 04/01/2026."),
        (date(2026, 4, 1), "This card ends today."),
        (date(2026, 3, 31), "This card ends tomorrow."),
        (date(2026, 3, 2), "This card ends in 30 days, on 04/01/2026."),
        (date(2026, 3, 1), ""),
    ],
)
def test_the_last_day_of_a_card(day: date, words: str) -> None:
    assert expiry_words(LICENCE, day) == words
    assert expiry_words(replace(LICENCE, expires_on=None), day) == ""
