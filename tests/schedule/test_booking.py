"""Booking, moving, cancelling on both engines."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.patients.tables import Patient
from app.schedule.actions import (
    CancelAppointment,
    MoveAppointment,
    SetAppointmentNote,
    TakeBackBooking,
    UndoCancel,
    WalkIn,
    book,
    cancel_appointment,
    move_appointment,
    set_note,
    take_back_booking,
    undo_cancel,
    walk_in,
)
from app.schedule.queries import AppointmentRow, appointment
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Block, WorkingHours
from app.staff.tables import Practitioner, PractitionerLocation
from tests.schedule.visits import TOMORROW, booked, command, counts
from tests.support.clinic import ANYONE, Clinic

DESK = Actor(2, "Bo", ("desk",), frozenset({1}), {Permission.BOOK: Grant(Scope.OWN)}, "Desk 1")


def test_a_booking_holds_practitioner_and_patient(clinic: Clinic) -> None:
    made = booked(clinic)
    assert (made.start, made.minutes, made.practitioner) == (time(10, 15), 45, "Okafor")
    assert made.starts_at.isoformat() == "2026-03-11T17:15:00+00:00"
    assert counts(clinic) == (1, 2)


def test_the_same_command_books_once(clinic: Clinic) -> None:
    once = command(clinic, id=uuid4())
    assert clinic.do(book, once) == clinic.do(book, once)
    assert counts(clinic) == (1, 2)


@pytest.mark.parametrize("minute", [0, 15, 30, 44])
@pytest.mark.parametrize(("patient", "practitioner"), [(1, 1), (1, 2), (2, 1)])
def test_who_is_taken_is_not_booked_again(clinic: Clinic, patient: int, practitioner: int, minute: int) -> None:
    booked(clinic, time(10, 0))
    with pytest.raises(Clash) as told:
        booked(clinic, time(10, minute), patient_id=patient, practitioner_id=practitioner)
    assert told.value.field == ("patient" if practitioner == 2 else "start")
    assert counts(clinic) == (1, 2)


def test_touching_visits_do_not_clash(clinic: Clinic) -> None:
    booked(clinic, time(10, 0))
    booked(clinic, time(10, 45), patient_id=2)
    booked(clinic, time(9, 15), patient_id=2)
    assert counts(clinic) == (3, 6)


def test_a_clash_names_the_time_and_the_nearest_free_one_but_nobody(clinic: Clinic) -> None:
    booked(clinic, time(10, 15))
    with pytest.raises(Clash) as told:
        booked(clinic, time(10, 15), patient_id=2)
    assert str(told.value) == (
        "Okafor is taken from 10:15 AM to 11:00 AM. Nearest free: 11:00 AM · 9:30 AM · 10:15 AM (Lee)."
    )
    offers = told.value.values["openings"]
    assert isinstance(offers, tuple)
    for opening in offers:
        wanted = {"patient_id": 2, "day": opening.day, "practitioner_id": opening.practitioner_id}
        made = clinic.do(book, command(clinic, opening.start, **wanted))
        clinic.do(take_back_booking, TakeBackBooking(appointment_id=made.appointment_id, version=made.version))


def test_a_day_without_a_free_time_offers_the_next_ones(clinic: Clinic) -> None:
    """Nobody else is there: the practitioner's own next days, one time of each."""
    clinic.add(Block(location_id=1, practitioner_id=2, starts_at=datetime(2026, 3, 10, tzinfo=UTC),
                     ends_at=datetime(2026, 5, 10, tzinfo=UTC), reason="leave"))  # fmt: skip
    clinic.add(Block(location_id=1, practitioner_id=1, starts_at=datetime(2026, 3, 11, 15, tzinfo=UTC),
                     ends_at=datetime(2026, 3, 12, 0, tzinfo=UTC), reason="meeting"))  # fmt: skip
    with pytest.raises(ClinicError) as told:
        booked(clinic, time(10, 15))
    assert told.value.advice == "Nearest free: 03/12/2026 8:00 AM · 03/13/2026 8:00 AM · 03/16/2026 8:00 AM."


