"""Build the program as one folder and, on Debian's relatives, the package that installs it with a location's settings.

    python build/package.py --location FILE.toml --out dist

`build/dev.py package` calls this with everything in place.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import icu
from debian import build_deb
from notices import notices, system_packages

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.core.settings import load_settings  # noqa: E402 - found by the line above

WORK = ROOT / "dist-work"
BUNDLE = WORK / "bundle" / "frontdesk"
BUNDLE_LIMIT_MB = 150


def main() -> int:
    """Build the bundle, then the installer of this system; print where they are."""
    parser = argparse.ArgumentParser(description="Build the installer that carries one location's settings.")
    parser.add_argument("--location", type=Path, required=True, metavar="FILE.toml")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--version", default=project()["version"], help="another version number, to test an upgrade")
    parser.add_argument("--reuse-bundle", action="store_true", help="pack the bundle of the last run again")
    options = parser.parse_args()
    problems = location_problems(options.location)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 2
    if not (options.reuse_bundle and BUNDLE.exists()):
        build_bundle()
    size = bundle_size_mb(BUNDLE)
    print(f"The program is in {BUNDLE} ({size:.1f} MB).")
    if size > BUNDLE_LIMIT_MB:
        print(f"That is more than the {BUNDLE_LIMIT_MB} MB it may take.", file=sys.stderr)
        return 1
    if shutil.which("dpkg-deb") is None:
        print("An installer for this system is not built yet; the folder runs as it is.")
        return 0
    print(f"The installer is {build_deb(BUNDLE, options.location, options.out, options.version, source_date())}")
    return 0


def project() -> dict[str, Any]:
    """Return what pyproject.toml tells about the program."""
    told: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return told


def location_problems(location: Path) -> list[str]:
    """Return what the program itself would say about the settings of a location; empty when they are fit to ship."""
    if not location.is_file():
        return [f"There is no file {location}."]
    return [str(problem) for problem in load_settings(location, WORK / "no-preferences.toml").problems]


def build_bundle() -> None:
    """Run PyInstaller; the same source gives the same files, so two builds can be compared."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(BUNDLE.parent), "--workpath", str(WORK / "pyinstaller")]
    env = os.environ | {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": source_date()}
    subprocess.run([*command, str(ROOT / "build" / "frontdesk.spec")], check=True, cwd=ROOT, env=env)
    for library in BUNDLE.glob("_internal/PySide6/Qt/lib/libicudata.so.*"):
        icu.trim(library)
    collected = WORK / "pyinstaller" / "frontdesk" / "COLLECT-00.toc"
    text = notices(project()["dependencies"], system_packages(collected))
    (BUNDLE / "THIRD-PARTY.txt").write_text(text, encoding="utf-8")


def source_date() -> str:
    """Return the second of the last commit, or a fixed one outside a clone."""
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    return done.stdout.strip() or "1767225600"


def bundle_size_mb(folder: Path) -> float:
    """Return the size of a folder's files in millions of bytes; links count once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


if __name__ == "__main__":
    sys.exit(main())
