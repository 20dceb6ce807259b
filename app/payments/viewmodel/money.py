"""A patient's money on the record: what is owed from earlier visits, every receipt, taking and making void."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.core.access import Permission
from app.core.clock import local
from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import show_date, show_time
from app.kit.money import show_money
from app.patients.viewmodel.sections import SectionModel
from app.payments.actions import ReceiptKey, TakePayment, VoidPayment, take_payment, void_payment
from app.payments.queries import ReceiptRow, patient_balance, patient_receipts
from app.payments.rules import Part, method_label


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One receipt in words. `state` is empty, or says that it is void and why."""

    row: ReceiptRow
    number: str
    day: str
    at: str
    methods: str
    taken_for: str
    amount: str
    state: str
    why: str

    @property
    def is_void(self) -> bool:
        """Whether it was made void."""
        return self.row.voided_at is not None


def receipt_line(row: ReceiptRow, zone: str) -> ReceiptLine:
    """A receipt in words, its time at the clinic."""
    parts = [_part_words(part) for part in row.parts]
    single = len(parts) == 1
    methods = method_label(row.parts[0].method) if single else ", ".join(parts)
    return ReceiptLine(
        row,
        f"{row.number:,}",
        show_date(row.day),
        _time(row.taken_at, zone),
        methods,
        tr("For a visit") if row.appointment_id else tr("To the balance"),
        show_money(row.total_cents),
        tr("Void") if row.voided_at else "",
        row.void_reason,
    )


def _time(at: datetime, zone: str) -> str:
    return show_time(local(at, zone).time())


def _part_words(part: Part) -> str:
    return tr("{method} {amount}", method=method_label(part.method), amount=show_money(part.cents))


class MoneyModel(SectionModel):
    """`balance_cents` None: this person may not see what is owed, or it is not here yet."""

    needs = Permission.TAKE_PAYMENT
    tables: ClassVar[frozenset[str]] = frozenset({"payment", "visit_due", "day_close"})

    def clear(self) -> None:
        self.receipts: tuple[ReceiptRow, ...] = ()
        self.balance_cents: int | None = None
        self.taken: set[int] = set()
        self._settled = False

    def ask(self, *, settled: bool = False) -> None:
        self._settled = settled
        if not self.may(Permission.VIEW_INSURANCE):
            self._take_balance(None)
            return
        self.runner.ask(
            patient_balance, self.patient_id, self.ports.here().today, self.reason, then=self._take_balance,
            fail=self.fail, topic=self.topic("balance"), settled=False,
        )  # fmt: skip

    def _take_balance(self, cents: int | None) -> None:
        if self.patient_id is None:
            return
        self.balance_cents = cents
        self.runner.ask(
            patient_receipts, self.patient_id, self.reason, then=self._take_receipts, fail=self.fail,
            topic=self.topic("receipts"), settled=self._settled,
        )  # fmt: skip

    def _take_receipts(self, rows: tuple[ReceiptRow, ...]) -> None:
        self.receipts = rows
        self.answered()

    def lines(self) -> tuple[ReceiptLine, ...]:
        """Every receipt, the newest first."""
        zone = self.ports.here().zone
        return tuple(receipt_line(row, zone) for row in self.receipts)

    def balance_words(self) -> str:
        """What is owed from earlier visits, in words."""
        if self.balance_cents is None:
            return ""
        if not self.balance_cents:
            return tr("Nothing is owed from earlier visits.")
        return tr("{amount} is owed from earlier visits.", amount=show_money(self.balance_cents))

    # ----------------------------------------------------------------------------------------------- changes

    def may_void(self, row: ReceiptRow) -> bool:
        """Whether to offer making a receipt void."""
        return row.voided_at is None and self.may(Permission.VOID_PAYMENT, row.location_id)

    def take(self, parts: tuple[Part, ...], after_close_reason: str = "") -> None:
        """Take money to the patient's balance. After a closed day `failed` asks for the reason at its field."""
        if self.patient_id is None:
            return
        try:
            place = self.place()
        except ClinicError as why:
            self.fail(why)
            return
        command = TakePayment(
            patient_id=self.patient_id,
            location_id=place,
            parts=parts,
            after_close_reason=after_close_reason,
            reason=self.reason,
        )
        self.perform(take_payment, command, self._taken)

    def _taken(self, key: ReceiptKey) -> None:
        self.taken.add(key.payment_id)
        amount = show_money(key.total_cents)
        self.ports.announce(tr("Took {amount} · receipt {number}", amount=amount, number=key.number))

    def void(self, row: ReceiptRow, why: str) -> None:
        """Make a receipt void."""
        command = VoidPayment(payment_id=row.payment_id, version=row.version, reason=why)
        self.perform(void_payment, command, self._voided)

    def _voided(self, key: ReceiptKey) -> None:
        self.ports.announce(tr("Receipt {number} is void", number=key.number))

    def print(self, row: ReceiptRow) -> None:
        """Show a receipt to print: the first time as it is, when it was just taken here; else as a copy."""
        again = row.payment_id not in self.taken
        self.taken.discard(row.payment_id)
        self.ports.show_receipt(row.payment_id, again)
