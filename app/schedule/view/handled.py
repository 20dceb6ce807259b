"""What every painted grid of the schedule does with keys and mouse, and how the hand and the cursor are drawn over it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.kit import theme
from app.schedule.view import drawing
from app.schedule.view.grid import Grid
from app.schedule.view.gridded import GridCanvas, Shown
from app.schedule.view.reasons import note_room
from app.schedule.viewmodel import Cursor
from app.schedule.viewmodel.cursor import under
from app.schedule.viewmodel.hand import Mode, movable

DRAG_PX = 6
#: pixels at 100 % of the lower edge that is dragged to resize
EDGE = 7
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STEPS = {
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
}  # fmt: skip
_STRETCH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

Keys = dict[object, Callable[[], object]]


class HandCanvas(GridCanvas[Shown]):
    """Turns keys and mouse into the model's moves.

    `opened`, `wanted` (a free cell), `cancelled`, `asked`: Enter, Enter, Delete, Space. `menu_wanted` tells where on the
    screen, `hovered` a box (or None) and where it lies, `over_side` whether a dragged visit would be pinned now.
    """

    opened = Signal()
    wanted = Signal()
    cancelled = Signal()
    asked = Signal()
    menu_wanted = Signal(QPoint)
    hovered = Signal(object, QRectF)
    over_side = Signal(bool)

    def __init__(self, model: Shown, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._pressed: QPoint | None = None
        self._edge = self._dropping = self._dragging = self._over_side = False
        self._hold = 0
        self._keys = self.key_table()
        self.viewport().setMouseTracking(True)

    def room_below(self) -> int:
        return note_room()

    def words(self) -> str:
        return self.model.words()

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

    def paint_hand(self, painter: QPainter, grid: Grid) -> None:
        """The cursor, or what is in hand: over everything else."""
        painter.setClipRect(round(grid.axis) - 3, round(grid.head), round(grid.width), round(grid.height))
        held, place = self.model.held, self.model.cursor
        if held is None:
            drawing.cursor(painter, grid, place, self.model.selected(), focus=self.hasFocus())
            return
        if held.mode is not Mode.COPY and held.visit.id in self.model.board.where:
            drawing.left_behind(painter, grid, *self.model.board.where[held.visit.id])
        if self._dragging and not self._edge and not self.model.pins.pins:  # else the pinboard itself is seen
            drawing.side(painter, grid, over=self._over_side)
        other = self.model.in_the_way()
        problem = None if self._over_side else self.model.drag_problem()
        drawing.dragged(painter, grid, place, held, problem, swap=other.patient if other else "")

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

    def key_table(self) -> Keys:
        """What further keys do, by modifiers and key."""
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
        self._dropping = self._dragging = self.model.pick_up()

    def _drag_to(self, here: QPoint) -> None:
        grid = self.grid()
        self._say_side(self._dragging and not self._edge and here.x() > self._side_begins(grid))
        if self._edge:
            self.model.stretch_to(round((here.y() - grid.head + grid.dy) / grid.minute) + grid.board.first)
            return
        x = min(max(here.x(), grid.axis), grid.width - 1)
        y = min(max(here.y(), grid.head), grid.height - 1)
        place = grid.at(x, y)
        if place is not None:
            self.model.put(place.column, max(grid.board.first, place.minute - self._hold))

    def _side_begins(self, grid: Grid) -> float:
        """From which pixel on a dragged visit is pinned: the rail at the right, or the pinboard beside the grid."""
        return grid.width if self.model.pins.pins else grid.width - theme.px(drawing.SIDE)

    def _say_side(self, over: bool) -> None:
        if over != self._over_side:
            self._over_side = over
            self.over_side.emit(over)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dropping, over = self._dropping, self._over_side
        self._pressed, self._edge, self._hold = None, False, 0
        self._dropping = self._dragging = False
        self._say_side(False)
        if self.model.held is None or not dropping or event.button() != Qt.MouseButton.LeftButton:
            self.viewport().update()
        elif over:
            self.model.pin()
        elif self.model.drag_problem() is None:
            self.model.drop()

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
