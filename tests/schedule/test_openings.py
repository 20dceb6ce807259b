"""Finding a time: what fits, in which order, and what is said when nothing does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import ClinicError, NotFound, Refused
from app.schedule.actions import AddBlock, CancelAppointment, VoidBlock, add_block, cancel_appointment, void_block
from app.schedule.queries.openings import OpeningsFound, find_openings
from app.schedule.rules import bits
from app.schedule.rules.openings import EVERY_DAY, Wish, spread
from app.schedule.rules.relaxing import Relaxed
from app.schedule.rules.spans import Span, free_starts
from app.schedule.tables import Appointment, PractitionerSkill, VisitType, WorkingHours
from app.staff.tables import Location, Practitioner, PractitionerLocation
from tests.schedule.brute import every_time, times
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW

#: Monday after the tests' today
MONDAY = date(2026, 3, 16)
WISH = Wish(visit_type_id=2, location_id=1, from_day=MONDAY, days=7)
MON, TUE, WED, THU, FRI = range(5)
ALL = 10_000


def find(clinic: Clinic, wish: Wish, limit: int = ALL, actor: Actor = ANYONE) -> OpeningsFound:
    """Ask."""
    return clinic.executor.fetch(find_openings, actor, wish, limit)


def brute(clinic: Clinic, wish: Wish, *places: int) -> set[tuple[int, int, datetime]]:
    """Look at each minute."""
    return clinic.rows(lambda session: every_time(session, wish, NOW, frozenset(places or {wish.location_id})))


@pytest.fixture
def valley(clinic: Clinic) -> Clinic:
    """The clinic with ZIPs: Visalia, and Tulare eleven miles away, where Okafor works on Tuesdays and Chen every day."""

    def put(session: Session) -> None:
        session.get_one(Location, 1).postal_code = "93291"
        session.get_one(Location, 2).postal_code = "93274"
        session.get_one(VisitType, 1).minutes = 60
        session.add_all(
            [
                Practitioner(family="Chen", given="Amy", credential="OT"),
                PractitionerLocation(practitioner_id=1, location_id=2),
                PractitionerSkill(practitioner_id=2, skill="hands"),
            ]
        )
        session.flush()
        session.add_all(
            [
                PractitionerLocation(practitioner_id=3, location_id=2),
                PractitionerSkill(practitioner_id=3, skill="hands"),
            ]
        )
        session.add(_hours(1, 2, TUE, 18, 20))
        session.add_all([_hours(3, 2, day, 9, 12) for day in range(5)])
        session.commit()

    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        put(session)
    return clinic


def _hours(who: int, place: int, weekday: int, starts: int, ends: int) -> WorkingHours:
    return WorkingHours(
        practitioner_id=who, location_id=place, weekday=weekday, starts=time(starts), ends=time(ends),
        valid_from=date(2026, 1, 1),
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------------ bits

_spans = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 120)).map(lambda one: Span(one[0], one[0] + one[1])))


@given(_spans, st.lists(_spans, min_size=1, max_size=3), st.integers(1, 90))
def test_bits_find_what_a_sweep_finds(opened: list[Span], lanes: list[list[Span]], minutes: int) -> None:
    free = bits.together(bits.stretch(*span) for span in opened)
    found = bits.together(
        bits.beginnings(free & ~bits.together(bits.stretch(*span) for span in taken), minutes) for taken in lanes
    )
    assert list(bits.each(found)) == free_starts(opened, lanes, minutes)
    assert bits.first(found) == next(bits.each(found), -1)


# --------------------------------------------------------------------------------------------------------- what fits


def test_an_empty_week_is_free_in_the_order_of_days_and_names(clinic: Clinic) -> None:
    found = find(clinic, WISH).fits
    assert [(one.day, one.practitioner) for one in found[:3]] == [
        (MONDAY, "Lee"), (MONDAY, "Okafor"), (MONDAY + timedelta(days=1), "Lee"),
    ]  # fmt: skip
    assert found[0].starts[0].time() == time(8)
    assert found[0].starts[-1].time() == time(16, 15)
    assert len(found) == 10


WISHES: list[Callable[[Wish], Wish]] = [
    lambda wish: wish,
    lambda wish: replace(wish, weekdays=frozenset({MON, WED, FRI}), after=time(15)),
    lambda wish: replace(wish, before=time(9)),
    lambda wish: replace(wish, after=time(9, 10), before=time(11, 25), minutes=20),
    lambda wish: replace(wish, practitioner_ids=frozenset({1})),
    lambda wish: replace(wish, skills=frozenset({"hands"})),
    lambda wish: replace(wish, skills=frozenset({"hands"}), practitioner_ids=frozenset({1})),
    lambda wish: replace(wish, from_day=date(2026, 3, 10), patient_id=1),
    lambda wish: replace(wish, visit_type_id=1),
    lambda wish: replace(wish, location_id=2),
]


@pytest.mark.parametrize("change", WISHES)
@pytest.mark.parametrize("miles", [0, 15])
def test_what_is_found_is_what_there_is(valley: Clinic, change: Callable[[Wish], Wish], miles: int) -> None:
    booked(valley, time(10, 20), day=MONDAY)
    booked(valley, time(8), day=MONDAY, practitioner_id=2, patient_id=2, minutes=50)
    booked(valley, time(16, 15), day=TOMORROW, practitioner_id=2)
    valley.do(
        add_block, AddBlock(location_id=1, practitioner_id=2, day=MONDAY, start=time(14), end=time(15, 40), why="leave")
    )
    valley.do(
        add_block, AddBlock(location_id=1, day=MONDAY + timedelta(days=1), start=time(12), end=time(13), why="lunch")
    )
    wish = change(replace(WISH, miles=miles))
    places = (1, 2) if miles else (wish.location_id,)
    found = times(find(valley, wish).fits)
    assert found == brute(valley, wish, *places)
    assert found


def test_pauses_before_and_after_visits_are_the_longer_of_two(clinic: Clinic) -> None:
    clinic.add(VisitType(code="LONG", name="Long", kind="follow-up", minutes=30, buffer_before=10, buffer_after=25))
    booked(clinic, time(10), day=MONDAY, visit_type_id=3, minutes=30)
    for kind in (2, 3):
        wish = replace(WISH, visit_type_id=kind, days=1, practitioner_ids=frozenset({1}))
        found = find(clinic, wish).fits[0].starts
        assert times(find(clinic, wish).fits) == brute(clinic, wish)
        assert time(10, 55) in [one.time() for one in found]


def test_lead_time_and_who_may_do_it(clinic: Clinic) -> None:
    clinic.add(VisitType(code="LEAD", name="Lead", kind="follow-up", minutes=30, lead_hours=48))
    wish = replace(WISH, visit_type_id=3, from_day=clinic.day)
    assert times(find(clinic, wish).fits) == brute(clinic, wish)
    assert find(clinic, wish).fits[0].starts[0] == NOW + timedelta(hours=48, minutes=5)


def test_both_nights_on_which_the_clocks_change(clinic: Clinic) -> None:
    clinic.add(*[_hours(1, 1, 6, 0, 5), _hours(2, 1, 5, 20, 3)])
    for sunday in (date(2026, 11, 1), date(2027, 3, 14)):
        wish = replace(WISH, from_day=sunday - timedelta(days=1), days=2)
        found = clinic.rows(lambda session, wish=wish: every_time(session, wish, NOW, frozenset({1})))
        assert times(find(clinic, wish).fits) == found
        assert any(at.date() == sunday and at.hour < 10 for _, _, at in found)


# ------------------------------------------------------------------------------------------------------------- order


def test_the_nearer_location_then_the_usual_practitioner_comes_first(valley: Clinic) -> None:
    found = find(valley, replace(WISH, miles=15, weekdays=frozenset({TUE}))).fits
    assert [(one.practitioner, one.location_id, one.miles) for one in found] == [
        ("Lee", 1, 0), ("Okafor", 1, 0), ("Chen", 2, 11), ("Okafor", 2, 11),
    ]  # fmt: skip
    made = booked(valley, time(11, 0), day=valley.day)
    valley.database.clock.advance(days=1)  # type: ignore[attr-defined]
    again = find(valley, replace(WISH, miles=15, weekdays=frozenset({TUE}), patient_id=made.patient_id)).fits
    assert [(one.practitioner, one.usual) for one in again[:2]] == [("Okafor", True), ("Lee", False)]


def test_several_a_week_lie_apart_and_stand_first(clinic: Clinic) -> None:
    found = find(clinic, replace(WISH, days=14, per_week=2)).fits
    assert [(one.day.weekday(), one.pick) for one in found[:3]] == [(MON, 1), (FRI, 2), (MON, 0)]
    assert [one.pick for one in found].count(1) == 2
    assert len(found) == 20


def test_a_week_that_cannot_hold_them_is_left_out(clinic: Clinic) -> None:
    friday = MONDAY - timedelta(days=3)
    found = find(clinic, replace(WISH, from_day=friday, days=10, per_week=2)).fits
    assert min(one.day for one in found) == MONDAY


@given(st.sets(st.integers(0, 6), max_size=7), st.integers(1, 5))
def test_days_are_spread_as_wide_as_can_be(days: set[int], count: int) -> None:
    found = spread([MONDAY + timedelta(days=day) for day in days], count)
    assert len(found) == (count if count <= len(days) else 0)
    assert list(found) == sorted(set(found))


# --------------------------------------------------------------------------------------- why nothing fits, what would


def relaxed(clinic: Clinic, wish: Wish) -> dict[Relaxed, int]:
    """What would make it fit, and how many times; each of them holds what it says."""
    found = find(clinic, wish)
    assert not found.fits
    for one in found.relaxed:
        assert times(find(clinic, one.wish).fits), one
    return {one.what: one.times for one in found.relaxed}


def test_one_wish_given_up_at_a_time(valley: Clinic) -> None:
    for day in (MONDAY, MONDAY + timedelta(days=2)):
        valley.do(add_block, AddBlock(location_id=1, day=day, start=time(8), end=time(17), why="meeting"))
    wish = replace(WISH, weekdays=frozenset({MON, WED}), after=time(15), practitioner_ids=frozenset({1}))
    assert relaxed(valley, wish) == {Relaxed.DAY: 6, Relaxed.LONGER_AHEAD: 48}
    shorter = replace(WISH, minutes=60, after=time(16, 15))
    assert relaxed(valley, shorter)[Relaxed.EARLIER] == 12
    assert relaxed(valley, shorter)[Relaxed.SHORTER] == 6


def test_another_practitioner_and_another_location(valley: Clinic) -> None:
    valley.do(
        add_block,
        AddBlock(
            location_id=1,
            practitioner_id=2,
            day=MONDAY,
            last_day=MONDAY + timedelta(days=6),
            start=time(0),
            end=time(23),
            why="leave",
        ),
    )
    found = find(valley, replace(WISH, skills=frozenset({"hands"})))
    assert [(one.what, one.name) for one in found.relaxed] == [
        (Relaxed.WHO, "Okafor"), (Relaxed.WHERE, "Tulare"), (Relaxed.LONGER_AHEAD, ""),
    ]  # fmt: skip


def test_fewer_a_week(clinic: Clinic) -> None:
    found = find(clinic, replace(WISH, weekdays=frozenset({MON}), per_week=2)).relaxed
    assert Relaxed.FEWER in [one.what for one in found]
    assert Relaxed.DAY in [one.what for one in found]


def test_when_no_single_step_helps_all_wishes_are_given_up(clinic: Clinic) -> None:
    wish = replace(WISH, weekdays=frozenset({5}), before=time(8, 30), after=time(8), practitioner_ids=frozenset({1}))
    assert list(relaxed(clinic, wish)) == [Relaxed.ALL]


# ------------------------------------------------------------------------------------------- what is refused, and reach


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"days": 0}, "day"),
        ({"days": 1000}, "day"),
        ({"weekdays": frozenset()}, "weekdays"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"per_week": 6}, "per_week"),
        ({"after": time(15), "before": time(15)}, "before"),
        ({"visit_type_id": 99}, "visit_type"),
        ({"location_id": 99}, "location"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused_at_its_field(
    desk: Clinic, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(ClinicError) as refusal:
        find(desk, replace(WISH, **changed))  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_locations_out_of_reach_are_left_out(valley: Clinic) -> None:
    own = Actor(1, "Ana", ("FD",), frozenset({1}), {Permission.BOOK: Grant(Scope.OWN)}, "Desk 1", 1, "ana")
    assert {one.location_id for one in find(valley, replace(WISH, miles=15), actor=own).fits} == {1}
    assert Relaxed.WHERE not in [
        one.what for one in find(valley, replace(WISH, weekdays=frozenset({6})), actor=own).relaxed
    ]
    with pytest.raises(Refused):
        find(valley, replace(WISH, location_id=2), actor=own)


# --------------------------------------------------- cases of another program's scheduler (OM-07 to OM-12), as they fit


@pytest.mark.peer("OM-07")
def test_om_07_a_voided_block_is_no_block_and_a_block_is_never_offered(clinic: Clinic) -> None:
    made = clinic.do(add_block, AddBlock(location_id=1, day=MONDAY, start=time(8), end=time(17), why="meeting"))
    for wish in (WISH, replace(WISH, practitioner_ids=frozenset({1})), replace(WISH, days=1, from_day=MONDAY)):
        assert MONDAY not in [one.day for one in find(clinic, wish).fits]
    clinic.do(void_block, VoidBlock(block_id=made.block_id, version=made.version))
    assert find(clinic, WISH).fits[0].day == MONDAY


@pytest.mark.peer("OM-08")
def test_om_08_only_gaps_that_hold_the_type_and_by_earliest_start(clinic: Clinic) -> None:
    booked(clinic, time(8, 30), day=MONDAY)
    wish = replace(WISH, practitioner_ids=frozenset({1}))
    starts = [start for one in find(clinic, wish).fits for start in one.starts]
    assert starts == sorted(starts)
    assert starts[0].time() == time(9, 15)


@pytest.mark.peer("OM-09")
def test_om_09_where_the_patient_has_a_visit_nothing_is_offered_to_them_alone(clinic: Clinic) -> None:
    booked(clinic, time(8), day=MONDAY)
    day = replace(WISH, days=1, before=time(8, 45))
    assert not find(clinic, replace(day, patient_id=1)).fits
    assert [one.practitioner for one in find(clinic, replace(day, patient_id=2)).fits] == ["Lee"]


@pytest.mark.peer("OM-10")
@pytest.mark.parametrize("wrong", [{"days": -3}, {"visit_type_id": 0}])
def test_om_10_a_last_day_before_the_first_or_no_type_is_an_error(clinic: Clinic, wrong: dict[str, int]) -> None:
    with pytest.raises(ClinicError):
        find(clinic, replace(WISH, **wrong))  # type: ignore[arg-type]


@pytest.mark.peer("OM-11")
def test_om_11_a_practitioner_without_hours_has_no_times(clinic: Clinic) -> None:
    clinic.add(Practitioner(family="Ruiz", given="Eva"))
    clinic.add(PractitionerLocation(practitioner_id=3, location_id=1))
    assert find(clinic, replace(WISH, practitioner_ids=frozenset({3}))).fits == ()


@pytest.mark.peer("OM-12")
def test_om_12_the_minutes_of_a_cancelled_visit_are_offered_again_and_what_is_past_is_not(clinic: Clinic) -> None:
    """Peers differ: there a missed visit keeps its minutes. Here a ghost gives back what of it is still to come."""
    made = booked(clinic, time(11), day=clinic.day)
    day = replace(WISH, from_day=clinic.day, days=1, practitioner_ids=frozenset({1}), before=time(11, 45))
    assert not find(clinic, day).fits
    gone = CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick")
    clinic.do(cancel_appointment, gone)
    assert [one.time() for one in find(clinic, day).fits[0].starts] == [time(10, 45), time(11)]
    assert clinic.rows(lambda session: session.get_one(Appointment, made.appointment_id)).status == "cancelled"


def test_nobody_is_left_out_by_every_day_of_the_week(clinic: Clinic) -> None:
    assert len(EVERY_DAY) == 7
    with pytest.raises(NotFound):
        find(clinic, replace(WISH, visit_type_id=7))
