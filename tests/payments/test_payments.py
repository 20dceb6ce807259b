from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core.access import Permission
from app.core.clock import FixedClock
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.core.journal import JournalEntry
from app.payments.actions import (
    NoPayment,
    ReceiptKey,
    Reprint,
    TakePayment,
    VoidPayment,
    no_payment,
    reprint,
    take_payment,
    void_payment,
)
from app.payments.queries import day_money, patient_balance, receipt, visit_money
from app.payments.rules import LARGEST_PART, Method, Part, by_method, check_number, method_label, total_of, unpaid
from app.payments.tables import Payment, ReceiptCounter
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CARD, CLERK, ELSEWHERE, NOBODY, arrived, booked, checked_in, without

DAY = date(2026, 3, 10)


def take(clinic: Clinic, cents: int = 2500, visit: int | None = None, **more: Any) -> ReceiptKey:
    parts = more.pop("parts", (Part(Method.CARD, cents),))
    command = TakePayment(
        patient_id=1, location_id=more.pop("location_id", 1), appointment_id=visit, parts=parts, **more
    )
    return clinic.do(take_payment, command)


def void(key: ReceiptKey, reason: str = "wrong patient") -> VoidPayment:
    return VoidPayment(payment_id=key.payment_id, version=key.version, reason=reason)


# --------------------------------------------------------------------------------------------------------------- rules


@given(st.integers(1, 10**7 - 1), st.integers(1, 10**8), st.integers(0, 6))
def test_a_check_number_tells_two_exchanged_digits(number: int, cents: int, place: int) -> None:
    right = check_number(1, number, DAY, cents)
    digits = list(f"{number:07d}")
    digits[place], digits[place - 1] = digits[place - 1], digits[place]
    wrong = int("".join(digits))
    assert len(right) == 2
    # the first and the last digit are six places apart, which ISO 7064 does not promise to tell
    assert wrong == number or place == 0 or check_number(1, wrong, DAY, cents) != right


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_what_is_left_is_never_below_nothing(due: int, paid: int) -> None:
    assert unpaid(due, paid) == max(0, due - paid)


@pytest.mark.parametrize(
    "parts", [(), (Part(Method.CASH, 0),), (Part(Method.CASH, -1),), (Part(Method.CASH, LARGEST_PART + 1),), CARD * 9]
)
def test_sums_that_are_no_payment(parts: tuple[Part, ...]) -> None:
    with pytest.raises(ClinicError):
        total_of(parts)


def test_sums_by_method_stand_in_one_order() -> None:
    sums = by_method([(Method.HSA, 5), (Method.CASH, 1), (Method.HSA, 7)])
    assert [(one.method, one.count, one.cents) for one in sums] == [(Method.CASH, 1, 1), (Method.HSA, 2, 12)]
    assert all(method_label(method) for method in Method)


# -------------------------------------------------------------------------------------------------------------- taking


def test_receipts_are_numbered_without_a_gap_for_each_location(clinic: Clinic) -> None:
    assert [take(clinic).number, take(clinic).number, take(clinic, location_id=2).number] == [1, 2, 1]
    with pytest.raises(ClinicError):
        take(clinic, parts=(Part(Method.CHECK, 500), Part(Method.CASH, 0)))
    with pytest.raises(ClinicError):
        take(clinic, parts=(Part(Method.CHECK, 500, "x" * 61),))  # found out after the number was given
    assert take(clinic).number == 3
    assert clinic.rows(lambda session: session.get_one(ReceiptCounter, 1).last_number) == 3


def test_several_parts_are_one_receipt(clinic: Clinic) -> None:
    visit = booked(clinic)
    parts = (Part(Method.CASH, 1000), Part(Method.CHECK, 1500, "1042"))
    key = take(clinic, visit=visit, parts=parts)
    shown = clinic.executor.fetch(receipt, CLERK, key.payment_id)
    assert (shown.parts, shown.total_cents, shown.check, key.amount) == (parts, 2500, key.check, "25.00")
    assert (shown.patient, shown.appointment_id, shown.day) == ("Núñez, María José", visit, clinic.day)
    with pytest.raises(NotFound):
        clinic.executor.fetch(receipt, ELSEWHERE, key.payment_id)


def test_one_click_too_many_is_one_payment(clinic: Clinic) -> None:
    command = TakePayment(patient_id=1, location_id=1, parts=CARD)
    assert clinic.do(take_payment, command) == clinic.do(take_payment, command)
    assert clinic.rows(lambda session: session.scalar(select(func.count()).select_from(Payment))) == 1


def test_money_goes_to_nobody_elses_visit(clinic: Clinic) -> None:
    visit = booked(clinic, patient_id=2)
    for wrong in (replace_patient(1, visit), replace_patient(99, None), replace_patient(1, 99)):
        with pytest.raises(NotFound):
            clinic.do(take_payment, wrong)


def replace_patient(patient_id: int, visit: int | None) -> TakePayment:
    return TakePayment(patient_id=patient_id, location_id=1, appointment_id=visit, parts=CARD)


def test_who_may_not_take_money(clinic: Clinic) -> None:
    visit = booked(clinic)
    checked_in(clinic, visit)
    key = take(clinic)
    for actor in (ELSEWHERE, NOBODY, without(Permission.TAKE_PAYMENT)):
        steps: tuple[tuple[Any, Any], ...] = (
            (take_payment, TakePayment(patient_id=1, location_id=1, parts=CARD)),
            (no_payment, NoPayment(appointment_id=visit, reason_code="bill")),
            (reprint, Reprint(payment_id=key.payment_id)),
        )
        for action, command in steps:
            with pytest.raises(Refused):
                clinic.do(action, command, actor)
    for actor in (ELSEWHERE, NOBODY, without(Permission.VOID_PAYMENT)):
        with pytest.raises(Refused):
            clinic.do(void_payment, void(key), actor)
    refusals = select(func.count()).select_from(JournalEntry).where(JournalEntry.kind == "refusal")
    assert clinic.rows(lambda session: session.scalar(refusals)) == 12
    assert take(clinic).number == 2


