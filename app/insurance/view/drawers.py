"""The forms of this room: a plan, the end of a plan, a new payer."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from app.core.text import tr
from app.insurance.queries import CoverageRow
from app.insurance.rules import RANKS, PayerKind, kind_label
from app.insurance.viewmodel import CoverageModel, rank_words, relations, values_of
from app.kit.buttons import LinkButton
from app.kit.fields import DateField, MoneyField
from app.kit.finding import let_type
from app.kit.form import Form, Value
from app.kit.words import label
from app.patients.view.sections import FormDrawer


class CoverageForm(Form):
    """A plan; the names are the fields of the commands."""

    ui = "insurance/coverage.ui"
    payer: QComboBox
    rank: QComboBox
    member_id: QLineEdit
    group_number: QLineEdit
    plan_name: QLineEdit
    copay: MoneyField
    relation: QComboBox
    subscriber: QLineEdit
    starts_on: DateField
    ends_on: DateField
    ends_previous: QCheckBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for rank in RANKS:
            self.rank.addItem(rank_words(rank), rank)
        for code, words in relations().items():
            self.relation.addItem(words, code)
        make_searchable(self.payer, tr("Type a part of the name"))


class PayerForm(Form):
    """A payer the clinic has not had before."""

    ui = "insurance/payer.ui"
    name: QLineEdit
    kind: QComboBox
    phone: QLineEdit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for kind in PayerKind:
            self.kind.addItem(kind_label(kind), kind)


class EndForm(Form):
    """The last day of a plan."""

    ui = "insurance/end_coverage.ui"
    ends_on: DateField
    mistake: QCheckBox


def make_searchable(box: QComboBox, hint: str) -> None:
    """Let a list be found by any part of a name; what is typed is never a new entry."""
    let_type(box)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    line, completer = box.lineEdit(), box.completer()
    if line is None or completer is None:  # an editable list has both
        return
    line.setPlaceholderText(hint)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)


def chosen(box: QComboBox) -> Value:
    """The data of the entry that is written in a searchable list; None when what is written is none of them."""
    typed = box.currentText().strip().casefold()
    fitting = [n for n in range(box.count()) if box.itemText(n).casefold() == typed]
    return box.itemData(fitting[0]) if typed and fitting else None


class CoverageDrawer(FormDrawer):
    """Adds a plan, or corrects one."""

    def __init__(self, parent: QWidget, model: CoverageModel, editing: CoverageRow | None) -> None:
        self.fields, self.model, self.editing = CoverageForm(), model, editing
        adding = editing is None
        title, confirm = (tr("Add a plan"), tr("Add the plan")) if adding else (tr("Change the plan"), tr("Save"))
        super().__init__(parent, title, self.fields, confirm, about=tr("As it stands on the card."))
        self.payer_drawer: PayerDrawer | None = None
        self.payer_phone = ""
        self.new_payer = LinkButton(tr("New payer…"), icon="plus")
        self.new_payer.clicked.connect(self._new_payer)
        links = QHBoxLayout()
        links.addWidget(label(tr("Who pays"), "head"))
        links.addStretch(1)
        links.addWidget(self.new_payer)
        self.column.insertLayout(0, links)
        self._fill()
        model.payers_changed.connect(self._fill_payers)
        model.payer_added.connect(self._choose_payer)
        self.fields.rank.currentIndexChanged.connect(self._offer_end)
        self.confirmed.connect(self._save)

    def _fill(self) -> None:
        fields, row = self.fields, self.editing
        for field in (fields.starts_on, fields.ends_on):
            field.set_today(self.model.today)
        self._fill_payers()
        start = {"rank": self.model.free_rank(), "relation": "self", "payer": None}
        fields.set_values(values_of(row) if row is not None else start)
        if row is not None and fields.payer.currentIndex() < 0:  # no longer offered, still this plan's
            fields.payer.addItem(row.payer, row.payer_id)
            fields.payer.setCurrentIndex(fields.payer.count() - 1)
        self._offer_end()

    def _fill_payers(self) -> None:
        box, before = self.fields.payer, chosen(self.fields.payer)
        typed = box.currentText()
        box.clear()
        for payer in self.model.payers:
            box.addItem(payer.name, payer.id)
        box.setCurrentIndex(box.findData(before) if before is not None else -1)
        if before is None:
            box.setEditText(typed)

    def _offer_end(self) -> None:
        """The plan at the same place can end by the same gesture."""
        rank = self.fields.rank.currentData()
        self.fields.ends_previous.setVisible(self.editing is None and self.model.ends_something(rank))

    def _choose_payer(self, payer_id: int) -> None:
        self.fields.set_values({"payer": payer_id})
        if self.payer_drawer is not None:
            self.payer_drawer.close_drawer()

    def _new_payer(self) -> None:
        made = self.payer_drawer = PayerDrawer(
            self._over, self.model, self.fields.payer.currentText(), self.payer_phone
        )
        made.closed.connect(self._payer_closed)
        made.open(made.fields.name)

    def _payer_closed(self) -> None:
        if self.payer_drawer is not None:
            self.payer_drawer.deleteLater()
            self.payer_drawer = None
        self.shadow_keys()
        (self.fields.member_id if chosen(self.fields.payer) else self.fields.payer).setFocus()

    def _save(self) -> None:
        payer = chosen(self.fields.payer)
        if payer is None:
            typed = bool(self.fields.payer.currentText().strip())
            missing = tr("There is no such payer. Choose one from the list, or add it as a new one.")
            self.fields.show_error("payer", missing if typed else tr("Choose who pays."))
            return
        values = {**self.fields.values(), "payer": payer}
        values["ends_previous"] = values["ends_previous"] and self.fields.ends_previous.isVisibleTo(self)
        self.model.save(values, self.editing)


class PayerDrawer(FormDrawer):
    """Adds a payer; over the plan's form, which waits."""

    def __init__(self, parent: QWidget, model: CoverageModel, typed: str, phone: str = "") -> None:
        self.fields = PayerForm()
        super().__init__(parent, tr("New payer"), self.fields, tr("Add the payer"))
        self.fields.set_values({"name": typed, "kind": PayerKind.COMMERCIAL, "phone": phone})
        self.confirmed.connect(lambda: self._save(model))
        model.payer_failed.connect(self.problem)

    def _save(self, model: CoverageModel) -> None:
        fields = self.fields
        model.add_payer(fields.name.text(), PayerKind(fields.kind.currentData()), fields.phone.text())


class EndDrawer(FormDrawer):
    """Ends a plan, or takes it back as a mistake."""

    def __init__(self, parent: QWidget, model: CoverageModel, row: CoverageRow) -> None:
        self.fields = EndForm()
        super().__init__(parent, tr("End the plan"), self.fields, tr("End the plan"), about=row.payer)
        self.fields.ends_on.set_today(model.today)
        self.fields.set_values({"ends_on": row.ends_on or model.today - timedelta(days=1)})
        self.fields.mistake.toggled.connect(self._swap)
        self.confirmed.connect(
            lambda: model.end(row, self.fields.ends_on.value(), mistake=self.fields.mistake.isChecked())
        )

    def _swap(self, mistake: bool) -> None:
        self.fields.ends_on.setEnabled(not mistake)
        self.confirm.set_label(tr("Take the plan back") if mistake else tr("End the plan"))
