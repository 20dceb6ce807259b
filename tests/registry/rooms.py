"""Every use case and question of the program, found by walking the rooms: a new one cannot be forgotten."""

import pkgutil
from importlib import import_module
from typing import Any

import app
from app.core.actions import ACTIONS, QUERIES, Action, Query

_KINDS = ("actions", "queries")


def _load() -> None:
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if any(part in _KINDS for part in found.name.split(".")):
            import_module(found.name)


_load()

#: use cases by name, e.g. "schedule.book"; only the program's own, also when a test declares some for itself
ALL_ACTIONS: dict[str, Action[Any, Any]] = {
    name: one for name, one in sorted(ACTIONS.items()) if one.run.__module__.startswith("app.")
}
#: questions by name
ALL_QUERIES: dict[str, Query[..., Any]] = {
    name: one for name, one in sorted(QUERIES.items()) if one.run.__module__.startswith("app.")
}
