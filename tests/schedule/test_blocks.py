"""Closed time, and the first of visit types."""

from datetime import date, time

import pytest

from app.core.access import Actor, Grant, Permission
from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.schedule.actions import AddBlock, AddVisitType, BlockMade, VoidBlock, add_block, add_visit_type, void_block
from app.schedule.queries import day_plan, visit_types
from app.schedule.queries.ask import openings
from app.schedule.rules import VisitKind
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic


def block(clinic: Clinic, start: time, end: time, actor: Actor = ANYONE, **changed: object) -> BlockMade:
    """Close time of the first practitioner tomorrow."""
    values: dict[str, object] = {"location_id": 1, "practitioner_id": 1, "day": TOMORROW, "why": "meeting"}
    return clinic.do(add_block, AddBlock(start=start, end=end, **{**values, **changed}), actor)  # type: ignore[arg-type]


def test_closed_time_is_not_offered_and_not_booked(clinic: Clinic) -> None:
    block(clinic, time(8), time(12))
    found = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, 1)
    assert found[0].start == time(12)
    with pytest.raises(ClinicError) as told:
        booked(clinic, time(11, 30))
    assert str(told.value).endswith("Nearest free: 12:00 PM · 11:30 AM (Lee) · 03/12/2026 8:00 AM.")


@pytest.mark.peer("OM-24", "OM-25")
def test_a_block_over_booked_visits_names_them(clinic: Clinic) -> None:
    made = booked(clinic)
    with pytest.raises(Clash) as told:
        block(clinic, time(10), time(12))
    assert "10:15 AM Núñez, María José (1 in all)" in str(told.value)
    with pytest.raises(ReasonNeeded):
        block(clinic, time(10), time(12), override=True)
    weak = Actor(2, "Bo", grants={Permission.BOOK: Grant()})
    with pytest.raises(Refused):
        block(clinic, time(10), time(12), actor=weak, override=True, reason="sick")
    assert block(clinic, time(10), time(12), override=True, reason="sick").visits == (made.appointment_id,)


@pytest.mark.peer("OM-20", "OM-21")
@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [
        (time(10), time(12), True),
        (time(10, 30), time(11), True),
        (time(9), time(13), True),
        (time(9), time(10, 15), True),
        (time(11, 45), time(13), True),
        (time(12), time(13), False),
        (time(9), time(10), False),
    ],
)
def test_blocks_of_one_person_do_not_overlap(clinic: Clinic, start: time, end: time, *, meets: bool) -> None:
    block(clinic, time(10), time(12))
    block(clinic, start, end, practitioner_id=2)
    if not meets:
        block(clinic, start, end)
        return
    with pytest.raises(Clash):
        block(clinic, start, end)


@pytest.mark.peer("OM-22")
def test_blocks_of_the_location_may_lie_over_each_other(clinic: Clinic) -> None:
    block(clinic, time(10), time(12), practitioner_id=None)
    block(clinic, time(11), time(13), practitioner_id=None)
    assert clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, 1)[0].start == time(8)
    found = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 1, None, None, 100)
    assert not [one for one in found if time(9, 20) < one.start < time(13)]


@pytest.mark.peer("OM-26")
def test_an_opened_block_frees_its_time_once(clinic: Clinic) -> None:
    made = block(clinic, time(8), time(12))
    with pytest.raises(Stale):
        clinic.do(void_block, VoidBlock(block_id=made.block_id, version=made.version + 1))
    clinic.do(void_block, VoidBlock(block_id=made.block_id, version=made.version))
    booked(clinic)
    with pytest.raises(NotFound):
        clinic.do(void_block, VoidBlock(block_id=made.block_id, version=made.version + 1))
    assert clinic.executor.fetch(day_plan, ANYONE, 1, TOMORROW).columns[1].blocks == ()


def test_leave_of_several_days(clinic: Clinic) -> None:
    block(clinic, time(0), time(23), last_day=date(2026, 3, 13), why="leave")
    found = clinic.executor.fetch(openings, ANYONE, 1, 2, TOMORROW, 10, 1)
    assert found[0].day == date(2026, 3, 16)


@pytest.mark.parametrize("changed", [{"why": " "}, {"end": time(9)}, {"last_day": date(2026, 3, 1)}])
def test_a_block_that_makes_no_sense(clinic: Clinic, changed: dict[str, object]) -> None:
    with pytest.raises(ClinicError):
        clinic.do(
            add_block,
            AddBlock(**{"location_id": 1, "day": TOMORROW, "start": time(10), "end": time(12), "why": "x", **changed}),  # type: ignore[arg-type]
        )


def test_a_visit_type_has_a_code_of_its_own(clinic: Clinic) -> None:
    wanted = AddVisitType(code="re", name="Re-evaluation 60", kind=VisitKind.RE_EVALUATION, minutes=60)
    clinic.do(add_visit_type, wanted)
    assert [one.code for one in clinic.executor.fetch(visit_types, ANYONE)] == ["FU", "EVAL", "RE"]
    with pytest.raises(Clash):
        clinic.do(add_visit_type, AddVisitType(code="RE", name="Again", kind=VisitKind.FOLLOW_UP, minutes=30))
