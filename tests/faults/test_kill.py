"""`kill -9` while patients are checked in and pay: what was answered is there once, nothing is half done, the chain is whole."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.core.verify import Anchors
from app.payments.actions import TakePayment, take_payment
from app.payments.rules import Method, Part
from app.payments.tables import Payment, PaymentPart, ReceiptCounter, VisitDue
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment
from app.visits.actions import CheckIn, check_in
from app.visits.tables import Encounter
from tests.faults.arrivals import COPAY, VERSION, arrived
from tests.faults.killing import Desk, Step, Tally, Work, command_id, entries, faults, run
from tests.support.clinic import Clinic
from tests.support.databases import KEY, NOW

KILLS = int(os.environ.get("FRONTDESK_TEST_KILLS", "200"))
LONG_KILLS = 5000
#: how many of 200 must hit a transaction that was open
INSIDE = 60
CARD = (Part(Method.CARD, 2000, "4242"), Part(Method.CASH, 500))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")


def visits_for(kills: int) -> int:
    """More visits than that many lives can check in."""
    return kills * 2


def day_of(papers: tuple[str, ...], seeded: int) -> Work:
    """Check-ins with the co-pay, and a payment to the balance after each third."""

    def step(n: int) -> Step:
        visit, further = n // 4 * 3 + n % 4 + 1, n % 4 == 3
        if further:
            return take_payment, TakePayment(
                id=command_id(n), patient_id=seeded + visit - 1, location_id=1, parts=(Part(Method.CHECK, 700, "88"),)
            )
        return check_in, CheckIn(
            id=command_id(n), appointment_id=visit, version=VERSION, accepted_missing=papers, parts=CARD
        )

    return step


def opener(database: Database) -> Callable[[], Database]:
    """How a child opens this database for itself."""
    if database.path is not None:
        path = database.path
        return lambda: open_embedded(path, KEY, clock=FixedClock(NOW))
    url = database.engine.url.render_as_string(hide_password=False)
    return lambda: open_server(url, KEY, tls="local", clock=FixedClock(NOW))


def half_done(database: Database, work: Work) -> list[str]:
    """Every command that left only a part of what it does."""
    written = entries(database)
    with database.reading() as session:
        done = _visits(session)
        extra = len(session.scalars(select(Payment.id).where(Payment.appointment_id.is_(None))).all())
        counter = session.scalar(select(ReceiptCounter.last_number)) or 0
        receipts = len(session.scalars(select(Payment.id)).all())
        parts = sum(session.scalars(select(PaymentPart.cents)))
        total = sum(session.scalars(select(Payment.total_cents)))
    checked_in = payments = 0
    said = []
    for n in range(len(done) * 4 // 3):
        action, command = work(n)
        there = str(command_id(n)) in written
        if action is check_in:
            found = done[command.appointment_id]  # type: ignore[attr-defined]
            said += [] if found == (there,) * len(found) else [f"command {n}: journal {there}, rows {found}"]
            checked_in += there
        else:
            payments += there
    said += [] if extra == payments else [f"{extra} further payments, {payments} of them in the journal"]
    said += [] if receipts == counter == checked_in + payments else [f"{receipts} receipts, the last is {counter}"]
    return said + ([] if parts == total else [f"parts make {parts}, payments {total}"])


def _visits(session: Session) -> dict[int, tuple[bool, bool, bool, bool]]:
    """Of each visit: whether appointment, encounter, due and payment say that it was checked in."""
    wanted = (
        select(Appointment.id, Appointment.status, Encounter.checked_in_at, VisitDue.due_cents, Payment.total_cents)
        .join(Encounter, Encounter.appointment_id == Appointment.id)
        .outerjoin(VisitDue, VisitDue.appointment_id == Appointment.id)
        .outerjoin(Payment, Payment.appointment_id == Appointment.id)
    )
    return {
        visit: (status is AppointmentStatus.CHECKED_IN, at is not None, due == COPAY, paid == COPAY)
        for visit, status, at, due, paid in session.execute(wanted)
    }


def killed(clinic: Clinic, folder: Path, kills: int, *, twice: bool = False) -> tuple[Tally, list[str]]:
    """Seed the day, let desks live and die, and say what is wrong afterwards."""
    count = visits_for(kills)
    papers = arrived(clinic, count)
    work = day_of(papers, seeded=2)
    anchors = Anchors(folder / "anchors")
    clinic.database.close()  # a child must not inherit an open connection
    desk = Desk(opener(clinic.database), anchors.path, work, count * 4 // 3, twice)
    tally = run(desk, kills, seed=20_260_310)
    print(
        f"\n{clinic.database.engine.dialect.name}: {tally.kills} kills, {tally.inside} inside a transaction, "
        f"{tally.committing} at its commit, {len(tally.acknowledged)} commands acknowledged"
    )
    return tally, faults(clinic.database, tally, anchors, lambda database: half_done(database, work))


@pytest.mark.timeout(300)
def test_nothing_is_lost_doubled_or_half_done(clinic: Clinic, tmp_path: Path) -> None:
    tally, said = killed(clinic, tmp_path, KILLS)
    assert not said
    assert tally.kills == KILLS
    assert tally.inside >= INSIDE * KILLS // 200


@pytest.mark.timeout(300)
def test_a_desk_that_commits_twice_is_caught(clinic: Clinic, tmp_path: Path) -> None:
    _, said = killed(clinic, tmp_path, KILLS, twice=True)
    assert any("rows" in one or "receipts" in one for one in said), said[:3]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_five_thousand_deaths(clinic: Clinic, tmp_path: Path) -> None:
    tally, said = killed(clinic, tmp_path, LONG_KILLS)
    assert not said
    assert tally.inside >= INSIDE * LONG_KILLS // 200
