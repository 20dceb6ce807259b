"""Showing the number of a proof of identity: an action, because the journal keeps each time at once."""

from dataclasses import dataclass

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.errors import NotFound
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.queries.details import details_of
from app.patients.queries.glass import check_glass
from app.patients.queries.reach import is_elsewhere
from app.patients.queries.record import elsewhere_needs_reason, live_patient


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealIdentity(Command):
    """Show the number of the licence or other proof of identity that stands."""

    patient_id: int


@dataclass(frozen=True, slots=True)
class Revealed:
    """The number; empty when the same command comes a second time, since it is never kept."""

    patient_id: int = 0
    number: str = ""


@action(Permission.VIEW_IDENTITY, says="Looked at the number of the proof of identity", sealed=True)
def reveal_identity(session: WriteSession, actor: Actor, command: RevealIdentity) -> Revealed:
    """The number in clear. Raises Refused where the role sees it masked, NotFound, ReasonNeeded, GlassNeeded."""
    grant = actor.grant(Permission.VIEW_IDENTITY)
    if grant is None or grant.masked:
        raise refusal(Permission.VIEW_IDENTITY)
    patient = live_patient(session, command.patient_id)
    away = is_elsewhere(actor, Permission.VIEW_IDENTITY, patient.home_location_id)
    if away and not command.reason.strip():
        raise elsewhere_needs_reason()
    check_glass(session, actor, patient)
    identity = details_of(session, patient.id).identity
    if identity is None or not identity.number:
        raise NotFound("No number is kept.")
    return Revealed(patient.id, identity.number)
