"""Everything about a visit type but its code, and what of it is refused."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.schedule.rules import ForWhom, VisitKind
from app.schedule.rules.codes import Tone
from app.schedule.rules.spans import LONGEST, SHORTEST
from app.schedule.tables import Room
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


def checked_traits(session: WriteSession, command: TypeTraits) -> dict[str, object]:
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
