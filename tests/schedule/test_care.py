"""Care on a record: in words, begun, corrected and counted, by keys alone."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.access import Permission
from app.core.ports import Place
from app.episodes.view import StartDrawer
from app.insurance.view.authorizations import AuthorizationDrawer
from app.patients.view.page import PatientsPage
from app.schedule.view.care import AUTHORIZE, START, CareSection
from app.schedule.viewmodel.care import CareModel
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import arrived, without

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 30)
LEAVE = {
    "payer_id": 1, "coverage_id": None, "number": "A-7", "visits": 12, "reserved": 1, "starts_on": MARCH,
    "ends_on": JUNE, "note": "", "asked": False,
}  # fmt: skip
CARE = {
    "title": "Right knee", "practitioner_id": 1, "starts_on": MARCH, "authorization_id": 1, "visits_per_week": 3,
    "weeks": 4,
}  # fmt: skip


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def model(record: Record) -> CareModel:
    made = CareModel(record.runner, record.ports)
    record.hear(made)
    made.show(1)
    return made


@pytest.fixture
def page(record: Record, qtbot: QtBot) -> PatientsPage:
    made = record.page(CareSection)
    qtbot.addWidget(made)
    return made


def section_of(page: PatientsPage) -> CareSection:
    (made,) = page.sections
    assert isinstance(made, CareSection)
    return made


def test_care_is_said_in_words(record: Record, model: CareModel) -> None:
    model.authorize(None, LEAVE)
    (other,) = model.others()
    assert (other.title, other.count) == ("Blue Shield PPO · No. A-7", "11 of 12 left, until 06/30/2026")
    model.start(CARE)
    (line,) = model.lines()
    assert (line.title, line.state) == ("Right knee · Okafor", "since 03/01/2026")
    assert line.plan == "3 a week for 4 weeks, until 03/28/2026 · not signed yet"
    assert model.others() == ()
    visit = booked(record.clinic, time(11), day=record.clinic.day, minutes=30)
    arrived(record.clinic, visit.appointment_id)
    booked(record.clinic)
    (line,) = model.lines()
    assert line.leave is not None
    assert line.leave.facts == "0 attended · 1 not signed · 1 booked · 1 kept back"
    assert line.leave.count == "9 of 12 left, until 06/30/2026"


def test_what_runs_out_warns_and_what_is_past_it_is_said(record: Record, model: CareModel) -> None:
    model.authorize(None, {**LEAVE, "visits": 2, "reserved": 0})
    for later in range(3):
        booked(record.clinic, time(9), day=TOMORROW + timedelta(days=later))
    (line,) = model.others()
    assert (line.ink, line.count) == ("bad", "1 booked past the 2, until 06/30/2026")
    assert line.past == "Not covered from 03/13/2026 on"
    model.authorize(model.ledgers[0].authorization, {**LEAVE, "visits": 5, "reserved": 0})
    assert model.others()[0].ink == "warn"
    model.end_leave(model.ledgers[0].authorization, date(2026, 3, 9), False)
    assert model.others()[0].count == "Ended 03/09/2026"
    model.authorize(model.ledgers[0].authorization, {**LEAVE, "asked": True})
    assert model.others()[0].count == "Asked for: 12 visits, until 06/30/2026"


def test_signing_has_a_way_back(record: Record, model: CareModel) -> None:
    undone: list[object] = []
    record.ports.undoable = lambda said, undo: undone.append((said, undo))
    model.authorize(None, LEAVE)
    visit = booked(record.clinic, time(11), day=record.clinic.day, minutes=30)
    arrived(record.clinic, visit.appointment_id)
    model.sign(model.ledgers[0])
    ((said, undo),) = undone  # type: ignore[misc]
    assert said == "Marked as signed: 1"
    undo()
    assert not model.busy


def test_care_is_finished_and_taken_up_again(record: Record, model: CareModel) -> None:
    undone: list[object] = []
    record.ports.undoable = lambda said, undo: undone.append(undo)
    model.start({**CARE, "authorization_id": None})
    model.change(model.episodes[0], {"title": "Left knee", "starts_on": MARCH, "practitioner_id": None,
                                     "authorization_id": None, "on_hold": True})  # fmt: skip
    assert model.lines()[0].state == "Rests · since 03/01/2026"
    plan = model.episodes[0].plan
    assert plan is not None
    model.plan(model.episodes[0], {"visits_per_week": 2, "weeks": 3, "starts_on": MARCH, "certified_on": MARCH,
                                   "plan_id": plan.id, "plan_version": plan.version})  # fmt: skip
    assert model.lines()[0].plan == "2 a week for 3 weeks, until 03/21/2026 · signed 03/01/2026"
    model.finish(model.episodes[0], JUNE, False)
    assert model.lines()[0].state == "03/01/2026 to 06/30/2026"
    undone[0]()  # type: ignore[operator]
    assert model.episodes[0].goes_on


def write(words: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, held)
    QApplication.processEvents()


def test_an_episode_and_an_authorization_by_keys(page: PatientsPage) -> None:
    page.activate(Place("patients", patient_id=1, task=AUTHORIZE))
    section = section_of(page)
    write("blue shield ppo")
    drawer = section.drawer
    assert isinstance(drawer, AuthorizationDrawer)
    drawer.fields.ends_on.setFocus()
    write("6/30/26")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert section.drawer is None
    assert [line.row.authorization.visits for line in section.model.leaves()] == [12]
    page.activateWindow()  # the list of payers was a window of its own
    page.activate(Place("patients", patient_id=1, task=START))
    QApplication.processEvents()
    assert isinstance(section.drawer, StartDrawer)
    write("Right knee")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (line,) = section.model.lines()
    assert line.leave is not None  # the authorization that stands was proposed
    assert line.plan.startswith("2 a week for 6 weeks")


def test_who_may_not_see_it_sees_no_card(desk: Clinic, qtbot: QtBot) -> None:
    with record_of(desk, without(Permission.VIEW_CLINICAL_HEADER)) as record:
        page = record.page(CareSection)
        qtbot.addWidget(page)
        page.activate(Place("patients", patient_id=1))
        assert not section_of(page).isVisible()
    with record_of(desk, without(Permission.VIEW_INSURANCE)) as record:
        model = CareModel(record.runner, record.ports)
        model.show(1)
        assert model.loaded
