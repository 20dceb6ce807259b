"""The pane at the right of the board: who, what is missing and the key that mends it, what the phone asks for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.panels import Card, Glyph, clear, hairline
from app.kit.portrait import Portrait
from app.kit.words import label
from app.patients.view.pane import Callout
from app.patients.view.results import yielding
from app.patients.viewmodel.facts import letters_of
from app.patients.viewmodel.photo import Face
from app.readiness.rules import Fix, Lamp, LampState, is_problem
from app.runner.bridge import Runner
from app.visits.rules import BoardRow, Group
from app.visits.view.cells import copay_words, step_words
from app.visits.view.table import lamp_name

WIDTH, DRAWER = 320, 480

#: what mends a lamp -> (words on the button, icon)
FIXES: dict[Fix, tuple[str, Callable[[], str]]] = {
    Fix.SCAN_ID: ("scan", lambda: tr("Add photo ID")),
    Fix.SCAN_CARD: ("scan", lambda: tr("Add card")),
    Fix.ADD_COVERAGE: ("card", lambda: tr("Add plan")),
    Fix.SIGN_FORMS: ("page", lambda: tr("Add signed form")),
    Fix.TAKE_BALANCE: ("money", lambda: tr("Take payment")),
    Fix.COMPLETE_PATIENT: ("user", lambda: tr("Complete record")),
}


class VisitFacts(QWidget):
    """What is to be known about one visit. `fixed` is a lamp's own button, `opened` the whole record."""

    fixed = Signal(object, int)
    opened = Signal(object)

    def __init__(self, runner: Runner, *, named: bool = True) -> None:
        super().__init__()
        self._named = named
        self.face = Face(runner, self)
        self.face.changed.connect(self._show_face)
        self._portrait: Portrait | None = None
        self._row: BoardRow | None = None
        self.setProperty("kit", "page")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(6))

    def show_row(self, row: BoardRow | None) -> None:
        """Show another visit, or that none is chosen."""
        clear(self.body)
        self._portrait, self._row = None, row
        self.face.show(row.patient_id if row is not None else None)
        if row is None:
            self.body.addWidget(label(tr("Choose a visit to see what it needs."), "second", wrap=True))
        else:
            self._who(row)
            self._missing(row)
            self._facts(row)
        self.body.addStretch(1)

    def _who(self, row: BoardRow) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.px(12))
        words.setSpacing(theme.px(2))
        self._portrait = Portrait(44)
        head.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        if self._named:
            words.addWidget(yielding(label(row.patient, "title", wrap=True)))
        born = f"{row.birth_date:%m/%d/%Y}" if row.birth_date else tr("no birth date")
        years = tr("{count} years", count=row.age) if row.age is not None else ""
        words.addWidget(yielding(label(" · ".join(filter(None, (born, years))), "second", wrap=True)))
        top = QWidget()
        head.setContentsMargins(0, 0, 0, 0)
        top.setLayout(head)
        self.body.addWidget(top)
        self._show_face()
        line = QHBoxLayout()
        line.addWidget(label(tr("MRN {number}", number=row.mrn), "second"))
        line.addStretch(1)
        record = KeyButton(tr("Open record"), kind="quiet", size="row", keys="Ctrl+O", hint=False)
        record.clicked.connect(lambda: self.opened.emit(row))
        line.addWidget(record)
        holder = QWidget()
        line.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(line)
        self.body.addWidget(holder)
        if row.alert:
            self.body.addWidget(Callout("speech", row.alert, "warn"))

    def _show_face(self) -> None:
        if self._portrait is not None and self._row is not None:
            self._portrait.show_person(self._row.patient, letters_of(self._row.patient), self.face.data)

    def _missing(self, row: BoardRow) -> None:
        lit = [(number, lamp) for number, lamp in enumerate(row.lamps) if lamp is not None]
        if not lit or row.group is Group.DONE:
            return
        wrong = [(number, lamp) for number, lamp in lit if is_problem(lamp.state)]
        head = QHBoxLayout()
        head.setContentsMargins(0, theme.px(8), 0, 0)
        title = (
            tr("Missing for {time}", time=f"{row.start.hour % 12 or 12}:{row.start.minute:02d}")
            if wrong
            else tr("Ready")
        )
        head.addWidget(label(title, "head"))
        head.addStretch(1)
        head.addWidget(label(tr("{count} of {all}", count=len(wrong), all=len(lit)) if wrong else "", "second"))
        holder = QWidget()
        holder.setLayout(head)
        self.body.addWidget(holder)
        for number, lamp in wrong:
            self.body.addWidget(self._point(row, number, lamp))
        right = len(lit) - len(wrong)
        if right:
            self.body.addWidget(label(_in_order(lit), "note", wrap=True))

    def _point(self, row: BoardRow, number: int, lamp: Lamp) -> QWidget:
        card = Card()
        card.body.setContentsMargins(*[theme.px(n) for n in (12, 10, 12, 10)])
        line = QHBoxLayout()
        line.addWidget(Glyph(lamp.state.value, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(lamp_name(number), "strong"))
        words.addWidget(label(lamp.reason, "note", wrap=True))
        if lamp.fix in FIXES:
            icon, says = FIXES[lamp.fix]
            button = KeyButton(says(), kind="soft", size="row", icon=icon, keys=f"Alt+{number + 1}")
            button.clicked.connect(lambda: self.fixed.emit(row, number))
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        return card

    def _facts(self, row: BoardRow) -> None:
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(hairline())
        facts = [
            (tr("Visit"), f"{row.visit_type} · {row.practitioner}"),
            (tr("Plan"), row.payer),
            (tr("Co-pay"), copay_words(row)[0]),
            (tr("Note"), row.note),
        ]
        grid = QGridLayout()
        grid.setContentsMargins(0, theme.px(6), 0, 0)
        grid.setColumnMinimumWidth(0, theme.px(60))
        for at, (title, value) in enumerate((title, value) for title, value in facts if value):
            grid.addWidget(label(title, "hint"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, "strong", wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        self.body.addWidget(holder)


def step_button() -> KeyButton:
    """The big button with the visit's next step."""
    made = KeyButton("", kind="primary", size="big")
    made.set_tip(tr("Enter in the board does the same"))
    return made


def say_step(button: KeyButton, row: BoardRow) -> None:
    """Put the visit's next step on its button; what is done is quiet."""
    button.set_label(step_words(row))
    button.set_kind("soft" if row.group is Group.DONE else "primary")


class VisitPane(QWidget):
    """The chosen visit beside the board. `stepped` is the big button; the others are those of VisitFacts."""

    stepped = Signal(object)
    fixed = Signal(object, int)
    opened = Signal(object)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: BoardRow | None = None
        self.setFixedWidth(theme.px(WIDTH))
        self.setProperty("kit", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Chosen visit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.facts = VisitFacts(runner)
        self.facts.body.setContentsMargins(*[theme.px(n) for n in (20, 16, 20, 12)])
        self.facts.fixed.connect(self.fixed)
        self.facts.opened.connect(self.opened)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.facts)
        column.addWidget(scroll, 1)
        self.big = step_button()
        self.big.clicked.connect(lambda: self.row and self.stepped.emit(self.row))
        foot = QHBoxLayout()
        foot.setContentsMargins(*[theme.px(n) for n in (20, 12, 20, 12)])
        foot.addWidget(self.big)
        self._line = hairline()
        column.addWidget(self._line)
        column.addLayout(foot)
        self.show_row(None)

    def show_row(self, row: BoardRow | None) -> None:
        """Show another visit, or that none is chosen."""
        if row is not None and row == self.row:
            return
        self.row = row
        self.facts.show_row(row)
        for part in (self.big, self._line):
            part.setVisible(row is not None)
        if row is not None:
            say_step(self.big, row)


class PaneDrawer(Drawer):
    """The same over the board, where it has no room beside it. F6 and Esc go back to the board."""

    stepped = Signal(object)

    def __init__(self, parent: QWidget, row: BoardRow, runner: Runner) -> None:
        super().__init__(parent, row.patient, width=DRAWER)
        self.row = row
        self.facts = VisitFacts(runner, named=False)
        self.set_content(self.facts)
        self.big = step_button()
        self.big.clicked.connect(lambda: self.stepped.emit(self.row))
        self.footer.addWidget(self.big)
        back = QShortcut(QKeySequence("F6"), self)
        back.activated.connect(self.close_drawer)
        self._fill(row)

    def show_row(self, row: BoardRow | None) -> None:
        """The visit as it is now."""
        if row is not None and row != self.row and row.appointment_id == self.row.appointment_id:
            self._fill(row)

    def _fill(self, row: BoardRow) -> None:
        self.row = row
        self.set_title(row.patient)
        self.facts.show_row(row)
        say_step(self.big, row)
        self.shadow_keys()


def _in_order(lit: list[tuple[int, Lamp]]) -> str:
    """What is right, in one line."""
    states = [lamp.state for _, lamp in lit]
    parts = [
        (tr("{count} in order", count=states.count(LampState.OK)), states.count(LampState.OK)),
        (tr("{count} waived", count=states.count(LampState.WAIVED)), states.count(LampState.WAIVED)),
        (tr("{count} not needed", count=states.count(LampState.NONE)), states.count(LampState.NONE)),
    ]
    return ", ".join(words for words, count in parts if count)
