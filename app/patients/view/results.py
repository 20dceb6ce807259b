"""The lines of a search as a table without a head; the focus may stay in the box above."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.panels import Card
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.table import ROW, RowTable
from app.patients.viewmodel.finder import ResultLine


class ResultList(Card):
    """Search lines. `picked` carries the line that was entered or clicked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, takes_focus: bool = True) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(*[theme.px(4)] * 4)
        columns: list[Column[ResultLine]] = [
            Column(
                tr("Patient"), lambda line: line.name, second=lambda line: line.facts, name=True, style="name",
                glyph=lambda line: line.glyph or ("icon:user" if line.hit else "icon:plus"), spoken=_spoken,
                ink=lambda line: "text" if line.hit else "accent_text",
            ),
            Column(
                tr("Found by"), lambda line: line.number, second=lambda line: line.reason, align=RIGHT, width=240
            ),
        ]  # fmt: skip
        self.model = RowTableModel(columns, lambda line: line.key, self)
        self.table = RowTable()
        self.table.setAccessibleName(tr("Patients found"))
        self.table.horizontalHeader().hide()
        self.table.set_rows_model(self.model)
        if not takes_focus:
            self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.entered_row.connect(self._pick)
        self.table.clicked.connect(lambda index: self._pick(index.row()))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.table)

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show other lines; the first becomes the current one."""
        self.model.set_rows(lines)
        for row, line in enumerate(self.model.rows):
            if line.hit is None:
                self.table.setSpan(row, 0, 1, 2)
        if self.model.rows:
            self.table.selectRow(0)

    def move_by(self, step: int) -> None:
        """The next or the last line becomes current, round and round: one step up from the first is the last."""
        count = len(self.model.rows)
        if count:
            now = self.table.currentIndex().row()
            self.table.selectRow((now + step) % count)

    def current(self) -> ResultLine | None:
        """The current line."""
        return self.model.row(self.table.currentIndex())

    def _pick(self, row: int) -> None:
        line = self.model.row(row)
        if line is not None:
            self.picked.emit(line)

    def wanted_height(self, most: int = 9) -> int:
        """Pixels for all lines, at most `most` of them."""
        return theme.px(ROW) * max(1, min(len(self.model.rows), most)) + theme.px(12)


def _spoken(line: ResultLine) -> str:
    return ", ".join(part for part in (line.name, line.facts, line.number, line.reason) if part)


def yielding(made: QLabel) -> QLabel:
    """A label of people's text that never makes its column wider: one endless word is cut, its tooltip has it all."""
    made.setMinimumWidth(1)
    return made


def column_of(parent: QWidget, margin: int = 0, gap: int = 12) -> QVBoxLayout:
    """A column of widgets on `parent`; pixels at 100 %."""
    made = QVBoxLayout(parent)
    made.setContentsMargins(*[theme.px(margin)] * 4)
    made.setSpacing(theme.px(gap))
    return made
