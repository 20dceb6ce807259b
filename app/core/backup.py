"""Backups of the embedded database, made while it is in use and believed only after the copy was opened and read.

A backup is a folder of three files: the encrypted copy, the recovery file that opens it on another computer, and a sealed
manifest with size, SHA-256, schema and journal heads, so that a damaged, exchanged or older copy is told.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from app import __version__
from app.core.clock import Clock
from app.core.database import Database
from app.core.embedded import connect
from app.core.errors import ClinicError, Unavailable
from app.core.journal import Head
from app.core.paths import ensure_folder
from app.core.places import sidecar_path
from app.core.sealing import key_id, open_sealed, purpose_key, seal

COPY: Final = "clinic.db"
SIDECAR: Final = "clinic.recovery"
MANIFEST: Final = "manifest.sealed"
FILES: Final = (COPY, SIDECAR, MANIFEST)

#: how many days, weeks and months keep their newest backup
KEEP: Final = (7, 5, 12)

_NAME = re.compile(r"frontdesk-(\d{8}-\d{6})Z-([0-9a-f]{16})(?:-\d+)?")
_STAMP: Final = "%Y%m%d-%H%M%S"
_PARTIAL: Final = ".partial-"
_SEALED_AS: Final = b"frontdesk backup manifest 1"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup says of itself, sealed with the clinic's key."""

    made_at: datetime
    program: str
    revision: str
    size: int
    sha256: str
    sidecar_sha256: str
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A finished backup: its folder, when it was made (UTC), its size in bytes, and the name of its key."""

    path: Path
    made_at: datetime
    size: int
    key: str

    def age(self, now: datetime) -> timedelta:
        """How long ago it was made."""
        return now - self.made_at


def backup(
    database: Database,
    folder: Path,
    clock: Clock,
    *,
    zone: str = "UTC",
    progress: Callable[[int, int], None] | None = None,
) -> BackupInfo:
    """Copy the embedded database into `folder`, verify the copy by reading all of it, then thin out older backups.

    `progress` gets (pages left, pages in all) and may raise to cancel; nothing half-made stays behind. Raises Unavailable
    with what to do where the folder is full, gone or read-only, and where the copy does not read well.
    """
    if database.path is None:
        raise ClinicError(
            "A server's database is backed up on the server.", next_step="Ask IT when that was done last."
        )
    ensure_folder(folder)
    made_at = clock.now().astimezone(UTC).replace(microsecond=0)
    partial = folder / f"{_PARTIAL}{made_at:{_STAMP}}-{os.getpid()}"
    try:
        _clean(folder)
        _require_room(folder, database.path)
        partial.mkdir(mode=0o700)
        _fill(partial, database, made_at, progress)
        done = partial.rename(_free_name(folder, made_at, key_id(database.clinic_key)))
        flush(folder)
    except OSError as problem:
        raise _not_written(folder) from problem
    finally:
        _remove(partial)
    thin_out(folder, key_id(database.clinic_key), zone)
    return BackupInfo(done, made_at, (done / COPY).stat().st_size, key_id(database.clinic_key))


def _fill(partial: Path, database: Database, made_at: datetime, progress: Callable[[int, int], None] | None) -> None:
    """Write the three files of a backup, the manifest last."""
    key, source = database.clinic_key, database.path
    assert source is not None  # noqa: S101 - backup() has looked
    before = _copy(source, partial / COPY, key, progress)
    revision, heads = read_copy(partial / COPY, key, before)
    sidecar = sidecar_path(source)
    if not sidecar.exists():
        raise Unavailable(
            "The recovery file is missing beside the clinic's database, so a backup could not be opened elsewhere.",
            next_step="Ask IT to print a new recovery key.",
        )
    shutil.copyfile(sidecar, partial / SIDECAR)
    manifest = Manifest(
        made_at,
        __version__,
        revision,
        (partial / COPY).stat().st_size,
        file_hash(partial / COPY),
        file_hash(partial / SIDECAR),
        heads,
    )
    sealed = seal(purpose_key(key, "backups"), msgspec.json.encode(manifest), _SEALED_AS)
    (partial / MANIFEST).write_bytes(sealed)
    for name in FILES:
        (partial / name).chmod(0o600)
        flush(partial / name)


def _copy(source: Path, target: Path, key: bytes, progress: Callable[[int, int], None] | None) -> tuple[Head, ...]:
    """Copy page by page into a file under the same key; returns the journal heads from before the copy."""
    reading = connect(source, key)
    try:
        before = _heads(reading)
        writing = sqlcipher.connect(str(target), isolation_level=None)
        try:
            writing.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            # All pages in one step: in WAL mode that is one snapshot, and nobody has to wait for it. In several steps
            # a busy desk would make it begin again and again.
            pages = -1 if progress is None else 2048
            reading.backup(writing, pages=pages, progress=_report(progress), sleep=0.001)
            writing.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself
        finally:
            writing.close()
    except sqlcipher.DatabaseError as problem:
        raise _not_written(target.parent.parent) from problem
    finally:
        reading.close()
    return before


def _report(progress: Callable[[int, int], None] | None) -> Callable[[int, int, int], None] | None:
    return None if progress is None else lambda _status, left, total: progress(left, total)


def read_copy(path: Path, key: bytes, expected: Iterable[Head] = ()) -> tuple[str, tuple[Head, ...]]:
    """Read every page of a copy: seals, structure, schema revision, journal heads.

    `expected` heads must be in its journal, at their place. Raises Unavailable where anything is not as it should be.
    """
    try:
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
    except sqlcipher.Error as problem:
        raise damaged() from problem
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        bad_pages = connection.execute("PRAGMA cipher_integrity_check").fetchone()
        structure = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if bad_pages is not None or structure != ("ok",):
            raise damaged()
        if not all(_holds(connection, head) for head in expected):
            raise damaged()
        return _revision(connection), _heads(connection)
    except sqlcipher.Error as problem:
        raise damaged() from problem
    finally:
        connection.close()


def _holds(connection: Any, head: Head) -> bool:  # noqa: ANN401 - the driver has no types
    query = "SELECT hash FROM journal WHERE chain = ? AND position = ?"
    return head.position == 0 or connection.execute(query, (head.chain, head.position)).fetchone() == (head.hash,)


def _heads(connection: Any) -> tuple[Head, ...]:  # noqa: ANN401 - the driver has no types
    rows = connection.execute("SELECT chain, position, hash FROM chain_head ORDER BY chain").fetchall()
    return tuple(Head(*row) for row in rows)


def _revision(connection: Any) -> str:  # noqa: ANN401 - the driver has no types
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return str(row[0]) if row else ""


def read_manifest(folder: Path, key: bytes) -> Manifest:
    """The manifest of a backup. Raises Unavailable where it is missing, damaged, or of another clinic or key."""
    try:
        sealed = (folder / MANIFEST).read_bytes()
    except OSError as problem:
        raise damaged() from problem
    return msgspec.json.decode(open_sealed(purpose_key(key, "backups"), sealed, _SEALED_AS), type=Manifest)


def damaged() -> Unavailable:
    """The sentence for a copy that does not read well."""
    return Unavailable("This backup is damaged.", next_step="Use an older one, and tell IT.")


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- which there are, and which are kept -------------------------------------------------------------------------------


def backups(folder: Path, key: str = "") -> tuple[BackupInfo, ...]:
    """Every finished backup in a folder, newest first; `key` names whose. A folder that is gone has none."""
    try:
        found = [info for path in folder.iterdir() if (info := _info(path)) and key in ("", info.key)]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda info: (info.made_at, info.path.name), reverse=True))


def last_backup(folder: Path, key: str = "") -> BackupInfo | None:
    """The newest finished backup, or None."""
    return next(iter(backups(folder, key)), None)


def _info(path: Path) -> BackupInfo | None:
    named = _NAME.fullmatch(path.name)
    if not named or not all((path / name).is_file() for name in FILES):
        return None
    try:
        made_at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupInfo(path, made_at, (path / COPY).stat().st_size, named[2])


def is_due(last: datetime | None, hours: Iterable[int], now: datetime, zone: str) -> bool:
    """Whether a full hour of `hours` (clinic time) has come since the last backup; without any backup it always is."""
    if last is None:
        return True
    here = now.astimezone(ZoneInfo(zone))
    today = [here.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in hours]
    past = [at for moment in today for at in (moment, moment - timedelta(days=1)) if at <= here]
    return bool(past) and last < max(past)


def kept(made: Iterable[datetime], zone: str) -> set[datetime]:
    """Which backups stay: all of the last 24 hours, then the newest of each day, week and month, as many as KEEP says."""
    newest_first, tz = sorted(made, reverse=True), ZoneInfo(zone)
    stay = {at for at in newest_first if newest_first[0] - at < timedelta(days=1)}
    for many, period in zip(KEEP, ("%Y-%m-%d", "%G-%V", "%Y-%m"), strict=True):
        firsts: dict[str, datetime] = {}
        for at in newest_first:
            firsts.setdefault(at.astimezone(tz).strftime(period), at)
        stay.update(list(firsts.values())[:many])
    return stay


def thin_out(folder: Path, key: str, zone: str = "UTC") -> tuple[Path, ...]:
    """Remove the backups of one clinic's key that need not stay; returns them. What cannot be removed stays."""
    found = backups(folder, key)
    stay = kept((info.made_at for info in found), zone)
    gone = tuple(info.path for info in found if info.made_at not in stay)
    for path in gone:
        _remove(path)
    return gone


