"""The forms of this room."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.kit.fields import DateField
from app.kit.form import Form
from app.patients.rules.codes import Restriction
from app.privacy.rules import GlassReason, Purpose, glass_words, purpose_words
from app.privacy.viewmodel import restriction_words


class GlassForm(Form):
    """Why a restricted record is opened, and the password once more."""

    ui = "privacy/glass.ui"
    reason_code: QComboBox
    reason: QLineEdit
    password: QLineEdit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for reason in GlassReason:
            self.reason_code.addItem(glass_words(reason), reason)


class DisclosureForm(Form):
    """What was given to whom."""

    ui = "privacy/disclosure.ui"
    made_on: DateField
    recipient: QLineEdit
    recipient_address: QLineEdit
    what: QPlainTextEdit
    purpose: QComboBox
    purpose_note: QPlainTextEdit
    suspended_until: DateField

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for purpose in Purpose:
            self.purpose.addItem(purpose_words(purpose), purpose)


class RestrictForm(Form):
    """Whether a record is restricted, and why."""

    ui = "privacy/restrict.ui"
    restriction: QComboBox
    reason: QLineEdit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for restriction in Restriction:
            self.restriction.addItem(restriction_words(restriction), restriction)


class ReviewForm(Form):
    """What the privacy office found."""

    ui = "privacy/review.ui"
    finding: QLineEdit


class AccessForm(Form):
    """The days that are asked for."""

    ui = "privacy/access.ui"
    first: DateField
    last: DateField
