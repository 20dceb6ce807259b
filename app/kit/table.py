"""The plain table of every list: hairlines, one ring around the current row, no zebra, no upright rules."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from app.kit import paint, theme
from app.kit.icons import draw_icon, draw_lamp, draw_ring
from app.kit.rows import BUSY_ROLE, GLYPH_ROLE, INK_ROLE, SECOND_ROLE, STYLE_ROLE, RowTableModel
from app.kit.words import tip

R = TypeVar("R")

ROW, ROW_COMPACT, TITLES, TITLES_TIGHT = 44, 36, 32, 24
#: a column of names that takes what is left is never narrower
LEAST = 140
#: no column asks for more than this for what stands in it; longer texts are shortened, their tooltip has them whole
MOST = 340
#: so many rows are looked at to see how wide a column must be
LOOKED_AT = 60
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
        model, told = index.model(), _told(index)
        ink = str(told(INK_ROLE) or "text")
        rect = self._glyph(painter, rect, str(told(GLYPH_ROLE) or ""), ink, ground)
        words, second = str(told(Qt.ItemDataRole.DisplayRole) or ""), str(told(SECOND_ROLE) or "")
        style = str(told(STYLE_ROLE) or "body")
        if isinstance(model, RowTableModel) and model.columns[index.column()].name:
            words = paint.short_name(words, rect.width(), style)
        align = Qt.AlignmentFlag(int(told(Qt.ItemDataRole.TextAlignmentRole)) & 0x0F)
        if not second and paint.width(words, style) > rect.width() and " " in words:
            words, second = paint.broken(words, rect.width(), style)
            both = QRectF(rect.left(), rect.center().y() - theme.px(19), rect.width(), theme.px(38))
            paint.text(painter, both.adjusted(0, 0, 0, -theme.px(19)), words, style, ink, align)
            paint.text(painter, both.adjusted(0, theme.px(19), 0, 0), second, style, ink, align)
            return
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
        """Room for both lines of a cell in full."""
        told = _told(index)
        first = paint.width(str(told(Qt.ItemDataRole.DisplayRole) or ""), str(told(STYLE_ROLE) or "body"))
        wide = max(first, paint.width(str(told(SECOND_ROLE) or ""), "small"))
        return QSize(math.ceil(wide) + theme.px(2 * _SIDE + (26 if told(GLYPH_ROLE) else 0)), theme.px(ROW))


def _told(index: QModelIndex | QPersistentModelIndex) -> Callable[[int], Any]:
    """What the model says of a cell by role: asked once, since each question through Qt costs as much as a short text."""
    model = index.model()
    if isinstance(model, RowTableModel):
        return model.cell(index.row(), index.column()).get
    return index.data


def _ring_part(painter: QPainter, rect: QRectF, view: QTableView) -> None:
    """This cell's part of the ring around the whole row, just inside its edge."""
    row = QRectF(view.viewport().rect())
    paint.focus_ring(painter, QRectF(row.left(), rect.top(), row.width(), rect.height() - 1), theme.px(6), inside=True)


