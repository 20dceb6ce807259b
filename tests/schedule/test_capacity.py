"""What a booking is checked for beside hours and lanes, and that every time offered instead can be booked."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core.errors import Clash, ClinicError, ReasonNeeded, Refused
from app.episodes.tables import EpisodeOfCare
from app.insurance.rules import PayerKind, Period
from app.insurance.tables import Authorization, Coverage, Payer
from app.patients.tables import Patient
from app.schedule.actions import (
    CancelAppointment,
    MoveAppointment,
    TakeBackBooking,
    UndoCancel,
    WalkIn,
    book,
    cancel_appointment,
    move_appointment,
    take_back_booking,
    undo_cancel,
    walk_in,
)
from app.schedule.queries import Opening
from app.schedule.queries.ask import openings
from app.schedule.rules import ForWhom, Span, VisitKind
from app.schedule.rules.capacity import (
    Held,
    Known,
    Plan,
    crowd,
    full,
    kept_free,
    lanes_free,
    limit,
    one_to_one,
    plan_on,
)
from app.schedule.rules.spans import overlap
from app.schedule.tables import (
    Appointment,
    BookingOverride,
    Occupancy,
    Room,
    VisitType,
    VisitTypePractitioner,
    WorkingHours,
)
from app.staff.tables import Practitioner
from tests.schedule.test_booking import DESK
from tests.schedule.visits import TOMORROW, booked, command
from tests.support.clinic import ANYONE, Clinic

# --------------------------------------------------------------------------------------------------------- plain rules

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: Span(one[0], one[0] + one[1]))
helds = st.lists(st.builds(Held, spans, st.integers(0, 9), st.integers(0, 9), st.integers(1, 4)), max_size=7)


@given(helds, spans, st.integers(1, 4))
def test_full_is_what_counting_every_minute_finds(there: list[Held], wanted: Span, most: int) -> None:
    def too_many(minute: int) -> bool:
        now = [one.most for one in there if one.span.start <= minute < one.span.end]
        return bool(now) and len(now) + 1 > min(most, *now)

    shut = full(there, most)
    assert all(any(one.start <= at < one.end for one in shut) is too_many(at) for at in range(100))
    assert (crowd(there, wanted, most) is not None) is any(map(too_many, range(wanted.start, wanted.end)))


@given(helds, spans, st.integers(0, 9), st.integers(0, 9))
def test_the_longer_pause_of_two_neighbours_counts(there: list[Held], wanted: Span, before: int, after: int) -> None:
    def fits(one: Held) -> bool:
        if overlap(one.span, wanted):
            return False
        if one.span.end <= wanted.start:
            return wanted.start - one.span.end >= max(one.after, before)
        return one.span.start - wanted.end >= max(one.before, after)

    assert all(overlap(kept_free(one, before, after), wanted) is not fits(one) for one in there)
    assert (0 in lanes_free([there], wanted, before, after)) is all(map(fits, there))


def test_medicare_is_one_to_one_and_says_where_that_stands() -> None:
    assert one_to_one(PayerKind.MEDICARE, TOMORROW)
    assert not one_to_one(PayerKind.COMMERCIAL, TOMORROW)
    assert not one_to_one(PayerKind.MEDICARE, date(2002, 5, 16))
    assert limit(4, PayerKind.MEDICARE, TOMORROW) == 1
    assert limit(4, None, TOMORROW) == 4


def test_of_several_plans_the_first_in_force_is_billed() -> None:
    old, new = Period(None, date(2026, 1, 31)), Period(date(2026, 2, 1))
    plans = (Plan(new, PayerKind.MEDICARE, 2), Plan(old, PayerKind.AUTO, 1), Plan(new, PayerKind.HMO, 1))
    assert [plan_on(plans, day).kind for day in (date(2026, 1, 1), TOMORROW)] == ["auto", "hmo"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("known", "returning"),
    [
        (Known(), False),
        (Known(visits=(TOMORROW,)), False),
        (Known(visits=(TOMORROW - timedelta(days=1),)), True),
        (Known(visits=(TOMORROW - timedelta(days=1096),)), True),
        (Known(visits=(TOMORROW - timedelta(days=1097),)), False),
        (Known(visits=(TOMORROW + timedelta(days=1),)), False),
        (Known(episodes=(TOMORROW,)), False),
        (Known(episodes=(date(2001, 1, 1),)), True),
    ],
)
def test_who_comes_back(known: Known, returning: bool) -> None:
    assert known.returning(TOMORROW) is returning


# ------------------------------------------------------------------------------------------------- on both databases


def alter(clinic: Clinic, table: type, key: int, **values: object) -> None:
    """Change a row past every rule."""
    with clinic.database.writing() as session:
        row = session.get_one(table, key)
        for name, value in values.items():
            setattr(row, name, value)
        session.commit()


def refused(clinic: Clinic, start: time = time(10, 15), **changed: object) -> ClinicError:
    """The refusal of a booking; also that a desk without the right hears the same."""
    for who in (ANYONE, DESK):
        with pytest.raises(ClinicError) as told:
            clinic.do(book, command(clinic, start, **changed), who)
    return told.value


def take_nearest(clinic: Clinic, why: ClinicError, **changed: object) -> Opening:
    """Book each time that a refusal offers, keep the first."""
    offers = why.values["openings"]
    assert isinstance(offers, tuple)
    assert 1 <= len(offers) <= 3
    for opening in (*offers[1:], offers[0]):
        assert opening.starts_at >= clinic.database.clock.now()
        wanted = {"day": opening.day, "practitioner_id": opening.practitioner_id, **changed}
        made = clinic.do(book, command(clinic, opening.start, **wanted), DESK)
        if opening != offers[0]:
            clinic.do(take_back_booking, TakeBackBooking(appointment_id=made.appointment_id, version=made.version))
    first = offers[0]
    assert isinstance(first, Opening)
    return first


def newest(clinic: Clinic) -> int:
    """The visit that was booked last."""
    return clinic.rows(lambda session: session.scalar(select(func.max(Appointment.id))) or 0)


def test_a_pause_between_two_visits_is_the_longer_of_both(clinic: Clinic) -> None:
    alter(clinic, VisitType, 2, buffer_after=10)
    alter(clinic, VisitType, 1, buffer_before=20)
    booked(clinic, time(10))
    why = refused(clinic, time(11), patient_id=2, visit_type_id=1)
    assert (why.field, why.message) == ("start", "Okafor needs 20 minutes between these visits.")
    assert take_nearest(clinic, why, patient_id=2, visit_type_id=1).start == time(11, 5)
    booked(clinic, time(9), patient_id=2, visit_type_id=1, minutes=60)  # nothing is asked between these two
    assert refused(clinic, time(12), practitioner_id=1).message == "Okafor is taken from 12:00 PM to 12:45 PM."


def test_pauses_are_of_a_lane(clinic: Clinic) -> None:
    alter(clinic, VisitType, 2, buffer_after=30)
    alter(clinic, Practitioner, 1, lanes=2)
    booked(clinic, time(10))
    booked(clinic, time(10, 45), patient_id=2)
    assert str(refused(clinic, time(11))) == (
        "Okafor needs 30 minutes between these visits. Nearest free: 11:15 AM · 9:15 AM · 11:00 AM (Lee)."
    )
    booked(clinic, time(11, 15))


def test_who_does_a_visit_type(clinic: Clinic) -> None:
    clinic.add(VisitTypePractitioner(visit_type_id=2, practitioner_id=2))
    why = refused(clinic)
    assert (why.field, str(why)) == (
        "practitioner", "Okafor does not do “Follow-up 45”. Nearest free: 10:15 AM (Lee)."
    )  # fmt: skip
    assert take_nearest(clinic, why).practitioner_id == 2
    found = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 3)
    assert {one.practitioner_id for one in found} == {2}
    booked(clinic, time(14), visit_type_id=1)


def test_new_and_returning(clinic: Clinic) -> None:
    alter(clinic, VisitType, 1, for_whom=ForWhom.NEW)
    alter(clinic, VisitType, 2, for_whom=ForWhom.RETURNING)
    why = refused(clinic)
    assert (why.field, why.values["overridable"]) == ("visit_type", True)
    with pytest.raises(ClinicError, match="is new"):
        clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 3, None, 1)
    booked(clinic, visit_type_id=1)
    later = TOMORROW + timedelta(days=1)
    assert refused(clinic, visit_type_id=1, day=later).message.endswith("this one was here before.")
    booked(clinic, day=later)


def test_a_visit_type_is_booked_ahead_and_moved_without_asking_again(clinic: Clinic) -> None:
    alter(clinic, VisitType, 2, lead_hours=24)
    why = refused(clinic)
    assert (why.field, why.message) == ("start", "“Follow-up 45” is booked at least 24 hours ahead.")
    assert take_nearest(clinic, why).start == time(10, 45)
    clinic.database.clock.advance(hours=12)  # type: ignore[attr-defined]
    move = MoveAppointment(appointment_id=newest(clinic), version=1, day=TOMORROW, start=time(13))
    assert clinic.do(move_appointment, move, DESK).start == time(13)
    assert clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 3)[0].day > TOMORROW


def medicare(clinic: Clinic, patient_id: int, **changed: Any) -> None:
    """The patient's plan is Medicare."""
    clinic.add(Payer(id=9, name="Medicare Part B", kind=PayerKind.MEDICARE))
    clinic.add(Coverage(patient_id=patient_id, payer_id=9, starts_on=date(2026, 1, 1), **changed))


