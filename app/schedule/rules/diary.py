"""What is known of a group's time, kept so that a day's free beginnings are read at once; no clock, no database.

Filled by a question for some weeks, or for half a year by the index that the change feed keeps. Both answer through
here, so neither can differ from the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.schedule.rules import bits
from app.schedule.rules.spans import FREE_GRID, MINUTE, Span, wall_span

DAY = 24 * 60
#: how far a buffer may reach beyond the hours
_AROUND = 4 * 60


class Need(NamedTuple):
    """What a visit takes of a practitioner: its minutes, and the least pause before and after it."""

    minutes: int
    before: int = 0
    after: int = 0


class Held(NamedTuple):
    """Taken time of a practitioner or a patient: whose visit, in which lane, and the pauses that visit asks for."""

    visit: int
    lane: int
    start: int
    end: int
    before: int = 0
    after: int = 0


class Hours(NamedTuple):
    """When a practitioner works at a location on a weekday (0 is Monday)."""

    weekday: int
    starts: time
    ends: time
    valid_from: date
    valid_to: date | None


class Shut(NamedTuple):
    """Closed time: a practitioner's, wherever it was made, or a whole location's (`practitioner_id` is None)."""

    location_id: int
    practitioner_id: int | None
    start: int
    end: int


class Spot(NamedTuple):
    """A location."""

    id: int
    name: str
    zone: str
    zip_code: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A practitioner: where they work, what they treat, how many visits they run side by side."""

    id: int
    family: str
    given: str = ""
    lanes: int = 1
    places: frozenset[int] = frozenset()
    skills: frozenset[str] = frozenset()


class Beginnings(NamedTuple):
    """Where visits of a practitioner may begin on a day: bit n is the minute `base` + n since 1970 in UTC."""

    practitioner_id: int
    base: int
    found: int


@lru_cache(4096)
def _midnight(day: date, zone: str) -> int:
    return int(datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC).timestamp()) // MINUTE


def wall_minute(day: date, at: time, zone: str) -> int:
    """A wall time of a day in minutes since 1970 in UTC; one that the clocks jump over moves behind the jump."""
    midnight = _midnight(day, zone)
    if _midnight(day + timedelta(days=1), zone) - midnight == DAY:
        return midnight + at.hour * 60 + at.minute
    return wall_span(day, at, time(), zone).start


@lru_cache(4096)
def _second_time(day: date, zone: str) -> Span:
    """The minutes of a day and the night after it that come a second time: a wall time means the first. Often none."""
    begin, end = _midnight(day, zone), _midnight(day + timedelta(days=2), zone)
    if end - begin <= 2 * DAY:
        return Span(begin, begin)
    tz = ZoneInfo(zone)
    again = [at for at in range(begin, end) if datetime.fromtimestamp(at * MINUTE, tz).fold]
    return Span(again[0], again[-1] + 1)


def wall_minutes(day: date, starts: time, ends: time, zone: str) -> Span:
    """`spans.wall_span`, quicker on the days on which no clock changes."""
    if ends <= starts:
        return wall_span(day, starts, ends, zone)
    return Span(wall_minute(day, starts, zone), wall_minute(day, ends, zone))


