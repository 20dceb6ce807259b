"""What can be booked: visit types, with all that a booking is checked against."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.patients.rules.writing import clean
from app.schedule.actions.traits import TypeTraits, checked_traits
from app.schedule.queries.booked import booked_rows, in_the_way
from app.schedule.tables import Appointment, VisitType, VisitTypePractitioner


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVisitType(TypeTraits):
    """Add something that can be booked."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateVisitType(TypeTraits):
    """Change a visit type; its code stays. What is booked keeps its minutes. Not `active`: it is not booked any more."""

    visit_type_id: int
    version: int
    active: bool = True


@dataclass(frozen=True, slots=True)
class TypeAdded:
    """A new visit type."""

    visit_type_id: int
    version: int = 1


@dataclass(frozen=True, slots=True)
class TypeUpdated:
    """A visit type as it is now."""

    visit_type_id: int
    version: int


@action(Permission.SET_SCHEDULE, says="Added the visit type {name}")
def add_visit_type(session: WriteSession, actor: Actor, command: AddVisitType) -> TypeAdded:
    """Add a visit type. Raises ClinicError at the field that does not fit, Clash for a code that is used already."""
    code = clean(command.code, "code", 20).upper()
    if not code:
        raise ClinicError("A visit type needs a code and a name.", field="code", next_step="Write both.")
    if session.scalar(select(VisitType.id).where(VisitType.code == code)) is not None:
        raise Clash("The code {code} is used already.", field="code", next_step="Choose another one.", code=code)
    made = VisitType(code=code, active=True, **checked_traits(session, command))
    session.add(made)
    session.flush()
    _name_people(session, made.id, command.practitioner_ids)
    return TypeAdded(made.id, made.version)


@action(Permission.SET_SCHEDULE, says="Changed the visit type {name}")
def update_visit_type(session: WriteSession, actor: Actor, command: UpdateVisitType) -> TypeUpdated:
    """Change a visit type. Raises ClinicError at the field, NotFound, Stale, or Clash with `visits` (BookedRow).

    A type that is booked is not taken out of use, nor away from somebody who has booked visits of it.
    """
    found = session.get(VisitType, command.visit_type_id, with_for_update=True)
    if found is None:
        raise NotFound("There is no such visit type.", next_step="Look at the list again.")
    if found.version != command.version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    values = checked_traits(session, command)
    _still_booked(session, actor, command)
    for name, value in {**values, "active": command.active}.items():
        setattr(found, name, value)
    flag_modified(found, "active")  # who may do it belongs to the type: its version counts up
    session.execute(delete(VisitTypePractitioner).where(VisitTypePractitioner.visit_type_id == found.id))
    _name_people(session, found.id, command.practitioner_ids)
    session.flush()
    return TypeUpdated(found.id, found.version)


def _name_people(session: WriteSession, visit_type_id: int, people: tuple[int, ...]) -> None:
    session.add_all(
        VisitTypePractitioner(visit_type_id=visit_type_id, practitioner_id=one) for one in sorted(set(people))
    )
    note_bulk(session, "visit_type_practitioner", str(visit_type_id))


def _still_booked(session: WriteSession, actor: Actor, command: UpdateVisitType) -> None:
    """Refuse to take away what is booked from now on. A visit that was cancelled or missed does not stand in the way."""
    if command.active and not command.practitioner_ids:
        return
    which = [Appointment.visit_type_id == command.visit_type_id, Appointment.ends_at > session.now]
    if command.active:
        which.append(Appointment.practitioner_id.not_in(command.practitioner_ids))
    visits = booked_rows(session, actor, *which)
    if not visits:
        return
    people = ", ".join(dict.fromkeys(one.practitioner for one in visits))
    raise Clash(
        "Booked visits of this type with {people}: {count}.",
        field="practitioner_ids" if command.active else "active",
        next_step="Move or cancel them first.",
        people=people,
        **in_the_way(visits),
    )
