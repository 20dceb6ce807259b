from datetime import time, timedelta

import pytest
from sqlalchemy import select

from app.core.access import Permission
from app.core.clock import FixedClock
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused
from app.payments.actions import TakePayment, take_payment
from app.payments.queries import is_closed
from app.payments.rules import Method, Part
from app.payments.tables import DayClose, Payment
from app.visits.actions import (
    CheckOut,
    CloseDay,
    Explanation,
    NoShow,
    ReopenDay,
    check_out,
    close_day,
    no_show,
    reopen_day,
)
from app.visits.queries import OpenVisits, board, closing, day_counts, day_to_settle
from app.visits.rules import BoardState, PointKind, count_rows
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CARD, CLERK, ELSEWHERE, NOBODY, arrived, booked, row, to_check_out, without


def move_on(clinic: Clinic, **parts: float) -> None:
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clock.advance(**parts)


def done(clinic: Clinic, start: time = time(9, 0)) -> int:
    visit = booked(clinic, start)
    key = to_check_out(clinic, visit, CARD)
    clinic.do(check_out, CheckOut(appointment_id=visit, version=key.version))
    return visit


def test_a_clean_day_closes_at_once(clinic: Clinic) -> None:
    done(clinic)
    missed = booked(clinic, time(10, 0), patient_id=2)
    clinic.do(no_show, NoShow(appointment_id=missed, version=row(clinic, missed).version, reason_code="no-call"))
    assert clinic.executor.fetch(day_to_settle, CLERK, 1, clinic.day) == ()
    key = clinic.do(close_day, CloseDay(location_id=1, day=clinic.day), CLERK)
    assert (key.closed, key.explained) == (True, 0)
    assert clinic.executor.fetch(closing, CLERK, 1, clinic.day).by_name == CLERK.name
    with pytest.raises(ClinicError, match="closed already"):
        clinic.do(close_day, CloseDay(location_id=1, day=clinic.day))


def test_every_open_point_is_settled_or_explained(clinic: Clinic) -> None:
    out = booked(clinic, time(8, 0))
    to_check_out(clinic, out)
    missed = booked(clinic, time(9, 0))
    clinic.do(no_show, NoShow(appointment_id=missed, version=row(clinic, missed).version))
    waits = booked(clinic, time(10, 0), patient_id=2)
    arrived(clinic, waits)
    points = clinic.executor.fetch(day_to_settle, ANYONE, 1, clinic.day)
    assert [(point.appointment_id, point.kind) for point in points] == [
        (out, PointKind.NOT_CHECKED_OUT),
        (out, PointKind.UNPAID),
        (missed, PointKind.NO_REASON),
        (waits, PointKind.OPEN_VISIT),
    ]
    assert points[1].cents == 2500
    assert "25.00" in points[1].sentence()
    told = tuple(Explanation(point.key, "see the director's note") for point in points)
    for less in (told[1:], (*told[1:], Explanation(told[0].key, "  "))):
        with pytest.raises(ClinicError) as refused:
            clinic.do(close_day, CloseDay(location_id=1, day=clinic.day, explanations=less))
        assert refused.value.values["keys"] == (told[0].key,)
    assert clinic.do(close_day, CloseDay(location_id=1, day=clinic.day, explanations=told)).explained == 4
    kept = clinic.rows(lambda session: session.scalars(select(DayClose)).one())
    assert kept.explanations.count("director") == 4


def test_another_location_is_another_day(clinic: Clinic) -> None:
    booked(clinic)
    clinic.do(close_day, CloseDay(location_id=2, day=clinic.day))
    assert not clinic.rows(lambda session: is_closed(session, 1, clinic.day))


def test_a_day_to_come_is_not_closed(clinic: Clinic) -> None:
    with pytest.raises(ClinicError, match="to come"):
        clinic.do(close_day, CloseDay(location_id=1, day=clinic.day + timedelta(days=1)))
    with pytest.raises(NotFound):
        clinic.do(close_day, CloseDay(location_id=77, day=clinic.day))


