"""The plans on a record: in words, added, corrected and ended, by keys alone."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.access import Permission
from app.core.ports import Place
from app.insurance.rules import PayerKind
from app.insurance.view import InsuranceSection
from app.insurance.view.drawers import CoverageDrawer
from app.insurance.viewmodel import CoverageModel
from app.patients.view.page import PatientsPage
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import CLERK, without

NEW = {
    "payer": 1, "rank": 2, "plan_name": "Gold", "member_id": "M-7", "group_number": "", "subscriber": "", "copay": None,
    "relation": "self", "starts_on": None, "ends_on": None, "ends_previous": False,
}  # fmt: skip
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def model(record: Record) -> CoverageModel:
    made = CoverageModel(record.runner, record.ports)
    record.hear(made)
    made.show(1)
    return made


@pytest.fixture
def page(record: Record, qtbot: QtBot) -> PatientsPage:
    made = record.page(InsuranceSection)
    qtbot.addWidget(made)
    return made


def write(words: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert isinstance(at, QWidget)
    QTest.keyClick(at, key, held)
    QApplication.processEvents()


def section_of(page: PatientsPage) -> InsuranceSection:
    (made,) = page.sections
    assert isinstance(made, InsuranceSection)
    return made


def drawer_of(page: PatientsPage) -> CoverageDrawer:
    made = section_of(page).drawer
    assert isinstance(made, CoverageDrawer)
    return made


def test_a_plan_is_said_in_words(model: CoverageModel) -> None:
    (line,) = model.lines()
    assert (line.title, line.state, line.gaps, line.in_force) == ("Blue Shield PPO", "In force", "", True)
    assert line.facts == "Member XEH884201776 · Co-pay $25.00 · since 01/01/2026"


def test_what_is_still_to_be_asked_is_said(model: CoverageModel) -> None:
    model.save({**NEW, "rank": 1, "member_id": "", "starts_on": date(2026, 3, 1), "ends_previous": True})
    now, before = model.lines()
    assert (now.gaps, before.state) == ("member number, co-pay", "Ended 02/28/2026")
    assert not before.in_force
    assert (now.state, model.free_rank(), model.ends_something(1)) == ("In force", 2, True)


def test_a_plan_at_a_taken_place_is_told_at_its_field(record: Record, model: CoverageModel) -> None:
    model.save({**NEW, "rank": 1})
    assert record.field == "rank"
    model.save({**NEW, "starts_on": date(2026, 3, 2), "ends_on": date(2026, 3, 1)})
    assert record.field == "ends_on"
    model.save({**NEW, "copay": 100_001})
    assert record.field == "copay"
    model.save({**NEW, "ends_previous": True})
    assert record.field == "starts_on"
    assert len(model.rows) == 1


def test_a_plan_is_ended_and_taken_back(model: CoverageModel) -> None:
    model.save(NEW)
    second = model.rows[1]
    model.end(second, date(2026, 3, 9), mistake=False)
    assert [line.state for line in model.lines()] == ["In force", "Ended 03/09/2026"]
    model.end(model.rows[1], None, mistake=True)
    assert len(model.rows) == 1


def test_a_new_payer_can_be_chosen_at_once(record: Record, model: CoverageModel) -> None:
    added: list[int] = []
    model.payer_added.connect(added.append)
    model.add_payer("Kern Health", PayerKind.HMO, "")
    assert added[0] in {payer.id for payer in model.payers}
    model.payer_failed.connect(record.problems.append)
    model.add_payer("Kern Health", PayerKind.HMO, "")
    assert record.field == "name"


def test_who_may_not_see_plans_sees_no_part(desk: Clinic, qtbot: QtBot) -> None:
    with record_of(desk, without(Permission.VIEW_INSURANCE)) as record:
        page = record.page(InsuranceSection)
        qtbot.addWidget(page)
        page.activate(Place("patients", patient_id=1, task="add-plan"))
        assert page.record.record is not None
        assert section_of(page).isHidden()
        assert section_of(page).drawer is None


def test_a_board_leads_to_the_open_form(page: PatientsPage) -> None:
    page.activate(Place("patients", patient_id=2, task="add-plan"))
    drawer = drawer_of(page)
    assert QApplication.focusWidget() is drawer.fields.payer
    press(Qt.Key.Key_Return, CONTROL)
    assert drawer.fields.errors.names() == ["payer"]
    write("blue shield ppo")
    drawer.fields.member_id.setFocus()
    write("ABC-1")
    press(Qt.Key.Key_Return, CONTROL)
    assert section_of(page).drawer is None
    (row,) = section_of(page).model.rows
    assert (row.payer, row.member_id, row.copay_cents, row.rank) == ("Blue Shield PPO", "ABC-1", None, 1)


def test_what_is_typed_is_never_another_payer(page: PatientsPage) -> None:
    page.activate(Place("patients", patient_id=1))
    section = section_of(page)
    section.change(section.model.rows[0])
    drawer = drawer_of(page)
    drawer.fields.payer.setEditText("Blue Cross")
    press(Qt.Key.Key_Return, CONTROL)
    assert drawer.fields.errors.names() == ["payer"]
    assert section.model.rows[0].payer == "Blue Shield PPO"


def test_a_new_payer_comes_back_to_the_plan(page: PatientsPage) -> None:
    page.activate(Place("patients", patient_id=2, task="add-plan"))
    drawer = drawer_of(page)
    drawer.fields.payer.setEditText("Kern Health")
    drawer.new_payer.click()
    payer = drawer.payer_drawer
    assert payer is not None
    assert payer.fields.name.text() == "Kern Health"
    press(Qt.Key.Key_Return, CONTROL)
    assert drawer.payer_drawer is None
    assert drawer.fields.payer.currentText() == "Kern Health"
    assert QApplication.focusWidget() is drawer.fields.member_id
    press(Qt.Key.Key_Return, CONTROL)
    assert section_of(page).model.rows[0].payer == "Kern Health"


def test_escape_leaves_everything_as_it_was(page: PatientsPage) -> None:
    page.activate(Place("patients", patient_id=1))
    section = section_of(page)
    section.add_plan()
    press(Qt.Key.Key_Escape)
    assert section.drawer is None
    assert len(section.model.rows) == 1


def test_another_desks_change_is_shown(page: PatientsPage, record: Record) -> None:
    page.activate(Place("patients", patient_id=1))
    other = CoverageModel(record.runner, record.ports)
    other.show(1)
    other.save(NEW)
    assert len(section_of(page).model.rows) == 2


def test_a_clerk_may_edit(desk: Clinic, qtbot: QtBot) -> None:
    with record_of(desk, CLERK) as record:
        made = CoverageModel(record.runner, record.ports)
        made.show(1)
        assert made.may_edit()
        assert len(made.rows) == 1
