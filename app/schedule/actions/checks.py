"""Where a visit is to sit, and who may set aside the rules that its time goes against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.access import Actor, Permission, decide
from app.core.errors import ReasonNeeded
from app.core.sessions import WriteSession
from app.schedule.actions.refusals import no_seat, refusal, taken
from app.schedule.queries.checks import Problem, Slot, look, neighbours, places
from app.schedule.queries.facts import Facts
from app.schedule.queries.overrides import open_override, was_overridden
from app.schedule.rules import Resource
from app.schedule.rules.capacity import Rule, Seat
from app.schedule.tables import BookingOverride


@dataclass(frozen=True, slots=True)
class Grounds:
    """What lets a booking go against rules: a reason of one who may, an override given ahead, or the visit's own before."""

    rules: tuple[Rule, ...]
    why: str
    given: BookingOverride | None = None


@dataclass(frozen=True, slots=True)
class Seating:
    """Where a visit finds its place: the practitioner's lane, the room and the equipment it takes."""

    lane: int
    seats: Mapping[Resource, Seat] = field(default_factory=dict)
    grounds: Grounds | None = None

    @property
    def room_id(self) -> int | None:
        """The room."""
        seat = self.seats.get(Resource.ROOM)
        return seat.room_id if seat else None

    @property
    def equipment_id(self) -> int | None:
        """The piece of equipment."""
        seat = self.seats.get(Resource.EQUIPMENT)
        return seat.room_id if seat else None


def seating_of(
    session: WriteSession, actor: Actor, facts: Facts, slot: Slot, *, override: bool, reason: str
) -> Seating:
    """Where a visit may sit at a time. `override` sets the rules aside, with a reason; never what is taken.

    Raises ClinicError at the field with the nearest time, Clash for what is taken, or Refused and ReasonNeeded when the
    person may not override.
    """
    seen = look(facts, slot, session.now)
    grounds = _grounds(session, actor, facts, slot, seen.problems, override, reason) if seen.problems else None
    return Seating(
        _there(session, facts, slot, seen.lane), _seated(session, facts, slot, seen.seats, seen.full), grounds
    )


def seating_back(session: WriteSession, facts: Facts, slot: Slot) -> Seating:
    """Where a visit that comes back may sit: what it was booked against it keeps, its neighbours may be others now."""
    lane, near = neighbours(facts, slot)
    if near and slot.end > session.now and not was_overridden(session, facts.was):
        raise refusal(session, facts, slot, near[0].rule, near[0].met)
    return Seating(_there(session, facts, slot, lane), _seated(session, facts, slot, *places(facts, slot)))


def _there(session: WriteSession, facts: Facts, slot: Slot, lane: int | None) -> int:
    if lane is None:
        raise taken(session, facts, slot)
    return lane


def _seated(
    session: WriteSession, facts: Facts, slot: Slot, seats: Mapping[Resource, Seat], full: Resource | None
) -> Mapping[Resource, Seat]:
    if full is not None:
        raise no_seat(session, facts, slot, full)
    return seats


# ---------------------------------------------------------------------------------------------------- setting rules aside


def allow_override(actor: Actor, location_id: int, reason: str) -> None:
    """Whether the actor may set a rule aside: always with a reason. Raises Refused or ReasonNeeded."""
    decide(actor, Permission.OVERRIDE, (location_id,), reason)
    if not reason.strip():
        raise ReasonNeeded("This sets a rule aside.", field="reason", next_step="Write why in a few words.")


def _grounds(
    session: WriteSession,
    actor: Actor,
    facts: Facts,
    slot: Slot,
    problems: Sequence[Problem],
    override: bool,
    reason: str,
) -> Grounds:
    """What lets the booking go on all the same. Raises the first problem, Refused or ReasonNeeded when nothing does."""
    rules = tuple(one.rule for one in problems)
    visit_id = facts.was.id if facts.was else 0
    given = open_override(session, slot.location.id, slot.who.id, slot.patient_id, slot.begin, slot.end, visit_id)
    if given is not None:
        return Grounds(rules, given.why, given)
    if not override:
        raise refusal(session, facts, slot, problems[0].rule, problems[0].met)
    allow_override(actor, slot.location.id, reason)
    return Grounds(rules, reason.strip())
