"""Find a time on the screen: by keyboard, for a patient on the phone."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.ports import Place
from app.schedule.actions import AddBlock, add_block
from app.schedule.queries import day as day_rows
from app.schedule.rules.relaxing import Relaxed
from app.schedule.rules.whom import Whom, whom
from app.schedule.tables import PractitionerSkill
from app.schedule.view.finder import FinderPanel
from app.schedule.view.panels import BookingPanel
from app.staff.tables import Location, Practitioner, PractitionerLocation
from tests.schedule.conftest import Window
from tests.schedule.visits import TOMORROW
from tests.support.clinic import ANYONE

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def finder(window: Window) -> FinderPanel:
    """The finder for the first patient, open."""
    window.clinic.add(PractitionerSkill(practitioner_id=2, skill="hands"))
    window.page.activate(Place("schedule", patient_id=1, task="find"))
    QApplication.processEvents()
    assert window.page.finding.isVisible()
    return window.page.finder


def shown(finder: FinderPanel) -> list[tuple[date, str, str]]:
    """Day, time and name of each line."""
    return [(one.fit.day, one.time_words, one.fit.practitioner) for one in finder.model.offers]


def test_a_phone_call_takes_two_keys(window: Window, finder: FinderPanel) -> None:
    """The answer is there when the finder opens: Enter takes its first line, Enter books it."""
    assert QApplication.focusWidget() is finder.table
    assert shown(finder)[0] == (TOMORROW, "8:00 AM", "Lee")
    window.press(Key.Key_Return)
    booking = window.page.booking
    assert window.page.drawer.isVisible()
    assert not window.page.finding.isVisible()
    assert isinstance(booking, BookingPanel)
    assert (booking.form.day.value(), booking.form.start.value()) == (TOMORROW, time(8))
    window.press(Key.Key_Return, held=Held.ControlModifier)
    assert window.keys == 2
    assert any(words.startswith("Booked: Wed, Mar 11, 8:00 AM, Lee") for words in window.said)


def test_two_a_week_come_one_after_the_other(window: Window, finder: FinderPanel) -> None:
    """The first one is booked, the finder is back with the second one of that week under the cursor; then it is done."""
    finder.form.per_week.setCurrentIndex(1)
    finder.form.changed.emit()
    picks = {one.fit.pick: one.fit.day for one in finder.model.offers if one.fit.day < TOMORROW + timedelta(days=5)}
    finder.table.setFocus()
    window.press(Key.Key_Return)
    window.press(Key.Key_Return, held=Held.ControlModifier)
    assert window.page.finding.isVisible()
    assert not window.page.drawer.isVisible()
    assert finder.booked.text() == "1 of 2 booked: Wed, Mar 11"
    line = finder.model.offers[finder.table.currentIndex().row()]
    assert (line.fit.day, line.fit.day > TOMORROW) == (picks[2], True)
    assert QApplication.focusWidget() is finder.table
    window.press(Key.Key_Return)
    window.press(Key.Key_Return, held=Held.ControlModifier)
    assert not window.page.finding.isVisible()
    rows = [row for day in (TOMORROW, picks[2]) for row in window.clinic.executor.fetch(day_rows, ANYONE, 1, day)]
    assert [row.patient_id for row in rows] == [1, 1]


def test_who_begins_anew_has_booked_nothing_yet(window: Window, finder: FinderPanel) -> None:
    finder.form.per_week.setCurrentIndex(1)
    finder.form.changed.emit()
    finder.table.setFocus()
    window.press(Key.Key_Return)
    window.page.drawer.close_drawer()
    window.page.activate(Place("schedule", patient_id=2, task="find"))
    assert not finder.booked.isVisible()
    window.press(Key.Key_Return)
    window.press(Key.Key_Return, held=Held.ControlModifier)
    assert not window.page.finding.isVisible()


def test_another_wish_shows_its_best_answer(finder: FinderPanel) -> None:
    finder.table.setCurrentIndex(finder.rows.index(3, 0))
    finder.form.after.set_value(time(13))
    finder.form.changed.emit()
    assert finder.table.currentIndex().row() == 0
    finder.table.setCurrentIndex(finder.rows.index(3, 0))
    finder.model.changed.emit()
    assert finder.table.currentIndex().row() == 3, "the same wish again: the line stays"


def test_the_answer_has_the_keys_once_somebody_is_chosen(window: Window) -> None:
    window.page.activate(Place("schedule", task="find"))
    assert window.page.finder.person.isAncestorOf(QApplication.focusWidget())
    window.type("smith j")
    window.press(Key.Key_Return)
    finder = window.page.finder
    assert QApplication.focusWidget() is finder.table
    assert finder.form.visit_type.currentText().startswith("Evaluation"), "somebody new"


def test_days_times_and_people_are_asked_at_every_key(window: Window, finder: FinderPanel, qtbot: QtBot) -> None:
    """Mon, Wed, Fri after 3 with whoever treats hands, the third time: eight keys and six letters to the booking."""
    for key, box in ((Key.Key_T, finder.form.tuesday), (Key.Key_H, finder.form.thursday)):
        with qtbot.waitSignal(box.toggled):  # Qt shows the press for a moment
            window.press(key, held=Held.AltModifier)
    window.press(Key.Key_B, held=Held.AltModifier)
    window.type("3p")
    assert {one.fit.day.weekday() for one in finder.model.offers} == {0, 2, 4}
    assert all(one.fit.starts[0].time() >= time(15) for one in finder.model.offers)
    window.press(Key.Key_R, held=Held.AltModifier)
    window.type("hand")
    assert {one.fit.practitioner for one in finder.model.offers} == {"Lee"}
    window.press(Key.Key_F6)
    window.press(Key.Key_Right, Key.Key_Right)
    assert finder.model.offers[0].time_words == "3:30 PM"
    window.press(Key.Key_Return)
    assert window.page.booking.form.start.value() == time(15, 30)
    assert window.page.booking.form.practitioner.currentData() == 2
    assert window.keys == 8


def test_another_length_is_booked_as_it_was_found(window: Window, finder: FinderPanel) -> None:
    finder.form.minutes.setCurrentIndex(finder.form.minutes.findData(30))
    window.press(Key.Key_Return, held=Held.ControlModifier)
    window.press(Key.Key_Return, held=Held.ControlModifier)
    assert window.page.model.board.columns[0].boxes or window.went
    visits = window.clinic.rows(
        lambda session: session.connection().exec_driver_sql("SELECT minutes FROM appointment").all()
    )
    assert [row[0] for row in visits] == [30]


def test_nothing_says_why_and_one_key_helps(window: Window, finder: FinderPanel) -> None:
    for box in finder.days[:5]:
        box.setChecked(False)
    finder.days[5].setChecked(True)
    QApplication.processEvents()
    assert finder.model.offers == []
    assert finder.why.text() == "Nothing in 90 days: Sat."
    assert finder.model.relaxed[0].what is Relaxed.DAY
    labels = [one.text() for one in finder.findChildren(QPushButton) if one.isVisible() and "times" in one.text()]
    assert labels[0].startswith("Monday too: ")
    window.press(Key.Key_1, held=Held.AltModifier)
    assert finder.days[0].isChecked()
    assert finder.model.offers[0].fit.day.weekday() == 0


def test_no_day_at_all_is_said_at_the_days(finder: FinderPanel) -> None:
    for box in finder.days:
        box.setChecked(False)
    assert finder.problem.text().startswith("No day of the week is chosen.")


@pytest.mark.parametrize("text", ["Zebra", "lee, zebra", "'; DROP TABLE", "Жук"])
def test_a_name_that_nobody_has_is_said_at_its_field(finder: FinderPanel, text: str) -> None:
    finder.form.whom.setText(text)
    assert finder.form.errors.names() == ["whom"]
    finder.form.whom.setText("lee or hands")
    assert finder.form.errors.names() == []


def test_another_desk_takes_the_time(window: Window, finder: FinderPanel) -> None:
    whole = AddBlock(location_id=1, day=TOMORROW, start=time(8), end=time(17), why="meeting")
    window.clinic.do(add_block, whole)
    assert shown(finder)[0][0] > TOMORROW


def test_from_the_booking_panel_with_what_stands_in_it(window: Window) -> None:
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    booking = window.page.booking
    booking.form.practitioner.setCurrentIndex(booking.form.practitioner.findData(1))
    window.press(Key.Key_O, held=Held.ControlModifier | Held.ShiftModifier)
    assert window.page.finding.isVisible()
    assert not window.page.drawer.isVisible()
    assert window.page.finder.form.whom.text() == "Okafor"
    assert {one.fit.practitioner for one in window.page.finder.model.offers} == {"Okafor"}


def test_locations_around(window: Window) -> None:
    clinic = window.clinic
    clinic.add(
        Practitioner(family="Chen"),
        Location(code="FAR", name="Fresno", zone="America/Los_Angeles", postal_code="93721"),
    )
    clinic.add(PractitionerLocation(practitioner_id=3, location_id=3))
    window.page.activate(Place("schedule", patient_id=1, task="find"))
    where = window.page.finder.form.where
    assert [where.itemText(row) for row in range(where.count())] == ["Visalia – Main Street"]


PEOPLE = {1: "Okafor", 2: "Lee", 3: "Núñez"}
SKILLS = ("hands", "pelvic floor", "vestibular")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Whom()),
        ("  , ;", Whom()),
        ("lee", Whom(frozenset({2}))),
        ("Dr", Whom(unknown="Dr")),
        ("LEE or hand", Whom(frozenset({2}), frozenset({"hands"}))),
        ("nunez, floor; okaf", Whom(frozenset({1, 3}), frozenset({"pelvic floor"}))),
        ("vest, xyz", Whom(frozenset(), frozenset({"vestibular"}), "xyz")),
    ],
)
def test_whom(text: str, meant: Whom) -> None:
    assert whom(text, PEOPLE, SKILLS) == meant


@given(st.text(max_size=60))
def test_any_text_means_somebody_known_or_is_said(text: str) -> None:
    found = whom(text, PEOPLE, SKILLS)
    assert found.practitioner_ids <= set(PEOPLE)
    assert found.skills <= set(SKILLS)
