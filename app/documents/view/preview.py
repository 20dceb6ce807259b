"""A stored file in a drawer: pages, pictures and text look alike. Nothing is written to a disk for it."""

from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from app.core.text import tr
from app.documents.view.pane import PagePane
from app.documents.viewmodel.files import Shown
from app.kit import theme
from app.kit.drawer import Drawer
from app.runner.bridge import Runner

WIDTH = 860


class DocumentPreview(Drawer):
    """Shows one file. Esc closes, and the file is forgotten."""

    def __init__(self, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent, tr("Paper"), width=WIDTH)
        self.pane = PagePane(runner)
        self.pane.setMinimumHeight(theme.px(200))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Paper"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pane)
        self.stack.addWidget(self.text)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.set_content(self.stack)
        self.closed.connect(self._forget)

    def show_file(self, shown: Shown) -> None:
        """Show a file."""
        self.set_title(shown.title or tr("Paper"), tr("Ctrl + and Ctrl − change the size, Esc closes."))
        if shown.pdf:
            self.pane.view.show_pdf(shown.pdf)
            self.stack.setCurrentWidget(self.pane)
            self.open(self.pane.view)
        else:
            self.text.setPlainText(shown.text)
            self.stack.setCurrentWidget(self.text)
            self.open(self.text)

    def _forget(self) -> None:
        self.pane.view.show_pdf(b"")
        self.text.clear()
