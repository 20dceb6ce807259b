"""A form of several columns that stands in two where it has no room for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

#: the greatest width of a widget that has none; Qt's own name for it is not in its Python part
UNBOUNDED = (1 << 24) - 1


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a widget stands in a grid."""

    widget: QWidget
    row: int
    column: int
    rows: int
    columns: int
    align: Qt.AlignmentFlag


class Reflow:
    """The cells of a grid of captions above fields, with the titles of its parts in the first column.

    `fold(True)` puts each part under its title, two fields beside each other; `fold(False)` as the file has it. The order
    in which fields are read does not change. A title's greatest width is for its column alone.
    """

    def __init__(self, grid: QGridLayout) -> None:
        self._grid, self.folded = grid, False
        self._stretch = [grid.columnStretch(column) for column in range(grid.columnCount())]
        self._cells = [cell for at in range(grid.count()) if (cell := _cell(grid, at)) is not None]
        self._titles = {cell.widget: cell.widget.maximumWidth() for cell in self._cells if cell.column == 0}

    def fold(self, narrow: bool) -> None:
        """Stand in two columns, or as wide as the file says."""
        if narrow is self.folded:
            return
        self.folded = narrow
        while self._grid.takeAt(0) is not None:
            pass
        for cell in self._narrow() if narrow else self._cells:
            self._grid.addWidget(cell.widget, cell.row, cell.column, cell.rows, cell.columns, cell.align)
        for title, widest in self._titles.items():
            title.setMaximumWidth(UNBOUNDED if narrow else widest)
        for column, stretch in enumerate(self._stretch):
            self._grid.setColumnStretch(column, 0 if narrow and column == 0 else stretch)

    def _narrow(self) -> list[Cell]:
        """Every line of the file becomes its title and lines of two fields, each of two rows: caption and field."""
        made, row = list[Cell](), 0
        for top in sorted({cell.row - cell.row % 2 for cell in self._cells}):
            line = [cell for cell in self._cells if cell.row in (top, top + 1)]
            titles = [cell for cell in line if cell.column == 0]
            made += [Cell(one.widget, row + at, 0, 1, -1, one.align) for at, one in enumerate(titles)]
            row += len(titles)
            columns = sorted({cell.column for cell in line if cell.column})
            for cell in line:
                if cell.column:
                    made.append(self._placed(cell, row, columns.index(cell.column), len(columns)))
            row += (len(columns) + 1) // 2 * 2
        return made

    def _placed(self, cell: Cell, row: int, number: int, of: int) -> Cell:
        """The cell of field `number` of a line: left or right half; a last one without a neighbour takes both."""
        half = (len(self._stretch) - 1) // 2
        alone = number == of - 1 and number % 2 == 0
        left = 1 + number % 2 * half
        return Cell(cell.widget, row + number // 2 * 2 + cell.row % 2, left, 1, 2 * half if alone else half, cell.align)


def _cell(grid: QGridLayout, at: int) -> Cell | None:
    item = grid.itemAt(at)
    widget = item.widget() if item is not None else None
    if item is None or widget is None:
        return None
    place = cast(tuple[int, int, int, int], grid.getItemPosition(at))  # the stub says object
    return Cell(widget, *place, item.alignment())
