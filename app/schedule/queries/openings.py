"""Find a time, from the database: who and where once, then what is taken, week by week until there is enough."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BindParameter, Dialect, Row, Select, bindparam, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import UserDefinedType

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.schedule.queries.ask import last_visit
from app.schedule.rules import Resource
from app.schedule.rules.diary import Diary, Held, Hours, Person, Shut, Spot
from app.schedule.rules.index import Index
from app.schedule.rules.live import OpeningsFound, around_of, kind_of
from app.schedule.rules.openings import ANSWERS, Ask, Kind, Match, Search, Wish, ask_of, check_wish, distances, window
from app.schedule.rules.relaxing import relaxations
from app.schedule.rules.spans import LONGEST, Span
from app.schedule.tables import (
    Appointment,
    Block,
    Occupancy,
    PractitionerSkill,
    VisitType,
    VisitTypePractitioner,
    WorkingHours,
)
from app.staff.tables import Location, Practitioner, PractitionerLocation

MINUTE = 60


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


PLACES = select(Location.id, Location.name, Location.zone, Location.postal_code).where(Location.active)
PEOPLE = (
    select(
        Practitioner.id, Practitioner.family, Practitioner.given, Practitioner.lanes, PractitionerLocation.location_id
    )
    .join(PractitionerLocation, PractitionerLocation.practitioner_id == Practitioner.id)
    .where(Practitioner.active)
    .order_by(Practitioner.family, Practitioner.given, Practitioner.id)
)
SKILLS = select(PractitionerSkill.practitioner_id, PractitionerSkill.skill)
HOURS_EVERYWHERE = select(
    WorkingHours.practitioner_id,
    WorkingHours.location_id,
    WorkingHours.weekday,
    WorkingHours.starts,
    WorkingHours.ends,
    WorkingHours.valid_from,
    WorkingHours.valid_to,
)
HOURS = HOURS_EVERYWHERE.where(WorkingHours.location_id.in_(many("places")))
BLOCKS = select(
    Block.id, Block.location_id, Block.practitioner_id, seconds(Block.starts_at), seconds(Block.ends_at)
).where(Block.voided_at.is_(None))
_BLOCKS_BETWEEN = BLOCKS.where(
    Block.starts_at < bindparam("end"),
    Block.ends_at > bindparam("begin"),
    or_(
        Block.location_id.in_(many("places")) & Block.practitioner_id.is_(None),
        Block.practitioner_id.in_(many("people")),
    ),
)
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
#: with and without the type of the visit, which only matters where types ask for pauses
WITH_TYPE = HELD.add_columns(Appointment.visit_type_id).join(Appointment, Appointment.id == Occupancy.appointment_id)
_TYPES = select(
    VisitType.id, VisitType.minutes, VisitType.buffer_before, VisitType.buffer_after, VisitType.lead_hours,
    VisitType.active,
)  # fmt: skip
_MAY = select(VisitTypePractitioner.visit_type_id, VisitTypePractitioner.practitioner_id)


def kinds(session: ReadSession) -> dict[int, Kind]:
    """Every visit type that can be booked, with who may do it."""
    may: dict[int, set[int]] = {}
    for kind_id, who in session.ask(_MAY):
        may.setdefault(kind_id, set()).add(who)
    return {row[0]: Kind(*row[:5], frozenset(may.get(row[0], ()))) for row in session.ask(_TYPES) if row[5]}


def buffers(session: ReadSession) -> dict[int, tuple[int, int]]:
    """The pauses that visit types ask for, also of types that are booked no more; without those that ask for none."""
    return {row[0]: (row[2], row[3]) for row in session.ask(_TYPES) if row[2] or row[3]}


@cache
def _held_in(parts: int, *, typed: bool) -> Select[*tuple[Any, ...]]:
    """What meets so many parts of the time that is asked about."""
    meets = [
        (Occupancy.starts_at < bindparam(f"until{part}")) & (Occupancy.ends_at >= bindparam(f"since{part}"))
        for part in range(parts)
    ]
    return (WITH_TYPE if typed else HELD).where(*_THEIRS, or_(*meets))


Parts = Sequence[tuple[datetime, datetime]]


def held_in(
    session: ReadSession, kind: Resource, who: Iterable[int], lanes: int, parts: Parts,
    pauses: dict[int, tuple[int, int]],
) -> Iterator[tuple[int, Held]]:  # fmt: skip
    """What is taken of these people in some parts of time, or ends where one begins, with whose it is."""
    ends: dict[str, object] = {}
    for number, (since, until) in enumerate(parts):
        ends |= {f"since{number}": since, f"until{number}": until}
    whole = {"since": parts[0][0] - timedelta(minutes=LONGEST), "until": parts[-1][1]}
    asked = _held_in(len(parts), typed=bool(pauses))
    for row in session.ask(asked, kind=kind.value, who=list(who), lanes=list(range(lanes)), **whole, **ends).all():
        yield row[1], held(row, pauses)


def who_and_where(session: ReadSession, actor: Actor) -> Diary:
    """The locations that the actor may book at, and who works there."""
    reach = actor.sees(Permission.BOOK, None)
    diary = Diary({row[0]: Spot(*row) for row in session.ask(PLACES) if reach is None or row[0] in reach})
    skills: dict[int, set[str]] = {}
    for who, skill in session.ask(SKILLS):
        skills.setdefault(who, set()).add(skill)
    for who, family, given, lanes, place in session.ask(PEOPLE):
        if place in diary.places:
            known = diary.people.get(who)
            places = frozenset({place}) | (known.places if known else frozenset())
            diary.people[who] = Person(who, family, given, lanes, places, frozenset(skills.get(who, ())))
    return diary


def read_hours(session: ReadSession, diary: Diary) -> None:
    """Working hours at its locations, all of them anew."""
    diary.set_hours((row[0], row[1], Hours(*row[2:])) for row in session.ask(HOURS, places=list(diary.places)))


def held(row: Row[*tuple[Any, ...]], pauses: dict[int, tuple[int, int]]) -> Held:
    """What a row of HELD, or of WITH_TYPE where there are pauses, takes."""
    if not pauses:
        return Held(row[2], row[3], row[4] // MINUTE, -(-row[5] // MINUTE))
    return Held(row[2], row[3], row[4] // MINUTE, -(-row[5] // MINUTE), *pauses.get(row[6], (0, 0)))


@dataclass(slots=True)
class _Reading:
    """What one question has read so far."""

    session: ReadSession
    diary: Diary
    patient_id: int | None
    pauses: dict[int, tuple[int, int]]
    weeks: set[date] = field(default_factory=set)

    def read_week(self, days: Sequence[date]) -> None:
        """All of a week, once: answers to several wishes are made from it."""
        monday = days[0] - timedelta(days=days[0].weekday())
        if monday not in self.weeks:
            self.weeks.add(monday)
            zones = {spot.zone for spot in self.diary.places.values()}
            begin = min(day_bounds(monday, zone)[0] for zone in zones)
            end = max(day_bounds(monday + timedelta(days=7), zone)[1] for zone in zones)  # and the night after it
            self.take([(begin, end)])

    def read_for(self, ask: Ask) -> Callable[[Sequence[date]], None]:
        """Reads no more of some days than a search needs."""
        zones = {self.diary.places[place].zone for place in ask.where}
        pause = timedelta(minutes=max((max(both) for both in self.pauses.values()), default=0))

        def read(days: Sequence[date]) -> None:
            parts = []
            for day in days:
                lows, highs = zip(*(window(ask, zone, day, 0) for zone in zones), strict=True)
                low, high = min(lows), max(highs) + ask.need.minutes
                if low <= high:
                    span = Span(low, high + 1)
                    parts.append((span.starts_at - pause, span.ends_at + pause))
            if parts:
                self.take(parts)

        return read

    def take(self, parts: Parts) -> None:
        """Closed and taken time of some parts of time."""
        places, people = list(self.diary.places), self.diary.people
        begin, end = parts[0][0], parts[-1][1]
        for block, place, who, start, stop in self.session.ask(
            _BLOCKS_BETWEEN, places=places, people=list(people), begin=begin, end=end
        ).all():
            self.diary.close(block, Shut(place, who, start // MINUTE, -(-stop // MINUTE)))
        lanes = max((one.lanes for one in people.values()), default=1)
        for who, taken in held_in(self.session, Resource.PRACTITIONER, people, lanes, parts, self.pauses):
            self.diary.held[who].add(taken)
        if self.patient_id is not None:
            patient = [self.patient_id]
            for who, taken in held_in(self.session, Resource.PATIENT, patient, 1, parts, self.pauses):
                self.diary.own[who].add(taken)


@query(Permission.BOOK)
def find_openings(session: ReadSession, actor: Actor, wish: Wish, limit: int = ANSWERS) -> OpeningsFound:
    """The best days for a wish; when nothing fits, what would make it fit.

    Locations that the actor may not book at are left out; raises Refused when the wish's own is one of them, NotFound for
    an unknown visit type or location, ClinicError at the field of a wish that makes no sense.
    """
    actor.sees(Permission.BOOK, wish.location_id)
    check_wish(wish)
    known, kind = who_and_where(session, actor), kind_of(kinds(session), wish)
    check_place(known, wish)
    now = -(-int(session.now.timestamp()) // MINUTE)
    usual = None if wish.patient_id is None else last_visit(session, wish.patient_id)
    ask = ask_of(wish, kind, known, now, usual[0] if usual else None)
    pauses = buffers(session)
    reading = _reading(session, known, ask.where, ask.who, wish, pauses)
    fits = Search(Index(reading.diary), ask, reading.read_for(ask)).fits(limit)
    if fits:
        return OpeningsFound(wish, fits)
    around = around_of(known, kind, wish)
    near = [
        place
        for place, miles in distances(wish.location_id, known.places).items()
        if miles <= max(wish.miles, around.reach)
    ]
    wide = _reading(session, known, near, known.people, wish, pauses)
    book = Index(wide.diary)

    def answer(changed: Wish) -> Iterable[list[Match]]:
        return Search(book, ask_of(changed, kind, wide.diary, now), wide.read_week).weeks()

    return OpeningsFound(wish, (), relaxations(wish, around, answer))


def check_place(known: Diary, wish: Wish) -> None:
    """Raises NotFound for a location that there is not."""
    if wish.location_id not in known.places:
        raise NotFound("There is no such location.", field="location", next_step="Choose another one.")


def _reading(
    session: ReadSession, known: Diary, places: Iterable[int], people: Iterable[int], wish: Wish,
    pauses: dict[int, tuple[int, int]],
) -> _Reading:  # fmt: skip
    """A reading of some locations, and of those of some people who work there."""
    here = {place: known.places[place] for place in places}
    who = {one: known.people[one] for one in people if not known.people[one].places.isdisjoint(here)}
    diary = Diary(here, who)
    read_hours(session, diary)
    return _Reading(session, diary, wish.patient_id, pauses)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a search can be narrowed to: people with their skills, and locations by miles, the one asked from first."""

    location_id: int
    today: date
    people: tuple[Person, ...]
    places: tuple[tuple[Spot, int], ...]


@query(Permission.BOOK)
def finder_choices(session: ReadSession, actor: Actor, location_id: int) -> Choices:
    """Whom and where one may look for from a location, as far as the actor books. Raises Refused, NotFound."""
    actor.sees(Permission.BOOK, location_id)
    known = who_and_where(session, actor)
    if location_id not in known.places:
        raise NotFound("There is no such location.", field="location", next_step="Choose another one.")
    miles = distances(location_id, known.places)
    places = tuple((known.places[place], far) for place, far in miles.items())
    today = local_day(session.now, known.places[location_id].zone)
    return Choices(location_id, today, tuple(known.people.values()), places)
