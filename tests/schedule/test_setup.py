"""What the schedule is made of: weeks under existing bookings, skills, visit types, rooms."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.core.access import Actor, Grant, Permission
from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.schedule.actions import (
    AddVisitType,
    CancelAppointment,
    VoidBlock,
    add_visit_type,
    cancel_appointment,
    void_block,
)
from app.schedule.actions.hours import RestoreWeeks, SetWeek, WeekSet, restore_weeks, set_week
from app.schedule.actions.rooms import AddRoom, RoomKept, UpdateRoom, add_room, update_room
from app.schedule.actions.skills import SetSkills, set_skills
from app.schedule.actions.types import TypeAdded, UpdateVisitType, update_visit_type
from app.schedule.queries import day_plan, visit_types
from app.schedule.queries.ask import openings
from app.schedule.queries.booked import BookedRow
from app.schedule.queries.catalog import room_rows, type_rows
from app.schedule.queries.workers import worker_hours, workers
from app.schedule.rules import ForWhom, Resource, VisitKind
from app.schedule.rules.weeks import Week
from app.schedule.tables import Occupancy, WorkingHours
from app.staff.tables import PractitionerLocation
from tests.schedule.test_blocks import block
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic

USUAL = ((time(8), time(17)),)
SHORT = ((time(8), time(12)),)
AFTERNOON = ((time(13), time(17)),)


def week(**days: tuple[tuple[time, time], ...]) -> Week:
    """The usual week, Monday to Friday 8 to 5, with some of its days changed."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    usual = {name: USUAL if name not in ("sat", "sun") else () for name in names}
    return tuple({**usual, **days}[name] for name in names)  # type: ignore[return-value]


def set_hours(clinic: Clinic, days: Week, actor: Actor = ANYONE, **changed: object) -> WeekSet:
    """Set the first practitioner's week from tomorrow on."""
    version = clinic.executor.fetch(workers, ANYONE, 1)[1].version
    values: dict[str, Any] = {"practitioner_id": 1, "location_id": 1, "version": version, "valid_from": TOMORROW}
    return clinic.do(set_week, SetWeek(days=days, **{**values, **changed}), actor)


def open_on(clinic: Clinic, day: date, location: int = 1) -> list[time]:
    """When the first practitioner's stretches of a day begin."""
    columns = clinic.executor.fetch(day_plan, ANYONE, location, day).columns
    return [one.start for column in columns if column.who.id == 1 for one in column.open]


# ------------------------------------------------------------------------------------------------------------- weeks


def test_a_week_holds_from_its_day_on(clinic: Clinic) -> None:
    made = set_hours(clinic, week(wed=((time(9), time(11)), *AFTERNOON), fri=()), valid_from=date(2026, 3, 18))
    assert made.practitioner == "Okafor"
    assert open_on(clinic, TOMORROW) == [time(8)]
    assert open_on(clinic, date(2026, 3, 18)) == [time(9), time(13)]
    assert open_on(clinic, date(2026, 3, 20)) == []
    found = clinic.executor.fetch(worker_hours, ANYONE, 1, 1)
    assert [(one.valid_from, one.valid_to) for one in found.weeks] == [
        (date(2026, 1, 1), date(2026, 3, 17)),
        (date(2026, 3, 18), None),
    ]
    assert found.week_on(date(2026, 3, 18)) == found.weeks[1].week
    assert found.week_on(date(2020, 3, 18)) == ((),) * 7


def kept_hours(clinic: Clinic) -> set[tuple[object, ...]]:
    """The first practitioner's hours as they are stored."""
    wanted = select(WorkingHours).where(WorkingHours.practitioner_id == 1)
    return clinic.rows(
        lambda s: {(one.weekday, one.starts, one.ends, one.valid_from, one.valid_to) for one in s.scalars(wanted)}
    )


@pytest.mark.parametrize("valid_to", [None, date(2026, 3, 29)])
def test_a_week_that_was_set_is_taken_back_whole(clinic: Clinic, valid_to: date | None) -> None:
    set_hours(clinic, week(fri=SHORT), valid_from=date(2026, 4, 6))  # a later week that gives way and comes back
    before = kept_hours(clinic)
    made = set_hours(clinic, week(wed=AFTERNOON), valid_from=date(2026, 3, 18), valid_to=valid_to)
    back = RestoreWeeks(
        practitioner_id=1, location_id=1, version=made.version, valid_from=date(2026, 3, 18), before=made.before
    )
    assert kept_hours(clinic) != before
    visit = booked(clinic, time(14), day=date(2026, 3, 18))
    clinic.do(restore_weeks, back)
    assert kept_hours(clinic) == before
    with pytest.raises(Stale):
        clinic.do(restore_weeks, replace(back, id=uuid4()))
    assert visit.start == time(14)


