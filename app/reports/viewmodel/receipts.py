"""Receipts on their way to paper: the first print, and further ones that say which copy they are."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.text import tr
from app.payments.actions import ReceiptKey, Reprint, reprint
from app.reports import documents
from app.reports.actions import NoteReceipt, Way, note_receipt
from app.reports.queries import receipt
from app.reports.rules.values import Receipt
from app.reports.viewmodel.making import draw
from app.reports.viewmodel.output import Note, Output, PrintSetup, unnoted
from app.runner.bridge import Runner


class ReceiptDesk(QObject):
    """Makes the PDF of a receipt. `ready` comes when `output` holds it; `failed` carries the ClinicError."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, setup: PrintSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.setup = runner, setup
        self.output = Output(runner, setup, setup.receipt_printer, self)

    def show(self, payment_id: int, *, again: bool = False) -> None:
        """The receipt of a payment. `again`: one more print, counted at once, and marked as a copy."""
        if again:
            self.runner.run(reprint, Reprint(payment_id=payment_id), self._copied, self.failed.emit)
        else:
            self._ask(payment_id, 0)

    def _copied(self, key: ReceiptKey) -> None:
        self._ask(key.payment_id, key.copy_number)

    def _ask(self, payment_id: int, copy: int) -> None:
        asked = (payment_id, copy, self.setup.clinic)
        took = partial(self._take, payment_id)
        self.runner.ask(receipt, *asked, then=took, fail=self.failed.emit, topic=f"receipt-{id(self)}")

    def _take(self, payment_id: int, value: Receipt) -> None:
        note = unnoted if value.copy else self._noting(payment_id)
        draw(self.runner, documents.receipt, value, lambda pdf: self._drawn(pdf, value, note), self.failed.emit)

    def _drawn(self, pdf: bytes, value: Receipt, note: Note) -> None:
        number = f"R-{value.number:06d}"
        title = tr("Receipt {number}", number=number)
        self.output.load(pdf, number, title=title, file=f"receipt-{value.number:06d}", note=note)
        self.ready.emit()

    def _noting(self, payment_id: int) -> Note:
        def note(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
            self.runner.run(note_receipt, NoteReceipt(payment_id=payment_id, way=way), then, fail)

        return note
