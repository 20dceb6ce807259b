"""The locked screen: PIN or password. Whoever was there finds everything as it was."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.core.clock import local
from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.dates import show_time
from app.kit.icons import draw_icon
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.shell.card import CardPage, rename
from app.staff.actions.signing import (
    CheckPassword,
    CheckPin,
    LockScreen,
    Unlocked,
    check_password,
    check_pin,
    lock_screen,
)
from app.staff.rules.roles import role_name


class _Padlock(QWidget):
    """A lock in a soft circle; decoration."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.gap(56, 40), theme.gap(56, 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width()
        framed = "accent_text" if theme.current().framed else None
        paint.box(painter, self.rect().toRectF(), side / 2, "accent_soft", framed)
        size = theme.px(24)
        draw_icon(painter, "lock", (side - size) // 2, (side - size) // 2, size, "accent_text")


class LockCard(CardPage):
    """Asks for the PIN where there is one, else for the password. `unlocked` comes when it fits.

    The one field does not give away how long the PIN is. After three PINs that do not fit, only the password counts.
    """

    unlocked = Signal()
    someone_else = Signal()

    def __init__(
        self, runner: Runner, zone: str, *, has_pin: bool, place: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._zone, self._has_pin, self._pin, self._busy = runner, zone, has_pin, has_pin, False
        centre = Qt.AlignmentFlag.AlignHCenter
        self.body.addWidget(_Padlock(), 0, centre)
        title, self.who = label(tr("Locked"), "title" if theme.large() else "display"), label("", "second", wrap=True)
        for part in (title, self.who):
            part.setAlignment(centre)
            self.body.addWidget(part)
        self.body.addSpacing(theme.gap(12, 2))
        self.field = self.add_field("", secret=True)
        self.caption = next(one for one in self.card.findChildren(QLabel) if one.buddy() is self.field)
        self.field.returnPressed.connect(self.submit)
        self.says = Says()
        self.body.addWidget(self.says)
        self.kept = label(tr("What you typed is kept."), "note", wrap=True)
        self.kept.setAlignment(centre)
        self.body.addWidget(self.kept)
        self.body.addSpacing(theme.gap(8, 2))
        self.button = KeyButton(tr("Unlock"), kind="primary", size="big")
        self.button.clicked.connect(self.submit)
        self.body.addWidget(self.button)
        self.other = KeyButton("", kind="plain", keys="Alt+P", size="big")
        self.other.clicked.connect(lambda: self.ask_for(pin=not self._pin))
        self.other.setVisible(has_pin)
        self.body.addWidget(self.other)
        self.leave = LinkButton(tr("Someone else signs in"), keys="Alt+S", icon="user")
        self.leave.clicked.connect(self.someone_else)
        self.body.addWidget(self.leave, 0, centre)
        self.left.setText(place)
        self.ask_for(pin=has_pin)

    def lock(self, since: datetime, *, idle: bool = False) -> None:
        """Begin: empty field, who and since when; the journal keeps it."""
        actor = self._runner.person()
        at = show_time(local(since, self._zone).time())
        parts = (actor.name, ", ".join(role_name(role) for role in actor.roles), tr("since {time}", time=at))
        self.who.setText(" · ".join(part for part in parts if part))
        self.says.say("", field=self.field)
        self.ask_for(pin=self._has_pin)
        self._runner.run(lock_screen, LockScreen(idle=idle), fail=lambda _why: None)

    def set_has_pin(self, has_pin: bool) -> None:
        """Whether the person has a PIN; it may be set while they work."""
        self._has_pin = has_pin
        self.other.setVisible(has_pin)

    def ask_for(self, *, pin: bool) -> None:
        """Ask for the PIN, or for the password."""
        self._pin = pin
        caption = tr("PIN") if pin else tr("Password")
        rename(self.field, self.caption, caption)
        self.other.set_label(tr("Use password instead") if pin else tr("Use PIN instead"))
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Check what was typed, unless a check is under way."""
        if self._busy or not self.field.text():
            return
        typed = self.field.text()
        self.field.clear()
        self._set_busy(True)
        if self._pin:
            self._runner.run(check_pin, CheckPin(pin=typed), then=self._answer, fail=self._fail)
        else:
            self._runner.run(check_password, CheckPassword(password=typed), then=self._answer, fail=self._fail)

    def _answer(self, found: Unlocked) -> None:
        self._set_busy(False)
        if found.ok:
            self.says.say("", field=self.field)
            self.unlocked.emit()
        elif self._pin and found.pin_tries:
            self.says.say(
                tr("This PIN does not fit."), tr("{count} more, then the password.", count=found.pin_tries), self.field
            )
        elif self._pin:
            self.ask_for(pin=False)
            self.says.say(tr("Type your password now."), tr("The PIN counts again after it."), self.field)
        else:
            wait = tr("The next try waits {seconds} seconds.", seconds=found.seconds) if found.seconds else ""
            self.says.say(tr("This password does not fit."), wait, self.field)
        if not found.ok:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, why: ClinicError) -> None:
        self._set_busy(False)
        self.says.problem(why, self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.field.setEnabled(not busy)
        self.button.setEnabled(not busy)
