"""What a person waits for when the program starts: the sign-in, then the search, and not a module more."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from playing.desk import Desk

from app.core.paths import HOME_VARIABLE, SITE_VARIABLE
from tests.support.house import ROOT

#: rooms that a first search needs; whatever a room above them is called, it waits
ROOMS = {"bootstrap", "cli", "core", "kit", "migrations", "patients", "runner", "shell", "staff"}
#: parts of these rooms that wait all the same
WAITING = (
    "app.core.backup", "app.core.keys", "app.core.printing", "app.core.recovery", "app.core.sealing",
    "app.core.secrets", "app.migrations.upgrade", "app.patients.actions", "app.patients.rules.likeness",
    "app.patients.rules.matching", "app.patients.tables.record", "app.patients.view.forms", "app.patients.view.page",
    "app.patients.viewmodel.registration", "app.shell.backups", "app.shell.own", "app.shell.settings_page",
    "app.staff.actions.users", "sqlalchemy.dialects.postgresql", "sqlalchemy.ext",
)  # fmt: skip
#: libraries that a first search needs: Qt, the mapper, the cipher, JSON, the password's hash
LIBRARIES = {
    "PySide6", "_argon2_cffi_bindings", "_cffi_backend", "argon2", "fontpkg_inter", "fontpkg_noto_sans", "greenlet",
    "msgspec", "platformdirs", "shiboken6", "shibokensupport", "signature_bootstrap", "sqlalchemy", "sqlcipher3",
    "typing_extensions",
}  # fmt: skip
#: what Python, Cython, Qt and the environment put in by themselves
MADE_UP = ("__editable__", "__feature__", "__main__", "_cython_", "_distutils_hack", "_sysconfigdata", "cython_runtime")


@pytest.fixture
def told(site_file: Path, tmp_path: Path) -> dict[str, list[str]]:
    """The modules at three moments of one start, and who was found."""
    env = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", SITE_VARIABLE: str(site_file), HOME_VARIABLE: str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    script = str(ROOT / "tests" / "stories" / "first_search.py")
    done = subprocess.run([sys.executable, script], check=False, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_who_searches_at_once_is_not_disturbed_by_the_board(opened: Desk) -> None:
    """The search is ready before the board is there; the board then comes without taking the focus."""
    opened.start.entered.connect(lambda: (opened.press("Ctrl+K"), opened.write("ma")))
    opened.sign_in()
    assert opened.focus() is opened.frame.search
    opened.write("e")
    assert opened.frame.search.property("text") == "mae"


def rooms(modules: Iterable[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.startswith("app.")}


def libraries(modules: Iterable[str]) -> set[str]:
    tops = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names) - {"app"}
    return {name for name in tops if not name.startswith(MADE_UP)}


def test_a_first_search_imports_no_room_that_must_wait(told: dict[str, list[str]]) -> None:
    assert told["found"]
    for moment in ("entered", "searched"):
        assert rooms(told[moment]) <= ROOMS
        assert [name for name in told[moment] if name.startswith(WAITING)] == []
        assert libraries(told[moment]) <= LIBRARIES


def test_the_search_needs_nothing_that_was_not_ready(told: dict[str, list[str]]) -> None:
    assert [name for name in told["searched"] if name.startswith("app.") and name not in told["entered"]] == []


def test_the_sign_in_is_painted_before_the_database_is_imported(told: dict[str, list[str]]) -> None:
    assert rooms(told["painted"]) <= {"bootstrap", "core", "kit", "shell"}
    assert libraries(told["painted"]) <= LIBRARIES - {"sqlalchemy", "sqlcipher3", "argon2", "msgspec", "greenlet"}
