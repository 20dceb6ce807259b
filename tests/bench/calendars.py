"""The day of forty practitioners out of ten million appointments: the query of the page, against one raw select of it.

The base is made by the engines themselves (one INSERT from a series) and kept in the folder of the other large bases:
`python -m tests.bench.calendars` makes it where FRONTDESK_BENCH_FOLDER says, of FRONTDESK_BENCH_APPOINTMENTS visits.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, time, timedelta
from functools import partial
from random import Random
from time import perf_counter

from sqlalchemy import Engine, Table, create_engine, insert, make_url, text
from sqlalchemy.schema import CreateIndex, DropIndex

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.patients.actions.records import patient_values
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.runner.execute import Executor
from app.schedule.queries import day_plan
from app.schedule.queries.free import staff_of
from app.schedule.queries.reading import Names
from app.schedule.queries.several import visits_between
from app.schedule.rules import VisitKind
from app.schedule.tables import COPYING, Appointment, VisitType, WorkingHours
from app.schema import metadata
from app.staff.tables import Location, Practitioner, PractitionerLocation
from tests.bench.bases import FOLDER, LASTING, at, folder
from tests.bench.measures import Figure, measure, p95, quickest
from tests.bench.searching import ENGINES, no_collecting
from tests.support.clinic import ANYONE, ZONE
from tests.support.databases import KEY, NOW, run_on
from tests.support.postgres import throwaway_postgres

COUNT = "FRONTDESK_BENCH_APPOINTMENTS"
FULL = 10_000_000
#: a quarter of a small server's memory, as docs/it.md asks for
SERVER = (*LASTING, "shared_buffers=1GB")
PATIENTS, PEOPLE, PLACES, VISITS = 250_000, 240, 6, 16
#: the visits of the day with every name on them; the page's whole plan (hours, closed time, rooms, holes) is our own limit
QUERY_MS, DAY_X = 5.0, 6.0
TURNS = 60
_FIRST = date(2020, 1, 1)
_PER_DAY = PEOPLE * VISITS
#: rows of so many days lie mixed, as they were booked
_MIXED = 32
_BLOCK = _PER_DAY * _MIXED
#: has no factor in common with the block, so that every number of it comes once
_STRIDE = 7919


def asked_count() -> int:
    """How many appointments this run is about."""
    return int(os.environ.get(COUNT, FULL))


def days_of(count: int) -> int:
    """How many days are full."""
    return count // _BLOCK * _MIXED


_SERIES = {
    "sqlite": "WITH RECURSIVE s(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM s WHERE n < {count})",
    "postgresql": "WITH s AS (SELECT n FROM generate_series(2, {count}) AS one(n))",
}
_AT = {
    "sqlite": {
        "day": "date('2020-01-01', '+' || d || ' days')",
        "wall_start": "printf('%02d:%02d:00.000000', 8 + v * 45 / 60, v * 45 % 60)",
        "starts_at": "datetime('2020-01-01', '+' || d || ' days', '+' || (960 + v * 45) || ' minutes') || '.000000'",
        "ends_at": "datetime('2020-01-01', '+' || d || ' days', '+' || (1000 + v * 45) || ' minutes') || '.000000'",
    },
    "postgresql": {
        "day": "DATE '2020-01-01' + d",
        "wall_start": "make_time(8 + v * 45 / 60, v * 45 % 60, 0)",
        "starts_at": "(TIMESTAMP '2020-01-01' + d * interval '1 day' + (960 + v * 45) * interval '1 minute') AT TIME ZONE 'UTC'",
        "ends_at": "(TIMESTAMP '2020-01-01' + d * interval '1 day' + (1000 + v * 45) * interval '1 minute') AT TIME ZONE 'UTC'",
    },
}


def _fill(engine: Engine, count: int) -> None:
    """Write the base: one row of each table by the program's own types, the many by the engine from that one."""
    appointment, patient = metadata.tables["appointment"], metadata.tables["patient"]
    with engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(insert(Location), [
            {"code": f"L{one}", "name": f"Clinic {one}", "zone": ZONE, "state": "CA", "version": 1}
            for one in range(1, PLACES + 1)
        ])  # fmt: skip
        connection.execute(insert(Practitioner), [
            {"family": f"Family{one}", "given": "G", "credential": "PT", "version": 1} for one in range(1, PEOPLE + 1)
        ])  # fmt: skip
        there = [(one, (one - 1) % PLACES + 1) for one in range(1, PEOPLE + 1)]
        connection.execute(
            insert(PractitionerLocation), [{"practitioner_id": who, "location_id": place} for who, place in there]
        )
        connection.execute(insert(WorkingHours), [
            {"practitioner_id": who, "location_id": place, "weekday": weekday, "starts": time(8), "ends": time(20),
             "valid_from": _FIRST}
            for who, place in there for weekday in range(7)
        ])  # fmt: skip
        connection.execute(
            insert(VisitType),
            {"code": "FU", "name": "Follow-up 40", "kind": VisitKind.FOLLOW_UP, "minutes": 40, "version": 1},
        )
        person = patient_values(Person(family="Ng", given="Ada"), "1", NOW)
        connection.execute(insert(Patient), {**person, "version": 1})
        connection.execute(insert(Appointment), {
            "location_id": 1, "practitioner_id": 1, "patient_id": 1, "visit_type_id": 1, "day": _FIRST,
            "wall_start": time(3), "zone": ZONE, "starts_at": NOW, "ends_at": NOW + timedelta(minutes=40), "minutes": 40,
            "created_at": NOW, "version": 1,
        })  # fmt: skip
        kind = engine.dialect.name
        names = {"mrn": "CAST(n AS TEXT)", "family": "'Family' || n", "given": "'Given' || n % 97"}
        connection.execute(text(_many(patient, kind, PATIENTS, names, "s")))
        for index in appointment.indexes:
            connection.execute(DropIndex(index))
        connection.execute(text(_UNMADE[kind]))
        values = {
            **_AT[kind], "practitioner_id": "w", "location_id": f"(w - 1) % {PLACES} + 1",
            "patient_id": _WHO, "status": "CASE n % 10 WHEN 0 THEN 'cancelled' ELSE 'booked' END",
            "patient_mrn": f"CAST({_WHO} AS TEXT)", "patient_family": f"'Family' || ({_WHO})",
            "patient_given": f"'Given' || ({_WHO}) % 97",
        }  # fmt: skip
        connection.execute(text(_many(appointment, kind, count, values, _SLOTS)))
        for index in appointment.indexes:
            connection.execute(CreateIndex(index))
        connection.execute(text(next(one for one in COPYING[kind] if "TRIGGER appointment_patient_insert" in one)))


