"""A digital card over the form of a plan: what it says fills the form, and each difference is asked about by itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from app.core.text import tr
from app.insurance.rules import CardFacts, Difference, card_differences, card_values
from app.insurance.view.drawers import CoverageDrawer
from app.insurance.viewmodel.coverage import CoverageModel
from app.insurance.viewmodel.words import card_line, difference_words, values_of
from app.kit import theme
from app.kit.words import label

#: a plan of which nothing is said yet
_BLANK = {
    "payer": None, "member_id": "", "group_number": "", "plan_name": "", "copay": None, "relation": "self",
    "subscriber": "", "starts_on": None, "ends_on": None,
}  # fmt: skip


class CardDrawer(CoverageDrawer):
    """The plan that a card means, or a new one, filled from the card. Nothing is written before it is confirmed."""

    def __init__(self, parent: QWidget, model: CoverageModel, cards: Sequence[CardFacts]) -> None:
        super().__init__(parent, model, model.plan_of(cards[0]))
        self.cards, self.card = tuple(cards), cards[0]
        self.whose = QComboBox()
        self.whose.setAccessibleName(tr("Whose card"))
        for card in self.cards:
            self.whose.addItem(card_line(card))
        self.facts = label("", "note", wrap=True)
        self.choices = QVBoxLayout()
        self.choices.setSpacing(theme.px(4))
        self.boxes: list[QCheckBox] = []
        self._arrange()
        self.whose.currentIndexChanged.connect(lambda at: self.take(self.cards[at]))
        model.payers_changed.connect(self._name_payer)
        self.take(self.card)

    def _arrange(self) -> None:
        """Above the form: whose card it is, what else it says, and where it differs from the plan that stands here."""
        name = label(tr("Whose card"), "label")
        name.setBuddy(self.whose)
        for part in (name, self.whose):
            part.setVisible(len(self.cards) > 1)
        self.column.insertWidget(0, name)
        self.column.insertWidget(1, self.whose)
        self.column.insertWidget(2, self.facts)
        self.column.insertLayout(3, self.choices)

    def take(self, card: CardFacts) -> None:
        """Fill the form from this card."""
        self.card, self.editing = card, self.model.plan_of(card)
        self.payer_phone = card.payer_phone
        self.facts.setText("\n".join((tr("On the card: {payer}", payer=card.payer or "–"), *card.notes)))
        ours: dict[str, object] = {**_BLANK, "rank": self.model.free_rank()}
        if self.editing is not None:
            ours = values_of(self.editing)
        self.fields.set_values({**ours, **card_values(card)})
        self.confirm.set_label(tr("Add the plan") if self.editing is None else tr("Save"))
        self._name_payer()
        self._show_differences(ours)
        self._offer_end()

    def _name_payer(self) -> None:
        """Choose the card's payer; one that is not in the list stands there as written, ready to be added."""
        payer_id = self.model.payer_of(self.card)
        if payer_id is not None:
            self.fields.set_values({"payer": payer_id})
        elif self.editing is None:
            self.fields.payer.setEditText(self.card.payer)

    def _show_differences(self, ours: dict[str, object]) -> None:
        """A box for each difference: ticked, the card's word counts."""
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = []
        if self.editing is None:
            return
        for one in self._differences(ours):
            box = QCheckBox(difference_words(one).replace("&", "&&"))
            box.setChecked(True)
            box.toggled.connect(partial(self._decide, one))
            self.choices.addWidget(box)
            self.boxes.append(box)

    def _differences(self, ours: dict[str, object]) -> list[Difference]:
        found = list(card_differences(self.card, ours))
        payer_id = self.model.payer_of(self.card)
        if self.editing is not None and payer_id not in (None, self.editing.payer_id):
            found.insert(0, Difference("payer", self.editing.payer, self.card.payer))
        return found

    def _decide(self, one: Difference, taken: bool) -> None:
        value = one.card if taken else one.ours
        if one.field == "payer":
            value = self.model.payer_of(self.card) if taken or self.editing is None else self.editing.payer_id
        self.fields.set_values({one.field: value})
