"""What the index of free time is made of, and what a commit changed of it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import bindparam, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local_day
from app.core.sessions import ReadSession
from app.insurance.tables import Coverage
from app.schedule.queries.ask import last_visit
from app.schedule.queries.needs import plans_of
from app.schedule.queries.openings import BLOCKS, HOURS_EVERYWHERE, kinds, read_hours, read_rooms, who_and_where
from app.schedule.queries.taking import HELD, MINUTE, WITH_PAYER, held, many, people_in, rooms_in, traits
from app.schedule.rules import Resource
from app.schedule.rules.holding import Hours, Shut
from app.schedule.rules.index import Index
from app.schedule.rules.live import Change, Live, Patient, Taken
from app.schedule.rules.openings import MOST_DAYS
from app.schedule.rules.relaxing import FURTHER
from app.schedule.rules.spans import LONGEST
from app.schedule.tables import Appointment, Block, Occupancy

#: the index reaches so far ahead: the longest search, and some days in which it need not be read again
HORIZON = MOST_DAYS + FURTHER + 14
#: how many weeks of the usual lengths are worked out ahead
WARM = 13
#: the tables whose changes are read row by row; those of the others are so seldom that everything is read again
VISITS, BLOCK, WORKING, PLANS = frozenset({"occupancy", "appointment"}), "block", "working_hours", "coverage"
SELDOM = frozenset({
    "location", "practitioner", "practitioner_location", "practitioner_skill", "visit_type", "visit_type_practitioner",
    "room", "payer",
})  # fmt: skip
TABLES = VISITS | SELDOM | {BLOCK, WORKING, PLANS}
#: more rows than these at once are read again with everything else
_MANY = 400

_OF_VISITS = WITH_PAYER.where(Occupancy.appointment_id.in_(many("visits")))
_OF_PATIENT = HELD.where(
    Occupancy.kind == Resource.PATIENT.value,
    Occupancy.resource_id == bindparam("patient"),
    Occupancy.lane == 0,
    Occupancy.starts_at > bindparam("since"),
)
_OPEN_BLOCKS = BLOCKS.where(Block.ends_at > bindparam("begin"))
_SOME_BLOCKS = BLOCKS.where(Block.id.in_(many("blocks")))


@dataclass(frozen=True, slots=True)
class PatientTime:
    """A patient's own time from now on, and what else a search asks of them."""

    patient_id: int
    patient: Patient
    taken: tuple[tuple[int, Taken], ...]


@query(Permission.BOOK)
def live_openings(session: ReadSession, actor: Actor) -> Live:
    """The index of the locations that the actor may book at, with the usual lengths worked out."""
    diary = who_and_where(session, actor)
    read_hours(session, diary)
    zones = {spot.zone for spot in diary.places.values()} or {"UTC"}
    first = min(local_day(session.now, zone) for zone in zones)
    live = Live(Index(diary), kinds(session), first, first + timedelta(days=HORIZON))
    begin = min(day_bounds(first, zone)[0] for zone in zones)
    for block, place, owner, start, stop in session.ask(_OPEN_BLOCKS, begin=begin).all():
        diary.close(block, Shut(place, owner, start // MINUTE, -(-stop // MINUTE)))
    read_rooms(session, diary)
    parts = [(begin, begin + timedelta(days=HORIZON + 1))]
    found: dict[int, list[Taken]] = {}
    for who, one in people_in(session, diary, parts, traits(session)):
        found.setdefault(one.visit, []).append(Taken(Resource.PRACTITIONER, who, one))
    for what, room, one in rooms_in(session, diary, parts):
        found.setdefault(one.visit, []).append(Taken(what, room, one))
    for visit, taken in found.items():
        live.put(visit, tuple(taken))
    live.warm(WARM)
    return live


@query(Permission.BOOK)
def patient_time(session: ReadSession, actor: Actor, patient_id: int) -> PatientTime:
    """When a patient is taken from now on, wherever that is: times and nothing else."""
    usual = last_visit(session, patient_id)
    rows = session.ask(_OF_PATIENT, patient=patient_id, since=session.now - timedelta(minutes=LONGEST))
    taken = tuple((row[2], Taken(Resource.PATIENT, patient_id, held(row, {}))) for row in rows)
    return PatientTime(patient_id, Patient(usual[0] if usual else None, plans_of(session, patient_id)), taken)


@query(Permission.BOOK)
def openings_changed(session: ReadSession, actor: Actor, touched: frozenset[str]) -> Change:
    """What the rows that some commits touched (`table:key`) are now."""
    keys: dict[str, set[str]] = {}
    for item in touched:
        table, _, key = item.partition(":")
        keys.setdefault(table, set()).add(key)
    visits = set().union(*(keys.get(table, ()) for table in VISITS))
    blocks, plans = keys.get(BLOCK, set()), keys.get(PLANS, set())
    if (
        SELDOM & keys.keys()
        or len(visits) + len(blocks) + len(plans) > _MANY
        or not all(key.isdecimal() for key in visits | blocks | plans)
    ):
        return Change(whole=True)
    patients, theirs = _insured(session, sorted(map(int, plans)))
    return Change(
        _visits(session, sorted({*map(int, visits), *theirs})),
        _blocks(session, sorted(map(int, blocks))),
        _hours(session) if WORKING in keys else None,
        patients,
    )


def _insured(session: ReadSession, plans: list[int]) -> tuple[tuple[int, ...], list[int]]:
    """Whose plans these are, and their visits to come: who pays may set another limit now."""
    if not plans:
        return (), []
    patients = session.scalars(select(Coverage.patient_id).where(Coverage.id.in_(plans)).distinct()).all()
    wanted = select(Appointment.id).where(Appointment.patient_id.in_(patients), Appointment.ends_at > session.now)
    return tuple(patients), list(session.scalars(wanted))


def _visits(session: ReadSession, ids: list[int]) -> tuple[tuple[int, tuple[Taken, ...]], ...]:
    if not ids:
        return ()
    known = traits(session)
    found: dict[int, list[Taken]] = {visit: [] for visit in ids}
    for row in session.ask(_OF_VISITS, visits=ids):
        found[row[2]].append(Taken(Resource(row[0]), row[1], held(row, known)))
    return tuple((visit, tuple(taken)) for visit, taken in found.items())


def _blocks(session: ReadSession, ids: list[int]) -> tuple[tuple[int, Shut | None], ...]:
    found: dict[int, Shut | None] = dict.fromkeys(ids)
    if ids:
        for block, place, who, start, end in session.ask(_SOME_BLOCKS, blocks=ids):
            found[block] = Shut(place, who, start // MINUTE, -(-end // MINUTE))
    return tuple(found.items())


def _hours(session: ReadSession) -> tuple[tuple[int, int, Hours], ...]:
    return tuple((row[0], row[1], Hours(*row[2:])) for row in session.ask(HOURS_EVERYWHERE))
