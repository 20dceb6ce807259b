"""The clinic's database, whichever it is: sessions of two kinds, the clock, and the guard of the UI thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import get_ident
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import sessionmaker

from app.core.clock import Clock, SystemClock
from app.core.embedded import embedded_engine, is_locked
from app.core.server import RETRY_STATES, server_engine, server_url, sqlstate
from app.core.sessions import ClinicSession, ReadSession, WriteSession, session_makers

S = TypeVar("S", bound=ClinicSession)


class WrongThread(RuntimeError):
    """The UI thread tried to open a session."""


@dataclass(slots=True)
class Database:
    """One open database. `clinic_key` (32 bytes) seals stored files on both engines; `desk` names this workstation."""

    engine: Engine
    clinic_key: bytes
    clock: Clock = field(default_factory=SystemClock)
    desk: str = "desk"
    path: Path | None = None
    forbidden_threads: set[int] = field(default_factory=set)
    _reads: sessionmaker[ReadSession] = field(init=False)
    _writes: sessionmaker[WriteSession] = field(init=False)

    def __post_init__(self) -> None:
        """Make the two factories once."""
        self._reads, self._writes = session_makers(self.engine)

    @property
    def embedded(self) -> bool:
        """Whether this is the encrypted file rather than a server."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[ReadSession]:
        """A read session; closed at the end. Raises WrongThread on the UI thread."""
        self._guard()
        with self._reads() as session:
            yield self._furnish(session)

    @contextmanager
    def writing(self) -> Iterator[WriteSession]:
        """A write session, inside a transaction that is rolled back unless the runner commits it. Raises WrongThread."""
        self._guard()
        with self._writes() as session:
            yield self._furnish(session, write=True)

    def _furnish(self, session: S, *, write: bool = False) -> S:
        session.wire = session.connection(execution_options={"frontdesk_write": write})  # begins: see core.embedded
        session.now, session.clinic_key, session.desk = self.clock.now(), self.clinic_key, self.desk
        return session

    def _guard(self) -> None:
        if get_ident() in self.forbidden_threads:
            raise WrongThread("the UI thread may not open a session; go through the runner")

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def open_embedded(
    path: Path, key: bytes, *, clock: Clock | None = None, desk: str = "desk", create: bool = False
) -> Database:
    """The encrypted file at `path`. Raises Unavailable in plain words (see embedded.connect) at the first connection."""
    return Database(embedded_engine(path, key, create=create), key, clock or SystemClock(), desk, path)


def open_server(
    url: str,
    clinic_key: bytes,
    *,
    password: str | None = None,
    tls: str = "verify-full",
    authority: str = "",
    clock: Clock | None = None,
    desk: str = "desk",
) -> Database:
    """A PostgreSQL database by URL; the first connection is made when it is first used."""
    return Database(server_engine(server_url(url, password, tls, authority)), clinic_key, clock or SystemClock(), desk)


def is_transient(problem: BaseException) -> bool:
    """Whether the whole command may simply be tried again: lock, deadlock, serialization."""
    return isinstance(problem, DBAPIError) and (is_locked(problem.orig) or sqlstate(problem) in RETRY_STATES)


def is_disconnect(problem: BaseException) -> bool:
    """Whether the connection was lost, so that nobody knows what the server did last."""
    return isinstance(problem, DBAPIError) and (problem.connection_invalidated or sqlstate(problem)[:2] in {"08", "57"})


def is_full(problem: BaseException) -> bool:
    """Whether the disk of the file or of the server has no room left."""
    return isinstance(problem, DBAPIError) and ("disk is full" in str(problem.orig) or sqlstate(problem) == "53100")
