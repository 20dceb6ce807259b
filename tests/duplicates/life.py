"""Two records of one person with a life of their own: small deeds at random, and the whole database to compare."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.orm import Base
from app.documents.actions import AttachDocument, attach_document
from app.documents.rules import DocumentKind
from app.episodes.actions import StartEpisode, start_episode
from app.insurance.actions import AddAuthorization, AddCoverage, add_authorization, add_coverage
from app.insurance.tables import Coverage
from app.patients.actions.notes import AddNote, add_note
from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.codes import (
    ConsentKind,
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    NoteKind,
    RelatedRole,
    Sex,
)
from app.patients.rules.details import Details, OtherName, Telecom
from app.patients.rules.people import Person
from app.patients.tables.record import (
    ConfidentialContact,
    ContactPoint,
    IdentityDocument,
    PatientConsent,
    PatientName,
    PatientPhoto,
    RelatedPerson,
)
from app.payments.actions import TakePayment, take_payment
from app.payments.rules import Method, Part
from app.schedule.actions import BookAppointment, CancelAppointment, book, cancel_appointment
from app.schedule.tables import Appointment
from tests.registry.world import PICTURE
from tests.support.clinic import Clinic
from tests.support.databases import NOW

DAY = date(2026, 3, 10)
#: tables and columns that say that something was done, not what is so
UNLIKE = {"journal", "chain_head", "patient_merge", "mrn_counter", "receipt_counter"}
COUNTED = {"version"}
#: ids of rows that are made anew with the same meaning
REMADE = {"search_key": {"id"}, "occupancy": {"id"}}


@dataclass(slots=True)
class Life:
    """Deeds on one clinic, from one source of chance."""

    clinic: Clinic
    chance: Random

    def person(self, **fields: object) -> int:
        """A new record; its id."""
        drawn = {"family": self.one("Smith", "Smyth", "Núñez"), "given": self.one("Ana", "Joan", ""), **fields}
        person = Person(
            birth_date=self.one(None, date(1971, 6, 30)), sex=self.one(*Sex), phone=self.one("", "(559) 555-0178"),
            email=self.one("", "ana@example.org"), city=self.one("", "Visalia"), home_location_id=1,
            **drawn,  # type: ignore[arg-type]
        )  # fmt: skip
        return self.clinic.do(register_patient, RegisterPatient(person=person)).id

    def one(self, *things: object) -> object:
        """One of several."""
        return self.chance.choice(things)

    def live(self, patient_id: int, deeds: int) -> None:
        """So many things happen to a record."""
        for deed in self.chance.choices(DEEDS, k=deeds):
            deed(self, patient_id)

    def book(self, patient_id: int) -> int:
        """A visit at an hour that is nobody's yet; its id."""
        day, hour = divmod(self.clinic.rows(lambda s: len(s.scalars(select(Appointment.id)).all())), 8)
        command = BookAppointment(
            patient_id=patient_id, practitioner_id=1, location_id=1, visit_type_id=2,
            day=DAY + timedelta(days=day), start=time(8 + hour), minutes=45, override=True, reason="a test",
        )  # fmt: skip
        made = self.clinic.do(book, command)
        if self.chance.random() < 0.3:
            self.clinic.do(
                cancel_appointment,
                CancelAppointment(appointment_id=made.appointment_id, version=made.version, reason_code="sick"),
            )
        return made.appointment_id


def _note(life: Life, who: int) -> None:
    life.clinic.do(add_note, AddNote(patient_id=who, kind=NoteKind.ALERT, text="Left-handed"))


def _plan(life: Life, who: int) -> None:
    rank = life.clinic.rows(lambda s: len(s.scalars(select(Coverage.id).where(Coverage.patient_id == who)).all())) + 1
    if rank > 3:
        return
    plan = AddCoverage(patient_id=who, payer_id=1, rank=rank, member_id=str(life.one("M1", "M2", f"M{who}")))
    life.clinic.do(add_coverage, plan)


def _care(life: Life, who: int) -> None:
    """An episode under an authorization, which names the patient's plan where there is one."""
    plans = select(Coverage.id).where(Coverage.patient_id == who).order_by(Coverage.id)
    leave = AddAuthorization(
        patient_id=who, payer_id=1, visits=12, starts_on=DAY, ends_on=DAY + timedelta(weeks=8),
        coverage_id=life.clinic.rows(lambda s: s.scalars(plans).first()),
    )  # fmt: skip
    authorization_id = life.clinic.do(add_authorization, leave).authorization_id
    care = StartEpisode(
        patient_id=who, location_id=1, title="Knee", starts_on=DAY, authorization_id=authorization_id,
        visits_per_week=2, weeks=6,
    )  # fmt: skip
    life.clinic.do(start_episode, care)


def _paper(life: Life, who: int) -> None:
    paper = AttachDocument(patient_id=who, location_id=1, kind=DocumentKind.OTHER, data=PICTURE)
    life.clinic.do(attach_document, paper)


def _pay(life: Life, who: int) -> None:
    life.clinic.do(take_payment, TakePayment(patient_id=who, location_id=1, parts=(Part(Method.CASH, 2500),)))


def _visit(life: Life, who: int) -> None:
    life.book(who)


def _rows(life: Life, who: int) -> None:
    """What registration writes beside the person."""
    details = Details(
        names=(OtherName(use=NameUse.MAIDEN, family="Young"),),
        telecoms=(Telecom(system=ContactSystem.PHONE, use=ContactUse.WORK, value="(559) 555-0199"),),
    )
    life.clinic.add(
        *[PatientName(patient_id=who, use=one.use, family=one.family) for one in details.names],
        *[ContactPoint(patient_id=who, system=o.system, use=o.use, value=o.value) for o in details.telecoms],
        RelatedPerson(patient_id=who, role=RelatedRole.GUARANTOR, name="Joe Smith"),
        PatientPhoto(patient_id=who, sealed=b"a face", taken_at=NOW),
    )
    life.clinic.rekey(who)


def _agree(life: Life, who: int) -> None:
    held = life.clinic.rows(lambda s: s.scalars(select(PatientConsent).where(PatientConsent.patient_id == who)).first())
    if held is None:
        life.clinic.add(
            PatientConsent(patient_id=who, kind=ConsentKind.TEXT, decision=Decision.PERMIT, decided_on=DAY),
            IdentityDocument(patient_id=who, kind=IdentityKind.LICENSE, number=f"Y{who}", seen_at=NOW),
        )


def _elsewhere(life: Life, who: int) -> None:
    if life.clinic.rows(lambda s: s.get(ConfidentialContact, who)) is None:
        life.clinic.add(ConfidentialContact(patient_id=who, address_line="PO Box 7", since=DAY))


DEEDS: tuple[Callable[[Life, int], None], ...] = (_note, _plan, _care, _paper, _pay, _visit, _rows, _agree, _elsewhere)


def everything(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """The whole database as it stands, without what only tells that something was done."""
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name in UNLIKE:
            continue
        left_out = COUNTED | REMADE.get(table.name, set())
        columns = [column for column in table.columns if column.name not in left_out]
        rows = {tuple(row) for row in session.execute(select(*columns))}
        found[table.name] = sorted(rows, key=repr)
    return found
