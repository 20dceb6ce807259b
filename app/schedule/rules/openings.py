"""Finding a time: what somebody wishes, and the days that fit it, ranked.

The order is fixed: the sooner day, on a day the nearer location, there the patient's usual practitioner, then who can
begin first, then the name. Where a week is to hold several visits, weeks that cannot are left out, and the visits that
would be booked stand first in their week: on days as far apart as can be, with those who rank best.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from app.core.errors import ClinicError
from app.patients.rules.places import miles_between
from app.schedule.rules import bits
from app.schedule.rules.capacity import NO_NEEDS, Needs, Plan
from app.schedule.rules.codes import ForWhom
from app.schedule.rules.diary import midnight, wall_minute
from app.schedule.rules.holding import Need, Person, RoomKind, Spot
from app.schedule.rules.spans import LONGEST, MINUTE, SHORTEST

WEEK = 7
#: how many answers are given at once, and how far a search may go
ANSWERS, MOST_DAYS = 20, 182
MOST_A_WEEK = 5
#: further than this nothing is proposed, in miles
FAR = 60
EVERY_DAY = frozenset(range(WEEK))


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
    """A wish with everything looked up: who is meant at which location, how many miles away, no earlier than when.

    `needs`: which days are good for the patient, how many may overlap the visit, which rooms it takes.
    """

    wish: Wish
    minutes: int
    where: Mapping[int, int]
    there: Mapping[int, tuple[tuple[int, str], ...]]
    not_before: int
    needs: Needs = NO_NEEDS
    usual_id: int | None = None

    @property
    def who(self) -> set[int]:
        """Everyone who is meant."""
        return {who for people in self.there.values() for who, _ in people}

    @property
    def is_same_each_day(self) -> bool:
        """Whether no plan and no past of a patient tells one day from another."""
        needs = self.needs
        return not needs.plans and needs.leave is None and needs.for_whom is ForWhom.ANYBODY

    def need(self, day: date) -> Need:
        """What the visit takes on a day."""
        return Need(self.minutes, self.needs.before, self.needs.after, self.needs.most(day))


@dataclass(frozen=True, slots=True)
class Kind:
    """What a search knows of a visit type, without a patient."""

    id: int
    minutes: int
    needs: Needs = NO_NEEDS


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


def ask_of(
    wish: Wish, kind: Kind, known: Known, now: int, plans: tuple[Plan, ...] = (), usual_id: int | None = None
) -> Ask:
    """Look a wish up. `now` in minutes since 1970; `plans` are the patient's."""
    around = distances(wish.location_id, known.places).items()
    where = {place: far for place, far in around if place == wish.location_id or far <= wish.miles != 0}
    meant = [one for one in known.people.values() if _meant(wish, kind, one)]
    there = {place: tuple((one.id, one.family) for one in meant if place in one.places) for place in where}
    needs = replace(kind.needs, plans=plans) if plans else kind.needs
    lead = int(needs.lead.total_seconds()) // MINUTE
    return Ask(wish, wish.minutes or kind.minutes, where, there, now + lead, needs, usual_id)


def _meant(wish: Wish, kind: Kind, person: Person) -> bool:
    """Whether somebody may do it, and is named or can what is asked for."""
    if not kind.needs.does(person.id):
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
    """A practitioner's day that fits: a visit may begin at each minute `base` + n for which `found` has bit n.

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
    base: int
    found: int
    usual: bool = False
    pick: int = 0

    @property
    def starts(self) -> tuple[datetime, ...]:
        """All instants at which the visit may begin, in the location's zone."""
        zone = ZoneInfo(self.zone)
        return tuple(datetime.fromtimestamp((self.base + minute) * MINUTE, zone) for minute in bits.each(self.found))


class Match(NamedTuple):
    """A practitioner's day before it is told. Matches sort by what they are ranked by: so the order of the fields."""

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


class Book(Protocol):
    """Where beginnings are kept: see `index.Index`."""

    @property
    def places(self) -> Mapping[int, Spot]:
        """The locations by id."""
        ...

    def week(self, place: int, who: int, monday: date, need: Need) -> int:
        """Where visits may begin in a week: bit n is the nth minute of its Monday."""
        ...

    def week_of(self, patient_id: int, place: int, who: int, monday: date, need: Need) -> int:
        """The same for a patient."""
        ...

    def seats(self, kind: RoomKind, monday: date, minutes: int) -> int:
        """Where in a week a kind of room is free for so long."""
        ...


