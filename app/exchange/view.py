"""Importing another system's file: choose it, see which column is which and what would happen, then take it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.rules.columns import NOTHING
from app.exchange.rules.values import USUAL_SOURCE, Issue, Kind, Level, Options
from app.exchange.viewmodel import ImportModel
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.form import Form
from app.kit.rows import Column, RowTableModel
from app.kit.table import RowTable
from app.kit.words import label
from app.runner.bridge import Runner

SIDE, WIDTH, HEIGHT = 320, 980, 640


class FileForm(Form):
    """Which file, and what it is."""

    ui = "exchange/import.ui"
    file: QLineEdit
    kind: QComboBox
    location: QComboBox
    source: QLineEdit
    authorities: QLineEdit
    authoritiesLabel: QLabel  # noqa: N815 - the name in the layout file
    minutes: QSpinBox
    minutesLabel: QLabel  # noqa: N815 - the name in the layout file


class ImportDialog(QDialog):
    """One import. `location_id` is where the window stands. Closing it stops an import after its batch."""

    def __init__(self, runner: Runner, location_id: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        room = parent.window().size() * 0.9 if parent is not None else QSize(theme.px(WIDTH), theme.px(HEIGHT))
        self.resize(QSize(theme.px(WIDTH), theme.px(HEIGHT)).boundedTo(room))
        self.model, self.location_id = ImportModel(runner, self), location_id
        self.form = FileForm()
        self.form.kind.addItem(tr("Patients"), Kind.PATIENTS)
        self.form.kind.addItem(tr("Appointments"), Kind.APPOINTMENTS)
        self.form.kind.addItem(tr("HL7 messages"), Kind.HL7)
        self.form.kind.addItem(tr("FHIR records"), Kind.FHIR)
        self.form.source.setPlaceholderText(USUAL_SOURCE)
        self.choose = KeyButton(tr("Choose a file…"), kind="soft")
        self.look = KeyButton(tr("Look at it"), kind="soft")
        self.take = KeyButton(tr("Import"), kind="primary")
        self.stop = KeyButton(tr("Stop"), kind="soft")
        self.save = KeyButton(tr("Save the row report…"), kind="soft")
        self.columns = QTableWidget(0, 3)
        self.columns.setAccessibleName(tr("Columns of the file"))
        self.columns.setHorizontalHeaderLabels([tr("Column"), tr("First row"), tr("Field here")])
        self.columns.horizontalHeader().setStretchLastSection(True)
        self.said = RowTable()
        self.said.setAccessibleName(tr("Rows to look at"))
        self.issues = RowTableModel[Issue](_issue_columns(), lambda one: (one.row, one.field, one.level), self)
        self.said.set_rows_model(self.issues)
        self.sentences, self.problem = label("", "strong", wrap=True), label("", "note", wrap=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Import"))
        self._drawn: object = None
        self._arrange()
        self._connect()
        self._show_fields()
        self.model.start()
        self._refresh()

    def _arrange(self) -> None:
        """The questions at the left, the file at the right; one below the other, and scrolled, for large texts."""
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(8))
        for part in (self.form.root, self.choose, self.look, self.problem):
            left.addWidget(part)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(self.columns, 3)
        right.addWidget(self.sentences)
        right.addWidget(self.said, 2)
        right.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.save, self.stop, self.take):
            buttons.addWidget(button)
        right.addLayout(buttons)
        page, area = QWidget(), QScrollArea()
        page.setProperty("kit", "page")
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        across.setContentsMargins(*[theme.gap(16, 12)] * 4)
        across.setSpacing(theme.px(16))
        across.addWidget(side)
        across.addLayout(right, 1)
        if theme.large():
            across.setDirection(QBoxLayout.Direction.TopToBottom)
            self.columns.setMinimumHeight(theme.px(200))
            self.said.setMinimumHeight(theme.px(160))
        else:
            side.setFixedWidth(theme.px(SIDE))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose_file)
        self.look.clicked.connect(self.look_at_it)
        self.take.clicked.connect(self.model.run)
        self.stop.clicked.connect(self.model.cancel)
        self.save.clicked.connect(self._save)
        self.form.file.returnPressed.connect(self.look_at_it)
        self.form.kind.currentIndexChanged.connect(self._show_fields)
        self.finished.connect(lambda _result: self.model.cancel())
        self.model.changed.connect(self._refresh)
        self.model.failed.connect(self._failed)

    # ------------------------------------------------------------------------------------------------ gestures

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, tr("Choose a file"), "", _kinds_of_files())
        if name:
            self.form.file.setText(name)
            self.look_at_it()

    def look_at_it(self) -> None:
        """Read the file and show what would happen."""
        self.problem.setText("")
        location = self.form.location.currentData()
        if location is None or not self.form.file.text().strip():
            return
        options = Options(
            location_id=location,
            source=self.form.source.text().strip() or USUAL_SOURCE,
            minutes=self.form.minutes.value(),
            authorities=tuple(filter(None, map(str.strip, self.form.authorities.text().split(",")))),
        )
        self.model.look(Path(self.form.file.text().strip()), Kind(self.form.kind.currentData()), options)

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save the row report"), "", tr("CSV files (*.csv)"))
        if name:
            self.model.save_report(Path(name))

    def _failed(self, why: ClinicError) -> None:
        if not self.form.show_problem(why):
            self.problem.setText(str(why))

    # ------------------------------------------------------------------------------------------------ showing

    def _refresh(self) -> None:
        model = self.model
        self._fill_locations()
        if (model.plan, model.preview) != self._drawn:
            self._drawn = (model.plan, model.preview)
            if model.plan is not None:  # messages and resources say themselves what they are
                self.form.kind.setCurrentIndex(self.form.kind.findData(model.plan.kind))
            self._fill_columns()
            self.issues.set_rows(model.said())
        self.sentences.setText("\n".join(model.sentences()))
        self.progress.setVisible(model.busy)
        self.progress.setRange(0, model.of)
        self.progress.setValue(model.done)
        self.look.setEnabled(not model.busy)
        self.columns.setEnabled(not model.busy)
        self.take.setEnabled(model.preview is not None and not model.busy)
        self.stop.setEnabled(model.busy)
        self.save.setEnabled(model.summary is not None and not model.busy)

    def _show_fields(self) -> None:
        """Only the fields that count for this kind of file."""
        kind = Kind(self.form.kind.currentData())
        shown: dict[QWidget, bool] = {
            self.form.minutes: kind is Kind.APPOINTMENTS,
            self.form.minutesLabel: kind is Kind.APPOINTMENTS,
            self.form.authorities: not kind.has_columns,
            self.form.authoritiesLabel: not kind.has_columns,
            self.columns: kind.has_columns,
        }
        for part, visible in shown.items():
            part.setVisible(visible)

    def _fill_locations(self) -> None:
        combo = self.form.location
        if combo.count() == len(self.model.locations):
            return
        combo.clear()
        for row in self.model.locations:
            combo.addItem(row.name, row.id)
        combo.setCurrentIndex(max(0, combo.findData(self.location_id)))

    def _fill_columns(self) -> None:
        """A line for each column: its name, what the first row has, and the field it is."""
        columns = self.model.columns()
        self.columns.setRowCount(len(columns))
        for at, (name, field) in enumerate(columns.items()):
            self.columns.setItem(at, 0, QTableWidgetItem(name))
            self.columns.setItem(at, 1, QTableWidgetItem(self.model.example(name)))
            self.columns.setCellWidget(at, 2, self._field_box(name, field))

    def _field_box(self, column: str, chosen: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Field of {column}", column=column))
        box.addItem(tr("not read"), NOTHING)
        for field in self.model.fields():
            box.addItem(field.replace("_", " "), field)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(lambda _at: self.model.choose(column, box.currentData()))
        return box


def _kinds_of_files() -> str:
    """What the file dialog offers: everything we read first, since messages come under any name."""
    every = tr("Files of other systems (*.csv *.txt *.tsv *.hl7 *.json *.ndjson)")
    return ";;".join((every, tr("CSV files (*.csv *.txt *.tsv)"), tr("All files (*)")))


def _issue_columns() -> tuple[Column[Issue], ...]:
    """The row's number, and why it is here; below that what happens to it, and where in it."""
    words = {Level.REFUSED: tr("not taken"), Level.FLAGGED: tr("taken, look at it")}
    glyphs = {Level.REFUSED: "lamp:missing", Level.FLAGGED: "lamp:soon"}
    return (
        Column(tr("Row"), lambda one: str(one.row), width=72, glyph=lambda one: glyphs[one.level]),
        Column(
            tr("Why"),
            lambda one: one.sentence,
            second=lambda one: " · ".join(filter(None, (words[one.level], one.field, one.text))),
            tooltip=lambda one: one.sentence,
        ),
    )
