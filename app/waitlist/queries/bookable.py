"""Whether somebody who waits could be booked into a hole: asked of the rules of booking, once for everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import select

from app.core.sessions import ReadSession
from app.patients.tables import Patient
from app.schedule.queries.checks import Look, Slot, look
from app.schedule.queries.facts import Facts, without
from app.schedule.queries.free import books, seats_of, staff_of
from app.schedule.queries.needs import Asked, many_needs
from app.schedule.rules import Resource
from app.schedule.rules.capacity import Needs, Seat
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location
from app.waitlist.queries.holes import HoleRow
from app.waitlist.queries.waiting import EntryRow
from app.waitlist.rules import Barrier
from app.waitlist.rules.ranking import OF_RULE


def broken(
    session: ReadSession, hole: HoleRow, entries: Sequence[EntryRow], people: Mapping[int, Patient]
) -> dict[int, frozenset[Barrier]]:
    """For each entry what booking it into the hole would be refused for, by the rules of booking; everything read once."""
    location = session.get_one(Location, hole.location_id)
    who = next(iter(staff_of(session, location.id, hole.practitioner_id)), None)
    if who is None or not entries:
        return dict.fromkeys((one.id for one in entries), frozenset({Barrier.CLOSED}))
    kinds = _rows(session, VisitType, {one.visit_type_id for one in entries})
    later = _rows(session, Appointment, {one.later_id for one in entries if one.later_id is not None})
    asked = many_needs(session, [Asked(kinds[one.visit_type_id], one.patient_id, one.later_id) for one in entries])
    end = hole.starts_at + timedelta(minutes=max(one.minutes for one in entries))
    opened, seats = books(session, location, [who], hole.day, 2), _Seats(session, location.id, hole.starts_at, end)
    found = {}
    for entry, needs in zip(entries, asked, strict=True):
        facts = Facts(
            location, who, kinds[entry.visit_type_id], people[entry.patient_id], needs, opened, session.now,
            seats.of(needs),
        )  # fmt: skip
        if entry.later_id is not None:
            facts = without(facts, later[entry.later_id])
        slot = Slot(location, who, entry.patient_id, hole.starts_at, hole.starts_at + timedelta(minutes=entry.minutes))
        found[entry.id] = _barriers(look(facts, slot, session.now))
    return found


def _barriers(seen: Look) -> frozenset[Barrier]:
    stand = {OF_RULE[one.rule] for one in seen.problems}
    taken = {Barrier.TAKEN} if seen.lane is None else set()
    return frozenset(stand | taken | ({Barrier.NO_ROOM} if seen.full is not None else set()))


@dataclass(slots=True)
class _Seats:
    """Rooms and equipment of a location around a time, each kind read once."""

    session: ReadSession
    location_id: int
    begin: datetime
    end: datetime
    known: dict[tuple[str, Resource], list[Seat]] = field(default_factory=dict)

    def of(self, needs: Needs) -> dict[Resource, list[Seat]]:
        """The places of the kinds that a visit asks for."""
        asked = ((needs.room_kind, Resource.ROOM), (needs.equipment_kind, Resource.EQUIPMENT))
        return {kind: self._read(name, kind) for name, kind in asked if name}

    def _read(self, name: str, kind: Resource) -> list[Seat]:
        if (name, kind) not in self.known:
            self.known[name, kind] = seats_of(self.session, self.location_id, name, kind, self.begin, self.end)
        return self.known[name, kind]


R = TypeVar("R", VisitType, Appointment)


def _rows(session: ReadSession, table: type[R], ids: set[int]) -> dict[int, R]:
    return {row.id: row for row in session.scalars(select(table).where(table.id.in_(ids)))} if ids else {}
