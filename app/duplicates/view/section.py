"""Look-alikes and merges of a patient as a card of the record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.duplicates.actions import Merged, UndoMerge, undo_merge
from app.duplicates.queries import MergeRow, PairRow
from app.duplicates.view.merge import MergeDrawer
from app.duplicates.viewmodel import DuplicatesModel
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.dates import show_date
from app.kit.drawer import Drawer
from app.kit.fields import SearchBox
from app.kit.panels import clear
from app.kit.words import label
from app.patients.rules.likeness import sureness_words
from app.patients.view.finder import Chooser
from app.patients.view.results import ResultList, column_of, yielding
from app.patients.view.sections import RecordSection
from app.patients.viewmodel.finder import Finder
from app.runner.bridge import Runner
from app.staff.view import Cosigner

KEYS = "Ctrl+Shift+G"
#: a place that leads to a merge names the other record behind this word
TASK = "merge-"


class DuplicatesSection(RecordSection):
    """Which other records may be this person, and which were merged into this one."""

    model: DuplicatesModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(DuplicatesModel(runner, ports), tr("Same person twice?"))
        self.runner, self.ports = runner, ports
        self.cosigner = Cosigner(runner, self.window)
        self.merge = KeyButton(tr("Merge with…"), icon="patients", kind="soft", keys=KEYS, size="row")
        self.merge.clicked.connect(self.choose_other)
        self.buttons.addWidget(self.merge)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(8))
        self.body.addLayout(self._lines)
        self.looking: MergeDrawer | None = None

    def refresh(self) -> None:
        clear(self._lines)
        if self.model.patient_id is None:
            return
        for pair in self.model.pairs:
            self._lines.addWidget(self._pair_line(pair))
        for merge in self.model.merges:
            self._lines.addWidget(self._merge_line(merge))
        if self.model.loaded and not (self.model.pairs or self.model.merges):
            self._lines.addWidget(label(tr("No other record looks like this one."), "second", wrap=True))

    def _pair_line(self, pair: PairRow) -> QWidget:
        born = show_date(pair.birth_date) if pair.birth_date else ""
        facts = " · ".join(part for part in (born, tr("MRN {mrn}", mrn=pair.mrn)) if part)
        look = LinkButton(tr("Compare…"))
        look.set_tip(tr("Compare with {name}", name=pair.name))
        look.clicked.connect(lambda: self.compare(pair.other_id))
        return _line(f"{pair.name} · {facts}", sureness_words(pair.sureness), "warn", look)

    def _merge_line(self, merge: MergeRow) -> QWidget:
        what = tr("{name}, MRN {mrn}", name=merge.merged_name, mrn=merge.merged_mrn)
        when = show_date(merge.at.date())
        said = tr("parted again") if merge.undone else tr("went into this record")
        undo: LinkButton | None = None
        if merge.can_undo:
            undo = LinkButton(tr("Part again"))
            undo.set_tip(tr("Part again: what moved goes back, what came later stays"))
            undo.clicked.connect(lambda: self._undo(merge))
        return _line(what, f"{said} · {when} · {merge.by_name}", "note", undo)

    # ------------------------------------------------------------------------------------------------- tasks

    def begin(self, task: str) -> bool:
        """Start a merge with the record that the task names."""
        other = task.removeprefix(TASK)
        if not task.startswith(TASK) or not other.isdecimal() or self.model.patient_id is None:
            return False
        self.compare(int(other))
        return True

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None:
            return ()
        return (Deed("patients.merge", tr("Merge with another record"), KEYS, self.choose_other),)

    def choose_other(self) -> None:
        """Find the other record first."""
        drawer = OtherDrawer(self.window(), self.runner, self.ports)
        drawer.chosen.connect(self.compare)
        drawer.closed.connect(drawer.deleteLater)
        drawer.open(drawer.box)

    def compare(self, other_id: int) -> None:
        """Show both records side by side."""
        if self.model.patient_id is None:
            return
        drawer = self.looking = MergeDrawer(self.window(), self.runner)
        drawer.merged.connect(self._merged)
        drawer.parted.connect(lambda: self.ports.announce(tr("Kept as two people")))
        drawer.closed.connect(drawer.deleteLater)
        drawer.begin(self.model.patient_id, other_id)

    def _merged(self, result: Merged) -> None:
        sentence = tr("One record: {name}, MRN {mrn}", name=result.name, mrn=result.mrn)
        undo = UndoMerge(merge_id=result.merge_id, version=result.merge_version)
        self.ports.undoable(sentence, lambda: self._take_back(undo))
        self.ports.go(Place("patients", patient_id=result.patient_id))

    def _undo(self, merge: MergeRow) -> None:
        self._take_back(UndoMerge(merge_id=merge.id, version=merge.version))

    def _take_back(self, command: UndoMerge) -> None:
        done = tr("Two records again")
        self.cosigner.run(
            undo_merge, command, Permission.MERGE_PATIENTS, lambda _parted: self.ports.announce(done), self.problem
        )


class OtherDrawer(Drawer):
    """Finds the other record of a merge; `chosen` carries its id."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, runner: Runner, ports: Ports) -> None:
        super().__init__(parent, tr("Merge with…"), tr("Find the other record of this person."))
        self.box = SearchBox(hint=tr("Name, birth date, phone or MRN"))
        self.results = ResultList(takes_focus=False)
        page = QWidget()
        column = column_of(page)
        column.addWidget(self.box)
        column.addWidget(self.results, 1)
        self.set_content(page)
        finder = Finder(runner, lambda: ports.here().location_id, self)
        self.chooser = Chooser(self.box, finder, self.results, Ports(go=self._go), offers_new=False)

    def _go(self, place: Place) -> None:
        if place.patient_id is not None:
            self.close_drawer()
            self.chosen.emit(place.patient_id)


def _line(title: str, note: str, role: str, link: LinkButton | None) -> QWidget:
    made = QWidget()
    made.setAccessibleName(f"{title}, {note}")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    words = QVBoxLayout()
    words.setSpacing(theme.px(2))
    words.addWidget(yielding(label(title, "strong", wrap=True)))
    words.addWidget(yielding(label(note, role, wrap=True)))
    row.addLayout(words, 1)
    if link is not None:
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return made
