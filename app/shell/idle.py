"""Tells when nobody has touched keyboard or mouse for a while. Only real input counts, and only a clock that cannot jump."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
})  # fmt: skip
LOOK_MS = 2000


class Idle(QObject):
    """`passed` comes once when `minutes` have gone by untouched, and again only after a touch.

    It listens at the windows, not at every widget, so it costs nothing while things are painted.
    """

    passed = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None, *, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._limit, self._now, self._last, self._told = minutes * 60.0, now, now(), False
        self._seen: list[QWindow] = []
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen)
            self._listen(app.focusWindow())
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def touch(self) -> None:
        """Somebody is there."""
        self._last, self._told = self._now(), False

    def stop(self) -> None:
        """Tell nothing more: the window is gone, or nobody is signed in."""
        self._timer.stop()

    def look(self) -> None:
        """Tell, if the time has gone by."""
        if not self._told and self._now() - self._last >= self._limit:
            self._told = True
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        """Every window that gets the keyboard is listened to, dialogs too."""
        self._seen = [one for one in self._seen if isValid(one)]
        if window is not None and window not in self._seen:
            window.installEventFilter(self)
            self._seen.append(window)
