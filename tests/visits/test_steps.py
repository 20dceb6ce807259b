from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core.access import Permission
from app.core.clock import FixedClock
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.core.journal import JournalEntry
from app.payments.rules import Method, Part
from app.payments.tables import Payment, VisitDue
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, Occupancy
from app.visits.actions import (
    Arrive,
    BoardKey,
    CheckIn,
    CheckOut,
    CloseDay,
    EndVisit,
    Explanation,
    GiveReason,
    LeftUnseen,
    NoShow,
    StartVisit,
    UndoStep,
    arrive,
    check_in,
    check_out,
    close_day,
    end_visit,
    give_reason,
    left_unseen,
    no_show,
    start_visit,
    undo_step,
)
from app.visits.queries import day_to_settle
from app.visits.rules import BoardState, CopayState, FollowUp
from app.visits.tables import Encounter
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import (
    CARD,
    CLERK,
    ELSEWHERE,
    NOBODY,
    arrived,
    booked,
    checked_in,
    in_room,
    open_papers,
    papers,
    row,
    to_check_out,
    without,
)


def held(clinic: Clinic, visit: int) -> int:
    wanted = select(func.count()).select_from(Occupancy).where(Occupancy.appointment_id == visit)
    return clinic.rows(lambda session: session.scalar(wanted)) or 0


def encounter(clinic: Clinic, visit: int) -> Encounter:
    return clinic.rows(
        lambda session: session.scalars(select(Encounter).where(Encounter.appointment_id == visit)).one()
    )


def entries(clinic: Clinic, kind: str) -> list[str]:
    wanted = select(JournalEntry.action).where(JournalEntry.kind == kind).order_by(JournalEntry.id)
    return clinic.rows(lambda session: list(session.scalars(wanted)))


def test_a_whole_visit(clinic: Clinic) -> None:
    papers(clinic)
    visit = booked(clinic, time(10, 30))
    assert row(clinic, visit).state is BoardState.LATE
    key = arrived(clinic, visit)
    assert (key.state, key.version) == (BoardState.ARRIVED, row(clinic, visit).version)
    key = clinic.do(check_in, CheckIn(appointment_id=visit, version=key.version, parts=CARD))  # all green: one key
    assert key.receipt_number == 1
    assert row(clinic, visit).copay is CopayState.PAID
    key = clinic.do(start_visit, StartVisit(appointment_id=visit, version=key.version, room="3"))
    assert row(clinic, visit).room == "3"
    key = clinic.do(end_visit, EndVisit(appointment_id=visit, version=key.version))
    key = clinic.do(check_out, CheckOut(appointment_id=visit, version=key.version))
    shown = row(clinic, visit)
    assert (key.state, shown.state, shown.version) == (BoardState.DONE, BoardState.DONE, key.version)
    assert held(clinic, visit) == 2  # a visit that took place keeps its minutes
    says = clinic.rows(
        lambda s: list(s.scalars(select(JournalEntry.patient_id).where(JournalEntry.action.like("visits.%"))))
    )
    assert says == [1] * 5


ORDER: list[tuple[Any, Any, dict[str, Any]]] = [
    (arrive, Arrive, {}),
    (check_in, CheckIn, {"accepted_missing": ()}),
    (start_visit, StartVisit, {}),
    (end_visit, EndVisit, {}),
    (check_out, CheckOut, {}),
    (no_show, NoShow, {}),
    (left_unseen, LeftUnseen, {"reason_code": "wait"}),
    (give_reason, GiveReason, {"reason_code": "wait"}),
]
FITS = {
    BoardState.LATE: {arrive.name, no_show.name},
    BoardState.ARRIVED: {check_in.name, left_unseen.name},
    BoardState.READY: {start_visit.name, left_unseen.name},
    BoardState.ROOM: {end_visit.name},
    BoardState.OUT: {check_out.name},
}
WAYS: dict[BoardState, Any] = {
    BoardState.ARRIVED: arrived,
    BoardState.READY: lambda clinic, visit: checked_in(clinic, visit, CARD),
    BoardState.ROOM: lambda clinic, visit: in_room(clinic, visit, CARD),
    BoardState.OUT: lambda clinic, visit: to_check_out(clinic, visit, CARD),
}


