"""Desks at one moment: one hole is filled once, one person is booked once, and who was late reads a plain sentence."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time
from threading import Barrier

from sqlalchemy import func, select

from app.core.errors import Clash, ClinicError, Stale
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.rules import AppointmentStatus, Consequence
from app.schedule.tables import Appointment, AttendanceMark, FreedSlot
from app.waitlist.actions import Filled, FillSlot, fill_slot
from tests.schedule.test_attendance import asked, rule, shown
from tests.schedule.visits import booked
from tests.support.clinic import Clinic
from tests.waitlist.holes import fill, hole, person, wait

DESKS = 5


def race(clinic: Clinic, *tries: FillSlot | CancelAppointment) -> list[object]:
    """Carry out the commands at the same moment, each in a thread of its own."""
    start = Barrier(len(tries))

    def one(wanted: FillSlot | CancelAppointment) -> object:
        start.wait()
        try:
            if isinstance(wanted, FillSlot):
                return clinic.do(fill_slot, wanted)
            return clinic.do(cancel_appointment, wanted)
        except ClinicError as problem:
            return problem

    with ThreadPoolExecutor(len(tries)) as desks:
        return list(desks.map(one, tries))


def visits(clinic: Clinic) -> int:
    wanted = select(func.count()).select_from(Appointment).where(Appointment.status == AppointmentStatus.BOOKED)
    return clinic.rows(lambda session: session.scalar(wanted)) or 0


def test_one_hole_many_desks(clinic: Clinic) -> None:
    entries = [wait(clinic, person(clinic, f"Wait{number}")) for number in range(DESKS)]
    slot = hole(clinic)
    outcomes = race(clinic, *[fill(slot, entry) for entry in entries])
    assert sum(isinstance(one, Filled) for one in outcomes) == 1
    late = [one for one in outcomes if isinstance(one, Clash)]
    assert len(late) == DESKS - 1
    assert {str(one).partition(".")[0] for one in late} == {"Another desk filled this time a moment ago"}
    assert visits(clinic) == 1
    filled = clinic.rows(lambda session: session.get_one(FreedSlot, slot).filled_by_id)
    assert filled in {one.appointment_id for one in outcomes if isinstance(one, Filled)}


def test_one_person_many_holes(clinic: Clinic) -> None:
    entry = wait(clinic)
    slots = [hole(clinic, time(8 + 2 * number)) for number in range(4)]
    outcomes = race(clinic, *[fill(slot, entry) for slot in slots])
    assert sum(isinstance(one, Filled) for one in outcomes) == 1
    assert sum(isinstance(one, Stale) for one in outcomes) == 3
    assert visits(clinic) == 1


def test_two_cancels_of_one_patient_are_counted_one_after_the_other(clinic: Clinic) -> None:
    """Both desks were shown the first absence: one of them is the second by now, and is looked at again."""
    rule(clinic)
    made = [booked(clinic, time(8)), booked(clinic, time(10))]
    tries = [
        CancelAppointment(
            appointment_id=one.appointment_id, version=one.version, reason_code="sick", mark=shown(asked(clinic, one))
        )
        for one in made
    ]
    outcomes = race(clinic, *tries)
    assert sum(isinstance(one, Stale) for one in outcomes) == 1
    marks = clinic.rows(lambda session: list(session.scalars(select(AttendanceMark.consequence))))
    assert marks == [Consequence.WARN]
    assert visits(clinic) == 1
