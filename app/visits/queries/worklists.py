"""Every worklist at once: what there is to chase at a place, as the data are now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.errors import Refused
from app.core.ports import Worklist, WorklistRow
from app.core.sessions import ReadSession


@dataclass(frozen=True, slots=True)
class Lists:
    """The worklists that are asked; in the journal they stand by their codes."""

    every: tuple[Worklist, ...]

    def __str__(self) -> str:
        return " ".join(one.code for one in self.every)


@dataclass(frozen=True, slots=True)
class ListRows:
    """One worklist as it is now, most urgent first."""

    code: str
    title: str
    rows: tuple[WorklistRow, ...]


def _patients(found: Iterable[ListRows]) -> tuple[int, ...]:
    ids = (row.patient_id for one in found for row in one.rows)
    return tuple(dict.fromkeys(patient_id for patient_id in ids if patient_id is not None))


@query(Permission.SEARCH_PATIENT, subjects=_patients)
def worklist_rows(
    session: ReadSession, actor: Actor, lists: Lists, location_id: int | None, today: date
) -> tuple[ListRows, ...]:
    """The rows of every worklist at a location, or at all of the actor's. A list that the role may not see is left out."""
    actor.sees(Permission.SEARCH_PATIENT, location_id)
    return tuple(found for one in lists.every if (found := _rows(session, actor, one, location_id, today)))


def _rows(session: ReadSession, actor: Actor, one: Worklist, location_id: int | None, today: date) -> ListRows | None:
    try:
        return ListRows(one.code, one.title(), one.rows(session, actor, location_id, today))
    except Refused:
        return None
