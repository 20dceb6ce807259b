"""A line of chips or buttons that scrolls sideways where it does not fit, with a button at each end that has more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton


class Strip(QScrollArea):
    """Put widgets into `line`. The wheel turns it sideways, the keyboard's focus is always in sight.

    The arrows at its ends are for the mouse: Tab goes from chip to chip without them.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4) -> None:
        super().__init__(parent)
        page = QWidget()
        self.line = QHBoxLayout(page)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(theme.px(gap))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(page)
        self.before = self._arrow("left", tr("Further to the left"), -1)
        self.after = self._arrow("right", tr("Further to the right"), 1)
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(self._offer)
        bar.valueChanged.connect(self._offer)
        self._offer()

    def _arrow(self, icon: str, words: str, way: int) -> KeyButton:
        made = KeyButton("", self, kind="plain", icon=icon, size="row")
        made.setAccessibleName(words)
        made.set_tip(words)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self.turn(way))
        return made

    def turn(self, way: int) -> None:
        """Go on by most of what is seen: 1 to the right, -1 to the left."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + way * self.viewport().width() * 2 // 3)

    def ensureVisible(self, x: int, y: int, xmargin: int = 50, ymargin: int = 50) -> None:
        """What has the focus stands beside the arrows, not under them."""
        super().ensureVisible(x, y, max(xmargin, self.after.width() + theme.px(4)), ymargin)

    def _offer(self, *_: int) -> None:
        bar = self.horizontalScrollBar()
        self.before.setVisible(bar.value() > bar.minimum())
        self.after.setVisible(bar.value() < bar.maximum())
        for arrow in (self.before, self.after):
            arrow.raise_()
        self._place()

    def _place(self) -> None:
        size = QSize(self.before.minimumSizeHint().width(), self.height())
        self.before.setGeometry(0, 0, size.width(), size.height())
        self.after.setGeometry(self.width() - size.width(), 0, size.width(), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        page = self.widget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down turn it too: few mice have a wheel for sideways."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()
