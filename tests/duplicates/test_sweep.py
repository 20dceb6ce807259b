"""The nightly sweep: doubles come into the worklist, two people stay out, what was settled stays settled."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.duplicates.actions import SayDifferent, Swept, say_different, sweep
from app.duplicates.queries import PossibleDuplicates, pair
from app.duplicates.rules import Blocks
from app.duplicates.rules.blocks import split
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.record import load_person
from app.patients.queries.weights import clinic_weights
from app.patients.rules.codes import PairState, Sex
from app.patients.rules.likeness import traits_of_person
from app.patients.rules.matching import Limits, usual_weights
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair, MatchModel
from app.staff.queries import SYSTEM_ACTOR
from tests.support.clinic import ANYONE, Clinic

HOME = {"address_line": "12 Oak Street", "city": "Visalia", "postal_code": "93291", "home_location_id": 1}
ANNA = Person(
    family="Castellanos", given="Anna", birth_date=date(1962, 4, 9), sex=Sex.FEMALE, phone="(559) 555-0611", **HOME
)  # type: ignore[arg-type]


def add(clinic: Clinic, person: Person) -> int:
    return clinic.do(register_patient, RegisterPatient(person=person)).id


def run(clinic: Clinic, *, learns: bool = False, stop: bool = False) -> Swept:
    told: list[tuple[int, int]] = []
    done = sweep(
        clinic.executor, SYSTEM_ACTOR, Limits(), lambda at, of: told.append((at, of)), lambda: stop, learns=learns
    )
    assert all(at <= of for at, of in told)
    return done


def open_pairs(clinic: Clinic) -> set[tuple[int, int]]:
    wanted = select(DuplicatePair.one_id, DuplicatePair.other_id).where(DuplicatePair.state == PairState.OPEN)
    return clinic.rows(lambda s: {(row.one_id, row.other_id) for row in s.execute(wanted)})


def misspelt(**fields: object) -> Person:
    values = {"family": "Castelanos", "given": "Ana", **fields}
    return Person(birth_date=date(1962, 4, 9), sex=Sex.FEMALE, phone="(559) 555-0611", **HOME, **values)  # type: ignore[arg-type]


def test_a_double_comes_into_the_worklist_and_family_does_not(clinic: Clinic) -> None:
    one, other = add(clinic, ANNA), add(clinic, misspelt())
    add(clinic, Person(family="Castellanos", given="Jorge", birth_date=date(1960, 1, 7), sex=Sex.MALE, **HOME))  # type: ignore[arg-type]
    add(clinic, Person(family="Castellanos", given="Rosa", birth_date=date(1962, 4, 9), phone="(559) 555-0611", **HOME))  # type: ignore[arg-type]
    swept = run(clinic)
    assert open_pairs(clinic) == {(one, other)}
    assert (swept.people, swept.found, swept.new) == (6, 1, 1)
    (row,) = clinic.rows(lambda s: PossibleDuplicates().rows(s, ANYONE, 1, date(2026, 3, 10)))  # type: ignore[arg-type]
    assert (row.patient_id, row.task) == (one, f"merge-{other}")
    assert run(clinic).new == 0


def test_who_was_registered_as_somebody_else_is_not_asked_about_again(clinic: Clinic) -> None:
    one = add(clinic, ANNA)
    other = clinic.do(register_patient, RegisterPatient(person=misspelt(), apart_from=(one, 99))).id
    run(clinic)
    assert open_pairs(clinic) == set()
    row = clinic.rows(lambda s: pair(s, other, one))
    assert row is not None
    assert (row.one_id, row.state, row.decided_by_name) == (one, PairState.DIFFERENT, "Ana Ruiz")


def test_what_was_settled_stays_settled(clinic: Clinic) -> None:
    one, other = add(clinic, ANNA), add(clinic, misspelt())
    run(clinic)
    clinic.do(say_different, SayDifferent(patient_id=one, other_id=other))
    run(clinic)
    row = clinic.rows(lambda s: pair(s, one, other))
    assert row is not None
    assert row.state is PairState.DIFFERENT
    assert open_pairs(clinic) == set()


def test_a_record_that_was_corrected_leaves_the_worklist_by_itself(clinic: Clinic) -> None:
    add(clinic, ANNA)
    other = add(clinic, misspelt())
    run(clinic)
    right = Person(family="Okonkwo", given="Chidi", birth_date=date(1988, 12, 1), sex=Sex.MALE, home_location_id=1)
    clinic.do(update_patient, UpdatePatient(patient_id=other, version=1, person=right))
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clinic.database.clock = FixedClock(clock.at + timedelta(days=1))
    run(clinic)
    assert open_pairs(clinic) == set()
    assert clinic.rows(lambda s: load_person(s, other)).family == "Okonkwo"


def test_a_sweep_that_is_stopped_takes_nothing_out(clinic: Clinic) -> None:
    add(clinic, ANNA)
    add(clinic, misspelt())
    run(clinic)
    before = open_pairs(clinic)
    assert run(clinic, stop=True).stopped
    assert open_pairs(clinic) == before


def test_the_clinics_own_weights_count_once_they_are_learnt(clinic: Clinic) -> None:
    assert clinic.rows(clinic_weights) is usual_weights()  # type: ignore[arg-type]
    one, other = add(clinic, ANNA), add(clinic, misspelt())
    run(clinic, learns=True)
    assert clinic.rows(lambda s: s.scalars(select(MatchModel)).one()).pairs > 0
    learnt = clinic.rows(clinic_weights)  # type: ignore[arg-type]
    assert learnt is not usual_weights()
    assert learnt.shares.records == clinic.rows(lambda s: len(s.scalars(select(Patient.id)).all()))
    assert open_pairs(clinic) == {(one, other)}


@pytest.mark.parametrize("second", [misspelt(), misspelt(family="Nowhere"), misspelt(given="Rosa", family="Wells")])
def test_blocks_bring_together_who_shares_a_key(second: Person) -> None:
    blocks = Blocks()
    for at, person in enumerate((ANNA, second), start=7):
        blocks.add(at, traits_of_person(person))
    found = {split(one) for part in blocks.pairs() for one in part}
    assert found == {(7, 8)}
    assert len(blocks) == 2
