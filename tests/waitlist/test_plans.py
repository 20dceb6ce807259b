"""Who comes less often than the plan says, and who does not come any more."""

from datetime import date, datetime, time, timedelta

import pytest

from app.core.clock import FixedClock
from app.episodes.rules import EpisodeStatus
from app.episodes.tables import EpisodeOfCare, PlanOfCare
from app.waitlist.queries.plans import dropped_off, under_scheduled
from app.waitlist.queries.words import waits_words
from app.waitlist.rules import WhyKind
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW
from tests.visits.flow import ELSEWHERE, arrived
from tests.waitlist.holes import TOMORROW, asked, booked, hole, wait

TODAY = date(2026, 3, 10)
MONDAY, NEXT = date(2026, 3, 9), date(2026, 3, 16)


def care(
    clinic: Clinic, patient_id: int = 2, *, often: int = 3, weeks: int = 4, first: date = MONDAY,
    status: EpisodeStatus = EpisodeStatus.ACTIVE, at: datetime = NOW,
) -> None:  # fmt: skip
    """An episode with its plan."""
    made = EpisodeOfCare(
        patient_id=patient_id, location_id=1, title="Knee", status=status, starts_on=first, created_at=at
    )
    clinic.add(made)
    clinic.add(PlanOfCare(episode_id=made.id, visits_per_week=often, weeks=weeks, starts_on=first))


def gaps(clinic: Clinic) -> list[tuple[str, date, int, int, int]]:
    rows = clinic.executor.fetch(under_scheduled, ANYONE, 1, TODAY)
    return [(one.patient, one.week, one.per_week, one.booked, one.missing) for one in rows]


def test_a_plan_of_three_with_one_booked_lacks_two(clinic: Clinic) -> None:
    care(clinic)
    booked(clinic, time(9), patient_id=2)
    assert gaps(clinic) == [("Smith, Joan", MONDAY, 3, 1, 2), ("Smith, Joan", NEXT, 3, 0, 3)]


def test_a_week_that_is_full_or_not_in_the_plan_lacks_nothing(clinic: Clinic) -> None:
    care(clinic, often=1, weeks=1)
    booked(clinic, time(9), patient_id=2)
    assert gaps(clinic) == []


@pytest.mark.parametrize("status", [EpisodeStatus.FINISHED, EpisodeStatus.ONHOLD, EpisodeStatus.PLANNED])
def test_only_active_episodes_are_chased(clinic: Clinic, status: EpisodeStatus) -> None:
    care(clinic, status=status)
    assert gaps(clinic) == []
    assert clinic.executor.fetch(dropped_off, ANYONE, 1, TODAY) == ()


def test_a_cancelled_visit_is_not_a_booked_one(clinic: Clinic) -> None:
    care(clinic, often=1, weeks=1)
    hole(clinic, patient_id=2)
    assert gaps(clinic) == [("Smith, Joan", MONDAY, 1, 0, 1)]


def test_who_has_nothing_ahead_has_dropped_off(clinic: Clinic) -> None:
    care(clinic, first=MONDAY - timedelta(days=21))
    care(clinic, 1)
    booked(clinic, time(9))
    found = clinic.executor.fetch(dropped_off, ANYONE, 1, TODAY)
    assert [(one.patient, one.since, one.last) for one in found] == [("Smith, Joan", date(2026, 2, 16), None)]
    assert clinic.executor.fetch(dropped_off, ELSEWHERE, None, TODAY) == ()


def test_who_is_at_the_desk_now_was_here_today(clinic: Clinic) -> None:
    care(clinic)
    made = booked(clinic, time(11), patient_id=2, day=TODAY)
    arrived(clinic, made.appointment_id)
    clinic.database.clock = FixedClock(NOW + timedelta(hours=3))
    (found,) = clinic.executor.fetch(dropped_off, ANYONE, 1, TODAY)
    assert found.last == TODAY


def test_days_are_said_as_people_say_them() -> None:
    assert [waits_words(days) for days in (0, 1, 2)] == ["waits since today", "waits since yesterday", "waits 2 days"]


def test_the_ladder_knows_what_the_week_lacks(clinic: Clinic) -> None:
    care(clinic)
    wait(clinic)
    said = {why.kind: why.value for why in asked(clinic, hole(clinic, day=TOMORROW)).rungs[0].ranked.whys}
    assert said[WhyKind.WEEK_MISSING] == 3
