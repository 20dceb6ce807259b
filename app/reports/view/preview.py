"""What every paper shares on screen: the pages with their sizes, the ways out, and the drawer that shows one paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.printing import Printer
from app.core.text import tr
from app.documents.view.pane import PagePane
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.panels import announce
from app.kit.words import label, plain
from app.reports.viewmodel import Output, PrintSetup
from app.reports.viewmodel.output import Note, unnoted
from app.runner.bridge import Runner

WIDTH = 860
AskPath = Callable[[QWidget, Path], Path | None]


def ask_path(parent: QWidget, start: Path) -> Path | None:
    """The system's own question for a file name; None when it is left."""
    words = (tr("Save as PDF"), str(start), tr("PDF files (*.pdf)"))
    name, _kind = QFileDialog.getSaveFileName(parent, *words)
    return Path(name) if name else None


class OutputBar(QWidget):
    """Print and Save, and what became of it. Where several printers are there and none is set, it asks which."""

    def __init__(self, output: Output, ports: Ports, parent: QWidget | None = None, *, across: bool = False) -> None:
        super().__init__(parent)
        self.output, self.ports = output, ports
        self.ask_path: AskPath = ask_path
        self.print = KeyButton(tr("Print"), kind="primary", icon="print", keys="Ctrl+P")
        self.other = KeyButton(tr("Choose a printer…"), kind="quiet", size="row")
        self.save = KeyButton(tr("Save as PDF…"), icon="save", keys="Ctrl+S")
        self.says, self.advice = label("", "second", wrap=True), label("", "note", wrap=True)
        self.menu = QMenu(self)
        self._arrange(across)
        self.print.clicked.connect(lambda _on: self.output.send())
        self.other.clicked.connect(self.output.ask_printer)
        self.save.clicked.connect(self._save)
        output.done.connect(self._done)
        output.failed.connect(self.problem)
        output.choose.connect(self._choose)
        output.changed.connect(self._refresh)
        self._refresh()

    def _arrange(self, across: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for words in (self.says, self.advice):
            words.hide()
            column.addWidget(words)
        if not across:
            for button in (self.print, self.save, self.other):
                column.addWidget(button)
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.print)
        column.addLayout(row)

    def _refresh(self) -> None:
        reason = "" if self.output.pdf else tr("There is no paper yet.")
        for button in (self.print, self.save, self.other):
            button.set_unavailable(reason)

    def _save(self) -> None:
        path = self.ask_path(self, self.output.path())
        if path is not None:
            self.output.save(path if path.suffix else path.with_suffix(".pdf"))

    def _choose(self, printers: tuple[Printer, ...]) -> None:
        self.menu.clear()
        for one in printers:
            words = tr("{printer} (stopped)", printer=one.name) if one.stopped else one.name
            self.menu.addAction(plain(words)).triggered.connect(lambda _on=False, name=one.name: self.output.send(name))
        self.menu.popup(self.other.mapToGlobal(QPoint(0, self.other.height())))

    def _done(self, sentence: str) -> None:
        self._say(sentence, "", "ok")
        self.ports.announce(sentence)

    def problem(self, why: ClinicError) -> None:
        """Say what did not happen and what to do."""
        self._say(why.message, why.advice, "error")

    def quiet(self) -> None:
        """Say nothing any more."""
        self._say("", "", "second")

    def _say(self, sentence: str, advice: str, role: str) -> None:
        self.says.setProperty("role", role)
        self.says.style().unpolish(self.says)
        self.says.style().polish(self.says)
        for words, text in ((self.says, sentence), (self.advice, advice)):
            words.setText(text)
            words.setVisible(bool(text))
        if sentence:
            announce(self, f"{sentence} {advice}".strip(), urgent=role == "error")


class Preview(Drawer):
    """A paper in a drawer over the window: `Preview(runner, ports, parent, setup).show_pdf(pdf, "R-000123")`.

    Bootstrap plugs `show_pdf` into `ports.print_document`; a room that has its own `Output` uses `show_output`.
    """

    def __init__(self, runner: Runner, ports: Ports, parent: QWidget, setup: PrintSetup | None = None) -> None:
        super().__init__(parent, tr("Preview"), width=WIDTH)
        self.runner, self.ports = runner, ports
        self.setup = setup or PrintSetup()
        self.pane = PagePane(runner)
        self.pane.setMinimumHeight(theme.px(200))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.set_content(self.pane)
        self.bar: OutputBar | None = None

    def show_pdf(self, pdf: bytes, number: str, note: Note = unnoted) -> None:
        """Show a PDF under its number; printers of receipts for numbers that begin with R."""
        printer = self.setup.receipt_printer if number.startswith("R-") else self.setup.document_printer
        output = Output(self.runner, self.setup, printer, self)
        output.load(pdf, number, note=note)
        self.show_output(output)

    def show_output(self, output: Output) -> None:
        """Show a paper that is ready to leave."""
        if self.bar is not None:
            self.footer.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = OutputBar(output, self.ports, across=True)
        self.footer.addWidget(self.bar)
        self.set_title(output.title, tr("Ctrl P prints, Ctrl S saves, Esc closes."))
        self.pane.view.show_pdf(output.pdf)
        self.open(self.pane.view)
