"""How every part that a room adds to a record looks: a card with its buttons, a list that shows all its rows, drawers."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Deed
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.says import ProblemLine
from app.kit.words import label
from app.patients.view.results import yielding
from app.patients.viewmodel.sections import SectionModel


class FormDrawer(Drawer):
    """A form over the window. Ctrl+Enter sends `confirmed` once every field can be read; Esc closes."""

    confirmed = Signal()

    def __init__(
        self, parent: QWidget, title: str, form: Form, confirm: str, *, about: str = "", kind: str = "primary"
    ) -> None:
        super().__init__(parent, title, about)
        self.form = form
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(form.root)
        self.column.addStretch(1)
        self.set_content(page)
        self.says = ProblemLine()
        self.confirm = KeyButton(confirm, kind=kind, size="big", keys="Ctrl+Return")
        self.confirm.clicked.connect(self._confirm)
        self.footer.addWidget(self.says)
        self.footer.addWidget(self.confirm)
        form.changed.connect(self.quiet)

    def _confirm(self) -> None:
        self.quiet()
        if self.form.check():
            self.confirmed.emit()

    def problem(self, why: ClinicError) -> None:
        """Show what did not go at its field, or above the button."""
        if not self.form.show_problem(why):
            self.say(str(why))

    def say(self, sentence: str) -> None:
        """A sentence above the button."""
        self.says.say(sentence)

    def quiet(self) -> None:
        """Say nothing above the button."""
        self.says.say("")


class WhyForm(Form):
    """A reason in a few words."""

    ui = "patients/why.ui"
    reason: QLineEdit


class AskWhy(FormDrawer):
    """Asks why something is done that needs a reason; `given` carries it."""

    given = Signal(str)

    def __init__(self, parent: QWidget, title: str, about: str, confirm: str, *, kind: str = "danger") -> None:
        self.why = WhyForm()
        super().__init__(parent, title, self.why, confirm, about=about, kind=kind)
        self.why.reason.returnPressed.connect(self.confirm.click)
        self.confirmed.connect(self._give)

    def _give(self) -> None:
        reason = self.why.reason.text().strip()
        if len(reason) < 3:
            self.why.show_error("reason", tr("Write why in a few words."))
        else:
            self.given.emit(reason)


class RecordSection(Card):
    """A card of the record: its title, what stands beside it, its buttons, and its body."""

    def __init__(self, model: SectionModel, title: str) -> None:
        super().__init__()
        self.model = model
        self.drawer: FormDrawer | None = None
        self._task = ""
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(label(title, "head"))
        self.beside = yielding(label("", "second", wrap=True))
        head.addWidget(self.beside, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        head.addLayout(self.buttons)
        self.body.addLayout(head)
        self.says = ProblemLine()
        yielding(self.says)
        self.body.addWidget(self.says)
        model.changed.connect(self._changed)
        model.failed.connect(self.problem)
        model.kept.connect(lambda _result: self._kept())

    def widget(self) -> QWidget:
        """The card itself."""
        return self

    def show_patient(self, patient_id: int | None, reason: str = "") -> None:
        """Show a patient's part; hidden for who may not see it."""
        if patient_id != self.model.patient_id:
            self._task = ""
            self.quiet()
        self.model.show(patient_id, reason)
        self.setVisible(self.model.patient_id is not None)

    def begin(self, task: str) -> bool:
        """Start a task, as soon as what it needs is here."""
        if task not in self.tasks() or self.model.patient_id is None:
            return False
        self._task = task
        self._start()
        return True

    def tasks(self) -> tuple[str, ...]:
        """The tasks that are this part's."""
        return ()

    def run_task(self, task: str) -> None:
        """Carry out one of `tasks`."""

    def deeds(self) -> tuple[Deed, ...]:
        """What the palette offers."""
        return ()

    def refresh(self) -> None:
        """Show the model as it is now."""

    def _changed(self) -> None:
        self.refresh()
        self._start()

    def _start(self) -> None:
        if self._task and self.model.loaded:
            task, self._task = self._task, ""
            QTimer.singleShot(0, self, lambda: self.reveal(self))  # once its rows have their places
            self.run_task(task)

    def reveal(self, part: QWidget) -> None:
        """Scroll the record so that a part of this card is seen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(part, 0, theme.px(24))

    # ----------------------------------------------------------------------------------------------- drawers

    def open_drawer(self, drawer: FormDrawer, first: QWidget | None = None) -> None:
        """Open a form of this part in place of the one before."""
        if self.drawer is not None:
            self.drawer.close_drawer()
        self.quiet()
        self.drawer = drawer
        drawer.closed.connect(self._closed)
        drawer.open(first)

    def _closed(self) -> None:
        if self.drawer is not None:
            self.drawer.deleteLater()
            self.drawer = None

    def _kept(self) -> None:
        self.quiet()
        if self.drawer is not None:
            self.drawer.close_drawer()

    def problem(self, why: ClinicError) -> None:
        """Say what did not go: in the open form, or in the card."""
        if self.drawer is not None:
            self.drawer.problem(why)
            return
        self.says.say(str(why))

    def quiet(self) -> None:
        """Take the last sentence away."""
        self.says.say("")
