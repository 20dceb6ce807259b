"""A process of its own: signs in at the demo's window, searches for somebody, and prints what was imported until when.

Whatever comes after the frame is held back, so that what is imported is what a first search needs and nothing else.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

import app.kit.imports  # noqa: F401 - before everything of ours, as the program itself begins
from app.bootstrap import Start, read_site
from app.kit import theme

if TYPE_CHECKING:
    from app.runner.execute import Executor
    from app.shell.office import Keepers, Office

TYPED = "ma"
LOOK_MS = 5


def never() -> Keepers:
    """What goes on beside the work waits for the end of this process."""
    threading.Event().wait()
    raise AssertionError("nobody ends this wait")


class Held(Start):
    """The program without a page behind the search."""

    def compose(self, executor: Executor) -> Office:
        office = super().compose(executor)
        office.parts = replace(office.parts, pages=lambda: (), load_keepers=never)
        return office


class FirstSearch(QObject):
    """Notes what is imported when the sign-in is painted, when the search is ready, and when it has answered."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.start, self.told = start, dict[str, list[str]]()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)
        start.painted.connect(self._painted)
        start.entered.connect(self._entered)

    def _note(self, when: str) -> None:
        self.told[when] = sorted(sys.modules)

    def _painted(self) -> None:
        self._note("painted")
        self.start.card.submit()

    def _entered(self) -> None:
        self._note("entered")
        fields = self.start.window.findChildren(QLineEdit)
        self.box = next(field for field in fields if field.property("kind") == "search")
        self.box.setFocus()
        self.box.setText(TYPED)
        self._look.start()

    def _tell(self) -> None:
        finders = [child.finder for child in self.box.children() if hasattr(child, "finder")]
        found = [line.name for finder in finders for line in finder.lines if line.hit is not None]
        if found:
            self._note("searched")
            print(json.dumps({**self.told, "found": found}), flush=True)
            os._exit(0)


if __name__ == "__main__":
    program = QApplication(sys.argv[:1])
    site = read_site()
    theme.apply(program, site.settings.theme, site.settings.text_scale / 100)
    window = Held(site)
    search = FirstSearch(window)
    window.show()
    sys.exit(program.exec())
