"""The list of booked visits that stand in the way of a change: go back, or keep them and go on with a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.core.errors import ClinicError
from app.core.ports import Place, Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.dates import short_day, show_time
from app.kit.drawer import Drawer
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.schedule.queries.booked import BookedRow

#: so many visits are seen at once
MOST = 10


class KeepForm(Form):
    """Why the visits stay."""

    ui = "schedule/keep.ui"
    reason: QLineEdit


def standing_visits(why: ClinicError) -> tuple[BookedRow, ...]:
    """The visits that a refusal carries; none where something else is wrong."""
    held = why.values.get("visits")
    return tuple(one for one in held if isinstance(one, BookedRow)) if isinstance(held, tuple) else ()


class StandingDrawer:
    """Shows the visits; Enter on one opens it in the schedule. `keep(reason, fail)` goes on; without it one can only go back."""

    def __init__(
        self,
        over: QWidget,
        ports: Ports,
        why: ClinicError,
        go_on: str = "",
        keep: Callable[[str, Callable[[ClinicError], None]], None] | None = None,
    ) -> None:
        self.ports, self._keep, self.is_open = ports, keep, True
        self.drawer = Drawer(over.window(), tr("Booked visits stand in the way"), str(why))
        self.form, self.says = KeepForm(), Says()
        self.model = RowTableModel[BookedRow](_columns(), lambda row: row.appointment_id)
        self.table = FittedTable(tr("Booked visits"), self.model, most=MOST)
        self.table.entered_row.connect(self._open)
        content = Card()
        content.body.addWidget(label(tr("Enter opens a visit in the schedule."), "note", wrap=True))
        content.body.addWidget(self.table)
        content.body.addWidget(self.form.root)
        content.body.addWidget(self.says)
        content.body.addStretch(1)
        self.form.root.setVisible(keep is not None)
        self.drawer.set_content(content)
        self.back = KeyButton(tr("Go back"), hint=False)
        self.back.clicked.connect(self.drawer.close_drawer)
        self.confirm = KeyButton(go_on, kind="primary", keys="Ctrl+Return" if keep else "")
        self.confirm.clicked.connect(self.send)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.confirm)
        self.drawer.footer.addLayout(row)
        self.confirm.setVisible(keep is not None)  # without a parent it would be a window
        self.drawer.closed.connect(self._gone)
        self.table.show_rows(standing_visits(why))
        self.drawer.open(self.table)

    def send(self) -> None:
        """Keep the visits and go on; a reason is asked for."""
        self.says.say("")
        self.form.clear_errors()
        reason = self.form.reason.text().strip()
        if not reason:
            self.form.show_error("reason", tr("Write why in a few words."))
        elif self._keep is not None:
            self._keep(reason, self._failed)

    def close(self) -> None:
        """It is done; nothing happens to one that was left already."""
        if self.is_open:
            self.drawer.close_drawer()

    def _gone(self) -> None:
        self.is_open = False
        self.drawer.deleteLater()

    def _failed(self, why: ClinicError) -> None:
        if not self.form.show_problem(why):
            self.says.problem(why)

    def _open(self, at: int) -> None:
        row = self.model.row(at)
        if row is not None:
            self.drawer.close_drawer()
            self.ports.go(Place("schedule", appointment_id=row.appointment_id, day=row.day))


def _columns() -> tuple[Column[BookedRow], ...]:
    return (
        Column(tr("Patient"), lambda row: row.patient or tr("A patient"), name=True, style="name"),
        Column(tr("Day"), lambda row: short_day(row.day), width=120),
        Column(tr("Time"), lambda row: show_time(row.start), width=90),
        Column(tr("With"), lambda row: row.practitioner, width=110),
    )
