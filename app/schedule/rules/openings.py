"""Finding a time: what somebody wishes, and the days that fit it, ranked.

The order is fixed: the sooner day, on a day the nearer location, there the patient's usual practitioner, then who can
begin first, then the name. Where a week is to hold several visits, weeks that cannot are left out, and the visits that
would be booked stand first in their week: on days as far apart as can be, with those who rank best.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, pairwise
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.errors import ClinicError
from app.patients.rules.places import miles_between
from app.schedule.rules import bits
from app.schedule.rules.diary import DAY, Beginnings, Need, Person, Spot, wall_minute
from app.schedule.rules.spans import LONGEST, MINUTE, SHORTEST

WEEK = 7
#: how many answers are given at once, and how far a search may go
ANSWERS, MOST_DAYS = 20, 182
MOST_A_WEEK = 5
#: further than this nothing is proposed, in miles
FAR = 60
EVERY_DAY = frozenset(range(WEEK))
MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is sought, as a person says it.

    Nobody and no skill named: anyone; both: either. `after`: begins no earlier; `before`: is over by then. `location_id`
    is where they would go, `miles` how far around it. `minutes` 0: as long as the visit type. `per_week` visits in each
    week, on different days. The search begins at `from_day` and goes `days` ahead.
    """

    visit_type_id: int
    location_id: int
    from_day: date
    days: int = 90
    minutes: int = 0
    weekdays: frozenset[int] = EVERY_DAY
    after: time | None = None
    before: time | None = None
    practitioner_ids: frozenset[int] = frozenset()
    skills: frozenset[str] = frozenset()
    miles: int = 0
    per_week: int = 1
    patient_id: int | None = None


class Known(Protocol):
    """Who and where: a diary."""

    @property
    def places(self) -> Mapping[int, Spot]:
        """The locations by id."""
        ...

    @property
    def people(self) -> Mapping[int, Person]:
        """Everyone who works there, by id."""
        ...


@dataclass(frozen=True, slots=True)
class Ask:
    """A wish with everything looked up: who is meant, which locations how many miles away, and no earlier than when."""

    wish: Wish
    need: Need
    who: Mapping[int, str]
    where: Mapping[int, int]
    not_before: int
    usual_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What a search knows of a visit type. `who` may do it; empty: everybody."""

    id: int
    minutes: int
    before: int = 0
    after: int = 0
    lead_hours: int = 0
    who: frozenset[int] = frozenset()


def check_wish(wish: Wish) -> None:
    """Raises ClinicError at the field of a wish that nothing could ever fit."""
    if not 1 <= wish.days <= MOST_DAYS:
        raise ClinicError("The last day lies before the first.", field="day", next_step="Choose a later last day.")
    if not wish.weekdays:
        raise ClinicError("No day of the week is chosen.", field="weekdays", next_step="Choose one or more.")
    if wish.minutes and not SHORTEST <= wish.minutes <= LONGEST:
        raise ClinicError(
            "A visit takes {shortest} minutes to {longest} hours.", field="minutes", next_step="Change the minutes.",
            shortest=SHORTEST, longest=LONGEST // 60,
        )  # fmt: skip
    if not 1 <= wish.per_week <= MOST_A_WEEK:
        raise ClinicError("One to five visits a week can be sought.", field="per_week", next_step="Change the number.")
    if wish.after is not None and wish.before is not None and wish.before <= wish.after:
        raise ClinicError("That time of day ends before it begins.", field="before", next_step="Choose a later time.")


def ask_of(wish: Wish, kind: Kind, known: Known, now: int, usual_id: int | None = None) -> Ask:
    """Look a wish up. `now` in minutes since 1970."""
    around = distances(wish.location_id, known.places).items()
    where = {place: far for place, far in around if place == wish.location_id or far <= wish.miles != 0}
    who = {one.id: one.family for one in known.people.values() if _meant(wish, kind, one, where)}
    need = Need(wish.minutes or kind.minutes, kind.before, kind.after)
    return Ask(wish, need, who, where, now + 60 * kind.lead_hours, usual_id)


def _meant(wish: Wish, kind: Kind, person: Person, where: Iterable[int]) -> bool:
    """Whether somebody may do it, works there, and is named or can what is asked for."""
    if (kind.who and person.id not in kind.who) or person.places.isdisjoint(where):
        return False
    anyone = not wish.practitioner_ids and not wish.skills
    return anyone or person.id in wish.practitioner_ids or not person.skills.isdisjoint(wish.skills)


def distances(location_id: int, places: Mapping[int, Spot]) -> dict[int, int]:
    """How many miles locations lie from one of them, that one first, then outwards; whose ZIP is not known is left out."""
    base = places[location_id]
    miles = {one.id: miles_between(base.zip_code, one.zip_code) for one in places.values()}
    known = {place: far for place, far in miles.items() if far is not None} | {location_id: 0}
    return dict(sorted(known.items(), key=lambda one: (one[0] != location_id, one[1], places[one[0]].name, one[0])))


@dataclass(frozen=True, slots=True)
class Fit:
    """A practitioner's day that fits. `starts` are all instants, in the location's zone, at which the visit may begin.

    `pick` is the number of the visit in its week, 0 for the other choices.
    """

    day: date
    practitioner_id: int
    practitioner: str
    location_id: int
    location: str
    zone: str
    miles: int
    minutes: int
    starts: tuple[datetime, ...]
    usual: bool = False
    pick: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A practitioner's day before it is told: the key it is ranked by, and its beginnings."""

    day: date
    miles: int
    unusual: bool
    first: int
    name: str
    practitioner_id: int
    location_id: int
    base: int
    found: int
    pick: int = 0

    @property
    def rank(self) -> tuple[date, int, bool, int, str, int, int]:
        """What rows are sorted by."""
        return self.day, self.miles, self.unusual, self.first, self.name, self.practitioner_id, self.location_id


