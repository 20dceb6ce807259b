"""What stands around a day: the days before it, and what became of the time that late cancels gave back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.core.sessions import ReadSession
from app.core.text import tr
from app.reports.rules.measures import Measure
from app.reports.rules.values import Outcome
from app.reports.rules.words import clock
from app.schedule.rules import AppointmentStatus, is_late_cancel
from app.schedule.tables import Appointment
from app.visits.queries.board import clock_columns, clocks_of
from app.visits.rules import BoardRow, BoardState, FollowUp, state_of
from app.visits.tables import Encounter

#: calendar days that are looked through for earlier working days, and how many of these a line shows
LOOK_BACK, EARLIER = timedelta(days=28), 19


@dataclass(frozen=True, slots=True)
class Instants:
    """What the board does not carry of a visit: when it was made and freed, the room's clock, what was said at the end."""

    created_at: datetime
    cancelled_at: datetime | None
    arrived_at: datetime | None
    started_at: datetime | None
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class Hole:
    """What became of the time of a late cancel: in words, and whether somebody used it (None: not known yet)."""

    words: str
    filled: bool | None
    by: int | None = None


def outcome(state: BoardState, starts_at: datetime, cancelled_at: datetime | None) -> Outcome:
    """How the report counts a state of the board. A cancel within 24 hours of the start, or after it, is a late one."""
    if state is BoardState.CANCELLED:
        late = cancelled_at is not None and is_late_cancel(starts_at, cancelled_at)
        return Outcome.LATE_CANCEL if late else Outcome.CANCELLED
    return {
        BoardState.OUT: Outcome.ATTENDED,
        BoardState.DONE: Outcome.ATTENDED,
        BoardState.NOSHOW: Outcome.NOSHOW,
        BoardState.LEFT: Outcome.LEFT,
    }.get(state, Outcome.OPEN)


def holes(board: Iterable[BoardRow], instants: Mapping[int, Instants], now: datetime) -> Mapping[int, Hole]:
    """Late cancels by visit: a live visit that was booked afterwards over their time, with the same practitioner, used it."""
    rows = list(board)
    live = [row for row in rows if row.state not in (BoardState.CANCELLED, BoardState.NOSHOW, BoardState.LEFT)]
    found, used = dict[int, Hole](), set[int]()
    for row in rows:
        freed = instants[row.appointment_id].cancelled_at
        if freed is None or outcome(row.state, row.starts_at, freed) is not Outcome.LATE_CANCEL:
            continue
        taker = next((one for one in live if one.appointment_id not in used and _took(one, row, freed, instants)), None)
        if taker is not None:
            used.add(taker.appointment_id)
            words = tr("{patient}, {time}", patient=taker.patient, time=clock(taker.start, half=False))
            found[row.appointment_id] = Hole(words, True, taker.appointment_id)
        elif row.starts_at <= now:
            found[row.appointment_id] = Hole(tr("not filled"), False)
    return found


def _took(one: BoardRow, gone: BoardRow, freed: datetime, instants: Mapping[int, Instants]) -> bool:
    overlaps = one.starts_at < _end(gone) and gone.starts_at < _end(one)
    return overlaps and one.practitioner_id == gone.practitioner_id and instants[one.appointment_id].created_at >= freed


def _end(row: BoardRow) -> datetime:
    return row.starts_at + timedelta(minutes=row.minutes)


def history(session: ReadSession, location_id: int, day: date) -> tuple[tuple[Measure, tuple[float, ...]], ...]:
    """The rates of the working days before, oldest first, as far as they can be counted from visits alone."""
    wanted = (
        select(*clock_columns(), Appointment.day)
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .where(
            Appointment.location_id == location_id,
            Appointment.day.between(day - LOOK_BACK, day - timedelta(days=1)),
            Appointment.status != AppointmentStatus.ENTERED_IN_ERROR,
        )
    )
    days: dict[date, list[Outcome]] = defaultdict(list)
    for row in session.execute(wanted):
        clocks = clocks_of(row)
        state = state_of(row[0], row[1], clocks, session.now)
        days[row.day].append(outcome(state, clocks.starts_at, clocks.cancelled_at))
    shown = [days[one] for one in sorted(days)[-EARLIER:]]
    return tuple((measure, tuple(_share(one, outcomes) for one in shown)) for measure, outcomes in _MEASURES)


_MEASURES = (
    (Measure.ARRIVED, (Outcome.ATTENDED,)),
    (Measure.NOSHOW, (Outcome.NOSHOW,)),
    (Measure.LATE_CANCEL, (Outcome.LATE_CANCEL,)),
    (Measure.CANCELLED, (Outcome.LATE_CANCEL, Outcome.CANCELLED)),
)


def _share(day: list[Outcome], wanted: tuple[Outcome, ...]) -> float:
    return sum(one in wanted for one in day) / len(day)
