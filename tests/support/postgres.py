"""A throw-away PostgreSQL server for tests: started in a temporary folder, gone afterwards.

`python -m tests.support.postgres` prints the folder of the server's programs, or ends with code 1 when there is none.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

if sys.platform != "win32":
    import pwd

SUPERUSER = "postgres"
START_SECONDS = 30
STOP_SECONDS = 20
PORT_TRIES = 3
# Nothing here has to survive a power cut, so the server does not wait for the disk.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")
# Case folding of accented letters depends on the locale; Linux alone has the neutral C.UTF-8.
LOCALE = {"linux": "C.UTF-8", "darwin": "en_US.UTF-8"}.get(sys.platform, "C")
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)


class PostgresMissing(RuntimeError):
    """No PostgreSQL server programs were found on this machine."""


def server_programs() -> Path | None:
    """Return the folder that holds `initdb` and `postgres`, the newest version first, or None."""
    for pattern in PLACES:
        root = Path(Path(pattern).anchor)
        folders = root.glob(Path(pattern).relative_to(root).as_posix()) if root.exists() else ()
        complete = [folder for folder in folders if shutil.which("initdb", path=str(folder))]
        if complete:
            return max(complete, key=lambda folder: [int(part) for part in _digits(folder)])
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found and shutil.which("postgres") else None


def _digits(folder: Path) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in str(folder)).split()


@contextmanager
def throwaway_postgres(settings: Sequence[str] = SPEED, kept: Path | None = None) -> Iterator[str]:
    """Run a server for the length of a `with` block and yield its superuser URL.

    The URL is `postgresql://postgres:PASSWORD@127.0.0.1:PORT/postgres`; every connection has to pass SCRAM.
    The server listens on loopback and on a socket in its own folder. `kept` is a folder whose data stay for the next
    time. Raises PostgresMissing without a server.
    """
    programs = server_programs()
    if programs is None:
        raise PostgresMissing("PostgreSQL is not installed here.")
    folder = Path(tempfile.mkdtemp(prefix="fdpg-")) if kept is None else kept
    folder.mkdir(exist_ok=True)
    word = folder / "word"
    try:
        password = word.read_text("ascii") if word.exists() else secrets.token_urlsafe(18)
        if not word.exists():
            _create_cluster(programs, folder, password)
            word.write_text(password, encoding="ascii")
        process, url = _start(programs, folder, password, settings)
        try:
            yield url
        finally:
            _stop(process)
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


def _owner() -> dict[str, Any]:
    """Return what makes `subprocess` leave root behind: PostgreSQL refuses to run as root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _environment() -> dict[str, str]:
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"LC_ALL": "C"}


def _create_cluster(programs: Path, folder: Path, password: str) -> None:
    word = folder / "password"
    word.write_text(password + "\n", encoding="ascii")
    owner = _owner()
    if owner:
        for path in (folder, word):
            os.chown(path, owner["user"], owner["group"])
    options = [
        "-U",
        SUPERUSER,
        "-A",
        "scram-sha-256",
        f"--pwfile={word}",
        "-E",
        "UTF8",
        f"--locale={LOCALE}",
        "--no-sync",
    ]
    command = [str(programs / "initdb"), "-D", str(folder / "data"), *options]
    made = subprocess.run(command, check=False, env=_environment(), cwd=folder, capture_output=True, text=True, **owner)
    word.unlink()
    if made.returncode != 0:
        raise RuntimeError(f"initdb failed: {made.stderr.strip()}")


def _start(programs: Path, folder: Path, password: str, settings: Sequence[str]) -> tuple[subprocess.Popen[bytes], str]:
    for _ in range(PORT_TRIES):  # another program may take the free port between our look and the server's bind
        port = _free_port()
        process = _launch(programs, folder, port, settings)
        url = f"postgresql://{SUPERUSER}:{password}@127.0.0.1:{port}/postgres"
        if _answers(process, url):
            return process, url
        _stop(process)
    log = (folder / "server.log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"PostgreSQL did not start: {log[-2000:]}")


def _launch(programs: Path, folder: Path, port: int, more: Sequence[str]) -> subprocess.Popen[bytes]:
    settings = [*more, "listen_addresses=127.0.0.1", "password_encryption=scram-sha-256"]
    if sys.platform != "win32":
        settings.append(f"unix_socket_directories={folder}")
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    command += [word for setting in settings for word in ("-c", setting)]
    leash = _die_with_parent if sys.platform == "linux" else None
    with (folder / "server.log").open("wb") as log:
        return subprocess.Popen(
            command,
            env=_environment(),
            cwd=folder,
            stdout=log,
            stderr=log,
            preexec_fn=leash,  # noqa: PLW1509 - one short system call, made before any thread of a test runs
            **_owner(),
        )


def _die_with_parent() -> None:
    """Ask Linux to stop the server when the test process is killed, so no run leaves one behind."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGQUIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(process: subprocess.Popen[bytes], url: str) -> bool:
    for _ in range(START_SECONDS * 20):
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            pass
        else:
            return True
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    # SIGINT is the server's fast shutdown: it does not wait for sessions that a failed test left open.
    process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    place = server_programs()
    if place is None:
        sys.exit(1)
    sys.stdout.write(f"{place}\n")
