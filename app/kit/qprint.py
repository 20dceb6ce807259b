"""Printing through Qt, where there is no CUPS (Windows): each page goes to the printer as a picture of 300 dots an inch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.core.errors import Unavailable
from app.core.printing import Printer, check_job, choose
from app.kit.pdf import POINTS, page_image, page_sizes

DOTS = 300


def open_printer(name: str) -> QPrinter:
    """The printer of that name, at 300 dots an inch."""
    made = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    made.setResolution(DOTS)
    return made


class QtPrinting:
    """The printers Qt knows. `opened` makes the printer of a name; both calls may take seconds."""

    def __init__(self, opened: Callable[[str], QPrinter] = open_printer) -> None:
        self._opened = opened

    def printers(self) -> tuple[Printer, ...]:
        """The printers of this computer, by name."""
        found = QPrinterInfo.availablePrinters()
        stopped = QPrinter.PrinterState.Error
        return tuple(
            Printer(info.printerName(), info.isDefault(), info.state() == stopped)
            for info in sorted(found, key=lambda info: info.printerName())
        )

    def print_pdf(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        """Draw every page on the printer. The system gives no name for the job, so the title comes back."""
        check_job(pdf, title, copies)
        return self.draw(self._opened(choose(self.printers(), printer)), pdf, title, copies)

    @staticmethod
    def draw(printer: QPrinter, pdf: bytes, title: str, copies: int) -> str:
        """Draw a PDF on an opened printer. Raises Unavailable when it does not begin, or ends with an error."""
        sizes = page_sizes(pdf)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        printer.setFullPage(True)
        _lay_out(printer, sizes[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise _refusal(printer.printerName())
        drawn = True
        for number, (wide, high) in enumerate(sizes):
            if number:
                _lay_out(printer, (wide, high))
                drawn = drawn and printer.newPage()
            dots = printer.resolution() / POINTS
            painter.drawImage(QRectF(0, 0, wide * dots, high * dots), page_image(pdf, number, DOTS / POINTS))
        if not painter.end() or not drawn:
            raise _refusal(printer.printerName())
        return title


def _lay_out(printer: QPrinter, size: tuple[float, float]) -> None:
    """The paper as the PDF's page has it, without margins of the printer's own."""
    wide, high = size
    page = QPageSize(QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point)
    lying = wide > high
    turn = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page, turn, QMarginsF(0, 0, 0, 0)))


def _refusal(printer: str) -> Unavailable:
    return Unavailable(
        "The printer {printer} did not take the document.",
        next_step="Choose another printer, or save the document as a PDF file.",
        field="printer",
        printer=printer,
    )
