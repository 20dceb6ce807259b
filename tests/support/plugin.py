"""Fixtures that every room's tests use: a fresh database on each engine, and a seeded clinic on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.database import Database
from tests.support.clinic import Clinic, clinic_on, seed
from tests.support.databases import Templates, fresh, fresh_embedded


@pytest.fixture(scope="session")
def templates(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Template databases, made at the first use; the server starts only when a test asks for it."""
    return Templates(tmp_path_factory.mktemp("templates"), lambda: str(request.getfixturevalue("postgres_url")))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[Database]:
    """An empty clinic database, once on each engine."""
    with fresh(request.param, templates, tmp_path) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def clinic(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[Clinic]:
    """A seeded clinic, once on each engine."""
    with fresh(request.param, templates, tmp_path, seed) as opened:
        yield clinic_on(opened)


@pytest.fixture
def desk(templates: Templates, tmp_path: Path) -> Iterator[Clinic]:
    """A seeded clinic on the embedded engine only: for windows and anything that does not turn on the engine."""
    with fresh_embedded(templates, tmp_path, seed) as opened:
        yield clinic_on(opened)
