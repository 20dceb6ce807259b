"""The form of a visit type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QSpinBox

from app.core.text import tr
from app.kit import theme
from app.kit.form import Form
from app.kit.icons import ring_pixmap
from app.kit.lists import tick_lines, ticked_lines
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
        lines = [(who.short, who.id) for who in people]
        tick_lines(self.people, lines, row.practitioner_ids if row is not None else (), MOST_PEOPLE)

    def traits(self) -> dict[str, object]:
        """The fields of a command."""
        told = {name: value for name, value in self.values().items() if name not in ("code", "active")}
        told["together"] = told["together"] or None
        return {**told, "practitioner_ids": ticked_lines(self.people)}


def _choices(field: QComboBox, words: Mapping[K, str]) -> None:
    field.clear()
    for value, said in words.items():
        field.addItem(said, value)
