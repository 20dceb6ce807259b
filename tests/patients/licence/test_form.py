"""A licence scanned over the registration form and over an open record, as a reader types it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playing.reader import type_fast
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.access import Grant, Permission
from app.core.journal import JournalEntry
from app.core.ports import Place
from app.kit.scanning import ScanCatcher
from app.patients.actions.register import UpdatePatient, update_patient
from app.patients.queries.details import details_of
from app.patients.queries.record import load_person, summary
from app.patients.rules.codes import IdentityKind, Sex
from app.patients.rules.details import Details, Identity
from app.patients.rules.people import Person
from app.patients.view.licence import LicenceDrawer, StrangerDrawer
from app.patients.view.page import PatientsPage
from app.patients.view.registration import RegistrationView
from tests.patients.licence import made
from tests.support.clinic import ANYONE, Clinic
from tests.support.record import Record, patients_page, record_of

Key, Mod = Qt.Key, Qt.KeyboardModifier
CARD = Identity(
    kind=IdentityKind.LICENSE, number="T64235789", jurisdiction="VA", issued_on=date(2019, 6, 6), expires_on=date(2027, 12, 10)
)  # fmt: skip
MICHAEL = Person(
    family="Hartwell", given="Michael", middle="John", suffix="Jr.", birth_date=date(1986, 6, 6), sex=Sex.MALE,
    address_line="2300 West Broad Street", city="Richmond", state="VA", postal_code="23269", phone="(559) 555-0178",
    home_location_id=1,
)  # fmt: skip


def card(changes: dict[str, str] | None = None) -> str:
    """Of a name that is nobody's placeholder: such names say nothing about who somebody is."""
    return made.card({"DCS": "HARTWELL", **(changes or {})})


@pytest.fixture
def record(desk: Clinic, qtbot: QtBot) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def page(record: Record) -> Iterator[PatientsPage]:
    with patients_page(record) as made:
        yield made


def begun(page: PatientsPage, text: str = "") -> RegistrationView:
    page.activate(Place("patients", task="register", text=text))
    return page.form_view


def scan(page: PatientsPage, text: str) -> None:
    """Type a card as a reader does, wherever the focus is, and wait for its silence."""
    focused = QApplication.focusWidget()
    assert focused is not None
    type_fast(focused, text, 5_000)
    for catcher in page.window().findChildren(ScanCatcher):
        catcher.finish()
    QTest.qWait(0)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def drawer(page: PatientsPage) -> LicenceDrawer:
    (made,) = [one for one in page.window().findChildren(LicenceDrawer) if one.isVisible()]
    return made


def asked(page: PatientsPage) -> dict[str, bool]:
    return {part.code: box.isChecked() for box, part in drawer(page).boxes}


def bar(view: QWidget) -> str:
    banner = getattr(view, "read_bar", None) or view.banner  # type: ignore[attr-defined]
    return str(banner.accessibleName()) if banner.isVisible() else ""


def keep(desk: Clinic, person: Person, details: Details | None = None, patient_id: int = 1) -> None:
    version = desk.executor.fetch(summary, ANYONE, patient_id).version
    desk.do(update_patient, UpdatePatient(patient_id=patient_id, version=version, person=person, details=details))


def stored(desk: Clinic, patient_id: int = 1) -> tuple[Person, Details]:
    return desk.rows(lambda s: (load_person(s, patient_id), details_of(s, patient_id)))  # type: ignore[arg-type]


# -------------------------------------------------------------------------------------------------------- the form


def test_an_empty_form_is_filled_and_goes_on_to_what_the_card_does_not_know(page: PatientsPage) -> None:
    view = begun(page)
    form = view.form
    assert form.family.hasFocus()
    scan(page, card())
    assert view.sheet.person() == replace(MICHAEL, phone="", phone_use="", home_location_id=1)
    assert view.sheet.details().identity == CARD
    assert form.phone.hasFocus()
    assert bar(view) == (
        "License read. Taken from it: Last name, First name, Middle name, Suffix, Birth date, Sex on the plan, Address, "
        "Photo ID."
    )


def test_it_can_be_taken_back(page: PatientsPage) -> None:
    view = begun(page, "smith")
    before = view.sheet.written()
    view.form.family.clear()
    empty = view.sheet.written()
    assert before != empty
    scan(page, card())
    assert view.sheet.written() != empty
    view.banner.button.click()
    assert view.sheet.written() == empty


