"""Failed tries, counted in the database: the delay survives a restart, and nobody can fill the table with made-up names."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from app.core.changes import note_bulk
from app.core.orm import insert_unless_there
from app.core.sessions import ClinicSession, WriteSession
from app.staff.queries import has_ended
from app.staff.rules import throttle
from app.staff.rules.passwords import matches
from app.staff.rules.people import user_name_key
from app.staff.tables import SignInThrottle, User


def seconds_to_wait(session: ClinicSession, *keys: str) -> int:
    """How long the next try under these keys waits, in seconds; 0 when it may come."""
    wanted = select(SignInThrottle.blocked_until).where(SignInThrottle.name_key.in_(keys))
    return max((throttle.waits(until, session.now) for until in session.scalars(wanted)), default=0)


def failures_of(session: ClinicSession, key: str) -> int:
    """How often in a row it did not fit."""
    return session.scalar(select(SignInThrottle.failures).where(SignInThrottle.name_key == key)) or 0


def count_failure(session: WriteSession, key: str, free: int = throttle.FREE) -> tuple[int, int]:
    """One more failure under a key: (failures in a row, seconds the next try waits)."""
    fresh = {"name_key": key, "failures": 0, "last_failure": session.now}
    session.execute(insert_unless_there(SignInThrottle, fresh))
    mine = SignInThrottle.name_key == key
    failures = session.scalars(select(SignInThrottle.failures).where(mine).with_for_update()).one() + 1
    wait = throttle.delay(failures, free)
    until = session.now + wait if wait else None
    session.execute(
        update(SignInThrottle).where(mine).values(failures=failures, last_failure=session.now, blocked_until=until)
    )
    note_bulk(session, "sign_in_throttle", key)
    return failures, int(wait.total_seconds())


def forget_failures(session: WriteSession, *keys: str) -> None:
    """Begin at nought under these keys."""
    session.execute(delete(SignInThrottle).where(SignInThrottle.name_key.in_(keys)))
    note_bulk(session, "sign_in_throttle")


def sweep(session: WriteSession) -> None:
    """Forget old failures of names that nobody has, and the oldest of too many."""
    known = {throttle.name_key(name) for name in session.scalars(select(User.user_name))}
    rows = session.execute(
        select(SignInThrottle.name_key, SignInThrottle.last_failure)
        .where(SignInThrottle.name_key.startswith("name:", autoescape=True))
        .order_by(SignInThrottle.last_failure.desc())
    )
    unknown = [(key, last) for key, last in rows if key not in known]
    old = [key for place, (key, last) in enumerate(unknown) if place >= throttle.KEPT or _is_old(last, session.now)]
    if old:
        session.execute(delete(SignInThrottle).where(SignInThrottle.name_key.in_(old)))


def _is_old(last: datetime, now: datetime) -> bool:
    return now - last > throttle.FORGET or last - now > timedelta(days=1)


def open_account(session: ClinicSession, user_name: str) -> User | None:
    """The account of a name, if it may sign in."""
    user = session.scalars(select(User).where(User.user_name == user_name_key(user_name))).one_or_none()
    if user is None or not user.active or has_ended(user.ends_on, session.now):
        return None
    return user


def opens(user: User | None, password: str) -> bool:
    """Whether a password opens an account; no account takes as long and is always False."""
    return matches(user.password_hash if user else None, password)
