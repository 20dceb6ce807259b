"""People who act in the tests of this room, and a short way to register."""

from dataclasses import replace

from app.core.access import Grant, Permission, Scope
from app.core.values import canonical
from app.patients.actions.register import PatientRow, RegisterPatient, register_patient
from app.patients.rules.matching import usual_weights
from app.patients.rules.people import Person
from app.patients.tables.record import MatchModel
from tests.support.clinic import ANYONE, Clinic

OWN = Grant(scope=Scope.OWN)
#: a clerk of the first location
CLERK = replace(ANYONE, user_id=2, name="Ben Ito", locations=frozenset({1}), grants=dict.fromkeys(Permission, OWN))
#: may look at masked records alone
READER = replace(
    CLERK,
    user_id=3,
    grants={Permission.SEARCH_PATIENT: OWN, Permission.VIEW_PATIENT: Grant(scope=Scope.OWN, masked=True)},
)
NOBODY = replace(CLERK, user_id=4, grants={})


def register(clinic: Clinic, family: str, given: str = "", **fields: object) -> PatientRow:
    """Register somebody at the first location."""
    person = replace(Person(family=family, given=given, home_location_id=1), **fields)  # type: ignore[arg-type]
    return clinic.do(register_patient, RegisterPatient(person=person))


def learns(clinic: Clinic, **changes: float) -> None:
    """The clinic's own records taught these weights, but for some values the usual ones."""
    weights = canonical(replace(usual_weights(), **changes).plain())  # type: ignore[arg-type]
    clinic.add(MatchModel(learnt_at=clinic.database.clock.now(), pairs=1, weights=weights))
