"""Killing a working desk again and again: a forked child checks patients in and takes money, the parent ends it with SIGKILL.

The child tells over a pipe when it begins a command (B), is inside its transaction (T), is about to commit (C) and has the
answer (A). The parent kills at a random mark, looks into the database, and goes on with the next child.
"""

import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import event, select

from app.core.access import Actor
from app.core.actions import Action
from app.core.database import Database
from app.core.journal import JournalEntry, append
from app.core.values import Command
from app.core.verify import verify
from app.runner.execute import Executor
from tests.support.clinic import ANYONE

NAMESPACE = UUID("0c8d3a52-5b7e-4a57-9d0e-1f6f5a1d2b3c")
C = TypeVar("C", bound=Command)
R = TypeVar("R")
Step = tuple[Action[Any, Any], Command]
#: the n-th command of the day, the same one whichever child sends it
Work = Callable[[int], Step]


def command_id(n: int) -> UUID:
    """The id of the n-th command, the same in every life of the desk."""
    return uuid5(NAMESPACE, str(n))


@dataclass(slots=True)
class Tally:
    """What happened over all lives."""

    kills: int = 0
    inside: int = 0
    acknowledged: set[int] = field(default_factory=set)
    next_command: int = 0


def live(open_database: Callable[[], Database], work: Work, first: int, total: int, pipe: int, *, twice: bool) -> None:
    """A desk's life, in the child: command after command until somebody ends it."""
    database = open_database()
    executor = Twice(database) if twice else Executor(database)
    marks = os.fdopen(pipe, "wb", buffering=0)
    here = b"0"

    def mark(letter: bytes) -> None:
        marks.write(letter + here + b"\n")

    event.listen(database.engine, "before_cursor_execute", lambda *_: mark(b"T"))
    executor.before_commit = lambda: mark(b"C")
    for n in range(first, total):
        here = str(n).encode()
        mark(b"B")
        action, command = work(n)
        executor.perform(action, command, ANYONE)
        mark(b"A")


class Twice(Executor):
    """The control: a broken runner that commits the deed first and its journal entry afterwards. The test must catch it."""

    def perform(self, action: Action[C, R], command: C, actor: Actor) -> R:
        with self.database.writing() as session:
            result = action.run(session, actor, command)
            self.before_commit()
            session.commit()
            line = self._line(session, action, command, actor, result, "")
        with self.database.writing() as session:
            append(session, line)
            self.before_commit()
            session.commit()
        return result


def run(
    open_database: Callable[[], Database], work: Work, total: int, kills: int, seed: int, *, twice: bool = False
) -> Tally:
    """Let desks live and die until `kills` have been killed or the work is done."""
    tally, chance = Tally(), random.Random(seed)
    while tally.kills < kills and tally.next_command < total:
        one_life(open_database, work, total, chance, tally, twice=twice)
    return tally


def one_life(
    open_database: Callable[[], Database], work: Work, total: int, chance: random.Random, tally: Tally, *, twice: bool
) -> None:
    """Fork a desk, kill it at a random mark, and note what it had acknowledged."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            live(open_database, work, tally.next_command, total, write, twice=twice)
        finally:
            os._exit(0)
    os.close(write)
    marks, last, at = os.fdopen(read, "rb"), b"B", chance.randint(1, 40)
    for count, line in enumerate(marks, 1):
        last, n = line[:1], int(line[1:])
        if last == b"A":
            tally.acknowledged.add(n)
            tally.next_command = n + 1
        if count == at:
            os.kill(child, signal.SIGKILL)
            tally.kills += 1
            break
    for line in marks:  # what it still said before the signal came
        last = line[:1]
        if last == b"A":
            tally.acknowledged.add(int(line[1:]))
            tally.next_command = int(line[1:]) + 1
    os.waitpid(child, 0)
    tally.inside += last in (b"T", b"C")
    marks.close()


def entries(database: Database) -> dict[str, int]:
    """How often each command stands in the journal."""
    found: dict[str, int] = {}
    with database.reading() as session:
        for (command,) in session.execute(select(JournalEntry.command_id).where(JournalEntry.command_id.is_not(None))):
            found[command] = found.get(command, 0) + 1
    return found


def faults(database: Database, tally: Tally, half_done: Callable[[Database], list[str]]) -> list[str]:
    """What must never be: an acknowledged command lost or doubled, a half command, a broken chain."""
    written = entries(database)
    said = [
        f"command {n} was acknowledged and is not there"
        for n in sorted(tally.acknowledged)
        if str(command_id(n)) not in written
    ]
    said += [f"{command} is there {times} times" for command, times in written.items() if times != 1]
    with database.reading() as session:
        said += [finding.sentence for finding in verify(session).findings]
    return said + half_done(database)
