"""Killing a working desk again and again: a forked child checks patients in and takes money, the parent ends it with SIGKILL.

The child tells over a pipe when it begins a command (B), is about to open its transaction (O), is inside it (T), is about to
commit (C) and has the answer (A); X and a sentence when something broke. The parent kills it at a random mark, and goes on
with the next child, which begins with the first command that nobody had an answer for.
"""

import os
import random
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import event, select

from app.core.access import Actor
from app.core.actions import Action
from app.core.database import Database
from app.core.journal import JournalEntry, append
from app.core.values import Command
from app.core.verify import Anchors, verify
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


#: a life ends at one of its first marks
LONGEST_LIFE = 60


@dataclass(slots=True)
class Tally:
    """What happened over all lives."""

    kills: int = 0
    inside: int = 0
    committing: int = 0
    acknowledged: set[int] = field(default_factory=set)
    next_command: int = 0
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Desk:
    """A workstation that can be started again and again: how it opens its database, where its anchors lie, what it does."""

    open_database: Callable[[], Database]
    anchors: Path
    work: Work
    total: int
    twice: bool = False

    def live(self, first: int, pipe: int) -> None:
        """A life, in the child: command after command until somebody ends it."""
        database = self.open_database()
        executor = (Twice if self.twice else Executor)(database, anchors=Anchors(self.anchors))
        marks = os.fdopen(pipe, "wb", buffering=0)
        here, statements = b"0", 0

        def mark(letter: bytes) -> None:
            marks.write(letter + here + b"\n")

        def statement(*_: object) -> None:
            nonlocal statements
            statements += 1
            mark(b"T" if statements > 1 else b"O")

        event.listen(database.engine, "before_cursor_execute", statement)
        executor.before_commit = lambda: mark(b"C")
        try:
            for n in range(first, self.total):
                here, statements = str(n).encode(), 0
                mark(b"B")
                action, command = self.work(n)
                executor.perform(action, command, ANYONE)
                mark(b"A")
        except Exception:
            marks.write(b"X" + traceback.format_exc().replace("\n", " | ").encode() + b"\n")


class Twice(Executor):
    """The control: a broken runner that commits the deed first and its journal entry afterwards. The test must catch it."""

    def perform(self, action: Action[C, R], command: C, actor: Actor) -> R:
        with self.database.writing() as session:
            result = action.run(session, actor, command)
            session.flush()
            line = self._line(session, action, command, actor, result, "")
            self.before_commit()
            session.commit()
        with self.database.writing() as session:
            append(session, line)
            self.before_commit()
            session.commit()
        return result


def run(desk: Desk, kills: int, seed: int) -> Tally:
    """Let the desk live and die until it was killed `kills` times, its work is done, or something broke."""
    tally, chance = Tally(), random.Random(seed)
    while tally.kills < kills and tally.next_command < desk.total and not tally.broken:
        one_life(desk, chance.randint(1, LONGEST_LIFE), tally)
    return tally


def one_life(desk: Desk, last_mark: int, tally: Tally) -> None:
    """Fork a desk, kill it at a mark, and note what it had acknowledged by then."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            desk.live(tally.next_command, write)
        finally:
            os._exit(0)
    os.close(write)
    last = b"B"
    with os.fdopen(read, "rb") as marks:
        for count, line in enumerate(marks, 1):  # also what it still said before the signal came
            last = _heard(line, tally)
            if count == last_mark:
                os.kill(child, signal.SIGKILL)
                tally.kills += 1
    os.waitpid(child, 0)
    tally.inside += last == b"T"
    tally.committing += last == b"C"


def _heard(line: bytes, tally: Tally) -> bytes:
    letter, rest = line[:1], line[1:-1]
    if letter == b"X":
        tally.broken.append(rest.decode())
    elif letter == b"A" and line.endswith(b"\n"):
        tally.acknowledged.add(int(rest))
        tally.next_command = int(rest) + 1
    return letter


def entries(database: Database) -> dict[str, int]:
    """How often each command stands in the journal."""
    found: dict[str, int] = {}
    with database.reading() as session:
        for (command,) in session.execute(select(JournalEntry.command_id).where(JournalEntry.command_id.is_not(None))):
            assert command is not None
            found[command] = found.get(command, 0) + 1
    return found


def faults(database: Database, tally: Tally, anchors: Anchors, half_done: Callable[[Database], list[str]]) -> list[str]:
    """What must never be: an acknowledged command lost or doubled, a half command, a broken chain."""
    written = entries(database)
    said = [
        f"command {n} was acknowledged and is not there"
        for n in sorted(tally.acknowledged)
        if str(command_id(n)) not in written
    ]
    said += [f"{command} is there {times} times" for command, times in written.items() if times != 1]
    with database.reading() as session:
        said += [finding.sentence for finding in verify(session, anchors.read()).findings]
    return said + tally.broken + half_done(database)
