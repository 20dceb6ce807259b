"""Clients in several processes who book, move, cancel, miss, close and open time at random, and what must hold afterwards.

Each client writes down what it was answered. The answers name a version, so all of them together, whoever was first, say what
the database has to hold: that is the model. Whether anything overlaps is looked at apart from it, row by row.
"""

import json
import os
import random
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import combinations
from mmap import mmap
from pathlib import Path
from typing import Any

from sqlalchemy import insert, or_, select
from sqlalchemy.orm import Session

from app.core.actions import Action
from app.core.database import Database
from app.core.errors import Busy, ClinicError
from app.core.values import Command
from app.insurance.rules import PayerKind
from app.insurance.tables import Coverage, Payer
from app.patients.actions.records import patient_values
from app.patients.rules.codes import Restriction
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.runner.execute import Executor
from app.schedule.actions import (
    AddBlock,
    BookAppointment,
    CancelAppointment,
    MoveAppointment,
    UndoCancel,
    VoidBlock,
    add_block,
    book,
    cancel_appointment,
    move_appointment,
    undo_cancel,
    void_block,
)
from app.schedule.rules import GHOSTS, AppointmentStatus, Span
from app.schedule.rules.capacity import Held, kept_free, limit
from app.schedule.rules.spans import overlap
from app.schedule.tables import (
    APPOINTMENT,
    Appointment,
    Block,
    BookingOverride,
    Occupancy,
    Room,
    VisitType,
    WorkingHours,
)
from app.staff.tables import Practitioner, PractitionerLocation
from app.visits.actions import NoShow, no_show
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW

#: how many people there are to book, how many treat, on how many days
PATIENTS, PEOPLE, DAYS = 60, 6, 4
PROCESSES, THREADS = 4, 5
CLIENTS = PROCESSES * THREADS
FIRST = date(2026, 3, 10)
#: after so many things everybody goes on in the next week, where nothing is taken yet: a full diary refuses most
WEEKLY = 1_000
Answer = dict[str, Any]
#: how often each of these is tried, out of 100
DEEDS = {"book": 46, "move": 18, "cancel": 17, "undo": 7, "miss": 4, "close": 4, "open": 4}


def prepare(clinic: Clinic) -> None:
    """More people, side by side, with pauses, a room and a payer who pays for one at a time."""
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        for number in range(3, PATIENTS + 1):
            person = Person(family=f"Person{number}", given="Pat", home_location_id=1)
            session.execute(insert(Patient), [{**patient_values(person, str(200_000 + number), NOW), "version": 1}])
        session.commit()
        session.get_one(Practitioner, 2).lanes = 2
        follow_up, evaluation = session.get_one(VisitType, 2), session.get_one(VisitType, 1)
        follow_up.buffer_after, evaluation.buffer_before, evaluation.room_kind = 5, 15, "Room"
        session.commit()
    clinic.add(Payer(id=9, name="Medicare Part B", kind=PayerKind.MEDICARE))
    clinic.add(*[Coverage(patient_id=number, payer_id=9) for number in range(5, PATIENTS, 5)])
    clinic.add(Room(location_id=1, name="A", kind="Room"), Room(location_id=1, name="B", kind="Room", capacity=2))
    for who in range(3, PEOPLE + 1):
        clinic.add(Practitioner(id=who, family=f"P{who}", given="", lanes=1 + who % 3))
        clinic.add(PractitionerLocation(practitioner_id=who, location_id=1))
        clinic.add(
            *[
                WorkingHours(practitioner_id=who, location_id=1, weekday=day, starts=time(8), ends=time(17),
                             valid_from=date(2026, 1, 1))
                for day in range(5)
            ]
        )  # fmt: skip


