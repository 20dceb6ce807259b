"""A receipt on screen from anywhere in the window: what `ports.show_receipt` does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.reports.view.preview import Preview
from app.reports.viewmodel import PrintSetup, ReceiptDesk
from app.runner.bridge import Runner


class ShownReceipt(QObject):
    """Makes one receipt and shows it over `window`; gone when its preview is closed."""

    def __init__(self, runner: Runner, ports: Ports, window: QWidget, setup: PrintSetup) -> None:
        super().__init__(window)
        self.runner, self.ports, self.over, self.setup = runner, ports, window, setup
        self.desk = ReceiptDesk(runner, setup, self)
        self.preview: Preview | None = None
        self.desk.ready.connect(self._ready)
        self.desk.failed.connect(self._failed)

    def show(self, payment_id: int, again: bool = False) -> None:
        """Show the receipt of a payment, ready to print; `again` counts one more print and marks it as a copy."""
        self.desk.show(payment_id, again=again)

    def _ready(self) -> None:
        made = self.preview = Preview(self.runner, self.ports, self.over, self.setup)
        made.closed.connect(made.deleteLater)
        made.closed.connect(self.deleteLater)
        made.show_output(self.desk.output)

    def _failed(self, why: ClinicError) -> None:
        self.ports.announce(str(why))
        self.deleteLater()
