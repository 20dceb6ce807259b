"""Settings: whatever a file holds, the program starts with what fits and says the rest in plain sentences."""

import stat
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trial
from hypothesis import strategies as st

from app.core.errors import Unavailable
from app.core.settings import (
    LARGEST_FILE,
    Loaded,
    Settings,
    load_settings,
    save_preferences,
    site_template,
    without_password,
)

KEYS = [item.metadata["key"] for item in fields(Settings)]


def load(folder: Path, site: str | bytes | None = None, own: str | bytes | None = None) -> Loaded:
    for name, content in (("site.toml", site), ("preferences.toml", own)):
        if content is not None:
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return load_settings(folder / "site.toml", folder / "preferences.toml")


def sentences(loaded: Loaded) -> str:
    return "\n".join(str(problem) for problem in loaded.problems)


def test_without_files_everything_is_as_usual(tmp_path: Path) -> None:
    assert load(tmp_path) == Loaded(Settings(), (), True)


def test_a_persons_preferences_lie_above_the_site_file(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        '[clinic]\nname = "Núñez Physio"\nzone = "America/Phoenix"\n[backup]\nhours = [6, 20]\n[look]\nlanguage="es"',
        '[look]\ntheme = "dark"\nlanguage = "en"\n',
    )
    assert loaded.problems == ()
    assert loaded.settings.clinic_name == "Núñez Physio"
    assert (loaded.settings.zone, loaded.settings.backup_hours) == ("America/Phoenix", (6, 20))
    assert (loaded.settings.theme, loaded.settings.language) == ("dark", "en")


def test_a_whole_number_is_a_chance_as_well(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"[duplicates]\nsure_percent = 99\npossible_percent = {10**400}\n")
    assert (loaded.settings.sure_percent, loaded.settings.possible_percent) == (99.0, 50.0)
    assert len(loaded.problems) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_as_windows_editors_save_them(tmp_path: Path, encoding: str) -> None:
    loaded = load(tmp_path, '[clinic]\r\nname = "Café"\r\n'.encode(encoding))
    assert (loaded.settings.clinic_name, loaded.problems) == ("Café", ())


@pytest.mark.parametrize(
    "content",
    [
        "[clinic",
        b"\xff\xfe\x00",
        b"\x80\x81",
        "x = " + "[" * 20000,
        "n = " + "9" * 5000,
        "#" * (LARGEST_FILE + 1),
        "a = 1\na = 2\n",
    ],
    ids=["unclosed", "half a character", "not text", "deep", "huge number", "huge file", "twice"],
)
def test_a_malformed_file_gives_the_usual_settings(tmp_path: Path, content: str | bytes) -> None:
    loaded = load(tmp_path, content, content)
    assert loaded.settings == Settings()
    assert sentences(loaded).count("cannot read the settings") == 2
    assert not loaded.database_known
    assert [path.read_bytes() for path in tmp_path.glob("preferences.toml.bad-*")] == [
        (tmp_path / "preferences.toml").read_bytes()
    ]


