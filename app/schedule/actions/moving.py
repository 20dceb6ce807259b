"""Several visits given other times as one gesture: all of them move, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.schedule.actions.booking import lock_practitioners, times
from app.schedule.actions.visits import MoveAppointment, move_appointment
from app.schedule.queries.free import closed_between, place
from app.schedule.tables import Appointment

#: more visits than this are not moved at once: a week of a full location
MOST_MOVED = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """A visit and where it is to go."""

    appointment_id: int
    version: int
    day: date
    start: time
    practitioner_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveVisits(Command):
    """Give visits of a location other times, e.g. those that a day off leaves without one."""

    location_id: int
    visits: tuple[Moved, ...]
    reason_code: str = ""


@dataclass(frozen=True, slots=True)
class VisitsMoved:
    """How many moved, whose they are, and where each stood before: what takes it back."""

    count: int
    patient_ids: tuple[int, ...]
    before: tuple[Moved, ...]


def _where(session: WriteSession, command: MoveVisits) -> tuple[int, ...]:
    return (command.location_id,)


@action(Permission.BOOK, says="Moved {count} visits[: {reason_code}]", located=_where)
def move_visits(session: WriteSession, actor: Actor, command: MoveVisits) -> VisitsMoved:
    """Move visits of a location. Raises NotFound, Stale, Clash, ClinicError; then none of them has moved."""
    if not 1 <= len(command.visits) <= MOST_MOVED:
        raise ClinicError("Nothing is chosen.", next_step="Choose the visits that are to move.")
    visits = [_visit(session, command.location_id, one) for one in command.visits]
    if command.undoes is not None:
        _still_open(session, command)
    before, _ = move_all(session, actor, visits, command.visits, command.reason_code, command.undoes)
    return VisitsMoved(len(before), tuple(dict.fromkeys(one.patient_id for one in visits)), before)


def _still_open(session: WriteSession, command: MoveVisits) -> None:
    """Raise ClinicError when time to which visits are to go back was closed: who closed it opens it, an undo does not."""
    location = place(session, command.location_id)
    shut = 0
    for one in command.visits:
        visit = session.get_one(Appointment, one.appointment_id)
        begin, end = times(location, one.day, one.start, visit.minutes)
        shut += bool(closed_between(session, location.id, [one.practitioner_id], begin, end))
    if shut:
        raise ClinicError(
            "The former time of {count} of these visits is closed.",
            field="closed",
            next_step="Open the closed time again first (Delete on it), then undo.",
            count=shut,
        )


def _visit(session: WriteSession, location_id: int, one: Moved) -> Appointment:
    visit = session.get(Appointment, one.appointment_id)
    if visit is None or visit.location_id != location_id:
        raise NotFound("There is no such visit.", next_step="Look at the list again.")
    if visit.version != one.version:
        raise Stale("Somebody else changed this visit a moment ago.", next_step="Look at it again, then go on.")
    return visit


def move_all(
    session: WriteSession,
    actor: Actor,
    visits: Sequence[Appointment],
    targets: Sequence[Moved],
    reason_code: str = "",
    undoes: UUID | None = None,
) -> tuple[tuple[Moved, ...], int]:
    """Move visits that were looked at; where they stood, and the hours of notice that one of them came too late for (or 0).

    Raises what moving one raises.
    """
    by_id = {one.appointment_id: one for one in targets}
    whose = {one.practitioner_id for one in visits} | {one.practitioner_id for one in targets}
    lock_practitioners(session, *sorted(whose))
    before = [(one, one.day, one.wall_start, one.practitioner_id) for one in visits]
    hours = 0
    for visit in _in_order(visits, by_id):
        target = by_id[visit.id]
        move = MoveAppointment(
            appointment_id=visit.id, version=visit.version, day=target.day, start=target.start,
            practitioner_id=target.practitioner_id, reason_code=reason_code, undoes=undoes,
        )  # fmt: skip
        hours = max(hours, move_appointment(session, actor, move).notice_hours)
    return tuple(Moved(one.id, one.version, day, start, who) for one, day, start, who in before), hours


def _in_order(visits: Sequence[Appointment], targets: Mapping[int, Moved]) -> list[Appointment]:
    """Those that go later from the last one on, so that nobody meets a visit that has not left its place yet."""
    later = [one for one in visits if (targets[one.id].day, targets[one.id].start) > (one.day, one.wall_start)]
    earlier = [one for one in visits if one not in later]
    return earlier + later[::-1]
