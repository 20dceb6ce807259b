"""Visits of a series moved and cancelled on the screen: one, some, the rest; with a way back."""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.ports import Place
from app.patients.view.page import PatientsPage
from app.schedule.actions.series import SeriesKey
from app.schedule.tables import Appointment, AttendanceMark
from app.schedule.view.care import CareSection
from app.schedule.view.change import SeriesChangeDrawer
from app.schedule.viewmodel.change import SeriesChangeModel
from tests.schedule.test_series import MONDAY, made, shown
from tests.schedule.visits import booked
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as kept:
        yield kept


@pytest.fixture
def key(desk: Clinic) -> SeriesKey:
    return made(desk)


def model_of(record: Record, visit_id: int | None = None) -> SeriesChangeModel:
    model = SeriesChangeModel(record.runner, record.ports)
    model.failed.connect(record.problems.append)
    model.begin(1, visit_id)
    return model


def test_a_visit_and_the_rest_are_chosen_first(record: Record, key: SeriesKey) -> None:
    fifth = key.visits[4].appointment_id
    model = model_of(record, fifth)
    assert [line.state for line in model.lines()] == ["Stays"] * 4 + ["Chosen"] * 8
    model.pick_only(4)
    model.toggle(6)
    assert [one.number for one in model.chosen()] == [5, 7]
    model.pick_rest(None)
    assert len(model.chosen()) == 12


def test_some_are_cancelled_and_put_back(record: Record, key: SeriesKey) -> None:
    undone: list[object] = []
    record.ports.undoable = lambda said, undo: undone.extend((said, undo))
    model = model_of(record, key.visits[9].appointment_id)
    model.cancel("", "")
    assert record.field == "reason"
    model.cancel("sick", "")
    assert undone[0] == "3 visits of the series cancelled"
    assert len(shown(record.clinic).open) == 9
    undone[1]()  # type: ignore[operator]
    assert (len(shown(record.clinic).open), record.said) == (12, ["The series is as it was"])


def test_after_a_refusal_the_same_visits_are_chosen(record: Record, key: SeriesKey) -> None:
    model = model_of(record, key.visits[2].appointment_id)
    model.pick_only(4)
    model.cancel("", "")
    assert record.field == "reason"
    assert [one.number for one in model.chosen()] == [5]


def test_what_the_first_visit_counts_as_is_shown_and_noted(record: Record, qtbot: QtBot, key: SeriesKey) -> None:
    first = record.clinic.rows(lambda session: session.get_one(Appointment, key.visits[0].appointment_id).starts_at)
    record.clinic.database.clock = FixedClock(first - timedelta(hours=2))
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=f"cancel-{key.visits[0].appointment_id}"))
    drawer = drawer_of(page)
    assert drawer.absence.says.text().startswith("Absence 1 in 180 days")
    press(Qt.Key.Key_Space)
    assert drawer.absence.says.text().startswith("In time")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    marks = record.clinic.rows(lambda session: list(session.scalars(select(AttendanceMark.appointment_id))))
    assert marks == [key.visits[0].appointment_id]


def test_a_series_moved_so_late_counts_as_kept(record: Record, key: SeriesKey) -> None:
    said: list[object] = []
    record.ports.undoable = lambda words, _undo: said.append(words)
    first = record.clinic.rows(lambda session: session.get_one(Appointment, key.visits[0].appointment_id).starts_at)
    record.clinic.database.clock = FixedClock(first - timedelta(hours=2))
    model = model_of(record, key.visits[0].appointment_id)
    model.look(0, time(15), None)
    model.take_all()
    model.move()
    assert said == ["12 visits of the series moved. Less than 24 hours before: counts as kept"]


def test_the_rest_moves_with_its_conflict(record: Record, key: SeriesKey) -> None:
    undone: list[object] = []
    record.ports.undoable = lambda said, undo: undone.extend((said, undo))
    booked(record.clinic, time(14), patient_id=2, day=MONDAY + timedelta(days=2))
    model = model_of(record, key.visits[1].appointment_id)
    model.look(0, time(14), None)
    assert (len(model.open()), model.lines()[1].state) == (1, "Okafor is taken")
    model.move()
    assert record.field == "dates"
    model.take_all()
    model.move()
    assert undone[0] == "11 visits of the series moved"
    assert [one.start for one in shown(record.clinic).visits[:3]] == [time(9), time(14, 45), time(14)]
    undone[1]()  # type: ignore[operator]
    assert {one.start for one in shown(record.clinic).visits} == {time(9)}
    model.look(0, None, None)
    model.move()
    assert record.field == "days"


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, held)
    QApplication.processEvents()


def drawer_of(page: PatientsPage) -> SeriesChangeDrawer:
    (section,) = page.sections
    assert isinstance(section, CareSection)
    assert section.changing is not None
    return section.changing


def test_by_keys_from_a_visit_on(record: Record, qtbot: QtBot, key: SeriesKey) -> None:
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=f"cancel-{key.visits[6].appointment_id}"))
    drawer = drawer_of(page)
    assert QApplication.focusWidget() is drawer.table
    assert len(drawer.model.chosen()) == 6
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert [one.number for one in drawer.model.chosen()] == [7]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert len(drawer.model.chosen()) == 2
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(record.clinic).open) == 10


def test_a_move_is_looked_at_while_it_is_typed(record: Record, qtbot: QtBot, key: SeriesKey) -> None:
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=f"move-{key.visits[0].appointment_id}"))
    drawer = drawer_of(page)
    assert drawer.moving is not None
    drawer.moving.start.setFocus()
    QTest.keyClicks(drawer.moving.start, "1:30p")
    drawer.moving.days.setValue(1)
    assert drawer.model.sheet is not None
    press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rows = shown(record.clinic).visits
    assert (rows[0].day, rows[0].start) == (MONDAY + timedelta(days=1), time(13, 30))


def test_a_visit_of_no_series_is_told(record: Record, qtbot: QtBot, key: SeriesKey) -> None:
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task="move-99"))
    (section,) = page.sections
    assert isinstance(section, CareSection)
    assert section.changing is None
    assert section.says.text() == "This visit is not one of a series with visits to come."


def test_what_is_left_of_a_series_stands_on_the_record(record: Record, qtbot: QtBot, key: SeriesKey) -> None:
    page = record.page(CareSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1))
    model = page.sections[0].model  # type: ignore[attr-defined]
    (row,) = model.series
    assert model.series_words(row) == (
        "Follow-up 45: 12 of 12 to come", "Next 03/16/2026 9:00 AM, last 04/10/2026",
    )  # fmt: skip
    assert model.series_with(key.visits[0].appointment_id) == row
    assert model.series_with(99) is None
