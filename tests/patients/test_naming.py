"""Names from machines in the case people write them, whole names taken apart, streets in a form to compare."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.patients.rules.naming import natural_city, natural_name, natural_street, natural_suffix, split_name
from app.patients.rules.streets import split_unit, street_key


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("SAMPLE", "Sample"),
        ("sample", "Sample"),
        ("DE LA CRUZ", "de la Cruz"),
        ("de la cruz", "de la Cruz"),
        ("De La Cruz", "De La Cruz"),
        ("O'NEIL", "O'Neil"),
        ("O’BRIEN-MCCOY", "O’Brien-McCoy"),
        ("D'ANGELO", "D'Angelo"),
        ("KIDS'", "Kids'"),
        ("MCDONALD", "McDonald"),
        ("McDONALD", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACIAS", "Macias"),
        ("MACHADO", "Machado"),
        ("DeSHAWN", "DeShawn"),
        ("LeBron", "LeBron"),
        ("SMITH-JONES", "Smith-Jones"),
        ("SMITH III", "Smith III"),
        ("VI", "Vi"),
        ("VAN DYKE", "Van Dyke"),
        ("VAN DER BERG", "Van der Berg"),
        ("VON BERGEN", "von Bergen"),
        ("DEL TORO", "del Toro"),
        ("LA ROSA", "La Rosa"),
        ("DOS SANTOS", "dos Santos"),
        ("DO", "Do"),
        ("VELASQUEZ Y GARCIA", "Velasquez y Garcia"),
        ("NÚÑEZ", "Núñez"),
        ("ÅNGSTRÖM", "Ångström"),
        ("ST. JOHN", "St. John"),
        ("L", "L"),
        ("李", "李"),
        ("", ""),
    ],
)
def test_a_last_name_in_its_natural_case(written: str, shown: str) -> None:
    assert natural_name(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("MARIA DE LOS ANGELES", "Maria de los Angeles"),
        ("DO YEON", "Do Yeon"),
        ("MARY E ANN", "Mary E Ann"),
        ("DE'ANDRE", "De'Andre"),
        ("JEAN-PAUL", "Jean-Paul"),
        ("Y", "Y"),
    ],
)
def test_a_first_name_in_its_natural_case(written: str, shown: str) -> None:
    assert natural_name(written, given=True) == shown


#: letters that have one capital and come back from it: ß becomes SS, and ı an I with its dot
EVEN = st.characters(exclude_categories=("Cs",)).filter(lambda one: one.upper().lower() == one.lower())


@given(st.text(alphabet=EVEN, max_size=40), st.booleans())
def test_twice_is_once(text: str, given_name: bool) -> None:
    once = natural_name(text, given=given_name)
    assert natural_name(once, given=given_name) == once


@given(st.text(alphabet=st.characters(max_codepoint=0x17F, exclude_characters="ıİ"), max_size=40))
def test_only_the_case_changes(text: str) -> None:
    assert natural_name(text).casefold() == " ".join(text.split()).casefold()


@pytest.mark.parametrize(
    ("written", "shown"),
    [("JR", "Jr."), ("sr.", "Sr."), ("3RD", "III"), ("iv", "IV"), ("ESQ", "Esq."), ("MD", "MD"), ("", "")],
)
def test_a_suffix_has_one_form(written: str, shown: str) -> None:
    assert natural_suffix(written) == shown == natural_suffix(shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2300 WEST BROAD STREET", "2300 West Broad Street"),
        ("789 E OAK ST", "789 E Oak St"),
        ("123 NW 20TH ST APT 4B", "123 NW 20th St Apt 4B"),
        ("PO BOX 12", "PO Box 12"),
        ("60 MLK BLVD", "60 MLK Blvd"),
        ("12 1/2 MAIN ST #4A", "12 1/2 Main St #4A"),
        ("5 O'NEIL AVE", "5 O'Neil Ave"),
        ("12 McKinley Ave", "12 McKinley Ave"),
    ],
)
def test_a_street_in_its_natural_case(written: str, shown: str) -> None:
    assert natural_street(written) == shown == natural_street(shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("ST LOUIS", "St Louis"), ("MCALLEN", "McAllen"), ("FOND DU LAC", "Fond du Lac"), ("O'FALLON", "O'Fallon")],
)
def test_a_city_in_its_natural_case(written: str, shown: str) -> None:
    assert natural_city(written) == shown == natural_city(shown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("123 North Main Street, Apt. 4", "123 N MAIN ST #4"),
        ("P.O. Box 12", "PO BOX 12"),
        ("1 Saint Mary's Avenue Suite 200", "1 St Marys Ave Ste 200"),
        ("44 Fifth Avenue", "44 5th Ave"),
    ],
)
def test_one_street_written_twice_has_one_key(one: str, other: str) -> None:
    assert street_key(one) == street_key(other)


def test_other_streets_have_other_keys() -> None:
    assert (
        len({street_key(text) for text in ("12 Main St", "12 Main Ave", "12 N Main St", "21 Main St", "12 Main St 3")})
        == 5
    )


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("1234 Park St Lot 504", ("1234 Park St", "Lot 504")),
        ("12 Oak Ave, Apt 4B", ("12 Oak Ave", "Apt 4B")),
        ("12 Oak Ave #4", ("12 Oak Ave", "#4")),
        ("12 Oak Ave", ("12 Oak Ave", "")),
        ("Apt 4", ("Apt 4", "")),
        ("5 Suite St", ("5 Suite St", "")),
    ],
)
def test_a_unit_is_parted_from_its_street(line: str, parts: tuple[str, str]) -> None:
    assert split_unit(line) == parts


#: nobility, offices and couples: no patient is registered as one, and a name does not tell
NOT_OURS = {
    "Queen Elizabeth", "Lord God Almighty", "Jon Dough and", "John and Jane Aznar y Lopez", "His Excellency Lord Duncan",
    "Secretary of State Hillary Clinton", "US Magistrate Judge T Michael Putnam", "The Lord of the Universe", "King John V.",
}  # fmt: skip


def test_every_whole_name_of_the_corpus_is_taken_apart(data_dir: Path) -> None:
    cases = json.loads((data_dir / "strings" / "name_cases.json").read_text("utf-8"))["cases"]
    assert len(cases) == 60
    for case in (one for one in cases if one["input"] not in NOT_OURS):
        parts = split_name(case["input"])
        names = {
            "first": parts.given, "middle": parts.middle, "last": parts.family, "suffix": parts.suffix,
            "title": parts.title, "nickname": parts.nickname,
        }  # fmt: skip
        assert {key: names[key] for key in case["expect"]} == case["expect"], case["input"]


@given(st.text(max_size=60))
def test_any_text_can_be_taken_apart(text: str) -> None:
    split_name(text)
