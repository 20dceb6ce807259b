"""The top bar: search, the day that is shown, the location, walk-in and lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import KeyButton
from app.kit.fields import DateField
from app.kit.words import label, plain
from app.shell.rail import narrow


@dataclass(frozen=True, slots=True)
class Choice:
    """One location of the switcher; `id` None means all of them."""

    id: int | None
    name: str
    zone: str


def day_words(day: date, today: date) -> str:
    """A day as it stands on the board: "Tue, Mar 10"; with the year where it is another one."""
    weekdays = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    months = (
        tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
        tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
    )  # fmt: skip
    words = tr("{weekday}, {month} {day}", weekday=weekdays[day.weekday()], month=months[day.month - 1], day=day.day)
    return words if day.year == today.year else f"{words}, {day.year}"


class DaySwitcher(QWidget):
    """‹ day ›: Alt+Page Up and Alt+Page Down step, the day itself asks for a date; Alt+Home (a deed) goes to today."""

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
        self.button = KeyButton("", kind="plain", icon="" if narrow() else "schedule")
        self._before.clicked.connect(lambda: self.moved.emit(self._day - timedelta(days=1)))
        self._after.clicked.connect(lambda: self.moved.emit(self._day + timedelta(days=1)))
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for part in (self._before, self.button, self._after):
            row.addWidget(part)

    def show_day(self, day: date, today: date) -> None:
        """The day that is shown; another than today is said in the tooltip."""
        self._day, self._today = day, today
        self.button.set_label(day_words(day, today))
        self.button.set_kind("plain" if day == today else "soft")
        self.button.set_tip(tr("Choose a day") if day == today else tr("Not today. Choose a day, or go back to today"))

    def _ask(self) -> None:
        menu, field = QMenu(self), DateField()
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
        self.clicked.connect(self._ask)

    def show_choices(self, choices: Sequence[Choice], now: Choice) -> None:
        """What can be chosen, and what is shown."""
        self._choices = choices
        self.set_label(paint.elided(now.name, theme.px(220 if theme.current().scale < 1.75 else 96), "strong"))
        self.set_tip(tr("Location: {name}", name=now.name))
        self.setAccessibleName(tr("Location: {name}", name=now.name))

    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            made = QAction(plain(choice.name), menu)
            made.triggered.connect(lambda _=False, one=choice: self.switched.emit(one))
            menu.addAction(made)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme.px(4))))


class TopBar(QWidget):
    """56 px high at 100 %: search left, day and location beside it, walk-in and lock right."""

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.location = DaySwitcher(), LocationSwitcher()
        self.walk_in = KeyButton(tr("Walk-in"), kind="plain", icon="plus", keys="Ctrl+N", hint=not narrow())
        self.lock = KeyButton("", kind="plain", icon="lock", keys="Ctrl+L", hint=False)
        self.lock.set_tip(tr("Lock the screen"))
        self.lock.setAccessibleName(tr("Lock the screen"))
        if narrow():
            self.walk_in.set_label("")
            self.walk_in.set_tip(tr("Walk-in"))
            self.walk_in.setAccessibleName(tr("Walk-in"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(12))
        search.setMinimumWidth(theme.px(120))
        search.setMaximumWidth(theme.px(420))
        row.addWidget(search, 3)
        row.addWidget(self.day)
        row.addWidget(self.location)
        row.addStretch(0 if narrow() else 1)
        row.addWidget(self.walk_in)
        row.addWidget(self.lock)
        self.setFixedHeight(theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.hline(painter, 0, self.height() - 1, self.width())
