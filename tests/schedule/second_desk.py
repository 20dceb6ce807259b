"""The second desk, a process of its own: `python -m tests.schedule.second_desk WHERE`, then a line for each deed on its input.

WHERE is the file of the embedded database or a server's URL. It says "ready" once; then for `move ID VERSION HH:MM` and for
`book PATIENT HH:MM`, both tomorrow, the monotonic instant right after the commit, which all processes of a machine share.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time as clock_time
from pathlib import Path
from subprocess import PIPE, Popen

from app.core.clock import FixedClock
from app.core.database import Database, open_embedded, open_server
from app.runner.execute import Executor
from app.schedule.actions import BookAppointment, MoveAppointment, book, move_appointment
from tests.schedule.visits import TOMORROW
from tests.support.clinic import ANYONE
from tests.support.databases import KEY, NOW
from tests.support.house import ROOT

PATIENCE = 60


def opened(where: str) -> Database:
    """The database as another workstation opens it."""
    if where.startswith("postgresql"):
        return open_server(where, KEY, tls="local", clock=FixedClock(NOW), desk="desk 2")
    return open_embedded(Path(where), KEY, clock=FixedClock(NOW), desk="desk 2")


def main(where: str) -> None:
    """Do what the lines say until there are no more."""
    executor = Executor(opened(where))
    executor.database.engine.connect().close()
    print("ready", flush=True)
    for line in sys.stdin:
        deed, *words = line.split()
        start = clock_time.fromisoformat(words[-1])
        if deed == "move":
            number, version = map(int, words[:2])
            move = MoveAppointment(appointment_id=number, version=version, day=TOMORROW, start=start)
            executor.perform(move_appointment, move, ANYONE)
        else:
            wanted = BookAppointment(
                patient_id=int(words[0]), practitioner_id=1, location_id=1, visit_type_id=2, day=TOMORROW, start=start
            )
            executor.perform(book, wanted, ANYONE)
        print(time.monotonic(), flush=True)


class Elsewhere:
    """The second desk as the first one's test sees it."""

    def __init__(self, process: "Popen[str]") -> None:
        self.process = process

    def hear(self) -> str:
        """The next line it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tell(self, line: str) -> None:
        """Let it do something."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()


@contextmanager
def second_desk(database: Database) -> Iterator[Elsewhere]:
    """A second desk on a database; it ends with the block."""
    where = str(database.path or database.engine.url.render_as_string(hide_password=False))
    command = [sys.executable, "-m", "tests.schedule.second_desk", where.replace("+psycopg", "")]
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        yield Elsewhere(process)
        process.stdin.close()  # type: ignore[union-attr]  # it is a pipe
        process.wait(PATIENCE)


if __name__ == "__main__":
    main(sys.argv[1])
