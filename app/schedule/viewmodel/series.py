"""A series that is being made: its wish, the sheet of dates, what was decided for each, and the booking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.clock import local_day
from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import language, tr
from app.episodes.queries import EpisodeRow
from app.kit.dates import short_day, show_date, show_time, weekday_name
from app.runner.bridge import Runner
from app.schedule.actions.series import BookSeries, CancelSeries, Placed, SeriesKey, book_series, cancel_series
from app.schedule.queries import BookingStart, booking_start
from app.schedule.queries.looking import SeriesDate, Trouble
from app.schedule.queries.series import SeriesSheet, SeriesWish, series_sheet
from app.schedule.rules import ReasonKind, VisitKind, reason
from app.schedule.rules.series import Lack, covered, lack, spread
from app.schedule.viewmodel.leave import count_words

#: what a series is taken back with
MISTAKE = "mistake"
USUAL_TIME = time(9)


_NEAR = re.compile(r"series-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)-(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Near:
    """Where somebody pointed in the schedule: a series begins there, or is like the visit that stands there."""

    day: date
    start: time
    practitioner_id: int

    @property
    def task(self) -> str:
        """As the task of a place."""
        return f"series-{self.day}-{self.start:%H%M}-{self.practitioner_id}"

    @classmethod
    def of(cls, task: str) -> "Near | None":
        """Of such a task; None for any other."""
        found = _NEAR.fullmatch(task)
        if found is None:
            return None
        day, hour, minute, who = found.groups()
        return cls(date.fromisoformat(day), time(int(hour), int(minute)), int(who))


class Choice(Enum):
    """What was decided for a date."""

    WISHED = "as wished"
    INSTEAD = "the alternative"
    OUT = "left out"
    OPEN = "not decided"


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date in words; `second` of the state is the alternative, or what became of it."""

    number: int
    day: str
    weekday: str
    at: str
    who: str
    glyph: str
    ink: str
    state: str
    second: str


def trouble_words(one: SeriesDate) -> str:
    """Why a date does not do."""
    if one.trouble is Trouble.CLOSED:
        known = reason(ReasonKind.BLOCK, one.detail)
        return tr("Closed: {why}", why=known.label(language()) if known else one.detail)
    words = {
        Trouble.PAST: tr("Too soon, or over"),
        Trouble.NO_HOUR: tr("The clocks jump over that hour"),
        Trouble.WHO: tr("{practitioner} does not do this", practitioner=one.practitioner),
        Trouble.COVERAGE: tr("No plan holds on that day"),
        Trouble.OFF: tr("{practitioner} does not work then", practitioner=one.practitioner),
        Trouble.ELSEWHERE: tr("The patient has a visit then"),
        Trouble.TAKEN: tr("{practitioner} is taken", practitioner=one.practitioner),
    }
    return words[one.trouble] if one.trouble is not None else tr("Free")


def instead_words(one: SeriesDate) -> str:
    """The alternative: what differs from the wish, and nothing else."""
    other = one.alternative
    if other is None:
        return tr("Nothing fits near by")
    parts = [
        short_day(other.day) if other.day != one.day else "",
        show_time(other.start) if other.start != one.start or other.day != one.day else "",
        other.practitioner if other.practitioner_id != one.practitioner_id else "",
    ]
    return " · ".join(part for part in parts if part)


def days_words(weekdays: Sequence[int], interval: int) -> str:
    """Mon, Wed, Fri every week; said with where a week begins, since that decides which weeks are meant."""
    monday = date(2024, 1, 1)
    names = ", ".join(weekday_name(monday + timedelta(days=day))[:3] for day in sorted(weekdays))
    if interval == 1:
        return tr("{days} every week (weeks start on Monday)", days=names)
    return tr("{days} every {weeks} weeks (weeks start on Monday)", days=names, weeks=interval)


