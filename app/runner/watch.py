"""Hearing other windows: the WAL file and `data_version` on SQLite, the heads of the chains on a server."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from sqlalchemy.pool import PoolProxiedConnection

from app.core import journal
from app.core.database import Database
from app.core.errors import ClinicError
from app.core.sessions import ReadSession
from app.runner.bridge import Runner
from app.runner.execute import Notice

#: the file event comes at the write, a moment before the commit can be seen
AFTER_WRITE_MS = 5
POLL_MS = 400

Found = tuple[Notice | None, dict[str, int]]


def new_entries(session: ReadSession, known: dict[str, int]) -> Found:
    """What was committed since `known`, as one notice, and the positions now known."""
    touched: set[str] = set()
    positions = dict(known)
    for entry in journal.since(session, known):
        positions[entry.chain] = max(positions.get(entry.chain, 0), entry.position)
        if entry.kind == "change":
            touched.update(entry.touched.split())
    return (Notice(frozenset(touched)) if touched else None), positions


class Pulse:
    """Tells whether another connection committed since the last time: `data_version` costs some microseconds."""

    def __init__(self, database: Database) -> None:
        self.database, self.version = database, -1
        self._connection: PoolProxiedConnection | None = None

    def moved(self) -> bool:
        """Whether a look is worth it; always true on a server. Called on one background thread at a time."""
        if not self.database.embedded:
            return True
        if self._connection is None:
            self._connection = self.database.engine.raw_connection()  # no transaction: it must see every commit
        cursor = self._connection.cursor()
        cursor.execute("PRAGMA data_version")
        version = int(cursor.fetchone()[0])  # type: ignore[index]  # a pragma always answers
        cursor.close()
        moved, self.version = version != self.version, version
        return moved

    def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            self._connection.close()


class Watch(QObject):
    """Publishes other windows' commits on this window's bus, within a second at the most."""

    def __init__(self, runner: Runner, path: Path | None) -> None:
        super().__init__()
        self.runner, self.known = runner, dict[str, int]()
        self._pulse = Pulse(runner.executor.database)
        self._reading = False
        self._files = QFileSystemWatcher(self)
        wal = Path(f"{path}-wal") if path else None
        if wal and wal.exists():
            self._files.addPath(str(wal))
        self._soon = QTimer(self, interval=AFTER_WRITE_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._files.fileChanged.connect(self._written)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look)
        runner.committed.connect(self._own)

    def start(self) -> None:
        """Note where the journal ends now, and listen from here on."""
        self._poll.start()
        self.look()

    def _written(self, _path: str) -> None:
        self._soon.start()

    def _own(self, notice: Notice) -> None:
        for head in notice.heads:
            self.known[head.chain] = max(self.known.get(head.chain, 0), head.position)

    def look(self) -> None:
        """Ask the database, off the UI thread, whether anything is new."""
        if self._reading:
            return
        self._reading = True
        known = dict(self.known)
        self.runner.background(lambda: self._work(known), self._heard, self._lost)

    def _work(self, known: dict[str, int]) -> Found | None:
        if not self._pulse.moved():
            return None
        with self.runner.executor.database.reading() as session:
            if not known:
                return None, {head.chain: head.position for head in journal.heads(session)} or {journal.GROUP: 0}
            return new_entries(session, known)

    def _heard(self, found: Found | None) -> None:
        self._reading = False
        if found is None:
            return
        notice, positions = found
        fresh = {chain: position for chain, position in positions.items() if position > self.known.get(chain, -1)}
        self.known.update(fresh)
        if notice is not None and fresh:
            self.runner.bus.publish(notice)

    def _lost(self, _problem: ClinicError) -> None:
        self._reading = False

    def close(self) -> None:
        """Stop listening, also to the window's own last writes."""
        for timer in (self._poll, self._soon):
            timer.stop()
        self._files.fileChanged.disconnect(self._written)
        self._pulse.close()
