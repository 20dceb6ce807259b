"""Licences of every version and jurisdiction, and each element damaged alone."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import ClinicError
from app.patients.rules.codes import IdentityKind, Sex
from app.patients.rules.licence.jurisdictions import JURISDICTIONS
from app.patients.rules.licence.reading import read_date, read_licence
from app.patients.rules.licence.value import Licence
from app.patients.rules.licence.wedge import is_licence
from app.patients.rules.places import PROVINCES, STATES
from tests.patients.licence.made import OLD, card

TODAY = date(2026, 3, 10)


def read(text: str) -> Licence:
    assert is_licence(text)
    return read_licence(text, TODAY)


def told(licence: Licence) -> dict[str, str]:
    return {problem.field: problem.words for problem in licence.problems}


# ---------------------------------------------------------------------------------------------------------- corpus


def expected(case: dict[str, Any], cases: list[dict[str, Any]]) -> dict[str, Any]:
    same = case["expect"].get("same_as")
    found: dict[str, Any] = next(one["expect"] for one in cases if one["id"] == same) if same else case["expect"]
    return found


def as_corpus(licence: Licence) -> dict[str, Any]:
    return {
        "last": licence.family.upper(), "first": licence.given.upper(), "middle": licence.middle.upper().split(),
        "suffix": licence.suffix.upper().strip("."), "dob": str(licence.birth_date), "sex": licence.sex.value[0].upper(),
        "street": licence.address_line.upper(), "city": licence.city.upper(), "state": licence.state,
        "zip": licence.postal_code, "id": licence.number, "issued": str(licence.issued_on),
        "expires": str(licence.expires_on),
    }  # fmt: skip


def test_every_case_of_the_corpus(data_dir: Path) -> None:
    cases = json.loads((data_dir / "idcards" / "aamva_pdf417_cases.json").read_text("utf-8"))["cases"]
    assert len(cases) >= 5
    for case in cases:
        licence, wanted = read(case["payload"]), expected(case, cases)
        found = as_corpus(licence)
        assert {key: found[key] for key in wanted if key != "note"} == {k: v for k, v in wanted.items() if k != "note"}
        assert licence.problems == (), case["id"]


# -------------------------------------------------------------------------------------------------------- versions


def test_a_whole_card() -> None:
    assert read(card()) == Licence(
        family="Sample", given="Michael", middle="John", suffix="Jr.", birth_date=date(1986, 6, 6), sex=Sex.MALE,
        address_line="2300 West Broad Street", city="Richmond", state="VA", postal_code="23269", country="US",
        number="T64235789", issued_on=date(2019, 6, 6), expires_on=date(2027, 12, 10), real_id=True, jurisdiction="VA",
        iin="636000", version=10,
    )  # fmt: skip


@pytest.mark.parametrize("version", range(2, 14))
def test_every_version_since_2003(version: int) -> None:
    licence = read(card(version=version))
    assert (licence.version, licence.iin, licence.family, licence.problems) == (version, "636000", "Sample", ())


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, ("Public", "John", "Q", "")),
        ({"DAA": "JOHNSON,JACK,,3RD"}, ("Johnson", "Jack", "", "III")),
        ({"DAA": "DOE,JOHN Q"}, ("Doe", "John", "Q", "")),
        ({"DAA": "DOE,MARIA ELENA"}, ("Doe", "Maria Elena", "", "")),
        ({"DAA": "DOE,JOHN,JR"}, ("Doe", "John", "", "Jr.")),
        ({"DAA": "DOE$JOHN$QUINCY"}, ("Doe", "John", "Quincy", "")),
        ({"DAA": "AL-MAAR,DIANA,ROBIN"}, ("Al-Maar", "Diana", "Robin", "")),
        ({"DAA": "CHER"}, ("Cher", "", "", "")),
        (
            {"DAA": None, "DAB": "DE LA CRUZ", "DAC": "JUAN", "DAD": "T", "DAE": "SR"},
            ("de la Cruz", "Juan", "T", "Sr."),
        ),
        ({"DAB": "PUBLIC", "DAC": "JOHN", "DAD": "QUINCY"}, ("Public", "John", "Quincy", "")),
    ],
)
def test_names_of_the_standard_of_2000(changes: dict[str, str | None], name: tuple[str, ...]) -> None:
    licence = read(card(changes, version=1, base=OLD))
    assert (licence.family, licence.given, licence.middle, licence.suffix) == name
    assert (licence.birth_date, licence.expires_on) == (date(1976, 11, 23), date(2027, 12, 1))
    assert (licence.sex, licence.postal_code, licence.country) == (Sex.MALE, "12345", "US")


def test_a_whole_name_without_commas_is_told() -> None:
    licence = read(card({"DAA": "JOHN P SMITH"}, version=1, base=OLD, iin="636025"))
    assert (licence.family, licence.given, licence.middle) == ("Smith", "John", "P")
    assert told(licence) == {"family": "The card does not part first and last name. Check the names."}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("JUSTIN,WILLIAM", ("Justin", "William")),
        ("MARY S", ("Mary", "S")),
        ("MARIA ELENA", ("Maria Elena", "")),
        ("ROBERTO", ("Roberto", "")),
        ("ANN,MARY,LOU", ("Ann", "Mary Lou")),
    ],
)
def test_first_and_middle_names_in_one_element(given: str, found: tuple[str, str]) -> None:
    changes = {"DCT": given, "DAC": None, "DAD": None, "DDE": None, "DDF": None, "DDG": None}
    licence = read(card(changes, version=3))
    assert (licence.given, licence.middle) == found


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"DAD": "JOHN,BOB"}, ("Sample", "Michael", "John Bob", "Jr.")),
        ({"DAD": "NONE", "DCU": "NONE"}, ("Sample", "Michael", "", "")),
        ({"DAD": "", "DCU": "UNAVL"}, ("Sample", "Michael", "", "")),
        ({"DCS": "NULL", "DAC": "NA"}, ("Null", "Na", "John", "Jr.")),
        ({"DCS": "SMITH III", "DCU": ""}, ("Smith", "Michael", "John", "III")),
        ({"DCS": "SMITH, JR", "DCU": None}, ("Smith", "Michael", "John", "Jr.")),
        ({"DCS": "O'NEIL-MCDONALD", "DAC": "DE'ANDRE"}, ("O'Neil-McDonald", "De'Andre", "John", "Jr.")),
        ({"DCS": "Núñez", "DAC": "María José"}, ("Núñez", "María José", "John", "Jr.")),
        ({"DCS": "VAN DER BERG", "DAC": None, "DDF": None}, ("Van der Berg", "", "John", "Jr.")),
    ],
)
def test_names(changes: dict[str, str | None], name: tuple[str, ...]) -> None:
    licence = read(card(changes))
    assert (licence.family, licence.given, licence.middle, licence.suffix) == name
    assert licence.problems == ()


def test_a_name_without_room_is_told() -> None:
    licence = read(card({"DCS": "WOLFESCHLEGELSTEINHAUSENBERGERDORFF", "DDE": "T", "DDF": "U"}))
    assert licence.truncated == {"family"}
    assert told(licence) == {"family": "The card has no room for the whole name."}


def test_an_id_card_and_an_enhanced_licence() -> None:
    assert read(card(kind="ID")).kind is IdentityKind.STATE_ID
    assert read(card(kind="EN")).kind is IdentityKind.LICENSE
    identity = read(card(kind="ID")).identity()
    assert (identity.kind, identity.number, identity.jurisdiction) == (IdentityKind.STATE_ID, "T64235789", "VA")


def test_a_minor_and_the_real_id() -> None:
    licence = read(card({"DBB": "06062010", "DDH": "06062028", "DDI": "06062029", "DDJ": "06062031", "DDA": "N"}))
    assert (licence.under_18_until, licence.under_19_until, licence.under_21_until, licence.real_id) == (
        date(2028, 6, 6), date(2029, 6, 6), date(2031, 6, 6), False,
    )  # fmt: skip


def test_every_issuer_is_a_place() -> None:
    for iin, code in JURISDICTIONS.items():
        licence = read(card({"DCG": None, "DAJ": None}, iin=iin))
        assert licence.jurisdiction == code
        assert licence.country == {True: "US", False: "CA"}.get(code in STATES) if len(code) == 2 else "MX"
    assert set(JURISDICTIONS.values()) >= PROVINCES.keys()
    assert set(JURISDICTIONS.values()) >= STATES.keys() - {"FM", "MH", "PW", "AA", "AE", "AP"}


# ----------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("06071986", date(1986, 6, 7)),
        ("19860607", date(1986, 6, 7)),
        ("06-07-1986", date(1986, 6, 7)),
        ("1986/06/07", date(1986, 6, 7)),
        ("12121912", date(1912, 12, 12)),
        ("19121212", date(1912, 12, 12)),
        ("02292024", date(2024, 2, 29)),
        ("02292023", None),
        ("31121986", None),
        ("0607198", None),
        ("00000000", None),
        ("０６０７１９８６", None),
        ("NONE", None),
        ("", None),
    ],
)
def test_dates_in_either_order(text: str, day: date | None) -> None:
    assert read_date(text) == day


def test_canadian_cards() -> None:
    changes = {"DCG": "CAN", "DAJ": "ON", "DAK": "N1M3J6", "DBB": "19960603", "DBA": "20270603", "DBD": "20220607"}
    licence = read(card(changes, iin="636012"))
    assert (licence.birth_date, licence.expires_on, licence.issued_on) == (
        date(1996, 6, 3), date(2027, 6, 3), date(2022, 6, 7),
    )  # fmt: skip
    assert (licence.postal_code, licence.country, licence.state, licence.jurisdiction) == ("N1M 3J6", "CA", "ON", "ON")
    assert licence.problems == ()


def test_a_canadian_card_with_american_dates() -> None:
    changes = {"DCG": "CAN", "DAJ": "NB", "DAK": "E5K 1Y3", "DBB": "08081962"}
    assert read(card(changes, iin="636017")).birth_date == date(1962, 8, 8)


# ------------------------------------------------------------------------------------------------- address and ZIP


@pytest.mark.parametrize(
    ("text", "zip_code"),
    [
        ("232690000  ", "23269"), ("232691234", "23269-1234"), ("23269-1234", "23269-1234"), ("23269 1234", "23269-1234"),
        ("23269", "23269"), ("23269      ", "23269"), ("232699999", "23269"), ("2326900000", "23269"), ("000000000", ""),
        ("02139", "02139"), ("k1a 0b1", "K1A 0B1"), ("NONE", ""), ("", ""),
    ],
)  # fmt: skip
def test_zips_lose_their_padding(text: str, zip_code: str) -> None:
    licence = read(card({"DAK": text}))
    assert (licence.postal_code, licence.problems) == (zip_code, ())


@pytest.mark.parametrize(
    ("changes", "street"),
    [
        ({"DAH": "APT 4B"}, ("2300 West Broad Street", "Apt 4B")),
        ({"DAH": "UNAVL"}, ("2300 West Broad Street", "")),
        ({"DAG": "1234 PARK ST LOT 504"}, ("1234 Park St", "Lot 504")),
        ({"DAG": "C/O SMITH", "DAH": "12 NE 20TH ST"}, ("C/O Smith, 12 NE 20th St", "")),
        ({"DAG": "PO BOX 12"}, ("PO Box 12", "")),
        ({"DAG": None, "DAL": "11 OAK CT", "DAI": None, "DAN": "DURHAM", "DAJ": None, "DAO": "NC"}, ("11 Oak Ct", "")),
    ],
)
def test_streets(changes: dict[str, str | None], street: tuple[str, str]) -> None:
    licence = read(card(changes))
    assert (licence.address_line, licence.address_unit, licence.problems) == (*street, ())


# -------------------------------------------------------------------------------------------------------- bad data


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"DBB": "13401986"}, "birth_date", "The birth date on the card cannot be read (13401986)."),
        ({"DBB": "06062030"}, "birth_date", "The birth date on the card cannot be true (06/06/2030)."),
        ({"DBB": "06061850"}, "birth_date", "The birth date on the card cannot be true (06/06/1850)."),
        ({"DBB": None}, "birth_date", "The card gave no birth date."),
        ({"DBA": "99"}, "expires_on", "The card's last day cannot be read."),
        ({"DBA": "06062001"}, "expires_on", "The card ends before it begins. Check its last day."),
        ({"DBD": "0606"}, "issued_on", "The day of issue on the card cannot be read."),
        ({"DBC": "7"}, "sex", "The sex on the card cannot be read (7)."),
        ({"DAJ": "QQ"}, "state", "The state on the card cannot be read (QQ)."),
        ({"DAK": "2326"}, "postal_code", "The ZIP on the card cannot be read (2326)."),
        ({"DAK": "ABCDE"}, "postal_code", "The ZIP on the card cannot be read (ABCDE)."),
        ({"DAQ": "T6(42)"}, "number", "The number on the card cannot be read (T6(42))."),
        ({"DAQ": "NONE"}, "number", "The card gave no number."),
        ({"DCS": None}, "family", "The card gave no last name."),
        ({"DCS": "SAM\u202ePLE"}, "family", "This holds a sign that cannot be seen (U+202E). Type it again by hand."),
    ],
)
def test_what_is_damaged_costs_no_other_field(changes: dict[str, str | None], field: str, words: str) -> None:
    whole, licence = read(card()), read(card(changes))
    assert told(licence) == {field: words}
    same = set(Licence.__slots__) - {field, "problems"}
    assert {name: getattr(licence, name) for name in same} == {name: getattr(whole, name) for name in same}
    assert not getattr(licence, field) or field == "sex"


@pytest.mark.parametrize("text", ["9", "0", "", "NONE"])
def test_a_sex_that_is_not_told_is_no_problem(text: str) -> None:
    licence = read(card({"DBC": text}))
    assert (licence.sex, licence.problems) == (Sex.UNKNOWN, ())


@pytest.mark.parametrize(("text", "sex"), [("2", Sex.FEMALE), ("F", Sex.FEMALE), ("X", Sex.OTHER), ("m", Sex.MALE)])
def test_sexes(text: str, sex: Sex) -> None:
    assert read(card({"DBC": text})).sex is sex


@pytest.mark.parametrize("text", ["99999999", "00000000", "NONE", ""])
def test_a_card_that_never_ends(text: str) -> None:
    licence = read(card({"DBA": text}))
    assert (licence.expires_on, licence.problems) == (None, ())


def test_a_social_security_number_is_never_taken() -> None:
    licence = read(card({"DBK": "987654320"}, version=1, base=OLD))
    assert "987654320" not in repr(licence)


@pytest.mark.parametrize(
    "text", ["", "smith john", "hello\nworld", "036000291452", "@", "ANSI", "x" * 9_000, "DAC\n" * 60]
)
def test_what_is_no_licence_is_refused_in_words(text: str) -> None:
    assert not is_licence(text)
    with pytest.raises(ClinicError):
        read_licence(text, TODAY)
