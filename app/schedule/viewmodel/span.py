"""The state of several days beside each other: which days of whom, what stands where, where the cursor is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.clock import local
from app.core.ports import Badge, Place, Ports
from app.core.text import tr
from app.kit.dates import short_day, weekday_name
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.queries import AppointmentRow, DayPlan, Opening, PractitionerRow, WeekPlan, week_plan
from app.schedule.rules import Span
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel.board import CELL, Board, Box, Closed, Column, lay_out, minute_of, time_of
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.day import TABLES, Look
from app.schedule.viewmodel.words import minute_words, spoken, status_look

WEEK = 7
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A column's day, and what stands over it: the day, or whose it is with the day beside."""

    day: date
    title: str
    beside: str = ""


class SpanModel(QObject):
    """Some days of some practitioners. `changed`: lay out anew; `moved`: the cursor only; `failed`: a sentence to show."""

    changed = Signal()
    moved = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.location_id, self.first, self.days = 0, date(2000, 1, 1), WEEK
        self.who: tuple[int, ...] = ()
        self.plan: WeekPlan | None = None
        self.board, self.heads = Board(), tuple[Shown, ...]()
        self.badges: dict[int, Badge] = {}
        self.cursor = Cursor(0, 8 * 60)
        self._wanted = date(2000, 1, 1)
        self._wanted_id: int | None = None
        self._awake = False
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    # ------------------------------------------------------------------------------------------------- what is shown

    @property
    def now(self) -> datetime:
        """The present instant of the clinic's clock."""
        return self.runner.executor.database.clock.now()

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
        return self.plan is not None and self.heads[column].day == self.plan.today

    def look(self, visit: AppointmentRow) -> Look:
        """How a visit's box reads: the board's word where there is one."""
        badge = self.badges.get(visit.id)
        if badge is not None and not visit.ghost:
            return Look(badge.word, badge.ring, badge.ink, badge.open_points)
        return Look(*status_look(visit, self.now))

    def show(self, location_id: int, first: date, days: int, who: tuple[int, ...], day: date) -> None:
        """Show days from `first` of these practitioners (nobody named: everybody), with the cursor on `day`."""
        same = (location_id, first, days, who) == (self.location_id, self.first, self.days, self.who)
        self.location_id, self.first, self.days, self.who = location_id, first, days, who
        self._awake, self._wanted = True, day
        if same and self.plan is not None:
            self._to_day()
            self.moved.emit()
        else:
            self.plan, self.board, self.heads = None, Board(), ()
            self._ask(settled=True)

    def want(self, appointment_id: int) -> None:
        """The cursor goes to a visit as soon as it is shown."""
        self._wanted_id = appointment_id
        self._seek()

    def _seek(self) -> None:
        if self._wanted_id in self.board.where:
            self.cursor = places.on(self.board, *self.board.where[self._wanted_id])
            self._wanted_id = None
            self.moved.emit()

    def sleep(self) -> None:
        """Another view is shown: what happens meanwhile is asked for at the next look."""
        self._awake, self.plan = False, None

    def _hear(self, _notice: Notice) -> None:
        if self._awake and self.location_id:
            self._ask(settled=False)

    def _ask(self, *, settled: bool) -> None:
        self.runner.ask(
            week_plan, self.location_id, self.first, self.days, self.who, then=self._take, fail=self.failed.emit,
            topic=f"span-{id(self)}", settled=settled,
        )  # fmt: skip

    def _ask_badges(self, today: date) -> None:
        if self.ports.badges is not None and self.first <= today <= self.last:
            self.runner.ask(
                self.ports.badges, self.location_id, today, then=self._take_badges, topic=f"span-badges-{id(self)}",
                settled=False,
            )  # fmt: skip

    def _take_badges(self, badges: tuple[Badge, ...]) -> None:
        self.badges = {badge.appointment_id: badge for badge in badges}
        self.changed.emit()

    def _take(self, plan: WeekPlan) -> None:
        fresh, chosen = self.plan is None, self.selected()
        self.plan = plan
        self.board, self.heads = _beside(plan, self.days == WEEK and len(self.who) == 1)
        if fresh:
            self._to_day()
        elif chosen is not None and chosen.visit.id in self.board.where:
            self.cursor = places.on(self.board, *self.board.where[chosen.visit.id])
        self.cursor = places.inside(self.board, self.cursor)
        self.changed.emit()
        self._seek()
        self._ask_badges(plan.today)

    def _to_day(self) -> None:
        """The cursor at the first column of the wanted day: at the present, or at the first hour."""
        column = next((at for at, head in enumerate(self.heads) if head.day >= self._wanted), 0)
        now = self.now_minute() if self.heads and self.is_today(column) else None
        minute = self.board.first if now is None else now - now % CELL
        self.cursor = places.inside(self.board, Cursor(column, minute))

    # -------------------------------------------------------------------------------------------------- the cursor

    def selected(self) -> Box | None:
        """The box under the cursor, or None on a free cell."""
        return places.under(self.board, self.cursor)

    def put(self, place: Cursor) -> None:
        """Put the cursor somewhere, e.g. under the mouse."""
        self.cursor = places.snapped(self.board, place)
        self.moved.emit()

    def arrow(self, columns: int, steps: int) -> None:
        """Move the cursor beside, or over boxes and free cells."""
        if self.board.columns:
            self.cursor = (
                places.sideways(self.board, self.cursor, columns)
                if columns
                else places.upright(self.board, self.cursor, steps)
            )
            self.moved.emit()

    def edge(self, *, last: bool) -> None:
        """The first or the last hour of the column."""
        if self.board.columns:
            minute = self.board.last - 1 if last else self.board.first
            self.cursor = places.snapped(self.board, replace(self.cursor, minute=minute, lane=0))
            self.moved.emit()

    def day(self) -> date:
        """The day under the cursor."""
        return self.heads[self.cursor.column].day if self.heads else self.first

    def cell(self) -> Opening | None:
        """The cell under the cursor as a wished-for time: whom, where, when."""
        if self.plan is None or not self.board.columns:
            return None
        who = self.board.columns[self.cursor.column].day.who
        start = time_of(self.cursor.minute)
        return Opening(who.id, who.name, self.plan.location_id, self.day(), start, 0, self.now, self.now)

    def open_selected(self) -> bool:
        """Go to the visit on its board; False on a free cell or a ghost, where a visit may be booked."""
        box = self.selected()
        if box is None or box.visit.ghost:
            return False
        visit = box.visit
        self.ports.go(Place("today", visit.patient_id, visit.id, visit.day))
        return True

    def words(self) -> str:
        """What lies under the cursor, for a screen reader."""
        if not self.heads:
            return ""
        who, box = self.board.columns[self.cursor.column].day.who.family, self.selected()
        day = short_day(self.day())
        if box is not None:
            return tr("{day}, {visit}, {who}", day=day, visit=spoken(box.visit, self.look(box.visit).word), who=who)
        closed = next(
            (c.word for c in self.board.columns[self.cursor.column].closed if _holds(c, self.cursor.minute)), ""
        )
        at = minute_words(self.cursor.minute)
        if closed:
            return tr("{day}, {time}, {who}, {word}", day=day, time=at, who=who, word=closed)
        return tr("{day}, {time}, {who}, free", day=day, time=at, who=who)

    def people(self) -> tuple[PractitionerRow, ...]:
        """Who can be chosen: everybody of the location, and who is shown."""
        if self.plan is None:
            return ()
        shown = [column.who for day in self.plan.days for column in day.columns]
        return tuple({who.id: who for who in (*self.plan.people, *shown)}.values())


def _holds(closed: Closed, minute: int) -> bool:
    return closed.span.start <= minute < closed.span.end


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
            heads.append(Shown(one.day, *shown))
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
