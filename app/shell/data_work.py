"""The work behind the settings' data cards: the last backup, a new one, and the walk through the journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.core.backup import backup, last_backup
from app.core.places import Places
from app.core.sealing import key_id
from app.core.settings import Settings
from app.core.verify import Verdict, verify
from app.runner.bridge import Job, Runner
from app.shell.settings_data import DataParts
from app.staff.actions.maintenance import Chore, NoteMaintenance, note_backup, note_maintenance


def data_parts(runner: Runner, settings: Settings, where: Places, open_import: Callable[[], None]) -> DataParts:
    """What can be done with this clinic's data; a clinic on a server has its backups there. Each work raises ClinicError."""
    executor, database = runner.executor, runner.executor.database

    def last() -> datetime | None:
        found = last_backup(where.backups, key_id(database.clinic_key))
        return found.made_at if found else None

    def back_up(_job: Job) -> datetime:
        executor.perform(note_backup, NoteMaintenance(chore=Chore.BACKUP, outcome="begun"), runner.person())
        return backup(database, where.backups, database.clock, zone=settings.zone).made_at

    def walk(_job: Job) -> Verdict:
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.VERIFY, outcome="begun"), runner.person())
        with database.reading() as session:
            return verify(session, executor.anchors.read() if executor.anchors else ())

    return DataParts(
        last_backup=last if database.embedded else None,
        back_up=back_up if database.embedded else None,
        verify=walk,
        open_import=open_import,
        zone=settings.zone,
    )
