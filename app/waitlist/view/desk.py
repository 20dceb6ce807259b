"""What the other rooms ask of this one: whom to call for a hole, and to put somebody on the list."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.access import Permission
from app.core.ports import Ports, WorklistRow
from app.core.text import tr
from app.runner.bridge import Runner
from app.waitlist.view.entry import EntryDrawer
from app.waitlist.view.ladder import LadderDrawer


@dataclass(frozen=True, slots=True)
class WaitDesk:
    """Opens this room's drawers over a window."""

    window: QWidget
    runner: Runner
    ports: Ports

    def _may(self) -> bool:
        if self.runner.person().grant(Permission.BOOK) is None:
            self.ports.announce(tr("Your role does not book visits."))
            return False
        return True

    def fill(self, appointment_id: int) -> None:
        """Whom to call for the time that a visit gave back."""
        if self._may():
            LadderDrawer(self.window, self.runner, self.ports).begin_at(appointment_id)

    def hole(self, row: WorklistRow) -> None:
        """Whom to call for a hole of the worklist."""
        if self._may():
            LadderDrawer(self.window, self.runner, self.ports).begin(int(row.task))

    def wait(self, patient_id: int, instead: int | None) -> None:
        """Put a patient on the list of where the window stands, perhaps for an earlier time than that of a visit."""
        location_id = self.ports.here().location_id
        if location_id is None:
            self.ports.announce(tr("The waitlist is one location’s. Choose one above (Ctrl+Shift+L)."))
        elif self._may():
            EntryDrawer(self.window, self.runner, self.ports).begin(patient_id, location_id, instead=instead)

    def entry(self, row: WorklistRow) -> None:
        """What somebody on the list would take."""
        if row.patient_id is not None and self._may():
            EntryDrawer(self.window, self.runner, self.ports).begin(row.patient_id, 0, entry_id=int(row.task))
