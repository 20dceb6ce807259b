"""Pages as pictures, and the printer that takes only pictures."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.core.errors import Unavailable
from app.kit.pdf import page_image, page_sizes
from app.kit.picture import ink
from app.kit.qprint import DOTS, QtPrinting
from app.reports import documents
from tests.reports.day import full

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture(scope="module")
def packet() -> bytes:
    return documents.end_of_day(full())


def test_pages_are_pictures(packet: bytes) -> None:
    sizes = page_sizes(packet)
    assert sizes[0] == (612, 792)
    image = page_image(packet, 0, 2)
    assert (image.width(), image.height()) == (1224, 1584)
    assert ink(image) > 1


def test_what_is_no_pdf_is_told(packet: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        page_sizes(b"hello")
    with pytest.raises(ValueError, match="pixels"):
        page_image(packet, 0, 500)


def to_file(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(DOTS)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def test_every_page_reaches_the_printer(packet: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert QtPrinting.draw(to_file(out), packet, "EOD-20261119", 1) == "EOD-20261119"
    printed = out.read_bytes()
    assert [(round(wide), round(high)) for wide, high in page_sizes(printed)] == [(612, 792)] * len(page_sizes(packet))
    assert ink(page_image(printed, len(page_sizes(packet)) - 1, 0.5)) > 1


def test_no_printer_is_a_plain_sentence(packet: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no printer"):
        QtPrinting(lambda name: to_file(tmp_path / name)).print_pdf(packet, "", "EOD-20261119")
    with pytest.raises(Unavailable, match="did not take"):
        QtPrinting.draw(to_file(tmp_path / "missing" / "out.pdf"), packet, "EOD-20261119", 1)
