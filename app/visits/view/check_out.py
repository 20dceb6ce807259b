"""Check-out: the co-pay, the receipt, and the next visit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.errors import ReasonNeeded
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.says import ProblemLine
from app.kit.words import label
from app.payments.view.paying import Paying
from app.schedule.rules import ReasonKind
from app.visits.rules import FollowUp
from app.visits.viewmodel.panels import CheckOutModel, choices


class CheckOutPanel(Drawer):
    """Ctrl+Enter checks out; Ctrl+B checks out and books the next visit."""

    recorded = Signal(object)
    book_next = Signal(object)

    def __init__(self, parent: QWidget, model: CheckOutModel) -> None:
        super().__init__(parent, tr("Check out {name}", name=model.row.patient))
        self.model, self._book = model, False
        self.pay: Paying | None = None
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self.money = QVBoxLayout()
        self.column.addLayout(self.money)
        self.paid = label("", "second", wrap=True)
        self.column.addWidget(self.paid)
        self.column.addSpacing(theme.px(16))
        self.column.addWidget(label(tr("Next visit"), "head"))
        self.group = QButtonGroup(self)
        for number, (follow_up, words) in enumerate(
            (
                (FollowUp.NOT_ASKED, tr("Booked already, or booked now")),
                (FollowUp.PATIENT_CALLS, tr("The patient calls")),
                (FollowUp.NOT_NEEDED, tr("No further visit needed")),
            )
        ):
            radio = QRadioButton(words)
            radio.setProperty("follow_up", follow_up.value)
            radio.setChecked(number == 0)
            self.group.addButton(radio, number)
            self.column.addWidget(radio)
        self.column.addStretch(1)
        self.set_content(page)
        self.says = ProblemLine()
        self.confirm = KeyButton(tr("Check out"), kind="primary", size="big", icon="check", keys="Ctrl+Return")
        self.confirm.clicked.connect(lambda: self._confirm(book=False))
        self.booking = KeyButton(
            tr("Check out and book next"), kind="soft", size="form", icon="calendar_plus", keys="Ctrl+B"
        )
        self.booking.clicked.connect(lambda: self._confirm(book=True))
        for widget in (self.says, self.confirm, self.booking):
            self.footer.addWidget(widget)
        model.changed.connect(self.show_model)
        model.failed.connect(self._failed)
        model.finished.connect(self._finished)
        self.show_model()

    def show_model(self) -> None:
        """Show what is owed now; what was typed stays."""
        row, owed = self.model.row, self.model.owed()
        at = f"{row.start.hour % 12 or 12}:{row.start.minute:02d}"
        self.set_title(
            tr("Check out {name}", name=row.patient),
            tr("{visit} with {who} at {time}", visit=row.visit_type, who=row.practitioner, time=at),
        )
        self.booking.setVisible(self.model.may(Permission.BOOK))
        if self.pay is None and owed and self.model.may(Permission.TAKE_PAYMENT):
            self.pay = Paying(owed, choices(ReasonKind.NO_PAYMENT, row.day), row.payer)
            self.pay.edited.connect(self._edited)
            self.money.addWidget(self.pay)
        receipts = self.model.money.receipts if self.model.money else ()
        told = ", ".join(tr("receipt {number}", number=one.number) for one in receipts)
        self.paid.setText(tr("Nothing is due: {receipts}.", receipts=told) if told else tr("Nothing is due."))
        self.paid.setVisible(not owed)
        self._show_confirm()
        self.shadow_keys()

    def _edited(self) -> None:
        self.says.say("")
        self._show_confirm()

    def _show_confirm(self) -> None:
        words = self.pay.words() if self.pay else ""
        self.confirm.set_label(tr("Take {amount} and check out", amount=words) if words else tr("Check out"))

    def _confirm(self, *, book: bool) -> None:
        wrong = self.pay.wrong() if self.pay else None
        self.says.say(wrong.problem() if wrong else "", wrong)
        if wrong:
            return
        self._book = book
        parts = self.pay.taken() if self.pay else ()
        code, note = self.pay.excuse() if self.pay else ("", "")
        chosen = self.group.checkedButton()
        follow_up = FollowUp(str(chosen.property("follow_up"))) if chosen else FollowUp.NOT_ASKED
        self.model.confirm(parts, follow_up, code, note)

    def _failed(self, why: Exception) -> None:
        self.says.say(str(why))
        if isinstance(why, ReasonNeeded) and self.pay and why.field == "not_taken" and not self.pay.later:
            self.pay.rows[0].amount.setFocus()

    def _finished(self, done: object) -> None:
        self.close_drawer()
        self.recorded.emit(done)
        if self._book:
            self.book_next.emit(self.model.row)
