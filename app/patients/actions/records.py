"""Rows of patients, below the use cases: registration and import write them the same way. Nothing is checked here."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from app.core.changes import note_bulk, note_row
from app.core.orm import insert_all_unless_there, insert_unless_there
from app.core.sessions import WriteSession
from app.patients.queries.details import details_of
from app.patients.queries.record import person_of
from app.patients.queries.statements import learning, listed
from app.patients.rules.calling import name_pairs, name_words, slips
from app.patients.rules.codes import KeyKind
from app.patients.rules.details import NO_DETAILS, Details
from app.patients.rules.people import Person, name_keys, search_keys
from app.patients.tables import NameKey, NameSlip, Patient, SearchKey
from app.patients.tables.record import MrnCounter

COUNTER = "mrn"
#: the first number given is one more
FIRST_NUMBER = 100_000
#: kinds that registration itself writes; upper rooms' keys stay as they are
OWN_KINDS = (KeyKind.PHONE, KeyKind.EMAIL, KeyKind.NUMBER)
_FIELDS = tuple(field.name for field in fields(Person))
#: words looked up in one statement; below the limit of bound values on every engine
_AT_ONCE = 500
Rows = Sequence[dict[str, Any]]


def next_mrns(session: WriteSession, count: int = 1) -> range:
    """Take `count` medical record numbers; none is given twice, some may be lost with a rolled-back transaction."""
    last = session.ask(_COUNT, counter=COUNTER, taken=count).scalar_one_or_none()
    if last is None:
        session.execute(insert_unless_there(MrnCounter, {"name": COUNTER, "last_number": FIRST_NUMBER}))
        last = session.ask(_COUNT, counter=COUNTER, taken=count).scalar_one()
    note_row(session, MrnCounter, COUNTER, {"last_number": last - count}, {"last_number": last})
    return range(last - count + 1, last + 1)


_COUNT = (
    update(MrnCounter)
    .where(MrnCounter.name == bindparam("counter"))
    .values(last_number=MrnCounter.last_number + bindparam("taken"))
    .returning(MrnCounter.last_number)
)


def patient_values(person: Person, mrn: str, now: datetime) -> dict[str, Any]:
    """The column values of a new row, for one `Patient(**values)` or a bulk insert (then add `version=1`)."""
    family_key, given_key = name_keys(person)
    values = {name: getattr(person, name) for name in _FIELDS}
    return values | {"mrn": mrn, "family_key": family_key, "given_key": given_key, "created_at": now}


def add_patient_row(session: WriteSession, draft: Person, details: Details = NO_DETAILS) -> Patient:
    """Write a patient and their search keys, with the next number. `draft` has been through `cleaned` already.

    `details` are those whose keys are written with it; their rows are the use case's to add.
    """
    (number,) = next_mrns(session)
    patient = Patient(**patient_values(draft, str(number), session.now))
    session.add(patient)
    session.flush()
    write_keys(session, search_rows(patient.id, draft, details))
    write_names(session, name_rows(patient.id, draft, details))
    return patient


# ------------------------------------------------------------------------------------------------------------- keys


def search_rows(patient_id: int, person: Person, details: Details = NO_DETAILS) -> Rows:
    """Phones, e-mails and the old number of a patient as values for a bulk insert into `search_key`."""
    place = person.home_location_id
    return [
        {"patient_id": patient_id, "kind": kind, "key": key, "location_id": place}
        for kind, key in search_keys(person, details)
    ]


def name_rows(patient_id: int, person: Person, details: Details = NO_DETAILS) -> Rows:
    """The words of a patient's names, each beside each other, as values for a bulk insert into `name_key`."""
    place = person.home_location_id
    return [
        {"word": word, "beside": beside, "patient_id": patient_id, "location_id": place, "main": main}
        for word, beside, main in name_pairs(*name_words(person, details.names))
    ]


def write_keys(session: WriteSession, rows: Iterable[dict[str, Any]]) -> None:
    """Insert search keys in bulk. They repeat what the patient's row says, so the journal keeps only that they changed."""
    values = list(rows)
    if values:
        session.connection().execute(_ADD_KEYS, values)
        note_bulk(session, "search_key")


