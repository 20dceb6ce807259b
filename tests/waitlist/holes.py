"""Short ways to holes and to people who wait, for the tests of this room."""

from datetime import date, time

from sqlalchemy import select

from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.people import Person
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.tables import Appointment, FreedSlot
from app.waitlist.actions import AddToWaitlist, EntryKey, FillSlot, add_to_waitlist
from app.waitlist.queries import Ladder, ladder
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic

__all__ = ["TOMORROW", "asked", "booked", "fill", "hole", "open_hole", "person", "wait"]


def person(clinic: Clinic, family: str, zip_code: str = "", **more: object) -> int:
    """A new patient of the first location."""
    made = Person(family=family, given="Pat", home_location_id=1, postal_code=zip_code, phone="(559) 555-0199", **more)  # type: ignore[arg-type]
    return clinic.do(register_patient, RegisterPatient(person=made)).id


def wait(clinic: Clinic, patient_id: int = 2, **wish: object) -> EntryKey:
    """Somebody waits for a follow-up."""
    values: dict[str, object] = {"patient_id": patient_id, "location_id": 1, "visit_type_id": 2, **wish}
    return clinic.do(add_to_waitlist, AddToWaitlist(**values))  # type: ignore[arg-type]


def hole(clinic: Clinic, start: time = time(9), day: date = TOMORROW, **visit: object) -> int:
    """The first patient's visit is cancelled; the hole that it leaves."""
    made = booked(clinic, start, day=day, **visit)
    gone = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    return open_hole(clinic, made.appointment_id)


def open_hole(clinic: Clinic, appointment_id: int) -> int:
    """The hole that a visit left."""
    return clinic.rows(lambda s: s.scalar(select(FreedSlot.id).where(FreedSlot.appointment_id == appointment_id))) or 0


def asked(clinic: Clinic, freed_slot_id: int) -> Ladder:
    """Whom to call."""
    return clinic.executor.fetch(ladder, ANYONE, freed_slot_id)


def fill(freed_slot_id: int, entry: EntryKey) -> FillSlot:
    """The command by which somebody takes a hole."""
    return FillSlot(freed_slot_id=freed_slot_id, entry_id=entry.entry_id, version=entry.version)


def visit(clinic: Clinic, appointment_id: int) -> Appointment:
    """A visit as it stands."""
    return clinic.rows(lambda s: s.get_one(Appointment, appointment_id))
