"""What the tests of this room say often."""

from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.schedule.actions import BookAppointment, Booked, book
from app.schedule.tables import Appointment, Occupancy
from tests.support.clinic import Clinic

#: Wednesday, the day after the tests' today
TOMORROW = date(2026, 3, 11)


def command(clinic: Clinic, start: time = time(10, 15), **changed: object) -> BookAppointment:
    """The command that books the first patient with the first practitioner tomorrow."""
    values: dict[str, object] = {
        "patient_id": clinic.patient_id,
        "practitioner_id": clinic.practitioner_id,
        "location_id": clinic.location_id,
        "visit_type_id": clinic.follow_up_id,
        "day": TOMORROW,
        "start": start,
    }
    return BookAppointment(**{**values, **changed})  # type: ignore[arg-type]


def booked(clinic: Clinic, start: time = time(10, 15), **changed: object) -> Booked:
    """Book it."""
    return clinic.do(book, command(clinic, start, **changed))


def counts(clinic: Clinic) -> tuple[int, int]:
    """How many visits and how many occupancy rows there are."""

    def ask(session: Session) -> tuple[int, int]:
        visits = session.scalar(select(func.count()).select_from(Appointment))
        return visits or 0, session.scalar(select(func.count()).select_from(Occupancy)) or 0

    return clinic.rows(ask)
