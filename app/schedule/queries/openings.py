"""Find a time, from the database: who and where once, then what is taken, week by week until there is enough."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Integer, Row, bindparam, cast, extract, or_, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.schedule.queries.ask import last_visit
from app.schedule.rules import Resource
from app.schedule.rules.diary import Diary, Held, Hours, Person, Shut, Spot
from app.schedule.rules.index import Index
from app.schedule.rules.live import OpeningsFound, around_of, kind_of
from app.schedule.rules.openings import ANSWERS, Kind, Match, Search, Wish, ask_of, check_wish, distances
from app.schedule.rules.relaxing import relaxations
from app.schedule.rules.spans import LONGEST
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


def _minute(column: object) -> ColumnElement[int]:
    """Seconds since 1970 of an instant, worked out by the database: reading it as a date costs ten times as much."""
    return cast(extract("epoch", column), Integer)  # type: ignore[arg-type]


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
    Block.id, Block.location_id, Block.practitioner_id, _minute(Block.starts_at), _minute(Block.ends_at)
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
    _minute(Occupancy.starts_at),
    _minute(Occupancy.ends_at),
    Appointment.visit_type_id,
).join(Appointment, Appointment.id == Occupancy.appointment_id)
HELD_BETWEEN = HELD.where(
    Occupancy.kind == bindparam("kind"),
    Occupancy.resource_id.in_(many("who")),
    Occupancy.lane.in_(many("lanes")),  # without it the index is read from each one's first visit on
    Occupancy.starts_at < bindparam("end"),
    Occupancy.starts_at > bindparam("since"),
)
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
    """The pauses that each visit type asks for, also of types that are booked no more."""
    return {row[0]: (row[2], row[3]) for row in session.ask(_TYPES)}


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
    """What a row of HELD takes."""
    _, _, visit, lane, start, end, kind = row
    return Held(visit, lane, start // MINUTE, -(-end // MINUTE), *pauses.get(kind, (0, 0)))


@dataclass(slots=True)
class _Reading:
    """What one question has read so far."""

    session: ReadSession
    diary: Diary
    patient_id: int | None
    pauses: dict[int, tuple[int, int]]
    seen: set[date] = field(default_factory=set)

    def read(self, first: date, days: int) -> None:
        """Closed and taken time of some days, once."""
        if first in self.seen:
            return
        self.seen |= {first + timedelta(days=number) for number in range(days)}
        zones = {spot.zone for spot in self.diary.places.values()}
        last = first + timedelta(days=days)  # nights reach into it
        begin = min(day_bounds(first, zone)[0] for zone in zones)
        end = max(day_bounds(last, zone)[1] for zone in zones)
        places, people = list(self.diary.places), list(self.diary.people)
        for block, place, who, start, stop in self.session.ask(
            _BLOCKS_BETWEEN, places=places, people=people, begin=begin, end=end
        ):
            self.diary.close(block, Shut(place, who, start // MINUTE, -(-stop // MINUTE)))
        self._take(Resource.PRACTITIONER, people, begin, end)
        if self.patient_id is not None:
            self._take(Resource.PATIENT, [self.patient_id], begin, end)

    def _take(self, kind: Resource, who: list[int], begin: datetime, end: datetime) -> None:
        lanes = range(max((one.lanes for one in self.diary.people.values()), default=1))
        whose = self.diary.held if kind is Resource.PRACTITIONER else self.diary.own
        for row in self.session.ask(
            HELD_BETWEEN, kind=kind.value, who=who, lanes=list(lanes), end=end,
            since=begin - timedelta(minutes=LONGEST),
        ):  # fmt: skip
            whose[row[1]].add(held(row, self.pauses))


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
    search = Search(Index(reading.diary), ask, reading.read)
    fits = search.fits(limit)
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
        return Search(book, ask_of(changed, kind, wide.diary, now), wide.read).weeks()

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
