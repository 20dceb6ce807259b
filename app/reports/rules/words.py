"""Numbers, money, days and times as a printed sentence says them."""

from datetime import date, datetime, time

from app.core.text import tr

THIN = "\N{NO-BREAK SPACE}"


def number(count: int) -> str:
    """A count inside a sentence: to ten in words, then in figures."""
    words = (
        tr("no"),
        tr("one"),
        tr("two"),
        tr("three"),
        tr("four"),
        tr("five"),
        tr("six"),
        tr("seven"),
        tr("eight"),
        tr("nine"),
        tr("ten"),
    )
    return words[count] if 0 <= count < len(words) else f"{count:,}"


def sentence(text: str) -> str:
    """The text with its first letter raised; the rest as it is."""
    return text[:1].upper() + text[1:]


def money(cents: int) -> str:
    """Integer cents with two decimals and a real minus sign."""
    return f"{'−' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def dollars(cents: int) -> str:
    """Money in a sentence: $25.00."""
    return f"{'−' if cents < 0 else ''}${money(abs(cents))}"


def percent(value: float) -> str:
    """A fraction as per cent: one decimal where the figure is below ten and not whole."""
    shown = f"{value * 100:.0f}" if value >= 0.0995 else f"{value * 100:.1f}"
    return shown.removesuffix(".0")


def clock(at: time, *, half: bool = True) -> str:
    """A wall time: 9:05 AM; `half=False` leaves the half of the day out, where only one can be meant."""
    shown = f"{(at.hour - 1) % 12 + 1}:{at.minute:02d}"
    if not half:
        return shown
    return tr("{time} AM", time=shown) if at.hour < 12 else tr("{time} PM", time=shown)


def hour(at: int) -> str:
    """A whole hour of the day's axis, without its half."""
    return f"{(at - 1) % 12 + 1}"


def weekday(day: date) -> str:
    """The day of the week."""
    names = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))
    return names[day.weekday()]


def month(day: date) -> str:
    """The month's name."""
    names = (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )
    return names[day.month - 1]


def long_day(day: date) -> str:
    """Thursday, November 19, 2026."""
    return tr("{weekday}, {month} {day}, {year}", weekday=weekday(day), month=month(day), day=day.day, year=day.year)


def plain_day(day: date) -> str:
    """November 19, 2026."""
    return tr("{month} {day}, {year}", month=month(day), day=day.day, year=day.year)


def visit_day(day: date) -> str:
    """Tuesday, November 24: a day near enough to need no year."""
    return tr("{weekday}, {month} {day}", weekday=weekday(day), month=month(day), day=day.day)


def stamp(at: datetime) -> str:
    """November 19, 2026, 6:44 PM; the moment is already the clinic's wall clock."""
    return tr("{day}, {time}", day=plain_day(at), time=clock(at.time()))
