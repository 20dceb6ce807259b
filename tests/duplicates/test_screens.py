"""Two records on the screen: compared, merged and parted again by keys alone."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.core.ports import Place
from app.duplicates.actions import SayDifferent, say_different
from app.duplicates.queries import PossibleDuplicates, pair
from app.duplicates.view import DuplicatesSection
from app.duplicates.view.merge import MergeDrawer
from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.codes import PairState, Sex
from app.patients.rules.likeness import Sureness
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair
from app.patients.view.results import ResultList
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW
from tests.support.record import Record, record_of

Key, Mod = Qt.Key, Qt.KeyboardModifier
TWICE = Person(
    family="Nunez", given="Maria", birth_date=date(1971, 6, 30), sex=Sex.FEMALE, phone="(559) 555-0199",
    email="mj@example.org", home_location_id=1,
)  # fmt: skip


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


def open_section(record: Record, qtbot: QtBot, task: str = "") -> DuplicatesSection:
    page = record.page(DuplicatesSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=task))
    (made,) = page.sections
    assert isinstance(made, DuplicatesSection)
    made.__dict__["page"] = page  # the page goes with the last who holds it
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QApplication.processEvents()  # arrows go by where things stand
    QTest.keyClick(at, key, modifier)
    QApplication.processEvents()


def double(clinic: Clinic) -> int:
    made = clinic.do(register_patient, RegisterPatient(person=TWICE)).id
    clinic.add(DuplicatePair(one_id=1, other_id=made, sureness=Sureness.SURE, score=9.5, found_at=NOW))
    return made


def drawer_of(section: DuplicatesSection) -> MergeDrawer:
    assert section.looking is not None
    return section.looking


def test_a_pair_from_the_worklist_is_merged_and_taken_back_by_keys(record: Record, qtbot: QtBot) -> None:
    clinic = record.clinic
    undone: list[tuple[str, Callable[[], None]]] = []
    record.ports.undoable = lambda sentence, undo: undone.append((sentence, undo))
    other = double(clinic)
    (row,) = clinic.rows(lambda s: PossibleDuplicates().rows(s, ANYONE, 1, date(2026, 3, 10)))  # type: ignore[arg-type]
    section = open_section(record, qtbot, row.task)
    drawer = drawer_of(section)
    assert drawer.isVisible()
    assert isinstance(QApplication.focusWidget(), QRadioButton)  # the name is asked about first
    press(Key.Key_Right)
    press(Key.Key_Return, Mod.ControlModifier)
    kept = clinic.rows(lambda s: s.get_one(Patient, 1))
    assert (kept.family, kept.given, kept.email) == ("Nunez", "Maria", "mj@example.org")
    assert clinic.rows(lambda s: s.get_one(Patient, other)).merged_into_id == 1
    assert record.went[-1] == Place("patients", patient_id=1)
    assert section.model.merges[0].can_undo
    sentence, undo = undone[-1]
    assert "One record" in sentence
    undo()
    assert clinic.rows(lambda s: s.get_one(Patient, other)).merged_into_id is None
    assert clinic.rows(lambda s: s.get_one(Patient, 1)).family == "Núñez"


def test_two_people_are_kept_apart_with_one_key(record: Record, qtbot: QtBot) -> None:
    other = double(record.clinic)
    section = open_section(record, qtbot, f"merge-{other}")
    press(Key.Key_0, Mod.AltModifier)
    found = record.clinic.rows(lambda s: pair(s, 1, other))
    assert found is not None
    assert found.state is PairState.DIFFERENT
    assert section.model.pairs == ()


def test_the_other_record_can_be_the_one_that_stays(record: Record, qtbot: QtBot) -> None:
    other = double(record.clinic)
    section = open_section(record, qtbot, f"merge-{other}")
    press(Key.Key_S, Mod.AltModifier)
    preview = drawer_of(section).model.preview
    assert preview is not None
    assert (preview.one.id, preview.other.id) == (other, 1)


def test_the_other_record_is_searched_for(record: Record, qtbot: QtBot) -> None:
    section = open_section(record, qtbot)
    press(Key.Key_G, Mod.ControlModifier | Mod.ShiftModifier)
    at = QApplication.focusWidget()
    assert isinstance(at, QLineEdit)
    at.insert("smith")  # keys as fast as a test's are a card reader's
    lines = [line for found in section.window().findChildren(ResultList) for line in found.model.rows]
    assert all(line.hit is not None for line in lines)  # nobody new is registered for a merge
    press(Key.Key_Return)
    preview = drawer_of(section).model.preview
    assert preview is not None
    assert {preview.one.id, preview.other.id} == {1, 2}


def test_a_record_changed_meanwhile_is_said_in_the_drawer(record: Record, qtbot: QtBot) -> None:
    other = double(record.clinic)
    section = open_section(record, qtbot, f"merge-{other}")
    with record.clinic.database.writing() as session:
        session.get_one(Patient, other).city = "Tulare"
        session.commit()
    press(Key.Key_Return, Mod.ControlModifier)
    drawer = drawer_of(section)
    assert drawer.isVisible()
    assert drawer.says.isVisible()
    assert record.clinic.rows(lambda s: s.get_one(Patient, other)).merged_into_id is None


def test_somebody_says_two_people_while_the_list_is_open(clinic: Clinic) -> None:
    other = double(clinic)
    clinic.do(say_different, SayDifferent(patient_id=1, other_id=other))
    assert clinic.rows(lambda s: PossibleDuplicates().rows(s, ANYONE, 1, date(2026, 3, 10))) == ()  # type: ignore[arg-type]
