"""The day by rooms: every visit once, and moving changes its time and its room."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.core.errors import ClinicError
from app.core.ports import Place
from app.schedule.actions import MoveAppointment, move_appointment
from app.schedule.queries import DayPlan, RoomName, day
from app.schedule.tables import Room, VisitType
from app.schedule.viewmodel import lay_out
from app.schedule.viewmodel.rooms import by_rooms, room_of
from tests.bench.days import full_day
from tests.schedule.conftest import Window
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def dressed() -> DayPlan:
    """A day whose visits lie in two rooms, a room that is not in use any more, and none."""
    plan = full_day(3, 6)
    rooms = (None, 1, 2, 7)
    columns = tuple(
        replace(column, visits=tuple(visit._replace(room_id=rooms[visit.id % 4]) for visit in column.visits))
        for column in plan.columns
    )
    return replace(plan, columns=columns, rooms=(RoomName(1, "Gym", 4), RoomName(2, "Room 2", 1)))


def test_every_visit_stands_in_one_room() -> None:
    plan = dressed()
    made = by_rooms(plan)
    assert [column.who.family for column in made.columns][:3] == ["Gym", "Room 2", "No room"]
    assert sorted(visit.id for visit in made.visits) == sorted(visit.id for visit in plan.visits)
    assert len(lay_out(made).where) == len(plan.visits)


def test_visits_without_a_room_stand_in_columns_that_can_be_read() -> None:
    """Never more than two beside each other; each column has an id of its own, and all of them are no room."""
    columns = by_rooms(replace(full_day(5, 6), rooms=())).columns
    boards = lay_out(DayPlan(1, "", "UTC", full_day().day, full_day().day, columns))
    assert all(box.lanes <= 2 for column in boards.columns for box in column.boxes)
    ids = [column.who.id for column in columns]
    assert len(set(ids)) == len(ids) > 1
    assert {room_of(one) for one in ids} == {0}
    assert (room_of(-7), room_of(0)) == (7, 0)


def test_rooms_are_open_while_anybody_works() -> None:
    opened = by_rooms(dressed()).columns[0].open
    assert [(one.start, one.end) for one in opened] == [(time(7), time(12)), (time(13), time(20))]


def test_one_key_shows_rooms_and_the_visit_stays_chosen(window: Window) -> None:
    made = booked(window.clinic, time(9))
    window.page.activate(Place("schedule", appointment_id=made.appointment_id))
    window.press(Key.Key_R, held=Ctrl)
    model = window.page.model
    assert model.rooms
    box = model.selected()
    assert box is not None
    assert box.visit.id == made.appointment_id
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Down, Key.Key_Return)
    rows = window.clinic.executor.fetch(day, ANYONE, 1, TOMORROW)
    assert [(row.start, row.practitioner) for row in rows] == [(time(9, 15), "Okafor")]
    window.press(Key.Key_R, held=Ctrl)
    assert not model.rooms


def roomy(window: Window) -> None:
    """Two pools and a gym; follow-ups need a pool."""
    with window.clinic.database.writing() as session:
        session.get_one(VisitType, 2).room_kind = "Pool"
        session.add_all(
            Room(location_id=1, name=name, kind=name[:-2], capacity=1) for name in ("Gym 1", "Pool 1", "Pool 2")
        )
        session.commit()


def rooms_at(window: Window) -> list[tuple[time, str]]:
    return [(row.start, row.room) for row in window.clinic.executor.fetch(day, ANYONE, 1, TOMORROW)]


def test_another_column_is_another_room_and_undo_brings_it_back(window: Window) -> None:
    roomy(window)
    made = booked(window.clinic, time(9))
    window.page.activate(Place("schedule", appointment_id=made.appointment_id))
    window.press(Key.Key_R, held=Ctrl)
    assert rooms_at(window) == [(time(9), "Pool 1")]
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Right, Key.Key_Return)
    assert rooms_at(window) == [(time(9), "Pool 2")]
    assert window.said[-1] == "Moved Núñez, María José to “Pool 2”"
    window.undo[-1]()
    assert rooms_at(window) == [(time(9), "Pool 1")]


def test_a_room_of_another_kind_and_one_that_is_taken_are_refused_in_words(window: Window) -> None:
    roomy(window)
    first = booked(window.clinic, time(9))
    booked(window.clinic, time(9), patient_id=2, practitioner_id=2)
    other = booked(window.clinic, time(11), patient_id=2, practitioner_id=2, visit_type_id=1)
    move = MoveAppointment(appointment_id=first.appointment_id, version=1, day=TOMORROW, start=time(9), room_id=1)
    bare = replace(move, appointment_id=other.appointment_id, start=time(11))
    for command, said in (
        (move, "“Follow-up 45” needs a room of the kind “Pool”; “Gym 1” is another kind. Choose another room."),
        (replace(move, room_id=3), "“Pool 2” is taken between 9:00 AM and 9:45 AM. Nearest free, in any such room: "),
        (replace(move, room_id=99), "There is no such room here."),
        (bare, "“Evaluation 60” takes no room. Move its time alone."),
    ):
        with pytest.raises(ClinicError) as told:
            window.clinic.do(move_appointment, replace(command, id=uuid4()))
        assert str(told.value).startswith(said)
    assert sorted(room for _, room in rooms_at(window)) == ["", "Pool 1", "Pool 2"]


def test_a_visit_with_a_room_is_not_dropped_where_there_is_none(window: Window) -> None:
    roomy(window)
    made = booked(window.clinic, time(9))
    booked(window.clinic, time(11), patient_id=2, visit_type_id=1)
    window.page.activate(Place("schedule", appointment_id=made.appointment_id))
    window.press(Key.Key_R, held=Ctrl)
    window.press(Key.Key_M, held=Ctrl)
    window.press(Key.Key_Right, Key.Key_Right)
    problem = window.page.model.drag_problem()
    assert problem is not None
    assert problem.sentence == "A visit that has a room keeps one."


@pytest.mark.parametrize(
    ("visit_type_id", "sentence"), [(1, "This visit takes no room."), (2, "This visit takes a room of another kind.")]
)
def test_a_room_that_the_visit_cannot_take_turns_red_before_the_drop(
    window: Window, visit_type_id: int, sentence: str
) -> None:
    roomy(window)
    made = booked(window.clinic, time(11), visit_type_id=visit_type_id)
    window.page.activate(Place("schedule", appointment_id=made.appointment_id))
    window.press(Key.Key_R, held=Ctrl)
    window.press(Key.Key_M, held=Ctrl)
    model = window.page.model
    model.put(next(at for at, one in enumerate(model.board.columns) if one.day.who.family == "Gym 1"), 11 * 60)
    problem = model.drag_problem()
    assert problem is not None
    assert problem.sentence == sentence
