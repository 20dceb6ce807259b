"""The one top-level window: one screen at a time, and on a locked one nothing of another is to be seen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QToolTip, QWidget
from shiboken6 import isValid

from app.core.text import tr


class Window(QMainWindow):
    """Shows one screen: the sign-in card, the frame, the locked screen, the first run.

    A screen that is not shown is hidden with its shortcuts, drawers and dialogs; what was typed in it stays.
    """

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(tr("Frontdesk"))
        self._screens = QStackedWidget()
        self.setCentralWidget(self._screens)
        self._put_away: list[QWidget] = []
        self._focus: QWidget | None = None
        self._covered: QWidget | None = None
        self.resize(QSize(1440, 900))
        self.setMinimumSize(QSize(640, 480))

    def show_screen(self, screen: QWidget) -> None:
        """Show a screen instead of the one before, which is kept for as long as somebody holds it."""
        if self._screens.indexOf(screen) < 0:
            self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)

    def screen_shown(self) -> QWidget | None:
        """The screen that is shown."""
        return self._screens.currentWidget()

    def drop_screen(self, screen: QWidget) -> None:
        """Take a screen away for good: another person signs in, or language and text size have changed."""
        self._screens.removeWidget(screen)
        if self._covered is screen:
            self._covered = None
        screen.hide()
        screen.deleteLater()

    def replace_screen(self, old: QWidget, new: QWidget) -> None:
        """Put a screen in another's place for good; on a locked window the locked screen stays in front."""
        self._screens.addWidget(new)
        if self._covered is old:
            self._covered, self._focus = new, None
        elif self._screens.currentWidget() is old:
            self._screens.setCurrentWidget(new)
        self.drop_screen(old)

    def cover(self, screen: QWidget) -> None:
        """Show the locked screen at once, over everything: menus, tooltips and dialogs go too and come back later."""
        if self._covered is None:
            self._covered, self._focus = self._screens.currentWidget(), QApplication.focusWidget()
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        others = [one for one in QApplication.topLevelWidgets() if one is not self and one.isVisible()]
        self._put_away.extend(one for one in others if not isinstance(one, QMenu))
        for one in others:
            one.hide()
        self.show_screen(screen)

    def uncover(self) -> None:
        """Show what was there before, with its dialogs, and the focus where it was."""
        if self._covered is None:
            return
        self.show_screen(self._covered)
        self._covered = None
        for one in self._put_away:
            if isValid(one):
                one.show()
        self._put_away = []
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus()
        self._focus = None

    def forget_covered(self) -> None:
        """Another person signs in: close the dialogs of the one before, without saving."""
        for one in self._put_away:
            if isValid(one):
                one.close()
                one.deleteLater()
        self._put_away, self._covered, self._focus = [], None, None

    @property
    def covered(self) -> bool:
        """Whether the locked screen is shown."""
        return self._covered is not None

    def geometry_text(self) -> str:
        """Where the window stands, for the preferences."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def take_geometry(self, text: str) -> None:
        """Stand where it stood last time; an unusable text changes nothing."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode())))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
