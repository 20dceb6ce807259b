"""How alike two records are, field by field."""

from typing import Any

import pytest

from app.patients.rules.matching import Field, compare, traits_of
from app.patients.rules.matching.levels import (
    Address,
    Birth,
    Email,
    Family,
    Given,
    Member,
    Middle,
    Phone,
    Place,
    Sex,
    Ssn,
    Suffix,
    Unit,
)

NAMES = [
    ("Núñez", "nunez", Family.SAME),
    ("O'Neil", "ONeil", Family.SAME),
    ("Garcia Lopez", "García", Family.PART),
    ("Garcia-Lopez", "Lopez", Family.PART),
    ("Garcia Lopez", "Lopez Garcia", Family.PART),
    ("de la Cruz", "Cruz", Family.PART),
    ("de la Cruz", "de la Torre", Family.OTHER),
    ("Waller", "Wallner", Family.ONE),
    ("Kilmartin", "Kilmatrin", Family.ONE),
    ("Nicholson", "Niohclosn", Family.NEAR),
    ("Smith", "Jones", Family.OTHER),
    ("Test", "Test", 0),
    ("", "Jones", 0),
]


@pytest.mark.parametrize(("one", "two", "level"), NAMES)
def test_last_names(one: str, two: str, level: int) -> None:
    assert both_ways({"family": one}, {"family": two})[Field.FAMILY] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("María José", "maria jose", Given.SAME),
        ("Maria", "Maria Jose", Given.PART),
        ("Jose", "Maria Jose", Given.MIDDLE),
        ("J", "John", Given.INITIAL),
        ("J.", "J", Given.INITIAL),
        ("K", "John", Given.OTHER),
        ("Bob", "Robert", Given.NICKNAME),
        ("Bob", "Rob", Given.NICKNAME),
        ("Paco", "Francisco", Given.NICKNAME),
        ("Isabella", "Isablela", Given.ONE),
        ("Anna", "Hanna", Given.ONE),
        ("Luke", "Mia", Given.OTHER),
        ("Baby Boy", "Luke", 0),
        ("Baby Girl of Anna", "Luke", 0),
        ("Twin A", "Twin A", 0),
    ],
)
def test_first_names(one: str, two: str, level: int) -> None:
    assert both_ways({"given": one}, {"given": two})[Field.GIVEN] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (("Thompson", "Jayden"), ("Jayden", "Thompson"), Family.SWAPPED),
        (("Bennett", "Grace"), ("Grace", "nBnett"), Family.SWAPPED_NEAR),
        (("Nicholson", ""), ("Logan", "Nicholson"), Family.SWAPPED_HALF),
        (("James", "James"), ("James", "James"), Family.SAME),
    ],
)
def test_names_the_other_way_round(one: tuple[str, str], two: tuple[str, str], level: int) -> None:
    found = both_ways({"family": one[0], "given": one[1]}, {"family": two[0], "given": two[1]})
    assert found[Field.FAMILY] == level
    assert found[Field.GIVEN] in (0, Given.SAME)


def test_other_names_count_as_well() -> None:
    maiden = both_ways({"family": "Ortiz", "family_also": ["Núñez"]}, {"family": "Nunez"})
    called = both_ways({"given": "Guadalupe", "given_also": ["Chacha"]}, {"given": "Chacha"})
    middle = both_ways({"family": "Ortiz", "middle": "Smith"}, {"family": "Smith"})
    assert (maiden[Field.FAMILY], called[Field.GIVEN], middle[Field.FAMILY]) == (Family.PART, Given.SAME, Family.PART)


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("J", "James", Middle.INITIAL),
        ("James", "James", Middle.SAME),
        ("James", "Jamse", Middle.NEAR),
        ("J", "K", Middle.OTHER),
    ],
)
def test_middle_names(one: str, two: str, level: int) -> None:
    assert both_ways({"middle": one}, {"middle": two})[Field.MIDDLE] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [("Smith Jr.", "Smith II", Suffix.SAME), ("Smith Sr", "Smith Jr", Suffix.OTHER), ("Smith", "Smith Jr", 0)],
)
def test_junior_and_senior(one: str, two: str, level: int) -> None:
    found = both_ways({"family": one}, {"family": two})
    assert (found[Field.FAMILY], found[Field.SUFFIX]) == (Family.SAME, level)


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("19710630", "19710630", Birth.SAME),
        ("19800305", "19800503", Birth.SWAPPED),
        ("19610831", "19610837", Birth.DIGIT),
        ("19720518", "19729518", Birth.DIGIT),
        ("19710228", "19710301", Birth.DIGIT),
        ("19250505", "20250505", Birth.DIGIT),
        ("19991231", "20001231", Birth.DIGIT),
        ("19710630", "19940630", Birth.PARTS),
        ("20151029", "20151120", Birth.MONTHS),
        ("20151029", "20160527", Birth.YEAR),
        ("19610831", "19850614", Birth.OTHER),
        ("19000101", "19000101", 0),
        ("1971", "1971", Birth.SAME),
        ("1971", "1972", Birth.YEAR),
        ("1971", "1917", Birth.OTHER),
        ("1971", "19710630", 0),
        ("1972", "19710630", Birth.YEAR),
        ("20000101", "19710630", 0),
        ("", "19710630", 0),
    ],
)
def test_birth_dates(one: str, two: str, level: int) -> None:
    assert both_ways({"birth": one}, {"birth": two})[Field.BIRTH] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("512 Main Street", "512 main st.", Address.SAME),
        ("512 N Main St Apt 4", "512 North Main Street", Address.SAME),
        ("48 Ballarat Street", "48 Balalrat Street", Address.NEAR),
        ("74 Main St", "47 Main St", Address.NEAR),
        ("512 Main St", "9 Main St", Address.STREET),
        ("512 Main St", "512 Oak Ave", Address.NUMBER),
        ("512 Main St", "9 Oak Ave", Address.OTHER),
        ("PO Box 12", "P.O. Box 12", Address.SAME),
        ("PO Box 12", "P.O. Box 77", Address.STREET),
        ("UNKNOWN", "Unknown", 0),
        ("Homeless", "Homeless", 0),
        ("General Delivery", "General Delivery", 0),
    ],
)
def test_addresses(one: str, two: str, level: int) -> None:
    assert both_ways({"address_line": one}, {"address_line": two})[Field.ADDRESS] == level


