"""`FRONTDESK_SELFTEST=FOLDER frontdesk`: the program, packed or not, shows that its parts work together.

It makes throw-away clinics inside that folder and opens the real window on them: no clinic of this computer is opened,
and nothing is written elsewhere. Pictures of the window, an end-of-day report and `self-test.json` stay in the folder.
The same JSON is printed as one line; the exit code is 0 only when every check came out well.
"""

import json
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import __version__
from app.bootstrap import has_display, open_window
from app.cli.self_test_parts import PARTS
from app.cli.self_test_window import demo_day, recovery_key
from app.core.paths import HOME_VARIABLE, ensure_folder, site_file
from app.core.settings import Loaded, load_settings
from app.kit import theme
from app.kit.focus import install as install_focus_rings

VARIABLE = "FRONTDESK_SELFTEST"


@dataclass(slots=True)
class Record:
    """What came out so far: for each check its words, or why it failed."""

    folder: Path
    told: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    ms: dict[str, int] = field(default_factory=dict)

    def look(self, name: str, check: Callable[[], str]) -> None:
        """Carry out a check; whatever it raises is written down, and the next one has its turn."""
        began = time.perf_counter()
        try:
            self.told[name] = check()
        except Exception as problem:  # the invented clinics hold nothing that may not be shown
            self.failed[name] = f"{type(problem).__name__}: {problem}"
            with (self.folder / "self-test.log").open("a", encoding="utf-8") as log:
                log.write(traceback.format_exc())
        self.ms[name] = round((time.perf_counter() - began) * 1000)

    def line(self) -> str:
        """Everything as one line of JSON."""
        answer = {"ok": not self.failed, "version": __version__, "packed": hasattr(sys, "_MEIPASS")}
        return json.dumps({**answer, "failed": self.failed, "told": self.told, "ms": self.ms}, ensure_ascii=False)


def run(_words: Sequence[str] = ()) -> int:
    """Look at everything; returns the exit code. Raises Unavailable where the folder cannot be written to."""
    if not has_display():
        return open_window()  # says so
    folder = ensure_folder(Path(os.environ[VARIABLE]).absolute())
    loaded = load_settings(site_file(), folder / "none.toml")
    os.environ[HOME_VARIABLE] = str(folder / "home")
    record = Record(folder)
    try:
        _look(record, loaded)
    finally:
        for name in ("home", "demo", "clinic"):
            shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "self-test.json").write_text(record.line() + "\n", encoding="utf-8")
    if sys.stdout is not None:  # on Windows a program with a window has none
        print(record.line(), flush=True)
    return 1 if record.failed else 0


def _look(record: Record, loaded: Loaded) -> None:
    app = QApplication(["frontdesk"])
    app.setApplicationName("Frontdesk")
    app.setQuitOnLastWindowClosed(False)
    theme.apply(app)
    install_focus_rings(app)
    record.look("site file", lambda: _site(loaded))
    for name, check in PARTS.items():
        record.look(name, check)
    record.look("demo day", lambda: demo_day(record.folder))
    record.look("recovery key", lambda: recovery_key(record.folder, loaded))


def _site(loaded: Loaded) -> str:
    """The location that the site file describes, so that an installer's test sees that it was read."""
    if loaded.problems:
        raise loaded.problems[0]
    return f"{site_file()}: {loaded.settings.clinic_name} {loaded.settings.location} {loaded.settings.zone}"
