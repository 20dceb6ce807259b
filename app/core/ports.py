"""How an upper room serves a lower one: small typed ports that `bootstrap` alone plugs.

A lower room declares what it would like to know or to have done; nobody below ever imports who answers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
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
    task: str = ""  # what Enter begins there, where the list's own does not say it
    about: object = None  # what a further key of the list needs to know of it


@dataclass(frozen=True, slots=True)
class RowKey:
    """A further key of a worklist: what it is called, and what it does with the chosen row."""

    title: Callable[[], str]
    keys: str
    run: Callable[[WorklistRow], None]


class Worklist(Protocol):
    """A list of open things, always computed from the data as they are."""

    @property
    def code(self) -> str:
        """The list's id, never shown."""
        ...

    def title(self) -> str:
        """The list's name in the person's language."""
        ...

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """What is open now, most urgent first."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go in the window: a page, and what to show there. No `day`: the one that is shown.

    `known`: who the patient is was just written down, so nobody on the phone is asked.
    """

    page: str
    patient_id: int | None = None
    appointment_id: int | None = None
    day: date | None = None
    task: str = ""  # e.g. "book", "register", "check-in", "close-day"
    text: str = ""  # what was typed so far, carried over
    known: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Badge:
    """What an upper room knows of a visit, for its box in the schedule: the board's word, ring and colour, open points."""

    appointment_id: int
    word: str
    ring: str
    ink: str
    open_points: int = 0


@dataclass(frozen=True, slots=True)
class HoleMark:
    """A hole in the schedule: whose, when, and to whom it is offered until when (wall time, and the instant), by whom."""

    freed_slot_id: int
    appointment_id: int
    practitioner_id: int
    start: time
    minutes: int
    offered_until: time | None
    offered_by: str
    offered_end: datetime | None = None
    offered_to: str = ""
    offered_to_id: int | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A visit that is offered to a patient and not booked yet. `kind` is the visit type's."""

    day: date
    kind: str


class Promises(Protocol):
    """Who knows what is offered to patients. In the journal it stands by its name."""

    def made_to(self, session: ReadSession, patient_id: int) -> tuple[Promise, ...]:
        """What is offered to a patient now."""
        ...


@dataclass(frozen=True, slots=True)
class Here:
    """Where the window stands: the location (None: all that the person sees), its zone, its today and the day shown."""

    location_id: int | None
    zone: str
    today: date
    day: date


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a search found: what it is, a line about it, and where Enter leads."""

    title: str
    detail: str
    icon: str
    place: Place


class SearchSource(Protocol):
    """Finds people (or numbers) for the command palette while somebody types."""

    def find(self, text: str, answer: Callable[[tuple[Found, ...]], None]) -> None:
        """Call `answer` on the UI thread with the best few; a newer question drops an older one."""
        ...


@dataclass(frozen=True, slots=True)
class Coming:
    """A patient's visit today: when it begins, and where it stands in the board's word, ring and ink."""

    start: time
    word: str
    ring: str
    ink: str


class VisitsToday(Protocol):
    """Who has a visit today where the window stands."""

    def by_patient(self) -> Mapping[int, Coming]:
        """Each patient's visit; called at every key, so it answers at once with what is known."""
        ...

    def hear(self, tell: Callable[[], None]) -> None:
        """Call a Qt object's method whenever the answer has changed, as long as that object lives."""
        ...


@dataclass(frozen=True, slots=True)
class Deed:
    """A command of the palette: what it is called, its key, and what it does.

    `stays`: it is done where the person is; other deeds of a list lead away from it.
    """

    code: str
    title: str
    shortcut: str
    run: Callable[[], None]
    stays: bool = False


class SheetKind(StrEnum):
    """The papers of the schedule; the words stand in the journal."""

    DAY = "the day sheet of everybody"
    EACH = "a day sheet for each practitioner"
    WEEK = "the week of a practitioner"
    SIGN_IN = "the sign-in sheet"


@dataclass(frozen=True, slots=True)
class SheetWish:
    """A paper of the schedule: which, where, of which days, and of whom (nobody named: everybody).

    `reason`: why the names are wanted, where the role is asked for it.
    """

    kind: SheetKind
    location_id: int
    first: date
    days: int = 1
    practitioner_ids: tuple[int, ...] = ()
    reason: str = ""


