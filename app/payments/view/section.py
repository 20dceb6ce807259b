"""The money of a patient as a card of the record."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.core.errors import ClinicError
from app.core.ports import Deed, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.words import label
from app.patients.view.sections import AskWhy, FormDrawer, RecordSection
from app.payments.view.paying import Paying
from app.payments.viewmodel import MoneyModel, ReceiptLine
from app.runner.bridge import Runner

TAKE, KEYS = "take-payment", "Ctrl+Shift+M"


class TakeForm(Form):
    """What is asked when money comes after the day was closed."""

    ui = "payments/take.ui"
    after_close_reason: QLineEdit


class TakeDrawer(FormDrawer):
    """Takes money to the balance: the amount that is owed stands there already."""

    def __init__(self, parent: QWidget, model: MoneyModel) -> None:
        self.fields, self.model = TakeForm(), model
        super().__init__(parent, tr("Take payment"), self.fields, tr("Take payment"), about=model.balance_words())
        self.fields.root.hide()
        self.paying = Paying(model.balance_cents or 0, title=tr("Amount"))
        self.paying.edited.connect(self._show_sum)
        self.column.insertWidget(0, self.paying)
        self.confirmed.connect(self._take)
        self._show_sum()

    def _show_sum(self) -> None:
        self.quiet()
        words = self.paying.words()
        self.confirm.set_label(tr("Take {amount}", amount=words) if words else tr("Take payment"))

    def _take(self) -> None:
        if (wrong := self.paying.wrong()) is not None:
            self.says.say(wrong.problem(), wrong)
            return
        self.model.take(self.paying.taken(), self.fields.after_close_reason.text().strip())

    def problem(self, why: ClinicError) -> None:
        """A closed day asks why: only then there is a field for it."""
        if why.field == "after_close_reason":
            self.fields.root.show()
        super().problem(why)


class PaymentsSection(RecordSection):
    """What is owed, and every receipt: print again, make void."""

    model: MoneyModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(MoneyModel(runner, ports), tr("Payments"))
        self.take = KeyButton(tr("Take payment…"), icon="money", kind="soft", keys=KEYS, size="row")
        self.take.clicked.connect(self.take_payment)
        self.buttons.addWidget(self.take)
        self.rows = RowTableModel(_columns(), lambda line: line.row.payment_id, self)
        self.table = FittedTable(tr("Receipts"), self.rows)
        self.table.entered_row.connect(lambda _number: self._print())
        self.table.row_changed.connect(lambda _number: self._offer())
        self.body.addWidget(self.table)
        self.nothing = label(tr("No payment yet."), "second")
        self.body.addWidget(self.nothing)
        self.print = self._link(tr("Print receipt"), "print", self._print)
        self.void = self._link(tr("Make void…"), "x", self._void)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.print)
        row.addWidget(self.void)
        row.addStretch(1)
        self.body.addLayout(row)

    def _link(self, words: str, icon: str, act: Callable[[], None]) -> LinkButton:
        made = LinkButton(words, icon=icon)
        made.clicked.connect(act)
        return made

    def refresh(self) -> None:
        if self.model.patient_id is None:
            return
        self.beside.setText(self.model.balance_words())
        newest = self.rows.id_at(0)
        if self.model.loaded:
            self.table.show_rows(self.model.lines())
        if self.rows.id_at(0) != newest and self.rows.id_at(0) in self.model.taken:
            self.table.selectRow(0)  # the receipt just made is the one to print
            QTimer.singleShot(0, self, self._offer_print)
        self.table.setVisible(bool(self.rows.rows))
        self.nothing.setVisible(self.model.loaded and not self.rows.rows)
        self._offer()

    def chosen(self) -> ReceiptLine | None:
        """The receipt that is chosen in the list."""
        return self.rows.row(self.table.currentIndex())

    def _offer(self) -> None:
        line = self.chosen()
        self.print.setVisible(line is not None)
        self.void.setVisible(line is not None and self.model.may_void(line.row))
        if line is not None:
            self.print.set_label(tr("Print receipt {number}", number=line.number))
            self.void.set_label(tr("Make {number} void…", number=line.number))

    def _offer_print(self) -> None:
        """Enter prints the receipt that was just made."""
        if self.drawer is None:
            self.reveal(self.print)
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------------- tasks

    def tasks(self) -> tuple[str, ...]:
        return (TAKE,)

    def run_task(self, task: str) -> None:
        self.take_payment()

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None:
            return ()
        return (Deed("money.take", tr("Take payment"), KEYS, self.take_payment),)

    def take_payment(self) -> None:
        """Open the form that takes money."""
        drawer = TakeDrawer(self.window(), self.model)
        self.open_drawer(drawer, drawer.paying.rows[0].amount)
        drawer.paying.rows[0].amount.selectAll()

    def _print(self) -> None:
        line = self.chosen()
        if line is not None:
            self.model.print(line.row)

    def _void(self) -> None:
        line = self.chosen()
        if line is None:
            return
        about = f"{line.day} · {line.methods} · {line.amount}"
        drawer = AskWhy(self.window(), tr("Make receipt {number} void", number=line.number), about, tr("Make it void"))
        drawer.given.connect(lambda why: self.model.void(line.row, why))
        self.open_drawer(drawer, drawer.why.reason)


def _columns() -> list[Column[ReceiptLine]]:
    return [
        Column(
            tr("Receipt"), lambda line: line.number, second=lambda line: line.state or line.taken_for, width=150,
            glyph=lambda line: "icon:x" if line.is_void else "", ink=_ink,
        ),
        Column(tr("Day"), lambda line: line.day, second=lambda line: line.at, width=120),
        Column(
            tr("Paid by"), lambda line: line.methods, second=lambda line: line.why or line.row.taken_by_name,
            tooltip=lambda line: line.why,
        ),
        Column(tr("Amount"), lambda line: line.amount, align=RIGHT, width=110, ink=_ink),
    ]  # fmt: skip


def _ink(line: ReceiptLine) -> str:
    return "bad" if line.is_void else "text"
