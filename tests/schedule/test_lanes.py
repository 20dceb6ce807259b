"""Visits beside each other: each one is reached by keys and by mouse, and a deed acts on the one that is shown as chosen."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.ports import Place
from app.kit import theme
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.queries import AppointmentRow, DayPlan, PractitionerDay, PractitionerRow, day
from app.schedule.rules import AppointmentStatus, VisitKind
from app.schedule.view.grid import Grid
from app.schedule.viewmodel import Board, Cursor, lay_out
from app.schedule.viewmodel import cursor as places
from app.schedule.viewmodel.words import fullness
from app.staff.tables import Practitioner
from tests.schedule.conftest import Window
from tests.schedule.visits import booked
from tests.support.clinic import ANYONE, ZONE

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
DAY = date(2026, 3, 11)

# ---------------------------------------------------------------------------------------------------- any day at all

visits = st.lists(
    st.tuples(st.integers(96, 200), st.integers(1, 24), st.sampled_from(["booked", "booked", "cancelled"])), max_size=9
)


def row(number: int, slot: int, fives: int, status: str) -> AppointmentRow:
    """A visit that begins at a multiple of five minutes."""
    start = time(slot * 5 // 60, slot * 5 % 60)
    at = datetime.combine(DAY, start, ZoneInfo(ZONE))
    return AppointmentRow(
        number, 1, 1, 1, "Okafor", number, f"Person {number}", None, "", 1, "Follow-up", VisitKind.FOLLOW_UP,
        AppointmentStatus(status), DAY, start, fives * 5, ZONE, at, at + timedelta(minutes=fives * 5),
    )  # fmt: skip


def board_of(*columns: list[tuple[int, int, str]]) -> Board:
    made = []
    for number, found in enumerate(columns):
        rows = sorted((row(100 * number + i, *one) for i, one in enumerate(found)), key=lambda one: one.starts_at)
        made.append(PractitionerDay(PractitionerRow(number, "Okafor", "", "PT", 3), (), (), tuple(rows)))
    return lay_out(DayPlan(1, "Main", ZONE, DAY, DAY, tuple(made)))


@given(visits, visits)
def test_arrow_keys_reach_every_visit(left: list[tuple[int, int, str]], right: list[tuple[int, int, str]]) -> None:
    board = board_of(left, right)
    seen, ahead = set(), [places.inside(board, Cursor(0, board.first))]
    while ahead:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead += [places.sideways(board, at, by) for by in (-1, 1)]
            ahead += [places.upright(board, at, by) for by in (-1, 1)]
    reached = {box.visit.id for at in seen if (box := places.under(board, at))}
    whole = {box.visit.id for column in board.columns for box in column.boxes if not box.strip}
    assert whole <= reached
    assert all(places.inside(board, at) == at for at in seen)


@given(visits)
def test_one_way_down_meets_each_visit_of_a_lane_once_and_ends(found: list[tuple[int, int, str]]) -> None:
    board = board_of(found)
    at, steps = places.inside(board, Cursor(0, board.first)), 0
    while (after := places.upright(board, at, 1)) != at:
        assert after.minute > at.minute or at.minute > board.first
        at, steps = after, steps + 1
        assert steps < 200


@given(visits)
def test_the_place_of_a_visit_is_its_own(found: list[tuple[int, int, str]]) -> None:
    board = board_of(found)
    for number, box in board.where.values():
        assert places.under(board, places.on(board, number, box)) == box


@given(visits, st.sampled_from([1.0, 1.5]))
def test_the_mouse_takes_the_box_that_is_drawn_there(found: list[tuple[int, int, str]], scale: float) -> None:
    board = board_of(found)
    grid = Grid(board, 900 * scale, 4000)
    for number, box in board.where.values():
        if box.strip:  # strips may lie on each other; all of them are ghosts
            continue
        rect = grid.box(number, box)
        for x in (rect.left() + 1, rect.center().x(), rect.right() - 1):
            at = grid.at(x, rect.center().y())
            assert at is not None
            assert places.under(board, places.snapped(board, at)) == box


@given(visits, st.integers(480, 1019), st.integers(0, 2))
def test_a_free_cell_that_is_pointed_at_is_free(found: list[tuple[int, int, str]], minute: int, lane: int) -> None:
    board = board_of(found)
    at = places.inside(board, Cursor(0, minute, lane))
    assert places.under(board, places.snapped(board, at)) == places.under(board, at)


def test_a_click_below_a_visit_that_ends_inside_a_cell_is_not_that_visit() -> None:
    board = board_of([(96, 8, "booked")])  # 8:00 to 8:40
    assert places.snapped(board, Cursor(0, 8 * 60 + 42)) == Cursor(0, 8 * 60 + 40)


# ------------------------------------------------------------------------------------------------------- at the page


@pytest.fixture
def beside(window: Window) -> dict[str, int]:
    """Smith's visit at 1:15 stands right of Núñez's at 1:00; the numbers of both."""
    with window.clinic.database.writing() as session:
        session.get_one(Practitioner, 1).lanes = 2
        session.commit()
    made = {
        "left": booked(window.clinic, time(13), day=window.clinic.day).appointment_id,
        "right": booked(window.clinic, time(13, 15), day=window.clinic.day, patient_id=2).appointment_id,
    }
    window.page.model.show(1, window.clinic.day)
    window.page.canvas.setFocus()
    return made


def status(window: Window) -> dict[int, str]:
    found = window.clinic.executor.fetch(day, ANYONE, 1, window.clinic.day)
    return {one.id: one.status.value for one in found}


def under(window: Window) -> int | None:
    box = window.page.model.selected()
    return box.visit.id if box else None


def to_left(window: Window, beside: dict[str, int]) -> None:
    column, box = window.page.model.board.where[beside["left"]]
    window.page.model.put_on(column, box)


def test_right_goes_to_the_visit_beside_and_delete_asks_about_it(window: Window, beside: dict[str, int]) -> None:
    to_left(window, beside)
    window.press(Key.Key_Right, Key.Key_Down)
    assert under(window) == beside["right"]
    assert window.page.canvas.words().startswith("1:15 PM")
    window.press(Key.Key_Delete)
    assert window.page.drawer.subheading.text().startswith("Smith, Joan")
    window.press(Key.Key_Return)
    assert status(window) == {beside["left"]: "booked", beside["right"]: "cancelled"}
    assert under(window) == beside["right"]  # as a strip beside the other one
    window.press(Key.Key_Delete)
    assert not window.page.drawer.isVisible()
    window.press(Key.Key_Left)
    assert under(window) == beside["left"]


def test_left_comes_back(window: Window, beside: dict[str, int]) -> None:
    column, box = window.page.model.board.where[beside["right"]]
    window.page.model.put_on(column, box)
    window.press(Key.Key_Left)
    assert under(window) == beside["left"]
    window.press(Key.Key_Right)
    assert under(window) == beside["right"]
    window.press(Key.Key_Up)
    assert window.page.model.cursor.minute == 13 * 60  # the free cell above, in its lane
    assert under(window) is None
    assert window.page.model.enter() == "book"


def test_move_and_enter_take_the_chosen_one(window: Window, beside: dict[str, int]) -> None:
    column, box = window.page.model.board.where[beside["right"]]
    window.page.model.put_on(column, box)
    window.press(Key.Key_M, held=Ctrl)
    assert window.page.model.picked is not None
    assert window.page.model.picked.id == beside["right"]
    window.press(Key.Key_Down, Key.Key_Escape)
    assert under(window) == beside["right"]
    window.press(Key.Key_Return)
    assert window.went[-1].appointment_id == beside["right"]


@pytest.mark.parametrize("which", ["left", "right"])
def test_a_click_takes_the_box_under_the_mouse(window: Window, beside: dict[str, int], which: str) -> None:
    canvas = window.page.canvas
    column, box = window.page.model.board.where[beside[which]]
    canvas.model.put_on(column, box)  # scrolls it into sight
    to_left(window, beside)
    at = canvas.grid().box(column, box).center().toPoint()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert under(window) == beside[which]
    QTest.keyClick(canvas, Key.Key_Delete)
    QTest.keyClick(QApplication.focusWidget() or canvas, Key.Key_Return)
    other = next(name for name in beside if name != which)
    assert status(window) == {beside[which]: "cancelled", beside[other]: "booked"}


def test_a_drag_takes_the_box_under_the_mouse(window: Window, beside: dict[str, int]) -> None:
    canvas = window.page.canvas
    column, box = window.page.model.board.where[beside["right"]]
    canvas.model.put_on(column, box)
    at = canvas.grid().box(column, box).center().toPoint()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas.viewport(), at + QPoint(0, theme.px(30)))
    assert canvas.model.picked is not None
    assert canvas.model.picked.id == beside["right"]
    canvas.model.put_down()
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert set(status(window).values()) == {"booked"}


def test_the_cursor_stays_on_its_visit_when_the_lanes_change(window: Window, beside: dict[str, int]) -> None:
    column, box = window.page.model.board.where[beside["right"]]
    window.page.model.put_on(column, box)
    gone = window.page.model.board.where[beside["left"]][1].visit
    window.clinic.do(
        cancel_appointment, CancelAppointment(appointment_id=gone.id, version=gone.version, reason_code="sick")
    )
    assert window.page.model.board.where[beside["right"]][1].lane == 0
    assert under(window) == beside["right"]


def test_a_short_visit_at_the_end_of_the_day_is_not_taken_for_the_one_before() -> None:
    board = board_of([(96, 4, "booked"), (202, 1, "booked"), (203, 1, "booked")])  # the last two: 16:50, 16:55
    column, last = board.where[2]
    assert places.under(board, places.inside(board, places.on(board, column, last))) == last


def test_a_deed_in_the_list_acts_on_its_row(window: Window, beside: dict[str, int]) -> None:
    window.page.model.put(1, 8 * 60)
    window.press(Key.Key_T, held=Ctrl)
    assert window.page.table.currentIndex().row() == 0
    window.press(Key.Key_Return)
    assert window.went[-1].appointment_id == beside["left"]
    window.page.model.put(1, 8 * 60)
    window.press(Key.Key_Backspace, held=Ctrl)
    assert window.page.drawer.subheading.text().startswith("Núñez, María José")
    window.press(Key.Key_Return)
    assert status(window) == {beside["left"]: "cancelled", beside["right"]: "booked"}


# -------------------------------------------------------------------------------------------- what a place asks for


def test_a_place_opens_the_cancel_panel_of_its_visit(window: Window, beside: dict[str, int]) -> None:
    for name in ("right", "left"):
        window.page.activate(Place("schedule", appointment_id=beside[name], day=window.clinic.day, task="cancel"))
        assert window.page.cancelling.form.reasons.hasFocus()
        window.press(Key.Key_Return)
        assert status(window)[beside[name]] == "cancelled"


def test_a_place_picks_its_visit_up(window: Window, beside: dict[str, int]) -> None:
    window.page.toggle_list()
    window.page.activate(Place("schedule", appointment_id=beside["right"], day=window.clinic.day, task="move"))
    assert window.page.model.picked is not None
    assert window.page.model.picked.id == beside["right"]
    assert window.page.canvas.hasFocus()
    window.page.activate(Place("schedule", appointment_id=beside["left"], day=window.clinic.day, task="move"))
    assert window.page.model.picked.id == beside["left"]


@pytest.mark.parametrize("named", [date(2026, 3, 11), date(2026, 3, 13), None])
def test_a_place_may_name_another_day_than_the_visits(window: Window, named: date | None) -> None:
    made = booked(window.clinic, time(9))
    window.page.ports.go = window.page.activate
    window.page.activate(Place("schedule", appointment_id=made.appointment_id, day=named, task="cancel"))
    assert window.page.model.day == made.day
    assert window.page.drawer.isVisible()
    assert under(window) == made.appointment_id


def test_a_place_is_reached_while_all_locations_are_shown(window: Window, beside: dict[str, int]) -> None:
    here = window.page.ports.here()
    window.page.ports.here = lambda: replace(here, location_id=None)
    window.page.model.show(2, window.clinic.day)
    window.page.activate(Place("schedule", appointment_id=beside["right"], day=window.clinic.day, task="cancel"))
    assert (window.page.model.location_id, under(window)) == (1, beside["right"])
    assert window.page.drawer.isVisible()


def test_a_place_of_no_visit_says_so_and_shows_the_day(window: Window) -> None:
    window.page.activate(Place("schedule", appointment_id=4711, day=window.clinic.day, task="cancel"))
    assert "There is no such visit" in window.page.toast.words.text()
    assert window.page.model.plan is not None
    assert not window.page.drawer.isVisible()


# ------------------------------------------------------------------------------------------- panels, again and again


def test_every_panel_serves_again_in_another_theme_too(window: Window, qapp: QApplication) -> None:
    page = window.page
    for at, look in enumerate(("light", "dark", "contrast", "light")):
        theme.apply(qapp, look)
        made = booked(window.clinic, time(11 + at), day=window.clinic.day)
        page.activate(Place("schedule", appointment_id=made.appointment_id, day=window.clinic.day))
        window.press(Key.Key_Backspace, held=Ctrl)
        assert page.cancelling.form.reasons.hasFocus()
        window.press(Key.Key_Return)
        assert status(window)[made.appointment_id] == "cancelled"
        for task in ("book", "walk-in"):
            page.activate(Place("schedule", patient_id=1, task=task))
            assert page.drawer.isVisible()
            window.press(Key.Key_Escape)
        page.asking.close_time()
        assert page.closing.form.why.hasFocus()
        window.press(Key.Key_Escape)
        assert not page.drawer.isVisible()


def test_the_head_says_what_its_percents_are_of(window: Window) -> None:
    canvas = window.page.canvas
    x = canvas.grid().x(0) + 5
    assert canvas.head_tip(x, 5).endswith(" % full: booked minutes of all open minutes.")
    assert canvas.head_tip(x, canvas.grid().head + 5) == ""
    two = replace(window.page.model.board.columns[0].day.who, lanes=2)
    day = replace(window.page.model.board.columns[0].day, who=two)
    assert [words.rpartition("full")[2] for words in fullness(day)] == [
        "", " (2 at a time)", ": booked minutes of all open minutes, with 2 visits at a time.",
    ]  # fmt: skip
