"""One paper on its way to a printer or into a file. What leaves the program is written down first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError, Unavailable
from app.core.printing import NoPrinting, Printer, Printing, no_printers
from app.core.text import tr
from app.reports.actions import Way
from app.runner.bridge import Runner

#: writes down that the paper leaves this way, then goes on; or says why it may not
Note = Callable[[Way, Callable[[object], None], Callable[[ClinicError], None]], None]


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """What this desk has for paper: the way to print, its printers by name ("" is the system's usual one), the group's name."""

    printing: Printing = field(default_factory=NoPrinting)
    clinic: str = ""
    document_printer: str = ""
    receipt_printer: str = ""
    folder: Path = field(default_factory=Path.home)


def unnoted(way: Way, then: Callable[[object], None], fail: Callable[[ClinicError], None]) -> None:
    """For papers whose making was written down already."""
    then(None)


class Output(QObject):
    """`done` says what happened; `failed` carries the ClinicError; `choose` the printers when somebody has to pick one."""

    done = Signal(str)
    failed = Signal(object)
    choose = Signal(object)
    changed = Signal()

    def __init__(self, runner: Runner, setup: PrintSetup, printer: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.setup, self.printer = runner, setup, printer
        self.pdf, self.number, self.title, self.busy = b"", "", "", False
        self._file = ""
        self._note: Note = unnoted

    def load(self, pdf: bytes, number: str, *, title: str = "", file: str = "", note: Note = unnoted) -> None:
        """Take a paper: its number is what the printer calls it, `title` what people do, `file` its neutral name on disk.

        The file's name comes without ".pdf".
        """
        self.pdf, self.number, self.title, self._file = pdf, number, title or number, file or number.lower()
        self._note = note
        self.changed.emit()

    def clear(self) -> None:
        """There is no paper now."""
        self.load(b"", "")

    def path(self) -> Path:
        """Where saving begins: a name without any patient in it."""
        return self.setup.folder / f"{self._file}.pdf"

    def send(self, printer: str = "") -> None:
        """Print on a printer, or on this desk's, or on the usual one; asks by `choose` where none of these is there."""
        wanted = printer or self.printer
        if not self.pdf or self.busy:
            return
        if wanted:
            self._print(wanted)
        else:
            self._work(self.setup.printing.printers, self._pick)

    def ask_printer(self) -> None:
        """Offer every printer, also where one is set."""
        self._work(self.setup.printing.printers, self._offer)

    def _offer(self, found: tuple[Printer, ...]) -> None:
        if found:
            self.choose.emit(found)
        else:
            self._fail(no_printers())

    def _pick(self, found: tuple[Printer, ...]) -> None:
        usual = [one.name for one in found if one.usual] or [one.name for one in found]
        if len(usual) == 1:
            self._print(usual[0])
        else:
            self._offer(found)

    def _print(self, printer: str) -> None:
        pdf, title, printing = self.pdf, self.number, self.setup.printing
        said = tr("{number} went to the printer {printer}.", number=self.title, printer=printer)

        def send(_noted: object) -> None:
            self._work(lambda: printing.print_pdf(pdf, printer, title), lambda _job: self.done.emit(said))

        self._begin(Way.PRINTED, send)

    def save(self, path: Path) -> None:
        """Write the PDF. Says what to do when the place cannot be written to."""
        if not self.pdf or self.busy:
            return
        pdf, said = self.pdf, tr("Saved as {file}.", file=path.name)

        def write() -> None:
            try:
                path.write_bytes(pdf)
            except OSError:
                raise Unavailable(
                    "The file {file} cannot be written there.", next_step="Choose another folder.", file=path.name
                ) from None

        self._begin(Way.SAVED, lambda _noted: self._work(write, lambda _none: self.done.emit(said)))

    def _begin(self, way: Way, then: Callable[[object], None]) -> None:
        self._set_busy(True)

        def noted(result: object) -> None:
            self._set_busy(False)
            then(result)

        self._note(way, noted, self._fail)

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._set_busy(True)

        def finished(result: object) -> None:
            self._set_busy(False)
            then(result)

        self.runner.background(work, finished, self._fail)

    def _fail(self, why: ClinicError) -> None:
        self._set_busy(False)
        self.failed.emit(why)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()
