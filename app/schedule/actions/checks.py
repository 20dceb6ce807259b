"""Whether a visit may be at a time: the rules it goes against, who may set them aside, and its lane and rooms there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.core.access import Actor, Permission, decide
from app.core.clock import local_day
from app.core.errors import ReasonNeeded
from app.core.sessions import WriteSession
from app.schedule.actions.refusals import no_seat, refusal, taken
from app.schedule.actions.slots import Slot
from app.schedule.queries.facts import Facts
from app.schedule.queries.overrides import open_override, was_overridden
from app.schedule.rules import Resource, Span
from app.schedule.rules.capacity import Held, Rule, Seat, crowd, kept_free, lanes_free, seat_free
from app.schedule.rules.spans import covers, free_lane, overlap
from app.schedule.tables import BookingOverride


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that a booking goes against, and the visit it meets if there is one."""

    rule: Rule
    met: Held | None = None


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
    problems = list(_problems(session, facts, slot))
    lane, near = _lane(facts, slot)
    problems += near
    grounds = _grounds(session, actor, facts, slot, problems, override, reason) if problems else None
    return Seating(_there(session, facts, slot, lane), _seats(session, facts, slot), grounds)


def seating_back(session: WriteSession, facts: Facts, slot: Slot) -> Seating:
    """Where a visit that comes back may sit: what it was booked against it keeps, its neighbours may be others now."""
    lane, near = _lane(facts, slot)
    if near and slot.end > session.now and not was_overridden(session, facts.was):
        raise refusal(session, facts, slot, near[0].rule, near[0].met)
    return Seating(_there(session, facts, slot, lane), _seats(session, facts, slot))


def _problems(session: WriteSession, facts: Facts, slot: Slot) -> Iterator[Problem]:
    """The rules that a time goes against whoever else is there. A move is asked only about what it changes."""
    needs, was, zone = facts.needs, facts.was, slot.location.zone
    day = local_day(slot.begin, zone)
    another_day = was is None or was.day != day
    broken = {
        Rule.PAST: day < local_day(session.now, zone),
        Rule.WHO: (was is None or was.practitioner_id != slot.who.id) and not needs.does(slot.who.id),
        Rule.FOR_WHOM: another_day and not needs.suits(day),
        Rule.LEAD: bool(needs.lead) and slot.begin < facts.earliest,
        Rule.COVERAGE: another_day and not needs.covered(day),
        Rule.AUTHORIZATION: another_day and not needs.paid(day),
        Rule.HOURS: not covers([one for book in facts.days(slot.begin, slot.end) for one in book.opened], _span(slot)),
        Rule.NO_ROOM: any(not seats for seats in facts.seats.values()),
    }
    return (Problem(rule) for rule, is_broken in broken.items() if is_broken)


def _span(slot: Slot) -> Span:
    return Span.of(slot.begin, slot.end)


def _lane(facts: Facts, slot: Slot) -> tuple[int | None, list[Problem]]:
    """A free lane, one that keeps every pause if there is one, and what the neighbours have against it."""
    span, needs, lanes = _span(slot), facts.needs, facts.lanes(slot.begin, slot.end)
    problems = []
    lane = next(lanes_free(lanes, span, needs.before, needs.after), None)
    if lane is None:
        lane = free_lane([[one.span for one in taken] for taken in lanes], span)
        if lane is None:
            return None, []
        near = (one for one in lanes[lane] if overlap(kept_free(one, needs.before, needs.after), span))
        problems.append(Problem(Rule.PAUSE, next(near, None)))
    met = crowd(facts.held(slot.begin, slot.end), span, needs.most(local_day(slot.begin, slot.location.zone)))
    return lane, problems if met is None else [*problems, Problem(Rule.TOGETHER, met)]


def _there(session: WriteSession, facts: Facts, slot: Slot, lane: int | None) -> int:
    if lane is None:
        raise taken(session, facts, slot)
    return lane


def _seats(session: WriteSession, facts: Facts, slot: Slot) -> dict[Resource, Seat]:
    """The first free place of every kind that is asked for; a visit that moves stays where it is if that is free."""
    found = {}
    was = facts.was
    kept = {Resource.ROOM: was.room_id, Resource.EQUIPMENT: was.equipment_id} if was else {}
    for resource, seats in facts.seats.items():
        seat = seat_free(seats, _span(slot), kept.get(resource))
        if seat is not None:
            found[resource] = seat
        elif seats:
            needs = facts.needs
            kind = needs.room_kind if resource is Resource.ROOM else needs.equipment_kind
            raise no_seat(session, facts, slot, kind)
    return found


# ---------------------------------------------------------------------------------------------------- setting rules aside


def allow_override(actor: Actor, location_id: int, reason: str) -> None:
    """Whether the actor may set a rule aside: always with a reason. Raises Refused or ReasonNeeded."""
    decide(actor, Permission.OVERRIDE, (location_id,), reason)
    if not reason.strip():
        raise ReasonNeeded("This sets a rule aside.", field="reason", next_step="Write why in a few words.")


def _grounds(
    session: WriteSession, actor: Actor, facts: Facts, slot: Slot, problems: list[Problem], override: bool, reason: str
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
