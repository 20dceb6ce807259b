"""The licences of everything the bundle carries, in one text file, as most of them ask."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

INTRODUCTION = """Frontdesk is made with the packages below. Qt, PySide6 and psycopg are used under the LGPL version 3: their
libraries are separate files in this folder and may be replaced by your own builds; their source is published by
their authors under the versions named here.
"""
LICENCE_FILES = ("license", "licence", "copying", "notice")


def shipped(name: str, extras: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """Return the package and everything it needs here at run time, by name; absent ones are for other systems."""
    found: dict[str, Distribution] = {}
    waiting = [(name, extras)]
    while waiting:
        current, wanted = waiting.pop()
        if current in found:
            continue
        try:
            found[current] = distribution(current)
        except PackageNotFoundError:
            continue
        needs = [Requirement(line) for line in found[current].requires or ()]
        waiting += [(need.name.lower(), frozenset(need.extras)) for need in needs if _applies(need, wanted)]
    return found


def _applies(need: Requirement, extras: frozenset[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras or {""})


def notices(name: str) -> str:
    """Return the notices of the package `name` and of all it needs."""
    packages = [package for key, package in sorted(shipped(name).items()) if key != name]
    return "\n\n".join((INTRODUCTION, *map(_notice, packages)))


def _notice(package: Distribution) -> str:
    meta = package.metadata
    named = [*(meta.get_all("License-Expression") or ()), *(meta.get_all("License") or ()), _classified(package)]
    licence = next((line.strip().splitlines()[0] for line in named if line.strip()), "see its own site")
    title = f"{meta['Name']} {package.version}: {licence}"
    return "\n".join((title, "-" * len(title), *_texts(package)))


def _classified(package: Distribution) -> str:
    rows = package.metadata.get_all("Classifier") or []
    return ", ".join(row.rsplit(" :: ", 1)[-1] for row in rows if row.startswith("License ::"))


def _texts(package: Distribution) -> list[str]:
    files = [Path(str(package.locate_file(file))) for file in package.files or () if _is_licence(file.name)]
    return [file.read_text(encoding="utf-8", errors="replace").strip() for file in files if file.is_file()]


def _is_licence(name: str) -> bool:
    return name.lower().startswith(LICENCE_FILES) and not name.endswith((".py", ".pyc"))
