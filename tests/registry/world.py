"""A clinic with two accounts for each role, one at the first location and one at the second, and short ways to new rows."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from itertools import count
from typing import TypeVar
from uuid import UUID

from PIL import Image
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.checklists.queries import checklist_of
from app.core.access import Actor, Permission
from app.core.actions import Action
from app.core.database import Database
from app.core.values import Command
from app.documents.actions import AttachDocument, attach_document
from app.documents.rules import DocumentKind
from app.insurance.actions import AddCoverage, add_coverage
from app.patients.actions.register import PatientRow, RegisterPatient, register_patient
from app.patients.rules.people import Person
from app.payments.rules import Method, Part
from app.runner.execute import Executor
from app.schedule.actions import BookAppointment, Booked, book
from app.staff.actions.second_person import ProveSecondPerson, StaffGate, prove_second_person
from app.staff.queries import actor_of
from app.staff.rules.roles import role_table
from app.staff.tables import Practitioner, User, UserLocation, UserRole
from app.visits.actions import Arrive, BoardKey, CheckIn, EndVisit, StartVisit, arrive, check_in, end_visit, start_visit
from tests.staff.people import hashed
from tests.support.clinic import Clinic, seed
from tests.support.databases import NOW

C = TypeVar("C", bound=Command)
R = TypeVar("R")
ROLES = tuple(role.value for role in role_table().grants)
#: where everything happens, and the place of the people who have no business there
HERE, THERE = 1, 2
DAY = date(2026, 3, 10)
LANES = 8
CASH = (Part(Method.CASH, 2500),)
_MINUTES = 30


def picture() -> bytes:
    """A small real picture."""
    held = io.BytesIO()
    Image.new("L", (8, 8)).save(held, "PNG")
    return held.getvalue()


PICTURE = picture()


def account(role: str, place: int) -> str:
    """The user name of a role's account."""
    return f"{role.lower()}.{'here' if place == HERE else 'there'}"


def staff_clinic(database: Database) -> None:
    """Fill a fresh database: the seeded clinic, room for many visits at a time, two accounts for each role."""
    clinic = seed(database)
    with Session(database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Practitioner).values(lanes=LANES))
        session.commit()
    for number, (role, place) in enumerate(((role, place) for role in ROLES for place in (HERE, THERE)), start=1):
        name = account(role, place)
        clinic.add(User(user_name=name, display_name=name.title(), password_hash=hashed(), created_at=NOW))
        clinic.add(UserRole(user_id=number, role=role), UserLocation(user_id=number, location_id=place))


@dataclass(slots=True)
class World:
    """The staffed clinic on one database: `clinic` acts past every right, `executor` through the real gate."""

    clinic: Clinic
    executor: Executor = field(init=False)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.executor = Executor(self.clinic.database, gate=StaffGate())

    def next(self) -> int:
        """A number that was not used before."""
        return next(self.numbers)

    def actor(self, role: str, place: int) -> Actor:
        """Somebody of a role, signed in."""
        wanted = select(User).where(User.user_name == account(role, place))

        def ask(session: Session) -> Actor:
            return actor_of(session, session.scalars(wanted).one(), "Desk 1")  # type: ignore[arg-type]

        return self.clinic.rows(ask)

    def proof(self, actor: Actor, command_id: UUID, permission: Permission, password: str) -> str:
        """The token of a colleague of the same role, who sits at the other place."""
        role = actor.roles[0]
        other = account(role, THERE if actor.user_name == account(role, HERE) else HERE)
        asked = ProveSecondPerson(user_name=other, password=password, command_id=command_id, permission=permission)
        return self.executor.perform(prove_second_person, asked, actor).token

    def do(self, action: Action[C, R], command: C) -> R:
        """Carry out a command past every right."""
        return self.clinic.do(action, command)

    def row(self, ask: Callable[[Session], R]) -> R:
        """Look into the database."""
        return self.clinic.rows(ask)

    def patient(self, **fields: str) -> PatientRow:
        """A new patient of the first location, with a co-pay of 25 dollars."""
        person = Person(family=f"Case{self.next()}", given="Pat", home_location_id=HERE, **fields)  # type: ignore[arg-type]
        made = self.do(register_patient, RegisterPatient(person=person))
        self.do(add_coverage, AddCoverage(patient_id=made.id, payer_id=1, member_id=f"M{made.id}", copay_cents=2500))
        return made

    def document(self, patient_id: int, kind: DocumentKind = DocumentKind.OTHER) -> int:
        """A stored file; its id."""
        command = AttachDocument(patient_id=patient_id, location_id=HERE, kind=kind, data=PICTURE)
        return self.do(attach_document, command).document_id

    def slot(self, first: int = 11) -> tuple[int, time]:
        """A practitioner and a time today that hold no more visits than they may, from a full hour on."""
        number = self.next()
        lane, minutes = number % 2 + 1, number // (2 * LANES) % 8 * _MINUTES
        return lane, time(first + minutes // 60, minutes % 60)

    def booked(self, first: int = 11, patient_id: int | None = None) -> Booked:
        """A visit today."""
        practitioner, start = self.slot(first)
        command = BookAppointment(
            patient_id=patient_id or self.patient().id, practitioner_id=practitioner, location_id=HERE,
            visit_type_id=2, day=DAY, start=start, minutes=_MINUTES,
            override=first < 11, reason="it is in the past",
        )  # fmt: skip
        return self.do(book, command)

    def arrived(self) -> BoardKey:
        """A visit whose patient is here."""
        visit = self.booked()
        return self.do(arrive, Arrive(appointment_id=visit.appointment_id, version=visit.version))

    def open_papers(self, appointment_id: int) -> tuple[str, ...]:
        """The codes of the papers a check-in would have to accept as missing."""
        found = self.row(lambda session: checklist_of(session, appointment_id))
        return tuple(item.code for item in found.items if item.is_open) if found else ()

    def check_in(self, key: BoardKey, parts: tuple[Part, ...] = ()) -> CheckIn:
        """The command that checks a patient in who is here."""
        missing = self.open_papers(key.appointment_id)
        return CheckIn(appointment_id=key.appointment_id, version=key.version, accepted_missing=missing, parts=parts)

    def checked_in(self, parts: tuple[Part, ...] = ()) -> BoardKey:
        """A visit that is checked in."""
        return self.do(check_in, self.check_in(self.arrived(), parts))

    def in_room(self, parts: tuple[Part, ...] = ()) -> BoardKey:
        """A visit in its room."""
        key = self.checked_in(parts)
        return self.do(start_visit, StartVisit(appointment_id=key.appointment_id, version=key.version))

    def over(self) -> BoardKey:
        """A visit that waits for its check-out, and is paid."""
        key = self.in_room(CASH)
        return self.do(end_visit, EndVisit(appointment_id=key.appointment_id, version=key.version))

    def clear_accounts(self) -> None:
        """Take every account away: how a database looks before the first run."""
        with Session(self.clinic.database.engine.execution_options(frontdesk_write=True)) as session:
            for table in (UserRole, UserLocation, User):
                session.execute(delete(table))
            session.commit()
