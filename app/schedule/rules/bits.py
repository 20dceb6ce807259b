"""Free time as a number: bit n is the nth minute after a base. A whole week is asked with a handful of shifts.

To the minute, so that nothing is rounded: ten thousand bits of a week are shifted in a microsecond.
"""

from collections.abc import Iterable, Iterator

from app.schedule.rules.spans import FREE_GRID

_LONGEST = 9 * 24 * 60
#: every minute on the grid, when the base is on it
_ON_GRID = sum(1 << minute for minute in range(0, _LONGEST, FREE_GRID))


def stretch(start: int, end: int) -> int:
    """The minutes from `start` to before `end`; what lies before 0 is left out."""
    start = max(0, start)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def runs(free: int, minutes: int) -> int:
    """The minutes at which at least `minutes` free ones begin."""
    have = 1
    while have < minutes and free:
        step = min(have, minutes - have)
        free &= free >> step
        have += step
    return free


def beginnings(free: int, minutes: int) -> int:
    """Where a visit may begin: on the grid, or where a gap begins, so that visits can follow without a hole.

    The same as `spans.free_starts`; bit 0 lies on the grid.
    """
    return runs(free, minutes) & (_ON_GRID | (free & ~(free << 1)))


def first(bits: int) -> int:
    """The number of the lowest bit; -1 when there is none."""
    return (bits & -bits).bit_length() - 1


def each(bits: int) -> Iterator[int]:
    """The numbers of the bits, lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def together(spans: Iterable[int]) -> int:
    """All these minutes in one number."""
    found = 0
    for bits in spans:
        found |= bits
    return found


def heaps(spans: Iterable[int]) -> list[int]:
    """In which minutes at least one of the numbers, at least two, … have their bit."""
    found: list[int] = []
    for one in spans:
        for level, bits in enumerate(found):
            found[level] = bits | one
            one &= bits
        if one:
            found.append(one)
    return found