def test_a_week_is_not_taken_back_under_what_was_booked_in_it(clinic: Clinic) -> None:
    made = set_hours(clinic, week(sat=USUAL))
    booked(clinic, time(9), day=date(2026, 3, 14))
    back = RestoreWeeks(practitioner_id=1, location_id=1, version=made.version, valid_from=TOMORROW, before=made.before)
    with pytest.raises(Clash, match="lie outside"):
        clinic.do(restore_weeks, back)
    clinic.database.clock.advance(days=3)  # type: ignore[attr-defined]
    with pytest.raises(ClinicError, match="That day is over"):
        clinic.do(restore_weeks, replace(back, id=uuid4()))


def test_a_week_with_a_last_day_gives_way_again(clinic: Clinic) -> None:
    set_hours(clinic, week(wed=SHORT), valid_from=date(2026, 3, 16), valid_to=date(2026, 3, 29))
    ends = {
        day: [one.end for one in clinic.executor.fetch(day_plan, ANYONE, 1, day).columns[1].open]
        for day in (date(2026, 3, 11), date(2026, 3, 18), date(2026, 3, 25), date(2026, 4, 1))
    }
    assert list(ends.values()) == [[time(17)], [time(12)], [time(12)], [time(17)]]
    assert len(clinic.executor.fetch(worker_hours, ANYONE, 1, 1).weeks) == 3


@pytest.mark.peer("OM-24")
def test_a_change_that_orphans_visits_lists_them_and_asks(clinic: Clinic) -> None:
    made = booked(clinic, time(14))
    booked(clinic, time(9), patient_id=2)
    with pytest.raises(Clash) as told:
        set_hours(clinic, week(wed=SHORT))
    rows = told.value.values["visits"]
    assert isinstance(rows, tuple)
    assert [(row.patient, row.day, row.start) for row in rows] == [("Núñez, María José", TOMORROW, time(14))]
    assert str(told.value).startswith("Booked visits that would lie outside these hours: 1.")
    with pytest.raises(ReasonNeeded):
        set_hours(clinic, week(wed=SHORT), accept=True, reason=" ")
    assert open_on(clinic, TOMORROW) == [time(8)]
    assert set_hours(clinic, week(wed=SHORT), accept=True, reason="school").visits == (made.appointment_id,)
    assert set_hours(clinic, week(wed=SHORT)).visits == ()


def test_a_visit_that_ends_with_the_hours_stays_inside(clinic: Clinic) -> None:
    booked(clinic, time(11, 15))
    assert set_hours(clinic, week(wed=SHORT)).visits == ()
    assert set_hours(clinic, week(wed=((time(8), time(11)), (time(11), time(12))))).visits == ()
    with pytest.raises(Clash):
        set_hours(clinic, week(wed=((time(8), time(11, 59)),)))


def test_who_may_not_see_patients_reads_no_names(clinic: Clinic) -> None:
    booked(clinic, time(14))
    administrator = Actor(2, "Sam", grants={Permission.SET_SCHEDULE: Grant()})
    with pytest.raises(Clash) as told:
        set_hours(clinic, week(wed=SHORT), actor=administrator)
    rows = told.value.values["visits"]
    assert isinstance(rows, tuple)
    assert all(isinstance(row, BookedRow) and not row.patient for row in rows)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"valid_from": date(2026, 3, 9)}, "valid_from"),
        ({"valid_to": date(2026, 3, 10)}, "valid_to"),
        ({"days": week(mon=((time(9), time(8)),))}, "end"),
        ({"days": week(mon=((time(8), time(10)), (time(9), time(11))))}, "start"),
        ({"practitioner_id": 99}, "practitioner"),
        ({"location_id": 2}, "practitioner"),
        ({"version": 99}, None),
    ],
)
def test_a_week_that_makes_no_sense(clinic: Clinic, changed: dict[str, Any], field: str | None) -> None:
    with pytest.raises(ClinicError) as told:
        set_hours(clinic, **{"days": week(), **changed})
    assert told.value.field == field


