"""The first run, when nobody has an account yet, and the way back in for a locked-out administrator."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, Refused
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing
from app.staff.actions.counting import forget_failures
from app.staff.actions.own import names_around
from app.staff.actions.places import AddLocation, add_location
from app.staff.actions.users import AddUser, give_access, new_user, renew_password
from app.staff.queries import roles_of
from app.staff.rules import throttle
from app.staff.rules.passwords import check_password, hash_password
from app.staff.rules.people import user_name_key
from app.staff.rules.roles import Role
from app.staff.tables import User


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPerson:
    """One of the first accounts, with the password they chose."""

    user_name: str
    display_name: str
    password: str
    roles: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpClinic(Command):
    """The first location and the first people: at least an administrator, best a director too."""

    location: AddLocation
    people: tuple[FirstPerson, ...]


@dataclass(frozen=True, slots=True)
class ClinicSetUp:
    """The new ids, in the order of the people."""

    location_id: int = 0
    user_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetWithRecovery(Command):
    """A new password for an administrator who is locked out; called only after the recovery key opened its file."""

    user_name: str
    password: str


@action(Permission.SYSTEM, says="Set up the clinic", sealed=True)
def set_up_clinic(session: WriteSession, actor: Actor, command: SetUpClinic) -> ClinicSetUp:
    """Make the first location and accounts. Raises Refused when there is an account, ClinicError at the field."""
    if session.scalars(select(User.id).limit(1)).first() is not None:
        raise Refused("This clinic is set up.", next_step="Sign in.")
    if not any(Role.ADMINISTRATOR in person.roles for person in command.people):
        raise ClinicError("The first people include an administrator.", field="roles")
    location_id = add_location(session, actor, command.location).location_id
    return ClinicSetUp(location_id, tuple(_add(session, person, location_id) for person in command.people))


def _add(session: WriteSession, person: FirstPerson, location_id: int) -> int:
    asked = AddUser(
        user_name=person.user_name, display_name=person.display_name, roles=person.roles, language=person.language
    )
    user = new_user(session, asked)
    check_password(person.password, names_around(session, user))
    user.password_hash = hash_password(person.password)
    session.flush()
    give_access(session, user.id, person.roles, (location_id,))
    return user.id


@action(Permission.SYSTEM, says="Let the administrator {user_name} back in with the recovery key", sealed=True)
def reset_with_recovery(session: WriteSession, actor: Actor, command: ResetWithRecovery) -> Nothing:
    """Reopen an administrator's account with a new password. Raises Refused for anybody else's."""
    user = session.scalars(select(User).where(User.user_name == user_name_key(command.user_name))).one_or_none()
    if user is None or Role.ADMINISTRATOR not in roles_of(session, user.id):
        raise Refused("The recovery key lets administrators back in.", next_step="Type an administrator's user name.")
    check_password(command.password, names_around(session, user))
    renew_password(session, user, command.password, must_change=False)
    forget_failures(session, throttle.desk_key(actor.desk))
    user.active, user.ends_on = True, None
    return Nothing()
