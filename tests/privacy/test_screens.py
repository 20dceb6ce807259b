"""Privacy on the screen: the glass, who looked, a disclosure, the papers."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.ports import Place
from app.patients.rules.codes import Restriction
from app.patients.tables import GlassBreak, Patient
from app.patients.view.page import PatientsPage
from app.privacy.actions import add_disclosure
from app.privacy.queries import AccessLog, Accounting, accounting, who_saw
from app.privacy.tables import Disclosure
from app.privacy.view import GlassDrawer, PrivacySection
from app.privacy.view.access import AccessDrawer
from app.privacy.view.glass import ReviewDrawer
from app.reports.documents.privacy import access_log, accounting_of_disclosures
from app.runner.reads import ReadLog
from app.staff.tables import User
from tests.privacy.test_access import look, told
from tests.reports.pdf import text
from tests.staff.people import WORD, hashed
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW
from tests.support.record import Record, record_of

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        desk.add(User(user_name="ana", display_name="Ana Ruiz", password_hash=hashed(), created_at=NOW))
        yield made


def open_page(record: Record, qtbot: QtBot, task: str = "", patient_id: int = 1) -> PatientsPage:
    page = record.page(PrivacySection)
    qtbot.addWidget(page)

    def stand_before(wanted: int, seal: str, then: Callable[[], None]) -> None:
        GlassDrawer(page, record.runner, wanted, seal, then).begin()

    record.ports.break_glass = stand_before
    page.activate(Place("patients", patient_id=patient_id, task=task))
    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifier)
    QApplication.processEvents()


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def found(page: QWidget, kind: type[QWidget]) -> QWidget:
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def restrict(clinic: Clinic) -> None:
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Patient).where(Patient.id == 1).values(restriction=Restriction.VIP))
        session.commit()


def test_a_restricted_record_opens_by_keys_with_a_reason_and_the_password(record: Record, qtbot: QtBot) -> None:
    restrict(record.clinic)
    page = open_page(record, qtbot)
    assert page.record.record is None
    press(Key.Key_Tab)  # from the list of reasons to the words
    write("asks for a visit")
    press(Key.Key_Tab)
    write("wrong")
    press(Key.Key_Return)
    assert page.record.record is None
    write(WORD)
    press(Key.Key_Return)
    assert page.record.record is not None
    assert "Open for you until" in page.record_view.banner.accessibleName()
    assert record.clinic.rows(lambda s: s.scalars(select(GlassBreak)).one()).reason == "asks for a visit"


def test_who_saw_it_is_one_key_away_and_one_paper(record: Record, qtbot: QtBot) -> None:
    look(record.clinic, ReadLog())
    papers: list[object] = []
    page = open_page(record, qtbot)
    record.ports.show_paper = papers.append
    press(Key.Key_W, Mod.ControlModifier | Mod.ShiftModifier)
    drawer = found(page, AccessDrawer)
    assert isinstance(drawer, AccessDrawer)
    assert "Opened the record" in {line.what for line in drawer.rows.rows}
    press(Key.Key_P, Mod.ControlModifier)
    assert isinstance(papers[0], AccessLog)


def test_a_disclosure_is_noted_by_keys(record: Record, qtbot: QtBot) -> None:
    open_page(record, qtbot)
    press(Key.Key_D, Mod.ControlModifier | Mod.ShiftModifier)
    write("County health")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    write("Name and visit dates")
    press(Key.Key_Return, Mod.ControlModifier)
    row = record.clinic.rows(lambda s: s.scalars(select(Disclosure)).one())
    assert (row.recipient, row.what, row.made_on) == ("County health", "Name and visit dates", record.clinic.day)


def test_the_privacy_office_signs_a_broken_glass_off(record: Record, qtbot: QtBot) -> None:
    record.clinic.add(User(user_name="ben", display_name="Ben", password_hash=hashed(), created_at=NOW))
    record.clinic.add(
        GlassBreak(
            patient_id=1, user_id=2, user_name="Ben", at=NOW, until=NOW, reason_code="at-desk", reason="at the desk"
        )
    )
    page = open_page(record, qtbot, "glass-1")
    assert isinstance(found(page, ReviewDrawer), ReviewDrawer)
    write("In order")
    press(Key.Key_Return)
    assert record.clinic.rows(lambda s: s.scalars(select(GlassBreak)).one()).finding == "In order"


def test_both_papers_say_what_the_screen_says(record: Record) -> None:
    clinic = record.clinic
    look(clinic, ReadLog())
    from_day = clinic.day - timedelta(30)
    log = clinic.executor.fetch(who_saw, ANYONE, 1, from_day, clinic.day)
    pages = text(access_log(log))
    assert all(row.what in pages and row.who in pages for row in log.rows)
    clinic.do(add_disclosure, told(made_on=date(2026, 3, 2)))
    answer = clinic.executor.fetch(accounting, ANYONE, 1)
    assert isinstance(answer, Accounting)
    assert "Superior Court" in text(accounting_of_disclosures(answer))
