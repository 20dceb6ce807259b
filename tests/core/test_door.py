"""Opening the clinic: never a new database where one was, never a plaintext one, always a plain sentence."""

import sqlite3
from pathlib import Path

import pytest

from app.core.bundle import Bundle
from app.core.door import open_database
from app.core.errors import ClinicError, Unavailable
from app.core.keys import KeyMissing, find_secrets, new_clinic, recover_secrets
from app.core.paths import Folders
from app.core.places import Places, is_server, places
from app.core.server import server_url
from app.core.settings import Settings
from app.migrations.upgrade import upgrade


@pytest.fixture
def where(tmp_path: Path) -> Places:
    root = tmp_path / "home"
    return places(Settings(), Folders(root / "data", root / "config", root / "cache", root / "log"))


def touch(where: Places, settings: Settings, key: bytes) -> None:
    """Open the database and read from it."""
    with open_database(settings, where, Bundle(key)).engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM patient")


@pytest.fixture
def made(where: Places) -> tuple[Places, str, bytes]:
    clinic = new_clinic(where)
    database = open_database(Settings(), where, clinic.bundle, create=True)
    upgrade(database)
    database.close()
    return where, clinic.recovery_code, clinic.bundle.clinic_key


def test_the_recovery_key_opens_a_new_clinic(made: tuple[Places, str, bytes]) -> None:
    where, code, key = made
    assert recover_secrets(where, code.lower().replace("-", " ")).clinic_key == key
    touch(where, Settings(), key)


def test_the_file_is_encrypted_and_the_code_is_nowhere(made: tuple[Places, str, bytes]) -> None:
    where, code, key = made
    assert not where.database.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(where.database).execute("SELECT * FROM sqlite_master")
    for file in where.data.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert code.encode() not in content
        assert key not in content
        assert key.hex().encode() not in content


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda where: where.database.unlink(), "not where it should be"),
        (lambda where: where.database.write_bytes(b""), "is empty"),
    ],
    ids=["missing", "empty"],
)
def test_what_is_gone_is_never_made_anew(made: tuple[Places, str, bytes], harm: object, words: str) -> None:
    where, _code, key = made
    harm(where)  # type: ignore[operator]  # a lambda from the table above
    before = sorted(where.data.iterdir())
    with pytest.raises(Unavailable, match=words):
        touch(where, Settings(), key)
    with pytest.raises(Unavailable, match="already"):
        new_clinic(where)
    assert sorted(where.data.iterdir()) == before


def test_a_wrong_key_is_said_and_nothing_is_changed(made: tuple[Places, str, bytes]) -> None:
    where, _code, _key = made
    before = where.database.read_bytes()
    with pytest.raises(Unavailable, match="key does not fit"):
        touch(where, Settings(), bytes(32))
    assert where.database.read_bytes() == before


def test_a_network_drive_is_refused(made: tuple[Places, str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    where, _code, key = made
    monkeypatch.setattr("app.core.embedded.is_network_path", lambda _path: True)
    with pytest.raises(Unavailable, match="network drive"):
        touch(where, Settings(), key)


def test_a_login_without_a_keyring_is_asked_for_the_recovery_key(
    made: tuple[Places, str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    where, code, _key = made
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(KeyMissing):
        find_secrets(Settings(), where)
    with pytest.raises(ClinicError):
        recover_secrets(where, code[:-1] + ("A" if code[-1] != "A" else "B"))


def test_a_far_server_cannot_be_called_local() -> None:
    assert is_server(Settings(database="postgresql://desk@db.example.org/clinic"))
    with pytest.raises(Unavailable, match="another computer"):
        server_url("postgresql://desk@db.example.org/clinic", "x", "local")
    url = server_url("postgresql://desk@db.example.org/clinic", "x")
    assert (url.query["sslmode"], url.query["require_auth"]) == ("verify-full", "scram-sha-256")
