"""A staffed clinic on each engine."""

from tests.registry.fixtures import world  # noqa: F401 - fixture
