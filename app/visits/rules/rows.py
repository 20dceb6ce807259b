"""The rows of the board as values, and their counts: the screen and the reports count by the same functions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from app.core.text import language
from app.readiness.rules import Lamp, is_problem
from app.schedule.rules import AppointmentStatus, ReasonKind, reason
from app.visits.rules.codes import HERE, OPEN, Alarm, BoardState, CopayState, Group, Limits, Step
from app.visits.rules.states import alarm_of, late_minutes, waiting_minutes


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One visit on the board; times without a date are the clinic's wall time.

    `version` covers appointment and encounter, for the actions of the visits room; `appointment_version` is for those of
    the schedule. `waited_from` is the instant from which somebody waits; `clocked` brings the row up to a later minute
    without asking the database. `alert` is the first active alert of the patient. `reason_code` and `reason_note` say why
    a freed visit did not happen (see `ghost_words`). `due_cents` is what the visit owes at the desk before payments
    (None: not known).
    """

    appointment_id: int
    encounter_id: int | None
    version: int
    appointment_version: int
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
    reason_code: str
    reason_note: str

    @property
    def not_ready(self) -> bool:
        """Whether a lamp shows a problem and the visit is still ahead of check-in."""
        return self.open_points > 0 and self.state in _BEFORE_CHECK_IN

    @property
    def ghost(self) -> str:
        """Why a freed visit did not happen, in words of the language in use."""
        return ghost_words(self.state, self.reason_code, self.reason_note)


_BEFORE_CHECK_IN = frozenset({BoardState.BOOKED, BoardState.LATE, BoardState.ARRIVED})


USUAL = Limits()


def clocked(row: BoardRow, now: datetime, limits: Limits = USUAL) -> BoardRow:
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


def open_points(lamps: Iterable[Lamp | None]) -> int:
    """How many lamps show a problem."""
    return sum(1 for lamp in lamps if lamp is not None and is_problem(lamp.state))


_GHOST_KINDS = {
    BoardState.CANCELLED: ReasonKind.CANCEL,
    BoardState.NOSHOW: ReasonKind.NO_SHOW,
    BoardState.LEFT: ReasonKind.LEFT,
}


def ghost_words(state: BoardState, code: str, note: str) -> str:
    """Why a visit did not happen, in words of the language in use; empty for every other visit and where no reason was given."""
    kind = _GHOST_KINDS.get(state)
    if kind is None:
        return ""
    known = reason(kind, code)
    return ": ".join(part for part in (known.label(language()) if known else code, note) if part)
