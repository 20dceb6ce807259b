"""Pure decisions about the flow of a visit: the board's state from both statuses, the next step, the clocks.

Nothing here reads a clock or a database; `now` is always passed in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from app.core.text import tr
from app.readiness.rules import Lamp, is_problem
from app.schedule.rules import AppointmentStatus


class EncounterStatus(StrEnum):
    """FHIR Encounter.status: what happens in the room."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class FollowUp(StrEnum):
    """What was said at check-out about the next visit."""

    NOT_ASKED = ""
    BOOKED = "booked"
    NOT_NEEDED = "not-needed"
    PATIENT_CALLS = "patient-calls"


class BoardState(StrEnum):
    """Where a visit stands, as the board, the schedule and the reports call it."""

    BOOKED = "booked"
    LATE = "late"
    ARRIVED = "arrived"
    READY = "ready"
    ROOM = "room"
    OUT = "out"
    DONE = "done"
    NOSHOW = "noshow"
    CANCELLED = "cancelled"
    LEFT = "left"


class Group(StrEnum):
    """The three bands of the board."""

    HERE = "here"
    COMING = "coming"
    DONE = "done"


class Step(StrEnum):
    """What the one button of a row does next."""

    ARRIVE = "arrive"
    CHECK_IN = "check_in"
    START = "start"
    END = "end"
    CHECK_OUT = "check_out"
    BOOK_NEXT = "book_next"
    REBOOK = "rebook"
    FILL_SLOT = "fill_slot"
    CALL_BACK = "call_back"


class Move(StrEnum):
    """A change of state that the visits room makes."""

    ARRIVE = "arrive"
    CHECK_IN = "check_in"
    START = "start"
    END = "end"
    CHECK_OUT = "check_out"
    NO_SHOW = "no_show"
    LEAVE = "leave"


class Alarm(StrEnum):
    """How loudly a row tells that somebody waits."""

    NONE = ""
    NOTICE = "notice"
    ALARM = "alarm"


class CopayState(StrEnum):
    """What the board's co-pay cell says."""

    NONE = "none"  # nothing is due
    ASK = "ask"  # nobody knows yet what is due
    DUE = "due"
    PAID = "paid"
    EXCUSED = "excused"  # not taken, with a reason


@dataclass(frozen=True, slots=True)
class Limits:
    """Minutes of waiting from which a row is marked, and from which it raises the alarm; a setting of the clinic."""

    notice: int = 10
    alarm: int = 15


@dataclass(frozen=True, slots=True)
class Clocks:
    """What is known of a visit's times, as UTC instants."""

    starts_at: datetime
    arrived_at: datetime | None = None
    checked_in_at: datetime | None = None
    started_at: datetime | None = None
    completed_at: datetime | None = None
    checked_out_at: datetime | None = None
    left_at: datetime | None = None
    cancelled_at: datetime | None = None


OPEN = frozenset(
    {BoardState.BOOKED, BoardState.LATE, BoardState.ARRIVED, BoardState.READY, BoardState.ROOM, BoardState.OUT}
)
ENDED = frozenset(BoardState) - OPEN
HERE = frozenset({BoardState.ARRIVED, BoardState.READY, BoardState.ROOM, BoardState.OUT})

NEXT: Mapping[BoardState, Step] = {
    BoardState.BOOKED: Step.ARRIVE,
    BoardState.LATE: Step.ARRIVE,
    BoardState.ARRIVED: Step.CHECK_IN,
    BoardState.READY: Step.START,
    BoardState.ROOM: Step.END,
    BoardState.OUT: Step.CHECK_OUT,
    BoardState.DONE: Step.BOOK_NEXT,
    BoardState.NOSHOW: Step.REBOOK,
    BoardState.CANCELLED: Step.FILL_SLOT,
    BoardState.LEFT: Step.CALL_BACK,
}

