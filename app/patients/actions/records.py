"""Rows of patients, below the use cases: registration and import write them the same way. Nothing is checked here."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.core.changes import note_bulk
from app.core.sessions import WriteSession
from app.patients.rules.codes import KeyKind
from app.patients.rules.details import NO_DETAILS, Details
from app.patients.rules.people import Person, detail_keys, name_keys, search_keys
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


def add_patient_row(session: WriteSession, draft: Person, details: Details = NO_DETAILS) -> Patient:
    """Write a patient and their search keys, with the next number. `draft` has been through `cleaned` already.

    `details` are those whose keys are written with it; their rows are the use case's to add.
    """
    (number,) = next_mrns(session)
    patient = Patient(**patient_values(draft, str(number), session.now))
    session.add(patient)
    session.flush()
    write_keys(session, search_rows(patient.id, draft, details))
    return patient


def search_rows(patient_id: int, person: Person, details: Details = NO_DETAILS) -> list[dict[str, Any]]:
    """The search keys of a patient as values for a bulk insert into `search_key`."""
    every = dict.fromkeys((*search_keys(person), *detail_keys(details)))
    return [{"patient_id": patient_id, "kind": kind, "key": key} for kind, key in every]


def write_keys(session: WriteSession, rows: Iterable[dict[str, Any]]) -> None:
    """Insert search keys in bulk. They repeat what the patient's row says, so the journal keeps only that they changed."""
    values = list(rows)
    if values:
        session.execute(insert(SearchKey), values)
        note_bulk(session, "search_key")


def ask_for_employer(session: WriteSession, patient_id: int, *, asked: bool) -> None:
    """Whether a complete registration names the employer: told by the room that knows what pays for the patient."""
    ask = select(Patient.asks_employer).where(Patient.id == patient_id)
    if session.scalar(ask) is not asked:  # past the version: nobody's open form is older for it
        session.execute(
            update(Patient).where(Patient.id == patient_id).values(asks_employer=asked),
            execution_options={"synchronize_session": False},
        )
        note_bulk(session, "patient", str(patient_id))


def change_patient_row(session: WriteSession, patient: Patient, draft: Person, details: Details = NO_DETAILS) -> None:
    """Change a row to `draft` and its keys with it; `details` are all that the patient has by now."""
    for name, value in asdict(draft).items():
        setattr(patient, name, value)
    patient.family_key, patient.given_key = name_keys(draft)
    rows = search_rows(patient.id, draft, details)
    mine = select(SearchKey.kind, SearchKey.key).where(
        SearchKey.patient_id == patient.id, SearchKey.kind.in_(OWN_KINDS)
    )
    if {(row["kind"], row["key"]) for row in rows} != {(row.kind, row.key) for row in session.execute(mine)}:
        session.execute(
            delete(SearchKey).where(SearchKey.patient_id == patient.id, SearchKey.kind.in_(OWN_KINDS)),
            execution_options={"synchronize_session": False},
        )
        write_keys(session, rows)
    session.flush()
