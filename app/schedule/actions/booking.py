"""Taking and giving back time: what every action that touches a visit's minutes goes through, upper rooms too.

The database refuses two rows of one resource and lane that overlap. Here its refusal becomes a sentence, and a free lane
is chosen so that it is seldom met.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from app.core.changes import note_bulk
from app.core.errors import Clash
from app.core.rows import change_row
from app.core.sessions import WriteSession
from app.patients.tables import Patient
from app.schedule.actions.attendance import void_marks
from app.schedule.actions.checks import Seating, allow_override, seating_back
from app.schedule.actions.freed import close_holes, fill_holes, leave_hole, open_again
from app.schedule.actions.refusals import OVERRIDABLE, elsewhere, no_seat, taken
from app.schedule.actions.slots import Slot, clock_words, lock_practitioners, practitioner_at, slot_of, times
from app.schedule.queries.facts import Facts, facts_of
from app.schedule.rules import GHOSTS, AppointmentStatus, FreedBy, Resource, Span
from app.schedule.tables import TAKEN, Appointment, Occupancy, VisitType

Row = dict[str, object]
_TAKE = insert(Occupancy.__table__)  # type: ignore[arg-type]


def occupy(session: WriteSession, visit: Appointment) -> int:
    """Take the minutes of a visit that comes back; returns the lane. Hold its practitioner before.

    Flushes. Raises Clash with a sentence that names nothing about anybody else, and the nearest free times: its
    `values` hold the `openings`, its `field` is start or patient.
    """
    session.flush()
    slot, kind = slot_of(session, visit), session.get_one(VisitType, visit.visit_type_id)
    patient = session.get_one(Patient, visit.patient_id)
    facts = facts_of(session, slot.location, slot.who, kind, patient, visit.day, visit.day, was=visit)
    seating = seating_back(session, facts, slot)
    hold(session, facts, slot, visit.id, seating)
    change_row(session, visit, room_id=seating.room_id, equipment_id=seating.equipment_id)
    return seating.lane


def hold(session: WriteSession, facts: Facts, slot: Slot, appointment_id: int, seating: Seating) -> None:
    """Take the minutes where they were found free, and fill the holes there. Raises Clash when the database refuses."""
    rows = _rows(slot, appointment_id, seating)
    if not _insert(session, *rows.values()):
        raise _lost(session, facts, slot, rows)
    _held(session, facts, slot, appointment_id)


@dataclass(frozen=True, slots=True)
class Holding:
    """A visit that was placed and whose minutes are still to be taken."""

    facts: Facts
    slot: Slot
    appointment_id: int
    seating: Seating


def hold_all(session: WriteSession, visits: Sequence[Holding]) -> None:
    """Take the minutes of many visits in one go. Raises Clash for the first that the database refuses."""
    rows = [row for one in visits for row in _rows(one.slot, one.appointment_id, one.seating).values()]
    if rows and not _insert(session, *rows):
        for one in visits:  # which of them it was is found one after the other
            hold(session, one.facts, one.slot, one.appointment_id, one.seating)
        return
    for one in visits:
        _held(session, one.facts, one.slot, one.appointment_id)


def _rows(slot: Slot, appointment_id: int, seating: Seating) -> dict[Resource, Row]:
    held: Row = {"starts_at": slot.begin, "ends_at": slot.end, "appointment_id": appointment_id}
    rows = {
        Resource.PATIENT: held | {"kind": Resource.PATIENT.value, "resource_id": slot.patient_id, "lane": 0},
        Resource.PRACTITIONER: held
        | {"kind": Resource.PRACTITIONER.value, "resource_id": slot.who.id, "lane": seating.lane},
    }
    for resource, seat in seating.seats.items():
        rows[resource] = held | {"kind": resource.value, "resource_id": seat.room_id, "lane": seat.lane}
    return rows


def _held(session: WriteSession, facts: Facts, slot: Slot, appointment_id: int) -> None:
    note_bulk(session, "occupancy", str(appointment_id))
    fill_holes(session, appointment_id, facts.holes, slot.begin, slot.end)


def _lost(session: WriteSession, facts: Facts, slot: Slot, rows: Mapping[Resource, Row]) -> Clash:
    """Which of the rows the database refused, as a sentence; one that came between our look and our write."""
    refused = next((resource for resource, row in rows.items() if not _insert(session, row)), Resource.PRACTITIONER)
    if refused is Resource.PATIENT:
        return elsewhere(session, facts, slot)
    if refused is Resource.PRACTITIONER:
        return taken(session, facts, slot)
    return no_seat(session, facts, slot, refused)


def _insert(session: WriteSession, *rows: Row) -> bool:
    """Whether the database took all the rows; inside a savepoint, so that a refusal leaves the transaction whole."""
    session.flush()
    try:
        with session.wire.begin_nested():
            session.wire.execute(_TAKE, list(rows))
    except IntegrityError as refusal:
        if TAKEN not in str(refusal.orig):
            raise
        return False
    return True


def release(session: WriteSession, visit: Appointment, freed_by: FreedBy | None) -> None:
    """Give back everything a visit holds, and leave the hole; nothing happens when it holds nothing.

    None: the one who calls knows what is left of its time (`leave_hole`), or nothing is meant to be filled.
    """
    session.flush()
    session.execute(delete(Occupancy).where(Occupancy.appointment_id == visit.id))
    note_bulk(session, "occupancy", str(visit.id))
    if freed_by is not FreedBy.NO_SHOW:
        open_again(session, visit.id)
    if freed_by is not None:
        leave_hole(session, visit, freed_by, Span.of(visit.starts_at, visit.ends_at), visit.practitioner_id)


def set_status(session: WriteSession, appointment: Appointment, status: AppointmentStatus, **more: object) -> None:
    """Give a visit another status, and `more` of its columns with it.

    A ghost frees its minutes and leaves a hole; a ghost that comes back takes them again, or raises Clash.
    """
    was_ghost, is_ghost = appointment.status in GHOSTS, status in GHOSTS
    change_row(session, appointment, status=status, **more)
    if is_ghost and not was_ghost:
        release(session, appointment, FreedBy.NO_SHOW if status is AppointmentStatus.NOSHOW else FreedBy.CANCEL)
    elif was_ghost and not is_ghost:
        lock_practitioners(session, appointment.practitioner_id)
        close_holes(session, appointment)
        occupy(session, appointment)
        void_marks(session, appointment.id)


__all__ = [
    "OVERRIDABLE",
    "Slot",
    "allow_override",
    "clock_words",
    "hold",
    "lock_practitioners",
    "occupy",
    "practitioner_at",
    "release",
    "set_status",
    "slot_of",
    "times",
]
