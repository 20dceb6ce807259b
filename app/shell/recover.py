"""The recovery key, typed once on a computer whose keyring does not hold the clinic's key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.says import Says
from app.shell.card import CardPage


class RecoverCard(CardPage):
    """Asks for the code on the printed sheet; `typed` carries it, the answer comes by `failed`."""

    typed = Signal(str)

    def __init__(self, why: ClinicError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(tr("Recovery key"), why.message)
        self.code = self.add_field(tr("The key on the printed sheet"))
        self.says = Says()
        self.body.addWidget(self.says)
        self.body.addSpacing(theme.px(12))
        self.button = KeyButton(tr("Open the clinic"), kind="primary", size="big")
        self.button.clicked.connect(self.submit)
        self.body.addWidget(self.button)
        self.code.returnPressed.connect(self.submit)

    def begin(self) -> None:
        """Put the focus into the field."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try what was typed; blanks and dashes do not matter."""
        if self.code.text().strip() and self.button.isEnabled():
            self.button.setEnabled(False)
            self.says.say("", field=self.code)
            self.typed.emit(self.code.text())

    def failed(self, why: ClinicError) -> None:
        """Say why, and let it be typed again."""
        self.button.setEnabled(True)
        self.says.problem(why, self.code)
        self.begin()
