"""The base of the figures is written past the program: it must hold what registration would have written."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.core.database import Database, open_embedded
from app.patients.actions.records import name_rows, search_rows
from app.patients.queries.search import search
from app.patients.rules.calling import slips
from app.patients.rules.codes import KeyKind
from app.patients.rules.details import Details
from app.patients.tables import NameKey, NameSlip, NameWord, Patient, SearchKey
from tests.bench import bases
from tests.bench.people import breed
from tests.support.clinic import ANYONE
from tests.support.databases import KEY
from tests.support.postgres import PostgresMissing

PEOPLE = 300


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder of its own for the bases of this module; the server's account can go into it, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bases-") as folder, pytest.MonkeyPatch.context() as patch:
        Path(folder).chmod(0o755)
        patch.setenv(bases.FOLDER, folder)
        bases.folder.cache_clear()
        yield Path(folder)
    bases.folder.cache_clear()
    bases.embedded_base.cache_clear()


@pytest.fixture(scope="module")
def base(place: Path) -> Iterator[Database]:
    """A small base on file."""
    opened = open_embedded(bases.embedded_base(PEOPLE), KEY)
    yield opened
    opened.close()


def stored(base: Database, *columns: Any) -> set[tuple[Any, ...]]:
    with base.reading() as session:
        return {tuple(row) for row in session.execute(select(*columns))}


def test_everybody_is_found_by_what_registration_would_have_written(base: Database) -> None:
    own = {KeyKind.PHONE, KeyKind.EMAIL, KeyKind.NUMBER}
    everybody = [(at, one.person, Details(names=one.names)) for at, one in enumerate(breed(PEOPLE), start=1)]
    names = {tuple(row.values()) for one in everybody for row in name_rows(*one)}
    assert stored(base, NameKey.word, NameKey.beside, NameKey.patient_id, NameKey.location_id, NameKey.main) == names
    keys = {tuple(row.values()) for one in everybody for row in search_rows(*one)}
    columns = (SearchKey.patient_id, SearchKey.kind, SearchKey.key, SearchKey.location_id)
    assert {row for row in stored(base, *columns) if row[1] in own} == keys
    words = {word for word, *_ in names}
    assert stored(base, NameWord.word) == {(word,) for word in words}
    assert stored(base, NameSlip.slip, NameSlip.word) == {(slip, word) for word in words for slip in slips(word)}
    assert len(stored(base, Patient.id, Patient.mrn)) == PEOPLE


def test_both_engines_hold_the_same_and_the_server_s_stays(base: Database, place: Path) -> None:
    columns = (Patient.id, Patient.family, Patient.given_key, Patient.birth_date, Patient.phone, Patient.version)
    try:
        for _ in range(2):  # made, then read again
            with bases.bases(PEOPLE) as opened:
                assert stored(opened["postgresql"], *columns) == stored(base, *columns)
                with opened["postgresql"].reading() as session:
                    assert search(session, ANYONE, "smi").hits
    except PostgresMissing:
        pytest.skip("PostgreSQL is not installed")
    assert bases.is_kept(PEOPLE)
    assert not bases.is_kept(PEOPLE + 1)
