"""The plans of a patient as a card of the record."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.ports import Deed, Ports
from app.core.text import tr
from app.insurance.queries import CoverageRow
from app.insurance.rules import CardFacts
from app.insurance.view.cards import CardDrawer
from app.insurance.view.drawers import CoverageDrawer, EndDrawer
from app.insurance.viewmodel.coverage import CardReader, CoverageModel
from app.insurance.viewmodel.words import Line, rank_words
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.panels import Glyph, clear
from app.kit.words import label
from app.patients.view.results import yielding
from app.patients.view.sections import RecordSection
from app.runner.bridge import Runner

ADD = "add-plan"


class InsuranceSection(RecordSection):
    """Every plan with what is on its card; Add, Change, End for who may."""

    model: CoverageModel

    def __init__(self, runner: Runner, ports: Ports, reader: CardReader | None = None) -> None:
        super().__init__(CoverageModel(runner, ports), tr("Insurance"))
        self.model.reader = reader
        self.read = KeyButton(tr("Read card file…"), icon="scan", kind="soft", size="row")
        self.read.clicked.connect(self.choose_card)
        self.buttons.addWidget(self.read)
        self.add = KeyButton(tr("Add plan…"), icon="plus", kind="soft", keys="Ctrl+Shift+I", size="row")
        self.add.clicked.connect(self.add_plan)
        self.buttons.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(12))
        self.body.addLayout(self._lines)
        self.model.card_read.connect(self.show_card)
        self.model.card_failed.connect(self.problem)

    def refresh(self) -> None:
        clear(self._lines)
        if self.model.patient_id is None:
            return
        self.add.setVisible(self.model.may_edit())
        self.read.setVisible(self.model.may_edit() and self.model.reader is not None)
        for line in self.model.lines():
            self._lines.addWidget(self._line(line))
        if self.model.loaded and not self.model.rows:
            self._lines.addWidget(label(tr("Nobody has asked yet who pays."), "second", wrap=True))

    def _line(self, line: Line) -> QWidget:
        made = QWidget()
        made.setAccessibleName(", ".join(part for part in (line.title, line.state, line.facts) if part))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(Glyph(line.glyph, 18, line.ink), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(yielding(label(line.title, "strong" if line.in_force else "", wrap=True)))
        state = tr("{rank} · {state}", rank=rank_words(line.row.rank), state=line.state)
        words.addWidget(yielding(label(state, "ok" if line.in_force else "note", wrap=True)))
        if line.facts:
            words.addWidget(yielding(label(line.facts, "note", wrap=True)))
        if line.gaps:
            words.addWidget(yielding(label(tr("Still to ask: {gaps}", gaps=line.gaps), "warn", wrap=True)))
        row.addLayout(words, 1)
        if self.model.may_edit():
            self._offer(row, line)
        return made

    def _offer(self, row: QHBoxLayout, line: Line) -> None:
        change, end = LinkButton(tr("Change…")), LinkButton(tr("End…"))
        change.set_tip(tr("Change {plan}", plan=line.title))
        end.set_tip(tr("End {plan}", plan=line.title))
        change.clicked.connect(lambda: self.change(line.row))
        end.clicked.connect(lambda: self.end(line.row))
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)

    # ------------------------------------------------------------------------------------------------- tasks

    def tasks(self) -> tuple[str, ...]:
        return (ADD,)

    def run_task(self, task: str) -> None:
        if self.model.may_edit():
            self.add_plan()

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None or not self.model.may_edit():
            return ()
        deeds = [Deed("plus.plan", tr("Add plan"), "Ctrl+Shift+I", self.add_plan)]
        if self.model.reader is not None:
            deeds.append(Deed("scan.card", tr("Read card file"), "", self.choose_card))
        return tuple(deeds)

    def choose_card(self) -> None:
        """Choose the file of a digital card, which the patient brought or the payer sent."""
        kinds = ";;".join((tr("Digital cards (*.json)"), tr("All files (*)")))
        name, _kind = QFileDialog.getOpenFileName(self.window(), tr("Read card file"), "", kinds)
        if name:
            self.model.read_card(Path(name))

    def show_card(self, cards: tuple[CardFacts, ...]) -> None:
        """Open the form with what the card says in it."""
        drawer = CardDrawer(self.window(), self.model, cards)
        self.open_drawer(drawer, drawer.whose if len(cards) > 1 else drawer.fields.member_id)

    def add_plan(self) -> None:
        """Open the form for a new plan."""
        self._edit(None)

    def change(self, row: CoverageRow) -> None:
        """Open the form with a plan in it."""
        self._edit(row)

    def _edit(self, row: CoverageRow | None) -> None:
        drawer = CoverageDrawer(self.window(), self.model, row)
        self.open_drawer(drawer, drawer.fields.payer if row is None else drawer.fields.member_id)

    def end(self, row: CoverageRow) -> None:
        """Ask for the last day of a plan."""
        drawer = EndDrawer(self.window(), self.model, row)
        self.open_drawer(drawer, drawer.fields.ends_on)
