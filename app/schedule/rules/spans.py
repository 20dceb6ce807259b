"""Stretches of time and what is free in them.

Everything is half-open: a visit that ends at 11:00 does not meet one that begins then. A span counts minutes since 1970
in UTC, so a night on which the clocks change needs no case of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

MINUTE = 60
#: openings begin on these minutes of the hour; every zone's offset is a multiple of 15 minutes
FREE_GRID = 15
#: the shortest and the longest visit, in minutes
SHORTEST, LONGEST = 5, 480
#: a cancel nearer to the start than this leaves a hole that is hard to fill (the usual definition of a late cancel)
LATE_CANCEL = timedelta(hours=24)


class Span(NamedTuple):
    """Minutes from `start` to before `end`."""

    start: int
    end: int

    @classmethod
    def of(cls, starts_at: datetime, ends_at: datetime) -> "Span":
        """The span between two aware instants; a begun minute counts as taken."""
        return cls(int(starts_at.timestamp()) // MINUTE, -(-int(ends_at.timestamp()) // MINUTE))

    @property
    def starts_at(self) -> datetime:
        """The first instant, in UTC."""
        return datetime.fromtimestamp(self.start * MINUTE, UTC)

    @property
    def ends_at(self) -> datetime:
        """The first instant after it, in UTC."""
        return datetime.fromtimestamp(self.end * MINUTE, UTC)


def wall_instants(day: date, start: time, minutes: int, zone: str) -> tuple[datetime, datetime]:
    """When a visit of a wall time begins and ends, in UTC: `minutes` later, whatever the clocks do meanwhile.

    The first of an hour that comes twice; a time the clocks jump over moves behind the jump.
    """
    begin = datetime.combine(day, start.replace(fold=0), tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return begin, begin + timedelta(minutes=minutes)


def wall_span(day: date, start: time, end: time, zone: str) -> Span:
    """Wall times of a day as a span; an end of 00:00 is midnight. A time the clocks jump over moves behind the jump."""
    after = day + timedelta(days=1) if end <= start else day
    begin, finish = (
        datetime.combine(on, at, tzinfo=ZoneInfo(zone)).astimezone(UTC) for on, at in ((day, start), (after, end))
    )
    return Span.of(begin, finish)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a minute; touching ends do not."""
    return one.start < other.end and other.start < one.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same minutes as spans in order that neither overlap nor touch."""
    result: list[Span] = []
    for span in sorted(one for one in spans if one.start < one.end):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def open_spans(hours: Iterable[Span], closed: Iterable[Span]) -> list[Span]:
    """The minutes of `hours` that are not in `closed`, in order: working hours less blocks, or open time less visits."""
    taken, result = merged(closed), []
    for span in merged(hours):
        at = span.start
        for hole in taken:
            if hole.end <= at or hole.start >= span.end:
                continue
            if at < hole.start:
                result.append(Span(at, hole.start))
            at = max(at, hole.end)
        if at < span.end:
            result.append(Span(at, span.end))
    return result


def covers(spans: Iterable[Span], wanted: Span) -> bool:
    """Whether one stretch holds the whole of `wanted`."""
    return any(one.start <= wanted.start and wanted.end <= one.end for one in merged(spans))


def _starts(gap: Span, minutes: int, grid: int, not_before: int) -> Iterator[int]:
    last = gap.end - minutes
    if gap.start >= not_before and gap.start % grid and gap.start <= last:
        yield gap.start
    yield from range(-(-max(gap.start, not_before) // grid) * grid, last + 1, grid)


def free_starts(
    opened: Sequence[Span], lanes: Iterable[Iterable[Span]], minutes: int, *, grid: int = FREE_GRID, not_before: int = 0
) -> list[int]:
    """Every minute at which a visit of `minutes` may begin, in order.

    `lanes` holds what is taken in each lane (an empty lane is free); the start lies on the grid, or where a gap begins,
    so that visits can follow each other without a hole.
    """
    found = {
        start
        for taken in lanes
        for gap in open_spans(opened, taken)
        for start in _starts(gap, minutes, grid, not_before)
    }
    return sorted(found)


def free_lane(lanes: Sequence[Iterable[Span]], wanted: Span) -> int | None:
    """The first lane in which nothing overlaps `wanted`, or None."""
    for number, taken in enumerate(lanes):
        if not any(overlap(one, wanted) for one in taken):
            return number
    return None


def nearest(starts: Iterable[int], wanted: int) -> int | None:
    """The start that lies nearest to `wanted`, the later one of two that are equally near, or None."""
    return min(starts, key=lambda one: (abs(one - wanted), -one), default=None)


class Start(NamedTuple):
    """A minute at which a practitioner may begin."""

    practitioner_id: int
    minute: int


def nearest_few(starts: Iterable[tuple[int, int]], wanted: Start, most: int) -> list[tuple[int, int]]:
    """At most so many of these (practitioner, minute) to offer instead of one that cannot be.

    First the same practitioner's last before and first after it, the nearer one first; then one of each other, the nearest
    first.
    """
    near = sorted(starts, key=lambda one: (abs(one[1] - wanted.minute), -one[1]))
    own = [one for one in near if one[0] == wanted.practitioner_id]
    sides = [next((one for one in own if (one[1] < wanted.minute) is before), None) for before in (False, True)]
    others = {one[0]: one for one in reversed(near) if one[0] != wanted.practitioner_id}
    found = [one for one in own if one in sides] + [one for one in near if one in others.values()]
    return found[:most]


def is_late_cancel(starts_at: datetime, now: datetime) -> bool:
    """Whether a cancel now comes inside the last 24 hours before the visit, or after its start."""
    return starts_at - now < LATE_CANCEL


def floor_to(at: datetime, grid: int) -> datetime:
    """The instant rounded down to the grid of minutes."""
    minute = int(at.timestamp()) // MINUTE
    return datetime.fromtimestamp((minute - minute % grid) * MINUTE, UTC)
