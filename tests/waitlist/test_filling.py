"""Holes: who is called, what is offered, who takes them, and that of two desks one wins."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from app.core.access import Grant, Permission
from app.core.clock import FixedClock
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.insurance.rules import PayerKind
from app.insurance.tables import Authorization, Coverage, Payer
from app.patients.tables.record import ConfidentialContact
from app.schedule.actions import BookAppointment, book
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import FreedSlot, Room, VisitType, VisitTypePractitioner
from app.staff.tables import Practitioner
from app.visits.actions import (
    Arrive,
    CheckIn,
    CheckOut,
    EndVisit,
    StartVisit,
    arrive,
    check_in,
    check_out,
    end_visit,
    start_visit,
)
from app.waitlist.actions import LogTry, TakeFillBack, fill_slot, log_try, take_fill_back
from app.waitlist.queries import fill_rate, hole_left_by, hole_marks, holes, ladder, waiting
from app.waitlist.rules import Barrier, Outcome, WhyKind
from app.waitlist.tables import WaitlistTry
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW
from tests.visits.flow import ELSEWHERE, open_papers
from tests.waitlist.holes import TOMORROW, asked, booked, fill, hole, open_hole, person, visit, wait


def test_a_cancelled_visit_leaves_a_hole_and_the_next_in_line_is_named(clinic: Clinic) -> None:
    wait(clinic)
    found = asked(clinic, hole(clinic))
    assert (found.hole.practitioner, found.hole.day, found.hole.start, found.hole.minutes) == (
        "Okafor", TOMORROW, time(9), 45
    )  # fmt: skip
    assert [(one.entry.patient, one.phone, one.first_name) for one in found.rungs] == [
        ("Smith, Joan", "(559) 555-0142", "Joan Smith")
    ]


def test_who_does_not_fit_is_only_counted(clinic: Clinic) -> None:
    wait(clinic, weekdays=0b1)
    found = asked(clinic, hole(clinic))
    assert (found.rungs, found.others) == ((), 1)


def test_who_fills_it_is_booked_and_waits_no_more(clinic: Clinic) -> None:
    entry, slot = wait(clinic), hole(clinic)
    made = clinic.do(fill_slot, fill(slot, entry))
    stands = visit(clinic, made.appointment_id)
    assert (stands.patient_id, stands.day, stands.wall_start, stands.practitioner_id) == (2, TOMORROW, time(9), 1)
    assert clinic.executor.fetch(waiting, ANYONE, 1) == ()
    assert clinic.executor.fetch(holes, ANYONE, 1) == ()
    tries = clinic.rows(lambda s: [(one.outcome, one.freed_slot_id) for one in s.scalars(select(WaitlistTry))])
    assert tries == [(Outcome.ACCEPTED, slot)]
    assert clinic.rows(lambda s: s.scalar(select(FreedSlot.filled_by_id))) == made.appointment_id


def test_a_later_visit_moves_up_and_leaves_the_next_hole(clinic: Clinic) -> None:
    later = booked(clinic, time(14), patient_id=2, day=date(2026, 3, 13), practitioner_id=2)
    entry, slot = wait(clinic, appointment_id=later.appointment_id), hole(clinic)
    made = clinic.do(fill_slot, fill(slot, entry))
    assert made.appointment_id == later.appointment_id
    stands = visit(clinic, later.appointment_id)
    assert (stands.day, stands.wall_start, stands.moved_reason, stands.practitioner_id) == (
        TOMORROW, time(9), "sooner", 1
    )  # fmt: skip
    left = clinic.executor.fetch(holes, ANYONE, 1)
    assert [(one.day, one.start, one.practitioner) for one in left] == [(date(2026, 3, 13), time(14), "Lee")]
    back = TakeFillBack(
        entry_id=entry.entry_id, version=made.entry_version, appointment_id=made.appointment_id,
        appointment_version=made.version, former=made.former, undoes=uuid4(),
    )  # fmt: skip
    clinic.do(take_fill_back, back)
    stands = visit(clinic, later.appointment_id)
    assert (stands.day, stands.wall_start) == (date(2026, 3, 13), time(14))
    assert [(one.day, one.start) for one in clinic.executor.fetch(holes, ANYONE, 1)] == [(TOMORROW, time(9))]


def test_a_fill_that_is_taken_back_opens_the_hole_once(clinic: Clinic) -> None:
    entry, slot = wait(clinic), hole(clinic)
    made = clinic.do(fill_slot, fill(slot, entry))
    back = TakeFillBack(
        entry_id=entry.entry_id, version=made.entry_version, appointment_id=made.appointment_id,
        appointment_version=made.version,
    )  # fmt: skip
    clinic.do(take_fill_back, back)
    assert visit(clinic, made.appointment_id).status is AppointmentStatus.CANCELLED
    assert [one.id for one in clinic.executor.fetch(holes, ANYONE, 1)] == [slot]
    assert [one.id for one in clinic.executor.fetch(waiting, ANYONE, 1)] == [entry.entry_id]
    with pytest.raises(Stale):
        clinic.do(take_fill_back, replace(back, id=uuid4()))


def test_of_two_desks_one_wins_and_the_other_is_told(clinic: Clinic) -> None:
    first, second = wait(clinic), wait(clinic, person(clinic, "Diaz"))
    slot = hole(clinic)
    clinic.do(fill_slot, fill(slot, first))
    with pytest.raises(Clash) as told:
        clinic.do(fill_slot, fill(slot, second))
    assert str(told.value).startswith("Another desk filled this time a moment ago.")
    assert [one.id for one in clinic.executor.fetch(waiting, ANYONE, 1)] == [second.entry_id]


def test_one_person_is_booked_once_however_many_holes_there_are(clinic: Clinic) -> None:
    entry = wait(clinic)
    one, other = hole(clinic), hole(clinic, time(11))
    clinic.do(fill_slot, fill(one, entry))
    with pytest.raises(Stale):
        clinic.do(fill_slot, fill(other, entry))


def test_an_offer_is_shown_to_every_desk_and_holds_nothing(clinic: Clinic) -> None:
    entry, slot = wait(clinic), hole(clinic)
    offer = LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED)
    made = clinic.do(log_try, offer)
    assert made.until == NOW + timedelta(minutes=15)
    mark = clinic.executor.fetch(hole_marks, ANYONE, 1, TOMORROW)[0]
    assert (mark.start, mark.minutes, mark.offered_until, mark.offered_by) == (time(9), 45, time(10, 55), "Ana Ruiz")
    taking = BookAppointment(
        patient_id=1, practitioner_id=1, location_id=1, visit_type_id=2, day=TOMORROW, start=time(9)
    )  # fmt: skip
    clinic.do(book, taking)
    with pytest.raises(Clash):
        clinic.do(fill_slot, fill(slot, entry))
    with pytest.raises(NotFound):
        asked(clinic, slot)


def test_an_offer_ends_by_itself(clinic: Clinic) -> None:
    entry, slot = wait(clinic), hole(clinic)
    clinic.do(log_try, LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED, minutes=5))
    clinic.database.clock = FixedClock(NOW + timedelta(minutes=6))
    assert clinic.executor.fetch(holes, ANYONE, 1)[0].offered_until is None


@pytest.mark.parametrize("minutes", [0, 1441])
def test_an_offer_for_no_time_or_for_days_is_refused(clinic: Clinic, minutes: int) -> None:
    entry, slot = wait(clinic), hole(clinic)
    with pytest.raises(ClinicError) as told:
        clinic.do(
            log_try, LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED, minutes=minutes)
        )
    assert told.value.field == "minutes"


def test_who_declines_or_does_not_answer_comes_later_for_this_hole_alone(clinic: Clinic) -> None:
    first, second = wait(clinic, priority=3), wait(clinic, person(clinic, "Diaz"))
    slot, other = hole(clinic), hole(clinic, time(11))
    clinic.do(log_try, LogTry(freed_slot_id=slot, entry_id=first.entry_id, outcome=Outcome.DECLINED))
    found = asked(clinic, slot)
    assert [one.entry.id for one in found.rungs] == [second.entry_id, first.entry_id]
    assert found.rungs[1].ranked.barrier is Barrier.DECLINED
    assert [one.entry.id for one in asked(clinic, other).rungs] == [first.entry_id, second.entry_id]


def test_what_stands_in_the_way_is_said(clinic: Clinic) -> None:
    booked(clinic, time(9), patient_id=2, practitioner_id=2)
    wait(clinic)
    found = asked(clinic, hole(clinic))
    assert found.rungs[0].ranked.barrier is Barrier.BUSY


def test_who_has_no_plan_that_day_stands_below_who_has(clinic: Clinic) -> None:
    clinic.add(Coverage(patient_id=2, payer_id=1, member_id="X1", ends_on=date(2026, 3, 1)))
    uncovered, covered = wait(clinic, 2, priority=3), wait(clinic, 1)
    slot = hole(clinic, patient_id=person(clinic, "Away"))
    found = asked(clinic, slot)
    assert [one.entry.id for one in found.rungs] == [covered.entry_id, uncovered.entry_id]
    assert found.rungs[1].ranked.barrier is Barrier.NO_COVERAGE


def test_an_authorization_that_is_used_up_stands_in_the_way_and_one_with_visits_left_is_said(clinic: Clinic) -> None:
    for patient, visits in ((1, 5), (2, 1)):
        clinic.add(
            Authorization(
                patient_id=patient, payer_id=1, visits=visits, starts_on=date(2026, 3, 1), ends_on=date(2026, 4, 30)
            )
        )
    booked(clinic, time(14), patient_id=2, day=date(2026, 3, 13))
    left, used_up = wait(clinic, 1), wait(clinic, 2, priority=3)
    found = asked(clinic, hole(clinic, patient_id=person(clinic, "Away"))).rungs
    assert [one.entry.id for one in found] == [left.entry_id, used_up.entry_id]
    assert found[1].ranked.barrier is Barrier.NO_AUTHORIZATION
    assert {why.kind: why.value for why in found[0].ranked.whys}[WhyKind.AUTHORIZED] == 5


def test_who_asked_to_be_reached_elsewhere_is_called_there_alone(clinic: Clinic) -> None:
    clinic.add(ConfidentialContact(patient_id=2, phone="(559) 555-0777", since=date(2026, 1, 1)))
    wait(clinic)
    found = asked(clinic, hole(clinic)).rungs[0]
    assert (found.phone, found.confidential) == ("(559) 555-0777", True)


def test_a_role_that_sees_patients_masked_sees_the_end_of_the_phone(clinic: Clinic) -> None:
    wait(clinic)
    slot = hole(clinic)
    masked = replace(ANYONE, grants={**ANYONE.grants, Permission.VIEW_PATIENT: Grant(masked=True)})
    found = clinic.executor.fetch(ladder, masked, slot)
    assert "555" not in found.rungs[0].phone


def test_a_longer_wait_and_a_missing_visit_are_said_with_figures(clinic: Clinic) -> None:
    clinic.database.clock = FixedClock(NOW - timedelta(days=12))
    wait(clinic)
    clinic.database.clock = FixedClock(NOW)
    said = {why.kind: why.value for why in asked(clinic, hole(clinic)).rungs[0].ranked.whys}
    assert (said[WhyKind.WAITED], said[WhyKind.NO_VISIT_AHEAD]) == (12, 1)


def test_another_location_sees_no_hole_of_ours(clinic: Clinic) -> None:
    slot = hole(clinic)
    assert clinic.executor.fetch(holes, ELSEWHERE, None) == ()
    with pytest.raises(NotFound):
        clinic.executor.fetch(ladder, ELSEWHERE, slot)


def test_the_hole_of_a_visit_is_found_by_the_visit(clinic: Clinic) -> None:
    made = booked(clinic, time(9))
    assert clinic.executor.fetch(hole_left_by, ANYONE, made.appointment_id) is None
    slot = hole(clinic, time(10))
    left = clinic.rows(lambda s: s.get_one(FreedSlot, slot).appointment_id)
    found = clinic.executor.fetch(hole_left_by, ANYONE, left)
    assert found is not None
    assert found.id == slot == open_hole(clinic, left)


def attend(clinic: Clinic, appointment_id: int, at: datetime) -> None:
    """The whole visit, at its time."""
    clinic.database.clock = FixedClock(at)
    version = visit(clinic, appointment_id).version
    key = clinic.do(arrive, Arrive(appointment_id=appointment_id, version=version))
    accepted = open_papers(clinic, appointment_id)
    going = CheckIn(appointment_id=appointment_id, version=key.version, accepted_missing=accepted)
    key = clinic.do(check_in, going)
    key = clinic.do(start_visit, StartVisit(appointment_id=appointment_id, version=key.version))
    key = clinic.do(end_visit, EndVisit(appointment_id=appointment_id, version=key.version))
    clinic.do(check_out, CheckOut(appointment_id=appointment_id, version=key.version))


def test_the_fill_rate_counts_late_holes_filled_by_another_who_came(clinic: Clinic) -> None:
    entry = wait(clinic)
    filled, empty, early = hole(clinic, time(9)), hole(clinic, time(8)), hole(clinic, time(9), date(2026, 3, 13))
    assert len({filled, empty, early}) == 3
    made = clinic.do(fill_slot, fill(filled, entry))
    booked(clinic, time(10))  # an ordinary booking is in no number
    attend(clinic, made.appointment_id, NOW + timedelta(hours=23))
    clinic.database.clock = FixedClock(NOW + timedelta(days=2))
    found = clinic.executor.fetch(fill_rate, ANYONE, 1, date(2026, 3, 12))
    assert (found.opened, found.filled, found.filled_and_attended, found.open, found.percent) == (2, 1, 1, 0, 50)


def test_who_takes_their_own_time_again_fills_nothing(clinic: Clinic) -> None:
    hole(clinic, time(9))
    booked(clinic, time(9))
    clinic.database.clock = FixedClock(NOW + timedelta(days=2))
    found = clinic.executor.fetch(fill_rate, ANYONE, 1, date(2026, 3, 12))
    assert (found.opened, found.filled, found.filled_and_attended) == (1, 0, 0)


def _random_clinic(clinic: Clinic, chance: Random) -> None:
    """Pauses, a room, equipment, who may, lead time, one-to-one, two lanes: each perhaps."""
    with clinic.database.writing() as session:
        for kind in session.scalars(select(VisitType)):
            kind.buffer_before, kind.buffer_after = chance.choice((0, 0, 15)), chance.choice((0, 0, 20))
            kind.room_kind, kind.together = chance.choice(("", "", "Pool")), chance.choice((None, None, 1))
            kind.lead_hours = chance.choice((0, 0, 30))
        session.get_one(Practitioner, 1).lanes = chance.choice((1, 2))
        session.add(Room(location_id=1, name="Pool", kind="Pool", capacity=1))
        session.get_one(Payer, 1).kind = chance.choice((PayerKind.COMMERCIAL, PayerKind.MEDICARE))
        if chance.random() < 0.3:
            session.add(
                VisitTypePractitioner(visit_type_id=chance.choice((1, 2)), practitioner_id=chance.choice((1, 2)))
            )
        session.commit()


@pytest.mark.parametrize("seed", range(8))
def test_who_is_named_first_can_be_booked_and_who_has_something_in_the_way_cannot(clinic: Clinic, seed: int) -> None:
    chance = Random(seed)
    slot = hole(clinic, time(10), patient_id=person(clinic, "Away"))
    waiting = [wait(clinic, 1), wait(clinic, 2, visit_type_id=chance.choice((1, 2)), minutes=chance.choice((30, 45)))]
    later = booked(clinic, time(11), patient_id=3, practitioner_id=chance.choice((1, 2)))
    waiting.append(wait(clinic, 3, appointment_id=later.appointment_id))
    _random_clinic(clinic, chance)
    for start, who in ((time(9, 15), 1), (time(10, 30), 2), (time(10, 45), 1)):
        with suppress(ClinicError):
            booked(clinic, start, patient_id=person(clinic, "Beside"), practitioner_id=who, minutes=30)
    for rung in asked(clinic, slot).rungs:
        entry = next(one for one in waiting if one.entry_id == rung.entry.id)
        try:
            done = clinic.do(fill_slot, fill(slot, entry))
        except ClinicError:
            assert rung.ranked.barrier is not None
            continue
        assert rung.ranked.barrier is None
        clinic.do(take_fill_back, TakeFillBack(
            entry_id=done.entry_id, version=done.entry_version, appointment_id=done.appointment_id,
            appointment_version=done.version, former=done.former,
        ))  # fmt: skip


def test_a_longer_list_asks_the_database_no_more_often(clinic: Clinic) -> None:
    slot = hole(clinic, patient_id=person(clinic, "Away"))
    asked_for: list[str] = []
    event.listen(clinic.database.engine, "before_cursor_execute", lambda *told: asked_for.append(told[2]))
    counts = []
    for number in (2, 5):
        for n in range(number):
            wait(clinic, person(clinic, f"Waits{number}{n}"))
        asked_for.clear()
        asked(clinic, slot)
        counts.append(len(asked_for))
    assert counts[0] == counts[1]
