"""The panel in which a visit is cancelled: why, and what that means for the patient."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.text import language, tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day, show_time
from app.kit.lists import as_lines
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.actions import MarkShown
from app.schedule.queries import AppointmentRow
from app.schedule.rules import ReasonKind, reasons
from app.schedule.view.absences import AbsenceBox
from app.schedule.view.forms import CancelForm

#: lines of reasons that are seen at once
SHOWN = 7


class CancelPanel(QWidget):
    """Asks why a visit is cancelled: `begin(visit)`, then `chosen(code, note, mark)`; `mark` is what was shown."""

    chosen = Signal(str, str, object)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.form = CancelForm()
        self.reasons = reasons(ReasonKind.CANCEL)
        self.form.reasons.addItems([one.label(language()) for one in self.reasons])
        as_lines(self.form.reasons, min(SHOWN, len(self.reasons)))
        self.form.reasons.itemActivated.connect(lambda _item: self.send())
        self.absence = AbsenceBox(runner)
        self.form.reasons.currentRowChanged.connect(self._weigh)
        self.confirm = KeyButton(tr("Cancel the visit"), kind="danger", keys="Ctrl+Return", size="big")
        self.confirm.clicked.connect(self.send)
        self.freed = label("", "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.form.root, self.absence, self.freed):
            column.addWidget(widget)
        column.addStretch(1)
        enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self.form.note)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self.send)

    def begin(self, visit: AppointmentRow) -> None:
        """Ask about a visit."""
        self.form.reasons.setCurrentRow(0)
        self.form.note.clear()
        self.form.clear_errors()
        self.absence.begin(visit.id, visit.location_id, ReasonKind.CANCEL)
        self._weigh(0)
        when = f"{short_day(visit.day)}, {show_time(visit.start)}"
        self.freed.setText(
            tr("{time} is free again at once. Undo with Ctrl+Z, or call who waits with Ctrl+Shift+F.", time=when)
        )

    def _weigh(self, row: int) -> None:
        self.absence.choose(self.reasons[row] if 0 <= row < len(self.reasons) else None)

    def send(self) -> None:
        """Go on with the reason, if it is complete."""
        row, note = self.form.reasons.currentRow(), self.form.note.text().strip()
        if row < 0:
            return
        if self.reasons[row].needs_note and not note:
            self.form.show_error("note", tr("This reason needs a few words."))
            return
        mark: MarkShown | None = self.absence.mark()
        self.chosen.emit(self.reasons[row].code, note, mark)

    def show_problem(self, why: ClinicError) -> None:
        """A refusal, at its field or below the words."""
        if not self.absence.show_problem(why):
            self.form.show_error("note", str(why))
