"""The papers of a patient as a card of the record; a file may be dropped anywhere on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.core.ports import Deed, Ports
from app.core.text import tr
from app.documents.queries import DocumentRow
from app.documents.rules import DocumentKind, kind_label
from app.documents.view.preview import DocumentPreview
from app.documents.viewmodel import DocumentsModel, PaperLine
from app.documents.viewmodel.files import Shown
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.fields import DateField
from app.kit.files import accept_files, dropped_files
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.rows import Column, RowTableModel
from app.kit.words import label
from app.patients.view.sections import AskWhy, FormDrawer, RecordSection
from app.runner.bridge import Runner

ATTACH, KEYS = "attach", "Ctrl+Shift+A"
AskFiles = Callable[[QWidget], tuple[Path, ...]]


def ask_files(parent: QWidget) -> tuple[Path, ...]:
    """The system's own question for files; none when it is left."""
    kinds = tr("Scans and pictures") + " (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.heic *.txt)"
    names, _kind = QFileDialog.getOpenFileNames(parent, tr("Choose the file"), "", kinds)
    return tuple(map(Path, names))


class AttachForm(Form):
    """What a file is; the names are the fields of the command."""

    ui = "documents/attach.ui"
    kind: QComboBox
    title: QLineEdit
    issued_on: DateField
    expires_on: DateField

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for kind in DocumentKind:
            self.kind.addItem(kind_label(kind), kind)
        self.title.setPlaceholderText(tr("Its kind, if left empty"))


class AttachDrawer(FormDrawer):
    """Asks what a file is and stores it."""

    def __init__(self, parent: QWidget, model: DocumentsModel, file: Path) -> None:
        self.fields, self.file = AttachForm(), file
        super().__init__(parent, tr("Add a paper"), self.fields, tr("Store"), about=file.name)
        today = model.ports.here().today
        self.fields.issued_on.set_today(today, past_only=True)
        self.fields.expires_on.set_today(today)
        self.fields.set_values({"kind": DocumentKind.OTHER})
        self.confirmed.connect(lambda: model.attach(file, self.fields.values()))


class DocumentsSection(RecordSection):
    """Every file: look at it, make it void; Add for who may."""

    model: DocumentsModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(DocumentsModel(runner, ports), tr("Documents"))
        self.runner = runner
        self.ask_files: AskFiles = ask_files
        self.waiting: list[Path] = []
        self._went = False
        self.preview: DocumentPreview | None = None
        self.add = KeyButton(tr("Add file…"), icon="upload", kind="soft", keys=KEYS, size="row")
        self.add.set_tip(tr("Add a file; or drop it here"))
        self.add.clicked.connect(self.pick)
        self.buttons.addWidget(self.add)
        self.rows = RowTableModel(_columns(), lambda line: line.row.id, self)
        self.table = FittedTable(tr("Documents"), self.rows)
        self.table.entered_row.connect(lambda _number: self._look())
        self.table.row_changed.connect(lambda _number: self._offer())
        self.body.addWidget(self.table)
        self.nothing = label(tr("No paper yet. Drop a file here, or add one."), "second")
        self.body.addWidget(self.nothing)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.look, self.void = LinkButton(tr("Open"), icon="eye"), LinkButton(tr("Make void…"), icon="x")
        self.look.clicked.connect(self._look)
        self.void.clicked.connect(self._void)
        for button in (self.look, self.void):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.model.shown.connect(self._show)
        self.model.reason_needed.connect(self._ask_why)

    def refresh(self) -> None:
        if self.model.patient_id is None:
            self.waiting.clear()
            return
        may = self.model.may_attach()
        self.add.setVisible(may)
        self.setAcceptDrops(may)
        if self.model.loaded:
            self.table.show_rows(self.model.lines())
        self.table.setVisible(bool(self.rows.rows))
        self.nothing.setVisible(self.model.loaded and not self.rows.rows)
        self._offer()

    def chosen(self) -> PaperLine | None:
        """The file that is chosen in the list."""
        return self.rows.row(self.table.currentIndex())

    def _offer(self) -> None:
        line = self.chosen()
        self.look.setVisible(line is not None and self.model.may_open(line.row))
        self.void.setVisible(line is not None and self.model.may_void(line.row))
        if line is not None:
            self.look.set_label(tr("Open {paper}", paper=line.title or line.kind))

    # ------------------------------------------------------------------------------------------------- look

    def _look(self) -> None:
        line = self.chosen()
        if line is not None:
            self.quiet()
            self.model.open(line.row)

    def _ask_why(self, row: DocumentRow) -> None:
        drawer = AskWhy(self.window(), tr("Open a paper"), kind_label(row.kind), tr("Open"), kind="primary")
        drawer.given.connect(lambda why: self.model.open(row, why))
        self.open_drawer(drawer, drawer.why.reason)

    def _show(self, shown: Shown) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()
        if self.preview is None:
            self.preview = DocumentPreview(self.runner, self.window())
            self.preview.closed.connect(self._preview_closed)
        self.preview.show_file(shown)

    def _preview_closed(self) -> None:
        if self.preview is not None:
            self.preview.deleteLater()
            self.preview = None

    # --------------------------------------------------------------------------------------------------- add

    def tasks(self) -> tuple[str, ...]:
        return (ATTACH,)

    def run_task(self, task: str) -> None:
        if self.model.may_attach():
            self.pick()

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None or not self.model.may_attach():
            return ()
        return (Deed("upload.paper", tr("Add file"), KEYS, self.pick),)

    def pick(self) -> None:
        """Ask for files, then for each what it is."""
        self.take(self.ask_files(self))

    def take(self, files: tuple[Path, ...]) -> None:
        """Ask of each file what it is, one after the other."""
        self.waiting = list(files)
        self._next()

    def _next(self) -> None:
        self._went = False
        if self.waiting and self.drawer is None:
            drawer = AttachDrawer(self.window(), self.model, self.waiting.pop(0))
            self.open_drawer(drawer, drawer.fields.kind)
            drawer.closed.connect(self._given_up)

    def _kept(self) -> None:
        self._went = True
        super()._kept()
        self._next()

    def _given_up(self) -> None:
        """Esc leaves this file and those after it; one that was stored leads to the next."""
        if not self._went:
            self.waiting.clear()

    def _void(self) -> None:
        line = self.chosen()
        if line is None:
            return
        about = f"{line.title or line.kind} · {line.received} · {line.who}"
        drawer = AskWhy(self.window(), tr("Make a paper void"), about, tr("Make it void"))
        drawer.given.connect(lambda why: self.model.void(line.row, why))
        self.open_drawer(drawer, drawer.why.reason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        accept_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(dropped_files(event))


def _columns() -> list[Column[PaperLine]]:
    return [
        Column(tr("Paper"), lambda line: line.kind, second=lambda line: line.title, tooltip=lambda line: line.title),
        Column(tr("Received"), lambda line: line.received, second=lambda line: line.who, width=190),
        Column(
            tr("Holds"), lambda line: line.ends, width=190, glyph=lambda line: line.glyph, ink=lambda line: line.ink
        ),
    ]  # fmt: skip