def test_starting_twice_with_a_bad_file_keeps_one_copy(tmp_path: Path) -> None:
    load(tmp_path, own="nonsense")
    load(tmp_path)
    assert len(list(tmp_path.glob("*.bad-*"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "[desk]\nidle_lock_minutes = true",
        "[desk]\nidle_lock_minutes = 0",
        '[desk]\nidle_lock_minutes = "5"',
        '[clinic]\nzone = "Mars/Olympus"',
        '[clinic]\nzone = "../../etc/passwd"',
        '[clinic]\nname = "two\\nlines"',
        '[clinic]\nlocation = "A B"',
        "[backup]\nhours = [24]",
        "[backup]\nhours = [true]",
        "[backup]\nhours = 6",
        "[demo]\nenabled = 1",
        '[demo]\nclock = "yesterday"',
        '[database]\ntls = "off"',
        '[look]\ntheme = ["dark"]',
    ],
)
def test_a_value_that_does_not_fit_is_left_out_and_said(tmp_path: Path, line: str) -> None:
    loaded = load(tmp_path, line + '\n[printers]\nreceipts = "Counter"\n')
    assert loaded.settings == Settings(receipt_printer="Counter")
    assert "does not fit" in sentences(loaded)


def test_an_unknown_setting_is_said_and_the_rest_is_used(tmp_path: Path) -> None:
    loaded = load(tmp_path, '[clinic]\nnmae = "X"\nname = "Y"\n')
    assert loaded.settings.clinic_name == "Y"
    assert "clinic.nmae" in sentences(loaded)
    assert loaded.database_known


@pytest.mark.parametrize("line", ['[database]\nulr = "x"', "[database]\nurl = 5", 'database = "x"'])
def test_doubt_about_the_database_is_told(tmp_path: Path, line: str) -> None:
    assert not load(tmp_path, line).database_known


def test_site_settings_in_a_persons_file_are_left_out(tmp_path: Path) -> None:
    loaded = load(tmp_path, own='[database]\nurl = "/tmp/other.db"\n[look]\ntheme = "light"\n')
    assert loaded.settings == Settings(theme="light")
    assert "belongs in the site file" in sentences(loaded)
    assert loaded.database_known


@pytest.mark.parametrize("key", ["password", "db_password", "secret", "api_token", "key", "master-key", "passphrase"])
def test_secrets_in_the_site_file_are_refused(tmp_path: Path, key: str) -> None:
    loaded = load(tmp_path, f'[database]\n{key} = "hunter2"\n')
    assert "does not use it" in sentences(loaded)
    assert "hunter2" not in sentences(loaded)
    assert "hunter2" not in repr(loaded.settings)


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("postgresql://desk:hunter2@db/clinic", "postgresql://desk@db/clinic"),
        ("postgresql+psycopg://desk:hun@ter2/x@db/clinic", "postgresql+psycopg://desk@db/clinic"),
        ("postgresql://db/clinic?user=desk&password=hunter2", "postgresql://db/clinic?user=desk"),
        ("postgresql://db/clinic?sslpassword=hunter2&user=a", "postgresql://db/clinic?user=a"),
    ],
)
def test_a_password_in_the_database_address_is_cut_out(tmp_path: Path, written: str, used: str) -> None:
    loaded = load(tmp_path, f'[database]\nurl = "{written}"\n')
    assert loaded.settings.database == used
    assert "holds a password" in sentences(loaded)


@pytest.mark.parametrize("address", ["", "postgresql://desk@db:5432/clinic", "/srv/a:b@c.db", "C:/data/clinic.db"])
def test_an_address_without_password_stays_as_it_is(address: str) -> None:
    assert without_password(address) == address


def test_preferences_are_saved_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "config" / "preferences.toml"
    save_preferences(path, {"theme": "dark", "text_scale": 150})
    save_preferences(path, {"language": "es", "text_scale": 125})
    loaded = load_settings(tmp_path / "none", path)
    assert loaded == Loaded(Settings(theme="dark", text_scale=125, language="es"), (), True)
    assert [entry.name for entry in path.parent.iterdir()] == ["preferences.toml"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_saving_over_a_broken_file_keeps_the_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text("[look\ntheme = 5")
    save_preferences(path, {"density": "roomy"})
    assert load_settings(tmp_path / "none", path).settings.density == "roomy"
    assert [copy.read_text() for copy in tmp_path.glob("*.bad-*")] == ["[look\ntheme = 5"]


@pytest.mark.parametrize("changes", [{"theme": "pink"}, {"text_scale": True}, {"window_state": "\ud800"}])
def test_what_does_not_fit_is_not_saved(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        save_preferences(tmp_path / "p.toml", changes)
    assert list(tmp_path.iterdir()) == []


def test_site_settings_are_no_preferences(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        save_preferences(tmp_path / "p.toml", {"database": "x"})


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="cannot write"):
        save_preferences(tmp_path / "file" / "p.toml", {"theme": "dark"})


def test_the_template_means_the_usual_settings_also_when_uncommented(tmp_path: Path) -> None:
    text = site_template()
    assert load(tmp_path, text) == Loaded(Settings(), (), True)
    filled = "\n".join(line if line.startswith("# ") else line.removeprefix("#") for line in text.splitlines())
    assert load(tmp_path, filled) == Loaded(Settings(), (), True)
    tables = tomllib.loads(filled)
    assert {f"{table}.{name}" for table, rows in tables.items() for name in rows} >= {
        key for key in KEYS if not key.startswith("window.")
    }


VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats().map(repr), st.text().map(lambda text: f"'''{text}'''")),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
LINES = st.tuples(st.sampled_from([*KEYS, "junk", "look.junk"]), VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}")


@trial(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.one_of(st.binary(max_size=200), st.lists(LINES, max_size=5).map(lambda x: "\n".join(x).encode())))
def test_junk_never_stops_the_program(tmp_path: Path, content: bytes) -> None:
    loaded = load(tmp_path, content, content)
    sound = load_settings(tmp_path / "none", tmp_path / "none").settings
    assert type(loaded.settings) is type(sound)
    for item in fields(Settings):
        assert type(getattr(loaded.settings, item.name)) is type(item.default)
    assert all(str(problem) for problem in loaded.problems)