def test_an_address_in_other_columns() -> None:
    apart = {"address_number": "512", "address_line": "Main Street", "address_unit": "# 4B"}
    found = both_ways(apart, {"address_line": "512 Main St Apt 4-B"})
    crossed = both_ways(
        {"address_line": "Langdon Avenue", "address_number": "109"},
        {"address_line": "Arawang", "address_unit": "Langdon Avenue", "address_number": "109"},
    )
    assert (found[Field.ADDRESS], found[Field.UNIT], crossed[Field.ADDRESS]) == (Address.SAME, Unit.SAME, Address.NEAR)


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (("Visalia", "CA", "93291"), ("VISALIA", "ca", "93291-1234"), Place.BOTH),
        (("Visalia", "CA", "93291"), ("Tulare", "CA", "93291"), Place.ZIP),
        (("Visalia", "CA", "93291"), ("Visalia", "CA", "93277"), Place.CITY),
        (("Visalia", "CA", "93291"), ("Tulare", "CA", "93219"), Place.NEAR),
        (("Visalia", "CA", "93291"), ("Fresno", "CA", "93701"), Place.STATE),
        (("Visalia", "CA", "93291"), ("Reno", "NV", "89501"), Place.OTHER),
        (("", "", "99999"), ("", "", "99999"), 0),
    ],
)
def test_places(one: tuple[str, str, str], two: tuple[str, str, str], level: int) -> None:
    names = ("city", "state", "postal_code")
    found = both_ways(dict(zip(names, one, strict=True)), dict(zip(names, two, strict=True)))
    assert found[Field.PLACE] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (["(559) 555-0142"], ["", "+1 559-555-0142"], Phone.SAME),
        (["559 555 0142"], ["555-0142"], Phone.NEAR),
        (["559 555 0142"], ["559 555 0124"], Phone.NEAR),
        (["559 555 0142"], ["559 555 9876"], Phone.OTHER),
        (["999-999-9999"], ["999-999-9999"], 0),
        (["555-0000"], ["555-0000"], 0),
    ],
)
def test_phones(one: list[str], two: list[str], level: int) -> None:
    assert both_ways({"phones": one}, {"phones": two})[Field.PHONE] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("Ana@Mail.org", "ana@mail.org", Email.SAME),
        ("hannah88@powers.com", "hannah88@power.com", Email.NEAR),
        ("hannah88@powers.com", "hannah88@gmail.com", Email.NEAR),
        ("hesskayla@carter.com", "hasskaylecarter.com", Email.LOOSE),
        ("ana@mail.org", "bob@else.com", Email.OTHER),
        ("noreply@clinic.org", "noreply@clinic.org", 0),
    ],
)
def test_emails(one: str, two: str, level: int) -> None:
    assert both_ways({"email": one}, {"email": two})[Field.EMAIL] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("123-45-6780", "123456780", Ssn.SAME),
        ("123-45-6780", "6780", Ssn.TAIL),
        ("123456780", "123457680", Ssn.NEAR),
        ("123456780", "998877665", Ssn.OTHER),
        ("000000000", "000000000", 0),
        ("123-45-6789", "123456789", 0),
    ],
)
def test_social_security_numbers(one: str, two: str, level: int) -> None:
    assert both_ways({"ssn": one}, {"ssn": two})[Field.SSN] == level


def test_member_numbers_and_sex() -> None:
    same = both_ways({"member_id": "abc 123-45", "sex": "F"}, {"member_id": "ABC12345", "sex": "female"})
    family = both_ways({"member_id": "W12345601", "sex": "M"}, {"member_id": "W12345602", "sex": "F"})
    none = both_ways({"member_id": "0000", "sex": "U"}, {"member_id": "0000", "sex": "F"})
    found = [(levels[Field.MEMBER], levels[Field.SEX]) for levels in (same, family, none)]
    assert found == [(Member.SAME, Sex.SAME), (Member.NEAR, Sex.OTHER), (0, 0)]


def both_ways(one: dict[str, Any], two: dict[str, Any]) -> tuple[int, ...]:
    """The levels, the same from either side."""
    there, back = compare(traits_of(**one), traits_of(**two)), compare(traits_of(**two), traits_of(**one))
    assert there == back
    return there
