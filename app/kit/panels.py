"""What holds other widgets: cards, empty states, banners, the note of the last deed, and announcements."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.kit import paint, theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.icons import LAMPS, draw_icon, draw_lamp
from app.kit.words import label, tip

#: a bar above everything is never higher, whatever somebody wrote: lines of its sentence
_MOST_LINES = 5


def announce(source: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `words` once. Say each thing once: nothing here repeats; "" is nothing."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(source, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Glyph(QWidget):
    """One icon or lamp as a widget; decoration, so it says nothing to a screen reader."""

    def __init__(self, name: str, size: int = 20, ink: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._ink = name, size, ink
        theme.notice.changed.connect(self.updateGeometry)

    def set_glyph(self, name: str, ink: str = "text2") -> None:
        """Show another icon or lamp."""
        self._name, self._ink = name, ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = theme.px(self._size)
        x, y = (self.width() - size) // 2, (self.height() - size) // 2
        if self._name in LAMPS:
            draw_lamp(QPainter(self), self._name, x, y, size)
        elif self._name:
            draw_icon(QPainter(self), self._name, x, y, size, self._ink)


def hairline() -> QFrame:
    """A hairline between two parts."""
    made = QFrame()
    made.setProperty("kit", "line")
    return made


class Card(QFrame):
    """A framed surface with an optional heading; put things into `body`. `tone` "bad" or "warn" colours the frame."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, tone: str = "") -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        if tone:
            self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*[theme.px(16)] * 4)
        self.body.setSpacing(theme.px(8))
        if title:
            self.body.addWidget(label(title, "head"))


