"""The registration form with real keys: rows, folds, a ZIP, errors in rows, what a role may not change, nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.access import Grant, Permission
from app.core.ports import Place
from app.patients.actions.register import UpdatePatient, update_patient
from app.patients.queries.details import details_of
from app.patients.queries.record import load_person, summary
from app.patients.rules.codes import ConsentKind, Decision, IdentityKind, RelatedRole, Sex
from app.patients.rules.details import Agreed, Details, Identity, Related
from app.patients.rules.people import Person
from app.patients.view.page import PatientsPage
from app.patients.view.registration import RegistrationView
from app.patients.view.sheet import FOLDS
from tests.support.clinic import ANYONE, Clinic
from tests.support.record import Record, patients_page, record_of
from tests.support.registration import DETAILS

Key, Mod = Qt.Key, Qt.KeyboardModifier
PERSON = Person(
    family="Núñez", given="María José", middle="I", suffix="Jr.", preferred_name="Marijo", pronouns="She",
    birth_date=date(1971, 6, 30), sex=Sex.FEMALE, multiple_birth=True, race="1002-5,2106-3", ethnicity="2135-2",
    phone="(559) 555-0178", phone_use="mobile", other_phone="(559) 555-0179", other_phone_use="work", email="mj@example.org",
    address_line="1 A St", address_unit="Apt 2", city="Visalia", state="CA", postal_code="93291", language="es-MX",
    interpreter=True, emergency_name="Eva", emergency_phone="(559) 555-0112", emergency_relation="Mother",
    home_location_id=1, preferred_practitioner_id=2,
)  # fmt: skip
IDENTITY = Identity(
    kind=IdentityKind.STATE_ID,
    number="D1234567",
    jurisdiction="CA",
    issued_on=date(2020, 7, 1),
    expires_on=date(2025, 6, 30),
)
WHOLE = replace(
    DETAILS,
    identity=IDENTITY,
    consents=tuple(
        Agreed(kind=kind, decision=decision, decided_on=date(2026, 1, 5))
        for kind, decision in zip(ConsentKind, [Decision.PERMIT, Decision.DENY] * 5, strict=False)
    ),
)


@pytest.fixture
def record(desk: Clinic, qtbot: QtBot) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def page(record: Record) -> Iterator[PatientsPage]:
    with patients_page(record) as made:
        yield made


@pytest.fixture
def view(page: PatientsPage) -> RegistrationView:
    """The form of a new patient."""
    page.activate(Place("patients", task="register", text="ibarra luz 9/19/1980 5595550111"))
    return page.form_view


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def type_in(text: str) -> None:
    target = QApplication.focusWidget()
    if isinstance(target, QComboBox):
        target = target.lineEdit()
    assert isinstance(target, QLineEdit)
    target.insert(text)


def save() -> None:
    press(Key.Key_S, Mod.ControlModifier)


def stored(desk: Clinic, patient_id: int = 3) -> tuple[Person, Details]:
    return desk.rows(lambda s: (load_person(s, patient_id), details_of(s, patient_id)))  # type: ignore[arg-type]


def keep(desk: Clinic, person: Person, details: Details) -> None:
    """Make the first patient's registration this one."""
    before = desk.executor.fetch(summary, ANYONE, 1)
    desk.do(update_patient, UpdatePatient(patient_id=1, version=before.version, person=person, details=details))


def test_a_form_that_is_opened_and_saved_changes_nothing(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, PERSON, WHOLE)
    before = stored(desk, 1)
    assert before == (PERSON, WHOLE)
    page.activate(Place("patients", patient_id=1, task="edit"))
    assert page.currentWidget() is page.form_view
    assert not page.form_view.is_touched()
    save()
    assert page.currentWidget() is page.record_view
    assert stored(desk, 1) == before


def test_every_part_opens_by_its_key_and_closes_by_it(view: RegistrationView) -> None:
    for name in FOLDS:
        fold = view.sheet.folds[name]
        assert not fold.is_open, name
        key = getattr(view.form, f"{name}_fold").property("keys")[-1]
        press(Qt.Key(ord(key)), Mod.AltModifier)
        assert fold.is_open, name
        focused = QApplication.focusWidget()
        assert focused is not None
        assert fold.body.isAncestorOf(focused), name
        press(Qt.Key(ord(key)), Mod.AltModifier)
        assert not fold.is_open, name


