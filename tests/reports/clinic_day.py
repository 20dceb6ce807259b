"""A small working day in the seeded clinic, made by the actions the desk uses."""

from datetime import time, timedelta

from app.core.clock import FixedClock
from app.payments.actions import TakePayment, VoidPayment, take_payment, void_payment
from app.payments.rules import Method, Part
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.visits.actions import CheckOut, NoShow, check_out, no_show
from app.visits.rules import FollowUp
from tests.support.clinic import Clinic
from tests.visits.flow import CARD, booked, row, to_check_out

CASH = (Part(Method.CASH, 1000), Part(Method.CASH, 500))


def worked(clinic: Clinic) -> dict[str, int]:
    """One treated and paid, one missed, one cancelled late, one still to come; the ids by word."""
    ids = {
        "done": booked(clinic, time(10, 45), patient_id=1),
        "missed": booked(clinic, time(11, 15), patient_id=2),
        "late": booked(clinic, time(14), patient_id=2, practitioner_id=2),
        "coming": booked(clinic, time(16), patient_id=2, practitioner_id=2),
    }
    booked(clinic, time(9), patient_id=2, day=clinic.day + timedelta(days=1))
    key = to_check_out(clinic, ids["done"], CARD)
    said = CheckOut(appointment_id=ids["done"], version=key.version, follow_up=FollowUp.PATIENT_CALLS)
    clinic.do(check_out, said)
    at = row(clinic, ids["late"])
    reason = CancelAppointment(appointment_id=ids["late"], version=at.appointment_version, reason_code="transport")
    clinic.do(cancel_appointment, reason)
    later(clinic, minutes=50)
    clinic.do(no_show, NoShow(appointment_id=ids["missed"], version=row(clinic, ids["missed"]).version))
    return ids


def mistake(clinic: Clinic) -> int:
    """A receipt of 15 dollars in cash that is made void on the same day; its payment id."""
    taken = clinic.do(take_payment, TakePayment(patient_id=2, location_id=1, parts=CASH))
    void = VoidPayment(payment_id=taken.payment_id, version=taken.version, reason="wrong patient")
    clinic.do(void_payment, void)
    return taken.payment_id


def later(clinic: Clinic, **parts: float) -> None:
    """Move the clinic's clock."""
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clock.advance(**parts)
