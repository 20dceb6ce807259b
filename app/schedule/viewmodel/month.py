"""The state of the month: how full its days are, and on which of them the cursor stands."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import Place, Ports
from app.core.text import language, tr
from app.kit.dates import long_day, month_name
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.queries import DayLoad, MonthLoad, month_load
from app.schedule.rules import ReasonKind, reason

TABLES = ("appointment", "block", "working_hours", "practitioner", "freed_slot")
WEEK = 7


def month_words(month: date) -> str:
    """March 2026."""
    return tr("{month} {year}", month=month_name(month.month), year=month.year)


def shut_word(load: DayLoad) -> str:
    """Why a day is closed, or a part of it: a holiday's name, else that nobody works; empty on an ordinary day."""
    if load.shut:
        known = reason(ReasonKind.BLOCK, load.shut)
        return known.label(language()) if known else load.shut
    return "" if load.open_minutes else tr("Closed")


def month_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class MonthModel(QObject):
    """The month around `day` at one location. `changed`: another answer; `moved`: the cursor only; `failed`: a sentence."""

    changed = Signal()
    moved = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.location_id = 0
        self.day = date(2000, 1, 1)
        self.load: MonthLoad | None = None
        self._awake = False
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    def show(self, location_id: int, day: date) -> None:
        """Show the month of a day, with the cursor on it."""
        self._awake = True
        if self.load is not None and (location_id, day) == (self.location_id, self.day):
            return
        same = self.load is not None and (location_id, day.replace(day=1)) == (self.location_id, self.load.month)
        self.location_id, self.day = location_id, day
        if same:
            self.moved.emit()
        else:
            self.load = None
            self._ask(settled=True)

    def sleep(self) -> None:
        """Another view is shown: what happens meanwhile is asked for at the next look."""
        self._awake, self.load = False, None

    def _hear(self, _notice: Notice) -> None:
        if self._awake and self.location_id:
            self._ask(settled=False)

    def _ask(self, *, settled: bool) -> None:
        self.runner.ask(
            month_load, self.location_id, self.day.replace(day=1), then=self._take, fail=self._fail,
            topic=f"month-{id(self)}", settled=settled,
        )  # fmt: skip

    def _take(self, load: MonthLoad) -> None:
        self.load = load
        self.changed.emit()

    def _fail(self, why: ClinicError) -> None:
        self.failed.emit(why)

    # ------------------------------------------------------------------------------------------------- the cursor

    def go(self, days: int) -> None:
        """Move the cursor by days; over the month's edge its neighbour is shown."""
        self.put(self.day + timedelta(days=days))

    def turn(self, months: int) -> None:
        """The month before or after."""
        self.put(month_later(self.day, months))

    def put(self, day: date) -> None:
        """Put the cursor on a day; the window's day goes along, so that every view shows the same one."""
        if (day.year, day.month) == (self.day.year, self.day.month):
            self.day = day
            self.moved.emit()
        self.ports.go(Place("schedule", day=day))

    def edge(self, *, last: bool) -> None:
        """The first or the last day of the week."""
        self.go((WEEK - 1 if last else 0) - self.day.weekday())

    def at(self, day: date) -> DayLoad | None:
        """What is known of a day."""
        return next((one for one in self.load.days if one.day == day), None) if self.load else None

    def summary(self) -> str:
        """The month in one line: visits, how full, holes."""
        if self.load is None:
            return ""
        days = [one for one in self.load.days if one.day.month == self.load.month.month]
        booked, opened = sum(one.booked_minutes for one in days), sum(one.open_minutes for one in days)
        holes = sum(one.holes for one in days)
        if not opened:
            return tr("Nobody works this month.")
        visits, percent = sum(one.visits for one in days), round(100 * booked / opened)
        return tr(
            "visits: {visits} · {percent} % full · holes: {holes}", visits=f"{visits:,}", percent=percent, holes=holes
        )

    def words(self, day: date | None = None) -> str:
        """A day in words, by default the one under the cursor: for a screen reader, and for the mouse that rests."""
        day = day or self.day
        load, name = self.at(day), long_day(day)
        if load is None:
            return name
        said = [name]
        if shut_word(load):
            said.append(shut_word(load))
        if load.percent is not None:
            said.append(tr("{percent} % full, visits: {visits}", percent=load.percent, visits=load.visits))
        elif load.visits:
            said.append(tr("visits: {visits}", visits=load.visits))
        if load.holes:
            said.append(tr("holes: {holes}", holes=load.holes))
        return ", ".join(said)
