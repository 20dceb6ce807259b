"""The week of one person: seven days as people write them, from a day on; booked visits in the way are listed first."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.fitted import FittedTable
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.schedule.rules.weeks import Template, Week
from app.schedule.view.setup.card import buttons
from app.schedule.view.setup.standing import StandingDrawer, standing_visits
from app.schedule.view.setup.week_form import WeekForm
from app.schedule.viewmodel.hours import HoursModel
from app.schedule.viewmodel.setup import holds_words, week_hours, week_words, worker_name

#: so many weeks are seen at once
MOST_WEEKS = 5


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


def _week_columns() -> tuple[Column[Template], ...]:
    return (
        Column(tr("Holds"), lambda row: holds_words(row.valid_from, row.valid_to), width=210),
        Column(tr("Hours"), lambda row: week_words(row.week)),
        Column(tr("A week"), lambda row: week_hours(row.week), width=80),
    )
