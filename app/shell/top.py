"""The top bar: search, the day that is shown, the location, walk-in and lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day
from app.kit.fields import DateField
from app.kit.words import label, plain

#: what the search should have, the least that it has, and the most that a location's name takes, in px at 100 %
SEARCH, LEAST, MOST = 250, 140, 220


@dataclass(frozen=True, slots=True)
class Choice:
    """One location of the switcher; `id` None means all of them."""

    id: int | None
    name: str
    zone: str


class DaySwitcher(QWidget):
    """‹ day ›: Alt+Page Up and Alt+Page Down step, the day itself (Ctrl+D) asks for a date; Alt+Home goes to today."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._today = date(2000, 1, 1)
        self._before = KeyButton("", kind="plain", icon="left", keys="Alt+PgUp", hint=False)
        self._before.set_tip(tr("The day before"))
        self._after = KeyButton("", kind="plain", icon="right", keys="Alt+PgDown", hint=False)
        self._after.set_tip(tr("The next day"))
        self._before.setAccessibleName(tr("The day before"))
        self._after.setAccessibleName(tr("The next day"))
        self.button = KeyButton("", kind="plain", icon="" if theme.large() else "schedule", keys="Ctrl+D", hint=False)
        self._before.clicked.connect(lambda: self.moved.emit(self._day - timedelta(days=1)))
        self._after.clicked.connect(lambda: self.moved.emit(self._day + timedelta(days=1)))
        self.button.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for part in (self._before, self.button, self._after):
            row.addWidget(part)

    def show_day(self, day: date, today: date) -> None:
        """The day that is shown; another than today is said in the tooltip."""
        self._day, self._today = day, today
        self.button.set_label(short_day(day, today))
        self.button.set_kind("plain" if day == today else "soft")
        self.button.set_tip(tr("Choose a day") if day == today else tr("Not today. Choose a day, or go back to today"))

    def ask(self) -> None:
        """Ask for a date; Enter goes there."""
        menu, field = QMenu(self), DateField()
        field.set_today(self._today)
        field.set_value(self._day)
        field.setAccessibleName(tr("Day"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(label(tr("Show the day"), "label"))
        column.addWidget(field)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(inner)
        menu.addAction(holder)
        today = QAction(tr("Today"), menu)
        today.triggered.connect(lambda: self.moved.emit(self._today))
        menu.addAction(today)

        def take() -> None:
            day = field.value()
            if day is not None:
                menu.close()
                self.moved.emit(day)

        field.returnPressed.connect(take)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + theme.px(4))))
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        field.selectAll()


class LocationSwitcher(KeyButton):
    """The location that is shown; a press lists the others."""

    switched = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind="plain", icon="pin", keys="Ctrl+Shift+L", hint=False)
        self._choices: Sequence[Choice] = ()
        self._name = ""
        self.clicked.connect(self._ask)

    def show_choices(self, choices: Sequence[Choice], now: Choice) -> None:
        """What can be chosen, and what is shown."""
        self._choices, self._name = choices, now.name
        self.say(named=True)

    def say(self, *, named: bool) -> None:
        """The location by its name, or by its pin alone where there is no room; the tooltip always names it."""
        self.set_label(paint.elided(self._name, theme.px(MOST), "strong") if named else "")
        self.set_tip(tr("Location: {name}", name=self._name))
        self.setAccessibleName(tr("Location: {name}", name=self._name))

    def wanted(self) -> int:
        """Pixels that the button takes with its name."""
        return round(min(paint.width(self._name, "strong"), theme.px(MOST))) + theme.px(54)

    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            made = QAction(plain(choice.name), menu)
            made.triggered.connect(lambda _=False, one=choice: self.switched.emit(one))
            menu.addAction(made)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme.px(4))))


class TopBar(QWidget):
    """56 px high at 100 %: search left, day and location beside it, walk-in and lock right.

    Where there is no room for all of it, the walk-in loses its word first, then the location its name.
    """

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search, self.day, self.location = search, DaySwitcher(), LocationSwitcher()
        self.walk_in = KeyButton(tr("Walk-in"), kind="plain", icon="plus", keys="Ctrl+N")
        self.lock = KeyButton("", kind="plain", icon="lock", keys="Ctrl+L", hint=False)
        self.lock.set_tip(tr("Lock the screen"))
        self.lock.setAccessibleName(tr("Lock the screen"))
        self.walk_in.set_tip(tr("Walk-in"))
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.gap(16, 12), 0] * 2)
        row.setSpacing(theme.gap(12, 8))
        search.setMinimumWidth(theme.px(LEAST))
        search.setMaximumWidth(theme.px(420))
        row.addWidget(search, 3)
        row.addWidget(self.day)
        row.addWidget(self.location)
        row.addStretch(1)
        row.addWidget(self.walk_in)
        row.addWidget(self.lock)
        self.setFixedHeight(theme.gap(56, 46))

    def minimumSizeHint(self) -> QSize:
        """Nothing: what has no room gives its words away."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give away words until the rest stands whole; called when another day or location is shown."""
        if not self.isVisible():
            return
        row = self.layout()
        sides = row.contentsMargins() if row is not None else self.contentsMargins()
        fixed = self.day.sizeHint().width() + self.lock.sizeHint().width() + theme.gap(12, 8) * 5
        room = self.width() - sides.left() - sides.right() - fixed - (0 if self.search.isHidden() else theme.px(SEARCH))
        words = round(paint.width(tr("Walk-in"), "strong")) + theme.px(40)
        icon = self.lock.sizeHint().width()
        walk = 0 if self.walk_in.isHidden() else 1
        named = room >= self.location.wanted() + walk * icon
        self.location.say(named=named)
        worded = room >= (self.location.wanted() if named else icon) + words
        self.walk_in.set_label(tr("Walk-in") if worded else "")
        self.walk_in.set_hint(worded)
        self.walk_in.setAccessibleName(tr("Walk-in"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.hline(painter, 0, self.height() - 1, self.width())
