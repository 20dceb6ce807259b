"""How fast the window stands, how fast a person can search, and how much memory the demo day takes: child processes."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import perf_counter

from app.exchange.demo.build import make_demo
from app.migrations.upgrade import upgrade
from tests.bench.measures import RUNS, Figure, measure, middle

ROOT = Path(__file__).resolve().parents[2]
BARE, PROGRAM = (sys.executable, "tests/bench/bare.py"), (sys.executable, "main.py")
#: a start that takes longer has failed
PATIENCE = 60
#: memory has settled when it has not grown for this long, in seconds
QUIET = 4.0
#: a little above what a start takes now: each new room has to keep it
SIGN_IN, SEARCH, MEGABYTES = 1.65, 5.2, 230.0


@cache
def demo() -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """The demo clinic, made once; the folder goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="frontdesk-bench-")
    made = make_demo(Path(folder.name) / "clinic", upgrade)
    return folder, made.site


@contextmanager
def started(command: tuple[str, ...], until: str = "") -> Iterator[subprocess.Popen[str]]:
    """A child on the demo clinic without a display; `until` names where it ends."""
    folder, site = demo()
    env = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "FRONTDESK_SITE": str(site), "FRONTDESK_BENCH": until,
        "FRONTDESK_HOME": str(Path(folder.name) / "home"), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    child = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        assert child.stdout is not None
        child.stdout.close()


def seconds(command: tuple[str, ...], until: str = "") -> float:
    """From the start of the process to its word READY. Raises RuntimeError when it ends without one."""
    begin = perf_counter()
    with started(command, until) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith("READY"):
                return perf_counter() - begin
    raise RuntimeError(f"{' '.join(command)} ended before it was ready ({until})")


@measure("startup_sign_in", "startup_search_ready")
def measure_starts() -> list[Figure]:
    """Both starts against the bare window, in turns."""
    seconds(BARE), seconds(PROGRAM, "sign_in"), seconds(PROGRAM, "search_ready")  # byte code and caches are warm then
    rows = [(seconds(BARE), seconds(PROGRAM, "sign_in"), seconds(PROGRAM, "search_ready")) for _ in range(RUNS)]
    bare, sign_in, search = (middle([row[at] * 1000 for row in rows]) for at in range(3))
    return [
        Figure("startup_sign_in", sign_in, "ms", SIGN_IN, bare),
        Figure("startup_search_ready", search, "ms", SEARCH, bare),
    ]


def peak(process: int) -> float:
    """The most memory a process has held so far, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def settled_peak() -> float:
    """The peak of one program that signs in by itself and shows the demo day."""
    with started(PROGRAM, "stay") as child:
        seen, since, begin = 0.0, perf_counter(), perf_counter()
        while perf_counter() - since < QUIET and perf_counter() - begin < PATIENCE:
            try:
                child.wait(0.2)
            except subprocess.TimeoutExpired:
                now = peak(child.pid)
                if now > seen + 0.5:
                    seen, since = now, perf_counter()
            else:
                raise RuntimeError("the program ended while its memory was measured")
    return seen


@measure("memory_demo_day")
def measure_memory() -> list[Figure]:
    """Peak resident memory with the demo day open; three starts, since it hardly varies. Linux alone tells it."""
    if sys.platform != "linux":
        return []
    return [Figure("memory_demo_day", middle([settled_peak() for _ in range(3)]), "MB", MEGABYTES)]
