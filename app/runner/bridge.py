"""The window's side of the runner: commands and questions go to the database's threads, answers come back on the UI thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from app.core.access import Actor
from app.core.actions import Action, Query
from app.core.errors import ClinicError, Unavailable
from app.core.values import Command
from app.runner.bus import ChangeBus
from app.runner.execute import Executor, Notice
from app.runner.reads import ReadLog

C = TypeVar("C", bound=Command)
R = TypeVar("R")
log = logging.getLogger(__name__)
READ_BATCH_MS = 3000


@dataclass(slots=True)
class Job:
    """A long piece of work: tells how far it is, stops when asked. `report` and `stopped` are called on the worker's thread."""

    report: Callable[[int, int], None]
    stop: Event

    @property
    def stopped(self) -> bool:
        """Whether somebody pressed Cancel."""
        return self.stop.is_set()


class Runner(QObject):
    """One for a window. `then` and `fail` are called on the UI thread; `fail` only with a ClinicError.

    `inline=True` does everything at once on the calling thread: for tests of view-models.
    """

    busy_changed = Signal(bool)
    crashed = Signal(object)
    committed = Signal(object)
    _back = Signal(object)

    def __init__(self, executor: Executor, *, inline: bool = False) -> None:
        super().__init__()
        self.executor, self.inline, self.bus = executor, inline, ChangeBus()
        self.actor: Actor | None = None
        self._reads = ReadLog()
        self._serials: dict[str, int] = {}
        self._count, self._open, self._closed = count(1), 0, False
        self._writer = ThreadPoolExecutor(1, "write")
        self._readers = ThreadPoolExecutor(2, "read")
        self._jobs = ThreadPoolExecutor(1, "job")
        self._held: list[tuple[Future[None], Callable[[], None]]] = []
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        executor.announce = self._announce
        self._timer = QTimer(self, interval=READ_BATCH_MS)
        self._timer.timeout.connect(self.write_reads)
        if not inline:
            self._timer.start()

    def person(self) -> Actor:
        """Who is signed in. Raises ClinicError when nobody is."""
        if self.actor is None:
            raise ClinicError("Nobody is signed in.", next_step="Sign in first.")
        return self.actor

    def run(
        self,
        action: Action[C, R],
        command: C,
        then: Callable[[R], None] | None = None,
        fail: Callable[[ClinicError], None] | None = None,
    ) -> None:
        """Carry out a command on the writer's thread."""
        actor = self.person()
        self._submit(self._writer, lambda: self.executor.perform(action, command, actor), then, fail)

    def ask(
        self,
        query: Query[..., R],
        *args: object,
        then: Callable[[R], None],
        fail: Callable[[ClinicError], None] | None = None,
        topic: str = "",
        settled: bool = True,
    ) -> None:
        """Answer a question on a reader's thread. A newer question of the same `topic` drops this one.

        `settled=False` for reloads and for every keystroke but the last: only settled answers are kept in the journal.
        """
        if self.actor is None and not settled:
            return  # a screen that is on its way out heard of a change: nobody is there to read it
        actor = self.person()
        serial = next(self._count)
        if topic:
            self._serials[topic] = serial

        def current() -> bool:
            return not topic or self._serials.get(topic) == serial

        def answered(result: R) -> None:
            if not current():
                return
            if settled:
                self._reads.note(query, actor, result, args, self.executor.database.clock.now())
            then(result)

        def work() -> R | None:
            return self.executor.fetch(query, actor, *args) if current() else None

        self._submit(self._readers, work, answered, fail, alive=then)

    def job(
        self,
        work: Callable[[Job], R],
        then: Callable[[R], None],
        fail: Callable[[ClinicError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Event:
        """Do long work beside everything else. Set the returned event to stop it; `progress(done, of)` comes on the UI thread."""
        stop = Event()

        def report(done: int, of: int) -> None:
            if progress is not None:
                self._back.emit(lambda: progress(done, of))

        self._submit(self._jobs, lambda: work(Job(report, stop)), then, fail)
        return stop

    def background(
        self, work: Callable[[], R], then: Callable[[R], None], fail: Callable[[ClinicError], None] | None = None
    ) -> None:
        """Do a short piece of work that belongs to no person (watching, printing, ages of backups) off the UI thread."""
        self._submit(self._readers, work, then, fail)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None,
        fail: Callable[[ClinicError], None] | None,
        alive: Callable[..., None] | None = None,
    ) -> None:
        if self._closed:  # a change may still be on its way to a window that is being taken down
            return
        self._set_open(1)

        def done() -> None:
            outcome = self._outcome(work, then, fail, alive or then)
            outcome() if self.inline else self._back.emit(outcome)

        if self.inline:
            done()
            return
        self._let_go()
        self._held.append((pool.submit(_carry_out, [done]), done))

    def _let_go(self) -> None:
        """Forget the pieces of work that are over, here on the UI thread: with the last name of one a widget may end.

        A worker would otherwise be the last to hold it whenever the answer was delivered before the worker came to rest.
        """
        self._held = [(future, piece) for future, piece in self._held if not future.done()]

    def _outcome(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None,
        fail: Callable[[ClinicError], None] | None,
        alive: Callable[..., None] | None,
    ) -> Callable[[], None]:
        """What to do on the UI thread once the work is over."""
        try:
            result = work()
        except ClinicError as problem:
            told = problem
            return lambda: self._finish(fail or self.crashed.emit, told, fail)
        except Exception as problem:
            log.exception("work failed")
            broken = problem
            return lambda: self._broken(broken, fail)
        return lambda: self._finish(then, result, alive)

    def _finish(self, callback: Callable[[Any], None] | None, value: object, owner: object) -> None:
        self._set_open(-1)
        receiver = getattr(owner, "__self__", None)
        if callback is not None and (not isinstance(receiver, QObject) or isValid(receiver)):
            callback(value)

    def _broken(self, problem: Exception, fail: Callable[[ClinicError], None] | None) -> None:
        self._set_open(-1)
        self.crashed.emit(problem)
        if fail is not None:
            fail(Unavailable("Something unexpected happened.", next_step="What you typed is still here. Try again."))

    def _set_open(self, step: int) -> None:
        before, self._open = self._open > 0, self._open + step
        if before != (self._open > 0):
            self.busy_changed.emit(self._open > 0)

    def _deliver(self, outcome: Callable[[], None]) -> None:
        self._let_go()
        if not self._closed:  # what comes later would reach widgets that are gone
            outcome()

    def _announce(self, notice: Notice) -> None:
        self.hear(notice) if self.inline else self._back.emit(lambda: self.hear(notice))

    def hear(self, notice: Notice) -> None:
        """Publish a change on the bus, on the UI thread; watchers call it for other windows' commits."""
        self.committed.emit(notice)
        self.bus.publish(notice)

    def write_reads(self) -> None:
        """Write the openings and lists gathered so far."""
        lines = self._reads.take()
        if lines:
            self._submit(self._writer, lambda: self.executor.record(*lines), None, None)

    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._open == 0

    def close(self) -> None:
        """Write what waits and end the threads."""
        self._timer.stop()
        lines = self._reads.take()
        if lines:
            self._writer.submit(self.executor.record, *lines)
        self._closed = True
        for pool in (self._jobs, self._readers, self._writer):
            pool.shutdown(wait=True, cancel_futures=pool is not self._writer)
        self._let_go()


def _carry_out(box: list[Callable[[], None]]) -> None:
    """Do a piece of work on a worker's thread, which holds it no longer than that."""
    box.pop()()
