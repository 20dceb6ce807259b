"""The plain table of every list: hairlines, one ring around the current row, no zebra, no upright rules."""

from __future__ import annotations

import math
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.kit import paint, theme
from app.kit.icons import draw_icon, draw_lamp, draw_ring
from app.kit.rows import BUSY_ROLE, GLYPH_ROLE, INK_ROLE, SECOND_ROLE, STYLE_ROLE, RowTableModel

R = TypeVar("R")

ROW, ROW_COMPACT, TITLES = 44, 36, 32
#: a column that takes what is left is never narrower
LEAST = 140
_SIDE = 8
_State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """Paints one cell of a RowTableModel: ground, glyph, one or two lines, hairline, and its part of the row's ring.

    A room's own delegate overrides `paint_cell` and leaves ground, hairline and ring to this one.
    """

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        view = option.widget
        selected = bool(option.state & _State.State_Selected)
        hover = isinstance(view, RowTable) and view.hovered == index.row()
        ground = "selected" if selected else "hover" if hover else "surface"
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.colour(ground))
        paint.hline(painter, rect.left(), rect.bottom() - 1, rect.width())
        if index.data(BUSY_ROLE):
            paint.placeholder(painter, rect.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0))
        else:
            self.paint_cell(painter, rect.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0), index, ground)
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row():
            _ring_part(painter, rect, view)
        painter.restore()

    def paint_cell(
        self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex, ground: str
    ) -> None:
        """Paint what stands in the cell, inside `rect`, on the token `ground`."""
        rect = self._glyph(painter, rect, str(index.data(GLYPH_ROLE) or ""), str(index.data(INK_ROLE)), ground)
        words, second = str(index.data() or ""), str(index.data(SECOND_ROLE) or "")
        style, ink = str(index.data(STYLE_ROLE) or "body"), str(index.data(INK_ROLE) or "text")
        model = index.model()
        if isinstance(model, RowTableModel) and model.columns[index.column()].name:
            words = paint.short_name(words, rect.width(), style)
        align = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)) & 0x0F)
        if not second:
            paint.text(painter, rect, words, style, ink, align)
            return
        first = QRectF(rect.left(), rect.center().y() - theme.px(19), rect.width(), theme.px(20))
        paint.text(painter, first, words, style, ink, align)
        below = QRectF(rect.left(), first.bottom() - 1, rect.width(), theme.px(18))
        paint.text(painter, below, second, "small", "text2", align)

    @staticmethod
    def _glyph(painter: QPainter, rect: QRectF, glyph: str, ink: str, ground: str) -> QRectF:
        """Draw the glyph; returns the room that is left for the words."""
        kind, _, name = glyph.partition(":")
        if not name:
            return rect
        size = theme.px(18)
        x, y = round(rect.left()), round(rect.center().y() - size / 2)
        if kind == "ring":
            draw_ring(painter, name, x, y, size, ink, ground)
        elif kind == "lamp":
            draw_lamp(painter, name, x, y, size)
        else:
            draw_icon(painter, name, x, y, size, ink)
        return rect.adjusted(theme.px(26), 0, 0, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        wide = paint.width(str(index.data() or ""), str(index.data(STYLE_ROLE) or "body"))
        return QSize(round(wide) + theme.px(2 * _SIDE + (26 if index.data(GLYPH_ROLE) else 0)), theme.px(ROW))


def _ring_part(painter: QPainter, rect: QRectF, view: QTableView) -> None:
    """This cell's part of the ring around the whole row, just inside its edge."""
    row = QRectF(view.viewport().rect())
    paint.focus_ring(painter, QRectF(row.left(), rect.top(), row.width(), rect.height() - 1), theme.px(6), inside=True)


class RowTable(QTableView):
    """A QTableView with the manners of the house.

    Arrow keys move, Enter or a double click sends `entered_row`, Space `spaced`, Tab leaves. `row_changed` comes when
    another row becomes current. Numbers are row numbers of the model.
    """

    entered_row = Signal(int)
    spaced = Signal(int)
    row_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._compact = False
        self.setItemDelegate(RowDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))
        theme.notice.changed.connect(self.measure)

    def set_rows_model(self, model: RowTableModel[R]) -> None:
        """Show a RowTableModel and size its columns by their widths."""
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self.row_changed.emit(now.row()))
        self.measure()

    def set_compact(self, compact: bool) -> None:
        """36 instead of 44 px a row."""
        self._compact = compact
        self.measure()

    def measure(self) -> None:
        """Take row heights and column widths from the text size in force."""
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_COMPACT if self._compact else ROW))
        head, model = self.horizontalHeader(), self.model()
        head.setFixedHeight(theme.px(TITLES))
        if not isinstance(model, RowTableModel):
            return
        for number, column in enumerate(model.columns):
            if column.width:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                # a title is never cut: another language may need more room than the cells do
                title = math.ceil(paint.width(column.title, "tiny_b")) + theme.px(2 * _SIDE)
                head.resizeSection(number, max(theme.px(column.width), title))
        self._share_room()

    def _share_room(self) -> None:
        """Columns without a width share what is left, but never shrink below what a name needs: then the list scrolls."""
        model, head = self.model(), self.horizontalHeader()
        if not isinstance(model, RowTableModel):
            return
        loose = [number for number, column in enumerate(model.columns) if not column.width]
        taken = sum(head.sectionSize(number) for number, column in enumerate(model.columns) if column.width)
        least = theme.px(LEAST)
        cramped = self.viewport().width() - taken < least * len(loose)
        for number in loose:
            head.setSectionResizeMode(
                number, QHeaderView.ResizeMode.Interactive if cramped else QHeaderView.ResizeMode.Stretch
            )
            if cramped:
                head.resizeSection(number, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_row.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.spaced.emit(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By key the ring must have a row to stand on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()
