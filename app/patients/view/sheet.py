"""The registration form alive: rows that come and go, parts that fold, a ZIP that fills the city, an age beside the birth date."""

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, QRegularExpression, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import theme
from app.kit.errors import FieldSlot
from app.kit.fields import DateField
from app.kit.fold import Fold
from app.patients.rules.codes import ContactSystem, ContactUse, NameUse, RelatedRole
from app.patients.rules.demographics import DECLINED, RACES
from app.patients.rules.details import Details, OtherName, Related, Telecom
from app.patients.rules.folding import show_name, show_phone
from app.patients.rules.people import Person
from app.patients.rules.places import zip_place, zip_places
from app.patients.view.forms import OtherNameForm, RegistrationForm, RelatedForm, RowForm, TelecomForm
from app.patients.view.photo import PhotoPart
from app.patients.view.results import column_of
from app.patients.view.rows import RowForms
from app.patients.viewmodel.facts import initials_of
from app.patients.viewmodel.filling import PAPERS, Rows, race_field
from app.patients.viewmodel.folded import (
    Said,
    about_words,
    age_words,
    consent_line,
    ends_words,
    identity_line,
    people_line,
)
from app.patients.viewmodel.registration import RegistrationModel

PHONES = ("phone", "other_phone", "reach_phone", "emergency_phone")
#: what a role with masked editing does not change
KEPT = (
    "family", "given", "middle", "suffix", "birth_date", "sex", "multiple_birth", "identity_kind", "identity_number",
    "identity_jurisdiction", "identity_issued_on", "identity_expires_on",
)  # fmt: skip
#: columns of a part's grid, the first with titles of this width in px at 100 %
COLUMNS, TITLES = 13, 132
FOLDS = ("names", "telecoms", "elsewhere", "people", "consents", "identity", "about", "clinic")


