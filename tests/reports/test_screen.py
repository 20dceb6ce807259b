"""The page of reports: what it shows is what leaves, and what leaves is written down first."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.access import Actor
from app.core.errors import ClinicError
from app.core.journal import JournalEntry
from app.core.ports import Here, Place, Ports, SheetKind, SheetWish
from app.core.printing import NoPrinting, Printer, PrinterGone, check_job
from app.kit.buttons import KeyButton
from app.kit.picture import grab, ink
from app.payments.actions import TakePayment, take_payment
from app.reports.view import Preview, ReportsPage
from app.reports.view.sheets import ShownSheet
from app.reports.viewmodel import Output, PrintSetup, ReceiptDesk, ReportModel
from app.runner.bridge import Runner
from app.staff.rules.roles import grants_of
from tests.reports.clinic_day import worked
from tests.support.clinic import ANYONE, ZONE, Clinic
from tests.visits.flow import CARD, arrived

pytestmark = pytest.mark.usefixtures("light")


@dataclass(slots=True)
class Paper:
    """A way to print that keeps what it was given."""

    has: tuple[Printer, ...] = (Printer("Desk", usual=True), Printer("Back"))
    printed: list[tuple[str, str]] = field(default_factory=list)

    def printers(self) -> tuple[Printer, ...]:
        return self.has

    def print_pdf(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        check_job(pdf, title, copies)
        if printer not in [one.name for one in self.has]:
            raise PrinterGone(printer)
        self.printed.append((printer, title))
        return "job-1"


@pytest.fixture
def runner(desk: Clinic) -> Iterator[Runner]:
    made = Runner(desk.executor, inline=True)
    made.actor = ANYONE
    yield made
    made.close()


@pytest.fixture
def ports(desk: Clinic) -> Ports:
    return Ports(here=lambda: Here(1, ZONE, desk.day, desk.day))


def role(code: str) -> Actor:
    return replace(ANYONE, user_id=7, roles=(code,), grants=grants_of((code,)))


def journal(desk: Clinic) -> list[str]:
    wanted = select(JournalEntry.sentence).order_by(JournalEntry.id)
    return list(desk.rows(lambda session: session.scalars(wanted).all()))


def shown(qtbot: QtBot, runner: Runner, ports: Ports, setup: PrintSetup) -> ReportsPage:
    page = ReportsPage(runner, ports, setup)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activate(Place("reports"))
    return page


def test_the_page_shows_the_day_and_prints_it(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    worked(desk)
    paper = Paper()
    page = shown(qtbot, runner, ports, PrintSetup(paper))
    assert page.form.location.currentText() == "Visalia – Main Street"
    assert page.form.day.value() == desk.day
    assert "1 of 4 visits were attended" in page.sentences.text()
    assert page.pane.view.pages() >= 2
    assert ink(grab(page)) > 1
    with qtbot.waitSignal(page.model.output.done):
        page.bar.print.click()
    assert paper.printed == [("Desk", "EOD-20260310")]
    assert "Desk" in page.bar.says.text()
    assert journal(desk)[-1] == "Printed the end-of-day report of 03/10/2026 with names (EOD-20260310)"


def test_saving_has_a_neutral_name(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports, tmp_path: Path) -> None:
    worked(desk)
    page = shown(qtbot, runner, ports, PrintSetup(folder=tmp_path))
    asked: list[Path] = []

    def answer(_parent: QWidget, start: Path) -> Path:
        asked.append(start)
        return start.with_suffix("")

    page.bar.ask_path = answer
    page.bar.save.click()
    assert asked == [tmp_path / "end-of-day-vis-2026-03-10.pdf"]
    assert (tmp_path / "end-of-day-vis-2026-03-10.pdf").read_bytes() == page.model.output.pdf
    assert journal(desk)[-1].startswith("Saved the end-of-day report")
    page.bar.ask_path = lambda _parent, _start: tmp_path / "missing" / "x.pdf"
    page.bar.save.click()
    assert "cannot be written" in page.bar.says.text()


def test_a_computer_without_printers_says_so(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    page = shown(qtbot, runner, ports, PrintSetup(NoPrinting()))
    page.bar.print.click()
    assert "no printer" in page.bar.says.text()
    assert "PDF" in page.bar.advice.text()
    assert not any("Printed" in line for line in journal(desk))


def test_several_printers_are_offered(qtbot: QtBot, runner: Runner, ports: Ports) -> None:
    paper = Paper((Printer("A"), Printer("B", stopped=True)))
    page = shown(qtbot, runner, ports, PrintSetup(paper))
    page.bar.print.click()
    actions = page.bar.menu.actions()
    assert [one.text() for one in actions] == ["A", "B (stopped)"]
    actions[1].trigger()
    page.bar.menu.close()
    assert paper.printed == [("B", "EOD-20260310")]
    page.model.output.printer = "Gone"
    page.bar.print.click()
    assert "not there any more" in page.bar.says.text()


def test_a_role_without_names_prints_counts(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    worked(desk)
    runner.actor = role("FD")
    page = shown(qtbot, runner, ports, PrintSetup(Paper()))
    assert page.names.text() != ""
    assert not page.again.isVisible()
    page.bar.print.click()
    assert journal(desk)[-1].startswith("Printed the end-of-day report of 03/10/2026 without names")


def test_a_role_that_says_why_gets_the_names(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    worked(desk)
    runner.actor = role("CO")
    page = shown(qtbot, runner, ports, PrintSetup(Paper()))
    assert page.model.report is not None
    assert not page.model.report.named
    assert page.form.reason.isVisible()
    QTest.keyClicks(page.form.reason, "complaint of March 9")
    QTest.keyClick(page.form.reason, Qt.Key.Key_Return)
    assert page.model.report.named
    page.bar.print.click()
    entry = desk.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first())
    assert entry is not None
    assert (entry.action, entry.reason) == ("reports.note_names", "complaint of March 9")


def test_another_day_is_another_paper(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    worked(desk)
    page = shown(qtbot, runner, ports, PrintSetup())
    page.form.day.setText("03/11/2026")
    page.form.day.editingFinished.emit()
    assert page.model.number() == "EOD-20260311"
    assert page.model.report is not None
    assert len(page.model.report.visits) == 1
    page.form.day.setText("02/31/2026")
    page.form.day.editingFinished.emit()
    assert page.model.number() == "EOD-20260311"


def test_a_change_at_another_desk_is_drawn(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    ids = worked(desk)
    model = ReportModel(runner, PrintSetup())
    model.start()
    model.show(1, desk.day)
    before = model.output.pdf
    with qtbot.waitSignal(model.output.changed, timeout=3000):
        arrived(desk, ids["coming"])
    assert model.report is not None
    assert [row.state for row in model.report.visits if row.state] == ["Arrived"]
    assert model.output.pdf != before


def test_keys_turn_pages_and_change_the_size(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    worked(desk)
    view = shown(qtbot, runner, ports, PrintSetup()).pane.view
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page() == 1
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page() == 0
    fitted = view.scale()
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale() > fitted
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.scale() == fitted


def test_a_receipt_and_its_copy(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    paid = desk.do(take_payment, TakePayment(patient_id=1, location_id=1, parts=CARD))
    paper = Paper()
    receipts = ReceiptDesk(runner, PrintSetup(paper, receipt_printer="Back"))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    preview = Preview(runner, ports, window, receipts.setup)
    receipts.ready.connect(lambda: preview.show_output(receipts.output))
    receipts.show(paid.payment_id)
    assert preview.isVisible()
    assert preview.bar is not None
    preview.bar.print.click()
    assert paper.printed == [("Back", "R-000001")]
    assert journal(desk)[-1] == "Printed receipt 1"
    receipts.show(paid.payment_id, again=True)
    assert journal(desk)[-1] == "Printed receipt 1, copy 1"
    assert receipts.output.path().name == "receipt-000001.pdf"
    preview.close_drawer()
    preview.show_pdf(receipts.output.pdf, "R-000001")
    assert preview.isVisible()


def test_a_refused_note_keeps_the_paper_in(qtbot: QtBot, desk: Clinic, runner: Runner) -> None:
    paid = desk.do(take_payment, TakePayment(patient_id=1, location_id=1, parts=CARD))
    paper = Paper()
    receipts = ReceiptDesk(runner, PrintSetup(paper))
    receipts.show(paid.payment_id)
    runner.actor = replace(ANYONE, grants={})
    said: list[ClinicError] = []
    receipts.output.failed.connect(said.append)
    receipts.output.send()
    assert paper.printed == []
    assert "role" in str(said[0])
    Output(runner, PrintSetup(paper)).send()
    assert paper.printed == []


def test_nothing_is_asked_or_drawn_on_the_ui_thread(qtbot: QtBot, desk: Clinic, ports: Ports) -> None:
    worked(desk)
    desk.database.forbidden_threads.add(get_ident())
    threaded = Runner(desk.executor)
    threaded.actor = ANYONE
    paper = Paper()
    try:
        page = shown(qtbot, threaded, ports, PrintSetup(paper))
        with qtbot.waitSignal(page.model.output.done, timeout=10_000):
            qtbot.waitUntil(page.bar.print.isEnabled, timeout=10_000)
            page.bar.print.click()
        qtbot.waitUntil(lambda: bool(page.pane.view.pages()) and threaded.idle(), timeout=10_000)
    finally:
        threaded.close()
        desk.database.forbidden_threads.clear()
    assert paper.printed == [("Desk", "EOD-20260310")]


def test_a_paper_of_the_schedule_is_shown_and_written_down(
    qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports
) -> None:
    worked(desk)
    window, paper = QWidget(), Paper()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    for kind, number, title, said in (
        (
            SheetKind.DAY,
            "DAY-20260310",
            "Day sheet – Tuesday, March 10 · Visalia – Main Street",
            "the day sheet of everybody of 03/10/2026 with names",
        ),
        (
            SheetKind.SIGN_IN,
            "SIGN-20260310",
            "Sign-in sheet – Tuesday, March 10 · Visalia – Main Street",
            "the sign-in sheet of 03/10/2026 without names",
        ),
    ):
        sheet = ShownSheet(runner, ports, window, PrintSetup(paper))
        sheet.show(SheetWish(kind, 1, desk.day))
        assert sheet.preview is not None
        assert sheet.preview.isVisible()
        assert sheet.preview.bar is not None
        sheet.preview.bar.print.click()
        assert paper.printed[-1] == ("Desk", number)
        assert sheet.preview.heading.text() == sheet.preview.accessibleName() == title
        assert journal(desk)[-1] == f"Printed {said} ({number})"
        sheet.preview.close_drawer()


def test_the_page_offers_the_papers_of_the_schedule(qtbot: QtBot, desk: Clinic, runner: Runner, ports: Ports) -> None:
    wished: list[SheetWish] = []
    ports.show_sheet = wished.append
    page = shown(qtbot, runner, ports, PrintSetup())
    for button in page.sheets.findChildren(KeyButton):
        button.click()
    assert [one.kind for one in wished] == [SheetKind.DAY, SheetKind.EACH, SheetKind.SIGN_IN]
    assert {(one.location_id, one.first) for one in wished} == {(1, desk.day)}
