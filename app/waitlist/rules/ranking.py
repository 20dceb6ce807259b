"""Whom to call first for a hole, and why: facts in, order and words out. The weights are the pack's, `fill.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from app.core.paths import resource
from app.schedule.rules.capacity import Rule


class Barrier(StrEnum):
    """What stands in the way of booking somebody into a hole: what a call may settle first, the hardest last."""

    NO_AUTHORIZATION = "no-authorization"
    NO_COVERAGE = "no-coverage"
    PAUSE = "pause"
    ALONE = "alone"
    TOO_SOON = "too-soon"
    NO_ROOM = "no-room"
    CLOSED = "closed"
    TAKEN = "taken"
    ELSEWHERE = "elsewhere"
    WRONG_TYPE = "wrong-type"
    BUSY = "busy"
    DECLINED = "declined"


#: what a rule of booking is to somebody who would be called
OF_RULE: Mapping[Rule, Barrier] = {
    Rule.PAST: Barrier.CLOSED,
    Rule.WHO: Barrier.WRONG_TYPE,
    Rule.FOR_WHOM: Barrier.WRONG_TYPE,
    Rule.LEAD: Barrier.TOO_SOON,
    Rule.COVERAGE: Barrier.NO_COVERAGE,
    Rule.AUTHORIZATION: Barrier.NO_AUTHORIZATION,
    Rule.HOURS: Barrier.CLOSED,
    Rule.PAUSE: Barrier.PAUSE,
    Rule.TOGETHER: Barrier.ALONE,
    Rule.NO_ROOM: Barrier.NO_ROOM,
}


class WhyKind(StrEnum):
    """What speaks for or against somebody; `Why.value` is its figure."""

    PRIORITY = "priority"
    WAITED = "waited"
    SNUG = "snug"
    OWN_PRACTITIONER = "own-practitioner"
    WEEK_MISSING = "week-missing"
    NO_VISIT_AHEAD = "no-visit-ahead"
    SOONER = "sooner"
    ABSENCES = "absences"
    MILES = "miles"
    AUTHORIZED = "authorized"
    NO_ANSWER = "no-answer"
    NO_PHONE = "no-phone"
    OFFERED_ELSEWHERE = "offered-elsewhere"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of one person for one hole. None: not known, or does not apply. `broken`: what booking would refuse."""

    entry_id: int
    since: datetime
    days_waited: int
    priority: int
    minutes: int
    hole_minutes: int
    own_practitioner: bool = False
    week_missing: int = 0
    visit_ahead: bool = True
    days_sooner: int | None = None
    absences: int = 0
    miles: int | None = None
    authorized_left: int | None = None
    busy: bool = False
    broken: frozenset[Barrier] = frozenset()
    elsewhere: bool = False
    declined: bool = False
    no_answer: bool = False
    offered_elsewhere: bool = False
    no_phone: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """One fact and the points it is worth."""

    kind: WhyKind
    value: int
    points: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate's place: what stands in the way (first), the sum, and the facts behind it, the weightiest first."""

    entry_id: int
    points: int
    whys: tuple[Why, ...]
    barrier: Barrier | None = None


@cache
def weights() -> dict[str, Any]:
    """The pack. Raises KeyError where it is asked for what it has not."""
    with resource("rules", "fill.toml").open("rb") as file:
        return tomllib.load(file)


def barrier(one: Candidate) -> Barrier | None:
    """The hardest thing in the way."""
    found = set(one.broken)
    if one.authorized_left is not None and one.authorized_left <= 0:
        found.add(Barrier.NO_AUTHORIZATION)
    for kind, stands in (
        (Barrier.BUSY, one.busy), (Barrier.DECLINED, one.declined), (Barrier.ELSEWHERE, one.elsewhere),
    ):  # fmt: skip
        if stands:
            found.add(kind)
    return next((kind for kind in reversed(Barrier) if kind in found), None)


def whys(one: Candidate, pack: Mapping[str, Any]) -> tuple[Why, ...]:
    """Every fact that counts, or is worth saying (0 points), the weightiest first."""
    miles = one.miles or 0
    made = (
        Why(WhyKind.PRIORITY, one.priority, one.priority * pack["priority_step"]),
        Why(WhyKind.WAITED, one.days_waited, min(one.days_waited, pack["most_days_waited"]) * pack["day_waited"]),
        Why(WhyKind.SNUG, one.minutes, pack["snug"] * one.minutes // one.hole_minutes),
        Why(WhyKind.OWN_PRACTITIONER, int(one.own_practitioner), one.own_practitioner * pack["own_practitioner"]),
        Why(
            WhyKind.WEEK_MISSING,
            one.week_missing,
            min(one.week_missing * pack["week_missing"], pack["most_weeks_missing"]),
        ),
        Why(WhyKind.NO_VISIT_AHEAD, int(not one.visit_ahead), (not one.visit_ahead) * pack["no_visit_ahead"]),
        Why(WhyKind.SOONER, one.days_sooner or 0, 0),
        Why(WhyKind.ABSENCES, one.absences, max(one.absences * pack["absence"], pack["most_absence"])),
        Why(WhyKind.MILES, miles, -min(miles // pack["miles_for_a_point"], pack["most_miles_points"])),
        Why(WhyKind.AUTHORIZED, one.authorized_left or 0, 0),
        Why(WhyKind.NO_ANSWER, int(one.no_answer), one.no_answer * pack["no_answer"]),
        Why(WhyKind.NO_PHONE, int(one.no_phone), one.no_phone * pack["no_phone"]),
        Why(WhyKind.OFFERED_ELSEWHERE, int(one.offered_elsewhere), one.offered_elsewhere * pack["offered_elsewhere"]),
    )
    return tuple(sorted((why for why in made if why.value), key=lambda why: -abs(why.points)))


def rank(people: Iterable[Candidate]) -> tuple[Ranked, ...]:
    """Whom to call in which order: who has nothing in the way by points, of equals who waits longer; then the others."""
    pack, every = weights(), {one.entry_id: one for one in people}
    found = []
    for one in every.values():
        facts = whys(one, pack)
        found.append(Ranked(one.entry_id, sum(why.points for why in facts), facts, barrier(one)))
    order = list(Barrier)
    return tuple(
        sorted(
            found,
            key=lambda made: (
                -1 if made.barrier is None else order.index(made.barrier),
                -made.points,
                every[made.entry_id].since,
                made.entry_id,
            ),
        )
    )
