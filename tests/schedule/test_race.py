"""Many desks, one slot: exactly one of them wins, and nobody is in two places."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time
from threading import Barrier

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from app.core.errors import Clash, ClinicError
from app.schedule.actions import AddBlock, BlockMade, BookAppointment, Booked, add_block, book
from app.schedule.tables import TAKEN, Occupancy
from tests.schedule.visits import TOMORROW, booked, command, counts
from tests.support.clinic import Clinic

DESKS = 6


def race(clinic: Clinic, *tries: BookAppointment | AddBlock) -> list[Booked | BlockMade | ClinicError]:
    """Carry out the commands at the same moment, each in a thread of its own."""
    start = Barrier(len(tries))

    def one(wanted: BookAppointment | AddBlock) -> Booked | BlockMade | ClinicError:
        start.wait()
        try:
            if isinstance(wanted, AddBlock):
                return clinic.do(add_block, wanted)
            return clinic.do(book, wanted)
        except ClinicError as clash:
            return clash

    with ThreadPoolExecutor(len(tries)) as desks:
        return list(desks.map(one, tries))


def test_one_slot_many_desks(clinic: Clinic) -> None:
    tries = [command(clinic, time(10, 15 * (n % 3)), patient_id=1 + n % 2) for n in range(DESKS)]
    outcomes = race(clinic, *tries)
    assert sum(isinstance(one, Booked) for one in outcomes) == 1
    assert sum(isinstance(one, Clash) for one in outcomes) == DESKS - 1
    assert counts(clinic) == (1, 2)


def test_one_patient_two_practitioners(clinic: Clinic) -> None:
    outcomes = race(clinic, *[command(clinic, practitioner_id=1 + n % 2) for n in range(DESKS)])
    assert sum(isinstance(one, Booked) for one in outcomes) == 1
    assert counts(clinic) == (1, 2)


def test_a_block_and_a_booking_at_the_same_moment(clinic: Clinic) -> None:
    closing = AddBlock(location_id=1, practitioner_id=1, day=TOMORROW, start=time(10), end=time(12), why="meeting")
    outcomes = race(clinic, closing, command(clinic))
    assert sum(not isinstance(one, Exception) for one in outcomes) == 1


def test_the_database_itself_refuses(clinic: Clinic) -> None:
    made = booked(clinic)
    with clinic.database.writing() as session, pytest.raises(IntegrityError) as refusal:
        session.execute(
            insert(Occupancy).values(
                kind="practitioner",
                resource_id=1,
                lane=0,
                starts_at=made.starts_at,
                ends_at=made.ends_at,
                appointment_id=made.appointment_id,
            )
        )
    assert TAKEN in str(refusal.value.orig)