_WHO = f"n % {PATIENTS} + 1"
#: ten million rows are copied faster than ten million times a trigger's one
_UNMADE = {
    "sqlite": "DROP TRIGGER appointment_patient_insert",
    "postgresql": "DROP TRIGGER appointment_patient_insert ON appointment",
}
_MIX = f"CAST((n - 2) / {_BLOCK} AS BIGINT) * {_BLOCK} + CAST(n - 2 AS BIGINT) * {_STRIDE} % {_BLOCK}"
_SLOTS = f"""(SELECT n, CAST(m / {_PER_DAY} AS INTEGER) AS d, m % {_PER_DAY} / {VISITS} + 1 AS w,
  CAST(m % {VISITS} AS INTEGER) AS v FROM (SELECT n, {_MIX} AS m FROM s) AS one)"""


def _many(table: Table, kind: str, count: int, values: dict[str, str], source: str) -> str:
    """One INSERT of so many rows that are like row 1 but for `values`."""
    names = [column.name for column in table.columns if column.name != "id"]
    picked = ", ".join(values.get(name, f't."{name}"') for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    return (
        f"INSERT INTO {table.name} (id, {quoted}) {_SERIES[kind].format(count=count)} "
        f"SELECT n, {picked} FROM {source} AS made CROSS JOIN {table.name} AS t WHERE t.id = 1"
    )


@contextmanager
def calendars(count: int) -> Iterator[dict[str, Database]]:
    """Both bases, opened to be read; made first where they do not lie ready."""
    with ExitStack() as stack:
        path = folder() / f"calendar-{count}.db"
        if not path.exists():
            making = path.with_suffix(".making")
            making.unlink(missing_ok=True)
            _made(open_embedded(making, KEY, create=True), count)
            making.rename(path)
        embedded = open_embedded(path, KEY, clock=FixedClock(NOW))
        stack.callback(embedded.close)
        kept = folder() / f"calendar-server-{count}" if FOLDER in os.environ else None
        url = stack.enter_context(throwaway_postgres(SERVER, kept))
        base = at(url, "calendar")
        if kept is None or not (kept / "filled").exists():
            run_on(url, "DROP DATABASE IF EXISTS calendar", "CREATE DATABASE calendar")
            engine = create_engine(make_url(base).set(drivername="postgresql+psycopg"))
            metadata.create_all(engine)
            _fill(engine, count)
            engine.dispose()
            run_on(base, "VACUUM ANALYZE")
            if kept is not None:
                (kept / "filled").touch()
        server = open_server(base, KEY, tls="local", clock=FixedClock(NOW))
        stack.callback(server.close)
        yield {"sqlite": embedded, "postgresql": server}


def _made(database: Database, count: int) -> None:
    metadata.create_all(database.engine)
    _fill(database.engine, count)
    database.close()


def _raw(database: Database, days: list[date]) -> list[float]:
    """What the engine alone takes for the rows of a day with their names."""
    wanted = text(
        "SELECT a.id, a.day, a.wall_start, a.minutes, a.status, p.family, p.given FROM appointment a"
        " JOIN patient p ON p.id = a.patient_id WHERE a.location_id = 1 AND a.day = :day ORDER BY a.starts_at, a.id"
    )
    with database.reading() as session:
        return quickest([lambda day=day: session.execute(wanted, {"day": day}).all() for day in days])  # type: ignore[misc]


def is_ready(count: int) -> bool:
    """Whether both bases lie ready; a run makes none by itself."""
    there = (folder() / f"calendar-{count}.db", folder() / f"calendar-server-{count}" / "filled")
    return FOLDER in os.environ and all(path.exists() for path in there)


def _asked(database: Database, days: list[date]) -> list[float]:
    """The query of the day: rows as the screen has them, with every name; those of its columns the page has already."""
    with database.reading() as session:
        names = Names({who.id: who.family for who in staff_of(session, 1)})
        return quickest([partial(visits_between, session, ANYONE, 1, day, day, (), names) for day in days])


@measure(*(f"{name}_{engine}" for engine in ENGINES for name in ("day_query_ms", "day_plan")), large=True)
def measure_calendars() -> list[Figure]:
    """p95 of both over random days, each asked once before; nothing where no base lies ready."""
    found: list[Figure] = []
    count = asked_count()
    if not is_ready(count):
        return found
    with calendars(count) as opened:
        for engine, database in opened.items():
            dice, executor = Random(4), Executor(database)
            days = [_FIRST + timedelta(days=dice.randrange(days_of(count))) for _ in range(TURNS)]
            with no_collecting():
                bare, asked = p95(_raw(database, days)), p95(_asked(database, days))
                took = quickest([partial(executor.fetch, day_plan, ANYONE, 1, day) for day in days])
            plan = executor.fetch(day_plan, ANYONE, 1, days[0])
            if len(plan.visits) != PEOPLE // PLACES * VISITS:
                raise RuntimeError(f"a day of {len(plan.visits)} visits")
            found += [
                Figure(f"day_query_ms_{engine}", asked, "ms", QUERY_MS),
                Figure(f"day_plan_{engine}", p95(took), "ms", DAY_X, bare),
            ]
    return found


def main() -> None:
    """Make both bases, unless they lie there already. Raises RuntimeError without a folder."""
    if FOLDER not in os.environ:
        raise RuntimeError(f"{FOLDER} names no folder")
    begin = perf_counter()
    with calendars(asked_count()):
        print(f"{asked_count()} appointments, {perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
