"""The two kinds of session: one that reads and one that writes. Nothing else talks to the database."""

from datetime import datetime

from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, sessionmaker


class ClinicSession(Session):
    """What both kinds know: the instant they began, the clinic's key for sealing files, the desk."""

    now: datetime
    clinic_key: bytes
    desk: str


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
    reads = sessionmaker(
        engine.execution_options(frontdesk_write=False), class_=ReadSession, expire_on_commit=False, autoflush=False
    )
    writes = sessionmaker(engine.execution_options(frontdesk_write=True), class_=WriteSession, expire_on_commit=False)
    return reads, writes
