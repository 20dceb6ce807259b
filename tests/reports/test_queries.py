"""The report is filled from the rows that the screens show, and shows names only to who may print them."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import NotFound, Refused
from app.core.journal import chain_of, heads
from app.payments.actions import TakePayment, VoidPayment, take_payment, void_payment
from app.payments.queries import day_money
from app.payments.rules import Method, Part
from app.reports import documents
from app.reports.actions import NoteReceipt, NoteReport, note_names, note_receipt
from app.reports.queries import DayReport, end_of_day, receipt
from app.reports.rules import counts
from app.reports.rules.measures import Measure
from app.reports.rules.values import Outcome
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.staff.rules.roles import grants_of
from app.visits.actions import CloseDay, Explanation, close_day
from app.visits.queries import board, day_counts, day_to_settle
from app.visits.rules import BoardState, count_rows
from tests.reports.clinic_day import later, mistake, worked
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CARD, CLERK, ELSEWHERE, booked, papers, to_check_out
from tests.visits.flow import row as row_of


def report_of(clinic: Clinic, actor: Actor = ANYONE, /, **more: str) -> DayReport:
    return clinic.executor.fetch(end_of_day, actor, 1, clinic.day, **more)


def role(code: str, *places: int) -> Actor:
    return replace(ANYONE, user_id=7, roles=(code,), locations=frozenset(places), grants=grants_of((code,)))


def test_a_report_counts_what_the_board_counts(clinic: Clinic) -> None:
    worked(clinic)
    report = report_of(clinic)
    tally = counts.tally(report.visits)
    rows = clinic.executor.fetch(board, ANYONE, 1, clinic.day)
    screen = count_rows(rows)
    assert screen == replace(
        clinic.executor.fetch(day_counts, ANYONE, 1, clinic.day).counts, not_ready=screen.not_ready
    )
    assert tally.scheduled == screen.total == 4
    assert tally.attended == screen.attended == 1
    assert tally.open == screen.open - screen.of(BoardState.OUT) == 1
    assert (tally.noshow, tally.late, tally.cancelled) == (1, 1, 0)


def test_a_report_has_the_money_of_the_screen(clinic: Clinic) -> None:
    worked(clinic)
    mistake(clinic)
    report = report_of(clinic)
    screen = clinic.executor.fetch(day_money, ANYONE, 1, clinic.day)
    assert counts.collected(report.receipts) == screen.total_cents == 2500
    assert [(name, cents) for name, _, cents in counts.method_totals(report.receipts)] == [("Card", 2500)]
    assert [row.void for row in report.receipts] == ["", "wrong patient"]
    assert counts.missing_numbers(report.receipts) == []


def test_a_receipt_made_void_a_day_later_counts_on_both_days(clinic: Clinic) -> None:
    taken = clinic.do(take_payment, TakePayment(patient_id=1, location_id=1, parts=(Part(Method.CASH, 1000),)))
    later(clinic, days=1)
    clinic.do(void_payment, VoidPayment(payment_id=taken.payment_id, version=taken.version, reason="twice"))
    first, second = (clinic.executor.fetch(end_of_day, ANYONE, 1, clinic.day + timedelta(days=n)) for n in (0, 1))
    assert counts.collected(first.receipts) == 1000
    assert counts.collected(second.receipts) == 0
    assert counts.reversed_cents(second.reversals) == 1000
    total = clinic.executor.fetch(day_money, ANYONE, 1, second.day).total_cents
    assert counts.collected(second.receipts) - counts.reversed_cents(second.reversals) == total == -1000
    assert documents.end_of_day(second).startswith(b"%PDF-")


def test_the_rows_of_a_day(clinic: Clinic) -> None:
    worked(clinic)
    report = report_of(clinic, clinic="Valley Therapy")
    done, missed, late, coming = report.visits
    assert (done.start, done.patient, done.mrn) == (time(10, 45), "Núñez, María José", "100001")
    assert (done.outcome, done.due, done.paid, done.receipt, done.payer) == (
        Outcome.ATTENDED,
        2500,
        2500,
        1,
        "Blue Shield PPO",
    )
    assert done.waited == 0
    assert (missed.outcome, late.outcome, late.reason != "") == (Outcome.NOSHOW, Outcome.LATE_CANCEL, True)
    assert (coming.outcome, coming.state) == (Outcome.OPEN, "Booked")
    assert (report.clinic, report.location, report.printed_by) == (
        "Valley Therapy",
        "Visalia – Main Street",
        "Ana Ruiz",
    )
    assert report.printed_at == datetime(2026, 3, 10, 11, 30)  # noqa: DTZ001 - the clinic's wall clock
    assert [one.short for one in report.practitioners] == ["Lee", "Okafor"]
    assert [counts.template_minutes(one) for one in report.practitioners] == [540, 540]
    assert set(report.patient_ids) == {1, 2}


def test_missing_papers_and_unbooked_follow_ups(clinic: Clinic) -> None:
    worked(clinic)
    report = report_of(clinic)
    assert report.papers is not None
    assert report.unbooked is not None
    assert {one.patient for one in report.papers} == {"Núñez, María José", "Smith, Joan"}
    assert [(one.patient, one.plan) for one in report.unbooked] == [("Núñez, María José", "will call")]
    assert report.tomorrow is not None
    assert (report.tomorrow.visits, len(report.tomorrow.items)) == (1, 1)
    papers(clinic)
    assert {one.patient for one in report_of(clinic).papers or ()} == {"Smith, Joan"}
    booked(clinic, patient_id=1, day=clinic.day + timedelta(days=7))
    assert report_of(clinic).unbooked == ()


def test_closing_and_seal(clinic: Clinic) -> None:
    worked(clinic)
    assert report_of(clinic).closing is None
    points = clinic.executor.fetch(day_to_settle, ANYONE, 1, clinic.day)
    told = tuple(Explanation(point.key, f"known to {point.patient}") for point in points)
    clinic.do(close_day, CloseDay(location_id=1, day=clinic.day, explanations=told))
    report = report_of(clinic)
    assert report.closing is not None
    assert report.closing.by == ("Ana Ruiz",)
    assert len(report.closing.explanations) == len(points) > 0
    assert "known to" in report.closing.explanations[0]
    head = next(one for one in clinic.rows(heads) if one.chain == chain_of(1))
    assert report.seal is not None
    assert (report.seal.position, report.seal.head) == (head.position, head.hash)
    masked = report_of(clinic, role("FD", 1)).closing
    assert masked is not None
    assert "Smith" not in str(masked.explanations)
    assert "Núñez" not in str(masked.explanations)


@pytest.mark.parametrize(
    ("code", "reason", "named"),
    [
        ("FD", "", False),
        ("LD", "", True),
        ("CC", "", False),
        ("CO", "", False),
        ("CO", "audit", True),
        ("RO", "", False),
    ],
)
def test_names_stand_only_where_the_role_may_print_them(clinic: Clinic, code: str, reason: str, named: bool) -> None:
    worked(clinic)
    mistake(clinic)
    report = report_of(clinic, role(code, 1), reason=reason)
    text = repr(replace(report, patient_ids=()))
    assert report.named is named
    assert all(("Smith" in text, "Núñez" in text, "100001" in text)) is named
    assert any(("Smith" in text, "Núñez" in text, "100001" in text)) is named
    assert counts.tally(report.visits) == counts.tally(report_of(clinic).visits)
    assert counts.collected(report.receipts) == 2500


def test_another_locations_day_is_refused(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        report_of(clinic, ELSEWHERE)
    with pytest.raises(Refused):
        report_of(clinic, replace(CLERK, grants={}))
    with pytest.raises(NotFound):
        clinic.executor.fetch(end_of_day, ANYONE, 99, clinic.day)


def test_an_empty_day_has_a_report(clinic: Clinic) -> None:
    report = report_of(clinic)
    assert (report.visits, report.receipts, report.papers, report.unbooked) == ((), (), (), ())
    assert documents.end_of_day(report).startswith(b"%PDF-")


def test_a_receipt_as_it_is_printed(clinic: Clinic) -> None:
    to_check_out(clinic, booked(clinic, time(10, 45)), CARD)
    booked(clinic, time(9), day=clinic.day + timedelta(days=3))
    value = clinic.executor.fetch(receipt, CLERK, 1, 2, "Valley Therapy")
    assert (value.number, value.patient, value.mrn, value.copy) == (1, "Núñez, María José", "100001", 2)
    assert (value.due, value.paid) == (2500, 2500)
    assert [line.text for line in value.payments] == ["Card ending in 4242"]
    assert [(one.at.day, one.practitioner) for one in value.next_visits] == [(13, "Thomas Okafor, PT")]
    assert documents.receipt(value).startswith(b"%PDF-")
    with pytest.raises(NotFound):
        clinic.executor.fetch(receipt, ELSEWHERE, 1)


def test_a_second_payment_tells_what_was_paid_before(clinic: Clinic) -> None:
    visit = booked(clinic, time(10, 45))
    to_check_out(clinic, visit, (Part(Method.CASH, 1000),))
    rest = TakePayment(patient_id=1, location_id=1, appointment_id=visit, parts=(Part(Method.CASH, 1500),))
    paid = clinic.do(take_payment, rest)
    value = clinic.executor.fetch(receipt, CLERK, paid.payment_id)
    assert [(line.text, line.cents) for line in value.payments] == [("Paid before, receipt 1", 1000), ("Cash", 1500)]
    assert value.due == value.paid


def test_what_leaves_is_written_down(clinic: Clinic) -> None:
    paid = clinic.do(take_payment, TakePayment(patient_id=2, location_id=1, parts=CARD))
    noted = clinic.do(note_receipt, NoteReceipt(payment_id=paid.payment_id), CLERK)
    assert (noted.patient_id, noted.number) == (2, 1)
    command = NoteReport(location_id=1, day=clinic.day, number="EOD-20260310")
    clinic.do(note_names, command, role("LD", 1))
    with pytest.raises(Refused):
        clinic.do(note_names, replace(command, id=NoteReceipt(payment_id=1).id), role("FD", 1))
    with pytest.raises(Refused):
        clinic.do(note_receipt, NoteReceipt(payment_id=paid.payment_id), ELSEWHERE)


def test_masked_grants_give_no_names(clinic: Clinic) -> None:
    worked(clinic)
    grants = {**CLERK.grants, Permission.REPORT_NAMES: Grant(scope=Scope.OWN, masked=True)}
    assert not report_of(clinic, replace(CLERK, grants=grants)).named


def test_what_became_of_a_late_cancel(clinic: Clinic) -> None:
    worked(clinic)
    assert [row.hole_filled for row in report_of(clinic).visits] == [None, None, None, None]
    taker = booked(clinic, time(14), patient_id=1, practitioner_id=2)
    late = next(row for row in report_of(clinic).visits if row.outcome is Outcome.LATE_CANCEL)
    assert (late.hole, late.hole_filled) == ("Núñez, María José, 2:00", True)
    assert [row.patient for row in report_of(clinic).visits if row.refill] == ["Núñez, María José"]
    assert "Núñez" not in repr(report_of(clinic, role("FD", 1)).visits)
    at = row_of(clinic, taker)
    gone = CancelAppointment(appointment_id=taker, version=at.appointment_version, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    later(clinic, hours=4)
    assert [row.hole for row in report_of(clinic).visits if row.outcome is Outcome.LATE_CANCEL] == ["not filled"] * 2


def test_the_days_before_are_counted_like_today(clinic: Clinic) -> None:
    assert dict(report_of(clinic).history)[Measure.ARRIVED] == ()
    worked(clinic)
    later(clinic, days=6)
    report = clinic.executor.fetch(end_of_day, ANYONE, 1, clinic.day + timedelta(days=6))
    past = dict(report.history)
    assert past[Measure.ARRIVED] == (0.25, 0.0)  # March 10, and March 11 with its one visit that nobody finished
    assert past[Measure.NOSHOW] == (0.25, 0.0)
    assert past[Measure.LATE_CANCEL] == (0.25, 0.0)
