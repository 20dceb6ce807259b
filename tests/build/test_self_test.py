"""The program's own test, which the installer's test runs on a clean machine, here from the source."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.self_test import Record
from tests.support.house import ROOT


@pytest.mark.timeout(300)
def test_the_source_passes_its_own_test(tmp_path: Path) -> None:
    told = {"FRONTDESK_SELFTEST": str(tmp_path / "here"), "FRONTDESK_SITE": str(tmp_path / "none.toml")}
    env = {**os.environ, **told, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "main.py"], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout.splitlines()[-1])
    assert (answer["failed"], done.returncode) == ({}, 0), done.stderr
    assert answer["packed"] is False
    kept = {path.name for path in (tmp_path / "here").iterdir()}
    assert {"end-of-day.pdf", "recovery-key.png", "self-test.json", "window.png"} <= kept
    assert not kept & {"clinic", "demo", "home"}  # the invented clinics are gone


def test_what_fails_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    record = Record(tmp_path)
    for name, check in (("bad", lambda: str(dict[str, str]()["nothing"])), ("good", lambda: "fine")):
        record.look(name, check)
    answer = json.loads(record.line())
    assert (answer["ok"], answer["failed"], answer["told"]) == (False, {"bad": "KeyError: 'nothing'"}, {"good": "fine"})
    assert "Traceback" in (tmp_path / "self-test.log").read_text(encoding="utf-8")
