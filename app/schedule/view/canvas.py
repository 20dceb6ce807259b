"""The painted day: one column for each practitioner, hours at the left and names above that stay while it scrolls.

Everything that seldom changes is kept as pictures of the columns; cursor and dragged box are drawn over them.
"""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.core.text import language, tr
from app.kit import theme
from app.kit.panels import announce
from app.schedule.view.grid import ZOOMS, Grid
from app.schedule.view.handled import HandCanvas, Keys
from app.schedule.view.layers import Layers
from app.schedule.viewmodel import DayModel


class DayCanvas(HandCanvas[DayModel]):
    """Paints a DayModel."""

    def __init__(self, model: DayModel, parent: QWidget | None = None) -> None:
        self.layers = Layers(model)
        self._measures: object = None
        super().__init__(model, tr("Day by practitioner"), parent)

    def _stale(self) -> None:
        """The day, or what time it is, may be another one."""
        self.layers.look_again()
        self.viewport().update()

    def _fresh(self, grid: Grid) -> None:
        """Pictures of another size, zoom, theme or language are of no use."""
        ratio = self.viewport().devicePixelRatioF()
        measures = (grid.column, grid.minute, grid.board.first, grid.board.last, ratio, theme.current(), language())
        if measures != self._measures:
            self._measures, self.layers.ratio = measures, ratio
            self.layers.forget()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        grid, painter = self.grid(), QPainter(self.viewport())
        self._fresh(grid)
        self.layers.paint(painter, grid)
        if self.model.board.columns:
            self.paint_hand(painter, grid)

    # ------------------------------------------------------------------------------------------------- zoom

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Draw the day larger or smaller (one of ZOOMS); what lies at a point, else the cursor, stays where it is."""
        before, zoom = self.grid(), min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom == self.zoom:
            return
        here = at or QPointF(before.x(self.model.cursor.column), before.y(self.model.cursor.minute))
        column = (here.x() - before.axis + before.dx) / before.column
        minute = (here.y() - before.head + before.dy) / before.minute
        self.zoom = zoom
        self._relaid()
        after = self.grid()
        self.horizontalScrollBar().setValue(round(column * after.column - here.x() + after.axis))
        self.verticalScrollBar().setValue(round(minute * after.minute - here.y() + after.head))
        announce(self, tr("Zoom {percent} %", percent=round(zoom * 100)))

    def step_zoom(self, by: int, at: QPointF | None = None) -> None:
        """One step larger or smaller; 0: as it was."""
        number = ZOOMS.index(self.zoom) + by if by else ZOOMS.index(1.0)
        self.set_zoom(ZOOMS[min(max(number, 0), len(ZOOMS) - 1)], at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def key_table(self) -> Keys:
        none, ctrl, model = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, self.model
        return {
            **super().key_table(),
            (none, Qt.Key.Key_PageUp): lambda: model.arrow(0, -4),
            (none, Qt.Key.Key_PageDown): lambda: model.arrow(0, 4),
            (ctrl, Qt.Key.Key_Plus): lambda: self.step_zoom(1),
            (ctrl, Qt.Key.Key_Equal): lambda: self.step_zoom(1),
            (ctrl, Qt.Key.Key_Minus): lambda: self.step_zoom(-1),
            (ctrl, Qt.Key.Key_0): lambda: self.step_zoom(0),
        }

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._stale()
