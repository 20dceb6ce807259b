"""The codes of a visit's flow: statuses, board states, steps, moves, and what is allowed from where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.text import tr


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
#: visits that did not take place: each needs a reason, and left a hole
LOST = frozenset({BoardState.NOSHOW, BoardState.CANCELLED, BoardState.LEFT})
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

#: ring and colour token of each state, wherever it is drawn
LOOKS: Mapping[BoardState, tuple[str, str]] = {
    BoardState.BOOKED: ("empty", "st_booked"),
    BoardState.LATE: ("clock", "warn"),
    BoardState.ARRIVED: ("quarter", "st_arrived"),
    BoardState.READY: ("half", "st_ready"),
    BoardState.ROOM: ("three_quarters", "st_room"),
    BoardState.OUT: ("full", "st_out"),
    BoardState.DONE: ("tick", "st_done"),
    BoardState.NOSHOW: ("cross", "st_gone"),
    BoardState.CANCELLED: ("stroke", "st_gone"),
    BoardState.LEFT: ("out", "st_gone"),
}

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


_STEP_WORDS: Mapping[Step, Callable[[], str]] = {
    Step.ARRIVE: lambda: tr("Arrive"),
    Step.CHECK_IN: lambda: tr("Check in"),
    Step.START: lambda: tr("Start"),
    Step.END: lambda: tr("End visit"),
    Step.CHECK_OUT: lambda: tr("Check out"),
    Step.BOOK_NEXT: lambda: tr("Book next"),
    Step.REBOOK: lambda: tr("Rebook"),
    Step.FILL_SLOT: lambda: tr("Fill slot"),
    Step.CALL_BACK: lambda: tr("Call back"),
}


def step_word(step: Step) -> str:
    """A step as a button says it."""
    return _STEP_WORDS[step]()
