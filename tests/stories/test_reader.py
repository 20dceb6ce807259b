"""A clerk who hears the window: the real program on a display, and a screen reader's side of it in another process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from system_packages import missing

from app.bootstrap import DEMO_PASSWORD
from app.core.paths import HOME_VARIABLE, SITE_VARIABLE
from tests.build.machine import display
from tests.support.house import ROOT

if sys.platform != "linux" or (lacking := missing("reader")):
    words = "is for Linux" if sys.platform != "linux" else f"needs {', '.join(lacking)}"
    pytest.skip(f"the story of the screen reader {words}", allow_module_level=True)

from tests.support.reader import EDITABLE, Reader, Thing  # speaks D-Bus

SENTENCE = "June has 30 days. Is it 06/30/1971?"
FIELDS = ("text", "combo box", "check box", "spin button", "radio button")


@contextmanager
def running(words: list[str], env: dict[str, str], *, told: bool = False) -> Iterator[str]:
    """A program while it is needed; with `told` the first line that it writes."""
    started = subprocess.Popen(words, env=env, cwd=ROOT, stdout=subprocess.PIPE if told else None, text=True)
    try:
        yield started.stdout.readline().strip() if started.stdout is not None else ""
    finally:
        started.terminate()
        started.wait()
        if started.stdout is not None:
            started.stdout.close()


@pytest.fixture
def reader(site_file: Path, tmp_path: Path) -> Iterator[Reader]:
    """The program on a display and a bus of its own, and who reads it."""
    run = tmp_path / "run"
    run.mkdir(mode=0o700)
    with display() as screen:
        env = {
            "PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(run), "LC_ALL": "C.UTF-8",
            "DISPLAY": screen, "PYTHONPATH": str(ROOT), SITE_VARIABLE: str(site_file), HOME_VARIABLE: str(tmp_path / "home"),
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }  # fmt: skip
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        with running(bus, env, told=True) as session:
            program = [sys.executable, "main.py"]
            with running(program, {**env, "DBUS_SESSION_BUS_ADDRESS": session}):
                made = Reader(session)
                yield made
                made.close()


def sign_in(reader: Reader) -> None:
    reader.write(reader.find("text", "User name"), "ana")
    reader.write(reader.find("text", "Password"), DEMO_PASSWORD)
    reader.press(reader.find("push button", "Sign in"))
    reader.find("table", "Visits of the day")


def register(reader: Reader, name: str) -> dict[str, Thing]:
    """Search for somebody who is not there, and open the form; its fields by what they are called."""
    reader.press(reader.find("check box", "Patients"))
    box = reader.find("text", "Name, birth date")
    reader.write(box, name)
    reader.soon(lambda: f"Register “{name}” as new patient" in reader.cells("Patients found"), "the offer to register")
    reader.enter(box)
    reader.find("text", "Birth date")
    return {called(reader, one): one for one in reader.things() if one.role in FIELDS}


def called(reader: Reader, field: Thing) -> str:
    """What a field is called; what is chosen in a list is the list's name here, its label is what it is called."""
    return reader.label(field) if field.role == "combo box" else field.name


@pytest.mark.peer("AX-06", "AX-07")
def test_registration_is_heard_and_so_is_a_date_that_does_not_exist(reader: Reader) -> None:
    sign_in(reader)
    fields = register(reader, "Zeller, Nora")
    assert "" not in fields, fields[""]
    assert {"Last name", "First name", "Birth date", "Sex on the plan", "Phone", "ZIP", "Street"} <= set(fields)
    assert reader.text(fields["Last name"]) == "Zeller"
    born = fields["Birth date"]
    assert (born.role, reader.has(born, EDITABLE), reader.label(born)) == ("text", True, "Birth date")
    assert fields["Sex on the plan"].role == "combo box"
    reader.write(born, "06/31/1971")
    reader.press(reader.find("push button", "Save"))
    reader.soon(lambda: SENTENCE in reader.said, "the sentence is said")
    assert reader.about(born, "Description") == SENTENCE
    reader.write(born, "06/30/1971")
    reader.soon(lambda: reader.about(born, "Description") != SENTENCE, "the sentence is gone")
