"""Two visits change places, one becomes two, and each of it can be taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from threading import Barrier

import pytest
from sqlalchemy import select

from app.core.errors import Clash, ClinicError, Stale
from app.schedule.actions import (
    Booked,
    JoinAppointments,
    Pair,
    SplitAppointment,
    SwapAppointments,
    TakeBackBooking,
    join_appointments,
    split_appointment,
    swap_appointments,
    take_back_booking,
)
from app.schedule.queries import day
from app.schedule.tables import Appointment, FreedSlot
from tests.schedule.visits import TOMORROW, booked, counts
from tests.support.clinic import ANYONE, Clinic


def stands(clinic: Clinic, on: date = TOMORROW) -> list[tuple[str, time, str, int]]:
    """Who stands where."""
    rows = clinic.executor.fetch(day, ANYONE, 1, on)
    return [(row.patient.partition(",")[0], row.start, row.practitioner, row.minutes) for row in rows]


def two(clinic: Clinic, minutes: int = 45) -> tuple[Booked, Booked]:
    """One patient at nine with the first practitioner, the other at ten with the second."""
    return booked(clinic, time(9)), booked(clinic, time(10), patient_id=2, practitioner_id=2, minutes=minutes)


def swap(one: Booked, other: Booked) -> SwapAppointments:
    """The command."""
    return SwapAppointments(
        appointment_id=one.appointment_id, version=one.version,
        other_id=other.appointment_id, other_version=other.version,
    )  # fmt: skip


def test_two_visits_change_places_and_back(clinic: Clinic) -> None:
    before = two(clinic)
    was, held = stands(clinic), counts(clinic)
    command = swap(*before)
    made = clinic.do(swap_appointments, command)
    assert stands(clinic) == [("Smith", time(9), "Okafor", 45), ("Núñez", time(10), "Lee", 45)]
    back = swap(made.first, made.second)
    clinic.do(swap_appointments, type(back)(**{**_fields(back), "undoes": command.id}))
    assert stands(clinic) == was
    assert counts(clinic) == held
    rows = clinic.rows(lambda session: [(row.moves, row.moved_from) for row in session.scalars(select(Appointment))])
    assert rows == [(0, None), (0, None)]


def _fields(command: SwapAppointments) -> dict[str, object]:
    names = ("appointment_id", "version", "other_id", "other_version")
    return {name: getattr(command, name) for name in names}


def test_a_swap_opens_no_hole(clinic: Clinic) -> None:
    clinic.do(swap_appointments, swap(*two(clinic)))
    assert clinic.rows(lambda session: session.scalars(select(FreedSlot)).all()) == []


def test_neighbours_of_one_practitioner_change_places(clinic: Clinic) -> None:
    one, other = booked(clinic, time(9)), booked(clinic, time(9, 45), patient_id=2)
    clinic.do(swap_appointments, swap(one, other))
    assert stands(clinic) == [("Smith", time(9), "Okafor", 45), ("Núñez", time(9, 45), "Okafor", 45)]


def test_a_longer_visit_that_does_not_fit_leaves_both_where_they_were(clinic: Clinic) -> None:
    one, other = booked(clinic, time(16, 15)), booked(clinic, time(10), patient_id=2, minutes=90)
    was, held = stands(clinic), counts(clinic)
    with pytest.raises(ClinicError, match="does not see patients"):
        clinic.do(swap_appointments, swap(one, other))
    assert (stands(clinic), counts(clinic)) == (was, held)


def test_a_swap_of_what_changed_meanwhile_is_refused(clinic: Clinic) -> None:
    one, other = two(clinic)
    clinic.do(swap_appointments, swap(one, other))
    with pytest.raises(Stale):
        clinic.do(swap_appointments, swap(one, other))


def test_one_visit_cannot_change_places_with_itself(clinic: Clinic) -> None:
    one, _ = two(clinic)
    with pytest.raises(ClinicError, match="change places"):
        clinic.do(swap_appointments, swap(one, one))


def test_a_swap_met_by_another_desk_happens_once(clinic: Clinic) -> None:
    one, other = two(clinic)
    start = Barrier(2)

    def desk(_number: int) -> Pair | ClinicError:
        start.wait()
        try:
            return clinic.do(swap_appointments, swap(one, other))
        except ClinicError as refusal:
            return refusal

    with ThreadPoolExecutor(2) as desks:
        outcomes = list(desks.map(desk, range(2)))
    assert sum(isinstance(outcome, Pair) for outcome in outcomes) == 1
    assert stands(clinic) == [("Smith", time(9), "Okafor", 45), ("Núñez", time(10), "Lee", 45)]


@pytest.mark.parametrize(("who", "name"), [(None, "Okafor"), (2, "Lee")])
def test_a_visit_is_split_and_joined_again(clinic: Clinic, who: int | None, name: str) -> None:
    visit = booked(clinic, time(9), minutes=60)
    command = SplitAppointment(
        appointment_id=visit.appointment_id, version=visit.version, minutes=20, practitioner_id=who
    )
    made = clinic.do(split_appointment, command)
    assert stands(clinic) == [("Núñez", time(9), "Okafor", 20), ("Núñez", time(9, 20), name, 40)]
    back = JoinAppointments(
        appointment_id=made.first.appointment_id, version=made.first.version,
        other_id=made.second.appointment_id, other_version=made.second.version, undoes=command.id,
    )  # fmt: skip
    clinic.do(join_appointments, back)
    assert stands(clinic) == [("Núñez", time(9), "Okafor", 60)]


@pytest.mark.parametrize("minutes", [0, 4, 56, 60, 90])
def test_both_parts_have_some_minutes(clinic: Clinic, minutes: int) -> None:
    visit = booked(clinic, time(9), minutes=60)
    with pytest.raises(ClinicError, match="at least 5 minutes"):
        clinic.do(
            split_appointment,
            SplitAppointment(appointment_id=visit.appointment_id, version=visit.version, minutes=minutes),
        )
    assert stands(clinic) == [("Núñez", time(9), "Okafor", 60)]


def test_a_part_that_meets_somebody_leaves_the_visit_whole(clinic: Clinic) -> None:
    visit = booked(clinic, time(9), minutes=60)
    booked(clinic, time(9, 15), patient_id=2, practitioner_id=2)
    was, held = stands(clinic), counts(clinic)
    command = SplitAppointment(
        appointment_id=visit.appointment_id, version=visit.version, minutes=30, practitioner_id=2
    )
    with pytest.raises(Clash):
        clinic.do(split_appointment, command)
    assert (stands(clinic), counts(clinic)) == (was, held)


def test_a_booking_is_taken_back_without_a_ghost(clinic: Clinic) -> None:
    visit = booked(clinic, time(9))
    clinic.do(take_back_booking, TakeBackBooking(appointment_id=visit.appointment_id, version=visit.version))
    assert stands(clinic) == []
    assert counts(clinic)[1] == 0
