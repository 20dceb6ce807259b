"""The visit ledger: the rule against a recount, and what the database says after any sequence of deeds."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.errors import ClinicError, NotFound
from app.episodes.actions import StartEpisode, start_episode
from app.insurance.actions import AddAuthorization, add_authorization
from app.schedule.actions import (
    CancelAppointment,
    SplitAppointment,
    UndoCancel,
    cancel_appointment,
    split_appointment,
    undo_cancel,
)
from app.schedule.actions.signing import MarkSigned, TakeSignaturesBack, mark_signed, take_signatures_back
from app.schedule.queries.ledger import LedgerRow, leave_on, ledgers
from app.schedule.rules import AppointmentStatus, VisitKind
from app.schedule.rules.ledger import Leave, Mark, account, count
from app.schedule.tables import Appointment, VisitType
from app.visits.actions import NoShow, no_show
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, arrived, row

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 30)
days = st.dates(date(2026, 2, 20), date(2026, 7, 10))
marks = st.builds(
    lambda day, hour, status, signed, kind: Mark(day, datetime.combine(day, time(hour), UTC), status, signed, kind),
    days, st.integers(8, 17), st.sampled_from(AppointmentStatus), st.booleans(), st.sampled_from(VisitKind),
)  # fmt: skip
leaves = st.builds(Leave, st.integers(1, 12), st.just(MARCH), st.just(JUNE), st.integers(0, 3))
promises = st.lists(st.tuples(days, st.sampled_from(VisitKind)), max_size=3)
GONE = ("cancelled", "noshow", "entered-in-error")


def recount(visits: list[Mark], day: date) -> str:
    """What a day counts as, by hand; "" for nothing."""
    there = [one for one in visits if one.day == day and one.status.value not in GONE]
    took_place = [one for one in there if one.status.value != "booked"]
    if not took_place:
        return "booked" if there else ""
    return "attended" if all(one.status.value == "fulfilled" and one.signed for one in took_place) else "unsigned"


@given(leaves, st.lists(marks, max_size=30), promises, st.none() | days, st.none() | days)
def test_the_count_is_a_recount_by_hand(
    leave: Leave, visits: list[Mark], offered: list[tuple[date, VisitKind]], first: date | None, last: date | None
) -> None:
    ledger = count(leave, visits, offered=offered, first=first, last=last)
    counted = {
        one.day: recount(visits, one.day)
        for one in visits
        if MARCH <= one.day <= JUNE and not (first and one.day < first) and not (last and one.day > last)
    }
    uses = list(counted.values())
    assert [ledger.attended, ledger.unsigned, ledger.booked] == [
        uses.count(use) for use in ("attended", "unsigned", "booked")
    ]
    assert ledger.days == {day for day, use in counted.items() if use}
    promised = {
        day: kind
        for day, kind in offered
        if MARCH <= day <= JUNE and not (first and day < first) and not (last and day > last) and not counted.get(day)
    }
    again = {one.day for one in visits if one.kind is VisitKind.RE_EVALUATION and one.status.value not in GONE}
    again = (again & ledger.days) | {day for day, kind in promised.items() if kind is VisitKind.RE_EVALUATION}
    assert (ledger.offered, ledger.reserved) == (len(promised), max(0, leave.reserved - len(again)))
    assert ledger.left == leave.visits - len(ledger.days) - ledger.reserved - len(promised)
    assert ledger.left_for(VisitKind.RE_EVALUATION) == leave.visits - len(ledger.days) - len(promised)
    assert ledger.left_for(VisitKind.FOLLOW_UP) == ledger.left


@given(leaves, st.lists(marks, max_size=30))
def test_the_first_visit_past_the_limit_is_the_first_that_nobody_pays(leave: Leave, visits: list[Mark]) -> None:
    ledger = count(leave, visits)
    free, kept = max(0, leave.visits - leave.reserved), leave.reserved
    past = []
    for day in sorted({one.day for one in visits if one.day >= MARCH and recount(visits, one.day)}):
        again = any(
            one.day == day and one.kind is VisitKind.RE_EVALUATION and one.status.value not in GONE for one in visits
        )
        if day > JUNE:
            paid = False
        elif again and kept:
            paid, kept = True, kept - 1
        else:
            paid, free = free > 0, free - 1
        if recount(visits, day) == "booked" and not paid:
            past.append(day)
    assert ledger.first_past == min(past, default=None)


@given(leaves, st.lists(marks, max_size=20), days, st.sampled_from(VisitKind))
def test_what_an_account_pays_leaves_nothing_overdrawn(
    leave: Leave, visits: list[Mark], day: date, kind: VisitKind
) -> None:
    """Booking whatever the account of its kind pays for: what is left for that kind falls by the days that were new."""
    before = count(leave, visits)
    asked = account(leave, before, kind)
    pays = asked.pays(day)
    asked.take(day)
    more = Mark(day, datetime.combine(day, time(12), UTC), AppointmentStatus.BOOKED, kind=kind)
    after = count(leave, [*visits, more])
    if leave.holds(day):
        assert asked.left == after.left_for(kind)
        assert pays == (day in before.days or before.left_for(kind) > 0)
    else:
        assert not pays


def authorize(clinic: Clinic, visits: int = 12, reserved: int = 0, patient_id: int = 1) -> int:
    leave = AddAuthorization(
        patient_id=patient_id, payer_id=1, visits=visits, reserved=reserved, starts_on=MARCH, ends_on=JUNE
    )
    return clinic.do(add_authorization, leave).authorization_id


def put(clinic: Clinic, visit: int, **values: object) -> None:
    """Change a visit past every rule."""
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        for name, value in values.items():
            setattr(session.get_one(Appointment, visit), name, value)
        session.commit()


def only(clinic: Clinic, patient_id: int = 1) -> LedgerRow:
    (row,) = clinic.executor.fetch(ledgers, CLERK, patient_id)
    return row


def test_a_note_that_is_signed_makes_a_visit_attended(clinic: Clinic) -> None:
    authorize(clinic, reserved=1)
    visit = booked(clinic, time(9), day=clinic.day, minutes=30).appointment_id
    booked(clinic, time(10))
    with pytest.raises(ClinicError, match="did not take place"):
        clinic.do(mark_signed, MarkSigned(appointment_ids=(visit,)))
    arrived(clinic, visit)
    assert (only(clinic).ledger.unsigned, [one.id for one in only(clinic).unsigned]) == (1, [visit])

    put(clinic, visit, status=AppointmentStatus.FULFILLED)
    clinic.do(mark_signed, MarkSigned(appointment_ids=(visit,)))
    ledger = only(clinic).ledger
    assert (ledger.attended, ledger.unsigned, ledger.booked, ledger.left) == (1, 0, 1, 9)
    clinic.do(take_signatures_back, TakeSignaturesBack(appointment_ids=(visit,)))
    assert only(clinic).ledger.unsigned == 1
    for wrong in ((99,), (visit, 99), ()):
        with pytest.raises(NotFound):
            clinic.do(mark_signed, MarkSigned(appointment_ids=wrong))


def test_another_episodes_visits_count_against_their_own(clinic: Clinic) -> None:
    knee, shoulder = authorize(clinic), authorize(clinic, visits=6)
    for leave, title in ((knee, "Knee"), (shoulder, "Shoulder")):
        start = StartEpisode(patient_id=1, location_id=1, title=title, starts_on=MARCH, authorization_id=leave)
        clinic.do(start_episode, start)
    visit = booked(clinic, time(9)).appointment_id
    put(clinic, visit, episode_id=1)
    booked(clinic, time(10), day=TOMORROW + timedelta(days=1))
    rows = {row.authorization.id: row.ledger for row in clinic.executor.fetch(ledgers, CLERK, 1)}
    assert (rows[knee].booked, rows[shoulder].booked) == (2, 1)  # that of no episode counts for both


def test_what_holds_on_a_day_is_the_first_to_end(clinic: Clinic) -> None:
    assert clinic.executor.fetch(leave_on, CLERK, 1, clinic.day) is None
    authorize(clinic)
    soon = AddAuthorization(patient_id=1, payer_id=1, visits=4, starts_on=MARCH, ends_on=date(2026, 3, 31))
    clinic.do(add_authorization, soon)
    clinic.do(add_authorization, AddAuthorization(
        patient_id=1, payer_id=1, visits=9, starts_on=MARCH, ends_on=date(2026, 3, 12), asked=True
    ))  # fmt: skip
    found = clinic.executor.fetch(leave_on, CLERK, 1, clinic.day)
    assert found is not None
    assert found.authorization.visits == 4
    later = clinic.executor.fetch(leave_on, CLERK, 1, date(2026, 4, 1))
    assert later is not None
    assert later.authorization.visits == 12


@pytest.mark.parametrize("seed", range(3))
def test_after_any_sequence_of_deeds_the_ledger_is_a_recount(clinic: Clinic, seed: int) -> None:
    chance = Random(seed)
    authorize(clinic, reserved=2)
    with clinic.database.writing() as session:
        session.get_one(VisitType, 1).kind = VisitKind.RE_EVALUATION
        session.commit()
    for _ in range(25):
        _deed(clinic, chance)
        _agree(clinic)


def _rows(session: Session) -> list[Appointment]:
    return list(session.scalars(select(Appointment).order_by(Appointment.id)))


def _deed(clinic: Clinic, chance: Random) -> None:
    known = clinic.rows(_rows)
    visit = chance.choice(known) if known else None
    kind = chance.choice(("book", "again", "split", "cancel", "back", "arrive", "done", "missed", "sign", "unsign"))
    try:
        if kind in ("book", "again") or visit is None:
            day = chance.choice((clinic.day, clinic.day + timedelta(days=chance.randrange(120))))
            at = time(chance.randrange(8, 16), chance.choice((0, 15, 30)))
            booked(clinic, at, day=day, minutes=15, visit_type_id=1 if kind == "again" else 2)
        elif kind == "split":
            split = SplitAppointment(appointment_id=visit.id, version=visit.version, minutes=visit.minutes // 2)
            clinic.do(split_appointment, split)
        elif kind == "cancel":
            clinic.do(
                cancel_appointment,
                CancelAppointment(appointment_id=visit.id, version=visit.version, reason_code="sick"),
            )
        elif kind == "back":
            clinic.do(undo_cancel, UndoCancel(appointment_id=visit.id, version=visit.version))
        elif kind == "arrive" and visit.day == clinic.day:
            arrived(clinic, visit.id)
        elif kind == "done" and visit.status is AppointmentStatus.ARRIVED:
            put(clinic, visit.id, status=AppointmentStatus.FULFILLED)
        elif kind == "missed" and visit.day == clinic.day:
            missed = NoShow(appointment_id=visit.id, version=row(clinic, visit.id).version, reason_code="forgot")
            clinic.do(no_show, missed)
        elif kind == "sign":
            clinic.do(mark_signed, MarkSigned(appointment_ids=(visit.id,)))
        else:
            clinic.do(take_signatures_back, TakeSignaturesBack(appointment_ids=(visit.id,)))
    except ClinicError:
        return


def _agree(clinic: Clinic) -> None:
    ledger, rows = only(clinic).ledger, clinic.rows(_rows)
    visits = [
        Mark(one.day, one.starts_at, one.status, one.signed_at is not None) for one in rows if MARCH <= one.day <= JUNE
    ]
    uses = [recount(visits, day) for day in {one.day for one in visits}]
    assert {name: getattr(ledger, name) for name in ("attended", "unsigned", "booked")} == {
        name: uses.count(name) for name in ("attended", "unsigned", "booked")
    }
    again = {one.day for one in rows if one.visit_type_id == 1 and one.status.value not in GONE} & ledger.days
    assert ledger.reserved == max(0, 2 - len(again))
    assert ledger.left == 12 - ledger.reserved - len(ledger.days)


def test_a_split_visit_counts_once(clinic: Clinic) -> None:
    authorize(clinic, visits=1)
    begin = StartEpisode(patient_id=1, location_id=1, title="Knee", starts_on=MARCH, authorization_id=1)
    clinic.do(start_episode, begin)
    made = booked(clinic, time(9), episode_id=1)
    split = SplitAppointment(appointment_id=made.appointment_id, version=made.version, minutes=30, practitioner_id=2)
    parts = clinic.do(split_appointment, split)  # the last authorized visit may be split: it stays one
    assert (only(clinic).ledger.booked, only(clinic).ledger.left) == (1, 0)
    with pytest.raises(ClinicError, match="All 1 authorized visits"):
        booked(clinic, time(9), day=TOMORROW + timedelta(days=1), episode_id=1)
    clinic.do(cancel_appointment, CancelAppointment(
        appointment_id=parts.second.appointment_id, version=parts.second.version, reason_code="sick"
    ))  # fmt: skip
    assert only(clinic).ledger.left == 0
    assert parts.first.minutes == 30
