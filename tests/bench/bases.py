"""A base of many patients on each engine: made once for a process, or kept in a folder of your own between runs.

`python -m tests.bench.build --in FOLDER` makes the one of the figures; with `FRONTDESK_BENCH_FOLDER=FOLDER` every run reads
it. A change of what the tables look like makes a new one.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Boolean, Connection, Engine, Table, create_engine, insert, make_url
from sqlalchemy.schema import CreateIndex, CreateTable, DropIndex

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.core.embedded import connect
from app.patients.actions.records import FIRST_NUMBER, name_rows, patient_values, search_rows
from app.patients.rules.calling import slips
from app.patients.rules.details import Details
from app.patients.tables import NameKey, NameSlip, NameWord, Patient, SearchKey
from app.patients.tables.record import MrnCounter, PatientName
from app.schema import metadata
from app.staff.tables import Location
from tests.bench.people import LOCATIONS, Bred, breed
from tests.support.clinic import ZONE
from tests.support.databases import KEY, NOW, run_on
from tests.support.postgres import throwaway_postgres

#: what the figures are about; a test takes fewer
FULL = 1_000_000
COUNT, FOLDER = "FRONTDESK_BENCH_PATIENTS", "FRONTDESK_BENCH_FOLDER"
_AT_ONCE = 10_000
#: a server that is meant to last: it waits for its disk as a clinic's does
LASTING = ("shared_buffers=256MB", "max_wal_size=4GB")
_TABLES: tuple[Table, ...] = tuple(
    metadata.tables[one.__tablename__]
    for one in (Location, MrnCounter, Patient, PatientName, SearchKey, NameKey, NameWord, NameSlip)
)
_NAME_COLUMNS = ("word", "beside", "patient_id", "location_id", "main")
#: what a column that registration leaves out holds
_BLANK = {
    column.name: column.default.arg
    for column in Patient.__table__.columns
    if column.default is not None and column.default.is_scalar
}


def asked_count() -> int:
    """How many patients this run is about."""
    return int(os.environ.get(COUNT, FULL))


def _named(kind: str, count: int) -> Path:
    """Where a base lies; its name changes with the tables that are filled, so that an older one is no longer read."""
    looks = "".join(
        str(CreateTable(table)) + "".join(sorted(str(CreateIndex(one)) for one in table.indexes)) for table in _TABLES
    )
    return folder() / f"{kind}-{count}-{sha256(looks.encode()).hexdigest()[:8]}"


def is_kept(count: int) -> bool:
    """Whether a run can read a base without making it first."""
    return FOLDER in os.environ and all(_named(kind, count).exists() for kind in ("sqlite", "postgresql"))


@cache
def folder() -> Path:
    """Where bases lie: a folder that goes with the process, or the one that is named in the environment."""
    if named := os.environ.get(FOLDER):
        Path(named).mkdir(parents=True, exist_ok=True)
        return Path(named)
    _GOING.append(tempfile.TemporaryDirectory(prefix="frontdesk-bases-"))
    return Path(_GOING[-1].name)


_GOING: list[tempfile.TemporaryDirectory[str]] = []


# --------------------------------------------------------------------------------------------------------- embedded


@cache
def embedded_base(count: int) -> Path:
    """The encrypted file with so many patients."""
    path = _named("sqlite", count)
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        database = open_embedded(making, KEY, create=True)
        metadata.create_all(database.engine)
        with database.engine.execution_options(frontdesk_write=True).begin() as connection:
            _places(connection, count)
        database.close()
        _fill(making, count)
        making.rename(path)
    database = open_embedded(path, KEY)
    metadata.create_all(database.engine)  # a kept base lacks the tables of rooms that came later
    database.close()
    return path


def _places(connection: Connection, count: int) -> None:
    rows = [{"code": f"L{at}", "name": f"Clinic {at}", "zone": ZONE, "state": "CA"} for at in range(1, LOCATIONS + 1)]
    connection.execute(insert(Location), [{**row, "version": 1} for row in rows])
    connection.execute(insert(MrnCounter), {"name": "mrn", "last_number": FIRST_NUMBER + count})


def _fill(path: Path, count: int) -> None:
    """Write everything raw, the indexes last: in order, and each page once."""
    raw = connect(path, KEY)
    cursor = raw.cursor()
    for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -262144"):
        cursor.execute(f"PRAGMA {pragma}")
    indexes = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    cursor.execute("BEGIN IMMEDIATE")
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    cursor.execute(f"CREATE TEMP TABLE names ({', '.join(_NAME_COLUMNS)})")
    words = _fill_patients(cursor, count)
    cursor.execute("INSERT INTO name_key SELECT * FROM names ORDER BY word, beside, patient_id")
    cursor.execute("DROP TABLE names")
    cursor.executemany("INSERT INTO name_word VALUES (?)", ((word,) for word in sorted(words)))
    pairs = sorted((slip, word) for word in words for slip in slips(word))
    cursor.executemany("INSERT INTO name_slip VALUES (?, ?)", pairs)
    for _, statement in indexes:
        cursor.execute(statement)
    cursor.execute("COMMIT")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def _fill_patients(cursor: Any, count: int) -> set[str]:
    """Patients with all their keys as registration writes them. Gives back every word of their names."""
    words: set[str] = set()
    people = enumerate(breed(count), start=1)
    while batch := list(islice(people, _AT_ONCE)):
        rows = [_patient_row(own, bred) for own, bred in batch]
        columns = tuple(rows[0])
        cursor.executemany(_adding("patient", columns), [tuple(map(_plain, row.values())) for row in rows])
        keys, names, others = list[Any](), list[Any](), list[Any]()
        for own, bred in batch:
            details = Details(names=bred.names)
            keys += [tuple(row.values()) for row in search_rows(own, bred.person, details)]
            keys += [(own, kind, key, None) for kind, key in bred.numbers]
            names += [tuple(row.values()) for row in name_rows(own, bred.person, details)]
            others += [(own, one.use.value, one.family, one.given) for one in bred.names]
        cursor.executemany(_adding("search_key", ("patient_id", "kind", "key", "location_id")), keys)
        cursor.executemany(_adding("names", _NAME_COLUMNS), names)
        cursor.executemany(_adding("patient_name", ("patient_id", "use", "family", "given")), others)
        words.update(row[0] for row in names)
    return words


def _patient_row(own: int, bred: Bred) -> dict[str, Any]:
    return {**_BLANK, **patient_values(bred.person, str(FIRST_NUMBER + own), NOW), "id": own, "version": 1}


def _adding(table: str, columns: Sequence[str]) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})"


def _plain(value: object) -> object:
    """A value as SQLite keeps it."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return int(value) if isinstance(value, bool) else value


