"""Every revision goes up, down and up again, with data in it, and ends at the mapped tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, make_url, text
from sqlalchemy.exc import DBAPIError

from app.core.database import Database, open_embedded, open_server
from app.core.errors import Unavailable
from app.migrations import HEAD
from app.migrations.upgrade import (
    State,
    config_for,
    downgrade,
    grant_program_role,
    require_current,
    revision,
    state,
    upgrade,
)
from app.schema import metadata
from tests.support.clinic import seed
from tests.support.databases import KEY, run_on


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        database = open_embedded(tmp_path / "empty.db", KEY, create=True)
        yield database
        database.close()
        return
    url = str(request.getfixturevalue("postgres_url"))
    run_on(url, "CREATE DATABASE revisions")
    database = open_server(
        make_url(url).set(database="revisions").render_as_string(hide_password=False), KEY, tls="local"
    )
    yield database
    database.close()
    run_on(url, "DROP DATABASE revisions WITH (FORCE)")


def shape(database: Database) -> dict[str, object]:
    """Tables, columns, indexes and triggers, to compare."""
    inspector = inspect(database.engine)
    found: dict[str, object] = {
        name: (
            sorted((column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(name)),
            sorted(str(index["name"]) for index in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
    }
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if database.embedded
        else "SELECT tgname FROM pg_trigger"
    )
    with database.engine.connect() as connection:
        found["triggers"] = sorted(row[0] for row in connection.execute(text(names)) if "RI_" not in row[0])
    return found


def test_up_down_up_with_data_in_it(empty: Database, tmp_path: Path) -> None:
    assert state(empty) is State.EMPTY
    assert upgrade(empty) == HEAD
    first = shape(empty)
    seed(empty)
    downgrade(empty, "base")
    assert set(inspect(empty.engine).get_table_names()) <= {"alembic_version"}
    upgrade(empty, lambda: tmp_path)
    assert shape(empty) == first
    assert state(empty) is State.CURRENT
    require_current(empty)


def test_the_newest_revision_is_the_mapped_tables(empty: Database) -> None:
    upgrade(empty)
    with empty.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        script = ScriptDirectory.from_config(config_for(connection))
        assert script.get_current_head() == HEAD


def test_the_engines_own_words_are_those_of_the_mapped_tables(empty: Database) -> None:
    """Triggers, functions and partial indexes: word for word, however the tables were made."""
    upgrade(empty)
    revised = own_words(empty)
    downgrade(empty, "base")
    metadata.create_all(empty.engine.execution_options(frontdesk_write=True))
    assert own_words(empty) == revised
    assert any("patient_appointments" in words for words in revised)


def own_words(database: Database) -> list[str]:
    """What the engine runs by itself, as it keeps it, without the line ends."""
    asked = (
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' OR sql LIKE 'CREATE INDEX% WHERE %'"
        if database.embedded
        else "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
        " UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indpred IS NOT NULL"
        " UNION ALL SELECT prosrc FROM pg_proc JOIN pg_language l ON l.oid = prolang WHERE l.lanname = 'plpgsql'"
    )
    with database.engine.connect() as connection:
        return sorted(" ".join(row[0].split()) for row in connection.execute(text(asked)))


def test_a_newer_schema_is_refused_and_left_alone(empty: Database) -> None:
    upgrade(empty)
    with empty.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unavailable, match="newer Frontdesk"):
        require_current(empty)
    with pytest.raises(Unavailable, match="newer Frontdesk"):
        upgrade(empty)
    assert revision(empty) == "9999"


def test_the_programs_role_cannot_rewrite_the_journal(postgres_url: str) -> None:
    run_on(postgres_url, "CREATE DATABASE roles", "CREATE ROLE desk_role LOGIN PASSWORD 'only-for-this-test'")
    owner_url = make_url(postgres_url).set(database="roles")
    owner = open_server(owner_url.render_as_string(hide_password=False), KEY, tls="local")
    upgrade(owner)
    with owner.engine.begin() as connection:
        grant_program_role(connection, "desk_role")
    program_url = owner_url.set(username="desk_role", password="only-for-this-test")
    program = open_server(program_url.render_as_string(hide_password=False), KEY, tls="local")
    seed(program)
    for statement in (
        "UPDATE journal SET reason = ''",
        "DELETE FROM journal",
        "ALTER TABLE journal DISABLE TRIGGER ALL",
        "DROP TABLE journal",
        "CREATE TABLE mine (x int)",
        "UPDATE alembic_version SET version_num = ''",
    ):
        with pytest.raises(DBAPIError), program.engine.begin() as connection:
            connection.execute(text(statement))
    program.close()
    owner.close()
    run_on(postgres_url, "DROP DATABASE roles WITH (FORCE)", "DROP ROLE desk_role")


def test_patients_of_the_first_revision_are_carried_into_the_second(empty: Database, tmp_path: Path) -> None:
    upgrade(empty, to="0001")
    with empty.engine.execution_options(frontdesk_write=True).begin() as connection:
        values = dict.fromkeys(OLD_TEXTS, "")
        values.update(mrn="100001", family="Núñez", given="Ana", family_key="nunez", given_key="ana", sex="female")
        values.update(version="1", interpreter="0", created_at="2026-01-05 10:00:00")
        names = ", ".join(values)
        places = ", ".join(f"'{value}'" for value in values.values())
        connection.execute(text(f"INSERT INTO patient ({names}) VALUES ({places})"))
        for kind, key in (("name", "lu"), ("name", "j"), ("phone", "1234567")):
            connection.execute(text(f"INSERT INTO search_key (patient_id, kind, key) VALUES (1, '{kind}', '{key}')"))
    copies: list[int] = []
    upgrade(empty, lambda: copies.append(1) or tmp_path)
    assert len(copies) == (1 if empty.embedded else 0)  # a server is backed up by its own means
    with empty.engine.connect() as connection:
        row = connection.execute(text("SELECT family, suffix, restriction, multiple_birth FROM patient")).one()
        assert tuple(row) == ("Núñez", "", "none", False)
        pairs = connection.execute(text("SELECT word, beside, main FROM name_key ORDER BY word, beside")).all()
        words = connection.execute(text("SELECT word FROM name_word ORDER BY word")).scalars().all()
        slips = set(connection.execute(text("SELECT slip FROM name_slip WHERE word = 'nunez'")).scalars())
        keys = connection.execute(text("SELECT kind FROM search_key ORDER BY kind")).scalars().all()
    main = [("ana", "nunez"), ("nunez", "ana")]
    further = [("ana", "lu"), ("lu", "ana"), ("lu", "nunez"), ("nunez", "lu")]
    assert [tuple(row) for row in pairs] == sorted(
        [(*pair, True) for pair in main] + [(*pair, False) for pair in further]
    )
    assert words == ["ana", "lu", "nunez"]
    assert slips == {"nunez", "unez", "nnez", "nuez", "nunz", "nune"}
    assert keys == ["phone"]
    downgrade(empty, "0001")
    with empty.engine.connect() as connection:
        rows = connection.execute(text("SELECT kind, key FROM search_key ORDER BY kind")).all()
    assert [tuple(row) for row in rows] == [("name", "lu"), ("phone", "1234567")]


#: columns of the first revision's patient that hold a text and may not be null
OLD_TEXTS = (
    "middle", "preferred_name", "pronouns", "birth_date_text", "phone", "other_phone", "email", "address_line", "city",
    "state", "postal_code", "language", "emergency_name", "emergency_phone", "emergency_relation",
)  # fmt: skip