def test_capacity_is_the_lanes_of_a_practitioner(clinic: Clinic) -> None:
    clinic.add(
        Practitioner(id=9, family="Group", lanes=3),
        *[
            Patient(mrn=f"9{n}", family=f"P{n}", family_key=f"p{n}", created_at=clinic.database.clock.now())
            for n in "ab"
        ],
    )
    _works_here(clinic, 9)
    for patient_id in (1, 2, 3):
        booked(clinic, practitioner_id=9, patient_id=patient_id)
    with pytest.raises(Clash) as same:
        booked(clinic, practitioner_id=9, patient_id=1, minutes=30)
    assert same.value.field == "start"
    with pytest.raises(Clash) as full:
        booked(clinic, practitioner_id=9, patient_id=4)
    assert full.value.field == "start"
    assert counts(clinic) == (3, 6)


def _works_here(clinic: Clinic, practitioner_id: int) -> None:
    clinic.add(
        PractitionerLocation(practitioner_id=practitioner_id, location_id=1),
        WorkingHours(practitioner_id=practitioner_id, location_id=1, weekday=TOMORROW.weekday(), starts=time(8),
                     ends=time(17), valid_from=date(2026, 1, 1)),
    )  # fmt: skip


@pytest.mark.parametrize("start", [time(7, 30), time(16, 30), time(23, 0)])
def test_outside_the_hours_only_with_permission_and_reason(clinic: Clinic, start: time) -> None:
    with pytest.raises(ClinicError) as told:
        booked(clinic, start)
    assert told.value.field == "start"
    with pytest.raises(Refused):
        clinic.do(book, command(clinic, start, override=True, reason="asked for"), DESK)
    with pytest.raises(ReasonNeeded):
        clinic.do(book, command(clinic, start, override=True))
    assert counts(clinic) == (0, 0)
    assert clinic.do(book, command(clinic, start, override=True, reason="asked for")).start == start