class Book(Protocol):
    """Where beginnings are read: a diary, or the index that keeps them."""

    @property
    def places(self) -> Mapping[int, Spot]:
        """The locations by id."""
        ...

    def beginnings(self, spot: Spot, day: date, need: Need, patient_id: int | None = None) -> Sequence[Beginnings]:
        """Where visits may begin at a location on a day."""
        ...


@dataclass(slots=True)
class Search:
    """One search over a book. `read(first, days)` is called before a week's days are looked at."""

    book: Book
    ask: Ask
    read: Callable[[date, int], None] = lambda _first, _days: None

    def fits(self, limit: int = ANSWERS) -> tuple[Fit, ...]:
        """The best `limit` days that fit, week by week until there are enough."""
        found: list[Match] = []
        for week in self.weeks():
            found += week
            if len(found) >= limit:
                break
        return tuple(self._told(row) for row in found[:limit])

    def weeks(self) -> Iterator[list[Match]]:
        """What fits, a week at a time, ranked; the first week begins with the wish's first day."""
        wish = self.ask.wish
        day, end = wish.from_day, wish.from_day + timedelta(days=wish.days)
        while day < end:
            days = min(WEEK - day.weekday(), (end - day).days)
            self.read(day, days)
            yield in_week(self._rows_of(day, days), wish.per_week)
            day += timedelta(days=days)

    def _rows_of(self, first: date, days: int) -> list[Match]:
        on = (first + timedelta(days=number) for number in range(days))
        return [row for day in on if day.weekday() in self.ask.wish.weekdays for row in self.on_day(day)]

    def on_day(self, day: date) -> Iterator[Match]:
        """What fits on a day, in no order."""
        ask = self.ask
        who, usual, wish = ask.who, ask.usual_id, ask.wish
        for place, miles in ask.where.items():
            spot = self.book.places[place]
            low, high = window(wish, spot.zone, day, ask.need.minutes)
            low = max(low, ask.not_before)
            for one in self.book.beginnings(spot, day, ask.need, wish.patient_id):
                name = who.get(one.practitioner_id)
                found = between(one, low, high)
                if found and name is not None:
                    other = one.practitioner_id != usual
                    first = one.base + bits.first(found)
                    yield Match(day, miles, other, first, name, one.practitioner_id, place, one.base, found)

    def _told(self, row: Match) -> Fit:
        spot = self.book.places[row.location_id]
        zone = ZoneInfo(spot.zone)
        starts = (
            datetime.fromtimestamp((row.base + minute) * MINUTE, UTC).astimezone(zone)
            for minute in bits.each(row.found)
        )
        return Fit(
            row.day, row.practitioner_id, row.name, spot.id, spot.name, spot.zone, row.miles, self.ask.need.minutes,
            tuple(starts), not row.unusual, row.pick,
        )  # fmt: skip


def window(wish: Wish, zone: str, day: date, minutes: int) -> tuple[int, int]:
    """The first and the last minute at which a visit of a day may begin, since 1970 in UTC.

    Without a latest end, whatever belongs to the day's hours, also after midnight.
    """
    low = wall_minute(day, wish.after or MIDNIGHT, zone)
    if wish.before is None:
        return low, low + 2 * DAY
    return low, wall_minute(day, wish.before, zone) - minutes


def between(one: Beginnings, low: int, high: int) -> int:
    """The beginnings from `low` to `high`."""
    from_bit, to_bit = max(0, low - one.base), high - one.base
    if to_bit < from_bit:
        return 0
    return one.found >> from_bit << from_bit & ((2 << to_bit) - 1)


def in_week(rows: Iterable[Match], per_week: int) -> list[Match]:
    """A week's rows in their order; with several visits a week the ones that would be booked first, or no row at all."""
    ranked = sorted(rows, key=lambda row: row.rank)
    if per_week == 1:
        return ranked
    best: dict[date, Match] = {}
    for row in ranked:
        best.setdefault(row.day, row)
    days = spread(tuple(best), per_week)
    if not days:
        return []
    picked = [replace(best[day], pick=number) for number, day in enumerate(days, start=1)]
    taken = {row.rank for row in picked}
    return picked + [row for row in ranked if row.rank not in taken]


def spread(days: Sequence[date], count: int) -> tuple[date, ...]:
    """So many of some days, as far apart as can be: the widest narrowest gap, then the soonest. None when there are too few."""
    choices = combinations(sorted(days), count)
    return min(choices, key=lambda chosen: (-_gap(chosen), chosen), default=())


def _gap(days: Sequence[date]) -> int:
    return min(((later - sooner).days for sooner, later in pairwise(days)), default=WEEK)
