"""What the demo's makers hold in their hands: the runner, the clock they move, the people who act, and the ids so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from app.core.access import Actor
from app.core.actions import Action
from app.core.clock import FixedClock, instant
from app.core.values import Command
from app.exchange.demo.people import ZONE
from app.runner.execute import Executor

C = TypeVar("C", bound=Command)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crew:
    """Who acts in the demo: the front desk, the director, the administrator."""

    desk: Actor
    director: Actor
    administrator: Actor


@dataclass(frozen=True, slots=True)
class Places:
    """The ids of what the clinic is made of, in the order of the tables in `people`."""

    visalia: int
    tulare: int
    practitioners: tuple[int, ...]
    at_tulare: int
    visit_types: dict[str, int]
    payers: tuple[int, ...]


@dataclass(slots=True)
class Hands:
    """Carries out commands at instants of the demo's own time. `now` is where the demo's clock will begin, in UTC."""

    executor: Executor
    clock: FixedClock
    now: datetime
    day: date
    crew: Crew = field(init=False)
    places: Places = field(init=False)

    def do(self, action: Action[C, R], command: C, actor: Actor | None = None) -> R:
        """Carry out a command, by default as the front desk."""
        return self.executor.perform(action, command, actor or self.crew.desk)

    def set(self, at: datetime) -> None:
        """Move the clock."""
        self.clock.at = at

    def wall(self, day: date, at: time, minutes: int = 0) -> datetime:
        """The instant of a wall time of the clinic, so many minutes later."""
        return instant(day, at, ZONE) + timedelta(minutes=minutes)

    def workday(self, offset: int) -> date:
        """The working day (Monday to Friday) so many before or after the demo's."""
        day, step = self.day, 1 if offset > 0 else -1
        for _ in range(abs(offset)):
            day += timedelta(days=step)
            while day.weekday() > 4:
                day += timedelta(days=step)
        return day


def taken(values: Iterable[R], index: int) -> R:
    """One of a few values, over and over."""
    few = tuple(values)
    return few[index % len(few)]