@pytest.mark.parametrize("state", FITS)
def test_steps_in_the_wrong_order_are_told_so(clinic: Clinic, state: BoardState) -> None:
    visit = booked(clinic)
    if state in WAYS:
        WAYS[state](clinic, visit)
    seen = row(clinic, visit)
    assert seen.state is state
    for action, command, fields in ORDER:
        if action.name not in FITS[state]:
            with pytest.raises(ClinicError, match=r"fit|reason"):
                clinic.do(action, command(appointment_id=visit, version=seen.version, **fields))
    assert row(clinic, visit) == seen


@pytest.mark.parametrize(("action", "command", "fields"), ORDER, ids=lambda value: getattr(value, "name", ""))
def test_stale_absent_elsewhere_and_denied(clinic: Clinic, action: Any, command: Any, fields: Any) -> None:
    visit = booked(clinic)
    right = command(appointment_id=visit, version=row(clinic, visit).version, **fields)
    with pytest.raises(Stale):
        clinic.do(action, replace(right, version=right.version + 1))
    with pytest.raises(NotFound):
        clinic.do(action, replace(right, appointment_id=visit + 99))
    for actor in (ELSEWHERE, NOBODY, without(Permission.CHECK_IN)):
        with pytest.raises(Refused):
            clinic.do(action, replace(right, id=Arrive(appointment_id=0, version=0).id), actor)
    assert entries(clinic, "refusal") == [action.name] * 3
    assert row(clinic, visit).state is BoardState.LATE


def test_a_double_click_is_one_arrival(clinic: Clinic) -> None:
    visit = booked(clinic)
    command = Arrive(appointment_id=visit, version=row(clinic, visit).version)
    assert clinic.do(arrive, command) == clinic.do(arrive, command)
    assert entries(clinic, "change").count("visits.arrive") == 1
    with pytest.raises(Stale):
        clinic.do(arrive, Arrive(appointment_id=visit, version=command.version))


def test_a_double_click_takes_the_money_once(clinic: Clinic) -> None:
    visit = booked(clinic)
    key, accepted = arrived(clinic, visit), open_papers(clinic, visit)
    command = CheckIn(appointment_id=visit, version=key.version, accepted_missing=accepted, parts=CARD)
    assert clinic.do(check_in, command) == clinic.do(check_in, command)
    assert clinic.rows(lambda session: session.scalar(select(func.sum(Payment.total_cents)))) == 2500


def test_check_in_names_what_is_open_until_it_is_accepted(clinic: Clinic) -> None:
    visit = booked(clinic, patient_id=2)  # no plan is known
    key = arrived(clinic, visit)
    assert row(clinic, visit).open_points == 3
    with pytest.raises(ClinicError) as told:
        clinic.do(check_in, CheckIn(appointment_id=visit, version=key.version, accepted_missing=("photo-id",)))
    assert told.value.field == "accepted_missing"
    codes: Any = told.value.values["codes"]
    assert codes[0] == "coverage"
    accepted = ("photo-id", *codes)
    clinic.do(check_in, CheckIn(appointment_id=visit, version=key.version, accepted_missing=accepted))
    assert set(encounter(clinic, visit).accepted_missing.split(",")) == set(accepted)
    assert clinic.rows(lambda session: session.scalars(select(VisitDue)).one()).due_cents == 0


def test_nothing_of_a_refused_check_in_stays(clinic: Clinic) -> None:
    visit = booked(clinic)
    key, accepted = arrived(clinic, visit), open_papers(clinic, visit)
    wrong = CheckIn(appointment_id=visit, version=key.version, accepted_missing=accepted, parts=(Part(Method.CASH, 0),))
    with pytest.raises(ClinicError):
        clinic.do(check_in, wrong)
    with pytest.raises(Refused):
        clinic.do(check_in, replace(wrong, parts=CARD), without(Permission.TAKE_PAYMENT))
    assert row(clinic, visit).state is BoardState.ARRIVED
    assert clinic.rows(lambda session: session.scalars(select(VisitDue)).all()) == []


