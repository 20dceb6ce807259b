"""What did not go, in a sentence: at a field with its advice, or above a button. It is always heard, too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.errors import ClinicError
from app.kit import theme
from app.kit.fields import mark
from app.kit.panels import announce
from app.kit.words import label


class Says(QWidget):
    """One sentence at a field, and its advice; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._sentence, self._advice = label("", "error", wrap=True), label("", "note", wrap=True)
        column.addWidget(self._sentence)
        column.addWidget(self._advice)
        self.hide()

    def say(self, sentence: str, advice: str = "", field: QLineEdit | None = None) -> None:
        """Show and announce; `field` gets the frame of a field to correct, and the sentence goes directly below it."""
        self._sentence.setText(sentence)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, f"{sentence} {advice}", urgent=True)
        if field is not None:
            mark(field, sentence)
            self._stand_below(field)

    def _stand_below(self, field: QLineEdit) -> None:
        above = field.parentWidget()
        column = above.layout() if above is not None and above is self.parentWidget() else None
        if isinstance(column, QVBoxLayout):
            column.removeWidget(self)
            column.insertWidget(column.indexOf(field) + 1, self)

    def problem(self, why: ClinicError, field: QLineEdit | None = None) -> None:
        """Show an outcome."""
        self.say(why.message, why.advice, field)


class ProblemLine(QLabel):
    """A sentence about what did not go, above a button or in a card: no room while there is none, heard when it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "error")
        theme.give_role_font(self)
        self._field: QWidget | None = None
        self.hide()

    def say(self, sentence: str, field: QWidget | None = None) -> None:
        """Show and announce; "" takes the last one away. `field` gets the focus and the frame of a field to correct."""
        if self._field is not None and isValid(self._field):
            mark(self._field, "")
        self._field = field
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if field is not None:
            mark(field, sentence)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if sentence:
            announce(self, sentence, urgent=True)
