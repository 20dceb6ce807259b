"""The visit ledger: how many visits of an authorization are used, promised, and left.

An authorization is counted in days of care: what a patient has of it on one day is one visit to the payer, in one piece or
split in two (docs/adr/0017). A day counts from the moment it is booked. It is *unsigned* while something of it took place
(or is going on) and nobody said that its note is signed, else *attended* once something of it took place, else *booked*;
also one that is over and nobody closed, since nobody said yet that it did not take place. Cancelled and missed visits count
nothing. *Reserved* are kept back by hand for re-evaluations, and a re-evaluation takes one of them first. *Offered* are
promised to somebody who waits and not booked yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from app.schedule.rules.codes import GHOSTS, AppointmentStatus, VisitKind


class Use(StrEnum):
    """What a visit is to the authorization it counts against; of a day the first of these that one of its visits is."""

    UNSIGNED = "unsigned"
    ATTENDED = "attended"
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
    kind: VisitKind = VisitKind.FOLLOW_UP


@dataclass(frozen=True, slots=True)
class Ledger:
    """The count, over `days`. `reserved` is still kept back; on `first_past` the first booked visit is that nobody pays."""

    allowed: int
    attended: int = 0
    unsigned: int = 0
    booked: int = 0
    reserved: int = 0
    offered: int = 0
    first_past: date | None = None
    days: frozenset[date] = frozenset()

    @property
    def used(self) -> int:
        """Visits that took place or are booked."""
        return self.attended + self.unsigned + self.booked

    @property
    def left(self) -> int:
        """How many more may be booked; below nought, so many are booked too much."""
        return self.allowed - self.used - self.reserved - self.offered

    def left_for(self, kind: VisitKind) -> int:
        """How many more of a kind may be booked: what is kept back is for re-evaluations."""
        return self.left + (self.reserved if kind is VisitKind.RE_EVALUATION else 0)


@dataclass(slots=True)
class Account:
    """What visits of one kind may still take of an authorization, while they are placed; `days` count already."""

    leave: Leave
    left: int
    kept: int = 0
    days: set[date] = field(default_factory=set)

    def pays(self, day: date) -> bool:
        """Whether it pays for a visit on that day."""
        return self.leave.holds(day) and (day in self.days or self.left > 0)

    def take(self, day: date) -> None:
        """Count a visit of that day."""
        if self.leave.holds(day) and day not in self.days:
            self.days.add(day)
            self.left -= 1


def account(leave: Leave, ledger: Ledger, kind: VisitKind) -> Account:
    """The account of one kind of visit under a ledger."""
    kept = 0 if kind is VisitKind.RE_EVALUATION else ledger.reserved
    return Account(leave, ledger.left_for(kind), kept, set(ledger.days))


def use_of(mark: Mark) -> Use | None:
    """What a visit counts as, or None."""
    if mark.status in GHOSTS:
        return None
    if mark.status is AppointmentStatus.BOOKED:
        return Use.BOOKED
    return Use.ATTENDED if mark.signed and mark.status is AppointmentStatus.FULFILLED else Use.UNSIGNED


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of care: what it counts as, and whether a re-evaluation is in it. `use` None: it is offered, not booked."""

    day: date
    use: Use | None
    kept: bool


def count(
    leave: Leave, marks: Iterable[Mark], *, offered: Iterable[tuple[date, VisitKind]] = (), first: date | None = None,
    last: date | None = None,
) -> Ledger:  # fmt: skip
    """The ledger of an authorization over visits in any order; `first` and `last` narrow its days, e.g. to a benefit year.

    `offered`: the day and kind of what is promised, of which a day that counts already uses nothing more.
    """
    begin, end = max(leave.starts_on, first or leave.starts_on), min(leave.ends_on, last or leave.ends_on)
    every = _days(marks)
    within = [one for one in every if begin <= one.day <= end]
    known = frozenset(one.day for one in within)
    promised = {day: _Day(day, None, kind is VisitKind.RE_EVALUATION) for day, kind in offered}
    open_days = [one for one in promised.values() if begin <= one.day <= end and one.day not in known]
    kept = max(0, leave.reserved - sum(one.kept for one in (*within, *open_days)))
    uses = [one.use for one in within]
    return Ledger(
        leave.visits,
        uses.count(Use.ATTENDED),
        uses.count(Use.UNSIGNED),
        uses.count(Use.BOOKED),
        kept,
        len(open_days),
        _first_past([*open_days, *within], [one for one in every if one.day > leave.ends_on], leave),
        known,
    )


def _days(marks: Iterable[Mark]) -> list[_Day]:
    """The days on which something counts, in order."""
    standing = sorted((mark for mark in marks if use_of(mark) is not None), key=lambda mark: mark.day)
    found = []
    for day, group in groupby(standing, key=lambda mark: mark.day):
        there = list(group)
        uses = {use_of(mark) for mark in there}
        kept = any(mark.kind is VisitKind.RE_EVALUATION for mark in there)
        found.append(_Day(day, next(use for use in Use if use in uses), kept))
    return found


def _first_past(counted: list[_Day], after: list[_Day], leave: Leave) -> date | None:
    """The first booked day that nobody pays for. Offers come first: they are kept free."""
    kept, free = leave.reserved, max(0, leave.visits - leave.reserved)
    for one in counted:
        if one.kept and kept:
            kept -= 1
        elif free:
            free -= 1
        elif one.use is Use.BOOKED:
            return one.day
    return next((one.day for one in after if one.use is Use.BOOKED), None)
