"""What floats over the whole frame on a veil: the palette and the list of keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.kit import paint, theme


class Overlay(QWidget):
    """A card over its parent, near the top. Esc and a press beside it close it; the focus goes back."""

    closed = Signal()

    def __init__(self, parent: QWidget, *, width: int = 640, height: int = 560) -> None:
        super().__init__(parent)
        self._over, self._wide, self._high = parent, width, height
        self._back: QWidget | None = None
        self.card = QFrame(self)
        self.card.setProperty("kit", "card")
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(*[theme.px(8)] * 4)
        self.body.setSpacing(theme.px(4))
        parent.installEventFilter(self)
        self.hide()

    def open_over(self, first: QWidget) -> None:
        """Show it and put the focus into `first`."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_over(self) -> None:
        """Hide it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_over()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the card."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("scrim"))
        paint.shadow(painter, QRectF(self.card.geometry()), theme.px(14))

    def _place(self) -> None:
        room = self._over.rect()
        self.setGeometry(room)
        wide = min(theme.px(self._wide), room.width() - theme.px(32))
        top = min(theme.px(96), room.height() // 10)
        high = min(theme.px(self._high), room.height() - 2 * top)
        self.card.setGeometry((room.width() - wide) // 2, top, wide, high)
