"""How long the next try waits after failures, and under which keys they are counted."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from app.core.errors import ClinicError
from app.staff.rules.people import user_name_key

#: so many slips of the finger cost nothing
FREE: Final = 3
LONGEST: Final = timedelta(minutes=15)
#: the hard limit of NIST SP 800-63B-4, 3.2.2: after so many in a row somebody else has to let the person in
LIMIT: Final = 100
#: a whole desk (whatever the names) may slip more often than one person
DESK_FREE: Final = 12
#: with a PIN, before the password is asked for
PIN_TRIES: Final = 3
#: failures of names that nobody has are forgotten after this time, and no more than so many are kept
FORGET: Final = timedelta(days=1)
KEPT: Final = 500


def name_key(user_name: str) -> str:
    """The key of a sign-in name. A digest, because people type passwords into the wrong field."""
    return _digest("name", user_name_key(user_name))


def desk_key(desk: str) -> str:
    """The key of a desk."""
    return _digest("desk", desk)


def pin_key(user_id: int) -> str:
    """The key of a person's PIN."""
    return _digest("pin", str(user_id))


def _digest(kind: str, text: str) -> str:
    return f"{kind}:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"


def delay(failures: int, free: int = FREE) -> timedelta:
    """How long to wait after so many failures in a row: 2, 4, 8 … seconds, at most 15 minutes."""
    if failures < free:
        return timedelta()
    return min(LONGEST, timedelta(seconds=2 ** min(failures - free + 1, 20)))


def waits(blocked_until: datetime | None, now: datetime) -> int:
    """The whole seconds still to wait; 0 when the next try may come.

    A clock that was set back does not lengthen the wait beyond its longest.
    """
    if blocked_until is None or blocked_until <= now:
        return 0
    left = min(blocked_until - now, LONGEST)
    return int(left.total_seconds()) + (left.microseconds > 0)


def wait_first(seconds: int) -> ClinicError:
    """The sentence while a try has to wait; `values["seconds"]` says how long."""
    return ClinicError(
        "After several tries the next one waits {seconds} seconds.",
        next_step="Your director can give you a new password.",
        seconds=seconds,
    )


def does_not_fit(seconds: int = 0) -> ClinicError:
    """The one sentence for a wrong name, a wrong password and a closed account; it never tells which.

    `values["seconds"]` says how long the next try waits.
    """
    problem = ClinicError(
        "User name and password do not fit.",
        next_step="Type both again. Look whether Caps Lock is on.",
        field="password",
    )
    problem.values["seconds"] = seconds
    return problem


def locked_out() -> ClinicError:
    """The sentence after the hard limit."""
    return ClinicError(
        "After {limit} tries this name is closed.", next_step="Ask your director for a new password.", limit=LIMIT
    )