#: from which states a move may start
ALLOWED: Mapping[Move, frozenset[BoardState]] = {
    Move.ARRIVE: frozenset({BoardState.BOOKED, BoardState.LATE}),
    Move.CHECK_IN: frozenset({BoardState.ARRIVED}),
    Move.START: frozenset({BoardState.READY}),
    Move.END: frozenset({BoardState.ROOM}),
    Move.CHECK_OUT: frozenset({BoardState.OUT}),
    Move.NO_SHOW: frozenset({BoardState.LATE}),
    Move.LEAVE: frozenset({BoardState.ARRIVED, BoardState.READY}),
}

_ENDINGS = {
    AppointmentStatus.FULFILLED: BoardState.DONE,
    AppointmentStatus.NOSHOW: BoardState.NOSHOW,
    AppointmentStatus.ENTERED_IN_ERROR: BoardState.CANCELLED,
}
_IN_THE_ROOM = {EncounterStatus.IN_PROGRESS: BoardState.ROOM, EncounterStatus.COMPLETED: BoardState.OUT}

_WORDS: Mapping[BoardState, Callable[[], str]] = {
    BoardState.BOOKED: lambda: tr("Booked"),
    BoardState.LATE: lambda: tr("Late"),
    BoardState.ARRIVED: lambda: tr("Arrived"),
    BoardState.READY: lambda: tr("Checked in"),
    BoardState.ROOM: lambda: tr("In room"),
    BoardState.OUT: lambda: tr("To check out"),
    BoardState.DONE: lambda: tr("Checked out"),
    BoardState.NOSHOW: lambda: tr("No-show"),
    BoardState.CANCELLED: lambda: tr("Cancelled"),
    BoardState.LEFT: lambda: tr("Left unseen"),
}


def word(state: BoardState) -> str:
    """The state in the language of the person signed in."""
    return _WORDS[state]()


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


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One visit on the board. `version` covers appointment and encounter; times without a date are the clinic's wall time.

    `waited_from` is the instant from which somebody waits; `clocked` brings the row up to a later minute without asking
    the database. `alert` is the first active alert of the patient. `ghost` says why a freed visit did not happen.
    `due_cents` is what the visit owes at the desk before payments (None: not known).
    """

    appointment_id: int
    encounter_id: int | None
    version: int
    location_id: int
    patient_id: int
    practitioner_id: int
    visit_type_id: int
    day: date
    start: time
    starts_at: datetime
    minutes: int
    patient: str
    birth_date: date | None
    age: int | None
    mrn: str
    alert: str
    visit_type: str
    practitioner: str
    status: AppointmentStatus
    state: BoardState
    group: Group
    step: Step
    since: time | None
    waited_from: datetime | None
    waiting: int | None
    alarm: Alarm
    late: int
    room: str
    lamps: tuple[Lamp | None, ...]
    open_points: int
    copay: CopayState
    due_cents: int | None
    paid_cents: int
    payer: str
    walk_in: bool
    note: str
    ghost: str

    @property
    def not_ready(self) -> bool:
        """Whether a lamp shows a problem and the visit is still ahead of check-in."""
        return self.open_points > 0 and self.state in _BEFORE_CHECK_IN


_BEFORE_CHECK_IN = frozenset({BoardState.BOOKED, BoardState.LATE, BoardState.ARRIVED})


def clocked(row: BoardRow, now: datetime, limits: Limits = Limits()) -> BoardRow:
    """The row as of a later minute: late, waiting and alarm move on by themselves."""
    late = late_minutes(row.starts_at, now) if row.status is AppointmentStatus.BOOKED else 0
    state = row.state
    if row.status is AppointmentStatus.BOOKED:
        state = BoardState.LATE if late else BoardState.BOOKED
    waiting = waiting_minutes(row.waited_from, now)
    alarm = alarm_of(row.waited_from, row.starts_at, now, limits)
    if (late, state, waiting, alarm) == (row.late, row.state, row.waiting, row.alarm):
        return row
    return replace(row, late=late, state=state, waiting=waiting, alarm=alarm)


@dataclass(frozen=True, slots=True)
class Counts:
    """Visits by state: the filter chips of the board and the report's first page count alike."""

    total: int
    by_state: dict[BoardState, int]
    not_ready: int = 0

    def of(self, *states: BoardState) -> int:
        """Visits in any of these states."""
        return sum(self.by_state.get(state, 0) for state in states)

    @property
    def here(self) -> int:
        """Patients who are in the house."""
        return self.of(*HERE)

    @property
    def open(self) -> int:
        """Visits that are not over."""
        return self.of(*OPEN)

    @property
    def attended(self) -> int:
        """Visits that took place, checked out or not."""
        return self.of(BoardState.OUT, BoardState.DONE)


