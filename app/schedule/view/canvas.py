"""The painted day: one column for each practitioner, hours at the left and names above that stay while it scrolls.

Everything that seldom changes is kept as pictures of the columns; cursor and dragged box are drawn over them.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.core.text import language, tr
from app.kit import theme
from app.kit.panels import announce
from app.schedule.view import drawing
from app.schedule.view.grid import ZOOMS, Grid
from app.schedule.view.gridded import GridCanvas
from app.schedule.view.layers import Layers
from app.schedule.view.reasons import note_room
from app.schedule.viewmodel import Cursor, DayModel
from app.schedule.viewmodel.cursor import under
from app.schedule.viewmodel.hand import Mode, movable
from app.schedule.viewmodel.words import minute_words, spoken

DRAG_PX = 6
#: pixels at 100 %: of the lower edge that is dragged to resize, and at the right where a dragged visit is pinned
EDGE, SIDE = 7, 56
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STEPS = {
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_PageUp: (0, -4), Qt.Key.Key_PageDown: (0, 4),
}  # fmt: skip
_STRETCH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DayCanvas(GridCanvas[DayModel]):
    """Paints a DayModel and turns keys and mouse into its moves.

    `opened`, `wanted` (a free cell), `cancelled`, `asked`: Enter, Enter, Delete, Space. `menu_wanted` tells where on the
    screen, `hovered` a box (or None) and where it lies, `dragging` whether the mouse carries a visit.
    """

    opened = Signal()
    wanted = Signal()
    cancelled = Signal()
    asked = Signal()
    menu_wanted = Signal(QPoint)
    hovered = Signal(object, QRectF)
    dragging = Signal(bool)

    def __init__(self, model: DayModel, parent: QWidget | None = None) -> None:
        self.layers = Layers(model)
        super().__init__(model, tr("Day by practitioner"), parent)
        self._measures: object = None
        #: whether a visit that is dragged to the right edge is pinned
        self.side = True
        self._pressed: QPoint | None = None
        self._edge = self._dropping = self._over_side = False
        self._hold = 0
        self._keys = self._key_table()
        self.viewport().setMouseTracking(True)

    # ------------------------------------------------------------------------------------------------- geometry

    def room_below(self) -> int:
        return note_room()

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

    def show_cursor(self) -> None:
        grid, place = self.grid(), self.model.cursor
        box = self.model.selected()
        held = self.model.held
        minutes = held.minutes if held else 30
        top = grid.y(box.span.start if box and not held else place.minute)
        bottom = grid.y(box.span.end if box and not held else place.minute + minutes)
        spare = round(grid.height - grid.head - (bottom - top)) - theme.px(84)  # the reason stands above the box then
        note = max(0, min(note_room(), spare)) if held else 0
        self.bring_into_sight(top, bottom, place.column, note)

    def words(self) -> str:
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
        if model.held is not None:
            span = minute_words(model.cursor.minute), minute_words(model.cursor.minute + model.held.minutes)
            return tr("{start} to {end}, {who}, free", start=span[0], end=span[1], who=who)
        if box is not None:
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
        held, place = self.model.held, self.model.cursor
        if held is None:
            drawing.cursor(painter, grid, place, self.model.selected(), focus=self.hasFocus())
            return
        if held.mode is not Mode.COPY and held.visit.id in self.model.board.where:
            drawing.left_behind(painter, grid, *self.model.board.where[held.visit.id])
        other = self.model.in_the_way()
        drawing.dragged(painter, grid, place, held, self.model.drag_problem(), swap=other.patient if other else "")

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

    # ------------------------------------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = held, key
        if not held and key in _STEPS:
            self.model.arrow(*_STEPS[Qt.Key(key)])
        elif held == _SHIFT and key in _STRETCH and self.model.held is not None:
            self.model.stretch(_STRETCH[Qt.Key(key)])
        elif not held and key == Qt.Key.Key_Escape and self.model.held is not None:
            self.model.put_down()
        elif pressed in self._keys:
            self._keys[pressed]()
        else:
            super().keyPressEvent(event)

    def _key_table(self) -> dict[object, Callable[[], object]]:
        none, ctrl, model = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, self.model
        return {
            (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down): model.take_nearest,
            (none, Qt.Key.Key_Home): lambda: model.edge(last=False),
            (none, Qt.Key.Key_End): lambda: model.edge(last=True),
            (none, Qt.Key.Key_Return): self.enter,
            (none, Qt.Key.Key_Enter): self.enter,
            (none, Qt.Key.Key_Delete): self.cancelled.emit,
            (none, Qt.Key.Key_Space): self.asked.emit,
            (none, Qt.Key.Key_Menu): self.ask_menu,
            (_SHIFT, Qt.Key.Key_F10): self.ask_menu,
            (ctrl, Qt.Key.Key_Return): model.swap,
            (ctrl, Qt.Key.Key_Enter): model.swap,
            (ctrl, Qt.Key.Key_Plus): lambda: self.step_zoom(1),
            (ctrl, Qt.Key.Key_Equal): lambda: self.step_zoom(1),
            (ctrl, Qt.Key.Key_Minus): lambda: self.step_zoom(-1),
            (ctrl, Qt.Key.Key_0): lambda: self.step_zoom(0),
        }

    def ask_menu(self) -> None:
        """Ask for the menu at the cursor."""
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.place_rect().center().toPoint()))

    def place_rect(self) -> QRectF:
        """Where the visit or the cell under the cursor lies in the viewport, as far as it is seen."""
        grid, box = self.grid(), self.model.selected()
        if not self.model.board.columns:
            return QRectF(self.viewport().rect())
        place = self.model.cursor
        rect = grid.box(place.column, box) if box is not None else grid.cell(place)
        return rect.intersected(QRectF(grid.axis, grid.head, grid.width - grid.axis, grid.height - grid.head))

    def enter(self) -> None:
        """What Enter and a double click do: drop, open, or book here."""
        meant = self.model.enter()
        if meant == "drop":
            self.model.drop()
        elif meant == "open":
            self.opened.emit()
        elif meant == "book":
            self.wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self._at(event.pos())
        if event.reason() != QContextMenuEvent.Reason.Mouse or place is None:
            return
        if self.model.held is None:
            self.model.put(place.column, place.minute, place.lane)
        self.menu_wanted.emit(event.globalPos())

    def _at(self, here: QPoint) -> Cursor | None:
        return self.grid().at(here.x(), here.y())

    def _at_edge(self, here: QPoint) -> bool:
        """Whether a point lies on the lower edge of a booked visit, which is dragged to make it longer or shorter."""
        grid, place = self.grid(), self._at(here)
        if place is None or self.model.held is not None:
            return False
        box = under(self.model.board, place)
        if box is None or not movable(box.visit) or box.strip:
            return False
        rect = grid.box(place.column, box)
        return rect.bottom() - min(theme.px(EDGE), rect.height() / 3) <= here.y() <= rect.bottom()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        place = self._at(here)
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._edge = self._at_edge(here)
        self.model.put(place.column, place.minute, place.lane)
        self._pressed, self._dropping = (here, False) if self.model.held is None else (None, True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(here)
            return
        far = self._pressed is not None and (here - self._pressed).manhattanLength() > DRAG_PX
        if self.model.held is None and far and self.model.selected() is not None:
            self._grab(self._pressed or here)
        if self.model.held is None or self._pressed is not None:
            return
        self._drag_to(here)

    def _grab(self, here: QPoint) -> None:
        """Take the visit that was pressed on, at the very point where it was."""
        self._pressed = None
        box, grid = self.model.selected(), self.grid()
        self._hold = round((here.y() - grid.y(box.span.start)) / grid.minute) if box is not None else 0
        self._dropping = self.model.pick_up()
        self.dragging.emit(self._dropping)

    def _drag_to(self, here: QPoint) -> None:
        grid = self.grid()
        self._over_side = here.x() > grid.width - theme.px(SIDE) and not self._edge and self.side
        if self._edge:
            self.model.stretch_to(round((here.y() - grid.head + grid.dy) / grid.minute) + grid.board.first)
            return
        x = min(max(here.x(), grid.axis), grid.width - 1)
        y = min(max(here.y(), grid.head), grid.height - 1)
        place = grid.at(x, y)
        if place is not None:
            self.model.put(place.column, max(grid.board.first, place.minute - self._hold))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dropping, self._dropping = self._dropping, False
        self._pressed, self._edge, self._hold = None, False, 0
        if self.model.held is None or not dropping or event.button() != Qt.MouseButton.LeftButton:
            return
        over, self._over_side = self._over_side, False
        if over:
            self.model.pin()
        elif self.model.drag_problem() is None:
            self.model.drop()
        self.dragging.emit(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.enter()

    def _hover(self, here: QPoint) -> None:
        """The mouse rests on a box, or on its edge, or on nothing."""
        place = self._at(here)
        box = under(self.model.board, place) if place is not None and self.model.held is None else None
        shape = Qt.CursorShape.SizeVerCursor if self._at_edge(here) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if box is None or place is None:
            self.hovered.emit(None, QRectF())
        else:
            self.hovered.emit(box, self.grid().box(place.column, box))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None, QRectF())

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
