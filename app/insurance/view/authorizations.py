"""The forms of an authorization: what a payer gave, and its end."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from app.core.text import tr
from app.insurance.queries import AuthorizationRow, PayerRow
from app.insurance.rules import AuthorizationStatus
from app.insurance.view.drawers import chosen, make_searchable
from app.kit.fields import DateField
from app.kit.form import Form
from app.patients.view.sections import FormDrawer


class AuthorizationForm(Form):
    """An authorization; the names are the fields of the commands."""

    ui = "insurance/authorization.ui"
    payer: QComboBox
    number: QLineEdit
    visits: QSpinBox
    reserved: QSpinBox
    starts_on: DateField
    ends_on: DateField
    note: QLineEdit
    asked: QCheckBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_searchable(self.payer, tr("Type a part of the name"))


class EndAuthorizationForm(Form):
    """The last day of an authorization."""

    ui = "insurance/end_authorization.ui"
    ends_on: DateField
    mistake: QCheckBox


class AuthorizationDrawer(FormDrawer):
    """Adds an authorization, or corrects one. `save` gets the fields of the commands."""

    def __init__(
        self, parent: QWidget, today: date, payers: Sequence[PayerRow], row: AuthorizationRow | None,
        save: Callable[[dict[str, Any]], None],
    ) -> None:  # fmt: skip
        self.fields = AuthorizationForm()
        title, confirm = (
            (tr("Add an authorization"), tr("Add it")) if row is None else (tr("Change the authorization"), tr("Save"))
        )
        super().__init__(parent, title, self.fields, confirm, about=tr("As it stands in the payer’s letter."))
        for payer in payers:
            self.fields.payer.addItem(payer.name, payer.id)
        if row is not None and self.fields.payer.findData(row.payer_id) < 0:  # no longer offered, still this one's
            self.fields.payer.addItem(row.payer, row.payer_id)
        for field in (self.fields.starts_on, self.fields.ends_on):
            field.set_today(today)
        self._row, self._give = row, save
        self.confirmed.connect(self._save)

    def fill(self, *, payer_id: int | None, starts_on: date | None) -> None:
        """Begin with what stands, or with what is likely for a new one."""
        row = self._row
        if row is None:
            self.fields.set_values({"payer": payer_id, "visits": 12, "starts_on": starts_on})
            return
        names = ("number", "visits", "reserved", "starts_on", "ends_on", "note")
        asked = row.status is AuthorizationStatus.DRAFT
        self.fields.set_values({name: getattr(row, name) for name in names} | {"payer": row.payer_id, "asked": asked})

    def _save(self) -> None:
        values = self.fields.values()
        payer = chosen(self.fields.payer)
        missing = next((name for name in ("starts_on", "ends_on") if values[name] is None), None)
        if payer is None:
            self.fields.show_error("payer", tr("Choose who pays."))
        elif missing is not None:
            self.fields.show_error(missing, tr("An authorization has a first and a last day."))
        else:
            kept = {name: value for name, value in values.items() if name != "payer"}
            same_payer = self._row is not None and self._row.payer_id == payer
            coverage_id = self._row.coverage_id if self._row is not None and same_payer else None
            self._give({**kept, "payer_id": payer, "coverage_id": coverage_id})


class EndAuthorizationDrawer(FormDrawer):
    """Ends an authorization, or takes it back as a mistake."""

    def __init__(
        self, parent: QWidget, today: date, row: AuthorizationRow, end: Callable[[date | None, bool], None]
    ) -> None:
        self.fields = EndAuthorizationForm()
        super().__init__(parent, tr("End the authorization"), self.fields, tr("End the authorization"), about=row.payer)
        self.fields.ends_on.set_today(today)
        self.fields.set_values({"ends_on": min(row.ends_on, max(row.starts_on, today))})
        self.fields.mistake.toggled.connect(self._swap)
        self.confirmed.connect(lambda: end(self.fields.ends_on.value(), self.fields.mistake.isChecked()))

    def _swap(self, mistake: bool) -> None:
        self.fields.ends_on.setEnabled(not mistake)
        self.confirm.set_label(tr("Take it back") if mistake else tr("End the authorization"))