# ----------------------------------------------------------------------------------------------- not taken, void, again


def test_why_nothing_was_taken(clinic: Clinic) -> None:
    visit = booked(clinic)
    with pytest.raises(NotFound):
        clinic.do(no_payment, NoPayment(appointment_id=visit, reason_code="bill"))
    checked_in(clinic, visit)
    for code, note in (("", ""), ("because", ""), ("other", " ")):
        with pytest.raises(ReasonNeeded):
            clinic.do(no_payment, NoPayment(appointment_id=visit, reason_code=code, note=note))
    clinic.do(no_payment, NoPayment(appointment_id=visit, reason_code="other", note="card lost"))
    shown = clinic.executor.fetch(visit_money, CLERK, visit)
    assert shown is not None
    assert (shown.due_cents, shown.paid_cents, shown.reason, shown.note) == (2500, 0, "other", "card lost")
    assert clinic.executor.fetch(visit_money, ELSEWHERE, visit) is None
    take(clinic, visit=visit)
    shown = clinic.executor.fetch(visit_money, CLERK, visit)
    assert shown is not None
    assert (shown.paid_cents, shown.reason) == (2500, "")
    with pytest.raises(ClinicError, match="Nothing is due"):
        clinic.do(no_payment, NoPayment(appointment_id=visit, reason_code="bill"))


def test_a_void_receipt_keeps_its_number(clinic: Clinic) -> None:
    visit = booked(clinic)
    checked_in(clinic, visit)
    first = take(clinic, visit=visit)
    with pytest.raises(ReasonNeeded):
        clinic.do(void_payment, void(first, " "))
    with pytest.raises(Stale):
        clinic.do(void_payment, replace(void(first), version=first.version + 1))
    with pytest.raises(NotFound):
        clinic.do(void_payment, replace(void(first), payment_id=99))
    gone = clinic.do(void_payment, void(first))
    with pytest.raises(ClinicError, match="void already"):
        clinic.do(void_payment, void(gone))
    assert take(clinic, visit=visit).number == 2
    shown = clinic.executor.fetch(visit_money, CLERK, visit)
    assert shown is not None
    assert (shown.paid_cents, [one.void_reason for one in shown.receipts]) == (2500, ["wrong patient", ""])


def test_every_further_print_is_counted(clinic: Clinic) -> None:
    key = take(clinic)
    assert [clinic.do(reprint, Reprint(payment_id=key.payment_id)).copy_number for _ in range(2)] == [1, 2]
    assert clinic.executor.fetch(receipt, CLERK, key.payment_id).copies == 2


# ------------------------------------------------------------------------------------------------------- day, balance


def test_the_days_money(clinic: Clinic) -> None:
    take(clinic, 2500)
    take(clinic, parts=(Part(Method.CASH, 1000), Part(Method.CARD, 500)))
    wrong = take(clinic, 9900)
    clinic.do(void_payment, void(wrong))
    take(clinic, 700, location_id=2)
    found = clinic.executor.fetch(day_money, CLERK, 1, clinic.day)
    assert [(one.method, one.count, one.cents) for one in found.methods] == [
        (Method.CARD, 2, 3000), (Method.CASH, 1, 1000),
    ]  # fmt: skip
    assert (found.taken_cents, found.total_cents) == (4000, 4000)
    assert ([one.number for one in found.receipts], [one.number for one in found.voids]) == ([1, 2, 3], [3])
    with pytest.raises(Refused):
        clinic.executor.fetch(day_money, ELSEWHERE, 1, clinic.day)


def test_a_void_of_a_later_day_leaves_the_signed_day_as_it_was(clinic: Clinic) -> None:
    key = take(clinic)
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clock.advance(days=1)
    clinic.do(void_payment, void(key))
    before = clinic.executor.fetch(day_money, CLERK, 1, clinic.day)
    after = clinic.executor.fetch(day_money, CLERK, 1, clinic.day + timedelta(days=1))
    assert (before.total_cents, before.voids) == (2500, ())
    assert (after.taken_cents, after.reversed_cents, after.total_cents) == (0, 2500, -2500)
    assert [one.number for one in after.voids] == [1]


def test_money_of_the_evening_is_the_clinics_day(clinic: Clinic) -> None:
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clock.advance(hours=9)  # 02:40 UTC of the next day, 19:40 at the clinic
    take(clinic)
    assert clinic.executor.fetch(day_money, CLERK, 1, clinic.day).total_cents == 2500


def test_the_balance_is_what_earlier_visits_left(clinic: Clinic) -> None:
    def owed(day: date) -> int:
        return clinic.executor.fetch(patient_balance, CLERK, 1, day)

    visit = booked(clinic, time(9, 0))
    checked_in(clinic, visit)
    tomorrow = clinic.day + timedelta(days=1)
    assert (owed(clinic.day), owed(tomorrow)) == (0, 2500)
    take(clinic, 1000, visit=visit)
    assert owed(tomorrow) == 1500
    rest = take(clinic, 1500)  # to the balance, without a visit
    assert owed(tomorrow) == 0
    clinic.do(void_payment, void(rest))
    assert owed(tomorrow) == 1500
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(patient_balance, ELSEWHERE, 1, tomorrow)


def test_the_due_of_a_visit_is_fixed_at_check_in(clinic: Clinic) -> None:
    visit = booked(clinic)
    arrived(clinic, visit)
    assert clinic.executor.fetch(visit_money, ANYONE, visit) is None
