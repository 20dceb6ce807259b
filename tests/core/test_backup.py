"""Backups: made while people work, believed only after they were read, thinned out, and never put over anything."""

import json
import os
import random
import shutil
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from app.core import backup as backups
from app.core.backup import COPY, FILES, MANIFEST, SIDECAR, BackupInfo, backup, is_due, kept, last_backup
from app.core.bundle import Bundle
from app.core.clock import FixedClock, local_day
from app.core.database import Database, open_embedded
from app.core.errors import ClinicError, Unavailable
from app.core.journal import ChainHead, Head, JournalEntry, Line, append, heads
from app.core.orm import Base
from app.core.places import sidecar_path
from app.core.recovery import new_recovery_code, rewrap, wrap
from app.core.restore import OlderBackup, Restored, check_backup, restore
from app.core.sealing import key_id

KEY = bytes(range(32))
CODE = new_recovery_code()
NOW = datetime(2026, 3, 10, 17, 40, tzinfo=UTC)
NAME = "Sentinel Garcia"
CORE_TABLES = [JournalEntry.__table__, ChainHead.__table__]


def make(path: Path, key: bytes = KEY, clinic: str = "clinic-1", code: str = CODE) -> Database:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = open_embedded(path, key, clock=FixedClock(NOW), create=True)
    Base.metadata.create_all(database.engine, tables=CORE_TABLES)  # type: ignore[arg-type]
    sidecar_path(path).write_bytes(wrap(Bundle(key, "pw"), code, clinic))
    write(database, 20)
    return database


def write(database: Database, lines: int = 1) -> tuple[Head, ...]:
    for _ in range(lines):
        with database.writing() as session:
            append(session, Line(NOW, "change", "a.b", f"Booked {NAME}", 1, "Ana", "desk", details="{}" * 500))
            session.commit()
    with database.reading() as session:
        return heads(session)


@dataclass
class Desk:
    database: Database
    folder: Path
    clock: FixedClock

    @property
    def path(self) -> Path:
        assert self.database.path
        return self.database.path

    def back_up(self) -> BackupInfo:
        return backup(self.database, self.folder, self.clock)

    def restore(self, info: BackupInfo, target: Path, code: str = CODE) -> Restored:
        return restore(info.path, code, target, self.clock)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = make(tmp_path / "data" / "clinic.db")
    yield Desk(database, tmp_path / "backups", FixedClock(NOW))
    database.close()


def lines_in(path: Path, key: bytes = KEY) -> int:
    database = open_embedded(path, key)
    with database.reading() as session:
        (head,) = heads(session)
    database.close()
    return head.position


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- making -----------------------------------------------------------------------------------------------------------


def test_a_backup_is_a_whole_encrypted_copy(desk: Desk) -> None:
    info = desk.back_up()
    manifest = check_backup(info.path, KEY)
    assert manifest.heads == write(desk.database, 0)
    assert (info.made_at, info.key, info.age(NOW + timedelta(hours=2))) == (NOW, key_id(KEY), timedelta(hours=2))
    assert sorted(path.name for path in info.path.iterdir()) == sorted(FILES)
    assert not any(NAME.encode() in data or data.startswith(b"SQLite") for data in everything(desk.folder).values())
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in info.path.iterdir()} == {0o600}


def test_a_backup_while_others_write_holds_what_was_there_before(desk: Desk) -> None:
    before, stop = write(desk.database, 0), threading.Event()

    def work() -> None:
        while not stop.is_set():
            write(desk.database)

    writer = threading.Thread(target=work)
    writer.start()
    try:
        info = desk.back_up()
    finally:
        stop.set()
        writer.join()
    (head,) = check_backup(info.path, KEY).heads
    assert head.position >= before[0].position


