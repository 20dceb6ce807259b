"""The sheet of visits that closed time left without one: old time, offer, Enter takes one, Ctrl+Enter all."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day, show_time
from app.kit.drawer import Drawer
from app.kit.fitted import FittedTable
from app.kit.panels import announce
from app.kit.rows import Column, RowTableModel
from app.kit.says import ProblemLine
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries.homeless import HomelessRow
from app.schedule.viewmodel.rehoming import RehomingModel, target_words

WIDE, SHOWN = 640, 10


class RehomingDrawer(Drawer):
    """`begin(location, first, last)`. `by_hand(appointment)` asks the page to pick a visit up."""

    by_hand = Signal(int)

    def __init__(self, parent: QWidget, runner: Runner) -> None:
        super().__init__(parent, tr("Visits that need another time"), width=WIDE)
        self.model = RehomingModel(runner, self)
        self.summary, self.says = label("", "second", wrap=True), ProblemLine()
        self.rows: RowTableModel[HomelessRow] = RowTableModel(_columns(), lambda row: row.visit.appointment_id, self)
        self.table = FittedTable(tr("Visits without a time"), self.rows, most=SHOWN)
        self.confirm = KeyButton("", kind="primary", size="big", keys="Ctrl+Return")
        self._arrange()
        self.model.changed.connect(self._show)
        self.model.failed.connect(lambda why: self.says.say(str(why)))
        self.confirm.clicked.connect(lambda: self.model.move(*self.model.offered()))
        self.table.entered_row.connect(self._take)
        pick = QShortcut(QKeySequence("Ctrl+M"), self.table)
        pick.setContext(Qt.ShortcutContext.WidgetShortcut)
        pick.activated.connect(self._pick)

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        hint = label(tr("Enter moves one visit to its offer, Ctrl+M takes it in hand. Call the patient first."), "hint",
                     wrap=True)  # fmt: skip
        for part in (self.summary, self.table, hint):
            column.addWidget(part)
        column.addStretch(1)
        self.set_content(page)
        self.footer.addWidget(self.says)
        self.footer.addWidget(self.confirm)

    def begin(self, location_id: int, first: date, last: date) -> None:
        """Open for the days that were closed."""
        days = (
            short_day(first) if first == last else tr("{first} to {last}", first=short_day(first), last=short_day(last))
        )
        self.set_title(tr("Visits that need another time"), days)
        self.says.say("")
        self.model.show(location_id, first, last)
        self.open(self.table)

    def _show(self) -> None:
        offered = len(self.model.offered())
        self.rows.set_rows(self.model.rows)
        if self.rows.rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.summary.setText(self.model.summary())
        self.confirm.set_label(tr("Move all {count}", count=offered) if offered != 1 else tr("Move it"))
        self.confirm.setVisible(bool(offered))
        announce(self, self.model.summary())
        if self.model.looked and not self.model.rows:
            self.close_drawer()

    def _chosen(self) -> HomelessRow | None:
        return self.rows.row(self.table.currentIndex().row())

    def _take(self, number: int) -> None:
        row = self.rows.row(number)
        if row is not None:
            self.says.say("")
            self.model.move(row)

    def _pick(self) -> None:
        row = self._chosen()
        if row is not None:
            self.close_drawer()
            self.by_hand.emit(row.visit.appointment_id)


def _columns() -> list[Column[HomelessRow]]:
    return [
        Column(tr("Patient"), lambda row: row.visit.patient, name=True, style="name", second=lambda row: row.phone),
        Column(tr("Booked"), lambda row: f"{short_day(row.visit.day)}, {show_time(row.visit.start)}", width=170,
               second=lambda row: row.visit.practitioner, ink=lambda _row: "text2"),
        Column(tr("Offer"), _offer, width=190, second=lambda row: target_words(row)["practitioner"],
               ink=lambda row: "text" if row.alternative else "text3"),
    ]  # fmt: skip


def _offer(row: HomelessRow) -> str:
    words = target_words(row)
    return (
        tr("{day}, {time}", day=words["day"], time=words["time"]) if row.alternative else tr("Nothing near. By hand.")
    )
