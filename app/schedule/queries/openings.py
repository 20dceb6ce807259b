"""Find a time, from the database: who and where once, then what is taken, week by week until there is enough."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import bindparam, or_, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.schedule.queries.ask import last_visit
from app.schedule.queries.needs import needs_of, wrong_patient
from app.schedule.queries.taking import MINUTE, Parts, Traits, held_in, many, people_in, rooms_in, seconds, traits
from app.schedule.rules import Resource
from app.schedule.rules.capacity import Needs
from app.schedule.rules.diary import Diary
from app.schedule.rules.holding import Hours, Person, RoomKind, Shut, Spot
from app.schedule.rules.index import Index
from app.schedule.rules.live import OpeningsFound, around_of, kind_of
from app.schedule.rules.openings import ANSWERS, Ask, Kind, Match, Search, Wish, ask_of, check_wish, distances, window
from app.schedule.rules.relaxing import relaxations
from app.schedule.rules.spans import Span
from app.schedule.tables import Block, PractitionerSkill, Room, VisitType, VisitTypePractitioner, WorkingHours
from app.staff.tables import Location, Practitioner, PractitionerLocation

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
_TYPES = select(
    VisitType.id, VisitType.minutes, VisitType.active, VisitType.buffer_before, VisitType.buffer_after,
    VisitType.together, VisitType.lead_hours, VisitType.for_whom, VisitType.room_kind, VisitType.equipment_kind,
)  # fmt: skip
_MAY = select(VisitTypePractitioner.visit_type_id, VisitTypePractitioner.practitioner_id)
_ROOMS = (
    select(Room.location_id, Room.equipment, Room.kind, Room.id, Room.capacity)
    .where(Room.active, Room.location_id.in_(many("places")))
    .order_by(Room.id)
)


def kinds(session: ReadSession) -> dict[int, Kind]:
    """Every visit type that can be booked, with who may do it."""
    may: dict[int, set[int]] = {}
    for kind_id, who in session.ask(_MAY):
        may.setdefault(kind_id, set()).add(who)
    return {
        row.id: Kind(
            row.id, row.minutes,
            Needs(
                row.buffer_before, row.buffer_after, row.together, timedelta(hours=row.lead_hours),
                frozenset(may.get(row.id, ())), row.for_whom,
                room_kind=row.room_kind, equipment_kind=row.equipment_kind,
            ),
        )
        for row in session.ask(_TYPES)
        if row.active
    }  # fmt: skip


def read_rooms(session: ReadSession, diary: Diary, kinds: frozenset[str] | None = None) -> None:
    """The rooms of its locations, of some kinds or of all."""
    for place, equipment, kind, room, places in session.ask(_ROOMS, places=list(diary.places)):
        if kinds is None or kind in kinds:
            diary.rooms.setdefault(RoomKind(place, bool(equipment), kind), []).append((room, places))


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


@dataclass(slots=True)
class _Reading:
    """What one question has read so far."""

    session: ReadSession
    diary: Diary
    patient_id: int | None
    known: Traits
    weeks: set[date] = field(default_factory=set)

    def read_weeks(self, days: Sequence[date]) -> None:
        """All of the weeks in which these days lie, each once: answers to several wishes are made from it."""
        zones, parts = {spot.zone for spot in self.diary.places.values()}, []
        for monday in sorted({day - timedelta(days=day.weekday()) for day in days} - self.weeks):
            begin = min(day_bounds(monday, zone)[0] for zone in zones)
            end = max(day_bounds(monday + timedelta(days=7), zone)[1] for zone in zones)  # and the night after it
            parts.append((begin, end))
            self.weeks.add(monday)
        if parts:
            self.take(parts)

    def read_for(self, ask: Ask) -> Callable[[Sequence[date]], None]:
        """Reads no more of some days than a search needs."""
        zones = {self.diary.places[place].zone for place in ask.where}
        pause = timedelta(minutes=max((max(one.before, one.after) for one in self.known.values()), default=0))

        def read(days: Sequence[date]) -> None:
            parts = []
            for day in days:
                lows, highs = zip(*(window(ask, zone, day, 0) for zone in zones), strict=True)
                low, high = min(lows), max(highs) + ask.minutes
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
        for who, taken in people_in(self.session, self.diary, parts, self.known):
            self.diary.held[who].add(taken)
        for _, room, taken in rooms_in(self.session, self.diary, parts):
            self.diary.in_room[room].add(taken)
        if self.patient_id is not None:
            for who, taken in held_in(self.session, Resource.PATIENT, [self.patient_id], 1, parts, {}):
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
    kind, usual = _for_patient(session, kind, wish)
    ask = ask_of(wish, kind, known, now, kind.needs.plans, usual)
    neighbours = traits(session)
    reading = _reading(session, known, ask.where, ask.who, wish, kind, neighbours)
    fits = Search(Index(reading.diary), ask, reading.read_for(ask)).fits(limit)
    if fits:
        return OpeningsFound(wish, fits)
    around = around_of(known, kind, wish)
    reach = max(wish.miles, around.reach)
    near = [place for place, miles in distances(wish.location_id, known.places).items() if miles <= reach]
    wide = _reading(session, known, near, known.people, wish, kind, neighbours)
    book = Index(wide.diary)

    def answer(changed: Wish) -> Iterable[list[Match]]:
        return Search(book, ask_of(changed, kind, wide.diary, now, kind.needs.plans), wide.read_weeks).weeks()

    return OpeningsFound(wish, (), relaxations(wish, around, answer))


def check_place(known: Diary, wish: Wish) -> None:
    """Raises NotFound for a location that there is not."""
    if wish.location_id not in known.places:
        raise NotFound("There is no such location.", field="location", next_step="Choose another one.")


def _for_patient(session: ReadSession, kind: Kind, wish: Wish) -> tuple[Kind, int | None]:
    """What the type asks for the patient, and their usual practitioner. Raises ClinicError for a type not for them."""
    if wish.patient_id is None:
        return kind, None
    row = session.get_one(VisitType, kind.id)
    needs = needs_of(session, row, wish.patient_id)
    if not needs.suits(wish.from_day):
        raise wrong_patient(row.name, needs.for_whom)
    usual = last_visit(session, wish.patient_id)
    return replace(kind, needs=needs), usual[0] if usual else None


def _reading(
    session: ReadSession, known: Diary, places: Iterable[int], people: Iterable[int], wish: Wish, kind: Kind,
    neighbours: Traits,
) -> _Reading:  # fmt: skip
    """A reading of some locations, and of those of some people who work there."""
    here = {place: known.places[place] for place in places}
    who = {one: known.people[one] for one in people if not known.people[one].places.isdisjoint(here)}
    diary = Diary(here, who)
    read_hours(session, diary)
    wanted = frozenset({kind.needs.room_kind, kind.needs.equipment_kind}) - {""}
    if wanted:
        read_rooms(session, diary, wanted)
    return _Reading(session, diary, wish.patient_id, neighbours)


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
