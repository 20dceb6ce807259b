"""Dates and times as people type them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.kit.dates import month_of, parse_date, parse_time, show_date, show_time
from app.kit.money import MOST_CENTS, parse_money, show_money, show_short

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "3/1/70",
        "03011970",
        "030170",
        "1970-03-01",
        "Mar 1 1970",
        "1 March 1970",
        "mar 1, 70",
        "3-1-1970",
        "3.1.70",
        "1 de marzo de 1970",
        "March 1st 1970",
        "March 1st, 1970",
        "1 mar 70",
        "1-Mar-1970",
        "Mar. 1 '70",
        "1st of March 1970",
        "el 1º de marzo del 70",
        "1ro de marzo de 1970",
        "primero de marzo de 1970",
        "marzo 1, 1970",
        "1970/3/1",
        "19700301",
        "3 1 1970",
    ],
)
def test_ways_to_type_one_day(text: str) -> None:
    assert parse_date(text, TODAY, past_only=True) == date(1970, 3, 1)


@pytest.mark.parametrize(
    ("text", "past_only", "day"),
    [
        ("3/9/26", True, date(2026, 3, 9)),
        ("3/11/26", True, date(1926, 3, 11)),
        ("3/11/26", False, date(2026, 3, 11)),
        ("1/1/46", False, date(2046, 1, 1)),
        ("1/1/47", False, date(1947, 1, 1)),
        ("12/30", True, date(2025, 12, 30)),
        ("12/30", False, date(2025, 12, 30)),
        ("4/2", False, date(2026, 4, 2)),
        ("2/29/2024", True, date(2024, 2, 29)),
    ],
)
def test_years_left_out_or_short(text: str, past_only: bool, day: date) -> None:
    assert parse_date(text, TODAY, past_only=past_only) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("6/31/71", "June has 30 days. Is it 06/30/1971?"),
        ("2/29/2025", "February 2025 has 28 days. Is it 02/28/2025?"),
        ("13/1/1970", "The month comes first. Is it 01/13/1970?"),
        ("13/40/1970", "Months go from 01 to 12."),
        ("3/0/1970", "Days begin with 01. Is it 03/01/1970?"),
        ("3/11/2026", "03/11/2026 is still to come."),
        ("soon", "Type the date as 03/01/1970."),
        ("3/1/0070", "Type the year as 1970."),
        ("Mar 1 197", "Type the date as 03/01/1970."),
        ("Maria 1 1970", "Type the date as 03/01/1970."),
        ("19701301", "The month comes first. Is it 01/13/1970?"),
    ],
)
def test_what_is_said_about_a_day_that_is_none(text: str, sentence: str) -> None:
    with pytest.raises(ClinicError) as why:
        parse_date(text, TODAY, past_only=True)
    assert str(why.value) == sentence


@given(st.dates(date(1906, 1, 1), TODAY))
def test_what_is_shown_is_read_again(day: date) -> None:
    assert parse_date(show_date(day), TODAY, past_only=True) == day


MONTHS = (
    ("January", "enero"), ("February", "febrero"), ("March", "marzo"), ("April", "abril"), ("May", "mayo"),
    ("June", "junio"), ("July", "julio"), ("August", "agosto"), ("September", "septiembre"), ("October", "octubre"),
    ("November", "noviembre"), ("December", "diciembre"),
)  # fmt: skip


@given(st.dates(date(1927, 1, 1), TODAY), st.integers(0, 1), st.integers(3, 10), st.booleans())
def test_a_month_may_be_written_short_and_in_spanish(day: date, tongue: int, length: int, upper: bool) -> None:
    month = MONTHS[day.month - 1][tongue][:length]
    for text in (
        f"{month} {day.day} {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} de {month}. de {day.year}",
    ):
        assert parse_date(text.upper() if upper else text, TODAY, past_only=True) == day


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from("/-. "), st.booleans())
def test_figures_with_any_sign_between_them(day: date, sign: str, padded: bool) -> None:
    month, dom = (f"{day.month:02}", f"{day.day:02}") if padded else (str(day.month), str(day.day))
    assert parse_date(f"{month}{sign}{dom}{sign}{day.year}", TODAY) == day
    assert parse_date(f"{day.year}{sign}{month}{sign}{dom}", TODAY) == day
    assert parse_date(f"{day:%Y%m%d}", TODAY) == day == parse_date(f"{day:%m%d%Y}", TODAY)


@pytest.mark.parametrize("word", ["Maria", "Martin", "mayor", "junior", "ma", "decker", "", "sep."])
def test_a_name_is_no_month(word: str) -> None:
    assert (month_of(word) is None) is (word != "sep.")


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for parse in (lambda t: parse_date(t, TODAY), parse_time, parse_money):
        with suppress(ClinicError):
            parse(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9", time(9)), ("915", time(9, 15)), ("9:15", time(9, 15)), ("9:15a", time(9, 15)), ("1:30 pm", time(13, 30)),
        ("1330", time(13, 30)), ("1", time(13)), ("6:45", time(18, 45)), ("7", time(7)), ("12", time(12)), ("12am", time(0)),
        ("0130", time(1, 30)), ("12 p.m.", time(12)),
    ],
)  # fmt: skip
def test_times(text: str, at: time) -> None:
    assert parse_time(text) == at


@pytest.mark.parametrize("text", ["", "25", "9:70", "13 pm", "noonish", "0 am"])
def test_times_that_are_none(text: str) -> None:
    with pytest.raises(ClinicError):
        parse_time(text)


@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_a_time_shown_is_read_again(at: time) -> None:
    assert parse_time(show_time(at)) == at


@pytest.mark.parametrize(
    ("text", "cents"), [("25", 2500), ("25.5", 2550), ("$1,234.50", 123450), (".5", 50), ("0", 0), ("25.", 2500)]
)
def test_amounts(text: str, cents: int) -> None:
    assert parse_money(text) == cents


@pytest.mark.parametrize("text", ["", ".", "-5", "1,23", "25.555", "ten", "9" * 20])
def test_amounts_that_are_none(text: str) -> None:
    with pytest.raises(ClinicError):
        parse_money(text)


@given(st.integers(0, MOST_CENTS))
def test_an_amount_shown_is_read_again(cents: int) -> None:
    assert parse_money(show_money(cents)) == cents
    assert parse_money(show_short(cents)) == cents


def test_a_negative_amount_begins_with_a_minus() -> None:
    assert show_money(-150) == "−$1.50"
