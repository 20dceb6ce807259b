"""A payer's leave for so many visits: written down, corrected, ended."""

from dataclasses import dataclass
from datetime import date

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.core.values import Command
from app.documents.queries import patient_in_reach
from app.insurance.actions.plans import check_billing, check_version
from app.insurance.rules import AuthorizationStatus, check_authorization
from app.insurance.tables import Authorization, Coverage, Payer
from app.patients.rules.writing import clean

_EDIT = Permission.EDIT_PATIENT


@dataclass(frozen=True, slots=True)
class AuthorizationKey:
    """The authorization after a change."""

    authorization_id: int
    version: int
    patient_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAuthorization(Command):
    """A payer's leave. `reserved` of its visits are kept back from booking; `asked`: it is asked for and not given yet."""

    patient_id: int
    payer_id: int
    visits: int
    starts_on: date
    ends_on: date
    reserved: int = 0
    number: str = ""
    note: str = ""
    coverage_id: int | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAuthorization(Command):
    """An authorization corrected: every field as it shall be."""

    authorization_id: int
    version: int
    payer_id: int
    visits: int
    starts_on: date
    ends_on: date
    reserved: int = 0
    number: str = ""
    note: str = ""
    coverage_id: int | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAuthorization(Command):
    """The last day of an authorization; `mistake` says that it never was given."""

    authorization_id: int
    version: int
    ends_on: date | None = None
    mistake: bool = False


@action(_EDIT, says="Added an authorization of {visits} visits")
def add_authorization(session: WriteSession, actor: Actor, command: AddAuthorization) -> AuthorizationKey:
    """Add an authorization. Raises ClinicError at the field that does not fit, ReasonNeeded for a patient of elsewhere."""
    check_billing(actor)
    patient_in_reach(session, actor, _EDIT, command.patient_id, command.reason)
    made = Authorization(patient_id=command.patient_id)
    _fill(session, made, command)
    session.add(made)
    return _kept(session, made)


@action(_EDIT, says="Changed an authorization to {visits} visits")
def update_authorization(session: WriteSession, actor: Actor, command: UpdateAuthorization) -> AuthorizationKey:
    """Correct an authorization. Raises NotFound, Stale, ClinicError at the field that does not fit."""
    found = _standing(session, actor, command)
    _fill(session, found, command)
    return _kept(session, found)


@action(_EDIT, says="Ended an authorization")
def end_authorization(session: WriteSession, actor: Actor, command: EndAuthorization) -> AuthorizationKey:
    """End an authorization on a day, or take it back as a mistake. Raises NotFound, Stale, ClinicError at `ends_on`."""
    found = _standing(session, actor, command)
    if command.mistake:
        found.status = AuthorizationStatus.ENTERED_IN_ERROR
    elif command.ends_on is None:
        raise ClinicError("The last day is needed.", field="ends_on", next_step="Type the date.")
    else:
        check_authorization(found.visits, found.reserved, found.starts_on, command.ends_on)
        found.ends_on = command.ends_on
    return _kept(session, found)


def _standing(session: WriteSession, actor: Actor, command: UpdateAuthorization | EndAuthorization) -> Authorization:
    check_billing(actor)
    found = session.get(Authorization, command.authorization_id, with_for_update=True)
    if found is None or found.status is AuthorizationStatus.ENTERED_IN_ERROR:
        raise NotFound("There is no such authorization.", next_step="Look at the patient's record again.")
    patient_in_reach(session, actor, _EDIT, found.patient_id, command.reason)
    check_version(found.version, command.version)
    return found


def _fill(session: WriteSession, row: Authorization, command: AddAuthorization | UpdateAuthorization) -> None:
    check_authorization(command.visits, command.reserved, command.starts_on, command.ends_on)
    if session.get(Payer, command.payer_id) is None:
        raise ClinicError("There is no such payer.", field="payer", next_step="Choose one from the list.")
    plan = session.get(Coverage, command.coverage_id) if command.coverage_id is not None else None
    if command.coverage_id is not None and (plan is None or plan.patient_id != row.patient_id):
        raise ClinicError("This patient has no such plan.", field="payer", next_step="Choose one from the list.")
    row.payer_id, row.coverage_id = command.payer_id, command.coverage_id
    row.visits, row.reserved = command.visits, command.reserved
    row.starts_on, row.ends_on = command.starts_on, command.ends_on
    row.number = clean(command.number, "number", 60)
    row.note = clean(command.note, "note", 200)
    row.status = AuthorizationStatus.DRAFT if command.asked else AuthorizationStatus.ACTIVE


def _kept(session: WriteSession, row: Authorization) -> AuthorizationKey:
    session.flush()
    return AuthorizationKey(row.id, row.version, row.patient_id)
