from typing import Any

import pytest

from app.core.access import Permission
from app.core.errors import ClinicError, Refused
from app.visits.actions import ArriveWalkIn, CloseDay, arrive_walk_in, close_day
from app.visits.rules import BoardState
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, row, without

WALK_IN: dict[str, Any] = {"patient_id": 2, "location_id": 1, "visit_type_id": 2}


def test_a_walk_in_is_on_the_board_in_one_gesture(clinic: Clinic) -> None:
    command = ArriveWalkIn(**WALK_IN, note="ankle")
    key = clinic.do(arrive_walk_in, command, CLERK)
    assert key == clinic.do(arrive_walk_in, command, CLERK)
    shown = row(clinic, key.appointment_id)
    assert (shown.walk_in, shown.state, shown.version, shown.note) == (True, BoardState.ARRIVED, key.version, "ankle")


def test_who_may_not_and_when(clinic: Clinic) -> None:
    for actor in (NOBODY, ELSEWHERE, without(Permission.BOOK), without(Permission.CHECK_IN)):
        with pytest.raises(Refused):
            clinic.do(arrive_walk_in, ArriveWalkIn(**WALK_IN), actor)
    clinic.do(close_day, CloseDay(location_id=1, day=clinic.day))
    with pytest.raises(ClinicError, match="closed"):
        clinic.do(arrive_walk_in, ArriveWalkIn(**WALK_IN), CLERK)
