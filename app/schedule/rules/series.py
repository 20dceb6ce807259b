"""Series: which days a rule gives, how a plan of care is spread, which time is the best in place of one that does not fit.

A rule is RFC 5545's, read by python-dateutil in the clinic's wall time: 9:00 stays 9:00 when the clocks change. Weeks start
on Monday, whatever the country does, and every rule of ours says so (WKST=MO): with an interval of two weeks that decides
which weeks are meant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from app.core.errors import ClinicError
from app.schedule.rules.ledger import Account

#: more visits than this in one series are a slip of the hand; what a rule without an end gives at most
MOST = 104
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: minutes by which a visit may be moved on its day before another practitioner is the smaller change
NEAR = 120
#: on which weekdays so many visits a week lie farthest apart
SPREAD: dict[int, tuple[int, ...]] = {
    1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4), 6: (0, 1, 2, 3, 4, 5), 7: tuple(range(7)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """Every week (or every `interval` weeks) on these weekdays, 0 is Monday: `count` visits from a day on."""

    starts_on: date
    weekdays: frozenset[int]
    count: int
    interval: int = 1


def rule_of(pattern: Pattern) -> str:
    """The RFC 5545 rule of a pattern. Raises ClinicError at `weekdays`, `count` or `interval`."""
    if not pattern.weekdays <= set(range(7)) or not pattern.weekdays:
        raise ClinicError("On which days of the week?", field="weekdays", next_step="Choose one at least.")
    if not 1 <= pattern.count <= MOST:
        raise ClinicError("A series has 1 to {limit} visits.", field="count", next_step="Check it.", limit=MOST)
    if not 1 <= pattern.interval <= 8:
        raise ClinicError("A series comes every 1 to {limit} weeks.", field="interval", limit=8)
    days = ",".join(WEEKDAYS[day] for day in sorted(pattern.weekdays))
    return f"FREQ=WEEKLY;INTERVAL={pattern.interval};WKST=MO;BYDAY={days};COUNT={pattern.count}"


def instances(rule: str, first: datetime, most: int = MOST) -> tuple[datetime, ...]:
    """The first wall times that a rule gives from one on. Raises ClinicError for what is no rule."""
    try:
        found = rrulestr(rule, dtstart=first, ignoretz=True)
        return tuple(islice(found, most))
    except (ValueError, TypeError, AttributeError) as why:
        raise ClinicError("This is no rule for a series.", field="rule", next_step="Choose the days again.") from why


def days_of(pattern: Pattern) -> tuple[date, ...]:
    """The days of a pattern, in order."""
    first = datetime.combine(pattern.starts_on, time())
    return tuple(at.date() for at in instances(rule_of(pattern), first))


def spread(visits_per_week: int, starts_on: date) -> frozenset[int]:
    """The weekdays of so many visits a week, as far apart as can be; one that begins midweek keeps its first day."""
    days = SPREAD.get(visits_per_week, SPREAD[5])
    first = starts_on.weekday()
    if first in days or visits_per_week > 3 or first > 4:
        return frozenset(days)
    moved = {1: (first,), 2: tuple(sorted((first, (first + 3) % 5 if first > 1 else first + 3)))}
    return frozenset(moved.get(visits_per_week, days))


@dataclass(frozen=True, slots=True)
class Offer:
    """A time with somebody; minutes since midnight of its day."""

    day: date
    minute: int
    practitioner_id: int


def how_far(offer: Offer, wished: Offer) -> tuple[int, ...]:
    """How much an offer differs from what was wished, the least first.

    The same day and practitioner at a time near by, then the same day with somebody else, then another time of that day,
    then the days after; of two times equally near the later one.
    """
    apart, days = abs(offer.minute - wished.minute), (offer.day - wished.day).days
    other = offer.practitioner_id != wished.practitioner_id
    if days:
        return (3, abs(days), other, apart, -offer.minute)
    return (2 if apart > NEAR else int(other), 0, other, apart, -offer.minute)


def best(offers: Iterable[Offer], wished: Offer) -> Offer | None:
    """The offer that differs least, or None."""
    return min(offers, key=lambda one: (*how_far(one, wished), one.practitioner_id), default=None)


def covered(days: Sequence[date | None], account: Account | None) -> tuple[bool, ...]:
    """Which of these days, in their order, an authorization pays for: it stops at its last visit and its last day.

    None is a visit that is not booked and uses nothing. Without an authorization nothing stops.
    """
    left = None if account is None else replace(account, days=set(account.days))
    answer: list[bool] = []
    for day in days:
        pays = left is None or day is None or left.pays(day)
        answer.append(pays)
        if left is not None and day is not None and pays:
            left.take(day)
    return tuple(answer)


@dataclass(frozen=True, slots=True)
class Lack:
    """What a payer has to be asked for: so many visits `more`, and for `late` dates a later last day than `ends_on`.

    `first` and `last` are the days that are not paid for.
    """

    more: int
    late: int
    first: date
    last: date


def lack(days: Sequence[date | None], account: Account) -> Lack | None:
    """What these days, in their order, need beyond an authorization; None where it pays for all.

    What is left of it counts for those after its last day: they need no more visits, only more time.
    """
    kept = replace(account, days=set(account.days))
    wanting = set[date]()
    for day in days:
        if day is not None and kept.pays(day):
            kept.take(day)
        elif day is not None:
            wanting.add(day)
    if not wanting:
        return None
    late = sum(1 for day in wanting if day > kept.leave.ends_on)
    return Lack(len(wanting) - min(late, max(kept.left, 0)), late, min(wanting), max(wanting))