@pytest.mark.parametrize("name", ["family", "sex", "multiple_birth", "language", "read", "telecoms_fold", "birth_date"])
def test_it_is_caught_wherever_the_focus_is(page: PatientsPage, name: str) -> None:
    view = begun(page)
    field = view.read if name == "read" else getattr(view.form, name)
    field.setFocus()
    scan(page, card())
    assert view.form.family.text() == "Hartwell"
    assert view.sheet.person().language == ""
    assert not view.form.multiple_birth.isChecked()
    assert not view.sheet.folds["telecoms"].is_open


def test_a_row_that_came_later_catches_it_too(page: PatientsPage) -> None:
    view = begun(page)
    press(Key.Key_M, Mod.AltModifier)
    row = view.sheet.telecoms.rows[0][1]
    assert row.value.hasFocus()  # type: ignore[attr-defined]
    scan(page, card())
    assert (row.value.text(), view.form.family.text()) == ("", "Hartwell")  # type: ignore[attr-defined]
    assert row.value.hasFocus()  # type: ignore[attr-defined]


def test_what_was_typed_is_never_overwritten_unasked(page: PatientsPage) -> None:
    view = begun(page, "hartwell mike 6/6/1986")
    form = view.form
    form.address_line.setText("1 Oak Avenue")
    form.city.setText("Visalia")
    scan(page, card())
    assert (form.given.text(), form.middle.text(), form.address_line.text()) == ("Mike", "John", "1 Oak Avenue")
    assert form.state.text() == ""
    assert asked(page) == {"given": False, "address": False}
    assert drawer(page).confirm.label() == "Keep it as it is"
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert drawer(page).confirm.label() == "Take 1 from the license"
    press(Key.Key_Return)
    assert not page.window().findChildren(LicenceDrawer) or not drawer_open(page)
    assert (form.given.text(), form.address_line.text(), form.city.text()) == (
        "Mike", "2300 West Broad Street", "Richmond",
    )  # fmt: skip
    assert form.phone.hasFocus()


def drawer_open(page: PatientsPage) -> bool:
    return any(one.isVisible() for one in page.window().findChildren(LicenceDrawer))


def test_escape_keeps_what_was_typed(page: PatientsPage) -> None:
    view = begun(page, "hartwell mike 6/6/1986")
    scan(page, card())
    press(Key.Key_Space)
    press(Key.Key_Escape)
    assert not drawer_open(page)
    assert view.isVisible()
    assert view.form.given.text() == "Mike"


def test_the_beginning_of_a_name_is_ticked(page: PatientsPage) -> None:
    view = begun(page, "hart mic")
    scan(page, card())
    assert asked(page) == {"family": True, "given": True}
    press(Key.Key_Return)
    assert (view.form.family.text(), view.form.given.text()) == ("Hartwell", "Michael")


def test_a_birth_date_that_cannot_be_read_was_typed_all_the_same(page: PatientsPage) -> None:
    view = begun(page, "hartwell michael")
    view.form.birth_date.setText("6/31/1986")
    scan(page, card())
    assert asked(page) == {"birth_date": False}
    assert view.form.birth_date.text() == "6/31/1986"
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert view.form.birth_date.text() == "06/06/1986"


