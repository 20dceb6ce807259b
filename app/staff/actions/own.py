"""What everybody does for themselves: password, PIN, language."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing
from app.staff.actions.signing import proven
from app.staff.actions.users import checked_language, renew_password
from app.staff.rules.passwords import check_password, check_pin, hash_password, keyed_pin, normal
from app.staff.tables import Location, User


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOwnPassword(Command):
    """The password until now, and the one from now on."""

    current: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPin(Command):
    """A PIN for unlocking the screen, or none where it is empty; the password proves who asks."""

    pin: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLanguage(Command):
    """`en` or `es`."""

    language: str


@dataclass(frozen=True, slots=True)
class Proven:
    """Whether the password was right and the change is made; else the seconds that the next try waits."""

    ok: bool = False
    outcome: str = ""
    seconds: int = 0


@action(Permission.OWN_SESSION, says="{outcome}", sealed=True)
def change_own_password(session: WriteSession, actor: Actor, command: ChangeOwnPassword) -> Proven:
    """Change one's own password; the PIN ends with it. Raises ClinicError (field `new`) for one that will not do."""
    user = session.get_one(User, actor.user_id)
    check_password(command.new, names_around(session, user), "new")
    if normal(command.new) == normal(command.current):
        raise ClinicError("This is the password you have.", field="new", next_step="Choose another.")
    seconds = proven(session, user, command.current)
    if seconds is not None:
        return Proven(outcome="A password did not fit while it was to be changed", seconds=seconds)
    renew_password(session, user, command.new, must_change=False)
    return Proven(ok=True, outcome="Changed their own password")


@action(Permission.OWN_SESSION, says="{outcome}", sealed=True)
def set_pin(session: WriteSession, actor: Actor, command: SetPin) -> Proven:
    """Set or remove one's own PIN. Raises ClinicError (field `pin`) for one that will not do."""
    user = session.get_one(User, actor.user_id)
    if command.pin:
        check_pin(command.pin)
    seconds = proven(session, user, command.password)
    if seconds is not None:
        return Proven(outcome="A password did not fit while a PIN was to be set", seconds=seconds)
    user.pin_hash = hash_password(keyed_pin(command.pin, session.clinic_key)) if command.pin else None
    return Proven(ok=True, outcome="Set their PIN" if command.pin else "Removed their PIN")


@action(Permission.OWN_SESSION, says="Changed their language to {language}")
def set_language(session: WriteSession, actor: Actor, command: SetLanguage) -> Nothing:
    """Change the language of one's own window."""
    session.get_one(User, actor.user_id).language = checked_language(command.language)
    return Nothing()


def names_around(session: WriteSession, user: User) -> tuple[str, ...]:
    """The names that anybody would guess in this person's password: their own and the clinic's."""
    return (user.user_name, user.display_name, *session.scalars(select(Location.name)))
