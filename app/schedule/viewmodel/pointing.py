"""What every painted grid of the schedule has: what stands where, a cursor, how a box reads, what lies under the cursor."""

from dataclasses import replace
from datetime import date, datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.clock import local
from app.core.ports import Place, Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.schedule.queries import AppointmentRow, BlockRow, DayPlan, Opening, PractitionerRow, WeekPlan
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel import hand
from app.schedule.viewmodel.board import CELL, DAY, Board, Box, Column, Problem, minute_of, time_of
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.hand import Held
from app.schedule.viewmodel.known import Known, Look
from app.schedule.viewmodel.words import minute_words, spoken

#: what a grid shows, so that it is read again when another desk changes it
TABLES = (
    "appointment", "block", "working_hours", "practitioner", "visit_type", "encounter", "patient", "freed_slot",
    "waitlist_try",
)  # fmt: skip

Plan = TypeVar("Plan", DayPlan, WeekPlan)


class PointingModel(QObject, Generic[Plan]):
    """Columns and a cursor. `changed`: lay out anew; `moved`: cursor or drag only; `failed`: a sentence to show."""

    changed = Signal()
    moved = Signal()
    failed = Signal(object)
    said = Signal(str)
    #: a deed with a way back: the sentence, and what takes it back
    done = Signal(str, object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.location_id = 0
        self.plan: Plan | None = None
        self.board = Board()
        self.cursor = Cursor(0, 8 * 60)
        self.held: Held | None = None
        self.known = Known(runner, ports, self)
        self.known.changed.connect(self.changed)
        self._wanted: int | None = None

    # ------------------------------------------------------------------------------------------------- what is shown

    @property
    def now(self) -> datetime:
        """The present instant of the clinic's clock."""
        return self.runner.executor.database.clock.now()

    def look(self, visit: AppointmentRow) -> Look:
        """How a visit's box reads: the board's word where there is one."""
        return self.known.look(visit, self.now)

    def column(self) -> Column | None:
        """The column under the cursor."""
        return self.board.columns[self.cursor.column] if self.board.columns else None

    def not_before(self) -> int:
        """The first minute of the cursor's day that is still to come."""
        column = self.column()
        if self.plan is None or column is None:
            return DAY
        wall = local(self.now, self.plan.zone)
        if column.on == wall.date():
            return minute_of(wall.time())
        return DAY if column.on < wall.date() else 0

    def drag_problem(self) -> Problem | None:
        """Why what is in hand cannot stand under the cursor."""
        if self.held is None or not self.board.columns:
            return None
        return hand.problem(self.held, self.board, self.cursor, self.not_before())

    def words(self) -> str:
        """What lies under the cursor, for a screen reader."""
        column = self.column()
        if column is None:
            return ""
        who, box, at = self.head_words(), self.selected(), minute_words(self.cursor.minute)
        problem = self.drag_problem()
        if problem is not None:
            return tr("{time}, {who}: {problem}", time=at, who=who, problem=problem.sentence)
        if self.held is not None:
            end = minute_words(self.cursor.minute + self.held.minutes)
            return tr("{start} to {end}, {who}, free", start=at, end=end, who=who)
        if box is not None:
            look = self.look(box.visit)
            word = look.word if look.offer is None else f"{look.word}, {look.offer.sentence()}"
            return tr("{visit}, {who}", visit=spoken(box.visit, word), who=who)
        closed = column.closed_at(self.cursor.minute)
        if closed is not None:
            return tr("{time}, {who}, {word}", time=at, who=who, word=closed.word)
        return tr("{time}, {who}, free", time=at, who=who)

    def head_words(self) -> str:
        """Whose column the cursor is in."""
        column = self.column()
        return column.day.who.family if column is not None else ""

    # -------------------------------------------------------------------------------------------------- the cursor

    def selected(self) -> Box | None:
        """The box under the cursor, or None on a free cell. Every deed on a visit acts on this one."""
        return places.under(self.board, self.cursor)

    def put(self, column: int, minute: int, lane: int = 0) -> None:
        """Put the cursor somewhere, e.g. under the mouse."""
        if self.held is None:
            self.cursor = places.snapped(self.board, Cursor(column, minute, lane))
        else:
            self.held, self.cursor = hand.pointed(self.held, column, minute)
            self._keep_inside()
        self.moved.emit()

    def put_on(self, column: int, box: Box) -> None:
        """Put the cursor on a visit."""
        self.cursor = places.on(self.board, column, box)
        self.moved.emit()

    def arrow(self, columns: int, steps: int) -> None:
        """Move the cursor: beside, or over boxes and free cells. While a visit is moved: columns and quarters of an hour."""
        if not self.board.columns:
            return
        if self.held is not None:
            self.held, self.cursor = hand.step(self.held, self.cursor, columns, steps)
            self._keep_inside()
        elif columns:
            self.cursor = places.sideways(self.board, self.cursor, columns)
        else:
            self.cursor = places.upright(self.board, self.cursor, steps)
        self.moved.emit()

    def edge(self, *, last: bool) -> None:
        """To the first or the last cell of the column."""
        self.cursor = Cursor(self.cursor.column, self.board.last - CELL if last else self.board.first)
        self._keep_inside()
        self.moved.emit()

    def next_free(self, *, back: bool = False) -> None:
        """To this column's next free time after the cursor (or the last one before it) that takes half an hour."""
        column = self.column()
        if column is None:
            return
        minutes = self.held.minutes if self.held else 30
        own = self.held.own_id if self.held else None
        starts = column.starts(minutes, self.not_before(), own)
        here = self.cursor.minute
        found = [one for one in reversed(starts) if one < here] if back else [one for one in starts if one > here]
        if found:
            self.cursor = places.free_at(self.board, self.cursor.column, found[0])
            self.moved.emit()
        elif back:
            self.said.emit(tr("Nothing free before this time. Try the day before."))
        else:
            self.said.emit(tr("Nothing free after this time. Try the next day."))

    def _keep_inside(self) -> None:
        self.cursor = places.inside(self.board, self.cursor, CELL if self.held else 1)

    def _keep_column(self, before: Board) -> None:
        """A column that came or went at another desk does not put the cursor, and what is in hand, into a neighbour's."""
        if self.cursor.column < len(before.columns):
            own = before.columns[self.cursor.column].key
            column = next((at for at, one in enumerate(self.board.columns) if one.key == own), self.cursor.column)
            self.cursor = replace(self.cursor, column=column)

    # ------------------------------------------------------------------------------------------ what Enter means there

    def enter(self) -> str:
        """What Enter means here: "drop", "open", "book" or "" (nothing)."""
        if self.held is not None:
            return "drop"
        if not self.board.columns:
            return ""
        box = self.selected()
        return "book" if box is None or box.visit.ghost else "open"

    def open_selected(self) -> None:
        """Go to the visit on the board."""
        box = self.selected()
        if box is not None:
            visit = box.visit
            self.ports.go(Place("today", visit.patient_id, visit.id, visit.day))

    def block(self) -> BlockRow | None:
        """The closed time under the cursor that somebody made, or None."""
        column = self.column()
        return None if column is None or self.selected() is not None else column.block_at(self.cursor.minute)

    def who(self) -> PractitionerRow:
        """Whose column the cursor is in; there must be one."""
        return self.board.columns[self.cursor.column].day.who

    def day_here(self) -> date:
        """The day of the column under the cursor; there must be one."""
        return self.board.columns[self.cursor.column].on

    def cell(self) -> Opening | None:
        """The cell under the cursor as a wished-for time: whom, where, when."""
        if self.plan is None or not self.board.columns:
            return None
        who, start = self.who(), time_of(self.cursor.minute)
        return Opening(who.id, who.name, self.plan.location_id, self.day_here(), start, 0, self.now, self.now)