def test_rows_come_and_go_by_key_and_tab_goes_through_them(view: RegistrationView) -> None:
    press(Key.Key_M, Mod.AltModifier)
    type_in("5595550150")
    press(Key.Key_Tab)
    type_in("mornings")
    press(Key.Key_Tab)  # remove
    press(Key.Key_Tab)  # another one
    assert QApplication.focusWidget() is view.form.telecoms_add
    press(Key.Key_Space)
    type_in("5595550151")
    assert [one.value for one in view.sheet.telecoms.read()] == ["(559) 555-0150", "5595550151"]
    press(Key.Key_Delete, Mod.ControlModifier)
    assert [one.value for one in view.sheet.telecoms.read()] == ["(559) 555-0150"]
    press(Key.Key_Delete, Mod.ControlModifier)
    assert view.sheet.telecoms.read() == ()
    assert QApplication.focusWidget() is view.form.telecoms_add


def test_a_mistake_in_a_row_is_told_there_and_f8_goes_on_in_reading_order(view: RegistrationView) -> None:
    press(Key.Key_M, Mod.AltModifier)
    type_in("12")
    view.form.consent_treatment.setCurrentIndex(1)
    view.form.consent_treatment_on.setText("6/31/26")
    view.form.birth_date.setText("6/31/71")
    view.sheet.folds["telecoms"].close()
    save()
    form = view.form
    assert QApplication.focusWidget() is form.birth_date
    assert view.sheet.folds["consents"].is_open is False
    press(Key.Key_F8)
    assert QApplication.focusWidget() is form.consent_treatment_on
    form.birth_date.setText("6/30/71")
    form.consent_treatment_on.setText("1/5/26")
    save()  # now the action looks at it
    row = view.sheet.telecoms.rows[0][1]
    assert view.sheet.folds["telecoms"].is_open
    assert QApplication.focusWidget() is row.value  # type: ignore[attr-defined]
    assert row.value.accessibleDescription().startswith("A phone number has 10 digits")  # type: ignore[attr-defined]
    assert form.errors.summary() == "1 field to correct: Further contact: number or e-mail"
    press(Key.Key_Delete, Mod.ControlModifier)
    assert form.errors.names() == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("reach-address_line", "reach_address_line"), ("identity-expires_on", "identity_expires_on"),
        ("consents-text-decided_on", "consent_text"), ("consents-treatment-decided_on", "consent_treatment_on"),
        ("preferred_practitioner_id", "preferred_practitioner_id"), ("nowhere", ""), ("telecoms-7-value", ""), ("", ""),
    ],
)  # fmt: skip
def test_an_outcome_finds_its_field(view: RegistrationView, told: str, name: str) -> None:
    assert view.sheet._field_of(told) == name


def test_a_zip_fills_city_and_state_unless_somebody_wrote_them(view: RegistrationView) -> None:
    form = view.form
    form.postal_code.setFocus()
    type_in("93291")
    assert (form.city.text(), form.state.text()) == ("Visalia", "CA")
    form.postal_code.selectAll()
    type_in("93274")
    assert (form.city.text(), form.state.text()) == ("Tulare", "CA")
    form.city.setText("Tulare West")
    form.postal_code.selectAll()
    type_in("93291")
    assert form.city.text() == "Tulare West"


def test_who_moves_takes_the_city_of_the_new_zip(view: RegistrationView) -> None:
    form = view.form
    for city, expected in (("Visalia", "Tulare"), ("VISALIA", "Tulare"), ("Ivanhoe", "Ivanhoe")):
        form.set_values({"postal_code": "93291", "city": city, "state": "CA"})
        form.postal_code.setFocus()
        form.postal_code.selectAll()
        type_in("93274-1234")
        assert (form.city.text(), form.state.text()) == (expected, "CA")
    form.set_values({"postal_code": "", "city": "Visalia", "state": "CA"})
    type_in("93274")
    assert form.city.text() == "Visalia"  # written before any ZIP


def test_a_minor_is_asked_who_answers_and_saved_with_them(view: RegistrationView, desk: Clinic) -> None:
    form = view.form
    form.birth_date.setText("09/19/2012")
    assert form.age.text() == "13 years"
    assert form.people_says.text() == "Under 18: a responsible party is needed"
    assert form.people_fold.accessibleDescription() == form.people_says.text()
    press(Key.Key_P, Mod.AltModifier)
    press(Key.Key_Space)  # the first button adds the responsible party
    type_in("Eva Ibarra")
    assert form.people_says.text() == "Responsible party: Eva Ibarra"
    save()
    assert stored(desk)[1].related == (Related(role=RelatedRole.RESPONSIBLE, name="Eva Ibarra"),)


