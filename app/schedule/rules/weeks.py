"""A week of working hours: what holds from when to when, and whom a change leaves outside.

A stretch is two wall times; an end of 00:00 is midnight. A day is its stretches in order, a week its seven days (Monday
first). No stretch: closed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from app.core.errors import ClinicError
from app.schedule.rules.spans import Span, covers, wall_span

Stretch = tuple[time, time]
Day = tuple[Stretch, ...]
Week = tuple[Day, Day, Day, Day, Day, Day, Day]

CLOSED: Week = ((), (), (), (), (), (), ())
MIDNIGHT = 24 * 60
#: how many stretches a day may have
MOST = 6


def joined(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order; those that touch are one."""
    made: list[tuple[int, int]] = []
    for start, end in pairs:
        if made and made[-1][1] == start:
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


def clock(minutes: int) -> time:
    """Minutes of a day as a wall time; 1440 is midnight again."""
    return time(minutes // 60 % 24, minutes % 60)


def minutes_of(stretch: Stretch) -> tuple[int, int]:
    """A stretch as minutes of its day; midnight at the end is 1440."""
    start, end = stretch
    return start.hour * 60 + start.minute, (end.hour * 60 + end.minute) or MIDNIGHT


def checked_day(day: Day) -> Day:
    """A day with its stretches in order and touching ones joined. Raises ClinicError where one goes back or two meet."""
    pairs = sorted(minutes_of(one) for one in day)
    if any(start >= end for start, end in pairs):
        raise ClinicError("The end lies before the beginning.", field="end", next_step="Choose a later end.")
    if any(later[0] < earlier[1] for earlier, later in pairwise(pairs)) or len(pairs) > MOST:
        raise ClinicError("These hours overlap each other.", field="start", next_step="Change the times.")
    return tuple((clock(start), clock(end)) for start, end in joined(pairs))


def week_minutes(week: Iterable[Day]) -> int:
    """How long somebody works in a week, in minutes of the wall clock."""
    return sum(end - start for day in week for start, end in map(minutes_of, day))


# -------------------------------------------------------------------------------------------------- from when to when


class HoursRow(NamedTuple):
    """One stored stretch: a weekday (0 is Monday), wall times, the days from and to which it holds (no end: for good)."""

    weekday: int
    starts: time
    ends: time
    valid_from: date
    valid_to: date | None

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day, whatever weekday that is."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Template:
    """A week and the days from and to which it holds; no end: for good."""

    valid_from: date
    valid_to: date | None
    week: Week


def day_hours(rows: Iterable[HoursRow], day: date) -> Day:
    """The stretches that hold on a day, in order."""
    return tuple(sorted((row.starts, row.ends) for row in rows if row.weekday == day.weekday() and row.holds(day)))


def templates(rows: Sequence[HoursRow]) -> tuple[Template, ...]:
    """The weeks that rows make, the earliest first; neighbours that are alike are one, empty ones are left out."""
    cuts = {row.valid_from for row in rows} | {row.valid_to + timedelta(days=1) for row in rows if row.valid_to}
    made: list[Template] = []
    begins = sorted(cuts)
    for number, begin in enumerate(begins):
        last = begins[number + 1] - timedelta(days=1) if number + 1 < len(begins) else None
        held = [row for row in rows if row.holds(begin)]
        week: Week = tuple(  # type: ignore[assignment]
            tuple(sorted((row.starts, row.ends) for row in held if row.weekday == day)) for day in range(7)
        )
        before = made[-1] if made else None
        if before and before.week == week and before.valid_to == begin - timedelta(days=1):
            made[-1] = Template(before.valid_from, last, week)
        elif held:
            made.append(Template(begin, last, week))
    return tuple(made)


def shared_days(first: tuple[date, date | None], second: tuple[date, date | None], weekday: int) -> Iterator[date]:
    """Days of a weekday that lie in two stretches of days: the first, and one half a year on, when clocks stand otherwise."""
    begin = max(first[0], second[0])
    ends = [one for one in (first[1], second[1]) if one is not None]
    day = begin + timedelta(days=(weekday - begin.weekday()) % 7)
    for on in (day, day + timedelta(weeks=26)):
        if all(on <= end for end in ends):
            yield on


def left_outside(visit: Span, day: date, before: Day, after: Day, zone: str) -> bool:
    """Whether a visit lay in the hours before and does not lie in those after."""
    return _inside(visit, day, before, zone) and not _inside(visit, day, after, zone)


def _inside(visit: Span, day: date, hours: Day, zone: str) -> bool:
    return covers([wall_span(day, start, end, zone) for start, end in hours], visit)
