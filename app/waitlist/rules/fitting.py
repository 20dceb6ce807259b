"""Whether a hole is a time that somebody who waits would take."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.core.errors import ClinicError

#: every weekday: bit 0 is Monday
ALL_DAYS = 127
#: 0 none, 1 (!), 2 (!!), 3 (!!!)
PRIORITIES = (0, 1, 2, 3)
SHORTEST, LONGEST = 5, 480


class Misfit(StrEnum):
    """Why a hole is not for somebody, the plainest first."""

    LENGTH = "length"
    LOCATION = "location"
    PRACTITIONER = "practitioner"
    DAY = "day"
    TIME = "time"
    OVER = "over"
    NOT_SOONER = "not-sooner"


@dataclass(frozen=True, slots=True)
class Hole:
    """A time that came free: where, with whom, when; `day`, `start` and `end` are the clinic's wall clock."""

    location_id: int
    practitioner_id: int
    day: date
    start: time
    end: time
    minutes: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Want:
    """What somebody would take. Without practitioners anyone; `locations` holds their own and those they chose besides.

    `later`: the start of the visit that they would give up for an earlier one.
    """

    minutes: int
    locations: frozenset[int]
    practitioners: frozenset[int] = frozenset()
    weekdays: int = ALL_DAYS
    from_time: time | None = None
    to_time: time | None = None
    until: date | None = None
    later: datetime | None = None


def misfit(want: Want, hole: Hole) -> Misfit | None:
    """The first reason why a hole is nothing for somebody, or None when they would take it."""
    if want.minutes > hole.minutes:
        return Misfit.LENGTH
    if hole.location_id not in want.locations:
        return Misfit.LOCATION
    if want.practitioners and hole.practitioner_id not in want.practitioners:
        return Misfit.PRACTITIONER
    if not want.weekdays >> hole.day.weekday() & 1:
        return Misfit.DAY
    if not _within(want, hole):
        return Misfit.TIME
    if want.until is not None and hole.day > want.until:
        return Misfit.OVER
    if want.later is not None and want.later <= hole.starts_at:
        return Misfit.NOT_SOONER
    return None


def _within(want: Want, hole: Hole) -> bool:
    """Whether the visit lies in the wished part of the day; it begins with the hole."""
    begin = hole.start.hour * 60 + hole.start.minute
    first = want.from_time.hour * 60 + want.from_time.minute if want.from_time else 0
    last = want.to_time.hour * 60 + want.to_time.minute if want.to_time else 24 * 60
    return first <= begin and begin + want.minutes <= last


def check_want(
    minutes: int, weekdays: int, from_time: time | None, to_time: time | None, priority: int, until: date | None,
    today: date,
) -> None:  # fmt: skip
    """Raise ClinicError at the field that cannot be."""
    if not SHORTEST <= minutes <= LONGEST:
        raise ClinicError("This length does not fit a day.", field="minutes", next_step="Change the minutes.")
    if not 0 < weekdays <= ALL_DAYS:
        raise ClinicError("Somebody who waits needs a weekday.", field="weekdays", next_step="Choose at least one.")
    if from_time is not None and to_time is not None and to_time <= from_time:
        raise ClinicError("The end lies before the beginning.", field="to_time", next_step="Choose a later end.")
    if priority not in PRIORITIES:
        raise ClinicError("A priority lies between 0 and 3.", field="priority", next_step="Choose one from the list.")
    if until is not None and until < today:
        raise ClinicError("That day is over.", field="until", next_step="Choose today or a later day.")
