"""Looking at dates one after the other: free, or what stands against each and the best time in its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import day_bounds, instant, local, local_day
from app.core.errors import ClinicError, NotFound
from app.core.sessions import ReadSession
from app.schedule.queries.free import (
    Books,
    Wanted,
    all_seats,
    book_starts,
    books,
    closed_between,
    drop,
    opening_at,
    staff_of,
)
from app.schedule.queries.rows import Opening, PractitionerRow
from app.schedule.rules import FREE_GRID, Resource, Span, overlap
from app.schedule.rules.capacity import Needs, Seat
from app.schedule.rules.ledger import Leave
from app.schedule.rules.series import Offer, best
from app.schedule.rules.spans import covers
from app.schedule.tables import Appointment, Block, Occupancy
from app.staff.tables import Location

#: how many days after a date an alternative may lie
LATER = 3
#: the time that was wished may begin on these minutes
WISH_GRID = 5


class Trouble(StrEnum):
    """What stands against a date."""

    PAST = "past"
    NO_HOUR = "no-hour"
    WHO = "who"
    COVERAGE = "coverage"
    OFF = "off"
    CLOSED = "closed"
    ELSEWHERE = "elsewhere"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date. `trouble` None: it is free; `detail` says why the time is closed. `visit_id`: a visit that would move there."""

    number: int
    day: date
    start: time
    practitioner_id: int
    practitioner: str
    minutes: int
    trouble: Trouble | None = None
    detail: str = ""
    alternative: Opening | None = None
    visit_id: int | None = None


@dataclass(slots=True)
class Calendar:
    """What is known of the days that a sheet is about: who works when, what is taken, when the patient is elsewhere."""

    location: Location
    people: Sequence[PractitionerRow]
    books: Books
    own: list[Span]
    seats: list[list[Seat]]
    blocks: Sequence[Block]
    needs: Needs
    earliest: datetime
    today: date
    used: set[date] = field(default_factory=set)

    def starts(self, who: PractitionerRow, day: date, minutes: int, grid: int) -> list[int]:
        """Every minute of a practitioner's day at which the visit may begin."""
        if not (self.needs.does(who.id) and self.needs.good_day(day)):
            return []
        wanted = Wanted(minutes, self.earliest, grid=grid, needs=self.needs)
        return book_starts(self.books[who.id, day], who, wanted, day, self.own, self.seats)

    def trouble(self, who: PractitionerRow, day: date, span: Span) -> tuple[Trouble, str]:
        """Why a time does not do."""
        if day < self.today or span.starts_at < self.earliest:
            return Trouble.PAST, ""
        if not self.needs.does(who.id):
            return Trouble.WHO, ""
        if not self.needs.good_day(day):
            return Trouble.COVERAGE, ""
        closing = [one for one in self.blocks if one.practitioner_id in (None, who.id) and overlap(_span(one), span)]
        if closing:
            return Trouble.CLOSED, closing[0].reason
        if not covers(self.books[who.id, day].opened, span):
            return Trouble.OFF, ""
        return (Trouble.ELSEWHERE if any(overlap(one, span) for one in self.own) else Trouble.TAKEN), ""

    def leave(self, visit: Appointment) -> None:
        """A visit holds its time no more: it is one of those that move."""
        span = Span.of(visit.starts_at, visit.ends_at)
        self.own = [one for one in self.own if one != span]
        for (who_id, _day), book in self.books.items():
            if who_id == visit.practitioner_id:
                drop(book.lanes, span)
        for seat in (seat for kind in self.seats for seat in kind):
            if seat.room_id in (visit.room_id, visit.equipment_id) and span in seat.taken:
                seat.taken.remove(span)


def _span(block: Block) -> Span:
    return Span.of(block.starts_at, block.ends_at)


