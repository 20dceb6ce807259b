"""A paper on screen: its pages below a line that says which page of how many, and the sizes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.core.text import tr
from app.documents.view.pages import PageView
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.words import label
from app.runner.bridge import Runner


class PagePane(QWidget):
    """The pages below a line: which page of how many, and the sizes."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(runner)
        self._where = label("", "second")
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar = QWidget()
        bar.setProperty("kit", "surface")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(4))
        row.addWidget(self._where, 1)
        self.smaller = _sized(row, tr("Smaller"), "Ctrl+-", lambda: self.view.step_zoom(-1))
        self.larger = _sized(row, tr("Larger"), "Ctrl++", lambda: self.view.step_zoom(1))
        self.fit = _sized(row, tr("Fit width"), "Ctrl+0", lambda: self.view.set_zoom(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(_line())
        column.addWidget(self.view, 1)
        self.view.page_changed.connect(self._say)
        self.view.zoom_changed.connect(lambda _zoom: self._say(self.view.page() + 1, self.view.pages()))
        self._say(0, 0)

    def _say(self, page: int, of: int) -> None:
        said = tr("Page {number} of {all}", number=page, all=of) if of else ""
        if self.view.zoom and of:
            said = tr("{page}, {zoom} %", page=said, zoom=self.view.zoom)
        self._where.setText(said)


def _sized(row: QHBoxLayout, words: str, keys: str, act: Callable[[], None]) -> KeyButton:
    made = KeyButton(words, kind="quiet", size="row", keys=keys, hint=False)
    made.clicked.connect(act)
    row.addWidget(made)
    return made


def _line() -> QWidget:
    made = QLabel()
    made.setProperty("kit", "line")
    made.setFixedHeight(1)
    return made
