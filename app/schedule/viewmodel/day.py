"""The state of the schedule page: which day, what stands where, where the cursor is, what is being moved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.core.clock import local, local_day
from app.core.errors import ClinicError
from app.core.ports import Badge, Place, Ports
from app.core.text import tr
from app.kit.dates import show_time
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions import AddBlock, BlockMade, MoveAppointment, VoidBlock
from app.schedule.queries import AppointmentRow, BlockRow, DayPlan, Opening, PractitionerRow, appointment, day_plan
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel import hand
from app.schedule.viewmodel.board import CELL, DAY, Board, Box, Problem, lay_out, minute_of, time_of
from app.schedule.viewmodel.closed import TimeDeeds
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.deeds import VisitDeeds
from app.schedule.viewmodel.hand import Held, Mode
from app.schedule.viewmodel.pins import Pin, Pinboard
from app.schedule.viewmodel.rooms import by_rooms
from app.schedule.viewmodel.words import status_look

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
        self.held: Held | None = None
        self._next: Held | None = None
        #: whether a column is a room's
        self.rooms = False
        self.pins = Pinboard(self)
        self.deeds, self.times = VisitDeeds(runner, self), TimeDeeds(runner, self)
        for one in (self.deeds, self.times):
            one.failed.connect(self.failed)
            one.said.connect(self.said)
            one.done.connect(self.done)
        self.deeds.stands.connect(self._stands)
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
        moved_on, kept = location_id != self.location_id, self.held is None or self.held.mode is not Mode.SPLIT
        self.location_id, self._wanted = location_id, appointment_id
        self._then, self._sought = then, None
        self.day = day or self._today()
        if moved_on:
            self.pins.clear()  # nothing is carried to another location
        if moved_on or not kept or appointment_id is not None:
            self.held = None
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
        self.plan, self.board = plan, lay_out(by_rooms(plan) if self.rooms else plan)
        sought, then = self._wanted, self._then
        self._wanted = self._then = None
        wanted = sought if sought is not None else chosen.visit.id if chosen and not fresh else None
        if wanted in self.board.where and self.held is None:
            self.cursor = places.on(self.board, *self.board.where[wanted])
        elif fresh and self.held is None:
            self._home()
        self._keep_inside()
        self._hold_on(plan)
        self.changed.emit()
        if then is not None and sought in self.board.where:
            then()

    def _hold_on(self, plan: DayPlan) -> None:
        """What is in hand stays there, as the visit is now; one that another desk took away meanwhile is let go."""
        if self._next is not None and self.held is None:
            self.held = self._next
            self.cursor = Cursor(self.cursor.column, min(self.cursor.minute + CELL, self.board.last - CELL))
            self._keep_inside()
        self._next = None
        if self.held is None:
            return
        patient, self.held = self.held.visit.patient, hand.fresh(self.held, plan)
        if self.held is None:
            self.said.emit(tr("Another desk changed the visit of {patient} a moment ago.", patient=patient))

    def _home(self) -> None:
        """The cursor of a fresh day: the present, or the first minute."""
        now = self.now_minute()
        minute = self.board.first if now is None else now - now % CELL
        self.cursor = Cursor(0, min(max(minute, self.board.first), self.board.last - CELL))

    def _keep_inside(self) -> None:
        self.cursor = places.inside(self.board, self.cursor, CELL if self.held else 1)

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
        """To this practitioner's next free time after the cursor (or the last one before it) that takes half an hour."""
        if not self.board.columns:
            return
        minutes = self.held.minutes if self.held else 30
        own = self.held.own_id if self.held else None
        starts = self.board.columns[self.cursor.column].starts(minutes, self.not_before(), own)
        here = self.cursor.minute
        found = [one for one in reversed(starts) if one < here] if back else [one for one in starts if one > here]
        if found:
            self.cursor = places.free_at(self.board, self.cursor.column, found[0])
            self.moved.emit()
        elif back:
            self.said.emit(tr("Nothing free before this time. Try the day before."))
        else:
            self.said.emit(tr("Nothing free after this time. Try the next day."))

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
        if not self.board.columns or self.selected() is not None:
            return None
        return self.board.columns[self.cursor.column].block_at(self.cursor.minute)

    def close_time(
        self, command: AddBlock, then: Callable[[BlockMade], None], fail: Callable[[ClinicError], None]
    ) -> None:
        """Close time."""
        self.times.close_time(command, then, fail)

    def open_time(self) -> bool:
        """Open the closed time under the cursor again; False when nobody closed it."""
        block = self.block()
        if block is not None:
            self.times.open_time(VoidBlock(block_id=block.id, version=block.version))
        return block is not None

    def _who(self) -> PractitionerRow:
        """Whose column the cursor is in; among rooms the practitioner of the visit there, else the first one of the day."""
        if not self.rooms or self.plan is None:
            return self.board.columns[self.cursor.column].day.who
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

    def cell(self) -> Opening | None:
        """The cell under the cursor as a wished-for time: whom, where, when."""
        if self.plan is None or not self.board.columns:
            return None
        who = self._who()
        return Opening(
            who.id, who.name, self.plan.location_id, self.plan.day, time_of(self.cursor.minute), 0, self.now, self.now
        )

    # ------------------------------------------------------------------------------------------------------ moving

    @property
    def picked(self) -> AppointmentRow | None:
        """The visit in hand, or None."""
        return self.held.visit if self.held is not None else None

    def pick_up(self) -> bool:
        """Begin to move the visit under the cursor; False when it cannot be moved."""
        box = self.selected()
        if box is None or not hand.movable(box.visit):
            self.said.emit(tr("Only a booked visit can be moved."))
            return False
        self.hold(Held(box.visit, box.visit.minutes), box.span.start)
        who = box.visit.patient
        self.said.emit(
            tr("Moving {patient}. Arrow keys choose, Enter drops, Ctrl+E says why, Esc leaves it.", patient=who)
        )
        return True

    def hold(self, held: Held, minute: int | None = None) -> None:
        """Take something in hand, over a minute of the column."""
        self.held = held
        self.cursor = Cursor(self.cursor.column, self.cursor.minute if minute is None else minute)
        self._keep_inside()
        self.moved.emit()

    def explain(self) -> None:
        """Take the next reason for the move of what is in hand, and say it."""
        if self.held is not None and self.held.mode is Mode.MOVE and self.plan is not None:
            self.held, words = hand.explained(self.held, self.plan.today)
            self.said.emit(tr("Moves because: {why}. Ctrl+E for another reason.", why=words))

    def copy_up(self) -> bool:
        """Take a copy of the visit under the cursor in hand: the same patient and type, to be booked again."""
        box = self.selected()
        if box is None:
            self.said.emit(tr("There is no visit here."))
            return False
        self.hold(Held(box.visit, box.visit.minutes, Mode.COPY), box.span.start)
        self.said.emit(tr("Booking {patient} again. Arrow keys choose, Enter books.", patient=box.visit.patient))
        return True

    def split_up(self) -> bool:
        """Take the second half of the visit under the cursor in hand; False when it cannot be split."""
        box = self.selected()
        held = hand.split_of(box.visit) if box is not None and hand.movable(box.visit) else None
        if held is None:
            self.said.emit(tr("Only a booked visit of ten minutes or more can be split."))
            return False
        self.hold(held, held.ends - held.minutes)
        self.said.emit(
            tr("Splitting {patient}. Up and Down choose where, Left and Right with whom, Enter splits.",
               patient=held.visit.patient)
        )  # fmt: skip
        return True

    def stretch(self, steps: int) -> None:
        """Make the visit in hand longer, or below 0 shorter, by steps of five minutes."""
        if self.held is not None and self.held.mode is not Mode.SPLIT:
            self.held = hand.stretched(self.held, steps)
            self.moved.emit()

    def stretch_to(self, minute: int) -> None:
        """Let the visit in hand end at a minute, as its lower edge is dragged."""
        if self.held is not None:
            self.stretch(round((minute - self.cursor.minute - self.held.minutes) / hand.STEP))

    def put_down(self) -> None:
        """Leave the visit where it was; what came from the pinboard stays pinned."""
        held = self.held
        self.held = None
        if held is not None:
            self._say_put_down(held)
            if held.visit.id in self.board.where:
                self.cursor = places.on(self.board, *self.board.where[held.visit.id])
        self.moved.emit()

    def _say_put_down(self, held: Held) -> None:
        if held.mode is Mode.COPY:
            self.said.emit(tr("Nothing was booked."))
        else:
            self.said.emit(
                tr("{patient} stays at {time}.", patient=held.visit.patient, time=show_time(held.visit.start))
            )

    def drag_problem(self) -> Problem | None:
        """Why what is in hand cannot stand under the cursor."""
        if self.held is None or not self.board.columns:
            return None
        home = self.board.where.get(self.held.visit.id)
        if self.rooms and home is not None and home[0] != self.cursor.column:
            return Problem(tr("The room follows from the time. Here only the time changes."))
        return hand.problem(self.held, self.board, self.cursor, self.not_before())

    def in_the_way(self) -> AppointmentRow | None:
        """The visit under the cursor with which the one in hand could change places."""
        if self.held is None or not self.board.columns:
            return None
        box = hand.in_the_way(self.held, self.board, self.cursor)
        return box.visit if box is not None else None

    def take_nearest(self) -> None:
        """Put the visit being moved on the nearest free time."""
        problem = self.drag_problem()
        if problem is not None and problem.nearest is not None:
            self.cursor = Cursor(self.cursor.column, problem.nearest)
            self.moved.emit()

    def drop(self) -> None:
        """Do here what the visit in hand is held for; a problem keeps it in hand."""
        held, problem = self.held, self.drag_problem()
        if held is None or not self.board.columns:
            return
        if problem is not None:
            self.said.emit(problem.sentence)
            self.moved.emit()
            return
        visit, start = held.visit, time_of(self.cursor.minute)
        who_id = visit.practitioner_id if self.rooms else self._who().id
        if held.mode is Mode.COPY:
            self.deeds.copy(visit, self.day, start, held.minutes, who_id, self._let_go)
        elif held.mode is Mode.SPLIT:
            self.deeds.split(visit, held.minutes, who_id, self._let_go)
        else:
            command = MoveAppointment(
                appointment_id=visit.id, version=visit.version, day=self.day, start=start, practitioner_id=who_id,
                minutes=held.minutes if held.minutes != visit.minutes else None, reason_code=held.why,
            )  # fmt: skip
            self.deeds.move(visit, command, self._let_go)

    def swap(self) -> bool:
        """Let the visit in hand change places with the one under the cursor; False when there is none."""
        held, other = self.held, self.in_the_way()
        if held is None or other is None:
            self.said.emit(tr("Hold a booked visit over another one to let them change places."))
            return False
        self.deeds.swap(held.visit, other, self._let_go)
        return True

    def _let_go(self) -> None:
        """What was in hand is done; the next one of the pinboard follows it."""
        held, self.held = self.held, None
        if held is None:
            return
        self.pins.remove(held.visit.id, copy=held.mode is Mode.COPY)
        if held.pinned and self.pins.pins:
            self._next = self.pins.pins[0].held

    def _stands(self, appointment_id: int) -> None:
        """A deed is done: the cursor goes to its visit when the day is read again."""
        self._wanted = appointment_id or None
        self._ask(settled=False)

    # ------------------------------------------------------------------------------------------------- the pinboard

    def pin(self, *, copy: bool = False) -> bool:
        """Pin what is in hand, or the visit under the cursor; False when there is nothing to carry."""
        box = self.selected()
        visit = box.visit if box is not None else None
        if self.held is not None:
            copy, visit = self.held.mode is Mode.COPY, self.held.visit
        if visit is None or (not copy and not hand.movable(visit)):
            self.said.emit(tr("Only a booked visit can be pinned."))
            return False
        self.held = None
        if self.pins.add(Pin(visit, copy)):
            self.said.emit(tr("Pinned {patient}. Ctrl+V takes it in hand, on any day.", patient=visit.patient))
        self.moved.emit()
        return True

    def take_pin(self, pin: Pin | None = None) -> bool:
        """Take a pin in hand: this one, else the one after that in hand, else the first. False when none is pinned."""
        chosen = pin or self.pins.after(self.held)
        if chosen is None:
            self.said.emit(tr("Nothing is pinned. Ctrl+B pins a visit."))
            return False
        self.hold(chosen.held)
        self.said.emit(tr("{patient} is in hand. Enter drops, Esc leaves it pinned.", patient=chosen.visit.patient))
        return True
