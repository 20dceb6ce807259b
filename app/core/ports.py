"""How an upper room serves a lower one: small typed ports that `bootstrap` alone plugs.

A lower room declares what it would like to know or to have done; nobody below ever imports who answers.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from app.core.access import Actor
from app.core.actions import Query
from app.core.sessions import ReadSession


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """One thing to chase: who, what, how long, and where Enter leads."""

    key: str
    title: str
    detail: str
    patient_id: int | None = None
    appointment_id: int | None = None
    day: date | None = None


class Worklist(Protocol):
    """A list of open things, always computed from the data as they are."""

    code: str

    def title(self) -> str:
        """The list's name in the person's language."""
        ...

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """What is open now, most urgent first."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go in the window: a page, and what to show there."""

    page: str
    patient_id: int | None = None
    appointment_id: int | None = None
    day: date | None = None
    task: str = ""  # e.g. "book", "register", "check-in", "close-day"
    text: str = ""  # what was typed so far, carried over


@dataclass(frozen=True, slots=True)
class Badge:
    """What an upper room knows of a visit, for its box in the schedule: the board's word, ring and colour, open points."""

    appointment_id: int
    word: str
    ring: str
    ink: str
    open_points: int = 0


@dataclass(frozen=True, slots=True)
class Deed:
    """A command of the palette: what it is called, its key, and what it does."""

    code: str
    title: str
    shortcut: str
    run: Callable[[], None]


@dataclass(slots=True)
class Ports:
    """All sockets of a window. Empty sockets do nothing."""

    go: Callable[[Place], None] = lambda _place: None
    announce: Callable[[str], None] = lambda _sentence: None
    print_document: Callable[[bytes, str], None] = lambda _pdf, _number: None
    worklists: list[Worklist] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    badges: Query[[int, date], tuple[Badge, ...]] | None = None
