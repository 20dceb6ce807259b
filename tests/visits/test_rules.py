from datetime import UTC, datetime, time, timedelta

import pytest

from app.schedule.rules import AppointmentStatus
from app.visits.rules import (
    ALLOWED,
    LOOKS,
    NEXT,
    Alarm,
    BoardState,
    Clocks,
    CopayState,
    DayVisit,
    EncounterStatus,
    Group,
    Limits,
    Move,
    PointKind,
    Step,
    alarm_of,
    allows,
    copay_state,
    count_states,
    group_of,
    late_minutes,
    points_of,
    since,
    state_of,
    waiting_minutes,
    waiting_since,
    word,
)

START = datetime(2026, 3, 10, 17, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
STATES = {
    (AppointmentStatus.BOOKED, None): BoardState.BOOKED,
    (AppointmentStatus.BOOKED, EncounterStatus.PLANNED): BoardState.BOOKED,
    (AppointmentStatus.ARRIVED, EncounterStatus.PLANNED): BoardState.ARRIVED,
    (AppointmentStatus.CHECKED_IN, EncounterStatus.PLANNED): BoardState.READY,
    (AppointmentStatus.CHECKED_IN, EncounterStatus.IN_PROGRESS): BoardState.ROOM,
    (AppointmentStatus.CHECKED_IN, EncounterStatus.COMPLETED): BoardState.OUT,
    (AppointmentStatus.FULFILLED, EncounterStatus.COMPLETED): BoardState.DONE,
    (AppointmentStatus.FULFILLED, None): BoardState.DONE,
    (AppointmentStatus.NOSHOW, EncounterStatus.CANCELLED): BoardState.NOSHOW,
    (AppointmentStatus.CANCELLED, None): BoardState.CANCELLED,
}


@pytest.mark.parametrize(("statuses", "state"), STATES.items(), ids=str)
def test_the_state_is_made_of_both_statuses(
    statuses: tuple[AppointmentStatus, EncounterStatus | None], state: BoardState
) -> None:
    assert state_of(*statuses, Clocks(START), START) is state


def test_every_pair_of_statuses_has_a_state() -> None:
    for status in AppointmentStatus:
        for encounter in (None, *EncounterStatus):
            assert state_of(status, encounter, Clocks(START), START) in BoardState


def test_booked_turns_late_a_minute_after_the_start() -> None:
    assert state_of(AppointmentStatus.BOOKED, None, Clocks(START), START + MINUTE / 2) is BoardState.BOOKED
    assert state_of(AppointmentStatus.BOOKED, None, Clocks(START), START + MINUTE) is BoardState.LATE
    assert late_minutes(START, START + 25 * MINUTE) == 25
    assert late_minutes(START, START - MINUTE) == 0


def test_who_left_is_told_from_who_cancelled() -> None:
    clocks = Clocks(START, arrived_at=START, left_at=START + MINUTE)
    assert state_of(AppointmentStatus.CANCELLED, EncounterStatus.CANCELLED, clocks, START) is BoardState.LEFT


def test_every_state_has_a_next_step_a_band_a_word_and_a_look() -> None:
    for state in BoardState:
        assert NEXT[state] in Step
        assert group_of(state) in Group
        assert word(state)
        assert len(LOOKS[state]) == 2
    assert len({word(state) for state in BoardState}) == len(BoardState)


def test_moves_start_where_they_should() -> None:
    assert set(ALLOWED) == set(Move)
    assert allows(Move.CHECK_IN, BoardState.ARRIVED)
    assert not allows(Move.CHECK_IN, BoardState.BOOKED)
    assert not allows(Move.NO_SHOW, BoardState.BOOKED)  # before its start nobody has missed a visit
    assert not any(allows(move, BoardState.DONE) for move in Move)


def test_waiting_runs_from_arrival_and_again_from_the_end() -> None:
    clocks = Clocks(START, arrived_at=START - 3 * MINUTE, completed_at=START + 45 * MINUTE)
    assert waiting_since(BoardState.ARRIVED, clocks) == waiting_since(BoardState.READY, clocks) == clocks.arrived_at
    assert waiting_since(BoardState.ROOM, clocks) is None
    assert waiting_since(BoardState.OUT, clocks) == clocks.completed_at
    assert since(BoardState.OUT, clocks) == clocks.completed_at
    assert waiting_minutes(clocks.arrived_at, START + 19.9 * MINUTE) == 22


@pytest.mark.parametrize(
    ("arrived", "waited", "alarm"),
    [(0, 9, Alarm.NONE), (0, 10, Alarm.NOTICE), (0, 14, Alarm.NOTICE), (0, 15, Alarm.ALARM), (-20, 9, Alarm.NONE)],
)
def test_the_alarm_counts_from_the_booked_start_at_the_earliest(arrived: int, waited: int, alarm: Alarm) -> None:
    assert alarm_of(START + arrived * MINUTE, START, START + waited * MINUTE, Limits()) is alarm
    assert alarm_of(None, START, START + 60 * MINUTE, Limits()) is Alarm.NONE


@pytest.mark.parametrize(
    ("due", "paid", "excused", "state"),
    [
        (None, 0, False, CopayState.ASK),
        (0, 0, False, CopayState.NONE),
        (2500, 0, False, CopayState.DUE),
        (2500, 1000, False, CopayState.DUE),
        (2500, 2500, False, CopayState.PAID),
        (2500, 0, True, CopayState.EXCUSED),
        (0, 500, False, CopayState.PAID),
    ],
)
def test_the_copay_cell(due: int | None, paid: int, excused: bool, state: CopayState) -> None:
    assert copay_state(due, paid, excused) is state


def visit(state: BoardState, reason: str = "", unpaid: int = 0) -> DayVisit:
    return DayVisit(7, 1, "Núñez, María José", time(10, 15), state, reason, unpaid)


@pytest.mark.parametrize(
    ("state", "reason", "unpaid", "kinds"),
    [
        (BoardState.DONE, "", 0, []),
        (BoardState.DONE, "", 500, [PointKind.UNPAID]),
        (BoardState.OUT, "", 500, [PointKind.NOT_CHECKED_OUT, PointKind.UNPAID]),
        (BoardState.LATE, "", 0, [PointKind.OPEN_VISIT]),
        (BoardState.NOSHOW, "", 0, [PointKind.NO_REASON]),
        (BoardState.NOSHOW, "no-call", 0, []),
        (BoardState.CANCELLED, "sick", 0, []),
        (BoardState.LEFT, "wait", 0, []),
    ],
)
def test_what_is_open_at_the_end_of_a_day(state: BoardState, reason: str, unpaid: int, kinds: list[PointKind]) -> None:
    points = points_of(visit(state, reason, unpaid))
    assert [point.kind for point in points] == kinds
    assert all(point.key == f"{point.kind}:7" and point.sentence() for point in points)


def test_counts() -> None:
    counts = count_states([BoardState.DONE, BoardState.OUT, BoardState.LATE, BoardState.NOSHOW, BoardState.DONE])
    assert (counts.total, counts.attended, counts.here, counts.open) == (5, 3, 1, 2)
