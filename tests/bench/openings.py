"""How soon free times are found: thirty practitioners and ninety days, split shifts, days off, lunches, a book almost full.

From the database, on both engines, against a bare cursor that only fetches what is taken in one week; and from the index
that the change feed keeps, with a booking between every two questions. The wishes are drawn at random; how soon the first
twenty answers are there is a figure of its own, and so is why there are none and what would help.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import count, islice
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.runner.execute import Executor
from app.schedule.queries.live import live_openings, openings_changed
from app.schedule.queries.openings import find_openings
from app.schedule.rules.live import OpeningsFound
from app.schedule.rules.openings import ANSWERS, EVERY_DAY, Wish
from app.schedule.tables import Appointment, Block, Occupancy, PractitionerSkill, WorkingHours
from app.schema import metadata
from app.staff.tables import Location, Practitioner, PractitionerLocation
from tests.bench.measures import TURNS, Figure, least, measure, middle, milliseconds, p95
from tests.bench.searching import no_collecting
from tests.support.clinic import ANYONE, ZONE, Clinic, seed
from tests.support.databases import KEY, NOW, run_on
from tests.support.postgres import throwaway_postgres

PEOPLE, DAYS, FULL, ASKED = 30, 90, 0.9, 300
#: the first questions are not counted: statements are made and the lengths that are asked for worked out
WARM = 40
QUERY_MS, INDEX_MS, FLOOR_TIMES = 25.0, 1.0, 12.0
#: why nothing fits looks at everything some ten times over; that the index is there takes as long as a glance
WHY_MS, WHY_INDEX_MS, LOAD_MS = 500.0, 50.0, 2000.0
FIRST = date(2026, 3, 11)
TODAY = date(2026, 3, 10)
_SKILLS = ("hands", "vestibular", "pelvic floor", "spine")
#: what a desk asks for: everything, afternoons, mornings, some days
_WHEN = ((None, None), (time(15), None), (None, time(12)), (time(16), time(18)), (time(7, 30), time(10)))
_WEEKDAYS = (EVERY_DAY, frozenset({0, 2, 4}), frozenset({1, 3}), frozenset({0}))


def fill(database: Database) -> Clinic:
    """The seeded clinic with thirty more practitioners at two locations and their book."""
    metadata.create_all(database.engine)
    clinic, chance, numbers = seed(database), Random(4), count(1)
    with database.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(Location.__table__.update().values(postal_code="93291"))
        for who in range(3, PEOPLE + 3):
            place = 1 + (who % 3 == 0)
            person = {"id": who, "family": f"Person{who}", "version": 1}
            connection.execute(insert(Practitioner), person)
            connection.execute(insert(PractitionerLocation), {"practitioner_id": who, "location_id": place})
            connection.execute(insert(PractitionerSkill), {"practitioner_id": who, "skill": _SKILLS[who % 4]})
            _book(connection, who, place, chance, numbers)
    return clinic


def _book(connection: Connection, who: int, place: int, chance: Random, numbers: "count[int]") -> None:
    """One practitioner's hours, lunches and visits."""
    off, shifts = chance.randrange(5), ((time(8), time(12)), (time(13), time(18, 30)))
    hours = {"practitioner_id": who, "location_id": place, "valid_from": date(2026, 1, 1)}
    connection.execute(
        insert(WorkingHours),
        [{**hours, "weekday": day, "starts": a, "ends": b} for day in range(5) if day != off for a, b in shifts],
    )
    visits, taken, blocks = [], [], []
    for day in (FIRST + timedelta(days=number) for number in range(DAYS)):
        if day.weekday() > 4 or day.weekday() == off:
            continue
        blocks.append(_closed(who, place, day, chance.choice((time(10), time(16)))))
        for starts, ends in shifts:
            at = datetime.combine(day, starts, ZoneInfo(ZONE))
            while at.time() < ends:
                minutes = chance.choice((15, 30, 45, 45, 60))
                if chance.random() < FULL and (at + timedelta(minutes=minutes)).time() <= ends:
                    visit = next(numbers)
                    visits.append(_visit(visit, who, place, at, minutes))
                    span = {"starts_at": at, "ends_at": at + timedelta(minutes=minutes)}
                    taken.append(
                        {"kind": "practitioner", "resource_id": who, "lane": 0, "appointment_id": visit, **span}
                    )
                at += timedelta(minutes=minutes)
    connection.execute(insert(Appointment), visits)
    connection.execute(insert(Occupancy), taken)
    connection.execute(insert(Block), blocks)


def _closed(who: int, place: int, day: date, at: time) -> dict[str, object]:
    begin = datetime.combine(day, at, ZoneInfo(ZONE))
    return {
        "location_id": place, "practitioner_id": who, "starts_at": begin, "ends_at": begin + timedelta(minutes=15),
        "reason": "meeting", "version": 1,
    }  # fmt: skip


def _visit(visit: int, who: int, place: int, at: datetime, minutes: int) -> dict[str, object]:
    return {
        "id": visit, "version": 1, "location_id": place, "practitioner_id": who, "patient_id": 1 + visit % 2,
        "visit_type_id": 2, "day": at.date(), "wall_start": at.time(), "zone": ZONE, "starts_at": at,
        "ends_at": at + timedelta(minutes=minutes), "minutes": minutes, "created_at": NOW,
    }  # fmt: skip


