"""A table model over frozen rows: each row is rendered once, and selection and scroll survive every reload."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from app.kit.words import tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter

#: the frozen row itself, its id, and whether it is only a placeholder while rows are read
ROW_ROLE = int(Role.UserRole)
ID_ROLE = ROW_ROLE + 1
BUSY_ROLE = ROW_ROLE + 2
#: a second line below the text, the colour token of the text, and its style of the type scale
SECOND_ROLE = ROW_ROLE + 3
INK_ROLE = ROW_ROLE + 4
STYLE_ROLE = ROW_ROLE + 5
#: "icon:<name>", "ring:<kind>" or "lamp:<state>" before the text
GLYPH_ROLE = ROW_ROLE + 6
#: the first role that is free for a room's own use
FREE_ROLE = ROW_ROLE + 16

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its title and, for each row, the text and what goes with it.

    `spoken` is what a screen reader says instead of the text; `name` marks people's names (shortened, never wrapped);
    `width` is pixels at 100 %, 0 stretches; `style` is body, or figure at the right; `sort` gives the key a click on
    the title sorts by (None: not sortable).
    """

    title: str
    text: Callable[[R], str]
    align: Qt.AlignmentFlag = LEFT
    tooltip: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None
    second: Callable[[R], str] | None = None
    ink: Callable[[R], str] | None = None
    glyph: Callable[[R], str] | None = None
    style: str = ""
    name: bool = False
    width: int = 0
    title_tip: str = ""
    sort: Callable[[R], Any] | None = None


class RowTableModel(QAbstractTableModel, Generic[R]):
    """Shows a tuple of frozen rows; a new tuple replaces the old one. Views never edit it."""

    def __init__(
        self, columns: Sequence[Column[R]], row_id: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._row_id = row_id
        self._rows: tuple[R, ...] = ()
        self._ids: list[Hashable] = []
        self._made: dict[int, list[dict[int, object]]] = {}
        self._busy = 0

    # ------------------------------------------------------------------------------------------------ rows

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows as shown."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows. With the same ids in the same order only the changed rows are repainted."""
        fresh = tuple(rows)
        ids = [self._row_id(row) for row in fresh]
        if ids == self._ids and not self._busy:
            changed = [i for i, (old, new) in enumerate(zip(self._rows, fresh, strict=True)) if old != new]
            self._rows = fresh
            for i in changed:
                self._made.pop(i, None)
                self.dataChanged.emit(self.index(i, 0), self.index(i, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows, self._ids, self._made, self._busy = fresh, ids, {}, 0
        self.endResetModel()

    def set_busy(self, rows: int = 8) -> None:
        """Show so many placeholder rows until `set_rows` brings real ones."""
        self.beginResetModel()
        self._rows, self._ids, self._made, self._busy = (), [], {}, max(rows, 0)
        self.endResetModel()

    def is_busy(self) -> bool:
        """Whether placeholders stand instead of rows."""
        return self._busy > 0

    def row(self, index: Index | int) -> R | None:
        """The row at an index or a row number; None for placeholders and outside."""
        at = index if isinstance(index, int) else index.row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def id_at(self, row: int) -> Hashable | None:
        """The id of the row with that number, or None."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def find(self, row_id: Hashable) -> int:
        """The number of the row with that id, or -1."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    # ---------------------------------------------------------------------------------------- Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._busy or len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if self._busy:
            return True if role == BUSY_ROLE else None
        return self._rendered(index.row())[index.column()].get(role)

    def cell(self, row: int, column: int) -> Mapping[int, object]:
        """What `data` answers for every role of a cell, at once; nothing for placeholders."""
        return {} if self._busy else self._rendered(row)[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        return {
            int(Role.DisplayRole): column.title,
            int(Role.ToolTipRole): column.title_tip or None,
            int(Role.TextAlignmentRole): column.align | Qt.AlignmentFlag.AlignVCenter,
            int(Role.AccessibleTextRole): column.title_tip or column.title,
        }.get(int(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._busy:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column that has a key; the order holds until other rows come."""
        key = self.columns[column].sort if 0 <= column < len(self.columns) else None
        if key is None or self._busy:
            return
        self.set_rows(sorted(self._rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder))

    def _rendered(self, number: int) -> list[dict[int, object]]:
        made = self._made.get(number)
        if made is None:
            row = self._rows[number]
            made = self._made[number] = [self._cell(column, row, number) for column in self.columns]
        return made

    def _cell(self, column: Column[R], row: R, number: int) -> dict[int, object]:
        text = column.text(row)
        second = column.second(row) if column.second else ""
        return {
            int(Role.DisplayRole): text,
            int(Role.ToolTipRole): tip(column.tooltip(row)) if column.tooltip else None,
            int(Role.AccessibleTextRole): column.spoken(row)
            if column.spoken
            else ", ".join(filter(None, (text, second))),
            int(Role.TextAlignmentRole): column.align | Qt.AlignmentFlag.AlignVCenter,
            ROW_ROLE: row,
            ID_ROLE: self._ids[number],
            SECOND_ROLE: second,
            INK_ROLE: column.ink(row) if column.ink else "text",
            STYLE_ROLE: column.style or ("figure" if column.align == RIGHT else "body"),
            GLYPH_ROLE: column.glyph(row) if column.glyph else "",
        }


def reload_keeping_selection(view: QAbstractItemView, model: RowTableModel[R], rows: Sequence[R]) -> None:
    """Show other rows in `view`; the current cell, the chosen rows and the row at the top stay by id.

    Where the current row is gone, the one that took its place becomes current, so that the arrow keys go on from there.
    """
    current, column = model.id_at(view.currentIndex().row()), max(view.currentIndex().column(), 0)
    at = view.currentIndex().row()
    chosen = {model.id_at(index.row()) for index in view.selectionModel().selectedIndexes()}
    top = view.indexAt(view.viewport().rect().topLeft())
    top_id, offset = model.id_at(top.row()), view.visualRect(top).top() if top.isValid() else 0
    model.set_rows(rows)
    if view.currentIndex().isValid() or not model.rows:
        return
    choice = view.selectionModel()
    for row_id in chosen:
        if row_id is not None and (number := model.find(row_id)) >= 0:
            choice.select(
                model.index(number, 0),
                QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
            )
    if at >= 0:
        number = model.find(current) if current is not None else -1
        number = number if number >= 0 else min(at, len(model.rows) - 1)
        how = QItemSelectionModel.SelectionFlag.NoUpdate if chosen else QItemSelectionModel.SelectionFlag.Current
        choice.setCurrentIndex(model.index(number, column), how)
    _scroll_back(view, model, top_id, offset)


def _scroll_back(view: QAbstractItemView, model: RowTableModel[R], top_id: Hashable | None, offset: int) -> None:
    """Put the row that was at the top there again, to the pixel."""
    number = model.find(top_id) if top_id is not None else -1
    if number < 0:
        return
    view.scrollTo(model.index(number, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.visualRect(model.index(number, 0)).top() - offset)
