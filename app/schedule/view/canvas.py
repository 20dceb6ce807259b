"""The painted day: one column for each practitioner, hours at the left and names above that stay while it scrolls.

Everything that seldom changes is kept as pictures of the columns; cursor and dragged box are drawn over them.
"""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.core.text import language, tr
from app.kit import theme
from app.kit.panels import announce
from app.schedule.view import drawing
from app.schedule.view.grid import Grid
from app.schedule.view.layers import Layers
from app.schedule.viewmodel import DayModel
from app.schedule.viewmodel.words import minute_words, spoken

TICK_MS = 20_000
DRAG_PX = 6


class DayCanvas(QAbstractScrollArea):
    """Paints a DayModel and turns keys and mouse into its moves. `opened`, `wanted` (a free cell), `cancelled`: Enter, Delete."""

    opened = Signal()
    wanted = Signal()
    cancelled = Signal()

    def __init__(self, model: DayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.layers = Layers(model)
        self.zoom = 1.0
        self._measures: object = None
        self._pressed: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Day by practitioner"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.changed.connect(self._relaid)
        model.moved.connect(self._moved)
        theme.notice.changed.connect(self._relaid)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._stale)
        self._tick.start()

    # ------------------------------------------------------------------------------------------------- geometry

    def grid(self) -> Grid:
        """Where everything lies now."""
        view = self.viewport()
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Grid(self.model.board, view.width(), view.height(), *bars, self.zoom)

    def _relaid(self) -> None:
        self._measure()
        self._stale()

    def _measure(self) -> None:
        grid, view = self.grid(), self.viewport()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, grid.content_width - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(grid.column)
        down.setRange(0, max(0, grid.content_height + drawing.note_room() - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(round(grid.minute * 15))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relaid()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def show_cursor(self) -> None:
        """Scroll so that the cursor's box or cell is whole."""
        grid, place = self.grid(), self.model.cursor
        box = self.model.selected()
        minutes = self.model.picked.minutes if self.model.picked else 30
        top = grid.y(box.span.start if box and not self.model.picked else place.minute)
        bottom = grid.y(box.span.end if box and not self.model.picked else place.minute + minutes)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        spare = round(grid.height - grid.head - (bottom - top)) - theme.px(84)  # the reason stands above the box then
        note = max(0, min(drawing.note_room(), spare)) if self.model.picked else 0
        if bottom > grid.height - note:
            down.setValue(down.value() + round(bottom - grid.height + note + theme.px(8)))
        if top < grid.head:
            down.setValue(down.value() - round(grid.head - top + theme.px(8)))
        left, right = grid.x(place.column), grid.x(place.column) + grid.column
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

    def words(self) -> str:
        """What lies under the cursor, for a screen reader."""
        model = self.model
        if not model.board.columns:
            return ""
        who = model.board.columns[model.cursor.column].day.who.family
        problem = model.drag_problem()
        if problem is not None:
            return tr(
                "{time}, {who}: {problem}", time=minute_words(model.cursor.minute), who=who, problem=problem.sentence
            )
        box = model.selected()
        if box is not None and model.picked is None:
            return tr("{visit}, {who}", visit=spoken(box.visit, model.look(box.visit).word), who=who)
        return tr("{time}, {who}, free", time=minute_words(model.cursor.minute), who=who)

    # ------------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        grid, painter = self.grid(), QPainter(self.viewport())
        self._fresh(grid)
        self.layers.paint(painter, grid)
        if not self.model.board.columns:
            return
        painter.setClipRect(round(grid.axis) - 3, round(grid.head), round(grid.width), round(grid.height))
        picked, place = self.model.picked, self.model.cursor
        if picked is None:
            drawing.cursor(painter, grid, place, self.model.selected(), focus=self.hasFocus())
        else:
            drawing.dragged(painter, grid, place, picked.patient, picked.minutes, self.model.drag_problem())

    # ------------------------------------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_PageUp: (0, -4), Qt.Key.Key_PageDown: (0, 4),
        }  # fmt: skip
        if key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self.model.take_nearest()
        elif not held and key in steps:
            self.model.arrow(*steps[Qt.Key(key)])
        elif not held and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.model.edge(last=key == Qt.Key.Key_End)
        elif not held and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif not held and key == Qt.Key.Key_Delete:
            self.cancelled.emit()
        elif key == Qt.Key.Key_Escape and self.model.picked is not None:
            self.model.put_down()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """What Enter and a double click do: drop, open, or book here."""
        meant = self.model.enter()
        if meant == "drop":
            self.model.drop()
        elif meant == "open":
            self.opened.emit()
        elif meant == "book":
            self.wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        place = self.grid().at(here.x(), here.y())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.model.put(place.column, place.minute, place.lane)
        if self.model.picked is None:
            self._pressed = here

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        place = self.grid().at(here.x(), here.y())
        if place is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        dragging = self.model.picked is not None
        far = self._pressed is not None and (here - self._pressed).manhattanLength() > DRAG_PX
        if not dragging and far and self.model.selected() is not None:
            self._pressed = None
            dragging = self.model.pick_up()
        if dragging:
            self.model.put(place.column, place.minute)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.model.picked is not None and self._pressed is None and self.model.drag_problem() is None:
            self.model.drop()
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.enter()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._stale()
