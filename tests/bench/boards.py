"""How fast the board of four hundred visits stands, and how soon another window's change is on it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.core.clock import FixedClock
from app.core.database import open_embedded
from app.core.ports import Here, Ports
from app.kit import theme
from app.runner.bridge import Runner
from app.runner.execute import Executor
from app.runner.watch import Watch
from app.schema import metadata
from app.visits.actions import CheckIn, check_in
from app.visits.view.page import TodayPage
from tests.bench.measures import RUNS, Figure, measure, middle
from tests.faults.arrivals import VERSION, arrived
from tests.support.clinic import ANYONE, ZONE, Clinic, seed
from tests.support.databases import KEY, NOW

VISITS = 400
BOARD_MS, OTHER_WINDOW_S = 100.0, 1.0
EMPTY_DAY = date(2026, 3, 9)


@contextmanager
def clinic_on_file(visits: int) -> Iterator[tuple[Clinic, tuple[str, ...]]]:
    """A clinic with that many patients at the desk, and the papers each of them lacks."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        database = open_embedded(Path(folder) / "clinic.db", KEY, clock=FixedClock(NOW), create=True)
        metadata.create_all(database.engine)
        clinic = seed(database)
        yield clinic, arrived(clinic, visits)
        database.close()


def application() -> QApplication:
    """The application with the program's look, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    theme.apply(app, "light")
    return app


def page_of(runner: Runner, day: date) -> TodayPage:
    """The board's page, shown, on a day."""
    page = TodayPage(runner, Ports(here=lambda: Here(1, ZONE, day, day)))
    page.resize(1440, 900)
    page.show()
    return page


@measure("board_400")
def measure_board() -> list[Figure]:
    """Query, model and first paint of the board of 400 visits, all in one go."""
    app = application()
    with clinic_on_file(VISITS) as (clinic, _):
        runner = Runner(clinic.executor, inline=True)
        runner.actor = ANYONE
        page = page_of(runner, clinic.day)
        took = []
        for _ in range(RUNS + 2):
            page.model.show(1, EMPTY_DAY, ZONE)
            app.processEvents()
            begin = perf_counter()
            page.model.show(1, clinic.day, ZONE)
            page.table.viewport().repaint()
            took.append((perf_counter() - begin) * 1000)
            if len(page.model.rows) != VISITS:
                raise RuntimeError("the board does not show every visit")
        page.close()
        runner.close()
    return [Figure("board_400", middle(took[2:]), "ms", BOARD_MS)]


@measure("other_window")
def measure_other_window() -> list[Figure]:
    """From another window's commit to the board that shows it, both on one file."""
    application()
    with clinic_on_file(RUNS) as (clinic, papers):
        assert clinic.database.path is not None
        mine = open_embedded(clinic.database.path, KEY, clock=FixedClock(NOW))
        runner = Runner(Executor(mine))
        runner.actor = ANYONE
        page, watch = page_of(runner, clinic.day), Watch(runner, clinic.database.path)
        watch.start()
        page.model.show(1, clinic.day, ZONE)
        _until(lambda: len(page.model.rows) == RUNS and bool(watch.known))
        took = [_seen(clinic, page, visit, papers) for visit in range(1, RUNS + 1)]
        watch.close()
        page.close()
        runner.close()
        mine.close()
    return [Figure("other_window", middle(took), "s", OTHER_WINDOW_S)]


def _seen(clinic: Clinic, page: TodayPage, visit: int, papers: tuple[str, ...]) -> float:
    before = page.model.row(visit)
    clinic.do(check_in, CheckIn(appointment_id=visit, version=VERSION, accepted_missing=papers))
    begin = perf_counter()
    _until(lambda: page.model.row(visit) != before)
    return perf_counter() - begin


def _until(done: Callable[[], bool], patience_ms: int = 10_000) -> None:
    """Run the event loop until something is so. Raises RuntimeError when it never is."""
    loop, look, end = QEventLoop(), QTimer(interval=1), QTimer(interval=patience_ms, singleShot=True)
    look.timeout.connect(lambda: loop.quit() if done() else None)
    end.timeout.connect(loop.quit)
    look.start()
    end.start()
    loop.exec()
    if not done():
        raise RuntimeError("the other window's change never came")