@pytest.mark.parametrize("first", [1, 2])
def test_a_one_to_one_patient_shares_the_therapist_with_nobody(clinic: Clinic, first: int) -> None:
    alter(clinic, Practitioner, 1, lanes=2)
    medicare(clinic, 2)
    booked(clinic, time(10), patient_id=first)
    why = refused(clinic, time(10, 30), patient_id=3 - first)
    assert why.field == "start"
    assert "one patient" in why.message
    assert "Núñez" not in str(why) + str(why.values["openings"])
    assert "Smith" not in str(why) + str(why.values["openings"])
    assert take_nearest(clinic, why, patient_id=3 - first).start == time(10, 45)


def test_a_second_plan_does_not_make_it_one_to_one(clinic: Clinic) -> None:
    alter(clinic, Practitioner, 1, lanes=2)
    medicare(clinic, 1, rank=2)
    booked(clinic, time(10))
    booked(clinic, time(10, 30), patient_id=2)


def test_how_many_lie_side_by_side(clinic: Clinic) -> None:
    alter(clinic, Practitioner, 1, lanes=3)
    alter(clinic, VisitType, 1, together=2)
    clinic.add(Patient(id=3, mrn="93", family="C", family_key="c", created_at=clinic.database.clock.now()))
    booked(clinic, time(10), visit_type_id=1)
    booked(clinic, time(10), patient_id=2)
    why = refused(clinic, time(10, 30), patient_id=3)
    assert why.message == "No more than 2 of these visits may lie side by side."
    assert take_nearest(clinic, why, patient_id=3).start == time(10, 45)


