"""The sign-in card. It imports only the kit, so that it is painted before the database's modules are even read."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.says import Says
from app.kit.words import label
from app.shell.card import CardPage


class SignIn(CardPage):
    """Name and password. `sign_in(name, password)` is called once for each try; the answer comes by `failed` or `reset`.

    While a try has to wait, the button counts the seconds down; what was typed stays.
    """

    def __init__(
        self, sign_in: Callable[[str, str], None], parent: QWidget | None = None, *, group: str = "", greeting: str = ""
    ) -> None:
        super().__init__(parent)
        self._sign_in, self._busy, self._until = sign_in, False, 0.0
        self.title, self.second = self.add_heading(greeting or tr("Good morning"), group=group)
        self.user_name = self.add_field(tr("User name"))
        self.body.addSpacing(theme.gap(6, 2))
        self.password = self.add_field(tr("Password"), secret=True)
        self.says = Says()
        self.body.addWidget(self.says)
        self.body.addSpacing(theme.gap(12, 6))
        self.button = KeyButton(tr("Sign in"), kind="primary", size="big")
        self.button.setDefault(True)
        self.button.clicked.connect(self.submit)
        self.body.addWidget(self.button)
        self.below = label("", "note", wrap=True)
        self.below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(theme.gap(6, 2))
        self.body.addWidget(self.below)
        self.right.setText(tr("Forgot your password? Your director can give you a new one."))
        self.user_name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submit)
        self._tick = QTimer(self, interval=250)
        self._tick.timeout.connect(self._count_down)

    def prefill(self, user_name: str, password: str = "") -> None:
        """What stands ready: the last name of this desk, or in the demo both."""
        self.user_name.setText(user_name)
        self.password.setText(password)

    def begin(self) -> None:
        """Put the focus where something is to be typed or pressed."""
        empty = self.user_name if not self.user_name.text() else self.password if not self.password.text() else None
        (empty or self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_day(self, words: str) -> None:
        """The line below the greeting: day and time at the clinic."""
        self.second.setText(words)
        self.second.setVisible(bool(words))

    def set_state(self, left: str, below: str = "") -> None:
        """The line at the lower left (server, backup) and the one below the button (the last sign-in)."""
        self.left.setText(left)
        self.below.setText(below)

    def submit(self) -> None:
        """Try, unless one is under way or has to wait, or something is empty."""
        if self._busy or monotonic() < self._until:
            return
        for field, sentence in (
            (self.user_name, tr("Type your user name.")),
            (self.password, tr("Type your password.")),
        ):
            if not field.text():
                self.says.say(sentence)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.set_busy(True)
        self._sign_in(self.user_name.text(), self.password.text())

    def set_busy(self, busy: bool) -> None:
        """Between a try and its answer the fields are closed and the button says what goes on."""
        self._busy = busy
        for part in (self.user_name, self.password, self.button):
            part.setEnabled(not busy)
        self.button.set_label(tr("Signing in …") if busy else tr("Sign in"))
        if busy:
            self.says.say("")

    def failed(self, why: ClinicError) -> None:
        """Say why, empty the password, and wait as long as `values["seconds"]` tells."""
        self.set_busy(False)
        self.password.clear()
        self.says.problem(why, self.password)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        seconds = why.values.get("seconds")
        if isinstance(seconds, int) and seconds > 0:
            self._until = monotonic() + seconds
            self._count_down()
            self._tick.start()

    def reset(self) -> None:
        """Ready for the next person: nothing typed is left."""
        self.set_busy(False)
        self.says.say("", field=self.password)
        self.user_name.clear()
        self.password.clear()

    def _count_down(self) -> None:
        left = self._until - monotonic()
        waiting = left > 0
        self.button.setEnabled(not waiting and not self._busy)
        self.button.set_label(tr("Wait {seconds} s", seconds=int(left) + 1) if waiting else tr("Sign in"))
        if not waiting:
            self._tick.stop()
