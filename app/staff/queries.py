"""Questions about places and people, and how an account becomes an actor."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, bindparam, select

from app.core.access import Actor, Grant, Permission, Scope
from app.core.actions import query
from app.core.errors import NotFound, Refused
from app.core.sessions import ClinicSession, ReadSession
from app.staff.rules.people import user_name_key
from app.staff.rules.roles import grants_of
from app.staff.tables import Location, LocationHours, Practitioner, PractitionerLocation, User, UserLocation, UserRole

#: the program itself: it acts where nobody is signed in yet
SYSTEM_ACTOR = Actor(0, "Frontdesk", grants={Permission.SYSTEM: Grant(), Permission.OWN_SESSION: Grant()})


_WORK_OF_PLACES = (Permission.SEARCH_PATIENT, Permission.BOOK, Permission.REPORT_COUNTS, Permission.CHANGE_SETTINGS)


@dataclass(frozen=True, slots=True)
class LocationRow:
    """A location in the switcher; `own` is whether it is the person's own."""

    id: int
    code: str
    name: str
    zone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """One opening of a week; Monday is 0; wall times of the location."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class LocationDetails:
    """All of one location."""

    id: int
    version: int
    code: str
    name: str
    zone: str
    phone: str
    address_line: str
    city: str
    state: str
    postal_code: str
    active: bool
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True)
class PractitionerRow:
    """A person who treats. `short` is how columns name them: "Okafor, PT"."""

    id: int
    family: str
    given: str
    credential: str
    npi: str | None
    lanes: int

    @property
    def short(self) -> str:
        """Family name and credential."""
        return ", ".join(part for part in (self.family, self.credential) if part)


@dataclass(frozen=True, slots=True)
class UserRow:
    """An account, without its secrets."""

    id: int
    version: int
    user_name: str
    display_name: str
    active: bool
    roles: tuple[str, ...]
    location_ids: tuple[int, ...]
    last_sign_in: datetime | None
    ends_on: date | None
    must_change_password: bool


@dataclass(frozen=True, slots=True)
class Me:
    """The person signed in, as the window needs to know them."""

    user_id: int
    user_name: str
    display_name: str
    roles: tuple[str, ...]
    language: str
    must_change_password: bool
    has_pin: bool
    last_sign_in: datetime | None


@query(Permission.OWN_SESSION)
def locations(session: ReadSession, actor: Actor) -> tuple[LocationRow, ...]:
    """The places a person may switch to, own ones first: their own, or all where one of their grants reaches all."""
    rows = session.scalars(select(Location).where(Location.active).order_by(Location.name))
    everywhere = sees_all_places(actor)
    found = [LocationRow(row.id, row.code, row.name, row.zone, row.id in actor.locations) for row in rows]
    return tuple(sorted((row for row in found if row.own or everywhere), key=lambda row: not row.own))


def sees_all_places(actor: Actor) -> bool:
    """Whether a person's work with patients, reports or settings reaches every location of the group."""
    grants = (actor.grant(permission) for permission in _WORK_OF_PLACES)
    return any(grant is not None and grant.scope is Scope.ALL for grant in grants)


@query(Permission.OWN_SESSION)
def location(session: ReadSession, actor: Actor, location_id: int) -> LocationDetails:
    """One location with its hours. Raises NotFound for one the person has nothing to do with."""
    row = session.get(Location, location_id)
    if row is None or not (location_id in actor.locations or sees_all_places(actor)):
        raise NotFound("There is no such location.")
    wanted = select(LocationHours).where(LocationHours.location_id == location_id)
    hours = session.scalars(wanted.order_by(LocationHours.weekday, LocationHours.opens))
    return LocationDetails(
        row.id,
        row.version,
        row.code,
        row.name,
        row.zone,
        row.phone,
        row.address_line,
        row.city,
        row.state,
        row.postal_code,
        row.active,
        tuple(Hours(one.weekday, one.opens, one.closes) for one in hours),
    )


@query(Permission.OWN_SESSION)
def practitioners(session: ReadSession, actor: Actor, location_id: int | None) -> tuple[PractitionerRow, ...]:
    """Who treats at a location, or in the whole group, by name."""
    wanted = select(Practitioner).where(Practitioner.active).order_by(Practitioner.family, Practitioner.given)
    if location_id is not None:
        there = select(PractitionerLocation.practitioner_id).where(PractitionerLocation.location_id == location_id)
        wanted = wanted.where(Practitioner.id.in_(there))
    return tuple(
        PractitionerRow(row.id, row.family, row.given, row.credential, row.npi, row.lanes)
        for row in session.scalars(wanted)
    )


