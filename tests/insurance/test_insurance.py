from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from app.core.access import Grant, Permission
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.insurance.actions import (
    AddCoverage,
    AddPayer,
    CoverageKey,
    EndCoverage,
    UpdateCoverage,
    UpdatePayer,
    add_coverage,
    add_payer,
    end_coverage,
    update_coverage,
    update_payer,
)
from app.insurance.queries import coverage_on, coverages, payers
from app.insurance.rules import PayerKind, Period, kind_label
from app.insurance.tables import Coverage
from app.patients.tables import SearchKey
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, without

JUNE = date(2026, 6, 1)


def add(clinic: Clinic, **more: Any) -> CoverageKey:
    given: dict[str, Any] = {"patient_id": 2, "payer_id": 1, "member_id": "ABC 123-x", "copay_cents": 3000} | more
    return clinic.do(add_coverage, AddCoverage(**given), more.pop("actor", CLERK))


def member_keys(clinic: Clinic, patient_id: int) -> list[str]:
    wanted = select(SearchKey.key).where(SearchKey.patient_id == patient_id, SearchKey.kind == "member")
    return clinic.rows(lambda session: sorted(session.scalars(wanted)))


# --------------------------------------------------------------------------------------------------------------- rules


def test_periods() -> None:
    whole, spring = Period(), Period(date(2026, 3, 1), date(2026, 5, 31))
    assert spring.holds(date(2026, 5, 31))
    assert not spring.holds(JUNE)
    assert spring.meets(whole)
    assert whole.meets(spring)
    assert not spring.meets(Period(JUNE))
    assert not Period(JUNE).meets(spring)
    assert spring.meets(Period(None, date(2026, 3, 1)))


def test_every_kind_has_a_name() -> None:
    assert len({kind_label(kind) for kind in PayerKind}) == len(PayerKind)


# -------------------------------------------------------------------------------------------------------------- payers


def test_payers_are_added_once_and_corrected(clinic: Clinic) -> None:
    key = clinic.do(add_payer, AddPayer(name=" Aetna ", kind=PayerKind.HMO, phone="5595550100"), CLERK)
    with pytest.raises(ClinicError) as told:
        clinic.do(add_payer, AddPayer(name="Aetna", kind=PayerKind.HMO), CLERK)
    assert told.value.field == "name"
    with pytest.raises(ClinicError, match="needs a name"):
        clinic.do(add_payer, AddPayer(name=" ", kind=PayerKind.HMO), CLERK)
    change = UpdatePayer(payer_id=key.payer_id, version=key.version, name="Aetna HMO", kind=PayerKind.HMO, active=False)
    clinic.do(update_payer, change, CLERK)
    with pytest.raises(Stale):
        clinic.do(update_payer, replace(change, id=AddPayer(name="", kind=PayerKind.HMO).id), CLERK)
    assert [one.name for one in clinic.executor.fetch(payers, CLERK)] == ["Blue Shield PPO", "Self-pay"]
    assert clinic.executor.fetch(payers, CLERK, True)[0].name == "Aetna HMO"


# --------------------------------------------------------------------------------------------------------------- plans


def test_a_plan_is_found_by_its_member_number(clinic: Clinic) -> None:
    key = add(clinic)
    assert member_keys(clinic, 2) == ["abc123x"]
    change = UpdateCoverage(coverage_id=key.coverage_id, version=key.version, payer_id=1, member_id="NEW-9")
    key = clinic.do(update_coverage, change, CLERK)
    assert member_keys(clinic, 2) == ["new9"]
    clinic.do(end_coverage, EndCoverage(coverage_id=key.coverage_id, version=key.version, ends_on=JUNE), CLERK)
    assert member_keys(clinic, 2) == ["new9"]
    wrong = EndCoverage(coverage_id=key.coverage_id, version=key.version + 1, mistake=True)
    clinic.do(end_coverage, wrong, CLERK)
    assert member_keys(clinic, 2) == []
    assert clinic.executor.fetch(coverages, CLERK, 2) == ()


