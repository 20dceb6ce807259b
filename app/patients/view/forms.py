"""The static layouts of this room as typed classes, with the choices their lists offer."""

from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.errors import FieldErrors
from app.kit.fields import DateField
from app.kit.finding import FindBox
from app.kit.form import Form
from app.patients.rules.codes import (
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    RelatedRole,
    Sex,
    sex_words,
)
from app.patients.rules.demographics import DECLINED, ETHNICITIES, ethnicity_words
from app.patients.rules.details import OtherName, Related, Telecom
from app.patients.rules.languages import language_tag, languages
from app.patients.rules.wording import contact_words, decision_words, identity_words, name_use_words, role_words
from app.patients.viewmodel.filling import CHANNELS, PAPERS

T = TypeVar("T")
PHONE_USES = (ContactUse.MOBILE, ContactUse.HOME, ContactUse.WORK)


class RegistrationForm(Form):
    """Everything registration asks that does not repeat; the names are the fields of `rules.Person` and of `filling`."""

    ui = "patients/registration.ui"
    family: QLineEdit
    given: QLineEdit
    middle: QLineEdit
    suffix: QLineEdit
    birth_date: DateField
    age: QLabel
    sex: QComboBox
    preferred_name: QLineEdit
    pronouns: QLineEdit
    names_fold: KeyButton
    names_body: QWidget
    names_rows: QWidget
    names_add: KeyButton
    multiple_birth: QCheckBox
    phone: QLineEdit
    phone_use: QComboBox
    other_phone: QLineEdit
    other_phone_use: QComboBox
    email: QLineEdit
    consent_call: QComboBox
    consent_voicemail: QComboBox
    consent_text: QComboBox
    consent_email: QComboBox
    telecoms_fold: KeyButton
    telecoms_body: QWidget
    telecoms_rows: QWidget
    telecoms_add: KeyButton
    elsewhere_fold: KeyButton
    elsewhere_body: QWidget
    reach_phone: QLineEdit
    reach_email: QLineEdit
    reach_note: QLineEdit
    reach_postal_code: QLineEdit
    reach_city: QLineEdit
    reach_state: QLineEdit
    reach_address_line: QLineEdit
    reach_address_unit: QLineEdit
    postal_code: QLineEdit
    city: QLineEdit
    state: QLineEdit
    address_line: QLineEdit
    address_unit: QLineEdit
    language: FindBox
    interpreter: QCheckBox
    emergency_name: QLineEdit
    emergency_phone: QLineEdit
    emergency_relation: QLineEdit
    people_fold: KeyButton
    people_says: QLabel
    people_body: QWidget
    related_rows: QWidget
    related_responsible: KeyButton
    related_guarantor: KeyButton
    related_employer: KeyButton
    consents_fold: KeyButton
    consents_says: QLabel
    consents_body: QWidget
    consent_treatment: QComboBox
    consent_treatment_on: DateField
    consent_privacy_notice: QComboBox
    consent_privacy_notice_on: DateField
    consent_financial: QComboBox
    consent_financial_on: DateField
    consent_release: QComboBox
    consent_release_on: DateField
    consent_photo: QComboBox
    consent_photo_on: DateField
    identity_fold: KeyButton
    identity_says: QLabel
    identity_body: QWidget
    identity_kind: QComboBox
    identity_number: QLineEdit
    identity_jurisdiction: QLineEdit
    identity_issued_on: DateField
    identity_expires_on: DateField
    identity_ends: QLabel
    photo_place: QWidget
    about_fold: KeyButton
    about_says: QLabel
    about_body: QWidget
    race_2028_9: QCheckBox
    race_2054_5: QCheckBox
    race_2106_3: QCheckBox
    race_1002_5: QCheckBox
    race_2076_8: QCheckBox
    race_2131_1: QCheckBox
    race_declined: QCheckBox
    ethnicity: QComboBox
    clinic_fold: KeyButton
    clinic_says: QLabel
    clinic_body: QWidget
    home_location_id: QComboBox
    preferred_practitioner_id: QComboBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for sex in (Sex.UNKNOWN, Sex.FEMALE, Sex.MALE, Sex.OTHER):
            self.sex.addItem(sex_words(sex), sex)
        for box in (self.phone_use, self.other_phone_use):
            for use in (ContactUse.UNKNOWN, *PHONE_USES):
                box.addItem(contact_words(ContactSystem.PHONE, use), use)
        for kind in (*CHANNELS, *PAPERS):
            box = getattr(self, f"consent_{kind}")
            box.addItem(decision_words(None), "")
            for decision in Decision:
                box.addItem(decision_words(decision), decision)
        for proof in IdentityKind:
            self.identity_kind.addItem(identity_words(proof), proof)
        self.ethnicity.addItem(tr("Not asked"), "")
        for code in (*ETHNICITIES, DECLINED):
            self.ethnicity.addItem(ethnicity_words(code), code)
        self.language.fill(languages().items())
        self.language.others = language_tag
        self.language.set_hint(tr("Type to find"))

    def set_today(self, today: date) -> None:
        """The clinic's day, from which dates are read."""
        for name in self.values():
            field = getattr(self, name)
            if isinstance(field, DateField):
                field.set_today(today, past_only=name == "birth_date")


