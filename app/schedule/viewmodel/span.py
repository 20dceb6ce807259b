"""The state of several days beside each other: which days of whom, what stands where, where the cursor is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QObject

from app.core.clock import local
from app.core.ports import Ports
from app.core.text import tr
from app.kit.dates import short_day, weekday_name
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.queries import DayPlan, PractitionerRow, WeekPlan, week_plan
from app.schedule.rules import Span
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel.board import CELL, Board, Closed, Column, lay_out, minute_of
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.hand import Mode
from app.schedule.viewmodel.moving import MovingModel
from app.schedule.viewmodel.pins import Pinboard
from app.schedule.viewmodel.pointing import TABLES

WEEK = 7
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands over a column: the day, or whose it is with the day beside."""

    title: str
    beside: str = ""


class SpanModel(MovingModel[WeekPlan]):
    """Some days of some practitioners."""

    def __init__(
        self, runner: Runner, ports: Ports, parent: QObject | None = None, pins: Pinboard | None = None
    ) -> None:
        super().__init__(runner, ports, parent, pins)
        self.first, self.days = date(2000, 1, 1), WEEK
        self.whose: tuple[int, ...] = ()
        self.heads: tuple[Shown, ...] = ()
        self._wanted_day = date(2000, 1, 1)
        self._awake = False
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    # ------------------------------------------------------------------------------------------------- what is shown

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.first + timedelta(days=self.days - 1)

    def now_minute(self) -> int | None:
        """Where the now-line lies in the columns of today."""
        if self.plan is None or not self.first <= self.plan.today <= self.last:
            return None
        return minute_of(local(self.now, self.plan.zone).time())

    def is_today(self, column: int) -> bool:
        """Whether a column is of today."""
        return self.plan is not None and self.board.columns[column].on == self.plan.today

    def show(self, location_id: int, first: date, days: int, whose: tuple[int, ...], day: date) -> None:
        """Show days from `first` of these practitioners (nobody named: everybody), with the cursor on `day`."""
        same = (location_id, first, days, whose) == (self.location_id, self.first, self.days, self.whose)
        same = same and self.plan is not None
        if self.held is not None and self.held.mode is Mode.SPLIT and not same:
            self.held = None
        self.location_id, self.first, self.days, self.whose = location_id, first, days, whose
        self._keep_here()
        self._awake, self._wanted_day = True, day
        if same:
            self._to_day()
            self.moved.emit()
        else:
            self.plan, self.board, self.heads, self._wanted = None, Board(), (), None
            self._ask(settled=True)

    def want(self, appointment_id: int) -> None:
        """The cursor goes to a visit as soon as it is shown."""
        self._wanted = appointment_id
        if self._seek():
            self.moved.emit()

    def _seek(self) -> bool:
        found = self._wanted in self.board.where and self.held is None
        if found:
            self.cursor = places.on(self.board, *self.board.where[self._wanted or 0])
            self._wanted = None
        return found

    def sleep(self) -> None:
        """Another view is shown: what happens meanwhile is asked for at the next look."""
        self._awake, self.plan, self.held = False, None, None

    def _hear(self, _notice: Notice) -> None:
        if self._awake and self.location_id:
            self._ask(settled=False)

    def _ask(self, *, settled: bool) -> None:
        self.runner.ask(
            week_plan, self.location_id, self.first, self.days, self.whose, then=self._take, fail=self.failed.emit,
            topic=f"span-{id(self)}", settled=settled,
        )  # fmt: skip
        self.known.ask(self.location_id, self.first, self.days, self.whose)

    def _take(self, plan: WeekPlan) -> None:
        if not self._awake:
            return
        fresh, chosen, before = self.plan is None, self.selected(), self.board
        self.plan = plan
        self.board, self.heads = _beside(plan, self.days == WEEK and len(self.whose) == 1)
        if fresh:
            self._to_day()
        elif chosen is not None and self.held is None and chosen.visit.id in self.board.where:
            self.cursor = places.on(self.board, *self.board.where[chosen.visit.id])
        else:
            self._keep_column(before)
        self._keep_inside()
        self._hold_on(plan.days, self.whose)
        self._seek()
        self.changed.emit()

    def _to_day(self) -> None:
        """The cursor at the first column of the wanted day: at the present, or at the first hour; what is in hand goes along."""
        columns = self.board.columns
        column = next((at for at, one in enumerate(columns) if one.on >= self._wanted_day), 0)
        now = self.now_minute() if columns and self.is_today(column) else None
        minute = self.board.first if now is None else now - now % CELL
        self.cursor = Cursor(column, minute if self.held is None else self.cursor.minute)
        if self.held is not None and columns:
            self._to_own(columns[column].on)
        self._keep_inside()

    # -------------------------------------------------------------------------------------------------- the cursor

    def day(self) -> date:
        """The day under the cursor."""
        return self.day_here() if self.board.columns else self.first

    def words(self) -> str:
        words = super().words()
        return tr("{day}, {words}", day=short_day(self.day()), words=words) if words else ""

    def people(self) -> tuple[PractitionerRow, ...]:
        """Who can be chosen: everybody of the location, and who is shown."""
        if self.plan is None:
            return ()
        shown = [column.who for day in self.plan.days for column in day.columns]
        return tuple({who.id: who for who in (*self.plan.people, *shown)}.values())


def _beside(plan: WeekPlan, week_of_one: bool) -> tuple[Board, tuple[Shown, ...]]:
    """The days laid out beside each other between the same hours. A free weekend is left out of a week of one."""
    days = [one for one in plan.days if not week_of_one or one.day.weekday() <= FRIDAY or _used(one)]
    made = [(one, lay_out(one)) for one in days]
    busy = [board for one, board in made if _used(one)]
    first = min([board.first for board in busy], default=8 * 60)
    last = max([board.last for board in busy], default=17 * 60)
    columns: list[Column] = []
    heads: list[Shown] = []
    for one, board in made:
        for column in board.columns:
            columns.append(_stretched(column, board if _used(one) else Board(last=8 * 60), first, last))
            near = tr("{weekday} {day}", weekday=weekday_name(one.day)[:3], day=one.day.day)
            shown = (short_day(one.day), "") if week_of_one else (column.day.who.family, near)
            heads.append(Shown(*shown))
    where = {box.visit.id: (at, box) for at, column in enumerate(columns) for box in column.boxes}
    return Board(tuple(columns), first, last, where), tuple(heads)


def _used(plan: DayPlan) -> bool:
    """Whether somebody works that day or has a visit."""
    return any(column.open or column.visits for column in plan.columns)


def _stretched(column: Column, board: Board, first: int, last: int) -> Column:
    """The column with closed time before and after its own hours, up to the common ones."""
    if not column.open and not column.boxes:
        word = next((one.word for one in column.closed if one.block is not None), tr("Closed"))
        return replace(column, closed=tuple(_spans([(first, last, word)])))
    edges = [(first, board.first, tr("Closed")), (board.last, last, tr("Closed"))]
    closed = [*_spans(edges[:1]), *column.closed, *_spans(edges[1:])]
    return replace(column, closed=tuple(_joined(closed)))


def _spans(parts: Iterable[tuple[int, int, str]]) -> Iterable[Closed]:
    for start, end, word in parts:
        if start < end:
            yield Closed(Span(start, end), word)


def _joined(closed: list[Closed]) -> Iterable[Closed]:
    """Neighbours that say the same are one."""
    last: Closed | None = None
    for one in closed:
        if last is not None and last.span.end == one.span.start and (last.word, last.block) == (one.word, one.block):
            last = replace(last, span=Span(last.span.start, one.span.end))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
