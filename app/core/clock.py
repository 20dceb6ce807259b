"""Time: UTC instants, the clinic's IANA zone, and a clock that is passed in."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.errors import ClinicError


class Clock(Protocol):
    """Where `now` comes from."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is moved: for tests and replays."""

    at: datetime

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.at

    def advance(self, **parts: float) -> None:
        """Move by a timedelta's parts, e.g. `minutes=5`."""
        self.at += timedelta(**parts)


@dataclass(slots=True)
class ShiftedClock:
    """A clock that starts at another instant and runs on from there: the demo clinic's."""

    start: datetime
    began: float = field(default_factory=monotonic)

    def now(self) -> datetime:
        """The start plus the time run since."""
        return self.start + timedelta(seconds=monotonic() - self.began)


def local(instant: datetime, zone: str) -> datetime:
    """The wall-clock time of an instant at a clinic."""
    return instant.astimezone(ZoneInfo(zone))


def local_day(instant: datetime, zone: str) -> date:
    """The clinic's day on which an instant falls."""
    return local(instant, zone).date()


def instant(day: date, at: time, zone: str) -> datetime:
    """The UTC instant of a wall time at a clinic; the earlier one where the hour comes twice.

    Raises ClinicError for a time that the clocks jump over that night.
    """
    wall = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    result = wall.astimezone(UTC)
    if result.astimezone(wall.tzinfo).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise ClinicError(
            "The clocks jump over {time} that night.",
            next_step="Choose a time an hour later.",
            field="start",
            time=f"{at:%H:%M}",
        )
    return result


def day_bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """The instants at which a clinic's day begins and the next one begins."""
    tz = ZoneInfo(zone)
    begin = datetime.combine(day, time(), tzinfo=tz).astimezone(UTC)
    return begin, datetime.combine(day + timedelta(days=1), time(), tzinfo=tz).astimezone(UTC)
