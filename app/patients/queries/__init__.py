"""Questions about patients: search, one record, who looks alike, what is still missing."""

from app.patients.queries.lookalikes import Lookalike, lookalikes
from app.patients.queries.record import (
    NoteRow,
    PatientSummary,
    PersonName,
    load_person,
    names,
    open_notes,
    person_of,
    summary,
)
from app.patients.queries.search import PatientHit, search
from app.patients.queries.worklist import IncompleteRegistrations

__all__ = [
    "IncompleteRegistrations",
    "Lookalike",
    "NoteRow",
    "PatientHit",
    "PatientSummary",
    "PersonName",
    "load_person",
    "lookalikes",
    "names",
    "open_notes",
    "person_of",
    "search",
    "summary",
]
