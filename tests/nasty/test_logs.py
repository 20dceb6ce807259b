"""Nasty texts in the log: no value of a person's comes out, and no line is forged."""

import json
import logging
from pathlib import Path

import pytest

from app.core import logs
from app.core.errors import ClinicError
from tests.nasty.corpus import big_list, own

log = logging.getLogger("app.patients.actions")
#: shorter texts stand in any file by chance
LONG_ENOUGH = 6


def test_texts_do_not_reach_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # a test report cannot hold half signs
    book = logs.start_logging(tmp_path / "logs")
    texts = own() + big_list()
    for text in texts:
        log.info("Saved %(action)s", {"action": "x.y", "patient_id": text, "name": text})
        log.warning(text)
        logs.log_failure(ClinicError("There is no account {name}.", name=text))
        logs.log_failure(ValueError(text))
    book.close()
    files = [path.read_text("ascii") for path in book.folder.iterdir()]
    lines = [json.loads(line) for held in files for line in held.splitlines() if line.strip()]
    assert len(lines) >= len(texts)
    written = {value for line in lines for value in _strings(line)}
    assert not [text for text in texts if len(text.strip()) >= LONG_ENOUGH and text in written]


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for one in value.values() for found in _strings(one)]
    if isinstance(value, list):
        return [found for one in value for found in _strings(one)]
    return [value] if isinstance(value, str) else []
