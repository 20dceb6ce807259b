"""Who saw a patient, when and why; and whom the clinic told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError, ReasonNeeded
from app.duplicates.actions import MergePatients, merge_patients
from app.patients.queries.record import summary
from app.patients.queries.search import search
from app.patients.tables import Patient
from app.privacy.actions import AddDisclosure, VoidDisclosure, add_disclosure, void_disclosure
from app.privacy.queries import accounting, disclosures, who_saw
from app.privacy.rules import EXEMPT, Flag, Purpose, Told, is_accounted
from app.runner.reads import ReadLog
from tests.support.clinic import ANYONE, Clinic

TODAY = date(2026, 3, 10)


def look(clinic: Clinic, log: ReadLog) -> None:
    """A list and an opened record, as a window tells of them."""
    now = clinic.database.clock.now()
    hits = clinic.executor.fetch(search, ANYONE, "nunez")
    log.note(search, ANYONE, hits, ("nunez",), now)
    log.note(summary, ANYONE, clinic.executor.fetch(summary, ANYONE, 1), (1,), now)
    clinic.executor.record(*log.take())


def test_every_look_is_there_with_who_when_and_where(clinic: Clinic) -> None:
    look(clinic, ReadLog())
    log = clinic.executor.fetch(who_saw, ANYONE, 1, TODAY, TODAY)
    assert [(row.what, row.who, row.desk) for row in log.rows] == [
        ("Opened the record", "Ana Ruiz", "Desk 1"), ("Saw in a list", "Ana Ruiz", "Desk 1"),
    ]  # fmt: skip
    assert log.rows[0].flags == (Flag.NO_VISIT,)
    assert clinic.executor.fetch(who_saw, ANYONE, 2, TODAY, TODAY).rows == ()
    assert clinic.executor.fetch(who_saw, ANYONE, 1, TODAY - timedelta(9), TODAY - timedelta(1)).rows == ()


def test_a_merged_record_is_asked_under_all_its_numbers(clinic: Clinic) -> None:
    look(clinic, ReadLog())
    one, two = (clinic.rows(lambda s, i=i: s.get_one(Patient, i)) for i in (1, 2))
    clinic.do(merge_patients, MergePatients(patient_id=2, merged_id=1, version=two.version, merged_version=one.version))
    log = clinic.executor.fetch(who_saw, ANYONE, 2, TODAY, TODAY)
    assert {"Opened the record", "Saw in a list"} < {row.what for row in log.rows}


def told(**more: object) -> AddDisclosure:
    values = {"purpose": Purpose.COURT, "made_on": TODAY, **more}
    return AddDisclosure(patient_id=1, recipient="Superior Court", what="Visit dates", **values)  # type: ignore[arg-type]


def test_an_accounting_has_what_a_patient_may_know(clinic: Clinic) -> None:
    made = clinic.do(add_disclosure, told())
    clinic.do(add_disclosure, told(purpose=Purpose.CARE))
    clinic.do(add_disclosure, told(made_on=date(2019, 3, 1)))
    clinic.do(add_disclosure, told(suspended_until=TODAY + timedelta(30)))
    assert [row.id for row in clinic.executor.fetch(accounting, ANYONE, 1).rows] == [made.id]
    assert len(clinic.executor.fetch(disclosures, ANYONE, 1)) == 4
    with pytest.raises(ReasonNeeded):
        clinic.do(void_disclosure, VoidDisclosure(disclosure_id=made.id, version=made.version))
    void = VoidDisclosure(disclosure_id=made.id, version=made.version, reason="written under the wrong name")
    clinic.do(void_disclosure, void)
    assert clinic.executor.fetch(accounting, ANYONE, 1).rows == ()


@pytest.mark.parametrize(
    ("field", "value"), [("recipient", " "), ("what", ""), ("made_on", TODAY + timedelta(1)), ("what", "x" * 2001)]
)
def test_a_disclosure_that_cannot_be_is_refused_at_its_field(clinic: Clinic, field: str, value: object) -> None:
    with pytest.raises(ClinicError) as why:
        clinic.do(add_disclosure, replace(told(), **{field: value}))  # type: ignore[arg-type]
    assert why.value.field == field


@given(
    made=st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    purpose=st.sampled_from(Purpose),
    until=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    void=st.booleans(),
)
def test_the_rule_of_the_accounting(made: date, purpose: Purpose, until: date | None, void: bool) -> None:
    wanted = (
        not void and purpose not in EXEMPT and date(2020, 3, 10) <= made <= TODAY and (until is None or until < TODAY)
    )
    assert is_accounted(Told(made, purpose, until, void), TODAY) is wanted
