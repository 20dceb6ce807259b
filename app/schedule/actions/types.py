"""What can be booked: visit types, with all that a booking is checked against."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.schedule.queries.booked import booked_rows, in_the_way
from app.schedule.rules import ForWhom, VisitKind
from app.schedule.rules.codes import Tone
from app.schedule.rules.spans import LONGEST, SHORTEST
from app.schedule.tables import Appointment, Room, VisitType, VisitTypePractitioner
from app.staff.tables import Practitioner

#: the longest buffer in minutes, the longest lead time in hours, the most visits of a type beside each other
LONGEST_BUFFER, LONGEST_LEAD, MOST_TOGETHER = 120, 24 * 60, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeTraits(Command):
    """Everything about a visit type but its code.

    `together`: how many of them one therapist may treat at once (None: as many as they have lanes). Nobody named in
    `practitioner_ids`: everybody may do it.
    """

    name: str
    kind: VisitKind
    minutes: int
    buffer_before: int = 0
    buffer_after: int = 0
    colour: str = ""
    for_whom: ForWhom = ForWhom.ANYBODY
    room_kind: str = ""
    equipment_kind: str = ""
    lead_hours: int = 0
    together: int | None = None
    practitioner_ids: tuple[int, ...] = ()


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
    made = VisitType(code=code, active=True, **_checked(session, command))
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
    values = _checked(session, command)
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


def _checked(session: WriteSession, command: TypeTraits) -> dict[str, object]:
    """The columns of a type as they are kept. Raises ClinicError at the field."""
    name = clean(command.name, "name", 80)
    if not name:
        raise ClinicError("A visit type needs a code and a name.", field="name", next_step="Write both.")
    _check_numbers(command)
    if command.colour not in {"", *Tone}:
        raise ClinicError("There is no such color.", field="colour", next_step="Choose one from the list.")
    _check_people(session, command.practitioner_ids)
    return {
        "name": name,
        "kind": command.kind,
        "minutes": command.minutes,
        "buffer_before": command.buffer_before,
        "buffer_after": command.buffer_after,
        "colour": command.colour,
        "for_whom": command.for_whom,
        "room_kind": _known_kind(session, command.room_kind, equipment=False),
        "equipment_kind": _known_kind(session, command.equipment_kind, equipment=True),
        "lead_hours": command.lead_hours,
        "together": command.together,
    }


def _check_numbers(command: TypeTraits) -> None:
    if not SHORTEST <= command.minutes <= LONGEST:
        raise ClinicError("This length does not fit a day.", field="minutes", next_step="Change the minutes.")
    limits = {
        "buffer_before": (0, LONGEST_BUFFER),
        "buffer_after": (0, LONGEST_BUFFER),
        "lead_hours": (0, LONGEST_LEAD),
        "together": (1, MOST_TOGETHER),
    }
    for field, (least, most) in limits.items():
        value = getattr(command, field)
        if value is not None and not least <= value <= most:
            raise ClinicError(
                "This lies between {least} and {most}.",
                field=field,
                next_step="Change the number.",
                least=least,
                most=most,
            )


def _known_kind(session: WriteSession, typed: str, *, equipment: bool) -> str:
    """A kind that some room or piece of equipment has: a type that needs another could never be booked."""
    field = "equipment_kind" if equipment else "room_kind"
    kind = clean(typed, field, 40)
    wanted = select(Room.id).where(Room.kind == kind, Room.equipment.is_(equipment), Room.active).limit(1)
    if kind and session.scalar(wanted) is None:
        raise ClinicError(
            "No room or equipment is of the kind {kind}.",
            field=field,
            next_step="Add one under Rooms and equipment first.",
            kind=kind,
        )
    return kind


def _check_people(session: WriteSession, people: tuple[int, ...]) -> None:
    known = set(session.scalars(select(Practitioner.id).where(Practitioner.id.in_(people))))
    if known != set(people):
        raise NotFound("There is no such practitioner.", field="practitioner_ids", next_step="Choose another one.")


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
