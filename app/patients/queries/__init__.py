"""Questions about patients: search, one record, who looks alike, what is still missing."""

from app.patients.queries.details import Reached, all_details, details_of, reach_of, reached_by
from app.patients.queries.lookalikes import Lookalike, lookalikes
from app.patients.queries.reach import clinic_day, is_elsewhere, today_at
from app.patients.queries.record import (
    NoteRow,
    PatientSummary,
    PersonName,
    born,
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
    "Reached",
    "all_details",
    "born",
    "clinic_day",
    "details_of",
    "is_elsewhere",
    "load_person",
    "lookalikes",
    "names",
    "open_notes",
    "person_of",
    "reach_of",
    "reached_by",
    "search",
    "summary",
    "today_at",
]
