"""Accounts: who is added, closed, given roles and places; nobody does it to themselves, lead roles need a second person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.access import Actor, Permission, Scope, refusal
from app.core.actions import action
from app.core.errors import Clash, ClinicError, NotFound, Refused, Stale
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing
from app.staff.actions.counting import forget_failures
from app.staff.actions.places import require_locations
from app.staff.actions.second_person import spend
from app.staff.queries import locations_of, roles_of
from app.staff.rules import throttle
from app.staff.rules.passwords import hash_password, one_time_password
from app.staff.rules.people import checked_text, checked_user_name
from app.staff.rules.roles import Role, is_lead
from app.staff.tables import User, UserLocation, UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUser(Command):
    """A new person with their roles and own locations; `ends_on` is their last day, if it is known."""

    user_name: str
    display_name: str
    roles: tuple[str, ...]
    location_ids: tuple[int, ...] = ()
    language: str = "en"
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """The account, and the password for its first sign-in: shown once, kept nowhere."""

    user_id: int = 0
    password: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """Whose account was closed."""

    user_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableUser(Command):
    """Close an account at once, also where the person is signed in."""

    user_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPassword(Command):
    """Give a person a one-time password; a closed account stays closed unless `reopen`."""

    user_id: int
    reopen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAccess(Command):
    """A person's roles and own locations from now on. `version` is the account's."""

    user_id: int
    version: int
    roles: tuple[str, ...]
    location_ids: tuple[int, ...]
    ends_on: date | None = None


@action(Permission.MANAGE_USERS, says="Added the account {user_name}", sealed=True)
def add_user(session: WriteSession, actor: Actor, command: AddUser) -> OneTimePassword:
    """Add an account with a one-time password. Raises ClinicError at the field, Clash for a name in use."""
    _require_reach(session, actor, command, command.roles, command.location_ids)
    user = new_user(session, command)
    password = one_time_password()
    user.password_hash, user.must_change_password = hash_password(password), True
    session.flush()
    give_access(session, user.id, command.roles, command.location_ids)
    return OneTimePassword(user.id, password)


def new_user(session: WriteSession, command: AddUser) -> User:
    """The row of a new account, with no password yet. Raises ClinicError at the field, Clash for a name in use."""
    name = checked_user_name(command.user_name)
    if session.scalar(select(User.id).where(User.user_name == name)) is not None:
        raise Clash("Somebody has the user name {name}.", field="user_name", next_step="Add a letter.", name=name)
    row = User(
        user_name=name,
        display_name=checked_text(command.display_name, "display_name", 120),
        password_hash="",
        language=checked_language(command.language),
        created_at=session.now,
        ends_on=command.ends_on,
    )
    session.add(row)
    return row


def checked_language(code: str) -> str:
    """A language the program speaks. Raises ClinicError (field `language`)."""
    if code not in ("en", "es"):
        raise ClinicError("Frontdesk speaks English and Spanish.", field="language")
    return code


def give_access(session: WriteSession, user_id: int, roles: Iterable[str], location_ids: Iterable[int]) -> None:
    """Replace an account's roles and own locations."""
    for kind in (UserRole, UserLocation):
        for row in session.scalars(select(kind).where(kind.user_id == user_id)):
            session.delete(row)
    session.flush()
    session.add_all(UserRole(user_id=user_id, role=role) for role in sorted(set(roles)))
    session.add_all(UserLocation(user_id=user_id, location_id=one) for one in sorted(set(location_ids)))


@action(Permission.MANAGE_USERS, says="Closed the account {user_name}")
def disable_user(session: WriteSession, actor: Actor, command: DisableUser) -> Closed:
    """Close an account; whoever is signed in with it is refused from the next step on. The row stays for ever."""
    user = _other(session, actor, command.user_id, command)
    _keep_an_administrator(session, user)
    user.active, user.access_version = False, user.access_version + 1
    return Closed(user.user_name)


@action(Permission.MANAGE_USERS, says="Gave the account {user_id} a one-time password", sealed=True)
def reset_password(session: WriteSession, actor: Actor, command: ResetPassword) -> OneTimePassword:
    """A new one-time password; the old one and the PIN end, failures are forgotten."""
    user = _other(session, actor, command.user_id, command)
    password = one_time_password()
    renew_password(session, user, password, must_change=True)
    user.active = user.active or command.reopen
    return OneTimePassword(user.id, password)


def renew_password(session: WriteSession, user: User, password: str, *, must_change: bool) -> None:
    """Put a new password in place; PIN and failures end with the old one."""
    user.password_hash, user.must_change_password = hash_password(password), must_change
    user.pin_hash, user.access_version = None, user.access_version + 1
    forget_failures(session, throttle.name_key(user.user_name), throttle.pin_key(user.id))


@action(Permission.MANAGE_USERS, says="Changed what the account {user_id} may do")
def change_access(session: WriteSession, actor: Actor, command: ChangeAccess) -> Nothing:
    """Change roles and locations; it counts at the person's next step. Raises Stale, Refused, ClinicError."""
    user = _other(session, actor, command.user_id, command, also=command)
    if user.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again.")
    if Role.ADMINISTRATOR not in command.roles:
        _keep_an_administrator(session, user)
    give_access(session, user.id, command.roles, command.location_ids)
    user.ends_on, user.access_version = command.ends_on, user.access_version + 1
    return Nothing()


def _other(
    session: WriteSession, actor: Actor, user_id: int, command: Command, also: ChangeAccess | None = None
) -> User:
    """Somebody else's account that is within the actor's reach, as it is and as it shall be."""
    if user_id == actor.user_id:
        raise Refused("Nobody changes their own account here.", next_step="Ask a colleague who manages accounts.")
    user = session.get(User, user_id)
    if user is None:
        raise NotFound("There is no such account.")
    roles = {*roles_of(session, user_id), *(also.roles if also else ())}
    places = {*locations_of(session, user_id), *(also.location_ids if also else ())}
    _require_reach(session, actor, command, tuple(roles), tuple(places))
    return user


def _require_reach(
    session: WriteSession, actor: Actor, command: Command, roles: tuple[str, ...], location_ids: tuple[int, ...]
) -> None:
    """Raise unless the actor may manage an account with these roles and places; a lead role needs a second person."""
    if not roles or set(roles) - set(Role):
        raise ClinicError("An account has at least one role.", field="roles", next_step="Choose what the person does.")
    require_locations(session, location_ids)
    grant = actor.grant(Permission.MANAGE_USERS)
    if grant is None or not actor.may(Permission.MANAGE_USERS, location_ids):
        raise refusal(Permission.MANAGE_USERS)
    if grant.scope is Scope.OWN and not location_ids and not is_lead(roles):
        raise ClinicError("An account has at least one location.", field="locations")
    if is_lead(roles) and not grant.second and actor.roles:
        spend(session, command.cosign, command, Permission.MANAGE_USERS, actor)


def _keep_an_administrator(session: WriteSession, leaving: User) -> None:
    others = select(User.id).join(UserRole, User.id == UserRole.user_id)
    others = others.where(UserRole.role == Role.ADMINISTRATOR, User.active, User.id != leaving.id)
    if Role.ADMINISTRATOR in roles_of(session, leaving.id) and session.scalars(others).first() is None:
        raise Refused("This is the only administrator.", next_step="Make somebody else an administrator first.")