def test_progress_is_told_and_may_cancel(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    backup(desk.database, desk.folder, desk.clock, progress=lambda left, total: told.append((left, total)))
    assert told[-1][0] == 0

    def cancel(left: int, total: int) -> None:
        raise KeyboardInterrupt

    desk.clock.advance(minutes=1)
    with pytest.raises(KeyboardInterrupt):
        backup(desk.database, desk.folder, desk.clock, progress=cancel)
    assert len(list(desk.folder.iterdir())) == 1


def test_two_backups_in_one_second_both_stay(desk: Desk) -> None:
    assert desk.back_up().path != desk.back_up().path
    assert len(backups.backups(desk.folder)) == 2


def test_a_damaged_database_gives_no_backup(desk: Desk) -> None:
    desk.back_up()
    desk.database.close()
    with desk.path.open("r+b") as file:
        file.seek(-3000, os.SEEK_END)
        file.write(b"\0" * 100)
    desk.clock.advance(hours=1)
    with pytest.raises(Unavailable):
        desk.back_up()
    assert len(list(desk.folder.iterdir())) == 1


def test_without_the_recovery_file_no_backup_is_believed(desk: Desk) -> None:
    sidecar_path(desk.path).unlink()
    with pytest.raises(Unavailable, match="recovery file is missing"):
        desk.back_up()
    assert list(desk.folder.iterdir()) == []


def test_a_folder_that_takes_no_backup_is_told(desk: Desk) -> None:
    desk.folder.write_text("not a folder")
    with pytest.raises(Unavailable, match="cannot write"):
        desk.back_up()
    assert lines_in(desk.path) == 20


def test_a_full_disk_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(100, 100, 0))
    with pytest.raises(Unavailable, match="full"):
        desk.back_up()


def test_what_a_killed_backup_left_goes_after_a_day(desk: Desk) -> None:
    old, young = desk.folder / ".partial-old", desk.folder / ".partial-young"
    for path in (old, young):
        path.mkdir(parents=True)
        (path / COPY).write_bytes(b"x")
    os.utime(old, (0, 0))
    desk.back_up()
    assert (old.exists(), young.exists()) == (False, True)


# --- keeping ----------------------------------------------------------------------------------------------------------


def test_days_weeks_and_months_keep_their_newest() -> None:
    made = [NOW - timedelta(hours=12 * half) for half in range(900)]
    stay = sorted(kept(made, "America/Los_Angeles"), reverse=True)
    evenings = [NOW - timedelta(hours=12, days=day) for day in range(6)]  # 22:40 there is the newest of its day
    assert stay[:7] == [NOW, *evenings]
    assert len(stay) <= 7 + 5 + 12
    assert len({local_day(at, "America/Los_Angeles").strftime("%Y-%m") for at in stay}) == 12
    assert kept([], "UTC") == set()
    assert kept(stay, "America/Los_Angeles") == set(stay)


def test_old_backups_go_and_other_things_stay(desk: Desk) -> None:
    (desk.folder).mkdir()
    (desk.folder / "letter.txt").write_text("keep me")
    for _ in range(10):
        info = desk.back_up()
        desk.clock.advance(days=1)
    other = desk.folder / f"frontdesk-20200101-120000Z-{'0' * 16}"
    shutil.copytree(info.path, other)
    desk.back_up()
    names = {path.name for path in desk.folder.iterdir()}
    assert {"letter.txt", other.name} <= names
    assert len(backups.backups(desk.folder, key_id(KEY))) == 7


def test_the_last_backup_is_found_without_a_key(desk: Desk) -> None:
    assert last_backup(desk.folder) is None
    desk.back_up()
    desk.clock.advance(hours=3)
    newest = desk.back_up()
    assert last_backup(desk.folder) == newest
    (newest.path / MANIFEST).unlink()
    found = last_backup(desk.folder)
    assert found
    assert found.made_at == NOW


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, "10:00", True),
        ("11:59", "12:00", True),
        ("12:00", "12:30", False),
        ("12:30", "18:59", False),
        ("12:30", "19:00", True),
    ],
)
def test_a_backup_is_due_at_its_hours_of_the_clinic(last: str | None, now: str, due: bool) -> None:
    def at(text: str) -> datetime:
        return datetime.fromisoformat(f"2026-03-10T{text}:00-07:00").astimezone(UTC)

    assert is_due(at(last) if last else None, (12, 19), at(now), "America/Los_Angeles") is due


