"""Who has a visit today comes first in the search, with the hour and the board's word."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.core.access import Actor, Grant, Permission
from app.core.clock import FixedClock
from app.core.errors import Refused
from app.core.ports import Coming, Deed, Here, Place, Ports
from app.patients.queries.search import Expected, PatientHit, search
from app.patients.rules.codes import Restriction
from app.patients.tables import Patient
from app.patients.viewmodel.finder import Finder
from app.patients.viewmodel.offers import noting
from app.runner.bridge import Runner
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.schedule.viewmodel.offers import booking
from app.staff.rules.roles import grants_of
from app.visits.queries import visits_today
from app.visits.rules import BoardState, VisitToday, group_of, one_each
from app.visits.viewmodel.today import FRESH, TodaysVisits
from tests.patients.people import register
from tests.support.clinic import ANYONE, ZONE, Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, arrived, booked, checked_in, papers, row, without


def visit(appointment_id: int, hour: int, state: BoardState, patient_id: int = 1) -> VisitToday:
    return VisitToday(patient_id, appointment_id, 1, time(hour), state)


# ------------------------------------------------------------------------------------------------------------- rule


def test_who_is_here_is_meant_before_who_comes_and_who_has_been() -> None:
    done, coming, here = (
        visit(1, 8, BoardState.DONE), visit(2, 9, BoardState.BOOKED), visit(3, 14, BoardState.ARRIVED)
    )  # fmt: skip
    assert one_each([done, coming, here]) == {1: here}
    assert one_each([done, coming]) == {1: coming}
    assert one_each([coming, visit(4, 11, BoardState.LATE)]) == {1: coming}
    assert one_each([done, visit(5, 10, BoardState.NOSHOW)]) == {1: visit(5, 10, BoardState.NOSHOW)}


def test_who_cancelled_does_not_come() -> None:
    assert one_each([visit(1, 9, BoardState.CANCELLED)]) == {}


@given(st.lists(st.builds(visit, st.integers(1, 9), st.integers(7, 18), st.sampled_from(BoardState))))
def test_the_order_of_visits_does_not_matter_where_they_differ(visits: list[VisitToday]) -> None:
    distinct = list({(group_of(one.state), one.start): one for one in visits}.values())
    assert one_each(distinct) == one_each(reversed(distinct))


# ------------------------------------------------------------------------------------------------------------ query


def ids(clinic: Clinic, day: date | None = None) -> list[int]:
    return [one.patient_id for one in clinic.executor.fetch(visits_today, CLERK, 1, day or clinic.day)]


def test_the_visits_of_a_day_are_told_with_their_states(clinic: Clinic) -> None:
    late = booked(clinic, time(14), patient_id=2)
    first = booked(clinic, time(10, 15))
    arrived(clinic, first)
    found = clinic.executor.fetch(visits_today, CLERK, 1, clinic.day)
    assert found == (
        VisitToday(1, first, 1, time(10, 15), BoardState.ARRIVED),
        VisitToday(2, late, 1, time(14), row(clinic, late).state),
    )
    assert ids(clinic, date(2026, 3, 11)) == []


def test_another_locations_visits_are_refused(clinic: Clinic) -> None:
    booked(clinic)
    for actor in (ELSEWHERE, NOBODY):
        with pytest.raises(Refused):
            clinic.executor.fetch(visits_today, actor, 1, clinic.day)
    assert clinic.executor.fetch(visits_today, ELSEWHERE, None, clinic.day) == ()


# ----------------------------------------------------------------------------------------------------------- search


def found(clinic: Clinic, text: str, *coming: int, clerk: bool = False) -> tuple[PatientHit, ...]:
    actor = CLERK if clerk else ANYONE
    return clinic.executor.fetch(search, actor, text, 1, Expected(frozenset(coming))).hits


def test_who_comes_today_is_found_first(clinic: Clinic) -> None:
    other = register(clinic, "Smith", "Joan").id
    assert [hit.id for hit in found(clinic, "smith joan", other)] == [other, 2]
    assert [hit.id for hit in found(clinic, "smi", 2)] == [2, other]
    assert [hit.expected for hit in found(clinic, "smi", 2)] == [True, False]


def test_who_comes_today_is_found_in_a_crowd(clinic: Clinic) -> None:
    crowd = [register(clinic, f"Smith{at:03}", "Jo").id for at in range(60)]
    assert found(clinic, "smi jo", crowd[-1])[0].id == crowd[-1]


def test_a_patient_of_another_clinic_who_comes_here_today_is_in_reach(clinic: Clinic) -> None:
    far = register(clinic, "Far", "Fay", home_location_id=2).id
    assert found(clinic, "fay far", clerk=True) == ()
    (hit,) = found(clinic, "fay far", far, clerk=True)
    assert (hit.id, hit.elsewhere, hit.expected) == (far, "Tulare", True)


def test_nothing_is_told_of_a_restricted_record_or_to_a_masked_role(clinic: Clinic) -> None:
    with clinic.database.writing() as session:
        session.get_one(Patient, 2).restriction = Restriction.VIP
        session.commit()
    assert [(hit.restricted, hit.expected) for hit in found(clinic, "smith", 2)] == [(True, False)]
    masked = replace(ANYONE, grants={Permission.SEARCH_PATIENT: Grant(masked=True)})
    hits = clinic.executor.fetch(search, masked, "nunez", 1, Expected(frozenset({1}))).hits
    assert [hit.expected for hit in hits] == [False]


# ----------------------------------------------------------------------------------------------------------- window


@pytest.fixture
def runner(qtbot: QtBot, desk: Clinic) -> Runner:
    return at(desk)


def at(clinic: Clinic, actor: Actor = CLERK) -> Runner:
    made = Runner(clinic.executor, inline=True)
    made.actor = actor
    return made


@pytest.fixture
def ports(desk: Clinic) -> Ports:
    return ports_of(desk)


def ports_of(clinic: Clinic) -> Ports:
    return Ports(here=lambda: Here(1, ZONE, clinic.day, clinic.day))


def reasons(finder: Finder, text: str) -> list[str]:
    finder.type(text)
    return [line.reason for line in finder.lines if line.hit]


def test_the_search_says_when_somebody_comes_and_hears_of_every_step(
    runner: Runner, ports: Ports, desk: Clinic
) -> None:
    finder = Finder(runner, ports=ports)
    assert reasons(finder, "smith") == ["Name"]
    appointment = booked(desk, time(14, 30), patient_id=2)
    ports.visits_today = TodaysVisits(runner, ports)
    assert reasons(finder, "smith") == ["Today 2:30 PM, booked"]
    assert finder.lines[0].glyph == "ring:empty"
    arrived(desk, appointment)
    assert [line.reason for line in finder.lines if line.hit] == ["Today 2:30 PM, arrived"]
    version = row(desk, booked(desk, time(8), patient_id=1)).appointment_version
    assert reasons(finder, "nunez")[0].startswith("Today 8:00 AM")
    (late,) = (one for one in desk.executor.fetch(visits_today, CLERK, 1, desk.day) if one.patient_id == 1)
    desk.do(
        cancel_appointment, CancelAppointment(appointment_id=late.appointment_id, version=version, reason_code="sick")
    )
    assert reasons(finder, "nunez") == ["Name"]


def test_another_person_or_place_begins_with_nobody(runner: Runner, ports: Ports, desk: Clinic) -> None:
    booked(desk, time(14, 30), patient_id=2)
    today = TodaysVisits(runner, ports)
    assert today.by_patient() == {2: Coming(time(14, 30), "Booked", "empty", "st_booked")}
    ports.here = lambda: Here(2, ZONE, desk.day, desk.day)
    runner.actor = ELSEWHERE
    assert today.by_patient() == {}
    ports.here = lambda: Here(1, ZONE, desk.day, desk.day)
    assert today.by_patient() == {}, "a place of which nothing may be seen"


def test_an_old_answer_is_asked_again(runner: Runner, ports: Ports, desk: Clinic) -> None:
    booked(desk, time(14, 30), patient_id=2)
    today, clock = TodaysVisits(runner, ports), desk.database.clock
    assert today.by_patient()[2].word == "Booked"
    assert isinstance(clock, FixedClock)
    clock.advance(hours=12)
    assert FRESH.total_seconds() < 12 * 3600
    assert today.by_patient()[2].word == "Late"


# ------------------------------------------------------------------------------------------------------------ steps


def step_of(today: TodaysVisits, patient_id: int = 1) -> Deed:
    found = today.next_step(patient_id)
    assert found is not None
    return found


def test_the_next_step_is_done_from_the_search_and_taken_back(qtbot: QtBot, clinic: Clinic) -> None:
    runner, ports, said = at(clinic), ports_of(clinic), list[str]()
    undo = list[Callable[[], None]]()

    def keep(sentence: str, back: Callable[[], None]) -> None:
        said.append(sentence)
        undo.append(back)

    ports.undoable = keep
    appointment = booked(clinic)
    today = TodaysVisits(runner, ports)
    assert (step_of(today).title, step_of(today).stays) == ("Arrive", True)
    step_of(today).run()
    assert row(clinic, appointment).state is BoardState.ARRIVED
    assert said == ["Núñez, María José arrived"]
    assert step_of(today).title == "Check in"
    undo[0]()
    assert step_of(today).title == "Arrive"


def test_a_check_in_with_open_points_is_asked_on_the_board(qtbot: QtBot, clinic: Clinic) -> None:
    runner, ports, went = at(clinic), ports_of(clinic), list[Place]()
    ports.go = went.append
    appointment = booked(clinic)
    arrived(clinic, appointment)
    step_of(TodaysVisits(runner, ports)).run()
    assert went == [Place("today", appointment_id=appointment, day=clinic.day, task="check-in")]
    assert row(clinic, appointment).state is BoardState.ARRIVED


def test_only_the_steps_before_the_treatment_are_offered(qtbot: QtBot, clinic: Clinic) -> None:
    papers(clinic)
    checked_in(clinic, booked(clinic))
    today = TodaysVisits(at(clinic), ports_of(clinic))
    assert today.by_patient()[1].word == "Checked in"
    assert today.next_step(1) is None
    assert today.next_step(2) is None


def test_who_may_not_check_in_is_offered_nothing(qtbot: QtBot, clinic: Clinic) -> None:
    booked(clinic)
    today = TodaysVisits(at(clinic, without(Permission.CHECK_IN)), ports_of(clinic))
    assert today.by_patient()
    assert today.next_step(1) is None


def test_a_step_that_another_desk_has_done_is_not_done_twice(qtbot: QtBot, clinic: Clinic) -> None:
    """What was offered as Arrive never becomes a check-in."""
    runner, ports, said = at(clinic), ports_of(clinic), list[str]()
    ports.announce = said.append
    appointment = booked(clinic)
    today = TodaysVisits(runner, ports)
    offered = step_of(today)
    clinic.executor.announce = lambda _notice: None  # the other desk's word has not come yet
    arrived(clinic, appointment)
    offered.run()
    assert said == ["Núñez, María José has gone on meanwhile: Arrived."]
    assert row(clinic, appointment).state is BoardState.ARRIVED
    assert step_of(today).title == "Check in"


def test_what_the_rooms_offer_is_what_the_role_may(qtbot: QtBot, clinic: Clinic) -> None:
    runner, ports, went = at(clinic), ports_of(clinic), list[Place]()
    ports.go = went.append
    ports.offers = (booking(runner, ports), noting(runner, ports))
    finder = Finder(runner, ports=ports)
    finder.type("smith")
    for deed in finder.deeds(finder.lines[0]):
        deed.run()
    assert went == [Place("schedule", patient_id=2, task="book"), Place("patients", patient_id=2, task="note")]
    assert finder.deeds(finder.lines[-1]) == (), "who is not registered yet"
    runner.actor = replace(CLERK, roles=("RO",), grants=grants_of(("RO",)))
    assert finder.deeds(finder.lines[0]) == ()
    with clinic.database.writing() as session:
        session.get_one(Patient, 2).restriction = Restriction.VIP
        session.commit()
    runner.actor = CLERK
    finder.type("smi")
    assert finder.deeds(finder.lines[0]) == (), "a restricted record is opened first"
