"""Registering, changing, notes, records, look-alikes and the worklist, on both engines."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.core.access import Grant, Permission
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from app.core.journal import JournalEntry
from app.patients.actions.notes import AddNote, EndNote, add_note, end_note
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.lookalikes import candidates_of, lookalikes
from app.patients.queries.record import PatientSummary, names, summary
from app.patients.rules.codes import NoteKind, Sex
from app.patients.rules.likeness import Sureness
from app.patients.rules.matching import Limits
from app.patients.rules.people import Person
from app.patients.tables import NameKey, Patient, SearchKey
from tests.patients.people import CLERK, NOBODY, READER, learns, register
from tests.support.clinic import ANYONE, Clinic

FULL = Person(
    family="Ibarra", given="Luz", birth_date=date(2009, 9, 19), sex=Sex.FEMALE, phone="5595550111", address_line="1 A St",
    postal_code="93291", city="Visalia", emergency_name="Eva Ibarra", emergency_phone="5595550112", home_location_id=1,
)  # fmt: skip


def opened(clinic: Clinic, patient_id: int = 1, **how: object) -> PatientSummary:
    actor = how.get("actor", ANYONE)
    return clinic.executor.fetch(summary, actor, patient_id, str(how.get("reason", "")))  # type: ignore[arg-type]


def test_a_patient_is_registered_once_with_the_next_number(clinic: Clinic) -> None:
    command = RegisterPatient(person=FULL)
    first, again = clinic.do(register_patient, command), clinic.do(register_patient, command)
    assert first == again
    assert (first.mrn, first.name) == ("100003", "Ibarra, Luz")
    assert first.missing == ("responsible", "privacy_notice", "treatment")
    assert register(clinic, "Next").mrn == "100004"
    keys = clinic.rows(lambda s: s.scalars(select(SearchKey.key).where(SearchKey.patient_id == first.id)).all())
    assert keys == ["1110555955"]


def test_the_journal_tells_the_name_and_no_more(clinic: Clinic) -> None:
    made = clinic.do(register_patient, RegisterPatient(person=FULL))
    entry = clinic.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first())
    assert entry is not None
    assert (entry.sentence, entry.patient_id, entry.chain) == ("Registered Ibarra, Luz", made.id, "group")


def test_what_cannot_be_stored_leaves_nothing(clinic: Clinic) -> None:
    with pytest.raises(ClinicError) as caught:
        clinic.do(register_patient, RegisterPatient(person=replace(FULL, family="A\0b")))
    assert caught.value.field == "family"
    assert clinic.rows(lambda s: len(s.scalars(select(Patient.id)).all())) == 2
    assert register(clinic, "Next").mrn == "100003"


def test_a_clerk_registers_at_their_own_location_alone(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        clinic.do(register_patient, RegisterPatient(person=replace(FULL, home_location_id=2)), CLERK)
    assert clinic.do(register_patient, RegisterPatient(person=FULL), CLERK).name == "Ibarra, Luz"


def test_a_change_keeps_keys_in_step(clinic: Clinic) -> None:
    before = opened(clinic)
    changed = replace(before.person, family="Núñez Vega", phone="5595550999")
    row = clinic.do(update_patient, UpdatePatient(patient_id=1, version=before.version, person=changed))
    assert (row.name, row.version) == ("Núñez Vega, María José", before.version + 1)
    keys = clinic.rows(lambda s: set(s.scalars(select(SearchKey.key).where(SearchKey.patient_id == 1))))
    assert keys == {"9990555955"}
    words = clinic.rows(lambda s: set(s.scalars(select(NameKey.word).where(NameKey.patient_id == 1))))
    assert words == {"nunez", "vega", "maria", "jose"}
    assert clinic.rows(lambda s: s.get_one(Patient, 1).family_key) == "nunez vega"
    with pytest.raises(Stale):
        clinic.do(update_patient, UpdatePatient(patient_id=1, version=before.version, person=changed))


def test_a_masked_editor_changes_contact_alone(clinic: Clinic) -> None:
    caller = replace(ANYONE, grants={Permission.EDIT_PATIENT: Grant(masked=True)})
    before = opened(clinic)
    for person, allowed in (
        (replace(before.person, phone="5595550999"), True),
        (replace(before.person, family="X"), False),
    ):
        command = UpdatePatient(patient_id=1, version=opened(clinic).version, person=person)
        if allowed:
            clinic.do(update_patient, command, caller)
        else:
            with pytest.raises(Refused):
                clinic.do(update_patient, command, caller)


def test_notes_stand_until_they_are_ended(clinic: Clinic) -> None:
    for kind in NoteKind:
        clinic.do(add_note, AddNote(patient_id=1, kind=kind, text=f" {kind} \n"))
    record = opened(clinic)
    assert [(note.kind, note.text, note.created_by) for note in record.notes] == [
        (NoteKind.ALERT, "alert", "Ana Ruiz"),
        (NoteKind.NOTE, "note", "Ana Ruiz"),
    ]
    (alert,) = record.alerts
    ended = EndNote(patient_id=1, note_id=alert.id, version=alert.version)
    clinic.do(end_note, ended)
    assert opened(clinic).alerts == ()
    with pytest.raises(NotFound):
        clinic.do(end_note, replace(ended, id=AddNote(patient_id=1, kind=NoteKind.NOTE, text="").id))


def test_an_empty_note_is_not_kept(clinic: Clinic) -> None:
    with pytest.raises(ClinicError) as caught:
        clinic.do(add_note, AddNote(patient_id=1, kind=NoteKind.NOTE, text=" \n"))
    assert caught.value.field == "text"


def test_another_locations_patient_opens_with_a_reason(clinic: Clinic) -> None:
    far = register(clinic, "Far", "Fay", home_location_id=2)
    with pytest.raises(ReasonNeeded):
        opened(clinic, far.id, actor=CLERK)
    record = opened(clinic, far.id, actor=CLERK, reason=" calls from Tulare ")
    assert (record.reason, record.elsewhere, record.home_location) == ("calls from Tulare", True, "Tulare")
    with pytest.raises(ReasonNeeded):
        clinic.do(add_note, AddNote(patient_id=far.id, kind=NoteKind.NOTE, text="x"), CLERK)
    command = AddNote(patient_id=far.id, kind=NoteKind.NOTE, text="x", reason="call")
    assert clinic.do(add_note, command, CLERK).patient_id == far.id


def test_a_masked_reader_sees_little(clinic: Clinic) -> None:
    record = opened(clinic, actor=READER)
    assert (record.person.birth_date, record.birth_year, record.person.phone) == (None, 1971, "··0178")


def test_absent_and_forbidden_records(clinic: Clinic) -> None:
    with pytest.raises(NotFound):
        opened(clinic, 999)
    with pytest.raises(Refused):
        opened(clinic, actor=NOBODY)
    clinic.add(
        Patient(mrn="9", family="Old", family_key="old", merged_into_id=2, created_at=clinic.database.clock.now())
    )
    assert opened(clinic, 3).id == 2


def test_names_for_upper_rooms(clinic: Clinic) -> None:
    with clinic.database.reading() as session:
        called = names(session, [1, 2, 2, 99])
    assert {key: (one.name, one.short) for key, one in called.items()} == {
        1: ("Núñez, María José", "Núñez, M."),
        2: ("Smith, Joan", "Smith, J."),
    }


def test_lookalikes_are_found_in_words(clinic: Clinic) -> None:
    register(clinic, "Nuñes", "Maria", birth_date=date(1971, 6, 30))
    register(clinic, "Núñez", "Rafael", phone="559 555 0178")
    draft = Person(family="Nunez", given="Maria Jose", birth_date=date(1971, 6, 29), phone="5595550178")
    rows = clinic.executor.fetch(lookalikes, ANYONE, draft)
    assert [(row.name, row.likeness.sureness) for row in rows] == [
        ("Núñez, María José", Sureness.SURE),
        ("Nuñes, Maria", Sureness.PERHAPS),
        ("Núñez, Rafael", Sureness.FAMILY),
    ]
    assert clinic.executor.fetch(lookalikes, ANYONE, Person(family="")) == ()


@pytest.mark.parametrize(
    ("family", "given", "day"),
    [
        ("Dmith", "Joan", 14),  # the first letter wrong
        ("Keller", "Joan", 14),  # married since
        ("Joan", "Smith", 14),  # changed round
        ("Smith", "Oan", 14),
        ("Smith", "Joan", 13),  # a day beside it
        ("Smiht", "Joann", 14),
    ],
)
def test_a_double_is_among_those_compared(clinic: Clinic, family: str, given: str, day: int) -> None:
    draft = Person(family=family, given=given, birth_date=date(1990, 2, day))
    assert clinic.rows(lambda session: candidates_of(session, draft)) == {clinic.other_patient_id}  # type: ignore[arg-type]


def test_a_double_at_another_location_is_found_and_masked(clinic: Clinic) -> None:
    register(clinic, "Far", "Fay", home_location_id=2, birth_date=date(1980, 1, 2))
    (row,) = clinic.executor.fetch(lookalikes, CLERK, Person(family="Far", given="Fay", birth_date=date(1980, 1, 2)))
    assert (row.name, row.mrn, row.birth_date, row.elsewhere) == ("Far, Fay", "", None, "Tulare")


def warned(clinic: Clinic, *limits: Limits) -> list[Sureness]:
    """What the desk is told when it registers somebody born one day later than Grace Okafor."""
    draft = Person(family="Okafor", given="Grace", birth_date=date(1985, 4, 13))
    return [row.likeness.sureness for row in clinic.executor.fetch(lookalikes, ANYONE, draft, *limits)]


def test_the_sites_limits_say_what_the_desk_is_warned_of(clinic: Clinic) -> None:
    register(clinic, "Okafor", "Grace", birth_date=date(1985, 4, 12))
    assert warned(clinic, Limits(sure=0.9, possible=0.5)) == [Sureness.SURE]
    assert warned(clinic, Limits(sure=0.9999999, possible=0.5)) == [Sureness.PERHAPS]


def test_the_desk_is_warned_by_the_weights_learnt_last(clinic: Clinic) -> None:
    register(clinic, "Okafor", "Grace", birth_date=date(1985, 4, 12))
    for chance, expected in ((0.01, Sureness.SURE), (1e-12, Sureness.PERHAPS)):
        learns(clinic, same_person=chance)
        assert warned(clinic) == [expected]
