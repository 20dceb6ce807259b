"""What is known before visits are placed: read once under the practitioner's lock, for one visit or for a whole series."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.core.clock import local
from app.patients.tables import Patient
from app.schedule.queries.free import Book, Books, books
from app.schedule.queries.rows import PractitionerRow
from app.schedule.rules import Span
from app.schedule.tables import VisitType
from app.staff.tables import Location


@dataclass(slots=True)
class Facts:
    """Where, with whom, what and for whom, and the books of every day that may be asked about."""

    location: Location
    who: PractitionerRow
    kind: VisitType
    patient: Patient
    books: Books

    def days(self, begin: datetime, end: datetime) -> list[Book]:
        """The books of the days that a time touches; a visit over midnight touches two."""
        first, last = (local(at, self.location.zone).date() for at in (begin, end - timedelta(microseconds=1)))
        number = (last - first).days + 1
        return [self.books[self.who.id, first + timedelta(days=day)] for day in range(number)]

    def lanes(self, begin: datetime, end: datetime) -> list[list[Span]]:
        """What is taken in each of the practitioner's lanes around a time."""
        found: list[list[Span]] = [[] for _ in range(max(1, self.who.lanes))]
        for book in self.days(begin, end):
            for lane, spans in zip(found, book.lanes, strict=False):
                lane += spans
        return found

    def take(self, lane: int, begin: datetime, end: datetime) -> None:
        """Remember a visit that was placed, so that the next one of a series meets it."""
        for book in self.days(begin, end):
            book.lanes[lane].append(Span.of(begin, end))


def facts_of(
    session: Session, location: Location, who: PractitionerRow, kind: VisitType, patient: Patient,
    first: date, last: date,
) -> Facts:  # fmt: skip
    """Everything that placing visits from `first` to `last` asks for. Hold the practitioner before."""
    days = (last - first).days + 2  # a visit of the last day may pass midnight
    return Facts(location, who, kind, patient, books(session, location, [who], first, days))