@query(Permission.MANAGE_USERS)
def users(session: ReadSession, actor: Actor) -> tuple[UserRow, ...]:
    """The accounts a person may manage, by name: all, or those that share a location with them."""
    reach = actor.sees(Permission.MANAGE_USERS, None)
    rows = _user_rows(session, select(User).order_by(User.display_name, User.id))
    return tuple(row for row in rows if reach is None or reach & set(row.location_ids))


@query(Permission.MANAGE_USERS)
def user_by_name(session: ReadSession, actor: Actor, user_name: str) -> UserRow:
    """One account by its sign-in name. Raises NotFound, also for one beyond the person's reach."""
    reach = actor.sees(Permission.MANAGE_USERS, None)
    rows = _user_rows(session, select(User).where(User.user_name == user_name_key(user_name)))
    for row in rows:
        if reach is None or reach & set(row.location_ids):
            return row
    raise NotFound("There is no account {name}.", name=user_name)


@query(Permission.OWN_SESSION)
def who_am_i(session: ReadSession, actor: Actor) -> Me:
    """The person signed in. Raises NotFound for the program itself."""
    row = session.get(User, actor.user_id)
    if row is None:
        raise NotFound("Nobody is signed in.")
    return Me(
        row.id,
        row.user_name,
        row.display_name,
        roles_of(session, row.id),
        row.language,
        row.must_change_password,
        row.pin_hash is not None,
        row.last_sign_in,
    )


@query(Permission.OWN_SESSION)
def myself(session: ReadSession, actor: Actor) -> Actor:
    """The person signed in as they are now: a window asks from time to time. Raises Refused for a closed account."""
    return actor


def _user_rows(session: ReadSession, wanted: Select[User]) -> tuple[UserRow, ...]:
    roles: dict[int, list[str]] = {}
    places: dict[int, list[int]] = {}
    for user_id, role in session.execute(select(UserRole.user_id, UserRole.role).order_by(UserRole.role)):
        roles.setdefault(user_id, []).append(role)
    for user_id, place in session.execute(select(UserLocation.user_id, UserLocation.location_id)):
        places.setdefault(user_id, []).append(place)
    return tuple(
        UserRow(
            row.id,
            row.version,
            row.user_name,
            row.display_name,
            row.active,
            tuple(roles.get(row.id, ())),
            tuple(sorted(places.get(row.id, ()))),
            row.last_sign_in,
            row.ends_on,
            row.must_change_password,
        )
        for row in session.scalars(wanted)
    )


def roles_of(session: ClinicSession, user_id: int) -> tuple[str, ...]:
    """The roles of an account, sorted."""
    return tuple(session.scalars(select(UserRole.role).where(UserRole.user_id == user_id).order_by(UserRole.role)))


def locations_of(session: ClinicSession, user_id: int) -> frozenset[int]:
    """The own locations of an account."""
    return frozenset(session.scalars(select(UserLocation.location_id).where(UserLocation.user_id == user_id)))


def actor_of(session: ClinicSession, user: User, desk: str) -> Actor:
    """The actor that an account is now. One that must change its password has its own session and nothing else."""
    roles = roles_of(session, user.id)
    grants = {Permission.OWN_SESSION: Grant()} if user.must_change_password else grants_of(roles)
    return Actor(
        user.id,
        user.display_name,
        roles,
        locations_of(session, user.id),
        grants,
        desk,
        user.access_version,
        user.user_name,
    )


def has_ended(ends_on: date | None, now: datetime) -> bool:
    """Whether an account's last day is over everywhere: a day ends last twelve hours west of Greenwich."""
    return ends_on is not None and (now - timedelta(hours=12)).date() > ends_on


_ACCOUNT = select(User.active, User.ends_on, User.access_version).where(User.id == bindparam("user"))


def refreshed(session: ClinicSession, actor: Actor) -> Actor:
    """The actor as of now, by one small question. Raises Refused when the account was closed since."""
    if actor.user_id == SYSTEM_ACTOR.user_id:
        return actor
    found = session.ask(_ACCOUNT, user=actor.user_id).one_or_none()
    if found is None or not found.active or has_ended(found.ends_on, session.now):
        raise Refused("Your account is closed.", next_step="Ask your director.")
    if found.access_version == actor.access_version:
        return actor
    user = session.get_one(User, actor.user_id)
    return replace(actor_of(session, user, actor.desk), shaded=actor.shaded)
