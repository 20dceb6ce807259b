"""Line edits that know what they hold: dates, times, amounts of money, and the search box.

Each has `value()`, `set_value()`, `problem()` (the sentence for the field, or "") and `value_changed`. What was typed
stays as it is until the field is left; only what can be read is then written in its usual form.
"""

from __future__ import annotations

from datetime import date, time
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import dates, money, paint, theme
from app.kit.icons import draw_icon
from app.kit.scanning import ScanCatcher
from app.kit.words import key_words

T = TypeVar("T")
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def mark(field: QWidget, sentence: str) -> None:
    """Give a field the frame of one to correct, and let it say why to who hears the window; "" takes both away."""
    field.setProperty("state", "error" if sentence else "")
    field.setAccessibleDescription(sentence)
    field.style().unpolish(field)
    field.style().polish(field)
    field.update()


class ValueField(QLineEdit, Generic[T]):
    """A line edit whose text stands for one value, or for none when it is empty."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _text: self.value_changed.emit())
        self.editingFinished.connect(self._tidy)

    def parse(self, text: str) -> T:
        """The value of a text that is not empty. Raises ClinicError."""
        raise NotImplementedError

    def format(self, value: T) -> str:
        """The usual form of a value."""
        raise NotImplementedError

    def value(self) -> T | None:
        """The value, or None when the field is empty or cannot be read."""
        text = self.text().strip()
        try:
            return self.parse(text) if text else None
        except ClinicError:
            return None

    def set_value(self, value: T | None) -> None:
        """Write a value in its usual form; None empties the field."""
        self.setText("" if value is None else self.format(value))

    def problem(self) -> str:
        """What is wrong with what was typed and what it may have meant; "" when it can be read or is empty."""
        text = self.text().strip()
        try:
            if text:
                self.parse(text)
        except ClinicError as why:
            return str(why)
        return ""

    def _tidy(self) -> None:
        value = self.value()
        if value is not None and self.format(value) != self.text():
            self.set_value(value)


class DateField(ValueField[date]):
    """A date, typed any American way and shown as MM/DD/YYYY.

    `set_today` must be called with the clinic's day before use: the field asks no clock. With `past_only` (birth dates)
    a date to come is a problem.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = date(2000, 1, 1)
        self.past_only = False
        self.setPlaceholderText(tr("MM/DD/YYYY"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDate)

    def set_today(self, today: date, *, past_only: bool = False) -> None:
        """The day that years of two digits and missing years are read from."""
        self.today, self.past_only = today, past_only

    def parse(self, text: str) -> date:
        return dates.parse_date(text, self.today, past_only=self.past_only)

    def format(self, value: date) -> str:
        return dates.show_date(value)


class TimeField(ValueField[time]):
    """A wall-clock time, typed as 9, 915, 1:30 pm and shown as 9:15 AM."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("e.g. 9:15 AM"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhTime)

    def parse(self, text: str) -> time:
        return dates.parse_time(text)

    def format(self, value: time) -> str:
        return dates.show_time(value)


class MoneyField(ValueField[int]):
    """An amount in whole cents, never negative, shown as 25.00 behind a dollar sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setPlaceholderText("0.00")
        self._measure()
        theme.notice.changed.connect(self._measure)

    def _measure(self) -> None:
        self.setTextMargins(theme.px(16), 0, 0, 0)

    def parse(self, text: str) -> int:
        return money.parse_money(text)

    def format(self, value: int) -> str:
        return money.show_money(value, sign="")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint.text(painter, QRectF(theme.px(10), 0, theme.px(16), self.height()), "$", "body", "text2")


class SearchBox(QLineEdit):
    """The search line: a lens, a hint, the key that leads to it.

    `searched` comes at every keystroke (whoever answers drops what came too late); `chosen` at Enter; `moved` (+1, -1) at
    the arrow keys, so that the list beside it moves.
    `scanned` gives what a card reader typed, whole, and leaves the field as it was; no Enter in it is `chosen`.
    """

    searched = Signal(str)
    scanned = Signal(str)
    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, hint: str = "", keys: str = "") -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self._key, self._hint, self._keyed = "", "", False
        self._beside: QWidget | None = None
        self.textChanged.connect(self.searched)
        self.returnPressed.connect(lambda: self.chosen.emit(self.text()))
        ScanCatcher(self, self).scanned.connect(self.scanned)
        theme.notice.changed.connect(self._measure)
        self.set_hint(hint or tr("Search"), keys)

    def set_hint(self, hint: str, keys: str = "") -> None:
        """The words in the empty field and the shortcut that leads here, registered in this window ("Ctrl+K").

        Where they have no room, those before a colon stand alone, then the shortcut is left out, at last the words.
        """
        self._hint = hint
        self.setAccessibleName(hint)
        self._key = key_words(keys) if keys else ""
        if keys:
            self.setToolTip(f"{hint} ({self._key})")
            QShortcut(QKeySequence(keys), self).activated.connect(self.take_focus)
        self._measure()

    def set_beside(self, part: QWidget) -> None:
        """Put a small button into the right end of the box."""
        self._beside = part
        part.setParent(self)
        part.show()
        self._measure()

    def take_focus(self) -> None:
        """Go here and mark what is written, so that typing replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def clear_quietly(self) -> None:
        """Empty the box without a new search."""
        blocked = self.blockSignals(True)
        self.clear()
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & ~_KEYPAD:
            event.ignore()  # Enter with another key means something else, or nothing
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = theme.px(18)
        draw_icon(painter, "search", theme.px(10), (self.height() - size) // 2, size, "text3")
        if self._keyed and not self.hasFocus():
            room = paint.keycap_width(self._key)
            left = self.width() - room - theme.px(8) - self._taken()
            paint.keycap(painter, left, (self.height() - theme.px(20)) // 2, self._key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _taken(self) -> int:
        """Pixels at the right that the button takes."""
        return self._beside.sizeHint().width() + theme.px(4) if self._beside is not None else 0

    def _measure(self) -> None:
        """Choose the words, and whether the shortcut stands behind them."""
        if self._beside is not None:
            size = self._beside.sizeHint()
            left, top = self.width() - size.width() - theme.px(4), (self.height() - size.height()) // 2
            self._beside.setGeometry(left, top, size.width(), size.height())
        cap = round(paint.keycap_width(self._key)) + theme.px(4) if self._key else 0
        room = self.width() - theme.px(50) - self._taken()
        short = self._hint.partition(":")[0]
        forms = ((self._hint, cap), (short, cap), (self._hint, 0), (short, 0), ("", 0))
        words, key = next((one for one in forms if paint.width(one[0]) + one[1] <= room), forms[-1])
        self._keyed = bool(self._key) and key == cap
        self.setPlaceholderText(words)
        self.setTextMargins(theme.px(27), 0, key + self._taken(), 0)