class PaperKind(StrEnum):
    """A paper about one patient's visits; the words stand in the journal."""

    VISITS = "the list of visits"
    EXTENSION = "the request for more visits"


@dataclass(frozen=True, slots=True)
class PaperWish:
    """A paper about a patient's visits.

    An extension asks for so many `visits` more under an authorization, and for a later last day of it for so many `late`
    ones; they are from `first` to `last`.
    """

    kind: PaperKind
    patient_id: int
    location_id: int
    reason: str = ""
    authorization_id: int | None = None
    episode_id: int | None = None
    visits: int = 0
    first: date | None = None
    last: date | None = None
    late: int = 0


#: what a room can do with a patient whom a search found; None where there is nothing to do or the role may not
Offer = Callable[[int], Deed | None]


def _nowhere() -> Here:
    raise RuntimeError("no window is open")


@dataclass(slots=True)
class Ports:
    """All sockets of a window. Empty sockets do nothing."""

    go: Callable[[Place], None] = lambda _place: None
    #: before a place is shown: goes on at once, or once the caller on the phone was known as its patient
    admit: Callable[[Place, Callable[[], None]], None] = lambda _place, go: go()
    #: the search that leads to the place that is gone to next
    hear_search: Callable[[str], None] = lambda _typed: None
    announce: Callable[[str], None] = lambda _sentence: None
    #: the last deed with a way back: the sentence, and what Undo (Ctrl+Z) does until the next deed
    undoable: Callable[[str, Callable[[], None]], None] = lambda _sentence, _undo: None
    #: where the window stands; raises RuntimeError before there is a window
    here: Callable[[], Here] = _nowhere
    #: how many things wait in a page, for the number at its place in the rail (0: none)
    badge: Callable[[str, int], None] = lambda _page, _count: None
    search: SearchSource | None = None
    visits_today: VisitsToday | None = None
    #: what each room can do with a patient in a search's answer, the next step first
    offers: tuple[Offer, ...] = ()
    #: what can be done with the line that is chosen in the answer of the window's search
    found_deeds: Callable[[], tuple[Deed, ...]] = tuple
    print_document: Callable[[bytes, str], None] = lambda _pdf, _number: None
    #: show the receipt of a payment, ready to print; True: one more print, counted and marked as a copy
    show_receipt: Callable[[int, bool], None] = lambda _payment_id, _again: None
    #: show a paper made of an answer (who saw a record, an accounting of disclosures), ready to print
    show_paper: Callable[[object], None] = lambda _value: None
    #: show a paper of the schedule, ready to print
    show_sheet: Callable[[SheetWish], None] = lambda _wish: None
    #: ask for the password before a restricted record: whose, why it is restricted, what to do once it is open
    break_glass: Callable[[int, str, Callable[[], None]], None] = lambda _patient_id, _seal, _then: None
    worklists: list[Worklist] = field(default_factory=list)
    #: what Enter does on a row of a worklist, by the list's code, where it leads to no place
    row_deeds: dict[str, Callable[[WorklistRow], None]] = field(default_factory=dict)
    #: the further keys of each worklist, by its code
    row_keys: dict[str, tuple[RowKey, ...]] = field(default_factory=dict)
    #: whom to call for the time that a visit gave back
    fill_hole: Callable[[int], None] = lambda _appointment_id: None
    #: put a patient on the waitlist, perhaps for an earlier time than that of a visit
    wait: Callable[[int, int | None], None] = lambda _patient_id, _appointment_id: None
    deeds: list[Deed] = field(default_factory=list)
    #: the badges of a location's visits: from a day, so many days, of these practitioners (nobody named: of all)
    badges: Query[[int, date, int, tuple[int, ...]], tuple[Badge, ...]] | None = None
    #: the open holes of a location from a day, so many days, and to whom each is offered until when
    holes: Query[[int, date, int], tuple[HoleMark, ...]] | None = None
    #: the visits that are offered to a patient and not booked yet, for the count of what is left
    promises: Promises | None = None
