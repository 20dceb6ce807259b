"""F1: the keys of this screen, read from what is shown, so that the list is never out of date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.ports import Deed
from app.core.text import tr
from app.kit import paint, theme
from app.kit.words import key_words, label
from app.shell.overlay import Overlay


def keys_of(root: QWidget, deeds: Sequence[Deed]) -> list[tuple[str, str]]:
    """(keys, what they do) of the deeds, then of every visible thing with a key, each key once."""
    found = {deed.shortcut: deed.title for deed in deeds if deed.shortcut}
    for key in root.findChildren(QShortcut):
        owner = key.parent()
        if isinstance(owner, QWidget) and owner.isVisible() and key.isEnabled():
            name = owner.accessibleName() or owner.toolTip()
            keys = key.key().toString()
            if name and keys and keys not in found:
                found[keys] = name
    return list(found.items())


class Caps(QWidget):
    """Keys as caps in a row."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = key_words(keys).split()
        wide = sum(paint.keycap_width(key) + theme.px(4) for key in self._keys)
        self.setFixedSize(round(wide), theme.px(22))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key_words(keys))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0.0
        for key in self._keys:
            x += paint.keycap(painter, x, theme.px(1), key, "text2") + theme.px(4)


class KeysCard(Overlay):
    """The list. Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=520)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(tr("Keys of this screen"))
        self.body.addWidget(_head())
        self.body.addWidget(self._scroll, 1)

    def open_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys."""
        page = QWidget()
        page.setProperty("kit", "surface")
        column = QVBoxLayout(page)
        for sequence, does in keys:
            row = QHBoxLayout()
            words = label(does, wrap=True)
            words.setAccessibleName(f"{does}: {key_words(sequence)}")
            row.addWidget(words, 1)
            row.addWidget(Caps(sequence), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)
        self._scroll.setWidget(page)
        self.open_over(self._scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.close_over()
        else:
            super().keyPressEvent(event)


def _head() -> QLabel:
    made = label(tr("Keys of this screen"), "head")
    made.setContentsMargins(*[theme.px(8)] * 4)
    return made