class SeriesModel(QObject):
    """`ready`: the lists are there; `changed`: the sheet or a decision is another; `booked`: it is written."""

    ready = Signal(object)
    changed = Signal()
    booked = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.location_id = self.patient_id = 0
        self.episode: EpisodeRow | None = None
        self.near: Near | None = None
        self.start: BookingStart | None = None
        self.sheet: SeriesSheet | None = None
        self.done: SeriesKey | None = None
        self.choices: list[Choice] = []
        self._wish: SeriesWish | None = None
        self._sent = False

    def begin(self, location_id: int, patient_id: int, episode: EpisodeRow | None, near: Near | None = None) -> None:
        """Read what a series begins with; `near`: where somebody pointed."""
        self.location_id, self.patient_id, self.episode, self.near = location_id, patient_id, episode, near
        self.sheet = self.done = self._wish = None
        self.runner.ask(
            booking_start, location_id, patient_id, then=self._take_start, fail=self.failed.emit,
            topic=f"series-start-{id(self)}",
        )  # fmt: skip

    def _take_start(self, start: BookingStart) -> None:
        self.start = start
        self.ready.emit(start)

    @property
    def today(self) -> date:
        """The clinic's day."""
        zone = self.start.zone if self.start else self.ports.here().zone
        return local_day(self.runner.executor.database.clock.now(), zone)

    def proposal(self) -> dict[str, Any]:
        """What the form begins with: the plan of care, what is usual for this patient, and where somebody pointed."""
        start, plan = self.start, self.episode.plan if self.episode else None
        last = start.upcoming[-1] if start and start.upcoming else None
        tomorrow = self.today + timedelta(days=1)
        first, near = max(tomorrow, plan.starts_on) if plan else tomorrow, self.near
        often = plan.visits_per_week if plan else 2
        people = {one.id for one in start.people} if start else set()
        treats = self.episode.practitioner_id if self.episode else None
        if near is not None:
            first, treats = max(self._from(near), plan.starts_on if plan else near.day), near.practitioner_id
        usual = last.start if last else USUAL_TIME
        return {
            "visit_type": self._follow_up(),
            "practitioner": treats if treats in people else (start.practitioner_id if start else None),
            "starts_on": first,
            "start": near.start if near is not None else usual,
            "count": plan.visits if plan else often * 6,
            "interval": 1,
            "weekdays": spread(often, near.day if near is not None else first),
        }

    def _from(self, near: Near) -> date:
        """The first day of a series that begins there: the day itself while it is to come and the patient is free then."""
        taken = self.start is not None and any(one.day == near.day for one in self.start.upcoming)
        return max(near.day + timedelta(days=1) if taken else near.day, self.today)

    def _follow_up(self) -> int | None:
        """What a series is of: the follow-ups that this patient has, the ordinary ones for who is new."""
        if self.start is None:
            return None
        own, usual = self.start.visit_type_id, [one.id for one in self.start.types if one.kind is VisitKind.FOLLOW_UP]
        return own if own in usual else min(usual, default=own)

    def look(self, values: dict[str, Any]) -> None:
        """Look at the dates of a wish; a newer one drops an older one, and what was decided for the same one stays."""
        wish = SeriesWish(
            patient_id=self.patient_id, location_id=self.location_id, visit_type_id=values["visit_type"],
            practitioner_id=values["practitioner"], starts_on=values["starts_on"], weekdays=values["weekdays"],
            start=values["start"], count=values["count"], interval=values["interval"],
            episode_id=self.episode.id if self.episode else None,
        )  # fmt: skip
        self._wish = wish
        self._ask()

    def _ask(self) -> None:
        self.runner.ask(
            series_sheet, self._wish, self.ports.promises, then=self._take_sheet, fail=self.failed.emit,
            topic=f"series-{id(self)}", settled=False,
        )  # fmt: skip

    def _take_sheet(self, sheet: SeriesSheet) -> None:
        if self.done is not None:
            return
        before = self.sheet
        kept = before is not None and before.dates == sheet.dates
        self.sheet = sheet
        if not kept:
            self.choices = [first_choice(one) for one in sheet.dates]
        self.changed.emit()

    # ---------------------------------------------------------------------------------------------- decisions

    def chosen(self) -> tuple[Placed | None, ...]:
        """For each date the visit that would be booked, or None."""
        return tuple(placed(one, choice) for one, choice in zip(self._dates(), self.choices, strict=True))

    def _dates(self) -> tuple[SeriesDate, ...]:
        return self.sheet.dates if self.sheet is not None else ()

    def paid(self) -> tuple[bool, ...]:
        """For each date whether the authorization pays for it."""
        days = [one.day if one else None for one in self.chosen()]
        return covered(days, self.sheet.account if self.sheet else None)

    def to_book(self) -> tuple[Placed, ...]:
        """The visits that are booked: chosen, and paid for."""
        return tuple(one for one, pays in zip(self.chosen(), self.paid(), strict=True) if one is not None and pays)

    def open(self) -> tuple[int, ...]:
        """The rows nobody decided yet."""
        return tuple(at for at, choice in enumerate(self.choices) if choice is Choice.OPEN)

    def lack(self) -> Lack | None:
        """What has to be asked of the payer; None where the authorization pays for all, or there is none."""
        account = self.sheet.account if self.sheet else None
        return None if account is None else lack([one.day if one else None for one in self.chosen()], account)

    def take_all(self) -> None:
        """Every alternative is taken."""
        self._choose(*((at, Choice.INSTEAD) for at in self.open()))

    def take(self, row: int) -> None:
        """Take a row's alternative, or think again; one that was left out comes back."""
        one, choice = self._dates()[row], self.choices[row]
        if choice is Choice.OUT:
            self._choose((row, first_choice(one)))
        elif one.alternative is not None:
            self._choose((row, Choice.OPEN if choice is Choice.INSTEAD else Choice.INSTEAD))

    def leave_out(self, row: int) -> None:
        """Leave a date out, or take it in again."""
        out = self.choices[row] is Choice.OUT
        self._choose((row, first_choice(self._dates()[row]) if out else Choice.OUT))

    def _choose(self, *decided: tuple[int, Choice]) -> None:
        for row, choice in decided:
            self.choices[row] = choice
        self.changed.emit()

    # -------------------------------------------------------------------------------------------------- words

    def lines(self) -> tuple[DateLine, ...]:
        """Every date in words."""
        return tuple(
            date_line(one, choice, pays, booked=self.done is not None)
            for one, choice, pays in zip(self._dates(), self.choices, self.paid(), strict=True)
        )

    def leave_words(self) -> tuple[str, str]:
        """The ink and the words of the authorization that pays."""
        row = self.sheet.covered_by if self.sheet is not None else None
        if row is None:
            return "note", tr("No authorization is written down; nothing stops the series.")
        _glyph, ink, words = count_words(row, self.today)
        return ink, f"{row.authorization.payer}: {words}"

    def summary(self) -> str:
        """How many are booked, from when to when, on which days."""
        visits = self.to_book()
        if not visits or self._wish is None:
            return tr("Nothing to book yet.")
        days = days_words(sorted(self._wish.weekdays), self._wish.interval)
        first, last = (show_date(day) for day in (min(v.day for v in visits), max(v.day for v in visits)))
        return tr(
            "{count} visits from {first} to {last} · {days}", count=len(visits), first=first, last=last, days=days
        )

    # ------------------------------------------------------------------------------------------------ booking

    def book(self) -> None:
        """Book what was decided. What is still open is not passed over: it is named."""
        if self._sent or self.sheet is None or self.done is not None:
            return
        if self.open():
            self.failed.emit(
                ClinicError(
                    "{count} dates do not fit and are not decided.",
                    next_step="Take the alternatives (Alt+A), or leave them out (Delete).",
                    field="dates",
                    count=len(self.open()),
                )
            )
            return
        visits, wish = self.to_book(), self._wish
        if not visits or wish is None:
            self.failed.emit(
                ClinicError("None of these dates can be booked.", field="dates", next_step="Change the wish.")
            )
            return
        self._sent = True
        self.busy.emit(True)
        command = BookSeries(
            patient_id=self.patient_id, location_id=self.location_id, visit_type_id=wish.visit_type_id,
            rule=self.sheet.rule, visits=visits, episode_id=wish.episode_id,
        )  # fmt: skip
        self.runner.run(book_series, command, self._booked, self._refused)

    def _booked(self, done: SeriesKey) -> None:
        self._sent, self.done = False, done
        self.busy.emit(False)
        back = CancelSeries(series_id=done.series_id, visits=done.visits, reason_code=MISTAKE)
        said = tr("Series of {count} visits booked", count=done.count)
        self.ports.undoable(said, lambda: self.runner.run(cancel_series, replace(back), self._undone, self.failed.emit))
        self.booked.emit(done)

    def _undone(self, _key: SeriesKey) -> None:
        self.ports.announce(tr("The series is taken back"))

    def _refused(self, why: ClinicError) -> None:
        """Something changed since the sheet was looked at: look again."""
        self._sent = False
        self.busy.emit(False)
        self.failed.emit(why)
        self._ask()


