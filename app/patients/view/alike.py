"""Who is already here: the look-alikes of a registration, in words, each with its key."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import show_date
from app.kit.panels import Card, Glyph, announce, clear
from app.kit.words import label
from app.patients.queries.lookalikes import Lookalike
from app.patients.rules.codes import sex_letter
from app.patients.rules.likeness import Sureness, sureness_words
from app.patients.rules.matching import Reason, reason_words
from app.patients.view.results import column_of, yielding
from app.patients.viewmodel.registration import RegistrationModel

_ROLE = {Sureness.SURE: "error", Sureness.PERHAPS: "warn", Sureness.FAMILY: "note"}
_SIGN = {"same": ("check", "ok"), "near": ("approx", "warn"), "other": ("x", "text3")}


class AlikePanel(QWidget):
    """The column beside the form. `opened` carries the id of the patient to open instead."""

    opened = Signal(int)

    def __init__(self, model: RegistrationModel) -> None:
        super().__init__()
        self.model = model
        self._told: tuple[int, Sureness] | None = None
        column = column_of(self, 20, 12)
        head = QHBoxLayout()
        head.addWidget(label(tr("Already here?"), "title"))
        head.addStretch(1)
        self.count = label("", "note")
        head.addWidget(self.count)
        column.addLayout(head)
        self._cards = QWidget()
        self._list = column_of(self._cards)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards.setProperty("kit", "page")
        scroll.setWidget(self._cards)
        column.addWidget(scroll, 1)
        self.none = KeyButton(tr("None of these: someone new"), icon="plus", keys="Alt+0", size="form")
        self.none.clicked.connect(model.none_of_these)
        column.addWidget(self.none)
        model.alike_changed.connect(self.refresh)
        model.began.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show who looks alike now."""
        clear(self._list)
        rows = self.model.alike
        open_ = [row for row in rows if not self.model.is_known(row)]
        for number, row in enumerate(rows, start=1):
            self._list.addWidget(alike_card(row, number, known=self.model.is_known(row), go=self.opened.emit))
        if not rows:
            self._list.addWidget(label(tr("Nobody so far. This is looked at while you type."), "second", wrap=True))
        self._list.addStretch(1)
        self.count.setText(_count_words(len(rows)))
        self.none.setVisible(bool(open_))
        self._announce(open_[0] if open_ else None)

    def _announce(self, first: Lookalike | None) -> None:
        """Say the surest one, once for as long as it stands."""
        told = None if first is None else (first.id, first.likeness.sureness)
        if first is not None and told != self._told:
            announce(self, f"{sureness_words(first.likeness.sureness)}: {first.name}")
        self._told = told


def _count_words(count: int) -> str:
    if not count:
        return ""
    return tr("1 looks alike") if count == 1 else tr("{count} look alike", count=count)


def alike_card(row: Lookalike, number: int, *, known: bool, go: Callable[[int], None]) -> Card:
    """One look-alike: how sure, in words; what is the same, what is not."""
    sure = row.likeness.sureness
    card = Card(tone="bad" if sure is Sureness.SURE and not known else "")
    verdict = tr("Somebody else, you said") if known else sureness_words(sure)
    card.body.setSpacing(theme.px(4))
    card.body.addWidget(label(verdict, "note" if known else _ROLE[sure]))
    card.body.addWidget(yielding(label(row.name, "head", wrap=True)))
    card.body.addWidget(label(facts(row), "note", wrap=True))
    for reason in row.likeness.reasons:
        card.body.addLayout(_reason_line(reason))
    kind = "primary" if number == 1 and sure is Sureness.SURE and not known else "soft"
    button = KeyButton(tr("Open this patient"), kind=kind, keys=f"Alt+{number}", size="row")
    button.set_tip(tr("Open {name}", name=row.name))
    button.clicked.connect(lambda: go(row.id))
    card.body.addSpacing(theme.px(4))
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def facts(row: Lookalike) -> str:
    """06/30/1971 · 54 · F · MRN 097 614."""
    parts = (
        show_date(row.birth_date) if row.birth_date else "",
        str(row.age) if row.age is not None else "",
        sex_letter(row.sex),
        tr("MRN {mrn}", mrn=row.mrn) if row.mrn else "",
        row.elsewhere,
    )
    return " · ".join(part for part in parts if part)


def _reason_line(reason: Reason) -> QHBoxLayout:
    icon, ink = _SIGN[reason.sign]
    line = QHBoxLayout()
    line.setSpacing(theme.px(8))
    line.addWidget(Glyph(icon, 16, ink))
    words = label(reason_words(reason), "second" if reason.sign == "other" else "", wrap=True)
    line.addWidget(yielding(words), 1)
    return line