@dataclass(slots=True)
class Client:
    """One desk that does something at random again and again; `answers` is what it was told."""

    executor: Executor
    number: int
    chance: random.Random
    told: Callable[[], None]
    week: int = 0
    answers: list[Answer] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    blocks: list[tuple[int, int]] = field(default_factory=list)

    def work(self, count: int) -> None:
        """Do so many things; a refusal is a thing done, being kept out of the database is not."""
        begun = self.week
        for number, deed in enumerate(self.chance.choices(list(DEEDS), list(DEEDS.values()), k=count)):
            self.week = begun + number * CLIENTS // WEEKLY
            while True:
                try:
                    getattr(self, deed)()
                except Busy:
                    self.refused["busy"] += 1
                    continue
                except ClinicError as why:
                    self.refused[why.template] += 1
                break
            self.told()

    def _do(self, action: Action[Any, Any], command: Command) -> Any:
        return self.executor.perform(action, command, ANYONE)

    def _day(self) -> date:
        return FIRST + timedelta(weeks=self.week, days=self.chance.randrange(DAYS))

    def _start(self) -> time:
        minute = self.chance.randrange(7 * 12, 17 * 12) * 5
        return time(minute // 60, minute % 60)

    def _allowed(self) -> dict[str, Any]:
        return {"override": True, "reason": "agreed"} if self.chance.random() < 0.05 else {}

    def _some(self) -> Appointment | None:
        """A visit of anybody's, as it is now."""
        with self.executor.database.reading() as session:
            last = session.scalar(select(Appointment.id).order_by(Appointment.id.desc()).limit(1)) or 0
            return session.get(Appointment, self.chance.randint(max(1, last - 400), last)) if last else None

    def _tell(self, visit: int, version: int, status: AppointmentStatus, made: Any = None) -> None:
        where = [made.practitioner_id, made.patient_id, made.starts_at.isoformat(), made.ends_at.isoformat()]
        self.answers.append({"visit": visit, "version": version, "status": status.value, "where": where})

    def book(self) -> None:
        made = self._do(
            book,
            BookAppointment(
                patient_id=self.chance.randint(1, PATIENTS), practitioner_id=self.chance.randint(1, PEOPLE),
                location_id=1, visit_type_id=self.chance.choice((1, 2, 2)), day=self._day(), start=self._start(),
                **self._allowed(),
            ),
        )  # fmt: skip
        self._tell(made.appointment_id, made.version, AppointmentStatus.BOOKED, made)

    def move(self) -> None:
        visit = self._some()
        if visit is None:
            return
        made = self._do(
            move_appointment,
            MoveAppointment(
                appointment_id=visit.id, version=visit.version, day=self._day(), start=self._start(),
                practitioner_id=self.chance.choice((None, self.chance.randint(1, PEOPLE))),
                minutes=self.chance.choice((None, None, 30, 60)), **self._allowed(),
            ),
        )  # fmt: skip
        self._tell(visit.id, made.version, AppointmentStatus.BOOKED, made)

    def cancel(self) -> None:
        visit = self._some()
        if visit is not None:
            gone = CancelAppointment(appointment_id=visit.id, version=visit.version, reason_code="sick")
            self._tell(visit.id, self._do(cancel_appointment, gone).version, AppointmentStatus.CANCELLED, visit)

    def undo(self) -> None:
        visit = self._some()
        if visit is not None:
            made = self._do(undo_cancel, UndoCancel(appointment_id=visit.id, version=visit.version))
            self._tell(visit.id, made.version, AppointmentStatus.BOOKED, made)

    def miss(self) -> None:
        visit = self._some()
        if visit is not None:
            self._do(no_show, NoShow(appointment_id=visit.id, version=visit.version))
            self._tell(visit.id, visit.version + 1, AppointmentStatus.NOSHOW, visit)

    def close(self) -> None:
        start = self._start()
        made = self._do(
            add_block,
            AddBlock(location_id=1, practitioner_id=self.chance.randint(1, PEOPLE), day=self._day(), start=start,
                     end=time(start.hour, 59), why="meeting"),
        )  # fmt: skip
        self.blocks.append((made.block_id, made.version))
        self.answers.append({"block": made.block_id, "version": made.version, "open": False})

    def open(self) -> None:
        if self.blocks:
            block, version = self.blocks.pop(self.chance.randrange(len(self.blocks)))
            made = self._do(void_block, VoidBlock(block_id=block, version=version))
            self.answers.append({"block": block, "version": made.version, "open": True})


@dataclass(slots=True)
class Report:
    """What came of it: every answer, the refusals, and how far each client was when the first one was done."""

    answers: list[Answer]
    refused: Counter[str]
    progress: list[int]


@dataclass(frozen=True, slots=True)
class Round:
    """What a round is made of: how to get at the database, how many things each client does, chance, and the first week."""

    open_database: Callable[[], Database]
    each: int
    seed: int
    week: int = 0


def let_loose(of: Round, folder: Path) -> Report:
    """Start the processes, let every client do its things, and gather what they say. Raises AssertionError for a crash."""
    board = mmap(-1, 4 * CLIENTS)  # how many things each client has done, seen by all
    children = [_fork(of, folder, board, process) for process in range(PROCESSES)]
    for child in children:
        os.waitpid(child, 0)
    report = Report([], Counter(), [])
    for process in range(PROCESSES):
        said = json.loads((folder / f"{process}.json").read_text())
        assert "broken" not in said, said["broken"]
        report.answers += said["answers"]
        report.refused.update(said["refused"])
        if said["progress"] and (not report.progress or sum(said["progress"]) < sum(report.progress)):
            report.progress = said["progress"]
    board.close()
    return report


def _fork(of: Round, folder: Path, board: mmap, process: int) -> int:
    child = os.fork()
    if child:
        return child
    try:
        said = _live(of, board, process)
    except BaseException:
        said = {"broken": traceback.format_exc()}
    with suppress(BaseException):
        (folder / f"{process}.json").write_text(json.dumps(said))
    os._exit(0)


def _live(of: Round, board: mmap, process: int) -> dict[str, Any]:
    database, progress = of.open_database(), []

    def count(number: int) -> Callable[[], None]:
        def told() -> None:
            done = int.from_bytes(board[4 * number : 4 * number + 4], "big") + 1
            board[4 * number : 4 * number + 4] = done.to_bytes(4, "big")
            if done == of.each and not progress:
                progress.extend(int.from_bytes(board[at : at + 4], "big") for at in range(0, 4 * CLIENTS, 4))

        return told

    clients = [
        Client(Executor(database), number, random.Random(of.seed * 1000 + number), count(number), of.week)
        for number in range(process * THREADS, (process + 1) * THREADS)
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda one: one.work(of.each), clients))
    refused: Counter[str] = Counter()
    for one in clients:
        refused.update(one.refused)
    database.close()
    return {"answers": [said for one in clients for said in one.answers], "refused": refused, "progress": progress}


