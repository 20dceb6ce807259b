"""A series moved or cancelled: its visits to come, which of them are meant, and the one button that does it."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.fitted import FittedTable
from app.kit.rows import Column, RowTableModel
from app.kit.says import ProblemLine
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.rules import ReasonKind, reason
from app.schedule.view.absences import AbsenceBox
from app.schedule.view.forms import SeriesCancelForm, SeriesMoveForm
from app.schedule.view.series import SHOWN, WIDE
from app.schedule.viewmodel.change import SeriesChangeModel
from app.schedule.viewmodel.series import DateLine


class Deed(Enum):
    """What is done to the visits."""

    MOVE = "move"
    CANCEL = "cancel"


class SeriesChangeDrawer(Drawer):
    """Moves or cancels one visit of a series, some, or the rest. What is over is not shown: nothing changes it."""

    def __init__(self, parent: QWidget, runner: Runner, ports: Ports, deed: Deed) -> None:
        moving = deed is Deed.MOVE
        super().__init__(parent, tr("Move a series") if moving else tr("Cancel a series"), width=WIDE)
        self.deed, self.model = deed, SeriesChangeModel(runner, ports, self)
        self.moving: SeriesMoveForm | None = SeriesMoveForm() if moving else None
        self.ending: SeriesCancelForm | None = None if moving else SeriesCancelForm()
        self.absence = AbsenceBox(runner)
        self._weighed = 0
        self.says = ProblemLine()
        self.all = KeyButton(tr("All"), size="row", keys="Alt+1")
        self.rest = KeyButton(tr("This and the rest"), size="row", keys="Alt+2")
        self.only = KeyButton(tr("This alone"), size="row", keys="Alt+3")
        self.take_all = KeyButton("", kind="soft", keys="Alt+A", icon="swap")
        self.confirm = KeyButton("", kind="primary" if moving else "danger", size="big", keys="Ctrl+Return")
        columns: list[Column[DateLine]] = [
            Column(tr("Date"), lambda line: line.day, second=lambda line: line.weekday, width=118),
            Column(tr("Time"), lambda line: line.at, second=lambda line: line.who, width=112),
            Column(
                tr("State"), lambda line: line.state, second=lambda line: line.second,
                glyph=lambda line: line.glyph, ink=lambda line: line.ink,
            ),
        ]  # fmt: skip
        self.rows = RowTableModel(columns, lambda line: line.number, self)
        self.table = FittedTable(tr("Visits of the series"), self.rows, most=SHOWN)
        self._filling = False
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        which = QHBoxLayout()
        for button in (self.all, self.rest, self.only):
            which.addWidget(button)
        which.addStretch(1)
        column.addLayout(which)
        column.addWidget(self.table)
        column.addWidget(
            label(tr("Space chooses a visit or leaves it. What is over stays as it is."), "hint", wrap=True)
        )
        form = self.moving or self.ending
        if form is not None:
            column.addWidget(form.root)
        column.addWidget(self.absence)
        column.addStretch(1)
        self.set_content(page)
        self.footer.addWidget(self.says)
        self.footer.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.footer.addWidget(self.confirm)

    def _connect(self) -> None:
        model = self.model
        model.ready.connect(self._fill)
        model.changed.connect(self._show)
        model.failed.connect(self._failed)
        model.done.connect(lambda _said: self.close_drawer())
        self.all.clicked.connect(lambda: self._picked(lambda _at: model.pick_rest(None)))
        self.rest.clicked.connect(lambda: self._picked(lambda at: model.pick_rest(model.visits()[at].id)))
        self.only.clicked.connect(lambda: self._picked(model.pick_only))
        self.take_all.clicked.connect(model.take_all)
        self.confirm.clicked.connect(self._confirm)
        self.table.entered_row.connect(lambda at: self._picked(lambda _at: model.toggle(at)))
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._picked(model.toggle))
        if self.moving is not None:
            self.moving.changed.connect(self._look)
        if self.ending is not None:
            self.ending.reason.currentIndexChanged.connect(self._weigh)

    def begin(self, series_id: int, visit_id: int | None = None) -> None:
        """Open for a series; with a visit, that one and the rest are chosen."""
        self.open(self.table)
        self.model.begin(series_id, visit_id)

    def _fill(self) -> None:
        row = self.model.row
        self.subheading.setVisible(True)
        self.subheading.setText(row.visit_type if row else "")
        self._filling = True
        if self.moving is not None:
            self.moving.practitioner.clear()
            self.moving.practitioner.addItem(tr("As it is"), 0)
            for one in self.model.people:
                self.moving.practitioner.addItem(one.name, one.id)
        if self.ending is not None:
            self.ending.reason.clear()
            for code, words in self.model.reasons():
                self.ending.reason.addItem(words, code)
        self._filling = False
        self._show()
        self.table.setCurrentIndex(self.rows.index(max(self.rows.find(self.model.first_id), 0), 0))
        if self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, pick: Callable[[int], None]) -> None:
        """Choose by the row under the cursor."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.model.visits()):
            pick(at)
            self._look()

    def _look(self) -> None:
        self.says.say("")
        form = self.moving
        if form is not None and not self._filling and form.start.problem() == "":
            self.model.look(form.days.value(), form.start.value(), form.practitioner.currentData())

    def _show(self) -> None:
        model = self.model
        self.table.show_rows(model.lines())
        self.take_all.setVisible(bool(model.open()))
        self.take_all.set_label(tr("Take all alternatives · {count}", count=len(model.open())))
        if self.moving is not None:
            count = len(model.targets())
            self.confirm.set_label(tr("Move the visit") if count == 1 else tr("Move {count} visits", count=count))
        else:
            count = len(model.chosen())
            self.confirm.set_label(tr("Cancel the visit") if count == 1 else tr("Cancel {count} visits", count=count))
            self._weigh()

    def _weigh(self) -> None:
        """What the first of the visits counts as, said before it is cancelled; a second one so near comes to the worklist."""
        first, form, row = next(iter(self.model.chosen()), None), self.ending, self.model.row
        if form is None or row is None or self._filling:
            return
        self.absence.choose(reason(ReasonKind.CANCEL, form.reason.currentData() or ""))
        if first is not None and first.id != self._weighed:
            self._weighed = first.id
            self.absence.begin(first.id, row.location_id, ReasonKind.CANCEL)

    def _confirm(self) -> None:
        if self.moving is not None and self.moving.check():
            self.model.move()
        elif self.ending is not None:
            self.model.cancel(self.ending.reason.currentData() or "", self.ending.note.text(), self.absence.mark())

    def _failed(self, why: ClinicError) -> None:
        form = self.moving or self.ending
        if not self.absence.show_problem(why) and (form is None or not form.show_problem(why)):
            self.says.say(str(why))
