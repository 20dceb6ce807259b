"""What is known of a group's time, kept so that a day's free beginnings are read at once; no clock, no database.

Filled by a question for some weeks, or for half a year by the index that the change feed keeps. Both answer through
here, so neither can differ from the other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.schedule.rules import bits
from app.schedule.rules.holding import Held, Hours, Need, Person, RoomKind, Shut, Spot
from app.schedule.rules.spans import MINUTE, Span, wall_span

DAY = 24 * 60
#: how far a buffer may reach beyond the hours
_AROUND = 4 * 60


@lru_cache(4096)
def midnight(day: date, zone: str) -> int:
    """When a day begins, in minutes since 1970 in UTC."""
    return int(datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC).timestamp()) // MINUTE


def wall_minute(day: date, at: time, zone: str) -> int:
    """A wall time of a day in minutes since 1970 in UTC; one that the clocks jump over moves behind the jump."""
    begin = midnight(day, zone)
    if midnight(day + timedelta(days=1), zone) - begin == DAY:
        return begin + at.hour * 60 + at.minute
    return wall_span(day, at, time(), zone).start


@lru_cache(4096)
def _again(monday: date, zone: str) -> Span:
    """The minutes of a week that come a second time: a wall time means the first. Mostly none."""
    begin, end = midnight(monday, zone), midnight(monday + timedelta(days=7), zone)
    if end - begin <= 7 * DAY:
        return Span(begin, begin)
    tz = ZoneInfo(zone)
    again = [at for at in range(begin, end) if datetime.fromtimestamp(at * MINUTE, tz).fold]
    return Span(again[0], again[-1] + 1)


@lru_cache(16384)
def wall_minutes(day: date, starts: time, ends: time, zone: str) -> Span:
    """`spans.wall_span`, quicker on the days on which no clock changes."""
    if ends <= starts:
        return wall_span(day, starts, ends, zone)
    return Span(wall_minute(day, starts, zone), wall_minute(day, ends, zone))


def _touched(start: int, end: int) -> range:
    """The days of UTC, counted from 1970, that a stretch of minutes meets."""
    return range(start // DAY, (end - 1) // DAY + 1)


@dataclass(slots=True)
class Days:
    """What is taken of one person, by the days of UTC; each visit once."""

    by_day: dict[int, dict[int, Held]] = field(default_factory=dict)

    def add(self, held: Held) -> None:
        """A visit takes time."""
        day = held.start // DAY
        self.by_day.setdefault(day, {})[held.visit] = held
        for later in range(day + 1, (held.end - 1) // DAY + 1):
            self.by_day.setdefault(later, {})[held.visit] = held

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

    `held` is what a visit takes of a practitioner, `own` what it takes of its patient, `closed` what is closed for a
    practitioner (by id) or a location (by its id below zero). `rooms`: each one's id and how many visits it holds;
    `in_room` is what is taken of one.
    """

    places: dict[int, Spot] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    hours: dict[tuple[int, int], list[list[Hours]]] = field(default_factory=dict)
    shut: dict[int, Shut] = field(default_factory=dict)
    closed: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(Days))
    held: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(Days))
    own: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(Days))
    rooms: dict[RoomKind, list[tuple[int, int]]] = field(default_factory=dict)
    in_room: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(Days))

    def close(self, block_id: int, shut: Shut) -> None:
        """Time is closed."""
        self.shut[block_id] = shut
        self.closed[_whose(shut)].add(Held(block_id, 0, shut.start, shut.end))

    def reopen(self, block_id: int) -> Shut | None:
        """Time is closed no more; what it was."""
        shut = self.shut.pop(block_id, None)
        if shut is not None:
            self.closed[_whose(shut)].drop(Held(block_id, 0, shut.start, shut.end))
        return shut

    def set_hours(self, rows: Iterable[tuple[int, int, Hours]]) -> None:
        """Working hours of practitioners at locations, all of them anew."""
        self.hours.clear()
        for who, place, hours in rows:
            self.hours.setdefault((who, place), [[] for _ in range(7)])[hours.weekday].append(hours)

    def week(self, spot: Spot, person: Person, monday: date, need: Need, patient_id: int | None = None) -> int:
        """Where visits may begin with a practitioner at a location in a week: bit n is the nth minute of its Monday.

        Where the patient is elsewhere nothing begins.
        """
        base = midnight(monday, spot.zone)
        opened = bits.together(bits.stretch(*span) for span in self._hours(spot, person, monday, base))
        if not opened:
            return 0
        end = base + opened.bit_length()
        for key in (person.id, -spot.id):
            opened &= ~_all(self.closed.get(key), base, end)
        if patient_id is not None:
            opened &= ~_all(self.own.get(patient_id), base, end)
        again = _again(monday, spot.zone)
        in_week = bits.stretch(0, midnight(monday + timedelta(days=7), spot.zone) - base)
        return self._starts(person, base, opened, need) & in_week & ~bits.stretch(again.start - base, again.end - base)

    def _hours(self, spot: Spot, person: Person, monday: date, base: int) -> Iterator[tuple[int, int]]:
        """When somebody works in a week, the nights before and after it too, in minutes after its beginning."""
        by_weekday = self.hours.get((person.id, spot.id))
        if by_weekday is None:
            return
        for number in range(-1, 8):
            day = monday + timedelta(days=number)
            for row in by_weekday[number % 7]:
                if row.valid_from <= day and (row.valid_to is None or day <= row.valid_to):
                    span = wall_minutes(day, row.starts, row.ends, spot.zone)
                    yield span.start - base, span.end - base

    def _starts(self, person: Person, base: int, opened: int, need: Need) -> int:
        """In any lane; the pause between two visits is the longer of what the two ask for."""
        lanes = max(1, person.lanes)
        taken, days = [0] * lanes, self.held.get(person.id)
        if days is None:
            return bits.beginnings(opened, need.minutes)
        every = {held.visit: held for held in days.between(base - _AROUND, base + opened.bit_length() + _AROUND)}
        for held in every.values():
            if held.lane < lanes:
                start = held.start - max(held.before, need.after) - base
                taken[held.lane] |= bits.stretch(start, held.end + max(held.after, need.before) - base)
        if lanes > 1 or any(held.lane for held in every.values()):
            opened &= ~_full(every.values(), base, need.most)
        return bits.together(bits.beginnings(opened & ~lane, need.minutes) for lane in taken)

    def seats(self, kind: RoomKind, monday: date, minutes: int) -> int:
        """Where in a week a place of a kind of room is free for so long; as `week`, but begun at any minute."""
        base, every = midnight(monday, self.places[kind.location_id].zone), bits.stretch(0, 8 * DAY)
        found = 0
        for room, capacity in self.rooms.get(kind, ()):
            taken = [0] * max(1, capacity)
            for held in self.in_room[room].between(base, base + 8 * DAY):
                if held.lane < len(taken):
                    taken[held.lane] |= bits.stretch(held.start - base, held.end - base)
            found |= bits.together(bits.runs(every & ~lane, minutes) for lane in taken)
        return found

    def is_elsewhere(self, patient_id: int, spot: Spot, monday: date) -> bool:
        """Whether a patient has a visit in a week, or in the night after it."""
        own, begin = self.own.get(patient_id), midnight(monday, spot.zone)
        return own is not None and next(own.between(begin, begin + 8 * DAY), None) is not None


def _full(held: Collection[Held], base: int, most: int) -> int:
    """The minutes in which one more visit with this limit would be one too many: `capacity.full`, by bits."""
    spans = [(bits.stretch(one.start - base, one.end - base), one.most) for one in held]
    heaps = bits.heaps(span for span, _ in spans)
    found = heaps[most - 1] if most <= len(heaps) else 0
    return found | bits.together(span & heaps[limit - 1] for span, limit in spans if limit <= len(heaps))


def _whose(shut: Shut) -> int:
    return -shut.location_id if shut.practitioner_id is None else shut.practitioner_id


def _all(days: Days | None, base: int, end: int) -> int:
    if days is None:
        return 0
    return bits.together(bits.stretch(one.start - base, one.end - base) for one in days.between(base, end))
