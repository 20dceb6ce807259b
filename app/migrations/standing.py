"""How a database's schema stands to this program; light, so that the window's start need not import Alembic."""

from enum import StrEnum

from sqlalchemy import inspect, text

from app.core.database import Database
from app.core.errors import Unavailable
from app.migrations import HEAD


class State(StrEnum):
    """How a database's schema stands to this program."""

    EMPTY = "empty"
    OLD = "old"
    CURRENT = "current"
    NEWER = "newer"


def revision(database: Database) -> str | None:
    """The revision that is in the database, or None when it holds nothing yet."""
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found


def state(database: Database) -> State:
    """Compare the database's revision with the program's."""
    found = revision(database)
    if found is None:
        return State.EMPTY
    if found == HEAD:
        return State.CURRENT
    return State.OLD if found < HEAD else State.NEWER


def require_current(database: Database) -> None:
    """Let only a database of this program's revision pass. Raises Unavailable with who has to do what."""
    match state(database):
        case State.NEWER:
            raise Unavailable(
                "The clinic's data belong to a newer Frontdesk than this one.",
                next_step="Update Frontdesk on this computer. Nothing was read or changed.",
            )
        case State.OLD:
            raise Unavailable(
                "The clinic's data belong to an older Frontdesk.",
                next_step="Somebody from IT runs `frontdesk migrate` once; it makes a backup first.",
            )
        case State.EMPTY:
            raise Unavailable("There is no clinic in this database yet.", next_step="Set one up with `frontdesk init`.")
        case State.CURRENT:
            return
