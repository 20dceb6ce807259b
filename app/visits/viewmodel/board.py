"""The state of the Today board: the day's rows, the filter, what is folded."""

from datetime import date

from PySide6.QtCore import QTimer, Signal

from app.core.ports import Ports
from app.runner.bridge import Runner
from app.runner.bus import Subscription
from app.runner.execute import Notice
from app.visits.queries import board
from app.visits.rules import BoardRow, Limits, clocked
from app.visits.viewmodel.items import Filter, Item, arrange, tally
from app.visits.viewmodel.steps import Steps

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


class BoardModel(Steps):
    """Loads the board, keeps it fresh, and does the steps that need no questions. `changed`: show `items()` again."""

    changed = Signal()

    def __init__(self, runner: Runner, ports: Ports, limits: Limits | None = None) -> None:
        super().__init__(runner, ports)
        self.limits = limits or Limits()
        self.location_id: int | None = None
        self.day: date | None = None
        self.zone = "UTC"
        self.rows: tuple[BoardRow, ...] = ()
        self.loaded = False
        self.filter = Filter.ALL
        self.toggled: frozenset[str] = frozenset()
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

    def look_again(self) -> None:
        self.load()

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

    def close(self) -> None:
        """Hear nothing more."""
        self._subscription.end()
        self._tick.stop()
