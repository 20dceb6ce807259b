"""Booked visits that stand where nobody sees patients any more, each with the best time in its place."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.errors import ClinicError
from app.core.sessions import ReadSession
from app.patients.queries.details import reach_of
from app.patients.queries.eyes import eyes_of, shown_phone
from app.patients.tables import Patient
from app.schedule.queries.booked import BookedRow, booked_rows
from app.schedule.queries.free import place
from app.schedule.queries.looking import Calendar, SeriesDate, calendar_of, look_at
from app.schedule.queries.needs import needs_of
from app.schedule.queries.outside import outside
from app.schedule.queries.rows import Opening
from app.schedule.rules import Span
from app.schedule.rules.capacity import Held, Needs, lanes_free, seat_free
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location

#: how many days one question may span
MOST_DAYS = 92


@dataclass(frozen=True, slots=True)
class HomelessRow:
    """A visit without an hour. `alternative` None: nothing near fits, so it is looked for by hand.

    `phone`: where the patient is called first, as far as the role may see it.
    """

    visit: BookedRow
    version: int
    alternative: Opening | None = None
    phone: str = ""

    @property
    def patient_id(self) -> int:
        """Whose visit it is."""
        return self.visit.patient_id


def _patients(rows: tuple[HomelessRow, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.patient_id for row in rows))


@query(Permission.BOOK, subjects=_patients)
def homeless(session: ReadSession, actor: Actor, location_id: int, first: date, last: date) -> tuple[HomelessRow, ...]:
    """The visits of these days that closed time or other hours left without one, by start; no two are offered one time.

    Raises ClinicError for a last day before the first.
    """
    actor.sees(Permission.BOOK, location_id)
    if not first <= last <= first + timedelta(days=MOST_DAYS):
        raise ClinicError("The last day lies before the first.", field="day", next_step="Choose a later last day.")
    location = place(session, location_id)
    ids = outside(session, location, first, last)
    visits = booked_rows(session, actor, Appointment.id.in_(ids)) if ids else ()
    given: list[tuple[Opening, Needs]] = []
    phones = _phones(session, actor, {one.patient_id for one in visits})
    found = [_with_alternative(session, location, visit, given) for visit in visits]
    return tuple(replace(one, phone=phones[one.patient_id]) for one in found)


def _phones(session: ReadSession, actor: Actor, people: set[int]) -> dict[int, str]:
    eyes, reached = eyes_of(session, actor), reach_of(session, people)
    wanted = select(Patient).where(Patient.id.in_(people))
    return {one.id: shown_phone(actor, eyes, one.id, one, reached[one.id].phone) for one in session.scalars(wanted)}


def _with_alternative(
    session: ReadSession, location: Location, row: BookedRow, given: list[tuple[Opening, Needs]]
) -> HomelessRow:
    visit = session.get_one(Appointment, row.appointment_id)
    kind = session.get_one(VisitType, visit.visit_type_id)
    needs = needs_of(session, kind, visit.patient_id, visit.episode_id, visit.id)
    calendar = calendar_of(session, location, needs, visit.patient_id, visit.day, visit.day)
    calendar.leave(visit)
    for opening, others in given:
        _take(calendar, opening, others)
    wanted = SeriesDate(1, row.day, row.start, row.practitioner_id, row.practitioner, row.minutes)
    if not any(who.id == row.practitioner_id for who in calendar.people):
        return HomelessRow(row, visit.version)
    found = look_at(calendar, [wanted], None)[0].alternative
    if found is not None:
        given.append((found, needs))
    return HomelessRow(row, visit.version, found)


def _take(calendar: Calendar, opening: Opening, needs: Needs) -> None:
    """A time that another visit of the list is offered is taken for the ones after it."""
    book, span = calendar.books.get((opening.practitioner_id, opening.day)), Span.of(opening.starts_at, opening.ends_at)
    if book is None:
        return
    lane = next(lanes_free(book.lanes, span, needs.before, needs.after), 0)
    book.lanes[lane].append(Held(span, needs.before, needs.after, needs.most(opening.day)))
    asked = [kind for kind in (calendar.needs.room_kind, calendar.needs.equipment_kind) if kind]
    for kind, seats in zip(asked, calendar.seats, strict=True):
        seat = seat_free(seats, span) if kind in (needs.room_kind, needs.equipment_kind) else None
        if seat is not None:
            seat.taken.append(span)
