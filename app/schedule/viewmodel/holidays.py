"""The public holidays of the window's location: which are chosen, closing them together, opening one again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions.blocks import VoidBlock, VoidBlocks, void_block, void_blocks
from app.schedule.actions.holidays import CloseHolidays, HolidaysClosed, close_holidays
from app.schedule.queries.holidays import HolidayRow, Holidays, holidays_of

Fail = Callable[[ClinicError], None]


class HolidaysModel(QObject):
    """`found` is the year as it is; `chosen` the days that are ticked and not closed yet."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.location_id = self.year = 0
        self.found: Holidays | None = None
        self.chosen: frozenset[date] = frozenset()
        runner.bus.subscribe(("block", "appointment", "working_hours"), self._heard)

    def look(self, year: int | None = None) -> None:
        """Read a year where the window stands; without a year the one that is shown, or today's."""
        here = self.ports.here()
        place, year = here.location_id or 0, year or self.year or here.today.year
        if (place, year) != (self.location_id, self.year):
            self.location_id, self.year, self.found, self.chosen = place, year, None, frozenset()
        if place:
            self._read()
        else:
            self.changed.emit()

    def _heard(self, _notice: Notice) -> None:
        if self.location_id:
            self._read()

    def _read(self) -> None:
        self.runner.ask(
            holidays_of, self.location_id, self.year, then=self._take, fail=self.failed.emit, topic="setup.holidays",
            settled=False,
        )  # fmt: skip

    def _take(self, found: Holidays) -> None:
        self.found = found
        self.chosen &= {one.day for one in found.days if can_close(one)}
        self.changed.emit()

    def toggle(self, row: HolidayRow) -> None:
        """Choose a day, or leave it."""
        if can_close(row):
            self.chosen ^= {row.day}
            self.changed.emit()

    def choose_all(self) -> None:
        """Choose every day on which somebody would work."""
        days = self.found.days if self.found is not None else ()
        self.chosen = frozenset(one.day for one in days if can_close(one) and one.works)
        self.changed.emit()

    def close(self, then: Callable[[], None], fail: Fail, *, why: str | None = None) -> None:
        """Close the chosen days. `why`: although visits are booked, with this reason. Undo opens them again."""
        command = CloseHolidays(
            location_id=self.location_id, days=tuple(sorted(self.chosen)), accept=why is not None, reason=why or ""
        )

        def closed(made: HolidaysClosed) -> None:
            self.chosen = frozenset()
            then()
            back = VoidBlocks(location_id=command.location_id, blocks=made.blocks, undoes=command.id)
            words = tr("Closed on holidays: {count}.", count=made.count)
            self.ports.undoable(words, lambda: self.runner.run(void_blocks, back, None, self.failed.emit))

        self.runner.run(close_holidays, command, closed, fail)

    def reopen(self, row: HolidayRow) -> None:
        """Open a closed day again."""
        if row.block_id is not None:
            command = VoidBlock(block_id=row.block_id, version=row.version)
            self.runner.run(void_block, command, lambda _made: None, self.failed.emit)


def can_close(row: HolidayRow) -> bool:
    """Whether a day is still to come and open."""
    return not row.closed and not row.over
