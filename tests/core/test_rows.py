"""A row that is written at once is written, kept in the journal and guarded as one that is flushed."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm.exc import StaleDataError

from app.core.changes import HIDDEN, Change, changes
from app.core.database import Database
from app.core.rows import add_row, change_row
from app.core.sessions import WriteSession
from app.staff.tables import Location, User
from tests.support.databases import NOW

PLACE = {"code": "VIS", "name": "Visalia", "zone": "America/Los_Angeles"}
PERSON = {"user_name": "ana", "display_name": "Ana Ruiz", "password_hash": "argon", "created_at": NOW}


def heard(database: Database, write: Callable[[WriteSession], Any]) -> list[Change]:
    """What the journal would keep of it; nothing stays in the database."""
    with database.writing() as session:
        write(session)
        session.flush()
        return changes(session).rows


def place(session: WriteSession) -> Location:
    """A location that was there before: the journal is told of what comes after it."""
    row = Location(**PLACE)
    session.add(row)
    session.flush()
    changes(session).clear()
    return row


@pytest.mark.parametrize(("kind", "values"), [(Location, PLACE), (User, PERSON)])
def test_a_new_row_is_told_as_a_flushed_one(database: Database, kind: type[Any], values: dict[str, Any]) -> None:
    def differs(one: Change) -> tuple[Any, ...]:
        return one.table, one.before, {name: value for name, value in one.after.items() if name != "id"}

    (written,) = heard(database, lambda session: add_row(session, kind, **values))
    (flushed,) = heard(database, lambda session: session.add(kind(**values)))
    assert differs(written) == differs(flushed)
    assert written.key == str(written.after["id"])


def test_a_secret_stays_one(database: Database) -> None:
    def write(session: WriteSession) -> None:
        change_row(session, session.get_one(User, add_row(session, User, **PERSON)), password_hash="another")

    added, changed = heard(database, write)
    assert added.after["password_hash"] == HIDDEN
    assert (changed.before, changed.after) == ({"password_hash": HIDDEN}, {"password_hash": HIDDEN})


def test_the_key_finds_the_row_with_its_defaults(database: Database) -> None:
    with database.writing() as session:
        row = session.get_one(Location, add_row(session, Location, **PLACE))
        assert (row.code, row.phone, row.active, row.version) == ("VIS", "", True, 1)


def test_a_changed_row_is_told_as_a_flushed_one(database: Database) -> None:
    def by_flush(session: WriteSession) -> None:
        row = place(session)
        row.name, row.phone = "Visalia – Main Street", ""

    written = heard(
        database, lambda session: change_row(session, place(session), name="Visalia – Main Street", phone="")
    )
    flushed = heard(database, by_flush)
    assert [(one.before, one.after) for one in written] == [(one.before, one.after) for one in flushed]
    assert [one.before for one in written] == [{"name": "Visalia"}]


def test_the_row_in_hand_is_the_row_in_the_database(database: Database) -> None:
    with database.writing() as session:
        row = place(session)
        row.phone = "555"  # still to be flushed
        change_row(session, row, name="Tulare")
        row.city = "Tulare"
        session.flush()
        stored = session.execute(select(Location.name, Location.phone, Location.city, Location.version)).one()
    assert stored == (row.name, row.phone, row.city, row.version) == ("Tulare", "555", "Tulare", 4)


def test_nothing_is_written_where_nothing_differs(database: Database) -> None:
    with database.writing() as session:
        row = place(session)
        change_row(session, row, name=row.name)
        assert (row.version, changes(session).rows) == (1, [])


def test_a_row_that_somebody_changed_since_is_refused(database: Database) -> None:
    with database.writing() as session:
        row = place(session)
        session.execute(update(Location).values(version=7), execution_options={"synchronize_session": False})
        with pytest.raises(StaleDataError):
            change_row(session, row, name="Tulare")
        assert (row.name, changes(session).rows) == ("Visalia", [])
