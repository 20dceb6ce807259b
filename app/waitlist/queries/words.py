"""How this room says things: what somebody wants, why they are called, what came of a call."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from app.core.clock import local
from app.core.text import tr
from app.kit.dates import show_date, show_time, weekday_name
from app.schedule.rules import FreedBy
from app.waitlist.queries.holes import HoleRow
from app.waitlist.queries.ladder import Rung, TryRow
from app.waitlist.queries.waiting import EntryRow
from app.waitlist.rules import Barrier, Outcome, Why, WhyKind
from app.waitlist.rules.fitting import ALL_DAYS

_MONDAY = date(2026, 1, 5)

_PRIORITY: tuple[Callable[[], str], ...] = (
    lambda: tr("None"),
    lambda: tr("Soon"),
    lambda: tr("Very soon"),
    lambda: tr("At once"),
)


def priority_words(priority: int) -> str:
    """How soon somebody asked to be called, 0 to 3, as the form says it."""
    return _PRIORITY[priority]()


def waits_words(days: int) -> str:
    """For how long somebody waits."""
    if not days:
        return tr("waits since today")
    return tr("waits since yesterday") if days == 1 else tr("waits {days} days", days=days)


_WHY: Mapping[WhyKind, Callable[[int], str]] = {
    WhyKind.PRIORITY: priority_words,
    WhyKind.WAITED: waits_words,
    WhyKind.SNUG: lambda n: tr("{minutes} minutes fit", minutes=n),
    WhyKind.OWN_PRACTITIONER: lambda _n: tr("their own therapist"),
    WhyKind.WEEK_MISSING: lambda n: tr("this week lacks {count}", count=n),
    WhyKind.NO_VISIT_AHEAD: lambda _n: tr("nothing booked ahead"),
    WhyKind.SOONER: lambda n: tr("a day sooner") if n == 1 else tr("{days} days sooner", days=n),
    WhyKind.ABSENCES: lambda n: tr("absences {count}", count=n),
    WhyKind.MILES: lambda n: tr("about a mile") if n == 1 else tr("about {miles} miles", miles=n),
    WhyKind.AUTHORIZED: lambda n: tr("authorized visits left {count}", count=n),
    WhyKind.NO_ANSWER: lambda _n: tr("not reached before"),
    WhyKind.NO_PHONE: lambda _n: tr("no phone is known"),
    WhyKind.OFFERED_ELSEWHERE: lambda _n: tr("holds another offer"),
}
_BARRIER: Mapping[Barrier, Callable[[], str]] = {
    Barrier.BUSY: lambda: tr("Has another visit then"),
    Barrier.WRONG_TYPE: lambda: tr("This visit is not for them, or not this practitioner’s"),
    Barrier.NO_COVERAGE: lambda: tr("No plan holds on that day"),
    Barrier.NO_AUTHORIZATION: lambda: tr("No authorized visit left"),
    Barrier.PAUSE: lambda: tr("Too near to the visit before or after"),
    Barrier.ALONE: lambda: tr("May not share this time with another patient"),
    Barrier.TOO_SOON: lambda: tr("This visit is booked longer ahead"),
    Barrier.NO_ROOM: lambda: tr("No room or equipment is free then"),
    Barrier.CLOSED: lambda: tr("Closed by now"),
    Barrier.TAKEN: lambda: tr("This time is taken by now"),
    Barrier.DECLINED: lambda: tr("Declined this time"),
    Barrier.ELSEWHERE: lambda: tr("Their later visit is at another location"),
}
_OUTCOME: Mapping[Outcome, Callable[[], str]] = {
    Outcome.OFFERED: lambda: tr("Offered"),
    Outcome.ACCEPTED: lambda: tr("Accepted"),
    Outcome.DECLINED: lambda: tr("Declined"),
    Outcome.NO_ANSWER: lambda: tr("No answer"),
    Outcome.LEFT_MESSAGE: lambda: tr("Left a message"),
}
_FREED: Mapping[FreedBy, Callable[[], str]] = {
    FreedBy.CANCEL: lambda: tr("cancelled"),
    FreedBy.MOVE: lambda: tr("moved away"),
    FreedBy.NO_SHOW: lambda: tr("did not come"),
}


def why_words(why: Why) -> str:
    """One fact of the order."""
    return _WHY[why.kind](why.value)


def whys_words(rung: Rung) -> str:
    """What stands in the way first, then the facts, the weightiest first."""
    parts = [barrier_words(rung.ranked.barrier)] if rung.ranked.barrier else []
    return " · ".join([*parts, *map(why_words, rung.ranked.whys)])


def barrier_words(barrier: Barrier) -> str:
    """What stands in the way."""
    return _BARRIER[barrier]()


def outcome_words(outcome: Outcome) -> str:
    """What came of a call."""
    return _OUTCOME[outcome]()


def tried_words(tried: TryRow | None, zone: str) -> str:
    """No answer, 10:52 AM; or until when an offer holds; empty before the first call."""
    if tried is None:
        return ""
    if tried.until is not None:
        return tr("Offered until {time}", time=show_time(local(tried.until, zone).time()))
    return tr("{what}, {time}", what=outcome_words(tried.outcome), time=show_time(local(tried.at, zone).time()))


def freed_words(freed_by: FreedBy) -> str:
    """What gave the time back."""
    return _FREED[freed_by]()


def hole_words(hole: HoleRow) -> str:
    """9:00 AM · Okafor · 45 min."""
    return tr(
        "{time} · {practitioner} · {minutes} min",
        time=show_time(hole.start), practitioner=hole.practitioner, minutes=hole.minutes,
    )  # fmt: skip


def days_words(weekdays: int) -> str:
    """Mon, Wed, Fri; or any day."""
    if weekdays == ALL_DAYS:
        return tr("any day")
    return ", ".join(
        weekday_name(_MONDAY + timedelta(days=number))[:3] for number in range(7) if weekdays >> number & 1
    )


def hours_words(entry: EntryRow) -> str:
    """After 3:00 PM; before noon; between the two; empty for any time."""
    if entry.from_time and entry.to_time:
        return tr("{start} to {end}", start=show_time(entry.from_time), end=show_time(entry.to_time))
    if entry.from_time:
        return tr("from {start}", start=show_time(entry.from_time))
    return tr("until {end}", end=show_time(entry.to_time)) if entry.to_time else ""


def want_words(entry: EntryRow) -> str:
    """Very soon · Follow-up 45 · Mon, Wed · from 3:00 PM · Lee · instead of 03/20/2026."""
    instead = tr("instead of {day}", day=show_date(entry.later_day)) if entry.later_day else ""
    parts = [
        priority_words(entry.priority) if entry.priority else "",
        entry.visit_type,
        days_words(entry.weekdays),
        hours_words(entry),
        ", ".join(name for _, name in entry.practitioners),
        ", ".join(name for _, name in entry.locations),
        instead,
        entry.note,
    ]
    return " · ".join(part for part in parts if part)