def test_the_plan_of_a_day(clinic: Clinic) -> None:
    def payer(day: date) -> str | None:
        found = clinic.rows(lambda session: coverage_on(session, 1, day))
        return None if found is None else f"{found.payer} {found.copay_cents}"

    add(clinic, patient_id=1, payer_id=2, copay_cents=0, starts_on=JUNE, ends_previous=True)
    add(clinic, patient_id=1, payer_id=2, rank=2)
    assert payer(date(2025, 12, 31)) == "Self-pay 3000"  # only the second plan has no beginning
    assert payer(date(2026, 5, 31)) == "Blue Shield PPO 2500"
    assert payer(JUNE) == "Self-pay 0"
    shown = clinic.executor.fetch(coverages, CLERK, 1)
    assert [(one.rank, one.ends_on) for one in shown] == [(1, None), (1, date(2026, 5, 31)), (2, None)]
    assert clinic.rows(lambda session: coverage_on(session, 2, JUNE)) is None


def test_two_first_plans_on_one_day_are_refused(clinic: Clinic) -> None:
    with pytest.raises(ClinicError) as told:
        add(clinic, patient_id=1)
    assert told.value.field == "rank"
    add(clinic, patient_id=1, rank=2)
    add(clinic, patient_id=1, ends_on=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"starts_on": JUNE, "ends_on": date(2026, 5, 1)}, "ends_on"),
        ({"rank": 4}, "rank"),
        ({"copay_cents": -1}, "copay"),
        ({"copay_cents": 100_001}, "copay"),
        ({"payer_id": 99}, "payer"),
        ({"member_id": "a\x00b"}, "member_id"),
        ({"plan_name": "x" * 121}, "plan_name"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(clinic: Clinic, more: dict[str, Any], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        add(clinic, **more)
    assert told.value.field == field
    assert clinic.rows(lambda session: session.scalars(select(Coverage).where(Coverage.patient_id == 2)).all()) == []


def test_ending_needs_a_day(clinic: Clinic) -> None:
    key = add(clinic, starts_on=JUNE)
    for ends_on in (None, date(2026, 5, 1)):
        with pytest.raises(ClinicError) as told:
            clinic.do(end_coverage, EndCoverage(coverage_id=key.coverage_id, version=1, ends_on=ends_on), CLERK)
        assert told.value.field == "ends_on"
    with pytest.raises(NotFound):
        clinic.do(end_coverage, EndCoverage(coverage_id=99, version=1, ends_on=JUNE), CLERK)
    with pytest.raises(Stale):
        clinic.do(end_coverage, EndCoverage(coverage_id=key.coverage_id, version=2, ends_on=JUNE), CLERK)


def test_one_command_is_one_plan(clinic: Clinic) -> None:
    command = AddCoverage(patient_id=2, payer_id=1)
    assert clinic.do(add_coverage, command, CLERK) == clinic.do(add_coverage, command, CLERK)
    assert len(clinic.executor.fetch(coverages, CLERK, 2)) == 1


def test_who_may_touch_plans(clinic: Clinic) -> None:
    limited = {**CLERK.grants, Permission.EDIT_PATIENT: Grant(masked=True)}
    biller = replace(CLERK, grants=limited)
    scheduler = replace(
        CLERK, grants={one: grant for one, grant in limited.items() if one is not Permission.TAKE_PAYMENT}
    )
    for actor in (NOBODY, without(Permission.EDIT_PATIENT), scheduler):
        with pytest.raises(Refused):
            clinic.do(add_coverage, AddCoverage(patient_id=2, payer_id=1), actor)
        with pytest.raises(Refused):
            clinic.do(add_payer, AddPayer(name="New", kind=PayerKind.HMO), actor)
    clinic.do(add_coverage, AddCoverage(patient_id=2, payer_id=1), biller)
    with pytest.raises(Refused):
        clinic.executor.fetch(coverages, without(Permission.VIEW_INSURANCE), 1)


def test_a_patient_of_elsewhere_is_touched_with_a_reason(clinic: Clinic) -> None:
    with pytest.raises(ReasonNeeded):
        clinic.do(add_coverage, AddCoverage(patient_id=2, payer_id=1), ELSEWHERE)
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(coverages, ELSEWHERE, 1)
    clinic.do(add_coverage, AddCoverage(patient_id=2, payer_id=1, reason="moved here"), ELSEWHERE)
    assert len(clinic.executor.fetch(coverages, ELSEWHERE, 2, "moved here")) == 1
