"""Everybody of the base as a comparison needs them, page by page, without a record of who was looked at: nobody sees them."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from app.core.sessions import ClinicSession
from app.insurance.rules import CoverageStatus
from app.insurance.tables import Coverage
from app.patients.queries.details import all_details
from app.patients.queries.record import PERSON_FIELDS
from app.patients.rules.codes import ContactSystem
from app.patients.rules.likeness import traits_of_person
from app.patients.rules.matching import Traits
from app.patients.rules.people import Person
from app.patients.tables import Patient

#: people read at once; below the limit of bound values on every engine
PAGE = 500
_PEOPLE = select(Patient.id, *(getattr(Patient, name) for name in PERSON_FIELDS)).where(
    Patient.merged_into_id.is_(None)
)


def page_after(session: ClinicSession, patient_id: int) -> list[tuple[int, Person, Traits]]:
    """The next people behind an id, as many as a page holds; nobody at the end."""
    return _ready(session, session.execute(_PEOPLE.where(Patient.id > patient_id).order_by(Patient.id).limit(PAGE)))


def people_of(session: ClinicSession, ids: Iterable[int]) -> dict[int, tuple[Person, Traits]]:
    """These people, without those who were merged or are not there."""
    wanted = sorted(set(ids))
    found: dict[int, tuple[Person, Traits]] = {}
    for at in range(0, len(wanted), PAGE):
        rows = session.execute(_PEOPLE.where(Patient.id.in_(wanted[at : at + PAGE])))
        found.update((patient_id, (person, traits)) for patient_id, person, traits in _ready(session, rows))
    return found


def _ready(session: ClinicSession, rows: Iterable[Any]) -> list[tuple[int, Person, Traits]]:
    people = [(row[0], Person(**dict(zip(PERSON_FIELDS, row[1:], strict=True)))) for row in rows]
    ids = [patient_id for patient_id, _person in people]
    details, members = all_details(session, ids), dict(_members(session, ids))
    made = []
    for patient_id, person in people:
        held = details[patient_id]
        phones = tuple(one.value for one in held.telecoms if one.system is ContactSystem.PHONE)
        traits = traits_of_person(person, held.names, member_id=members.get(patient_id, ""), more=phones)
        made.append((patient_id, person, traits))
    return made


def _members(session: ClinicSession, ids: list[int]) -> Iterator[tuple[int, str]]:
    """The member number of each one's first plan."""
    ask = select(Coverage.patient_id, Coverage.member_id).where(
        Coverage.patient_id.in_(ids), Coverage.status == CoverageStatus.ACTIVE, Coverage.member_id != ""
    )
    yield from ((row.patient_id, row.member_id) for row in session.execute(ask.order_by(Coverage.rank.desc())))
