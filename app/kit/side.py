"""The list at the left of a page, and the box that stands for it where the page has no room for both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from app.kit import theme
from app.kit.rows import RowTableModel
from app.kit.table import RowTable

#: a page narrower than this, in px at 100 %, shows the box instead of the list
NARROW = 760


class SidePicker(QComboBox):
    """Chooses the rows of a RowTable by name; put it at the head of the page and call `fold` when the page is resized."""

    def __init__(self, table: RowTable, words: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._words = table, words
        table.squeeze()
        self.setAccessibleName(table.accessibleName())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(table.selectRow)
        table.row_changed.connect(self.setCurrentIndex)
        model = table.model()
        if isinstance(model, RowTableModel):
            model.modelReset.connect(self._fill)
            model.dataChanged.connect(self._fill)
        self._fill()
        self.hide()

    def _fill(self, *_: QModelIndex) -> None:
        model = self._table.model()
        rows = model.rows if isinstance(model, RowTableModel) else ()
        self.blockSignals(True)
        self.clear()
        self.addItems([self._words(row) for row in rows])
        self.setCurrentIndex(self._table.currentIndex().row())
        self.blockSignals(False)

    def fold(self, page: QWidget) -> bool:
        """Show the box or the list, by the room that the page has; True where it is the box."""
        narrow = page.width() < theme.px(NARROW)
        had_focus = self.hasFocus() or self._table.hasFocus()
        self._table.setVisible(not narrow)
        self.setVisible(narrow)
        if had_focus:
            self.take_focus()
        return narrow

    def take_focus(self) -> None:
        """To the one of both that is shown."""
        shown = self if not self.isHidden() else self._table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
