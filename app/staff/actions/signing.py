"""Signing in, where there is no actor yet, and locking and unlocking the screen, where there is one."""

from dataclasses import dataclass, replace

from sqlalchemy import update

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.sessions import ClinicSession, WriteSession
from app.core.values import Command, Nothing
from app.runner.execute import Executor
from app.staff.actions.counting import (
    count_failure,
    failures_of,
    forget_failures,
    open_account,
    opens,
    seconds_to_wait,
    sweep,
)
from app.staff.queries import SYSTEM_ACTOR, actor_of
from app.staff.rules import throttle
from app.staff.rules.passwords import hash_password, keyed_pin, matches, needs_new_hash
from app.staff.tables import User


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSignIn(Command):
    """A person signed in; `new_hash` replaces one that was made with older parameters."""

    user_id: int
    who: str
    desk: str
    new_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFailure(Command):
    """A sign-in that did not fit; `who` is empty for a name that nobody has, `key` its digest."""

    key: str
    who: str
    desk: str


@dataclass(frozen=True, slots=True)
class Failure:
    """How often in a row, and how long the next try waits."""

    failures: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LockScreen(Command):
    """Hide everything until the person is back."""

    idle: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPin(Command):
    """The PIN typed into the locked screen."""

    pin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPassword(Command):
    """The password typed into the locked screen."""

    password: str


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Whether it fits; else how many tries the PIN has left, and the seconds that the next password waits."""

    ok: bool = False
    outcome: str = ""
    pin_tries: int = 0
    seconds: int = 0


def sign_in(executor: Executor, user_name: str, password: str, desk: str) -> Actor:
    """The person, or ClinicError in one sentence that never tells whether the name exists; `values["seconds"]` to wait.

    The password is checked outside any transaction: it takes its 20 ms on purpose.
    """
    key = throttle.name_key(user_name)
    with executor.database.reading() as session:
        _refuse_early(session, key, throttle.desk_key(desk))
        user = open_account(session, user_name)
    if not opens(user, password) or user is None:
        known = user.user_name if user else ""
        failed = executor.perform(record_failure, RecordFailure(key=key, who=known, desk=desk), _at(desk))
        raise throttle.does_not_fit(failed.seconds)
    fresh = hash_password(password) if needs_new_hash(user.password_hash) else ""
    done = RecordSignIn(user_id=user.id, who=user.user_name, desk=desk, new_hash=fresh)
    executor.perform(record_sign_in, done, _at(desk))
    with executor.database.reading() as session:
        return actor_of(session, session.get_one(User, user.id), desk)


def _at(desk: str) -> Actor:
    return replace(SYSTEM_ACTOR, desk=desk)


def _refuse_early(session: ClinicSession, name: str, desk: str) -> None:
    if failures_of(session, name) >= throttle.LIMIT:
        raise throttle.locked_out()
    seconds = seconds_to_wait(session, name, desk)
    if seconds:
        raise throttle.wait_first(seconds)


@action(Permission.SYSTEM, says="{who} signed in", sealed=True)
def record_sign_in(session: WriteSession, actor: Actor, command: RecordSignIn) -> Nothing:
    """Keep that a person signed in, and begin their count of failures at nought."""
    name, desk = throttle.name_key(command.who), throttle.desk_key(command.desk)
    _refuse_early(session, name, desk)  # many tries at once must not outrun the delay
    values: dict[str, object] = {"last_sign_in": session.now}
    if command.new_hash:
        values["password_hash"] = command.new_hash
    session.execute(
        update(User).where(User.id == command.user_id).values(values)
    )  # past the version: nobody edits this
    note_bulk(session, "app_user", str(command.user_id))
    forget_failures(session, name, desk, throttle.pin_key(command.user_id))
    return Nothing()


@action(Permission.SYSTEM, says="A sign-in did not fit: {who}, {failures} in a row")
def record_failure(session: WriteSession, actor: Actor, command: RecordFailure) -> Failure:
    """Count a sign-in that did not fit, for the name and for the desk."""
    sweep(session)
    failures, seconds = count_failure(session, command.key)
    _, desk_seconds = count_failure(session, throttle.desk_key(command.desk), throttle.DESK_FREE)
    return Failure(failures, max(seconds, desk_seconds))


@action(Permission.OWN_SESSION, says="Locked the screen")
def lock_screen(session: WriteSession, actor: Actor, command: LockScreen) -> Nothing:
    """Keep that the screen was locked, by hand or because nobody was there."""
    return Nothing()


@action(Permission.OWN_SESSION, says="{outcome}", sealed=True)
def check_pin(session: WriteSession, actor: Actor, command: CheckPin) -> Unlocked:
    """Unlock with the PIN. After three that did not fit, only the password counts."""
    key, user = throttle.pin_key(actor.user_id), session.get_one(User, actor.user_id)
    if user.pin_hash is None or failures_of(session, key) >= throttle.PIN_TRIES:
        return Unlocked(outcome="A PIN was typed where the password is needed")
    if matches(user.pin_hash, keyed_pin(command.pin, session.clinic_key)):
        forget_failures(session, key)
        return Unlocked(ok=True, outcome="Unlocked the screen with the PIN")
    failures, _ = count_failure(session, key)
    return Unlocked(outcome="A PIN did not fit", pin_tries=max(0, throttle.PIN_TRIES - failures))


@action(Permission.OWN_SESSION, says="{outcome}", sealed=True)
def check_password(session: WriteSession, actor: Actor, command: CheckPassword) -> Unlocked:
    """Unlock with the password; failures count as those of a sign-in do."""
    seconds = proven(session, session.get_one(User, actor.user_id), command.password)
    if seconds is not None:
        return Unlocked(outcome="A password did not fit at the locked screen", seconds=seconds)
    forget_failures(session, throttle.pin_key(actor.user_id))
    return Unlocked(ok=True, outcome="Unlocked the screen with the password")


def proven(session: WriteSession, user: User | None, password: str, name: str = "") -> int | None:
    """None when the password is the account's, else the seconds that the next try waits; a failure is counted.

    Raises ClinicError while a try has to wait. `name` is what was typed where there is no account.
    """
    key = throttle.name_key(user.user_name if user else name)
    _refuse_early(session, key, throttle.desk_key(session.desk))
    if opens(user, password):
        forget_failures(session, key)
        return None
    failed, desk = (
        count_failure(session, key),
        count_failure(session, throttle.desk_key(session.desk), throttle.DESK_FREE),
    )
    return max(failed[1], desk[1])
