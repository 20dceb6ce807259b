"""The day by rooms: every visit once, and moving changes its time alone."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt

from app.core.ports import Place
from app.schedule.queries import DayPlan, RoomName, day
from app.schedule.viewmodel import lay_out
from app.schedule.viewmodel.rooms import by_rooms
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
        replace(column, visits=tuple(replace(visit, room_id=rooms[visit.id % 4]) for visit in column.visits))
        for column in plan.columns
    )
    return replace(plan, columns=columns, rooms=(RoomName(1, "Gym", 4), RoomName(2, "Room 2", 1)))


def test_every_visit_stands_in_one_room() -> None:
    plan = dressed()
    made = by_rooms(plan)
    assert [column.who.family for column in made.columns] == ["Gym", "Room 2", "No room"]
    assert sorted(visit.id for visit in made.visits) == sorted(visit.id for visit in plan.visits)
    assert len(lay_out(made).where) == len(plan.visits)


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
