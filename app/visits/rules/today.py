"""Of a patient's visits of one day, the one that the desk means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from app.visits.rules.codes import BoardState, Group
from app.visits.rules.states import group_of

_NEARNESS = {Group.HERE: 0, Group.COMING: 1, Group.DONE: 2}


@dataclass(frozen=True, slots=True)
class VisitToday:
    """Whose visit it is, when it begins at the clinic's wall, and where it stands."""

    patient_id: int
    appointment_id: int
    location_id: int
    start: time
    state: BoardState


def one_each(visits: Iterable[VisitToday]) -> dict[int, VisitToday]:
    """One visit for each patient: who is in the house before who comes, and that before what is over.

    Of several alike the earliest, of those that are over the last. Who cancelled does not come.
    """
    found: dict[int, VisitToday] = {}
    for visit in visits:
        before = found.get(visit.patient_id)
        if visit.state is not BoardState.CANCELLED and (before is None or _order(visit) < _order(before)):
            found[visit.patient_id] = visit
    return found


def _order(visit: VisitToday) -> tuple[int, int]:
    minute, group = visit.start.hour * 60 + visit.start.minute, group_of(visit.state)
    return _NEARNESS[group], -minute if group is Group.DONE else minute