def with_rooms(clinic: Clinic, **capacity: int) -> None:
    """Follow-ups need a pool; there are these."""
    alter(clinic, VisitType, 2, room_kind="Pool")
    clinic.add(*[Room(location_id=1, name=name, kind="Pool", capacity=size) for name, size in capacity.items()])
    clinic.add(Room(location_id=1, name="Gym", kind="Gym"), Room(location_id=2, name="A", kind="Pool"))


def room_of(clinic: Clinic, appointment_id: int) -> int | None:
    """Where a visit is, by visit and by occupancy."""
    named = clinic.rows(lambda session: session.get_one(Appointment, appointment_id).room_id)
    held = select(Occupancy.resource_id).where(Occupancy.kind == "room", Occupancy.appointment_id == appointment_id)
    assert clinic.rows(lambda session: session.scalar(held)) == named
    return named


def test_the_first_free_room_is_taken_and_kept_on_a_move(clinic: Clinic) -> None:
    with_rooms(clinic, A=1, B=1)
    first, second = booked(clinic), booked(clinic, patient_id=2, practitioner_id=2)
    assert (room_of(clinic, first.appointment_id), room_of(clinic, second.appointment_id)) == (1, 2)
    move = {"appointment_id": second.appointment_id, "day": TOMORROW}
    moved = clinic.do(move_appointment, MoveAppointment(**move, version=second.version, start=time(10, 30)))  # type: ignore[arg-type]
    assert room_of(clinic, second.appointment_id) == 2
    clinic.do(move_appointment, MoveAppointment(**move, version=moved.version, start=time(14)))  # type: ignore[arg-type]
    assert room_of(clinic, second.appointment_id) == 2


