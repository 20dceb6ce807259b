"""The state of the screens, with everything answered at once."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from sqlalchemy import func, select

from app.core.errors import ClinicError
from app.core.journal import JournalEntry
from app.patients.actions.register import PatientRow, RegisterPatient, register_patient
from app.patients.rules.asking import carried_over
from app.patients.rules.likeness import Sureness
from app.patients.rules.matching import Limits
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair
from app.patients.viewmodel.facts import Fact, birth_words, fact_lines, missing_sentence, number_words
from app.patients.viewmodel.finder import Finder
from app.patients.viewmodel.record import RecordModel
from app.patients.viewmodel.registration import RegistrationModel
from app.runner.bridge import Runner
from tests.patients.licence.made import card
from tests.patients.people import CLERK, NOBODY, READER, register
from tests.support.clinic import ANYONE, Clinic

TODAY = date(2026, 3, 10)


@pytest.fixture
def runner(qtbot: QtBot, desk: Clinic) -> Runner:
    made = Runner(desk.executor, inline=True)
    made.actor = ANYONE
    return made


def count(desk: Clinic) -> int:
    return desk.rows(lambda s: s.scalar(select(func.count()).select_from(Patient)) or 0)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nunez maria jose 6/30/71", {"family": "Nunez", "given": "Maria Jose", "birth_date": "06/30/1971"}),
        ("nunez maria 6/31/71", {"family": "Nunez", "given": "Maria", "birth_date": "6/31/71"}),
        ("de la cruz, iván 559-555-0142", {"family": "de la Cruz", "given": "Iván", "phone": "(559) 555-0142"}),
        ("McDonald smith-jones", {"family": "McDonald", "given": "Smith-Jones"}),
        ("030170", {"birth_date": "03/01/1970"}),
        ("0142", {}),
        ("", {}),
    ],
)
def test_a_search_is_carried_over(text: str, values: dict[str, str]) -> None:
    assert carried_over(text, TODAY) == values


def test_a_search_offers_registration_last_and_never_first_of_all(runner: Runner) -> None:
    finder = Finder(runner)
    assert not finder.lines
    finder.type("smi jo")
    assert [line.name for line in finder.lines] == ["Smith, Joan", "Register “smi jo” as new patient"]
    assert (finder.lines[0].facts, finder.lines[0].number) == ("02/14/1990 · 36 · F", "··0142 · MRN 100 002")
    assert finder.lines[0].reason == "Name"
    finder.type("")
    assert finder.lines == ()


def test_only_a_settled_search_is_journaled(runner: Runner, desk: Clinic) -> None:
    finder = Finder(runner)
    for text in ("sm", "smi", "smith"):
        finder.type(text)
    finder.settle()
    finder.settle()
    runner.write_reads()
    lines = desk.rows(lambda s: s.scalars(select(JournalEntry).where(JournalEntry.kind == "read")).all())
    assert [line.action for line in lines] == ["patients.search"]
    assert '"smith"' in lines[0].details


def test_a_pasted_card_is_searched_by_its_name_and_its_number_kept_nowhere(runner: Runner, desk: Clinic) -> None:
    register(desk, "Sample", "Michael", birth_date=date(1986, 6, 6))
    finder = Finder(runner)
    finder.type(card())
    finder.settle()
    assert finder.text == finder.answered == "Sample, Michael 06/06/1986"
    assert finder.lines[0].name == "Sample, Michael"
    runner.write_reads()
    lines = desk.rows(lambda s: s.scalars(select(JournalEntry).where(JournalEntry.kind == "read")).all())
    assert "T64235789" not in repr([line.details for line in lines])


def test_a_search_without_permission_says_so(runner: Runner) -> None:
    runner.actor = NOBODY
    finder = Finder(runner)
    finder.type("smith")
    assert finder.lines == ()
    assert finder.problem.startswith("Your role does not allow this.")


def test_a_record_is_shown_and_follows_changes(runner: Runner, desk: Clinic) -> None:
    model = RecordModel(runner)
    opened: list[bool] = []
    model.opened.connect(lambda: opened.append(True))
    model.open(1)
    assert model.record is not None
    assert birth_words(model.record) == "06/30/1971 · 54 years"
    assert number_words(model.record) == "MRN 100 001 · (559) 555-0178"
    gaps = "Address, Emergency contact, Privacy notice, Consent to treatment"
    assert missing_sentence(model.record) == f"Still missing: {gaps}"
    assert Fact("Sex on the plan", "Female") in fact_lines(model.record)
    model.add_note("Call her Marijo", alert=True)
    (alert,) = model.record.alerts
    assert (alert.text, alert.day, opened) == ("Call her Marijo", TODAY, [True])
    model.end_note(alert)
    assert model.record.alerts == ()
    model.open(None)
    assert model.record is None


def test_a_record_elsewhere_asks_why(runner: Runner, desk: Clinic) -> None:
    far = register(desk, "Far", "Fay", home_location_id=2)
    runner.actor = CLERK
    model, asked = RecordModel(runner), list[str]()
    model.reason_needed.connect(asked.append)
    model.open(far.id)
    assert (model.record, len(asked)) == (None, 1)
    model.open(far.id, "calls from Tulare")
    assert model.record is not None
    assert model.record.name == "Far, Fay"
    model.add_note("x", alert=False)
    assert len(model.record.notes) == 1
    runner.write_reads()
    (line,) = desk.rows(lambda s: s.scalars(select(JournalEntry).where(JournalEntry.kind == "read")).all())
    assert (line.patient_id, line.reason, line.sentence) == (far.id, "calls from Tulare", "Opened the record")


def test_a_closed_screen_hears_nothing(runner: Runner, desk: Clinic) -> None:
    model = RecordModel(runner)
    model.open(1)
    delete(model)
    runner.run(register_patient, RegisterPatient(person=Person(family="Lee")))
    assert runner.bus.subscriptions == []


def test_a_masked_record_shows_little(runner: Runner) -> None:
    runner.actor = READER
    model = RecordModel(runner)
    model.open(1)
    assert model.record is not None
    assert birth_words(model.record) == "1971 · 54 years"
    assert missing_sentence(model.record) == ""


def test_a_double_is_held_back_until_it_is_said_to_be_somebody_else(runner: Runner, desk: Clinic) -> None:
    model, saved, warned = RegistrationModel(runner), list[PatientRow](), list[bool]()
    model.saved.connect(lambda row, _book: saved.append(row))
    model.warned.connect(lambda: warned.append(True))
    model.begin("nunez maria jose 6/30/71")
    person = replace(model.person_from({}), family="Nunez", given="Maria Jose", birth_date=date(1971, 6, 30))
    for times in (1, 2):
        model.save(person)
        assert (len(warned), saved) == (times, [])
    model.none_of_these()
    model.save(person, book=True)
    assert [row.name for row in saved] == ["Nunez, Maria Jose"]
    assert count(desk) == 3
    assert desk.rows(lambda s: s.scalars(select(DuplicatePair)).all()) == []  # who may merge is asked all the same


def test_what_the_sites_limits_do_not_call_sure_holds_nobody_back(runner: Runner, desk: Clinic) -> None:
    model, saved = RegistrationModel(runner, limits=Limits(sure=1.0, possible=0.5)), list[PatientRow]()
    model.saved.connect(lambda row, _book: saved.append(row))
    model.begin("nunez maria jose 6/30/71")
    model.save(model.person_from({"family": "Nunez", "given": "Maria Jose", "birth_date": date(1971, 6, 30)}))
    assert [row.likeness.sureness for row in model.alike] == [Sureness.PERHAPS]
    assert len(saved) == 1


def test_a_new_patient_belongs_to_the_place_of_work(runner: Runner, desk: Clinic) -> None:
    model = RegistrationModel(runner, lambda: 2)
    model.begin("far fay")
    model.save(model.person_from({"family": "Far", "given": "Fay"}))
    assert desk.rows(lambda s: s.get_one(Patient, 3).home_location_id) == 2


def test_what_is_wrong_comes_back_with_its_field(runner: Runner) -> None:
    model, wrong = RegistrationModel(runner), list[ClinicError]()
    model.failed.connect(wrong.append)
    model.begin("")
    model.save(Person(family=""))
    model.save(Person(family="Lee", phone="1"))
    assert [why.field for why in wrong] == ["family", "phone"]
    assert not model.saving


def test_a_change_keeps_what_the_form_does_not_show(runner: Runner, desk: Clinic) -> None:
    made = desk.do(register_patient, RegisterPatient(person=Person(family="Lee", source="old", external_id="7")))
    record, model = RecordModel(runner), RegistrationModel(runner)
    record.open(made.id)
    assert record.record is not None
    model.edit(record.record)
    model.save(model.person_from({**model.values, "given": "Min"}))
    row = desk.rows(lambda s: s.get_one(Patient, made.id))
    assert (row.given, row.source, row.external_id) == ("Min", "old", "7")
    assert record.record.name == "Lee, Min"
