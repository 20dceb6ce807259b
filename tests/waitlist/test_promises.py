"""Open offers in the ledger: after any calls the count is a recount by hand, and no booking is refused for an offer."""

from datetime import date, time, timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import local_day
from app.core.errors import ClinicError
from app.episodes.actions import StartEpisode, start_episode
from app.insurance.actions import AddAuthorization, add_authorization
from app.schedule.actions import TakeBackBooking, take_back_booking
from app.schedule.queries.ledger import ledgers
from app.schedule.rules.ledger import Ledger
from app.schedule.tables import Appointment, FreedSlot
from app.waitlist.actions import LogTry, fill_slot, log_try
from app.waitlist.queries import WaitlistPromises
from app.waitlist.rules import Outcome, WaitStatus
from app.waitlist.tables import WaitlistEntry, WaitlistTry
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, ZONE, Clinic
from tests.waitlist.holes import fill, hole, wait

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 30)


def authorize(clinic: Clinic, visits: int = 6) -> None:
    """Visits of the second patient, and care that points at them."""
    leave = AddAuthorization(patient_id=2, payer_id=1, visits=visits, starts_on=MARCH, ends_on=JUNE)
    clinic.do(add_authorization, leave)
    clinic.do(start_episode, StartEpisode(
        patient_id=2, location_id=1, title="Knee", starts_on=MARCH, authorization_id=1
    ))  # fmt: skip


def counted(clinic: Clinic) -> Ledger:
    (row,) = clinic.executor.fetch(ledgers, ANYONE, 2, "", WaitlistPromises())
    return row.ledger


def by_hand(session: Session, clinic: Clinic) -> tuple[int, int]:
    """Days that are booked, and entries of which the last word about an open hole is an offer that goes on."""
    now = clinic.database.clock.now()
    visits = session.scalars(select(Appointment).where(Appointment.patient_id == 2)).all()
    days = {one.day for one in visits if one.status.value == "booked" and MARCH <= one.day <= JUNE}
    offered = set()
    for entry in session.scalars(select(WaitlistEntry).where(WaitlistEntry.patient_id == 2)).all():
        if entry.status is not WaitStatus.WAITING:
            continue
        last: dict[int, WaitlistTry] = {}
        tries = select(WaitlistTry).where(WaitlistTry.entry_id == entry.id).order_by(WaitlistTry.id)
        for one in session.scalars(tries):
            last[one.freed_slot_id or 0] = one
        holes = [session.get_one(FreedSlot, slot) for slot, one in last.items() if one.until and one.until > now]
        going = [one for one in holes if one.filled_by_id is None and one.closed_at is None and one.starts_at > now]
        if going:
            offered.add(local_day(min(one.starts_at for one in going), ZONE))
    return len(days), len(offered - days)


@pytest.mark.parametrize("seed", range(2))
def test_after_any_calls_the_ledger_is_a_recount(clinic: Clinic, seed: int) -> None:
    chance = Random(seed)
    authorize(clinic)
    entries = [wait(clinic), wait(clinic, visit_type_id=1, minutes=30)]
    slots = [hole(clinic, time(9 + n), TOMORROW + timedelta(days=n % 3), patient_id=1) for n in range(4)]
    for _ in range(20):
        entry, slot = chance.choice(entries), chance.choice(slots)
        kind = chance.choice(("offer", "offer", "offer", "say", "later", "fill", "over"))
        try:
            if kind == "later":
                clinic.database.clock.advance(minutes=chance.choice((5, 20)))  # type: ignore[attr-defined]
            elif kind == "fill":
                clinic.do(fill_slot, fill(slot, entry))
            elif kind == "over":
                booked(clinic, time(9 + chance.randrange(4)), day=TOMORROW, patient_id=chance.choice((2, 3)))
            else:
                said = Outcome.OFFERED if kind == "offer" else chance.choice((Outcome.DECLINED, Outcome.NO_ANSWER))
                clinic.do(log_try, LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=said, minutes=None))
        except ClinicError:
            continue
        ledger = counted(clinic)
        used, offered = clinic.rows(lambda session: by_hand(session, clinic))
        assert (ledger.booked, ledger.offered, ledger.left) == (used, offered, 6 - used - offered)


def test_an_offer_is_counted_and_refuses_nobody(clinic: Clinic) -> None:
    """The last authorized visit is offered: the ledger says so, and whoever books first has it (ADR 16)."""
    authorize(clinic, visits=1)
    entry, slot = wait(clinic), hole(clinic)
    clinic.do(log_try, LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED))
    assert (counted(clinic).offered, counted(clinic).left) == (1, 0)
    made = booked(clinic, time(14), patient_id=2, episode_id=1, day=TOMORROW + timedelta(days=1))
    assert (counted(clinic).booked, counted(clinic).offered, counted(clinic).left) == (1, 1, -1)
    clinic.do(take_back_booking, TakeBackBooking(appointment_id=made.appointment_id, version=made.version))
    clinic.do(fill_slot, fill(slot, entry))
    assert (counted(clinic).booked, counted(clinic).offered, counted(clinic).left) == (1, 0, 0)


def test_an_earlier_time_for_a_later_visit_is_nothing_more(clinic: Clinic) -> None:
    authorize(clinic)
    later = booked(clinic, time(14), patient_id=2, day=TOMORROW + timedelta(days=7))
    entry, slot = wait(clinic, appointment_id=later.appointment_id), hole(clinic)
    clinic.do(log_try, LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED))
    assert (counted(clinic).booked, counted(clinic).offered) == (1, 0)
