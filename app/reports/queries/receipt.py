"""A receipt as it is printed: what was asked for, what was paid, and the visits that come next."""

from datetime import datetime

from sqlalchemy import Row, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local
from app.core.sessions import ReadSession
from app.core.text import language, tr
from app.payments import queries as money
from app.payments.rules import Method, Part, method_label
from app.reports.rules.values import Line, NextVisit, Receipt
from app.schedule.queries import next_visits
from app.schedule.tables import Appointment, VisitType
from app.staff.tables import Location, Practitioner

#: booked visits that are looked up; the paper shows the first and counts the rest
MOST_VISITS = 12


@query(Permission.TAKE_PAYMENT)
def receipt(session: ReadSession, actor: Actor, payment_id: int, copy: int = 0, clinic: str = "") -> Receipt:
    """One receipt; `copy` is 0 for the first print. Raises NotFound, also for a location that is not the actor's."""
    paid = money.receipt(session, actor, payment_id)
    place = session.get_one(Location, paid.location_id)
    visit = _visit(session, paid.appointment_id) if paid.appointment_id is not None else None
    due, before = _asked(session, actor, paid)
    kind = visit.name if visit else ""
    return Receipt(
        clinic=clinic or place.name,
        location=place.name if clinic else "",
        address=address_of(place),
        phone=place.phone,
        number=paid.number,
        issued_at=_wall(paid.taken_at, place.zone),
        patient=paid.patient,
        mrn=paid.mrn,
        visit_at=_wall(visit.starts_at, visit.zone) if visit else None,
        charges=_charges(due, paid.total_cents, kind),
        payments=(*before, *(Line(_way(part), part.cents) for part in paid.parts)),
        taken_by=paid.taken_by_name,
        check=paid.check,
        copy=copy,
        void=paid.void_reason if paid.voided_at else "",
        next_visits=_next(session, actor, paid.patient_id),
        change_rule=_change_rule(place.phone),
        questions=tr("Questions about this receipt? Call {phone}.", phone=place.phone) if place.phone else "",
        language="es-US" if language() == "es" else "en-US",
    )


def _visit(session: ReadSession, appointment_id: int) -> Row[datetime, str, str]:
    wanted = select(Appointment.starts_at, Appointment.zone, VisitType.name)
    wanted = wanted.join(VisitType, VisitType.id == Appointment.visit_type_id).where(Appointment.id == appointment_id)
    return session.execute(wanted).one()


def _asked(session: ReadSession, actor: Actor, paid: money.ReceiptRow) -> tuple[int, list[Line]]:
    """What the visit owed in cents, and what earlier receipts paid of it."""
    owed = money.visit_money(session, actor, paid.appointment_id) if paid.appointment_id is not None else None
    if owed is None:
        return 0, []
    earlier = [row for row in owed.receipts if row.number < paid.number and row.voided_at is None]
    lines = [Line(tr("Paid before, receipt {number}", number=f"{row.number:,}"), row.total_cents) for row in earlier]
    return owed.due_cents, lines


def _charges(due_cents: int, total_cents: int, kind: str) -> tuple[Line, ...]:
    """What was asked for; money without a visit that owes goes to the balance."""
    if not due_cents:
        return (Line(tr("Toward your balance"), total_cents),)
    return (Line(tr("Co-pay, {visit}", visit=kind) if kind else tr("Co-pay"), due_cents),)


def _way(part: Part) -> str:
    if part.reference and part.method in (Method.CARD, Method.HSA):
        return tr("{method} ending in {digits}", method=method_label(part.method), digits=part.reference)
    if part.reference and part.method is Method.CHECK:
        return tr("{method} no. {number}", method=method_label(part.method), number=part.reference)
    return method_label(part.method)


def address_of(place: Location) -> str:
    """Street, town, state and ZIP of a location in one line."""
    town = " ".join(filter(None, (place.state, place.postal_code)))
    return ", ".join(filter(None, (place.address_line, place.city, town)))


def _wall(at: datetime, zone: str) -> datetime:
    return local(at, zone).replace(tzinfo=None)


def _next(session: ReadSession, actor: Actor, patient_id: int) -> tuple[NextVisit, ...]:
    """The patient's booked visits from now on, with whom."""
    if actor.grant(Permission.SEARCH_PATIENT) is None:
        return ()
    rows = next_visits(session, actor, patient_id, MOST_VISITS)
    wanted = select(Practitioner.id, Practitioner.given, Practitioner.family, Practitioner.credential)
    people = {
        who.id: ", ".join(filter(None, (f"{who.given} {who.family}".strip(), who.credential)))
        for who in session.execute(wanted.where(Practitioner.id.in_({row.practitioner_id for row in rows})))
    }
    return tuple(NextVisit(_wall(row.starts_at, row.zone), people[row.practitioner_id]) for row in rows)


def _change_rule(phone: str) -> str:
    if phone:
        return tr("Cannot come? Call {phone} a day before, so that somebody else can have the time.", phone=phone)
    return tr("Cannot come? Call us a day before, so that somebody else can have the time.")