def test_a_room_that_is_full_is_a_hard_stop(clinic: Clinic) -> None:
    with_rooms(clinic, A=1)
    first = booked(clinic)
    why = refused(clinic, patient_id=2, practitioner_id=2)
    assert (type(why), why.field, str(why)) == (
        Clash, "start",
        "Every “Pool” is taken between 10:15 AM and 11:00 AM. Nearest free: 11:00 AM · 9:30 AM · 11:00 AM (Okafor).",
    )  # fmt: skip
    with pytest.raises(Clash):
        booked(clinic, patient_id=2, practitioner_id=2, override=True, reason="asked for")
    take_nearest(clinic, why, patient_id=2)
    gone = clinic.do(
        cancel_appointment, CancelAppointment(appointment_id=first.appointment_id, version=1, reason_code="sick")
    )
    booked(clinic, patient_id=2, practitioner_id=2)
    with pytest.raises(Clash):
        clinic.do(undo_cancel, UndoCancel(appointment_id=first.appointment_id, version=gone.version))


def test_a_pool_takes_as_many_as_it_holds(clinic: Clinic) -> None:
    with_rooms(clinic, A=2)
    booked(clinic)
    booked(clinic, patient_id=2, practitioner_id=2)
    assert room_of(clinic, 1) == room_of(clinic, 2) == 1


def test_a_location_without_such_a_room(clinic: Clinic) -> None:
    alter(clinic, VisitType, 2, equipment_kind="Laser")
    clinic.add(Room(location_id=1, name="A room, no machine", kind="Laser"))
    why = refused(clinic)
    assert (why.field, why.message) == ("visit_type", "There is no “Laser” at this location.")
    booked(clinic, override=True, reason="the rented one comes")
    clinic.add(Room(location_id=1, name="Laser 1", kind="Laser", equipment=True))
    booked(clinic, time(14))
    assert isinstance(refused(clinic, time(14), patient_id=2, practitioner_id=2), Clash)


def test_a_plan_has_to_hold_on_the_day(clinic: Clinic) -> None:
    alter(clinic, Coverage, 1, starts_on=date(2026, 3, 13))
    why = refused(clinic)
    assert (why.field, why.message) == ("day", "No plan of this patient holds on 03/11/2026.")
    assert take_nearest(clinic, why).day == date(2026, 3, 13)
    visit = newest(clinic)
    booked(clinic, patient_id=2)  # nobody knows of a plan
    alter(clinic, Coverage, 1, starts_on=None, ends_on=date(2026, 3, 10))
    move = MoveAppointment(appointment_id=visit, version=1, day=date(2026, 3, 13), start=time(15))
    clinic.do(move_appointment, move, DESK)  # the same day: the move does not change it


