"""The form of a visit type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QSpinBox

from app.core.text import tr
from app.kit import theme
from app.kit.form import Form
from app.kit.icons import ring_pixmap
from app.kit.lists import as_lines
from app.schedule.queries.catalog import RoomRow, TypeRow
from app.schedule.viewmodel.setup import kinds, tones, whom
from app.schedule.viewmodel.words import TONES
from app.staff.queries import PractitionerRow

K = TypeVar("K")
#: so many people are seen at once
MOST_PEOPLE = 4
#: the full disc that shows a colour
SWATCH = "full"


class TypeForm(Form):
    """Everything about a visit type. `together` 0: as many as the therapist has side by side."""

    ui = "schedule/visit_type.ui"
    name: QLineEdit
    code: QLineEdit
    kind: QComboBox
    for_whom: QComboBox
    minutes: QSpinBox
    buffer_before: QSpinBox
    buffer_after: QSpinBox
    lead_hours: QSpinBox
    together: QSpinBox
    room_kind: QComboBox
    equipment_kind: QComboBox
    colour: QComboBox
    people: QListWidget
    active: QCheckBox

    def fill(self, row: TypeRow | None, people: Sequence[PractitionerRow], rooms: Sequence[RoomRow]) -> None:
        """Show a type; None: an empty form for a new one."""
        _choices(self.kind, kinds())
        _choices(self.for_whom, whom())
        _choices(self.colour, tones())
        for number in range(1, self.colour.count()):
            edge = TONES[self.colour.itemData(number)][0]
            self.colour.setItemIcon(number, QIcon(ring_pixmap(SWATCH, theme.px(16), edge)))
        for field, equipment, none in (
            (self.room_kind, False, tr("No room of its own")),
            (self.equipment_kind, True, tr("No equipment")),
        ):
            held = row and (row.equipment_kind if equipment else row.room_kind)
            known = {one.kind for one in rooms if one.equipment is equipment and one.active} | (
                {held} if held else set()
            )
            _choices(field, {"": none, **{one: one for one in sorted(known)}})
        self.together.setSpecialValueText(tr("As many as side by side"))
        self.minutes.setValue(45)
        self.active.setChecked(True)
        if row is not None:
            self.set_values({name: getattr(row, name) for name in TypeRow.__slots__})
            self.together.setValue(row.together or 0)
        self.code.setEnabled(row is None)
        self.active.setVisible(row is not None)
        self._tick(people, row.practitioner_ids if row is not None else ())

    def _tick(self, people: Sequence[PractitionerRow], ticked: tuple[int, ...]) -> None:
        as_lines(self.people, min(MOST_PEOPLE, max(1, len(people))))
        for who in people:
            item = QListWidgetItem(who.short, self.people)
            item.setData(Qt.ItemDataRole.UserRole, who.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if who.id in ticked else Qt.CheckState.Unchecked)
        self.people.setCurrentRow(0)

    def ticked(self) -> tuple[int, ...]:
        """Who may do it."""
        items = [self.people.item(number) for number in range(self.people.count())]
        return tuple(one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() is Qt.CheckState.Checked)

    def traits(self) -> dict[str, object]:
        """The fields of a command."""
        told = {name: value for name, value in self.values().items() if name not in ("code", "active")}
        told["together"] = told["together"] or None
        return {**told, "practitioner_ids": self.ticked()}


def _choices(field: QComboBox, words: Mapping[K, str]) -> None:
    field.clear()
    for value, said in words.items():
        field.addItem(said, value)
