"""A visit in hand over days beside each other, by keyboard and by mouse; and what the rooms above know of those days."""

from datetime import date, time, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.schedule.actions import CancelAppointment, MoveAppointment, cancel_appointment, move_appointment
from app.schedule.queries import day
from app.schedule.view.handled import HandCanvas
from app.schedule.view.spans import View
from app.schedule.viewmodel.span import SpanModel
from app.visits.queries import badges
from tests.schedule.conftest import Window
from tests.schedule.visits import booked
from tests.support.clinic import ANYONE

Key, Ctrl, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MONDAY = date(2026, 3, 9)
WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (2, 3, 4))


def week(window: Window, appointment_id: int, view: View = View.WEEK) -> SpanModel:
    """The week of the visit's practitioner, or several days, with the cursor on it."""
    spans = window.page.spans
    spans._who = (2,)
    window.page.switch_view(view)
    spans.booked(appointment_id)
    window.keys = 0
    return spans.model


def stands(window: Window, appointment_id: int, *days: date) -> list[tuple[date, time, str]]:
    """Where a visit stands."""
    rows = [row for one in days for row in window.clinic.executor.fetch(day, ANYONE, 1, one)]
    return [(row.day, row.start, row.practitioner) for row in rows if row.id == appointment_id and not row.ghost]


def drag(view: QWidget, *way: QPoint) -> None:
    """Press, carry over these points, let go at the last."""
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=way[0])
    for point in way[1:]:
        QTest.mouseMove(view, point)
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=way[-1])


def middle(canvas: HandCanvas[SpanModel]) -> QPoint:
    """The middle of the visit under the cursor."""
    return canvas.place_rect().center().toPoint()