def test_opening_again_needs_a_reason_and_money_after_it_too(clinic: Clinic) -> None:
    again = ReopenDay(location_id=1, day=clinic.day, reason="a receipt was forgotten")
    with pytest.raises(NotFound):
        clinic.do(reopen_day, again)
    clinic.do(close_day, CloseDay(location_id=1, day=clinic.day))
    money = TakePayment(patient_id=1, location_id=1, parts=CARD)
    with pytest.raises(ReasonNeeded):
        clinic.do(take_payment, money)
    with pytest.raises(ReasonNeeded):
        clinic.do(reopen_day, ReopenDay(location_id=1, day=clinic.day))
    move_on(clinic, minutes=1)
    again = ReopenDay(location_id=1, day=clinic.day, reason="a receipt was forgotten")
    assert clinic.do(reopen_day, again) == clinic.do(reopen_day, again)
    assert not clinic.rows(lambda session: is_closed(session, 1, clinic.day))
    with pytest.raises(ReasonNeeded):
        clinic.do(take_payment, money)
    late = TakePayment(patient_id=1, location_id=1, parts=CARD, after_close_reason="came back with the card")
    clinic.do(take_payment, late)
    assert clinic.rows(lambda session: session.scalars(select(Payment.after_close_reason)).one()).startswith("came")
    move_on(clinic, minutes=1)
    assert clinic.do(close_day, CloseDay(location_id=1, day=clinic.day)).closed
    assert clinic.rows(lambda session: is_closed(session, 1, clinic.day))


def test_who_may_not_close_a_day(clinic: Clinic) -> None:
    for actor in (ELSEWHERE, NOBODY, without(Permission.CLOSE_DAY)):
        with pytest.raises(Refused):
            clinic.do(close_day, CloseDay(location_id=1, day=clinic.day), actor)
        with pytest.raises(Refused):
            clinic.do(reopen_day, ReopenDay(location_id=1, day=clinic.day, reason="x"), actor)
        with pytest.raises(Refused):
            clinic.executor.fetch(day_to_settle, actor, 1, clinic.day)
    assert clinic.rows(lambda session: session.scalars(select(DayClose)).all()) == []


def test_the_report_counts_what_the_board_counts(clinic: Clinic) -> None:
    done(clinic)
    arrived(clinic, booked(clinic, time(10, 0), patient_id=2))
    booked(clinic, time(14, 0))
    booked(clinic, time(9, 30), practitioner_id=2)
    rows = clinic.executor.fetch(board, ANYONE, None, clinic.day)
    counts = clinic.executor.fetch(day_counts, ANYONE, 1, clinic.day).counts
    assert counts.by_state == count_rows(rows).by_state
    assert counts.by_state == {
        BoardState.DONE: 1, BoardState.ARRIVED: 1, BoardState.BOOKED: 1, BoardState.LATE: 1,
    }  # fmt: skip


@pytest.mark.peer("OM-30")
def test_the_worklist_of_open_visits(clinic: Clinic) -> None:
    booked(clinic)  # nobody came: that is proposed as missed, in a list of its own
    out = booked(clinic, time(9, 0), patient_id=2)
    to_check_out(clinic, out)
    done(clinic, time(8, 0))
    with clinic.database.reading() as session:
        today = OpenVisits().rows(session, CLERK, 1, clinic.day)
        tomorrow = OpenVisits().rows(session, CLERK, None, clinic.day + timedelta(days=1))
        assert OpenVisits().rows(session, ELSEWHERE, None, clinic.day + timedelta(days=1)) == ()
        with pytest.raises(Refused):
            OpenVisits().rows(session, NOBODY, 1, clinic.day)
    assert [one.appointment_id for one in today] == [out]
    assert [one.appointment_id for one in tomorrow] == [out]
    assert tomorrow[0].title == "Smith, Joan"
    assert OpenVisits().title()


def test_part_payments_leave_the_rest_open(clinic: Clinic) -> None:
    visit = booked(clinic)
    key = to_check_out(clinic, visit, (Part(Method.CASH, 1000),))
    clinic.do(check_out, CheckOut(appointment_id=visit, version=key.version, not_taken_reason="bill"))
    assert clinic.executor.fetch(day_to_settle, ANYONE, 1, clinic.day) == ()
