"""Setting up, looking, backing up, putting back, and the way back in: IT's day at the terminal."""

import sqlite3
from pathlib import Path

import pypdf
import pytest
from sqlalchemy import text

from app.core.database import Database, open_embedded
from app.core.keys import find_secrets
from app.core.paths import user_folders
from app.core.places import places
from app.core.settings import Settings
from tests.cli.conftest import ADMIN, DIRECTOR, Terminal


def database_of(terminal: Terminal) -> Database:
    where = places(Settings(), user_folders())
    return open_embedded(where.database, find_secrets(Settings(), where).clinic_key)


def test_a_clinic_is_made_and_its_key_is_shown_once(terminal: Terminal) -> None:
    sheet = terminal.home.parent / "key.pdf"
    made = terminal.init("--recovery-sheet", str(sheet))
    assert made.code == 0
    assert made.json["keyring"]
    assert "VIS" in (terminal.home / "site.toml").read_text(encoding="utf-8")
    assert terminal.recovery_key.split("-")[3] in pypdf.PdfReader(sheet).pages[0].extract_text()
    assert sheet.stat().st_mode & 0o077 == 0
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(terminal.home / "data" / "clinic.db").execute("SELECT * FROM sqlite_master")
    again = terminal.init()
    assert (again.code, "already" in again.err) == (4, True)


def test_a_weak_password_leaves_nothing_behind(terminal: Terminal) -> None:
    weak = terminal("init", "--administrator", "sam:Sam", "--password-stdin", lines=("password12345678",))
    assert weak.code == 3
    assert "easy to guess" in weak.err
    assert not (terminal.home / "data").exists()
    assert terminal.init().code == 0


def test_without_a_keyring_the_recovery_key_is_asked_for(terminal: Terminal) -> None:
    terminal.vault = None
    assert terminal.init().json["keyring"] is False
    closed = terminal.as_user("sam", ADMIN, "verify")
    assert closed.code == 3
    both = ("verify", "--user", "sam", "--password-stdin", "--recovery-key-stdin")
    assert terminal(*both, lines=(terminal.recovery_key, ADMIN)).code == 0
    assert terminal(*both, lines=("ABCDE-ABCDE", ADMIN)).code == 3


def test_the_doctor_names_what_is_wrong(clinic_here: Terminal) -> None:
    first = clinic_here("doctor", "--json")
    health = {check["name"]: check["health"] for check in first.json["checks"]}
    assert (first.code, health["database"], health["schema"], health["backup"]) == (1, "ok", "ok", "bad")
    assert "journal" not in health
    assert clinic_here.as_user("sam", ADMIN, "backup").code == 0
    well = clinic_here.as_user("sam", ADMIN, "doctor", "--json")
    assert well.code == 0
    assert {check["name"]: check["health"] for check in well.json["checks"]}["journal"] == "ok"
    (clinic_here.home / "data" / "clinic.db").write_bytes(b"")
    broken = clinic_here("doctor")
    assert (broken.code, "is empty" in broken.out) == (1, True)


def test_verify_names_the_first_bad_row(clinic_here: Terminal) -> None:
    whole = clinic_here.as_user("sam", ADMIN, "verify", "--json")
    assert (whole.code, whole.json["whole"]) == (0, True)
    database = database_of(clinic_here)
    with database.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(text("DROP TRIGGER journal_no_update"))
        connection.execute(text("UPDATE journal SET sentence = 'nothing' WHERE position = 2"))
    database.close()
    bad = clinic_here.as_user("sam", ADMIN, "verify")
    assert bad.code == 1
    assert "group: Entry 2 was changed" in bad.out


def test_verify_takes_the_digits_of_a_printed_seal(clinic_here: Terminal) -> None:
    database = database_of(clinic_here)
    with database.engine.connect() as connection:
        digest = connection.execute(text("SELECT hash FROM journal WHERE position = 1")).scalar_one()
    database.close()
    typed = f"{digest[:8].upper()} {digest[8:16].upper()}"
    found = clinic_here.as_user("sam", ADMIN, "verify", typed, "--json")
    assert (found.code, found.json["position"]) == (0, 1)
    assert clinic_here.as_user("sam", ADMIN, "verify", "0" * 16).code == 1
    assert clinic_here.as_user("sam", ADMIN, "verify", "12").code == 3


