"""Forms: files and classes that fit, sentences at fields, and every layout of the program."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.core import text
from app.core.errors import ClinicError
from app.core.paths import program_root
from app.kit.errors import ErrorFooter, FieldSlot, give_slot
from app.kit.fields import DateField
from app.kit.form import Form, FormError, load_ui
from tests.kit.gallery import SampleForm
from tests.kit.layouts import focus_chain, mistakes

SAMPLE = Path(__file__).with_name("sample.ui")
LAYOUTS = sorted((program_root() / "forms").rglob("*.ui"))
TODAY = date(2026, 3, 10)


@pytest.fixture
def form(qtbot: QtBot) -> SampleForm:
    made = SampleForm()
    qtbot.addWidget(made.root)
    made.birth_date.set_today(TODAY, past_only=True)
    made.root.show()
    made.root.activateWindow()
    return made


@pytest.mark.parametrize("path", [SAMPLE, *LAYOUTS], ids=lambda p: p.stem)
def test_every_layout_keeps_the_rules(qtbot: QtBot, path: Path) -> None:
    assert mistakes(path) == []


def test_mistakes_are_found(qtbot: QtBot, tmp_path: Path) -> None:
    bad = SAMPLE.read_text(encoding="utf-8")
    bad = bad.replace("&amp;Birth date", "&amp;Long birth date").replace(
        "<cstring>sex</cstring>", "<cstring>no</cstring>"
    )
    bad = bad.replace(
        "<tabstop>last_name</tabstop><tabstop>birth_date</tabstop>",
        "<tabstop>birth_date</tabstop><tabstop>last_name</tabstop>",
    )
    path = tmp_path / "bad.ui"
    path.write_text(bad, encoding="utf-8")
    found = "\n".join(mistakes(path))
    assert "Alt+L is given 2 times" in found
    assert "sex is no label's buddy" in found
    assert "Tab goes back from birth_date to last_name" in found


def test_a_missing_name_is_a_form_error(qtbot: QtBot) -> None:
    class Wrong(Form):
        ui = str(SAMPLE)
        first_name: QLineEdit

    with pytest.raises(FormError, match="there is no first_name"):
        Wrong()


def test_a_wrong_type_is_a_form_error(qtbot: QtBot) -> None:
    class Wrong(Form):
        ui = str(SAMPLE)
        last_name: QComboBox

    with pytest.raises(FormError, match="is a QLineEdit, not a QComboBox"):
        Wrong()


@pytest.mark.parametrize("content", [None, "", "<ui"])
def test_a_file_that_is_none_is_a_form_error(qtbot: QtBot, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "x.ui"
    if content is not None:
        path.write_text(content)
    with pytest.raises(FormError):
        load_ui(str(path))


def test_texts_are_translated_and_labels_plain(qtbot: QtBot) -> None:
    text.install_translator(str.upper)
    try:
        root = load_ui(str(SAMPLE))
    finally:
        text.install_translator(None)
    qtbot.addWidget(root)
    labels = root.findChildren(QLabel)
    assert {made.text() for made in labels} >= {"&LAST NAME", "&BIRTH DATE"}
    assert all(made.textFormat() == Qt.TextFormat.PlainText for made in labels)
    sex = root.findChild(QComboBox, "sex")
    assert isinstance(sex, QComboBox)
    assert sex.itemText(0) == "FEMALE"


@pytest.mark.peer("AX-30")
def test_an_error_stands_below_its_field(form: SampleForm) -> None:
    form.show_error("birth_date", "June has 30 days.")
    slot = form.birth_date.parentWidget()
    assert isinstance(slot, FieldSlot)
    assert slot.sentence.text() == "June has 30 days."
    assert form.birth_date.property("state") == "error"
    assert form.birth_date.accessibleDescription() == "June has 30 days."
    assert QApplication.focusWidget() is form.birth_date


def test_an_error_goes_when_its_field_is_edited(form: SampleForm) -> None:
    form.show_error("birth_date", "June has 30 days.")
    form.birth_date.setText("6/30/71")
    assert form.errors.names() == []
    assert form.birth_date.property("state") == ""
    assert form.birth_date.accessibleDescription() == ""


def test_the_footer_counts_and_f8_goes_on(form: SampleForm, qtbot: QtBot) -> None:
    footer = ErrorFooter(form.errors)
    qtbot.addWidget(footer)
    assert footer.isHidden()
    form.birth_date.setText("6/31/71")
    form.copay.setText("ten")
    assert not form.check()
    assert footer.sentence.text() == "2 fields to correct: Birth date, Co-pay"
    assert QApplication.focusWidget() is form.birth_date
    QTest.keyClick(form.birth_date, Qt.Key.Key_F8)
    assert QApplication.focusWidget() is form.copay
    QTest.keyClick(form.copay, Qt.Key.Key_F8)
    assert QApplication.focusWidget() is form.birth_date
    form.clear_errors()
    assert footer.isHidden()


def test_an_outcome_finds_its_field(form: SampleForm) -> None:
    assert form.show_problem(ClinicError("The name is missing.", field="last_name"))
    assert form.errors.names() == ["last_name"]
    assert not form.show_problem(ClinicError("The printer is off."))


def test_values_go_in_and_out(form: SampleForm) -> None:
    values = {
        "last_name": "Núñez",
        "birth_date": date(1971, 6, 30),
        "sex": "Male",
        "copay": 2500,
        "note": "Ñ & <b>",
        "minor": True,
    }
    form.set_values({**values, "unknown": 1})
    assert form.values() == values
    form.set_values(dict.fromkeys(values))
    assert form.values()["birth_date"] is None
    assert form.values()["copay"] is None


@pytest.mark.peer("AX-12")
def test_tab_keeps_its_order_around_the_slots(form: SampleForm) -> None:
    names = [w.objectName() for w in focus_chain(form.root) if w.objectName()]
    assert names == ["last_name", "birth_date", "sex", "copay", "note", "minor", "save"]


def test_a_slot_is_given_once(form: SampleForm) -> None:
    assert give_slot(form.last_name) is give_slot(form.last_name)


def test_the_key_button_takes_its_looks_from_the_file(form: SampleForm, qtbot: QtBot) -> None:
    assert form.save.label() == "Save"
    assert form.save.toolTip() == "Save (Ctrl Enter)"
    with qtbot.waitSignal(form.save.clicked):
        QTest.keyClick(form.last_name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_an_edit_is_told(form: SampleForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed):
        form.last_name.insert("Ñandú")


def test_a_date_is_written_in_its_usual_form_when_the_field_is_left(form: SampleForm) -> None:
    form.birth_date.setText("3/1/70")
    form.birth_date.editingFinished.emit()
    assert form.birth_date.text() == "03/01/1970"
    assert isinstance(form.birth_date, DateField)
    form.birth_date.setText("6/31/71")
    form.birth_date.editingFinished.emit()
    assert form.birth_date.text() == "6/31/71"
