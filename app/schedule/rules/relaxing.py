"""Why nothing fits, and what would make it fit: one wish given up at a time, the smallest step that helps, and how often."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from app.schedule.rules.openings import EVERY_DAY, MOST_DAYS, Match, Wish

#: steps of the clock, and of a visit's minutes; the shortest visit that is proposed
CLOCK_STEP, MINUTES_STEP, SHORTEST_OFFER = 30, 15, 15
#: how many days further a search may look
FURTHER = 28
#: how many days of the week are proposed
DAYS_OFFERED = 2


class Relaxed(StrEnum):
    """What is given up."""

    DAY = "day"
    EARLIER = "earlier"
    LATER_IN_THE_DAY = "later in the day"
    WHO = "who"
    WHERE = "where"
    FEWER = "fewer a week"
    SHORTER = "shorter"
    LONGER_AHEAD = "longer ahead"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A wish that has answers: what was changed, how many times to begin there are, and the first day of one."""

    what: Relaxed
    wish: Wish
    times: int
    first: date
    name: str = ""


#: the answers to a wish, week by week
Answer = Callable[[Wish], Iterable[list[Match]]]


@dataclass(frozen=True, slots=True)
class Around:
    """What else could be wished: everyone by name, locations by miles and name, and how long the visit type is."""

    people: Mapping[int, str]
    places: tuple[tuple[int, str], ...] = ()
    minutes: int = 0

    @property
    def reach(self) -> int:
        """How many miles around has to be known."""
        return max((miles for miles, _ in self.places), default=0)


def relaxations(wish: Wish, around: Around, answer: Answer) -> tuple[Relaxation, ...]:
    """What would make it fit, in the order of `Relaxed`; when no single step does, all wishes but the visit given up."""
    steps = (_days, _earlier, _later, _people, _places, _fewer, _shorter, _ahead)
    found = [one for step in steps for one in step(wish, around, answer)]
    if found:
        return tuple(found)
    free = replace(
        wish, weekdays=EVERY_DAY, after=None, before=None, practitioner_ids=frozenset(), skills=frozenset(),
        per_week=1,
    )  # fmt: skip
    return () if free == wish else tuple(_try(Relaxed.ALL, free, answer))


def _try(what: Relaxed, wish: Wish, answer: Answer, name: str = "", since: date | None = None) -> Iterator[Relaxation]:
    rows = [row for week in answer(wish) for row in week if since is None or row.day >= since]
    if rows:
        times = sum(row.found.bit_count() for row in rows)
        yield Relaxation(what, wish, times, min(row.day for row in rows), name)


def _first(tries: Iterable[Iterator[Relaxation]]) -> Iterator[Relaxation]:
    """The first step that helps."""
    for one in tries:
        helped = next(one, None)
        if helped is not None:
            yield helped
            return


def _days(wish: Wish, _around: Around, answer: Answer) -> Iterator[Relaxation]:
    """One more day of the week: the two that help most."""
    tried = [
        one
        for weekday in sorted(EVERY_DAY - wish.weekdays)
        for one in _try(Relaxed.DAY, replace(wish, weekdays=wish.weekdays | {weekday}), answer, str(weekday))
    ]
    yield from sorted(tried, key=lambda one: -one.times)[:DAYS_OFFERED]


def _clock(at: time, minutes: int) -> time:
    return (datetime.combine(date.min + timedelta(days=1), at) + timedelta(minutes=minutes)).time()


def _earlier(wish: Wish, _around: Around, answer: Answer) -> Iterator[Relaxation]:
    """Half an hour earlier, or as much as it takes."""
    after = wish.after or time()
    steps = range(CLOCK_STEP, after.hour * 60 + after.minute + 1, CLOCK_STEP)
    tries = (replace(wish, after=_clock(after, -step)) for step in steps)
    yield from _first(_try(Relaxed.EARLIER, one, answer) for one in tries)


def _later(wish: Wish, _around: Around, answer: Answer) -> Iterator[Relaxation]:
    """Half an hour later, or as much as it takes."""
    if wish.before is None:
        return
    left = 24 * 60 - wish.before.hour * 60 - wish.before.minute
    tries = [replace(wish, before=_clock(wish.before, step)) for step in range(CLOCK_STEP, left, CLOCK_STEP)]
    tries.append(replace(wish, before=None))
    yield from _first(_try(Relaxed.LATER_IN_THE_DAY, one, answer) for one in tries)


def _people(wish: Wish, around: Around, answer: Answer) -> Iterator[Relaxation]:
    """One more practitioner, whoever helps most; the name decides between two."""
    if not wish.practitioner_ids and not wish.skills:
        return
    anyone = replace(wish, practitioner_ids=frozenset(), skills=frozenset())
    times: Counter[int] = Counter()
    for week in answer(anyone):
        for row in week:
            times[row.practitioner_id] += row.found.bit_count()
    by_help = sorted(times, key=lambda who: (-times[who], around.people[who], who))
    tries = [(replace(wish, practitioner_ids=wish.practitioner_ids | {who}), around.people[who]) for who in by_help[:1]]
    yield from _first(_try(Relaxed.WHO, one, answer, name) for one, name in [*tries, (anyone, "")])


def _places(wish: Wish, around: Around, answer: Answer) -> Iterator[Relaxation]:
    """The next location outwards that helps."""
    further = sorted(place for place in around.places if place[0] > wish.miles)
    yield from _first(_try(Relaxed.WHERE, replace(wish, miles=miles), answer, name) for miles, name in further)


def _fewer(wish: Wish, _around: Around, answer: Answer) -> Iterator[Relaxation]:
    """Fewer visits a week."""
    tries = (replace(wish, per_week=count) for count in range(wish.per_week - 1, 0, -1))
    yield from _first(_try(Relaxed.FEWER, one, answer) for one in tries)


def _shorter(wish: Wish, around: Around, answer: Answer) -> Iterator[Relaxation]:
    """A quarter of an hour less, or as much as it takes."""
    steps = range((wish.minutes or around.minutes) - MINUTES_STEP, SHORTEST_OFFER - 1, -MINUTES_STEP)
    yield from _first(_try(Relaxed.SHORTER, replace(wish, minutes=minutes), answer) for minutes in steps)


def _ahead(wish: Wish, _around: Around, answer: Answer) -> Iterator[Relaxation]:
    """Looking further ahead than was asked."""
    days = min(wish.days + FURTHER, MOST_DAYS)
    if wish.days < days:
        beyond = wish.from_day + timedelta(days=wish.days)
        yield from _try(Relaxed.LONGER_AHEAD, replace(wish, days=days), answer, since=beyond)
