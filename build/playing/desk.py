"""Somebody at the desk: opens the real window, presses keys and clicks, counts them, and waits for what the window shows."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.bootstrap import DEMO_PASSWORD, Site, Start
from app.core.clock import ShiftedClock
from app.kit import picture
from app.kit.scanning import ScanCatcher
from app.runner.bridge import Runner
from app.shell.frame import Frame
from app.shell.office import Office
from app.visits.rules import BoardRow, BoardState
from app.visits.view.page import TodayPage
from playing.reader import type_fast

W = TypeVar("W", bound=QWidget)

#: seconds until something that does not come is given up
PATIENCE = 15.0
#: milliseconds between two looks while something is awaited; the window works meanwhile
LOOK_MS = 2


class NotSeen(AssertionError):
    """What was awaited did not come."""


def soon(happened: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Let the window work until something has happened. Raises NotSeen with `what` after so many seconds."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise NotSeen(what)
        QTest.qWait(LOOK_MS)


class Desk:
    """The real window of one site, and two hands. `keys` counts command keys, `typed` the signs of typed text."""

    def __init__(self, site: Site) -> None:
        self.keys = self.typed = self.clicks = 0
        self.start = Start(site)
        self.window = self.start.window
        self.start.show()
        self.window.resize(1440, 900)
        self.window.activateWindow()
        if not QTest.qWaitForWindowActive(self.window):
            raise NotSeen("the window gets the focus")
        soon(lambda: self.start.office is not None or site.is_new, "the clinic is opened")

    def close(self) -> None:
        """Close the window and leave nothing of it behind."""
        self.window.close()
        for one in [one for one in QApplication.topLevelWidgets() if one is not self.window and one.isVisible()]:
            one.close()
        self.window.deleteLater()
        self.start.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    # ------------------------------------------------------------------------------------------ what there is

    @property
    def office(self) -> Office:
        """The session behind the window."""
        return cast(Office, self.start.office)

    @property
    def runner(self) -> Runner:
        """The window's runner."""
        return self.office.runner

    @property
    def frame(self) -> Frame:
        """The frame of the person who is signed in. Raises NotSeen when nobody is."""
        if self.office.frame is None:
            raise NotSeen("somebody is signed in")
        return self.office.frame

    def page(self, code: str) -> QWidget:
        """A page by its code, once it is shown."""
        soon(lambda: self.frame.code == code and code in self.frame.made, f"the page {code} is shown")
        return self.frame.made[code]

    @property
    def today(self) -> TodayPage:
        """The Today page."""
        return cast(TodayPage, self.frame.made["today"])

    def row(self, appointment_id: int) -> BoardRow:
        """A visit as the board knows it now. Raises NotSeen when it is not there."""
        row = self.today.model.row(appointment_id)
        if row is None:
            raise NotSeen(f"visit {appointment_id} is on the board")
        return row

    def visit(self, family: str) -> BoardRow:
        """The first visit of somebody by family name."""
        found = next((row for row in self.today.model.rows if row.patient.startswith(family)), None)
        if found is None:
            raise NotSeen(f"{family} is on the board")
        return found

    def now(self) -> datetime:
        """The clinic's instant, in UTC."""
        return self.office.executor.database.clock.now()

    def pass_time(self, until: datetime) -> None:
        """Let the demo's clock run to an instant; it never runs back."""
        clock = self.office.executor.database.clock
        if isinstance(clock, ShiftedClock) and until > clock.now():
            clock.start += until - clock.now()

    # --------------------------------------------------------------------------------------------------- hands

    def press(self, keys: str) -> None:
        """Press one key with its modifiers, such as "Ctrl+Return"."""
        self.keys += 1
        self._wake()
        stroke = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs leave it out
        QTest.keyClick(self._target(), stroke.key(), stroke.keyboardModifiers())

    def _wake(self) -> None:
        """Without a display, nobody gives the window its focus back when a menu has closed."""
        active = QApplication.activeWindow()
        if QApplication.activePopupWidget() is None and (active is None or not active.isVisible()):
            self.window.activateWindow()
            soon(self.window.isActiveWindow, "the window gets its focus back")

    def write(self, text: str) -> None:
        """Type text into the field that has the focus; what no plain keyboard has comes from the input method."""
        self.typed += len(text)
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(self._target(), sign)
            else:
                event = QInputMethodEvent()
                event.setCommitString(sign)
                QApplication.sendEvent(self._target(), event)

    def scan(self, text: str) -> None:
        """Let a card reader type where the focus is, and fall silent."""
        type_fast(self._target(), text, round(time.monotonic() * 1000))
        soon(lambda: not any(one.busy for one in self.window.findChildren(ScanCatcher)), "the scan is over")
        self.settle()

    def focus(self) -> QWidget:
        """What has the focus, or the window."""
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or self.focus()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press and release the left button on a widget, by default in its middle."""
        self.clicks += 1
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def click_row(self, appointment_id: int) -> None:
        """Click on a visit of the board; one that is scrolled away comes into sight first."""
        table = self.today.table
        soon(lambda: table.board.find(appointment_id) >= 0, f"visit {appointment_id} has a line on the board")
        index = table.board.index(table.board.find(appointment_id), table.codes.index("patient"))
        table.scrollTo(index)
        self.click(table.viewport(), table.visualRect(index).center())
        row = table.visit()
        if row is None or row.appointment_id != appointment_id:
            raise NotSeen(f"visit {appointment_id} is chosen")

    def drop(self, widget: QWidget, file: Path) -> None:
        """Drag a file over a widget and let it go there."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        at, action = widget.rect().center(), Qt.DropAction.CopyAction
        buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, action, data, buttons, modifiers)
        QApplication.sendEvent(widget, enter)
        if not enter.isAccepted():
            raise NotSeen("the file may be dropped here")
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, data, buttons, modifiers))

    @contextmanager
    def counted(self, limit: int) -> Iterator[list[int]]:
        """Count the command keys of what is done inside; more than `limit` raise AssertionError. Yields [keys] at the end."""
        before, count = self.keys, [0]
        yield count
        count[0] = self.keys - before
        if count[0] > limit:
            raise AssertionError(f"{count[0]} keys, at most {limit} are allowed")

    # ------------------------------------------------------------------------------------------------- waiting

    def settle(self) -> None:
        """Wait until nothing is under way, and what came of it is shown."""
        for _ in range(3):
            soon(self.runner.idle, "everything is answered")
            QApplication.processEvents()

    def reaches(self, appointment_id: int, *states: BoardState) -> BoardRow:
        """Wait until the board shows a visit in one of some states."""
        wanted = " or ".join(state.value for state in states)
        soon(lambda: self.row(appointment_id).state in states, f"visit {appointment_id} is {wanted}")
        return self.row(appointment_id)

    def rest(self) -> None:
        """Settle, and let every layout come to an end: each waits for the one inside it."""
        if self.start.office is not None:
            self.settle()
        for _ in range(5):
            QApplication.processEvents()

    def sign_in(self, user_name: str = "ana", password: str = DEMO_PASSWORD) -> None:
        """Type name and password at the sign-in card, and wait for the board."""
        self.try_sign_in(user_name, password)
        soon(lambda: self.office.frame is not None and "today" in self.frame.made, "the frame is shown")
        soon(lambda: self.today.model.loaded, "the board is loaded")
        self.settle()

    def try_sign_in(self, user_name: str, password: str = DEMO_PASSWORD) -> None:
        """Type name and password and press Enter."""
        card = self.start.card
        card.prefill("")
        card.begin()
        soon(card.user_name.hasFocus, "the user name has the focus")
        self.write(user_name)
        self.press("Return")
        self.write(password)
        self.press("Return")

    # ------------------------------------------------------------------------------------------------- looking

    def words(self) -> str:
        """Every text that a label or a field of the window shows now, and the board's lines."""
        return "\n".join([*self._texts(QLabel), *self._texts(QLineEdit), *self._lines()])

    def _texts(self, kind: type[QLabel] | type[QLineEdit]) -> list[str]:
        return [one.text() for one in self.window.findChildren(kind) if one.isVisible()]

    def _lines(self) -> list[str]:
        if self.office.frame is None or "today" not in self.frame.made or not self.today.table.isVisible():
            return []
        return [row.patient for row in self.today.table.board.rows if isinstance(row, BoardRow)]

    def shown(self, kind: type[W]) -> W:
        """The one visible widget of a kind. Raises NotSeen when there is none."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        if not found:
            raise NotSeen(f"a {kind.__name__} is shown")
        return found[-1]

    def popup(self, kind: type[W]) -> W:
        """The menu that is open. Raises NotSeen when there is none."""
        popup = QApplication.activePopupWidget()
        if not isinstance(popup, kind):
            raise NotSeen(f"a {kind.__name__} is open")
        return popup

    def picture(self, file: Path) -> Path:
        """Write what the window shows as PNG."""
        QApplication.processEvents()
        return picture.save(self.window, file)
