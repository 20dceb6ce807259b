"""Backups beside the work: how old the last one is, and a new one when its hour has come."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.backup import backup, is_due, last_backup
from app.core.clock import local
from app.core.errors import ClinicError
from app.core.places import Places
from app.core.sealing import key_id
from app.core.settings import Settings
from app.core.text import tr
from app.runner.bridge import Job, Runner

LOOK_MS = 60_000
LATE_HOURS = 24


class Backups(QObject):
    """Looks every minute for as long as it lives. A clinic on a server has backups of its own: nothing is looked for.

    `aged` tells the sentence for the status bar and whether it is late, `failed` a ClinicError.
    """

    aged = Signal(str, bool)
    failed = Signal(object)

    def __init__(self, runner: Runner, settings: Settings, places: Places) -> None:
        super().__init__()
        self.runner, self.settings, self.places = runner, settings, places
        self.database = runner.executor.database
        self._busy = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell the age of the last backup; make one when its hour has come."""
        if self.database.embedded:
            self.runner.background(self._last, self._judge)

    def _last(self) -> datetime | None:
        found = last_backup(self.places.backups, key_id(self.database.clinic_key))
        return found.made_at if found else None

    def _judge(self, last: datetime | None) -> None:
        now = self.database.clock.now()
        self._tell(last, now)
        if not self.settings.demo and is_due(last, self.settings.backup_hours, now, self.settings.zone):
            self.back_up()

    def back_up(self) -> None:
        """Make a verified backup beside the work."""
        if self._busy:
            return
        self._busy = True

        def work(_job: Job) -> datetime:
            return backup(self.database, self.places.backups, self.database.clock, zone=self.settings.zone).made_at

        self.runner.job(work, self._made, self._not_made)

    def _made(self, made_at: datetime) -> None:
        self._busy = False
        self._tell(made_at, self.database.clock.now())

    def _not_made(self, why: ClinicError) -> None:
        self._busy = False
        self.failed.emit(why)

    def _tell(self, last: datetime | None, now: datetime) -> None:
        if last is None:
            self.aged.emit(tr("No backup yet"), True)
            return
        minutes = max(0, int((now - last).total_seconds() // 60))
        if minutes < 60:
            words = tr("Backup {minutes} min ago", minutes=minutes)
        elif minutes < LATE_HOURS * 60:
            words = tr("Backup {hours} h ago", hours=minutes // 60)
        else:
            words = tr("Backup of {day}", day=f"{local(last, self.settings.zone):%m/%d/%Y}")
        self.aged.emit(words, minutes >= LATE_HOURS * 60)