def test_a_backup_opens_on_a_new_computer(clinic_here: Terminal, tmp_path: Path) -> None:
    made = clinic_here.as_user("sam", ADMIN, "backup", "--out", str(tmp_path / "stick"), "--json")
    clinic_here.move(tmp_path / "elsewhere")
    clinic_here.vault = type(clinic_here.vault)() if clinic_here.vault else None
    wrong = clinic_here("restore", made.json["backup"], "--recovery-key-stdin", lines=("nonsense",))
    assert wrong.code == 3
    back = clinic_here(
        "restore", made.json["backup"], "--recovery-key-stdin", "--json", lines=(clinic_here.recovery_key,)
    )
    assert (back.code, back.json["current"], back.json["keyring"]) == (0, True, True)
    assert clinic_here.as_user("sam", ADMIN, "verify").code == 0


def test_a_backup_over_a_living_clinic_needs_two_people(clinic_here: Terminal) -> None:
    made = clinic_here.as_user("sam", ADMIN, "backup", "--json").json["backup"]
    words = ("restore", made, "--recovery-key-stdin")
    alone = clinic_here.as_user("sam", ADMIN, *words, lines=(clinic_here.recovery_key,))
    assert (alone.code, "second person" in alone.err) == (3, True)
    both = clinic_here.as_user("sam", ADMIN, *words, "--second", "dana", lines=(DIRECTOR, clinic_here.recovery_key))
    assert (both.code, "older than what this desk has seen" in both.err) == (3, True)
    accepted = clinic_here.as_user(
        "sam", ADMIN, *words, "--second", "dana", "--accept-older", lines=(DIRECTOR, clinic_here.recovery_key)
    )
    assert accepted.code == 0
    assert clinic_here.as_user("sam", ADMIN, "verify").code == 0


def test_without_a_keyring_a_restore_asks_for_the_key_once(clinic_here: Terminal) -> None:
    made = clinic_here.as_user("sam", ADMIN, "backup", "--json").json["backup"]
    clinic_here.vault = None
    words = ("restore", made, "--recovery-key-stdin", "--accept-older", "--password-stdin", "--user", "sam")
    assert clinic_here(*words, lines=(clinic_here.recovery_key, ADMIN)).code == 3
    key_first = (clinic_here.recovery_key, ADMIN, DIRECTOR)
    assert clinic_here(*words, "--second", "dana", lines=key_first).code == 0


def test_a_locked_out_administrator_comes_back_with_the_recovery_key(clinic_here: Terminal) -> None:
    new = "ocean pencil marble 31"
    words = ("user", "reset", "sam", "--recovery", "--recovery-key-stdin", "--password-stdin")
    assert clinic_here(*words, lines=("AAAAA", new)).code == 3
    assert clinic_here(*words, lines=(clinic_here.recovery_key, new)).code == 0
    assert clinic_here.as_user("sam", ADMIN, "verify").code == 3
    assert clinic_here.as_user("sam", new, "verify").code == 0
    director = ("user", "reset", "dana", "--recovery", "--recovery-key-stdin", "--password-stdin")
    assert clinic_here(*director, lines=(clinic_here.recovery_key, new)).code == 3


def test_there_is_nothing_to_migrate(clinic_here: Terminal) -> None:
    done = clinic_here("migrate", "--json")
    assert (done.code, done.json["migrated"]) == (0, False)


def test_a_missing_clinic_is_said(terminal: Terminal) -> None:
    gone = terminal.as_user("sam", ADMIN, "verify")
    assert (gone.code, "no clinic here" in gone.err) == (4, True)
    assert not (terminal.home / "data").exists()


def test_visits_are_put_at_their_wall_times(clinic_here: Terminal) -> None:
    told = clinic_here.as_user("sam", ADMIN, "times", "--json")
    assert (told.code, told.json["moved"]) == (0, 0)
