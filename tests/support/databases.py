"""A fresh clinic database for each test, on both engines, copied from a template that is made once a worker."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.schema import metadata

KEY = bytes(range(32))
#: a Tuesday, 10:40 in California
NOW = datetime(2026, 3, 10, 17, 40, tzinfo=UTC)
#: what stands in a database before the test begins
Fill = Callable[[Database], object]
EMPTY = "frontdesk_template"
_numbers = count(1)


def nothing(_: Database) -> None:
    """Leave a database empty."""


@dataclass(slots=True)
class Templates:
    """Where the templates of this worker lie: for each filling one of each engine, made at the first use."""

    folder: Path
    server: Callable[[], str]
    _files: dict[Fill, Path] = field(default_factory=dict)
    _names: dict[Fill, str] = field(default_factory=dict)
    #: databases of tests that are over; dropped before the next one is made, when nobody is connected any more
    left: list[str] = field(default_factory=list)

    def embedded(self, fill: Fill = nothing) -> Path:
        """The template file of the embedded engine."""
        if fill not in self._files:
            path = self.folder / f"template_{next(_numbers)}.db"
            if fill is not nothing:
                shutil.copy(self.embedded(), path)
            database = open_embedded(path, KEY, clock=FixedClock(NOW), create=fill is nothing)
            _prepare(database, fill)
            self._files[fill] = path
        return self._files[fill]

    def on_server(self, fill: Fill = nothing) -> tuple[str, str]:
        """The superuser's URL and the name of the template database."""
        url = self.server()
        if fill not in self._names:
            name = EMPTY if fill is nothing else f"template_{next(_numbers)}"
            run_on(url, _copy(name, self.on_server()[1] if fill is not nothing else "template1"))
            _prepare(open_on(url, name), fill)
            self._names[fill] = name
        return url, self._names[fill]


def _prepare(database: Database, fill: Fill) -> None:
    if fill is nothing:
        metadata.create_all(database.engine)
    fill(database)
    database.close()


def _copy(name: str, template: str) -> str:
    """Files are copied rather than their pages logged: nothing here has to survive a power cut."""
    return f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"


def run_on(url: str, *statements: str) -> None:
    """Run statements outside a transaction on a server."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def open_on(url: str, name: str) -> Database:
    """A database of a server by its name."""
    named = make_url(url).set(database=name).render_as_string(hide_password=False)
    return open_server(named, KEY, tls="local", clock=FixedClock(NOW))


@contextmanager
def fresh_embedded(templates: Templates, folder: Path, fill: Fill = nothing) -> Iterator[Database]:
    """An embedded database of this test's own."""
    path = folder / "clinic.db"
    shutil.copy(templates.embedded(fill), path)
    database = open_embedded(path, KEY, clock=FixedClock(NOW))
    yield database
    database.close()


@contextmanager
def fresh_server(templates: Templates, fill: Fill = nothing) -> Iterator[Database]:
    """A server database of this test's own. The next one drops it: right after a close the server still waits for it."""
    (url, template), name = templates.on_server(fill), f"clinic_{next(_numbers)}"
    drops = [f"DROP DATABASE {one} WITH (FORCE)" for one in templates.left]
    templates.left.clear()
    run_on(url, *drops, _copy(name, template))
    database = open_on(url, name)
    yield database
    database.close()
    templates.left.append(name)


@contextmanager
def fresh(engine: str, templates: Templates, folder: Path, fill: Fill = nothing) -> Iterator[Database]:
    """A database of this test's own on an engine: sqlite or postgresql."""
    made = fresh_embedded(templates, folder, fill) if engine == "sqlite" else fresh_server(templates, fill)
    with made as database:
        yield database
