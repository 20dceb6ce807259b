"""The state of the schedule page: which day, what stands where, where the cursor is, what is being moved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.core.clock import local, local_day
from app.core.errors import ClinicError
from app.core.ports import Badge, Place, Ports
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions import (
    AddBlock,
    BlockMade,
    Booked,
    CancelAppointment,
    Cancelled,
    MarkShown,
    MoveAppointment,
    UndoCancel,
    VoidBlock,
    add_block,
    cancel_appointment,
    move_appointment,
    undo_cancel,
    void_block,
)
from app.schedule.queries import AppointmentRow, BlockRow, DayPlan, Opening, appointment, day_plan
from app.schedule.rules import AppointmentStatus, Span
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel.board import CELL, DAY, Board, Box, Problem, lay_out, minute_of, time_of
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.words import minute_words, status_look

TABLES = ("appointment", "block", "working_hours", "practitioner", "visit_type", "encounter", "patient")


@dataclass(frozen=True, slots=True)
class Look:
    """How a visit's box reads: word, ring, colour, and how many points are open."""

    word: str
    ring: str
    ink: str
    open_points: int = 0


class DayModel(QObject):
    """One day of one location. `changed`: lay out anew; `moved`: cursor or drag only; `failed`: a sentence to show."""

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
        self.day = date(2000, 1, 1)
        self.plan: DayPlan | None = None
        self.board = Board()
        self.badges: dict[int, Badge] = {}
        self.cursor = Cursor(0, 8 * 60)
        self.picked: AppointmentRow | None = None
        self._wanted: int | None = None
        self._then: Callable[[], None] | None = None
        self._sought: object = None
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    # ------------------------------------------------------------------------------------------------- what is shown

    @property
    def now(self) -> datetime:
        """The present instant of the clinic's clock."""
        return self.runner.executor.database.clock.now()

    def now_minute(self) -> int | None:
        """Where the now-line lies, or None when another day is shown."""
        if self.plan is None:
            return None
        wall = local(self.now, self.plan.zone)
        return minute_of(wall.time()) if wall.date() == self.plan.day else None

    def not_before(self) -> int:
        """The first minute of the day that is still to come."""
        if self.plan is None or self.plan.day < local_day(self.now, self.plan.zone):
            return DAY
        return self.now_minute() or 0

    def look(self, visit: AppointmentRow) -> Look:
        """How a visit's box reads: the board's word where there is one."""
        badge = self.badges.get(visit.id)
        if badge is not None and not visit.ghost:
            return Look(badge.word, badge.ring, badge.ink, badge.open_points)
        return Look(*status_look(visit, self.now))

    def show(
        self,
        location_id: int,
        day: date | None = None,
        appointment_id: int | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show a day of a location (today without one), with the cursor on a visit; `then` comes once it is there."""
        moved_on = (location_id, day) != (self.location_id, self.day)
        self.location_id, self._wanted = location_id, appointment_id
        self._then, self._sought = then, None
        self.day = day or self._today()
        if moved_on or appointment_id is not None:
            self.picked = None
        self._ask(settled=True)

    def find(self, appointment_id: int, then: Callable[[], None], fail: Callable[[ClinicError], None]) -> None:
        """Look a visit up, show its day with the cursor on it, then go on with `then`; `fail` when it is not there."""
        self._sought = search = object()

        def found(visit: AppointmentRow) -> None:
            if self._sought is search:  # meanwhile nobody went elsewhere
                self.show(visit.location_id, visit.day, visit.id, then)

        self.runner.ask(appointment, appointment_id, then=found, fail=fail, topic=f"find-{id(self)}", settled=False)

    def _today(self) -> date:
        return local_day(self.now, self.plan.zone) if self.plan is not None else self.now.date()

    def _hear(self, _notice: Notice) -> None:
        if self.location_id:
            self._ask(settled=False)

    def _ask(self, *, settled: bool) -> None:
        self.runner.ask(
            day_plan, self.location_id, self.day, then=self.take, fail=self.failed.emit,
            topic=f"schedule-{id(self)}", settled=settled,
        )  # fmt: skip
        if self.ports.badges is not None:
            self.runner.ask(
                self.ports.badges, self.location_id, self.day, then=self._take_badges,
                topic=f"badges-{id(self)}", settled=False,
            )  # fmt: skip

    def _take_badges(self, badges: tuple[Badge, ...]) -> None:
        self.badges = {badge.appointment_id: badge for badge in badges}
        self.changed.emit()

    def take(self, plan: DayPlan) -> None:
        """A day as the database has it: lay it out, and keep the cursor where it was."""
        chosen = self.selected()
        fresh = self.plan is None or (plan.day, plan.location_id) != (self.plan.day, self.plan.location_id)
        self.plan, self.board = plan, lay_out(plan)
        sought, then = self._wanted, self._then
        self._wanted = self._then = None
        wanted = sought if sought is not None else chosen.visit.id if chosen and not fresh else None
        if wanted in self.board.where and self.picked is None:
            self.cursor = places.on(self.board, *self.board.where[wanted])
        elif fresh:
            self._home()
        self._keep_inside()
        self.changed.emit()
        if then is not None and sought in self.board.where:
            then()

    def _home(self) -> None:
        """The cursor of a fresh day: the present, or the first minute."""
        now = self.now_minute()
        minute = self.board.first if now is None else now - now % CELL
        self.cursor = Cursor(0, min(max(minute, self.board.first), self.board.last - CELL))

    def _keep_inside(self) -> None:
        self.cursor = places.inside(self.board, self.cursor, CELL if self.picked else 1)

    # -------------------------------------------------------------------------------------------------- the cursor

    def selected(self) -> Box | None:
        """The box under the cursor, or None on a free cell. Every deed on a visit acts on this one."""
        return places.under(self.board, self.cursor)

    def put(self, column: int, minute: int, lane: int = 0) -> None:
        """Put the cursor somewhere, e.g. under the mouse."""
        if self.picked is None:
            self.cursor = places.snapped(self.board, Cursor(column, minute, lane))
        else:
            self.cursor = Cursor(column, minute - minute % 5)
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
        if self.picked is not None:
            self.cursor = Cursor(self.cursor.column + columns, self.cursor.minute + steps * CELL)
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

    def next_free(self) -> None:
        """To the next free time of this practitioner, after the cursor, that takes a visit of half an hour."""
        if not self.board.columns:
            return
        minutes = self.picked.minutes if self.picked else 30
        starts = self.board.columns[self.cursor.column].starts(minutes, max(self.not_before(), self.cursor.minute + 1))
        if starts:
            self.cursor = places.free_at(self.board, self.cursor.column, starts[0])
            self.moved.emit()
        else:
            self.said.emit(tr("Nothing free after this time. Try the next day."))

    def enter(self) -> str:
        """What Enter means here: "drop", "open", "book" or "" (nothing)."""
        if self.picked is not None:
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
        if not self.board.columns or self.selected() is not None:
            return None
        return self.board.columns[self.cursor.column].block_at(self.cursor.minute)

    def close_time(
        self, command: AddBlock, then: Callable[[BlockMade], None], fail: Callable[[ClinicError], None]
    ) -> None:
        """Close time; `done` tells the way back."""

        def made(block: BlockMade) -> None:
            back = VoidBlock(block_id=block.block_id, version=block.version, undoes=command.id)
            then(block)
            self.done.emit(tr("Closed time on {day}", day=short_day(command.day)), lambda: self._void(back))

        self.runner.run(add_block, command, made, fail)

    def open_time(self) -> bool:
        """Open the closed time under the cursor again; False when nobody closed it."""
        block = self.block()
        if block is not None:
            self._void(VoidBlock(block_id=block.id, version=block.version))
        return block is not None

    def _void(self, command: VoidBlock) -> None:
        self.runner.run(
            void_block, command, lambda _made: self.said.emit(tr("This time is open again.")), self.failed.emit
        )

    def cell(self) -> Opening | None:
        """The cell under the cursor as a wished-for time: whom, where, when."""
        if self.plan is None or not self.board.columns:
            return None
        who = self.board.columns[self.cursor.column].day.who
        return Opening(
            who.id, who.name, self.plan.location_id, self.plan.day, time_of(self.cursor.minute), 0, self.now, self.now
        )

    # ------------------------------------------------------------------------------------------------------ moving

    def pick_up(self) -> bool:
        """Begin to move the visit under the cursor; False when it cannot be moved."""
        box = self.selected()
        if box is None or box.visit.status is not AppointmentStatus.BOOKED:
            self.said.emit(tr("Only a booked visit can be moved."))
            return False
        self.picked = box.visit
        self.cursor = Cursor(self.cursor.column, box.span.start)
        self.said.emit(
            tr("Moving {patient}. Arrow keys choose, Enter drops, Esc leaves it.", patient=box.visit.patient)
        )
        self.moved.emit()
        return True

    def put_down(self) -> None:
        """Leave the visit where it was."""
        if self.picked is not None:
            self.said.emit(
                tr("{patient} stays at {time}.", patient=self.picked.patient, time=show_time(self.picked.start))
            )
            if self.picked.id in self.board.where:
                self.cursor = places.on(self.board, *self.board.where[self.picked.id])
        self.picked = None
        self.moved.emit()

    def drag_problem(self) -> Problem | None:
        """Why the visit being moved cannot stand under the cursor."""
        if self.picked is None:
            return None
        span = Span(self.cursor.minute, self.cursor.minute + self.picked.minutes)
        if span.start < self.not_before():
            starts = self.board.columns[self.cursor.column].starts(
                self.picked.minutes, self.not_before(), self.picked.id
            )
            return Problem(tr("That time is over."), starts[0] if starts else None)
        return self.board.problem(self.cursor.column, span, self.picked.patient_id, self.picked.id, self.not_before())

    def take_nearest(self) -> None:
        """Put the visit being moved on the nearest free time."""
        problem = self.drag_problem()
        if problem is not None and problem.nearest is not None:
            self.cursor = Cursor(self.cursor.column, problem.nearest)
            self.moved.emit()

    def drop(self) -> None:
        """Move the visit here; a problem keeps it in hand."""
        visit, problem = self.picked, self.drag_problem()
        if visit is None:
            return
        if problem is not None:
            self.said.emit(problem.sentence)
            self.moved.emit()
            return
        who = self.board.columns[self.cursor.column].day.who
        command = MoveAppointment(
            appointment_id=visit.id,
            version=visit.version,
            day=self.day,
            start=time_of(self.cursor.minute),
            practitioner_id=who.id,
        )
        self.runner.run(move_appointment, command, lambda moved: self._dropped(visit, command, moved), self.failed.emit)

    def _dropped(self, visit: AppointmentRow, command: MoveAppointment, moved: Booked) -> None:
        self.picked, self._wanted = None, moved.appointment_id
        back = MoveAppointment(
            appointment_id=moved.appointment_id,
            version=moved.version,
            day=visit.day,
            start=visit.start,
            practitioner_id=visit.practitioner_id,
            undoes=command.id,
        )
        words = tr("Moved {patient} to {time}", patient=visit.patient, time=minute_words(minute_of(moved.start)))
        self.done.emit(words, lambda: self.runner.run(move_appointment, back, self._back_again, self.failed.emit))
        self._ask(settled=False)

    # --------------------------------------------------------------------------------------------------- cancelling

    def cancel(
        self,
        visit: AppointmentRow,
        code: str,
        note: str,
        mark: MarkShown | None = None,
        then: Callable[[], None] | None = None,
        fail: Callable[[ClinicError], None] | None = None,
    ) -> None:
        """Take a visit off, with what was shown that it counts as; `done` tells the way back."""
        command = CancelAppointment(
            appointment_id=visit.id, version=visit.version, reason_code=code, note=note, mark=mark
        )

        def gone(made: Cancelled) -> None:
            back = UndoCancel(appointment_id=made.appointment_id, version=made.version, undoes=command.id)
            when = {"day": short_day(visit.day), "time": minute_words(minute_of(visit.start))}
            words = (
                tr("Cancelled late: {patient}, {day} {time}", patient=visit.patient, **when)
                if made.late
                else tr("Cancelled: {patient}, {day} {time}", patient=visit.patient, **when)
            )
            if then is not None:
                then()
            self.done.emit(words, lambda: self._take_back(back))

        self.runner.run(cancel_appointment, command, gone, fail or self.failed.emit)

    def _take_back(self, undo: UndoCancel) -> None:
        """Put a cancelled visit back, if its time is still free."""
        self.runner.run(undo_cancel, undo, self._back_again, self.failed.emit)

    def _back_again(self, back: Booked) -> None:
        self._wanted = back.appointment_id
        self.said.emit(tr("Booked again at {time}.", time=minute_words(minute_of(back.start))))
        self._ask(settled=False)
