"""The drawer: a panel at the right over a veil. Esc closes it, Tab stays in it, the focus goes back where it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import KeyButton
from app.kit.panels import announce, hairline
from app.kit.words import label

WIDTH = 604
#: stops whose middles are in the same band of so many pixels (at 100 %) stand in one line
LINE = 12


def screen_of(parent: QWidget) -> QWidget:
    """The screen that a window shows now. A drawer belongs to it: it is hidden when the window is locked, gone with its person."""
    screens = parent.centralWidget() if isinstance(parent, QMainWindow) else None
    shown = screens.currentWidget() if isinstance(screens, QStackedWidget) else None
    return shown or parent


class Drawer(QWidget):
    """A panel over its whole parent, 604 px wide at 100 %, without motion: it is there or it is not.

    Put the content with `set_content`, buttons into `footer`, a word beside the title into `beside`. A
    `guard` that returns False keeps it open (unsaved work).
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget, title: str = "", subtitle: str = "", *, width: int = WIDTH) -> None:
        parent = screen_of(parent)
        super().__init__(parent)
        self._over, self._width = parent, width
        self.guard: Callable[[], bool] | None = None
        self._shadowed: list[QShortcut] = []
        self._back: QWidget | None = None
        self.panel = QWidget(self)
        self.panel.setAutoFillBackground(True)
        self.heading = label(title, "title", wrap=True)
        self.subheading = label(subtitle, "second", wrap=True)
        self.beside = QVBoxLayout()
        self.body = QVBoxLayout()
        self.footer = QVBoxLayout()
        self._build()
        self.set_title(title, subtitle)
        parent.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_bar(self._head()))
        column.addWidget(hairline())
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setLayout(self.body)
        self.body.setContentsMargins(*[theme.gap(24, 12)] * 4)
        scroll.setWidget(page)
        column.addWidget(scroll, 1)
        self._foot = _bar(self.footer)
        self._foot_line = hairline()
        column.addWidget(self._foot_line)
        column.addWidget(self._foot)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(theme.gap(4, 0))
        words.addWidget(self.heading)
        words.addWidget(self.subheading)
        self._cross = KeyButton("", kind="quiet", icon="x", size="row", hint=False)
        self._cross.setAccessibleName(tr("Close"))
        self._cross.setToolTip(tr("Close (Esc)"))
        self._cross.clicked.connect(self.close_drawer)
        right = QVBoxLayout()
        right.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignRight)
        right.addLayout(self.beside)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addLayout(right)
        return head

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The heading and the line below it; people's names are fine here."""
        self.heading.setText(title)
        self.subheading.setText(subtitle)
        self.subheading.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def set_content(self, content: QWidget) -> None:
        """Put one widget into the body, in place of what was there."""
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.body.addWidget(content)

    def open(self, first: QWidget | None = None) -> None:
        """Show the drawer and give the focus to `first`, or to the first field or button of the body."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
            self._take_room()
            self._scroll.verticalScrollBar().setValue(0)  # where it was left belongs to what was in it
        has_foot = not self.footer.isEmpty()  # what is hidden does not count
        self._foot.setVisible(has_foot)
        self._foot_line.setVisible(has_foot)
        self._place()
        self.show()
        self.raise_()
        self.shadow_keys()
        inside = [w for w in self._stops() if w is not self._cross]
        (first or (inside[0] if inside else self._cross)).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.heading.text())
        self.opened.emit()

    def _take_room(self) -> None:
        """Among large texts a page alone is too small: the drawer stands over the whole screen."""
        whole = screen_of(self.window())
        if theme.large() and whole is not self._over:
            self._over.removeEventFilter(self)
            self.setParent(whole)
            whole.installEventFilter(self)
            self._over = whole

    def stay(self, hands: QWidget | None) -> None:
        """Another page came below: the keys stay here, where they were; closing gives them to what that page chose."""
        now = QApplication.focusWidget()
        if not self.isVisible() or (now is not None and self.isAncestorOf(now)):
            return
        self._back = now
        self.shadow_keys()
        mine = hands is not None and isValid(hands) and self.isAncestorOf(hands)
        (hands if mine and hands is not None else self._cross).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Close unless `guard` says no, and give the focus back to where it was."""
        if not self.isVisible() or (self.guard is not None and not self.guard()):
            return
        self.hide()
        self._give_back_keys()
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def shadow_keys(self) -> None:
        """Let the drawer's shortcuts win over equal ones behind the veil; call again when the drawer gets new ones."""
        self._give_back_keys()
        every = self.window().findChildren(QShortcut)
        mine = [key for key in every if isinstance(above := key.parent(), QWidget) and self.isAncestorOf(above)]
        taken = {key.key().toString() for key in mine}
        self._shadowed = [k for k in every if k not in mine and k.isEnabled() and k.key().toString() in taken]
        for key in self._shadowed:
            key.setEnabled(False)

    def _give_back_keys(self) -> None:
        for key in self._shadowed:
            if isValid(key):
                key.setEnabled(True)
        self._shadowed = []

    def _stops(self) -> list[QWidget]:
        """Everything in the panel that Tab stops at, as it is read: line by line.

        Qt's own chain is not asked: `nextInFocusChain` makes PySide 6.11 take each widget for the child of the one
        before, and when that one goes (a focus ring, a closed panel), everything behind it counts as deleted.
        """
        stops = [
            one
            for one in self.panel.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
            and one.isVisibleTo(self)
            and one.isEnabled()
        ]
        return sorted(stops, key=self._reading_place)

    def _reading_place(self, stop: QWidget) -> tuple[int, int]:
        """Line and column of a stop; what stands beside each other with other heights is one line."""
        middle = stop.mapTo(self.panel, stop.rect().center())
        return middle.y() // theme.px(LINE), middle.x()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the panel."""
        stops, now = self._stops(), QApplication.focusWidget()
        if not stops:
            return True
        at = stops.index(now) if now in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the veil closes."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_drawer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return False

    def _place(self) -> None:
        room = self._over.rect()
        self.setGeometry(room)
        wide = min(theme.px(self._width), room.width())
        self.panel.setGeometry(QRect(room.width() - wide, 0, wide, room.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("scrim"))
        paint.shadow(painter, QRectF(self.panel.geometry()), 0)


def is_covered(page: QWidget) -> bool:
    """Whether a drawer stands over the window of a page: then the focus is the drawer's."""
    return any(one.isVisible() for one in page.window().findChildren(Drawer))


def _bar(content: QLayout) -> QWidget:
    made = QWidget()
    made.setProperty("kit", "surface")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(content)
    content.setContentsMargins(*[theme.gap(24, 16), theme.gap(16, 8)] * 2)
    return made
