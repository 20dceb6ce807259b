"""The screens with real keys: search, registration, record."""

import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from playing.reader import type_fast
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.core.ports import Here, Place, Ports
from app.kit import picture, theme
from app.kit.drawer import Drawer
from app.kit.panels import Card
from app.kit.scanning import ScanCatcher
from app.patients.actions.notes import AddNote, add_note
from app.patients.rules.codes import NoteKind
from app.patients.view.finder import make_search
from app.patients.view.page import PatientsPage
from app.patients.view.record import SIDE
from app.patients.view.results import ResultList
from app.runner.bridge import Runner
from tests.patients.licence.made import card
from tests.patients.people import CLERK, register
from tests.support.clinic import ANYONE, ZONE, Clinic

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp)


class Desk(QWidget):
    """A window of two parts: the search on top and the page."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.went: list[Place] = []
        self.said: list[str] = []
        self.keys = 0
        day = date(2026, 3, 10)
        ports = Ports(go=self.go, announce=self.said.append, here=lambda: Here(None, ZONE, day, day))
        self.box = make_search(runner, ports)
        self.page = PatientsPage(runner, ports)
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.page, 1)
        self.resize(1360, 860)

    def go(self, place: Place) -> None:
        self.went.append(place)
        if place.page == "patients":
            self.page.activate(place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self, key, modifier)

    def type(self, text: str) -> None:
        """Text as an input method gives it."""
        target = QApplication.focusWidget()
        assert isinstance(target, QLineEdit)
        target.insert(text)


@pytest.fixture
def runner(desk: Clinic) -> Runner:
    made = Runner(desk.executor, inline=True)
    made.actor = ANYONE
    return made


def shown(qtbot: QtBot, runner: Runner) -> Desk:
    window = Desk(runner)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.activate(Place("patients"))
    return window


@pytest.fixture
def window(qtbot: QtBot, runner: Runner) -> Iterator[Desk]:
    made = shown(qtbot, runner)
    yield made
    made.close()
    delete(made)  # at once: hundreds of widgets that are left take part in every later change of the theme


def test_a_record_that_comes_late_leaves_a_drawer_the_focus(window: Desk) -> None:
    drawer, field = Drawer(window), QLineEdit()
    drawer.set_content(field)
    drawer.open()
    window.page.activate(Place("patients", patient_id=1))
    assert QApplication.focusWidget() is field
    drawer.close_drawer()
    window.page.activate(Place("patients", patient_id=2))
    assert QApplication.focusWidget() is window.page.record_view.edit


def test_a_new_patient_takes_three_keys(window: Desk) -> None:
    window.press(Key.Key_K, Mod.ControlModifier)
    window.type("ibarra luz 9/19/2009 5595550111")
    window.press(Key.Key_Return)
    assert window.went == [Place("patients", task="register", text="ibarra luz 9/19/2009 5595550111")]
    form = window.page.form_view.form
    assert (form.family.text(), form.given.text(), form.birth_date.text(), form.phone.text()) == (
        "Ibarra", "Luz", "09/19/2009", "(559) 555-0111",
    )  # fmt: skip
    window.press(Key.Key_S, Mod.ControlModifier)
    assert window.said == ["Registered Ibarra, Luz, MRN 100003"]
    assert window.went[-1] == Place("patients", patient_id=3)
    assert window.page.currentWidget() is window.page.record_view
    assert window.keys <= 12, window.keys


def test_enter_opens_the_first_and_the_box_is_empty_again(window: Desk) -> None:
    window.press(Key.Key_K, Mod.ControlModifier)
    window.type(unicodedata.normalize("NFD", "ñuñez"))
    window.press(Key.Key_Return)
    assert window.went == [Place("patients", patient_id=1)]
    assert window.box.text() == ""
    window.press(Key.Key_K, Mod.ControlModifier)
    window.type("smith")
    window.press(Key.Key_Return)
    assert window.went[-1] == Place("patients", patient_id=2)


def test_one_step_up_registers(window: Desk, qtbot: QtBot) -> None:
    window.press(Key.Key_K, Mod.ControlModifier)
    window.type("smith")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ResultList)))
    window.press(Key.Key_Up)
    window.press(Key.Key_Return)
    assert window.went == [Place("patients", task="register", text="smith")]


def test_a_wrong_date_stands_at_its_field_and_a_double_is_held_back(window: Desk, desk: Clinic) -> None:
    window.go(Place("patients", task="register", text="nunez, maria jose 6/31/71"))
    form, view = window.page.form_view.form, window.page.form_view
    assert form.errors.summary() == "1 field to correct: Birth date"
    assert QApplication.focusWidget() is form.birth_date
    window.press(Key.Key_A, Mod.ControlModifier)
    window.type("6/30/71")
    window.press(Key.Key_S, Mod.ControlModifier)
    assert view.banner.isVisible()
    assert "Núñez, María José" in view.banner.accessibleName()
    window.press(Key.Key_0, Mod.AltModifier)
    window.press(Key.Key_S, Mod.ControlModifier)
    assert window.said == ["Registered Nunez, Maria Jose, MRN 100003"]


def test_a_look_alike_is_opened_by_its_key(window: Desk, qtbot: QtBot) -> None:
    window.go(Place("patients", task="register", text="nunez, maria jose 6/30/71"))
    window.page.registration.look(settled=False)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.page.form_view.alike.findChildren(Card)))
    window.press(Key.Key_1, Mod.AltModifier)
    assert window.went[-1] == Place("patients", patient_id=1)


def test_save_and_book_goes_to_the_schedule(window: Desk) -> None:
    window.go(Place("patients", task="register", text="ibarra luz 9/19/2009"))
    window.press(Key.Key_Return, Mod.ControlModifier)
    assert window.went[-1] == Place("schedule", patient_id=3, task="book")


def test_escape_asks_only_when_something_was_typed(window: Desk) -> None:
    window.go(Place("patients", task="register", text="ibarra luz"))
    window.press(Key.Key_Escape)
    assert window.page.currentWidget() is window.page.start
    window.go(Place("patients", task="register", text="ibarra luz"))
    window.type("1")
    window.press(Key.Key_Escape)
    assert window.page.currentWidget() is window.page.form_view
    window.press(Key.Key_Escape)
    assert window.page.currentWidget() is window.page.start


def test_wrong_fields_are_told_where_they_are(window: Desk) -> None:
    window.go(Place("patients", task="register", text="ibarra luz"))
    form = window.page.form_view.form
    form.phone.setText("12")
    window.press(Key.Key_S, Mod.ControlModifier)
    assert QApplication.focusWidget() is form.phone
    assert form.phone.accessibleDescription().startswith("A phone number has 10 digits")


def test_an_alert_comes_up_and_notes_are_written_by_key(window: Desk, desk: Clinic) -> None:
    desk.do(add_note, AddNote(patient_id=1, kind=NoteKind.ALERT, text="<b>Call</b> her Marijo"))
    window.go(Place("patients", patient_id=1))
    view = window.page.record_view
    assert view.banner.isVisible()
    assert view.banner.accessibleName() == "Alert <b>Call</b> her Marijo"
    window.press(Key.Key_N, Mod.ControlModifier | Mod.ShiftModifier)
    window.press(Key.Key_Return, Mod.ControlModifier)
    drawer = view._drawer
    assert drawer is not None
    assert drawer.form.text.accessibleDescription().startswith("The note is empty.")
    drawer.form.text.insertPlainText("Comes by bus")
    window.press(Key.Key_Return, Mod.ControlModifier)
    assert not drawer.isVisible()
    assert window.page.record.record is not None
    assert [note.text for note in window.page.record.record.notes] == ["<b>Call</b> her Marijo", "Comes by bus"]


def test_a_change_by_key(window: Desk) -> None:
    window.go(Place("patients", patient_id=2))
    window.press(Key.Key_E, Mod.ControlModifier)
    form = window.page.form_view.form
    assert form.birth_date.text() == "02/14/1990"
    form.preferred_name.setText("Jo")
    window.press(Key.Key_S, Mod.ControlModifier)
    assert window.said == ["Changed Smith, Joan"]
    assert window.page.record.record is not None
    assert window.page.record.record.person.preferred_name == "Jo"


def test_the_reason_is_asked_in_the_record(qtbot: QtBot, runner: Runner, desk: Clinic) -> None:
    far = register(desk, "Far", "Fay", home_location_id=2)
    runner.actor = CLERK
    window = shown(qtbot, runner)
    qtbot.addWidget(window)
    window.page.activate(Place("patients", patient_id=far.id))
    record = window.page.record_view
    assert record.reason.isVisible()
    assert not record.who.isVisible()
    record.reason.form.reason.setText("calls from Tulare")
    QTest.keyClick(record.reason.form.reason, Key.Key_Return)
    assert record.head.name.text() == "Far, Fay"
    assert not record.reason.isVisible()


def test_whose_record_it_is_fits_its_card_in_longer_words(window: Desk) -> None:
    """Links wider than the card made it as high as if it were wider, and its last lines were cut."""
    window.page.activate(Place("patients", patient_id=1))
    record = window.page.record_view
    for link, words in (
        (record.fill_in, "Completar lo que falta"),
        (record.number, "Ver el número de la identificación…"),
    ):
        link.set_label(words)
        link.show()
    assert record.who.minimumSizeHint().width() <= theme.px(SIDE)


@pytest.fixture
def threads(desk: Clinic) -> Iterator[Runner]:
    made = Runner(desk.executor)
    made.actor = ANYONE
    yield made
    made.close()


def test_enter_counts_before_the_answer_came(qtbot: QtBot, threads: Runner) -> None:
    window = shown(qtbot, threads)
    qtbot.addWidget(window)
    window.press(Key.Key_K, Mod.ControlModifier)
    window.type("nunez")
    window.press(Key.Key_Return)
    assert window.went == []
    qtbot.waitUntil(lambda: window.page.record.record is not None)
    assert window.went == [Place("patients", patient_id=1)]


@pytest.mark.parametrize(("name", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 2.0)])
def test_every_state_is_painted(qapp: QApplication, window: Desk, name: str, scale: float) -> None:
    theme.apply(qapp, name, scale)
    for place in (Place("patients"), Place("patients", patient_id=1), Place("patients", task="register", text="smith")):
        window.go(place)
        assert picture.ink(picture.grab(window, QSize(1360, 860))) > 10


def test_recent_patients_belong_to_one_person(window: Desk, runner: Runner) -> None:
    window.go(Place("patients", patient_id=1))
    window.press(Key.Key_Left, Mod.AltModifier)
    assert [line.name for line in window.page.start.results.model.rows] == ["Núñez, María José"]
    runner.actor = CLERK
    window.page.activate(Place("patients"))
    assert window.page.start.results.model.rows == ()


@pytest.mark.parametrize("name", ["W" * 120, "<img src=x>&amp; & 100%", "اسم طويل جدا", "e" + "\u0301" * 60])
def test_any_name_is_shown_as_it_is_and_breaks_no_window(window: Desk, desk: Clinic, name: str) -> None:
    made = register(desk, name, name)
    wide = window.minimumSizeHint().width()
    window.go(Place("patients", patient_id=made.id))
    assert window.page.record_view.head.name.text() == made.name
    assert "<img" not in window.page.record_view.head.name.toolTip()
    window.go(Place("patients", task="register", text=name * 2))
    assert window.minimumSizeHint().width() <= max(wide, 1360)


# ------------------------------------------------------------------------------------------------------ a card reader


def scan(window: Desk, text: str) -> None:
    """Type a card as a reader does, in the field that has the focus, and wait for its silence."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    type_fast(field, text, 5_000)
    for catcher in field.findChildren(ScanCatcher):
        catcher.finish()
    QTest.qWait(0)


