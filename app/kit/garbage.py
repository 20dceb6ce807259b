"""Collecting garbage on the UI thread alone.

Python collects wherever it happens to run. On a database thread that would end widgets from outside their own thread, which
Qt answers with a crash; so the collector is switched off and a timer of the UI thread calls it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 3000
#: objects made and not yet gone since the last look; a young collection of so many takes a millisecond or two
YOUNG = 20_000
#: every so many young collections a whole one
WHOLE_EVERY = 20


class Garbage(QObject):
    """Switches Python's own collecting off and looks every three seconds whether it is worth while."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._young = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> int:
        """Collect if there is enough; the number of objects that went."""
        if gc.get_count()[0] < YOUNG:
            return 0
        self._young += 1
        return gc.collect() if self._young % WHOLE_EVERY == 0 else gc.collect(1)
