"""What one person treats, and when they are away."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.core.errors import ClinicError
from app.core.ports import Place
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.schedule.queries import Opening, PractitionerRow
from app.schedule.queries.workers import ExceptionRow
from app.schedule.rules.weeks import CLOSED
from app.schedule.view.closing import BlockPanel
from app.schedule.view.setup.card import buttons
from app.schedule.viewmodel.hours import HoursModel
from app.schedule.viewmodel.setup import exception_when, exception_why, worker_name

#: so many closed times are seen at once
MOST_AWAY = 6
#: why somebody is away, most often: the code of a reason
LIKELY = "leave"


class SkillsForm(Form):
    """What somebody treats."""

    ui = "schedule/skills.ui"
    skills: QLineEdit


class SkillsCard(Card):
    """What the chosen person treats."""

    def __init__(self, model: HoursModel) -> None:
        super().__init__(tr("Treats"))
        self.model, self.form, self.says = model, SkillsForm(), Says()
        self.form.skills.setPlaceholderText(tr("hands, vestibular, pelvic floor"))
        self.button = KeyButton(tr("Save what they treat"), kind="soft")
        self.body.addWidget(self.form.root)
        self.body.addWidget(self.says)
        buttons(self, self.button)
        self.button.clicked.connect(self.send)
        self.form.skills.returnPressed.connect(self.send)
        model.hours_changed.connect(self._show)
        model.people_changed.connect(lambda: self.setVisible(bool(model.people)))

    def _show(self, other: bool) -> None:
        if self.model.hours is not None and (other or not self.form.skills.isModified()):
            self.form.skills.setText(", ".join(self.model.hours.worker.skills))

    def send(self) -> None:
        """Keep it."""
        self.says.say("")
        self.form.clear_errors()
        self.model.treat(self.form.skills.text(), lambda: self.form.skills.setModified(False), self._failed)

    def _failed(self, why: ClinicError) -> None:
        if not self.form.show_problem(why):
            self.says.problem(why)


class AwayCard(Card):
    """When the chosen person is away: leave, meetings, training; adding one, and opening one again."""

    def __init__(self, model: HoursModel) -> None:
        super().__init__(tr("Away"))
        self.model = model
        self.rows = RowTableModel[ExceptionRow](_away_columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("Away"), self.rows, most=MOST_AWAY)
        self.table.set_compact(True)
        self.none = label(tr("No leave and no meeting to come."), "second", wrap=True)
        self.add = KeyButton(tr("Add leave or a meeting…"), kind="soft", size="row", icon="plus")
        self.open_again = KeyButton(tr("Open again"), size="row")
        buttons(self, self.add, self.open_again)
        self.body.addWidget(self.none)
        self.body.addWidget(self.table)
        self.drawer: Drawer | None = None
        self.panel: BlockPanel | None = None
        self.add.clicked.connect(self.open_form)
        self.open_again.clicked.connect(self._reopen)
        self.table.row_changed.connect(lambda _at: self._refresh())
        model.hours_changed.connect(lambda _other: self._show())
        model.people_changed.connect(lambda: self.setVisible(bool(model.people)))

    def _show(self) -> None:
        rows = self.model.hours.exceptions if self.model.hours is not None else ()
        self.table.show_rows(rows)
        self.none.setVisible(not rows)
        self._refresh()

    def _chosen(self) -> ExceptionRow | None:
        return self.rows.row(self.table.currentIndex().row())

    def _refresh(self) -> None:
        self.open_again.set_unavailable("" if self._chosen() else tr("Choose a line of the list."))

    def _reopen(self) -> None:
        row = self._chosen()
        if row is not None:
            self.model.reopen(row)

    def open_form(self) -> None:
        """Ask from when to when, and why."""
        hours = self.model.hours
        if hours is None:
            return
        who = hours.worker
        start = next((day[0][0] for day in (hours.week_on(hours.today) or CLOSED) if day), None)
        self.drawer = Drawer(self.window(), tr("Add leave or a meeting"), worker_name(who))
        self.panel = BlockPanel(self.model)
        self.drawer.set_content(self.panel)
        self.drawer.footer.addWidget(self.panel.confirm)
        self.panel.closed.connect(self.drawer.close_drawer)
        self.panel.left.connect(lambda first, _last: self.model.ports.go(Place("schedule", day=first, task="rehome")))
        self.drawer.closed.connect(self.drawer.deleteLater)
        people = (PractitionerRow(who.id, who.family, who.given, who.credential, who.lanes),)
        now = self.model.runner.executor.database.clock.now()
        cell = Opening(who.id, who.family, self.model.location_id, hours.today, start or now.time(), 0, now, now)
        self.panel.begin(people, cell, hours.today)
        self.panel.form.why.setCurrentIndex(max(0, self.panel.form.why.findData(LIKELY)))
        self.drawer.open(self.panel.form.why)


def _away_columns() -> tuple[Column[ExceptionRow], ...]:
    return (Column(tr("When"), exception_when), Column(tr("Why"), exception_why, width=200))
