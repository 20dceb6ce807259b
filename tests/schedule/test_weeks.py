"""How a day's hours are read and written, and what rows make of weeks."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.schedule.rules.weeks import (
    Day,
    HoursRow,
    checked_day,
    day_hours,
    minutes_of,
    shared_days,
    templates,
    week_minutes,
)
from app.schedule.rules.written import read_day, write_day

MONDAY = date(2026, 3, 9)


def said(text: str) -> list[str]:
    """What a text is read as, by the 24-hour clock."""
    return [f"{start:%H:%M}-{end:%H:%M}" for start, end in read_day(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("8-12, 1-5", "08:00-12:00 13:00-17:00"),
        ("1-5, 8-12", "08:00-12:00 13:00-17:00"),
        ("8 – 12;1—5", "08:00-12:00 13:00-17:00"),
        ("7-6", "07:00-18:00"),
        ("12-8", "12:00-20:00"),
        ("6-2", "06:00-14:00"),
        ("1-5", "13:00-17:00"),
        ("5-1", "05:00-13:00"),
        ("7-11, 6-8", "07:00-11:00 18:00-20:00"),
        ("9-11 and 11:30-2 & 3-8", "09:00-11:00 11:30-14:00 15:00-20:00"),
        ("8:30am to 5pm", "08:30-17:00"),
        ("8a-5p", "08:00-17:00"),
        ("10 A.M. - 7 p.m.", "10:00-19:00"),
        ("0800-1200 13-17", "08:00-12:00 13:00-17:00"),
        ("830-1215, 1-530", "08:30-12:15 13:00-17:30"),
        ("8.30-12.15", "08:30-12:15"),
        ("8 a 12 y 1 a 5", "08:00-12:00 13:00-17:00"),
        ("mediodía-6", "12:00-18:00"),
        ("8pm-midnight", "20:00-00:00"),
        ("20-24", "20:00-00:00"),
        ("8-12, 12-5", "08:00-17:00"),
        ("８-１２", "08:00-12:00"),
        ("", ""),
        ("  ", ""),
        ("closed", ""),
        ("Cerrado", ""),
        ("–", ""),
    ],
)
def test_people_write_hours_in_many_ways(text: str, wanted: str) -> None:
    assert said(text) == wanted.split()


@pytest.mark.parametrize(
    "text",
    ["8", "8-", "abc", "8-12-5", "8-25", "13pm-14", "8-12, 11-3", "5pm-8am", "8:70-9", "8-12 maybe 1-5", "8-12, 1"],
)
def test_what_is_no_day_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ClinicError) as told:
        read_day(text)
    assert "8-12, 1-5" in told.value.advice


def test_a_day_has_so_many_stretches() -> None:
    with pytest.raises(ClinicError):
        read_day("7-8, 9-10, 11-12, 13-14, 15-16, 17-18, 19-20")


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Any day: stretches in order that do not touch, to the minute."""
    cuts = draw(st.lists(st.integers(0, 1440), unique=True, max_size=12).filter(lambda one: len(one) % 2 == 0))
    row = sorted(cuts)
    return tuple(
        (time(start // 60, start % 60), time(end // 60 % 24, end % 60))
        for start, end in zip(row[::2], row[1::2], strict=True)
    )


@given(days())
def test_what_is_written_is_read_as_the_same(day: Day) -> None:
    assert read_day(write_day(day)) == day
    assert read_day(write_day(day).upper()) == day
    assert checked_day(tuple(reversed(day))) == day


@given(st.text(st.sampled_from("0123456789:.-–, apmtoy&"), max_size=24) | st.text(max_size=12))
def test_whatever_is_typed_gives_a_day_or_a_sentence(text: str) -> None:
    try:
        day = read_day(text)
    except ClinicError:
        return
    edges = [edge for one in day for edge in minutes_of(one)]
    assert edges == sorted(set(edges))
    assert read_day(write_day(day)) == day


def test_the_usual_weeks_are_written_short() -> None:
    assert write_day(read_day("08:00-12:00, 13:00-17:00")) == "8-12, 1-5"
    assert write_day(read_day("20:00-24:00")) == "8pm-12am"
    assert write_day(()) == ""


@pytest.mark.parametrize("day", [((time(9), time(8)),), ((time(8), time(10)), (time(9), time(11)))])
def test_a_day_that_makes_no_sense(day: Day) -> None:
    with pytest.raises(ClinicError):
        checked_day(day)


@st.composite
def rows(draw: st.DrawFn) -> list[HoursRow]:
    """Rows as changes leave them: perhaps several templates, with ends and without."""
    found = []
    for _ in range(draw(st.integers(0, 6))):
        first = MONDAY + timedelta(days=draw(st.integers(0, 40)))
        more = draw(st.none() | st.integers(0, 40))
        last = None if more is None else first + timedelta(days=more)
        hour = draw(st.integers(7, 15))
        found.append(HoursRow(draw(st.integers(0, 6)), time(hour), time(hour + 2), first, last))
    return found


@given(rows(), st.integers(-3, 100))
def test_templates_say_the_same_as_the_rows(made: list[HoursRow], after: int) -> None:
    day = MONDAY + timedelta(days=after)
    weeks = templates(made)
    holding = [one for one in weeks if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)]
    assert len(holding) <= 1
    assert (holding[0].week[day.weekday()] if holding else ()) == day_hours(made, day)
    assert all(week_minutes(one.week) for one in weeks)
    for earlier, later in pairwise(weeks):
        assert earlier.valid_to is not None
        assert earlier.valid_to < later.valid_from


def test_days_that_two_stretches_of_days_share() -> None:
    friday = MONDAY + timedelta(days=4)
    assert list(shared_days((MONDAY, None), (MONDAY, None), 4)) == [friday, friday + timedelta(weeks=26)]
    assert list(shared_days((MONDAY, friday), (MONDAY, None), 4)) == [friday]
    assert list(shared_days((MONDAY, friday - timedelta(days=1)), (MONDAY, None), 4)) == []
