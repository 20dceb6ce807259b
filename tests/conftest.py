"""What every test may ask for; the databases of both kinds come from `tests.support.databases`."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.core.text import install_translator
from tests.support.plugin import clinic, database, desk, templates  # noqa: F401 - fixtures
from tests.support.postgres import PostgresMissing, throwaway_postgres

# Before anything imports Qt: tests need no display, and a developer's own choice wins.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two workers share two processors, so how long one example takes says nothing; databases make fixtures worth keeping.
settings.register_profile(
    "house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("house")


def engines() -> list[str]:
    """Return the kinds of database this run tests; `test --sqlite-only` leaves the server out."""
    return os.environ.get("FRONTDESK_TEST_ENGINES", "sqlite,postgresql").split(",")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The superuser URL of a throw-away server, one for each worker."""
    if "postgresql" not in engines():
        pytest.skip("this run leaves PostgreSQL out (--sqlite-only)")
    try:
        with throwaway_postgres() as url:
            yield url
    except PostgresMissing:
        pytest.fail("PostgreSQL is not installed; set FRONTDESK_TEST_ENGINES=sqlite to test without it", pytrace=False)


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of data made outside this project, named by FRONTDESK_TEST_DATA; a test without it skips."""
    named = os.environ.get("FRONTDESK_TEST_DATA", "")
    if not named:
        pytest.skip("FRONTDESK_TEST_DATA is not set")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"FRONTDESK_TEST_DATA names {folder}, which is not a folder", pytrace=False)
    return folder


@pytest.fixture(autouse=True)
def speaks_english() -> Iterator[None]:
    """A test that signs a Spanish person in leaves no Spanish behind."""
    yield
    install_translator(None)


# Widgets may end on the thread that made them alone, so nothing is collected while a database thread runs; see app.kit.garbage.
gc.disable()
ENOUGH = 100_000


def pytest_collection_finish() -> None:
    """What is imported by now stays for good: to look through it again at every collection takes half a second."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collects_between_tests() -> Iterator[None]:
    """What a test left behind goes here, on the thread that made it."""
    yield
    if gc.get_count()[0] > ENOUGH:
        gc.collect()


@pytest.fixture(autouse=True)
def leaves_no_window() -> Iterator[None]:
    """The tests of a worker share one application: a window left open would be seen, and get keys, in every later test."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")  # a test without windows does not load Qt for this
    left = [one for one in widgets.QApplication.topLevelWidgets() if one.isVisible()] if widgets else []
    for one in left:
        one.hide()
    core = sys.modules.get("PySide6.QtCore")
    if (
        core
    ):  # no loop runs between tests, so what is to be deleted later goes now: each look at the theme asks every widget
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    assert not left, f"left open: {', '.join(f'{type(one).__name__} “{one.objectName()}”' for one in left)}"
