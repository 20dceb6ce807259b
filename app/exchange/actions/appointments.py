"""Taking a batch of another system's visits: planned ones with their time, past ones with what became of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import Busy
from app.core.sessions import WriteSession
from app.exchange.actions.batches import ImportAppointments, check_source, keep, located
from app.exchange.queries.visits import GHOSTLY, IMPORTED, PlacedVisit, place_of, sort_visits
from app.exchange.rules.values import Counts, Kind, Options
from app.exchange.rules.visits import Outcome
from app.patients.actions.records import write_keys
from app.patients.rules.codes import KeyKind
from app.patients.rules.folding import id_key
from app.schedule.actions.booking import lock_practitioners
from app.schedule.rules import AppointmentStatus, Resource, VisitKind
from app.schedule.tables import TAKEN, Appointment, Occupancy, VisitType
from app.staff.tables import Practitioner, PractitionerLocation
from app.visits.rules import EncounterStatus
from app.visits.tables import Encounter

STATUS = {
    Outcome.BOOKED: AppointmentStatus.BOOKED,
    Outcome.ATTENDED: AppointmentStatus.FULFILLED,
    Outcome.CANCELLED: AppointmentStatus.CANCELLED,
    Outcome.MISSED: AppointmentStatus.NOSHOW,
}


@action(
    Permission.IMPORT,
    says="Imported visits: {created} new, {known} already here, {refused} refused",
    located=located,
    sealed=True,
)
def import_appointments_batch(session: WriteSession, actor: Actor, command: ImportAppointments) -> Counts:
    """Create the visits of a batch. Who or what is taken at a visit's time: that row is refused and named, no other.

    Raises Busy when a desk books one of these times at the same moment; the runner then looks again.
    """
    check_source(command.options)
    practitioner_id = _practitioner(session, command.options)
    place = place_of(session, command.options)
    lock_practitioners(session, *place.lanes)
    found = sort_visits(session, command.rows, command.options, command.order, session.now)
    lengths = {one.draft.minutes for one in found.visits if not one.visit_type_id}
    types = {minutes: _visit_type(session, minutes) for minutes in sorted(lengths)}
    visits = [
        replace(
            one,
            practitioner_id=one.practitioner_id or practitioner_id,
            visit_type_id=one.visit_type_id or types[one.draft.minutes],
        )
        for one in found.visits
    ]
    if visits:
        _write(session, actor, command.options, place.location.zone, visits)
    return keep(session, actor, command, Kind.APPOINTMENTS, len(visits), found.issues)


def _practitioner(session: WriteSession, options: Options) -> int:
    """Who stands for people the file does not name; made at the first import, with room for what it brings."""
    found = session.scalar(select(Practitioner).where(Practitioner.family == IMPORTED, Practitioner.given == ""))
    if found is None:
        found = Practitioner(family=IMPORTED, lanes=options.lanes)
        session.add(found)
        session.flush()
    found.lanes = max(found.lanes, options.lanes)
    if session.get(PractitionerLocation, (found.id, options.location_id)) is None:
        session.add(PractitionerLocation(practitioner_id=found.id, location_id=options.location_id))
    session.flush()
    return found.id


def _visit_type(session: WriteSession, minutes: int) -> int:
    """A visit type of a length that no follow-up has."""
    code = f"IMP{minutes}"
    found = session.scalar(select(VisitType).where(VisitType.code == code))
    if found is None:
        found = VisitType(code=code, name=f"{IMPORTED} {minutes}", kind=VisitKind.FOLLOW_UP, minutes=minutes)
        session.add(found)
        session.flush()
    return found.id


def _write(session: WriteSession, actor: Actor, options: Options, zone: str, visits: Sequence[PlacedVisit]) -> None:
    rows = [_appointment(session, actor, options, zone, one) for one in visits]
    ids = session.scalars(insert(Appointment).returning(Appointment.id, sort_by_parameter_order=True), rows).all()
    note_bulk(session, "appointment")
    pairs = list(zip(ids, visits, strict=True))
    _occupy(session, pairs)
    went = [_encounter(options, own, one) for own, one in pairs if one.draft.outcome is Outcome.ATTENDED]
    if went:
        session.execute(insert(Encounter), went)
        note_bulk(session, "encounter")
    keys = ((one.patient_id, id_key(one.draft.external_id)) for one in visits)
    write_keys(
        session, [{"patient_id": who, "kind": KeyKind.APPOINTMENT.value, "key": key} for who, key in keys if key]
    )


def _occupy(session: WriteSession, pairs: Sequence[tuple[int, PlacedVisit]]) -> None:
    """Take the minutes of every visit that is no ghost. Raises Busy when somebody took one since we looked."""
    rows = [
        {"kind": kind.value, "resource_id": resource, "lane": lane, "starts_at": one.draft.starts_at,
         "ends_at": one.draft.ends_at, "appointment_id": own}
        for own, one in pairs
        if one.draft.outcome not in GHOSTLY
        for kind, resource, lane in (
            (Resource.PRACTITIONER, one.practitioner_id, one.lane),
            (Resource.PATIENT, one.patient_id, 0),
        )
    ]  # fmt: skip
    if not rows:
        return
    try:
        session.execute(insert(Occupancy), rows)
    except IntegrityError as refusal:
        if TAKEN not in str(refusal.orig):
            raise
        raise Busy("Somebody books at this moment.", next_step="Start the import again; it goes on.") from refusal
    note_bulk(session, "occupancy")


def _appointment(session: WriteSession, actor: Actor, options: Options, zone: str, one: PlacedVisit) -> dict[str, Any]:
    draft = one.draft
    return {
        "location_id": options.location_id,
        "practitioner_id": one.practitioner_id,
        "patient_id": one.patient_id,
        "visit_type_id": one.visit_type_id,
        "status": STATUS[draft.outcome],
        "day": draft.day,
        "wall_start": draft.start,
        "zone": zone,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "minutes": draft.minutes,
        "note": draft.note,
        "created_at": draft.booked_at or session.now,
        "created_by_name": actor.name,
        "cancel_note": draft.cancel_reason if draft.outcome is Outcome.CANCELLED else "",
        "source": options.source if draft.external_id else None,
        "external_id": draft.external_id or None,
        "version": 1,
    }


def _encounter(options: Options, appointment_id: int, one: PlacedVisit) -> dict[str, Any]:
    """What is known of a visit that took place: no clock is invented."""
    times = one.draft.times
    return {
        "appointment_id": appointment_id,
        "patient_id": one.patient_id,
        "location_id": options.location_id,
        "status": EncounterStatus.COMPLETED,
        "arrived_at": times.arrived_at,
        "checked_in_at": times.arrived_at,
        "started_at": times.started_at,
        "completed_at": times.ended_at,
        "checked_out_at": times.ended_at,
        "version": 1,
    }
