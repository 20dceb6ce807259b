"""Two records become one: everything goes over, the old number finds the one that is left, and there is a way back."""

from dataclasses import replace
from datetime import date, time
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import ClinicError, NotFound, Refused, Stale
from app.core.journal import JournalEntry
from app.core.orm import Base
from app.core.verify import verify
from app.duplicates.actions import (
    Merged,
    MergePatients,
    SayDifferent,
    UndoMerge,
    merge_patients,
    say_different,
    undo_merge,
)
from app.duplicates.queries import aliases, merge_preview, merges_of, overlaps_of, pair
from app.duplicates.queries.walk import LEFT, pointers
from app.duplicates.rules import choices
from app.insurance.actions import AddCoverage, add_coverage
from app.insurance.rules import CoverageStatus
from app.insurance.tables import Coverage
from app.patients.actions.register import UpdatePatient, update_patient
from app.patients.queries.record import live_patient, load_person
from app.patients.queries.search import search
from app.patients.rules.codes import PairState, Restriction, Sex
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import PatientName
from app.schedule.actions import BookAppointment, CancelAppointment, book, cancel_appointment
from app.schedule.tables import Appointment, Occupancy
from app.visits.actions import Arrive, arrive
from app.visits.tables import Encounter
from tests.duplicates.life import DAY, Life, everything
from tests.support.clinic import ANYONE, Clinic

#: stands before no glass
PROGRAM = replace(ANYONE, user_id=0)


def merge(clinic: Clinic, kept: int, gone: int, *take: str, actor: Actor = ANYONE) -> Merged:
    one, other = (clinic.rows(lambda s, i=i: s.get_one(Patient, i)) for i in (kept, gone))
    command = MergePatients(
        patient_id=kept, merged_id=gone, version=one.version, merged_version=other.version, take=take
    )
    return clinic.do(merge_patients, command, actor)


def undo(clinic: Clinic, merged: Merged) -> None:
    clinic.do(undo_merge, UndoMerge(merge_id=merged.merge_id, version=merged.merge_version))


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), deeds=st.integers(0, 9))
def test_a_merge_taken_back_leaves_the_database_as_it_was(clinic: Clinic, seed: int, deeds: int) -> None:
    life = Life(clinic, Random(seed))
    kept, gone = life.person(), life.person()
    life.live(kept, deeds)
    life.live(gone, deeds)
    before = clinic.rows(everything)
    one, other = (clinic.rows(lambda s, i=i: load_person(s, i)) for i in (kept, gone))
    asked = [choice.code for choice in choices(one, other)]
    try:
        merged = merge(clinic, kept, gone, *life.chance.sample(asked, k=life.chance.randint(0, len(asked))))
    except ClinicError as told:
        assert told.field == "plans"  # there is room for three at a time  # noqa: PT017
        return
    assert clinic.rows(everything) != before
    undo(clinic, merged)
    assert clinic.rows(everything) == before


@settings(max_examples=10)
@given(seed=st.integers(0, 2**32), deeds=st.integers(1, 9))
def test_after_a_merge_nothing_points_at_the_old_record(clinic: Clinic, seed: int, deeds: int) -> None:
    life = Life(clinic, Random(seed))
    kept, gone = life.person(), life.person()
    life.live(gone, deeds)
    merge(clinic, kept, gone)
    for table, column in pointers():
        left = clinic.rows(lambda s, t=table, c=column: s.execute(select(t).where(c == gone)).all())
        assert left == [], table.name
    assert not clinic.rows(
        lambda s: s.scalars(select(Occupancy).where(Occupancy.kind == "patient", Occupancy.resource_id == gone)).all()
    )


def test_every_pointer_of_the_database_is_moved_or_left_for_a_reason(clinic: Clinic) -> None:
    known = {(table.name, column.name) for table, column in pointers()}
    inspector = inspect(clinic.database.engine)
    for name in inspector.get_table_names():
        for key in inspector.get_foreign_keys(name):
            if key["referred_table"] == "patient":
                assert (name, key["constrained_columns"][0]) in known or name in LEFT, name
    for table in Base.metadata.tables.values():  # whatever is called a patient's has to be a pointer, or be the journal
        if "patient_id" in table.columns:
            assert table.columns["patient_id"].foreign_keys or table.name in ("journal", "read_subject")


def test_the_old_number_finds_the_one_that_is_left_and_its_plan_too(clinic: Clinic) -> None:
    life = Life(clinic, Random(1))
    kept, gone = life.person(family="Alder", given="Ann"), life.person(family="Birch", given="Ann")
    clinic.do(add_coverage, AddCoverage(patient_id=gone, payer_id=1, member_id="ZZTOP77"))
    old = clinic.rows(lambda s: s.get_one(Patient, gone)).mrn
    merge(clinic, kept, gone)
    for text in (old, "zztop77", "birch"):
        hits = clinic.executor.fetch(search, ANYONE, text).hits
        assert [hit.id for hit in hits] == [kept], text
    assert clinic.rows(lambda s: live_patient(s, gone)).id == kept
    assert clinic.rows(lambda s: aliases(s, kept)) == {kept, gone}


