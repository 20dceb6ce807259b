"""Who works when: the people of the location; the week and the absences of the chosen one stand below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.ports import Ports
from app.core.text import tr
from app.kit.fitted import FittedTable
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries.workers import WorkerRow
from app.schedule.view.setup.away import AwayCard, SkillsCard
from app.schedule.view.setup.card import nowhere
from app.schedule.view.setup.week import WeekCard
from app.schedule.viewmodel.hours import HoursModel
from app.schedule.viewmodel.setup import week_hours, week_words, worker_name

#: so many people are seen at once
MOST_PEOPLE = 8


class PeopleCard(Card):
    """Who works at the location, how long a week, and what they treat. Enter goes on to the week."""

    def __init__(self, model: HoursModel) -> None:
        super().__init__(tr("Who works here"))
        self.model, self.empty = model, label("", "second", wrap=True)
        self.rows = RowTableModel[WorkerRow](_worker_columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("Who works here"), self.rows, most=MOST_PEOPLE)
        self.table.set_compact(True)
        self.says = Says()
        for part in (self.says, self.empty, self.table):
            self.body.addWidget(part)
        model.people_changed.connect(self._take)
        model.failed.connect(self.says.problem)
        self.table.row_changed.connect(self._choose)

    def look(self) -> None:
        """Read who works here."""
        self.says.say("")
        self.model.look()

    def _take(self) -> None:
        people = self.model.people
        self.empty.setText(
            nowhere()
            if not self.model.location_id
            else tr("Nobody treats here yet. An administrator adds people under Places.")
        )
        self.empty.setVisible(not people)
        self.table.show_rows(people)
        self._choose(self.table.currentIndex().row())

    def _choose(self, at: int) -> None:
        row = self.rows.row(at)
        if row is not None:
            self.model.choose(row.id)


def hours_cards(runner: Runner, ports: Ports) -> Sequence[QWidget]:
    """The cards of the section."""
    model = HoursModel(runner, ports)
    people, week, skills, away = PeopleCard(model), WeekCard(model), SkillsCard(model), AwayCard(model)
    model.setParent(people)
    people.table.entered_row.connect(lambda _at: week.form.days[0].setFocus())
    return people, week, skills, away


def _worker_columns() -> tuple[Column[WorkerRow], ...]:
    return (
        Column(tr("Name"), worker_name, name=True, style="name"),
        Column(tr("A week"), lambda row: week_hours(row.week), width=70),
        Column(tr("Hours"), lambda row: week_words(row.week), width=180),
        Column(tr("Treats"), lambda row: ", ".join(row.skills), width=140),
    )
