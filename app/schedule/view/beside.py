"""Several days beside each other, painted as the day is: the same boxes, the same keys, a day over each column."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.schedule.view import drawing
from app.schedule.view.grid import Grid
from app.schedule.view.gridded import GridCanvas
from app.schedule.viewmodel.board import CELL
from app.schedule.viewmodel.span import SpanModel


class SpanCanvas(GridCanvas[SpanModel]):
    """Paints a SpanModel. `wanted`: Enter on a free cell; `led`: Ctrl+Enter, to the day; `turned`: PageUp, PageDown.

    `other`: Ctrl+Left, Ctrl+Right, to the practitioner before or after.
    """

    wanted = Signal()
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

    def show_cursor(self) -> None:
        grid, place, box = self.grid(), self.model.cursor, self.model.selected()
        top = grid.y(box.span.start if box else place.minute)
        bottom = grid.y(box.span.end if box else place.minute + CELL)
        self.bring_into_sight(top, bottom, place.column)

    def words(self) -> str:
        return self.model.words()

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
            painter.setClipRect(round(grid.axis) - 3, round(grid.head), round(grid.width), round(grid.height))
            drawing.cursor(painter, grid, self.model.cursor, self.model.selected(), focus=self.hasFocus())

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
        painter.setClipRect(QRectF(0, grid.head, grid.axis, grid.height - grid.head))
        drawing.hours(painter, grid, now)
        painter.setClipping(False)
        self._heads(painter, grid)
        painter.end()
        return layer

    def _heads(self, painter: QPainter, grid: Grid) -> None:
        painter.fillRect(QRectF(0, 0, grid.width, grid.head), theme.colour("sunken"))
        painter.save()
        painter.setClipRect(QRectF(grid.axis, 0, grid.width - grid.axis, grid.head))
        for number in range(len(self.model.heads)):
            self._one_head(painter, grid, number)
        painter.restore()
        paint.hline(painter, 0, grid.head - 1, grid.width)

    def _one_head(self, painter: QPainter, grid: Grid, number: int) -> None:
        """The day (and whose it is), how full it is; today's stands on a tinted ground with its word."""
        head, column = self.model.heads[number], grid.board.columns[number].day
        left, room = grid.x(number) + theme.px(10), grid.column - theme.px(20)
        if self.model.is_today(number):
            painter.fillRect(QRectF(grid.x(number) + 1, 0, grid.column - 1, grid.head - 1), theme.colour("accent_soft"))
        used = paint.text(painter, QRectF(left, theme.px(5), room, theme.px(22)), head.title, "name")
        beside = head.beside or (tr("Today") if self.model.is_today(number) else "")
        rest = QRectF(left + used + theme.px(8), theme.px(6), room - used - theme.px(8), theme.px(22))
        if rest.width() > theme.px(16):
            paint.text(painter, rest, beside, "small_b", "text2")
        count = sum(1 for visit in column.visits if not visit.ghost)
        words = tr("visits: {visits}", visits=count)
        if column.open_minutes:
            percent = round(100 * column.taken_minutes / column.open_minutes)
            words = tr("visits: {visits} · {percent} % full", visits=count, percent=percent)
        paint.text(painter, QRectF(left, theme.px(26), room, theme.px(18)), words, "tiny", "text2")

    # ------------------------------------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
        }  # fmt: skip
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and held == Qt.KeyboardModifier.ControlModifier:
            self.led.emit()
        elif held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.other.emit(1 if key == Qt.Key.Key_Right else -1)
        elif held:
            super().keyPressEvent(event)
        elif key in steps:
            self.model.arrow(*steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.model.edge(last=key == Qt.Key.Key_End)
        elif enter:
            self.enter()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """What Enter and a double click do: open the visit, or book here."""
        if not self.model.open_selected() and self.model.board.columns:
            self.wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here: QPoint = event.position().toPoint()
        place = self.grid().at(here.x(), here.y())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.model.put(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        grid, here = self.grid(), event.position()
        if here.y() < grid.head and here.x() > grid.axis:
            column = int((here.x() - grid.axis + grid.dx) // grid.column)
            if column < len(self.model.heads):
                self.model.cursor = type(self.model.cursor)(column, grid.board.first)
                self.led.emit()
        elif here.x() > grid.axis:
            self.enter()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