# ------------------------------------------------------------------------------------------------ what must hold


def overlaps(session: Session) -> list[str]:
    """Two rows of one resource and lane that share an instant."""
    rows = session.execute(
        select(Occupancy.kind, Occupancy.resource_id, Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at).order_by(
            Occupancy.kind, Occupancy.resource_id, Occupancy.lane, Occupancy.starts_at, Occupancy.ends_at
        )
    ).all()
    latest: dict[tuple[str, int, int], datetime] = {}
    said = []
    for kind, resource, lane, starts, ends in rows:
        if (before := latest.get((kind, resource, lane))) and before > starts:
            said.append(f"{kind} {resource} lane {lane} is taken twice at {starts}")
        latest[kind, resource, lane] = max(ends, before or ends)
    return said


@dataclass(slots=True)
class Model:
    """What the database has to hold after all the answers so far: of each visit and each block the newest one."""

    visits: dict[int, Answer] = field(default_factory=dict)
    blocks: dict[int, Answer] = field(default_factory=dict)

    def hear(self, answers: list[Answer]) -> None:
        """Take answers in, in any order."""
        for one in answers:
            known, number = (self.visits, one["visit"]) if "visit" in one else (self.blocks, one["block"])
            if number not in known or known[number]["version"] < one["version"]:
                known[number] = one

    def differences(self, session: Session) -> Iterator[str]:
        """Where the database is not what the answers say."""
        visits, blocks = dict(self.visits), dict(self.blocks)
        for row in session.scalars(select(Appointment)):
            said = visits.pop(row.id, None)
            held = [row.practitioner_id, row.patient_id, row.starts_at.isoformat(), row.ends_at.isoformat()]
            if said is None or (said["status"], said["where"], said["version"]) != (
                row.status.value,
                held,
                row.version,
            ):
                yield f"visit {row.id} is {row.status.value} {held} {row.version}, not {said}"
        for block in session.scalars(select(Block)):
            answer = blocks.pop(block.id, None)
            if answer is None or answer["open"] is not (block.voided_at is not None):
                yield f"block {block.id} is not {answer}"
        yield from (f"{number} is not there" for number in [*visits, *blocks])
        yield from _wrongly_held(session)


