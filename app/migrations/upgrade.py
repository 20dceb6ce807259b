"""Bringing a database to the newest revision: never without a verified backup, never a newer one than the program knows."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from app.core.database import Database
from app.core.errors import Unavailable
from app.migrations.standing import State, require_current, revision, state

#: one desk at a time may change the schema of a server (any number of ours)
_LOCK = 7_203_411


def upgrade(database: Database, backup: Callable[[], Path] | None = None, to: str = "head") -> str:
    """Run the missing revisions, after `backup` has made and verified a copy. Returns the revision reached.

    Raises Unavailable for a database of a newer program, or one with data and no way to back it up.
    """
    stands = state(database)
    if stands is State.NEWER:
        require_current(database)
    if stands is State.OLD and database.embedded:
        if backup is None:
            raise Unavailable("A backup is needed before the data are changed.", next_step="Name a backup folder.")
        backup()
    _run(database, lambda config: command.upgrade(config, to))
    return revision(database) or ""


def downgrade(database: Database, to: str) -> None:
    """Go back to an older revision; for tests and for support, never from the window."""
    _run(database, lambda config: command.downgrade(config, to))


def config_for(connection: Connection) -> Config:
    """Alembic's configuration without any file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def _run(database: Database, step: Callable[[Config], None]) -> None:
    """All steps in one transaction: a migration that is cut short leaves the database as it was."""
    with database.engine.execution_options(frontdesk_write=True).begin() as connection:
        if not database.embedded:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        step(config_for(connection))


def grant_program_role(connection: Connection, role: str) -> None:
    """Let the program's role work on the owner's tables; of the journal it may only read and append.

    `role` is quoted as an identifier. The program's role owns nothing, so it cannot switch a trigger off.
    """
    name = connection.dialect.identifier_preparer.quote(role)
    for statement in (
        "GRANT USAGE ON SCHEMA public TO {name}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}",
        "REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM {name}",
        "REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {name}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    ):
        connection.execute(text(statement.format(name=name)))
