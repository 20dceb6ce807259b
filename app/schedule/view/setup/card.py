"""What the parts of the clinic's set-up have in common: they look where the window stands, and say so when it stands nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.says import Says


def nowhere() -> str:
    """What is said where no single location is chosen."""
    return tr("Hours and rooms belong to one location. Choose one above (Ctrl+Shift+L).")


def buttons(card: Card, *made: KeyButton) -> None:
    """A row of buttons in a card, from the left."""
    row = QHBoxLayout()
    for one in made:
        row.addWidget(one)
    row.addStretch(1)
    card.body.addLayout(row)


class Asking:
    """A drawer with a form and one button; a problem stands at its field, or above the button."""

    def __init__(self, over: QWidget, title: str, form: Form, button: str, submit: Callable[[Asking], None]) -> None:
        self.form, self.says = form, Says()
        self.drawer = Drawer(over.window(), title)
        content = Card()
        content.body.addWidget(form.root)
        content.body.addWidget(self.says)
        content.body.addStretch(1)
        self.drawer.set_content(content)
        self.confirm = KeyButton(button, kind="primary", keys="Ctrl+Return")
        self.drawer.footer.addWidget(self.confirm)
        self.confirm.clicked.connect(lambda: self._submit(submit))
        self.drawer.closed.connect(self.drawer.deleteLater)

    def _submit(self, submit: Callable[[Asking], None]) -> None:
        self.form.clear_errors()
        self.says.say("")
        if self.form.check():
            submit(self)

    def fail(self, why: ClinicError) -> None:
        """Show an outcome at its field."""
        if not self.form.show_problem(why):
            self.says.problem(why)
