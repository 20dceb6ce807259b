"""The page by keyboard: every way of booking, moving and cancelling, with the keys it takes."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.access import Actor, Grant, Permission
from app.core.ports import Badge, Place
from app.kit import picture
from app.schedule.queries import day
from app.schedule.view.canvas import DayCanvas
from app.schedule.view.panels import Wish
from tests.schedule.conftest import Window
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE

Key, Ctrl, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def visits(window: Window, on: date) -> list[tuple[time, str, str, str]]:
    """What the database holds on a day."""
    rows = window.clinic.executor.fetch(day, ANYONE, 1, on)
    return [(row.start, row.practitioner, row.patient, row.status.value) for row in rows]


def test_a_follow_up_takes_two_keys(window: Window) -> None:
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    assert window.page.booking.form.openings.hasFocus()
    window.press(Key.Key_Return, held=Ctrl)
    assert visits(window, TOMORROW) == [(time(8), "Lee", "Núñez, María José", "booked")]
    assert window.keys <= 6
    assert window.went[-1].day == TOMORROW


def test_booking_in_a_cell_asks_who_and_keeps_the_time(window: Window) -> None:
    assert isinstance(QApplication.focusWidget(), DayCanvas)
    window.press(Key.Key_Right, Key.Key_Down, Key.Key_Return)
    assert window.page.booking.person.box.hasFocus()
    window.type("smith j")
    window.press(Key.Key_Return)
    assert window.page.booking.form.start.value() == time(10, 45)
    window.press(Key.Key_Return, held=Ctrl)
    assert visits(window, window.clinic.day) == [(time(10, 45), "Okafor", "Smith, Joan", "booked")]
    box = window.page.model.selected()
    assert box is not None
    assert box.visit.patient == "Smith, Joan"


def test_passing_the_free_times_by_tab_takes_none_of_them(window: Window) -> None:
    window.press(Key.Key_Right, Key.Key_Down, Key.Key_Return)
    window.type("smith j")
    window.press(Key.Key_Return)
    form = window.page.booking.form
    for _ in range(9):
        window.press(Key.Key_Tab)
        if QApplication.focusWidget() is form.note:
            break
    assert (form.day.value(), form.start.value()) == (window.clinic.day, time(10, 45))
    form.openings.setFocus(Qt.FocusReason.TabFocusReason)
    first = window.page.booking.model.openings[0]
    window.press(Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert [row[0] for row in visits(window, first.day)] == [first.start]


def test_the_free_times_of_the_booking_before_do_not_come_back(window: Window) -> None:
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    booking = window.page.booking
    assert booking.form.openings.currentRow() == 0
    window.page.asking.book(Wish(1, 1, 2, None, TOMORROW, time(15)))
    assert (booking.form.day.value(), booking.form.start.value()) == (TOMORROW, time(15))


def test_a_clash_stands_at_its_field_and_one_key_takes_a_near_one(window: Window) -> None:
    booked(window.clinic, time(9), patient_id=2)
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    form = window.page.booking.form
    form.practitioner.setCurrentIndex(form.practitioner.findData(1))
    form.day.set_value(TOMORROW)
    form.start.set_value(time(9))
    window.press(Key.Key_Return, held=Ctrl)
    assert form.errors.names() == ["start"]
    assert "Okafor is taken" in form.start.accessibleDescription()
    assert not form.reason.isVisible()
    assert [one.label() for one in window.page.booking.nearest.buttons] == [
        "Take 9:45 AM", "Take 8:00 AM", "Take 9:00 AM with Lee"
    ]  # fmt: skip
    window.press(Key.Key_3, held=Alt)
    assert (form.start.value(), form.practitioner.currentText()) == (time(9), "Lee")
    window.press(Key.Key_Return, held=Ctrl)
    assert len(visits(window, TOMORROW)) == 2


def test_outside_the_hours_a_reason_is_asked_of_who_may(window: Window) -> None:
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    form = window.page.booking.form
    form.practitioner.setCurrentIndex(form.practitioner.findData(1))
    form.start.set_value(time(18))
    window.press(Key.Key_Return, held=Ctrl)
    assert form.reason.isVisible()
    form.reason.setText("only time she can come")
    window.press(Key.Key_Return, held=Ctrl)
    assert visits(window, TOMORROW)[0][0] == time(18)


def test_nobody_else_is_asked_for_a_reason(window: Window) -> None:
    grants: dict[Permission, Grant] = {one: Grant() for one in Permission if one is not Permission.OVERRIDE}
    window.page.runner.actor = Actor(2, "Bo", ("desk",), frozenset({1}), grants)
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    window.page.booking.form.start.set_value(time(18))
    window.page.booking.form.practitioner.setCurrentIndex(1)
    window.press(Key.Key_Return, held=Ctrl)
    assert not window.page.booking.form.reason.isVisible()
    assert window.page.booking.nearest.box.isVisible()


@pytest.mark.peer("AX-35")
def test_a_visit_moves_by_keys_and_undo_brings_it_back(window: Window) -> None:
    made = booked(window.clinic, time(13), day=window.clinic.day)
    window.page.model.show(1, window.clinic.day, made.appointment_id)
    window.page.canvas.setFocus()
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Left, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert visits(window, window.clinic.day)[0][:2] == (time(13, 30), "Lee")
    window.undo[-1]()
    assert visits(window, window.clinic.day)[0][:2] == (time(13), "Okafor")


def test_a_drop_on_somebody_stays_in_hand(window: Window) -> None:
    made = booked(window.clinic, time(13), day=window.clinic.day)
    booked(window.clinic, time(14), day=window.clinic.day, patient_id=2)
    window.page.model.show(1, window.clinic.day, made.appointment_id)
    window.page.canvas.setFocus()
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    model = window.page.model
    assert model.picked is not None
    assert "Overlaps Smith, Joan." in window.page.canvas.words()
    window.press(Key.Key_Down, held=Alt)
    assert model.cursor.minute == 13 * 60 + 15
    window.press(Key.Key_Escape)
    assert model.picked is None
    assert visits(window, window.clinic.day)[0][0] == time(13)


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Key.Key_Backspace, Ctrl)])
def test_a_cancel_asks_why_and_can_be_taken_back(window: Window, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    made = booked(window.clinic, time(13), day=window.clinic.day)
    window.page.model.show(1, window.clinic.day, made.appointment_id)
    window.page.canvas.setFocus()
    window.press(key, held=held)
    window.press(Key.Key_Down, Key.Key_Return)
    assert visits(window, window.clinic.day)[0][3] == "cancelled"
    assert "Cancelled late" in window.said[-1]
    window.undo[-1]()
    assert visits(window, window.clinic.day)[0][3] == "booked"


def test_other_in_words_wants_words(window: Window) -> None:
    made = booked(window.clinic, time(13), day=window.clinic.day)
    window.page.model.show(1, window.clinic.day, made.appointment_id)
    window.page.ask_cancel()
    window.press(Key.Key_End, Key.Key_Return)
    assert visits(window, window.clinic.day)[0][3] == "booked"
    window.type("moved away")
    window.press(Key.Key_Return)
    assert visits(window, window.clinic.day)[0][3] == "cancelled"


def test_a_walk_in_is_found_and_taken_in(window: Window) -> None:
    window.page.activate(Place("schedule", task="walk-in"))
    window.type("smith j")
    window.press(Key.Key_Return)
    window.press(Key.Key_Return, held=Ctrl)
    assert visits(window, window.clinic.day) == [(time(10, 40), "Lee", "Smith, Joan", "booked")]


def test_another_desks_booking_appears_and_the_cursor_stays(window: Window) -> None:
    window.press(Key.Key_Right, Key.Key_Down)
    before = window.page.model.cursor
    booked(window.clinic, time(14), day=window.clinic.day)
    assert len(window.page.model.board.where) == 1
    assert window.page.model.cursor == before


def test_next_free_jumps_over_what_is_taken(window: Window) -> None:
    booked(window.clinic, time(10, 45), day=window.clinic.day, practitioner_id=2)
    window.press(Key.Key_F, held=Ctrl)
    assert window.page.model.cursor.minute == 11 * 60 + 30


def test_an_empty_day_leads_to_the_next_open_one(window: Window) -> None:
    window.page.activate(Place("schedule", day=date(2026, 3, 15)))
    assert window.page.empty.sentence.text() == "No visits on Sunday, Mar 15. Next open day: Mon, Mar 16."
    assert window.page.empty.button.hasFocus()
    window.press(Key.Key_Space)
    assert window.went[-1].day == date(2026, 3, 16)


def test_a_day_of_another_year_says_so(window: Window) -> None:
    window.page.activate(Place("schedule", day=date(2027, 3, 14)))
    assert window.page.empty.sentence.text() == "No visits on Sunday, Mar 14, 2027. Next open day: Mon, Mar 15, 2027."
    window.page.activate(Place("schedule", day=date(2027, 3, 15)))
    assert window.page.tools.day_label.text() == "Mon, Mar 15, 2027"
    window.page.activate(Place("schedule", day=date(2026, 12, 31)))
    assert window.page.tools.day_label.text() == "Thu, Dec 31"


def test_the_list_shows_the_same_visit_as_the_columns(window: Window) -> None:
    booked(window.clinic, time(13), day=window.clinic.day)
    made = booked(window.clinic, time(14), day=window.clinic.day, patient_id=2)
    window.page.model.show(1, window.clinic.day, made.appointment_id)
    window.page.canvas.setFocus()
    window.press(Key.Key_T, held=Ctrl)
    assert window.page.table.currentIndex().row() == 1
    window.press(Key.Key_Up)
    window.press(Key.Key_T, held=Ctrl)
    box = window.page.model.selected()
    assert box is not None
    assert box.visit.patient == "Núñez, María José"


def test_enter_on_a_visit_leads_to_the_board(window: Window) -> None:
    made = booked(window.clinic, time(13), day=window.clinic.day)
    window.page.model.show(1, window.clinic.day, made.appointment_id)
    window.page.canvas.setFocus()
    window.press(Key.Key_Return)
    assert (window.went[-1].page, window.went[-1].appointment_id) == ("today", made.appointment_id)


@pytest.mark.peer("AX-21")
def test_the_boards_word_stands_on_the_box(window: Window) -> None:
    made = booked(window.clinic, time(13), day=window.clinic.day)
    model = window.page.model
    row = model.board.where[made.appointment_id][1].visit
    assert model.look(row).word == "Booked"
    model.known.badges = {row.id: Badge(row.id, "In room", "three_quarters", "st_room", 2)}
    assert (model.look(row).word, model.look(row).open_points) == ("In room", 2)


def test_every_view_is_painted(window: Window, tmp_path: Path, qapp: QApplication) -> None:
    booked(window.clinic, time(13), day=window.clinic.day)
    for file in picture.save_all(qapp, window.page, tmp_path, "day", themes=("light", "dark")):
        assert file.stat().st_size > 4000


def test_time_is_closed_from_a_cell_and_opened_again(window: Window) -> None:
    window.press(Key.Key_Right, Key.Key_End)
    window.press(Key.Key_B, held=Ctrl | Qt.KeyboardModifier.ShiftModifier)
    form = window.page.closing.form
    assert (form.practitioner.currentText(), form.start.value(), form.why.hasFocus()) == ("Okafor", time(16, 45), True)
    form.end.set_value(time(17))
    window.press(Key.Key_Return, held=Ctrl)
    column = window.page.model.board.columns[1]
    assert [one.word for one in column.closed] == ["Lunch"]
    window.press(Key.Key_Delete)
    assert window.page.model.board.columns[1].closed == ()
    window.undo[-1]()
    again = window.page.model.board.columns[1].closed
    assert [(one.word, one.span) for one in again] == [(one.word, one.span) for one in column.closed]


def test_closing_over_a_visit_asks_why(window: Window) -> None:
    booked(window.clinic, time(16), day=window.clinic.day)
    window.press(Key.Key_Right, Key.Key_End, Key.Key_Up)
    window.page.asking.close_time()
    form = window.page.closing.form
    form.start.set_value(time(15))
    form.end.set_value(time(17))
    window.page.closing.send()
    assert "4:00 PM Núñez, María José" in form.start.accessibleDescription()
    assert form.reason.isVisible()
    form.reason.setText("gone home sick")
    window.page.closing.send()
    assert not window.page.drawer.isVisible()
    assert len(window.undo) == 1


def test_a_booking_is_taken_back_by_undo(window: Window) -> None:
    window.page.activate(Place("schedule", patient_id=1, task="book"))
    window.press(Key.Key_Return, held=Ctrl)
    assert window.said[-1].startswith("Booked: ")
    window.undo.pop()()
    assert [row[3] for row in visits(window, TOMORROW)] == []
    assert window.page.toast.words.text() == "The booking was taken back."


def test_what_confirms_is_in_sight_on_a_low_screen(window: Window) -> None:
    page = window.page
    asking = page.asking
    page.resize(1200, 560)
    for ask in (page.book_here, asking.walk_in, asking.close_time, asking.give_override):
        ask()
        shown = [one.confirm for one in asking.every if one.confirm.isVisible()]
        assert len(shown) == 1
        assert page.rect().contains(shown[0].mapTo(page, shown[0].rect().bottomRight()))
        page.drawer.close_drawer()
