"""Fixtures: a staffed clinic on each engine, copied from one that is filled once a worker."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import make_url

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.runner.execute import Executor
from tests.registry.world import World, staff_clinic
from tests.support.clinic import Clinic
from tests.support.databases import KEY, NOW, Templates, run_on

Maker = Callable[[], World]


def _embedded(templates: Templates, folder: Path) -> Database:
    filled = templates.folder / "staffed.db"
    if not filled.exists():
        shutil.copy(templates.embedded(), filled)
        database = open_embedded(filled, KEY, clock=FixedClock(NOW))
        staff_clinic(database)
        database.close()
    path = folder / "clinic.db"
    shutil.copy(filled, path)
    return open_embedded(path, KEY, clock=FixedClock(NOW))


#: two folders use these fixtures, each with a template of its own on the one server of a worker
_numbers = count(1)


class ServerTemplate:
    """The filled database on the worker's server, and copies of it."""

    def __init__(self, templates: Templates) -> None:
        self.url, self.name = templates.on_server(), f"staffed_template_{next(_numbers)}"
        run_on(self.url, f"CREATE DATABASE {self.name} TEMPLATE frontdesk_template")
        database = self.open(self.name)
        staff_clinic(database)
        database.close()

    def open(self, name: str) -> Database:
        url = make_url(self.url).set(database=name).render_as_string(hide_password=False)
        return open_server(url, KEY, tls="local", clock=FixedClock(NOW))

    @contextmanager
    def copy(self) -> Iterator[Database]:
        name = f"staffed_{next(_numbers)}"
        run_on(self.url, f"CREATE DATABASE {name} TEMPLATE {self.name}")
        database = self.open(name)
        yield database
        database.close()
        run_on(self.url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def server_template(templates: Templates) -> ServerTemplate:
    return ServerTemplate(templates)


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[World]:
    """A staffed clinic of this test's own, once on each engine."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            database = _embedded(templates, tmp_path)
            stack.callback(database.close)
        else:
            server: ServerTemplate = request.getfixturevalue("server_template")
            database = stack.enter_context(server.copy())
        yield World(Clinic(database, Executor(database)))
