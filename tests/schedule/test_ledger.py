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
from app.schedule.actions import CancelAppointment, UndoCancel, cancel_appointment, undo_cancel
from app.schedule.actions.signing import MarkSigned, TakeSignaturesBack, mark_signed, take_signatures_back
from app.schedule.queries.ledger import LedgerRow, leave_on, ledgers
from app.schedule.rules import AppointmentStatus
from app.schedule.rules.ledger import Leave, Mark, count
from app.schedule.tables import Appointment
from app.visits.actions import NoShow, no_show
from tests.schedule.visits import booked
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, arrived, row

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 30)
days = st.dates(date(2026, 2, 20), date(2026, 7, 10))
marks = st.builds(
    lambda day, hour, status, signed: Mark(day, datetime.combine(day, time(hour), UTC), status, signed),
    days, st.integers(8, 17), st.sampled_from(AppointmentStatus), st.booleans(),
)  # fmt: skip
leaves = st.builds(Leave, st.integers(1, 12), st.just(MARCH), st.just(JUNE), st.integers(0, 3))


@given(leaves, st.lists(marks, max_size=30), st.integers(0, 2), st.none() | days, st.none() | days)
def test_the_count_is_a_recount_by_hand(
    leave: Leave, visits: list[Mark], offered: int, first: date | None, last: date | None
) -> None:
    ledger = count(leave, visits, offered=offered, first=first, last=last)
    attended = unsigned = to_come = 0
    for visit in visits:
        if not MARCH <= visit.day <= JUNE or (first and visit.day < first) or (last and visit.day > last):
            continue
        if visit.status.value == "booked":
            to_come += 1
        elif visit.status.value == "fulfilled" and visit.signed:
            attended += 1
        elif visit.status.value in ("fulfilled", "arrived", "checked-in"):
            unsigned += 1
    assert (ledger.attended, ledger.unsigned, ledger.booked) == (attended, unsigned, to_come)
    assert ledger.left == leave.visits - attended - unsigned - to_come - leave.reserved - offered


@given(leaves, st.lists(marks, max_size=30))
def test_the_first_visit_past_the_limit_is_the_first_that_nobody_pays(leave: Leave, visits: list[Mark]) -> None:
    ledger = count(leave, visits)
    standing = [one for one in visits if one.status.value not in ("cancelled", "noshow", "entered-in-error")]
    number, past = 0, []
    for visit in sorted(standing, key=lambda one: one.starts_at):
        if visit.day < MARCH:
            continue
        number += visit.day <= JUNE
        if visit.status is AppointmentStatus.BOOKED and (visit.day > JUNE or number > leave.visits - leave.reserved):
            past.append(visit.day)
    assert ledger.first_past == min(past, default=None)


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
    booked(clinic, time(10))
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
    for _ in range(25):
        _deed(clinic, chance)
        _agree(clinic)


def _rows(session: Session) -> list[Appointment]:
    return list(session.scalars(select(Appointment).order_by(Appointment.id)))


def _deed(clinic: Clinic, chance: Random) -> None:
    known = clinic.rows(_rows)
    visit = chance.choice(known) if known else None
    kind = chance.choice(("book", "book", "cancel", "back", "arrive", "done", "missed", "sign", "unsign"))
    try:
        if kind == "book" or visit is None:
            day = chance.choice((clinic.day, clinic.day + timedelta(days=chance.randrange(120))))
            booked(clinic, time(chance.randrange(8, 16), chance.choice((0, 15, 30))), day=day, minutes=15)
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
    ledger, counted = only(clinic).ledger, {"attended": 0, "unsigned": 0, "booked": 0}
    for visit in clinic.rows(_rows):
        if not MARCH <= visit.day <= JUNE:
            continue
        if visit.status.value == "booked":
            counted["booked"] += 1
        elif visit.status.value in ("arrived", "checked-in", "fulfilled"):
            signed = visit.status.value == "fulfilled" and visit.signed_at is not None
            counted["attended" if signed else "unsigned"] += 1
    assert counted == {name: getattr(ledger, name) for name in counted}
    assert ledger.left == 12 - 2 - sum(counted.values())
