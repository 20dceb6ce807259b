"""The month of load: a calendar whose days say in a number and a bar how full they are. Painted, for keys and mouse."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.dates import weekday_name
from app.kit.icons import draw_lamp
from app.kit.panels import announce
from app.schedule.queries import DayLoad
from app.schedule.viewmodel.month import WEEK, MonthModel, shut_word

HEAD, CELL_WIDE, CELL_HIGH = 28, 88, 68


class MonthView(QWidget):
    """Paints a MonthModel. `opened` comes with the day that Enter or a double click chose."""

    opened = Signal(object)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Month of load"))
        model.changed.connect(self._changed)
        model.moved.connect(self._moved)
        theme.notice.changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(CELL_WIDE) * WEEK, theme.px(HEAD) + theme.px(CELL_HIGH) * self._rows())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _rows(self) -> int:
        return len(self.model.load.days) // WEEK if self.model.load else 6

    # ------------------------------------------------------------------------------------------------- geometry

    def cell(self, number: int) -> QRectF:
        """Where the day of that number lies."""
        wide, high = self.width() / WEEK, (self.height() - theme.px(HEAD)) / self._rows()
        row, column = divmod(number, WEEK)
        return QRectF(round(column * wide), theme.px(HEAD) + round(row * high), round(wide), round(high))

    def _number(self) -> int | None:
        load = self.model.load
        return (self.model.day - load.days[0].day).days if load else None

    def _at(self, x: float, y: float) -> date | None:
        load = self.model.load
        if load is None or y < theme.px(HEAD):
            return None
        return next((one.day for at, one in enumerate(load.days) if self.cell(at).contains(x, y)), None)

    # ------------------------------------------------------------------------------------------------- showing

    def _changed(self) -> None:
        self.setMinimumSize(self.minimumSizeHint())
        self.update()
        self._tell(say=False)

    def _moved(self) -> None:
        self.update()
        self._tell(say=True)
        self.show_cursor()

    def _tell(self, *, say: bool) -> None:
        words = self.model.words()
        self.setAccessibleDescription(words)
        if say and self.hasFocus():
            announce(self, words)

    def show_cursor(self) -> None:
        """Scroll the area around so that the cursor's day is whole."""
        number, area = self._number(), self.parentWidget()
        scroll = area.parentWidget() if area is not None else None
        if number is not None and isinstance(scroll, QScrollArea):
            middle = self.cell(number).center().toPoint()
            scroll.ensureVisible(middle.x(), middle.y(), theme.px(CELL_WIDE), theme.px(CELL_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        load = self.model.load
        if load is None:
            return
        for column in range(WEEK):
            place = QRectF(self.cell(column).left() + theme.px(8), 0, self.cell(column).width(), theme.px(HEAD))
            paint.text(painter, place, weekday_name(load.days[column].day), "small_b", "text2")
        for number, one in enumerate(load.days):
            self._day(painter, self.cell(number), one, inside=one.day.month == load.month.month)
        at = self._number()
        if at is not None and 0 <= at < len(load.days):
            ring = self.cell(at).adjusted(2, 2, -2, -2)
            paint.box(painter, ring, theme.px(4), None, "focus" if self.hasFocus() else "control", 2)

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
        if word:
            wide = min(paint.width(word, "tiny_b") + theme.px(10), room)
            tag = QRectF(left, top if load.percent is None else top + 2 * line, wide, line)
            paint.box(painter, tag, theme.px(4), "sunken")
            paint.text(painter, tag, paint.elided(word, wide, "tiny_b"), "tiny_b", "text2", paint.CENTRE)
        if load.visits and (load.percent is not None or not word):
            self._counts(painter, QRectF(left, top + line, room, line), load)

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
        paint.box(painter, rect, theme.px(3), "line")
        full = QRectF(rect.left(), rect.top(), rect.width() * min(percent, 100) / 100, rect.height())
        if percent:
            paint.box(painter, full, theme.px(3), "warn" if percent > 100 else "control")

    def _counts(self, painter: QPainter, rect: QRectF, load: DayLoad) -> None:
        used = paint.text(painter, rect, tr("visits: {visits}", visits=load.visits), "tiny", "text2")
        words = tr("holes: {holes}", holes=load.holes)
        room = rect.width() - used - theme.px(28)
        if load.holes and room > 0:
            x = rect.left() + used + theme.px(10)
            draw_lamp(painter, "soon", round(x), round(rect.top() + theme.px(2)), theme.px(13))
            shown = words if paint.width(words, "tiny_b") <= room else str(load.holes)
            paint.text(painter, QRectF(x + theme.px(16), rect.top(), room, rect.height()), shown, "tiny_b", "warn")

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
            self.model.put(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().x(), event.position().y())
        if day is not None:
            self.opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell(say=False)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def in_area(view: MonthView) -> QScrollArea:
    """The month in an area that scrolls where the window is too small for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFocusProxy(view)
    area.setWidget(view)
    return area
