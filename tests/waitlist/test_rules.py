"""Who fits a hole, and in which order they are called."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.waitlist.rules import Barrier, Candidate, Hole, Misfit, Want, WhyKind, check_want, misfit, rank
from app.waitlist.rules.plans import missing, week_of

TUESDAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 22, tzinfo=UTC)
HOLE = Hole(1, 7, TUESDAY, time(15), time(15, 45), 45, AT)
WANT = Want(45, frozenset({1}))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"minutes": 30}, None),
        ({"minutes": 46}, Misfit.LENGTH),
        ({"locations": frozenset({2})}, Misfit.LOCATION),
        ({"locations": frozenset({1, 2})}, None),
        ({"practitioners": frozenset({8})}, Misfit.PRACTITIONER),
        ({"practitioners": frozenset({7, 8})}, None),
        ({"weekdays": 0b0010101}, Misfit.DAY),  # Monday, Wednesday, Friday
        ({"weekdays": 0b0000010}, None),
        ({"from_time": time(15)}, None),
        ({"from_time": time(15, 1)}, Misfit.TIME),
        ({"to_time": time(15, 45)}, None),
        ({"to_time": time(15, 44)}, Misfit.TIME),
        ({"until": TUESDAY}, None),
        ({"until": date(2026, 3, 9)}, Misfit.OVER),
        ({"later": AT + timedelta(days=1)}, None),
        ({"later": AT}, Misfit.NOT_SOONER),
    ],
)
def test_what_fits(changed: dict[str, object], why: Misfit | None) -> None:
    assert misfit(replace(WANT, **changed), HOLE) is why  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "values"),
    [
        ("minutes", (0, 127, None, None, 0, None)),
        ("weekdays", (45, 0, None, None, 0, None)),
        ("weekdays", (45, 128, None, None, 0, None)),
        ("to_time", (45, 127, time(15), time(15), 0, None)),
        ("priority", (45, 127, None, None, 4, None)),
        ("until", (45, 127, None, None, 0, date(2026, 3, 9))),
    ],
)
def test_a_wish_that_cannot_be_is_refused_at_its_field(at: str, values: tuple[object, ...]) -> None:
    with pytest.raises(ClinicError) as told:
        check_want(*values, TUESDAY)  # type: ignore[arg-type]
    assert told.value.field == at


PLAIN = Candidate(1, AT, 0, 0, 45, 45)


def order(*people: Candidate) -> list[int]:
    return [one.entry_id for one in rank(people)]


def test_priority_goes_before_a_long_wait_and_a_wait_before_nothing() -> None:
    urgent, patient, new = (
        replace(PLAIN, entry_id=1, priority=2),
        replace(PLAIN, entry_id=2, days_waited=25),
        replace(PLAIN, entry_id=3),
    )
    assert order(new, patient, urgent) == [1, 2, 3]


def test_who_misses_visits_and_who_lives_far_comes_later() -> None:
    far, missed = replace(PLAIN, entry_id=2, miles=24), replace(PLAIN, entry_id=3, absences=2)
    assert order(missed, far, PLAIN) == [1, 2, 3]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"busy": True}, Barrier.BUSY),
        ({"broken": frozenset({Barrier.PAUSE, Barrier.WRONG_TYPE})}, Barrier.WRONG_TYPE),
        ({"broken": frozenset({Barrier.NO_COVERAGE})}, Barrier.NO_COVERAGE),
        ({"authorized_left": 0}, Barrier.NO_AUTHORIZATION),
        ({"declined": True}, Barrier.DECLINED),
        ({"elsewhere": True}, Barrier.ELSEWHERE),
    ],
)
def test_what_stands_in_the_way_goes_below_everybody(changed: dict[str, object], what: Barrier) -> None:
    hindered = replace(PLAIN, entry_id=2, priority=3, **changed)  # type: ignore[arg-type]
    made = rank([hindered, PLAIN])
    assert [one.entry_id for one in made] == [1, 2]
    assert made[1].barrier is what


def test_every_why_is_said_with_its_figure() -> None:
    known = replace(
        PLAIN, priority=1, days_waited=12, own_practitioner=True, week_missing=2, miles=6, authorized_left=4
    )
    said = {why.kind: (why.value, why.points) for why in rank([known])[0].whys}
    assert said == {
        WhyKind.PRIORITY: (1, 30), WhyKind.WAITED: (12, 12), WhyKind.SNUG: (45, 10), WhyKind.OWN_PRACTITIONER: (1, 15),
        WhyKind.WEEK_MISSING: (2, 24), WhyKind.MILES: (6, -3), WhyKind.AUTHORIZED: (4, 0),
    }  # fmt: skip


CANDIDATES = st.builds(
    Candidate, st.integers(1, 50), st.just(AT), st.integers(0, 400), st.integers(0, 3), st.integers(5, 45), st.just(45),
    absences=st.integers(0, 9), miles=st.none() | st.integers(0, 300), busy=st.booleans(), declined=st.booleans(),
)  # fmt: skip


@given(st.lists(CANDIDATES, unique_by=lambda one: one.entry_id), st.randoms())
def test_the_order_does_not_turn_on_the_order_asked(people: list[Candidate], chance: object) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    made = rank(people)
    assert made == rank(shuffled)
    free = [one for one in made if one.barrier is None]
    assert list(made[: len(free)]) == free
    assert [one.points for one in free] == sorted((one.points for one in free), reverse=True)


@given(CANDIDATES, st.integers(1, 3))
def test_one_more_absence_never_helps(one: Candidate, more: int) -> None:
    assert rank([replace(one, absences=one.absences + more)])[0].points <= rank([one])[0].points


def test_a_week_begins_on_monday() -> None:
    assert week_of(TUESDAY) == (date(2026, 3, 9), date(2026, 3, 15))
    assert week_of(date(2026, 3, 15)) == (date(2026, 3, 9), date(2026, 3, 15))
    assert [missing(3, booked) for booked in (0, 1, 3, 4)] == [3, 2, 0, 0]
