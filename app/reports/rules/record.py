"""A patient's whole record as it is printed: parts with rows of words, nothing to decide any more."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A part of the record: its title, the names of its columns (none: pairs of a name and what stands there), its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """The record of one patient; `printed_at` is the clinic's wall time."""

    name: str
    mrn: str
    clinic: str
    printed_at: datetime
    printed_by: str
    parts: tuple[RecordPart, ...]