def test_a_field_can_be_chosen_and_the_name_not_chosen_stays_as_one_once_used(clinic: Clinic) -> None:
    life = Life(clinic, Random(2))
    kept, gone = life.person(family="Alder", given="Ann"), life.person(family="Birch", given="Ann")
    merge(clinic, kept, gone, "family")
    assert clinic.rows(lambda s: s.get_one(Patient, kept)).family == "Birch"
    names = clinic.rows(lambda s: s.scalars(select(PatientName).where(PatientName.patient_id == kept)).all())
    assert [name.family for name in names] == ["Alder"]


def test_visits_at_one_time_are_settled_first(clinic: Clinic) -> None:
    made = [
        clinic.do(
            book,
            BookAppointment(
                patient_id=who, practitioner_id=who, location_id=1, visit_type_id=2, day=DAY, start=time(14), minutes=45
            ),
        )
        for who in (1, 2)
    ]
    assert len(clinic.rows(lambda s: overlaps_of(s, 1, 2))) == 1
    with pytest.raises(ClinicError, match="Both records have a visit") as told:
        merge(clinic, 1, 2)
    assert told.value.field == "overlaps"
    cancel = CancelAppointment(appointment_id=made[1].appointment_id, version=made[1].version, reason_code="sick")
    clinic.do(cancel_appointment, cancel)
    merge(clinic, 1, 2)
    assert clinic.rows(lambda s: s.get_one(Appointment, made[1].appointment_id)).patient_id == 1


def test_what_came_later_stays_and_what_came_to_a_moved_visit_goes_with_it(clinic: Clinic) -> None:
    life = Life(clinic, Random(3))
    kept, gone = life.person(family="Alder"), life.person(family="Birch")
    command = BookAppointment(
        patient_id=gone, practitioner_id=1, location_id=1, visit_type_id=2, day=DAY, start=time(14), minutes=45
    )
    visit = clinic.do(book, command)
    merged = merge(clinic, kept, gone)
    version = clinic.rows(lambda s: s.get_one(Appointment, visit.appointment_id)).version
    came = clinic.do(arrive, Arrive(appointment_id=visit.appointment_id, version=version))
    later = clinic.do(book, replace(command, id=uuid4(), patient_id=kept, start=time(16)))
    now = clinic.rows(lambda s: s.get_one(Patient, kept))
    person = replace(clinic.rows(lambda s: load_person(s, kept)), city="Tulare")
    clinic.do(update_patient, UpdatePatient(patient_id=kept, version=now.version, person=person))
    undo(clinic, merged)
    assert clinic.rows(lambda s: s.get_one(Encounter, came.encounter_id)).patient_id == gone
    assert clinic.rows(lambda s: s.get_one(Appointment, visit.appointment_id)).patient_id == gone
    assert clinic.rows(lambda s: s.get_one(Appointment, later.appointment_id)).patient_id == kept
    assert clinic.rows(lambda s: s.get_one(Patient, kept)).city == "Tulare"
    held = clinic.rows(lambda s: s.scalars(select(Occupancy).where(Occupancy.kind == "patient")).all())
    assert {(row.appointment_id, row.resource_id) for row in held} == {
        (visit.appointment_id, gone), (later.appointment_id, kept),
    }  # fmt: skip


def test_merges_are_taken_back_the_last_one_first(clinic: Clinic) -> None:
    life = Life(clinic, Random(4))
    kept, first, second = (life.person(family=name) for name in ("Alder", "Birch", "Cedar"))
    one, two = merge(clinic, kept, first), merge(clinic, kept, second)
    with pytest.raises(ClinicError, match="later merge"):
        undo(clinic, one)
    rows = clinic.executor.fetch(merges_of, ANYONE, kept)
    assert [(row.merged_id, row.can_undo) for row in rows] == [(second, True), (first, False)]
    undo(clinic, two)
    undo(clinic, one)
    with pytest.raises(NotFound):
        undo(clinic, one)


def test_the_journal_is_read_through_the_alias_and_never_touched(clinic: Clinic) -> None:
    life = Life(clinic, Random(5))
    kept, gone = life.person(), life.person()
    life.live(gone, 4)
    told = select(JournalEntry).where(JournalEntry.patient_id == gone).order_by(JournalEntry.id)
    before = clinic.rows(lambda s: [(row.id, row.hash) for row in s.scalars(told)])
    merge(clinic, kept, gone)
    assert clinic.rows(lambda s: [(row.id, row.hash) for row in s.scalars(told)]) == before
    assert before
    assert clinic.rows(verify).findings == ()


