"""The focus ring around buttons: 2 px, 2 px outside the control, above its neighbours, unless focus came by mouse.

Fields draw their focus as a 2-px border (style sheet) and tables as a ring inside the row (delegates); everything that
is pressed gets this one ring. `install` is called once, when the first window stands.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QCheckBox, QRadioButton, QWidget

from app.kit import paint, theme

_MARGIN = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """A pane that lies over the focused button and its neighbours and draws nothing but the ring."""

    def __init__(self, host: QWidget, target: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._host, self._target = host, target
        for moved in _chain(target, host):
            moved.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.focus_ring(painter, inner, theme.px(6))

    def _place(self) -> None:
        self.setGeometry(_around(self._target, self._host))
        self.setVisible(self._target.isVisible())
        self.raise_()


class FocusRings(QObject):
    """Follows the focus of the application; at most one ring stands at a time."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._drop()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        ringed = isinstance(new, QAbstractButton) and not isinstance(new, QCheckBox | QRadioButton)
        if new is not None and ringed and not by_mouse and (host := _host(new)) is not None:
            self._ring = FocusRing(host, new)
            self._ring.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._ring = None

    def _drop(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None:
            ring.destroyed.disconnect(self._forget)
            ring.hide()
            ring.deleteLater()


def _around(target: QWidget, host: QWidget) -> QRect:
    corner = target.mapTo(host, QPoint(0, 0))
    return QRect(corner, target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


def _chain(target: QWidget, host: QWidget) -> list[QWidget]:
    """The target and what lies between it and the host: when one of them moves, the ring moves."""
    chain = [target]
    above = target.parentWidget()
    while above is not None and above is not host:
        chain.append(above)
        above = above.parentWidget()
    return chain


def _host(target: QWidget) -> QWidget | None:
    """The nearest widget above with room for the ring; a scrolled page is the limit, so the ring scrolls with it."""
    host = target.parentWidget()
    while host is not None and not host.isWindow() and not host.rect().contains(_around(target, host)):
        above = host.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        host = above
    return host


def install(app: QApplication) -> FocusRings:
    """Draw focus rings in every window of `app` from now on."""
    return FocusRings(app)
