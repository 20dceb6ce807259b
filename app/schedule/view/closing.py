"""The panel in which time is closed: lunch, a meeting, leave."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.errors import ClinicError, ReasonNeeded
from app.core.text import language, tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.says import ProblemLine
from app.runner.bridge import Runner
from app.schedule.actions import AddBlock, BlockMade
from app.schedule.queries import Opening, PractitionerRow
from app.schedule.rules import ReasonKind, reasons
from app.schedule.view.forms import BlockForm


class Closes(Protocol):
    """What closes time at a location."""

    runner: Runner
    location_id: int

    def close_time(
        self, command: AddBlock, then: Callable[[BlockMade], None], fail: Callable[[ClinicError], None]
    ) -> None:
        """Close time."""
        ...


class BlockPanel(QWidget):
    """Closes time: `begin(people, cell, today)`, then `closed`. Over booked visits it asks why, of who may.

    `left(first, last)` follows when visits lie in the closed days: they need another time.
    """

    closed = Signal()
    left = Signal(object, object)

    def __init__(self, model: Closes) -> None:
        super().__init__()
        self.model, self.form = model, BlockForm()
        self.problem = ProblemLine()
        self.confirm = KeyButton(tr("Close this time"), kind="primary", keys="Ctrl+Return", size="big")
        self.confirm.clicked.connect(self.send)
        self.form.changed.connect(lambda: self.problem.say(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.form.root, self.problem):
            column.addWidget(widget)
        column.addStretch(1)

    def begin(self, people: tuple[PractitionerRow, ...], cell: Opening, today: date) -> None:
        """Start anew at a cell of the day."""
        form = self.form
        form.clear_errors()
        self.problem.say("")
        self._ask_reason(on=False)
        form.why.clear()
        for one in reasons(ReasonKind.BLOCK, cell.day):
            form.why.addItem(one.label(language()), one.code)
        form.practitioner.clear()
        form.practitioner.addItem(tr("The whole clinic"), None)
        for who in people:
            form.practitioner.addItem(who.name, who.id)
        form.practitioner.setCurrentIndex(max(0, form.practitioner.findData(cell.practitioner_id)))
        for field in (form.day, form.last_day):
            field.set_today(today)
        form.day.set_value(cell.day)
        form.last_day.set_value(None)
        form.last_day.setPlaceholderText(tr("The same day"))
        form.start.set_value(cell.start)
        form.end.set_value(None)
        form.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_reason(self, *, on: bool) -> None:
        self.form.reason_label.setVisible(on)
        slot = self.form.reason.parentWidget()
        if slot is not None and slot is not self.form.root:
            slot.setVisible(on)
        if not on:
            self.form.reason.clear()

    def send(self) -> None:
        """Close what stands in the fields."""
        form = self.form
        if not form.check():
            return
        day, start, end = form.day.value(), form.start.value(), form.end.value()
        if day is None or start is None or end is None:
            missing = "day" if day is None else "start" if start is None else "end"
            form.show_error(missing, tr("Say from when to when."))
            return
        command = AddBlock(
            location_id=self.model.location_id,
            practitioner_id=form.practitioner.currentData(),
            day=day,
            last_day=form.last_day.value(),
            start=start,
            end=end,
            why=form.why.currentData(),
            reason=form.reason.text(),
            override=bool(form.reason.text().strip()),
        )

        def made(block: BlockMade) -> None:
            self.closed.emit()
            if block.visits:
                self.left.emit(day, command.last_day or day)

        self.model.close_time(command, made, self._failed)

    def _failed(self, why: ClinicError) -> None:
        may = self.model.runner.person().may(Permission.OVERRIDE, (self.model.location_id,))
        if may and (isinstance(why, ReasonNeeded) or why.values.get("overridable")):
            self._ask_reason(on=True)
        if not self.form.show_problem(why):
            self.problem.say(str(why))
        if self.form.reason.isVisible():
            self.form.reason.setFocus(Qt.FocusReason.OtherFocusReason)