def authorized(clinic: Clinic, visits: int, **changed: Any) -> int:
    """An episode of the first patient with an authorization for March; its id."""
    values = {"patient_id": 1, "payer_id": 1, "starts_on": date(2026, 3, 1), "ends_on": date(2026, 3, 31)}
    given = Authorization(**{**values, "visits": visits, **changed})
    clinic.add(given)
    care = EpisodeOfCare(
        patient_id=1, location_id=1, authorization_id=given.id, title="Knee", starts_on=date(2026, 3, 1),
        created_at=clinic.database.clock.now(),
    )  # fmt: skip
    clinic.add(care)
    return care.id


def test_the_last_authorized_visit_is_the_last(clinic: Clinic) -> None:
    care = authorized(clinic, 4, reserved=1)
    visits = [booked(clinic, day=TOMORROW + timedelta(days=n), episode_id=care) for n in range(2)]
    booked(clinic, day=date(2026, 3, 16))  # of no episode: counted all the same
    why = refused(clinic, day=date(2026, 3, 17), episode_id=care)
    assert (why.field, str(why)) == ("day", (
        "4 visits are authorized: 1 kept back for re-evaluations, the others booked. Ask the payer for more visits."
    ))  # fmt: skip
    booked(clinic, time(14), day=TOMORROW, episode_id=care)  # a day counts once
    alter(clinic, VisitType, 1, kind=VisitKind.RE_EVALUATION)
    booked(clinic, visit_type_id=1, day=date(2026, 3, 17), episode_id=care)  # what is kept back is for this
    why = refused(clinic, day=date(2026, 3, 18), episode_id=care)
    assert why.message == "All 4 authorized visits are booked."
    gone = CancelAppointment(appointment_id=visits[1].appointment_id, version=1, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    booked(clinic, day=date(2026, 3, 18), episode_id=care)
    visits = [booked(clinic, time(14), day=date(2026, 3, 18), episode_id=care)]
    move = MoveAppointment(appointment_id=visits[0].appointment_id, version=1, day=date(2026, 3, 17), start=time(9))
    clinic.do(move_appointment, move, DESK)  # to a day that counts already


def test_an_authorization_has_its_days(clinic: Clinic) -> None:
    care = authorized(clinic, 4, starts_on=date(2026, 3, 16))
    why = refused(clinic, episode_id=care)
    assert why.message == "The authorization holds from 03/16/2026 to 03/31/2026."
    assert take_nearest(clinic, why, episode_id=care).day == date(2026, 3, 16)
    assert refused(clinic, episode_id=care, patient_id=2).message == "This patient has no such episode."


# ------------------------------------------------------------------------------------------------- setting rules aside


BREAKS: dict[str, tuple[Callable[[Clinic], object], dict[str, object]]] = {
    "who": (lambda c: c.add(VisitTypePractitioner(visit_type_id=2, practitioner_id=2)), {}),
    "for-whom": (lambda c: alter(c, VisitType, 2, for_whom=ForWhom.RETURNING), {}),
    "lead": (lambda c: alter(c, VisitType, 2, lead_hours=48), {}),
    "coverage": (lambda c: alter(c, Coverage, 1, ends_on=date(2026, 2, 1)), {}),
    "hours": (lambda c: None, {"start": time(6)}),
    "past": (lambda c: None, {"day": date(2026, 3, 9)}),
    "no-room": (lambda c: alter(c, VisitType, 2, room_kind="Pool"), {}),
    "lead,hours": (lambda c: alter(c, VisitType, 2, lead_hours=48), {"start": time(6)}),
}


@pytest.mark.parametrize("rules", list(BREAKS))
def test_who_may_sets_a_rule_aside_with_a_reason_that_is_kept(clinic: Clinic, rules: str) -> None:
    broken, changed = BREAKS[rules]
    broken(clinic)
    with pytest.raises(ClinicError):
        clinic.do(book, command(clinic, **changed))  # type: ignore[arg-type]
    with pytest.raises(Refused):
        clinic.do(book, command(clinic, **changed, override=True, reason="asked for"), DESK)  # type: ignore[arg-type]
    with pytest.raises(ReasonNeeded):
        clinic.do(book, command(clinic, **changed, override=True, reason=" "))  # type: ignore[arg-type]
    made = clinic.do(book, command(clinic, **changed, override=True, reason="asked for"))  # type: ignore[arg-type]
    [kept] = clinic.rows(lambda session: session.scalars(select(BookingOverride)).all())
    assert (kept.rules, kept.why, kept.appointment_id) == (rules, "asked for", made.appointment_id)
    assert kept.given_by_name == ANYONE.name
    assert kept.used_at == clinic.database.clock.now()


def test_what_goes_against_no_rule_sets_none_aside(clinic: Clinic) -> None:
    clinic.do(book, command(clinic, override=True, reason="to be sure"), DESK)
    assert clinic.rows(lambda session: session.scalars(select(BookingOverride)).all()) == []


def test_a_visit_that_comes_back_keeps_what_was_set_aside_for_it(clinic: Clinic) -> None:
    alter(clinic, VisitType, 2, buffer_after=30)
    booked(clinic, time(10))
    made = booked(clinic, time(10, 45), patient_id=2, override=True, reason="both agreed")
    gone = clinic.do(
        cancel_appointment, CancelAppointment(appointment_id=made.appointment_id, version=1, reason_code="sick")
    )
    clinic.do(undo_cancel, UndoCancel(appointment_id=made.appointment_id, version=gone.version))
    late = booked(clinic, time(14), patient_id=2)
    gone = clinic.do(
        cancel_appointment, CancelAppointment(appointment_id=late.appointment_id, version=1, reason_code="sick")
    )
    booked(clinic, time(14, 45))
    with pytest.raises(ClinicError, match="needs 30 minutes"):
        clinic.do(undo_cancel, UndoCancel(appointment_id=late.appointment_id, version=gone.version))


def test_a_walk_in_hears_what_stands_against_it(clinic: Clinic) -> None:
    alter(clinic, VisitType, 2, for_whom=ForWhom.RETURNING)
    wanted = WalkIn(patient_id=1, location_id=1, visit_type_id=2)
    with pytest.raises(ClinicError) as told:
        clinic.do(walk_in, wanted)
    assert told.value.field == "visit_type"
    made = clinic.do(walk_in, WalkIn(patient_id=1, location_id=1, visit_type_id=2, override=True, reason="sent here"))
    assert made.start == time(10, 40)


# ------------------------------------------------------------------------------------------- what is offered can be had


@pytest.mark.parametrize("seed", range(4))
def test_every_opening_can_be_booked_and_no_other_time(clinic: Clinic, seed: int) -> None:
    alter(clinic, Practitioner, 1, lanes=2)
    alter(clinic, VisitType, 2, buffer_after=(0, 10, 25, 0)[seed], together=(None, 2, 1, None)[seed], room_kind="Pool")
    alter(clinic, VisitType, 1, buffer_before=15, lead_hours=20)
    clinic.add(Room(location_id=1, name="A", kind="Pool", capacity=1 + seed % 2))
    medicare(clinic, 2)
    for row in clinic.rows(lambda s: s.scalars(select(WorkingHours.id).where(WorkingHours.weekday == 2)).all()):
        alter(clinic, WorkingHours, row, ends=time(11))  # a short day, so that every time of it is tried
    booked(clinic, time(8, 30), patient_id=1 + seed % 2)
    offered = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, 1, 2 - seed % 2, 99)
    grid = [time(8 + n // 4, n % 4 * 15) for n in range(12)]
    for start in grid:
        wanted = command(clinic, start, patient_id=2 - seed % 2)
        if start in {one.start for one in offered}:
            made = clinic.do(book, wanted, DESK)
            clinic.do(
                cancel_appointment, CancelAppointment(appointment_id=made.appointment_id, version=1, reason_code="sick")
            )
        else:
            with pytest.raises(ClinicError):
                clinic.do(book, wanted, DESK)
