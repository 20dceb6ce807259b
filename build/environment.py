"""The private `.venv`: made once from `requirements.lock`, then left alone until the lock or the Python changes."""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from say import SetupError, say
from system_packages import install_for

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "frontdesk.stamp"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
SUFFIX = ".exe" if sys.platform == "win32" else ""
PYTHON = SCRIPTS / f"python{SUFFIX}"
UV = SCRIPTS / f"uv{SUFFIX}"


def ensure_environment() -> None:
    """Make `.venv` hold exactly what the lock names. The second time this reads three files and does nothing.

    Raises SetupError with one sentence when the packages cannot be fetched or the Python lacks `venv`.
    """
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted:
        return
    say("Setting up .venv. This takes a minute the first time and needs the network.")
    _make_venv()
    _install_uv()
    _install_packages()
    STAMP.write_text(wanted, encoding="ascii")


def fingerprint() -> str:
    """Return a digest of all that decides what belongs into `.venv`: lock, project file, Python, place."""
    digest = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    # Scripts in a virtual environment hold absolute paths, so a moved folder needs a new one.
    digest.update("\n".join((sys.version, sys.base_prefix, str(ROOT))).encode())
    return digest.hexdigest()


def variables() -> dict[str, str]:
    """Return the environment for programs inside `.venv`: its scripts come first on PATH."""
    env = dict(os.environ)
    env.pop("PYTHONHOME", None)
    # Where byte code may not be kept every start compiles the whole program again.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["VIRTUAL_ENV"] = str(VENV)
    env["PATH"] = os.pathsep.join((str(SCRIPTS), env.get("PATH", "")))
    env["UV_COMPILE_BYTECODE"] = "1"
    env["UV_PYTHON_DOWNLOADS"] = "never"
    return env


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        install_for("venv")
    base = getattr(sys, "_base_executable", sys.executable)
    command = [base, "-m", "venv", str(VENV)]
    if not _same_python():
        command.insert(3, "--clear")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SetupError(f"Python could not make the folder .venv: {_last_line(done)}")


def _same_python() -> bool:
    try:
        config = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    version = ".".join(str(part) for part in sys.version_info[:3])
    return (
        PYTHON.exists() and re.search(rf"^version(_info)? = {re.escape(version)}\b", config, re.MULTILINE) is not None
    )


def _install_uv() -> None:
    """Install the one uv that the lock names, checked against its hashes, by the pip that comes with Python."""
    locked = re.search(r"^uv==(\S+)(?:.*\\\n)(?:\s+--hash=.*\n)+", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if locked is None:
        raise SetupError("requirements.lock names no uv; take the file from the last commit and start again.")
    if UV.exists() and _output([str(UV), "--version"]).startswith(f"uv {locked[1]}"):
        return
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "uv.txt"
        wanted.write_text(locked[0], encoding="utf-8")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _fetch([*pip, "--require-hashes", "--no-deps", "-r", str(wanted)])


def _install_packages() -> None:
    target = ["--quiet", "--python", str(PYTHON)]
    try:
        _fetch([str(UV), "pip", "sync", *target, "--require-hashes", str(LOCK)])
    except SetupError:
        # A machine may reach its package index by pip's own settings alone, which uv does not read.
        _fetch([str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", str(LOCK)])
    local = ["--offline", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    _fetch([str(UV), "pip", "install", *target, *local])


def _fetch(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=variables(), cwd=ROOT)
    if done.returncode != 0:
        raise SetupError(
            "The packages named in requirements.lock could not be installed; check the network or the package index "
            f"of this machine and start again ({_last_line(done)})."
        )


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    return lines[-1][:200] if lines else f"code {done.returncode}"
