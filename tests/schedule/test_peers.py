"""What the tests of other programs demand of a schedule, held against ours; docs/peers.md says which and why."""

import re
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from app.core.errors import Clash, ClinicError
from app.core.journal import JournalEntry
from app.patients.tables import Patient
from app.schedule.actions import CancelAppointment, UndoCancel, WalkIn, book, cancel_appointment, undo_cancel, walk_in
from app.schedule.queries import appointment, day, day_plan, next_visits, past_visits
from app.schedule.rules import AppointmentStatus, VisitKind
from app.schedule.tables import Appointment, Room, VisitType, WorkingHours
from app.staff.tables import Practitioner
from app.visits.actions import Arrive, NoShow, arrive, no_show
from tests.schedule.visits import TOMORROW, booked, command, counts
from tests.support.clinic import ANYONE, Clinic
from tests.support.house import ROOT

#: an hour of one therapist's, the slot of the first cases
HOUR = date(2026, 3, 14)  # a Saturday, on which nobody else works


@pytest.fixture
def hour(clinic: Clinic) -> Clinic:
    """One practitioner works for one hour on a Saturday."""
    clinic.add(
        WorkingHours(
            practitioner_id=1, location_id=1, weekday=5, starts=time(10), ends=time(11), valid_from=date(2026, 1, 1)
        )
    )
    return clinic


def cancelled(clinic: Clinic, appointment_id: int, version: int = 1) -> None:
    clinic.do(cancel_appointment, CancelAppointment(appointment_id=appointment_id, version=version, reason_code="sick"))


# ------------------------------------------------------------------------------------------- OpenMRS: capacity


@pytest.mark.peer("OM-01")
def test_minutes_left_in_an_hour(hour: Clinic) -> None:
    booked(hour, time(10), day=HOUR, minutes=54)
    column = hour.executor.fetch(day_plan, ANYONE, 1, HOUR).columns[0]
    assert column.open_minutes - column.taken_minutes == 6


@pytest.mark.peer("OM-02")
def test_a_full_hour_takes_nobody_more(hour: Clinic) -> None:
    booked(hour, time(10), day=HOUR, minutes=54)
    before = counts(hour)
    for start, field in ((time(10), "start"), (time(10, 6), "start")):
        with pytest.raises(ClinicError) as told:
            booked(hour, start, day=HOUR, minutes=54, patient_id=2)
        assert told.value.field == field
    assert counts(hour) == before


@pytest.mark.peer("OM-03")
def test_no_reason_puts_two_into_one_lane(hour: Clinic) -> None:
    booked(hour, time(10), day=HOUR, minutes=54)
    with pytest.raises(Clash):
        booked(hour, time(10), day=HOUR, minutes=54, patient_id=2, override=True, reason="the doctor said so")


@pytest.mark.peer("OM-04")
def test_a_booking_is_stored_as_given(clinic: Clinic) -> None:
    made = booked(clinic, note="brings her own brace")
    row = clinic.executor.fetch(appointment, ANYONE, made.appointment_id)
    assert (row.status, row.patient_id, row.visit_type_id, row.note) == (
        AppointmentStatus.BOOKED, 1, clinic.follow_up_id, "brings her own brace",
    )  # fmt: skip


@pytest.mark.peer("OM-05")
def test_the_same_booking_again_is_the_same_visit(clinic: Clinic) -> None:
    once = command(clinic)
    assert clinic.do(book, once) == clinic.do(book, once)
    assert counts(clinic)[0] == 1


@pytest.mark.peer("OM-06")
def test_ghosts_free_their_minutes_and_stay_in_the_list(clinic: Clinic) -> None:
    booked(clinic, time(8))
    for hour in (9, 10):
        cancelled(clinic, booked(clinic, time(hour)).appointment_id)
    void = booked(clinic, time(11))
    with clinic.database.writing() as session:
        visit = session.get_one(Appointment, void.appointment_id)
        visit.status = AppointmentStatus.ENTERED_IN_ERROR
        session.commit()
    clinic.do(walk_in, WalkIn(patient_id=2, location_id=1, visit_type_id=2))
    tomorrow = clinic.executor.fetch(day, ANYONE, 1, TOMORROW)
    today = clinic.executor.fetch(day, ANYONE, 1, clinic.day)
    assert (len(tomorrow) + len(today), sum(not row.ghost for row in tomorrow + today)) == (4, 2)


@pytest.mark.peer("OM-12")
def test_the_past_of_a_missed_visit_is_not_booked(clinic: Clinic) -> None:
    missed = booked(clinic, time(9), day=clinic.day - timedelta(days=1), override=True, reason="written down late")
    clinic.do(no_show, NoShow(appointment_id=missed.appointment_id, version=1))
    with pytest.raises(ClinicError) as told:
        booked(clinic, time(9), day=clinic.day - timedelta(days=1), patient_id=2)
    assert told.value.field == "day"


# ------------------------------------------------------------------------------------- OpenMRS: status and lists


@pytest.mark.peer("OM-31")
def test_a_step_is_one_line_of_history_and_no_second_visit(clinic: Clinic) -> None:
    made = booked(clinic, time(10, 45), day=clinic.day)

    def lines() -> int:
        return clinic.rows(lambda session: session.scalar(select(func.count()).select_from(JournalEntry)) or 0)

    before = lines()
    clinic.do(arrive, Arrive(appointment_id=made.appointment_id, version=1))
    assert (lines() - before, counts(clinic)[0]) == (1, 1)


