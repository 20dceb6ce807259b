"""Short lists of choices: one line each, all of one height, so that a list is as high as its lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

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
