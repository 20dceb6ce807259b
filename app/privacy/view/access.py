"""Who saw this patient, when, why: one screen, one paper."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.panels import EmptyState
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.table import RowTable
from app.patients.view.results import column_of
from app.privacy.view.forms import AccessForm
from app.privacy.viewmodel import FIRST_LOOK, AccessLine, AccessModel
from app.runner.bridge import Runner

WIDTH = 960


class AccessDrawer(Drawer):
    """The looks at one record in some days, and the paper of them."""

    def __init__(self, parent: QWidget, runner: Runner, ports: Ports, patient_id: int) -> None:
        super().__init__(parent, tr("Who saw this record"), width=WIDTH)
        self.ports, self.patient_id = ports, patient_id
        self.model = AccessModel(runner, self)
        self.form, self.says = AccessForm(), Says()
        self.rows = RowTableModel[AccessLine](_columns(), lambda line: line.id, self)
        self.table = RowTable()
        self.table.setAccessibleName(tr("Who saw this record"))
        self.table.set_rows_model(self.rows)
        self.table.setMinimumHeight(theme.px(320))
        self.empty = EmptyState("search", tr("Nobody looked at this record in these days."))
        self.look = KeyButton(tr("Show"), kind="soft", keys="F5")
        self.paper = KeyButton(tr("Print or save…"), kind="primary", size="big", icon="print", keys="Ctrl+P")
        self._arrange()
        self.look.clicked.connect(self.ask)
        self.paper.clicked.connect(self._print)
        for field in (self.form.first, self.form.last):
            field.returnPressed.connect(self.ask)
        self.model.changed.connect(self._fill)
        self.model.failed.connect(self.says.problem)
        self.closed.connect(self.deleteLater)

    def _arrange(self) -> None:
        page = QWidget()
        column = column_of(page)
        row = QHBoxLayout()
        row.addWidget(self.form.root, 1)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.look)
        beside.addSpacing(theme.px(18))  # as high as the room for a sentence below a field
        row.addLayout(beside)
        column.addLayout(row)
        column.addWidget(self.says)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self.set_content(page)
        self.footer.addWidget(self.paper)

    def begin(self) -> None:
        """The last thirty days."""
        today = self.ports.here().today
        for field in (self.form.first, self.form.last):
            field.set_today(today)
        self.form.set_values({"first": today - FIRST_LOOK, "last": today})
        self.open(self.form.first)
        self.ask()

    def ask(self) -> None:
        """Ask for the days that are written."""
        self.says.say("")
        first, last = self.form.first.value(), self.form.last.value()
        if self.form.check() and first is not None and last is not None:
            self.model.look(self.patient_id, min(first, last), max(first, last))

    def _fill(self) -> None:
        lines, log = self.model.lines(), self.model.log
        self.rows.set_rows(lines)
        self.table.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        if log is not None:
            self.set_title(tr("Who saw this record"), tr("{name}, MRN {mrn}", name=log.name, mrn=log.mrn))
            if log.more:
                self.says.say(tr("There is more than can be shown."), tr("Ask for fewer days."))

    def _print(self) -> None:
        if self.model.log is not None:
            self.ports.show_paper(self.model.log)

    def problem(self, why: ClinicError) -> None:
        """Say what did not go."""
        self.says.problem(why)


def _columns() -> tuple[Column[AccessLine], ...]:
    return (
        Column(tr("When"), lambda line: line.day, second=lambda line: line.at, width=104),
        Column(tr("What"), lambda line: line.what, width=210, tooltip=lambda line: line.what),
        Column(tr("Who"), lambda line: line.who, width=210, tooltip=lambda line: line.who),
        Column(
            tr("Why"), lambda line: line.why, second=lambda line: line.odd, tooltip=lambda line: line.odd,
            ink=lambda line: "text",
        ),
    )  # fmt: skip
