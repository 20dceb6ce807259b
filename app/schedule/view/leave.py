"""One line beside a booking: how many visits the patient's authorization has left, and until when."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Ports
from app.core.text import tr
from app.kit import theme
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries.ledger import LedgerRow, leave_on
from app.schedule.viewmodel.leave import count_words, ink_role


class LeaveLine(QWidget):
    """Not there for whom nothing is authorized, and for who may not see insurance."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__()
        self.runner, self.ports = runner, ports
        self.words = label("", "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        self._day = date.min
        self.hide()

    def show_for(self, patient_id: int | None, today: date) -> None:
        """Ask for a patient's count; nothing is shown until it is here."""
        self.hide()
        self._day = today
        if patient_id is not None and self.runner.person().may(Permission.VIEW_INSURANCE):
            self.runner.ask(
                leave_on, patient_id, today, self.ports.promises, then=self._take, fail=lambda _why: self.hide(),
                topic=f"leave-{id(self)}", settled=False,
            )  # fmt: skip

    def _take(self, row: LedgerRow | None) -> None:
        if row is None:
            return
        _glyph, ink, count = count_words(row, self._day)
        self.words.setText(tr("Authorization: {count}", count=count))
        self.words.setProperty("role", ink_role(ink))
        theme.give_role_font(self.words)
        self.words.style().polish(self.words)
        self.setVisible(True)
