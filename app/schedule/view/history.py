"""The visits of a patient as a card of the record."""

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.fitted import FittedTable
from app.kit.rows import Column, RowTableModel
from app.kit.words import label
from app.patients.view.sections import RecordSection
from app.runner.bridge import Runner
from app.schedule.viewmodel.history import HistoryModel, VisitLine, show_list

KEYS, FIND_KEYS = "Ctrl+Shift+F", "Ctrl+Shift+O"


class VisitsSection(RecordSection):
    """What comes and what was. Enter goes to the day in the schedule."""

    model: HistoryModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(HistoryModel(runner, ports), tr("Visits"))
        self.ports = ports
        self.book = KeyButton(tr("Book next…"), icon="calendar_plus", kind="soft", keys=KEYS, size="row")
        self.book.clicked.connect(self.book_next)
        self.seek = KeyButton("", icon="search", kind="soft", keys=FIND_KEYS, size="row", hint=False)
        self.seek.setAccessibleName(tr("Find a time"))
        self.seek.set_tip(tr("Find a time"))
        self.seek.clicked.connect(self.find_time)
        self.buttons.addWidget(self.seek)
        self.print = KeyButton(
            "", icon="print", kind="soft", size="row"
        )  # three words would leave no room beside the title
        self.print.setAccessibleName(tr("Print list"))
        self.print.set_tip(tr("Print list"))
        self.print.clicked.connect(self.print_list)
        self.buttons.addWidget(self.print)
        self.buttons.addWidget(self.book)
        columns: list[Column[VisitLine]] = [
            Column(tr("Day"), lambda line: line.when, second=lambda line: line.at, width=150),
            Column(tr("Visit"), lambda line: line.what, second=lambda line: line.who),
            Column(
                tr("Status"), lambda line: line.word, second=lambda line: line.why, width=220,
                glyph=lambda line: f"ring:{line.ring}",
                ink=lambda line: line.ink, tooltip=lambda line: line.why,
            ),
        ]  # fmt: skip
        self.rows = RowTableModel(columns, lambda line: line.id, self)
        self.table = FittedTable(tr("Visits"), self.rows)
        self.table.entered_row.connect(self._go)
        self.nothing = label(tr("No visit yet."), "second")
        self.body.addWidget(self.table)
        self.body.addWidget(self.nothing)

    def refresh(self) -> None:
        model = self.model
        if model.patient_id is None:
            return
        self.beside.setText(model.next_words())
        for button in (self.seek, self.book, self.print):
            button.setVisible(model.may(Permission.BOOK))
        if model.loaded:
            self.table.show_rows(model.lines())
        self.table.setVisible(bool(self.rows.rows))
        self.nothing.setVisible(model.loaded and not self.rows.rows)

    def _go(self, number: int) -> None:
        line = self.rows.row(number)
        if line is not None:
            self.ports.go(Place("schedule", appointment_id=line.id, day=line.day))

    def book_next(self) -> None:
        """Book another visit."""
        self.ports.go(Place("schedule", patient_id=self.model.patient_id, task="book"))

    def find_time(self) -> None:
        """Look for a time that suits."""
        self.ports.go(Place("schedule", patient_id=self.model.patient_id, task="find"))

    def print_list(self) -> None:
        """Show the patient's list of visits, ready to print."""
        try:
            show_list(self.model)
        except ClinicError as why:
            self.problem(why)

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None or not self.model.may(Permission.BOOK):
            return ()
        return (
            Deed("calendar_plus.next", tr("Book next visit"), KEYS, self.book_next),
            Deed("search.find", tr("Find a time"), FIND_KEYS, self.find_time),
            Deed("print.visits", tr("Print the list of visits"), "", self.print_list),
        )
