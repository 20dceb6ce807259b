"""The report of one location's day: asked for, drawn, brought up to date while the day goes on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.text import tr
from app.reports import documents
from app.reports.actions import NoteReport, Way, note_counts, note_names
from app.reports.queries import DayReport, end_of_day
from app.reports.rules import sentences
from app.reports.rules.words import clock
from app.reports.viewmodel.making import draw
from app.reports.viewmodel.output import Note, Output, PrintSetup
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.staff.queries import LocationRow, locations

#: what the report is made of; a commit that touches one of these makes it anew
TABLES = (
    "appointment", "encounter", "visit_due", "payment", "payment_part", "day_close", "stored_document", "waiver",
    "coverage", "patient", "block", "working_hours",
)  # fmt: skip
SETTLE_MS = 800


class ReportModel(QObject):
    """`changed` comes for every change of state; `failed` with a ClinicError. `output` holds the paper when it is drawn."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, setup: PrintSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.setup = runner, setup
        self.output = Output(runner, setup, setup.document_printer, self)
        self.locations: tuple[LocationRow, ...] = ()
        self.location_id: int | None = None
        self.day: date | None = None
        self.reason = ""
        self.report: DayReport | None = None
        self.busy = False
        self._serial = 0
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._soon.timeout.connect(lambda: self._ask(settled=False))
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    def needs_reason(self) -> bool:
        """Whether this person's names on paper need a reason."""
        grant = self.runner.person().grant(Permission.REPORT_NAMES)
        return grant is not None and grant.reason

    def start(self) -> None:
        """Ask which locations there are to choose from."""
        self.runner.ask(locations, then=self._take_locations, fail=self._fail, settled=False)

    def _take_locations(self, rows: tuple[LocationRow, ...]) -> None:
        actor = self.runner.person()
        self.locations = tuple(row for row in rows if actor.may(Permission.REPORT_COUNTS, (row.id,)))
        if self.location_id is None and self.locations:
            self.location_id = self.locations[0].id
        self.changed.emit()
        self._ask(settled=True)

    def show(self, location_id: int | None, day: date, reason: str | None = None) -> None:
        """The report of another day or place; the same one again is brought up to date."""
        same = (location_id or self.location_id, day) == (self.location_id, self.day)
        self.location_id, self.day = location_id or self.location_id, day
        if reason is not None:
            self.reason = reason
        if not same:
            self.report = None
            self.output.clear()
        self._ask(settled=True)

    def _hear(self, _notice: Notice) -> None:
        if not isValid(self):
            self._heard.end()
        elif self.report is not None:
            self._soon.start()

    def _ask(self, *, settled: bool) -> None:
        if self.location_id is None or self.day is None:
            return
        self._soon.stop()
        self._serial += 1
        self._set_busy(True)
        asked = (self.location_id, self.day, self.setup.clinic, self.reason.strip())
        self.runner.ask(
            end_of_day, *asked, then=self._take, fail=self._fail, topic=f"report-{id(self)}", settled=settled
        )

    def _take(self, report: DayReport) -> None:
        self.report = report
        serial = self._serial
        self.changed.emit()
        draw(self.runner, documents.end_of_day, report, lambda pdf: self._drawn(pdf, serial), self._fail)

    def _drawn(self, pdf: bytes, serial: int) -> None:
        if serial != self._serial or self.report is None:
            return
        self._set_busy(False)
        self.output.load(pdf, self.number(), file=self.file_name(), note=self._noting(self.report))

    def _noting(self, report: DayReport) -> Note:
        """Write down what leaves: with names or without, of this report, with its reason."""
        reason = self.reason.strip()

        def note(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
            command = NoteReport(
                location_id=report.location_id, day=report.day, number=self.number(), way=way, reason=reason
            )
            action = note_names if report.named else note_counts
            self.runner.run(action, command, then, fail)

        return note

    def number(self) -> str:
        """The paper's number: its title at the printer and in the journal."""
        return f"EOD-{self.day:%Y%m%d}" if self.day else ""

    def file_name(self) -> str:
        """The file's name without its ending; no patient is in it."""
        code = next((row.code for row in self.locations if row.id == self.location_id), "")
        return "-".join(
            part for part in ("end-of-day", code.lower(), f"{self.day:%Y-%m-%d}" if self.day else "") if part
        )

    def summary(self) -> list[str]:
        """The day in sentences, as they stand on top of the paper."""
        return sentences.headline(self.report) if self.report else []

    def closed(self) -> str:
        """Whether the day is closed, and by whom."""
        if self.report is None:
            return ""
        if self.report.closing is None:
            return tr("The day is not closed yet; its figures may still change.")
        closing = self.report.closing
        return tr("Closed by {who}, {time}.", who=closing.by[0], time=clock(closing.at.time()))

    def _fail(self, why: ClinicError) -> None:
        self._set_busy(False)
        self.failed.emit(why)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()
