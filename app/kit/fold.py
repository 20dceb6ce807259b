"""A part of a form that stays folded until somebody wants it: a button with its key, and the fields below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.panels import announce


class Fold(QObject):
    """Ties a button to the widget that it shows and hides; `says` tells what stands in there.

    The button's key leads into the open part; pressed again from inside, it folds it. `first` answers where the focus goes.
    """

    opened = Signal()

    def __init__(
        self, button: KeyButton, body: QWidget, says: QLabel | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.button, self.body, self.says = button, body, says
        self.first: Callable[[], QWidget | None] = lambda: None
        self._title = button.label()
        button.setCheckable(True)
        button.clicked.connect(self._pressed)
        self._show(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.body.isHidden()

    def open(self, *, focus: bool = False) -> None:
        """Show the fields; with `focus` go to the first of them."""
        was_open = self.is_open
        self._show(is_open=True)
        if not was_open:
            self.opened.emit()
        focused = QApplication.focusWidget()
        there = focused is not None and self.body.isAncestorOf(focused)  # whoever heard `opened` may have led there
        if focus and not there and (target := self.first()) is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close(self) -> None:
        """Hide the fields; what stands in them stays."""
        if self.is_open:
            self._show(is_open=False)

    def tell(self, words: str, role: str = "second") -> None:
        """Say what stands in the part: beside the button, and to who hears the window."""
        self.button.setAccessibleDescription(words)
        if self.says is not None:
            self.says.setText(words)
            if self.says.property("role") != role:
                self.says.setProperty("role", role)
                self.says.style().unpolish(self.says)
                self.says.style().polish(self.says)

    def _pressed(self) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self.button or self.body.isAncestorOf(focused))
        if self.is_open and inside:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.close()
            announce(self.button, tr("{part} folded", part=self._title))
        else:
            self.open(focus=True)

    def _show(self, *, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.button.setChecked(is_open)
        self.button.set_icon("down" if is_open else "right")