def test_the_second_desk_is_told(clinic: Clinic) -> None:
    version = clinic.executor.fetch(workers, ANYONE, 1)[1].version
    set_hours(clinic, week(fri=()), version=version)
    with pytest.raises(Stale):
        set_hours(clinic, week(mon=()), version=version)


# ------------------------------------------------------- OM-20 to OM-23: a practitioner's hours at two places (see ADR 13)

ONE = ((time(9), time(11)),)


def at_both(clinic: Clinic) -> None:
    """Let the first practitioner work at the second location too, and at the first on Wednesday from 9 to 11 only."""
    clinic.add(PractitionerLocation(practitioner_id=1, location_id=2))
    set_hours(clinic, week(mon=(), tue=(), wed=ONE, thu=(), fri=()))


@pytest.mark.peer("OM-20")
@pytest.mark.parametrize(
    ("hours", "meets"),
    [
        pytest.param((time(0), time(0)), True, id="OM-20 the whole day around"),
        pytest.param((time(9), time(11)), True, id="OM-23 the same"),
        pytest.param((time(9, 30), time(10)), True, id="OM-23 inside"),
        pytest.param((time(8), time(12)), True, id="OM-23 around"),
        pytest.param((time(8), time(9, 5)), True, id="OM-23 over the left end"),
        pytest.param((time(10, 55), time(12)), True, id="OM-23 over the right end"),
        pytest.param((time(8), time(9)), False, id="OM-23 touching before"),
        pytest.param((time(11), time(12)), False, id="OM-23 touching after"),
        pytest.param((time(13), time(17)), False, id="OM-21 apart"),
    ],
)
def test_nobody_works_at_two_places_at_once(clinic: Clinic, hours: tuple[time, time], *, meets: bool) -> None:
    at_both(clinic)
    there = {"mon": (), "tue": (), "wed": (hours,), "thu": (), "fri": ()}
    if not meets:
        set_hours(clinic, week(**there), location_id=2)
        assert open_on(clinic, TOMORROW, 2) == [hours[0]]
        return
    with pytest.raises(Clash) as told:
        set_hours(clinic, week(**there), location_id=2)
    assert told.value.field == "day2"
    assert "Visalia" in str(told.value)


def test_weeks_at_two_places_that_never_hold_together(clinic: Clinic) -> None:
    at_both(clinic)
    set_hours(clinic, week(wed=()), valid_from=date(2026, 3, 23))
    busy = week(mon=(), tue=(), wed=ONE, thu=(), fri=())
    with pytest.raises(Clash):
        set_hours(clinic, busy, location_id=2)
    set_hours(clinic, week(mon=(), tue=(), wed=ONE, thu=(), fri=()), location_id=2, valid_from=date(2026, 3, 23))
    assert open_on(clinic, date(2026, 3, 18), 2) == []
    assert open_on(clinic, date(2026, 3, 25), 2) == [time(9)]


def test_om22_blocks_of_a_location_may_lie_over_each_other(clinic: Clinic) -> None:
    block(clinic, time(10), time(12), practitioner_id=None)
    block(clinic, time(11), time(13), practitioner_id=None)
    block(clinic, time(10), time(12), practitioner_id=1)
    with pytest.raises(Clash):
        block(clinic, time(11), time(13), practitioner_id=1)


def test_om26_hours_that_end_leave_openings_and_stay_in_the_history(clinic: Clinic) -> None:
    assert clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, 1)
    set_hours(clinic, week(mon=(), tue=(), wed=(), thu=(), fri=()), reason="left the clinic")
    assert clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 28, 1) == ()
    assert [one.valid_to for one in clinic.executor.fetch(worker_hours, ANYONE, 1, 1).weeks] == [clinic.day]


def test_exceptions_span_days_and_are_taken_back(clinic: Clinic) -> None:
    made = block(clinic, time(0), time(17), last_day=date(2026, 3, 13), why="leave")
    found = clinic.executor.fetch(worker_hours, ANYONE, 1, 1).exceptions
    assert [(one.reason, one.first_day, one.last_day, one.end) for one in found] == [
        ("leave", TOMORROW, date(2026, 3, 13), time(17))
    ]
    clinic.do(void_block, VoidBlock(block_id=made.block_id, version=made.version))
    assert clinic.executor.fetch(worker_hours, ANYONE, 1, 1).exceptions == ()


