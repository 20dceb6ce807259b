"""What is known before visits are placed: read once under the practitioner's lock, for one visit or for a whole series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, select

from app.core.clock import day_bounds, local
from app.core.sessions import WriteSession
from app.patients.tables import Patient
from app.schedule.queries.free import Book, Books, Wanted, books, drop, seats_of
from app.schedule.queries.needs import needs_of
from app.schedule.queries.rows import PractitionerRow
from app.schedule.rules import Resource, Span
from app.schedule.rules.capacity import Held, Needs, Seat
from app.schedule.tables import Appointment, FreedSlot, Room, VisitType
from app.staff.tables import Location

_HOLES = (
    select(FreedSlot)
    .where(
        FreedSlot.location_id == bindparam("place"),
        FreedSlot.starts_at < bindparam("end"),
        FreedSlot.ends_at > bindparam("begin"),
        FreedSlot.practitioner_id == bindparam("who"),
        FreedSlot.filled_by_id.is_(None),
        FreedSlot.closed_at.is_(None),
    )
    .order_by(FreedSlot.starts_at, FreedSlot.id)
)


@dataclass(slots=True)
class Facts:
    """Where, with whom, what and for whom, what that asks, and the books of every day that may be asked about.

    `booked_at`: when the visit was asked for, from which its lead time counts. `holes`: the practitioner's, not filled.
    `was` is a visit that is being moved. `room`: the name of the one room that `seats` were narrowed to, if one was asked for.
    """

    location: Location
    who: PractitionerRow
    kind: VisitType
    patient: Patient
    needs: Needs
    books: Books
    booked_at: datetime
    seats: Mapping[Resource, list[Seat]] = field(default_factory=dict)
    holes: Sequence[FreedSlot] = ()
    was: Appointment | None = None
    room: str = ""

    @property
    def earliest(self) -> datetime:
        """When a visit asked for then may begin at the soonest."""
        return self.booked_at + self.needs.lead

    def wanted(self, minutes: int, not_before: datetime) -> Wanted:
        """What another time is sought for."""
        return Wanted(minutes, max(not_before, self.earliest), self.patient.id, needs=self.needs)

    def days(self, begin: datetime, end: datetime) -> list[Book]:
        """The books of the days that a time touches; a visit over midnight touches two."""
        first, last = (local(at, self.location.zone).date() for at in (begin, end - timedelta(microseconds=1)))
        number = (last - first).days + 1
        return [self.books[self.who.id, first + timedelta(days=day)] for day in range(number)]

    def lanes(self, begin: datetime, end: datetime) -> list[list[Held]]:
        """What is taken in each of the practitioner's lanes around a time."""
        found = [list(lane) for lane in self._whole(begin, end)[: self.who.lanes]]
        return found + [[] for _ in range(max(1, self.who.lanes) - len(found))]

    def held(self, begin: datetime, end: datetime) -> list[Held]:
        """Every visit of the practitioner around a time, each once."""
        return [one for lane in self._whole(begin, end) for one in lane]

    def _whole(self, begin: datetime, end: datetime) -> list[dict[Held, None]]:
        """Every lane, also those that a practitioner has no more; a visit over midnight stands in two books."""
        found: list[dict[Held, None]] = []
        for book in self.days(begin, end):
            found += [{} for _ in range(len(book.lanes) - len(found))]
            for lane, held in zip(found, book.lanes, strict=False):
                lane.update(dict.fromkeys(held))
        return found

    def take(self, lane: int, begin: datetime, end: datetime, seats: Mapping[Resource, Seat]) -> None:
        """Remember a visit that was placed, so that the next one of a series meets it."""
        day, span = local(begin, self.location.zone).date(), Span.of(begin, end)
        for book in self.days(begin, end):
            book.lanes[lane].append(Held(span, self.needs.before, self.needs.after, self.needs.most(day)))
        for seat in seats.values():
            seat.taken.append(span)
        if self.needs.leave is not None:
            self.needs.leave.take(day)


def without(facts: Facts, visit: Appointment) -> Facts:
    """The same facts as if a visit had left its time: it is the one that moves. Nothing of `facts` is touched."""
    span, rooms = Span.of(visit.starts_at, visit.ends_at), (visit.room_id, visit.equipment_id)
    made = {
        key: Book(book.hours, book.closed, [list(lane) for lane in book.lanes]) for key, book in facts.books.items()
    }
    if visit.practitioner_id == facts.who.id:
        for book in made.values():
            drop(book.lanes, span)
    seats = {kind: [Seat(one.room_id, one.lane, list(one.taken)) for one in row] for kind, row in facts.seats.items()}
    for row in seats.values():
        held = next((one.taken for one in row if one.room_id in rooms and span in one.taken), [])
        if held:
            held.remove(span)
    return replace(facts, books=made, seats=seats, booked_at=visit.created_at, was=visit)


def facts_of(
    session: WriteSession, location: Location, who: PractitionerRow, kind: VisitType, patient: Patient,
    first: date, last: date, *, episode_id: int | None = None, was: Appointment | None = None,
) -> Facts:  # fmt: skip
    """Everything that placing visits from `first` to `last` asks for. Hold the practitioner before; rooms are held here."""
    days = (last - first).days + 2  # a visit of the last day may pass midnight
    needs = needs_of(session, kind, patient.id, episode_id, was.id if was else None)
    begin, end = day_bounds(first, location.zone)[0], day_bounds(first + timedelta(days=days), location.zone)[0]
    return Facts(
        location, who, kind, patient, needs,
        books(session, location, [who], first, days),
        was.created_at if was else session.now,
        {
            resource: _held_seats(session, location.id, asked, resource, begin, end)
            for resource, asked in ((Resource.ROOM, needs.room_kind), (Resource.EQUIPMENT, needs.equipment_kind))
            if asked
        },
        session.scalars(_HOLES, {"place": location.id, "who": who.id, "begin": begin, "end": end}).all(),
        was,
    )  # fmt: skip


def _held_seats(
    session: WriteSession, location_id: int, kind: str, resource: Resource, begin: datetime, end: datetime
) -> list[Seat]:
    """The places of a kind, held until the transaction ends, so that the one that is free stays free."""
    rooms = select(Room.id).where(Room.location_id == location_id, Room.kind == kind).order_by(Room.id)
    session.hold(rooms.with_for_update(key_share=True))
    return seats_of(session, location_id, kind, resource, begin, end)
