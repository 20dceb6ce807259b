"""The pinboard: visits that are carried from one day to another. Each stands where it stood until it is dropped."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.schedule.queries import AppointmentRow
from app.schedule.viewmodel.hand import Held, Mode


@dataclass(frozen=True, slots=True)
class Pin:
    """A visit on the board, to be moved or to be booked again."""

    visit: AppointmentRow
    copy: bool = False

    @property
    def held(self) -> Held:
        """The pin in hand."""
        return Held(self.visit, self.visit.minutes, Mode.COPY if self.copy else Mode.MOVE, pinned=True)


class Pinboard(QObject):
    """What is pinned, in order. `changed` after every change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pins: tuple[Pin, ...] = ()
        self._location_id = 0

    def stand_at(self, location_id: int) -> None:
        """A location is shown: nothing is carried to another one."""
        if location_id != self._location_id:
            self._location_id = location_id
            self.clear()

    def add(self, pin: Pin) -> bool:
        """Pin a visit; False when it is there already."""
        if any(one.visit.id == pin.visit.id and one.copy == pin.copy for one in self.pins):
            return False
        self.pins = (*self.pins, pin)
        self.changed.emit()
        return True

    def remove(self, visit_id: int, *, copy: bool = False) -> None:
        """Take a pin off; nothing happens when it is not there."""
        rest = tuple(one for one in self.pins if (one.visit.id, one.copy) != (visit_id, copy))
        if rest != self.pins:
            self.pins = rest
            self.changed.emit()

    def clear(self) -> None:
        """Take everything off."""
        if self.pins:
            self.pins = ()
            self.changed.emit()

    def after(self, held: Held | None) -> Pin | None:
        """The pin that comes after what is in hand, or the first one."""
        if not self.pins:
            return None
        own = None if held is None or not held.pinned else (held.visit.id, held.mode is Mode.COPY)
        keys = [(one.visit.id, one.copy) for one in self.pins]
        return self.pins[(keys.index(own) + 1) % len(keys)] if own in keys else self.pins[0]
