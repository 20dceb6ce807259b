"""A list that is as high as its rows, and not there without any; it scrolls when they are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.kit.rows import RowTableModel, reload_keeping_selection
from app.kit.table import RowTable

#: more rows than this scroll
MOST_ROWS = 8


class FittedTable(RowTable):
    """Shows a model's rows on a page of several parts; `most` of them at once."""

    def __init__(self, name: str, model: RowTableModel[Any], *, most: int = MOST_ROWS) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rows, self._most = model, most
        self.set_rows_model(model)

    def show_rows(self, rows: Sequence[object], *, choose: bool = True) -> None:
        """Show other rows; the chosen one stays, else the first is chosen unless told otherwise. No rows, no list."""
        reload_keeping_selection(self, self._rows, rows)
        if choose and rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))
        self.setVisible(bool(rows))
        self._fit()

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "_rows"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = min(self._rows.rowCount(), self._most)
        bar = self.horizontalScrollBar().sizeHint().height() if sum(self._least) > self.width() else 0
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().height() + shown * row + 2 + bar)
