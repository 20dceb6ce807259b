"""Logs: a patient's name goes in everywhere and comes out nowhere."""

import json
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.core import logs
from app.core.errors import ClinicError

SENTINEL = "Zacarías Sentinel"
ASCII = "Sentinel"

log = logging.getLogger("app.patients.actions")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    book = logs.start_logging(tmp_path / "logs")
    yield book.folder
    book.close()


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / logs.LOG_FILE).read_text("ascii").splitlines()]


def everything(folder: Path) -> str:
    return "".join(path.read_text("ascii") for path in folder.iterdir())


def test_a_sentence_of_ours_is_written_with_its_allowed_values(folder: Path) -> None:
    command = uuid4()
    log.info(
        "Check-in done: %(action)s",
        {"command_id": command, "action": "visits.check_in", "milliseconds": 12, "patient_id": 7},
    )
    (line,) = lines(folder)
    assert line["says"] == "Check-in done: %(action)s"
    assert line["values"] == {
        "command_id": str(command),
        "action": "visits.check_in",
        "milliseconds": 12,
        "patient_id": "7",
    }
    assert line["where"].startswith("app.patients.actions:")
    assert line["at"].endswith("+00:00")


def log_everywhere(name: str) -> None:
    log.info(name)
    log.info(f"Patient {name} checked in")  # noqa: G004 - the mistake that must do no harm
    log.info("Patient %s checked in" % name)  # noqa: G002, UP031
    log.info("Patient %s checked in", name)
    log.info("Patient %(name)s", {"name": name, "action": name, "patient_id": name, "count": name, name: 1})
    log.info("Patient %(count)s", {"count": [name], "state": {"a": name}})
    log.info("Patient", extra={"patient": name})
    log.warning("Patient", stack_info=True)
    logging.getLogger("sqlalchemy.engine").error("SELECT '%s'", name)
    logging.getLogger("applepie").error("a library with a name like ours")
    logging.getLogger().error(name)
    logging.getLogger(f"app.{ASCII}"[:3]).error(name)


def test_a_name_put_everywhere_is_found_nowhere(folder: Path) -> None:
    log_everywhere(SENTINEL)
    log_everywhere(ASCII)
    assert ASCII not in everything(folder)
    assert "applepie:" in everything(folder)
    assert "like ours" not in everything(folder)


def fail(name: str) -> None:
    local_name = name
    try:
        raise KeyError(local_name)
    except KeyError as first:
        raise ExceptionGroup(name, [ValueError(name), OSError(2, name, name)]) from first


def test_a_failure_is_told_by_type_and_place_alone(folder: Path) -> None:
    try:
        fail(SENTINEL)
    except ExceptionGroup as failure:
        log_id = logs.log_failure(failure)
    assert len(log_id) == 8
    (line,) = lines(folder)
    assert line["values"] == {"log_id": log_id}
    told = line["failure"]
    assert told["type"] == "builtins.ExceptionGroup"
    assert told["from"]["type"] == "builtins.KeyError"
    assert [part["type"] for part in told["together"]] == ["builtins.ValueError", "builtins.FileNotFoundError"]
    assert told["frames"][-1].endswith(" fail")
    assert ASCII not in everything(folder)


def test_of_our_own_errors_the_template_is_kept(folder: Path) -> None:
    logs.log_failure(ClinicError("{name} is booked already.", name=SENTINEL))
    (line,) = lines(folder)
    assert line["failure"]["says"] == "{name} is booked already."
    assert ASCII not in everything(folder)


def test_an_endless_chain_of_causes_ends(folder: Path) -> None:
    first, second = ValueError(SENTINEL), KeyError(SENTINEL)
    first.__cause__, second.__cause__ = second, first
    logs.log_failure(first)
    assert len(lines(folder)) == 1


def test_no_value_can_begin_a_line_of_its_own(folder: Path) -> None:
    log.info("Told %(action)s", {"action": 'x"}\n{"level": "INFO", "says": "forged"}'})
    log.info("Zeile\u2028zwei \u202e")
    assert len((folder / logs.LOG_FILE).read_bytes().splitlines()) == 2
    assert [line["says"] for line in lines(folder)] == ["Told %(action)s", "Zeile\u2028zwei \u202e"]


def test_full_files_are_turned_over_and_the_oldest_goes(folder: Path) -> None:
    (folder / f"{logs.LOG_FILE}.{logs.OLDER_LOGS}").write_text("the oldest")
    for age in range(logs.OLDER_LOGS + 1):
        (folder / logs.LOG_FILE).write_bytes(b"x" * logs.LARGEST_LOG)
        log.info("Begin again %(count)d", {"count": age})
        assert lines(folder)[0]["values"] == {"count": age}
    names = sorted(path.name for path in folder.iterdir() if path.name != logs.CRASH_FILE)
    assert names == [logs.LOG_FILE, *(f"{logs.LOG_FILE}.{age}" for age in range(1, logs.OLDER_LOGS + 1))]
    assert not any(path.read_bytes() == b"the oldest" for path in folder.iterdir())


def test_a_log_that_cannot_be_written_stops_nobody(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / logs.LOG_FILE).mkdir()
    log.error("Told to nobody")
    logs.log_failure(ValueError(SENTINEL))
    assert capfd.readouterr() == ("", "")


def test_what_nobody_caught_reaches_one_place(folder: Path) -> None:
    told: list[str] = []
    undo = logs.install_hooks(told.append)
    try:
        thread = threading.Thread(target=fail, args=(SENTINEL,))
        thread.start()
        thread.join()
        sys.excepthook(ValueError, ValueError(SENTINEL), None)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        undo()
    assert [line["values"]["log_id"] for line in lines(folder)] == told
    assert len(told) == 2
    assert ASCII not in everything(folder)


CRASH = """
import sys, resource, faulthandler
from pathlib import Path
from app.core.logs import start_logging, install_hooks
book = start_logging(Path(sys.argv[1]))
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
install_hooks(lambda log_id: None)
def work(name):
    if sys.argv[2] == "raise":
        raise ValueError(name)
    faulthandler._sigabrt()
work("Zacarias " + "Sent" + "inel")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="core files are a matter of Unix")
@pytest.mark.parametrize("how", ["raise", "abort"])
def test_a_program_that_ends_badly_leaves_no_name_behind(tmp_path: Path, how: str) -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path / "logs"), how],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert ASCII not in done.stdout + done.stderr + everything(tmp_path / "logs")
    assert [path.name for path in tmp_path.iterdir()] == ["logs"]
    if how == "abort":
        assert "in work" in (tmp_path / "logs" / logs.CRASH_FILE).read_text()


def test_starting_is_cheap() -> None:
    code = "import sys, app.core.logs; print(*[m for m in ('logging.config', 'socket', 'pickle') if m in sys.modules])"
    root = Path(__file__).resolve().parents[2]
    with warnings.catch_warnings():
        done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
