"""The two kinds of session: one that reads and one that writes. Nothing else talks to the database."""

from datetime import datetime
from typing import Any, TypeVarTuple, overload

from sqlalchemy import Executable
from sqlalchemy.engine import Connection, CursorResult, Engine
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.sql.selectable import TypedReturnsRows

Columns = TypeVarTuple("Columns")


class ClinicSession(Session):
    """What both kinds know: the instant they began, the clinic's key for sealing files, the desk, their connection."""

    now: datetime
    clinic_key: bytes
    desk: str
    wire: Connection

    @overload
    def ask(self, statement: TypedReturnsRows[*Columns], /, **values: object) -> CursorResult[*Columns]: ...
    @overload
    def ask(self, statement: Executable, /, **values: object) -> CursorResult[*tuple[Any, ...]]: ...
    def ask(self, statement: Executable, /, **values: object) -> CursorResult[*tuple[Any, ...]]:
        """Plain rows of a statement that is built once, past the mapper, which costs as much again.

        What is pending is written first, as `execute` does. `values` fill the statement's named places.
        """
        self.flush()
        return self.wire.execute(statement, values)

    def hold(self, rows: Executable, /, **values: object) -> None:
        """Lock these rows until the transaction ends. A lock of the server's: the embedded engine's writer is alone."""
        if self.wire.dialect.name != "sqlite":
            self.ask(rows, **values).close()


class ReadSession(ClinicSession):
    """A session that only reads; a flush raises."""

    def flush(self, objects: object = None) -> None:
        """Refuse to write. Raises RuntimeError when something was changed through it."""
        if self.new or self.dirty or self.deleted:
            raise RuntimeError("a read session was asked to write")


class WriteSession(ClinicSession):
    """A session inside the runner's one transaction. Actions add and change rows; only the runner ends it."""


def session_makers(engine: Engine) -> tuple[sessionmaker[ReadSession], sessionmaker[WriteSession]]:
    """Factories of both kinds on one engine."""
    reads = sessionmaker(engine, class_=ReadSession, expire_on_commit=False, autoflush=False)
    return reads, sessionmaker(engine, class_=WriteSession, expire_on_commit=False)
