"""Where a clinic's things lie; light, so that the window's start can look whether there is a clinic at all."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.core.paths import Folders
from app.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Places:
    """Where a clinic's things lie. The sidecar holds the wrapped key, never the recovery key itself."""

    data: Path
    database: Path
    sidecar: Path
    backups: Path
    anchors: Path

    @property
    def configured(self) -> bool:
        """Whether a clinic was ever set up here; from then on nothing is created by itself."""
        return self.sidecar.exists() or self.database.exists()


def places(settings: Settings, folders: Folders) -> Places:
    """Where the settings say that everything lies. Anchors stay with this desk, apart from shared data; a demo's with it."""
    data = Path(settings.data_folder) if settings.data_folder else folders.data
    on_file = settings.database and not is_server(settings)
    database = Path(settings.database) if on_file else data / "clinic.db"
    backups = Path(settings.backup_folder) if settings.backup_folder else data / "backups"
    # A login that uses two clinics must not mix what it saw of them: their chains have the same names.
    which = hashlib.sha256((settings.database or str(database)).encode()).hexdigest()[:8]
    anchors = (data if settings.demo else folders.data) / f"anchors-{which}.txt"
    return Places(data, database, sidecar_path(database), backups, anchors)


def sidecar_path(database: Path) -> Path:
    """Where the recovery file of an embedded database lies: beside it. The code that opens it must not."""
    return database.with_suffix(".recovery")


def is_server(settings: Settings) -> bool:
    """Whether the site file names a database server."""
    return settings.database.startswith(("postgresql:", "postgres:"))
