"""The rail at the left: the places of the program, each with its key, and what waits there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import draw_icon
from app.kit.words import key_words
from app.shell.card import Logo

_CENTRE = Qt.AlignmentFlag.AlignCenter
_MOST = 99


class Stop(QAbstractButton):
    """One place: icon, word, number; filled softly while it is shown."""

    def __init__(self, title: str, icon: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._icon, self._keys, self._badge = title, icon, keys, 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        QShortcut(QKeySequence(keys), self).activated.connect(self.click)
        self.set_badge(0)

    def set_badge(self, count: int) -> None:
        """How many things wait there; 0 shows nothing."""
        self._badge = count
        waits = tr("{title}, {count} open", title=self._title, count=count) if count else self._title
        self.setAccessibleName(waits)
        self.setToolTip(f"{waits} ({key_words(self._keys)})")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(66, 52), theme.gap(56, 36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        ink = "accent_text" if self.isChecked() else "text2"
        if self.isChecked() or self.underMouse():
            framed = "accent_text" if theme.current().framed and self.isChecked() else None
            paint.box(painter, rect, theme.px(8), "accent_soft" if self.isChecked() else "hover", framed)
        size = theme.px(20)
        top = (rect.height() - size) / 2 if theme.large() else theme.px(9)
        draw_icon(painter, self._icon, round((rect.width() - size) / 2), round(top), size, ink)
        if not theme.large():
            words = QRectF(0, theme.px(31), rect.width(), theme.px(20))
            paint.text(painter, words, paint.elided(self._title, rect.width(), "small_b"), "small_b", ink, _CENTRE)
        if self._badge:
            self._paint_badge(painter, rect)

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        words = str(self._badge) if self._badge <= _MOST else f"{_MOST}+"
        wide = max(theme.px(18), round(paint.width(words, "tiny_b")) + theme.px(10))
        left = min(rect.center().x() + theme.px(4), rect.right() - wide)
        spot = QRectF(left, theme.gap(2, 0), wide, theme.px(16))
        paint.box(painter, spot, theme.px(8), "bad")
        paint.text(painter, spot, words, "tiny_b", "on_bad", _CENTRE)


class _Slot(QWidget):
    """A stop with the bar at the window's edge that marks the place shown."""

    def __init__(self, stop: Stop) -> None:
        super().__init__()
        self._stop = stop
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.addWidget(stop)
        stop.toggled.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stop.isChecked():
            bar = QRectF(-theme.px(3), theme.px(10), theme.px(6), self.height() - theme.px(20))
            paint.box(QPainter(self), bar, theme.px(3), "accent")


class Rail(QWidget):
    """The places from top to bottom; the last one stands at the foot."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: dict[str, Stop] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.gap(12, 8), 0, theme.gap(12, 8))
        self._column.setSpacing(theme.gap(8, 2))
        self._column.addWidget(Logo(24 if theme.large() else 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(theme.gap(4, 2))
        self._column.addStretch(1)

    def add(self, code: str, title: str, icon: str, keys: str, *, at_foot: bool = False) -> None:
        """One more place with its key."""
        stop = Stop(title, icon, keys)
        stop.clicked.connect(lambda: self.chosen.emit(code))
        self._stops[code] = stop
        last = self._column.count()
        self._column.insertWidget(last if at_foot else last - 1, _Slot(stop))

    def show_place(self, code: str) -> None:
        """Mark the place that is shown."""
        for other, stop in self._stops.items():
            stop.setChecked(other == code)

    def set_badge(self, code: str, count: int) -> None:
        """How many things wait at a place."""
        if code in self._stops:
            self._stops[code].set_badge(count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.vline(painter, self.width() - 1, 0, self.height())