def wishes(chance: Random) -> Iterator[Wish]:
    """What is asked for at random."""
    while True:
        after, before = chance.choice(_WHEN)
        whom = chance.randrange(3)
        yield Wish(
            visit_type_id=chance.choice((1, 2)), location_id=1, from_day=FIRST + timedelta(days=chance.randrange(7)),
            days=DAYS, minutes=chance.choice((0, 0, 30, 60)), weekdays=chance.choice(_WEEKDAYS), after=after, before=before,
            practitioner_ids=frozenset({chance.randrange(3, PEOPLE + 3)} if whom == 1 else ()),
            skills=frozenset({chance.choice(_SKILLS)} if whom else ()), miles=chance.choice((0, 15)),
            per_week=chance.choice((1, 1, 2)),
        )  # fmt: skip


@contextmanager
def clinic_in_file() -> Iterator[Clinic]:
    """The filled clinic in a new encrypted file."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        database = open_embedded(Path(folder) / "clinic.db", KEY, clock=FixedClock(NOW), create=True)
        yield fill(database)
        database.close()


@contextmanager
def clinic_on_server() -> Iterator[Clinic]:
    """The filled clinic on a server of its own."""
    with throwaway_postgres() as url:
        run_on(url, "CREATE DATABASE openings")
        named = url.rsplit("/", 1)[0] + "/openings"
        database = open_server(named, KEY, tls="local", clock=FixedClock(NOW))
        clinic = fill(database)
        run_on(named, "ANALYZE")
        yield clinic
        database.close()


Took = tuple[list[float], list[float]]


def _sorted_out(ask: Callable[[Wish], OpeningsFound], drawn: Iterator[Wish], before: Callable[[int], None]) -> Took:
    """Milliseconds of the questions with twenty answers, the least of some turns, and of those with none, asked once.

    `before` comes before each question.
    """
    asked, full, none = list(islice(drawn, ASKED)), list[Wish](), list[float]()
    with no_collecting():
        for number, wish in enumerate(asked):
            before(number)
            begin = perf_counter()
            fits = len(ask(wish).fits)
            if fits == ANSWERS:
                full.append(wish)
            elif not fits and number >= WARM:
                none.append((perf_counter() - begin) * 1000)
        turns = list[list[float]]()
        for turn in range(1, TURNS):
            turns.append([])
            for number, wish in enumerate(full):
                before(turn * ASKED + number)
                turns[-1].append(milliseconds(partial(ask, wish)))
    return least(turns), none


_WEEK_TAKEN = """SELECT resource_id, starts_at, ends_at FROM occupancy
 WHERE kind = 'practitioner' AND resource_id IN ({people}) AND lane = 0 AND starts_at >= '{first}' AND starts_at < '{last}'"""


def _floor(clinic: Clinic) -> float:
    """Milliseconds in which a bare cursor fetches what is taken in a week."""
    raw, took = clinic.database.engine.raw_connection(), []
    cursor = raw.cursor()
    for number in range(40):
        first = datetime.combine(FIRST + timedelta(days=number), time(), UTC)
        asked = _WEEK_TAKEN.format(
            people=", ".join(str(who) for who in range(3, PEOPLE + 3)), first=f"{first:%Y-%m-%d %H:%M:%S}",
            last=f"{first + timedelta(days=7):%Y-%m-%d %H:%M:%S}",
        )  # fmt: skip
        took.append(milliseconds(partial(_fetch, cursor, asked)))
    raw.close()
    return middle(took)


def _fetch(cursor: Any, asked: str) -> None:
    cursor.execute(asked)
    cursor.fetchall()


def _from_database(clinic: Clinic, engine: str) -> list[Figure]:
    def ask(wish: Wish) -> OpeningsFound:
        return clinic.executor.fetch(find_openings, ANYONE, wish)

    (full, none), floor = _sorted_out(ask, wishes(Random(7)), lambda _number: None), _floor(clinic)
    return [
        Figure(f"openings_{engine}_ms", p95(full), "ms", QUERY_MS),
        Figure(f"openings_{engine}", middle(full), "ms", FLOOR_TIMES, floor),
        Figure(f"openings_why_{engine}_ms", middle(none), "ms", WHY_MS),
    ]


@measure(
    "openings_sqlite_ms", "openings_sqlite", "openings_why_sqlite_ms", "openings_index_ms", "openings_why_index_ms",
    "openings_index_load_ms",
)  # fmt: skip
def measure_in_file() -> list[Figure]:
    """From the encrypted file, and from the index beside it."""
    with clinic_in_file() as clinic:
        return [*_from_database(clinic, "sqlite"), *_from_index(clinic)]


@measure("openings_postgresql_ms", "openings_postgresql", "openings_why_postgresql_ms")
def measure_on_server() -> list[Figure]:
    """From a server."""
    with clinic_on_server() as clinic:
        return _from_database(clinic, "postgresql")


def _from_index(clinic: Clinic) -> list[Figure]:
    """Each question comes after another visit was told to the index, as its day has to be worked out anew."""
    reader = Executor(clinic.database)
    begin = perf_counter()
    live = reader.fetch(live_openings, ANYONE)
    load = (perf_counter() - begin) * 1000
    now = int(NOW.timestamp()) // 60

    def told(number: int) -> None:
        live.apply(reader.fetch(openings_changed, ANYONE, frozenset({f"occupancy:{1 + number * 7}"})))

    full, none = _sorted_out(lambda wish: live.find(wish, now), wishes(Random(8)), told)
    return [
        Figure("openings_index_ms", p95(full), "ms", INDEX_MS),
        Figure("openings_why_index_ms", middle(none), "ms", WHY_INDEX_MS),
        Figure("openings_index_load_ms", load, "ms", LOAD_MS),
    ]
