"""Rooms and equipment of the location: adding one, changing one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.finding import let_type
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions.rooms import AddRoom, UpdateRoom, add_room, update_room
from app.schedule.queries.catalog import RoomRow, room_rows
from app.schedule.view.setup.card import Asking, buttons, nowhere
from app.schedule.viewmodel.setup import room_what

#: so many rooms are seen at once
MOST_ROOMS = 12


class RoomForm(Form):
    """A room, or a piece of equipment."""

    ui = "schedule/room.ui"
    name: QLineEdit
    what: QComboBox
    kind: QComboBox
    capacity: QSpinBox
    active: QCheckBox

    def fill(self, row: RoomRow | None, known: Sequence[RoomRow]) -> None:
        """Show a room; None: an empty form. The kinds that there are can be chosen, another one typed."""
        self.what.addItem(tr("Room"), False)
        self.what.addItem(tr("Equipment"), True)
        let_type(self.kind)
        self.kind.addItems(sorted({one.kind for one in known}))
        self.kind.setEditText("" if row is None else row.kind)
        self.active.setChecked(True)
        self.active.setVisible(row is not None)
        self.what.setEnabled(row is None)
        if row is not None:
            self.name.setText(row.name)
            self.what.setCurrentIndex(self.what.findData(row.equipment))
            self.capacity.setValue(row.capacity)
            self.active.setChecked(row.active)


class RoomsCard(Card):
    """The rooms and the equipment of the location; Enter changes the chosen one."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(tr("Rooms and equipment"))
        self.runner, self.ports, self.location_id = runner, ports, 0
        self.rows = RowTableModel[RoomRow](_columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("Rooms and equipment"), self.rows, most=MOST_ROOMS)
        self.table.set_compact(True)
        self.says, self.empty = Says(), label("", "second", wrap=True)
        self.add = KeyButton(tr("Add a room…"), kind="soft", size="row", icon="plus")
        self.change = KeyButton(tr("Change…"), size="row")
        self.asking: Asking | None = None
        buttons(self, self.add, self.change)
        for part in (self.says, self.empty, self.table):
            self.body.addWidget(part)
        self.add.clicked.connect(lambda: self.open_form(None))
        self.change.clicked.connect(lambda: self._change(self.table.currentIndex().row()))
        self.table.entered_row.connect(self._change)
        runner.bus.subscribe(("room",), self._heard)

    def look(self) -> None:
        """Read the rooms of where the window stands."""
        self.location_id = self.ports.here().location_id or 0
        self.says.say("")
        if self.location_id:
            self._read()
        else:
            self._take(())

    def _heard(self, _notice: Notice) -> None:
        if self.location_id:
            self._read()

    def _read(self) -> None:
        self.runner.ask(
            room_rows, self.location_id, then=self._take, fail=self.says.problem, topic="setup.rooms", settled=False
        )

    def _take(self, rows: tuple[RoomRow, ...]) -> None:
        none = tr("There is no room yet. Without rooms only people and times are looked at.")
        self.empty.setText(none if self.location_id else nowhere())
        self.empty.setVisible(not rows)
        self.table.show_rows(rows)
        self.add.set_unavailable("" if self.location_id else nowhere())
        self.change.set_unavailable("" if rows else tr("There is no room yet."))

    def _change(self, at: int) -> None:
        row = self.rows.row(at)
        if row is not None:
            self.open_form(row)

    def open_form(self, row: RoomRow | None) -> None:
        """Ask for a new room, or show one to be changed."""
        form = RoomForm()
        form.fill(row, self.rows.rows)
        title, button = (tr("Add a room"), tr("Add")) if row is None else (tr("Change a room"), tr("Save"))
        self.asking = Asking(self, title, form, button, partial(self._submit, row))
        self.asking.drawer.open(form.name)

    def _submit(self, row: RoomRow | None, asking: Asking) -> None:
        form = asking.form
        if not isinstance(form, RoomForm):
            return
        name, kind, capacity = form.name.text(), form.kind.currentText(), form.capacity.value()

        def done(_made: object) -> None:
            asking.drawer.close_drawer()

        if row is None:
            added = AddRoom(
                location_id=self.location_id, name=name, kind=kind, equipment=form.what.currentData(), capacity=capacity
            )
            self.runner.run(add_room, added, done, asking.fail)
            return
        changed = UpdateRoom(
            room_id=row.id, version=row.version, name=name, kind=kind, capacity=capacity,
            active=form.active.isChecked(),
        )  # fmt: skip
        self.runner.run(update_room, changed, done, asking.fail)


def rooms_cards(runner: Runner, ports: Ports) -> Sequence[QWidget]:
    """The card of the section."""
    return (RoomsCard(runner, ports),)


def _columns() -> tuple[Column[RoomRow], ...]:
    return (
        Column(tr("Name"), lambda row: row.name, ink=lambda row: "text" if row.active else "text3", style="name"),
        Column(tr("Kind"), lambda row: row.kind, width=170),
        Column(tr("What it is"), room_what, width=120),
        Column(tr("At a time"), lambda row: str(row.capacity), align=RIGHT, width=90),
    )
