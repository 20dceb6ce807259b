"""Every place in the database that points at a patient, found from the tables themselves, so that none is forgotten."""

from collections.abc import Iterator

from sqlalchemy import Column, Table

from app.core.orm import Base

#: what a merge leaves where it is, and why
LEFT = {
    "patient": "a record merged before finds the survivor by way of this one",
    "patient_merge": "tells what happened to a record, not what belongs to it",
    "duplicate_pair": "speaks of two records, not of one",
    "name_key": "made from the names that the survivor holds then",
    "search_key": "the survivor's keys are made from what it holds then; numbers given by others are moved apart",
    "glass_break": "opened one record, for an hour",
    "confidential_contact": "one a patient; it goes over only where the survivor has none",
}


def pointers() -> Iterator[tuple[Table, Column[int]]]:
    """The tables whose rows a merge moves, each with the column that points at a patient, by name."""
    for table in sorted(Base.metadata.tables.values(), key=lambda one: one.name):
        if table.name in LEFT:
            continue
        for column in table.columns:
            if any(key.column.table.name == "patient" for key in column.foreign_keys):
                yield table, column


def key_of(table: Table) -> Column[int]:
    """The one key column of a table that a merge moves. Raises ValueError for a table with another kind of key."""
    (key,) = table.primary_key.columns
    return key


def rides_on_visit(table: Table) -> bool:
    """Whether the rows of a table hang on an appointment, so that they go where it goes."""
    return table.name != "appointment" and "appointment_id" in table.columns
