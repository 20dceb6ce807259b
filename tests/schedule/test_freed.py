"""Holes: what gives time back leaves one, what takes it fills it, and what is taken back leaves none."""

from datetime import time

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.schedule.actions import (
    Booked,
    CancelAppointment,
    MoveAppointment,
    UndoCancel,
    cancel_appointment,
    move_appointment,
    undo_cancel,
)
from app.schedule.rules import FreedBy
from app.schedule.tables import Appointment, FreedSlot
from app.staff.tables import Practitioner
from app.visits.actions import NoShow, UndoStep, no_show, undo_step
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import Clinic

#: practitioner, begin and end as wall minutes of the seeded clinic's day, what freed it, who left it, who filled it, closed
Hole = tuple[int, str, str, str, int, int | None, bool]


def holes(clinic: Clinic) -> list[Hole]:
    """Every hole, by start; times in UTC."""
    found = clinic.rows(
        lambda session: session.scalars(select(FreedSlot).order_by(FreedSlot.starts_at, FreedSlot.id)).all()
    )
    return [
        (one.practitioner_id, f"{one.starts_at:%H:%M}", f"{one.ends_at:%H:%M}", one.freed_by.value, one.appointment_id,
         one.filled_by_id, one.closed_at is not None)
        for one in found
    ]  # fmt: skip


def cancelled(clinic: Clinic, visit: Booked, version: int = 1) -> UndoCancel:
    """Cancel a visit; the command that takes it back."""
    command = CancelAppointment(appointment_id=visit.appointment_id, version=version, reason_code="sick")
    gone = clinic.do(cancel_appointment, command)
    return UndoCancel(appointment_id=gone.appointment_id, version=gone.version, undoes=command.id)


def moved(clinic: Clinic, visit: Booked, start: time, **changed: object) -> tuple[Booked, MoveAppointment]:
    """Move a visit; the command that takes it back."""
    command = MoveAppointment(
        **{"appointment_id": visit.appointment_id, "version": visit.version, "day": TOMORROW, "start": start, **changed}  # type: ignore[arg-type]
    )
    made = clinic.do(move_appointment, command)
    back = MoveAppointment(
        appointment_id=made.appointment_id, version=made.version, day=visit.day, start=visit.start,
        practitioner_id=visit.practitioner_id, minutes=visit.minutes, undoes=command.id,
    )  # fmt: skip
    return made, back


def moves(clinic: Clinic, visit: Booked) -> tuple[int, bool]:
    """How often a visit was moved, and whether it says from where."""
    row = clinic.rows(lambda session: session.get_one(Appointment, visit.appointment_id))
    return row.moves, row.moved_from is not None


def test_a_cancelled_visit_leaves_a_hole_that_the_next_booking_fills(clinic: Clinic) -> None:
    first = booked(clinic)
    cancelled(clinic, first)
    assert holes(clinic) == [(1, "17:15", "18:00", "cancel", 1, None, False)]
    second = booked(clinic, time(10, 30), patient_id=2)
    assert holes(clinic)[0][5] == second.appointment_id


def test_a_cancelled_filler_opens_the_hole_again_and_leaves_its_own(clinic: Clinic) -> None:
    cancelled(clinic, booked(clinic))
    cancelled(clinic, booked(clinic, time(10, 30), patient_id=2))
    assert [one[4:] for one in holes(clinic)] == [(1, None, False), (2, None, False)]


def test_a_filler_moved_away_opens_the_hole_again(clinic: Clinic) -> None:
    cancelled(clinic, booked(clinic))
    moved(clinic, booked(clinic, patient_id=2), time(14))
    assert [one[3:] for one in holes(clinic)] == [("cancel", 1, None, False), ("move", 2, None, False)]


def test_a_booking_with_somebody_else_or_beside_it_fills_nothing(clinic: Clinic) -> None:
    cancelled(clinic, booked(clinic))
    booked(clinic, practitioner_id=2)
    booked(clinic, time(11), patient_id=2)
    assert holes(clinic)[0][5] is None


def test_an_undone_cancel_closes_its_hole(clinic: Clinic) -> None:
    clinic.do(undo_cancel, cancelled(clinic, booked(clinic)))
    assert holes(clinic) == [(1, "17:15", "18:00", "cancel", 1, None, True)]
    booked(clinic, time(9), patient_id=2)
    assert holes(clinic)[0][5] is None


@pytest.mark.parametrize(
    ("start", "changed", "left"),
    [
        (time(14), {}, ("17:15", "18:00")),
        (time(10, 30), {}, ("17:15", "17:30")),
        (time(10), {}, ("17:45", "18:00")),
        (time(10, 15), {"minutes": 30}, ("17:45", "18:00")),
        (time(10, 15), {"practitioner_id": 2}, ("17:15", "18:00")),
    ],
)
def test_a_move_leaves_what_it_does_not_keep(
    clinic: Clinic, start: time, changed: dict[str, object], left: tuple[str, str]
) -> None:
    moved(clinic, booked(clinic), start, **changed)
    assert holes(clinic) == [(1, *left, "move", 1, None, False)]


def test_a_visit_that_only_grows_leaves_nothing(clinic: Clinic) -> None:
    visit = booked(clinic)
    moved(clinic, visit, time(10, 15), minutes=60)
    assert holes(clinic) == []
    assert moves(clinic, visit) == (0, False)


def test_a_move_taken_back_counts_as_none_and_leaves_no_hole(clinic: Clinic) -> None:
    visit = booked(clinic)
    _, back = moved(clinic, visit, time(14))
    assert moves(clinic, visit) == (1, True)
    clinic.do(move_appointment, back)
    assert moves(clinic, visit) == (0, False)
    assert holes(clinic) == [(1, "17:15", "18:00", "move", 1, None, True)]


def test_moves_are_counted(clinic: Clinic) -> None:
    visit = booked(clinic)
    for start in (time(11), time(13), time(15)):
        visit, _ = moved(clinic, visit, start)
    assert moves(clinic, visit) == (3, True)


def test_a_no_show_leaves_what_is_still_to_come_and_stays_the_filler_of_another_hole(clinic: Clinic) -> None:
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    cancelled(clinic, booked(clinic, time(10, 45), day=clinic.day))
    filler = booked(clinic, time(10, 45), day=clinic.day, patient_id=2)
    clock.advance(minutes=20)
    step = NoShow(appointment_id=filler.appointment_id, version=filler.version)
    clinic.do(no_show, step)
    assert [one[3:] for one in holes(clinic)] == [("cancel", 1, 2, False), ("no-show", 2, None, False)]
    clinic.do(undo_step, UndoStep(undoes=step.id))
    assert [one[3:] for one in holes(clinic)] == [("cancel", 1, 2, False), ("no-show", 2, None, True)]


def test_what_is_over_is_no_hole(clinic: Clinic) -> None:
    late = booked(clinic, time(9), day=clinic.day)
    clinic.do(no_show, NoShow(appointment_id=late.appointment_id, version=late.version))
    assert holes(clinic) == []


def test_of_two_holes_side_by_side_one_booking_fills_one(clinic: Clinic) -> None:
    with clinic.database.writing() as session:
        session.get_one(Practitioner, 1).lanes = 2
        session.commit()
    first, second = booked(clinic), booked(clinic, patient_id=2)
    cancelled(clinic, first)
    cancelled(clinic, second)
    filler = booked(clinic, patient_id=2)
    assert [one[5] for one in holes(clinic)] == [filler.appointment_id, None]


def test_what_freed_it_is_a_code_of_ours() -> None:
    assert {one.value for one in FreedBy} == {"cancel", "move", "no-show"}