def test_check_out_asks_for_the_money_or_why_not(clinic: Clinic) -> None:
    visit = booked(clinic)
    key = to_check_out(clinic, visit)
    with pytest.raises(ReasonNeeded) as told:
        clinic.do(check_out, CheckOut(appointment_id=visit, version=key.version, parts=(Part(Method.CASH, 1000),)))
    assert told.value.field == "not_taken"
    assert clinic.rows(lambda session: session.scalars(select(Payment)).all()) == []
    with pytest.raises(ReasonNeeded):
        clinic.do(check_out, CheckOut(appointment_id=visit, version=key.version, not_taken_reason="because"))
    told_why = CheckOut(
        appointment_id=visit, version=key.version, parts=(Part(Method.CASH, 1000),), not_taken_reason="bill",
        follow_up=FollowUp.PATIENT_CALLS,
    )  # fmt: skip
    assert clinic.do(check_out, told_why, CLERK).receipt_number == 1
    assert row(clinic, visit).copay is CopayState.EXCUSED
    assert encounter(clinic, visit).follow_up is FollowUp.PATIENT_CALLS


def test_a_later_visit_counts_as_the_next_one(clinic: Clinic) -> None:
    visit = booked(clinic)
    booked(clinic, time(10, 15), day=clinic.day + timedelta(days=7))
    key = to_check_out(clinic, visit, CARD)
    clinic.do(check_out, CheckOut(appointment_id=visit, version=key.version))
    assert encounter(clinic, visit).follow_up is FollowUp.BOOKED


def test_a_no_show_frees_its_time_and_may_get_its_reason_later(clinic: Clinic) -> None:
    visit = booked(clinic)
    key = clinic.do(no_show, NoShow(appointment_id=visit, version=row(clinic, visit).version))
    assert held(clinic, visit) == 0
    assert row(clinic, visit).ghost == ""
    with pytest.raises(ReasonNeeded):
        clinic.do(give_reason, GiveReason(appointment_id=visit, version=key.version, reason_code="wait"))
    clinic.do(give_reason, GiveReason(appointment_id=visit, version=key.version, reason_code="no-call", note="twice"))
    assert row(clinic, visit).ghost.endswith(": twice")


def test_nobody_has_missed_a_visit_before_its_start(clinic: Clinic) -> None:
    visit = booked(clinic, time(11, 0))
    with pytest.raises(ClinicError, match="Booked"):
        clinic.do(no_show, NoShow(appointment_id=visit, version=row(clinic, visit).version))


def test_who_left_unseen_is_a_ghost_with_a_reason(clinic: Clinic) -> None:
    visit = booked(clinic)
    key = arrived(clinic, visit)
    with pytest.raises(ReasonNeeded):
        clinic.do(left_unseen, LeftUnseen(appointment_id=visit, version=key.version, reason_code=""))
    clinic.do(left_unseen, LeftUnseen(appointment_id=visit, version=key.version, reason_code="wait"))
    shown = row(clinic, visit)
    assert (shown.state, shown.status, held(clinic, visit)) == (BoardState.LEFT, AppointmentStatus.CANCELLED, 0)
    assert shown.ghost


# ---------------------------------------------------------------------------------------------------------------- undo


def undo(clinic: Clinic, command: Any) -> BoardKey:
    return clinic.do(undo_step, UndoStep(undoes=command.id))


def test_each_step_can_be_taken_back(clinic: Clinic) -> None:
    papers(clinic)
    visit = booked(clinic)
    key = BoardKey(visit, 0, 1, BoardState.LATE, row(clinic, visit).version)
    steps: list[tuple[Any, Any]] = [
        (arrive, Arrive), (check_in, CheckIn), (start_visit, StartVisit), (end_visit, EndVisit), (check_out, CheckOut)
    ]  # fmt: skip
    for action, command in steps:
        fields = {"not_taken_reason": "bill"} if command is CheckOut else {}
        before = key.state
        first = command(appointment_id=visit, version=key.version, **fields)
        clinic.do(action, first)
        back = undo(clinic, first)
        assert back.state is before is row(clinic, visit).state
        key = clinic.do(action, command(appointment_id=visit, version=back.version, **fields))
    assert row(clinic, visit).state is BoardState.DONE


