"""The Patients page: find, open, register, change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.drawer import is_covered
from app.kit.fields import SearchBox
from app.kit.panels import EmptyState
from app.kit.words import label
from app.patients.actions.register import PatientRow
from app.patients.rules.matching.verdict import USUAL_LIMITS, Limits
from app.patients.view.finder import Chooser
from app.patients.view.pane import PaneSection
from app.patients.view.record import RecordView
from app.patients.view.registration import RegistrationView
from app.patients.view.results import ResultList, column_of
from app.patients.viewmodel.finder import Finder, ResultLine, Where, line_of_record
from app.patients.viewmodel.record import RecordModel
from app.patients.viewmodel.registration import RegistrationModel
from app.runner.bridge import Runner

RECENT = 8


class StartView(QWidget):
    """A big search box; below it the answer, or whom this window opened last."""

    def __init__(self, runner: Runner, ports: Ports, where: Where | None) -> None:
        super().__init__()
        self.recent: tuple[ResultLine, ...] = ()
        self._user_id: int | None = None
        column = column_of(self, 24, 12)
        self.heading = label(tr("Patients"), "title")
        self.box = SearchBox(hint=tr("Name, birth date, phone or MRN"))
        self.box.setMinimumHeight(theme.px(46))
        self.below = label("", "note")
        self.results = ResultList()
        self.empty = EmptyState("search", tr("Type a name, a birth date, a phone or a record number."))
        for part in (self.heading, self.box, self.below):
            column.addWidget(part)
        column.addWidget(self.results, 1)
        column.addWidget(self.empty, 1)
        self.finder = Finder(runner, where, self, ports)
        self.chooser = Chooser(self.box, self.finder, self.results, ports)
        self.finder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The answer; without a search the recent ones."""
        lines = self.finder.lines or (() if self.finder.text.strip() else self.recent)
        if lines != self.results.model.rows:
            self.results.show_lines(lines)
        self.results.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        asked = bool(self.finder.text.strip())
        self.below.setText(self.finder.problem or ("" if asked or not lines else tr("Opened last in this window")))

    def remember(self, line: ResultLine) -> None:
        """Put an opened patient on top of the recent ones."""
        self.belong()
        others = [old for old in self.recent if old.key != line.key]
        self.recent = (line, *others)[:RECENT]
        self.refresh()

    def belong(self) -> None:
        """Another person at this desk begins with an empty list."""
        user_id = self.finder.runner.person().user_id
        if user_id != self._user_id:
            self._user_id, self.recent = user_id, ()
            self.refresh()


class PatientsPage(QStackedWidget):
    """`activate(Place)` shows the search, a record (`patient_id`), or a registration (`task="register"`, `text`).

    A record may come with a task: "edit", "edit-emergency" (what is missing), or one that a section knows ("add-plan",
    "take-payment", "attach"); "note" writes one.
    """

    def __init__(
        self,
        runner: Runner,
        ports: Ports,
        sections: Sequence[PaneSection] = (),
        where: Where | None = None,
        limits: Limits = USUAL_LIMITS,
    ) -> None:
        super().__init__()
        self.title = tr("Patients")
        self.ports, self.sections = ports, tuple(sections)
        self._task = ""
        self.record = RecordModel(runner, self)
        self.registration = RegistrationModel(runner, where, self, limits)
        self.start = StartView(runner, ports, where)
        self.record_view = RecordView(self.record, ports, sections)
        self._form_view: RegistrationView | None = None
        for view in (self.start, self.record_view):
            self.addWidget(view)
        self.record.opened.connect(self._opened)
        self.record_view.left.connect(self.search_again)
        self.record_view.edited.connect(self._edit)
        self.registration.saved.connect(self._saved)
        self.registration.photo_failed.connect(lambda why: ports.announce(str(why)))

    @property
    def form_view(self) -> RegistrationView:
        """The form, made when somebody first asks for it: it has some hundred parts."""
        if self._form_view is None:
            made = self._form_view = RegistrationView(self.registration, self)
            made.left.connect(self._given_up)
            made.opened.connect(lambda patient_id: self.ports.go(Place("patients", patient_id=patient_id)))
            self.addWidget(made)
        return self._form_view

    def activate(self, place: Place) -> None:
        """Show what a place asks for."""
        self.start.belong()
        self._task = place.task
        if place.task == "register":
            self.setCurrentWidget(self.form_view)
            self.registration.begin(place.text)
        elif place.patient_id is not None:
            self.setCurrentWidget(self.record_view)
            self.record_view.scan.carry(place.text)
            self.record.open(place.patient_id)
        elif self.currentWidget() is self.start:
            self.search_again()

    def search_again(self) -> None:
        """Back to the search."""
        self.record.open(None)
        self.setCurrentWidget(self.start)
        self.start.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self) -> None:
        record = self.record.record
        if record is not None:
            self.start.remember(line_of_record(record))
            self.record_view.scan.note_carried()
            if self.currentWidget() is self.record_view and not self.record_view.reason.isVisible():
                if not is_covered(self):  # a record that comes late leaves keys where they are typed
                    self.record_view.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                self._begin_task()

    def _begin_task(self) -> None:
        """What the place asked for, once the record stands."""
        task, self._task = self._task, ""
        what, _, gap = task.partition("-")
        if what == "edit":
            if self.record_view.edit.isEnabled():
                self._edit(gap)
        elif task == "note":
            self.record_view.write_note()
        elif task:
            any(section.begin(task) for section in self.sections)

    def deeds(self) -> list[Deed]:
        """What the palette offers for the chosen line of the search, or for the open record."""
        if self.currentWidget() is self.start:
            return list(self.start.chooser.deeds())
        if self.currentWidget() is not self.record_view or self.record.record is None:
            return []
        return [deed for section in self.sections for deed in section.deeds()]

    def _edit(self, gap: str = "") -> None:
        """Open the form; at what is missing, where that is said (a code of `rules.missing`)."""
        if self.record.record is not None:
            self.setCurrentWidget(self.form_view)
            self.form_view.begin_at(gap)
            self.registration.edit(self.record.record)

    def _given_up(self) -> None:
        if self.registration.editing is not None:
            self.setCurrentWidget(self.record_view)
        else:
            self.search_again()

    def _saved(self, row: PatientRow, book: bool) -> None:
        changed = self.registration.editing is not None
        self.ports.announce(
            tr("Changed {name}", name=row.name)
            if changed
            else tr("Registered {name}, MRN {mrn}", name=row.name, mrn=row.mrn)
        )
        self.setCurrentWidget(self.record_view)
        if book:
            self.ports.go(Place("schedule", patient_id=row.id, task="book", known=True))
        else:
            self.ports.go(Place("patients", patient_id=row.id, known=True))
