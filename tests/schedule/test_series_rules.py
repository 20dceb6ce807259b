"""The days of a series against libical's corpus, the spread of a plan, the best alternative, and where it stops."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.schedule.rules.ledger import Account, Leave
from app.schedule.rules.series import MOST, Offer, Pattern, best, covered, days_of, instances, lack, rule_of, spread

MONDAY = date(2026, 3, 9)
STAMP = "%Y%m%dT%H%M%S"


def stamp(written: str) -> str:
    """A date, or a date with its time, as one with its time."""
    return written[:15] if "T" in written else f"{written}T000000"


def test_every_case_of_the_corpus(data_dir: Path) -> None:
    cases = json.loads((data_dir / "ical" / "recurrence_cases.json").read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= 20
    for case in cases:
        first = datetime.strptime(stamp(case["dtstart"]), STAMP)  # noqa: DTZ007 - wall time
        found = instances(case["rrule"], first, len(case["instances"]) + 1)
        told = [datetime.strptime(stamp(one), STAMP) for one in case["instances"]]  # noqa: DTZ007
        assert list(found[: len(told)]) == told, case["comment"]


def test_three_times_a_week_for_four_weeks() -> None:
    pattern = Pattern(MONDAY, spread(3, MONDAY), 12)
    assert rule_of(pattern) == "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO,WE,FR;COUNT=12"
    days = days_of(pattern)
    assert (len(days), days[0], days[-1]) == (12, MONDAY, date(2026, 4, 3))
    assert {day.weekday() for day in days} == {0, 2, 4}


def test_weeks_start_on_monday() -> None:
    """Every second week, Sunday and Monday from a Sunday on: the Monday after belongs to the week that is left out."""
    days = days_of(Pattern(date(2026, 3, 8), frozenset({0, 6}), 4, interval=2))
    assert days == (date(2026, 3, 8), date(2026, 3, 16), date(2026, 3, 22), date(2026, 3, 30))


@pytest.mark.parametrize(
    ("often", "first", "wanted"),
    [(1, 2, {2}), (2, 0, {0, 3}), (2, 1, {1, 4}), (2, 2, {0, 2}), (3, 3, {0, 2, 4}), (7, 0, set(range(7)))],
)
def test_a_plan_is_spread_over_the_week(often: int, first: int, wanted: set[int]) -> None:
    assert spread(often, MONDAY + timedelta(days=first)) == wanted


@pytest.mark.parametrize(
    ("pattern", "field"),
    [
        (Pattern(MONDAY, frozenset(), 3), "weekdays"),
        (Pattern(MONDAY, frozenset({7}), 3), "weekdays"),
        (Pattern(MONDAY, frozenset({1}), 0), "count"),
        (Pattern(MONDAY, frozenset({1}), MOST + 1), "count"),
        (Pattern(MONDAY, frozenset({1}), 2, 9), "interval"),
    ],
)
def test_what_is_no_series_is_told_at_its_field(pattern: Pattern, field: str) -> None:
    with pytest.raises(ClinicError) as told:
        rule_of(pattern)
    assert told.value.field == field


@pytest.mark.parametrize("rule", ["", "FREQ=NEVER", "no rule", "FREQ=WEEKLY;BYDAY=XX", "RRULE", "FREQ"])
def test_what_is_no_rule_is_told(rule: str) -> None:
    with pytest.raises(ClinicError):
        instances(rule, datetime.combine(MONDAY, time()))


def test_a_rule_without_an_end_is_cut() -> None:
    assert len(instances("FREQ=DAILY", datetime.combine(MONDAY, time()))) == MOST


@given(
    st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, MOST),
    st.integers(1, 8),
)  # fmt: skip
def test_days_are_a_walk_through_the_calendar(first: date, weekdays: frozenset[int], count: int, interval: int) -> None:
    week, walked, day = first - timedelta(days=first.weekday()), [], first
    while len(walked) < count:
        if (day - week).days // 7 % interval == 0 and day.weekday() in weekdays:
            walked.append(day)
        day += timedelta(days=1)
    assert list(days_of(Pattern(first, weekdays, count, interval))) == walked


def test_the_best_alternative() -> None:
    wished = Offer(MONDAY, 600, 1)
    later, else_, far, tomorrow = (
        Offer(MONDAY, 645, 1), Offer(MONDAY, 600, 2), Offer(MONDAY, 900, 1), Offer(MONDAY + timedelta(days=1), 600, 1),
    )  # fmt: skip
    assert best([tomorrow, far, else_, later], wished) == later
    assert best([tomorrow, far, else_], wished) == else_
    assert best([tomorrow, far], wished) == far
    assert best([tomorrow], wished) == tomorrow
    assert best([], wished) is None


LEAVE = Leave(12, MONDAY, MONDAY + timedelta(days=30))


@given(
    st.lists(st.none() | st.dates(MONDAY, MONDAY + timedelta(days=40)), max_size=20),
    st.integers(-2, 15),
    st.sets(st.dates(MONDAY, MONDAY + timedelta(days=40)), max_size=5),
)
def test_a_series_stops_at_the_last_authorized_visit(days: list[date | None], left: int, booked: set[date]) -> None:
    before = {day for day in booked if LEAVE.holds(day)}
    answer = covered(days, Account(LEAVE, left, days=set(before)))
    paid = [day for day, pays in zip(days, answer, strict=True) if pays and day is not None]
    assert all(LEAVE.holds(day) for day in paid)
    could = {day for day in days if day is not None and LEAVE.holds(day)} - before
    assert len(set(paid) - before) == min(len(could), max(0, left))
    assert all(day in paid for day in days if day in before)  # a day that counts already costs nothing more
    assert all(covered(days, None))


@given(
    st.lists(st.none() | st.dates(MONDAY, MONDAY + timedelta(days=40)), max_size=20),
    st.integers(0, 15),
    st.sets(st.dates(MONDAY, MONDAY + timedelta(days=30)), max_size=5),
)
def test_what_is_asked_for_is_enough_and_not_more(days: list[date | None], left: int, booked: set[date]) -> None:
    given = Account(LEAVE, left, days=set(booked))
    asked = lack(days, given)
    if asked is None:
        assert all(covered(days, given))
        return
    end = max(LEAVE.ends_on, asked.last) if asked.late else LEAVE.ends_on
    later = replace(LEAVE, ends_on=end)
    assert all(covered(days, Account(later, left + asked.more, days=set(booked))))
    assert not asked.more or not all(covered(days, Account(later, left + asked.more - 1, days=set(booked))))
    assert not asked.late or not all(covered(days, Account(LEAVE, 99, days=set(booked))))
