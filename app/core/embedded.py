"""The embedded database: SQLite encrypted by SQLCipher, opened so that nothing is lost and nothing is made by mistake."""

import random
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from app.core.errors import Busy, Unavailable
from app.core.paths import is_network_path

#: the oldest SQLite that has the fixes we rely on (WAL reset and checkpoint corrections)
OLDEST_SQLITE = (3, 51, 3)
#: how long a writer waits for its turn, in seconds
PATIENCE = 10.0
#: statements that a connection keeps prepared; the driver's own 100 fill up, and then it forgets each new one at once
STATEMENTS = 500
_ATTACH = 24  # SQLITE_ATTACH: a plaintext copy could be written through it

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 50",
)


def _no_attach(action: int, *_: object) -> int:
    return 1 if action == _ATTACH else 0


def connect(path: Path, key: bytes, *, create: bool = False) -> Any:  # noqa: ANN401 - the driver has no types
    """One raw connection, keyed by its first statement.

    `key` is 32 raw bytes. Raises Unavailable in plain words for a wrong key, a missing or empty file (unless `create`),
    a network drive, or too old a library; never makes a new database where one was expected.
    """
    check_file(path, create=create)
    mode = "rwc" if create else "rw"
    try:
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=STATEMENTS,
        )
    except sqlcipher.OperationalError as problem:
        raise Unavailable(
            "The clinic's database cannot be opened here.",
            next_step="Check that this computer may write to its folder.",
        ) from problem
    try:
        prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: Any, key: bytes) -> None:  # noqa: ANN401 - the driver has no types
    """Key a raw connection and set its pragmas. Raises Unavailable when the key does not fit."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as problem:
        if "not a database" not in str(problem):
            raise
        raise Unavailable(
            "The key does not fit the clinic's database.",
            next_step="Type the recovery key, or restore from a backup. Nothing was changed.",
        ) from problem
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    connection.set_authorizer(_no_attach)
    cursor.close()


def check_file(path: Path, *, create: bool) -> None:
    """Refuse, in plain words, a path where the embedded database must not or cannot be."""
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise Unavailable("The database library on this computer is too old.", next_step="Install Frontdesk again.")
    if is_network_path(path.parent):
        raise Unavailable(
            "The clinic's database lies on a network drive, where it can be damaged.",
            next_step="Move it to a disk of this computer, or use a database server.",
        )
    if create:
        return
    if not path.exists():
        raise Unavailable(
            "The clinic's database is not where it should be.",
            next_step="Look for a renamed folder or an unplugged disk, or restore from a backup.",
        )
    if path.stat().st_size == 0:
        raise Unavailable("The clinic's database is empty.", next_step="Restore from a backup. Nothing was changed.")


def embedded_engine(path: Path, key: bytes, *, create: bool = False) -> Engine:
    """An engine on the encrypted file. Write transactions take their turn at BEGIN, with a jittered wait of our own."""

    def creator() -> Any:  # noqa: ANN401 - the driver has no types
        return connect(path, key, create=create)

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
    )
    event.listen(engine, "connect", _autocommit)
    event.listen(engine, "begin", _begin)
    return engine


def _autocommit(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are ours: see _begin


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get("frontdesk_write"):
        connection.exec_driver_sql("BEGIN")
        return
    deadline, pause = monotonic() + PATIENCE, 0.002
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        except DatabaseError as problem:
            if not is_locked(problem.orig) or monotonic() > deadline:
                raise _patience_over(problem) from problem
        sleep(random.uniform(0, pause))  # noqa: S311 - a wait, not a secret
        pause = min(pause * 1.5, 0.02)


def _patience_over(problem: DatabaseError) -> Exception:
    if is_locked(problem.orig):
        return Busy("Another window has kept the database busy.", next_step="Try again in a moment. Nothing was saved.")
    return problem


def is_locked(problem: BaseException | None) -> bool:
    """Whether the driver says that somebody else is writing."""
    return isinstance(problem, sqlcipher.OperationalError) and "locked" in str(problem)
