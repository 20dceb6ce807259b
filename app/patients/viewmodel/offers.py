"""What this room can do with a patient whom a search found."""

from app.core.access import Permission
from app.core.ports import Deed, Offer, Place, Ports
from app.core.text import tr
from app.runner.bridge import Runner

NOTE_KEYS = "Ctrl+Shift+T"


def noting(runner: Runner, ports: Ports) -> Offer:
    """Open the record and write a note there, for who may change it."""

    def offer(patient_id: int) -> Deed | None:
        if runner.person().grant(Permission.EDIT_PATIENT) is None:
            return None
        where = Place("patients", patient_id=patient_id, task="note")
        return Deed("note.found", tr("Take a note"), NOTE_KEYS, lambda: ports.go(where))

    return offer
