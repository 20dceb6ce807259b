"""A choice of one among several whose words may be long: they wrap, where Qt's own button would cut them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from app.kit import theme
from app.kit.words import label


class WordyRadio(QWidget):
    """A radio button and its words beside it; a press on the words chooses too. Put `button` into a QButtonGroup."""

    def __init__(self, words: str, *, name: str = "", checked: bool = False) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(name or words)
        self.button.setChecked(checked)
        self.words = label(words, wrap=True)
        self.words.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.click()
        event.accept()
