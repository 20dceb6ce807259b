from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.access import Grant, Permission, Scope
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.episodes.actions import (
    EpisodeKey,
    FinishEpisode,
    ReopenEpisode,
    SetPlanOfCare,
    StartEpisode,
    UpdateEpisode,
    finish_episode,
    reopen_episode,
    set_plan_of_care,
    start_episode,
    update_episode,
)
from app.episodes.queries import EpisodeRow, episodes
from app.episodes.rules import EpisodeStatus
from app.insurance.actions import AddAuthorization, add_authorization
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 30)


def start(clinic: Clinic, **more: Any) -> EpisodeKey:
    given: dict[str, Any] = {"patient_id": 1, "location_id": 1, "title": "Right knee", "starts_on": MARCH} | more
    return clinic.do(start_episode, StartEpisode(**given), CLERK)


def only(clinic: Clinic) -> EpisodeRow:
    (row,) = clinic.executor.fetch(episodes, CLERK, 1)
    return row


def test_an_episode_begins_with_its_plan_and_points_at_its_authorization(clinic: Clinic) -> None:
    leave = AddAuthorization(patient_id=1, payer_id=1, visits=12, starts_on=MARCH, ends_on=JUNE)
    authorization_id = clinic.do(add_authorization, leave, CLERK).authorization_id
    start(clinic, practitioner_id=1, authorization_id=authorization_id, visits_per_week=3, weeks=4)
    row = only(clinic)
    assert (row.title, row.practitioner, row.location, row.authorization_id, row.status) == (
        "Right knee", "Okafor", "Visalia – Main Street", authorization_id, EpisodeStatus.ACTIVE,
    )  # fmt: skip
    assert row.plan is not None
    assert (row.plan.visits, row.plan.starts_on, row.plan.last_day) == (12, MARCH, date(2026, 3, 29))


def test_a_renewed_plan_leaves_the_one_before_and_a_slip_is_corrected(clinic: Clinic) -> None:
    key = start(clinic, visits_per_week=3, weeks=4)
    renewed = SetPlanOfCare(episode_id=key.episode_id, visits_per_week=2, weeks=6, starts_on=date(2026, 3, 30))
    clinic.do(set_plan_of_care, renewed, CLERK)
    plan = only(clinic).plan
    assert plan is not None
    slip = SetPlanOfCare(
        episode_id=key.episode_id, visits_per_week=1, weeks=6, starts_on=plan.starts_on, certified_on=JUNE,
        plan_id=plan.id, plan_version=plan.version,
    )  # fmt: skip
    clinic.do(set_plan_of_care, slip, CLERK)
    row = only(clinic)
    assert row.plan is not None
    assert (row.plan.visits_per_week, row.plan.certified_on) == (1, JUNE)
    assert [one.visits for one in row.earlier] == [12]
    with pytest.raises(Stale):
        clinic.do(set_plan_of_care, replace(slip, id=renewed.id.__class__(int=7)), CLERK)
    with pytest.raises(NotFound):
        clinic.do(set_plan_of_care, replace(slip, id=renewed.id.__class__(int=8), plan_id=99), CLERK)


def test_an_episode_is_corrected_finished_and_taken_up_again(clinic: Clinic) -> None:
    key = start(clinic)
    change = UpdateEpisode(
        episode_id=key.episode_id, version=key.version, starts_on=MARCH, title="Left knee", practitioner_id=2,
        on_hold=True,
    )  # fmt: skip
    key = clinic.do(update_episode, change, CLERK)
    row = only(clinic)
    assert (row.title, row.practitioner, row.status) == ("Left knee", "Lee", EpisodeStatus.ONHOLD)
    blind = UpdateEpisode(episode_id=key.episode_id, version=key.version, starts_on=MARCH)
    key = clinic.do(update_episode, blind, CLERK)
    assert only(clinic).title == "Left knee"
    key = clinic.do(finish_episode, FinishEpisode(episode_id=key.episode_id, version=key.version, ends_on=JUNE), CLERK)
    assert (only(clinic).goes_on, only(clinic).ends_on) == (False, JUNE)
    key = clinic.do(reopen_episode, ReopenEpisode(episode_id=key.episode_id, version=key.version), CLERK)
    assert only(clinic).goes_on
    key = clinic.do(finish_episode, FinishEpisode(episode_id=key.episode_id, version=key.version, mistake=True), CLERK)
    assert clinic.executor.fetch(episodes, CLERK, 1) == ()
    clinic.do(reopen_episode, ReopenEpisode(episode_id=key.episode_id, version=key.version), CLERK)
    assert only(clinic).goes_on


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"practitioner_id": 99}, "practitioner"),
        ({"authorization_id": 99}, "authorization"),
        ({"visits_per_week": 0, "weeks": 4}, "visits_per_week"),
        ({"visits_per_week": 8, "weeks": 4}, "visits_per_week"),
        ({"visits_per_week": 3, "weeks": 53}, "weeks"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(clinic: Clinic, more: dict[str, Any], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        start(clinic, **more)
    assert told.value.field == field
    assert clinic.executor.fetch(episodes, CLERK, 1) == ()


def test_somebody_elses_authorization_is_not_taken(clinic: Clinic) -> None:
    leave = AddAuthorization(patient_id=2, payer_id=1, visits=12, starts_on=MARCH, ends_on=JUNE)
    other = clinic.do(add_authorization, leave, CLERK).authorization_id
    with pytest.raises(NotFound) as told:
        start(clinic, authorization_id=other)
    assert told.value.field == "authorization"


def test_days_in_the_wrong_order_are_told(clinic: Clinic) -> None:
    key = start(clinic)
    with pytest.raises(ClinicError) as told:
        clinic.do(
            finish_episode,
            FinishEpisode(episode_id=key.episode_id, version=key.version, ends_on=date(2026, 3, 1)),
            CLERK,
        )
    assert told.value.field == "ends_on"
    early = SetPlanOfCare(episode_id=key.episode_id, visits_per_week=2, weeks=2, starts_on=date(2026, 3, 1))
    with pytest.raises(ClinicError) as told:
        clinic.do(set_plan_of_care, early, CLERK)
    assert told.value.field == "starts_on"


def test_who_sees_the_header_masked_and_does_not_write_it_sees_no_title(clinic: Clinic) -> None:
    start(clinic)
    masked = Grant(Scope.ALL, masked=True)
    scheduler = replace(CLERK, grants={Permission.VIEW_CLINICAL_HEADER: masked, Permission.EDIT_PATIENT: masked})
    clerk = replace(scheduler, grants={**scheduler.grants, Permission.EDIT_PATIENT: Grant(Scope.OWN)})
    assert [one.title for one in clinic.executor.fetch(episodes, scheduler, 1)] == [""]
    assert [one.title for one in clinic.executor.fetch(episodes, clerk, 1)] == ["Right knee"]
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(episodes, ELSEWHERE, 1)
    with pytest.raises(Refused):
        clinic.executor.fetch(episodes, NOBODY, 1)
