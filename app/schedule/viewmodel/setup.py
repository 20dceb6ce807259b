"""How the schedule's own settings are said: weeks, closed times, visit types, rooms."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from app.core.text import language, tr
from app.kit.dates import short_day, show_date, show_time, weekday_name
from app.schedule.queries.catalog import RoomRow
from app.schedule.queries.workers import ExceptionRow, WorkerRow
from app.schedule.rules import ForWhom, ReasonKind, VisitKind, reason
from app.schedule.rules.codes import Tone
from app.schedule.rules.weeks import Day, Week, minutes_of, week_minutes
from app.schedule.rules.written import write_day

_MONDAY = date(2026, 3, 9)


def weekday_names() -> tuple[str, ...]:
    """Monday to Sunday."""
    return tuple(weekday_name(_MONDAY + timedelta(days=number)) for number in range(7))


def day_reading(day: Day) -> str:
    """A day's hours by the clock: 8:00 AM–12:00 PM, 1:00 PM–5:00 PM; or that it is closed."""
    return ", ".join(f"{show_time(start)}–{show_time(end)}" for start, end in day) or tr("Closed")


def week_words(week: Week) -> str:
    """A week in one line, days that are alike together: Mon–Thu 8-12, 1-5 · Fri 8-12."""
    names = [name[:3] for name in weekday_names()]
    parts, begin = [], 0
    for number in range(1, 8):
        if number == 7 or week[number] != week[begin]:
            if week[begin]:
                days = names[begin] if begin == number - 1 else f"{names[begin]}–{names[number - 1]}"
                parts.append(f"{days} {write_day(week[begin])}")
            begin = number
    return " · ".join(parts) or tr("Closed")


def hours_words(minutes: int) -> str:
    """36 h, 7.5 h."""
    return tr("{hours} h", hours=f"{minutes / 60:g}" if minutes % 6 == 0 else f"{minutes / 60:.1f}")


def week_hours(week: Iterable[Day]) -> str:
    """How long a week is."""
    return hours_words(week_minutes(week))


def day_hours_words(day: Day) -> str:
    """A day by the clock, and how long it is."""
    if not day:
        return tr("Closed")
    return f"{day_reading(day)} · {hours_words(sum(end - start for start, end in map(minutes_of, day)))}"


def worker_name(row: WorkerRow) -> str:
    """Okafor, Thomas · PT."""
    name = f"{row.family}, {row.given}" if row.given else row.family
    return f"{name} · {row.credential}" if row.credential else name


def holds_words(first: date, last: date | None) -> str:
    """From when to when."""
    if last is None:
        return tr("from {day}", day=show_date(first))
    return tr("{first} to {last}", first=show_date(first), last=show_date(last))


def exception_when(row: ExceptionRow) -> str:
    """When a closed time is: a day and its hours, or from when to when."""
    start, end = show_time(row.start), show_time(row.end)
    if row.first_day == row.last_day:
        return f"{short_day(row.first_day)}, {start}–{end}"
    if row.start == row.end == time() and row.last_day == row.first_day + timedelta(days=1):
        return short_day(row.first_day)
    return f"{short_day(row.first_day)}, {start} – {short_day(row.last_day)}, {end}"


def exception_why(row: ExceptionRow) -> str:
    """Why: the label of a code, or somebody's words."""
    known = reason(ReasonKind.BLOCK, row.reason)
    return known.label(language()) if known else row.reason


def kinds() -> dict[VisitKind, str]:
    """What a visit type may be for."""
    return {
        VisitKind.EVALUATION: tr("Evaluation"),
        VisitKind.RE_EVALUATION: tr("Re-evaluation"),
        VisitKind.FOLLOW_UP: tr("Follow-up"),
    }


def whom() -> dict[ForWhom, str]:
    """Whom a visit type may be for."""
    return {
        ForWhom.ANYBODY: tr("Everybody"),
        ForWhom.NEW: tr("New patients"),
        ForWhom.RETURNING: tr("Returning patients"),
    }


def tones() -> dict[str, str]:
    """The colours a visit type may have."""
    return {
        "": tr("That of its kind"),
        Tone.INDIGO: tr("Indigo"),
        Tone.BLUE: tr("Blue"),
        Tone.TEAL: tr("Teal"),
        Tone.VIOLET: tr("Violet"),
        Tone.PINK: tr("Pink"),
        Tone.GREEN: tr("Green"),
        Tone.GRAY: tr("Gray"),
    }


def room_what(row: RoomRow) -> str:
    """Room, Equipment, or that it is not used any more."""
    if not row.active:
        return tr("Not in use")
    return tr("Equipment") if row.equipment else tr("Room")
