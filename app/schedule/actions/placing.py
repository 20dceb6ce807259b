"""Writing a visit's time: one visit or one of a series placed against facts that were read once, or one that moves."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.core.access import Actor
from app.core.clock import local
from app.core.rows import add_row
from app.core.sessions import WriteSession
from app.schedule.actions.booking import Slot, check_time, hold, slot_of, taken, times
from app.schedule.actions.freed import close_holes, leave_hole
from app.schedule.queries.facts import Facts
from app.schedule.rules import FreedBy, Span
from app.schedule.rules.spans import free_lane
from app.schedule.tables import Appointment


@dataclass(frozen=True, slots=True)
class Booked:
    """A visit and its time, after it was booked, moved or put back."""

    appointment_id: int
    version: int
    patient_id: int
    practitioner_id: int
    practitioner: str
    location_id: int
    day: date
    start: time
    minutes: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVisit:
    """What one visit is to be, beside the facts. `override` sets hours, blocks and the past aside, with the reason."""

    day: date
    start: time
    minutes: int | None = None
    note: str = ""
    walk_in: bool = False
    episode_id: int | None = None
    series_id: int | None = None
    series_number: int | None = None
    override: bool = False
    reason: str = ""


def place_visit(session: WriteSession, actor: Actor, facts: Facts, new: NewVisit) -> Booked:
    """Check one visit against the facts and write it, and remember it in them: what booking one or a whole series does.

    The practitioner is held since the facts were read. Raises Clash when somebody is taken, ClinicError at the field
    that does not fit, Refused and ReasonNeeded for an override; then nothing of this visit stays to be taken back.
    """
    location, minutes = facts.location, new.minutes or facts.kind.minutes
    begin, end = times(location, new.day, new.start, minutes)
    slot = Slot(location, facts.who, facts.patient.id, begin, end)
    check_time(session, actor, facts, slot, override=new.override, reason=new.reason)
    lane = free_lane(facts.lanes(begin, end), Span.of(begin, end))
    if lane is None:
        raise taken(session, slot)
    visit_id = _add_visit(session, actor, facts, new, slot)
    hold(session, slot, visit_id, lane)
    facts.take(lane, begin, end)
    start = local(begin, location.zone).time()
    return Booked(
        visit_id, 1, facts.patient.id, slot.who.id, slot.who.name, location.id, new.day, start, minutes, begin, end,
    )  # fmt: skip


def _add_visit(session: WriteSession, actor: Actor, facts: Facts, new: NewVisit, slot: Slot) -> int:
    return add_row(
        session,
        Appointment,
        location_id=slot.location.id,
        practitioner_id=slot.who.id,
        patient_id=slot.patient_id,
        visit_type_id=facts.kind.id,
        day=new.day,
        wall_start=local(slot.begin, slot.location.zone).time(),
        zone=slot.location.zone,
        starts_at=slot.begin,
        ends_at=slot.end,
        minutes=slot.minutes,
        note=new.note,
        walk_in=new.walk_in,
        created_at=session.now,
        created_by_name=actor.name,
        episode_id=new.episode_id,
        series_id=new.series_id,
        series_number=new.series_number,
    )


def move_visit(session: WriteSession, facts: Facts, visit: Appointment, slot: Slot, *, taken_back: bool) -> None:
    """Give a visit that was released another time that was checked, and leave the hole. Raises Clash."""
    before = slot_of(session, visit)
    lane = free_lane(facts.lanes(slot.begin, slot.end), Span.of(slot.begin, slot.end))
    if lane is None:
        raise taken(session, slot)
    _put(session, visit, slot, taken_back=taken_back)
    hold(session, slot, visit.id, lane)
    _holes_of_move(session, visit, before, slot, taken_back=taken_back)


def _put(session: WriteSession, visit: Appointment, slot: Slot, *, taken_back: bool) -> None:
    """Write the visit's new time. A move that is taken back counts as none."""
    if slot.begin != visit.starts_at or slot.who.id != visit.practitioner_id:
        visit.moves = max(0, visit.moves + (-1 if taken_back else 1))
    if slot.begin != visit.starts_at:
        visit.moved_from = None if taken_back and not visit.moves else visit.starts_at
    wall = local(slot.begin, slot.location.zone)
    visit.practitioner_id, visit.day, visit.wall_start = slot.who.id, wall.date(), wall.time()
    visit.starts_at, visit.ends_at, visit.minutes = slot.begin, slot.end, slot.minutes
    session.flush()


def _holes_of_move(session: WriteSession, visit: Appointment, before: Slot, after: Slot, *, taken_back: bool) -> None:
    """What the move left is a hole, less what the visit still holds of it; where it went back to there is none any more."""
    old, new = Span.of(before.begin, before.end), Span.of(after.begin, after.end)
    close_holes(session, visit, new)
    if not taken_back:
        kept = [new] if before.who.id == after.who.id else []
        leave_hole(session, visit, FreedBy.MOVE, old, before.who.id, kept)
