"""A lamp on the board leads to the form that mends it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.ports import Place
from app.insurance.view import InsuranceSection
from app.payments.view.section import PaymentsSection
from app.readiness.rules import Fix
from app.visits.view.check_in import RECORD_TASKS
from app.visits.view.page import TodayPage
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import booked, row


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


def test_an_unasked_plan_leads_to_its_form(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    visit = row(desk, booked(desk, patient_id=2))
    page = TodayPage(record.runner, record.ports)
    qtbot.addWidget(page)
    number = next(n for n, lamp in enumerate(visit.lamps) if lamp and lamp.fix is Fix.ADD_COVERAGE)
    page.fix(visit, number)
    assert record.went == [Place("patients", patient_id=2, task="add-plan")]


def test_every_task_of_a_lamp_is_known_to_the_record(record: Record, qtbot: QtBot) -> None:
    page = record.page(InsuranceSection, PaymentsSection)
    qtbot.addWidget(page)
    for task in RECORD_TASKS.values():
        page.activate(Place("patients", patient_id=1, task=task))
        opened = [one.drawer for one in page.sections if isinstance(one, InsuranceSection | PaymentsSection)]
        begun = [drawer for drawer in opened if drawer is not None]
        assert len(begun) == (task != "edit")
        assert (page.currentWidget() is page.form_view) is (task == "edit")
        for drawer in begun:
            drawer.close_drawer()


def test_the_palette_offers_what_the_record_can_do(record: Record, qtbot: QtBot) -> None:
    page = record.page(InsuranceSection, PaymentsSection)
    qtbot.addWidget(page)
    assert page.deeds() == []
    page.activate(Place("patients", patient_id=1))
    assert [deed.code for deed in page.deeds()] == ["plus.plan", "money.take"]


def test_the_person_stands_beside_the_rest_where_there_is_room(record: Record, qtbot: QtBot) -> None:
    page = record.page(InsuranceSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1))
    view, (section,) = page.record_view, page.sections
    beside = view.who.mapTo(page, view.who.rect().topRight()).x()
    assert section.widget().mapTo(page, section.widget().rect().topLeft()).x() > beside
    page.resize(900, 900)
    qtbot.waitUntil(lambda: section.widget().mapTo(page, section.widget().rect().topLeft()).x() < beside, timeout=2000)
