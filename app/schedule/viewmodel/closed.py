"""Closing time from the day's page, and opening it again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.clock import local
from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import short_day
from app.runner.bridge import Runner
from app.schedule.actions import AddBlock, BlockMade, VoidBlock, add_block, void_block
from app.schedule.queries import BlockRow


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
        """Open closed time again: the way back from closing it."""
        self.runner.run(
            void_block, command, lambda _made: self.said.emit(tr("This time is open again.")), self.failed.emit
        )

    def open_block(self, location_id: int, zone: str, block: BlockRow) -> None:
        """Open what stands closed; `done` tells the way back, which closes it as it was, unless somebody is booked then."""
        opened = VoidBlock(block_id=block.id, version=block.version)
        begin, end = local(block.period.starts_at, zone), local(block.period.ends_at, zone)
        back = AddBlock(
            location_id=location_id, day=begin.date(), start=begin.time(), end=end.time(), last_day=end.date(),
            practitioner_id=block.practitioner_id, why=block.reason, undoes=opened.id,
        )  # fmt: skip

        def closed(_made: BlockMade) -> None:
            self.said.emit(tr("This time is closed again."))

        def made(_block: BlockMade) -> None:
            words = tr("This time is open again.")
            self.done.emit(words, lambda: self.runner.run(add_block, back, closed, self.failed.emit))

        self.runner.run(void_block, opened, made, self.failed.emit)
