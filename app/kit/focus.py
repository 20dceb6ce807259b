"""The focus ring around buttons: 2 px, 2 px outside the control, above its neighbours, unless focus came by mouse.

What has the focus is also scrolled into sight: Qt does that for Tab alone, not for a focus that a panel gives.

Fields draw their focus as a 2-px border (style sheet) and tables as a ring inside the row (delegates); everything that
is pressed gets this one ring. `install` is called once, when the first window stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from app.kit import paint, theme

_MARGIN = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class FocusRing(QWidget):
    """A pane that lies over the focused button and its neighbours and draws nothing but the ring."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.focus_ring(painter, inner, theme.px(6))


class FocusRings(QObject):
    """Follows the focus of the application; at most one ring stands at a time.

    Buttons may be destroyed while they have the focus, so nothing here is touched before it is known to be alive.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        self._chain: list[QWidget] = []
        self._focused: QWidget | None = None
        self._views: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._views:
            if event.type() == QEvent.Type.Resize:  # a banner or a longer footer took room away
                QTimer.singleShot(0, self, self._reveal)
            return False
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self._drop()
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._drop()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._watch(None if by_mouse else new)
        ringed = isinstance(new, QAbstractButton) and not isinstance(new, QCheckBox | QRadioButton)
        if new is not None and ringed and not by_mouse and new.isVisible() and (host := _host(new)) is not None:
            self._ring, self._chain = FocusRing(host), _chain(new, host)
            for moved in self._chain:
                moved.installEventFilter(self)
            self._place()
            self._ring.show()

    def _watch(self, focused: QWidget | None) -> None:
        """Keep what has the focus in sight, also when its page gets less room."""
        for view in filter(isValid, self._views):
            view.removeEventFilter(self)
        self._focused = focused
        self._views = [area.viewport() for area, _ in pages_around(focused)] if focused is not None else []
        for view in self._views:
            view.installEventFilter(self)
        QTimer.singleShot(0, self, self._reveal)  # once what was just shown has its place

    def _reveal(self) -> None:
        if self._focused is not None and isValid(self._focused):
            reveal(self._focused)

    def _alive(self) -> bool:
        return self._ring is not None and isValid(self._ring) and all(map(isValid, self._chain))

    def _place(self) -> None:
        if self._alive() and self._ring is not None:
            host = self._ring.parentWidget()
            if host is not None:
                self._ring.setGeometry(_around(self._chain[0], host))
                self._ring.raise_()

    def _drop(self) -> None:
        for moved in filter(isValid, self._chain):
            moved.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring, self._chain = None, []


def pages_around(widget: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    """Every scrolled page that a widget stands on, the nearest first."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (page := above.widget()) is not None and page.isAncestorOf(widget):
            yield above, page
        above = above.parentWidget()


def reveal(focused: QWidget) -> None:
    """Scroll every page around a widget so that the widget is seen, or its beginning where it is larger.

    Where a widget's parent is marked with the property `whole`, all of the parent is meant: a field and its sentence.
    """
    if not focused.isVisible():
        return
    above = focused.parentWidget()
    shown = above if above is not None and above.property("whole") else focused
    for area, page in pages_around(focused):
        corner = shown.mapTo(page, QPoint(0, 0))
        far = corner + QPoint(shown.width(), shown.height())
        for spot in (far, corner):
            area.ensureVisible(spot.x(), spot.y(), theme.px(8), theme.px(8))


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
