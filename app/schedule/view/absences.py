"""What an absence means, shown before it is written: in the panel that cancels a visit, and in the one that marks a no-show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.text import language, tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.form import Form
from app.kit.lists import WordsSearch
from app.kit.panels import announce
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.actions import MarkShown
from app.schedule.rules import Reason, ReasonKind, reasons
from app.schedule.viewmodel.absences import AbsenceModel


class WaiveForm(Form):
    """Why an absence is waived."""

    ui = "schedule/waive.ui"
    waive_code: QComboBox
    waive_note: QLineEdit


def fill_reasons(form: WaiveForm) -> None:
    """The reasons of the pack, in the person's language."""
    for one in reasons(ReasonKind.FORGIVE):
        form.waive_code.addItem(one.label(language()), one.code)


class AbsenceBox(QWidget):
    """`begin(visit, location, kind)`, `choose(reason)` as the reason is chosen; `mark()` is what the command carries.

    Ctrl+W waives it with a reason, or counts it again.
    """

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.model = AbsenceModel(runner, self)
        self.before, self.says = label("", "note", wrap=True), label("", "strong", wrap=True)
        self.waive = KeyButton(tr("Waive it"), kind="quiet", keys="Ctrl+W", size="row")
        self.form = WaiveForm()
        fill_reasons(self.form)
        WordsSearch(self.form.waive_code)
        self._location_id, self._waived = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.addWidget(self.waive)
        row.addStretch(1)
        for widget in (self.before, self.says):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.form.root)
        self.waive.clicked.connect(self._toggle)
        self.model.changed.connect(self._show)
        self._show()

    def begin(self, appointment_id: int, location_id: int, kind: ReasonKind) -> None:
        """Ask about a visit."""
        self._location_id, self._waived = location_id, False
        self.form.clear_errors()
        self.form.waive_code.setCurrentIndex(0)
        self.form.waive_note.clear()
        self.model.begin(appointment_id, kind)

    def choose(self, reason: Reason | None) -> None:
        """Another reason was chosen."""
        self.model.choose(reason)

    def mark(self) -> MarkShown | None:
        """What was shown; None where nothing is counted."""
        if self._waived:
            return self.model.mark(self.form.waive_code.currentData(), self.form.waive_note.text().strip())
        return self.model.mark()

    def show_problem(self, why: ClinicError) -> bool:
        """A refusal that is about the waiver, at its field; one about the mark asks again."""
        if why.field == "mark" and self.model.found is not None:
            self.model.begin(self.model.found.appointment_id, self.model.kind)
        return self.form.show_problem(why)

    def _toggle(self) -> None:
        self._waived = not self._waived
        self._show()
        if self._waived:
            self.form.waive_code.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.says.text())

    def _show(self) -> None:
        may = self.model.may_waive(self._location_id)
        self._waived = self._waived and may
        self.before.setText(self.model.before())
        self.says.setText(tr("Waived: it is written down and does not count.") if self._waived else self.model.words())
        self.waive.setVisible(may)
        self.waive.set_label(tr("Count it after all") if self._waived else tr("Waive it"))
        self.form.root.setVisible(self._waived)
        self.setVisible(self.model.found is not None)
