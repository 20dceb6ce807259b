"""A day off over booked visits: whom it leaves without a time, what they are offered, and all of them moved at once."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from app.core.errors import Clash, ClinicError, Stale
from app.patients.rules.folding import phone_tail
from app.patients.tables import Patient
from app.schedule.actions import (
    AddBlock,
    BlockMade,
    CancelAppointment,
    Moved,
    MoveVisits,
    VoidBlock,
    add_block,
    cancel_appointment,
    move_visits,
    void_block,
)
from app.schedule.queries.homeless import HomelessRow, homeless
from app.schedule.tables import Appointment
from tests.schedule.conftest import Window
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic


def day_off(clinic: Clinic, practitioner_id: int | None = 1, day: date = TOMORROW) -> BlockMade:
    closing = AddBlock(
        location_id=1, practitioner_id=practitioner_id, day=day, start=time(8), end=time(17), why="leave", override=True,
        reason="sick child",
    )  # fmt: skip
    return clinic.do(add_block, closing)


def asked(clinic: Clinic, last: date = TOMORROW) -> tuple[HomelessRow, ...]:
    return clinic.executor.fetch(homeless, ANYONE, 1, TOMORROW, last)


def to_alternatives(rows: tuple[HomelessRow, ...]) -> tuple[Moved, ...]:
    return tuple(
        Moved(row.visit.appointment_id, row.version, row.alternative.day, row.alternative.start,
              row.alternative.practitioner_id)
        for row in rows if row.alternative is not None
    )  # fmt: skip


def standing(clinic: Clinic) -> list[tuple[int, date, time, int]]:
    rows = clinic.rows(lambda session: session.query(Appointment).order_by(Appointment.id).all())
    return [(row.patient_id, row.day, row.wall_start, row.practitioner_id) for row in rows]


def test_an_open_day_leaves_nobody_without_a_time(clinic: Clinic) -> None:
    booked(clinic)
    assert asked(clinic) == ()


def test_two_of_one_day_are_not_offered_one_time(clinic: Clinic) -> None:
    booked(clinic, time(10), patient_id=1)
    booked(clinic, time(10, 45), patient_id=2)
    day_off(clinic)
    rows = asked(clinic)
    assert [row.patient_id for row in rows] == [1, 2]
    assert [row.phone for row in rows] == [
        clinic.rows(lambda s, who=who: s.get_one(Patient, who).phone) for who in (1, 2)
    ]
    offers = [row.alternative for row in rows]
    assert [one and (one.practitioner, one.day, one.start) for one in offers] == [
        ("Lee", TOMORROW, time(10)), ("Lee", TOMORROW, time(10, 45)),
    ]  # fmt: skip


def test_while_names_are_hidden_a_phone_is_its_end(clinic: Clinic) -> None:
    booked(clinic, time(10), patient_id=1)
    day_off(clinic)
    seen = replace(ANYONE, shaded=True)
    (row,) = clinic.executor.fetch(homeless, seen, 1, TOMORROW, TOMORROW)
    assert row.phone == phone_tail(asked(clinic)[0].phone)


def test_the_next_day_is_offered_when_the_whole_location_is_closed(clinic: Clinic) -> None:
    booked(clinic, time(10))
    day_off(clinic, None)
    only = asked(clinic)[0].alternative
    assert only is not None
    assert (only.day, only.start, only.practitioner) == (TOMORROW + timedelta(days=1), time(10), "Okafor")


def test_all_move_at_once_and_come_back_at_once(clinic: Clinic) -> None:
    booked(clinic, time(10), patient_id=1)
    booked(clinic, time(10, 45), patient_id=2)
    before = standing(clinic)
    off = day_off(clinic)
    command = MoveVisits(location_id=1, visits=to_alternatives(asked(clinic)), reason_code="practitioner")
    moved = clinic.do(move_visits, command)
    assert (moved.count, moved.patient_ids, asked(clinic)) == (2, (1, 2), ())
    assert [row[3] for row in standing(clinic)] == [2, 2]
    back = MoveVisits(location_id=1, visits=moved.before, undoes=command.id)
    with pytest.raises(ClinicError) as told:
        clinic.do(move_visits, back)
    assert str(told.value) == (
        "The former time of 2 of these visits is closed. Open the closed time again first (Delete on it), then undo."
    )
    assert standing(clinic) != before
    clinic.do(void_block, VoidBlock(block_id=off.block_id, version=off.version))
    clinic.do(move_visits, back)
    assert standing(clinic) == before


def test_an_undo_that_is_refused_stays_offered(window: Window) -> None:
    booked(window.clinic, time(10))
    off = day_off(window.clinic)
    model = window.page.rehoming.model
    model.show(1, TOMORROW, TOMORROW)
    model.move(*model.offered())
    assert window.said[-1].startswith("Moved Núñez")
    window.undo[-1]()
    assert window.said[-1].startswith("The former time of 1 of these visits is closed.")
    window.clinic.do(void_block, VoidBlock(block_id=off.block_id, version=off.version))
    window.undo[-1]()
    assert [row[3] for row in standing(window.clinic)] == [1]


def test_one_that_does_not_fit_leaves_all_where_they_were(clinic: Clinic) -> None:
    first, second = booked(clinic, time(10), patient_id=1), booked(clinic, time(11), patient_id=2)
    before = standing(clinic)
    same = [Moved(one.appointment_id, one.version, TOMORROW, time(14), 2) for one in (first, second)]
    with pytest.raises(Clash):
        clinic.do(move_visits, MoveVisits(location_id=1, visits=tuple(same)))
    assert standing(clinic) == before


def test_a_visit_that_changed_meanwhile_is_looked_at_again(clinic: Clinic) -> None:
    made = booked(clinic)
    gone = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    with pytest.raises(Stale):
        clinic.do(move_visits, MoveVisits(location_id=1, visits=(Moved(made.appointment_id, 1, TOMORROW, time(9), 1),)))
    assert asked(clinic) == ()


@pytest.mark.parametrize("last", [TOMORROW - timedelta(days=1), TOMORROW + timedelta(days=400)])
def test_days_that_make_no_sense(clinic: Clinic, last: date) -> None:
    with pytest.raises(ClinicError):
        asked(clinic, last)
