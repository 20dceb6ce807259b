"""How a search for a time says what it found, and why it found nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from app.core.text import tr
from app.kit.dates import short_day, show_time, weekday_name
from app.schedule.rules.openings import EVERY_DAY, Fit, Wish
from app.schedule.rules.relaxing import Relaxation, Relaxed

_MONDAY = date(2024, 1, 1)  # some Monday, for the names of weekdays


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the answer: a day that fits, and which of its times is chosen."""

    fit: Fit
    note: str
    at: int = 0

    @property
    def key(self) -> tuple[date, int, int]:
        """What stays the same when the answer is read again."""
        return self.fit.day, self.fit.practitioner_id, self.fit.location_id

    @property
    def time_words(self) -> str:
        """The chosen time."""
        return show_time(self.fit.starts[self.at].time())

    @property
    def more_words(self) -> str:
        """How many other times there are on that day, and until when."""
        starts = self.fit.starts
        if len(starts) == 1:
            return ""
        last = show_time(starts[-1].time())
        return tr("{count} times to {last}", count=len(starts), last=last)

    @property
    def where_words(self) -> str:
        """How far it is."""
        return tr("about {miles} miles", miles=self.fit.miles) if self.fit.miles else ""

    @property
    def pick_words(self) -> str:
        """Which visit of its week it would be."""
        return tr("Visit {number} of the week", number=self.fit.pick) if self.fit.pick else ""

    def step(self, by: int) -> "Offer":
        """The same day with a sooner or later time chosen."""
        return replace(self, at=min(max(0, self.at + by), len(self.fit.starts) - 1))


@dataclass(frozen=True, slots=True)
class Round:
    """Several visits of one week that are booked one after the other. `planned`: the days that were found for them."""

    total: int
    booked: tuple[date, ...] = ()
    planned: tuple[date, ...] = ()

    @property
    def left(self) -> int:
        """How many are still to be booked."""
        return self.total - len(self.booked)

    def after(self, day: date) -> "Round":
        """One more is booked, on a day."""
        return replace(self, booked=(*self.booked, day), planned=tuple(one for one in self.planned if one != day))

    def line(self, offers: Sequence[Offer]) -> int:
        """Which line is the next one: the first that lies on a day that was planned, else the first."""
        return next((at for at, one in enumerate(offers) if one.fit.day in self.planned), 0)

    @property
    def words(self) -> str:
        """1 of 2 booked: Wed, Mar 11."""
        days = " · ".join(map(short_day, self.booked))
        return tr("{count} of {total} booked: {days}", count=len(self.booked), total=self.total, days=days)


def round_of(wish: Wish, offers: Sequence[Offer], taken: date) -> Round | None:
    """The round that begins with a line that is taken; None for one visit a week."""
    if wish.per_week == 1:
        return None
    monday = taken - timedelta(days=taken.weekday())
    week = [one.fit.day for one in offers if one.fit.pick and monday <= one.fit.day < monday + timedelta(days=7)]
    return Round(wish.per_week, planned=tuple(dict.fromkeys(week)))


def offers_of(fits: Sequence[Fit]) -> list[Offer]:
    """Lines with a word why each is offered: the usual practitioner, or how much sooner than with them."""
    usual = next((one.day for one in fits if one.usual), None)
    made = []
    for fit in fits:
        note = tr("usual therapist") if fit.usual else ""
        if usual is not None and not fit.usual and fit.day < usual:
            days = (usual - fit.day).days
            note = tr("a day sooner") if days == 1 else tr("{days} days sooner", days=days)
        made.append(Offer(fit, note))
    return made


def nothing_words(wish: Wish, names: Mapping[int, str]) -> str:
    """Why nothing fits: what was wished, in a line; `names` of practitioners by id."""
    parts = [days_words(wish.weekdays)] if wish.weekdays != EVERY_DAY else []
    parts += [tr("not before {time}", time=show_time(wish.after))] if wish.after else []
    parts += [tr("over by {time}", time=show_time(wish.before))] if wish.before else []
    parts += [tr("{count} a week", count=wish.per_week)] if wish.per_week > 1 else []
    parts += [", ".join([*(names.get(who, "") for who in sorted(wish.practitioner_ids)), *sorted(wish.skills)])]
    return tr(
        "Nothing in {days} days: {wishes}.", days=wish.days, wishes=" · ".join(part for part in parts if part) or "–"
    )


def relaxed_words(one: Relaxation) -> str:
    """A step that would help, how many times there are then, and when the first."""
    return tr("{step}: {times} times, first {day}", step=_step_words(one), times=one.times, day=short_day(one.first))


def _step_words(one: Relaxation) -> str:
    wish = one.wish
    match one.what:
        case Relaxed.DAY:
            return tr("{weekday} too", weekday=weekday_name(_MONDAY + timedelta(days=int(one.name))))
        case Relaxed.EARLIER:
            return tr("From {time}", time=show_time(wish.after or time()))
        case Relaxed.LATER_IN_THE_DAY:
            return tr("Over by {time}", time=show_time(wish.before)) if wish.before else tr("However late")
        case Relaxed.WHO:
            return tr("{name} too", name=one.name) if one.name else tr("Anyone")
        case Relaxed.WHERE:
            return tr("{name} too, about {miles} miles", name=one.name, miles=wish.miles)
        case Relaxed.FEWER:
            return tr("{count} a week", count=wish.per_week)
        case Relaxed.SHORTER:
            return tr("{minutes} minutes", minutes=wish.minutes)
        case Relaxed.LONGER_AHEAD:
            return tr("Up to {day}", day=short_day(wish.from_day + timedelta(days=wish.days - 1)))
        case Relaxed.ALL:
            return tr("Any day and time, anyone")


def days_words(weekdays: frozenset[int]) -> str:
    """Mon, Wed, Fri."""
    return ", ".join(weekday_name(_MONDAY + timedelta(days=day))[:3] for day in sorted(weekdays))
