"""A bare window with this room's drawers over a seeded clinic, everything done at once on the test's thread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.kit.drawer import Drawer
from app.runner.bridge import Runner
from app.waitlist.view.desk import WaitDesk
from tests.support.clinic import ANYONE, ZONE, Clinic


@dataclass(slots=True)
class Room:
    """The window, and what it was told."""

    clinic: Clinic
    window: QWidget
    runner: Runner
    ports: Ports
    went: list[Place] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    keys: int = 0

    @property
    def desk(self) -> WaitDesk:
        """The way in."""
        return WaitDesk(self.window, self.runner, self.ports)

    def drawer(self) -> Drawer:
        """The one that is open."""
        return next(one for one in self.window.findChildren(Drawer) if one.isVisible())

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.keys += 1
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
            QApplication.processEvents()


@pytest.fixture
def room(qapp: QApplication, desk: Clinic) -> Iterator[Room]:
    """The window, shown."""
    theme.apply(qapp)
    runner = Runner(desk.executor, inline=True)
    runner.actor = ANYONE
    window = QWidget()
    QVBoxLayout(window).addWidget(QPushButton("Behind"))
    ports = Ports(here=lambda: Here(1, ZONE, desk.day, desk.day))
    made = Room(desk, window, runner, ports)
    ports.go, ports.announce = made.went.append, made.said.append

    def undoable(sentence: str, undo: Callable[[], None]) -> None:
        made.said.append(sentence)
        made.undo.append(undo)

    ports.undoable = undoable
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    yield made
    window.close()
    window.deleteLater()
