"""The lines of a search as a table without a head; the focus may stay in the box above."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.ports import Deed
from app.core.text import tr
from app.kit import theme
from app.kit.panels import Card
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.table import LEAST, ROW, RowTable
from app.patients.view.deeds import RowDeeds, room_for
from app.patients.viewmodel.finder import ResultLine

#: the columns: who it is, why they were found, what can be done
_WHY, _DEEDS = 1, 2
#: the reason keeps so much where there is no room for all of it; a list narrower than that has no words on its buttons,
#: in px at 100 %
_LEAST_WHY, _NARROW = 170, 700


class ResultTable(RowTable):
    """The table; at the right is room for what can be done with a line. `placed` when rows have moved.

    `needs` are the pixels of that with words on the buttons, and without.
    """

    placed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.needs = (0, 0)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.placed.emit())

    @property
    def worded(self) -> bool:
        """Whether there is room for words on the buttons."""
        return self.viewport().width() >= theme.px(_NARROW)

    @property
    def deeds_room(self) -> int:
        """Pixels of the column with the buttons."""
        return self.needs[0 if self.worded else 1]

    def least_width(self, number: int) -> int:
        """The reason gives way before a name does; its tooltip has all of it."""
        least = self.deeds_room if number == _DEEDS else super().least_width(number)
        left = self.viewport().width() - theme.px(LEAST) - self.deeds_room
        return min(least, max(left, theme.px(_LEAST_WHY))) if number == _WHY else least

    def share_room(self) -> None:
        """Share the room anew; the list is as wide as its window lets it be only after it was filled."""
        if self._least:
            self._least = [self.least_width(number) for number in range(len(self._least))]
        super().share_room()
        self.placed.emit()


class ResultList(Card):
    """Search lines. `picked` carries the line that was entered or clicked, `chosen` a deed of one of them."""

    picked = Signal(object)
    chosen = Signal(object)

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
            Column("", lambda _line: "", width=1),
        ]  # fmt: skip
        self.model = RowTableModel(columns, lambda line: line.key, self)
        self.table = ResultTable()
        self.table.setAccessibleName(tr("Patients found"))
        self.table.horizontalHeader().hide()
        self.table.set_rows_model(self.model)
        if not takes_focus:
            self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.entered_row.connect(self._pick)
        self.table.clicked.connect(lambda index: self._pick(index.row()))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.table)
        self._deeds_of: Callable[[ResultLine], Sequence[Deed]] = lambda _line: ()
        self._active = False
        self._bars: dict[bool, RowDeeds] = {}
        for moved in (self.table.placed, self.table.row_changed, self.table.hover_changed):
            moved.connect(self._show_deeds)

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show other lines. The current one stays where the same people are shown, else the first becomes it."""
        same = [line.key for line in lines] == [line.key for line in self.model.rows]
        row = max(0, self.table.currentIndex().row()) if same else 0
        deeds, needs = [found for found in map(self._deeds_of, lines) if found], self.table.needs
        wide, bare = ([room_for(one, words=words) for one in deeds] for words in (True, False))
        self.table.needs = max([needs[0], *wide]), max([needs[1], *bare])  # never less: the columns keep their place
        self.model.set_rows(lines)
        for number, line in enumerate(self.model.rows):
            if line.hit is None:
                self.table.setSpan(number, 0, 1, len(self.model.columns))
        if self.model.rows:
            self.table.selectRow(row)
        self._show_deeds()

    # --------------------------------------------------------------------------------------------------- deeds

    def offer(self, deeds_of: Callable[[ResultLine], Sequence[Deed]]) -> None:
        """Ask this for what can be done with a line."""
        self._deeds_of = deeds_of

    def set_active(self, active: bool) -> None:
        """Whether somebody is at it: only then do the deeds of the current line answer to their keys."""
        if active is not self._active:
            self._active = active
            self._show_deeds()

    def _show_deeds(self) -> None:
        """The buttons of the current line, and of the one under the mouse."""
        current, hovered = self.table.currentIndex().row(), self.table.hovered
        self._show_bar(current, chosen=True)
        self._show_bar(hovered if hovered != current else -1, chosen=False)

    def _show_bar(self, row: int, *, chosen: bool) -> None:
        line = self.model.row(row) if row >= 0 else None
        deeds = self._deeds_of(line) if line is not None else ()
        if line is None or not deeds:
            if chosen in self._bars:
                self._bars[chosen].hide()
            return
        if chosen not in self._bars:
            self._bars[chosen] = RowDeeds(self.table.viewport())
            self._bars[chosen].chosen.connect(self.chosen)
        bar = self._bars[chosen]
        bar.words = self.table.worded
        bar.show_deeds(deeds, line.name, chosen=chosen, keys=chosen and self._active)
        bar.setGeometry(self.table.visualRect(self.model.index(row, _DEEDS)).adjusted(0, 0, 0, -1))
        bar.show()

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