@pytest.mark.peer("OM-35")
def test_the_last_visit_is_the_latest_by_start_whatever_its_end(clinic: Clinic) -> None:
    assert clinic.executor.fetch(past_visits, ANYONE, 1, 1) == ()
    late = booked(clinic, time(14))
    cancelled(clinic, late.appointment_id)
    assert [row.id for row in clinic.executor.fetch(past_visits, ANYONE, 1, 1)] == [late.appointment_id]


@pytest.mark.peer("OM-36")
def test_coming_visits_stand_by_start(clinic: Clinic) -> None:
    made = [booked(clinic, time(10), day=TOMORROW + timedelta(days=n)).appointment_id for n in (5, 0, 6, 1)]
    shown = [row.id for row in clinic.executor.fetch(next_visits, ANYONE, 1)]
    assert shown == [made[1], made[3], made[0], made[2]]


@pytest.mark.peer("OM-37")
def test_a_cancel_keeps_the_row_and_its_undo_clears_the_reason(clinic: Clinic) -> None:
    made = booked(clinic)
    cancelled(clinic, made.appointment_id)
    gone = clinic.executor.fetch(appointment, ANYONE, made.appointment_id)
    clinic.do(undo_cancel, UndoCancel(appointment_id=gone.id, version=gone.version))
    back = clinic.executor.fetch(appointment, ANYONE, made.appointment_id)
    assert (gone.cancel_reason, back.cancel_reason, counts(clinic)[0]) == ("sick", "", 1)


@pytest.mark.peer("OM-38")
def test_filters_narrow_together(clinic: Clinic) -> None:
    booked(clinic, time(9))
    booked(clinic, time(10), day=TOMORROW + timedelta(days=1))
    assert len(clinic.executor.fetch(day, ANYONE, 1, TOMORROW)) == 1
    assert clinic.executor.fetch(day, ANYONE, 2, TOMORROW) == ()


# --------------------------------------------------------------------------------------------------- Frappe


@pytest.mark.peer("FR-01")
@pytest.mark.parametrize("ahead", [0, 1])
def test_booked_is_booked_today_and_later(clinic: Clinic, ahead: int) -> None:
    made = booked(clinic, time(15), day=clinic.day + timedelta(days=ahead))
    assert clinic.executor.fetch(appointment, ANYONE, made.appointment_id).status is AppointmentStatus.BOOKED


@pytest.mark.peer("FR-03")
@pytest.mark.parametrize(("patient", "practitioner"), [(1, 1), (1, 2), (2, 1)])
@pytest.mark.parametrize("override", [False, True])
def test_nobody_is_in_two_places(clinic: Clinic, patient: int, practitioner: int, *, override: bool) -> None:
    booked(clinic, minutes=15)
    with pytest.raises(Clash):
        booked(
            clinic, minutes=15, patient_id=patient, practitioner_id=practitioner, override=override, reason="insists"
        )
    assert counts(clinic) == (1, 2)


@pytest.mark.peer("FR-04")
def test_a_room_holds_so_many_and_says_when_it_is_full(clinic: Clinic) -> None:
    clinic.add(Room(location_id=1, name="Pool", kind="pool", capacity=3))
    clinic.add(VisitType(code="POOL", name="Pool 45", kind=VisitKind.FOLLOW_UP, minutes=45, room_kind="pool"))
    clinic.add(*[
        Patient(mrn=f"9{n}", family=f"P{n}", family_key=f"p{n}", created_at=clinic.database.clock.now()) for n in "ab"
    ])  # fmt: skip
    with clinic.database.writing() as session:
        session.get_one(Practitioner, 1).lanes = 4
        session.commit()
    for patient_id in (1, 2):
        booked(clinic, visit_type_id=3, patient_id=patient_id)
    with pytest.raises(Clash) as same:
        booked(clinic, visit_type_id=3, patient_id=1, practitioner_id=2)
    booked(clinic, visit_type_id=3, patient_id=3)
    with pytest.raises(ClinicError) as full:
        booked(clinic, visit_type_id=3, patient_id=4)
    assert same.value.field == "patient"
    assert str(full.value) != str(same.value)
    assert "pool" in str(full.value).lower()


@pytest.mark.peer("FR-05")
def test_a_walk_in_has_a_time_of_its_own(clinic: Clinic) -> None:
    first = clinic.do(walk_in, WalkIn(patient_id=1, location_id=1, visit_type_id=2))
    second = clinic.do(walk_in, WalkIn(patient_id=2, location_id=1, visit_type_id=2))
    assert first.practitioner_id != second.practitioner_id or first.ends_at <= second.starts_at
    with pytest.raises(Clash):
        booked(clinic, first.start, day=clinic.day, practitioner_id=second.practitioner_id, minutes=15)


# ----------------------------------------------------------------------------------------------- the table of cases


ROW = re.compile(r"^\| ((?:OM|FR|AX)-\d+) \| (yes|no|in part) \| (.+) \|$", re.MULTILINE)
IDS = {*[f"OM-{n:02}" for n in (*range(1, 13), *range(20, 27), *range(30, 39))], *[f"FR-{n:02}" for n in range(1, 17)]}


def table() -> dict[str, tuple[str, str]]:
    text = (ROOT / "docs" / "peers.md").read_text(encoding="utf-8")
    return {name: (adopted, words) for name, adopted, words in ROW.findall(text)}


def test_every_case_has_its_decision_and_every_adopted_one_its_test() -> None:
    rows = table()
    assert set(rows) >= IDS
    tested = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for marks in re.findall(r"mark\.peer\(([^)]*)\)", path.read_text(encoding="utf-8"))
        for name in re.findall(r"[A-Z]{2}-\d+", marks)
    }
    assert {name for name, (adopted, _words) in rows.items() if adopted != "no"} == tested
    assert all(len(words) > 20 for _adopted, words in rows.values())
