"""What a series of 24 visits costs: looked at, and written in one transaction, on both engines."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import make_url

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.schedule.actions.series import BookSeries, Placed, book_series
from app.schedule.queries.series import SeriesWish, series_sheet
from app.schema import metadata
from tests.bench.measures import RUNS, Figure, measure, middle
from tests.bench.searching import ENGINES, no_collecting
from tests.support.clinic import ANYONE, Clinic, seed
from tests.support.databases import KEY, NOW
from tests.support.postgres import throwaway_postgres

COUNT, WARM = 24, 2
BOOK_MS, SHEET_MS = 150.0, 150.0
MONDAY = date(2026, 3, 16)
WISH = SeriesWish(1, 1, 2, 1, MONDAY, frozenset({0, 2, 4}), time(9), COUNT)


@contextmanager
def fresh(engine: str) -> Iterator[Clinic]:
    """The seeded clinic on an empty database of an engine."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
            yield from _filled(open_embedded(Path(folder) / "clinic.db", KEY, clock=FixedClock(NOW), create=True))
        return
    with throwaway_postgres() as url:
        whole = make_url(url).render_as_string(hide_password=False)
        yield from _filled(open_server(whole, KEY, tls="local", clock=FixedClock(NOW)))


def _filled(database: Database) -> Iterator[Clinic]:
    metadata.create_all(database.engine)
    yield seed(database)
    database.close()


@measure(*(f"series_{what}_{engine}" for engine in ENGINES for what in ("sheet", "book")))
def measure_series() -> list[Figure]:
    """Twenty-four visits, three a week: the sheet with its checks, then all of them booked, journal and commit too."""
    return [figure for engine in ENGINES for figure in _of(engine)]


def _of(engine: str) -> list[Figure]:
    looked, booked = [], []
    with fresh(engine) as clinic, no_collecting():
        for run in range(RUNS + WARM):
            wish = replace(WISH, starts_on=MONDAY + timedelta(weeks=8 * run))
            begin = perf_counter()
            sheet = clinic.executor.fetch(series_sheet, ANYONE, wish)
            looked.append((perf_counter() - begin) * 1000)
            visits = tuple(Placed(one.day, one.start, one.practitioner_id, one.minutes) for one in sheet.dates)
            command = BookSeries(patient_id=1, location_id=1, visit_type_id=2, rule=sheet.rule, visits=visits)
            begin = perf_counter()
            done = clinic.do(book_series, command)
            booked.append((perf_counter() - begin) * 1000)
            assert done.count == COUNT
    return [
        Figure(f"series_sheet_{engine}", middle(looked[WARM:]), "ms", SHEET_MS),
        Figure(f"series_book_{engine}", middle(booked[WARM:]), "ms", BOOK_MS),
    ]