# ------------------------------------------------------------------------------------------------------------ skills


def test_skills_are_kept_in_one_spelling(clinic: Clinic) -> None:
    def say(*skills: str, version: int) -> int:
        wanted = SetSkills(practitioner_id=1, location_id=1, version=version, skills=skills)
        return clinic.do(set_skills, wanted).version

    version = say(" Hands", "hands ", "Pelvic  floor", "", version=1)
    assert clinic.executor.fetch(workers, ANYONE, 1)[1].skills == ("hands", "pelvic floor")
    version = say("vestibular", version=version)
    assert clinic.executor.fetch(workers, ANYONE, 1)[1].skills == ("vestibular",)
    with pytest.raises(Stale):
        say("hands", version=1)
    with pytest.raises(ClinicError) as told:
        say("x" * 41, version=version)
    assert told.value.field == "skills"
    with pytest.raises(ClinicError):
        say(*[f"skill {number}" for number in range(31)], version=version)


# ------------------------------------------------------------------------------------------------------- visit types


def add_type(clinic: Clinic, **changed: object) -> TypeAdded:
    values: dict[str, Any] = {"code": "re", "name": "Re-evaluation", "kind": VisitKind.RE_EVALUATION, "minutes": 60}
    return clinic.do(add_visit_type, AddVisitType(**{**values, **changed}))


def change_type(clinic: Clinic, visit_type_id: int, version: int = 1, **changed: object) -> int:
    values: dict[str, Any] = {"name": "Follow-up 45", "kind": VisitKind.FOLLOW_UP, "minutes": 45}
    command = UpdateVisitType(visit_type_id=visit_type_id, version=version, **{**values, **changed})
    return clinic.do(update_visit_type, command).version


