"""Whether a visit may be at a time: the rules it goes against, and the lane and places it finds there.

One answer for who books and for the ladder that names who may be called: nobody is named who could not be booked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.core.clock import local_day
from app.schedule.queries.facts import Facts
from app.schedule.queries.rows import PractitionerRow
from app.schedule.rules import Resource, Span
from app.schedule.rules.capacity import Held, Rule, Seat, crowd, kept_free, lanes_free, seat_free
from app.schedule.rules.spans import covers, free_lane, overlap
from app.staff.tables import Location


@dataclass(frozen=True, slots=True)
class Slot:
    """A time with a practitioner, for a patient, at a location."""

    location: Location
    who: PractitionerRow
    patient_id: int
    begin: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.end - self.begin).total_seconds()) // 60

    @property
    def span(self) -> Span:
        """Its minutes."""
        return Span.of(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that a booking goes against, and the visit it meets if there is one."""

    rule: Rule
    met: Held | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What stands against a visit at a time, and where it would sit. No `lane`: the practitioner is taken; `full`: what is."""

    problems: tuple[Problem, ...]
    lane: int | None
    seats: Mapping[Resource, Seat]
    full: Resource | None = None


def look(facts: Facts, slot: Slot, now: datetime) -> Look:
    """Look at a time by every rule."""
    lane, near = neighbours(facts, slot)
    seats, full = places(facts, slot)
    return Look((*_problems(facts, slot, now), *near), lane, seats, full)


def _problems(facts: Facts, slot: Slot, now: datetime) -> Iterator[Problem]:
    """The rules that a time goes against whoever else is there. A move is asked only about what it changes."""
    needs, was, zone = facts.needs, facts.was, slot.location.zone
    day = local_day(slot.begin, zone)
    another_day = was is None or was.day != day
    opened = [one for book in facts.days(slot.begin, slot.end) for one in book.opened]
    broken = {
        Rule.PAST: day < local_day(now, zone),
        Rule.WHO: (was is None or was.practitioner_id != slot.who.id) and not needs.does(slot.who.id),
        Rule.FOR_WHOM: another_day and not needs.suits(day),
        Rule.LEAD: bool(needs.lead) and slot.begin < facts.earliest,
        Rule.COVERAGE: another_day and not needs.covered(day),
        Rule.AUTHORIZATION: another_day and not needs.paid(day),
        Rule.HOURS: not covers(opened, slot.span),
        Rule.NO_ROOM: any(not seats for seats in facts.seats.values()),
    }
    return (Problem(rule) for rule, is_broken in broken.items() if is_broken)


def neighbours(facts: Facts, slot: Slot) -> tuple[int | None, list[Problem]]:
    """A free lane, one that keeps every pause if there is one, and what the neighbours have against it."""
    span, needs, lanes = slot.span, facts.needs, facts.lanes(slot.begin, slot.end)
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


def places(facts: Facts, slot: Slot) -> tuple[dict[Resource, Seat], Resource | None]:
    """The first free place of every kind that is asked for, and the first kind that is full.

    A visit that moves stays where it is if that is free.
    """
    found, full, was = {}, None, facts.was
    kept = {Resource.ROOM: was.room_id, Resource.EQUIPMENT: was.equipment_id} if was else {}
    for resource, seats in facts.seats.items():
        seat = seat_free(seats, slot.span, kept.get(resource))
        if seat is not None:
            found[resource] = seat
        elif seats and full is None:
            full = resource
    return found, full
