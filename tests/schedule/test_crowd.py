"""Many desks at once: one slot has one winner, and random work of twenty clients never makes anything overlap.

Every run lets them do 20,000 things, half on each engine. Every night (`python3 build/dev.py test --all`, marked long) it is
1,000 racers on one slot, and FRONTDESK_TEST_OPERATIONS things on both engines together, a million unless said otherwise, in
FRONTDESK_TEST_HOURS at most; after each round everything is compared, and a line says how far it is.
"""

import os
from collections.abc import Callable
from datetime import time
from pathlib import Path
from time import perf_counter

import pytest

from app.core.database import Database
from app.core.errors import Busy, Clash
from app.runner.execute import Executor
from app.schedule.actions import book
from tests.faults.test_kill import opener
from tests.schedule.crowd import CLIENTS, PATIENTS, WEEKLY, Model, Round, broken_rules, let_loose, overlaps, prepare
from tests.schedule.visits import command, counts
from tests.support.clinic import ANYONE, Clinic

#: of all clients together, half of them on each engine
USUAL, NIGHTLY = 20_000, int(os.environ.get("FRONTDESK_TEST_OPERATIONS", "1000000"))
HOURS = float(os.environ.get("FRONTDESK_TEST_HOURS", "8"))
#: things done between two looks at the whole database
ROUND = 10_000
RACERS = 96
NIGHTLY_RACERS = 1_000
RACING_PROCESSES = 8

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")


def racing(clinic: Clinic, racers: int) -> list[str]:
    """How each of the racers fared, all of whom want the same slot at the same moment, from several processes."""
    prepare(clinic)
    open_database = opener(clinic.database)
    clinic.database.close()  # a child must not inherit an open connection
    start, hear = os.pipe(), os.pipe()
    children = [_racer(open_database, clinic, start, hear, number, racers) for number in range(RACING_PROCESSES)]
    os.close(start[0])
    os.close(start[1])  # the shot: every child reads the end of this pipe
    os.close(hear[1])
    with os.fdopen(hear[0]) as lines:
        outcomes = [line.strip() for line in lines]
    for child in children:
        os.waitpid(child, 0)
    clinic.database = open_database()
    return outcomes


def _racer(
    open_database: Callable[[], Database],
    clinic: Clinic,
    start: tuple[int, int],
    hear: tuple[int, int],
    number: int,
    racers: int,
) -> int:
    child = os.fork()
    if child:
        return child
    try:
        os.close(start[1])
        executor = Executor(open_database())
        os.read(start[0], 1)
        for n in range(number, racers, RACING_PROCESSES):
            wanted = command(clinic, time(10, n % 9 * 5), patient_id=1 + n % PATIENTS)
            os.write(hear[1], f"{_try(executor, wanted)}\n".encode())
    finally:
        os._exit(0)


def _try(executor: Executor, wanted: object) -> str:
    while True:
        try:
            executor.perform(book, wanted, ANYONE)  # type: ignore[arg-type]
        except Busy:
            continue
        except Clash as clash:
            return clash.field or ""
        except Exception as why:
            return repr(why)
        return "won"


def check_race(clinic: Clinic, racers: int) -> None:
    outcomes = racing(clinic, racers)
    assert len(outcomes) == racers
    assert outcomes.count("won") == 1
    assert set(outcomes) == {"won", "start"}
    assert counts(clinic) == (1, 2)


@pytest.mark.timeout(300)
def test_one_slot_has_one_winner(clinic: Clinic) -> None:
    check_race(clinic, RACERS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_one_slot_has_one_winner_of_a_thousand(clinic: Clinic) -> None:
    check_race(clinic, NIGHTLY_RACERS)


def check_crowd(clinic: Clinic, operations: int, seed: int, folder: Path) -> None:
    """Round after round until so many operations are done, or half of the hours are over; all must hold after each."""
    prepare(clinic)
    open_database, model, begin, done = opener(clinic.database), Model(), perf_counter(), 0
    clinic.database.close()
    while done < operations and perf_counter() - begin < HOURS * 1800:
        size = min(ROUND, operations - done)
        began = perf_counter()
        report = let_loose(Round(open_database, size // CLIENTS, seed + done, done // WEEKLY), folder)
        took, done = perf_counter() - began, done + size
        model.hear(report.answers)
        said = looked_over(open_database, model)
        least, most = min(report.progress), max(report.progress)
        print(
            f"\n{said}: {done} of {operations} operations, {size / took:.0f} a second, {len(report.answers)} of {size} took "
            f"place, {report.refused['busy']} waited longer; the first client was done when the others had done {least} "
            f"to {most}; {perf_counter() - begin:.0f} s so far",
            flush=True,
        )
        assert least > 0
        assert len(report.answers) > size // 10


def looked_over(open_database: Callable[[], Database], model: Model) -> str:
    """Look at all rows: nothing overlaps, all is what was answered, every rule is kept. The name of the engine."""
    database = open_database()
    with database.reading() as session:
        assert overlaps(session) == []
        assert list(model.differences(session)) == []
        assert list(broken_rules(session)) == []
    database.close()
    return database.engine.dialect.name


@pytest.mark.timeout(900)
def test_random_work_overlaps_nowhere(clinic: Clinic, tmp_path: Path) -> None:
    check_crowd(clinic, USUAL // 2, 1, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(24 * 3600)
def test_a_night_of_random_work_overlaps_nowhere(clinic: Clinic, tmp_path: Path) -> None:
    check_crowd(clinic, NIGHTLY // 2, 2, tmp_path)
