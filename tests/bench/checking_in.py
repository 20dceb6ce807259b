"""How much a check-in costs over the rows it writes: the same statements, raw, in one transaction on a twin file."""

import shutil
from time import perf_counter

from app.core.embedded import connect
from app.payments.rules import Method, Part
from app.visits.actions import CheckIn, check_in
from tests.bench.boards import clinic_on_file
from tests.bench.floors import caught, replayed
from tests.bench.measures import RUNS, Figure, measure, middle
from tests.faults.arrivals import VERSION
from tests.support.databases import KEY

WARM = 6
RATIO, MILLISECONDS = 4.0, 15.0
PARTS = (Part(Method.CARD, 2500, "4242"),)


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
        cursor, written = raw.cursor(), caught(clinic.database.engine)
        ours, floors = [], []
        for visit in range(1, RUNS + WARM + 1):
            command = CheckIn(appointment_id=visit, version=VERSION, accepted_missing=papers, parts=PARTS)
            written.clear()
            begin = perf_counter()
            clinic.do(check_in, command)
            ours.append((perf_counter() - begin) * 1000)
            floors.append(replayed(cursor, written))
        raw.close()
    value, floor = middle(ours[WARM:]), middle(floors[WARM:])
    return [Figure("check_in", value, "ms", RATIO, floor), Figure("check_in_ms", value, "ms", MILLISECONDS)]
