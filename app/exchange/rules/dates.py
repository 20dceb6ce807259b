"""Dates and times as other systems write them. What cannot be read for sure is never guessed silently."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.rules.values import DateOrder
from app.kit.dates import parse_date, show_date

_CLOCK = re.compile(
    r"(?i)(\d{1,2})[:h.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s*m\.?)?(?:z|[+-]\d\d:?\d\d)?"
)
_DAY_AND_CLOCK = re.compile(r"(.*?\d{4}|\d{4}.*?)(?:T|,?\s+)(\d{1,2}[:h.]\d{2}.*)")
_SLASHED = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Day:
    """A date that was read, or None, and what is to be said about it."""

    value: date | None
    sentence: str = ""


def split_moment(text: str) -> tuple[str, str]:
    """The day's part and the clock's part of "2024-10-21T08:15" or "10/21/2024 8:15 AM"; the clock may be empty."""
    match = _DAY_AND_CLOCK.fullmatch(text.strip())
    return (match[1], match[2]) if match else (text.strip(), "")


def order_of(texts: Iterable[str]) -> DateOrder:
    """Whether a file writes the month or the day first: told by the numbers above 12, and unclear when both occur."""
    month, day = False, False
    for text in texts:
        if match := _SLASHED.fullmatch(split_moment(text)[0]):
            day = day or int(match[1]) > 12
            month = month or int(match[3]) > 12
    if month == day:
        return DateOrder.UNCLEAR
    return DateOrder.MONTH_FIRST if month else DateOrder.DAY_FIRST


def read_day(text: str, order: DateOrder, today: date, *, past_only: bool = False) -> Day:
    """The date in any usual spelling; the year must stand there. Without a value the sentence says why."""
    written = split_moment(text)[0]
    try:
        if run := _RUN.fullmatch(written):
            written = "-".join(run.groups())
        if match := _SLASHED.fullmatch(written):
            return _slashed(match, order, today, past_only=past_only)
        if not re.search(r"\d{4}", written) or re.fullmatch(r"\d+", written):
            return Day(None, tr("This is not a date that can be read for sure."))
        return Day(parse_date(written, today, past_only=past_only))
    except ClinicError as problem:
        return Day(None, problem.message)
    except ValueError:
        return Day(None, tr("There is no such day."))


def _slashed(match: re.Match[str], order: DateOrder, today: date, *, past_only: bool) -> Day:
    """Two numbers and a year: which is the month is told by the number, else by the file, else it is flagged."""
    first, second, year = int(match[1]), int(match[3]), match[4]
    day_first = first > 12 >= second or (order is DateOrder.DAY_FIRST and second <= 12)
    month, day = (second, first) if day_first else (first, second)
    value = parse_date(f"{month:02}/{day:02}/{year}", today, past_only=past_only)
    if order is DateOrder.UNCLEAR and first != second and max(first, second) <= 12:
        return Day(value, tr("Day and month may be swapped. It was read as {date}.", date=show_date(value)))
    if len(year) == 2:
        return Day(value, tr("The year has two digits. It was read as {date}.", date=show_date(value)))
    return Day(value)


def read_clock(text: str) -> time | None:
    """The wall time in `text`, with or without seconds and a date before it; None when it cannot be read."""
    written = split_moment(text)[1] or text.strip()
    match = _CLOCK.fullmatch(written)
    if match is None:
        return None
    hour, minute, second, half = int(match[1]), int(match[2]), int(match[3] or 0), (match[4] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
