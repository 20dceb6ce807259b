"""A day's hours as people write them: `8-12, 1-5`, `8:30am to 5pm`, `0800-1200 13-17`, `closed`."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from app.core.errors import ClinicError
from app.schedule.rules.weeks import MIDNIGHT, MOST, Day, clock, joined

#: the minutes of the day that a written time may stand for, the likeliest first
Choices = tuple[int, ...]
#: an hour without am or pm is never read as later than this
LATEST = 22 * 60
#: the earliest hour that is read as one of the morning
MORNING = 6

_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>[0-5]\d))?(?!\d)"
    r"(?:\s*(?P<mark>[ap])(?:\s?\.?\s?m\b\.?|\b(?!\s*\d)))?"
    r"|\b(?P<noon>noon|mediod[ií]a)\b|\b(?P<midnight>midnight|medianoche)\b"
)
_TO = frozenset({"-", "to", "until", "till", "a", "hasta", "→"})
_AND = frozenset({"", ",", ";", "/", "&", "+", "and", "y", ", and", ", y"})
_NOTHING = frozenset({"", "-", "x", "off", "closed", "none", "no", "cerrado", "libre"})


def read_day(text: str) -> Day:
    """The stretches that somebody wrote: `8-12, 1-5`, `8:30am to 5pm`, `0800-1200 13-17`, `closed`, or nothing.

    Without am or pm the hours go on through the day, beginning between 6 in the morning and 5 in the afternoon. What touches
    becomes one. Raises ClinicError for what is no time, or does not go on.
    """
    plain = " ".join(re.sub("[‐-―−]", "-", unicodedata.normalize("NFKC", text)).casefold().split())
    if plain in _NOTHING:
        return ()
    tokens = _tokens(plain)
    if tokens is None:
        raise ClinicError(
            "Frontdesk cannot read these hours: {text}", next_step="Write them like this: 8-12, 1-5", text=text.strip()
        )
    pairs = _row(tokens, tokens[0][0]) or _each_alone(tokens) or _first_row(tokens)
    if pairs is None:
        raise ClinicError("These hours do not follow each other.", next_step="Write them like this: 8-12, 1-5")
    if len(pairs) > MOST:
        raise ClinicError("A day has up to {most} stretches.", next_step="Write fewer, longer ones.", most=MOST)
    return tuple((clock(start), clock(end)) for start, end in pairs)


def _tokens(plain: str) -> list[Choices] | None:
    """The times of a text, or None where something stands between them that is no `to` and no `and`."""
    found: list[Choices] = []
    at = 0
    for number, match in enumerate(_TIME.finditer(plain)):
        between = plain[at : match.start()].strip()
        if between not in (_TO if number % 2 else _AND if number else {""}):
            return None
        choices = _choices(match, ends=bool(number % 2))
        if not choices:
            return None
        found.append(choices)
        at = match.end()
    rest = plain[at:].strip()
    return found if found and len(found) % 2 == 0 and rest in ("", ".", ",") else None


def _choices(match: re.Match[str], *, ends: bool) -> Choices:
    """The minutes that a written time may stand for; none for what is no time."""
    if match["noon"]:
        return (MIDNIGHT // 2,)
    if match["midnight"]:
        return (MIDNIGHT,) if ends else (0,)
    written, minute, mark = match["hour"], int(match["minute"] or 0), match["mark"]
    hour = int(written)
    if mark:
        at = (hour % 12 + 12 * (mark == "p")) * 60 + minute
        return () if not 1 <= hour <= 12 else (MIDNIGHT,) if ends and at == 0 else (at,)
    if hour > 12 or hour == 0 or written[0] == "0":
        at = hour * 60 + minute
        return (MIDNIGHT,) if ends and at == 0 else (at,) if at < MIDNIGHT or (ends and at == MIDNIGHT) else ()
    morning = hour % 12 * 60 + minute
    likely = [morning, morning + 12 * 60] if MORNING <= hour < 12 else [morning + 12 * 60, morning]
    return tuple(at for at in likely if at <= LATEST)


def _row(tokens: Sequence[Choices], first: int) -> list[tuple[int, int]] | None:
    """The times as one row that goes on through the day from the first one, each later one as early as can be."""
    row = [first]
    for number, token in enumerate(tokens[1:], start=1):
        later = [one for one in token if one > row[-1] or (one == row[-1] and number % 2 == 0)]
        if not later:
            return None
        row.append(min(later))
    return joined(zip(row[::2], row[1::2], strict=True))


def _first_row(tokens: Sequence[Choices]) -> list[tuple[int, int]] | None:
    """The row from the likeliest first time that makes one."""
    return next(filter(None, (_row(tokens, first) for first in tokens[0])), None)


def _each_alone(tokens: Sequence[Choices]) -> list[tuple[int, int]] | None:
    """The stretches in any order, where none of them meets another."""
    pairs: list[tuple[int, int]] = []
    for start, end in zip(tokens[::2], tokens[1::2], strict=True):
        one = _first_row([start, end])
        if one is None:
            return None
        pairs += one
    pairs.sort()
    return None if any(later[0] < earlier[1] for earlier, later in pairwise(pairs)) else joined(pairs)


def write_day(day: Day) -> str:
    """Stretches as they would be typed, in the shortest way that is read as the same: `8-12, 1-5`; closed is empty."""
    for full in (False, True):
        text = ", ".join(f"{_written(start, full=full)}-{_written(end, full=full)}" for start, end in day)
        if _reads_as(text, day):
            return text
    return ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in day)


def _written(at: time, *, full: bool) -> str:
    minute = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minute}{('am' if at.hour < 12 else 'pm') if full else ''}"


def _reads_as(text: str, day: Day) -> bool:
    try:
        return read_day(text) == day
    except ClinicError:
        return False
