"""The row above the day: what can be done there, narrowed to the room there is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.words import label
from app.schedule.view.finder import KEYS


class DayTools(QWidget):
    """Buttons with their keys, the day and how full it is. `as_list` says what the view switch leads back to."""

    def __init__(self, view: KeyButton) -> None:
        super().__init__()
        self.as_list = False
        self.day_label: QLabel = label("", "head")
        self.summary: QLabel = label("", "second")
        self.view = view
        self.free = KeyButton(tr("Next free"), icon="search", keys="Ctrl+F", size="row")
        self.move_visit = KeyButton(tr("Move"), icon="swap", keys="Ctrl+M", size="row")
        self.seek = KeyButton(tr("Find a time"), icon="search", keys=KEYS, size="row", hint=False)
        self.list_view = KeyButton(tr("List"), icon="worklists", keys="Ctrl+T", size="row")
        self.close_time = KeyButton(tr("Close time"), icon="lock", keys="Ctrl+Shift+B", size="row", hint=False)
        self.print = KeyButton(tr("Print…"), icon="print", keys="Ctrl+P", size="row", hint=False)
        self.sheets = QMenu(self)
        self.new = KeyButton(tr("Book a visit"), icon="plus", kind="primary", keys="Ctrl+Shift+N", size="row")
        self._arrange()
        theme.notice.changed.connect(self.fit)

    def _arrange(self) -> None:
        self.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(*[theme.gap(16, 8), theme.gap(10, 6)] * 2)
        row.setSpacing(theme.px(8))
        row.addWidget(self.day_label)
        row.addWidget(self.view)
        for button in (self.free, self.seek, self.move_visit, self.list_view, self.close_time, self.print):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.summary)
        row.addWidget(self.new)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """What has no room goes: first the count, then the day (the top bar has it), the keys, at last word after word."""
        words = {
            self.view: tr("Day"),
            self.free: tr("Next free"),
            self.seek: tr("Find a time"),
            self.move_visit: tr("Move"),
            self.list_view: tr("Columns") if self.as_list else tr("List"),
            self.close_time: tr("Close time"),
            self.print: tr("Print…"),
            self.new: tr("Book a visit"),
        }
        for button, word in words.items():
            button.set_label(word)
            button.set_hint(button in (self.free, self.move_visit, self.list_view, self.new))
        room = self.width() - theme.px(8) * (len(words) + 2) - theme.gap(32, 16)
        whole = sum(button.sizeHint().width() for button in words)
        least = sum(button.minimumSizeHint().width() for button in words)
        day, count = self.day_label.sizeHint().width(), self.summary.sizeHint().width()
        self.summary.setVisible(whole + day + count <= room)
        self.day_label.setVisible(whole + day <= room)
        for button in (self.print, self.close_time, self.seek, self.view, self.list_view, self.move_visit, self.free):
            if least <= room:
                break
            least -= button.minimumSizeHint().width()
            button.set_label("")
            button.set_hint(False)
            button.setAccessibleName(words[button])
            button.set_tip(words[button])
            least += button.minimumSizeHint().width()
