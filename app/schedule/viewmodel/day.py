"""The state of the day's page: which day, what stands where, columns of practitioners or of rooms."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from app.core.clock import local, local_day
from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions import AddBlock, BlockMade
from app.schedule.queries import AppointmentRow, DayPlan, PractitionerRow, appointment, day_plan
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel.board import CELL, Problem, lay_out, minute_of
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.hand import Held, Mode
from app.schedule.viewmodel.moving import MovingModel
from app.schedule.viewmodel.pointing import TABLES
from app.schedule.viewmodel.rooms import by_rooms, room_of


class DayModel(MovingModel[DayPlan]):
    """One day of one location."""

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(runner, ports, parent)
        self.day = date(2000, 1, 1)
        #: whether a column is a room's
        self.rooms = False
        self._then: Callable[[], None] | None = None
        self._sought: object = None
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    # ------------------------------------------------------------------------------------------------- what is shown

    def now_minute(self) -> int | None:
        """Where the now-line lies, or None when another day is shown."""
        if self.plan is None:
            return None
        wall = local(self.now, self.plan.zone)
        return minute_of(wall.time()) if wall.date() == self.plan.day else None

    def show(
        self,
        location_id: int,
        day: date | None = None,
        appointment_id: int | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show a day of a location (today without one), with the cursor on a visit; `then` comes once it is there."""
        kept = self.held is None or self.held.mode is not Mode.SPLIT
        self.location_id, self._wanted = location_id, appointment_id
        self._then, self._sought = then, None
        self.day = day or self._today()
        if not kept or appointment_id is not None:
            self.held = None
        self._keep_here()
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
        self.known.ask(self.location_id, self.day)

    def take(self, plan: DayPlan) -> None:
        """A day as the database has it: lay it out, and keep the cursor where it was."""
        chosen = self.selected()
        fresh = self.plan is None or (plan.day, plan.location_id) != (self.plan.day, self.plan.location_id)
        before, self.plan, self.board = self.board, plan, lay_out(by_rooms(plan) if self.rooms else plan)
        sought, then = self._wanted, self._then
        self._wanted = self._then = None
        wanted = sought if sought is not None else chosen.visit.id if chosen and not fresh else None
        if wanted in self.board.where and self.held is None:
            self.cursor = places.on(self.board, *self.board.where[wanted])
        elif fresh and self.held is None:
            self._home()
        elif fresh:
            self._to_own(plan.day)
        else:
            self._keep_column(before)
        self._keep_inside()
        self._hold_on((plan,))
        self.changed.emit()
        if then is not None and sought in self.board.where:
            then()

    def _home(self) -> None:
        """The cursor of a fresh day: where the first pinned visit stood, for it comes next; the present; the first minute."""
        now, pin = self.now_minute(), self.pins.after(None)
        column, minute = 0, self.board.first if now is None else now - now % CELL
        if pin is not None:
            column, minute = self._column_of(self.day, pin.visit.practitioner_id, 0), minute_of(pin.visit.start)
        self.cursor = Cursor(column, min(max(minute, self.board.first), self.board.last - CELL))

    # ------------------------------------------------------------------------------------------------- closed, rooms

    def close_time(
        self, command: AddBlock, then: Callable[[BlockMade], None], fail: Callable[[ClinicError], None]
    ) -> None:
        """Close time."""
        self.times.close_time(command, then, fail)

    def who(self) -> PractitionerRow:
        """Whose column the cursor is in; among rooms the practitioner of the visit there, else the first one of the day."""
        if not self.rooms or self.plan is None:
            return super().who()
        box = self.selected()
        people = [column.who for column in self.plan.columns]
        return next((who for who in people if box is not None and who.id == box.visit.practitioner_id), people[0])

    def switch(self, *, rooms: bool) -> None:
        """Columns of rooms, or of practitioners; the visit under the cursor stays the chosen one."""
        if self.plan is None or rooms == self.rooms:
            return
        if self.held is not None:
            self.put_down()
        chosen = self.selected()
        self.rooms, plan = rooms, self.plan
        self._wanted = chosen.visit.id if chosen is not None else None
        self.cursor = Cursor(0, self.cursor.minute)
        self.take(plan)

    def drag_problem(self) -> Problem | None:
        if self.held is None or self._room(self.held) is None:
            return super().drag_problem()
        if self.held.mode is not Mode.MOVE:
            return Problem(tr("The room follows from the time. Here only the time changes."))
        there = self._room(self.held)
        if not there:
            return Problem(tr("A visit that has a room keeps one."))
        if not self.held.visit.room_kind:
            return Problem(tr("This visit takes no room."))
        room = next((one for one in self.plan.rooms if one.id == there), None) if self.plan else None
        if room is not None and room.kind != self.held.visit.room_kind:
            return Problem(tr("This visit takes a room of another kind."))
        return super().drag_problem()

    def _room(self, held: Held) -> int | None:
        """The room whose column what is in hand is over, when it is another one; 0: that of visits without a room."""
        home = self.board.where.get(held.visit.id)
        if not self.rooms or home is None or home[0] == self.cursor.column:
            return None
        here, there = (room_of(self.board.columns[at].day.who.id) for at in (home[0], self.cursor.column))
        return None if here == there else there

    def _whom(self, held: Held) -> int:
        return held.visit.practitioner_id if self.rooms else super()._whom(held)