def _touched(start: int, end: int) -> range:
    """The days of UTC, counted from 1970, that a stretch of minutes meets."""
    return range(start // DAY, max(start, end - 1) // DAY + 1)


@dataclass(slots=True)
class Days:
    """What is taken of one person, by the days of UTC; each visit once."""

    by_day: dict[int, dict[int, Held]] = field(default_factory=dict)

    def add(self, held: Held) -> None:
        """A visit takes time."""
        for day in _touched(held.start, held.end):
            self.by_day.setdefault(day, {})[held.visit] = held

    def drop(self, held: Held) -> None:
        """A visit gives its time back."""
        for day in _touched(held.start, held.end):
            self.by_day.get(day, {}).pop(held.visit, None)

    def between(self, start: int, end: int) -> Iterator[Held]:
        """Whatever may meet a stretch of minutes, some of it twice."""
        for day in _touched(start, end):
            yield from self.by_day.get(day, {}).values()


@dataclass(slots=True)
class Diary:
    """Hours, closed time and taken time of some locations, of everybody who works there.

    `held` is what a visit takes of a practitioner, `own` what it takes of its patient, each by the days of UTC; so are
    the ids of closed time in `closing`.
    """

    places: dict[int, Spot] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    hours: defaultdict[tuple[int, int], list[Hours]] = field(default_factory=lambda: defaultdict(list))
    shut: dict[int, Shut] = field(default_factory=dict)
    closing: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    held: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(Days))
    own: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(Days))

    def close(self, block_id: int, shut: Shut) -> None:
        """Time is closed."""
        self.shut[block_id] = shut
        for day in _touched(shut.start, shut.end):
            self.closing[day].add(block_id)

    def reopen(self, block_id: int) -> Shut | None:
        """Time is closed no more; what it was."""
        shut = self.shut.pop(block_id, None)
        if shut is not None:
            for day in _touched(shut.start, shut.end):
                self.closing[day].discard(block_id)
        return shut

    def set_hours(self, rows: Iterable[tuple[int, int, Hours]]) -> None:
        """Working hours by practitioner and location, all of them anew."""
        self.hours.clear()
        for who, place, hours in rows:
            self.hours[who, place].append(hours)

    def opened(self, person: Person, spot: Spot, day: date) -> list[Span]:
        """When somebody works at a location on a day, closed time not taken out."""
        weekday = day.weekday()
        return [
            wall_minutes(day, row.starts, row.ends, spot.zone)
            for row in self.hours.get((person.id, spot.id), ())
            if row.weekday == weekday and row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
        ]

    def beginnings(self, spot: Spot, day: date, need: Need, patient_id: int | None = None) -> list[Beginnings]:
        """Where visits may begin at a location on a day, practitioner by practitioner; without those who have nothing.

        Where the patient is elsewhere nothing begins.
        """
        closed, again = self._closed(spot, day), _second_time(day, spot.zone)
        found = []
        for person in self.people.values():
            if spot.id not in person.places:
                continue
            spans = self.opened(person, spot, day)
            if spans:
                base = min(span.start for span in spans) // FREE_GRID * FREE_GRID
                opened = self._open(base, spans, closed, person.id)
                if patient_id is not None:
                    opened &= ~self._elsewhere(patient_id, base, max(span.end for span in spans))
                starts = self._starts(person, base, opened, need) & ~bits.stretch(again.start - base, again.end - base)
                if starts:
                    found.append(Beginnings(person.id, base, starts))
        return found

    def _closed(self, spot: Spot, day: date) -> list[Shut]:
        """What may close a part of the day: everything that meets it or the night after it."""
        begin = _midnight(day, spot.zone)
        ids = {block for at in _touched(begin, begin + 2 * DAY) for block in self.closing.get(at, ())}
        every = (self.shut[block] for block in ids)
        return [one for one in every if one.practitioner_id is not None or one.location_id == spot.id]

    @staticmethod
    def _open(base: int, spans: Iterable[Span], closed: Iterable[Shut], practitioner_id: int) -> int:
        found = bits.together(bits.stretch(span.start - base, span.end - base) for span in spans)
        for one in closed:
            if one.practitioner_id is None or one.practitioner_id == practitioner_id:
                found &= ~bits.stretch(one.start - base, one.end - base)
        return found

    def _starts(self, person: Person, base: int, opened: int, need: Need) -> int:
        """In any lane; the pause between two visits is the longer of what the two ask for."""
        taken = [0] * max(1, person.lanes)
        days = self.held.get(person.id)
        if days is not None:
            for held in days.between(base - _AROUND, base + opened.bit_length() + _AROUND):
                if held.lane < len(taken):
                    start = held.start - max(held.before, need.after) - base
                    taken[held.lane] |= bits.stretch(start, held.end + max(held.after, need.before) - base)
        return bits.together(bits.beginnings(opened & ~lane, need.minutes) for lane in taken)

    def _elsewhere(self, patient_id: int, base: int, end: int) -> int:
        own = self.own.get(patient_id)
        if own is None:
            return 0
        return bits.together(bits.stretch(one.start - base, one.end - base) for one in own.between(base, end))

    def is_elsewhere(self, patient_id: int | None, spot: Spot, day: date) -> bool:
        """Whether a patient has a visit on a day, or in the nights around it."""
        own = None if patient_id is None else self.own.get(patient_id)
        begin = _midnight(day, spot.zone)
        return own is not None and next(own.between(begin, begin + 2 * DAY), None) is not None
