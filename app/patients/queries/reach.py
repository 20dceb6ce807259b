"""How far a role sees among patients, who belong to the group; and the clinic's day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from app.core.access import Actor, Permission, Scope, refusal
from app.core.actions import query
from app.core.clock import local_day
from app.core.sessions import ClinicSession, ReadSession
from app.staff.tables import Location, Practitioner


def is_elsewhere(actor: Actor, permission: Permission, home_location_id: int | None) -> bool:
    """Whether a patient's own clinic is out of the reach of a role that is bound to its locations.

    Raises Refused when the role has no such permission at all.
    """
    grant = actor.grant(permission)
    if grant is None:
        raise refusal(permission)
    return grant.scope is Scope.OWN and home_location_id is not None and home_location_id not in actor.locations


_FIRST_ZONE = select(Location.zone).where(Location.active).order_by(Location.id).limit(1)
_ZONE = select(Location.zone).where(Location.id == bindparam("location_id"))


_NAMES = select(Location.id, Location.name)


def clinic_zone(session: ClinicSession, location_id: int | None) -> str:
    """The zone of a location; without one, of the group's first."""
    return zone_of(session, location_id) or "UTC"


def zone_of(session: ClinicSession, location_id: int | None) -> str | None:
    """The zone of a location, or of the group's first; None where there is none."""
    ask = session.ask(_ZONE, location_id=location_id) if location_id is not None else session.ask(_FIRST_ZONE)
    return ask.scalar()


def clinic_day(session: ClinicSession, location_id: int | None) -> date:
    """Today at a location; without one, at the group's first."""
    return local_day(session.now, clinic_zone(session, location_id))


def location_names(session: ClinicSession) -> dict[int, str]:
    """The names of all locations by id."""
    return {row.id: row.name for row in session.ask(_NAMES)}


@dataclass(frozen=True, slots=True)
class RegistrationStart:
    """What a registration form needs to begin: the clinic's day, and the clinics and therapists to choose from."""

    today: date
    clinics: tuple[tuple[int, str], ...]
    therapists: tuple[tuple[int, str], ...]


@query(Permission.SEARCH_PATIENT)
def registration_start(session: ReadSession, actor: Actor, location_id: int | None = None) -> RegistrationStart:
    """The clinic's day and its choices, each as (id, name) by name."""
    clinics = select(Location.id, Location.name).where(Location.active).order_by(Location.name)
    therapists = select(Practitioner).where(Practitioner.active).order_by(Practitioner.family, Practitioner.given)
    return RegistrationStart(
        clinic_day(session, location_id),
        tuple((row.id, row.name) for row in session.execute(clinics)),
        tuple((row.id, practitioner_name(row)) for row in session.scalars(therapists)),
    )


def practitioner_name(row: Practitioner) -> str:
    """Okafor, Thomas, PT."""
    return ", ".join(part for part in (row.family, row.given, row.credential) if part)
