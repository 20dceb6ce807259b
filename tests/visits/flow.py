"""Short ways to a visit in a given state, for the tests of the flow."""

import io
from dataclasses import replace
from datetime import date, time
from uuid import UUID

from PIL import Image

from app.checklists.queries import checklist_of
from app.core.access import Actor, Grant, Permission, Scope
from app.documents.actions import AttachDocument, attach_document
from app.documents.rules import DocumentKind
from app.payments.rules import Method, Part
from app.schedule.actions import BookAppointment, book
from app.visits.actions import Arrive, BoardKey, CheckIn, EndVisit, StartVisit, arrive, check_in, end_visit, start_visit
from app.visits.queries import board
from app.visits.rules import BoardRow
from tests.support.clinic import ANYONE, Clinic

OWN = Grant(scope=Scope.OWN)
#: a clerk of the first location
CLERK = replace(ANYONE, user_id=2, name="Ben Ito", locations=frozenset({1}), grants=dict.fromkeys(Permission, OWN))
#: a clerk of the second one
ELSEWHERE = replace(CLERK, user_id=3, name="Eva Roth", locations=frozenset({2}))
NOBODY = replace(CLERK, user_id=4, name="Nil Ohne", grants={})
CARD = (Part(Method.CARD, 2500, "4242"),)
ALL_PAPERS = tuple(DocumentKind)


def picture(width: int = 8, height: int = 8, kind: str = "PNG") -> bytes:
    """A small real picture."""
    held = io.BytesIO()
    Image.new("L", (width, height)).save(held, kind)
    return held.getvalue()


def without(*missing: Permission) -> Actor:
    """A clerk who may do everything but this."""
    return replace(CLERK, user_id=9, grants={one: OWN for one in Permission if one not in missing})


def booked(
    clinic: Clinic, start: time = time(10, 15), patient_id: int = 1, day: date | None = None, **more: int
) -> int:
    """A booked visit with the first practitioner; its id."""
    command = BookAppointment(
        patient_id=patient_id,
        practitioner_id=more.get("practitioner_id", 1),
        location_id=1,
        visit_type_id=more.get("visit_type_id", 2),
        day=day or clinic.day,
        start=start,
        minutes=more.get("minutes", 30),
    )
    return clinic.do(book, command).appointment_id


def row(clinic: Clinic, appointment_id: int) -> BoardRow:
    """The visit as the board shows it."""
    rows = clinic.executor.fetch(board, ANYONE, None, clinic.day)
    return next(one for one in rows if one.appointment_id == appointment_id)


def papers(clinic: Clinic, patient_id: int = 1, kinds: tuple[DocumentKind, ...] = ALL_PAPERS) -> None:
    """Every paper a visit could ask for."""
    for kind in kinds:
        command = AttachDocument(patient_id=patient_id, location_id=1, kind=kind, data=picture(), file_name="scan.png")
        clinic.do(attach_document, command)


def open_papers(clinic: Clinic, appointment_id: int) -> tuple[str, ...]:
    """The codes of what is open, and "coverage" when nobody knows who pays."""
    found = clinic.rows(lambda session: checklist_of(session, appointment_id))
    assert found is not None
    extra = ("coverage",) if found.payer_kind is None else ()
    return extra + tuple(item.code for item in found.items if item.is_open)


def arrived(clinic: Clinic, appointment_id: int, command_id: UUID | None = None) -> BoardKey:
    command = Arrive(appointment_id=appointment_id, version=row(clinic, appointment_id).version)
    return clinic.do(arrive, replace(command, id=command_id) if command_id else command)


def checked_in(clinic: Clinic, appointment_id: int, parts: tuple[Part, ...] = ()) -> BoardKey:
    key = arrived(clinic, appointment_id)
    accepted = open_papers(clinic, appointment_id)
    command = CheckIn(appointment_id=appointment_id, version=key.version, accepted_missing=accepted, parts=parts)
    return clinic.do(check_in, command)


def in_room(clinic: Clinic, appointment_id: int, parts: tuple[Part, ...] = ()) -> BoardKey:
    key = checked_in(clinic, appointment_id, parts)
    return clinic.do(start_visit, StartVisit(appointment_id=appointment_id, version=key.version, room="3"))


def to_check_out(clinic: Clinic, appointment_id: int, parts: tuple[Part, ...] = ()) -> BoardKey:
    key = in_room(clinic, appointment_id, parts)
    return clinic.do(end_visit, EndVisit(appointment_id=appointment_id, version=key.version))