class EmptyState(QWidget):
    """What stands where rows would be: one icon, one sentence, one button. `pressed` is the button's click."""

    pressed = Signal()

    def __init__(
        self, icon: str, sentence: str, action: str = "", parent: QWidget | None = None, *, keys: str = ""
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        self.glyph = Glyph(icon, 40, "text3")
        column.addWidget(self.glyph, 0, centre)
        self.sentence = label(sentence, "second", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        self.button = KeyButton(action, kind="soft", keys=keys)
        self.button.clicked.connect(self.pressed)
        self.button.setVisible(bool(action))
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture gives way to the words."""
        super().resizeEvent(event)
        self.glyph.setVisible(self.height() >= theme.px(160))

    def say(self, sentence: str, action: str = "") -> None:
        """Change the sentence and the button; without `action` there is no button."""
        self.sentence.setText(sentence)
        self.button.set_label(action)
        self.button.setVisible(bool(action))


class Banner(QWidget):
    """A bar above everything, 48 px at 100 %: icon, word, sentence, one button. Hidden until `say`.

    Tones: "down" (solid, nothing is louder), "warn" and "info" (soft).
    """

    pressed = Signal()
    _INK: ClassVar = {"down": "on_downtime", "warn": "warn", "info": "info"}
    _GROUND: ClassVar = {"down": "downtime", "warn": "warn_soft", "info": "info_soft"}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._icon, self._word, self._sentence = "info", "info", "", ""
        shape = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        shape.setHeightForWidth(True)
        self.setSizePolicy(shape)
        self.button = KeyButton("", self, kind="plain", size="row")
        self.button.clicked.connect(self.pressed)
        self.hide()

    def say(
        self, word: str, sentence: str, *, tone: str = "info", icon: str = "info", action: str = "", keys: str = ""
    ) -> None:
        """Show the bar and announce it once."""
        said = (word, sentence)
        known = said == (self._word, self._sentence) and self.isVisible()
        self._tone, self._icon, self._word, self._sentence = tone, icon, word, sentence
        self.button.set_label(action)
        self.button.set_keys(keys)
        self.button.setVisible(bool(action))
        self.setAccessibleName(" ".join(said))
        self.setToolTip(tip(sentence))
        self.setVisible(True)
        self.updateGeometry()
        self._place_button()
        self.update()
        if not known:
            announce(self, " ".join(said), urgent=tone == "down")

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self.heightForWidth(theme.px(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.gap(48, 36))

    def hasHeightForWidth(self) -> bool:
        """Yes: a sentence that does not fit stands on as many lines as it needs."""
        return True

    def heightForWidth(self, wide: int) -> int:
        """One bar's height, or more."""
        return max(theme.gap(48, 36), math.ceil(self._words_in(self._room(wide)).height()) + theme.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        """No layout does it: one would answer for the height of the bar, and knows nothing of the sentence."""
        size = self.button.sizeHint()
        left, top = self.width() - size.width() - theme.px(16), (self.height() - size.height()) // 2
        self.button.setGeometry(left, top, size.width(), size.height())

    def _room(self, wide: int) -> QRectF:
        """Where the sentence stands: between the word and the button."""
        left = theme.px(60) + paint.width(self._word, "name")
        button = self.button.sizeHint().width() + theme.px(8) if self.button.isVisibleTo(self) else 0
        return QRectF(left, 0, max(theme.px(80), wide - left - theme.px(16) - button), 0)

    def _wrapped(self, room: QRectF) -> int:
        """At words; within one only where a word is longer than a line, since Qt then breaks anywhere."""
        longest = max((paint.width(word) for word in self._sentence.split()), default=0)
        return int(Qt.TextFlag.TextWordWrap if longest <= room.width() else Qt.TextFlag.TextWrapAnywhere)

    def _words_in(self, room: QRectF) -> QRectF:
        measure = paint.metrics("body")
        most = _MOST_LINES * measure.lineSpacing()
        needed = measure.boundingRect(QRectF(0, 0, room.width(), most), self._wrapped(room), self._sentence)
        return QRectF(0, 0, needed.width(), min(needed.height(), most))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), self._INK[self._tone]
        painter.fillRect(self.rect(), theme.colour(self._GROUND[self._tone]))
        if theme.current().framed and self._tone != "down":
            paint.hline(painter, 0, self.height() - 1, self.width(), ink)
        size = theme.px(20)
        draw_icon(painter, self._icon, theme.px(16), (self.height() - size) // 2, size, ink)
        paint.text(painter, QRectF(theme.px(48), 0, self.width(), self.height()), self._word, "name", ink)
        room = self._room(self.width())
        room.setHeight(self.height())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour(ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | self._wrapped(room), self._sentence)


class Toast(QFrame):
    """A short note over the lower edge of its parent: what was just done, with one thing to do about it (Undo).

    It goes by itself after `seconds`, but not while it has the mouse or the focus. It never takes the focus.
    """

    def __init__(self, parent: QWidget, *, seconds: float = 6) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kit", "card")
        self._act: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        self.words: QLabel = label("", "strong", wrap=True)
        self.button = LinkButton("")
        self.button.clicked.connect(self._pressed)
        row.addWidget(self.words)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._fade)
        self.hide()

    def say(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show and announce a note; `act` is called once when the button is pressed."""
        self._act = act
        self.words.setText(words)
        self.button.set_label(action)
        self.button.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def _place(self) -> None:
        """In one line where there is room, low where there is little."""
        room = self._over
        self.words.setFixedWidth(1)
        sides = self.sizeHint().width() - 1
        line = math.ceil(paint.width(self.words.text(), "strong")) + 2
        self.words.setFixedWidth(max(1, min(line, room.width() - sides - theme.px(32))))
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - theme.gap(48, 8))

    def _pressed(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _fade(self) -> None:
        if not self.underMouse() and not self.button.hasFocus():
            self._timer.stop()
            self.hide()


def show_alone(stack: QStackedWidget, shown: QWidget) -> None:
    """Show one page of a stack; the others, which may be higher, ask for no room."""
    for page in (stack.widget(at) for at in range(stack.count())):
        if page is not None:
            high = QSizePolicy.Policy.Preferred if page is shown else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, high)
    stack.setCurrentWidget(shown)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; it is out of sight at once."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
