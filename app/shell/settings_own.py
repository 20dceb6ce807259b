"""Settings of one's own: how the window looks, the password, the PIN."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.staff.actions.own import (
    ChangeOwnPassword,
    Proven,
    SetLanguage,
    SetPin,
    change_own_password,
    set_language,
    set_pin,
)

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks for this person; the names are those of the preferences in `app.core.settings`."""

    theme: str = "system"
    text_scale: int = 100
    language: str = "en"
    density: str = "compact"


#: takes what changed, by the names of Look; raises nothing and says nothing: the window itself is the answer
SaveLook = Callable[[Mapping[str, object]], None]


class LookForm(Form):
    """How the window looks."""

    ui = "shell/look.ui"
    theme: QComboBox
    text_scale: QComboBox
    language: QComboBox
    density: QComboBox


class PasswordForm(Form):
    """The password until now, the new one twice."""

    ui = "shell/password.ui"
    current: QLineEdit
    new: QLineEdit
    again: QLineEdit


class PinForm(Form):
    """A new PIN, and the password that proves who asks."""

    ui = "shell/pin.ui"
    pin: QLineEdit
    password: QLineEdit


def fill(combo: QComboBox, choices: Mapping[K, str], chosen: object = None) -> None:
    """Put choices into a combo: what each stands for, and its words."""
    combo.clear()
    for value, words in choices.items():
        combo.addItem(words, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))


class LookCard(Card):
    """Colors, size of text, language, height of rows; kept for this person on this computer."""

    def __init__(self, runner: Runner, look: Look, save: SaveLook) -> None:
        super().__init__(tr("How it looks"))
        self._runner, self._look, self._save = runner, look, save
        self.form = LookForm()
        fill(self.form.theme, themes(), look.theme)
        sizes = {size: tr("{size} %", size=size) for size in (100, 110, 125, 150, 175, 200)}
        fill(self.form.text_scale, sizes, look.text_scale)
        fill(self.form.language, languages(), look.language)
        fill(self.form.density, {"compact": tr("Compact"), "roomy": tr("Roomy")}, look.density)
        self.body.addWidget(self.form.root)
        self.says = Says()
        self.body.addWidget(self.says)
        self.button = KeyButton(tr("Use this look"), kind="soft")
        self.button.clicked.connect(self.submit)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def submit(self) -> None:
        """Use what is chosen: the language is kept with the account, the rest on this computer."""
        values = self.form.values()
        changed = {name: value for name, value in values.items() if value != getattr(self._look, name)}
        if "language" in changed:
            command = SetLanguage(language=str(changed["language"]))
            self._runner.run(set_language, command, lambda _done: self._use(changed), self.says.problem)
        elif changed:
            self._use(changed)

    def _use(self, changed: Mapping[str, object]) -> None:
        self._look = Look(**{name: changed.get(name, getattr(self._look, name)) for name in Look.__slots__})  # type: ignore[arg-type]
        self._save(changed)


def themes() -> dict[str, str]:
    """The sets of colours, in words."""
    plain = {"system": tr("Same as the computer"), "light": tr("Light"), "dark": tr("Dark")}
    return {**plain, "contrast": tr("High contrast")}


def languages() -> dict[str, str]:
    """The languages the program speaks, each in its own words."""
    return {"en": "English", "es": "Español"}


class _Secret(Card):
    """A card that changes a secret; a wrong password says how long to wait."""

    def __init__(self, runner: Runner, title: str, form: Form, button: str, *notes: str) -> None:
        super().__init__(title)
        self._runner, self.secrets = runner, form
        for note in notes:
            self.body.addWidget(label(note, "note", wrap=True))
        self.body.addWidget(form.root)
        self.says = Says()
        self.done = label("", "ok", wrap=True)
        self.button = KeyButton(button, kind="soft")
        self.body.addWidget(self.says)
        self.body.addWidget(self.done)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.done.hide()
        self.button.clicked.connect(self.submit)

    def submit(self) -> None:
        """Send it."""
        raise NotImplementedError

    def _begin(self) -> None:
        self.secrets.clear_errors()
        self.says.say("")
        self.done.hide()
        self.button.setEnabled(False)

    def _answer(self, proven: Proven, field: str, sentence: str) -> None:
        self.button.setEnabled(True)
        if not proven.ok:
            wait = tr("Try again in {seconds} s.", seconds=proven.seconds) if proven.seconds else ""
            self.secrets.show_error(field, " ".join(filter(None, (tr("This is not your password."), wait))))
            return
        for line in self.secrets.root.findChildren(QLineEdit):
            line.clear()
        self.done.setText(sentence)
        self.done.show()

    def _fail(self, why: ClinicError) -> None:
        self.button.setEnabled(True)
        if not self.secrets.show_problem(why):
            self.says.problem(why)


class PasswordCardOwn(_Secret):
    """Change one's own password."""

    def __init__(self, runner: Runner) -> None:
        self.form = PasswordForm()
        note = tr("Four or five words in a row are easy to remember. Your PIN ends with the old password.")
        super().__init__(runner, tr("Password"), self.form, tr("Change password"), note)

    def submit(self) -> None:
        """Change it, when both new ones are the same."""
        if self.form.new.text() != self.form.again.text():
            self.form.show_error("again", tr("The two new passwords differ. Type the second one again."))
            return
        self._begin()
        command = ChangeOwnPassword(current=self.form.current.text(), new=self.form.new.text())
        said = tr("Your password is changed.")
        self._runner.run(change_own_password, command, lambda one: self._answer(one, "current", said), self._fail)


class PinCard(_Secret):
    """Set or remove one's own PIN."""

    def __init__(self, runner: Runner) -> None:
        self.form = PinForm()
        note = tr("The PIN only opens the screen you locked yourself. It never signs anybody in.")
        super().__init__(runner, tr("PIN"), self.form, tr("Set PIN"), note)

    def submit(self) -> None:
        """Set it; an empty one is removed."""
        self._begin()
        pin = self.form.pin.text()
        said = tr("Your PIN is set.") if pin else tr("You have no PIN any more.")
        command = SetPin(pin=pin, password=self.form.password.text())
        self._runner.run(set_pin, command, lambda one: self._answer(one, "password", said), self._fail)


def own_cards(runner: Runner, look: Look, save: SaveLook) -> tuple[QWidget, ...]:
    """The cards of the first section."""
    return (LookCard(runner, look, save), PasswordCardOwn(runner), PinCard(runner))
