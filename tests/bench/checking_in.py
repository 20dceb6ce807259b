"""How much a check-in costs over the rows it writes: the same statements, raw, in one transaction on a twin file."""

import shutil
from time import perf_counter
from typing import Any

from sqlalchemy import event

from app.core.embedded import connect
from app.payments.rules import Method, Part
from app.visits.actions import CheckIn, check_in
from tests.bench.boards import clinic_on_file
from tests.bench.measures import RUNS, Figure, measure, middle
from tests.faults.arrivals import VERSION
from tests.support.clinic import Clinic
from tests.support.databases import KEY

WARM = 6
RATIO, MILLISECONDS = 4.0, 15.0
PARTS = (Part(Method.CARD, 2500, "4242"),)
Written = list[tuple[str, Any, bool]]


def _catch(clinic: Clinic, written: Written) -> None:
    def heard(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            written.append((statement, values, many))

    event.listen(clinic.database.engine, "before_cursor_execute", heard)


def _replay(cursor: Any, written: Written) -> float:
    """Write the same rows raw; the seconds it takes."""
    begin = perf_counter()
    cursor.execute("BEGIN IMMEDIATE")
    for statement, values, many in written:
        if many:
            cursor.executemany(statement, values)
        else:
            cursor.execute(statement, values)
            if "RETURNING" in statement:
                cursor.fetchall()
    cursor.execute("COMMIT")
    return perf_counter() - begin


@measure("check_in", "check_in_ms")
def measure_check_in() -> list[Figure]:
    """A check-in with its payment, journal and commit, against its own writes on a twin of the file."""
    with clinic_on_file(RUNS + WARM) as (clinic, papers):
        path = clinic.database.path
        assert path is not None
        clinic.database.close()
        twin = path.with_name("twin.db")
        shutil.copy(path, twin)
        raw = connect(twin, KEY)
        cursor, written = raw.cursor(), Written()
        _catch(clinic, written)
        ours, floors = [], []
        for visit in range(1, RUNS + WARM + 1):
            command = CheckIn(appointment_id=visit, version=VERSION, accepted_missing=papers, parts=PARTS)
            written.clear()
            begin = perf_counter()
            clinic.do(check_in, command)
            ours.append((perf_counter() - begin) * 1000)
            floors.append(_replay(cursor, written) * 1000)
        raw.close()
    value, floor = middle(ours[WARM:]), middle(floors[WARM:])
    return [Figure("check_in", value, "ms", RATIO, floor), Figure("check_in_ms", value, "ms", MILLISECONDS)]