def test_a_plan_of_both_records_stays_once_and_another_one_stands_behind(clinic: Clinic) -> None:
    life = Life(clinic, Random(9))
    gone = life.person()
    same = AddCoverage(patient_id=gone, payer_id=1, member_id="xeh 884201776")
    clinic.do(add_coverage, same)
    clinic.do(add_coverage, AddCoverage(patient_id=gone, payer_id=2, rank=2))
    merged = merge(clinic, 1, gone)
    wanted = select(Coverage.payer_id, Coverage.rank).where(
        Coverage.patient_id == 1, Coverage.status == CoverageStatus.ACTIVE
    )
    assert clinic.rows(lambda s: sorted(tuple(row) for row in s.execute(wanted))) == [(1, 1), (2, 2)]
    undo(clinic, merged)
    assert clinic.rows(lambda s: [tuple(row) for row in s.execute(wanted)]) == [(1, 1)]


def test_more_plans_than_have_room_are_settled_first(clinic: Clinic) -> None:
    life = Life(clinic, Random(10))
    gone = life.person()
    for rank in (1, 2, 3):
        clinic.do(add_coverage, AddCoverage(patient_id=gone, payer_id=2, rank=rank, member_id=f"N{rank}"))
    with pytest.raises(ClinicError, match="three plans") as told:
        merge(clinic, 1, gone)
    assert told.value.field == "plans"


def test_a_restriction_is_never_lost(clinic: Clinic) -> None:
    life = Life(clinic, Random(6))
    kept, gone = life.person(), life.person()
    with clinic.database.writing() as session:
        session.get_one(Patient, gone).restriction = Restriction.VIP
        session.commit()
    merged = merge(clinic, kept, gone, actor=PROGRAM)
    assert clinic.rows(lambda s: s.get_one(Patient, kept)).restriction is Restriction.VIP
    undo(clinic, merged)
    assert clinic.rows(lambda s: s.get_one(Patient, kept)).restriction is Restriction.NONE


def test_a_record_changed_since_it_was_looked_at_is_refused(clinic: Clinic) -> None:
    with pytest.raises(Stale):
        clinic.do(merge_patients, MergePatients(patient_id=1, merged_id=2, version=99, merged_version=1))


def test_one_record_cannot_be_merged_with_itself_nor_twice(clinic: Clinic) -> None:
    with pytest.raises(ClinicError, match="one record already"):
        merge(clinic, 1, 1)
    life = Life(clinic, Random(7))
    gone = life.person()
    merge(clinic, 1, gone)
    with pytest.raises(ClinicError, match="one record already"):
        merge(clinic, 2, gone)


def test_another_locations_record_is_out_of_reach_of_a_bound_role(clinic: Clinic) -> None:
    bound = replace(ANYONE, locations=frozenset({2}), grants={Permission.MERGE_PATIENTS: Grant(Scope.OWN)})
    with pytest.raises(Refused):
        clinic.executor.fetch(merge_preview, bound, 1, 2)


def test_the_preview_keeps_the_record_with_more_in_it_and_tells_what_differs(clinic: Clinic) -> None:
    life = Life(clinic, Random(8))
    thin = life.person(family="Núñez", given="Maria Jose")
    found = clinic.executor.fetch(merge_preview, ANYONE, thin, 1)
    assert found.one.id == 1  # it has a plan
    assert found.one.holds == ("1 plan",)
    assert found.likeness is not None
    assert "family" in {choice.code for choice in found.choices}


def test_two_people_are_said_to_be_two_people_once(clinic: Clinic) -> None:
    clinic.do(say_different, SayDifferent(patient_id=2, other_id=1))
    clinic.do(say_different, SayDifferent(patient_id=1, other_id=2))
    row = clinic.rows(lambda s: pair(s, 2, 1))
    assert row is not None
    assert (row.one_id, row.other_id, row.state) == (1, 2, PairState.DIFFERENT)


def test_choices_propose_the_kept_records_word_unless_it_has_none() -> None:
    one = Person(family="Smith", given="Ana", phone="", sex=Sex.UNKNOWN, birth_date=date(1970, 1, 2))
    other = Person(family="Smith", given="Anna", phone="(559) 555-0142", sex=Sex.FEMALE)
    found = {choice.code: choice.take_other for choice in choices(one, other)}
    assert found == {"family": False, "phone": True, "sex": True}


def test_a_choice_reads_as_people_write() -> None:
    one = Person(family="Núñez", given="María José", language="es", interpreter=True, address_line="355 N Court St")
    other = Person(
        family="Nunez", given="Maria", address_line="1 Elm St", city="Visalia", state="CA", postal_code="93277"
    )
    said = {choice.code: (choice.one, choice.other) for choice in choices(one, other)}
    assert said["family"] == ("Núñez, María José", "Nunez, Maria")
    assert said["address_line"] == ("355 N Court St", "1 Elm St, Visalia, CA 93277")
    said = {choice.code: (choice.one, choice.other) for choice in choices(other, one)}
    assert said["language"][1] == "Spanish, needs an interpreter"
