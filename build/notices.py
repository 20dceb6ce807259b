"""The licences of everything the bundle carries, in one text file, as most of them ask."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

INTRODUCTION = """Frontdesk is made with what is listed below. Qt, PySide6 and psycopg are used under the LGPL version 3: their
libraries are separate files in this folder and may be replaced by your own builds; their source is published by
their authors under the versions named here. The program's start is PyInstaller's, whose licence (GPL version 2 with
an exception) allows its use in programs of any licence.
"""
LICENCE_FILES = ("license", "licence", "copying", "notice")
COMMON = Path("/usr/share/common-licenses")
DOCUMENTS = Path("/usr/share/doc")
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/local/lib/")


def shipped(lines: Iterable[str]) -> dict[str, Distribution]:
    """Return the packages that requirements name and all these need here, by name; absent ones are for other systems."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [_wanted(Requirement(line)) for line in lines]
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        needs = [Requirement(line) for line in found[name].requires or ()]
        waiting += [_wanted(need) for need in needs if _applies(need, extras)]
    return found


def _wanted(need: Requirement) -> tuple[str, frozenset[str]]:
    return need.name.lower().replace("_", "-"), frozenset(need.extras)


def _applies(need: Requirement, extras: frozenset[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras or {""})


def notices(requirements: Iterable[str], system: Iterable[str] = ()) -> str:
    """Return the notices of the packages, of all they need, of Python, and of Debian packages given by name."""
    packages = (package for _, package in sorted(shipped(requirements).items()))
    own = [_titled("Python", _python_licence())]
    debian = [_titled(f"Debian package {name}", _copyright(name)) for name in sorted(system)]
    common = [_titled(file.name, file.read_text(encoding="utf-8")) for file in _common_licences()]
    return "\n\n".join((INTRODUCTION, *map(_notice, packages), *own, *debian, *common))


def _titled(title: str, text: str) -> str:
    return "\n".join((title, "-" * len(title), text.strip()))


def _notice(package: Distribution) -> str:
    meta = package.metadata
    named = [*(meta.get_all("License-Expression") or ()), *(meta.get_all("License") or ()), _classified(package)]
    licence = next((line.strip().splitlines()[0] for line in named if line.strip()), "its licence follows")
    return _titled(f"{meta['Name']} {package.version}: {licence}", "\n".join(_texts(package)))


def _classified(package: Distribution) -> str:
    rows = package.metadata.get_all("Classifier") or []
    return ", ".join(row.rsplit(" :: ", 1)[-1] for row in rows if row.startswith("License ::"))


def _texts(package: Distribution) -> list[str]:
    files = [Path(str(package.locate_file(file))) for file in package.files or () if _is_licence(file.name)]
    return [file.read_text(encoding="utf-8", errors="replace").strip() for file in files if file.is_file()]


def _is_licence(name: str) -> bool:
    return name.lower().startswith(LICENCE_FILES) and not name.endswith((".py", ".pyc"))


def _python_licence() -> str:
    """Python's own file, or where Debian keeps it."""
    beside = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return beside.read_text(encoding="utf-8") if beside.is_file() else _copyright("libpython3-stdlib")


def _copyright(package: str) -> str:
    file = DOCUMENTS / package / "copyright"
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else "See the package of that name."


def _common_licences() -> list[Path]:
    """The texts that the notices above only name; Debian keeps them in one place."""
    return [file for file in (COMMON / name for name in ("LGPL-2.1", "LGPL-3", "GPL-2", "GPL-3")) if file.is_file()]


# ------------------------------------------------------------------------------------------------ libraries of Debian


def system_packages(collected: Path) -> set[str]:
    """The Debian packages whose libraries PyInstaller took, from its own list COLLECT-00.toc. Empty on other systems."""
    if shutil.which("dpkg-query") is None:
        return set()
    told: object = ast.literal_eval(collected.read_text(encoding="utf-8"))
    taken = {source for _, source, _ in _entries(told) if source.startswith(SYSTEM_FOLDERS)}
    return {owner for path in taken if (owner := _owner(path))}


def _entries(told: object) -> Iterator[tuple[str, str, str]]:
    """Every (name, source, kind) of a nested list."""
    if isinstance(told, tuple) and len(told) == 3 and all(isinstance(part, str) for part in told):
        yield told
    elif isinstance(told, tuple | list):
        for part in told:
            yield from _entries(part)


def _owner(path: str) -> str:
    """The package that installed a file, which dpkg may know by its name before /lib became a part of /usr."""
    real = str(Path(path).resolve())
    for name in (path, real, real.removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "-S", name], check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.split(":", 1)[0]
    return ""
