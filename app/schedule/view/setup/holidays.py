"""The public holidays of the year as a check list: which days the location is closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.dates import short_day
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries.holidays import HolidayRow
from app.schedule.view.setup.card import buttons, nowhere
from app.schedule.view.setup.standing import StandingDrawer, standing_visits
from app.schedule.viewmodel.holidays import HolidaysModel, can_close

#: so many days are seen at once
MOST_DAYS = 16


class YearForm(Form):
    """Which year."""

    ui = "schedule/year.ui"
    year: QSpinBox


class HolidaysCard(Card):
    """Space or Enter ticks a day; one button closes what is ticked."""

    def __init__(self, model: HolidaysModel) -> None:
        super().__init__(tr("Holidays"))
        self.model, self.form, self.says = model, YearForm(), Says()
        self.rows = RowTableModel[HolidayRow](self._columns(), lambda row: row.day, self)
        self.table = FittedTable(tr("Holidays"), self.rows, most=MOST_DAYS)
        self.table.set_compact(True)
        self.note = label("", "note", wrap=True)
        self.close_days = KeyButton(tr("Close the ticked days"), kind="primary", keys="Ctrl+S")
        self.all = KeyButton(tr("Tick all working days"))
        self.open_again = KeyButton(tr("Open again"))
        self.standing: StandingDrawer | None = None
        self.body.addWidget(self.form.root, 0, Qt.AlignmentFlag.AlignLeft)
        buttons(self, self.close_days, self.all, self.open_again)
        for part in (self.note, self.says, self.table):
            self.body.addWidget(part)
        self.close_days.clicked.connect(self.send)
        self.all.clicked.connect(model.choose_all)
        self.open_again.clicked.connect(self._reopen)
        self.table.spaced.connect(self._toggle)
        self.table.entered_row.connect(self._toggle)
        self.table.row_changed.connect(lambda _at: self._refresh())
        self.form.year.valueChanged.connect(model.look)
        model.changed.connect(self._show)
        model.failed.connect(self.says.problem)

    def look(self) -> None:
        """Read the year where the window stands."""
        self.says.say("")
        self.form.year.blockSignals(True)
        self.form.year.setValue(self.model.year or self.model.ports.here().today.year)
        self.form.year.blockSignals(False)
        self.model.look()

    def _columns(self) -> tuple[Column[HolidayRow], ...]:
        return (
            Column(
                tr("Day"),
                lambda row: short_day(row.day),
                width=130,
                glyph=self._glyph,
                spoken=lambda row: ", ".join(
                    filter(None, (tr("ticked") if row.day in self.model.chosen else "", short_day(row.day)))
                ),
            ),
            Column(
                tr("Holiday"),
                lambda row: row.name,
                ink=lambda row: "text" if can_close(row) or row.closed else "text3",
                style="name",
            ),
            Column(tr("Clinic"), _standing, width=130),
            Column(tr("Visits"), lambda row: str(row.visits or "–"), align=RIGHT, width=60),
        )

    def _glyph(self, row: HolidayRow) -> str:
        return "icon:check" if row.day in self.model.chosen else "ring:empty" if can_close(row) else ""

    def _show(self) -> None:
        found = self.model.found
        rows = found.days if found is not None else ()
        self.rows.set_rows(())  # the ticks are no part of the rows
        self.table.show_rows(rows, choose=False)
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(next((number for number, row in enumerate(rows) if not row.over), 0))
        if not self.model.location_id:
            self.note.setText(nowhere())
        elif found is not None:
            self.note.setText(
                tr("{location}: federal holidays and those of {state}.", location=found.location, state=found.state)
                if found.state
                else tr("{location}: federal holidays; its address names no state.", location=found.location)
            )
        self._refresh()

    def _refresh(self) -> None:
        row = self.rows.row(self.table.currentIndex().row())
        self.close_days.set_unavailable("" if self.model.chosen else tr("No day is ticked. Space ticks one."))
        self.open_again.set_unavailable(
            "" if row is not None and row.closed and not row.over else tr("Choose a day that is closed.")
        )

    def _toggle(self, at: int) -> None:
        row = self.rows.row(at)
        if row is not None:
            self.model.toggle(row)
            self.table.selectRow(at)

    def _reopen(self) -> None:
        row = self.rows.row(self.table.currentIndex().row())
        if row is not None:
            self.model.reopen(row)

    def send(self) -> None:
        """Close what is ticked; booked visits are listed first."""
        self.says.say("")
        self.model.close(self._closed, self._failed)

    def _closed(self) -> None:
        if self.standing is not None:
            self.standing.close()
            self.standing = None

    def _failed(self, why: ClinicError) -> None:
        if standing_visits(why):
            self.standing = StandingDrawer(
                self,
                self.model.ports,
                why,
                tr("Keep the visits and close the days"),
                lambda reason, fail: self.model.close(self._closed, fail, why=reason),
            )
        else:
            self.says.problem(why)


def holidays_cards(runner: Runner, ports: Ports) -> Sequence[QWidget]:
    """The card of the section."""
    model = HolidaysModel(runner, ports)
    card = HolidaysCard(model)
    model.setParent(card)
    return (card,)


def _standing(row: HolidayRow) -> str:
    if row.closed:
        return tr("Closed")
    if row.over:
        return tr("Over")
    return tr("{count} would work", count=row.works) if row.works else tr("Nobody works")