class RowForm(Form, Generic[T]):
    """One row of a part that repeats; `read` gives its value, `show` fills it."""

    remove: KeyButton

    def __init__(self, errors: FieldErrors) -> None:
        super().__init__(within=errors)

    def set_today(self, today: date) -> None:
        """The clinic's day, for dates."""

    def focus(self, name: str) -> None:
        """Give a field of the row the focus."""
        getattr(self, name).setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, value: T) -> None:
        """Fill the row."""
        raise NotImplementedError

    def read(self) -> T:
        """What stands in the row."""
        raise NotImplementedError


class OtherNameForm(RowForm[OtherName]):
    """A name beside the legal one."""

    ui = "patients/other_name.ui"
    use: QComboBox
    family: QLineEdit
    given: QLineEdit
    ended_on: DateField

    def __init__(self, errors: FieldErrors) -> None:
        super().__init__(errors)
        for use in NameUse:
            self.use.addItem(name_use_words(use), use)

    def set_today(self, today: date) -> None:
        self.ended_on.set_today(today)

    def show(self, value: OtherName) -> None:
        self.set_values({"use": value.use, "family": value.family, "given": value.given, "ended_on": value.ended_on})

    def read(self) -> OtherName:
        told: dict[str, Any] = self.values()
        return OtherName(**{**told, "use": NameUse(told["use"])})


class TelecomForm(RowForm[Telecom]):
    """A further phone, fax or e-mail."""

    ui = "patients/telecom.ui"
    kind: QComboBox
    value: QLineEdit
    note: QLineEdit

    def __init__(self, errors: FieldErrors) -> None:
        super().__init__(errors)
        for use in (*PHONE_USES, ContactUse.UNKNOWN, ContactUse.OLD):
            self._offer(ContactSystem.PHONE, use)
        for use in (ContactUse.HOME, ContactUse.WORK):
            self._offer(ContactSystem.EMAIL, use)
        self._offer(ContactSystem.FAX, ContactUse.UNKNOWN)

    def _offer(self, system: ContactSystem, use: ContactUse) -> None:
        if self.kind.findData(f"{system} {use}") < 0:
            self.kind.addItem(contact_words(system, use), f"{system} {use}")

    def show(self, value: Telecom) -> None:
        self._offer(value.system, value.use)
        self.set_values({"kind": f"{value.system} {value.use}", "value": value.value, "note": value.note})

    def read(self) -> Telecom:
        system, _, use = str(self.kind.currentData()).partition(" ")
        return Telecom(
            system=ContactSystem(system),
            use=ContactUse(use),
            value=self.value.text().strip(),
            note=self.note.text().strip(),
        )


class RelatedForm(RowForm[Related]):
    """Somebody who answers for the patient, or their employer."""

    ui = "patients/related.ui"
    role: QComboBox
    name: QLineEdit
    relation: QLineEdit
    phone: QLineEdit
    postal_code: QLineEdit
    city: QLineEdit
    state: QLineEdit
    address_line: QLineEdit
    address_unit: QLineEdit

    def __init__(self, errors: FieldErrors) -> None:
        super().__init__(errors)
        self._before = Related(role=RelatedRole.RESPONSIBLE, name="")
        for role in (RelatedRole.RESPONSIBLE, RelatedRole.GUARANTOR, RelatedRole.EMPLOYER):
            self.role.addItem(role_words(role), role)

    def show(self, value: Related) -> None:
        self._before = value
        self.set_values({name: getattr(value, name) for name in self.values()})

    def read(self) -> Related:
        told: dict[str, Any] = self.values()
        return replace(self._before, **{**told, "role": RelatedRole(told["role"])})


class NoteForm(Form):
    """A note or an alert."""

    ui = "patients/note.ui"
    text: QPlainTextEdit
    alert: QCheckBox


class ReasonForm(Form):
    """Why a record is opened."""

    ui = "patients/reason.ui"
    reason: QLineEdit
