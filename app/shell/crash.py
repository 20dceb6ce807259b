"""The one dialog for what nobody foresaw: a log id, no patient's data, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.panels import Glyph
from app.kit.words import label


class CrashDialog(QDialog):
    """Says that something unexpected happened, and under which id the log knows it. Never two at once: see `tell`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Frontdesk"))
        self._ids: list[str] = []
        self.setModal(False)
        words = QVBoxLayout()
        words.setSpacing(theme.px(8))
        words.addWidget(label(tr("Something unexpected happened"), "title", wrap=True))
        words.addWidget(
            label(
                tr(
                    "What you typed is still here, and what was saved is safe. Go on; if it happens again, tell IT this number."
                ),
                wrap=True,
            )
        )
        self.number = label("", "strong", wrap=True)
        self.number.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.addWidget(self.number)
        top = QHBoxLayout()
        top.setSpacing(theme.px(16))
        top.addWidget(Glyph("triangle", 28, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        copy = KeyButton(tr("Copy the number"), kind="plain")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.number.text()))
        go_on = self._go_on = KeyButton(tr("Go on"), kind="primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(go_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.px(24)] * 4)
        whole.setSpacing(theme.px(20))
        whole.addLayout(top)
        whole.addLayout(foot)
        self.setMinimumWidth(theme.px(460))
        self.finished.connect(lambda _code: self._ids.clear())

    def tell(self, log_id: str) -> None:
        """Show the dialog; while it is open, a further number is added to it."""
        if log_id not in self._ids:
            self._ids.append(log_id)
        self.number.setText(" · ".join(self._ids[-5:]))
        if (column := self.layout()) is not None:  # a hint alone would cut wrapped lines
            wide = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
            self.resize(wide, column.totalHeightForWidth(wide))
        self.show()
        self.raise_()
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)
