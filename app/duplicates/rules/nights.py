"""When the nightly look for doubles is due."""

from datetime import datetime, timedelta

from app.core.clock import local

#: hours of the clinic's night in which nobody waits for the computer
NIGHT = range(1, 5)
#: a computer that is off by night looks by day after so long
OVERDUE = timedelta(days=3)
_PAUSE = timedelta(hours=20)


def is_due(last: datetime | None, now: datetime, zone: str) -> bool:
    """Whether to look through the base now: once a night, or at any hour when it was not done for days."""
    if last is not None and now - last < _PAUSE:
        return False
    at_night = local(now, zone).hour in NIGHT
    return at_night or (last is not None and now - last >= OVERDUE)
