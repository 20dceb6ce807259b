"""Closing time from the day's page, and opening it again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import short_day
from app.runner.bridge import Runner
from app.schedule.actions import AddBlock, BlockMade, VoidBlock, add_block, void_block


class TimeDeeds(QObject):
    """Runs both."""

    failed = Signal(object)
    said = Signal(str)
    #: a deed with a way back: the sentence, and what takes it back
    done = Signal(str, object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self.runner = runner

    def close_time(
        self, command: AddBlock, then: Callable[[BlockMade], None], fail: Callable[[ClinicError], None]
    ) -> None:
        """Close time; `done` tells the way back."""

        def made(block: BlockMade) -> None:
            back = VoidBlock(block_id=block.block_id, version=block.version, undoes=command.id)
            then(block)
            self.done.emit(tr("Closed time on {day}", day=short_day(command.day)), lambda: self.open_time(back))

        self.runner.run(add_block, command, made, fail)

    def open_time(self, command: VoidBlock) -> None:
        """Open closed time again."""
        self.runner.run(
            void_block, command, lambda _made: self.said.emit(tr("This time is open again.")), self.failed.emit
        )
