"""Two desks at once: real threads on the real databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import time

from sqlalchemy import select

from app.core.errors import ClinicError, Stale
from app.payments.actions import TakePayment, take_payment
from app.payments.queries import is_closed
from app.payments.tables import Payment
from app.visits.actions import Arrive, CheckIn, CheckOut, CloseDay, arrive, check_in, check_out, close_day
from tests.support.clinic import Clinic
from tests.visits.flow import CARD, arrived, booked, open_papers, row, to_check_out

DESKS = 6


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each deed came to: its result, or the sentence it was refused with."""

    def outcome(deed: Callable[[], object]) -> object:
        try:
            return deed()
        except ClinicError as told:
            return told

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(outcome, deeds))


def test_one_arrival_wins(clinic: Clinic) -> None:
    visit = booked(clinic)
    version = row(clinic, visit).version
    found = at_once(*[lambda: clinic.do(arrive, Arrive(appointment_id=visit, version=version)) for _ in range(DESKS)])
    assert sum(isinstance(one, Stale) for one in found) == DESKS - 1


def test_one_check_in_takes_the_money_once(clinic: Clinic) -> None:
    visit = booked(clinic)
    key, accepted = arrived(clinic, visit), open_papers(clinic, visit)

    def deed() -> object:
        command = CheckIn(appointment_id=visit, version=key.version, accepted_missing=accepted, parts=CARD)
        return clinic.do(check_in, command)

    found = at_once(*[deed] * DESKS)
    assert sum(isinstance(one, Stale) for one in found) == DESKS - 1
    assert clinic.rows(lambda session: session.scalars(select(Payment.receipt_number)).all()) == [1]


def test_receipts_of_many_desks_have_no_gap(clinic: Clinic) -> None:
    at_once(*[lambda: clinic.do(take_payment, TakePayment(patient_id=1, location_id=1, parts=CARD))] * DESKS)
    numbers = clinic.rows(lambda session: sorted(session.scalars(select(Payment.receipt_number))))
    assert numbers == list(range(1, DESKS + 1))


def test_a_day_is_closed_over_nothing_open(clinic: Clinic) -> None:
    """Whoever wins: either the day closed after the check-outs, or it was refused; never closed over an open visit."""
    visits = [
        (number, to_check_out(clinic, number, CARD)) for number in [booked(clinic, time(8)), booked(clinic, time(9))]
    ]
    deeds = [
        (lambda one=number, key=key: clinic.do(check_out, CheckOut(appointment_id=one, version=key.version)))
        for number, key in visits
    ]
    closes = [lambda: clinic.do(close_day, CloseDay(location_id=1, day=clinic.day))] * 2
    at_once(closes[0], *deeds, closes[1])
    states = [row(clinic, number).state.value for number, _ in visits]
    if clinic.rows(lambda session: is_closed(session, 1, clinic.day)):
        assert states == ["done", "done"]
    else:
        clinic.do(close_day, CloseDay(location_id=1, day=clinic.day))
