"""The visit ledger: how many visits of an authorization are used, promised, and left.

A visit counts from the moment it is booked. It is *attended* once it took place and its note is signed, *unsigned* while it
took place (or is going on) and nobody said that the note is signed, *booked* before that; also one of an earlier day that
nobody closed, since nobody said yet that it did not take place. Cancelled and missed visits count nothing. *Reserved* are
kept back by hand, e.g. for the re-evaluation; *offered* are promised to somebody who waits and not booked yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.schedule.rules.codes import GHOSTS, AppointmentStatus


class Use(StrEnum):
    """What a visit is to the authorization it counts against."""

    ATTENDED = "attended"
    UNSIGNED = "unsigned"
    BOOKED = "booked"


@dataclass(frozen=True, slots=True)
class Leave:
    """So many visits from one day to another, both included."""

    visits: int
    starts_on: date
    ends_on: date
    reserved: int = 0

    def holds(self, day: date) -> bool:
        """Whether a visit on that day counts against it."""
        return self.starts_on <= day <= self.ends_on


@dataclass(frozen=True, slots=True)
class Mark:
    """What the ledger knows of a visit."""

    day: date
    starts_at: datetime
    status: AppointmentStatus
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """The count. `first_past` is the first booked visit that the authorization does not pay for: too many, or too late."""

    allowed: int
    attended: int = 0
    unsigned: int = 0
    booked: int = 0
    reserved: int = 0
    offered: int = 0
    first_past: date | None = None

    @property
    def used(self) -> int:
        """Visits that took place or are booked."""
        return self.attended + self.unsigned + self.booked

    @property
    def left(self) -> int:
        """How many more may be booked; below nought, so many are booked too much."""
        return self.allowed - self.used - self.reserved - self.offered


def use_of(mark: Mark) -> Use | None:
    """What a visit counts as, or None."""
    if mark.status in GHOSTS:
        return None
    if mark.status is AppointmentStatus.BOOKED:
        return Use.BOOKED
    return Use.ATTENDED if mark.signed and mark.status is AppointmentStatus.FULFILLED else Use.UNSIGNED


def count(
    leave: Leave, marks: Iterable[Mark], *, offered: int = 0, first: date | None = None, last: date | None = None
) -> Ledger:
    """The ledger of an authorization over visits in any order; `first` and `last` narrow its days, e.g. to a benefit year."""
    begin, end = max(leave.starts_on, first or leave.starts_on), min(leave.ends_on, last or leave.ends_on)
    ordered = sorted((mark for mark in marks if use_of(mark) is not None), key=lambda mark: mark.starts_at)
    within = [mark for mark in ordered if begin <= mark.day <= end]
    uses = [use_of(mark) for mark in within]
    return Ledger(
        leave.visits,
        uses.count(Use.ATTENDED),
        uses.count(Use.UNSIGNED),
        uses.count(Use.BOOKED),
        leave.reserved,
        offered,
        _first_past(within, [mark for mark in ordered if mark.day > leave.ends_on], leave, offered),
    )


def _first_past(within: list[Mark], after: list[Mark], leave: Leave, offered: int) -> date | None:
    room = max(0, leave.visits - leave.reserved - offered)
    past = [mark for mark in (*within[room:], *after) if mark.status is AppointmentStatus.BOOKED]
    return past[0].day if past else None
