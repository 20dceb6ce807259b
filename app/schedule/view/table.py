"""The day as a plain table of everyone's visits: the same day for a screen reader, and for who prefers a list."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.text import tr
from app.kit.dates import show_date, show_time
from app.kit.rows import Column, RowTableModel, reload_keeping_selection
from app.kit.table import RowTable
from app.schedule.queries import AppointmentRow
from app.schedule.viewmodel import DayModel
from app.schedule.viewmodel.words import ghost_words


class DayTable(RowTable):
    """Shows a DayModel's visits by start; the chosen row and the cursor of the columns are the same visit."""

    def __init__(self, model: DayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day_model, self.sticky = model, 2
        self.setAccessibleName(tr("Visits of the day"))
        self.rows_model = RowTableModel(_columns(model), lambda visit: visit.id, self)
        self.set_rows_model(self.rows_model)
        model.changed.connect(self.reload)
        self.row_changed.connect(lambda _row: self.follow())

    def reload(self) -> None:
        """Show the model's day; the chosen row stays."""
        plan = self.day_model.plan
        reload_keeping_selection(self, self.rows_model, plan.visits if plan is not None else ())

    def show_selected(self) -> None:
        """Choose the row of the visit under the cursor."""
        box = self.day_model.selected()
        number = self.rows_model.find(box.visit.id) if box is not None else 0
        if self.rows_model.rows:
            self.selectRow(max(0, number))

    def follow(self) -> None:
        """Put the cursor of the columns on the chosen row's visit, so that a deed acts on what is shown as chosen."""
        visit = self.rows_model.row(self.currentIndex().row())
        if visit is not None and self.isVisible() and visit.id in self.day_model.board.where:
            column, box = self.day_model.board.where[visit.id]
            self.day_model.put_on(column, box)


def _columns(model: DayModel) -> list[Column[AppointmentRow]]:
    def gone(ink: str) -> Callable[[AppointmentRow], str]:
        return lambda visit: "text3" if visit.ghost else ink

    def what(visit: AppointmentRow) -> str:
        why = ghost_words(visit) if visit.ghost else visit.note
        return why.replace("\n", " ")

    return [
        Column(tr("Time"), lambda visit: show_time(visit.start), style="figure", width=100, ink=gone("text"),
               second=lambda visit: tr("{minutes} min", minutes=visit.minutes)),
        Column(tr("Patient"), lambda visit: visit.patient, name=True, style="name", ink=gone("text"),
               second=lambda visit: show_date(visit.birth_date) if visit.birth_date else ""),
        Column(tr("Practitioner"), lambda visit: visit.practitioner, width=170, ink=gone("text")),
        Column(tr("Visit"), lambda visit: visit.visit_type, width=190, ink=gone("text")),
        Column(tr("Status"), lambda visit: model.look(visit).word, width=150, style="strong",
               ink=lambda visit: model.look(visit).ink, glyph=lambda visit: f"ring:{model.look(visit).ring}"),
        Column(tr("Note"), what, width=240, ink=lambda _visit: "text2"),
    ]  # fmt: skip
