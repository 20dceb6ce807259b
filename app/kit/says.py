"""One sentence at a field, and its advice."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.errors import ClinicError
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
            mark(field, bool(sentence))
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


def mark(field: QLineEdit, wrong: bool) -> None:
    """Give a field the frame of one to correct, or take it away."""
    field.setProperty("state", "error" if wrong else "")
    field.style().unpolish(field)
    field.style().polish(field)
