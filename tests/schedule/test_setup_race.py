"""Two desks at the same moment: hours or a room are changed while somebody books."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import time
from threading import Barrier

import pytest

from app.core.errors import Clash, ClinicError, Stale
from app.schedule.actions import Booked, book
from app.schedule.actions.hours import WeekSet
from app.schedule.actions.rooms import RoomKept, UpdateRoom, update_room
from app.schedule.rules import Resource
from app.schedule.tables import Occupancy
from tests.schedule.test_setup import SHORT, change_type, room, set_hours, week
from tests.schedule.visits import command
from tests.support.clinic import Clinic

Outcome = Booked | WeekSet | RoomKept | ClinicError


def at_once(*tries: Callable[[], Outcome]) -> list[Outcome]:
    """Do everything at the same moment, each in a thread of its own."""
    start = Barrier(len(tries))

    def one(wanted: Callable[[], Outcome]) -> Outcome:
        start.wait()
        try:
            return wanted()
        except ClinicError as why:
            return why

    with ThreadPoolExecutor(len(tries)) as desks:
        return list(desks.map(one, tries))


@pytest.mark.parametrize("_again", range(4))
def test_no_visit_is_left_outside_unseen(clinic: Clinic, _again: int) -> None:
    hours, visit = at_once(
        lambda: set_hours(clinic, week(wed=SHORT)), lambda: clinic.do(book, command(clinic, time(14)))
    )
    assert isinstance(hours, WeekSet) is not isinstance(visit, Booked)
    assert isinstance(hours, Clash) or isinstance(visit, ClinicError)


def test_two_desks_set_one_week_once(clinic: Clinic) -> None:
    outcomes = at_once(
        lambda: set_hours(clinic, week(fri=()), version=1),
        lambda: set_hours(clinic, week(mon=()), version=1),
        lambda: set_hours(clinic, week(tue=()), version=1),
    )
    assert sum(isinstance(one, WeekSet) for one in outcomes) == 1
    assert sum(isinstance(one, Stale) for one in outcomes) == 2


def test_a_room_that_shrinks_holds_what_is_booked(clinic: Clinic) -> None:
    made = room(clinic, capacity=2)
    change_type(clinic, clinic.follow_up_id, room_kind="gym")
    clinic.do(book, command(clinic, time(9)))
    smaller = UpdateRoom(room_id=made.room_id, version=1, name="Gym", kind="gym", capacity=1)
    second = command(clinic, time(9), patient_id=2, practitioner_id=2)
    shrunk, visit = at_once(lambda: clinic.do(update_room, smaller), lambda: clinic.do(book, second))
    assert isinstance(shrunk, RoomKept) is not isinstance(visit, Booked)

    def lanes() -> list[int]:
        its = {"kind": Resource.ROOM.value, "resource_id": made.room_id}
        return clinic.rows(lambda session: [one.lane for one in session.query(Occupancy).filter_by(**its)])

    assert sorted(lanes()) == ([0] if isinstance(shrunk, RoomKept) else [0, 1])
