"""Rows of patients, below the use cases: registration and import write them the same way. Nothing is checked here."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from app.core.changes import note_bulk
from app.core.sessions import WriteSession
from app.patients.rules import KeyKind, Person, search_keys
from app.patients.rules.people import name_keys
from app.patients.tables import MrnCounter, Patient, SearchKey

COUNTER = "mrn"
#: the first number given is one more
FIRST_NUMBER = 100_000
#: kinds that registration itself writes; upper rooms' keys stay as they are
OWN_KINDS = (KeyKind.NAME, KeyKind.PHONE, KeyKind.EMAIL, KeyKind.NUMBER)


def next_mrns(session: WriteSession, count: int = 1) -> range:
    """Take `count` medical record numbers; none is given twice, some may be lost with a rolled-back transaction."""
    counter = session.get(MrnCounter, COUNTER, with_for_update=True)
    if counter is None:
        counter = MrnCounter(name=COUNTER, last_number=FIRST_NUMBER)
        session.add(counter)
    first = counter.last_number + 1
    counter.last_number += count
    return range(first, first + count)


def patient_values(person: Person, mrn: str, now: datetime) -> dict[str, Any]:
    """The column values of a new row, for one `Patient(**values)` or a bulk insert (then add `version=1`)."""
    family_key, given_key = name_keys(person)
    return {**asdict(person), "mrn": mrn, "family_key": family_key, "given_key": given_key, "created_at": now}


def add_patient_row(session: WriteSession, draft: Person) -> Patient:
    """Write a patient and their search keys, with the next number. `draft` has been through `cleaned` already."""
    (number,) = next_mrns(session)
    patient = Patient(**patient_values(draft, str(number), session.now))
    session.add(patient)
    session.flush()
    write_keys(session, search_rows(patient.id, draft))
    return patient


def search_rows(patient_id: int, person: Person) -> list[dict[str, Any]]:
    """The search keys of a patient as values for a bulk insert into `search_key`."""
    return [{"patient_id": patient_id, "kind": kind, "key": key} for kind, key in search_keys(person)]


def write_keys(session: WriteSession, rows: Iterable[dict[str, Any]]) -> None:
    """Insert search keys in bulk. They repeat what the patient's row says, so the journal keeps only that they changed."""
    values = list(rows)
    if values:
        session.execute(insert(SearchKey), values)
        note_bulk(session, "search_key")


def change_patient_row(session: WriteSession, patient: Patient, draft: Person) -> None:
    """Change a row to `draft` and its keys with it."""
    for name, value in asdict(draft).items():
        setattr(patient, name, value)
    patient.family_key, patient.given_key = name_keys(draft)
    wanted = {(row["kind"], row["key"]) for row in search_rows(patient.id, draft)}
    mine = select(SearchKey.kind, SearchKey.key).where(
        SearchKey.patient_id == patient.id, SearchKey.kind.in_(OWN_KINDS)
    )
    if wanted != {(row.kind, row.key) for row in session.execute(mine)}:
        session.execute(
            delete(SearchKey).where(SearchKey.patient_id == patient.id, SearchKey.kind.in_(OWN_KINDS)),
            execution_options={"synchronize_session": False},
        )
        write_keys(session, search_rows(patient.id, draft))
    session.flush()