# ----------------------------------------------------------------------------------------------------------- server


@contextmanager
def server_base(count: int) -> Iterator[str]:
    """The URL of a server's database with so many patients, copied from the file."""
    kept = _named("postgresql", count) if FOLDER in os.environ else None
    with throwaway_postgres(LASTING, kept) as url:
        base = at(url, "base")
        if kept is None or not (kept / "filled").exists():
            run_on(url, "DROP DATABASE IF EXISTS base", "CREATE DATABASE base")
            _copy(embedded_base(count), base)
            if kept is not None:
                (kept / "filled").touch()
        engine = _engine(base)
        metadata.create_all(engine)
        engine.dispose()
        yield base


def _engine(url: str) -> Engine:
    return create_engine(make_url(url).set(drivername="postgresql+psycopg"))


def at(url: str, database: str) -> str:
    """The URL of another database on the same server."""
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def _copy(path: Path, url: str) -> None:
    engine = _engine(url)
    metadata.create_all(engine)
    with engine.begin() as connection:
        for index in (index for table in _TABLES for index in table.indexes):
            connection.execute(DropIndex(index))
    cursor = connect(path, KEY).cursor()
    with psycopg.connect(url) as server:
        server.execute("SET session_replication_role = replica")  # foreign keys hold already
        for table in _TABLES:
            _copy_table(cursor, server, table)
    with engine.begin() as connection:
        for index in (index for table in _TABLES for index in table.indexes):
            connection.execute(CreateIndex(index))
    engine.dispose()
    run_on(url, "VACUUM ANALYZE")


def _copy_table(cursor: Any, server: psycopg.Connection[Any], table: Table) -> None:
    columns = list(table.columns)
    names = ", ".join(f'"{column.name}"' for column in columns)
    bools = [at for at, column in enumerate(columns) if isinstance(column.type, Boolean)]
    with server.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in cursor.execute(f"SELECT {names} FROM {table.name}"):
            values = list(row)
            for at in bools:
                values[at] = bool(values[at])
            copy.write_row(values)
    if "id" in table.columns:
        server.execute(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}")


# ------------------------------------------------------------------------------------------------------------- both


@contextmanager
def bases(count: int) -> Iterator[dict[str, Database]]:
    """Both bases opened, by engine, to be read alone."""
    with ExitStack() as stack:
        embedded = open_embedded(embedded_base(count), KEY, clock=FixedClock(NOW))
        stack.callback(embedded.close)
        server = _served(stack.enter_context(server_base(count)))
        stack.callback(server.close)
        yield {"sqlite": embedded, "postgresql": server}


def _served(url: str) -> Database:
    return open_server(url, KEY, tls="local", clock=FixedClock(NOW))


@contextmanager
def written_base(count: int, engine: str) -> Iterator[tuple[Database, Any]]:
    """A copy of one base that may be written into, and a raw cursor without transactions of its own on a twin of it."""
    with ExitStack() as stack:
        if engine == "sqlite":
            copies = [Path(shutil.copy(embedded_base(count), folder() / name)) for name in ("mine", "twin")]
            for one in copies:
                stack.callback(_forget, one)
            for one in copies:  # else the first commits wait for the whole copy to reach the disk
                with one.open("rb+") as written:
                    os.fsync(written.fileno())
            database, raw = open_embedded(copies[0], KEY, clock=FixedClock(NOW)), connect(copies[1], KEY)
        else:
            url = stack.enter_context(server_base(count))
            for name in ("mine", "twin"):
                run_on(at(url, "postgres"), f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE base")
                stack.callback(run_on, at(url, "postgres"), f"DROP DATABASE {name} WITH (FORCE)")
            database, raw = _served(at(url, "mine")), psycopg.connect(at(url, "twin"), autocommit=True)
        stack.callback(raw.close)
        stack.callback(database.close)
        yield database, raw.cursor()


def _forget(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
