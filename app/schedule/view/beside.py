"""Several days beside each other, painted as the day is: the same boxes, the same keys, a day over each column."""

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.schedule.view import drawing
from app.schedule.view.grid import Grid
from app.schedule.view.handled import HandCanvas, Keys
from app.schedule.viewmodel.span import SpanModel


class SpanCanvas(HandCanvas[SpanModel]):
    """Paints a SpanModel. `led`: Ctrl+Enter, to the day; `turned`: PageUp, PageDown.

    `other`: Ctrl+Left, Ctrl+Right, to the practitioner before or after.
    """

    led = Signal()
    turned = Signal(int)
    other = Signal(int)

    def __init__(self, model: SpanModel, parent: QWidget | None = None) -> None:
        self._layer: QPixmap | None = None
        super().__init__(model, tr("Days beside each other"), parent)

    # ------------------------------------------------------------------------------------------------- geometry

    def _stale(self) -> None:
        self._layer = None
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._stale()

    # ------------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        grid = self.grid()
        if self._layer is None:
            self._layer = self._paint_layer(grid)
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._layer)
        if self.model.plan is not None and not self.model.board.columns:
            words = tr("Nobody works on these days.")
            paint.text(painter, QRectF(self.viewport().rect()), words, "body", "text2", paint.CENTRE)
        if self.model.board.columns:
            self.paint_hand(painter, grid)

    def _paint_layer(self, grid: Grid) -> QPixmap:
        ratio = self.viewport().devicePixelRatioF()
        layer = QPixmap(round(grid.width * ratio), round(grid.height * ratio))
        layer.setDevicePixelRatio(ratio)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(0, 0, grid.width, grid.height), theme.colour("surface"))
        now = self.model.now_minute()
        now = now if now is not None and grid.board.first <= now <= grid.board.last else None
        painter.setClipRect(QRectF(grid.axis, grid.head, grid.width - grid.axis, grid.height - grid.head))
        for number in grid.seen():
            looks = tuple(self.model.look(box.visit) for box in grid.board.columns[number].boxes)
            drawing.column(painter, grid, number, looks, now if self.model.is_today(number) else None)
        for number in grid.seen():
            if self._begins_day(number):
                painter.fillRect(QRectF(grid.x(number) - 1, grid.head, 2, grid.height), theme.colour("control"))
        painter.setClipRect(QRectF(0, grid.head, grid.axis, grid.height - grid.head))
        drawing.hours(painter, grid, now)
        painter.setClipping(False)
        self._heads(painter, grid)
        painter.end()
        return layer

    def _begins_day(self, number: int) -> bool:
        """Whether a column is the first one of its day, among several of each."""
        columns = self.model.board.columns
        several = any(one.on == two.on for one, two in pairwise(columns))
        return several and number > 0 and columns[number].on != columns[number - 1].on

    def _heads(self, painter: QPainter, grid: Grid) -> None:
        painter.fillRect(QRectF(0, 0, grid.width, grid.head), theme.colour("sunken"))
        painter.save()
        painter.setClipRect(QRectF(grid.axis, 0, grid.width - grid.axis, grid.head))
        paint.hline(painter, 0, grid.head - 1, grid.width)
        for number in range(len(self.model.heads)):
            self._one_head(painter, grid, number)
            if self._begins_day(number):
                painter.fillRect(QRectF(grid.x(number) - 1, 0, 2, grid.head), theme.colour("control"))
        painter.restore()

    def _one_head(self, painter: QPainter, grid: Grid, number: int) -> None:
        """The day (and whose it is), how full it is; today's stands on a tinted ground with its word."""
        head, column = self.model.heads[number], grid.board.columns[number].day
        left, room = grid.x(number) + theme.px(10), grid.column - theme.px(20)
        if self.model.is_today(number):
            whole = QRectF(grid.x(number) + 1, 0, grid.column - 1, grid.head - 1)
            painter.fillRect(whole, theme.colour("accent_soft"))
            painter.fillRect(QRectF(whole.left(), whole.bottom() - 2, whole.width(), 3), theme.colour("accent"))
        used = paint.text(painter, QRectF(left, theme.px(5), room, theme.px(22)), head.title, "name")
        beside = head.beside or (tr("Today") if self.model.is_today(number) else "")
        rest = QRectF(left + used + theme.px(8), theme.px(6), room - used - theme.px(8), theme.px(22))
        if rest.width() > theme.px(16):
            paint.text(painter, rest, beside, "small_b", "text2")
        drawing.how_full(painter, QRectF(left, theme.px(26), room, theme.px(18)), column)

    # ------------------------------------------------------------------------------------------------- keys and mouse

    def key_table(self) -> Keys:
        none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        return {
            **super().key_table(),
            (none, Qt.Key.Key_PageUp): lambda: self.turned.emit(-1),
            (none, Qt.Key.Key_PageDown): lambda: self.turned.emit(1),
            (ctrl, Qt.Key.Key_Left): lambda: self.other.emit(-1),
            (ctrl, Qt.Key.Key_Right): lambda: self.other.emit(1),
            (ctrl, Qt.Key.Key_Return): self._lead,
            (ctrl, Qt.Key.Key_Enter): self._lead,
        }

    def _lead(self) -> None:
        """To the day; with a visit in hand: change places."""
        if self.model.held is not None:
            self.model.swap()
        else:
            self.led.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        grid, here = self.grid(), event.position()
        if here.y() >= grid.head or here.x() <= grid.axis:
            super().mouseDoubleClickEvent(event)
            return
        column = int((here.x() - grid.axis + grid.dx) // grid.column)
        if column < len(grid.board.columns):
            self.model.put(column, grid.board.first)
            self.led.emit()
