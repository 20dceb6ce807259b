"""Where a visit stands: one pure function of both statuses, and the clocks of waiting and lateness."""

from datetime import datetime, timedelta

from app.schedule.rules import AppointmentStatus
from app.visits.rules.codes import (
    ALLOWED,
    HERE,
    OPEN,
    Alarm,
    BoardState,
    Clocks,
    CopayState,
    EncounterStatus,
    Group,
    Limits,
    Move,
)

_ENDINGS = {
    AppointmentStatus.FULFILLED: BoardState.DONE,
    AppointmentStatus.NOSHOW: BoardState.NOSHOW,
    AppointmentStatus.ENTERED_IN_ERROR: BoardState.CANCELLED,
}
_IN_THE_ROOM = {EncounterStatus.IN_PROGRESS: BoardState.ROOM, EncounterStatus.COMPLETED: BoardState.OUT}


def state_of(status: AppointmentStatus, encounter: EncounterStatus | None, clocks: Clocks, now: datetime) -> BoardState:
    """The one state of a visit, from Appointment.status and Encounter.status."""
    if status is AppointmentStatus.BOOKED:
        return BoardState.LATE if late_minutes(clocks.starts_at, now) else BoardState.BOOKED
    if status is AppointmentStatus.CANCELLED:
        return BoardState.LEFT if clocks.left_at else BoardState.CANCELLED
    if status in _ENDINGS:
        return _ENDINGS[status]
    in_the_room = _IN_THE_ROOM.get(encounter) if encounter else None
    if in_the_room:
        return in_the_room
    return BoardState.READY if status is AppointmentStatus.CHECKED_IN else BoardState.ARRIVED


def late_minutes(starts_at: datetime, now: datetime) -> int:
    """Whole minutes past the booked start, or 0."""
    return max(0, int((now - starts_at) / timedelta(minutes=1)))


def allows(move: Move, state: BoardState) -> bool:
    """Whether the move may start from this state."""
    return state in ALLOWED[move]


def group_of(state: BoardState) -> Group:
    """The band of the board in which a state stands."""
    if state in HERE:
        return Group.HERE
    return Group.COMING if state in OPEN else Group.DONE


def since(state: BoardState, clocks: Clocks) -> datetime | None:
    """The instant at which the state began, where that is known."""
    return {
        BoardState.ARRIVED: clocks.arrived_at,
        BoardState.READY: clocks.checked_in_at,
        BoardState.ROOM: clocks.started_at,
        BoardState.OUT: clocks.completed_at,
        BoardState.DONE: clocks.checked_out_at,
        BoardState.LEFT: clocks.left_at,
        BoardState.CANCELLED: clocks.cancelled_at,
    }.get(state)


def waiting_since(state: BoardState, clocks: Clocks) -> datetime | None:
    """From when somebody waits for us: since the arrival until taken back, then since the end of the treatment."""
    if state in {BoardState.ARRIVED, BoardState.READY}:
        return clocks.arrived_at
    return clocks.completed_at if state is BoardState.OUT else None


def waiting_minutes(begun: datetime | None, now: datetime) -> int | None:
    """Whole minutes waited, or None when nobody waits."""
    return None if begun is None else max(0, int((now - begun) / timedelta(minutes=1)))


def alarm_of(begun: datetime | None, starts_at: datetime, now: datetime, limits: Limits) -> Alarm:
    """How loud the wait is. Who comes early is not late to be seen: the alarm counts from the booked start at the earliest."""
    waited = None if begun is None else waiting_minutes(max(begun, starts_at), now)
    if waited is None or waited < limits.notice:
        return Alarm.NONE
    return Alarm.ALARM if waited >= limits.alarm else Alarm.NOTICE


def copay_state(due: int | None, paid: int, excused: bool) -> CopayState:
    """What the co-pay cell says of an amount in cents (None: not known)."""
    if due is None:
        return CopayState.ASK
    if due == 0 and not paid:
        return CopayState.NONE
    if paid >= due:
        return CopayState.PAID
    return CopayState.EXCUSED if excused else CopayState.DUE
