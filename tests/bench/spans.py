"""How soon a week and a month of a location are there: twenty practitioners whose book is almost full, on both engines.

Both are one key away from the day, so they share the tenth of a second that is felt as at once with the painting: a week,
of a thousand visits in ninety columns, may take most of it; a month, which the database adds up, a third. Against a bare
cursor that fetches the same week's visits with their names, so that a slow machine is taken out; that limit is a third
above what was measured when it was set (24 to 28 times, and 8 to 10 for a month).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from functools import partial

from sqlalchemy import text

from app.schedule.queries import month_load, week_plan
from tests.bench.measures import Figure, measure, p95, quickest
from tests.bench.openings import DAYS, FIRST, clinic_in_file, clinic_on_server
from tests.bench.searching import no_collecting
from tests.support.clinic import ANYONE, Clinic

WEEK_MS, MONTH_MS = 70.0, 35.0
WEEK_X, MONTH_X = 35.0, 14.0
#: a location of twenty, whose book is filled in the weeks ahead
PLACE, WEEKS, LEAST = 1, DAYS // 7 - 1, 500
_WEEK = text(
    "SELECT a.id, a.day, a.wall_start, a.minutes, a.status, p.family, p.given FROM appointment a"
    " JOIN patient p ON p.id = a.patient_id WHERE a.location_id = 1 AND a.day BETWEEN :first AND :last"
    " ORDER BY a.starts_at, a.id"
)


def _mondays() -> Iterator[date]:
    monday = FIRST + timedelta(days=7 - FIRST.weekday())
    return (monday + timedelta(weeks=number) for number in range(WEEKS))


def _figures(made: Callable[[], AbstractContextManager[Clinic]], engine: str) -> list[Figure]:
    """p95 of all weeks and months of the base, the least of some turns each. Raises RuntimeError for an empty week."""
    with made() as clinic:
        fetch, mondays = clinic.executor.fetch, list(_mondays())
        seen = sum(len(day.visits) for day in fetch(week_plan, ANYONE, PLACE, mondays[0]).days)
        if seen < LEAST:
            raise RuntimeError(f"a week of {seen} visits")
        with no_collecting(), clinic.database.reading() as session:
            spans = [{"first": day, "last": day + timedelta(days=6)} for day in mondays]
            bare = p95(quickest([lambda span=span: session.execute(_WEEK, span).all() for span in spans]))  # type: ignore[misc]
        with no_collecting():
            weeks = p95(quickest([partial(fetch, week_plan, ANYONE, PLACE, day) for day in mondays]))
            months = p95(quickest([partial(fetch, month_load, ANYONE, PLACE, day) for day in mondays]))
    return [
        Figure(f"week_plan_{engine}_ms", weeks, "ms", WEEK_MS),
        Figure(f"week_plan_{engine}", weeks, "ms", WEEK_X, bare),
        Figure(f"month_load_{engine}_ms", months, "ms", MONTH_MS),
        Figure(f"month_load_{engine}", months, "ms", MONTH_X, bare),
    ]


@measure("week_plan_sqlite_ms", "week_plan_sqlite", "month_load_sqlite_ms", "month_load_sqlite")
def measure_embedded() -> list[Figure]:
    """From the encrypted file."""
    return _figures(clinic_in_file, "sqlite")


@measure("week_plan_postgresql_ms", "week_plan_postgresql", "month_load_postgresql_ms", "month_load_postgresql")
def measure_server() -> list[Figure]:
    """From a server."""
    return _figures(clinic_on_server, "postgresql")