def test_a_scanned_licence_finds_its_patient_and_opens_nothing(window: Desk, desk: Clinic) -> None:
    register(desk, "Sample", "Michael", birth_date=date(1986, 6, 6))
    window.box.setFocus()
    scan(window, card())
    assert window.box.text() == "Sample, Michael 06/06/1986"
    assert window.went == []
    window.press(Key.Key_Return)
    assert window.went[-1].patient_id is not None


def test_a_scanned_card_that_cannot_be_searched_is_told(window: Desk) -> None:
    window.box.setFocus()
    scan(window, "%B4111111111111111^SAMPLE/MARIA^27121010000?\r")
    assert (window.box.text(), window.said) == ("", ["This is a payment card. Nothing of it was kept."])
    scan(window, "ANSI 636000100002DL00410278\r")
    assert window.said[1:] == ["The scan stopped early. Scan the card once more."]


def test_a_program_that_types_fast_is_no_card(window: Desk) -> None:
    window.box.setText("smi")
    window.box.setFocus()
    scan(window, "th, joan")
    assert (window.box.text(), window.went) == ("smith, joan", [])
    window.box.selectAll()
    scan(window, "smith\r")
    assert window.went == [Place("patients", patient_id=2)]


def test_a_scan_replaces_what_was_written(window: Desk) -> None:
    window.box.setText("smi")
    window.box.setFocus()
    scan(window, "XEH884201776\r")
    assert (window.box.text(), window.went) == ("XEH884201776", [])


def test_a_licence_of_nobody_here_registers_with_all_it_says(window: Desk) -> None:
    window.box.setFocus()
    scan(window, card())
    assert [line.hit for line in window.page.start.results.model.rows] == []
    window.press(Key.Key_Return)
    assert window.went[-1].task == "register"
    form = window.page.form_view.form
    assert (form.family.text(), form.middle.text(), form.address_line.text(), form.identity_number.text()) == (
        "Sample", "John", "2300 West Broad Street", "T64235789",
    )  # fmt: skip
    assert form.phone.hasFocus()


def test_what_is_typed_after_a_scan_is_no_scan(window: Desk) -> None:
    window.box.setFocus()
    scan(window, card())
    window.box.setText("zeller, nora")
    window.press(Key.Key_Return)
    assert window.went[-1] == Place("patients", task="register", text="zeller, nora")
