"""A demo clinic made once, a copy of it for each story, and the real window on the copy."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playing.desk import Desk
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_executor, read_site
from app.core.paths import HOME_VARIABLE, SITE_VARIABLE
from app.exchange.demo.build import SITE_FILE, make_demo
from app.kit import theme
from app.kit.focus import install
from app.migrations.upgrade import upgrade
from app.runner.execute import Executor


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo clinic that nobody has touched."""
    folder = tmp_path_factory.mktemp("demo") / "clinic"
    make_demo(folder, upgrade)
    return folder


@pytest.fixture
def site_file(made_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site file of a demo clinic of one's own."""
    folder = tmp_path / "clinic"
    shutil.copytree(made_demo, folder)
    site = folder / SITE_FILE
    site.write_text(site.read_text(encoding="utf-8").replace(str(made_demo), str(folder)), encoding="utf-8")
    monkeypatch.setenv(SITE_VARIABLE, str(site))
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return site


@pytest.fixture(scope="session")
def rings(qapp: QApplication) -> None:
    """Focus rings, as the program has them; once for the application."""
    install(qapp)


@pytest.fixture
def opened(qapp: QApplication, rings: None, site_file: Path) -> Iterator[Desk]:
    """The real window with its sign-in card."""
    theme.apply(qapp)
    made = Desk(read_site())
    yield made
    made.close()


@pytest.fixture
def desk(opened: Desk) -> Desk:
    """The real window, with the front desk signed in."""
    opened.sign_in()
    opened.keys = opened.typed = opened.clicks = 0
    return opened


@pytest.fixture
def other(site_file: Path) -> Iterator[Callable[[], Executor]]:
    """Opens a second desk's door to the same clinic, without a window."""
    made: list[Executor] = []

    def open_it() -> Executor:
        made.append(open_executor(read_site()))
        return made[-1]

    yield open_it
    for executor in made:
        executor.database.close()