class Sheet(QObject):
    """The whole form. `changed` comes with every edit; `read` gives the registration as it stands."""

    changed = Signal()

    def __init__(self, model: RegistrationModel) -> None:
        super().__init__()
        self.model, self.form = model, RegistrationForm()
        form, errors = self.form, self.form.errors
        self.names = RowForms[OtherName](form.names_rows, OtherNameForm, errors, "phone", form.names_add)
        self.telecoms = RowForms[Telecom](form.telecoms_rows, TelecomForm, errors, "reach_phone", form.telecoms_add)
        self.related = RowForms[Related](
            form.related_rows, RelatedForm, errors, "consent_treatment", form.related_responsible
        )
        self.folds = {
            name: Fold(
                getattr(form, f"{name}_fold"), getattr(form, f"{name}_body"), getattr(form, f"{name}_says", None), self
            )
            for name in FOLDS
        }
        self.photo = PhotoPart(model.photo)
        column_of(form.photo_place).addWidget(self.photo)
        self._filling = False
        errors.reveal = self._unfold
        for fold in self.folds.values():
            fold.first = partial(self._first_in, fold.body)
        self._align()
        self._connect()

    def _align(self) -> None:
        """Every part has the same columns: fields are as wide as their columns, not as their words."""
        form = self.form
        titles = form.root.findChildren(QLabel, QRegularExpression("^section"))
        wide = max(theme.px(TITLES), *(one.sizeHint().width() for one in titles if not one.wordWrap()))
        for one in titles:
            one.setMaximumWidth(wide)  # else each part would be as wide as its own words want
        for grid in form.root.findChildren(QGridLayout):
            if grid.columnCount() == COLUMNS:
                titled = grid.itemAtPosition(0, 0) is not None
                grid.setColumnMinimumWidth(0, wide + (0 if titled else grid.horizontalSpacing()))
        for name in form.values():
            field = getattr(form, name)
            if not isinstance(field, QCheckBox):
                level(field)
        for part in (form.age, form.multiple_birth, form.interpreter, form.identity_ends):
            part.setMinimumHeight(theme.px(36))

    def _connect(self) -> None:
        form = self.form
        form.changed.connect(self._edited)
        self.model.photo.changed.connect(self._show_photo)
        for rows in (self.names, self.telecoms, self.related):
            rows.changed.connect(self._edited)
            rows.reordered.connect(self._chain)
        form.names_add.clicked.connect(self._add_name)
        form.telecoms_add.clicked.connect(self._add_telecom)
        for role in RelatedRole:
            getattr(form, f"related_{role}").clicked.connect(lambda _=False, role=role: self.add_related(role))
        self.folds["names"].opened.connect(lambda: None if self.names.rows else self._add_name())
        self.folds["telecoms"].opened.connect(lambda: None if self.telecoms.rows else self._add_telecom())
        for name in PHONES:
            _tidy_phone(getattr(form, name))
        fill_place(form.postal_code, form.city, form.state)
        fill_place(form.reach_postal_code, form.reach_city, form.reach_state)
        for kind in PAPERS:
            getattr(form, f"consent_{kind}").currentIndexChanged.connect(lambda _at, kind=kind: self._date_paper(kind))
        for code in (*RACES, DECLINED):
            box = getattr(form, race_field(code))
            box.toggled.connect(lambda on, code=code: self._ticked(code) if on else None)

    # ------------------------------------------------------------------------------------------------- begin

    def begin(self, values: dict[str, Any], details: Details) -> None:
        """Show a registration; a birth date that is a text stands there as it was typed."""
        form, birth = self.form, values.get("birth_date")
        self._filling = True
        form.set_today(self.model.today)
        self._choices()
        form.set_values(dict.fromkeys(form.values()))
        form.clear_errors()
        form.set_values({**values, "birth_date": None if isinstance(birth, str) else birth})
        if isinstance(birth, str):
            form.birth_date.setText(birth)
        self.names.fill(details.names, self._prepare)
        self.telecoms.fill(details.telecoms, self._prepare)
        self.related.fill(details.related, self._prepare)
        self._filling = False
        for name, fold in self.folds.items():
            holds = {
                "names": details.names,
                "telecoms": details.telecoms,
                "elsewhere": details.reach,
                "people": details.related,
            }
            fold.open() if holds.get(name) else fold.close()
        self._keep_identity()
        self._tell()
        self._show_photo()

    def _prepare(self, row: RowForm[Any]) -> None:
        row.set_today(self.model.today)
        for name in row.values():
            level(getattr(row, name))
        for name in ("phone", "value"):
            if isinstance(field := getattr(row, name, None), QLineEdit):
                _tidy_phone(field)
        if isinstance(row, RelatedForm):
            fill_place(row.postal_code, row.city, row.state)

    def _choices(self) -> None:
        """The clinics and therapists of today; one that is closed stays with who has it."""
        start, form, record = self.model.start, self.form, self.model.editing
        clinic = (record.person.home_location_id, record.home_location) if record else (None, "")
        therapist = (record.person.preferred_practitioner_id, record.therapist) if record else (None, "")
        _offer(form.home_location_id, tr("No clinic chosen"), start.clinics, clinic)
        _offer(form.preferred_practitioner_id, tr("Nobody chosen"), start.therapists, therapist)

    def _keep_identity(self) -> None:
        kept = self.model.keeps_identity
        for name in KEPT:
            getattr(self.form, name).setEnabled(not kept)
        self.form.names_fold.setEnabled(not kept)
        self.form.names_body.setEnabled(not kept)

    # -------------------------------------------------------------------------------------------------- read

    def person(self) -> Person:
        """The person in the form."""
        return self.model.person_from(self.form.values())

    def details(self) -> Details:
        """The details in the form and its rows."""
        rows = Rows(self.names.read(), self.telecoms.read(), self.related.read())
        return self.model.details_from(self.form.values(), rows)

    def written(self) -> tuple[Any, ...]:
        """What stands in the form, readable or not, to tell whether something was typed."""
        dates = tuple(one.text() for one in self.form.root.findChildren(DateField))
        rows = (self.names.written(), self.telecoms.written(), self.related.written())
        return (tuple(self.form.values().items()), dates, rows, self.model.photo.draft)

    def show_problem(self, why: ClinicError) -> bool:
        """Show an outcome at its field; False when it names no field of this form."""
        name = self._field_of(why.field or "")
        if not name:
            return False
        self.form.errors.show(name, str(why))
        return True

    def _field_of(self, told: str) -> str:
        """The field among the errors that an action's field stands for: telecoms-1-value, reach-phone, family."""
        if told in self.form.values():
            return told
        part, _, rest = told.partition("-")
        parts: dict[str, RowForms[Any]] = {"names": self.names, "telecoms": self.telecoms, "related": self.related}
        rows = parts.get(part)
        if rows is not None:
            at, _, name = rest.partition("-")
            return rows.key_of(int(at), name) if at else rows.key_of(0, "role" if part == "related" else "value")
        flat = told.replace("consents-", "consent_").replace("-decided_on", "_on").replace("-", "_")
        return next((name for name in (flat, flat.removesuffix("_on")) if name in self.form.values()), "")

    # ------------------------------------------------------------------------------------------------- rows

    def _add_name(self) -> None:
        given = self.form.given.text().strip()
        self.folds["names"].open()
        self.names.add(OtherName(use=NameUse.OLD, given=given), self._prepare, focus="family")

    def _add_telecom(self) -> None:
        self.folds["telecoms"].open()
        self.telecoms.add(
            Telecom(system=ContactSystem.PHONE, use=ContactUse.WORK, value=""), self._prepare, focus="value"
        )

    def add_related(self, role: RelatedRole) -> None:
        """A row for somebody who answers for the patient; one of a kind that there is only one of gets the focus."""
        self.folds["people"].open()
        self.related.add(Related(role=role, name=""), self._prepare, focus="name")

    def go_to_gap(self, code: str) -> bool:
        """Lead to what a code of `rules.missing` asks for; False for another word."""
        form = self.form
        fields: dict[str, QWidget] = {
            "birth_date": form.birth_date, "sex": form.sex, "phone": form.phone, "address": form.postal_code,
            "emergency": form.emergency_name, "privacy_notice": form.consent_privacy_notice,
            "treatment": form.consent_treatment,
        }  # fmt: skip
        if code in ("responsible", "employer"):
            self.add_related(RelatedRole(code))
        elif code == "guarantor" and (row := self._unreached()) is not None:
            self.folds["people"].open()
            row.focus("phone")
        elif code in fields:
            self._unfold(fields[code])
            fields[code].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _unreached(self) -> RowForm[Related] | None:
        """Who pays and has neither phone nor address."""
        pays = (RelatedRole.GUARANTOR, RelatedRole.RESPONSIBLE)
        rows = [(form, form.read()) for _, form in self.related.rows]
        return next((form for form, one in rows if one.role in pays and not (one.phone or one.address_line)), None)

    def _first_in(self, body: QWidget) -> QWidget | None:
        return next((one for one in self.order() if body.isAncestorOf(one)), None)

    def order(self) -> list[QWidget]:
        """The widgets that Tab stops at, the rows where they stand."""
        form = self.form
        rows: dict[QWidget, RowForms[Any]] = {
            form.names_add: self.names, form.telecoms_add: self.telecoms, form.related_responsible: self.related,
        }  # fmt: skip
        order = list[QWidget]()
        photo = self.photo.links
        for widget in self.form.order():
            order += rows[widget].order() if widget in rows else []
            order += [photo.choose, photo.away] if widget is form.about_fold else []
            order.append(widget)
        return order

    def _chain(self) -> None:
        for first, second in pairwise(self.order()):
            QWidget.setTabOrder(first, second)

    # ------------------------------------------------------------------------------------------------- folds

    def _unfold(self, field: QWidget) -> None:
        """Open the part in which a field stands."""
        for fold in self.folds.values():
            if fold.body.isAncestorOf(field):
                fold.open()

    def _edited(self) -> None:
        if not self._filling:
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        """Say beside each folded part what stands in it."""
        form, model = self.form, self.model
        person, details = self.person(), self.details()
        form.age.setText(age_words(person.birth_date, model.today))
        form.identity_ends.setText(ends_words(form.identity_expires_on.value(), model.today))
        said: dict[str, Said] = {
            "people": people_line(person, details, model.today, asks_employer=model.asks_employer),
            "consents": consent_line(details),
            "identity": identity_line(details.identity, model.identity_tail, model.today),
            "about": about_words(person),
            "clinic": Said(
                " · ".join(box.currentText() for box in _chosen(form.home_location_id, form.preferred_practitioner_id))
            ),
        }
        for name, words in said.items():
            self.folds[name].tell(words.words, words.role)

    # ----------------------------------------------------------------------------------------------- one by one

    def _date_paper(self, kind: str) -> None:
        """An answer is of today unless somebody says otherwise."""
        answer, day = getattr(self.form, f"consent_{kind}"), getattr(self.form, f"consent_{kind}_on")
        if self._filling:
            return
        if not answer.currentData():
            day.set_value(None)
        elif not day.text().strip():
            day.set_value(self.model.today)

    def _show_photo(self) -> None:
        """The photo as it will be, with the initials of the name as it stands."""
        person = self.person()
        name = show_name(person.family, person.given)
        self.photo.portrait.show_person(name, initials_of(person), self.model.photo.data)

    def _ticked(self, code: str) -> None:
        """Declined stands alone."""
        for other in () if self._filling else (*RACES, DECLINED):
            if other != code and DECLINED in (other, code):
                getattr(self.form, race_field(other)).setChecked(False)


