"""Whether somebody is on the phone: then no record is shown before the caller was known."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.ports import Place

#: within this time one caller is not asked twice about the same patient
KNOWN_FOR = timedelta(minutes=15)
Go = Callable[[], None]


class PhoneCall(QObject):
    """One for a window, `on` until it is switched off or the window is locked; never kept.

    `asked` (patient id, the search that led there, what to do once the caller is known): somebody has to ask.
    """

    changed = Signal()
    asked = Signal(object, str, object)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.on = False
        self._typed = ""
        self._known: dict[int, datetime] = {}

    def toggle(self) -> None:
        """Somebody called, or has hung up."""
        self._set(not self.on)

    def end(self) -> None:
        """Nobody is on the phone: the window was locked, or somebody else sits at it."""
        self._set(False)

    def _set(self, on: bool) -> None:
        self._typed = ""
        self._known.clear()
        if on is not self.on:
            self.on = on
            self.changed.emit()

    def hear(self, typed: str) -> None:
        """The search that leads to the next place."""
        self._typed = typed

    def know(self, patient_id: int) -> None:
        """The caller was known as this patient, or as somebody who speaks for them."""
        self._known[patient_id] = self._now()

    def admit(self, place: Place, go: Go) -> None:
        """Go on at once, or once the caller is known where the place shows a patient."""
        typed, self._typed = self._typed, ""
        patient_id = place.patient_id
        if not self.on or patient_id is None:
            go()
        elif place.known or self._is_known(patient_id):
            self.know(patient_id)
            go()
        else:
            self.asked.emit(patient_id, typed, go)

    def _is_known(self, patient_id: int) -> bool:
        since = self._known.get(patient_id)
        return since is not None and self._now() - since < KNOWN_FOR
