"""Check-in: a drawer over the board that shows only what is not in order, and one big confirm."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from app.checklists.rules import Item, ItemState
from app.core.access import Permission
from app.core.text import tr
from app.documents.rules import kind_label
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.drawer import Drawer
from app.kit.files import accept_files, dropped_files
from app.kit.panels import Card, Glyph, clear
from app.kit.says import ProblemLine
from app.kit.words import label
from app.payments.view.paying import Paying
from app.readiness.rules import Fix, Lamp, LampCode, is_problem, problem_sentence
from app.schedule.rules import ReasonKind
from app.visits.rules import CopayState
from app.visits.viewmodel.panels import CheckInModel, choices

#: what mends a lamp in the record -> the task of its place
RECORD_TASKS = {Fix.ADD_COVERAGE: "add-plan", Fix.TAKE_BALANCE: "take-payment", Fix.COMPLETE_PATIENT: "edit"}
_SHAPES = {ItemState.MISSING: "missing", ItemState.EXPIRED: "soon", ItemState.SOON: "soon", ItemState.WAIVED: "waived"}


class PaperCard(Card):
    """One open paper: what, why, the button that mends it, and the honest way out. A file may be dropped on it."""

    file_given = Signal(str, Path)
    waive_asked = Signal(str)

    def __init__(self, item: Item, *, key: str, may_attach: bool, may_waive: bool, first: bool) -> None:
        super().__init__()
        self.item = item
        self.setAcceptDrops(may_attach)
        self.setAccessibleName(problem_sentence(item))
        self.body.setContentsMargins(*[theme.px(12)] * 4)
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        line.addWidget(Glyph(_SHAPES.get(item.state, "missing"), 22))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(kind_label(item.kind), "head", wrap=True))
        words.addWidget(label(problem_sentence(item), "note", wrap=True))
        line.addLayout(words, 1)
        self.button = KeyButton(tr("Add file…"), kind="primary" if first else "soft", icon="scan", keys=key)
        self.button.clicked.connect(self._pick)
        line.addWidget(self.button)
        if may_waive:
            waive = LinkButton(tr("Waive…"))
            waive.clicked.connect(lambda: self.waive_asked.emit(item.code))
            line.addWidget(waive)
        self.body.addLayout(line)
        self.button.setVisible(may_attach)  # only now: a widget without a parent would open a window of its own

    def _pick(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose the file"),
            "",
            tr("Scans and pictures") + " (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.heic)",
        )
        if name:
            self.file_given.emit(self.item.code, Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        accept_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        for file in dropped_files(event)[:1]:
            self.file_given.emit(self.item.code, file)


class CheckInPanel(Drawer):
    """Opened when a visit with open points is checked in. Ctrl+Enter confirms, whatever is still open."""

    recorded = Signal(object)
    #: the row, and the task that mends what is open
    go_to_record = Signal(object, str)

    def __init__(self, parent: QWidget, model: CheckInModel) -> None:
        super().__init__(parent, tr("Check in {name}", name=model.row.patient))
        self.model = model
        self.paying: Paying | None = None
        self._shown: tuple[object, ...] = ()
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self.set_content(page)
        self.papers = QVBoxLayout()
        self.papers.setSpacing(theme.px(8))
        self.money = QVBoxLayout()
        self.column.addLayout(self.papers)
        self.column.addSpacing(theme.px(12))
        self.column.addLayout(self.money)
        self.column.addStretch(1)
        self.says = ProblemLine()
        self.confirm = KeyButton(tr("Check in"), kind="primary", size="big", icon="check", keys="Ctrl+Return")
        self.confirm.clicked.connect(self._confirm)
        self.note = label(tr("What is still missing goes to the Documents worklist."), "note")
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.says, self.confirm, self.note):
            self.footer.addWidget(widget)
        self.setWindowTitle(tr("Check in"))
        model.changed.connect(self.show_model)
        model.failed.connect(lambda why: self.says.say(str(why)))
        model.finished.connect(self._finished)
        self.show_model()

    def show_model(self) -> None:
        """Show what is open now; what was typed at the money stays."""
        row = self.model.row
        born = f"{row.birth_date:%m/%d/%Y} · {row.age}" if row.birth_date else tr("no birth date")
        at = f"{row.start.hour % 12 or 12}:{row.start.minute:02d}"
        self.set_title(
            tr("Check in {name}", name=row.patient),
            tr("{born} · {visit} with {who} at {time}", born=born, visit=row.visit_type, who=row.practitioner, time=at),
        )
        seen = (self.model.papers, row.lamps, row.version)
        if seen != self._shown:
            self._shown = seen
            self._show_papers()
        if (
            self.paying is None
            and row.copay in (CopayState.DUE, CopayState.ASK)
            and self.model.may(Permission.TAKE_PAYMENT)
        ):
            self.paying = Paying(self.model.owed(), choices(ReasonKind.NO_PAYMENT, row.day), self._copay_note())
            self.paying.edited.connect(self._edited)
            self.money.addWidget(self.paying)
        self._show_confirm()
        self.shadow_keys()

    def _copay_note(self) -> str:
        row = self.model.row
        if row.copay is CopayState.ASK:
            return tr("Nobody knows yet what is due.")
        return tr("By {payer}", payer=row.payer) if row.payer else ""

    def _show_papers(self) -> None:
        clear(self.papers)
        row, open_items = self.model.row, self.model.open_items()
        others = [lamp for lamp in row.lamps if lamp and is_problem(lamp.state) and lamp.fix in RECORD_TASKS]
        head = QHBoxLayout()
        count = len(open_items) + len(others)
        head.addWidget(label(tr("{count} to settle", count=count) if count else tr("Everything is in order"), "head"))
        holder = QWidget()
        head.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(head)
        self.papers.addWidget(holder)
        for number, item in enumerate(open_items, start=1):
            card = PaperCard(
                item,
                key=f"Alt+{number}" if number < 9 else "",
                may_attach=self.model.may(Permission.ATTACH_DOCUMENT),
                may_waive=self.model.may(Permission.OVERRIDE),
                first=number == 1,
            )
            card.file_given.connect(self.model.attach)
            card.waive_asked.connect(self._waive)
            self.papers.addWidget(card)
        for lamp in others:
            self.papers.addWidget(self._other(lamp))
        if self.model.papers:
            right = [item for item in self.model.papers.items if not item.is_open]
            if right:
                names = ", ".join(kind_label(item.kind) for item in right)
                self.papers.addWidget(label(tr("In order: {names}", names=names), "note", wrap=True))

    def _other(self, lamp: Lamp) -> QWidget:
        card = Card()
        card.body.setContentsMargins(*[theme.px(12)] * 4)
        line = QHBoxLayout()
        line.addWidget(Glyph("missing" if lamp.code is LampCode.BALANCE else "unknown", 22))
        line.addWidget(label(lamp.reason, "strong", wrap=True), 1)
        words = {Fix.ADD_COVERAGE: tr("Add plan…"), Fix.TAKE_BALANCE: tr("Take payment…")}
        record = LinkButton(words.get(lamp.fix, tr("Open record")))
        record.clicked.connect(lambda: self.go_to_record.emit(self.model.row, RECORD_TASKS[lamp.fix]))
        line.addWidget(record)
        card.body.addLayout(line)
        return card

    def _waive(self, code: str) -> None:
        reason, given = QInputDialog.getText(
            self, tr("Waive a paper"), tr("Why is it not needed for this visit?"), QLineEdit.EchoMode.Normal
        )
        if given and reason.strip():
            self.model.waive(code, reason.strip())

    def _edited(self) -> None:
        self.says.say("")
        self._show_confirm()

    def _show_confirm(self) -> None:
        words = self.paying.words() if self.paying else ""
        self.confirm.set_label(tr("Check in and take {amount}", amount=words) if words else tr("Check in"))
        self.note.setVisible(bool(self.model.open_items()))

    def _confirm(self) -> None:
        wrong = self.paying.wrong() if self.paying else None
        self.says.say(wrong.problem() if wrong else "", wrong)
        if wrong:
            return
        if self.paying is None:
            self.model.confirm(())
            return
        code, note = self.paying.excuse()
        parts = self.paying.taken()
        asked = sum(part.cents for part in parts) if self.model.row.copay is CopayState.ASK and parts else None
        self.model.confirm(parts, code, note, asked)

    def _finished(self, done: object) -> None:
        self.close_drawer()
        self.recorded.emit(done)
