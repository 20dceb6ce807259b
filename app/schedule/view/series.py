"""The sheet of a series: the wish above, every date below, one key for all alternatives, one to book, one to print."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.episodes.queries import EpisodeRow
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.fitted import FittedTable
from app.kit.panels import announce
from app.kit.rows import Column, RowTableModel
from app.kit.says import ProblemLine
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.actions.series import SeriesKey
from app.schedule.queries import BookingStart
from app.schedule.view.forms import SeriesForm
from app.schedule.viewmodel.leave import ink_role
from app.schedule.viewmodel.series import DateLine, Near, SeriesModel

#: a drawer for a list of dates is a little wider than one for a form
WIDE = 720
SHOWN = 8


class SeriesDrawer(Drawer):
    """Makes a series for a patient. `printed` asks for the patient's list, `extended` for the request to the payer."""

    printed = Signal()
    extended = Signal(object)

    def __init__(self, parent: QWidget, runner: Runner, ports: Ports) -> None:
        super().__init__(parent, tr("Series of visits"), width=WIDE)
        self.model, self.form = SeriesModel(runner, ports, self), SeriesForm()
        self.leave, self.summary = label("", "note", wrap=True), label("", "second", wrap=True)
        self.says = ProblemLine()
        self.take_all = KeyButton("", kind="soft", keys="Alt+A", icon="swap")
        self.extend = KeyButton("", kind="soft", icon="mail")
        self.print = KeyButton(tr("Print for the patient"), kind="soft", keys="Ctrl+P", icon="print")
        self.confirm = KeyButton(tr("Book"), kind="primary", size="big", keys="Ctrl+Return")
        self._filling = True
        self.rows, self.table = self._table()
        self._arrange()
        self._connect()

    def _table(self) -> "tuple[RowTableModel[DateLine], FittedTable]":
        columns: list[Column[DateLine]] = [
            Column(tr("Date"), lambda line: line.day, second=lambda line: line.weekday, width=118),
            Column(tr("Time"), lambda line: line.at, second=lambda line: line.who, width=112),
            Column(
                tr("State"), lambda line: line.state, second=lambda line: line.second,
                glyph=lambda line: line.glyph, ink=lambda line: line.ink,
            ),
        ]  # fmt: skip
        rows = RowTableModel(columns, lambda line: line.number, self)
        return rows, FittedTable(tr("Dates of the series"), rows, most=SHOWN)

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.hint = label(tr("Enter takes the alternative of a date, Delete leaves it out."), "hint", wrap=True)
        for part in (self.form.root, self.leave, self.table, self.hint, self.summary):
            column.addWidget(part)
        column.addStretch(1)
        self.set_content(page)
        row = QHBoxLayout()
        for button in (self.take_all, self.extend, self.print):
            row.addWidget(button)
        row.addStretch(1)
        self.footer.addWidget(self.says)
        self.footer.addLayout(row)
        self.footer.addWidget(self.confirm)

    def _connect(self) -> None:
        model = self.model
        model.ready.connect(self._fill)
        model.changed.connect(self._show)
        model.failed.connect(self._failed)
        model.booked.connect(self._booked)
        model.busy.connect(lambda on: self.confirm.set_unavailable(tr("Booking…") if on else ""))
        self.form.changed.connect(self._look)
        self.take_all.clicked.connect(model.take_all)
        self.extend.clicked.connect(lambda: self.extended.emit(self.model.lack()))
        self.print.clicked.connect(self.printed)
        self.confirm.clicked.connect(self._confirm)
        self.table.entered_row.connect(model.take)
        out = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        out.setContext(Qt.ShortcutContext.WidgetShortcut)
        out.activated.connect(self._leave_out)

    # --------------------------------------------------------------------------------------------------- wish

    def begin(
        self, location_id: int, patient_id: int, episode: EpisodeRow | None = None, near: Near | None = None
    ) -> None:
        """Open for a patient, with the plan of an episode where there is one, near a time that was pointed at."""
        self.set_title(tr("Series of visits"), episode.title if episode else "")
        self._filling = True
        self.open(self.form.start)
        self.model.begin(location_id, patient_id, episode, near)

    def _fill(self, start: BookingStart) -> None:
        form, wish = self.form, self.model.proposal()
        self.set_title(tr("Series for {patient}", patient=start.patient), self.subheading.text())
        self._filling = True
        for box, rows in ((form.visit_type, start.types), (form.practitioner, start.people)):
            box.clear()
            for row in rows:
                box.addItem(row.name, row.id)
        form.starts_on.set_today(start.today)
        form.set_values(wish)
        for box in (form.visit_type, form.practitioner):
            if box.currentIndex() < 0 and box.count():
                box.setCurrentIndex(0)
        for number, day in enumerate(form.days()):
            day.setChecked(number in wish["weekdays"])
        self._filling = False
        self._look()
        if self.isVisible():
            form.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _values(self) -> dict[str, Any] | None:
        """The wish as it stands, or None while something of it cannot be read."""
        form = self.form
        values = form.values() | {"weekdays": form.weekdays()}
        whole = isinstance(values["starts_on"], date) and values["start"] is not None and form.weekdays()
        return values if whole and values["visit_type"] and values["practitioner"] else None

    def _look(self) -> None:
        if self._filling or self.model.done is not None:
            return
        self.says.say("")
        values = self._values()
        if values is not None:
            self.model.look(values)

    # --------------------------------------------------------------------------------------------------- sheet

    def _show(self) -> None:
        model = self.model
        self.table.show_rows(model.lines())
        ink, words = model.leave_words()
        self.leave.setText(words)
        self.leave.setProperty("role", ink_role(ink))
        theme.give_role_font(self.leave)
        self.leave.style().polish(self.leave)
        self.summary.setText(model.summary())
        open_, lack, count = len(model.open()), model.lack(), len(model.to_book())
        self.take_all.setVisible(bool(open_))
        self.take_all.set_label(tr("Take all alternatives · {count}", count=open_))
        self.extend.setVisible(lack is not None)
        if lack is not None:
            more = tr("Ask the payer for {count} more…", count=lack.more)
            self.extend.set_label(more if lack.more else tr("Ask the payer for a later end…"))
        self.print.setVisible(model.done is not None)
        self.hint.setVisible(bool(self.rows.rows) and model.done is None)
        self.confirm.set_label(tr("Book the visit") if count == 1 else tr("Book {count} visits", count=count))

    def _leave_out(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0 and self.model.done is None:
            self.model.leave_out(row)

    def _failed(self, why: ClinicError) -> None:
        if not self.form.show_problem(why):
            self.says.say(str(why))
        if why.field == "dates" and self.model.open():
            self.table.setCurrentIndex(self.rows.index(self.model.open()[0], 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------------- booking

    def _confirm(self) -> None:
        """Book; once that is done the same key closes the sheet."""
        if self.model.done is not None:
            self.close_drawer()
        elif self.form.check():
            self.model.book()

    def _booked(self, done: SeriesKey) -> None:
        self.form.root.setEnabled(False)
        self._show()
        words = tr("{count} visits are booked.", count=done.count)
        self.says.say("")
        self.summary.setText(words)
        self.leave.setText("")  # it was counted before these visits
        self.take_all.setVisible(False)
        self.confirm.set_label(tr("Close"))
        announce(self, words)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)
