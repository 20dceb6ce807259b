"""What a card beside a visit's box tells more than the box."""

from dataclasses import dataclass

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.patients.queries.details import reach_of
from app.patients.queries.eyes import eyes_of
from app.patients.rules.folding import phone_tail
from app.patients.tables import Patient
from app.schedule.queries.reading import in_reach, read, visits
from app.schedule.queries.rows import AppointmentRow
from app.schedule.tables import Appointment


@dataclass(frozen=True, slots=True)
class VisitCard:
    """A visit, and the phone as the role may see it; `confidential`: they asked to be reached this way alone."""

    visit: AppointmentRow
    phone: str = ""
    confidential: bool = False


@query(Permission.SEARCH_PATIENT, subjects=lambda card: (card.visit.patient_id,))
def visit_card(session: ReadSession, actor: Actor, appointment_id: int) -> VisitCard:
    """The card of one visit. Raises NotFound, also for a visit at a location that is not the actor's."""
    found = read(session, actor, in_reach(actor, visits().where(Appointment.id == appointment_id), None))
    if not found:
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    visit = found[0]
    patient, grant = session.get_one(Patient, visit.patient_id), actor.grant(Permission.VIEW_PATIENT)
    eyes = eyes_of(session, actor)
    if eyes.shaded or eyes.closed(patient.id, patient):
        return VisitCard(visit)
    way = reach_of(session, [patient.id])[patient.id]
    hidden = grant is None or grant.masked or grant.reason
    return VisitCard(visit, phone_tail(way.phone) if hidden else way.phone, way.confidential)
