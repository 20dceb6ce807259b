"""Many desks at once: one slot has one winner, and random work of twenty clients never makes anything overlap.

Every night: `python3 build/dev.py test --all` (marked long: 1,000 racers on one slot, and FRONTDESK_TEST_OPERATIONS random
operations, a million unless said otherwise).
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
from tests.schedule.crowd import CLIENTS, PATIENTS, broken_rules, differences, let_loose, overlaps, prepare
from tests.schedule.visits import command, counts
from tests.support.clinic import ANYONE, Clinic

#: of all clients together on one engine
OPERATIONS = int(os.environ.get("FRONTDESK_TEST_OPERATIONS", "1000000"))
SHORT, RACERS = 1_000, 96
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


def check_crowd(clinic: Clinic, operations: int, number: int, folder: Path) -> None:
    prepare(clinic)
    open_database = opener(clinic.database)
    clinic.database.close()
    begin = perf_counter()
    report = let_loose(open_database, operations // CLIENTS, number, folder)
    took = perf_counter() - begin
    database = open_database()
    with database.reading() as session:
        assert overlaps(session) == []
        assert list(differences(session, report.answers)) == []
        assert list(broken_rules(session)) == []
    least, most = min(report.progress), max(report.progress)
    print(
        f"\n{database.engine.dialect.name}: {operations} operations in {took:.0f} s, {len(report.answers)} took place, "
        f"{report.refused['busy']} waited longer; when the first client was done, the others had done {least} to {most}"
    )
    database.close()
    assert least > 0
    assert len(report.answers) > operations // 10


@pytest.mark.timeout(600)
def test_random_work_overlaps_nowhere(clinic: Clinic, tmp_path: Path) -> None:
    check_crowd(clinic, SHORT, 1, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(24 * 3600)
def test_a_night_of_random_work_overlaps_nowhere(clinic: Clinic, tmp_path: Path) -> None:
    check_crowd(clinic, OPERATIONS, 2, tmp_path)