def _free_name(folder: Path, made_at: datetime, key: str) -> Path:
    name = f"frontdesk-{made_at:{_STAMP}}Z-{key}"
    return next(path for path in _numbered(folder / name) if not path.exists())


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    number = 1
    while True:
        number += 1
        yield path.with_name(f"{path.name}-{number}")


def _clean(folder: Path) -> None:
    """Remove what a backup left behind that was killed; a day's grace for one that is still being made."""
    for path in folder.glob(f"{_PARTIAL}*"):
        if datetime.now(UTC).timestamp() - path.stat().st_mtime > timedelta(days=1).total_seconds():
            _remove(path)


def _remove(path: Path) -> None:
    """Remove a backup's folder with its files, and nothing else that somebody put there."""
    for name in (MANIFEST, *FILES, f"{COPY}-journal", f"{COPY}-wal", f"{COPY}-shm"):
        try:
            (path / name).unlink(missing_ok=True)
        except OSError:
            return
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def _require_room(folder: Path, source: Path) -> None:
    wal = source.with_name(f"{source.name}-wal")
    wanted = source.stat().st_size + (wal.stat().st_size if wal.exists() else 0)
    if shutil.disk_usage(folder).free < wanted * 1.1:
        raise Unavailable(
            "The disk with the backups is full: {folder}.",
            next_step="Make room there, or choose another folder. The clinic's own data is not touched.",
            folder=str(folder),
        )


def _not_written(folder: Path) -> Unavailable:
    return Unavailable(
        "The backup could not be written to {folder}.",
        next_step="Check that the disk is plugged in and has room. The clinic's own data is not touched.",
        folder=str(folder),
    )


def flush(path: Path) -> None:
    """Wait until a file, or on Unix the names in a folder, are on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