def test_somebody_elses_licence_fills_nothing(page: PatientsPage) -> None:
    view = begun(page, "garcia, maria 3/1/1970")
    before = view.sheet.written()
    scan(page, card())
    assert view.sheet.written() == before
    assert bar(view) == ("Somebody else's license. It is of Hartwell, Michael · 06/06/1986. Nothing was taken from it.")
    view.banner.button.click()
    assert not any(asked(page).values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("%B4111111111111111^SAMPLE/MARIA^27121010000?\r", "This is a payment card. Nothing of it was kept."),
        ("XEH884201776\r", "This is no driver's license."),
        ("ANSI 636000100002DL00410278\r", "This is no driver's license."),
        ("@@@@@@@@@@@@@@@@\r\r\t\n", "This is no driver's license."),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(page: PatientsPage, text: str, words: str) -> None:
    view = begun(page, "smith")
    field = view.form.given
    field.setFocus()
    field.setText("Jo an")
    field.setSelection(1, 2)
    before = view.sheet.written()
    scan(page, text)
    assert bar(view).startswith(f"License not read. {words}")
    assert view.sheet.written() == before
    assert (field.hasFocus(), field.selectedText()) == (True, "o ")


def test_a_damaged_part_is_said_at_its_field_and_the_rest_is_taken(page: PatientsPage) -> None:
    view = begun(page)
    scan(page, card({"DBB": "13451986", "DBA": "03012026"}))
    form = view.form
    assert form.family.text() == "Hartwell"
    assert form.errors.names() == ["birth_date"]
    assert form.birth_date.accessibleDescription().startswith("The birth date on the card cannot be read")
    assert form.birth_date.hasFocus()
    assert bar(view).endswith("This card ended 03/01/2026.")
    assert view.sheet.folds["identity"].says is not None
    assert view.sheet.folds["identity"].says.text() == "VA Driver's license ··5789 · Ended 03/01/2026"


def test_a_second_scan_takes_the_place_of_the_question(page: PatientsPage) -> None:
    view = begun(page, "hartwell mike 6/6/1986")
    scan(page, card())
    scan(page, card({"DAC": "MIKE"}))
    assert not drawer_open(page)
    assert view.form.given.text() == "Mike"


def test_a_new_patient_begins_with_the_whole_licence(page: PatientsPage, desk: Clinic) -> None:
    view = begun(page, card({"DBA": "03012026"}))
    assert view.source.text() == "from your search “Hartwell, Michael 06/06/1986”"
    assert bar(view) == "License read. This card ended 03/01/2026."
    assert view.form.phone.hasFocus()
    view.form.phone.setText("5595550178")
    press(Key.Key_S, Mod.ControlModifier)
    assert stored(desk, 3) == (
        replace(MICHAEL, phone_use="mobile"), Details(identity=replace(CARD, expires_on=date(2026, 3, 1))),
    )  # fmt: skip


def test_the_masked_role_keeps_who_somebody_is(page: PatientsPage, record: Record, desk: Clinic) -> None:
    keep(desk, replace(MICHAEL, middle="", postal_code=""))
    grants = {**ANYONE.grants, Permission.EDIT_PATIENT: Grant(masked=True)}
    record.runner.actor = replace(ANYONE, grants=grants)
    page.activate(Place("patients", patient_id=1, task="edit"))
    scan(page, card())
    view = page.form_view
    assert (view.form.middle.text(), view.form.postal_code.text(), view.form.identity_number.text()) == (
        "", "23269", "",
    )  # fmt: skip


# -------------------------------------------------------------------------------------------------------- the picture


def picture_of(folder: Path, text: str) -> Path:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.PDF417)
    image = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=4))
    file = folder / "card.png"
    image.save(file)
    return file


def drop(widget: QWidget, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at, action = widget.rect().center(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, action, data, Qt.MouseButton.LeftButton, Mod.NoModifier)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, data, Qt.MouseButton.LeftButton, Mod.NoModifier))


def test_a_picture_of_the_barcode_fills_the_form(page: PatientsPage, tmp_path: Path) -> None:
    view = begun(page)
    drop(view, picture_of(tmp_path, card()))
    assert view.form.family.text() == "Hartwell"


def test_a_file_dropped_on_a_field_is_no_text(page: PatientsPage) -> None:
    view = begun(page)
    assert not any(field.acceptDrops() for field in view.form.root.findChildren(QLineEdit))
    assert not any(box.acceptDrops() for box in view.form.root.findChildren(QComboBox))


def test_another_file_is_refused_in_plain_words(page: PatientsPage, tmp_path: Path) -> None:
    view = begun(page, "smith")
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7")
    drop(view, file)
    assert bar(view).startswith("License not read. This picture cannot be read.")
    drop(view, tmp_path / "gone.png")
    assert bar(view).startswith("License not read. This file cannot be read.")


# --------------------------------------------------------------------------------------------------------- the record


def opened(page: PatientsPage, patient_id: int = 1) -> None:
    page.activate(Place("patients", patient_id=patient_id))
    assert page.record_view.edit.hasFocus()


def test_a_record_asks_about_each_difference(page: PatientsPage, desk: Clinic, record: Record) -> None:
    keep(desk, replace(MICHAEL, given="Mike", middle="", address_line="1 Oak Avenue", city="Visalia", state="CA"))
    opened(page)
    scan(page, card())
    assert asked(page) == {"given": False, "middle": True, "address": False, "identity": True}
    press(Key.Key_Space)
    press(Key.Key_Return)
    person, details = stored(desk)
    assert person == replace(MICHAEL, address_line="1 Oak Avenue", city="Visalia", state="CA")
    assert details.identity == CARD
    assert record.said == ["Changed Hartwell, Mike"]
    assert page.record_view.edit.hasFocus()
    said = desk.rows(
        lambda s: [row.sentence for row in s.query(JournalEntry).order_by(JournalEntry.id.desc()).limit(3)]
    )
    assert "Changed the registration of Hartwell, Michael" in said