def test_an_override_never_books_over_somebody(clinic: Clinic) -> None:
    booked(clinic)
    with pytest.raises(Clash):
        booked(clinic, patient_id=2, override=True, reason="asked for")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"day": date(2026, 3, 9)}, "day"),
        ({"minutes": 3}, "minutes"),
        ({"minutes": 1000}, "minutes"),
        ({"practitioner_id": 77}, "practitioner"),
        ({"location_id": 77}, "location"),
        ({"location_id": 2}, "practitioner"),
        ({"patient_id": 77}, "patient"),
        ({"visit_type_id": 77}, "visit_type"),
        ({"day": date(2026, 3, 14)}, "start"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(clinic: Clinic, changed: dict[str, object], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        booked(clinic, **changed)  # type: ignore[arg-type]
    assert told.value.field == field
    assert counts(clinic) == (0, 0)


def test_a_moved_visit_frees_its_old_time(clinic: Clinic) -> None:
    made = booked(clinic)
    moved = clinic.do(
        move_appointment,
        MoveAppointment(
            appointment_id=made.appointment_id,
            version=made.version,
            day=TOMORROW,
            start=time(10, 30),
            practitioner_id=2,
        ),
    )
    assert (moved.start, moved.practitioner, moved.version > made.version) == (time(10, 30), "Lee", True)
    booked(clinic, patient_id=2)
    with pytest.raises(Stale):
        clinic.do(
            move_appointment,
            MoveAppointment(appointment_id=made.appointment_id, version=made.version, day=TOMORROW, start=time(14)),
        )


def test_a_move_into_a_taken_time_changes_nothing(clinic: Clinic) -> None:
    made = booked(clinic)
    booked(clinic, time(13), patient_id=2)
    with pytest.raises(Clash):
        clinic.do(
            move_appointment,
            MoveAppointment(appointment_id=made.appointment_id, version=made.version, day=TOMORROW, start=time(13, 15)),
        )
    row = _row(clinic, made.appointment_id)
    assert (row.start, row.version, counts(clinic)) == (time(10, 15), made.version, (2, 4))


def _row(clinic: Clinic, appointment_id: int) -> AppointmentRow:
    return clinic.executor.fetch(appointment, ANYONE, appointment_id)


def test_a_cancel_leaves_a_ghost_and_frees_the_time(clinic: Clinic) -> None:
    made = booked(clinic)
    gone = clinic.do(
        cancel_appointment,
        CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick"),
    )
    assert gone.late  # tomorrow 10:15 is less than 24 hours after today 10:40
    row = _row(clinic, made.appointment_id)
    assert (row.ghost, row.status, row.cancel_reason) == (True, AppointmentStatus.CANCELLED, "sick")
    assert counts(clinic) == (1, 0)
    booked(clinic, patient_id=2)
    with pytest.raises(Clash):
        clinic.do(undo_cancel, UndoCancel(appointment_id=made.appointment_id, version=gone.version))


def test_an_undone_cancel_takes_its_time_again(clinic: Clinic) -> None:
    made = booked(clinic)
    gone = clinic.do(
        cancel_appointment,
        CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick"),
    )
    back = clinic.do(undo_cancel, UndoCancel(appointment_id=made.appointment_id, version=gone.version))
    assert (back.start, _row(clinic, made.appointment_id).cancel_reason, counts(clinic)) == (time(10, 15), "", (1, 2))


@pytest.mark.parametrize(("code", "field"), [("", "reason"), ("lunch", "reason"), ("other", "note")])
def test_a_cancel_needs_its_reason(clinic: Clinic, code: str, field: str) -> None:
    made = booked(clinic)
    with pytest.raises(ReasonNeeded) as told:
        clinic.do(
            cancel_appointment,
            CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code=code),
        )
    assert told.value.field == field


def test_another_locations_visit_is_not_mine_to_cancel(clinic: Clinic) -> None:
    made = booked(clinic)
    stranger = Actor(3, "Cy", ("desk",), frozenset({2}), {Permission.BOOK: Grant(Scope.OWN)})
    wanted = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    with pytest.raises(Refused):
        clinic.do(cancel_appointment, wanted, stranger)
    with pytest.raises(NotFound):
        clinic.do(cancel_appointment, CancelAppointment(appointment_id=999, version=1, reason_code="sick"), stranger)


def test_a_walk_in_takes_the_first_free_practitioner_now(clinic: Clinic) -> None:
    made = clinic.do(walk_in, WalkIn(patient_id=1, location_id=1, visit_type_id=2))
    assert (made.start, made.practitioner) == (time(10, 40), "Lee")
    assert _row(clinic, made.appointment_id).walk_in
    second = clinic.do(walk_in, WalkIn(patient_id=2, location_id=1, visit_type_id=2))
    assert (second.start, second.practitioner) == (time(10, 40), "Okafor")


def test_a_walk_in_waits_for_the_first_free_time(clinic: Clinic) -> None:
    clinic.do(walk_in, WalkIn(patient_id=1, location_id=1, visit_type_id=2, practitioner_id=1))
    made = clinic.do(walk_in, WalkIn(patient_id=2, location_id=1, visit_type_id=2, practitioner_id=1))
    assert made.start == time(11, 25)


def test_a_note_is_written_once_read_anew(clinic: Clinic) -> None:
    made = booked(clinic)
    clinic.do(set_note, SetAppointmentNote(appointment_id=made.appointment_id, version=made.version, note=" knee "))
    assert _row(clinic, made.appointment_id).note == "knee"
    with pytest.raises(Stale):
        clinic.do(set_note, SetAppointmentNote(appointment_id=made.appointment_id, version=made.version, note="hip"))
