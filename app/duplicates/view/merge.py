"""Two records side by side: what differs is chosen, what is there twice is settled, one key makes them one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.text import tr
from app.duplicates.actions import Merged, SayDifferent, merge_patients, say_different
from app.duplicates.queries import Side
from app.duplicates.viewmodel import ChoiceLine, MergeModel
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.choices import WordyRadio
from app.kit.dates import show_date
from app.kit.drawer import Drawer
from app.kit.panels import Card, Glyph, announce
from app.kit.says import Says
from app.kit.words import label
from app.patients.rules.likeness import sureness_words
from app.patients.rules.matching import reason_words
from app.patients.view.results import yielding
from app.runner.bridge import Runner
from app.staff.view import Cosigner

WIDTH = 880
_SIGN = {"same": ("check", "ok"), "near": ("approx", "warn"), "other": ("x", "text3")}


class MergeDrawer(Drawer):
    """A merge over the window. `merged` carries what came of it, `parted` that they are two people."""

    merged = Signal(object)
    parted = Signal()

    def __init__(self, parent: QWidget, runner: Runner) -> None:
        super().__init__(
            parent, tr("Make one record of two"), tr("Nothing is lost, and it can be taken back."), width=WIDTH
        )
        self.runner = runner
        self.model = MergeModel(runner, self)
        self.cosigner = Cosigner(runner, self.window)
        self.says = Says()
        self.swap = KeyButton(tr("Keep the other one"), kind="quiet", size="row", keys="Alt+S")
        self.different = KeyButton(tr("Two people"), size="big", keys="Alt+0")
        self.confirm = KeyButton(tr("Make one record"), kind="primary", size="big", keys="Ctrl+Return")
        self._groups: list[QButtonGroup] = []
        self.beside.addWidget(self.swap)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.different)
        row.addWidget(self.confirm, 1)
        self.footer.addWidget(self.says)
        self.footer.addLayout(row)
        self.swap.clicked.connect(self.model.swap)
        self.different.clicked.connect(self._different)
        self.confirm.clicked.connect(self._merge)
        self.model.changed.connect(self._fill)
        self.model.failed.connect(self.problem)

    def begin(self, one_id: int, other_id: int) -> None:
        """Look at two records."""
        self.confirm.setEnabled(False)
        self.open(self.confirm)
        self.model.look(one_id, other_id)

    def problem(self, why: ClinicError) -> None:
        """Say what did not go."""
        self.says.problem(why)

    # -------------------------------------------------------------------------------------------------- show

    def _fill(self) -> None:
        preview = self.model.preview
        if preview is None:
            return
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        if preview.likeness is not None:
            column.addWidget(self._likeness())
        if preview.overlaps:
            column.addWidget(self._overlaps())
        card = Card()
        card.body.addLayout(self._table(preview.one, preview.other))
        column.addWidget(card)
        column.addStretch(1)
        self.set_content(page)
        self.confirm.setEnabled(not preview.overlaps)
        self.shadow_keys()
        first = self._groups[0].checkedButton() if self._groups else None
        (first or self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)
        both = tr("{one} and {other}", one=preview.one.name, other=preview.other.name)
        announce(self, f"{both}. {tr('Settle first')}" if preview.overlaps else both)

    def _likeness(self) -> QWidget:
        found = self.model.preview.likeness if self.model.preview else None
        card = Card()
        if found is None:
            return card
        card.body.addWidget(label(sureness_words(found.sureness), "head"))
        for reason in found.reasons:
            icon, ink = _SIGN[reason.sign]
            line = QHBoxLayout()
            line.setSpacing(theme.px(8))
            line.addWidget(Glyph(icon, 16, ink))
            line.addWidget(yielding(label(reason_words(reason), wrap=True)), 1)
            card.body.addLayout(line)
        return card

    def _overlaps(self) -> QWidget:
        card = Card(tone="bad")
        card.body.addWidget(label(tr("Settle first"), "error"))
        for words in self.model.overlap_lines():
            card.body.addWidget(yielding(label(words, wrap=True)))
        card.body.addWidget(yielding(label(tr("Move or cancel one of each pair first."), "note", wrap=True)))
        return card

    def _table(self, one: Side, other: Side) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        for at, stretch in enumerate((0, 1, 1)):
            grid.setColumnStretch(at, stretch)
        for at, (side, title) in enumerate(
            ((one, tr("This one stays")), (other, tr("This one goes into it"))), start=1
        ):
            grid.addLayout(_head(side, title), 0, at)
        self._groups = []
        lines = self.model.lines()
        for row, line in enumerate(lines, start=1):
            self._add_line(grid, row, line)
        if not lines:
            grid.addWidget(label(tr("Both say the same."), "second"), 1, 1, 1, 2)
        return grid

    def _add_line(self, grid: QGridLayout, row: int, line: ChoiceLine) -> None:
        grid.addWidget(label(line.title, "label"), row, 0)
        group = QButtonGroup(self)
        for at, (words, other) in enumerate(((line.one, False), (line.other, True)), start=1):
            choice = WordyRadio(words, name=f"{line.title}: {words}", checked=line.takes_other is other)
            group.addButton(choice.button)
            grid.addWidget(choice, row, at)
            choice.button.toggled.connect(
                lambda on, code=line.code, theirs=other: self.model.choose(code, other=theirs) if on else None
            )
        self._groups.append(group)

    # ------------------------------------------------------------------------------------------------ decide

    def _merge(self) -> None:
        self.says.say("")
        try:
            command = self.model.command()
        except ClinicError as why:
            self.problem(why)
            return
        self.cosigner.run(merge_patients, command, Permission.MERGE_PATIENTS, self._merged, self.problem)

    def _merged(self, result: Merged) -> None:
        self.close_drawer()
        self.merged.emit(result)

    def _different(self) -> None:
        preview = self.model.preview
        if preview is None:
            return
        command = SayDifferent(patient_id=preview.one.id, other_id=preview.other.id)
        self.cosigner.run(say_different, command, Permission.MERGE_PATIENTS, lambda _row: self._apart(), self.problem)

    def _apart(self) -> None:
        self.close_drawer()
        self.parted.emit()


def _head(side: Side, title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    born = show_date(side.birth_date) if side.birth_date else tr("Birth date missing")
    facts = f"{born} · {tr('MRN {mrn}', mrn=side.mrn)}"
    since = tr("since {day}", day=show_date(side.since))
    for words, role in (
        (title, "note"), (side.name, "head"), (facts, "second"), (" · ".join((since, *side.holds)), "note"),
    ):  # fmt: skip
        column.addWidget(yielding(label(words, role, wrap=True)))
    return column
