"""The commands of `build/dev.py`: run the demo clinic, test everything, make the installer."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from environment import LOCK, PYTHON, ROOT, UV, ensure_environment, variables
from say import SetupError, complain, say
from system_packages import ensure_if_allowed, ensure_system, install_for

NOTHING_COLLECTED = 5
DEMO_OUT = ROOT / "demo-out"
#: where Linux keeps files in memory, and how many bytes have to be free there for the databases of a test run
MEMORY, MEMORY_FREE = Path("/dev/shm"), 4 << 30  # noqa: S108 - a folder with a random name is made in it


def main(words: Sequence[str]) -> int:
    """Carry out one command and return its exit code; trouble with the set-up becomes one sentence and code 2."""
    options = _parser().parse_args(words)
    try:
        code: int = options.call(options)
    except SetupError as trouble:
        complain(str(trouble))
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build/dev.py", description="Work on Frontdesk.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("run", help="open the demo clinic; without a display, play its day and keep pictures")
    command.set_defaults(call=run)
    command = commands.add_parser("test", help="lint, types, layers and all tests on both databases")
    command.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    command.add_argument("--all", action="store_true", help="add the runs that take hours, and more examples")
    command.add_argument("rest", nargs="*", metavar="-- PYTEST ARGUMENTS", help="run pytest alone, with these words")
    command.set_defaults(call=test)
    command = commands.add_parser("package", help="build the installer that carries one location's settings")
    command.add_argument("--location", type=Path, required=True, metavar="FILE.toml")
    command.add_argument("--out", type=Path, default=ROOT / "dist")
    command.set_defaults(call=package)
    command = commands.add_parser("lock", help="make requirements.lock again after a change in pyproject.toml")
    command.set_defaults(call=lock)
    return parser


def run(_: argparse.Namespace) -> int:
    """Open the demo clinic, or play its day offscreen where there is no display."""
    display = has_display()
    ensure_system("window" if display else "offscreen")
    ensure_environment()
    if not display:
        say("No display here: playing the demo day offscreen.")
        code = _python("build/play.py", "--out", str(DEMO_OUT), QT_QPA_PLATFORM="offscreen")
        if code == 0:
            say(f"Pictures of every screen and the end-of-day PDF are in {DEMO_OUT}")
        return code
    with tempfile.TemporaryDirectory(prefix="frontdesk-demo-", ignore_cleanup_errors=True) as folder:
        code = _python("-m", "app.cli", "demo", "--out", folder)
        if code != 0:
            return code
        return _python("main.py", FRONTDESK_SITE=str(Path(folder) / "site.toml"))


def has_display() -> bool:
    """Say whether a window could be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(v) for v in ("DISPLAY", "WAYLAND_DISPLAY"))


def test(options: argparse.Namespace) -> int:
    """Run every check, also after one has failed, and return 0 only when all passed."""
    ensure_system("offscreen", *(("window", "package", "install") if options.all else ()))
    for wish in ("keyring", "reader"):
        ensure_if_allowed(wish)
    ensure_environment()
    env = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    if options.all:
        env["FRONTDESK_TEST_NIGHT"] = "1"
    if options.sqlite_only:
        env["FRONTDESK_TEST_ENGINES"] = "sqlite"
    else:
        _ensure_postgres()
    steps = _pytest(options.rest) if options.rest else {**_checks(), **_passes(everything=options.all)}
    with _scratch() as scratch:
        failed = [
            name
            for name, command in steps.items()
            if not _passed(name, command, env if name == "bench" else {**env, **scratch})
        ]
    if failed:
        complain(f"Not passed: {', '.join(failed)}")
        return 1
    say("All passed.")
    return 0


@contextmanager
def _scratch() -> Iterator[dict[str, str]]:
    """Where tests put what they throw away: in memory where there is room. Figures are measured on the disk all the same."""
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < MEMORY_FREE:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="frontdesk-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # the database server is another user's when root tests
        yield {"TMPDIR": folder}


def _checks() -> dict[str, list[str]]:
    return {
        "ruff": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
        "mypy": ["-m", "mypy", "--strict", "app", "main.py", "build"],
        "import-linter": [
            "-c",
            "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))",
        ],
    }


def _pytest(words: Sequence[str]) -> dict[str, list[str]]:
    return {"pytest": ["-m", "pytest", "-q", *words]}


def _passes(*, everything: bool) -> dict[str, list[str]]:
    """Tests share the processors; figures are measured afterwards, alone and in order."""
    alone = ["-m", "pytest", "-q", "-s", "-p", "no:randomly"]
    passes = {
        "pytest": ["-m", "pytest", "-q", "-n", "2", "-m", "not long and not bench"],
        "bench": [*alone, "-m", "bench and not long"],
    }
    if everything:
        passes["long runs"] = [*alone, "-m", "long"]
    return passes


def _passed(name: str, command: list[str], env: dict[str, str]) -> bool:
    say(f"--- {name}")
    began = time.monotonic()
    code = _python(*command, **env)
    say(f"--- {name}: {'passed' if code in {0, NOTHING_COLLECTED} else 'FAILED'} in {time.monotonic() - began:.0f} s")
    return code == 0 or (code == NOTHING_COLLECTED and name in {"bench", "long runs"})


def _ensure_postgres() -> None:
    """Find a PostgreSQL server, install it where we may, or name the way without it."""
    if _has_postgres():
        return
    try:
        install_for("postgres")
    except SetupError as trouble:
        raise SetupError(f"{trouble}; or leave PostgreSQL out: python3 build/dev.py test --sqlite-only") from None
    if not _has_postgres():
        raise SetupError("PostgreSQL was not found after its installation; test without it: --sqlite-only")


def _has_postgres() -> bool:
    return (
        subprocess.run([PYTHON, "-m", "tests.support.postgres"], check=False, cwd=ROOT, capture_output=True).returncode
        == 0
    )


def package(options: argparse.Namespace) -> int:
    """Build the bundle and the installer for one location."""
    location = options.location.resolve()
    if not location.is_file():
        raise SetupError(f"There is no file {options.location}; give the location's settings by --location FILE.toml.")
    ensure_system("window", "package")
    ensure_environment()
    return _python("build/package.py", "--location", str(location), "--out", str(options.out.resolve()))


def lock(_: argparse.Namespace) -> int:
    """Resolve the newest versions that pyproject.toml allows, for every system, and keep them with their hashes.

    uv's own lock names the addresses of one package index, so only its export stays.
    """
    ensure_environment()
    export = ["--all-groups", "--no-emit-project", "--no-header", "--no-annotate", "-o", str(LOCK)]
    try:
        return _uv("lock") or _uv("export", *export)
    finally:
        (ROOT / "uv.lock").unlink(missing_ok=True)


def _uv(*words: str) -> int:
    return subprocess.run([str(UV), *words, "--quiet"], check=False, cwd=ROOT, env=variables()).returncode


def _python(*words: str, **env: str) -> int:
    return subprocess.run([str(PYTHON), *words], check=False, cwd=ROOT, env=variables() | env).returncode
