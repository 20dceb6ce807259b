"""Locations, their hours, and the people who treat."""

from dataclasses import dataclass
from datetime import time

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing
from app.staff.queries import Hours
from app.staff.rules.people import checked_code, checked_npi, checked_text, checked_zone
from app.staff.tables import Location, LocationHours, Practitioner, PractitionerLocation

#: Monday to Friday, 7 to 18: what a new location begins with
USUAL_HOURS = tuple(Hours(day, time(7), time(18)) for day in range(5))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLocation(Command):
    """A new place of the group."""

    code: str
    name: str
    zone: str
    phone: str = ""
    address_line: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    hours: tuple[Hours, ...] = USUAL_HOURS


@dataclass(frozen=True, slots=True)
class LocationAdded:
    """Its id."""

    location_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHours(Command):
    """The whole week of a location; what is not named is closed. `version` is the location's."""

    location_id: int
    version: int
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPractitioner(Command):
    """A person who treats, and where."""

    family: str
    given: str = ""
    credential: str = ""
    npi: str = ""
    lanes: int = 1
    location_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PractitionerAdded:
    """Their id."""

    practitioner_id: int


@action(Permission.CHANGE_SETTINGS, says="Added the location {name}")
def add_location(session: WriteSession, actor: Actor, command: AddLocation) -> LocationAdded:
    """Add a location. Raises ClinicError at the field that does not fit, Clash for a code in use."""
    code = checked_code(command.code)
    if session.scalar(select(Location.id).where(Location.code == code)) is not None:
        raise Clash("Another location has the code {code}.", field="code", next_step="Choose another.", code=code)
    row = Location(
        code=code,
        name=checked_text(command.name, "name", 120),
        zone=checked_zone(command.zone),
        phone=checked_text(command.phone, "phone", 30, needed=False),
        address_line=checked_text(command.address_line, "address_line", 200, needed=False),
        city=checked_text(command.city, "city", 80, needed=False),
        state=checked_text(command.state, "state", 2, needed=False).upper(),
        postal_code=checked_text(command.postal_code, "postal_code", 10, needed=False),
    )
    session.add(row)
    session.flush()
    _put_hours(session, row.id, command.hours)
    return LocationAdded(row.id)


@action(Permission.CHANGE_SETTINGS, says="Changed the hours", located=lambda session, command: (command.location_id,))
def set_hours(session: WriteSession, actor: Actor, command: SetHours) -> Nothing:
    """Replace a location's week. Raises Stale when it was changed since, ClinicError where openings overlap."""
    row = session.get(Location, command.location_id)
    if row is None:
        raise NotFound("There is no such location.")
    if row.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again.")
    flag_modified(row, "active")  # the week belongs to the location: its version counts up
    session.execute(delete(LocationHours).where(LocationHours.location_id == row.id))
    note_bulk(session, "location_hours")
    _put_hours(session, row.id, command.hours)
    return Nothing()


def _put_hours(session: WriteSession, location_id: int, hours: tuple[Hours, ...]) -> None:
    ordered = sorted(hours, key=lambda one: (one.weekday, one.opens))
    for one, following in zip(ordered, [*ordered[1:], None], strict=True):
        overlap = following and following.weekday == one.weekday and following.opens < one.closes
        if not 0 <= one.weekday <= 6 or one.closes <= one.opens or overlap:
            raise ClinicError("An opening has to end after it begins and before the next.", field="hours")
    session.add_all(
        LocationHours(location_id=location_id, weekday=one.weekday, opens=one.opens, closes=one.closes)
        for one in ordered
    )


@action(Permission.CHANGE_SETTINGS, says="Added {family} {credential}")
def add_practitioner(session: WriteSession, actor: Actor, command: AddPractitioner) -> PractitionerAdded:
    """Add a person who treats. Raises ClinicError at the field, Clash for an NPI in use."""
    npi = checked_npi(command.npi)
    if npi and session.scalar(select(Practitioner.id).where(Practitioner.npi == npi)) is not None:
        raise Clash("Somebody else has this NPI.", field="npi", next_step="Compare it with the card.")
    if not 1 <= command.lanes <= 8:
        raise ClinicError("One to eight visits can run side by side.", field="lanes")
    require_locations(session, command.location_ids)
    row = Practitioner(
        family=checked_text(command.family, "family", 100),
        given=checked_text(command.given, "given", 100, needed=False),
        credential=checked_text(command.credential, "credential", 20, needed=False),
        npi=npi,
        lanes=command.lanes,
    )
    session.add(row)
    session.flush()
    session.add_all(PractitionerLocation(practitioner_id=row.id, location_id=one) for one in set(command.location_ids))
    return PractitionerAdded(row.id)


def require_locations(session: WriteSession, wanted: tuple[int, ...]) -> None:
    """Raise NotFound (field `locations`) unless every location exists."""
    found = set(session.scalars(select(Location.id).where(Location.id.in_(wanted))))
    if found != set(wanted):
        raise NotFound("There is no such location.", field="locations")