class Head(QHeaderView):
    """The titles; those of the sticky columns stay while the others go by."""

    def __init__(self, parent: RowTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        table = self.parent()
        if not isinstance(table, RowTable) or not table.is_aside():
            return
        painter = QPainter(self.viewport())
        for number, place in table.sticky_places().items():
            self.paintSection(painter, QRect(place.left(), 0, place.width(), self.height()), number)
        table.paint_edge(painter, self.height())
        painter.end()


class RowTable(QTableView):
    """A QTableView with the manners of the house.

    Arrow keys move, Enter or a double click sends `entered_row`, Space `spaced`, Tab leaves. `row_changed` comes when
    another row becomes current, `hover_changed` when the mouse is over another one (-1: none). Numbers are row numbers
    of the model. The first `sticky` columns stay in sight while the others scroll sideways.
    """

    entered_row = Signal(int)
    spaced = Signal(int)
    row_changed = Signal(int)
    hover_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.sticky = 0
        self._squeezed = False
        self._compact = False
        self._least: list[int] = []
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
        self.setHorizontalHeader(Head(self))
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))
        theme.notice.changed.connect(self.measure)

    def set_rows_model(self, model: RowTableModel[R]) -> None:
        """Show a RowTableModel and size its columns by their widths and by what stands in them."""
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self.row_changed.emit(now.row()))
        model.modelReset.connect(self._refill)
        self.measure()

    def set_compact(self, compact: bool) -> None:
        """36 instead of 44 px a row."""
        self._compact = compact
        self.measure()

    def squeeze(self) -> None:
        """Never scroll sideways: what has no room is elided, and its tooltip says all of it."""
        self._squeezed = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.measure()

    # ------------------------------------------------------------------------------------------------- measures

    def measure(self) -> None:
        """Take row heights and column widths from the text size in force."""
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_COMPACT if self._compact else ROW))
        self.horizontalHeader().setFixedHeight(theme.gap(TITLES, TITLES_TIGHT))
        self._refill()

    def _refill(self) -> None:
        model = self.model()
        if isinstance(model, RowTableModel):
            self._least = [self.least_width(number) for number in range(len(model.columns))]
            self.share_room()

    def least_width(self, number: int) -> int:
        """The pixels below which a column is not read: its own width, its title, and what its first rows hold."""
        model = self.model()
        if not isinstance(model, RowTableModel):
            return 0
        column = model.columns[number]
        # a title is never cut: another language may need more room than the cells do
        headed = not self.horizontalHeader().isHidden()
        title = math.ceil(paint.width(column.title, "tiny_b")) + theme.px(2 * _SIDE) if headed else 0
        usual = theme.px(column.width or (LEAST if column.name else 0))
        return max(usual, title, 0 if column.name else self._widest(model, number))

    def _widest(self, model: RowTableModel[R], number: int) -> int:
        delegate, option = self.itemDelegate(), QStyleOptionViewItem()
        rows = 0 if model.is_busy() else min(model.rowCount(), LOOKED_AT)
        wide = max((delegate.sizeHint(option, model.index(row, number)).width() for row in range(rows)), default=0)
        return min(wide, theme.px(MOST))

    def share_room(self) -> None:
        """Columns without a width share what is left, but none shrinks below what is read: then the list scrolls.

        In a squeezed one they do shrink.
        """
        model, head = self.model(), self.horizontalHeader()
        if not isinstance(model, RowTableModel):
            return
        shown = [number for number in range(len(model.columns)) if not self.isColumnHidden(number)]
        least = {number: self._least[number] for number in shown}
        loose = [number for number in shown if not model.columns[number].width]
        left = self.viewport().width() - sum(least.values())
        left = left if self._squeezed else max(0, left)
        for at, number in enumerate(loose):
            least[number] += left // len(loose) + (1 if at < left % len(loose) else 0)
        for number, wide in least.items():
            head.resizeSection(number, max(1, wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    # --------------------------------------------------------------------------------------- columns that stay

    def is_aside(self) -> bool:
        """Whether the columns have been scrolled sideways, so that the sticky ones stand over others."""
        return self.sticky > 0 and self.horizontalScrollBar().value() > 0

    def sticky_places(self) -> dict[int, QRect]:
        """Where the sticky columns stand in the viewport; rectangles without a height."""
        places, left = dict[int, QRect](), 0
        for number in range(self.sticky):
            places[number] = QRect(left, 0, self.columnWidth(number), 0)
            left += self.columnWidth(number)
        return places

    def sticky_width(self) -> int:
        """Pixels at the left that the sticky columns take."""
        return sum(self.columnWidth(number) for number in range(self.sticky))

    def paint_edge(self, painter: QPainter, high: int) -> None:
        """A line between what stays and what goes by."""
        paint.vline(painter, self.sticky_width() - 1, 0, high, "control")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_aside() or self.model() is None:
            return
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        row, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for number in range(max(row, 0), (last if last >= 0 else self.model().rowCount() - 1) + 1):
            if self.columnSpan(number, 0) == 1:
                self._paint_sticky(painter, option, number)
        self.paint_edge(painter, self.viewport().height())
        painter.end()

    def _paint_sticky(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        chosen = self.selectionModel().isRowSelected(row, self.rootIndex())
        option.state = _State.State_Enabled | (_State.State_Selected if chosen else _State.State_None)
        for number, place in self.sticky_places().items():
            option.rect = QRect(place.left(), self.rowViewportPosition(row), place.width(), self.rowHeight(row))
            self.itemDelegate().paint(painter, option, self.model().index(row, number))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.sticky:
            self.viewport().update()
            self.horizontalHeader().viewport().update()

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        rect = super().visualRect(index)
        if index.isValid() and index.column() < self.sticky and self.is_aside():
            rect.moveLeft(self.sticky_places()[index.column()].left())
        return rect

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.rowAt(point.y())
        if row >= 0 and self.is_aside() and point.x() < self.sticky_width():
            under = (n for n, place in self.sticky_places().items() if place.left() <= point.x() <= place.right())
            return self.model().index(row, 0 if self.columnSpan(row, 0) > 1 else next(under, 0))
        return super().indexAt(point)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """What always is in sight moves nothing sideways; the others come out from under what stays."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self.sticky and index.column() < self.sticky:
            bar.setValue(before)
        elif self.sticky and (hidden := self.sticky_width() - self.columnViewportPosition(index.column())) > 0:
            bar.setValue(bar.value() - hidden)

    # ------------------------------------------------------------------------------------------ keys and mouse

    def viewportEvent(self, event: QEvent) -> bool:
        """A cell that could not be shown in full says all of it in its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and not index.data(Qt.ItemDataRole.ToolTipRole) and (whole := self.unseen(index)):
                QToolTip.showText(event.globalPos(), tip(whole), self.viewport())
                return True
        return super().viewportEvent(event)

    def unseen(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """All that a cell holds, where its room is too small for it; else nothing."""
        room = self.visualRect(index).width() - theme.px(2 * _SIDE + (26 if index.data(GLYPH_ROLE) else 0))
        words, second = str(index.data() or ""), str(index.data(SECOND_ROLE) or "")
        style = str(index.data(STYLE_ROLE) or "body")
        lines = [(words, style), (second, "small")]
        model = index.model()
        name = isinstance(model, RowTableModel) and model.columns[index.column()].name
        if not second and not name and paint.width(words, style) > room:
            lines = [(part, style) for part in paint.broken(words, room, style)]
        fits = all(paint.width(line, its) <= room + 0.5 for line, its in lines)
        return "" if fits else "\n".join(filter(None, (words, second)))

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
            self.hover_changed.emit(row)
