"""Restricted records: who stands before the glass, how it is broken, who looks at it afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.access import Actor, Grant, Permission, Scope
from app.core.clock import FixedClock
from app.core.errors import ClinicError, GlassNeeded, ReasonNeeded, Refused
from app.core.journal import JournalEntry
from app.documents.queries import documents
from app.insurance.queries import coverages
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.glass import closed_ids
from app.patients.queries.record import load_person, summary
from app.patients.rules.codes import Restriction
from app.patients.rules.people import Person
from app.patients.tables import GlassBreak, Patient
from app.privacy.actions import BreakGlass, Restrict, ReviewGlass, break_glass, restrict, review_glass
from app.privacy.queries import BrokenGlass, broken_glass
from app.privacy.rules import GlassReason
from app.schedule.actions import BookAppointment, book
from app.schedule.queries import booking_start, day
from app.staff.tables import User
from tests.staff.people import WORD, hashed
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW

OTHER = replace(ANYONE, user_id=2, name="Ben Cole", user_name="ben")


@pytest.fixture
def guarded(clinic: Clinic) -> Clinic:
    """Two colleagues with passwords, and a restricted record: patient 1."""
    for name in ("ana", "ben"):
        clinic.add(User(user_name=name, display_name=name.title(), password_hash=hashed(), created_at=NOW))
    change(clinic, 1, restriction=Restriction.VIP)
    return clinic


def change(clinic: Clinic, patient_id: int, **values: object) -> None:
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Patient).where(Patient.id == patient_id).values(**values))
        session.commit()


def smash(clinic: Clinic, actor: Actor = ANYONE, patient_id: int = 1, password: str = WORD) -> bool:
    command = BreakGlass(
        patient_id=patient_id, reason_code=GlassReason.ON_PHONE, password=password, reason="asks for a visit"
    )
    return clinic.do(break_glass, command, actor).ok


def later(clinic: Clinic, by: timedelta) -> None:
    clock = clinic.database.clock
    assert isinstance(clock, FixedClock)
    clinic.database.clock = FixedClock(clock.at + by)


@pytest.mark.parametrize("question", [summary, documents, coverages])
def test_every_door_to_a_restricted_record_is_closed(guarded: Clinic, question: Callable[..., object]) -> None:
    with pytest.raises(GlassNeeded) as told:
        guarded.executor.fetch(question, ANYONE, 1)  # type: ignore[arg-type]
    assert told.value.values["patient_id"] == 1
    assert smash(guarded)
    guarded.executor.fetch(question, ANYONE, 1)  # type: ignore[arg-type]


def test_a_booking_tells_little_of_a_restricted_record(guarded: Clinic) -> None:
    command = BookAppointment(
        patient_id=1, practitioner_id=1, location_id=1, visit_type_id=2, day=guarded.day, start=time(15), minutes=30,
        note="comes with a guard",
    )  # fmt: skip
    guarded.do(book, command)

    def told() -> list[tuple[object, ...]]:
        start = guarded.executor.fetch(booking_start, ANYONE, 1, 1)
        (row,) = guarded.executor.fetch(day, ANYONE, 1, guarded.day)
        return [(start.birth_date, start.mrn), (row.birth_date, row.mrn, row.note)]

    assert told() == [(None, ""), (None, "", "")]
    smash(guarded)
    assert all(all(one) for one in told())


def test_nobody_changes_what_they_may_not_see(guarded: Clinic) -> None:
    person = replace(guarded.rows(lambda s: load_person(s, 1)), city="Tulare")  # type: ignore[arg-type]
    with pytest.raises(GlassNeeded):
        guarded.do(update_patient, UpdatePatient(patient_id=1, version=1, person=person))


def test_the_glass_is_open_for_an_hour_for_one_person_and_one_record(guarded: Clinic) -> None:
    change(guarded, 2, restriction=Restriction.VIP)
    smash(guarded)
    record = guarded.executor.fetch(summary, ANYONE, 1)
    assert record.glass_until == NOW + timedelta(minutes=60)
    for who, patient_id in ((OTHER, 1), (ANYONE, 2)):
        with pytest.raises(GlassNeeded):
            guarded.executor.fetch(summary, who, patient_id)
    later(guarded, timedelta(minutes=61))
    with pytest.raises(GlassNeeded):
        guarded.executor.fetch(summary, ANYONE, 1)


def test_a_wrong_password_opens_nothing_and_is_counted(guarded: Clinic) -> None:
    assert not smash(guarded, password="wrong")
    with pytest.raises(GlassNeeded):
        guarded.executor.fetch(summary, ANYONE, 1)
    said = guarded.rows(lambda s: s.scalars(select(JournalEntry.sentence).order_by(JournalEntry.id.desc())).first())
    assert said == "A password did not fit before a restricted record"


def test_why_is_asked_and_the_password_stays_out_of_the_journal(guarded: Clinic) -> None:
    with pytest.raises(ReasonNeeded):
        guarded.do(break_glass, BreakGlass(patient_id=1, reason_code=GlassReason.OTHER, password=WORD))
    smash(guarded)
    entry = guarded.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first())
    assert entry is not None
    assert (entry.patient_id, entry.reason) == (1, "asks for a visit")
    assert WORD not in entry.details + entry.result


def test_colleagues_and_households_are_restricted_without_a_word(guarded: Clinic) -> None:
    change(guarded, 1, restriction=Restriction.NONE)
    guarded.executor.fetch(summary, ANYONE, 1)
    change(guarded, 2, staff_user_id=1, address_line="12 Oak St.", postal_code="93291-0001")
    with pytest.raises(GlassNeeded, match="restricted"):  # one's own record
        guarded.executor.fetch(summary, ANYONE, 2)
    with pytest.raises(GlassNeeded):  # a colleague's
        guarded.executor.fetch(summary, OTHER, 2)
    home = Person(family="Smith", given="Leo", address_line="12 OAK ST", postal_code="93291", home_location_id=1)
    son = guarded.do(register_patient, RegisterPatient(person=home)).id
    guarded.executor.fetch(summary, OTHER, son)
    with pytest.raises(GlassNeeded):
        guarded.executor.fetch(summary, ANYONE, son)
    assert guarded.rows(lambda s: closed_ids(s, ANYONE, [1, 2, son])) == {2, son}  # type: ignore[arg-type]


def test_the_front_desk_opens_only_who_comes_today(guarded: Clinic) -> None:
    bound = {**ANYONE.grants, Permission.BREAK_GLASS: Grant(Scope.OWN, masked=True)}
    clerk = replace(ANYONE, grants=bound)
    with pytest.raises(Refused):
        smash(guarded, clerk)
    visit = BookAppointment(
        patient_id=1, practitioner_id=1, location_id=1, visit_type_id=2, day=date(2026, 3, 10), start=time(14),
        minutes=45,
    )  # fmt: skip
    guarded.do(book, visit)
    assert smash(guarded, clerk)


def test_the_privacy_office_looks_at_each_and_never_at_its_own(guarded: Clinic) -> None:
    smash(guarded)
    (row,) = guarded.executor.fetch(broken_glass, OTHER, 1)
    listed = guarded.rows(lambda s: BrokenGlass().rows(s, OTHER, None, date(2026, 3, 10)))  # type: ignore[arg-type]
    assert [one.task for one in listed] == [f"glass-{row.id}"]
    look = ReviewGlass(glass_id=row.id, version=row.version, finding="Called about a visit: in order")
    with pytest.raises(ClinicError, match="Somebody else"):
        guarded.do(review_glass, look)
    guarded.do(review_glass, look, OTHER)
    assert guarded.rows(lambda s: s.get_one(GlassBreak, row.id)).reviewed_by_name == "Ben Cole"
    assert guarded.rows(lambda s: BrokenGlass().rows(s, OTHER, None, date(2026, 3, 10))) == ()  # type: ignore[arg-type]


def test_a_restriction_is_set_and_lifted_with_a_reason(clinic: Clinic) -> None:
    command = Restrict(patient_id=2, version=1, restriction=Restriction.SAFETY)
    with pytest.raises(ReasonNeeded):
        clinic.do(restrict, command)
    made = clinic.do(restrict, replace(command, reason="asked by the patient"))
    with pytest.raises(GlassNeeded):
        clinic.executor.fetch(summary, ANYONE, 2)
    lift = Restrict(patient_id=2, version=made.version, restriction=Restriction.NONE, reason="it is over")
    clinic.do(restrict, lift)
    assert clinic.executor.fetch(summary, ANYONE, 2).glass_until is None