def first_choice(one: SeriesDate) -> Choice:
    """What a date begins with: as wished where it is free, left out where nothing else fits, else not decided."""
    if one.trouble is None:
        return Choice.WISHED
    return Choice.OUT if one.alternative is None else Choice.OPEN


def placed(one: SeriesDate, choice: Choice) -> Placed | None:
    """The visit that a decision makes of a date, or None."""
    other = one.alternative
    if choice is Choice.WISHED:
        return Placed(one.day, one.start, one.practitioner_id, one.minutes)
    if choice is Choice.INSTEAD and other is not None:
        return Placed(other.day, other.start, other.practitioner_id, other.minutes)
    return None


def date_line(one: SeriesDate, choice: Choice, pays: bool, *, booked: bool = False) -> DateLine:
    """A date in words; what was free is `booked` by now."""
    taken = one.alternative if choice is Choice.INSTEAD else None
    day, start, who = (taken.day, taken.start, taken.practitioner) if taken else (one.day, one.start, one.practitioner)
    glyph, ink, state, second = _state(one, choice)
    if booked and choice is Choice.WISHED:
        state = tr("Booked")
    if not pays:
        glyph, ink, state, second = "icon:stop", "warn", tr("Past the authorization"), tr("Ask for more visits")
    return DateLine(one.number, show_date(day), weekday_name(day)[:3], show_time(start), who, glyph, ink, state, second)


def _state(one: SeriesDate, choice: Choice) -> tuple[str, str, str, str]:
    why = trouble_words(one)
    if choice is Choice.WISHED:
        return "icon:check", "ok", why, ""
    if choice is Choice.INSTEAD:
        return "icon:swap", "info", tr("Moved"), why
    if choice is Choice.OUT:
        return "icon:x", "text3", tr("Left out"), why if one.trouble is not None else ""
    return "icon:triangle", "bad", why, tr("Instead: {time}", time=instead_words(one))
