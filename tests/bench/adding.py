"""What registering one patient costs in a large base, over its own rows written raw in a twin of it."""

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.people import Person
from app.runner.execute import Executor
from tests.bench.bases import asked_count, written_base
from tests.bench.floors import caught, replayed
from tests.bench.measures import Figure, measure, middle
from tests.bench.people import PLACEHOLDER, breed
from tests.bench.searching import ENGINES, no_collecting
from tests.support.clinic import ANYONE

WARM, ADDED = 10, 51
RATIO = 3.0
_BEGIN = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "BEGIN"}


def newcomers(count: int) -> Iterator[Person]:
    """People like those of the base who are not in it."""
    for bred in breed(count, seed=8):
        born = bred.person.birth_date
        yield replace(bred.person, source=None, external_id=None, birth_date=None if born == PLACEHOLDER else born)


@measure(*(f"add_patient_{engine}" for engine in ENGINES), large=True)
def measure_adding() -> list[Figure]:
    """The whole gesture: permission, checks, number, keys, journal and commit."""
    return [_added(engine) for engine in ENGINES]


def _added(engine: str) -> Figure:
    ours, floors = [], []
    with written_base(asked_count(), engine) as (database, cursor), no_collecting():
        executor, written = Executor(database), caught(database.engine)
        for person in newcomers(WARM + ADDED):
            written.clear()
            begin = perf_counter()
            executor.perform(register_patient, RegisterPatient(person=person), ANYONE)
            ours.append((perf_counter() - begin) * 1000)
            floors.append(replayed(cursor, written, _BEGIN[engine]))
    return Figure(f"add_patient_{engine}", middle(ours[WARM:]), "ms", RATIO, middle(floors[WARM:]))