def test_a_language_is_found_by_typing(view: RegistrationView, desk: Clinic) -> None:
    view.form.language.setFocus()
    for key in (Key.Key_V, Key.Key_I, Key.Key_E, Key.Key_T, Key.Key_Tab):
        press(key)
    assert QApplication.focusWidget() is view.form.interpreter
    assert view.form.language.currentText() == "Vietnamese"
    save()
    assert stored(desk)[0].language == "vi"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("creole", "ht"), ("SPAN", "es"), ("español", "es"), ("es-MX", "es-MX"), ("", None), ("klingon tongue", None)],
)
def test_what_a_typed_language_means(view: RegistrationView, typed: str, value: str | None) -> None:
    box = view.form.language
    box.setEditText(typed)
    assert box.value() == value
    assert bool(box.problem()) is (bool(typed) and value is None)


def test_an_answer_is_of_today_and_declined_stands_alone(view: RegistrationView, desk: Clinic) -> None:
    form = view.form
    form.consent_treatment.setCurrentIndex(1)
    assert form.consent_treatment_on.value() == desk.day
    form.consent_treatment.setCurrentIndex(0)
    assert form.consent_treatment_on.text() == ""
    form.consent_text.setCurrentIndex(2)
    form.race_2028_9.setChecked(True)
    form.race_declined.setChecked(True)
    assert not form.race_2028_9.isChecked()
    form.ethnicity.setCurrentIndex(3)
    save()
    person, details = stored(desk)
    assert (person.race, person.ethnicity) == ("asked-declined", "asked-declined")
    assert details.consents == (Agreed(kind=ConsentKind.TEXT, decision=Decision.DENY, decided_on=desk.day),)


def test_a_call_centre_cannot_touch_who_somebody_is(page: PatientsPage, record: Record, desk: Clinic) -> None:
    keep(desk, PERSON, WHOLE)
    record.runner.actor = replace(
        ANYONE,
        grants={
            Permission.EDIT_PATIENT: Grant(masked=True), Permission.VIEW_PATIENT: Grant(), Permission.SEARCH_PATIENT: Grant(),
        },
    )  # fmt: skip
    page.activate(Place("patients", patient_id=1, task="edit"))
    form = page.form_view.form
    assert not form.family.isEnabled()
    assert not form.names_fold.isEnabled()
    assert form.phone.isEnabled()
    form.phone.setText("5595550199")
    form.phone.setFocus()
    save()
    assert stored(desk, 1) == (replace(PERSON, phone="(559) 555-0199"), WHOLE)


def test_the_form_opens_at_what_is_missing(page: PatientsPage, desk: Clinic) -> None:
    child = replace(PERSON, birth_date=date(2012, 9, 19), emergency_phone="")
    keep(desk, child, Details())
    page.activate(Place("patients", patient_id=1))
    press(Key.Key_E, Mod.ControlModifier | Mod.ShiftModifier)
    assert QApplication.focusWidget() is page.form_view.form.emergency_name
    for gap, name in (("treatment", "consent_treatment"), ("address", "postal_code"), ("sex", "sex")):
        page.activate(Place("patients", patient_id=1, task=f"edit-{gap}"))
        assert QApplication.focusWidget() is getattr(page.form_view.form, name), gap
    page.activate(Place("patients", patient_id=1, task="edit-responsible"))
    assert QApplication.focusWidget() is page.form_view.sheet.related.rows[0][1].name  # type: ignore[attr-defined]


def test_escape_asks_once_about_rows_too(view: RegistrationView, page: PatientsPage) -> None:
    assert not view.is_touched()
    press(Key.Key_M, Mod.AltModifier)
    assert view.is_touched()
    press(Key.Key_Escape)
    assert page.currentWidget() is view
    press(Key.Key_Escape)
    assert page.currentWidget() is page.start


def test_the_number_of_an_id_is_shown_with_a_reason(page: PatientsPage, record: Record, desk: Clinic) -> None:
    keep(desk, PERSON, WHOLE)
    page.activate(Place("patients", patient_id=1))
    view = page.record_view
    assert view.number.isVisible()
    assert "D1234567" not in "".join(one.text() for one in page.findChildren(QLineEdit))
    view.number.click()
    type_in("compares the card")
    press(Key.Key_Return, Mod.ControlModifier)
    assert view.banner.accessibleName() == "ID number D1234567"
    record.runner.actor = replace(ANYONE, grants={**ANYONE.grants, Permission.VIEW_IDENTITY: Grant(masked=True)})
    page.activate(Place("patients", patient_id=1))
    assert not view.number.isVisible()
