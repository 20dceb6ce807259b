"""What every painted grid of days shares: its bars, the tick of its now-line, the cursor kept in sight and said."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.kit import theme
from app.kit.panels import announce
from app.schedule.view.grid import Grid
from app.schedule.viewmodel import MovingModel
from app.schedule.viewmodel.board import CELL
from app.schedule.viewmodel.words import fullness

TICK_MS = 20_000

Shown = TypeVar("Shown", bound=MovingModel[Any])


class GridCanvas(QAbstractScrollArea, Generic[Shown]):
    """Paints a model that has a board and a cursor. Who inherits says what is stale, what is seen and what is said."""

    def __init__(self, model: Shown, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: Shown = model
        self.zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.changed.connect(self._relaid)
        model.moved.connect(self._moved)
        theme.notice.changed.connect(self._relaid)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._stale)
        self._tick.start()

    def grid(self) -> Grid:
        """Where everything lies now."""
        view = self.viewport()
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Grid(self.model.board, view.width(), view.height(), *bars, self.zoom)

    def head_tip(self, x: float, y: float) -> str:
        """What the head of a column at a point counts; "" beside the heads."""
        grid = self.grid()
        column = int((x - grid.axis + grid.dx) // grid.column)
        if y >= grid.head or x < grid.axis or not 0 <= column < len(self.model.board.columns):
            return ""
        return fullness(self.model.board.columns[column].day)[2]

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse that rests on a head is told what its percents are of."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.head_tip(event.pos().x(), event.pos().y()))
            return True
        return super().viewportEvent(event)

    def room_below(self) -> int:
        """Pixels below the last hour that can be scrolled into sight."""
        return 0

    def words(self) -> str:
        """What lies under the cursor, for a screen reader."""
        raise NotImplementedError

    def show_cursor(self) -> None:
        """Scroll so that the cursor's box or cell is whole."""
        raise NotImplementedError

    def _stale(self) -> None:
        """What is shown, or what time it is, may be another."""
        raise NotImplementedError

    def _relaid(self) -> None:
        grid, view = self.grid(), self.viewport()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, grid.content_width - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(round(grid.column))
        down.setRange(0, max(0, grid.content_height + self.room_below() - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(round(grid.minute * CELL))
        self._stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relaid()

    def bring_into_sight(self, top: float, bottom: float, column: int, note: float = 0) -> None:
        """Scroll so that a stretch of a column is whole, with so many pixels free below it."""
        grid = self.grid()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if bottom > grid.height - note:
            down.setValue(down.value() + round(bottom - grid.height + note + theme.px(8)))
        if top < grid.head:
            down.setValue(down.value() - round(grid.head - top + theme.px(8)))
        left, right = grid.x(column), grid.x(column) + grid.column
        if right > grid.width:
            across.setValue(across.value() + round(right - grid.width))
        if left < grid.axis:
            across.setValue(across.value() - round(grid.axis - left))

    def _moved(self) -> None:
        self.show_cursor()
        self.viewport().update()
        words = self.words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            announce(self, words)