@dataclass(slots=True)
class Search:
    """One search over a book. `read` is called with days before they are looked at: a week, then two, then four and so on.

    Most wishes are answered from the first week or two; those that are not are rare enough to read ahead for.
    """

    book: Book
    ask: Ask
    read: Callable[[Sequence[date]], None] = lambda _days: None

    def fits(self, limit: int = ANSWERS) -> tuple[Fit, ...]:
        """The best `limit` days that fit, week by week until there are enough."""
        found: list[Match] = []
        for week in self.weeks():
            found += week
            if len(found) >= limit:
                break
        return tuple(self._told(one) for one in found[:limit])

    def weeks(self) -> Iterator[list[Match]]:
        """What fits, a week at a time, ranked; the first week begins with the wish's first day."""
        weeks, read, ahead = list(self._weeks()), 0, 1
        for number, days in enumerate(weeks):
            if number == read:
                self.read([day for week in weeks[number : number + ahead] for day in week])
                read, ahead = number + ahead, 2 * ahead
            yield in_week(self.matches(days), self.ask.wish.per_week)

    def _weeks(self) -> Iterator[list[date]]:
        """The days that are wished for, week by week."""
        wish = self.ask.wish
        day, end = wish.from_day, wish.from_day + timedelta(days=wish.days)
        while day < end:
            days = min(WEEK - day.weekday(), (end - day).days)
            wanted = [on for number in range(days) if (on := day + timedelta(days=number)).weekday() in wish.weekdays]
            if wanted:
                yield wanted
            day += timedelta(days=days)

    def matches(self, days: Sequence[date]) -> Iterator[Match]:
        """What fits on some days of one week, in no order."""
        monday = days[0] - timedelta(days=days[0].weekday())
        by_need: dict[Need, list[date]] = {}
        if self.ask.is_same_each_day:
            by_need[self.ask.need(days[0])] = list(days)
        else:
            for day in filter(self.ask.needs.good_day, days):
                by_need.setdefault(self.ask.need(day), []).append(day)
        for need, good in by_need.items():
            for place in self.ask.where:
                yield from self._at(place, monday, good, need)

    def _at(self, place: int, monday: date, days: Sequence[date], need: Need) -> Iterator[Match]:
        """What fits at a location."""
        ask, zone = self.ask, self.book.places[place].zone
        base, miles = midnight(monday, zone), ask.where[place]
        windows = [(day, low, high) for day in days for low, high in (window(ask, zone, day, base),) if low <= high]
        whole = bits.together(bits.stretch(low, high + 1) for _, low, high in windows) & self._seats(place, monday)
        for who, name in ask.there[place] if whole else ():
            found = self._week(place, who, monday, need) & whole
            if found:
                for day, low, high in windows:
                    part = found >> low & ((2 << high - low) - 1)
                    if part:
                        first = base + low + bits.first(part)
                        yield Match(day, miles, who != ask.usual_id, first, name, who, place, base + low, part)

    def _seats(self, place: int, monday: date) -> int:
        """Where rooms and equipment are free; everywhere when the visit takes none."""
        needs, found = self.ask.needs, -1
        for equipment, kind in ((False, needs.room_kind), (True, needs.equipment_kind)):
            if kind:
                found &= self.book.seats(RoomKind(place, equipment, kind), monday, self.ask.minutes)
        return found

    def _week(self, place: int, who: int, monday: date, need: Need) -> int:
        patient_id = self.ask.wish.patient_id
        if patient_id is None:
            return self.book.week(place, who, monday, need)
        return self.book.week_of(patient_id, place, who, monday, need)

    def _told(self, one: Match) -> Fit:
        spot = self.book.places[one.location_id]
        return Fit(
            one.day, one.practitioner_id, one.name, spot.id, spot.name, spot.zone, one.miles, self.ask.minutes,
            one.base, one.found, not one.unusual, one.pick,
        )  # fmt: skip


def window(ask: Ask, zone: str, day: date, base: int) -> tuple[int, int]:
    """The first and the last minute at which a visit of a day may begin, from `base` on."""
    wish = ask.wish
    low = midnight(day, zone) if wish.after is None else wall_minute(day, wish.after, zone)
    high = midnight(day + timedelta(days=1), zone) - 1
    if wish.before is not None:
        high = min(high, wall_minute(day, wish.before, zone) - ask.minutes)
    return max(low, ask.not_before) - base, high - base


def in_week(found: Iterable[Match], per_week: int) -> list[Match]:
    """A week's matches in their order; with several visits a week the ones that would be booked first, or none at all."""
    ranked = sorted(found)
    if per_week == 1:
        return ranked
    best: dict[date, Match] = {}
    for one in ranked:
        best.setdefault(one.day, one)
    days = spread(tuple(best), per_week)
    if not days:
        return []
    picked = [best[day] for day in days]
    others = [one for one in ranked if one not in picked]
    return [one._replace(pick=number) for number, one in enumerate(picked, start=1)] + others


def spread(days: Sequence[date], count: int) -> tuple[date, ...]:
    """So many of some days, as far apart as can be: the widest narrowest gap, then the soonest. None when there are too few."""
    choices = combinations(sorted(days), count)
    return min(choices, key=lambda chosen: (-_gap(chosen), chosen), default=())


def _gap(days: Sequence[date]) -> int:
    return min(((later - sooner).days for sooner, later in pairwise(days)), default=WEEK)
