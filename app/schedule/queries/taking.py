"""What is taken of people, rooms and patients, read as plain minutes: for a search, and for the index beside it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Dialect, Row, Select, bindparam, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import UserDefinedType

from app.core.sessions import ReadSession
from app.insurance.queries import coverage_id_on
from app.insurance.tables import Coverage, Payer
from app.schedule.rules import Resource
from app.schedule.rules.capacity import NO_LIMIT, limit
from app.schedule.rules.diary import Diary
from app.schedule.rules.holding import Held
from app.schedule.rules.spans import LONGEST
from app.schedule.tables import Appointment, Occupancy, VisitType

MINUTE = 60
#: lanes that a practitioner has no more may hold visits that are still there
SPARE_LANES = 3


def many(name: str) -> BindParameter[Any]:
    """The place of a list in a statement."""
    return bindparam(name, expanding=True)


class Seconds(UserDefinedType[int]):
    """Seconds since 1970 of an instant. A text of the embedded engine is read once, not once a row."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """How a value is read."""
        return _seconds_of if dialect.name == "sqlite" else None


@lru_cache(100_000)
def _seconds_of(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


class seconds(FunctionElement[int]):  # noqa: N801 - stands in statements as a function does
    """An instant as `Seconds`: reading it as a date costs ten times as much."""

    type = Seconds()
    inherit_cache = True
    name = "seconds"


@compiles(seconds)
def _on_server(element: seconds, compiler: SQLCompiler, **more: object) -> str:
    return f"CAST(EXTRACT(epoch FROM {compiler.process(element.clauses, **more)}) AS BIGINT)"


@compiles(seconds, "sqlite")
def _embedded(element: seconds, compiler: SQLCompiler, **more: object) -> str:
    return compiler.process(element.clauses, **more)


HELD = select(
    Occupancy.kind,
    Occupancy.resource_id,
    Occupancy.appointment_id,
    Occupancy.lane,
    seconds(Occupancy.starts_at),
    seconds(Occupancy.ends_at),
)
_THEIRS = (
    Occupancy.kind == bindparam("kind"),
    Occupancy.resource_id.in_(many("who")),
    Occupancy.lane.in_(many("lanes")),  # without it the index is read from each one's first visit on
    Occupancy.starts_at > bindparam("since"),
    Occupancy.starts_at < bindparam("until"),
)
#: with the type of the visit, which only matters where types ask for pauses or set a limit; and with who pays, which
#: matters where visits lie side by side
WITH_TYPE = HELD.add_columns(Appointment.visit_type_id).join(Appointment, Appointment.id == Occupancy.appointment_id)
WITH_PAYER = (
    WITH_TYPE.add_columns(Appointment.day, Payer.kind)
    .outerjoin(Coverage, Coverage.id == coverage_id_on(Appointment.patient_id, Appointment.day))
    .outerjoin(Payer, Payer.id == Coverage.payer_id)
)
_TRAITS = select(VisitType.id, VisitType.buffer_before, VisitType.buffer_after, VisitType.together)


class Trait(NamedTuple):
    """What a visit of a type asks of its neighbours: the pause before and after it, and its limit."""

    before: int = 0
    after: int = 0
    together: int | None = None


Traits = dict[int, Trait]


def traits(session: ReadSession) -> Traits:
    """What visit types ask of their neighbours, also types that are booked no more; without those that ask nothing."""
    every = {row.id: Trait(row.buffer_before, row.buffer_after, row.together) for row in session.ask(_TRAITS)}
    return {kind: one for kind, one in every.items() if one != Trait()}


@cache
def _held_in(parts: int, columns: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """What meets so many parts of the time that is asked about."""
    meets = [
        (Occupancy.starts_at < bindparam(f"until{part}")) & (Occupancy.ends_at >= bindparam(f"since{part}"))
        for part in range(parts)
    ]
    return columns.where(*_THEIRS, or_(*meets))


Parts = Sequence[tuple[datetime, datetime]]


def held_in(
    session: ReadSession, kind: Resource, who: Iterable[int], lanes: int, parts: Parts, known: Traits,
    *, paid: bool = False,
) -> Iterator[tuple[int, Held]]:  # fmt: skip
    """What is taken of these people or rooms in some parts of time, or ends where one begins, with whose it is."""
    ends: dict[str, object] = {}
    for number, (since, until) in enumerate(parts):
        ends |= {f"since{number}": since, f"until{number}": until}
    whole = {"since": parts[0][0] - timedelta(minutes=LONGEST), "until": parts[-1][1]}
    asked = _held_in(len(parts), WITH_PAYER if paid else WITH_TYPE if known else HELD)
    for row in session.ask(asked, kind=kind.value, who=list(who), lanes=list(range(lanes)), **whole, **ends).all():
        yield row[1], held(row, known)


def people_in(session: ReadSession, diary: Diary, parts: Parts, known: Traits) -> Iterator[tuple[int, Held]]:
    """What is taken of everybody in a diary; who pays is asked for those who see several at a time."""
    for paid in (False, True):
        who = {one.id: one.lanes for one in diary.people.values() if (one.lanes > 1) is paid}
        if who:
            lanes = max(who.values()) + SPARE_LANES
            yield from held_in(session, Resource.PRACTITIONER, who, lanes, parts, known, paid=paid)


def rooms_in(session: ReadSession, diary: Diary, parts: Parts) -> Iterator[tuple[Resource, int, Held]]:
    """What is taken of the rooms and the equipment in a diary."""
    for resource in (Resource.ROOM, Resource.EQUIPMENT):
        rooms = {
            room: places
            for kind, every in diary.rooms.items()
            if kind.equipment is (resource is Resource.EQUIPMENT)
            for room, places in every
        }
        if rooms:
            for room, taken in held_in(session, resource, rooms, max(rooms.values()), parts, {}):
                yield resource, room, taken


def held(row: Row[*tuple[Any, ...]], known: Traits) -> Held:
    """What a row of HELD takes, or of WITH_TYPE or WITH_PAYER with what its type asks of its neighbours."""
    start, end = row[4] // MINUTE, -(-row[5] // MINUTE)
    if len(row) == _BARE:
        return Held(row[2], row[3], start, end)
    trait = known.get(row[6], _NO_TRAIT)
    most = limit(trait.together, row[8], row[7]) if len(row) > _TYPED else trait.together or NO_LIMIT
    return Held(row[2], row[3], start, end, trait.before, trait.after, most)


_NO_TRAIT, _BARE, _TYPED = Trait(), 6, 7
