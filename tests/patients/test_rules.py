"""Keys, names, phones, dates and searches, as rules."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.patients.rules.asking import parse_search
from app.patients.rules.calling import name_words
from app.patients.rules.folding import KEY_LENGTH, fold, id_key, phone_key, show_mrn, show_name, show_phone
from app.patients.rules.people import Person, age_on, cleaned, search_keys
from app.patients.rules.writing import clean, clean_phone

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Núñez", "nunez"),
        ("NU\u0301N\u0303EZ", "nunez"),
        ("Straße", "strasse"),
        ("O'Neil-Smith", "oneil smith"),
        ("O’Neil", "oneil"),
        ("İpek", "ipek"),
        ("Işık", "isik"),
        ("Łukasz Øre", "lukasz ore"),
        ("ﬁsher", "fisher"),
        ("Ａｎｎａ", "anna"),
        ("Nguyễn  Thị", "nguyen thi"),
        ("a\u202eb\u200bc", "abc"),
        ("100%_x", "100 x"),
        ("李 小龍", "李 小龍"),
        ("김철수", "김철수"),
        ("'; DROP TABLE patient;--", "drop table patient"),
        ("\ud800x", "x"),
        ("e" + "\u0301" * 1000, "e"),
        ("%", ""),
    ],
)
def test_a_key_is_bare(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_a_key_is_stable(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert len(key) <= KEY_LENGTH
    assert fold(f"  {text} ") == key
    assert fold(unicodedata.normalize("NFD", text)) == key == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=50), st.text(max_size=50))
def test_a_key_holds_words_alone_and_is_made_word_by_word(one: str, two: str) -> None:
    assert fold(f"{one} {two}") == " ".join(part for part in (fold(one), fold(two)) if part)[:KEY_LENGTH].rstrip()
    assert not set(fold(one)) & set("%_*?'\"\\;-\n\t\0")


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=20))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.lower()) == fold(text)


@pytest.mark.parametrize("text", ["a\0b", "a\x1b[2Jb", "a\nb", "a\x0bb", "a\u202eb", "a\ud800b", "a\u2028b"])
def test_unseen_signs_are_refused(text: str) -> None:
    with pytest.raises(ClinicError) as caught:
        clean(text, "family", 120)
    assert caught.value.field == "family"


def test_edges_are_trimmed_and_lines_kept_in_notes() -> None:
    assert clean("\u200b Ann\ufeff\n", "family", 120) == "Ann"
    assert clean("one\r\ntwo", "text", 120, lines=True) == "one\ntwo"
    assert clean("Jose\u0301", "given", 120) == "José"
    assert clean("👩‍⚕️", "given", 120) == "👩‍⚕️"
    with pytest.raises(ClinicError):
        clean("x" * 121, "family", 120)


@given(st.text(max_size=130))
def test_cleaning_is_stable(text: str) -> None:
    try:
        once = clean(text, "family", 120)
    except ClinicError:
        return
    assert clean(once, "family", 120) == once
    once.encode()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5595550142", "(559) 555-0142"),
        ("1-559-555-0142", "(559) 555-0142"),
        ("+1 559.555.0142", "(559) 555-0142"),
        ("(559)555-0142 ext 12", "(559) 555-0142 x12"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("", ""),
    ],
)
def test_a_phone_has_one_form(typed: str, shown: str) -> None:
    assert clean_phone(typed, "phone") == shown == clean_phone(shown, "phone")


@pytest.mark.parametrize("typed", ["555-0142", "call 5595550142", "55955501421", "+44"])
def test_a_wrong_phone_is_told_at_its_field(typed: str) -> None:
    with pytest.raises(ClinicError) as caught:
        clean_phone(typed, "other_phone")
    assert caught.value.field == "other_phone"
    assert "this one has 10" not in str(caught.value)


def test_keys_of_numbers() -> None:
    assert phone_key("+1 (559) 555-0142 x12") == "2410555955"
    assert show_phone("559 555 0142") == "(559) 555-0142"
    assert id_key("XEH 884-201 776") == "xeh884201776"
    assert [show_mrn(one) for one in ("7", "104882", "1104882", "A-7")] == ["7", "104 882", "1 104 882", "A-7"]
    assert [show_name("Núñez", "Ana"), show_name("Cher", "")] == ["Núñez, Ana", "Cher"]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(2000, 2, 29), date(2028, 2, 29), 28),
        (date(2026, 3, 10), date(2026, 3, 10), 0),
        (date(2026, 3, 11), date(2026, 3, 10), 0),
    ],
)
def test_age(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@pytest.mark.parametrize(
    "text",
    [
        "3/1/70", "03011970", "030170", "19700301", "1970-03-01", "1970/3/1", "3-1-1970", "3.1.70", "3 1 1970",
        "Mar 1 1970", "MARCH 1 70", "March 1st, 1970", "Mar-01-1970", "1 mar 70", "1-Mar-1970", "1st of March 1970",
        "1 de marzo de 1970", "1º de marzo del 70", "el 1 de marzo de 1970", "primero de marzo de 1970", "marzo 1, 1970",
    ],
)  # fmt: skip
def test_a_birth_date_is_read(text: str) -> None:
    assert parse_search(text, TODAY).births == (date(1970, 3, 1),)
    beside = parse_search(f"smith {text} jo", TODAY)
    assert (beside.births, beside.names) == ((date(1970, 3, 1),), ("smith", "jo"))


@pytest.mark.parametrize("text", ["Martin 3 70", "Mayor 3 1970", "Junior 5 1970", "12 34 56", "559 555 0142"])
def test_a_name_or_a_number_is_no_birth_date(text: str) -> None:
    assert parse_search(text, TODAY).births == ()


@given(st.dates(min_value=date(1927, 1, 1), max_value=TODAY))
def test_a_two_digit_year_is_never_in_the_future(born: date) -> None:
    asked = parse_search(f"{born.month}/{born.day}/{born.year % 100:02}", TODAY)
    assert all(one <= TODAY for one in asked.births)
    assert all((one.month, one.day, one.year % 100) == (born.month, born.day, born.year % 100) for one in asked.births)


@given(st.dates(min_value=date(1927, 1, 1), max_value=TODAY))
def test_every_written_form_of_a_date_is_read(born: date) -> None:
    for text in (f"{born:%m/%d/%Y}", f"{born:%Y-%m-%d}", f"{born:%m%d%Y}", f"{born:%b} {born.day} {born.year}"):
        assert parse_search(f"x {text}", TODAY).births == (born,)


def test_a_search_is_taken_apart() -> None:
    assert parse_search("smi jo", TODAY).names == ("smi", "jo")
    asked = parse_search("Smith, John 0142", TODAY)
    assert (asked.family, asked.names, asked.digits) == (("smith",), ("john",), "0142")
    assert parse_search("(559) 555-0142", TODAY).digits == "5595550142"
    assert parse_search("104 882", TODAY).digits == "104882"
    assert parse_search("XEH884201776", TODAY).number == "xeh884201776"
    wrong = parse_search("nunez maria 6/31/71", TODAY)
    assert (wrong.names, wrong.births, wrong.birth_text) == (("nunez", "maria"), (), "6/31/71")
    assert wrong.plain_names == ("nunez", "maria")


@pytest.mark.parametrize("text", ["", " ", "%", "_", "s", "%%%", "12", "'", "\0", "\u202e", ".", "- -"])
def test_a_search_for_nothing_says_nothing(text: str) -> None:
    assert not parse_search(text, TODAY).says_something


@given(st.text(max_size=250))
def test_any_text_can_be_searched_for(text: str) -> None:
    asked = parse_search(text, TODAY)
    assert all(born <= TODAY for born in asked.births)
    assert all(name == fold(name) for name in asked.names)


def test_a_person_is_cleaned() -> None:
    person = cleaned(Person(family="", given=" Cher ", phone="5595550142", postal_code="932911234"), TODAY)
    assert (person.family, person.given, person.phone, person.postal_code) == (
        "Cher",
        "",
        "(559) 555-0142",
        "93291-1234",
    )
    assert cleaned(Person(family="Null", given="Test"), TODAY).family == "Null"


@pytest.mark.parametrize(
    ("person", "field"),
    [
        (Person(family=""), "family"),
        (Person(family="%"), "family"),
        (Person(family="A\0"), "family"),
        (Person(family="A\0b"), "family"),
        (Person(family="A", birth_date=date(2026, 3, 11)), "birth_date"),
        (Person(family="A", birth_date=date(1899, 1, 1)), "birth_date"),
        (Person(family="A", email="a@b"), "email"),
        (Person(family="A", postal_code="9329"), "postal_code"),
        (Person(family="A", emergency_phone="1"), "emergency_phone"),
        (Person(family="A" * 121), "family"),
        (Person(family="A", race="2106-3,white"), "race"),
        (Person(family="A", race="2106-3,asked-declined"), "race"),
        (Person(family="A", ethnicity="2106-3"), "ethnicity"),
        (Person(family="A", language="Klingon tongue"), "language"),
        (Person(family="A", phone_use="car"), "phone_use"),
    ],
)
def test_what_cannot_be_taken_names_its_field(person: Person, field: str) -> None:
    with pytest.raises(ClinicError) as caught:
        cleaned(person, TODAY)
    assert caught.value.field == field


def test_keys_of_a_person() -> None:
    full = Person(
        family="de la Cruz", given="Iván", middle="T", preferred_name="Vancho", birth_date=TODAY, phone="5595550142",
        other_phone="(559) 555-0142", email="I@Example.org", external_id="A-77",
    )  # fmt: skip
    assert set(search_keys(full)) == {
        ("phone", "2410555955"), ("email", "i@example.org"), ("number", "a77")
    }  # fmt: skip
    assert name_words(full) == (("de", "la", "cruz", "ivan"), ("vancho",))
    assert "neil" in name_words(Person(family="O’Neil"))[1]
