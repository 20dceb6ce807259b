"""Several days beside each other are the same days as one by one."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import event

from app.core.errors import NotFound, Refused
from app.schedule.actions import AddBlock, add_block
from app.schedule.queries import WeekPlan, day_plan, week_plan
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CLERK, ELSEWHERE, booked

MONDAY = date(2026, 3, 9)


def week(clinic: Clinic, first: date = MONDAY, days: int = 7, who: tuple[int, ...] = (1,)) -> WeekPlan:
    return clinic.executor.fetch(week_plan, CLERK, 1, first, days, who)


def test_a_week_has_a_column_a_day_and_closed_days_too(clinic: Clinic) -> None:
    booked(clinic, time(11))
    booked(clinic, time(9), day=MONDAY + timedelta(days=3))
    booked(clinic, time(9), day=MONDAY + timedelta(days=3), patient_id=2, practitioner_id=2)
    found = week(clinic)
    assert [plan.day for plan in found.days] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert [len(plan.columns) for plan in found.days] == [1] * 7
    assert [len(plan.visits) for plan in found.days] == [0, 1, 0, 1, 0, 0, 0]
    assert [bool(plan.columns[0].open) for plan in found.days] == [True] * 5 + [False] * 2
    assert [who.family for who in found.people] == ["Lee", "Okafor"]


def test_days_beside_each_other_equal_the_days_alone(clinic: Clinic) -> None:
    for number, at in enumerate((11, 9, 14)):
        booked(clinic, time(at), day=clinic.day + timedelta(days=number), practitioner_id=1 + number % 2)
    clinic.do(add_block, AddBlock(location_id=1, day=clinic.day, start=time(12), end=time(13), why="lunch"))
    for plan in week(clinic, who=()).days:
        assert plan == day_plan_of(clinic, plan.day)


def day_plan_of(clinic: Clinic, day: date) -> object:
    found = clinic.executor.fetch(day_plan, CLERK, 1, day)
    return type(found)(found.location_id, found.location, found.zone, found.day, found.today, found.columns)


def test_a_week_takes_as_many_questions_as_a_day(clinic: Clinic) -> None:
    for number in range(3):
        booked(clinic, time(14), day=clinic.day + timedelta(days=number))
    asked: list[str] = []
    event.listen(clinic.database.engine, "before_cursor_execute", lambda *one: asked.append(one[2]))
    clinic.executor.fetch(day_plan, ANYONE, 1, clinic.day)
    day, _ = len(asked), asked.clear()
    week(clinic, who=())
    assert len(asked) <= day + 1


def test_another_location_is_refused_and_an_unknown_one_not_found(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        clinic.executor.fetch(week_plan, ELSEWHERE, 1, MONDAY)
    with pytest.raises(NotFound):
        clinic.executor.fetch(week_plan, ANYONE, 77, MONDAY)
