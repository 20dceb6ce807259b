"""The search, on both engines."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.access import Actor
from app.core.errors import Refused
from app.patients.actions.register import UpdatePatient, update_patient
from app.patients.queries.record import summary
from app.patients.queries.search import PatientHit, search
from app.patients.rules.codes import KeyKind, Matched, Restriction
from app.patients.tables import Patient, SearchKey
from tests.patients.people import CLERK, NOBODY, register
from tests.support.clinic import ANYONE, Clinic


def find(clinic: Clinic, text: str, actor: Actor = ANYONE) -> tuple[PatientHit, ...]:
    return clinic.executor.fetch(search, actor, text, 1).hits


def told(hit: PatientHit) -> list[Matched]:
    return [why.code for why in hit.matched]


def found(clinic: Clinic, text: str, actor: Actor = ANYONE) -> list[str]:
    return [hit.name for hit in find(clinic, text, actor)]


@pytest.fixture
def busy(clinic: Clinic) -> Clinic:
    register(clinic, "Smith", "John", birth_date=date(1970, 3, 1), phone="559-555-0142", external_id="A-7731")
    register(clinic, "Smithson", "Jo")
    register(clinic, "Jones", "Smilla")
    register(clinic, "de la Cruz", "Iván", preferred_name="Vancho", email="ivan@example.org")
    register(clinic, "O'Neil-Smith", "Siobhán")
    register(clinic, "Ann_e", "Percent%")
    register(clinic, "Anna", "Maria")
    return clinic


FITS = {
    "smi jo": ["Smith, Joan", "Smith, John", "Smithson, Jo", "Jones, Smilla"],
    "jo smi": ["Smith, Joan", "Smith, John", "Smithson, Jo", "Jones, Smilla"],
    "smith, john": ["Smith, John"],
    "john smith": ["Smith, John"],
    "SMITH JOHN": ["Smith, John"],
    "nunez": ["Núñez, María José"],
    "ñuñez maria": ["Núñez, María José"],
    "jose nunez": ["Núñez, María José"],
    "maria jose": ["Núñez, María José"],
    "cruz": ["de la Cruz, Iván"],
    "ivan cruz": ["de la Cruz, Iván"],
    "de la cruz ivan": ["de la Cruz, Iván"],
    "vancho": ["de la Cruz, Iván"],
    "oneil": ["O'Neil-Smith, Siobhán"],
    "neil siob": ["O'Neil-Smith, Siobhán"],
    "3/1/70": ["Smith, John"],
    "03011970": ["Smith, John"],
    "1970-03-01 smith": ["Smith, John"],
    "Mar 1 1970": ["Smith, John"],
    "joan 3/1/70": ["Smith, John"],
    "jane 3/1/70": [],
    "0142": ["Smith, Joan", "Smith, John"],
    "smith 0142 john": ["Smith, John"],
    "(559) 555-0178": ["Núñez, María José"],
    "100 002": ["Smith, Joan"],
    "a7731": ["Smith, John"],
    "ivan@ex": ["de la Cruz, Iván"],
    "ann_e": ["Ann_e, Percent%"],
    "xyz": [],
}


def test_people_are_found(busy: Clinic) -> None:
    assert {text: sorted(found(busy, text)) for text in FITS} == {text: sorted(names) for text, names in FITS.items()}


def test_nothing_finds_nobody(busy: Clinic) -> None:
    for text in ("", " ", "%", "_", "%%", "s", "\\", "'", "*", "% _", "\0"):
        assert found(busy, text) == []


def test_odd_searches_do_no_harm(busy: Clinic) -> None:
    odd = ("'; DROP TABLE patient;--", "x' OR '1'='1", "\ud800ab", "ab\0cd", "a" * 100_000, "١٢٣٤")
    assert {text: found(busy, text) for text in odd} == {text: [] for text in odd}
    assert found(busy, "joan") == ["Smith, Joan", "Smithson, Jo"]


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=30))
def test_any_search_is_answered(desk: Clinic, text: str) -> None:
    assert len(find(desk, text)) <= 2


def test_reasons_are_told(busy: Clinic) -> None:
    assert told(find(busy, "john smith 3/1/70")[0]) == [Matched.NAME, Matched.BIRTH]
    assert told(find(busy, "vancho")[0]) == [Matched.PREFERRED]
    assert told(find(busy, "100 002")[0]) == [Matched.MRN]
    assert told(find(busy, "0178")[0]) == [Matched.PHONE]
    hit = find(busy, "smith john")[0]
    assert (hit.age, hit.mrn, hit.phone) == (56, "100 003", "··0142")


def test_upper_rooms_add_numbers(clinic: Clinic) -> None:
    clinic.add(SearchKey(patient_id=1, kind=KeyKind.MEMBER, key="xeh884201776"))
    assert find(clinic, "XEH 884 201 776") == ()
    assert [told(hit) for hit in find(clinic, "XEH884-2017")] == [[Matched.MEMBER]]


def test_other_locations_need_two_things_and_show_least(clinic: Clinic) -> None:
    register(clinic, "Far", "Fay", home_location_id=2, birth_date=date(1980, 1, 2), phone="5595550199")
    assert found(clinic, "fay far", CLERK) == []
    hit = find(clinic, "fay far 1/2/80", CLERK)[0]
    assert hit == replace(hit, mrn="", phone="", age=None, elsewhere="Tulare", birth_date=date(1980, 1, 2))
    assert found(clinic, "5595550199", CLERK) == ["Far, Fay"]
    assert found(clinic, "0199", CLERK) == []
    assert find(clinic, "fay far")[0].phone == "··0199"


def test_merged_records_are_not_found(clinic: Clinic) -> None:
    clinic.add(
        Patient(mrn="9", family="Smith", family_key="smith", merged_into_id=2, created_at=clinic.database.clock.now())
    )
    assert found(clinic, "smith") == ["Smith, Joan"]


def test_a_role_without_search_is_refused(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        find(clinic, "smith", NOBODY)


def test_own_location_comes_first(clinic: Clinic) -> None:
    register(clinic, "Aaron", "Al", home_location_id=2)
    register(clinic, "Aaronson", "Al", home_location_id=2)
    register(clinic, "Aaronson", "Bo", home_location_id=1)
    assert found(clinic, "aaron") == ["Aaron, Al", "Aaronson, Bo", "Aaronson, Al"]


def test_in_a_crowd_whole_words_come_first_then_the_clinic_at_work(clinic: Clinic) -> None:
    """More of one name than any part of a statement gives back: nobody who ranks first is cut off."""
    for at in range(25):
        register(clinic, "Smithson", f"Joel {chr(97 + at)}", home_location_id=1)
    for at in range(45):
        register(clinic, "Smithers", f"Joan {at:02}", home_location_id=2)
        register(clinic, "Other", f"Joy {at:02}", preferred_name="Smitty", home_location_id=2)
    for at in range(3):
        register(clinic, "Smith", f"Jonas {at}", home_location_id=2)
    for text in ("smith jo", "jo smith"):
        assert found(clinic, text)[:4] == ["Smith, Joan", "Smith, Jonas 0", "Smith, Jonas 1", "Smith, Jonas 2"]
        assert {name.split(",")[0] for name in found(clinic, text)[4:]} == {"Smithson"}
    assert {name.split(",")[0] for name in found(clinic, "smi jo")} == {"Smithson", "Smith"}
    assert len(find(clinic, "smi jo")) == 20
    assert {hit.name.split(",")[0] for hit in clinic.executor.fetch(search, ANYONE, "smit jo", 2).hits} <= {
        "Smith", "Smithers",
    }  # fmt: skip
    assert all(not hit.elsewhere for hit in find(clinic, "smi jo", CLERK))


def test_of_many_with_one_phone_tail_the_clinic_at_work_comes_first(clinic: Clinic) -> None:
    far = [register(clinic, f"Far{at:02}", phone=f"({at + 300}) 555-7788", home_location_id=2) for at in range(30)]
    for family in ("Near", "Nobody"):
        register(clinic, family, phone="(999) 999-7788")
    assert found(clinic, "7788")[:3] == ["Near", "Nobody", "Far00"]
    assert found(clinic, "7788", CLERK) == ["Near", "Nobody"]
    record = clinic.executor.fetch(summary, ANYONE, far[7].id)
    moved = replace(record.person, home_location_id=1)
    clinic.do(update_patient, UpdatePatient(patient_id=far[7].id, version=record.version, person=moved))
    assert found(clinic, "7788", CLERK) == ["Far07", "Near", "Nobody"]


def test_of_many_born_on_one_day_the_clinic_at_work_comes_first(clinic: Clinic) -> None:
    for at in range(30):
        register(clinic, f"Far{at:02}", birth_date=date(1961, 7, 9), home_location_id=2)
    register(clinic, "Near", birth_date=date(1961, 7, 9))
    assert found(clinic, "7/9/1961")[:2] == ["Near", "Far00"]
    assert found(clinic, "7/9/1961", CLERK) == ["Near"]


def test_the_shade_and_the_glass_turn_names_into_initials(clinic: Clinic) -> None:
    """What was typed still finds; nothing that a name could be read from stands in the answer."""
    register(clinic, "Rivera", "Robert", preferred_name="Bobby", birth_date=date(1980, 5, 6))
    shaded = replace(ANYONE, shaded=True)
    for text in ("bob riv", "robert rivera", "bobby", "rivvera"):
        (hit,) = find(clinic, text, shaded)
        assert (hit.name, hit.preferred_name, hit.birth_date) == ("R. R.", "", date(1980, 5, 6)), text
        assert not [why for why in hit.matched if why.said or why.meant], text
    with clinic.database.writing() as session:
        session.get_one(Patient, 2).restriction = Restriction.VIP
        session.commit()
    (hit,) = find(clinic, "smith joan")
    assert (hit.name, hit.restricted, hit.phone) == ("S. J.", True, "")