def test_yesterdays_missed_backup_is_due_this_morning() -> None:
    assert is_due(NOW - timedelta(days=2), (23,), NOW, "UTC")
    assert not is_due(NOW - timedelta(days=2), (), NOW, "UTC")


# --- putting back -----------------------------------------------------------------------------------------------------


def test_a_backup_comes_back_on_a_new_computer(desk: Desk, tmp_path: Path) -> None:
    info = desk.back_up()
    target = tmp_path / "new computer" / "clinic.db"
    for named in (info.path, info.path / COPY):
        done = restore(named, CODE.lower(), target, desk.clock)
        shutil.move(target, target.with_name("looked-at.db"))
        assert done.bundle == Bundle(KEY, "pw")
        assert done.set_aside is None
    assert lines_in(target.with_name("looked-at.db")) == 20


def test_what_was_there_is_set_aside_whole(desk: Desk) -> None:
    info = desk.back_up()
    write(desk.database, 5)
    wal = desk.path.with_name("clinic.db-wal")
    assert wal.exists()
    kept_open = sqlcipher.connect(str(desk.path))  # a desk that was killed leaves its log behind
    desk.database.close()
    done = desk.restore(info, desk.path)
    kept_open.close()
    assert done.set_aside
    assert (lines_in(desk.path), lines_in(done.set_aside)) == (20, 25)


def test_an_older_backup_is_refused_until_somebody_accepts_it(desk: Desk) -> None:
    info = desk.back_up()
    seen = write(desk.database, 3)
    before = everything(desk.path.parent)
    with pytest.raises(OlderBackup, match="3 entries"):
        restore(info.path, CODE, desk.path, desk.clock, seen=seen)
    assert everything(desk.path.parent) == before
    restore(info.path, CODE, desk.path, desk.clock, seen=seen, accept_older=True)
    assert lines_in(desk.path) == 20


def test_the_wrong_code_is_told(desk: Desk, tmp_path: Path) -> None:
    info = desk.back_up()
    with pytest.raises(ClinicError, match="does not open"):
        desk.restore(info, tmp_path / "new" / "clinic.db", new_recovery_code())
    assert not (tmp_path / "new").exists()


def test_a_newer_paper_opens_older_backups_on_its_own_computer(desk: Desk, tmp_path: Path) -> None:
    info, fresh = desk.back_up(), new_recovery_code()
    sidecar = sidecar_path(desk.path)
    sidecar.write_bytes(rewrap(sidecar.read_bytes(), CODE, fresh))
    newest = sidecar.read_bytes()
    desk.database.close()
    desk.restore(info, desk.path, fresh)
    assert sidecar.read_bytes() == newest
    desk.restore(info, tmp_path / "elsewhere" / "clinic.db", CODE)


def test_another_clinic_is_never_replaced(desk: Desk, tmp_path: Path) -> None:
    info = desk.back_up()
    other = make(tmp_path / "other" / "clinic.db", bytes(32), "clinic-2")
    other.close()
    before = everything(tmp_path / "other")
    with pytest.raises(Unavailable, match="another clinic"):
        desk.restore(info, tmp_path / "other" / "clinic.db")
    assert everything(tmp_path / "other") == before


def test_a_backup_is_not_put_on_a_network_drive(desk: Desk) -> None:
    info = desk.back_up()
    with pytest.raises(Unavailable, match="network drive"):
        desk.restore(info, Path("//server/share/clinic.db"))


