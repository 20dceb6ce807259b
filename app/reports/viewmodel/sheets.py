"""A paper of the schedule on its way to a printer: asked for, drawn, and written down when it leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import SheetKind, SheetWish
from app.reports.actions import NoteSheet, Way, note_sheet_counts, note_sheet_names
from app.reports.documents.columns import in_columns
from app.reports.documents.day_sheet import day_sheets
from app.reports.documents.sign_in import sign_in_sheet
from app.reports.queries import schedule_sheet
from app.reports.rules.sheets import ScheduleSheet, sheet_title
from app.reports.viewmodel.making import draw
from app.reports.viewmodel.output import Note, Output, PrintSetup
from app.runner.bridge import Runner

_PAPERS: dict[SheetKind, tuple[str, Callable[[ScheduleSheet], bytes]]] = {
    SheetKind.DAY: ("DAY", in_columns),
    SheetKind.EACH: ("DAY", day_sheets),
    SheetKind.WEEK: ("WEEK", in_columns),
    SheetKind.SIGN_IN: ("SIGN", sign_in_sheet),
}


class SheetDesk(QObject):
    """Makes the PDF of a paper of the schedule. `ready` comes when `output` holds it; `failed` carries the ClinicError."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, setup: PrintSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.setup = runner, setup
        self.output = Output(runner, setup, setup.document_printer, self)

    def show(self, wish: SheetWish) -> None:
        """Ask for what the paper shows, and draw it."""
        self.runner.ask(
            schedule_sheet, wish, self.setup.clinic, wish.reason.strip(), then=lambda sheet: self._take(sheet, wish),
            fail=self.failed.emit, topic=f"sheet-{id(self)}",
        )  # fmt: skip

    def _take(self, sheet: ScheduleSheet, wish: SheetWish) -> None:
        draw(
            self.runner,
            _PAPERS[wish.kind][1],
            sheet,
            lambda pdf: self._drawn(pdf, sheet, wish.reason),
            self.failed.emit,
        )

    def _drawn(self, pdf: bytes, sheet: ScheduleSheet, reason: str) -> None:
        number = f"{_PAPERS[sheet.kind][0]}-{sheet.first:%Y%m%d}"
        self.output.load(pdf, number, title=sheet_title(sheet), note=self._noting(sheet, number, reason))
        self.ready.emit()

    def _noting(self, sheet: ScheduleSheet, number: str, reason: str) -> Note:
        """Write down what leaves: with names or without, with its reason."""

        def note(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
            command = NoteSheet(
                location_id=sheet.location_id, day=sheet.first, kind=sheet.kind, number=number, way=way, reason=reason
            )
            self.runner.run(note_sheet_names if sheet.named else note_sheet_counts, command, then, fail)

        return note