def _wrongly_held(session: Session) -> Iterator[str]:
    """Visits that hold something else than their own time, people and rooms, and ghosts that hold anything."""
    held: dict[int, set[tuple[str, int, datetime, datetime]]] = defaultdict(set)
    for row in session.scalars(select(Occupancy)):
        held[row.appointment_id].add((row.kind, row.resource_id, row.starts_at, row.ends_at))
    for visit in session.scalars(select(Appointment)):
        time_of = (visit.starts_at, visit.ends_at)
        wanted = {("practitioner", visit.practitioner_id, *time_of), ("patient", visit.patient_id, *time_of)}
        if visit.room_id is not None:
            wanted.add(("room", visit.room_id, *time_of))
        if held.get(visit.id, set()) != (set() if visit.status in GHOSTS else wanted):
            yield f"visit {visit.id} ({visit.status.value}) holds {held.get(visit.id)}"


def unlike(session: Session) -> list[str]:
    """Visits that hold something else of their patient than the patient's own row says."""
    copy = APPOINTMENT.c
    marked = or_(Patient.restriction != Restriction.NONE, Patient.staff_user_id.is_not(None))
    pairs = (
        (copy.patient_family, Patient.family), (copy.patient_given, Patient.given), (copy.patient_mrn, Patient.mrn),
        (copy.patient_birth_date, Patient.birth_date), (copy.patient_marked, marked),
    )  # fmt: skip
    differs = or_(*(kept.is_distinct_from(told) for kept, told in pairs))
    rows = session.scalars(select(copy.id).join(Patient, Patient.id == copy.patient_id).where(differs))
    return [f"visit {one} says another patient" for one in rows]


def broken_rules(session: Session) -> Iterator[str]:
    """Visits too near to each other, or beside one that may have nobody beside it, that nobody set a rule aside for.

    One that is over is not looked at: what took place comes back whatever was booked beside it meanwhile.
    """
    yield from unlike(session)
    allowed = set(session.scalars(select(BookingOverride.appointment_id)))
    rows = session.execute(
        select(Appointment.id, Appointment.practitioner_id, Occupancy.lane, Appointment.starts_at, Appointment.ends_at,
               Appointment.day, VisitType.buffer_before, VisitType.buffer_after, Payer.kind)
        .join(Occupancy, (Occupancy.appointment_id == Appointment.id) & (Occupancy.kind == "practitioner"))
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .outerjoin(Coverage, Coverage.patient_id == Appointment.patient_id)
        .outerjoin(Payer, Payer.id == Coverage.payer_id)
        .where(Appointment.ends_at > NOW)
    )  # fmt: skip
    by_day: dict[tuple[int, date], list[tuple[int, int, Held]]] = defaultdict(list)
    for visit, who, lane, starts, ends, day, before, after, kind in rows:
        held = Held(Span.of(starts, ends), before, after, limit(None, kind, day))
        if visit not in allowed:
            by_day[who, day].append((visit, lane, held))
    for near in by_day.values():
        for (one, lane, held), (other, beside, also) in combinations(near, 2):
            if lane == beside and overlap(kept_free(held, also.before, also.after), also.span):
                yield f"visits {one} and {other} are too near"
            if overlap(held.span, also.span) and 1 in (held.most, also.most):
                yield f"visits {one} and {other} share a therapist"
