"""Reading the dates and times that people type, the American way, and writing them back. No Qt, no clock."""

from __future__ import annotations

import calendar
import re
from datetime import date, time

from app.core.errors import ClinicError
from app.core.text import tr

#: the months as people write them, in English and Spanish; any beginning of three letters or more will do
_MONTHS = (
    "january enero", "february febrero", "march marzo", "april abril", "may mayo", "june junio", "july julio",
    "august agosto", "september septiembre setiembre", "october octubre", "november noviembre", "december diciembre",
)  # fmt: skip
_MONTH_OF = {
    name[:length]: number
    for number, names in enumerate(_MONTHS, 1)
    for name in names.split()
    for length in range(3, len(name) + 1)
}
#: words and signs of a date that say nothing: the 1st of March, el 1º de marzo del 70, Mar 1 '70
_IDLE = frozenset({"", "de", "del", "of", "the", "el", "a"})
_ORDINAL = r"(?<=\d)(?:st|nd|rd|th|ro|er|do|to|º|°|ª)$"


def month_name(month: int) -> str:
    """The month's name in the language in force, 1 = January."""
    names = (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
        tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )  # fmt: skip
    return names[month - 1]


def month_of(word: str) -> int | None:
    """The month that a word is the name of, or its beginning: 3 for Mar, march, marzo; None for Mary and Martin."""
    return _MONTH_OF.get(word.strip(".,").casefold())


def weekday_name(day: date) -> str:
    """Sunday, in the language in force."""
    names = (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
    return names[day.weekday()]


def short_day(day: date, today: date | None = None) -> str:
    """Tue, Mar 10; seen from a `today` of another year: Tue, Mar 9, 2027."""
    words = tr("{weekday}, {month} {day}", weekday=weekday_name(day)[:3], month=month_name(day.month)[:3], day=day.day)
    return _of_year(words, day, today)


def long_day(day: date, today: date | None = None) -> str:
    """Sunday, Mar 15; seen from a `today` of another year: Sunday, Mar 14, 2027."""
    words = tr("{weekday}, {month} {day}", weekday=weekday_name(day), month=month_name(day.month)[:3], day=day.day)
    return _of_year(words, day, today)


def _of_year(words: str, day: date, today: date | None) -> str:
    return words if today is None or today.year == day.year else tr("{day}, {year}", day=words, year=day.year)


def show_date(day: date) -> str:
    """MM/DD/YYYY."""
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def parse_date(text: str, today: date, *, past_only: bool = False) -> date:
    """The date in `text`: 3/1/70, 03011970, 030170, 19700301, 1970-03-01, Mar 1 1970, 1 de marzo de 1970, or 3/1.

    Without a year it is the nearest such day. A year of two digits lies at most 20 years ahead, or never ahead when
    `past_only` (birth dates). Raises ClinicError with the sentence for the field: what is wrong with the date, and the
    nearest one that exists.
    """
    year, month, day = _numbers(text.strip(), today, past_only)
    found = _checked(year, month, day)
    if past_only and found > today:
        raise ClinicError("{date} is still to come.", date=show_date(found))
    return found


def _numbers(text: str, today: date, past_only: bool) -> tuple[int, int, int]:
    """Year, month and day as typed, not yet checked against the calendar."""
    if iso := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if whole := re.fullmatch(r"(1[89]\d\d|2[01]\d\d)(\d{2})(\d{2})", text):  # no month is 18 or more
        return int(whole[1]), int(whole[2]), int(whole[3])
    if run := re.fullmatch(r"(\d{2})(\d{2})(\d{4}|\d{2})", text):
        month, day = int(run[1]), int(run[2])
        return _year(run[3], today, past_only, month, day), month, day
    if slashed := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?", text):
        month, day = int(slashed[1]), int(slashed[2])
        return _year(slashed[3], today, past_only, month, day), month, day
    if worded := _worded(text):
        month, day, digits = worded
        return _year(digits, today, past_only, month, day), month, day
    raise ClinicError("Type the date as {example}.", example="03/01/1970")


def _worded(text: str) -> tuple[int, int, str] | None:
    """Month, day and the year's digits of 'Mar 1 1970' or '1 de marzo de 1970', or None."""
    parts = [part for part in re.split(r"[\s,./'’-]+", text.casefold()) if part not in _IDLE]
    months = [part for part in parts if month_of(part)]
    numbers = [re.sub(_ORDINAL, "", part).replace("primero", "1") for part in parts if part not in months]
    if len(months) != 1 or not 1 <= len(numbers) <= 2 or not all(re.fullmatch(r"\d{1,4}", n) for n in numbers):
        return None
    if len(numbers[0]) > 2:
        return None
    digits = numbers[1] if len(numbers) == 2 else ""
    return None if len(digits) in (1, 3) else (_MONTH_OF[months[0]], int(numbers[0]), digits)


def _year(digits: str | None, today: date, past_only: bool, month: int, day: int) -> int:
    """The year that four, two or no digits mean, seen from today."""
    if not digits:
        return _nearest_year(today, past_only, month, day)
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if past_only:
        return year - 100 if (year, month, day) > (today.year, today.month, today.day) else year
    return year - 100 if year > today.year + 20 else year


def _nearest_year(today: date, past_only: bool, month: int, day: int) -> int:
    """No year typed: this year, or the next or last one when that day is closer to today."""
    if past_only:
        return today.year if (month, day) <= (today.month, today.day) else today.year - 1
    apart = month - today.month
    return today.year + (1 if apart < -6 else -1 if apart > 6 else 0)


def _checked(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        if 1 <= day <= 12 and 1 <= month <= calendar.monthrange(max(year, 1), day)[1]:
            raise ClinicError("The month comes first. Is it {date}?", date=show_date(date(max(year, 1), day, month)))
        raise ClinicError("Months go from 01 to 12.")
    if not 1800 <= year <= 2200:
        raise ClinicError("Type the year as {example}.", example="1970")
    last = calendar.monthrange(year, month)[1]
    if day < 1:
        raise ClinicError("Days begin with 01. Is it {date}?", date=show_date(date(year, month, 1)))
    if day > last:
        raise _too_late(year, month, last)
    return date(year, month, day)


def _too_late(year: int, month: int, last: int) -> ClinicError:
    nearest = show_date(date(year, month, last))
    if month == 2:
        return ClinicError("February {year} has {days} days. Is it {date}?", year=year, days=last, date=nearest)
    name = month_name(month).capitalize()  # it begins the sentence
    return ClinicError("{month} has {days} days. Is it {date}?", month=name, days=last, date=nearest)


def show_time(at: time) -> str:
    """9:05 AM."""
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def parse_time(text: str, *, day_starts: int = 7) -> time:
    """The time in `text`: 9, 915, 9:15, 9:15a, 1:30 pm, 1330.

    Without AM or PM an hour from 1 up to `day_starts` (not included) is in the afternoon. Raises ClinicError.
    """
    match = re.fullmatch(r"(\d{1,2})(?:[:. ]?(\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", text.strip().lower())
    if not match:
        raise ClinicError("Type the time as {example}.", example="9:15 AM")
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if minute > 59:
        raise ClinicError("Minutes go from 00 to 59.")
    if half:
        if not 1 <= hour <= 12:
            raise ClinicError("With AM or PM the hour goes from 1 to 12.")
        return time(hour % 12 + (12 if half == "p" else 0), minute)
    if hour > 23:
        raise ClinicError("Hours go from 0 to 23.")
    return time(hour + 12 if 1 <= hour < day_starts and not text.strip().startswith("0") else hour, minute)