def test_a_visit_goes_to_another_day_of_the_week_by_five_keys(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    model = week(going, made)
    going.press(Key.Key_M, held=Ctrl)
    assert model.held is not None
    going.press(Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert going.keys == 5
    assert stands(going, made, WEDNESDAY, THURSDAY) == [(THURSDAY, time(9, 30), "Lee")]
    assert going.said[-1] == (
        "Moved Núñez, María José to Thu, Mar 12, 9:30 AM. Less than 24 hours before: counts as kept"
    )
    assert (model.held, model.day()) == (None, THURSDAY), "the cursor goes with the visit"
    going.undo[-1]()
    assert stands(going, made, WEDNESDAY, THURSDAY) == [(WEDNESDAY, time(9), "Lee")]


def test_what_is_in_the_way_on_another_day_is_said_and_the_nearest_time_taken(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    booked(going.clinic, time(9), day=THURSDAY, practitioner_id=2, patient_id=2)
    model = week(going, made)
    going.press(Key.Key_M, held=Ctrl)
    going.press(Key.Key_Right)
    problem = model.drag_problem()
    assert problem is not None
    assert problem.sentence == "Overlaps Smith, Joan."
    assert going.page.spans.canvas.accessibleDescription() == "Thu, Mar 12, 9:00 AM, Lee: Overlaps Smith, Joan."
    going.press(Key.Key_Return)
    assert stands(going, made, WEDNESDAY) == [(WEDNESDAY, time(9), "Lee")]
    going.press(Key.Key_Down, held=Alt)
    going.press(Key.Key_Return)
    assert stands(going, made, THURSDAY) == [(THURSDAY, time(9, 45), "Lee")]


def test_the_patients_visit_at_that_time_of_another_day_is_not_in_the_way(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    booked(going.clinic, time(11), day=THURSDAY, practitioner_id=2)
    model = week(going, made)
    going.press(Key.Key_M, held=Ctrl)
    going.press(Key.Key_Right, Key.Key_Right)
    for _ in range(8):
        going.press(Key.Key_Down)
    assert (model.cursor.minute, model.drag_problem()) == (11 * 60, None)
    going.press(Key.Key_Return)
    assert stands(going, made, FRIDAY) == [(FRIDAY, time(11), "Lee")]


def test_a_day_that_is_over_takes_no_visit(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    model = week(going, made)
    going.press(Key.Key_M, held=Ctrl)
    going.press(Key.Key_Left, Key.Key_Left)
    problem = model.drag_problem()
    assert (model.day(), problem and problem.sentence) == (MONDAY, "That time is over.")
    going.press(Key.Key_Return, Key.Key_Escape)
    assert stands(going, made, WEDNESDAY) == [(WEDNESDAY, time(9), "Lee")]


def test_a_visit_is_dragged_to_another_day(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    week(going, made)
    canvas = going.page.spans.canvas
    grid, here = canvas.grid(), middle(canvas)
    there = here + QPoint(round(grid.column), round(60 * grid.minute))
    drag(canvas.viewport(), here, here + QPoint(10, 10), there)
    assert stands(going, made, WEDNESDAY, THURSDAY) == [(THURSDAY, time(10), "Lee")]


def test_a_visit_is_dragged_to_another_practitioners_day(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    model = week(going, made, View.DAYS)
    going.press(Key.Key_M, held=Ctrl)
    going.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    assert [(one.on, one.day.who.family) for one in model.board.columns][2:6] == [
        (WEDNESDAY, "Lee"), (WEDNESDAY, "Okafor"), (THURSDAY, "Lee"), (THURSDAY, "Okafor"),
    ]  # fmt: skip
    assert stands(going, made, WEDNESDAY, THURSDAY) == [(THURSDAY, time(9), "Okafor")]


def test_a_dragged_visit_is_pinned_at_the_edge_and_dropped_in_the_day(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    model = week(going, made)
    canvas, view = going.page.spans.canvas, going.page.spans.canvas.viewport()
    here, wide = middle(canvas), canvas.grid().column
    edge = QPoint(view.width() - 10, here.y())
    drag(view, here, here + QPoint(10, 10), edge)
    assert (model.held, [pin.visit.id for pin in model.pins.pins]) == (None, [made])
    assert canvas.grid().column < wide, "the pinboard takes its room only once something is pinned"
    going.page.switch_view(View.DAY)
    assert going.page.carry.strip.isVisible()
    going.press(Key.Key_V, held=Ctrl)
    going.press(Key.Key_End, Key.Key_Up, Key.Key_Up, Key.Key_Return)
    assert stands(going, made, WEDNESDAY) == [(WEDNESDAY, time(16, 15), "Lee")]


def test_what_is_in_hand_is_carried_into_another_view(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    model = week(going, made)
    going.press(Key.Key_M, held=Ctrl)
    going.press(Key.Key_1, held=Ctrl | Alt)
    assert (model.held, going.page.model.picked and going.page.model.picked.id) == (None, made)
    going.press(Key.Key_Down, Key.Key_Return)
    assert stands(going, made, WEDNESDAY) == [(WEDNESDAY, time(9, 15), "Lee")]


def test_another_desks_change_leaves_the_hand_over_the_same_day(going: Window) -> None:
    """A Saturday appears beside the week, and everything else stays."""
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2)
    model = week(going, made.appointment_id)
    going.press(Key.Key_M, held=Ctrl)
    going.press(Key.Key_Right)
    away = MoveAppointment(appointment_id=made.appointment_id, version=made.version, day=WEDNESDAY, start=time(15))
    moved = going.clinic.do(move_appointment, away)
    assert (model.day(), model.held and model.held.visit.start) == (THURSDAY, time(15))
    gone = CancelAppointment(appointment_id=made.appointment_id, version=moved.version, reason_code="sick")
    going.clinic.do(cancel_appointment, gone)
    assert model.held is None
    assert "Another desk" in going.page.toast.words.text()


def test_the_week_shows_the_boards_words_and_points_of_all_its_days(going: Window) -> None:
    going.page.ports.badges = badges
    for one in (WEDNESDAY, FRIDAY):
        booked(going.clinic, time(9), day=one, practitioner_id=2)
    other = booked(going.clinic, time(9), day=FRIDAY, practitioner_id=1, patient_id=2).appointment_id
    model = week(going, other)
    boxes = [box for column in model.board.columns for box in column.boxes]
    assert [model.look(box.visit).open_points for box in boxes] == [3, 3]
    assert other not in model.known.badges, "only of who is shown"


def test_a_visit_is_cancelled_from_the_week(going: Window) -> None:
    made = booked(going.clinic, time(9), day=WEDNESDAY, practitioner_id=2).appointment_id
    week(going, made)
    going.press(Key.Key_Backspace, held=Ctrl)
    assert going.page.cancelling.isVisible()
    going.page._cancel("sick", "", None)
    assert stands(going, made, WEDNESDAY) == []
    assert going.said[-1].startswith("Cancelled")


def test_the_month_cancels_nothing(going: Window) -> None:
    booked(going.clinic, time(8), day=going.clinic.day)
    going.page.switch_view(View.MONTH)
    going.press(Key.Key_Backspace, held=Ctrl)
    assert not going.page.drawer.isVisible()
