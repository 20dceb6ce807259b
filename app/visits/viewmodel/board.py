"""The state of the Today board: the day's rows, the filter, what is folded, the last step and its way back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.core.values import Command
from app.runner.bridge import Runner
from app.runner.bus import Subscription
from app.runner.execute import Notice
from app.visits.actions import (
    Arrive,
    BoardKey,
    CheckIn,
    EndVisit,
    LeftUnseen,
    NoShow,
    StartVisit,
    UndoStep,
    arrive,
    check_in,
    end_visit,
    left_unseen,
    no_show,
    start_visit,
    undo_step,
)
from app.visits.queries import board
from app.visits.rules import BoardRow, Limits, Step, clocked
from app.visits.viewmodel.items import Filter, Item, arrange, tally

#: tables whose change shows on the board
SHOWN = (
    "appointment",
    "encounter",
    "patient",
    "patient_note",
    "stored_document",
    "waiver",
    "coverage",
    "visit_due",
    "payment",
)
TICK_MS = 15_000


class BoardModel(QObject):
    """Loads the board, keeps it fresh, and does the steps that need no questions.

    `changed`: show `items()` again. `wanted` (row, what): a step that asks first: check_in, check_out, book, no_show,
    left. `failed`: a sentence for the status bar.
    """

    changed = Signal()
    wanted = Signal(object, str)
    failed = Signal(object)
    stepped = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, limits: Limits | None = None) -> None:
        super().__init__()
        self.runner, self.ports, self.limits = runner, ports, limits or Limits()
        self.location_id: int | None = None
        self.day: date | None = None
        self.zone = "UTC"
        self.rows: tuple[BoardRow, ...] = ()
        self.loaded = False
        self.filter = Filter.ALL
        self.toggled: frozenset[str] = frozenset()
        self.busy_rows: set[int] = set()
        self._subscription: Subscription = runner.bus.subscribe(SHOWN, self._heard)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._tick.start()

    # ------------------------------------------------------------------------------------------------- reading

    def show(self, location_id: int | None, day: date, zone: str) -> None:
        """Show a day of a location; the same one is only refreshed."""
        other = (location_id, day) != (self.location_id, self.day)
        self.location_id, self.day, self.zone = location_id, day, zone
        if other:
            self.rows, self.loaded = (), False
        self.load(settled=other)

    def load(self, *, settled: bool = False) -> None:
        """Ask for the rows again."""
        if self.day is not None:
            self.runner.ask(
                board,
                self.location_id,
                self.day,
                self.limits,
                then=self._take,
                fail=self.failed.emit,
                topic="board",
                settled=settled,
            )

    def _take(self, rows: tuple[BoardRow, ...]) -> None:
        self.rows, self.loaded = rows, True
        self.busy_rows.clear()
        self.changed.emit()

    def _heard(self, _notice: Notice) -> None:
        self.load()

    def tick(self) -> None:
        """A minute may have passed: who is late, who waits too long."""
        now = self.runner.executor.database.clock.now()
        rows = tuple(clocked(row, now, self.limits) for row in self.rows)
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()

    def items(self) -> tuple[Item, ...]:
        """The lines of the table."""
        return arrange(self.rows, self.filter, self.runner.executor.database.clock.now(), self.zone, self.toggled)

    def counts(self) -> dict[Filter, int]:
        """The numbers on the chips."""
        return tally(self.rows)

    def row(self, appointment_id: int) -> BoardRow | None:
        """A visit of the board."""
        return next((row for row in self.rows if row.appointment_id == appointment_id), None)

    # ------------------------------------------------------------------------------------------------ choosing

    def choose(self, chosen: Filter) -> None:
        """Show only what passes a filter."""
        self.filter = chosen
        self.changed.emit()

    def toggle(self, key: str) -> None:
        """Fold or unfold under a heading."""
        self.toggled = self.toggled ^ {key}
        self.changed.emit()

    # ------------------------------------------------------------------------------------------------- stepping

    def step(self, row: BoardRow) -> None:
        """Do the row's next step, or say which question comes first. A second press while it runs does nothing."""
        if row.appointment_id in self.busy_rows:
            return
        at = (row.appointment_id, row.version)
        match row.step:
            case Step.ARRIVE:
                self._run(
                    row, arrive, Arrive(appointment_id=at[0], version=at[1]), tr("{name} arrived", name=row.patient)
                )
            case Step.CHECK_IN if row.open_points == 0:
                said = tr("Checked in {name}", name=row.patient)
                self._run(row, check_in, CheckIn(appointment_id=at[0], version=at[1]), said)
            case Step.START:
                self._run(
                    row,
                    start_visit,
                    StartVisit(appointment_id=at[0], version=at[1]),
                    tr("{name} is in the room", name=row.patient),
                )
            case Step.END:
                self._run(
                    row,
                    end_visit,
                    EndVisit(appointment_id=at[0], version=at[1]),
                    tr("Visit of {name} ended", name=row.patient),
                )
            case Step.CHECK_IN | Step.CHECK_OUT:
                self.wanted.emit(row, row.step.value)
            case _:
                self.wanted.emit(row, "book")

    def mark_no_show(self, row: BoardRow, reason_code: str, note: str) -> None:
        """The patient did not come."""
        command = NoShow(appointment_id=row.appointment_id, version=row.version, reason_code=reason_code, note=note)
        self._run(row, no_show, command, tr("{name} did not come", name=row.patient))

    def mark_left(self, row: BoardRow, reason_code: str, note: str) -> None:
        """The patient left before being seen."""
        command = LeftUnseen(appointment_id=row.appointment_id, version=row.version, reason_code=reason_code, note=note)
        self._run(row, left_unseen, command, tr("{name} left unseen", name=row.patient))

    def _run(self, row: BoardRow, action: Callable[..., BoardKey], command: Command, said: str) -> None:
        self.busy_rows.add(row.appointment_id)

        def done(key: BoardKey) -> None:
            self.told(said, command)
            self.stepped.emit(key)

        def failed(why: ClinicError) -> None:
            self.busy_rows.discard(row.appointment_id)
            self.failed.emit(why)
            self.load()

        self.runner.run(action, command, then=done, fail=failed)  # type: ignore[arg-type]  # an Action of this command

    def told(self, said: str, command: Command) -> None:
        """Put a deed into the status bar, with its way back."""
        self.ports.undoable(said, lambda: self.undo(command))

    def undo(self, command: Command) -> None:
        """Take a step back by a command of its own."""
        back = UndoStep(undoes=command.id)
        self.runner.run(undo_step, back, then=lambda _key: self.ports.announce(tr("Taken back")), fail=self.failed.emit)

    def close(self) -> None:
        """Hear nothing more."""
        self._subscription.end()
        self._tick.stop()
