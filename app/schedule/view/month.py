"""The month of load: a calendar whose days say in a number and a bar how full they are. Painted, for keys and mouse."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.dates import weekday_name
from app.kit.icons import draw_lamp
from app.kit.panels import announce
from app.kit.words import tip
from app.schedule.queries import DayLoad
from app.schedule.viewmodel.month import WEEK, MonthModel, shut_word

HEAD, CELL_WIDE, CELL_HIGH = 28, 80, 68


class MonthView(QAbstractScrollArea):
    """Paints a MonthModel; the weekdays stay while the weeks scroll. `opened`: the day that Enter or a double click chose."""

    opened = Signal(object)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Month of load"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.changed.connect(self._changed)
        model.moved.connect(self._moved)
        theme.notice.changed.connect(self._measure)

    # ------------------------------------------------------------------------------------------------- geometry

    def _size(self) -> tuple[float, float]:
        """A day's width and height: all of the room, but never too little for what is said in it."""
        view, rows = self.viewport(), len(self.model.load.days) // WEEK if self.model.load else 6
        wide, high = view.width() / WEEK, (view.height() - theme.px(HEAD)) / rows
        return max(wide, theme.px(CELL_WIDE)), max(high, theme.px(CELL_HIGH))

    def _measure(self) -> None:
        view, (wide, high) = self.viewport(), self._size()
        rows = len(self.model.load.days) // WEEK if self.model.load else 6
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(wide * WEEK) - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(round(wide))
        down.setRange(0, max(0, round(high * rows) + theme.px(HEAD) - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(round(high))
        view.update()

    def cell(self, number: int) -> QRectF:
        """Where the day of that number lies in the viewport."""
        (wide, high), (row, column) = self._size(), divmod(number, WEEK)
        left, top = round(column * wide), theme.px(HEAD) + round(row * high)
        right, bottom = round((column + 1) * wide), theme.px(HEAD) + round((row + 1) * high)
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(left - dx, top - dy, right - left, bottom - top)

    def _number(self) -> int | None:
        load = self.model.load
        return (self.model.day - load.days[0].day).days if load else None

    def _at(self, x: float, y: float) -> date | None:
        load = self.model.load
        if load is None or y < theme.px(HEAD):
            return None
        return next((one.day for at, one in enumerate(load.days) if self.cell(at).contains(x, y)), None)

    # ------------------------------------------------------------------------------------------------- showing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _changed(self) -> None:
        self._measure()
        self.show_cursor()
        self._tell(say=False)

    def _moved(self) -> None:
        self.show_cursor()
        self.viewport().update()
        self._tell(say=True)

    def _tell(self, *, say: bool) -> None:
        words = self.model.words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if say and self.hasFocus():
                announce(self, words)

    def show_cursor(self) -> None:
        """Scroll so that the cursor's day is whole."""
        number, view = self._number(), self.viewport()
        if number is None:
            return
        cell, across, down = self.cell(number), self.horizontalScrollBar(), self.verticalScrollBar()
        if cell.right() > view.width():
            across.setValue(across.value() + round(cell.right() - view.width()))
        if cell.left() < 0:
            across.setValue(across.value() + round(cell.left()))
        if cell.bottom() > view.height():
            down.setValue(down.value() + round(cell.bottom() - view.height()))
        if cell.top() < theme.px(HEAD):
            down.setValue(down.value() - round(theme.px(HEAD) - cell.top()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, load = QPainter(self.viewport()), self.model.load
        painter.fillRect(self.viewport().rect(), theme.colour("surface"))
        if load is None:
            return
        for number, one in enumerate(load.days):
            self._day(painter, self.cell(number), one, inside=one.day.month == load.month.month)
        at = self._number()
        if at is not None and 0 <= at < len(load.days):
            ring = self.cell(at).adjusted(2, 2, -2, -2)
            paint.box(painter, ring, theme.px(4), None, "focus" if self.hasFocus() else "control", 2)
        self._heads(painter, [one.day for one in load.days[:WEEK]])

    def _heads(self, painter: QPainter, days: list[date]) -> None:
        painter.fillRect(QRectF(0, 0, self.viewport().width(), theme.px(HEAD)), theme.colour("sunken"))
        for column, day in enumerate(days):
            cell, words = self.cell(column), weekday_name(day)
            place = QRectF(cell.left() + theme.px(8), 0, cell.width() - theme.px(10), theme.px(HEAD))
            shown = words if paint.width(words, "small_b") <= place.width() else words[:3]
            paint.text(painter, place, shown, "small_b", "text2")

    def _day(self, painter: QPainter, rect: QRectF, load: DayLoad, *, inside: bool) -> None:
        if load.percent is None:
            painter.fillRect(rect, theme.colour("sunken"))
            paint.hatch(painter, rect)
        paint.hline(painter, rect.left(), rect.top(), rect.width())
        paint.vline(painter, rect.left(), rect.top(), rect.height())
        pad, line = theme.px(8), theme.px(18)
        left, room = rect.left() + pad, rect.width() - 2 * pad
        self._date(painter, QRectF(left, rect.top() + theme.px(5), room, theme.px(20)), load.day, inside)
        top = rect.top() + theme.px(27)
        word = shut_word(load)
        if load.percent is not None:
            ink = "text" if inside else "text3"
            used = paint.text(painter, QRectF(left, top, room, line), f"{load.percent} %", "strong", ink) + pad
            bar = QRectF(left + used, top + line / 2 - theme.px(3), room - used, theme.px(6))
            self._bar(painter, bar, load.percent)
        third = top + 3 * line <= rect.bottom()
        if word:
            wide = min(paint.width(word, "tiny_b") + theme.px(10), room)
            tag = QRectF(left, top if load.percent is None else top + (2 if third else 1) * line, wide, line)
            paint.box(painter, tag, theme.px(4), "sunken")
            paint.text(painter, tag, paint.elided(word, wide, "tiny_b"), "tiny_b", "text2", paint.CENTRE)
        if load.visits and (not word or third):
            words = tr("visits: {visits}", visits=load.visits)
            paint.text(painter, QRectF(left, top + line, room, line), words, "tiny", "text2")
        if load.holes:
            self._holes(painter, QRectF(left, rect.top() + theme.px(5), room, theme.px(20)), load.holes)

    def _date(self, painter: QPainter, rect: QRectF, day: date, inside: bool) -> None:
        load = self.model.load
        if load is not None and day == load.today:
            wide = paint.width(str(day.day), "small_b") + theme.px(14)
            pill = QRectF(rect.left() - theme.px(4), rect.top(), wide, rect.height())
            paint.box(painter, pill, theme.px(10), "accent")
            paint.text(painter, pill, str(day.day), "small_b", "on_accent", paint.CENTRE)
            return
        paint.text(painter, rect, str(day.day), "small_b", "text" if inside else "text3")

    def _bar(self, painter: QPainter, rect: QRectF, percent: int) -> None:
        """From zero to the whole; more than the whole has the colour of a warning, and its number says it."""
        if rect.width() < theme.px(12):
            return
        paint.meter(painter, rect, percent / 100, "warn" if percent > 100 else "control")

    def _holes(self, painter: QPainter, rect: QRectF, count: int) -> None:
        """At the right of the date, with its word where there is room."""
        words, size = tr("holes: {holes}", holes=count), theme.px(13)
        free = rect.width() - theme.px(30)  # the date stands at the left
        shown = words if paint.width(words, "tiny_b") + size + theme.px(4) <= free else str(count)
        left = rect.right() - paint.width(shown, "tiny_b")
        draw_lamp(painter, "soon", round(left - size - theme.px(4)), round(rect.top() + theme.px(3)), size)
        paint.text(painter, QRectF(left, rect.top(), rect.right() - left + 1, rect.height()), shown, "tiny_b", "warn")

    # ------------------------------------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        days = {Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if held:
            super().keyPressEvent(event)
        elif key in days:
            self.model.go(days[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.model.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.model.edge(last=key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.model.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().x(), event.position().y())
        if day is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.model.put(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().x(), event.position().y())
        if day is not None:
            self.opened.emit(day)

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse that rests on a day is told what there is no room for."""
        if isinstance(event, QHelpEvent):
            day = self._at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), tip(self.model.words(day)) if day else "")
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell(say=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
