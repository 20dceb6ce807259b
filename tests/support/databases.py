"""A fresh clinic database for each test, on both engines, copied from a template that is made once a worker."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.schema import metadata

KEY = bytes(range(32))
#: a Tuesday, 10:40 in California
NOW = datetime(2026, 3, 10, 17, 40, tzinfo=UTC)
_numbers = count(1)


@dataclass(slots=True)
class Templates:
    """Where the templates of this worker lie; the server's is made at the first use."""

    folder: Path
    server: Callable[[], str]
    embedded_ready: bool = False
    server_ready: bool = False

    def embedded(self) -> Path:
        """The template file of the embedded engine."""
        path = self.folder / "template.db"
        if not self.embedded_ready:
            database = open_embedded(path, KEY, create=True)
            metadata.create_all(database.engine)
            database.close()
            self.embedded_ready = True
        return path

    def on_server(self) -> str:
        """The superuser's URL, with the template database made."""
        url = self.server()
        if not self.server_ready:
            run_on(url, "CREATE DATABASE frontdesk_template")
            engine = create_engine(make_url(url).set(drivername="postgresql+psycopg", database="frontdesk_template"))
            metadata.create_all(engine)
            engine.dispose()
            self.server_ready = True
        return url


def run_on(url: str, *statements: str) -> None:
    """Run statements outside a transaction on a server."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@contextmanager
def fresh_embedded(templates: Templates, folder: Path) -> Iterator[Database]:
    """An embedded database of this test's own."""
    path = folder / "clinic.db"
    shutil.copy(templates.embedded(), path)
    database = open_embedded(path, KEY, clock=FixedClock(NOW))
    yield database
    database.close()


@contextmanager
def fresh_server(templates: Templates) -> Iterator[Database]:
    """A server database of this test's own, dropped afterwards."""
    url, name = templates.on_server(), f"clinic_{next(_numbers)}"
    run_on(url, f"CREATE DATABASE {name} TEMPLATE frontdesk_template")
    parsed = make_url(url).set(database=name)
    database = open_server(parsed.render_as_string(hide_password=False), KEY, tls="local", clock=FixedClock(NOW))
    yield database
    database.close()
    run_on(url, f"DROP DATABASE {name} WITH (FORCE)")
