"""The set-up: it works once, is quiet the second time, and says in one sentence what it lacks."""

import ast
import subprocess
import sys

import environment
import icu
import pytest
import say
import system_packages
from notices import notices

from tests.support.house import ROOT


def start(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build" / "dev.py"), *words], capture_output=True, text=True, check=False
    )


def test_a_python_that_is_too_old_can_read_the_first_file() -> None:
    text = (ROOT / "build" / "dev.py").read_text(encoding="ascii")
    tree = ast.parse(text, feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_a_missing_location_is_one_sentence() -> None:
    done = start("package", "--location", "nowhere.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no file nowhere.toml")
    assert done.stderr.count("\n") == 1


def test_the_stamp_follows_what_it_stands_for() -> None:
    assert environment.fingerprint() == environment.fingerprint()
    assert len(environment.fingerprint()) == 64


def test_nothing_is_installed_when_nothing_is_missing() -> None:
    system_packages.ensure_system()
    assert system_packages.missing("no such group") == []


@pytest.mark.skipif(sys.platform != "linux", reason="apt is Debian's")
def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(say.SetupError, match="lacks libegl1, libgl1"):
        system_packages.install(["libgl1", "libegl1", "libgl1"])


def test_the_notices_hold_the_licence_of_all_that_a_package_needs() -> None:
    text = notices(["alembic"])
    assert "\nSQLAlchemy 2.1" in text
    assert "\nMarkupSafe " in text  # needed by Mako, which alembic needs
    assert "Permission is hereby granted" in text
    assert "pytest" not in text


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ships ICU with Qt")
def test_icu_keeps_our_languages_and_shared_tables() -> None:
    kept = ("icudt73l/coll/ucadata.icu", "icudt73l/coll/es.res", "icudt73l/en_US.res", "icudt73l/nfkc.nrm")
    dropped = ("icudt73l/coll/zh.res", "icudt73l/lang/fr.res", "icudt73l/ibm-37_P100-1995.cnv", "icudt73l/fr.res")
    items = [(name.encode(), b"x") for name in sorted((*kept, *dropped, "icudt73l/zu.res"))]
    assert [name.decode() for name, _ in icu._kept(items)] == sorted(kept)
