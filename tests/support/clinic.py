"""A small seeded clinic for tests: two locations, two practitioners, visit types, payers, patients; and people to act as."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TypeVar

from sqlalchemy.orm import Session

from app.core.access import Actor, Grant, Permission
from app.core.actions import Action
from app.core.database import Database
from app.core.values import Command
from app.insurance.rules import PayerKind
from app.insurance.tables import Coverage, Payer
from app.patients.actions.records import name_rows, patient_values, rewrite_keys, search_rows
from app.patients.rules.calling import slips
from app.patients.rules.codes import Sex
from app.patients.rules.people import Person
from app.patients.tables import NameKey, NameSlip, NameWord, Patient, SearchKey
from app.patients.tables.record import MrnCounter
from app.runner.execute import Executor
from app.schedule.rules import VisitKind
from app.schedule.tables import VisitType, WorkingHours
from app.staff.tables import Location, LocationHours, Practitioner, PractitionerLocation

C = TypeVar("C", bound=Command)
R = TypeVar("R")
ZONE = "America/Los_Angeles"
#: may do everything, everywhere
ANYONE = Actor(1, "Ana Ruiz", ("any",), frozenset({1, 2}), {one: Grant() for one in Permission}, "Desk 1", 1, "ana")
#: the two patients of the seeded clinic by record number; the test of a room may register more
PEOPLE = {
    "100001": Person(
        family="Núñez", given="María José", birth_date=date(1971, 6, 30), sex=Sex.FEMALE, phone="(559) 555-0178",
        home_location_id=1,
    ),
    "100002": Person(
        family="Smith", given="Joan", birth_date=date(1990, 2, 14), sex=Sex.FEMALE, phone="(559) 555-0142",
        home_location_id=1,
    ),
}  # fmt: skip


@dataclass(slots=True)
class Clinic:
    """The seeded clinic on one database, and a way to act in it."""

    database: Database
    executor: Executor
    location_id: int = 1
    other_location_id: int = 2
    practitioner_id: int = 1
    other_practitioner_id: int = 2
    evaluation_id: int = 1
    follow_up_id: int = 2
    patient_id: int = 1
    other_patient_id: int = 2
    day: date = date(2026, 3, 10)

    def do(self, action: Action[C, R], command: C, actor: Actor = ANYONE) -> R:
        """Carry out a command."""
        return self.executor.perform(action, command, actor)

    def rows(self, ask: Callable[[Session], R]) -> R:
        """Look into the database past every rule."""
        with self.database.reading() as session:
            return ask(session)

    def add(self, *rows: object) -> None:
        """Put rows into the database past every rule, and outside the journal."""
        with Session(self.database.engine.execution_options(frontdesk_write=True), expire_on_commit=False) as session:
            session.add_all(rows)
            session.commit()

    def rekey(self, patient_id: int) -> None:
        """Let a patient be found by what was added past every rule."""
        with self.database.writing() as session:
            rewrite_keys(session, session.get_one(Patient, patient_id))
            session.commit()


def clinic_on(database: Database) -> Clinic:
    """The clinic of a database that is seeded."""
    return Clinic(database, Executor(database))


def seed(database: Database) -> Clinic:
    """Fill a fresh database. Ids are 1, 2, … in the order below, as the defaults of Clinic say."""
    clinic = clinic_on(database)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    clinic.add(
        Location(code="VIS", name="Visalia – Main Street", zone=ZONE, state="CA"),
        Location(code="TUL", name="Tulare", zone=ZONE, state="CA"),
    )
    clinic.add(
        Practitioner(family="Okafor", given="Thomas", credential="PT", npi="1234567893"),
        Practitioner(family="Lee", given="Min", credential="PT"),
        VisitType(code="EVAL", name="Evaluation 60", kind=VisitKind.EVALUATION, minutes=60),
        VisitType(code="FU", name="Follow-up 45", kind=VisitKind.FOLLOW_UP, minutes=45),
        Payer(name="Blue Shield PPO", kind=PayerKind.COMMERCIAL),
        Payer(name="Self-pay", kind=PayerKind.SELF_PAY),
        MrnCounter(name="mrn", last_number=100002),
    )
    clinic.add(*[LocationHours(location_id=1, weekday=day, opens=time(7), closes=time(18)) for day in range(5)])
    for who in (1, 2):
        clinic.add(PractitionerLocation(practitioner_id=who, location_id=1))
        clinic.add(
            *[
                WorkingHours(
                    practitioner_id=who,
                    location_id=1,
                    weekday=day,
                    starts=time(8),
                    ends=time(17),
                    valid_from=date(2026, 1, 1),
                )
                for day in range(5)
            ]
        )
    for at, (mrn, person) in enumerate(PEOPLE.items(), start=1):
        clinic.add(Patient(**patient_values(person, mrn, now)))
        clinic.add(*[SearchKey(**row) for row in search_rows(at, person)])
        clinic.add(*[NameKey(**row) for row in name_rows(at, person)])
    words = {row["word"] for at, person in enumerate(PEOPLE.values()) for row in name_rows(at, person)}
    clinic.add(*[NameWord(word=word) for word in words])
    clinic.add(*[NameSlip(slip=slip, word=word) for word in words for slip in slips(word)])
    clinic.add(
        Coverage(patient_id=1, payer_id=1, member_id="XEH884201776", copay_cents=2500, starts_on=date(2026, 1, 1))
    )
    return clinic
