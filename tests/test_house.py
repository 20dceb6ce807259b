"""The shape of the house: what no linter of others' making checks for us."""

import re
import statistics
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QLabel

from tests.support import house
from tests.support.house import ROOT, read, sources

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


# ------------------------------------------------------------------------------------------------------------- size


def test_modules_stay_small() -> None:
    sizes = {source.path: len(source.text.splitlines()) for source in sources()}
    assert {path: size for path, size in sizes.items() if size > 500} == {}
    assert statistics.median(sizes.values()) <= 120


def test_functions_stay_small() -> None:
    sizes = {f"{s.path}:{f.lineno} {f.name}": house.lines(f) for s in sources() for f in house.functions(s)}
    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert statistics.median(sizes.values()) <= 8
    ordered = sorted(sizes.items(), key=lambda item: item[1])
    assert ordered[round(0.95 * (len(ordered) - 1))][1] <= 35, ordered[-len(ordered) // 20 :]


# -------------------------------------------------------------------------------------------------------- discipline


def test_only_bootstrap_imports_late() -> None:
    assert [
        place for s in sources() if not s.path.startswith("app/bootstrap/") for place in house.hidden_imports(s)
    ] == []


def test_only_the_runner_commits() -> None:
    assert [place for s in sources() if not s.path.startswith("app/runner") for place in house.commits(s)] == []


def test_no_rule_of_the_house_is_silenced() -> None:
    allowed = {"app/bootstrap/__init__.py"}
    assert [place for s in sources() if s.path not in allowed for place in house.silenced(s)] == []


def test_every_shown_text_is_translatable() -> None:
    assert [place for s in sources() for place in house.bare_texts(s)] == []


def test_every_translated_text_is_a_literal_with_its_values() -> None:
    # The door itself, errors that translate late, and the two that take their text from a layout file.
    hands_on = {"app/core/text.py", "app/core/errors.py", "app/kit/form.py", "app/kit/buttons.py"}
    assert [place for s in sources() if s.path not in hands_on for place in house.broken_translations(s)] == []


def test_tests_neither_sleep_nor_mock() -> None:
    lazy = re.compile(r"\btime\.sleep\(|\bqtbot\.wait\(|\bqWait\((?!0\))|\bMagicMock\(|\bMock\(|\bmock\.patch")
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path.name != "test_house.py"]
    assert [path.name for path in tests if lazy.search(path.read_text(encoding="utf-8"))] == []


def test_every_room_keeps_the_order_of_its_files() -> None:
    contracts = {contract["id"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
    ladder = [layer.strip("()") for layer in contracts["ladder"]["layers"]]
    rooms = ladder[ladder.index("exchange") : ladder.index("staff") + 1]
    ordered = {room for name in contracts if name.startswith("room") for room in contracts[name]["containers"]}
    assert {f"app.{room}" for room in rooms if (ROOT / "app" / room).exists()} == ordered


# ---------------------------------------------------------------------------------------------- the lints do find it


@pytest.mark.parametrize(
    "text",
    [
        "label.setText('Check in')",
        "QLabel('Balance', self)",
        "box.setWindowTitle(f'Visit of {name}')",
        "table.setHeaderLabels(['Name'])",
        "label.setText('Open' if today else tr('Closed'))",
        "label.setText('Due: ' + amount)",
        "QPushButton(text='Save')",
    ],
)
def test_a_bare_text_is_found(text: str) -> None:
    assert len(house.bare_texts(read("app/visits/view.py", text))) == 1
    assert house.bare_texts(read("app/visits/actions.py", text)) == []


@pytest.mark.parametrize("text", ["label.setText(tr('Check in'))", "QLabel('–')", "label.setText(name)", "go('Today')"])
def test_a_text_that_is_no_sentence_is_left_alone(text: str) -> None:
    assert house.bare_texts(read("app/shell/window.py", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "tr(f'Hello {name}')",
        "tr(text)",
        "tr('Hello {name}')",
        "tr('Hello', name=name)",
        "tr('{a}', b=b)",
        "Clash(f'{name} is taken.')",
        "Refused('Not here.', next_step=hint)",
        "Refused('Not here.', next_step='Ask {who}.')",
    ],
)
def test_a_text_no_translator_can_follow_is_found(text: str) -> None:
    assert len(house.broken_translations(read("app/shell/window.py", text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "tr('Today')",
        "tr('{name} at {time:%H:%M}', name=a, time=b)",
        "tr('{n}', **values)",
        "Clash('{name} is taken.', field='room', next_step='Ask {who}.', name=a, who=b)",
    ],
)
def test_a_good_translation_passes(text: str) -> None:
    assert house.broken_translations(read("app/shell/window.py", text)) == []


def test_hidden_imports_commits_and_silenced_rules_are_found() -> None:
    bad = read("app/visits/actions.py", "def f():\n    import os  # noqa: PLC0415\n    session.commit()\n")
    assert house.hidden_imports(bad) == ["app/visits/actions.py:2"]
    assert len(house.commits(bad)) == 1
    assert len(house.silenced(bad)) == 1


# ------------------------------------------------------------------------------------------- what we build and ship


def test_the_lock_names_no_host() -> None:
    assert "://" not in LOCK


def test_the_lock_pins_every_package_by_hash() -> None:
    entries = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if not re.match(r"\S+==\S+", entry) or "--hash=sha256:" not in entry] == []


def test_the_lock_satisfies_the_project() -> None:
    locked = dict(re.findall(r"^([a-z0-9.-]+)==([^ \\]+)", LOCK, re.MULTILINE))
    wanted = [Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]
    assert [str(r) for r in wanted if not r.specifier.contains(locked.get(canonicalize_name(r.name), "0"))] == []


def test_no_gpl_only_part_of_qt_is_installed() -> None:
    assert re.search(r"^(pyside6|pyside6-addons)==", LOCK, re.MULTILINE) is None


def test_the_licence_is_complete() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_our_tools_are_tracked() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    command = ["git", "check-ignore", "build/dev.py", "build/package.py", "build/frontdesk.spec"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout == ""


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12 on Python 3.11 loses one reference to None at each call; after some thousand the process ends."""
    label, calls = QLabel(), 500
    before = sys.getrefcount(None)
    for _ in range(calls):
        label.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < calls // 10
