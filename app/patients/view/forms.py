"""The static layouts of this room as typed classes, with the choices their lists offer."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.core.text import tr
from app.kit.fields import DateField
from app.kit.form import Form
from app.patients.rules.codes import Sex, sex_words
from app.patients.rules.languages import languages


class RegistrationForm(Form):
    """Everything registration asks; the names are the fields of `rules.Person`."""

    ui = "patients/registration.ui"
    family: QLineEdit
    given: QLineEdit
    middle: QLineEdit
    birth_date: DateField
    sex: QComboBox
    preferred_name: QLineEdit
    pronouns: QLineEdit
    phone: QLineEdit
    other_phone: QLineEdit
    email: QLineEdit
    language: QComboBox
    interpreter: QCheckBox
    postal_code: QLineEdit
    city: QLineEdit
    state: QLineEdit
    address_line: QLineEdit
    emergency_name: QLineEdit
    emergency_phone: QLineEdit
    emergency_relation: QLineEdit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sex.addItem(sex_words(Sex.UNKNOWN), Sex.UNKNOWN)
        for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER):
            self.sex.addItem(sex_words(sex), sex)
        self.language.addItem(tr("Not asked yet"), "")
        for code, name in languages().items():
            self.language.addItem(name, code)


class NoteForm(Form):
    """A note or an alert."""

    ui = "patients/note.ui"
    text: QPlainTextEdit
    alert: QCheckBox


class ReasonForm(Form):
    """Why a record is opened."""

    ui = "patients/reason.ui"
    reason: QLineEdit
