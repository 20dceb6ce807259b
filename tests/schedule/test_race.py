"""Many desks, one slot: exactly one of them wins, and nobody is in two places."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from threading import Barrier

import pytest
from sqlalchemy import insert, update
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


def occupied(appointment_id: int, start: datetime, end: datetime, **changed: object) -> dict[str, object]:
    """The values of a row that takes a resource nobody else uses."""
    row = {"kind": "room", "resource_id": 1, "lane": 0, "starts_at": start, "ends_at": end}
    return {**row, "appointment_id": appointment_id, **changed}


def refused(clinic: Clinic, *rows: dict[str, object]) -> str:
    """What the database says to the last of some rows; "" when it takes it."""
    with clinic.database.writing() as session:
        for row in rows[:-1]:
            session.execute(insert(Occupancy), [row])
        try:
            session.execute(insert(Occupancy), [rows[-1]])
        except IntegrityError as why:
            return str(why.orig)
    return ""


EVENING = datetime(2026, 3, 11, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "long", "clash"),
    [
        (timedelta(hours=-24), timedelta(hours=24), False),  # ends as the other begins
        (timedelta(hours=-24, microseconds=1), timedelta(hours=24), True),
        (timedelta(hours=-23, minutes=-59), timedelta(hours=24), True),
        (timedelta(hours=-23, minutes=-59), timedelta(hours=23), False),
        (timedelta(minutes=-30), timedelta(minutes=45), True),  # over midnight
        (timedelta(minutes=44, seconds=59), timedelta(hours=24), True),
        (timedelta(minutes=45), timedelta(hours=24), False),
        (timedelta(0), timedelta(microseconds=1), True),
    ],
)
@pytest.mark.parametrize("second", [0, 500_000])
def test_a_row_is_compared_with_all_that_may_reach_it(
    clinic: Clinic, start: timedelta, long: timedelta, clash: bool, second: int
) -> None:
    visit, begin = booked(clinic).appointment_id, EVENING + timedelta(microseconds=second)
    late = occupied(visit, begin, begin + timedelta(minutes=45))
    early = occupied(visit, begin + start, begin + start + long)
    assert (TAKEN in refused(clinic, early, late)) is clash
    assert (TAKEN in refused(clinic, late, early)) is clash


def test_a_row_longer_than_a_day_is_refused(clinic: Clinic) -> None:
    visit = booked(clinic).appointment_id
    fits = occupied(visit, EVENING, EVENING + timedelta(days=1))
    longer = occupied(visit, EVENING, EVENING + timedelta(days=1, seconds=1))
    assert refused(clinic, fits) == ""
    assert "ck_occupancy_within_a_day" in refused(clinic, longer)
    grown = update(Occupancy).where(Occupancy.kind == "room").values(ends_at=longer["ends_at"])
    with clinic.database.writing() as session:
        session.execute(insert(Occupancy), [fits])
        with pytest.raises(IntegrityError) as refusal:
            session.execute(grown)
    assert "ck_occupancy_within_a_day" in str(refusal.value.orig)
