from datetime import date
from typing import Any

import pytest

from app.core.access import Permission
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.insurance.actions import (
    AddAuthorization,
    AuthorizationKey,
    EndAuthorization,
    UpdateAuthorization,
    add_authorization,
    end_authorization,
    update_authorization,
)
from app.insurance.queries import authorizations
from app.insurance.rules import AuthorizationStatus
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, without

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 30)


def add(clinic: Clinic, **more: Any) -> AuthorizationKey:
    given: dict[str, Any] = {"patient_id": 1, "payer_id": 1, "visits": 12, "starts_on": MARCH, "ends_on": JUNE} | more
    return clinic.do(add_authorization, AddAuthorization(**given), CLERK)


def test_an_authorization_is_added_corrected_and_ended(clinic: Clinic) -> None:
    key = add(clinic, number=" A-77 ", reserved=1, coverage_id=1)
    change = UpdateAuthorization(
        authorization_id=key.authorization_id, version=key.version, payer_id=1, visits=24, starts_on=MARCH,
        ends_on=JUNE, number="A-77", note="Extended by phone",
    )  # fmt: skip
    key = clinic.do(update_authorization, change, CLERK)
    (row,) = clinic.executor.fetch(authorizations, CLERK, 1)
    assert (row.number, row.visits, row.reserved, row.payer, row.note) == (
        "A-77", 24, 0, "Blue Shield PPO", "Extended by phone",
    )  # fmt: skip
    end = EndAuthorization(authorization_id=key.authorization_id, version=key.version, ends_on=date(2026, 5, 1))
    key = clinic.do(end_authorization, end, CLERK)
    assert clinic.executor.fetch(authorizations, CLERK, 1)[0].ends_on == date(2026, 5, 1)
    gone = EndAuthorization(authorization_id=key.authorization_id, version=key.version, mistake=True)
    key = clinic.do(end_authorization, gone, CLERK)
    assert clinic.executor.fetch(authorizations, CLERK, 1) == ()
    with pytest.raises(NotFound):
        clinic.do(
            end_authorization,
            EndAuthorization(authorization_id=key.authorization_id, version=key.version, ends_on=JUNE),
            CLERK,
        )


def test_one_that_is_asked_for_is_a_draft(clinic: Clinic) -> None:
    add(clinic, asked=True)
    assert clinic.executor.fetch(authorizations, CLERK, 1)[0].status is AuthorizationStatus.DRAFT


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"visits": 0}, "visits"),
        ({"visits": 401}, "visits"),
        ({"reserved": 13}, "reserved"),
        ({"reserved": -1}, "reserved"),
        ({"ends_on": date(2026, 2, 28)}, "ends_on"),
        ({"payer_id": 99}, "payer"),
        ({"coverage_id": 99}, "payer"),
        ({"patient_id": 2, "coverage_id": 1}, "payer"),
        ({"number": "x" * 61}, "number"),
        ({"note": "x" * 201}, "note"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(clinic: Clinic, more: dict[str, Any], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        add(clinic, **more)
    assert told.value.field == field
    assert clinic.executor.fetch(authorizations, CLERK, 1) == ()


def test_a_stale_hand_and_a_missing_right_change_nothing(clinic: Clinic) -> None:
    key = add(clinic)
    stale = EndAuthorization(authorization_id=key.authorization_id, version=key.version + 1, ends_on=JUNE)
    with pytest.raises(Stale):
        clinic.do(end_authorization, stale, CLERK)
    with pytest.raises(ClinicError) as told:
        clinic.do(
            end_authorization, EndAuthorization(authorization_id=key.authorization_id, version=key.version), CLERK
        )
    assert told.value.field == "ends_on"
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(authorizations, ELSEWHERE, 1)
    assert clinic.executor.fetch(authorizations, ELSEWHERE, 1, "called us")
    for who in (NOBODY, without(Permission.VIEW_INSURANCE)):
        with pytest.raises(Refused):
            clinic.executor.fetch(authorizations, who, 1)
