"""Fixtures: a staffed clinic on each engine, copied from one that is filled once a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.registry.world import World, staff_clinic
from tests.support.clinic import clinic_on
from tests.support.databases import Templates, fresh


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[World]:
    """A staffed clinic of this test's own, once on each engine."""
    with fresh(request.param, templates, tmp_path, staff_clinic) as database:
        yield World(clinic_on(database))
