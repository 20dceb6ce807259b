"""A caller is known by a second thing about the patient, or the record is opened without it, with a reason."""

from dataclasses import dataclass, field

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import HIDDEN_FIELD, Command
from app.patients.queries.details import details_of
from app.patients.queries.reach import clinic_day
from app.patients.queries.record import live_patient
from app.patients.rules.caller import Identifier, KnownPerson, second_identifier, told
from app.patients.rules.codes import ContactSystem
from app.patients.tables import Patient


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowCaller(Command):
    """Compare what a caller says with a record. `typed`: the search that led there. Neither is written down.

    With `unknown` the record is opened although nothing fits; why stands in `reason`.
    """

    patient_id: int
    typed: str = field(default="", metadata=HIDDEN_FIELD)
    said: str = field(default="", metadata=HIDDEN_FIELD)
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Caller:
    """Whether the record may be opened, and what the caller was known by."""

    patient_id: int
    ok: bool
    known_by: Identifier | None = None
    outcome: str = ""


@action(Permission.SEARCH_PATIENT, says="{outcome}")
def know_caller(session: WriteSession, actor: Actor, command: KnowCaller) -> Caller:
    """Compare; nothing of the record is in the answer. Raises NotFound, and ReasonNeeded where nobody says why."""
    patient = live_patient(session, command.patient_id)
    if command.unknown:
        if len(command.reason.strip()) < 3:
            raise ReasonNeeded("Say why the record opens.", field="reason", next_step="Write it in a few words.")
        return Caller(patient.id, ok=True, outcome=told(None, command.reason))
    today = clinic_day(session, patient.home_location_id)
    found = second_identifier(_known(session, patient), command.typed, command.said, today)
    return Caller(patient.id, found is not None, found, told(found, ""))


def _known(session: WriteSession, patient: Patient) -> KnownPerson:
    more = [one.value for one in details_of(session, patient.id).telecoms if one.system is ContactSystem.PHONE]
    return KnownPerson(
        patient.birth_date, (patient.phone, patient.other_phone, *more), patient.address_line, patient.mrn
    )