def level(field: QWidget) -> None:
    """Let the columns decide how wide a field is."""
    for part in (field, field.parentWidget()):
        if part is field or isinstance(part, FieldSlot):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())


def _offer(box: QComboBox, none: str, rows: tuple[tuple[int, str], ...], own: tuple[int | None, str]) -> None:
    """Fill a list of choices, with the one that somebody has already."""
    box.clear()
    box.addItem(none, 0)
    for one, name in rows:
        box.addItem(name, one)
    if own[0] is not None and box.findData(own[0]) < 0:
        box.addItem(own[1] or none, own[0])


def _chosen(*boxes: QComboBox) -> list[QComboBox]:
    return [box for box in boxes if box.currentData()]


def _tidy_phone(field: QLineEdit) -> None:
    """A phone is written in its usual form when its field is left."""
    field.editingFinished.connect(lambda: field.setText(show_phone(field.text())) if isValid(field) else None)


def fill_place(zip_code: QLineEdit, city: QLineEdit, state: QLineEdit) -> None:
    """Another ZIP fills its city and state while it is typed, where none stand or those of the ZIP before."""
    before = [""]  # the last ZIP that was whole

    def typed(text: str) -> None:
        place = zip_place(text)
        if place is None or text[:5] == before[0][:5]:
            return
        ours = [(one.city.casefold(), one.state.casefold()) for one in zip_places(before[0])]
        if (city.text().casefold(), state.text().casefold()) in (("", ""), *ours):
            city.setText(place.city)
            state.setText(place.state)

    def stands(text: str) -> None:
        if zip_places(text) or not zip_code.isModified():  # another registration begins with its own
            before[0] = text

    zip_code.textEdited.connect(typed)  # comes before the other
    zip_code.textChanged.connect(stands)
