"""What the schedule can do with a patient whom a search found."""

from app.core.access import Permission
from app.core.ports import Deed, Offer, Place, Ports
from app.core.text import tr
from app.runner.bridge import Runner

BOOK_KEYS = "Ctrl+Shift+V"


def booking(runner: Runner, ports: Ports) -> Offer:
    """Book a visit where the window stands, for who may."""

    def offer(patient_id: int) -> Deed | None:
        place = ports.here().location_id
        if not runner.person().may(Permission.BOOK, () if place is None else (place,)):
            return None
        where = Place("schedule", patient_id=patient_id, task="book")
        return Deed("calendar_plus.found", tr("Book"), BOOK_KEYS, lambda: ports.go(where))

    return offer
