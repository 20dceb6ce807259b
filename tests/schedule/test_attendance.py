"""Late cancels and missed visits: what counts, what the rule says, and that nothing is written which nobody saw."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.access import Grant, Permission
from app.core.clock import FixedClock
from app.core.errors import Clash, ClinicError, ReasonNeeded, Refused, Stale
from app.insurance.rules import PayerKind
from app.insurance.tables import Coverage, Payer
from app.schedule.actions import (
    Booked,
    CancelAppointment,
    MarkAbsence,
    MarkShown,
    MoveAppointment,
    ReviewMark,
    SetAttendancePolicy,
    UndoCancel,
    UnwaiveMark,
    WaiveMark,
    cancel_appointment,
    mark_absence,
    move_appointment,
    review_mark,
    set_attendance_policy,
    undo_cancel,
    unwaive_mark,
    waive_mark,
)
from app.schedule.queries import Attendance, attendance
from app.schedule.rules import Absence, Consequence, reason
from app.schedule.rules.attendance import (
    Policy,
    cancel_absence,
    charges_nobody,
    check_policy,
    in_window,
    missed_absence,
    propose,
    shipped_policy,
)
from app.schedule.tables import AttendanceMark, AttendancePolicy
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW

RULE = Policy(24, 180, 1, 2, 3, 3500, 5000)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
#: may book, and set no rule aside
DESK = replace(ANYONE, user_id=7, grants={Permission.BOOK: Grant(), Permission.SEARCH_PATIENT: Grant()})


# ------------------------------------------------------------------------------------------------------------- rules


@pytest.mark.parametrize(
    ("code", "hours", "counted"),
    [
        ("sick", 23.9, True),
        ("sick", 24, False),  # exactly the notice that is asked for
        ("sick", 48, False),
        ("sick", -1, True),  # after its start
        ("practitioner", 1, False),  # the clinic's doing
        ("weather", 1, False),  # nobody's
        ("no such", 1, False),
    ],
)
def test_what_a_cancel_counts_as(code: str, hours: float, counted: bool) -> None:
    found = cancel_absence(reason("cancel", code), NOON + timedelta(hours=hours), NOON, RULE)
    assert found is (Absence.LATE_CANCEL if counted else None)


def test_a_missed_visit_counts_unless_the_clinic_did_not_tell_the_time() -> None:
    assert missed_absence(None) is Absence.NO_SHOW
    assert missed_absence(reason("no-show", "forgot")) is Absence.NO_SHOW
    assert missed_absence(reason("no-show", "not-told")) is None


@pytest.mark.parametrize(
    ("before", "absence", "consequence", "cents"),
    [
        (0, Absence.LATE_CANCEL, Consequence.WARN, 0),
        (1, Absence.LATE_CANCEL, Consequence.FEE, 3500),
        (1, Absence.NO_SHOW, Consequence.FEE, 5000),
        (2, Absence.NO_SHOW, Consequence.REVIEW, 0),
        (9, Absence.LATE_CANCEL, Consequence.REVIEW, 0),
    ],
)
def test_first_a_warning_then_a_fee_then_the_director(
    before: int, absence: Absence, consequence: Consequence, cents: int
) -> None:
    made = propose(RULE, absence, before)
    assert (made.consequence, made.cents, made.number) == (consequence, cents, before + 1)


def test_a_payer_that_forbids_fees_makes_it_a_warning_and_says_so() -> None:
    made = propose(RULE, Absence.NO_SHOW, 1, no_fee=True)
    assert (made.consequence, made.cents, made.spared) == (Consequence.WARN, 0, True)
    assert charges_nobody(["medicaid"], date(2026, 3, 10))
    assert not charges_nobody(["hmo"], date(2026, 3, 10))


def test_the_shipped_rule_warns_and_never_charges() -> None:
    steps = [propose(shipped_policy(), Absence.NO_SHOW, before).consequence for before in range(4)]
    assert steps == [Consequence.WARN, Consequence.WARN, Consequence.REVIEW, Consequence.REVIEW]
    check_policy(shipped_policy())


@given(st.integers(1, 1000), st.integers(0, 1200))
def test_the_window_is_counted_back_from_the_visit(days: int, ago: int) -> None:
    day = date(2026, 3, 10)
    assert in_window(day - timedelta(days=ago), day, days) is (ago < days)
    assert in_window(day + timedelta(days=1), day, days)


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({"notice_hours": -1}, "notice_hours"),
        ({"window_days": 0}, "window_days"),
        ({"warn_after": 0}, "warn_after"),
        ({"late_cancel_cents": 60_000}, "late_cancel_cents"),
        ({"late_cancel_cents": 0, "no_show_cents": 0}, "no_show_cents"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_at_its_field(changed: dict[str, int], at: str) -> None:
    with pytest.raises(ClinicError) as told:
        check_policy(replace(RULE, **changed))
    assert told.value.field == at


# ----------------------------------------------------------------------------------------------------------- actions


def rule(clinic: Clinic, policy: Policy = RULE, location_id: int | None = 1, day: date = date(2026, 3, 10)) -> None:
    clinic.do(set_attendance_policy, SetAttendancePolicy(location_id=location_id, valid_from=day, policy=policy))


def asked(clinic: Clinic, visit: Booked) -> Attendance:
    return clinic.executor.fetch(attendance, ANYONE, visit.appointment_id)


def shown(found: Attendance, waive: str = "") -> MarkShown:
    said = found.late_cancel
    return MarkShown(said.absence, said.consequence, said.cents, waive)


def cancel(clinic: Clinic, visit: Booked, mark: MarkShown | None, code: str = "sick") -> CancelAppointment:
    return CancelAppointment(appointment_id=visit.appointment_id, version=visit.version, reason_code=code, mark=mark)


def late_cancel(clinic: Clinic, start: time) -> Booked:
    """A visit of tomorrow morning, cancelled today as it was shown."""
    visit = booked(clinic, start)
    clinic.do(cancel_appointment, cancel(clinic, visit, shown(asked(clinic, visit))))
    return visit


def marks(clinic: Clinic) -> list[AttendanceMark]:
    return clinic.rows(lambda session: list(session.scalars(select(AttendanceMark).order_by(AttendanceMark.id))))


def test_the_third_late_cancel_goes_to_the_director(clinic: Clinic) -> None:
    rule(clinic)
    for start in (time(8), time(8, 45), time(9, 30)):
        late_cancel(clinic, start)
    assert [(one.consequence, one.cents) for one in marks(clinic)] == [
        (Consequence.WARN, 0), (Consequence.FEE, 3500), (Consequence.REVIEW, 0)
    ]  # fmt: skip
    found = asked(clinic, booked(clinic, time(9)))
    assert (found.before.late_cancels, found.before.no_shows, found.late_cancel.number) == (3, 0, 4)


def test_nothing_is_written_that_was_not_shown(clinic: Clinic) -> None:
    visit = booked(clinic, time(8))
    clinic.do(cancel_appointment, cancel(clinic, visit, None))
    assert marks(clinic) == []


def test_what_changed_since_it_was_shown_is_looked_at_again(clinic: Clinic) -> None:
    rule(clinic)
    one, other = booked(clinic, time(8)), booked(clinic, time(9))
    seen = shown(asked(clinic, other))
    clinic.do(cancel_appointment, cancel(clinic, one, shown(asked(clinic, one))))
    with pytest.raises(Stale):
        clinic.do(cancel_appointment, cancel(clinic, other, seen))
    assert asked(clinic, other).late_cancel.consequence is Consequence.FEE
    assert len(marks(clinic)) == 1


@pytest.mark.parametrize("code", ["practitioner", "weather"])
def test_what_is_not_the_patients_doing_leaves_no_mark(clinic: Clinic, code: str) -> None:
    visit = booked(clinic, time(8))
    with pytest.raises(Stale):
        clinic.do(cancel_appointment, cancel(clinic, visit, shown(asked(clinic, visit)), code))
    clinic.do(cancel_appointment, cancel(clinic, visit, None, code))
    assert marks(clinic) == []


def test_a_visit_that_is_put_back_counts_no_more(clinic: Clinic) -> None:
    visit = late_cancel(clinic, time(8))
    gone = clinic.rows(lambda s: s.scalar(select(AttendanceMark.voided_at)))
    assert gone is None
    clinic.do(undo_cancel, UndoCancel(appointment_id=visit.appointment_id, version=visit.version + 1))
    assert [one.voided_at for one in marks(clinic)] == [NOW]
    assert asked(clinic, visit).before.counted == 0


def test_a_waiver_counts_no_more_and_can_be_taken_back(clinic: Clinic) -> None:
    late_cancel(clinic, time(8))
    mark = marks(clinic)[0]
    done = clinic.do(waive_mark, WaiveMark(mark_id=mark.id, version=mark.version, waive_code="first", reason="talked"))
    found = asked(clinic, booked(clinic, time(9)))
    assert (found.before.counted, found.before.waived) == (0, 1)
    with pytest.raises(ClinicError):
        clinic.do(waive_mark, WaiveMark(mark_id=mark.id, version=done.version, waive_code="first", reason="talked"))
    clinic.do(unwaive_mark, UnwaiveMark(mark_id=mark.id, version=done.version, reason="no"))
    assert asked(clinic, booked(clinic, time(9, 45))).before.counted == 1


def test_a_waiver_needs_its_reason_and_who_may(clinic: Clinic) -> None:
    visit = booked(clinic, time(8))
    seen = asked(clinic, visit)
    with pytest.raises(ReasonNeeded) as told:
        clinic.do(cancel_appointment, cancel(clinic, visit, shown(seen, "no such")))
    assert told.value.field == "waive_code"
    with pytest.raises(ReasonNeeded):
        clinic.do(cancel_appointment, cancel(clinic, visit, shown(seen, "other")))
    with pytest.raises(Refused):
        clinic.do(cancel_appointment, cancel(clinic, visit, shown(seen, "first")), DESK)
    clinic.do(cancel_appointment, cancel(clinic, visit, shown(seen, "first")))
    made = marks(clinic)[0]
    assert (made.waived_at, made.waive_reason, made.waived_by_name) == (NOW, "first", "Ana Ruiz")


def test_an_absence_that_nobody_decided_on_is_noted_later_and_once(clinic: Clinic) -> None:
    visit = booked(clinic, time(8))
    clinic.do(cancel_appointment, cancel(clinic, visit, None))
    later = MarkAbsence(appointment_id=visit.appointment_id, mark=shown(asked(clinic, visit)))
    made = clinic.do(mark_absence, later)
    with pytest.raises(Clash):
        clinic.do(mark_absence, replace(later, id=cancel(clinic, visit, None).id))
    looked = clinic.do(review_mark, ReviewMark(mark_id=made.mark_id, version=made.version, note="x", reason="seen"))
    standing = asked(clinic, visit).mark
    assert standing is not None
    assert standing.reviewed
    assert looked.version > made.version


def test_the_locations_own_rule_goes_before_the_groups_and_each_from_its_day(clinic: Clinic) -> None:
    rule(clinic, replace(RULE, notice_hours=48), None)
    assert asked(clinic, booked(clinic, time(8))).policy.notice_hours == 48
    rule(clinic, replace(RULE, notice_hours=12), 1, TOMORROW + timedelta(days=1))
    assert asked(clinic, booked(clinic, time(9))).policy.notice_hours == 48
    assert asked(clinic, booked(clinic, time(9), day=TOMORROW + timedelta(days=1))).policy.notice_hours == 12
    rule(clinic, replace(RULE, notice_hours=6), 1)
    kept = clinic.rows(lambda s: s.scalars(select(AttendancePolicy.notice_hours).order_by(AttendancePolicy.id)).all())
    assert list(kept) == [48, 6]


def test_no_rule_for_a_day_that_is_over(clinic: Clinic) -> None:
    with pytest.raises(ClinicError) as told:
        rule(clinic, day=date(2026, 3, 9))
    assert told.value.field == "valid_from"


def test_a_medicaid_patient_is_charged_no_fee(clinic: Clinic) -> None:
    rule(clinic, replace(RULE, fee_after=1))
    clinic.add(Payer(name="State plan", kind=PayerKind.MEDICAID))
    clinic.add(Coverage(patient_id=1, payer_id=3, rank=2, starts_on=date(2026, 1, 1)))
    said = asked(clinic, booked(clinic, time(8))).late_cancel
    assert (said.consequence, said.spared) == (Consequence.WARN, True)


def test_a_mark_of_long_ago_counts_no_more(clinic: Clinic) -> None:
    late_cancel(clinic, time(8))
    clinic.database.clock = FixedClock(NOW + timedelta(days=190))
    assert asked(clinic, booked(clinic, time(10, 45), day=date(2026, 9, 17))).before.counted == 0


@pytest.mark.parametrize(
    ("code", "ahead", "hours"),
    [("patient", 0, 24), ("", 0, 24), ("patient", 1, 0), ("practitioner", 0, 0), ("weather", 0, 0)],
)
def test_a_late_move_counts_as_kept_and_is_said(clinic: Clinic, code: str, ahead: int, hours: int) -> None:
    """Ten past ten tomorrow is inside the notice of 24 hours; no mark is written, and what is taken back says nothing."""
    made = booked(clinic, time(10), day=TOMORROW + timedelta(days=ahead))
    move = MoveAppointment(
        appointment_id=made.appointment_id, version=made.version, day=made.day, start=time(14), reason_code=code
    )
    moved = clinic.do(move_appointment, move)
    assert moved.notice_hours == hours
    back = replace(move, id=uuid4(), version=moved.version, start=time(10), undoes=move.id)
    assert clinic.do(move_appointment, back).notice_hours == 0
    assert clinic.rows(lambda session: session.scalars(select(AttendanceMark)).all()) == []
