"""The group's locations and the people who treat there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.finding import let_type
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.runner.bridge import Runner
from app.shell.first_run import ZONES
from app.shell.settings_own import fill
from app.staff.actions.places import AddLocation, AddPractitioner, add_location, add_practitioner
from app.staff.queries import LocationRow, PractitionerRow, locations, practitioners

#: so many practitioners are seen at once
MOST_PEOPLE = 12


class LocationForm(Form):
    """A new location."""

    ui = "shell/location.ui"
    name: QLineEdit
    code: QLineEdit
    zone: QComboBox
    phone: QLineEdit
    address_line: QLineEdit
    city: QLineEdit
    state: QLineEdit
    postal_code: QLineEdit


class PractitionerForm(Form):
    """A new person who treats."""

    ui = "shell/practitioner.ui"
    family: QLineEdit
    given: QLineEdit
    credential: QLineEdit
    npi: QLineEdit
    lanes: QSpinBox
    location: QComboBox


class Adder:
    """A drawer with a form and one button that adds; a problem stands at its field."""

    def __init__(self, over: Card, title: str, form: Form, submit: Callable[[Adder], None]) -> None:
        self.form, self.says = form, Says()
        self.drawer = Drawer(over.window(), title)
        content = Card()
        content.body.addWidget(form.root)
        content.body.addWidget(self.says)
        content.body.addStretch(1)
        self.drawer.set_content(content)
        self.confirm = KeyButton(tr("Add"), kind="primary", keys="Ctrl+Return")
        self.drawer.footer.addWidget(self.confirm)
        self.confirm.clicked.connect(lambda: self._submit(submit))
        self.drawer.closed.connect(self.drawer.deleteLater)
        self.drawer.open()

    def _submit(self, submit: Callable[[Adder], None]) -> None:
        self.form.clear_errors()
        self.says.say("")
        submit(self)

    def fail(self, why: ClinicError) -> None:
        """Show an outcome at its field."""
        if not self.form.show_problem(why):
            self.says.problem(why)


class LocationsCard(Card):
    """Every location, and adding one."""

    def __init__(self, runner: Runner, rows: Sequence[LocationRow]) -> None:
        super().__init__(tr("Locations"))
        self.runner = runner
        self.adder: Adder | None = None
        self.model = RowTableModel[LocationRow](_location_columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("Locations"), self.model)
        _build(self, self.table, tr("Add a location…"), self.open_form)
        self._take(tuple(rows))

    def open_form(self) -> None:
        """Ask for the new location."""
        form = LocationForm()
        fill(form.zone, {zone: zone for zone in ZONES})
        let_type(form.zone)
        if self.model.rows:
            form.zone.setCurrentText(self.model.rows[0].zone)  # the next one is seldom far away
        self.adder = Adder(self, tr("Add a location"), form, self._submit)

    def _submit(self, adder: Adder) -> None:
        told = {name: str(value or "") for name, value in adder.form.values().items()}
        told["zone"] = self.zone_of(adder)

        def added(_made: object) -> None:
            adder.drawer.close_drawer()
            self.runner.ask(locations, then=self._take, fail=adder.fail, settled=False)

        self.runner.run(add_location, AddLocation(**told), added, adder.fail)  # type: ignore[arg-type]

    @staticmethod
    def zone_of(adder: Adder) -> str:
        """What stands in the zone's field, chosen or typed."""
        form = adder.form
        return form.zone.currentText().strip() if isinstance(form, LocationForm) else ""

    def _take(self, rows: tuple[LocationRow, ...]) -> None:
        self.table.show_rows(rows, choose=False)


class PractitionersCard(Card):
    """Everybody who treats, and adding one."""

    def __init__(self, runner: Runner, rows: Sequence[LocationRow]) -> None:
        super().__init__(tr("Practitioners"))
        self.runner, self._places = runner, {row.id: row.name for row in rows}
        self.adder: Adder | None = None
        self.model = RowTableModel[PractitionerRow](_practitioner_columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("Practitioners"), self.model, most=MOST_PEOPLE)
        _build(self, self.table, tr("Add a practitioner…"), self.open_form)
        self.reload()

    def reload(self) -> None:
        """Read them again."""
        self.runner.ask(practitioners, None, then=self._take, settled=False)

    def _take(self, rows: tuple[PractitionerRow, ...]) -> None:
        self.table.show_rows(rows, choose=False)

    def open_form(self) -> None:
        """Ask who comes."""
        form = PractitionerForm()
        fill(form.location, self._places)
        self.adder = Adder(self, tr("Add a practitioner"), form, self._submit)

    def _submit(self, adder: Adder) -> None:
        told = adder.form.values()
        place = told["location"]
        command = AddPractitioner(
            family=str(told["family"]),
            given=str(told["given"]),
            credential=str(told["credential"]),
            npi=str(told["npi"]),
            lanes=int(str(told["lanes"])),
            location_ids=(place,) if isinstance(place, int) else (),
        )

        def added(_made: object) -> None:
            adder.drawer.close_drawer()
            self.reload()

        self.runner.run(add_practitioner, command, added, adder.fail)


def _location_columns() -> tuple[Column[LocationRow], ...]:
    return (
        Column(tr("Name"), lambda row: row.name, style="name"),
        Column(tr("Code"), lambda row: row.code, width=90),
        Column(tr("Time zone"), lambda row: row.zone, width=180),
    )


def _practitioner_columns() -> tuple[Column[PractitionerRow], ...]:
    return (
        Column(tr("Name"), _full_name, name=True, style="name"),
        Column(tr("NPI"), lambda row: row.npi or "", width=120),
        Column(tr("Side by side"), lambda row: str(row.lanes), width=110),
    )


def _full_name(row: PractitionerRow) -> str:
    name = f"{row.family}, {row.given}" if row.given else row.family
    return f"{name} · {row.credential}" if row.credential else name


def _build(card: Card, table: FittedTable, add: str, act: Callable[[], None]) -> None:
    """The button above, the table below."""
    table.set_compact(True)
    button = KeyButton(add, kind="soft", size="row", icon="plus")
    button.clicked.connect(act)
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    card.body.addLayout(row)
    card.body.addWidget(table)
