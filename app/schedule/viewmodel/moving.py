"""What every painted grid of the schedule can do with a visit: taken in hand, moved, copied, split, swapped, pinned."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from app.core.ports import Ports
from app.core.text import tr
from app.kit.dates import show_time
from app.runner.bridge import Runner
from app.schedule.actions import MoveAppointment
from app.schedule.queries import AppointmentRow, DayPlan
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel import hand
from app.schedule.viewmodel.board import CELL, time_of
from app.schedule.viewmodel.closed import TimeDeeds
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.deeds import VisitDeeds
from app.schedule.viewmodel.hand import Held, Mode
from app.schedule.viewmodel.pins import Pin, Pinboard
from app.schedule.viewmodel.pointing import Plan, PointingModel


class MovingModel(PointingModel[Plan]):
    """A grid with a hand. Who inherits says which days are shown, and reads them again (`_ask`)."""

    def __init__(
        self, runner: Runner, ports: Ports, parent: QObject | None = None, pins: Pinboard | None = None
    ) -> None:
        super().__init__(runner, ports, parent)
        self._next: Held | None = None
        #: grids that stand in for each other share one
        self.pins = pins or Pinboard(self)
        self.deeds, self.times = VisitDeeds(runner, self), TimeDeeds(runner, self)
        for one in (self.deeds, self.times):
            one.failed.connect(self.failed)
            one.said.connect(self.said)
            one.done.connect(self.done)
        self.deeds.stands.connect(self._stands)

    def _ask(self, *, settled: bool) -> None:
        """Read what is shown."""
        raise NotImplementedError

    def open_time(self) -> bool:
        """Open the closed time under the cursor again; False when nobody closed it."""
        block = self.block()
        if block is not None and self.plan is not None:
            self.times.open_block(self.plan.location_id, self.plan.zone, block)
        return block is not None

    def carry(self, held: Held, minute: int) -> None:
        """Something comes in hand from another grid, over a minute of a day that is read next."""
        self.held, self.cursor = held, Cursor(self.cursor.column, minute)

    def _keep_here(self) -> None:
        """Nothing is carried to another location."""
        self.pins.stand_at(self.location_id)
        if self.held is not None and self.held.visit.location_id != self.location_id:
            self.held = None

    def _to_own(self, day: date) -> None:
        """Over another day what is in hand hangs over the column of its own practitioner, where there is one."""
        own = self.held.visit.practitioner_id if self.held is not None else 0
        self.cursor = Cursor(self._column_of(day, own, self.cursor.column), self.cursor.minute)

    def _column_of(self, day: date, practitioner_id: int, other: int) -> int:
        """The column of a practitioner on a day, or the other one."""
        own = (day, practitioner_id)
        return next((at for at, one in enumerate(self.board.columns) if one.key == own), other)

    def _hold_on(self, plans: Sequence[DayPlan], who: tuple[int, ...] = ()) -> None:
        """What is in hand stays there, as the visit is now; one that another desk took away meanwhile is let go."""
        if self._next is not None and self.held is None:
            self.held, dropped = self._next, self.selected()
            below = self.cursor.minute + CELL if dropped is None else dropped.span.end
            self.cursor = Cursor(self.cursor.column, min(below, self.board.last - CELL))
            self._keep_inside()
        self._next = None
        if self.held is None:
            return
        patient, self.held = self.held.visit.patient, hand.fresh(self.held, plans, who)
        if self.held is None:
            self.said.emit(tr("Another desk changed the visit of {patient} a moment ago.", patient=patient))

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
        visit, day, start, who_id = held.visit, self.day_here(), time_of(self.cursor.minute), self._whom(held)
        if held.mode is Mode.COPY:
            self.deeds.copy(visit, day, start, held.minutes, who_id, self._let_go)
        elif held.mode is Mode.SPLIT:
            self.deeds.split(visit, held.minutes, who_id, self._let_go)
        else:
            command = MoveAppointment(
                appointment_id=visit.id, version=visit.version, day=day, start=start, practitioner_id=who_id,
                minutes=held.minutes if held.minutes != visit.minutes else None, reason_code=held.why, room_id=self._room(held),
            )  # fmt: skip
            self.deeds.move(visit, command, self._let_go)

    def _whom(self, _held: Held) -> int:
        """Whose visit it becomes."""
        return self.who().id

    def _room(self, _held: Held) -> int | None:
        """The room it is to be in; None: the one it has, or one that is free."""
        return None

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
        if visit.id in self.board.where:
            self.cursor = places.on(self.board, *self.board.where[visit.id])
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
