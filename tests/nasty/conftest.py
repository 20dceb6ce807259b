"""A staffed clinic on each engine."""

from tests.registry.fixtures import server_template, world  # noqa: F401 - fixtures