def test_money_is_never_undone(clinic: Clinic) -> None:
    visit = booked(clinic)
    key, accepted = arrived(clinic, visit), open_papers(clinic, visit)
    paid = CheckIn(appointment_id=visit, version=key.version, accepted_missing=accepted, parts=CARD)
    clinic.do(check_in, paid)
    with pytest.raises(ClinicError, match="Void the receipt first"):
        undo(clinic, paid)
    assert row(clinic, visit).state is BoardState.READY


def test_undo_is_over_when_something_came_after(clinic: Clinic) -> None:
    visit = booked(clinic)
    first = Arrive(appointment_id=visit, version=row(clinic, visit).version)
    key = clinic.do(arrive, first)
    later = LeftUnseen(appointment_id=visit, version=key.version, reason_code="wait")
    clinic.do(left_unseen, later)
    with pytest.raises(Stale):
        undo(clinic, first)
    assert undo(clinic, later).state is BoardState.ARRIVED
    with pytest.raises(Stale):
        undo(clinic, later)
    assert held(clinic, visit) == 2


def test_a_freed_time_that_was_given_away_is_not_taken_back(clinic: Clinic) -> None:
    visit = booked(clinic)
    missed = NoShow(appointment_id=visit, version=row(clinic, visit).version, reason_code="no-call")
    clinic.do(no_show, missed)
    other = booked(clinic, patient_id=2)
    with pytest.raises(ClinicError, match="taken"):
        undo(clinic, missed)
    assert (row(clinic, visit).state, row(clinic, other).state) == (BoardState.NOSHOW, BoardState.LATE)


def test_what_was_no_step_cannot_be_taken_back(clinic: Clinic) -> None:
    booked(clinic)
    for meant in (None, Arrive(appointment_id=1, version=1).id, clinic.rows(_first_command)):
        with pytest.raises(NotFound):
            clinic.do(undo_step, UndoStep(undoes=meant))


def _first_command(session: Any) -> Any:
    return session.scalars(select(JournalEntry.command_id).where(JournalEntry.action == "schedule.book")).first()


def test_nobody_takes_back_a_step_of_another_location(clinic: Clinic) -> None:
    visit = booked(clinic)
    first = Arrive(appointment_id=visit, version=row(clinic, visit).version)
    clinic.do(arrive, first)
    for actor in (ELSEWHERE, NOBODY):
        with pytest.raises(Refused):
            clinic.do(undo_step, UndoStep(undoes=first.id), actor)


# ----------------------------------------------------------------------------------------------------------- the clock


def test_a_closed_day_lets_no_step_through(clinic: Clinic) -> None:
    visit = booked(clinic)
    points = clinic.executor.fetch(day_to_settle, ANYONE, 1, clinic.day)
    told = tuple(Explanation(point.key, "called, comes tomorrow") for point in points)
    clinic.do(close_day, CloseDay(location_id=1, day=clinic.day, explanations=told))
    seen = row(clinic, visit)
    for action, command, fields in ORDER:
        with pytest.raises(ClinicError, match="closed"):
            clinic.do(action, command(appointment_id=visit, version=seen.version, **fields))
    assert row(clinic, visit) == seen


def test_waiting_is_told_from_the_arrival(clinic: Clinic) -> None:
    visit = booked(clinic, time(10, 30))
    arrived(clinic, visit)
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clock.advance(minutes=12)
    shown = row(clinic, visit)
    assert (shown.waiting, shown.alarm.value) == (12, "notice")


def test_the_wrong_status_in_the_row_is_not_shown(clinic: Clinic) -> None:
    visit = booked(clinic)
    with clinic.database.writing() as session:
        session.get_one(Appointment, visit).status = AppointmentStatus.ENTERED_IN_ERROR
        session.commit()
    with pytest.raises(StopIteration):
        row(clinic, visit)
