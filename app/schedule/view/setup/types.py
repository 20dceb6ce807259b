"""What can be booked: every visit type, changing one, adding one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.fitted import FittedTable
from app.kit.panels import Card
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.says import Says
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions.types import AddVisitType, UpdateVisitType, add_visit_type, update_visit_type
from app.schedule.queries.catalog import RoomRow, TypeRow, room_rows, type_rows
from app.schedule.rules import VisitKind
from app.schedule.rules.codes import Tone
from app.schedule.view.setup.card import Asking, buttons
from app.schedule.view.setup.standing import StandingDrawer, standing_visits
from app.schedule.view.setup.type_form import SWATCH, TypeForm
from app.schedule.viewmodel.setup import kinds, tones, whom
from app.schedule.viewmodel.words import TONES
from app.staff.queries import PractitionerRow, practitioners

#: so many types are seen at once
MOST_TYPES = 12


class TypesCard(Card):
    """Every visit type; Enter changes the chosen one."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(tr("Visit types"))
        self.runner, self.ports = runner, ports
        self.people: tuple[PractitionerRow, ...] = ()
        self.rooms: tuple[RoomRow, ...] = ()
        self.rows = RowTableModel[TypeRow](_columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("Visit types"), self.rows, most=MOST_TYPES)
        self.says = Says()
        self.add = KeyButton(tr("Add a visit type…"), kind="soft", size="row", icon="plus")
        self.change = KeyButton(tr("Change…"), size="row")
        self.asking: Asking | None = None
        self.standing: StandingDrawer | None = None
        buttons(self, self.add, self.change)
        self.body.addWidget(self.says)
        self.body.addWidget(self.table)
        self.add.clicked.connect(lambda: self.open_form(None))
        self.change.clicked.connect(lambda: self._change(self.table.currentIndex().row()))
        self.table.entered_row.connect(self._change)
        runner.bus.subscribe(("visit_type", "visit_type_practitioner", "room"), self._heard)

    def look(self) -> None:
        """Read types, rooms and people."""
        ask = self.runner.ask
        ask(type_rows, then=self._take, fail=self.says.problem, topic="setup.types", settled=False)
        ask(room_rows, None, then=self._take_rooms, fail=self.says.problem, topic="setup.kinds", settled=False)
        ask(practitioners, None, then=self._take_people, fail=self.says.problem, topic="setup.people", settled=False)

    def _heard(self, _notice: Notice) -> None:
        self.look()

    def _take(self, rows: tuple[TypeRow, ...]) -> None:
        self.table.show_rows(rows)
        self.change.set_unavailable("" if rows else tr("There is no visit type yet."))

    def _take_rooms(self, rows: tuple[RoomRow, ...]) -> None:
        self.rooms = rows

    def _take_people(self, rows: tuple[PractitionerRow, ...]) -> None:
        self.people = rows

    def _change(self, at: int) -> None:
        row = self.rows.row(at)
        if row is not None:
            self.open_form(row)

    def open_form(self, row: TypeRow | None) -> None:
        """Ask for a new type, or show one to be changed."""
        form = TypeForm()
        form.fill(row, self.people, self.rooms)
        title, button = (tr("Add a visit type"), tr("Add")) if row is None else (tr("Change a visit type"), tr("Save"))
        self.asking = Asking(self, title, form, button, partial(self._submit, row))
        self.asking.drawer.open(form.name)

    def _submit(self, row: TypeRow | None, asking: Asking) -> None:
        form = asking.form
        if not isinstance(form, TypeForm):
            return
        told = form.traits()

        def done(_made: object) -> None:
            asking.drawer.close_drawer()

        def fail(why: ClinicError) -> None:
            if standing_visits(why):
                self.standing = StandingDrawer(self, self.ports, why)
            else:
                asking.fail(why)

        if row is None:
            added = AddVisitType(code=form.code.text(), **told)  # type: ignore[arg-type]
            self.runner.run(add_visit_type, added, done, fail)
            return
        changed = UpdateVisitType(
            visit_type_id=row.id, version=row.version, active=form.active.isChecked(), **told  # type: ignore[arg-type]
        )  # fmt: skip
        self.runner.run(update_visit_type, changed, done, fail)


def types_cards(runner: Runner, ports: Ports) -> Sequence[QWidget]:
    """The card of the section."""
    return (TypesCard(runner, ports),)


def _columns() -> tuple[Column[TypeRow], ...]:
    words, people, colours = kinds(), whom(), tones()
    return (
        Column(
            tr("Name"),
            lambda row: row.name,
            second=lambda row: f"{row.code} · {words[VisitKind(row.kind)]}",
            ink=lambda row: "text" if row.active else "text3",
            style="name",
        ),
        Column(tr("Minutes"), _minutes, align=RIGHT, width=110),
        Column(
            tr("Color"),
            lambda row: colours[row.colour] if row.colour else "–",
            ink=lambda row: TONES[Tone(row.colour)][0] if row.colour else "text3",
            glyph=lambda row: f"ring:{SWATCH}" if row.colour else "",
            width=130,
        ),
        Column(
            tr("For whom"),
            lambda row: people[row.for_whom] if row.active else tr("Not in use"),
            second=_needs,
            width=190,
        ),
    )


def _minutes(row: TypeRow) -> str:
    """45, or 5 + 45 + 10 with what is free before and after."""
    if not (row.buffer_before or row.buffer_after):
        return str(row.minutes)
    return " + ".join(str(one) for one in (row.buffer_before, row.minutes, row.buffer_after) if one)


def _needs(row: TypeRow) -> str:
    """Room, equipment, and how far ahead."""
    ahead = tr("{hours} h ahead", hours=row.lead_hours) if row.lead_hours else ""
    return " · ".join(filter(None, (row.room_kind, row.equipment_kind, ahead)))
