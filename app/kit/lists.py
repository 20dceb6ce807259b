"""Short lists of choices: one line each, all of one height, so that a list is as high as its lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from app.kit import theme

#: the height of a line, in px at 100 %; for large texts the second one
LINE, LINE_TIGHT = 36, 30


class LineDelegate(QStyledItemDelegate):
    """Lines of one height. Qt measures a line before the style sheet has given it its padding, and then they overlap."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.gap(LINE, LINE_TIGHT))


def as_lines(made: QListWidget, most: int) -> None:
    """Give a list lines of one height, and room for so many of them."""
    made.setItemDelegate(LineDelegate(made))
    made.setUniformItemSizes(True)
    made.setMinimumHeight(theme.gap(LINE, LINE_TIGHT) * most + theme.px(8))


class WordsSearch(QObject):
    """A list that folds out (a combo box) is searched by typing, also by several words: a space after a letter is typed.

    Qt folds the list out at every space. Where nothing was typed yet it still does.
    """

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self.box, self._typed = box, False
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._typed = False
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._typed and event.text() == " ":
                view = self.box.view()
                view.setCurrentIndex(self.box.model().index(self.box.currentIndex(), self.box.modelColumn()))
                view.keyboardSearch(" ")
                self.box.setCurrentIndex(view.currentIndex().row())
                return True
            self._typed = bool(event.text().strip()) and event.text().isprintable()
        return False


def tick_lines(made: QListWidget, lines: Iterable[tuple[str, int]], ticked: Collection[int], most: int) -> None:
    """Fill a list with lines that are ticked one by one (Space), each with its id; room for at most so many."""
    made.setProperty("kit", "ticks")
    made.style().polish(made)
    made.setSelectionMode(
        QListWidget.SelectionMode.NoSelection
    )  # the tick says what is chosen, the ring where the keys are
    made.clear()
    for words, number in lines:
        item = QListWidgetItem(words, made)
        item.setData(Qt.ItemDataRole.UserRole, number)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if number in ticked else Qt.CheckState.Unchecked)
    seen = min(most, max(1, made.count()))
    as_lines(made, seen)
    made.setFixedHeight(theme.gap(LINE, LINE_TIGHT) * seen + 2)  # no line is cut in two at the lower edge
    made.setCurrentRow(0)


def ticked_lines(made: QListWidget) -> tuple[int, ...]:
    """The ids of the lines that are ticked."""
    items = [made.item(number) for number in range(made.count())]
    return tuple(one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() is Qt.CheckState.Checked)