def test_files_of_two_backups_do_not_mix(desk: Desk, tmp_path: Path) -> None:
    first = desk.back_up()
    desk.clock.advance(hours=1)
    write(desk.database, 3)
    second = desk.back_up()
    for name in (COPY, MANIFEST):
        mixed = tmp_path / f"mixed {name}"
        shutil.copytree(second.path, mixed)
        shutil.copy(first.path / name, mixed / name)
        with pytest.raises(Unavailable, match="damaged"):
            restore(mixed, CODE, tmp_path / "new" / "clinic.db", desk.clock)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", ["missing", "empty", "cut", "longer"])
def test_a_backup_with_a_broken_file_is_refused(desk: Desk, tmp_path: Path, name: str, how: str) -> None:
    info = desk.back_up()
    path = info.path / name
    data = path.read_bytes()
    if how == "missing":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "cut": data[: len(data) // 2], "longer": data + b"x"}[how])
    with pytest.raises(ClinicError) as caught:
        desk.restore(info, tmp_path / "new" / "clinic.db")
    assert caught.value.advice
    assert not (tmp_path / "new").exists()


def test_a_flipped_bit_anywhere_is_found(desk: Desk, tmp_path: Path) -> None:
    info = desk.back_up()
    chance = random.Random(7)
    target = tmp_path / "new" / "clinic.db"
    for name in FILES:
        path, data = info.path / name, (info.path / name).read_bytes()
        for place in {0, len(data) - 2, *(chance.randrange(len(data) - 1) for _ in range(60))}:
            flipped = bytearray(data)
            flipped[place] ^= 1 << chance.randrange(8)
            path.write_bytes(flipped)
            with pytest.raises(Unavailable):
                desk.restore(info, target)
        path.write_bytes(data)
    assert not target.parent.exists()
    desk.restore(info, target)


def test_a_copy_that_breaks_on_the_way_touches_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    info = desk.back_up()
    before = everything(desk.path.parent)
    real = shutil.copyfile

    def breaking(source: Path, target: Path) -> None:
        real(source, target)
        if source.name == COPY:
            os.truncate(target, 4096)

    monkeypatch.setattr(shutil, "copyfile", breaking)
    with pytest.raises(Unavailable, match="damaged"):
        desk.restore(info, desk.path)
    assert everything(desk.path.parent) == before


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a child process that is killed at its n-th touch of the file system; False when it got through."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, _arguments: object) -> None:
            if event in {"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "shutil.copyfile"}:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill")
def test_a_restore_killed_at_any_step_loses_nothing(desk: Desk) -> None:
    """The old data is always there, under its own name or set aside, and a second try works."""
    info = desk.back_up()
    write(desk.database, 5)
    desk.database.close()
    data = desk.path.parent
    pristine = data.with_name("pristine")
    shutil.copytree(data, pristine)
    step = 1
    while killed_at(step, lambda: desk.restore(info, desk.path)):
        found = [lines_in(path) for path in data.glob("clinic.db*") if path.suffix == ".db" or "before" in path.suffix]
        assert 25 in found
        desk.clock.advance(seconds=1)
        desk.restore(info, desk.path)
        assert lines_in(desk.path) == 20
        shutil.rmtree(data)
        shutil.copytree(pristine, data)
        step += 1
    assert step > 5
    assert lines_in(desk.path) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill")
def test_a_backup_killed_at_any_step_is_there_whole_or_not_at_all(desk: Desk) -> None:
    desk.database.close()

    def work() -> None:
        database = open_embedded(desk.path, KEY, clock=desk.clock)
        backup(database, desk.folder, desk.clock)

    step = 1
    while killed_at(step, work):
        for info in backups.backups(desk.folder):
            check_backup(info.path, KEY)
        desk.clock.advance(minutes=1)
        step += 1
    assert step > 5
    assert lines_in(desk.path) == 20
    newest = last_backup(desk.folder)
    assert newest
    assert newest.made_at == desk.clock.now()


def test_the_sidecar_in_a_backup_says_whose_it_is(desk: Desk) -> None:
    assert json.loads((desk.back_up().path / SIDECAR).read_bytes())["clinic"] == "clinic-1"
