"""Stretches of time, checked minute by minute against the plainest way to say it."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.schedule.rules import Span, free_starts, is_late_cancel, nearest, open_spans, overlap
from app.schedule.rules.spans import covers, free_lane, merged, wall_span

ZONE = "America/Los_Angeles"
spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 200), st.integers(0, 60))
several = st.lists(spans, max_size=6)


def minutes_of(found: list[Span]) -> set[int]:
    return {minute for span in found for minute in range(span.start, span.end)}


@pytest.mark.peer("OM-23")
@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Span(60, 120), True),  # the same
        (Span(70, 110), True),  # inside
        (Span(50, 130), True),  # around
        (Span(30, 61), True),  # over the left edge
        (Span(119, 150), True),  # over the right edge
        (Span(0, 60), False),  # ends where it begins
        (Span(120, 180), False),  # begins where it ends
    ],
)
def test_overlap_shapes(other: Span, *, meets: bool) -> None:
    assert overlap(Span(60, 120), other) is meets
    assert overlap(other, Span(60, 120)) is meets


@given(spans.filter(lambda s: s.start < s.end), spans.filter(lambda s: s.start < s.end))
def test_overlap_is_a_shared_minute(one: Span, other: Span) -> None:
    assert overlap(one, other) == bool(minutes_of([one]) & minutes_of([other]))


@given(several, several)
def test_open_is_hours_less_closed(hours: list[Span], closed: list[Span]) -> None:
    found = open_spans(hours, closed)
    assert minutes_of(found) == minutes_of(hours) - minutes_of(closed)
    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(several)
def test_merged_keeps_the_minutes_apart(given_spans: list[Span]) -> None:
    found = merged(given_spans)
    assert minutes_of(found) == minutes_of(given_spans)
    assert all(one.end < other.start for one, other in pairwise(found))


@given(several, st.lists(several, min_size=1, max_size=3), st.integers(1, 60), st.sampled_from([5, 15]), spans)
def test_free_starts_agree_with_trying_every_minute(
    hours: list[Span], lanes: list[list[Span]], minutes: int, grid: int, early: Span
) -> None:
    found = free_starts(hours, lanes, minutes, grid=grid, not_before=early.start)
    tried = [
        start
        for start in range(early.start, 300)
        if start % grid == 0 and any(covers(open_spans(hours, taken), Span(start, start + minutes)) for taken in lanes)
    ]
    assert [one for one in found if one % grid == 0] == tried
    assert all(any(covers(open_spans(hours, taken), Span(one, one + minutes)) for taken in lanes) for one in found)


def test_a_gap_that_begins_off_the_grid_is_offered_from_its_first_minute() -> None:
    assert free_starts([Span(0, 120)], [[Span(0, 50)]], 45) == [50, 60, 75]


@given(st.lists(several, max_size=3), spans.filter(lambda s: s.start < s.end))
def test_the_first_lane_without_an_overlap_is_chosen(lanes: list[list[Span]], wanted: Span) -> None:
    busy = [any(overlap(one, wanted) for one in taken if one.start < one.end) for taken in lanes]
    free = free_lane([[one for one in taken if one.start < one.end] for taken in lanes], wanted)
    assert free == (busy.index(False) if False in busy else None)


def test_nearest_prefers_the_later_of_two() -> None:
    assert nearest([30, 60, 90], 75) == 90
    assert nearest([], 75) is None


@pytest.mark.parametrize(("ahead", "late"), [(24, False), (23.99, True), (0, True), (-1, True), (48, False)])
def test_late_cancel_is_inside_24_hours(ahead: float, *, late: bool) -> None:
    now = datetime(2026, 3, 10, 17, 40, tzinfo=UTC)
    assert is_late_cancel(now + timedelta(hours=ahead), now) is late


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 7), 24), (date(2026, 3, 8), 23), (date(2026, 11, 1), 25)])
def test_a_day_has_the_hours_it_has(day: date, hours: int) -> None:
    span = wall_span(day, time(0), time(0), ZONE)
    assert span.end - span.start == hours * 60
