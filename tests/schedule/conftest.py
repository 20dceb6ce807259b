"""A window of this room: the page over a seeded clinic, everything done at once on the test's thread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.runner.bridge import Runner
from app.schedule.view.page import SchedulePage
from tests.support.clinic import ANYONE, ZONE, Clinic


@dataclass(slots=True)
class Window:
    """The page, and what it told the window around it."""

    clinic: Clinic
    page: SchedulePage
    went: list[Place] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    keys: int = 0

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.keys += 1
            QTest.keyClick(QApplication.focusWidget() or self.page, key, held)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.page, text)


@pytest.fixture
def window(qapp: QApplication, desk: Clinic) -> Iterator[Window]:
    """The page on today, shown."""
    theme.apply(qapp)
    runner = Runner(desk.executor, inline=True)
    runner.actor = ANYONE
    ports = Ports(here=lambda: Here(1, ZONE, desk.day, desk.day))
    made = Window(desk, SchedulePage(runner, ports))
    ports.go, ports.announce = made.went.append, made.said.append

    def undoable(words: str, undo: Callable[[], None]) -> None:
        made.said.append(words)
        made.undo.append(undo)

    ports.undoable = undoable
    made.page.resize(1200, 760)
    made.page.show()
    made.page.activateWindow()
    made.page.activate(Place("schedule"))
    yield made
    made.page.close()
    made.page.deleteLater()
    runner.close()


@pytest.fixture
def going(window: Window) -> Window:
    """A window around the page that goes where it is sent, as the real one does."""
    shown = [window.clinic.day]

    def go(place: Place) -> None:
        window.went.append(place)
        if place.page == "schedule":
            shown[0] = place.day or shown[0]
            window.page.activate(place)

    window.page.ports.go = go
    window.page.ports.here = lambda: Here(1, ZONE, window.clinic.day, shown[0])
    return window
