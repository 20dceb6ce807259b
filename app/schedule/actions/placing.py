"""Writing a visit's time: one visit or one of a series placed against facts that were read once, or one that moves."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.core.access import Actor
from app.core.clock import local
from app.core.rows import add_row, change_row
from app.core.sessions import WriteSession
from app.schedule.actions.booking import Holding, hold
from app.schedule.actions.checks import Seating, seating_of
from app.schedule.actions.freed import close_holes, leave_hole
from app.schedule.actions.slots import Slot, slot_of, times
from app.schedule.queries.facts import Facts
from app.schedule.rules import FreedBy, Span
from app.schedule.tables import Appointment, BookingOverride

#: signs of a reason that are kept beside the visit; the journal has all of it
WHY = 200


@dataclass(frozen=True, slots=True)
class Booked:
    """A visit and its time, after it was booked, moved or put back.

    `notice_hours`: it was moved inside so many hours before it began, which a cancel would be late for (0: in time).
    `room`: the one that somebody chose for it.
    """

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
    notice_hours: int = 0
    room: str = ""


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


def place_visit(
    session: WriteSession, actor: Actor, facts: Facts, new: NewVisit, later: list[Holding] | None = None
) -> Booked:
    """Check one visit against the facts and write it, and remember it in them: what booking one or a whole series does.

    `later`: its minutes are not taken now but noted there, for `hold_all`.

    The practitioner is held since the facts were read. Raises Clash when somebody is taken, ClinicError at the field
    that does not fit, Refused and ReasonNeeded for an override; then nothing of this visit stays to be taken back.
    """
    location, minutes = facts.location, new.minutes or facts.kind.minutes
    begin, end = times(location, new.day, new.start, minutes)
    slot = Slot(location, facts.who, facts.patient.id, begin, end)
    seating = seating_of(session, actor, facts, slot, override=new.override, reason=new.reason)
    visit_id = _add_visit(session, actor, facts, new, slot, seating)
    if later is None:
        hold(session, facts, slot, visit_id, seating)
    else:
        later.append(Holding(facts, slot, visit_id, seating))
    use_override(session, actor, slot, visit_id, seating)
    facts.take(seating.lane, begin, end, seating.seats)
    start = local(begin, location.zone).time()
    return Booked(
        visit_id, 1, facts.patient.id, slot.who.id, slot.who.name, location.id, new.day, start, minutes, begin, end,
    )  # fmt: skip


def _add_visit(session: WriteSession, actor: Actor, facts: Facts, new: NewVisit, slot: Slot, seating: Seating) -> int:
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
        room_id=seating.room_id,
        equipment_id=seating.equipment_id,
    )


def use_override(session: WriteSession, actor: Actor, slot: Slot, visit_id: int, seating: Seating) -> None:
    """Write down which rules were set aside for a visit, by whom and why; one that was given ahead is used up."""
    grounds = seating.grounds
    if grounds is None:
        return
    used = {
        "appointment_id": visit_id, "used_at": session.now, "rules": ",".join(grounds.rules),
        "patient_id": slot.patient_id,
    }  # fmt: skip
    if grounds.given is not None:
        if grounds.given.used_at is None:
            change_row(session, grounds.given, **used)
        return
    add_row(
        session, BookingOverride, location_id=slot.location.id, practitioner_id=slot.who.id, starts_at=slot.begin,
        ends_at=slot.end, why=grounds.why[:WHY], given_at=session.now, given_by_name=actor.name,
        expires_at=slot.begin, **used,
    )  # fmt: skip


def move_visit(
    session: WriteSession, actor: Actor, facts: Facts, visit: Appointment, slot: Slot,
    *, override: bool, reason: str, taken_back: bool,
) -> None:  # fmt: skip
    """Give a visit that was released another time, and leave the hole. Raises what `place_visit` does."""
    seating = seating_of(session, actor, facts, slot, override=override, reason=reason)
    before = slot_of(session, visit)
    _put(session, visit, slot, taken_back=taken_back)
    visit.room_id, visit.equipment_id = seating.room_id, seating.equipment_id
    session.flush()
    hold(session, facts, slot, visit.id, seating)
    use_override(session, actor, slot, visit.id, seating)
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


def _holes_of_move(session: WriteSession, visit: Appointment, before: Slot, after: Slot, *, taken_back: bool) -> None:
    """What the move left is a hole, less what the visit still holds of it; where it went back to there is none any more."""
    old, new = Span.of(before.begin, before.end), Span.of(after.begin, after.end)
    close_holes(session, visit, new)
    if not taken_back:
        kept = [new] if before.who.id == after.who.id else []
        leave_hole(session, visit, FreedBy.MOVE, old, before.who.id, kept)
