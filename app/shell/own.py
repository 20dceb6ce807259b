"""Choosing one's own password: after a one-time password nothing else can be done before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.access import Actor
from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.shell.card import CardPage
from app.staff.actions.own import ChangeOwnPassword, Proven, change_own_password
from app.staff.queries import myself


class PasswordCard(CardPage):
    """The password until now, the new one, and the new one again. `changed` comes when it is done."""

    changed = Signal()
    left_again = Signal()

    def __init__(self, runner: Runner, *, current: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.add_heading(
            tr("Choose your password"), tr("Only you know it. Four or five words in a row are easy to remember.")
        )
        self.current = self.add_field(tr("Password until now"), secret=True)
        self.current.setText(current)
        self.new = self.add_field(tr("New password, 15 characters or more"), secret=True)
        self.again = self.add_field(tr("New password again"), secret=True)
        self.says = Says()
        self.body.addWidget(self.says)
        self.body.addWidget(label(tr("Spaces, letters of any script and pasted text are fine."), "note", wrap=True))
        self.body.addSpacing(theme.px(8))
        self.button = KeyButton(tr("Change password"), kind="primary", size="big")
        self.button.clicked.connect(self.submit)
        self.body.addWidget(self.button)
        leave = LinkButton(tr("Sign out"))
        leave.clicked.connect(self.left_again)
        self.body.addWidget(leave, 0, Qt.AlignmentFlag.AlignHCenter)
        self.current.returnPressed.connect(self.new.setFocus)
        self.new.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.submit)

    def begin(self) -> None:
        """Put the focus where something is to be typed."""
        (self.new if self.current.text() else self.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Change it, when both new ones are the same."""
        if self.new.text() != self.again.text():
            self._say(tr("The two new passwords differ."), tr("Type the second one again."), self.again)
            return
        self.button.setEnabled(False)
        command = ChangeOwnPassword(current=self.current.text(), new=self.new.text())
        self._runner.run(change_own_password, command, then=self._answer, fail=self._fail)

    def _answer(self, found: Proven) -> None:
        self.button.setEnabled(True)
        if found.ok:
            for field in (self.current, self.new, self.again):
                field.clear()
            self._runner.ask(myself, then=self._go_on, fail=self._fail, settled=False)
            return
        wait = tr("The next try waits {seconds} seconds.", seconds=found.seconds) if found.seconds else ""
        self._say(tr("The password until now does not fit."), wait, self.current)

    def _go_on(self, now: Actor) -> None:
        """From now on the person may do all that their roles hold."""
        self._runner.actor = now
        self.changed.emit()

    def _fail(self, why: ClinicError) -> None:
        self.button.setEnabled(True)
        self._say(why.message, why.advice, self.new if why.field == "new" else self.current)

    def _say(self, sentence: str, advice: str, field: QLineEdit) -> None:
        for one in (self.current, self.new, self.again):
            self.says.say("", field=one)
        self.says.say(sentence, advice, field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