def calendar_of(
    session: ReadSession, location: Location, needs: Needs, patient_id: int, first: date, last: date
) -> Calendar:
    """Read once what all dates ask for."""
    people = staff_of(session, location.id)
    days = (last - first).days + LATER + 1
    begin = day_bounds(first, location.zone)[0]
    end = day_bounds(first + timedelta(days=days), location.zone)[0]
    return Calendar(
        location, people,
        books(session, location, people, first, days),
        _elsewhere(session, patient_id, begin, end),
        all_seats(session, location.id, needs, begin, end),
        closed_between(session, location.id, [who.id for who in people], begin, end),
        needs, session.now + needs.lead, local_day(session.now, location.zone),
    )  # fmt: skip


def _elsewhere(session: Session, patient_id: int, begin: datetime, end: datetime) -> list[Span]:
    wanted = select(Occupancy.starts_at, Occupancy.ends_at).where(
        Occupancy.kind == Resource.PATIENT.value,
        Occupancy.resource_id == patient_id,
        Occupancy.starts_at < end,
        Occupancy.starts_at > begin - timedelta(days=1),
        Occupancy.ends_at > begin,
    )
    return [Span.of(*row) for row in session.execute(wanted)]


def _look(calendar: Calendar, wanted: SeriesDate, until: date, leave: Leave | None) -> SeriesDate:
    """One date looked at: free, or what stands against it with the best time in its place before `until`."""
    who = next((one for one in calendar.people if one.id == wanted.practitioner_id), None)
    if who is None:
        raise NotFound(
            "This practitioner does not work at this location.", field="practitioner", next_step="Choose another one."
        )
    zone = calendar.location.zone
    try:
        at = instant(wanted.day, wanted.start, zone)
    except ClinicError:
        return replace(wanted, trouble=Trouble.NO_HOUR, alternative=_instead(calendar, wanted, until, leave))
    span = Span.of(at, at + timedelta(minutes=wanted.minutes))
    if span.start in calendar.starts(who, wanted.day, wanted.minutes, WISH_GRID):
        return wanted
    trouble, detail = calendar.trouble(who, wanted.day, span)
    if trouble is Trouble.PAST:
        return replace(wanted, trouble=trouble, detail=detail)
    found = _instead(calendar, wanted, until, leave, elsewhere=trouble is Trouble.ELSEWHERE)
    return replace(wanted, trouble=trouble, detail=detail, alternative=found)


def _instead(
    calendar: Calendar, wanted: SeriesDate, until: date, leave: Leave | None, *, elsewhere: bool = False
) -> Opening | None:
    """The best time in place of one that does not do: the same day first, then the days before the next visit.

    Not on another day that already has a visit of the patient, nor on the same one when that is what stands against it:
    two visits a day are what nobody wished for.
    """
    zone = calendar.location.zone
    seen = {local(one.starts_at, zone).date() for one in calendar.own}
    spans: dict[Offer, tuple[PractitionerRow, Span]] = {}
    for number in range(LATER + 1):
        day = wanted.day + timedelta(days=number)
        if number and (day >= until or day in calendar.used or (leave is not None and not leave.holds(day))):
            continue
        if day in seen and (number or elsewhere):
            continue
        for who in calendar.people:
            for start in calendar.starts(who, day, wanted.minutes, FREE_GRID):
                span = Span(start, start + wanted.minutes)
                wall = local(span.starts_at, zone)
                spans[Offer(day, wall.hour * 60 + wall.minute, who.id)] = (who, span)
        if spans:
            break
    wished = Offer(wanted.day, wanted.start.hour * 60 + wanted.start.minute, wanted.practitioner_id)
    chosen = best(spans, wished)
    return None if chosen is None else opening_at(spans[chosen][0], calendar.location, spans[chosen][1])


def look_at(calendar: Calendar, wanted: Sequence[SeriesDate], leave: Leave | None) -> tuple[SeriesDate, ...]:
    """All dates, in order. No alternative lies on the day of another date, nor past the authorization. Raises NotFound."""
    calendar.used = {one.day for one in wanted}
    until = [one.day for one in wanted[1:]] + [wanted[-1].day + timedelta(days=LATER + 1)] if wanted else []
    looked = []
    for one, after in zip(wanted, until, strict=True):
        found = _look(calendar, one, after, leave)
        if found.alternative is not None:
            calendar.used.add(found.alternative.day)
        looked.append(found)
    return tuple(looked)
