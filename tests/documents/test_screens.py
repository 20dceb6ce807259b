"""The papers on a record: in words, stored, looked at, made void; and files on their way to the screen."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.access import Grant, Permission
from app.core.errors import ClinicError
from app.core.ports import Place
from app.documents.queries import DocumentRow, OpenedDocument
from app.documents.rules import DocumentKind
from app.documents.view.section import AttachDrawer, DocumentsSection
from app.documents.viewmodel import DocumentsModel, paper_line, shown_as
from app.documents.viewmodel.files import Shown
from app.kit.files import read_file
from app.patients.view.page import PatientsPage
from tests.support.clinic import ANYONE, ZONE, Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import CLERK, picture, without

TODAY = date(2026, 3, 10)
VALUES = {"kind": DocumentKind.REFERRAL, "title": "", "issued_on": None, "expires_on": None}
ROW = DocumentRow(
    1, 1, 1, 1, DocumentKind.PHOTO_ID, "Photo ID", "image/png", 9, None, None,
    datetime(2026, 3, 10, 3, tzinfo=UTC), "Ana Ruiz", None, "",
)  # fmt: skip


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def model(record: Record) -> DocumentsModel:
    made = DocumentsModel(record.runner, record.ports)
    record.hear(made)
    made.show(1)
    return made


@pytest.fixture
def page(record: Record, qtbot: QtBot) -> PatientsPage:
    made = record.page(DocumentsSection)
    qtbot.addWidget(made)
    made.activate(Place("patients", patient_id=1))
    return made


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    made = tmp_path / "scan.png"
    made.write_bytes(picture(40, 20))
    return made


def section_of(page: PatientsPage) -> DocumentsSection:
    (made,) = page.sections
    assert isinstance(made, DocumentsSection)
    return made


def write(words: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def confirm() -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


# --------------------------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("ends", "words", "glyph"),
    [
        (None, "", ""),
        (date(2026, 3, 9), "Expired 03/09/2026", "lamp:missing"),
        (date(2026, 3, 10), "Ends 03/10/2026", "lamp:soon"),
        (date(2026, 4, 9), "Ends 04/09/2026", "lamp:soon"),
        (date(2026, 4, 10), "Until 04/10/2026", ""),
    ],
)
def test_a_paper_says_by_word_and_shape_whether_it_holds(ends: date | None, words: str, glyph: str) -> None:
    line = paper_line(replace(ROW, expires_on=ends), TODAY, ZONE)
    assert (line.ends, line.glyph) == (words, glyph)


def test_a_paper_was_received_on_the_clinics_day_and_has_its_kind_once() -> None:
    line = paper_line(ROW, TODAY, ZONE)
    assert (line.received, line.kind, line.title) == ("03/09/2026", "Photo ID", "")


# ------------------------------------------------------------------------------------------------------------- screens


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(pdf) as opened:
        return [opened.get_page_size(number) for number in range(len(opened))]


def opened(data: bytes, kind: str) -> OpenedDocument:
    return OpenedDocument(1, 1, "Paper", kind, data)


def test_a_picture_is_shown_the_right_way_up() -> None:
    held, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6  # the camera was turned
    Image.new("RGB", (60, 30)).save(held, "JPEG", exif=exif)
    ((wide, high),) = sizes(shown_as(opened(held.getvalue(), "image/jpeg")).pdf)
    assert high > wide


def test_a_fax_is_shown_page_by_page_and_a_clear_picture_on_white() -> None:
    held = io.BytesIO()
    Image.new("1", (50, 80)).save(held, "TIFF", save_all=True, append_images=[Image.new("1", (50, 80))] * 2)
    assert len(sizes(shown_as(opened(held.getvalue(), "image/tiff")).pdf)) == 3
    clear = io.BytesIO()
    Image.new("RGBA", (20, 20)).save(clear, "PNG")
    with pypdfium2.PdfDocument(shown_as(opened(clear.getvalue(), "image/png")).pdf) as made:
        assert made[0].render().to_pil().getpixel((5, 5)) == (255, 255, 255)


def test_text_and_pdf_are_shown_as_they_are() -> None:
    assert shown_as(opened("¿Sí?".encode(), "text/plain")).text == "¿Sí?"
    assert shown_as(opened(b"%PDF-1.4", "application/pdf")).pdf == b"%PDF-1.4"


@pytest.mark.parametrize(("data", "kind"), [(b"", "image/heic"), (b"x", "image/png"), (picture()[:30], "image/png")])
def test_what_cannot_be_shown_is_said(data: bytes, kind: str) -> None:
    with pytest.raises(ClinicError):
        shown_as(opened(data, kind))


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClinicError) as found:
        read_file(tmp_path / "gone.pdf")
    assert found.value.field == "file"
    with pytest.raises(ClinicError):
        read_file(tmp_path)


# --------------------------------------------------------------------------------------------------------------- model


def test_a_file_is_stored_opened_and_made_void(record: Record, model: DocumentsModel, scan: Path) -> None:
    shown: list[Shown] = []
    model.shown.connect(shown.append)
    model.attach(scan, {**VALUES, "expires_on": date(2026, 4, 1)})
    (line,) = model.lines()
    assert (line.kind, line.ends, line.who) == ("Referral", "Ends 04/01/2026", "Ana Ruiz")
    model.open(line.row)
    assert shown[0].pdf.startswith(b"%PDF")
    model.void(line.row, "of somebody else")
    assert model.rows == ()
    assert record.said == ["Stored", "Made void"]


def test_a_file_that_does_not_fit_is_told(record: Record, model: DocumentsModel, tmp_path: Path) -> None:
    odd = tmp_path / "scan.pdf"
    odd.write_bytes(picture())
    model.attach(odd, VALUES)
    assert record.field == "file"
    model.attach(tmp_path / "gone.png", VALUES)
    assert record.field == "file"
    assert not model.busy
    assert model.rows == ()


def test_all_locations_at_once_are_no_place_to_store(qtbot: QtBot, desk: Clinic, scan: Path) -> None:
    with record_of(desk, location_id=None) as record:
        made = DocumentsModel(record.runner, record.ports)
        record.hear(made)
        made.show(1)
        made.attach(scan, VALUES)
        assert "Choose one" in str(record.problems[0])


def test_an_id_is_offered_only_to_who_may_see_it(qtbot: QtBot, desk: Clinic) -> None:
    masked = replace(CLERK, grants={**CLERK.grants, Permission.VIEW_IDENTITY: Grant(masked=True)})
    for actor, may in ((CLERK, True), (masked, False), (without(Permission.VIEW_IDENTITY), False)):
        with record_of(desk, actor) as record:
            assert DocumentsModel(record.runner, record.ports).may_open(ROW) is may


# --------------------------------------------------------------------------------------------------------------- cards


def test_files_are_asked_about_one_after_the_other(page: PatientsPage, scan: Path, tmp_path: Path) -> None:
    section = section_of(page)
    second = tmp_path / "second.png"
    second.write_bytes(picture(9, 9))
    section.take((scan, second))
    assert isinstance(section.drawer, AttachDrawer)
    assert section.drawer.file == scan
    confirm()
    assert isinstance(section.drawer, AttachDrawer)
    assert section.drawer.file == second
    confirm()
    assert section.drawer is None
    assert len(section.model.rows) == 2


def test_escape_leaves_this_file_and_those_after_it(page: PatientsPage, scan: Path) -> None:
    section = section_of(page)
    section.take((scan, scan))
    assert section.drawer is not None
    section.drawer.close_drawer()
    assert section.drawer is None
    assert section.waiting == []
    assert section.model.rows == ()


def test_a_file_is_dropped_on_the_card(page: PatientsPage, scan: Path) -> None:
    section, carried = section_of(page), QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(scan))])
    none = Qt.KeyboardModifier.NoModifier
    section.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, none))
    assert isinstance(section.drawer, AttachDrawer)
    assert section.drawer.subheading.text() == "scan.png"


def test_enter_shows_a_paper_and_closing_forgets_it(page: PatientsPage, scan: Path) -> None:
    section = section_of(page)
    section.model.attach(scan, VALUES)
    section.table.setFocus()
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert section.preview is not None
    assert section.preview.pane.view.pages() == 1
    section.preview.close_drawer()
    assert section.preview is None


def test_a_role_that_needs_a_reason_is_asked_for_it(desk: Clinic, qtbot: QtBot, scan: Path) -> None:
    asked = replace(ANYONE, grants={**ANYONE.grants, Permission.VIEW_IDENTITY: Grant(reason=True)})
    with record_of(desk, asked) as record:
        page = record.page(DocumentsSection)
        qtbot.addWidget(page)
        page.activate(Place("patients", patient_id=1))
        section = section_of(page)
        section.model.attach(scan, {**VALUES, "kind": DocumentKind.PHOTO_ID})
        section.look.click()
        assert section.preview is None
        assert section.drawer is not None
        write("copy for the plan")
        confirm()
        assert section.preview is not None
        assert section.drawer is None
