"""Where things stand in a day, and where the arrow keys stop."""

from datetime import time

import pytest

from app.schedule.actions import AddBlock, CancelAppointment, add_block, cancel_appointment
from app.schedule.queries import day_plan
from app.schedule.rules import Span
from app.schedule.viewmodel import Board, lay_out
from app.staff.tables import Practitioner
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic

NEVER = 0


def board(clinic: Clinic) -> Board:
    """Tomorrow, laid out: Lee is column 0, Okafor column 1."""
    return lay_out(clinic.executor.fetch(day_plan, ANYONE, 1, TOMORROW))


def test_closed_time_has_its_word_where_it_changes(desk: Clinic) -> None:
    desk.do(
        add_block, AddBlock(location_id=1, practitioner_id=1, day=TOMORROW, start=time(12), end=time(13), why="lunch")
    )
    desk.do(add_block, AddBlock(location_id=1, day=TOMORROW, start=time(16), end=time(18), why="Fire drill"))
    booked(desk, time(18), override=True, reason="late")
    closed = board(desk).columns[1].closed
    assert [(one.span.start // 60, one.span.end // 60, one.word) for one in closed] == [
        (12, 13, "Lunch"), (16, 18, "Fire drill"), (18, 19, "Closed"),
    ]  # fmt: skip


def test_leave_of_days_fills_the_whole_column(desk: Clinic) -> None:
    desk.do(
        add_block,
        AddBlock(
            location_id=1,
            practitioner_id=1,
            day=desk.day,
            start=time(0),
            end=time(23),
            last_day=desk.day.replace(day=13),
            why="leave",
        ),
    )
    assert [(one.span, one.word) for one in board(desk).columns[1].closed] == [(Span(480, 1020), "Leave")]


def test_visits_side_by_side_share_the_width(desk: Clinic) -> None:
    with desk.database.writing() as session:
        session.get_one(Practitioner, 1).lanes = 2
        session.commit()
    booked(desk, time(9))
    booked(desk, time(9, 30), patient_id=2)
    booked(desk, time(10, 15), patient_id=1)
    booked(desk, time(13), patient_id=2)
    boxes = board(desk).columns[1].boxes
    assert [(box.lane, box.lanes) for box in boxes] == [(0, 2), (1, 2), (0, 1), (0, 1)]


def test_a_ghost_becomes_a_strip_when_its_hole_is_filled(desk: Clinic) -> None:
    gone = booked(desk, time(9))
    desk.do(
        cancel_appointment,
        CancelAppointment(appointment_id=gone.appointment_id, version=gone.version, reason_code="sick"),
    )
    assert [box.strip for box in board(desk).columns[1].boxes] == [False]
    booked(desk, time(9, 15), patient_id=2)
    assert [(box.visit.ghost, box.strip) for box in board(desk).columns[1].boxes] == [(True, True), (False, False)]
    column = board(desk).columns[1]
    assert column.box_at(9 * 60 + 20) == column.boxes[1]


def test_arrow_keys_stop_at_visits_and_free_cells(desk: Clinic) -> None:
    booked(desk, time(8, 30))
    stops = board(desk).columns[1].stops(480, 600)
    assert stops == [480, 495, 510, 555, 570, 585]


@pytest.mark.parametrize(
    ("column", "start", "patient", "sentence", "nearest"),
    [
        (1, time(10), 2, "Overlaps Núñez, María José.", 10 * 60 + 15),
        (0, time(10), 1, "This patient has a visit then.", 10 * 60),
        (1, time(16, 30), 2, "Closed in part of this time.", 16 * 60 + 15),
        (1, time(11), 2, None, None),
    ],
)
def test_a_visit_in_hand_is_told_why_not_here(
    desk: Clinic, column: int, start: time, patient: int, sentence: str | None, nearest: int | None
) -> None:
    booked(desk, time(9, 30))
    begin = start.hour * 60 + start.minute
    problem = board(desk).problem(column, Span(begin, begin + 45), patient, None, NEVER)
    assert (problem and problem.sentence, problem and problem.nearest) == (sentence, nearest)


def test_an_empty_board_has_a_day_of_its_own() -> None:
    assert (Board().first, Board().last, Board().columns) == (480, 1080, ())
