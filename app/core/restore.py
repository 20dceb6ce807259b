"""Putting a backup back: verified before anything is touched, written beside, swapped in; what was there is kept."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from app.core.backup import COPY, MANIFEST, SIDECAR, Manifest, damaged, file_hash, flush, read_copy, read_manifest
from app.core.bundle import Bundle
from app.core.clock import Clock
from app.core.errors import ClinicError, Unavailable
from app.core.journal import Head
from app.core.paths import ensure_folder, require_local
from app.core.places import sidecar_path
from app.core.recovery import read_sidecar, unwrap

_PARTS: Final = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """A clinic put back: its secrets for this login's keyring, what the backup said, and where the old data went."""

    bundle: Bundle
    manifest: Manifest
    set_aside: Path | None


class OlderBackup(ClinicError):
    """The backup lacks entries that this desk has seen; a person must say that this is wanted."""


def check_backup(folder: Path, clinic_key: bytes) -> Manifest:
    """Read a whole backup. Raises Unavailable where a file is missing, damaged, exchanged, or of another clinic."""
    folder = backup_folder(folder)
    try:
        manifest = read_manifest(folder, clinic_key)
        sound = (
            (folder / COPY).stat().st_size == manifest.size
            and file_hash(folder / COPY) == manifest.sha256
            and file_hash(folder / SIDECAR) == manifest.sidecar_sha256
        )
    except OSError as problem:
        raise damaged() from problem
    if not sound or read_copy(folder / COPY, clinic_key) != (manifest.revision, manifest.heads):
        raise damaged()
    return manifest


def backup_folder(path: Path) -> Path:
    """The folder of a backup, also where one of its files was named. Raises ClinicError for anything else."""
    folder = path.parent if path.is_file() else path
    if not (folder / COPY).is_file() and not (folder / MANIFEST).is_file():
        raise ClinicError(
            "There is no backup in {folder}.",
            next_step="Choose a folder whose name begins with frontdesk- and a date.",
            field="backup",
            folder=str(folder),
        )
    return folder


def restore(
    backup: Path, code: str, target: Path, clock: Clock, *, seen: Iterable[Head] = (), accept_older: bool = False
) -> Restored:
    """Put a backup at `target`, where a database may be or not; needs the recovery key of the backup's time.

    `seen` are the anchors of this desk. Raises ClinicError for a wrong code, OlderBackup where entries that were seen
    would be lost (unless `accept_older`), Unavailable for a backup that is damaged or of another clinic. Whatever is
    raised, and whenever the power fails, the data that was there still is: under its name, or set aside beside it.
    """
    folder = backup_folder(backup)
    require_local(target)
    here = _recovery_file_of(target)
    bundle = _unlock(_read(folder / SIDECAR), here, code)
    manifest = check_backup(folder, bundle.clinic_key)
    if not accept_older:
        _require_all_seen(manifest, seen)
    ensure_folder(target.parent)
    fresh = target.with_name(f"{target.name}.restoring")
    fresh_sidecar = fresh.with_name(f"{fresh.name}.recovery")
    try:
        _bring(folder, fresh, fresh_sidecar, manifest, bundle)
        aside = _swap(fresh, fresh_sidecar, target, clock.now())
        flush(target.parent)
    except OSError as problem:
        raise Unavailable(
            "The backup could not be written to {folder}.",
            next_step="Check that the disk has room. What was there is still there.",
            folder=str(target.parent),
        ) from problem
    finally:
        fresh.unlink(missing_ok=True)
        fresh_sidecar.unlink(missing_ok=True)
    return Restored(bundle, manifest, aside)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise damaged() from problem


def _recovery_file_of(target: Path) -> bytes | None:
    """The recovery file beside a database; a missing or damaged one says nothing."""
    try:
        data = sidecar_path(target).read_bytes()
        read_sidecar(data)
    except (OSError, Unavailable):
        return None
    return data


def _unlock(sidecar: bytes, here: bytes | None, code: str) -> Bundle:
    """The secrets of a backup: by the paper of its time, or by the newer paper of this computer for the same key."""
    ours = read_sidecar(here) if here else None
    theirs = read_sidecar(sidecar)
    if ours and ours.clinic != theirs.clinic:
        raise Unavailable(
            "This backup is of another clinic than the one on this computer.",
            next_step="Choose a backup of this clinic, or another folder for that one.",
        )
    try:
        return unwrap(sidecar, code)
    except Unavailable:
        raise
    except ClinicError:
        if here is None or ours is None or ours.key != theirs.key:
            raise
        return unwrap(here, code)


def _require_all_seen(manifest: Manifest, seen: Iterable[Head]) -> None:
    reached = {head.chain: head.position for head in manifest.heads}
    lacking: dict[str, int] = {}
    for head in seen:
        lacking[head.chain] = max(lacking.get(head.chain, 0), head.position - reached.get(head.chain, 0))
    if missing := sum(lacking.values()):
        raise OlderBackup(
            "This backup is older than what this desk has seen: {count} entries of the journal are not in it.",
            next_step="Use a newer backup, or say that these entries may be lost and enter them again.",
            field="backup",
            count=missing,
        )


def _bring(folder: Path, fresh: Path, fresh_sidecar: Path, manifest: Manifest, bundle: Bundle) -> None:
    """Copy the backup beside its place and read it there: the way from the other disk may have damaged it."""
    shutil.copyfile(folder / COPY, fresh)
    shutil.copyfile(folder / SIDECAR, fresh_sidecar)
    if file_hash(fresh) != manifest.sha256 or file_hash(fresh_sidecar) != manifest.sidecar_sha256:
        raise damaged()
    read_copy(fresh, bundle.clinic_key, manifest.heads)
    for path in (fresh, fresh_sidecar):
        path.chmod(0o600)
        flush(path)


def _swap(fresh: Path, fresh_sidecar: Path, target: Path, now: datetime) -> Path | None:
    """Set the old files aside, database first, so that a log is never left to the wrong database; then move in."""
    aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    found = [part for part in _PARTS if target.with_name(target.name + part).exists()]
    for part in found:
        target.with_name(target.name + part).rename(aside.with_name(aside.name + part))
    _move_sidecar(fresh_sidecar, sidecar_path(target), aside.with_name(f"{aside.name}.recovery"))
    fresh.rename(target)
    return aside if found else None


def _move_sidecar(fresh: Path, place: Path, aside: Path) -> None:
    """Move a recovery file in, unless the one in its place is for the same key: that one may be for a newer paper."""
    if place.exists():
        try:
            if read_sidecar(place.read_bytes()).key == read_sidecar(fresh.read_bytes()).key:
                return
        except Unavailable:
            pass  # a damaged one is set aside like one for another key
        place.rename(aside)
    fresh.rename(place)
