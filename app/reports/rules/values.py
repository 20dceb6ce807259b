"""The values a paper is drawn from. Money in integer cents, times as the clinic's wall clock.

An optional part that is None has no data yet and is left out of the paper; an empty tuple means "looked, found none".
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.reports.rules.measures import Measure


class Outcome(StrEnum):
    """What became of a visit, as the report counts it; every visit has exactly one."""

    OPEN = "open"
    ATTENDED = "attended"
    NOSHOW = "noshow"
    LATE_CANCEL = "late_cancel"
    CANCELLED = "cancelled"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit of the day. `practitioner` is the key of a PractitionerDay.

    `state` is the board's word for a visit that is still open. `hole` says in a few words what became of the freed
    time, `hole_filled` whether another patient used it (None: not known); `refill` marks the visit that did.
    `waited` is minutes from arrival to taken back. `receipt` is 0 where none was given.
    """

    start: time
    minutes: int
    patient: str
    mrn: str
    practitioner: str
    kind: str
    outcome: Outcome
    state: str = ""
    reason: str = ""
    due: int = 0
    paid: int = 0
    receipt: int = 0
    payer: str = ""
    waited: int | None = None
    hole: str = ""
    hole_filled: bool | None = None
    refill: bool = False

    @property
    def minute(self) -> int:
        """Minutes after midnight."""
        return self.start.hour * 60 + self.start.minute


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the day: working hours, or time blocked for something else."""

    start: time
    end: time

    @property
    def first(self) -> int:
        """Start in minutes after midnight."""
        return self.start.hour * 60 + self.start.minute

    @property
    def last(self) -> int:
        """End in minutes after midnight; midnight itself is the end of the day."""
        return self.end.hour * 60 + self.end.minute or 24 * 60


@dataclass(frozen=True, slots=True)
class PractitionerDay:
    """One practitioner's hours. `short` is the person's own short form (Whitcombe-F.), set with the person."""

    key: str
    name: str
    short: str
    working: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt by number: its parts (method, cents), or the reason it was made void."""

    number: int
    patient: str
    parts: tuple[tuple[str, int], ...]
    void: str = ""
    mrn: str = ""

    @property
    def cents(self) -> int:
        """What it took in; nothing when void."""
        return 0 if self.void else sum(cents for _, cents in self.parts)


@dataclass(frozen=True, slots=True)
class Drawer:
    """The cash drawer's count. `cash` is what receipts and payouts of the day put in, in cents."""

    opening: int
    cash: int
    counted: int
    reason: str = ""

    @property
    def over(self) -> int:
        """Counted less expected: below zero is short."""
        return self.counted - self.opening - self.cash


@dataclass(frozen=True, slots=True)
class MissingPapers:
    """A patient whose papers are not complete: what is missing, and who asks for it when."""

    patient: str
    missing: str
    who_when: str = ""
    count: int = 1
    mrn: str = ""
    patient_id: int = 0


@dataclass(frozen=True, slots=True)
class Unbooked:
    """A patient who left without the next visit the plan of care asks for."""

    patient: str
    plan: str = ""
    mrn: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """An authorization that ends soon, and what is left of it."""

    patient: str
    left: str
    mrn: str = ""


@dataclass(frozen=True, slots=True)
class RedItem:
    """A visit of tomorrow that is not ready, and who sees to it."""

    start: time
    patient: str
    why: str
    who: str = ""
    mrn: str = ""


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """The next working day: how many visits, and those that are not ready."""

    visits: int
    items: tuple[RedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closed the day on screen, when, and how what was left open is explained."""

    by: tuple[str, ...]
    at: datetime
    explanations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seal:
    """Where the journal stood: chain (a location), position and the head's hash in hex."""

    chain: str
    position: int
    head: str


@dataclass(frozen=True, slots=True)
class EndOfDay:
    """One location's day. `history` carries earlier days of a measure as fractions, oldest first, without today.

    `reversals` are receipts of earlier days that were made void on this day: their sums leave the day's money.
    Without names (`named`) people stand in it by their initials.
    """

    clinic: str
    location: str
    day: date
    zone: str
    printed_at: datetime
    printed_by: str
    visits: tuple[VisitRow, ...]
    practitioners: tuple[PractitionerDay, ...] = ()
    receipts: tuple[ReceiptRow, ...] = ()
    reversals: tuple[ReceiptRow, ...] = ()
    papers: tuple[MissingPapers, ...] | None = None
    unbooked: tuple[Unbooked, ...] | None = None
    ending: tuple[Ending, ...] | None = None
    tomorrow: Tomorrow | None = None
    drawer: Drawer | None = None
    closing: Closing | None = None
    seal: Seal | None = None
    history: tuple[tuple[Measure, tuple[float, ...]], ...] = ()
    language: str = "en-US"
    named: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a receipt: words and cents."""

    text: str
    cents: int


@dataclass(frozen=True, slots=True)
class NextVisit:
    """A booked visit that a patient takes home on paper."""

    at: datetime
    practitioner: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a patient was asked for and paid. `copy` counts reprints; `check` is the number that proves it."""

    clinic: str
    location: str
    address: str
    phone: str
    number: int
    issued_at: datetime
    patient: str
    mrn: str
    visit_at: datetime | None
    charges: tuple[Line, ...]
    payments: tuple[Line, ...]
    taken_by: str
    check: str
    tax_id: str = ""
    why: str = ""
    copy: int = 0
    void: str = ""
    next_visits: tuple[NextVisit, ...] = ()
    change_rule: str = ""
    questions: str = ""
    language: str = "en-US"

    @property
    def due(self) -> int:
        """Asked for, in cents."""
        return sum(line.cents for line in self.charges)

    @property
    def paid(self) -> int:
        """Paid, in cents."""
        return sum(line.cents for line in self.payments)


@dataclass(frozen=True, slots=True)
class RecoveryKeySheet:
    """The recovery key in its groups, and the fingerprint that names it without opening anything."""

    clinic: str
    location: str
    groups: tuple[str, ...]
    fingerprint: str
    printed_on: date
    language: str = "en-US"