def test_a_visit_type_in_full(clinic: Clinic) -> None:
    clinic.do(add_room, AddRoom(location_id=1, name="Room 1", kind="private room"))
    clinic.do(add_room, AddRoom(location_id=1, name="Traction table", kind="traction", equipment=True))
    told: dict[str, Any] = {
        "buffer_before": 5, "buffer_after": 10, "colour": "teal", "for_whom": ForWhom.NEW, "room_kind": "private room",
        "equipment_kind": "traction", "lead_hours": 24, "together": 1, "practitioner_ids": (2, 1),
    }  # fmt: skip
    made = add_type(clinic, **told)
    row = next(one for one in clinic.executor.fetch(type_rows, ANYONE) if one.id == made.visit_type_id)
    assert {name: getattr(row, name) for name in told} == {**told, "practitioner_ids": (1, 2)}
    change_type(clinic, row.id, name="Again", minutes=30, active=False)
    row = clinic.executor.fetch(type_rows, ANYONE)[-1]
    assert (row.code, row.name, row.minutes, row.active, row.practitioner_ids) == ("RE", "Again", 30, False, ())
    assert [one.code for one in clinic.executor.fetch(visit_types, ANYONE)] == ["FU", "EVAL"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"code": ""}, "code"),
        ({"code": "fu"}, "code"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"buffer_before": -1}, "buffer_before"),
        ({"buffer_after": 121}, "buffer_after"),
        ({"lead_hours": 100_000}, "lead_hours"),
        ({"together": 0}, "together"),
        ({"colour": "red"}, "colour"),
        ({"room_kind": "pool"}, "room_kind"),
        ({"equipment_kind": "pool"}, "equipment_kind"),
        ({"practitioner_ids": (1, 99)}, "practitioner_ids"),
    ],
)
def test_a_visit_type_that_makes_no_sense(clinic: Clinic, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        add_type(clinic, **changed)
    assert told.value.field == field


@pytest.mark.parametrize(
    ("away", "field"),
    [
        pytest.param({"practitioner_ids": (2,)}, "practitioner_ids", id="OM-24 who may do it"),
        pytest.param({"active": False}, "active", id="OM-24 in use"),
    ],
)
def test_what_is_booked_is_not_taken_away(clinic: Clinic, away: dict[str, Any], field: str) -> None:
    made = booked(clinic)
    with pytest.raises(Clash) as told:
        change_type(clinic, clinic.follow_up_id, **away)
    assert told.value.field == field
    assert "Booked visits of this type with Okafor: 1." in str(told.value)
    # OM-25: once it is cancelled it stands in nobody's way
    clinic.do(
        cancel_appointment,
        CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick"),
    )
    assert change_type(clinic, clinic.follow_up_id, **away) == 2


def test_a_visit_type_is_changed_as_it_was_read(clinic: Clinic) -> None:
    change_type(clinic, clinic.follow_up_id)
    with pytest.raises(Stale):
        change_type(clinic, clinic.follow_up_id, version=1)
    with pytest.raises(NotFound):
        change_type(clinic, 99)


# ------------------------------------------------------------------------------------------------------------- rooms


def room(clinic: Clinic, **changed: object) -> RoomKept:
    values: dict[str, Any] = {"location_id": 1, "name": "Gym", "kind": "gym", "capacity": 3}
    return clinic.do(add_room, AddRoom(**{**values, **changed}))


def change_room(clinic: Clinic, made: RoomKept, **changed: object) -> RoomKept:
    values: dict[str, Any] = {"name": "Gym", "kind": "gym", "capacity": 3}
    return clinic.do(update_room, UpdateRoom(room_id=made.room_id, version=made.version, **{**values, **changed}))


def hold(clinic: Clinic, made: RoomKept, lane: int, hour: int, kind: Resource = Resource.ROOM) -> None:
    """Take a place of a room tomorrow for an hour."""
    visit = booked(clinic, time(hour), patient_id=1 + lane % 2, practitioner_id=1 + lane % 2)
    day = datetime(2026, 3, 11, tzinfo=UTC)
    clinic.add(
        Occupancy(
            kind=kind.value, resource_id=made.room_id, lane=lane, starts_at=day.replace(hour=hour + 7),
            ends_at=day.replace(hour=hour + 8), appointment_id=visit.appointment_id,
        )
    )  # fmt: skip


def test_a_room_shrinks_to_what_is_booked_and_no_further(clinic: Clinic) -> None:
    made = room(clinic)
    hold(clinic, made, lane=0, hour=9)
    hold(clinic, made, lane=1, hour=9)
    hold(clinic, made, lane=2, hour=11)
    with pytest.raises(Clash) as told:
        change_room(clinic, made, capacity=1)
    assert str(told.value).startswith("Booked there on 03/11/2026 at 9:00 AM: 2 visits.")
    with pytest.raises(Clash):
        change_room(clinic, made, active=False)
    made = change_room(clinic, made, capacity=2)
    lanes = clinic.rows(
        lambda s: [one.lane for one in s.query(Occupancy).filter_by(kind="room").order_by(Occupancy.id)]
    )
    assert max(lanes) == 1
    assert change_room(clinic, made, capacity=9).version == made.version + 1


def test_rooms_and_equipment_of_one_number_are_told_apart(clinic: Clinic) -> None:
    table = room(clinic, name="Traction table", kind="traction", equipment=True, capacity=2)
    hold(clinic, table, lane=1, hour=9)  # a room of the same id
    assert change_room(clinic, table, capacity=1).version == 2
    rows = clinic.executor.fetch(room_rows, ANYONE, 1)
    assert [(one.name, one.equipment, one.capacity) for one in rows] == [("Gym", True, 1)]


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"name": ""}, "name"), ({"kind": " "}, "kind"), ({"capacity": 0}, "capacity"), ({"capacity": 51}, "capacity"),
     ({"name": "Room 1"}, "name"), ({"location_id": 99}, "location")],
)  # fmt: skip
def test_a_room_that_makes_no_sense(clinic: Clinic, changed: dict[str, Any], field: str) -> None:
    room(clinic, name="Room 1")
    with pytest.raises(ClinicError) as told:
        room(clinic, **changed)
    assert told.value.field == field


def test_rooms_of_two_places_may_be_called_alike(clinic: Clinic) -> None:
    made = room(clinic)
    room(clinic, location_id=2)
    with pytest.raises(Stale):
        change_room(clinic, RoomKept(made.room_id, 7))
    with pytest.raises(NotFound):
        change_room(clinic, RoomKept(99, 1))
    elsewhere = Actor(2, "Bo", ("LD",), frozenset({2}), {Permission.SET_SCHEDULE: Grant()})
    clinic.do(update_room, UpdateRoom(room_id=2, version=1, name="Gym", kind="gym", capacity=1), elsewhere)
    nobody = Actor(3, "Cy", grants={Permission.BOOK: Grant()})
    with pytest.raises(Refused):
        clinic.do(add_room, AddRoom(location_id=1, name="Pool", kind="pool"), nobody)
