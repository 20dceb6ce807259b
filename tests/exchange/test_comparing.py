"""Columns and dates of files whose records are compared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.exchange.rules.comparing import birth_texts, columns_of, place_of, ready

TODAY = date(2026, 3, 10)


def test_columns_in_one_text_or_several() -> None:
    assert columns_of(["last=family, dob=birth_date", "cell = phone"]) == {
        "last": "family", "dob": "birth_date", "cell": "phone",
    }  # fmt: skip


@pytest.mark.parametrize("texts", [[], [""], ["last"], ["last=surname"], ["=family"]])
def test_columns_that_say_nothing(texts: list[str]) -> None:
    with pytest.raises(ClinicError) as told:
        columns_of(texts)
    assert "birth_date" in told.value.advice


@pytest.mark.parametrize(
    ("column", "place"), [("Last Name", 1), ("last_name", 1), ("LAST NAME", 1), ("dob", 2), ("none", None), ("", None)]
)
def test_a_column_is_found_by_its_words(column: str, place: int | None) -> None:
    assert place_of(["id", "LastName", "DOB"], column) == place


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["19710630", " 19729518 ", "1990314"], ["19710630", "19729518", "1990314"]),
        (
            ["1971-06-30", "1971/6/3", "1971-06-30 00:00:00", "1971-19-05"],
            ["19710630", "19710603", "19710630", "19711905"],
        ),
        (["6/30/1971", "7/4/1980"], ["19710630", "19800704"]),
        (["30/6/1971", "4/7/1980"], ["19710630", "19800704"]),
        (["06301971", "07041980"], ["19710630", "19800704"]),
        (["6/30/71", "7/4/05"], ["19710630", "20050704"]),
        (["Mar 1, 1970", "1 March 1970"], ["19700301", "19700301"]),
        (["1970", "", "unknown"], ["1970", "", ""]),
    ],
)
def test_dates_of_a_file(texts: list[str], wanted: list[str]) -> None:
    assert birth_texts(texts, TODAY) == wanted


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_text_is_read_as_a_date_or_digits(texts: list[str]) -> None:
    for birth in birth_texts(texts, TODAY):
        assert not birth or birth.isdecimal()
        assert len(birth) <= 8


def test_two_phones_and_an_address_in_two_columns() -> None:
    (made,) = ready(
        [{"phone": ["559 555 0142", "5595550143"], "address_line": ["512 Main", "Street"], "given": [" Ana "]}], TODAY
    )
    assert (made.phones, made.number, made.street, made.given) == (("5595550142", "5595550143"), "512", "mainst", "ana")