def count_states(states: Iterable[BoardState], not_ready: int = 0) -> Counts:
    """Count visits; a cancelled one counts as scheduled, an entry made in error never comes here."""
    found = Counter(states)
    return Counts(found.total(), dict(found), not_ready)


def count_rows(rows: Iterable[BoardRow]) -> Counts:
    """Count a board's rows."""
    listed = list(rows)
    return count_states((row.state for row in listed), sum(row.not_ready for row in listed))


def copay_state(due: int | None, paid: int, excused: bool) -> CopayState:
    """What the co-pay cell says of an amount in cents (None: not known)."""
    if due is None:
        return CopayState.ASK
    if due == 0 and not paid:
        return CopayState.NONE
    if paid >= due:
        return CopayState.PAID
    return CopayState.EXCUSED if excused else CopayState.DUE


def open_points(lamps: Iterable[Lamp | None]) -> int:
    """How many lamps show a problem."""
    return sum(1 for lamp in lamps if lamp is not None and is_problem(lamp.state))


class PointKind(StrEnum):
    """What may stand in the way of closing a day."""

    OPEN_VISIT = "open_visit"
    NOT_CHECKED_OUT = "not_checked_out"
    NO_REASON = "no_reason"
    UNPAID = "unpaid"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing to settle or to explain before a day is closed. `key` names it in the command that closes the day."""

    key: str
    kind: PointKind
    appointment_id: int
    patient_id: int
    patient: str
    start: time
    state: BoardState
    cents: int = 0

    def sentence(self) -> str:
        """What is open, for the list."""
        match self.kind:
            case PointKind.OPEN_VISIT:
                return tr("The visit is still “{state}”.", state=word(self.state))
            case PointKind.NOT_CHECKED_OUT:
                return tr("The visit is over, but not checked out.")
            case PointKind.NO_REASON:
                return tr("“{state}” has no reason yet.", state=word(self.state))
            case PointKind.UNPAID:
                return tr("${amount} is due and not paid, without a reason.", amount=f"{self.cents / 100:.2f}")


@dataclass(frozen=True, slots=True)
class DayVisit:
    """What closing a day looks at, of one visit."""

    appointment_id: int
    patient_id: int
    patient: str
    start: time
    state: BoardState
    reason: str
    unpaid_cents: int


_NEED_A_REASON = frozenset({BoardState.NOSHOW, BoardState.CANCELLED, BoardState.LEFT})


def points_of(visit: DayVisit) -> tuple[OpenPoint, ...]:
    """What is open about one visit at the end of its day."""
    kinds = []
    if visit.state is BoardState.OUT:
        kinds.append(PointKind.NOT_CHECKED_OUT)
    elif visit.state in OPEN:
        kinds.append(PointKind.OPEN_VISIT)
    if visit.state in _NEED_A_REASON and not visit.reason:
        kinds.append(PointKind.NO_REASON)
    if visit.unpaid_cents > 0:
        kinds.append(PointKind.UNPAID)
    return tuple(_point(visit, kind) for kind in kinds)


def _point(visit: DayVisit, kind: PointKind) -> OpenPoint:
    key = f"{kind.value}:{visit.appointment_id}"
    cents = visit.unpaid_cents if kind is PointKind.UNPAID else 0
    return OpenPoint(key, kind, visit.appointment_id, visit.patient_id, visit.patient, visit.start, visit.state, cents)
