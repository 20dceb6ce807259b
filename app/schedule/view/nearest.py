"""The nearest free times that a refusal offers: a button each, one key takes one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day, show_time
from app.schedule.queries import Opening

KEYS = ("Alt+1", "Alt+2", "Alt+3")


class NearestTimes(QObject):
    """`box` stands in a panel, hidden while there is nothing to offer; `taken` tells which time was chosen."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QWidget()
        self.offers: tuple[Opening, ...] = ()
        self.buttons = [KeyButton("", kind="soft", keys=key, icon="clock", size="row") for key in KEYS]
        column = QVBoxLayout(self.box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for row, button in enumerate(self.buttons):
            column.addWidget(button)
            button.clicked.connect(lambda _on=False, row=row: self.taken.emit(self.offers[row]))
        self.show([], None, None)

    def show(self, offers: Sequence[Opening], day: date | None, who: int | None) -> None:
        """Offer these, in words that name the day and the practitioner where they are others than in the fields."""
        self.offers = tuple(offers[: len(KEYS)])
        for row, button in enumerate(self.buttons):
            button.setVisible(row < len(self.offers))
            if row < len(self.offers):
                button.set_label(_taking(self.offers[row], day, who))
        self.box.setVisible(bool(self.offers))


def _taking(opening: Opening, day: date | None, who: int | None) -> str:
    at = show_time(opening.start)
    when = at if opening.day == day else tr("{day} at {time}", day=short_day(opening.day), time=at)
    if opening.practitioner_id == who:
        return tr("Take {time}", time=when)
    return tr("Take {time} with {practitioner}", time=when, practitioner=opening.practitioner)