def write_names(session: WriteSession, rows: Iterable[dict[str, Any]]) -> None:
    """Insert words of names in bulk, of one patient or of a whole import; words that are new get their slips."""
    values = list(rows)
    if not values:
        return
    session.connection().execute(_ADD_NAMES, values)
    note_bulk(session, "name_key")
    words = sorted({row["word"] for row in values})
    for at in range(0, len(words), _AT_ONCE):
        _learn_words(session, words[at : at + _AT_ONCE])


def _learn_words(session: WriteSession, words: list[str]) -> None:
    """Keep the words that nobody's name had so far. Another desk may be doing the same: then its row stands."""
    engine = session.wire.dialect.name
    new = session.ask(learning(engine), words=listed(engine, tuple(words))).scalars().all()
    if new:
        rows = [{"slip": slip, "word": word} for word in new for slip in sorted(slips(word))]
        session.connection().execute(_ADD_SLIP, rows)


_ADD_KEYS, _ADD_NAMES = insert(SearchKey), insert(NameKey)
_ADD_SLIP = insert_all_unless_there(NameSlip)


def ask_for_employer(session: WriteSession, patient_id: int, *, asked: bool) -> None:
    """Whether a complete registration names the employer: told by the room that knows what pays for the patient."""
    ask = select(Patient.asks_employer).where(Patient.id == patient_id)
    if session.scalar(ask) is not asked:  # past the version: nobody's open form is older for it
        session.execute(
            update(Patient).where(Patient.id == patient_id).values(asks_employer=asked),
            execution_options={"synchronize_session": False},
        )
        note_bulk(session, "patient", str(patient_id))


# ---------------------------------------------------------------------------------------------------------- changes


def change_patient_row(session: WriteSession, patient: Patient, draft: Person, details: Details = NO_DETAILS) -> None:
    """Change a row to `draft` and its keys with it; `details` are all that the patient has by now."""
    for name in _FIELDS:
        setattr(patient, name, getattr(draft, name))
    patient.family_key, patient.given_key = name_keys(draft)
    session.flush()
    _keep(session, patient.id, search_rows(patient.id, draft, details), name_rows(patient.id, draft, details))


def rewrite_keys(session: WriteSession, patient: Patient) -> None:
    """Make a patient's own keys anew from the row and all that belongs to it, where they are not so already.

    To be called after names or contacts were written past `change_patient_row`. Who was merged away is found by nothing.
    """
    session.flush()
    if patient.merged_into_id is not None:
        _keep(session, patient.id, (), ())
        return
    person, details = person_of(patient), details_of(session, patient.id)
    patient.family_key, patient.given_key = name_keys(person)
    _keep(session, patient.id, search_rows(patient.id, person, details), name_rows(patient.id, person, details))


def _keep(session: WriteSession, patient_id: int, keys: Rows, names: Rows) -> None:
    """Write the keys of a patient anew, those that are others now."""
    mine = (SearchKey.patient_id == patient_id) & SearchKey.kind.in_(OWN_KINDS)
    held = session.execute(select(SearchKey.kind, SearchKey.key, SearchKey.location_id).where(mine))
    if {(row["kind"], row["key"], row["location_id"]) for row in keys} != {tuple(row) for row in held}:
        session.execute(delete(SearchKey).where(mine), execution_options={"synchronize_session": False})
        note_bulk(session, "search_key")
        write_keys(session, keys)
    columns = (NameKey.word, NameKey.beside, NameKey.location_id, NameKey.main)
    stored = session.execute(select(*columns).where(NameKey.patient_id == patient_id))
    if {tuple(row[column.key] for column in columns) for row in names} != {tuple(row) for row in stored}:
        ours = delete(NameKey).where(NameKey.patient_id == patient_id)
        session.execute(ours, execution_options={"synchronize_session": False})
        note_bulk(session, "name_key")
        write_names(session, names)
