"""A paper of the privacy office on screen from anywhere in the window: what `ports.show_paper` does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.privacy.queries import AccessLog, Accounting
from app.reports.actions import NotePaper, Way, note_access_log, note_accounting
from app.reports.documents.privacy import access_log, accounting_of_disclosures
from app.reports.view.preview import Preview
from app.reports.viewmodel import PrintSetup
from app.reports.viewmodel.making import draw
from app.reports.viewmodel.output import Output
from app.runner.bridge import Runner


class ShownPaper(QObject):
    """Makes one paper and shows it over `window`; gone when its preview is closed."""

    def __init__(self, runner: Runner, ports: Ports, window: QWidget, setup: PrintSetup) -> None:
        super().__init__(window)
        self.runner, self.ports, self.over, self.setup = runner, ports, window, setup
        self.preview: Preview | None = None

    def show(self, value: AccessLog | Accounting) -> None:
        """Show the paper of an answer, ready to print; what leaves the program is written down."""
        if isinstance(value, AccessLog):
            draw(self.runner, access_log, value, lambda pdf: self._drawn(pdf, "access-log", value), self._failed)
        else:
            draw(
                self.runner, accounting_of_disclosures, value,
                lambda pdf: self._drawn(pdf, "accounting", value), self._failed,
            )  # fmt: skip

    def _drawn(self, pdf: bytes, name: str, value: AccessLog | Accounting) -> None:
        action = note_access_log if isinstance(value, AccessLog) else note_accounting

        def note(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
            self.runner.run(action, NotePaper(patient_id=value.patient_id, way=way), then, fail)

        output = Output(self.runner, self.setup, self.setup.document_printer, self)
        output.load(pdf, name.upper(), file=name, note=note)
        made = self.preview = Preview(self.runner, self.ports, self.over, self.setup)
        made.closed.connect(made.deleteLater)
        made.closed.connect(self.deleteLater)
        made.show_output(output)

    def _failed(self, why: ClinicError) -> None:
        self.ports.announce(str(why))
        self.deleteLater()
