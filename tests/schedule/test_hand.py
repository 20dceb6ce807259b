"""Visits in hand, by keyboard and by mouse: longer, shorter, copied, swapped, split, and carried on the pinboard."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.access import Actor, Grant, Permission
from app.core.ports import Place
from app.schedule.actions import CancelAppointment, MoveAppointment, cancel_appointment, move_appointment
from app.schedule.queries import day
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment
from app.schedule.view.grid import ZOOMS
from tests.schedule.conftest import Window
from tests.schedule.test_series import made as made_series
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CtrlShift = Ctrl | Shift
Rows = list[tuple[str, time, str, int]]


def on(window: Window, when: object = TOMORROW) -> Rows:
    """Who stands where on a day, ghosts left out."""
    rows = window.clinic.executor.fetch(day, ANYONE, 1, when)  # type: ignore[arg-type]
    return [(row.patient.partition(",")[0], row.start, row.practitioner, row.minutes) for row in rows if not row.ghost]


def show(window: Window, appointment_id: int) -> None:
    """The day of a visit, with the cursor on it."""
    window.page.activate(Place("schedule", appointment_id=appointment_id))
    window.keys = 0


def test_a_visit_grows_by_keys_and_undo_shrinks_it(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, held=Shift)
    assert window.page.model.held is not None
    assert "9:00 AM to 10:00 AM" in window.page.canvas.accessibleDescription()
    window.press(Key.Key_Return)
    assert on(window) == [("Núñez", time(9), "Okafor", 60)]
    assert window.said[-1] == "Núñez, María José has 60 minutes now"
    assert window.keys <= 5
    window.undo[-1]()
    assert on(window) == [("Núñez", time(9), "Okafor", 45)]


def test_a_move_is_written_down_with_its_reason(window: Window) -> None:
    made = booked(window.clinic, time(9))
    for wanted, presses in (("patient", 0), ("sooner", 1)):
        show(window, made.appointment_id)
        window.press(Key.Key_M, held=Ctrl)
        for _ in range(presses):
            window.press(Key.Key_E, held=Ctrl)
        window.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
        row = window.clinic.rows(lambda session: session.get(Appointment, made.appointment_id))
        assert row is not None
        assert row.moved_reason == wanted


def test_a_visit_never_grows_over_somebody(window: Window) -> None:
    made = booked(window.clinic, time(9))
    booked(window.clinic, time(9, 45), patient_id=2)
    show(window, made.appointment_id)
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Down, held=Shift)
    problem = window.page.model.drag_problem()
    assert problem is not None
    assert "Overlaps Smith" in problem.sentence
    window.press(Key.Key_Return)
    assert on(window)[0] == ("Núñez", time(9), "Okafor", 45)
    window.press(Key.Key_Up, Key.Key_Up, held=Shift)
    window.press(Key.Key_Return)
    assert on(window)[0] == ("Núñez", time(9), "Okafor", 40)


def test_the_lower_edge_is_dragged(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    canvas, view = window.page.canvas, window.page.canvas.viewport()
    place, box = window.page.model.cursor, window.page.model.selected()
    assert box is not None
    rect = canvas.grid().box(place.column, box)
    edge = QPoint(round(rect.center().x()), round(rect.bottom()) - 2)
    down = QPoint(edge.x(), edge.y() + round(15 * canvas.grid().minute))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=edge)
    for point in (QPoint(edge.x(), edge.y() + 10), down):
        QTest.mouseMove(view, point)
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=down)
    assert on(window) == [("Núñez", time(9), "Okafor", 60)]


def test_a_box_is_dragged_onto_the_pinboard_and_the_next_one_beside_it(window: Window) -> None:
    """The first one onto the rail at the edge, the second onto the board that stands there then; nothing is moved."""
    visits = [booked(window.clinic, time(9)), booked(window.clinic, time(9), patient_id=2, practitioner_id=2)]
    canvas, view, model = window.page.canvas, window.page.canvas.viewport(), window.page.model
    for number, made in enumerate(visits):
        show(window, made.appointment_id)
        here, wide = canvas.place_rect().center().toPoint(), canvas.grid().column
        there = QPoint(view.width() + (80 if number else -10), here.y())
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=here)
        for point in (here + QPoint(12, 0), there):
            QTest.mouseMove(view, point)
            QApplication.processEvents()
        assert canvas.grid().column == wide, "no column jumps while a visit is dragged"
        assert canvas.grab().toImage().pixelColor(view.width() - 20, 200).isValid()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there)
        assert (model.held, len(model.pins.pins)) == (None, number + 1)
        box = model.selected()
        assert box is not None
        assert box.visit.id == made.appointment_id, "the cursor is back on what still stands there"
    assert window.page.carry.strip.list.count() == 2
    assert [row[1] for row in on(window)] == [time(9), time(9)]


def test_two_visits_change_places_by_two_keys_more(window: Window) -> None:
    made = booked(window.clinic, time(9))
    booked(window.clinic, time(9), patient_id=2, practitioner_id=2)
    show(window, made.appointment_id)
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Left)
    other = window.page.model.in_the_way()
    assert other is not None
    assert other.patient == "Smith, Joan"
    window.press(Key.Key_Return, held=Ctrl)
    assert sorted(on(window)) == [("Núñez", time(9), "Lee", 45), ("Smith", time(9), "Okafor", 45)]
    assert window.keys == 3
    window.undo[-1]()
    assert sorted(on(window)) == [("Núñez", time(9), "Okafor", 45), ("Smith", time(9), "Lee", 45)]


def test_a_visit_is_split_with_somebody_else_and_joined(window: Window) -> None:
    made = booked(window.clinic, time(9), minutes=60)
    show(window, made.appointment_id)
    window.press(Key.Key_S, held=CtrlShift)
    window.press(Key.Key_Left, Key.Key_Down, Key.Key_Return)
    assert sorted(on(window)) == [("Núñez", time(9), "Okafor", 35), ("Núñez", time(9, 35), "Lee", 25)]
    window.undo[-1]()
    assert on(window) == [("Núñez", time(9), "Okafor", 60)]


def test_the_same_is_booked_again_and_taken_back(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_C, held=Ctrl)
    window.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert on(window) == [("Núñez", time(9), "Okafor", 45), ("Núñez", time(9, 45), "Okafor", 45)]
    window.undo[-1]()
    assert on(window) == [("Núñez", time(9), "Okafor", 45)]


def test_two_are_pinned_and_dropped_on_another_day(window: Window) -> None:
    """Pin, down, pin, next day, take, drop, drop: seven keys, for both hang where they stood on their own day."""
    first = booked(window.clinic, time(14), day=window.clinic.day)
    booked(window.clinic, time(14, 45), day=window.clinic.day, patient_id=2)
    show(window, first.appointment_id)
    window.press(Key.Key_B, held=Ctrl)
    window.press(Key.Key_Down)
    window.press(Key.Key_B, held=Ctrl)
    assert len(window.page.model.pins.pins) == 2
    assert window.page.carry.strip.isVisible()
    assert len(on(window, window.clinic.day)) == 2
    window.page.activate(Place("schedule", day=TOMORROW))
    window.keys += 1
    window.press(Key.Key_V, held=Ctrl)
    assert window.page.model.held is not None
    window.press(Key.Key_Return)
    assert window.page.model.held is not None, "the next one is in hand"
    window.press(Key.Key_Return)
    assert on(window, window.clinic.day) == []
    assert [row[:2] for row in on(window)] == [("Núñez", time(14)), ("Smith", time(14, 45))]
    assert not window.page.model.pins.pins
    assert not window.page.carry.strip.isVisible()
    assert window.keys == 7
    window.undo[-1]()
    assert [row[0] for row in on(window, window.clinic.day)] == ["Smith"]


def test_a_pin_that_is_left_stays_pinned(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_B, held=Ctrl)
    window.press(Key.Key_V, held=Ctrl)
    window.press(Key.Key_Escape)
    assert window.page.model.held is None
    assert len(window.page.model.pins.pins) == 1
    assert on(window) == [("Núñez", time(9), "Okafor", 45)]


def test_another_desks_change_leaves_what_is_dragged_in_hand(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    booked(window.clinic, time(14), patient_id=2)
    QApplication.processEvents()
    model = window.page.model
    assert [box.visit.patient for column in model.board.columns for box in column.boxes][-1] == "Smith, Joan"
    assert model.held is not None
    assert model.cursor.minute == 10 * 60
    window.press(Key.Key_Return)
    assert ("Núñez", time(10), "Okafor", 45) in on(window)


def test_a_visit_that_another_desk_cancelled_is_let_go(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_M, held=Ctrl)
    gone = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    window.clinic.do(cancel_appointment, gone)
    window.page.model.show(1, TOMORROW)
    assert window.page.model.held is None
    assert "Another desk" in window.page.toast.words.text()


def test_a_visit_that_another_desk_moved_goes_on_from_there(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Down)
    away = MoveAppointment(appointment_id=made.appointment_id, version=made.version, day=TOMORROW, start=time(15))
    window.clinic.do(move_appointment, away)
    window.page.model.show(1, TOMORROW)
    assert window.page.model.held is not None
    assert window.page.model.held.visit.start == time(15)
    window.press(Key.Key_Return)
    assert on(window) == [("Núñez", time(9, 15), "Okafor", 45)]


def test_the_menu_offers_only_what_can_be_done(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    carry = window.page.carry
    words = [one.title for one in carry.choices()]
    assert {"Move", "Pin it", "Split in two", "Book the same again", "Cancel the visit"} <= set(words)
    window.press(Key.Key_Menu)
    assert carry.menu.isVisible()
    assert any("Ctrl M" in action.text() for action in carry.menu.actions())
    carry.menu.close()
    window.press(Key.Key_Up)
    words = [one.title for one in carry.choices()]
    assert "Book here" in words
    assert "Move" not in words


def test_who_may_not_book_is_offered_no_booking(window: Window) -> None:
    made = booked(window.clinic, time(9))
    reader = Actor(2, "Reader", ("RO",), frozenset({1}), {Permission.SEARCH_PATIENT: Grant()}, "Desk 2", 1, "reader")
    window.page.runner.actor = reader
    show(window, made.appointment_id)
    titles = {one.title for one in window.page.carry.choices()}
    assert titles.isdisjoint({"Move", "Pin it", "Split in two", "Book the same again", "Cancel the visit"})


def test_the_card_tells_the_phone_and_goes_with_the_cursor(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    window.press(Key.Key_Space)
    card = window.page.carry.card
    assert card.isVisible()
    assert "555-0178" in card.words()
    assert "Okafor" in card.words()
    window.press(Key.Key_Down)
    assert not card.isVisible()


def test_zoom_by_keys_and_wheel_keeps_the_cursor_in_sight(window: Window) -> None:
    canvas = window.page.canvas
    before = canvas.grid().minute
    window.press(Key.Key_Plus, held=Ctrl)
    assert canvas.grid().minute > before
    window.press(Key.Key_Minus, Key.Key_Minus, held=Ctrl)
    assert canvas.zoom == ZOOMS[1]
    window.press(Key.Key_0, held=Ctrl)
    assert canvas.grid().minute == before
    at = QPointF(200, 200)
    wheel = QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Ctrl,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), wheel)
    assert canvas.zoom == 1.25


@pytest.mark.parametrize("status", [AppointmentStatus.CANCELLED])
def test_a_ghost_can_be_booked_again_but_not_moved(window: Window, status: AppointmentStatus) -> None:
    made = booked(window.clinic, time(9))
    gone = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    window.clinic.do(cancel_appointment, gone)
    show(window, made.appointment_id)
    assert not window.page.model.pick_up()
    window.press(Key.Key_C, held=Ctrl)
    window.press(Key.Key_Return)
    assert on(window) == [("Núñez", time(9), "Okafor", 45)]


def test_a_series_begins_at_a_visit_or_at_a_free_time(window: Window) -> None:
    made = booked(window.clinic, time(9))
    show(window, made.appointment_id)
    menu = {one.title: one.keys for one in window.page.carry.choices()}
    assert menu["Book a series…"] == "Ctrl+Shift+R"
    window.press(Key.Key_R, held=CtrlShift)
    assert window.went[-1] == Place("patients", patient_id=1, task="series-2026-03-11-0900-1")
    window.press(Key.Key_Left)
    assert "Book a series…" in [one.title for one in window.page.carry.choices()]
    window.press(Key.Key_R, held=CtrlShift)
    assert window.page.series.whose.person.box.hasFocus()
    window.type("smith")
    window.press(Key.Key_Return)
    assert window.went[-1] == Place("patients", patient_id=2, task="series-2026-03-11-0900-2")
    assert not window.page.drawer.isVisible()


def test_the_menu_of_a_hole_leads_to_whom_to_call(window: Window) -> None:
    made = booked(window.clinic, time(9))
    gone = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    window.clinic.do(cancel_appointment, gone)
    show(window, made.appointment_id)
    titles = [one.title for one in window.page.carry.choices()]
    assert "Fill the hole…" in titles
    assert "Move" not in titles


def test_the_menu_of_a_visit_of_a_series_leads_to_the_whole_of_it(window: Window) -> None:
    key = made_series(window.clinic)
    visit = key.visits[4].appointment_id
    show(window, visit)
    choices = window.page.carry.choices()
    titles = [one.title for one in choices]
    move, cancel = titles.index("Move its series, or the rest…"), titles.index("Cancel its series, or the rest…")
    assert titles.index("Move") < move < titles.index("Book the same again")
    assert titles[cancel - 1] == "Cancel the visit"
    choices[move].run()
    choices[cancel].run()
    assert window.went[-2:] == [Place("patients", patient_id=1, task=f"{what}-{visit}") for what in ("move", "cancel")]


def test_the_menu_of_a_single_visit_knows_no_series(window: Window) -> None:
    show(window, booked(window.clinic, time(9)).appointment_id)
    assert not [one.title for one in window.page.carry.choices() if "its series" in one.title]
