"""`init` on a server: the owner's role makes the tables, the program's role only works on them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from tests.cli.conftest import ADMIN, DIRECTOR, Terminal
from tests.support.databases import run_on

OWNER_PASSWORD, DESK_PASSWORD = "owner-of-tables-1", "desk-of-program-2"


@dataclass(frozen=True, slots=True)
class Server:
    """A server with an empty database and the two roles."""

    owner: str
    program: str


@pytest.fixture
def server(postgres_url: str) -> Iterator[Server]:
    run_on(
        postgres_url,
        "SET password_encryption = 'scram-sha-256'",
        f"CREATE ROLE fd_owner LOGIN PASSWORD '{OWNER_PASSWORD}'",
        f"CREATE ROLE fd_desk LOGIN PASSWORD '{DESK_PASSWORD}'",
        "CREATE DATABASE fd_cli OWNER fd_owner",
    )
    at = make_url(postgres_url)
    where = f"{at.host}:{at.port}/fd_cli"
    yield Server(f"postgresql://fd_owner@{where}", f"postgresql://fd_desk@{where}")
    run_on(postgres_url, "DROP DATABASE fd_cli WITH (FORCE)", "DROP ROLE fd_owner", "DROP ROLE fd_desk")


def test_a_clinic_on_a_server(terminal: Terminal, server: Server, postgres_url: str) -> None:
    terminal.home.mkdir(parents=True)
    site = terminal.home / "site.toml"
    site.write_text(f'[database]\nurl = "{server.program}"\ntls = "local"\n', encoding="utf-8")
    words = (
        "init",
        "--administrator",
        "sam:Sam Ortega",
        "--director",
        "dana:Dana Marsh",
        "--zone",
        "America/Los_Angeles",
    )
    lines = (ADMIN, DIRECTOR, DESK_PASSWORD, OWNER_PASSWORD)
    assert terminal(*words, "--password-stdin", lines=lines).code == 3  # the owner's role has to be named
    made = terminal(*words, "--owner-url", server.owner, "--password-stdin", "--json", lines=lines)
    assert made.code == 0, made.err
    assert terminal.as_user("sam", ADMIN, "verify").code == 0
    well = terminal.as_user("sam", ADMIN, "doctor", "--json")
    health = {check["name"]: check["health"] for check in well.json["checks"]}
    assert {"server": "ok", "clocks": "ok", "journal": "ok"}.items() <= health.items()
    assert "roles" not in health
    assert terminal.as_user("sam", ADMIN, "backup").code == 3
    engine = create_engine(
        make_url(postgres_url).set(
            drivername="postgresql+psycopg", database="fd_cli", username="fd_desk", password=DESK_PASSWORD
        )
    )
    for forbidden in (
        "DELETE FROM journal",
        "UPDATE journal SET sentence = ''",
        "DROP TRIGGER journal_no_change ON journal",
    ):
        with pytest.raises(ProgrammingError, match=r"permission|owner"), engine.begin() as connection:
            connection.execute(text(forbidden))
    engine.dispose()
    terminal.vault = None
    both = ("verify", "--user", "sam", "--password-stdin", "--recovery-key-stdin")
    assert terminal(*both, lines=(made.json["recovery_key"], ADMIN)).code == 0


def test_a_server_that_does_not_answer_is_said(terminal: Terminal) -> None:
    terminal.home.mkdir(parents=True)
    nowhere = "postgresql://desk@localhost:1/clinic"
    (terminal.home / "site.toml").write_text(f'[database]\nurl = "{nowhere}"\ntls = "local"\n', encoding="utf-8")
    lines = (ADMIN, "x", "y")
    gone = terminal("init", "--administrator", "sam:Sam", "--owner-url", nowhere, "--password-stdin", lines=lines)
    assert gone.code == 4
    assert "does not answer" in gone.err
    assert not (terminal.home / "data" / "clinic.recovery").exists()
