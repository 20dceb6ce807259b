"""The strip at the right of the day: the visits that are carried, to be dropped on any day."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.dates import short_day, show_time
from app.kit.words import label
from app.schedule.viewmodel.pins import Pin, Pinboard

WIDE = 220


class PinStrip(QFrame):
    """`taken` a pin by Enter or click; Delete takes it off. It is shown while something is pinned."""

    taken = Signal(object)

    def __init__(self, board: Pinboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self._over = False
        self.setObjectName("card")
        self.title = label(tr("Pinboard"), "section")
        self.hint = label("", "note", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pinboard"))
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemActivated.connect(lambda item: self.taken.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.list.itemClicked.connect(lambda item: self.taken.emit(item.data(Qt.ItemDataRole.UserRole)))
        column = QVBoxLayout(self)
        for one in (self.title, self.hint, self.list):
            column.addWidget(one)
        board.changed.connect(self._fill)
        theme.notice.changed.connect(self._fill)
        self._fill()

    def invite(self, over: bool) -> None:
        """A visit is dragged over the board, and is pinned when it is let go."""
        self._over = over
        self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            paint.box(
                QPainter(self), QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.px(8), "accent_soft", "accent", 2
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            pin: Pin = item.data(Qt.ItemDataRole.UserRole)
            self.board.remove(pin.visit.id, copy=pin.copy)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.setFixedWidth(theme.px(WIDE))
        self.list.setFont(theme.font("small"))
        row = self.list.currentRow()
        self.list.clear()
        for pin in self.board.pins:
            item = QListWidgetItem(_words(pin))
            item.setData(Qt.ItemDataRole.UserRole, pin)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _words(pin).replace("\n", ", "))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        if self._over:
            self.hint.setText(tr("Let go to pin the visit. Until it is dropped it keeps its time."))
        else:
            self.hint.setText(tr("Ctrl+V takes the next one in hand, Enter drops it. Until then it keeps its time."))
        self.setVisible(bool(self.board.pins))


def _words(pin: Pin) -> str:
    visit = pin.visit
    when = tr("{day}, {time}", day=short_day(visit.day), time=show_time(visit.start))
    third = tr("again: {type}", type=visit.visit_type) if pin.copy else f"{visit.visit_type} · {visit.practitioner}"
    return f"{visit.patient}\n{when}\n{third}"
