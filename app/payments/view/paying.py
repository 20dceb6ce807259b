"""How an amount is taken: how much, in which way or ways, or why not now."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.fields import MoneyField
from app.kit.money import show_money
from app.kit.words import label
from app.payments.rules import Method, Part, method_label

#: method -> its key
KEYS = {Method.CARD: "Alt+C", Method.CASH: "Alt+H", Method.CHECK: "Alt+K", Method.HSA: "Alt+S"}


class WhyNot(Protocol):
    """A reason why nothing is taken now."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def words(self) -> str:
        """What a person reads."""
        ...


class PartRow(QWidget):
    """One part: its amount, its way, a number of the check or the card."""

    edited = Signal()

    def __init__(self, cents: int, method: Method, *, keys: bool) -> None:
        super().__init__()
        self.method = method
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self.amount = MoneyField()
        self.amount.setAccessibleName(tr("Amount"))
        self.amount.setFixedWidth(theme.px(104))
        self.amount.set_value(cents)
        row.addWidget(self.amount)
        self.buttons = {}
        for way, key in KEYS.items():
            button = KeyButton(method_label(way), size="row", keys=key if keys else "", hint=keys)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, way=way: self.choose(way))
            self.buttons[way] = button
            row.addWidget(button)
        row.addStretch(1)
        self.reference = QLineEdit()
        self.reference.setMaxLength(60)
        self.reference.setAccessibleName(tr("Check number"))
        self.reference.setPlaceholderText(tr("Check number"))
        row.addWidget(self.reference)
        self.amount.value_changed.connect(self.edited)
        self.choose(method)

    def choose(self, method: Method) -> None:
        """Take this part in another way."""
        self.method = method
        for way, button in self.buttons.items():
            button.setChecked(way is method)
            button.set_kind("primary" if way is method else "plain")
        self.reference.setVisible(method is Method.CHECK)
        self.edited.emit()

    def cents(self) -> int:
        """The amount, or 0 for an empty field. Raises ClinicError for what is no amount."""
        return self.amount.value() or 0

    def part(self) -> Part | None:
        """The part, or None when there is nothing in it."""
        cents = self.cents()
        return Part(self.method, cents, self.reference.text().strip()) if cents > 0 else None


class Paying(QWidget):
    """One part as a rule; `Split` adds another for the rest. `Not now` asks why instead, where there are reasons."""

    edited = Signal()

    def __init__(self, due: int, why_not: Sequence[WhyNot] = (), note: str = "", *, title: str = "") -> None:
        super().__init__()
        self.due, self.rows = due, list[PartRow]()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(label(title or tr("Co-pay"), "head"))
        head.addStretch(1)
        self.hint = label(note, "note")
        head.addWidget(self.hint)
        column.addLayout(head)
        self.parts = QVBoxLayout()
        column.addLayout(self.parts)
        self.why = QComboBox()
        self.why.setAccessibleName(tr("Why not now"))
        for choice in why_not:
            self.why.addItem(choice.words, choice.code)
        self.note = QLineEdit()
        self.note.setMaxLength(200)
        self.note.setPlaceholderText(tr("Note"))
        self.note.setAccessibleName(tr("Note"))
        self.reason_row = QWidget()
        reasons = QHBoxLayout(self.reason_row)
        reasons.setContentsMargins(0, 0, 0, 0)
        reasons.addWidget(self.why)
        reasons.addWidget(self.note, 1)
        column.addWidget(self.reason_row)
        links = QHBoxLayout()
        self.split = LinkButton(tr("Split…"), keys="Alt+P")
        self.not_now = LinkButton(tr("Not now…"), keys="Alt+N")
        self.split.clicked.connect(self._split)
        self.not_now.clicked.connect(self._toggle)
        links.addWidget(self.split)
        links.addWidget(self.not_now)
        links.addStretch(1)
        column.addLayout(links)
        self.reason_row.hide()
        self.not_now.setVisible(bool(why_not))
        self._add(due)

    def _add(self, cents: int, method: Method = Method.CARD) -> None:
        row = PartRow(cents, method, keys=not self.rows)
        row.edited.connect(self.edited)
        self.rows.append(row)
        self.parts.addWidget(row)

    def _split(self) -> None:
        rest = self.due - self.total()
        self._add(max(rest, 0), Method.CASH)
        self.rows[-1].amount.setFocus()
        self.edited.emit()

    def _toggle(self) -> None:
        later = not self.reason_row.isVisibleTo(self)
        self.reason_row.setVisible(later)
        for row in self.rows:
            row.setVisible(not later)
        self.split.setVisible(not later)
        self.not_now.set_label(tr("Take it now") if later else tr("Not now…"))
        if later:
            self.why.setFocus()
        self.edited.emit()

    @property
    def later(self) -> bool:
        """Whether it is not taken now."""
        return self.reason_row.isVisibleTo(self)

    def total(self) -> int:
        """Cents in all parts; what is no amount counts as nothing."""
        return sum(row.cents() for row in self.rows if not row.amount.problem())

    def wrong(self) -> MoneyField | None:
        """The first amount that cannot be read."""
        return None if self.later else next((row.amount for row in self.rows if row.amount.problem()), None)

    def taken(self) -> tuple[Part, ...]:
        """The parts to take now."""
        return () if self.later else tuple(part for row in self.rows if (part := row.part()))

    def excuse(self) -> tuple[str, str]:
        """Why not now: code and note; empty when it is taken."""
        return (str(self.why.currentData() or ""), self.note.text().strip()) if self.later else ("", "")

    def words(self) -> str:
        """The sum to take now, for the confirm button; empty for nothing."""
        return show_money(self.total()) if not self.later and self.total() else ""
