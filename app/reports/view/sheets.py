"""A paper of the schedule on screen from anywhere in the window: what `ports.show_sheet` does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports, SheetWish
from app.reports.view.preview import Preview
from app.reports.viewmodel import PrintSetup
from app.reports.viewmodel.sheets import SheetDesk
from app.runner.bridge import Runner


class ShownSheet(QObject):
    """Makes one paper of the schedule and shows it over `window`; gone when its preview is closed."""

    def __init__(self, runner: Runner, ports: Ports, window: QWidget, setup: PrintSetup) -> None:
        super().__init__(window)
        self.runner, self.ports, self.over, self.setup = runner, ports, window, setup
        self.desk = SheetDesk(runner, setup, self)
        self.preview: Preview | None = None
        self.desk.ready.connect(self._ready)
        self.desk.failed.connect(self._failed)

    def show(self, wish: SheetWish) -> None:
        """Show the paper, ready to print; what leaves the program is written down."""
        self.desk.show(wish)

    def _ready(self) -> None:
        made = self.preview = Preview(self.runner, self.ports, self.over, self.setup)
        made.closed.connect(made.deleteLater)
        made.closed.connect(self.deleteLater)
        made.show_output(self.desk.output)

    def _failed(self, why: ClinicError) -> None:
        self.ports.announce(str(why))
        self.deleteLater()
