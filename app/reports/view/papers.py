"""A paper about one patient on screen from anywhere in the window: what `ports.show_paper` does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.ports import PaperKind, PaperWish, Ports
from app.core.text import tr
from app.privacy.queries import AccessLog, Accounting
from app.reports.actions import NotePaper, NoteVisitPaper, Way, note_access_log, note_accounting, note_visit_paper
from app.reports.documents import extension, visits
from app.reports.documents.privacy import access_log, accounting_of_disclosures
from app.reports.queries.papers import coming_visits, extension_request
from app.reports.rules.papers import ComingVisits, ExtensionRequest
from app.reports.view.preview import Preview
from app.reports.viewmodel import PrintSetup
from app.reports.viewmodel.making import draw
from app.reports.viewmodel.output import Note, Output
from app.runner.bridge import Runner


def _title(name: str) -> str:
    """What people call a paper; whose it is stands on it alone."""
    return {
        "visits": tr("The visits to come"),
        "extension": tr("Request for more visits"),
        "access-log": tr("Who saw this record"),
        "accounting": tr("Accounting of disclosures"),
    }[name]


class ShownPaper(QObject):
    """Makes one paper and shows it over `window`; gone when its preview is closed."""

    def __init__(self, runner: Runner, ports: Ports, window: QWidget, setup: PrintSetup) -> None:
        super().__init__(window)
        self.runner, self.ports, self.over, self.setup = runner, ports, window, setup
        self.preview: Preview | None = None
        self._wish: PaperWish | None = None

    def show(self, value: AccessLog | Accounting | PaperWish) -> None:
        """Show the paper of an answer, ready to print; what leaves the program is written down."""
        if isinstance(value, AccessLog):
            draw(self.runner, access_log, value, lambda pdf: self._private(pdf, "access-log", value), self._failed)
        elif isinstance(value, Accounting):
            draw(
                self.runner, accounting_of_disclosures, value,
                lambda pdf: self._private(pdf, "accounting", value), self._failed,
            )  # fmt: skip
        else:
            self._wish = value
            self._ask(value)

    def _ask(self, wish: PaperWish) -> None:
        asked = (wish, self.setup.clinic, wish.reason)
        if wish.kind is PaperKind.VISITS:
            self.runner.ask(coming_visits, *asked, then=self._list, fail=self._failed, topic=f"paper-{id(self)}")
        else:
            self.runner.ask(extension_request, *asked, then=self._request, fail=self._failed, topic=f"paper-{id(self)}")

    def _list(self, paper: ComingVisits) -> None:
        draw(self.runner, visits.coming_visits, paper, lambda pdf: self._visits(pdf, "visits"), self._failed)

    def _request(self, paper: ExtensionRequest) -> None:
        draw(self.runner, extension.extension_request, paper, lambda pdf: self._visits(pdf, "extension"), self._failed)

    def _visits(self, pdf: bytes, name: str) -> None:
        wish = self._wish
        if wish is None:
            return

        def note(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
            command = NoteVisitPaper(
                patient_id=wish.patient_id, location_id=wish.location_id, kind=wish.kind, way=way, reason=wish.reason
            )
            self.runner.run(note_visit_paper, command, then, fail)

        self._drawn(pdf, name, note)

    def _private(self, pdf: bytes, name: str, value: AccessLog | Accounting) -> None:
        action = note_access_log if isinstance(value, AccessLog) else note_accounting

        def note(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
            self.runner.run(action, NotePaper(patient_id=value.patient_id, way=way), then, fail)

        self._drawn(pdf, name, note)

    def _drawn(self, pdf: bytes, name: str, note: Note) -> None:
        output = Output(self.runner, self.setup, self.setup.document_printer, self)
        output.load(pdf, name.upper(), title=_title(name), file=name, note=note)
        made = self.preview = Preview(self.runner, self.ports, self.over, self.setup)
        made.closed.connect(made.deleteLater)
        made.closed.connect(self.deleteLater)
        made.show_output(output)

    def _failed(self, why: ClinicError) -> None:
        self.ports.announce(str(why))
        self.deleteLater()