def test_a_licence_that_found_a_record_is_noted_there_and_asks_nothing_unasked(
    page: PatientsPage, desk: Clinic
) -> None:
    keep(desk, replace(MICHAEL, middle="", address_line="1 Oak Avenue", city="Visalia", state="CA"))
    page.activate(Place("patients", patient_id=1, text=card({"DBA": "03012026"})))
    assert bar(page.record_view) == (
        "License read. It says otherwise: Middle name, Address, Photo ID. This card ended 03/01/2026."
    )
    assert page.record_view.edit.hasFocus()
    assert not drawer_open(page)
    press(Key.Key_C, Mod.AltModifier)
    assert asked(page) == {"middle": True, "address": False, "identity": True}
    press(Key.Key_Return)
    assert stored(desk)[0].middle == "John"
    page.activate(Place("patients", patient_id=2))
    assert bar(page.record_view) == ""


def test_a_licence_that_says_the_same_is_silent(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, MICHAEL, Details(identity=CARD))
    page.activate(Place("patients", patient_id=1, text=card()))
    assert bar(page.record_view) == ""
    page.activate(Place("patients", patient_id=2, text=card()))  # chosen all the same: it is somebody else's
    assert bar(page.record_view) == ""


def test_nothing_is_written_on_escape(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, replace(MICHAEL, middle=""))
    before = stored(desk)
    opened(page)
    scan(page, card())
    press(Key.Key_Escape)
    assert stored(desk) == before


def test_the_same_licence_has_nothing_to_ask(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, MICHAEL, Details(identity=CARD))
    opened(page)
    scan(page, card())
    assert bar(page.record_view) == "License read. It says what stands in the record."


def test_a_renewed_licence_is_ticked(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, MICHAEL, Details(identity=replace(CARD, expires_on=date(2023, 12, 10), issued_on=date(2015, 6, 6))))
    opened(page)
    scan(page, card())
    assert asked(page) == {"identity": True}
    press(Key.Key_Return)
    assert stored(desk)[1].identity == CARD


def test_another_desk_was_faster(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, replace(MICHAEL, middle=""))
    opened(page)
    scan(page, card())
    keep(desk, replace(MICHAEL, middle="", email="m@example.org"))
    press(Key.Key_Return)
    assert drawer_open(page)
    assert drawer(page).says.isVisible()
    assert stored(desk)[0].middle == ""


def test_somebody_elses_licence_is_said_plainly(page: PatientsPage, desk: Clinic, record: Record) -> None:
    opened(page)
    scan(page, card())
    (stranger,) = page.window().findChildren(StrangerDrawer)
    assert stranger.heading.text() == "This license is of Hartwell, Michael · 06/06/1986"
    assert stranger.register.hasFocus()
    press(Key.Key_Return)
    assert record.went[-1].task == "register"
    assert page.form_view.form.family.text() == "Hartwell"


def test_whose_licence_it_is_can_be_opened(page: PatientsPage, desk: Clinic, record: Record) -> None:
    keep(desk, MICHAEL, patient_id=2)
    opened(page)
    scan(page, card())
    press(Key.Key_Return)
    assert record.went[-1] == Place("patients", patient_id=2)


def test_it_can_be_compared_all_the_same(page: PatientsPage, desk: Clinic) -> None:
    opened(page)
    scan(page, card())
    press(Key.Key_C, Mod.AltModifier)
    assert asked(page)["family"] is False


def test_a_scan_over_a_question_presses_nothing(page: PatientsPage, desk: Clinic) -> None:
    keep(desk, replace(MICHAEL, middle=""))
    before = stored(desk)
    opened(page)
    scan(page, card())
    scan(page, card())
    assert drawer_open(page)
    assert stored(desk) == before


def test_who_sees_a_record_in_part_takes_nothing(page: PatientsPage, record: Record, desk: Clinic) -> None:
    keep(desk, MICHAEL)
    record.runner.actor = replace(ANYONE, grants={**ANYONE.grants, Permission.VIEW_PATIENT: Grant(masked=True)})
    page.activate(Place("patients", patient_id=1))
    assert not page.record_view.read.isVisible()
    page.record_view.back.setFocus()
    scan(page, card())
    assert bar(page.record_view) == "License not read. Your role does not change this record."


# --------------------------------------------------------------------------------------------------------- outside data


def test_every_published_sample_fills_a_form(page: PatientsPage, data_dir: Path) -> None:
    cases = json.loads((data_dir / "idcards" / "aamva_pdf417_cases.json").read_text("utf-8"))["cases"]
    for case in cases:
        view = begun(page)
        scan(page, case["payload"].replace("\\n", "\n"))
        written = view.form.family.text() or view.form.given.text()
        assert written or bar(view).startswith("License not read."), case["id"]
