"""Who works when: the people of the location, the week of one of them, what they treat, and when they are away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.fields import DateField
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries import Opening, PractitionerRow
from app.schedule.queries.setup import ExceptionRow, WorkerRow
from app.schedule.rules.weeks import CLOSED, Day, Template, Week, read_day, write_day
from app.schedule.view.closing import BlockPanel
from app.schedule.view.setup.card import buttons, nowhere
from app.schedule.view.setup.standing import StandingDrawer, standing_visits
from app.schedule.viewmodel.hours import HoursModel
from app.schedule.viewmodel.setup import (
    day_hours_words,
    exception_when,
    exception_why,
    holds_words,
    week_hours,
    week_words,
    worker_name,
)

#: so many people, weeks and closed times are seen at once
MOST_PEOPLE, MOST_WEEKS, MOST_AWAY = 8, 5, 6
#: why somebody is away, most often: the code of a reason
LIKELY = "leave"


class WeekForm(Form):
    """Seven days as people write them, and the days from and to which they hold."""

    ui = "schedule/week.ui"
    day0: QLineEdit
    day1: QLineEdit
    day2: QLineEdit
    day3: QLineEdit
    day4: QLineEdit
    day5: QLineEdit
    day6: QLineEdit
    said0: QLabel
    said1: QLabel
    said2: QLabel
    said3: QLabel
    said4: QLabel
    said5: QLabel
    said6: QLabel
    valid_from: DateField
    valid_to: DateField

    def __init__(self) -> None:
        super().__init__()
        self.days: list[QLineEdit] = [getattr(self, f"day{number}") for number in range(7)]
        self.said: list[QLabel] = [getattr(self, f"said{number}") for number in range(7)]
        self.valid_to.setPlaceholderText(tr("For good"))
        for number, field in enumerate(self.days):
            field.textChanged.connect(partial(self._read, number))
            field.editingFinished.connect(partial(self._tidy, number))

    def show_week(self, week: Week) -> None:
        """Put a week into the fields."""
        for field, day in zip(self.days, week, strict=True):
            field.setText(write_day(day))
        for number in range(7):
            self._read(number)

    def week(self) -> Week | None:
        """The week that is typed; None, with a sentence at each day that cannot be read, and the focus at the first."""
        days = [self._day(number) for number in range(7)]
        wrong = [number for number, day in enumerate(days) if day is None]
        if wrong:
            self.errors.go_to(f"day{wrong[0]}")
            return None
        return tuple(day or () for day in days)  # type: ignore[return-value]

    def copy_monday(self) -> None:
        """The same hours from Monday to Friday."""
        for field in self.days[1:5]:
            field.setText(self.days[0].text())

    def _day(self, number: int) -> Day | None:
        try:
            return read_day(self.days[number].text())
        except ClinicError as why:
            self.show_error(f"day{number}", str(why), focus=False)
            return None

    def _read(self, number: int, *_: object) -> None:
        """Say beside the field how it is read."""
        try:
            self.said[number].setText(day_hours_words(read_day(self.days[number].text())))
        except ClinicError:
            self.said[number].setText("")

    def _tidy(self, number: int) -> None:
        """Write a day in the usual way once the field is left."""
        day = self._day(number)
        if day is not None and write_day(day) != self.days[number].text():
            self.days[number].setText(write_day(day))


class SkillsForm(Form):
    """What somebody treats."""

    ui = "schedule/skills.ui"
    skills: QLineEdit


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
            nowhere() if not self.model.location_id else tr("Nobody treats here yet. Add a practitioner under Places.")
        )
        self.empty.setVisible(not people)
        self.table.show_rows(people)
        self._choose(self.table.currentIndex().row())

    def _choose(self, at: int) -> None:
        row = self.rows.row(at)
        if row is not None:
            self.model.choose(row.id)


class WeekCard(Card):
    """The week of the chosen person: typed, saved from a day on, and the weeks that held or will hold."""

    def __init__(self, model: HoursModel) -> None:
        super().__init__(tr("Week"))
        self.model, self.form, self.says = model, WeekForm(), Says()
        self.name = label("", "name", wrap=True)
        self.note = label("", "note", wrap=True)
        self.save = KeyButton(tr("Save this week"), kind="primary", keys="Ctrl+S")
        self.same = KeyButton(tr("Monday to Friday alike"), kind="quiet")
        self.weeks = RowTableModel[Template](_week_columns(), lambda row: row.valid_from, self)
        self.history = FittedTable(tr("Weeks by date"), self.weeks, most=MOST_WEEKS)
        self.history.set_compact(True)
        self.standing: StandingDrawer | None = None
        how = tr("Write hours like 8-12, 1-5. Nothing: closed.")
        for part in (self.name, label(how, "note", wrap=True), self.form.root, self.note, self.says):
            self.body.addWidget(part)
        buttons(self, self.save, self.same)
        self.body.addWidget(label(tr("Weeks by date"), "label"))
        self.body.addWidget(self.history)
        self.save.clicked.connect(self.send)
        self.same.clicked.connect(self.form.copy_monday)
        self.history.entered_row.connect(self._again)
        self.form.valid_from.textChanged.connect(lambda _text: self._tell_replaced())
        self.form.valid_to.textChanged.connect(lambda _text: self._tell_replaced())
        model.hours_changed.connect(self._show)
        model.people_changed.connect(lambda: self.setVisible(bool(model.people)))

    def _show(self, other: bool) -> None:
        hours = self.model.hours
        if hours is None:
            return
        self.name.setText(worker_name(hours.worker))
        self.history.show_rows(hours.weeks, choose=False)
        if other:
            self._fill(hours.week_on(hours.today))

    def _fill(self, week: Week) -> None:
        """Begin anew: the week as it is, from today on."""
        self.form.clear_errors()
        self.says.say("")
        for field in (self.form.valid_from, self.form.valid_to):
            field.set_today(self.model.today)
        self.form.valid_from.set_value(self.model.today)
        self.form.valid_to.set_value(None)
        self.form.show_week(week)
        self._tell_replaced()

    def _again(self, at: int) -> None:
        """Take a week of the list as the beginning of a new one."""
        row = self.weeks.row(at)
        if row is not None:
            self.form.show_week(row.week)
            self.form.days[0].setFocus()

    def _tell_replaced(self) -> None:
        """Weeks that begin later and give way are named before they do."""
        hours, first, last = self.model.hours, self.form.valid_from.value(), self.form.valid_to.value()
        later = [
            one.valid_from
            for one in (hours.weeks if hours is not None else ())
            if first is not None and one.valid_from > first and (last is None or one.valid_from <= last)
        ]
        words = tr("Takes the place of the weeks from {days}.", days=", ".join(f"{day:%m/%d/%Y}" for day in later))
        self.note.setText(words if later else "")
        self.note.setVisible(bool(later))

    def send(self) -> None:
        """Save the week; booked visits that would lie outside are listed first."""
        self.says.say("")
        self.form.clear_errors()
        if not self.form.check():
            return
        week, first = self.form.week(), self.form.valid_from.value()
        if first is None:
            self.form.show_error("valid_from", tr("Say from which day on."))
        elif week is not None:
            last = self.form.valid_to.value()
            self.model.save(week, first, last, self._saved, partial(self._failed, week, first, last))

    def _saved(self) -> None:
        self.form.valid_to.set_value(None)
        if self.standing is not None:
            self.standing.close()
            self.standing = None

    def _failed(self, week: Week, first: date, last: date | None, why: ClinicError) -> None:
        if standing_visits(why):
            words = tr("Keep the visits and change the hours")
            self.standing = StandingDrawer(
                self,
                self.model.ports,
                why,
                words,
                lambda reason, fail: self.model.save(week, first, last, self._saved, fail, why=reason),
            )
        elif not self.form.show_problem(why):
            self.says.problem(why)


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
        self.panel.closed.connect(self.drawer.close_drawer)
        self.drawer.closed.connect(self.drawer.deleteLater)
        people = (PractitionerRow(who.id, who.family, who.given, who.credential, who.lanes),)
        now = self.model.runner.executor.database.clock.now()
        cell = Opening(who.id, who.family, self.model.location_id, hours.today, start or now.time(), 0, now, now)
        self.panel.begin(people, cell, hours.today)
        self.panel.form.why.setCurrentIndex(max(0, self.panel.form.why.findData(LIKELY)))
        self.drawer.open(self.panel.form.why)


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


def _week_columns() -> tuple[Column[Template], ...]:
    return (
        Column(tr("Holds"), lambda row: holds_words(row.valid_from, row.valid_to), width=210),
        Column(tr("Hours"), lambda row: week_words(row.week)),
        Column(tr("A week"), lambda row: week_hours(row.week), width=80),
    )


def _away_columns() -> tuple[Column[ExceptionRow], ...]:
    return (Column(tr("When"), exception_when), Column(tr("Why"), exception_why, width=200))
