"""What a patient waits for, on their record."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.access import Permission
from app.core.ports import Place
from app.kit.buttons import LinkButton
from app.kit.lists import ticked_lines
from app.kit.words import plain
from app.waitlist.view.entry import EntryDrawer
from app.waitlist.view.section import WaitSection
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import CLERK, without
from tests.waitlist.holes import wait


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


def section_of(record: Record, qtbot: QtBot, patient_id: int = 2) -> WaitSection:
    page = record.page(WaitSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=patient_id))
    (made,) = page.sections
    assert isinstance(made, WaitSection)
    return made


def shown(section: WaitSection) -> list[str]:
    """Every line of the card in words."""
    QApplication.processEvents()
    words = [one.text() for one in section.findChildren(QLabel) if one.isVisible()]
    return [one for one in words if one and one != "Waitlist"]


def test_a_key_puts_them_on_the_list_and_the_card_says_so(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    asked: list[tuple[int, int | None]] = []
    record.ports.wait = lambda patient_id, instead: asked.append((patient_id, instead))
    section = section_of(record, qtbot)
    assert shown(section) == ["Waits for nothing."]
    QTest.keyClick(
        section.window(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert asked == [(2, None)]
    wait(desk, practitioners=(1, 2), locations=(2,), weekdays=0b101, until=date(2026, 4, 30), priority=1)
    assert shown(section) == [
        "Soon · Follow-up 45 · Mon, Wed · Lee, Okafor · Tulare",
        "Visalia – Main Street · since 03/10/2026 · until 04/30/2026",
    ]


def test_an_entry_is_opened_from_the_card(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    wait(desk, practitioners=(1,))
    section = section_of(record, qtbot)
    (change,) = section.findChildren(LinkButton)
    assert plain(change.text()) == "Change"
    change.click()
    (drawer,) = section.window().findChildren(EntryDrawer)
    assert (drawer.off.isVisible(), ticked_lines(drawer.fields.practitioners)) == (True, (1,))


def test_who_does_not_book_reads_and_changes_nothing(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    wait(desk)
    record.runner.actor = without(CLERK, Permission.BOOK)
    section = section_of(record, qtbot)
    assert (section.add.isVisible(), section.findChildren(LinkButton), section.deeds()) == (False, [], ())
    assert shown(section)[0] == "Follow-up 45 · any day"
