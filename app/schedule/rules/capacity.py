"""Pure decisions about who fits where: pauses between visits, how many lie side by side, which payer and patient fit.

Every visit has a limit: how many may overlap its therapist's time while it lasts, itself counted. A type says so, a payer
who pays one-to-one says one. A visit fits where neither its own limit nor that of anybody there is passed; so one rule
serves both directions.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from app.core.paths import resource
from app.insurance.rules import PayerKind, Period
from app.schedule.rules.codes import ForWhom
from app.schedule.rules.ledger import Account
from app.schedule.rules.spans import Span, merged, overlap

#: a limit that nobody reaches
NO_LIMIT = 1_000
#: a patient seen longer ago is a new one again (CPT, new patient: no service within the past three years)
KNOWN_FOR = timedelta(days=3 * 365 + 1)


class Rule(StrEnum):
    """What a booking can go against; who may set one aside does so with a reason. What is taken is never set aside."""

    PAST = "past"
    WHO = "who"
    FOR_WHOM = "for-whom"
    LEAD = "lead"
    COVERAGE = "coverage"
    AUTHORIZATION = "authorization"
    HOURS = "hours"
    PAUSE = "pause"
    TOGETHER = "together"
    NO_ROOM = "no-room"


class Held(NamedTuple):
    """What a visit takes of a practitioner: its minutes, the pause it wants before and after, and its limit."""

    span: Span
    before: int = 0
    after: int = 0
    most: int = NO_LIMIT


class Seat(NamedTuple):
    """One place in a room, or one use of a piece of equipment, and when it is taken."""

    room_id: int
    lane: int
    taken: list[Span]


class Plan(NamedTuple):
    """A plan of a patient's: when it holds, which kind of payer it is; `rank` 1 is billed first."""

    period: Period
    kind: PayerKind
    rank: int = 1
    id: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a patient's past: the days of visits that take or took place, and when episodes began."""

    visits: tuple[date, ...] = ()
    episodes: tuple[date, ...] = ()

    def returning(self, day: date) -> bool:
        """Whether the patient comes back on that day: a visit in the three years before it, or an episode begun before."""
        seen = any(day - KNOWN_FOR <= one < day for one in self.visits)
        return seen or any(one < day for one in self.episodes)


@dataclass(frozen=True, slots=True)
class Needs:
    """What a visit type asks for a patient; nothing of it holds without being said.

    `may`: who does this type, empty: everybody. `plans`: the patient's; none: nobody knows yet who pays.
    """

    before: int = 0
    after: int = 0
    together: int | None = None
    lead: timedelta = timedelta(0)
    may: frozenset[int] = frozenset()
    for_whom: ForWhom = ForWhom.ANYBODY
    known: Known = field(default_factory=Known)
    plans: tuple[Plan, ...] = ()
    leave: Account | None = field(default=None, compare=False)
    room_kind: str = ""
    equipment_kind: str = ""

    def does(self, practitioner_id: int) -> bool:
        """Whether somebody does this visit type."""
        return not self.may or practitioner_id in self.may

    def suits(self, day: date) -> bool:
        """Whether the visit type is for this patient on that day."""
        if self.for_whom is ForWhom.ANYBODY:
            return True
        return self.known.returning(day) is (self.for_whom is ForWhom.RETURNING)

    def covered(self, day: date) -> bool:
        """Whether a plan holds on that day; true while no plan is known."""
        return not self.plans or plan_on(self.plans, day) is not None

    def paid(self, day: date) -> bool:
        """Whether the authorization pays for this visit on that day; true where none is asked for."""
        return self.leave is None or self.leave.pays(day)

    def good_day(self, day: date) -> bool:
        """Whether type, plan and authorization let this patient come on that day."""
        return self.paid(day) and self.suits(day) and self.covered(day)

    def most(self, day: date) -> int:
        """The limit of this visit on a day."""
        plan = plan_on(self.plans, day)
        return limit(self.together, plan.kind if plan else None, day)


#: nothing is asked for
NO_NEEDS = Needs()


def plan_on(plans: Iterable[Plan], day: date) -> Plan | None:
    """The plan that is billed first on a day, or None; of two of one rank the one written down later."""
    return min((one for one in plans if one.period.holds(day)), key=lambda one: (one.rank, -one.id), default=None)


@cache
def _one_to_one() -> tuple[tuple[PayerKind, Period], ...]:
    """The payers of the pack. Raises KeyError or ValueError for a pack that is not what it should be."""
    with resource("rules", "capacity.toml").open("rb") as file:
        pack = tomllib.load(file)
    return tuple(
        (PayerKind(row["payer_kind"]), Period(row.get("valid_from", pack["valid_from"]), row.get("valid_to")))
        for row in pack["one_to_one"]
        if row["source"]
    )


def one_to_one(kind: PayerKind | None, day: date) -> bool:
    """Whether a kind of payer pays for one patient at a time only (resources/rules/capacity.toml)."""
    return any(kind is paid and period.holds(day) for paid, period in _one_to_one())


def limit(together: int | None, kind: PayerKind | None, day: date) -> int:
    """How many visits may overlap a therapist's time while one of this type, so paid, lasts; itself counted."""
    return 1 if one_to_one(kind, day) else together or NO_LIMIT


def kept_free(held: Held, before: int, after: int) -> Span:
    """The minutes around a visit in which none with these pauses may lie: of two neighbours the longer pause counts."""
    return Span(held.span.start - max(held.before, after), held.span.end + max(held.after, before))


def full(held: Sequence[Held], most: int) -> list[Span]:
    """The minutes in which one more visit with the limit `most` would be one too many, in order."""
    edges = sorted({edge for one in held for edge in one.span})
    found = []
    for start, end in pairwise(edges):
        there = [one for one in held if one.span.start <= start and end <= one.span.end]
        if there and len(there) >= min(most, *(one.most for one in there)):
            found.append(Span(start, end))
    return merged(found)


def crowd(held: Iterable[Held], wanted: Span, most: int) -> Held | None:
    """The first visit with which `wanted` would be one too many, or None: the strictest of the first full minutes."""
    near = [one for one in held if overlap(one.span, wanted)]
    for span in full(near, most):
        if overlap(span, wanted):
            return min((one for one in near if overlap(one.span, span)), key=lambda one: (one.most, one.span))
    return None


def lanes_free(lanes: Sequence[Iterable[Held]], wanted: Span, before: int, after: int) -> Iterator[int]:
    """The lanes in which nothing overlaps `wanted`, the pauses of both neighbours kept."""
    for number, taken in enumerate(lanes):
        if not any(overlap(kept_free(one, before, after), wanted) for one in taken):
            yield number


def seat_free(seats: Iterable[Seat], wanted: Span, prefer: int | None = None) -> Seat | None:
    """The first place that is free, one of the room `prefer` before all others, or None."""
    free = (one for one in seats if not any(overlap(span, wanted) for span in one.taken))
    return min(free, key=lambda one: one.room_id != prefer, default=None) if prefer is not None else next(free, None)


class OverrideState(StrEnum):
    """Where leave to book against the rules stands."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    TAKEN_BACK = "taken-back"


def override_state(
    used_at: datetime | None, voided_at: datetime | None, expires_at: datetime, now: datetime
) -> OverrideState:
    """Where it stands now; a visit that used it keeps it whatever comes."""
    if used_at is not None:
        return OverrideState.USED
    if voided_at is not None:
        return OverrideState.TAKEN_BACK
    return OverrideState.EXPIRED if expires_at <= now else OverrideState.OPEN
