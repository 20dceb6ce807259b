"""Taking a batch of another system's patients."""

from dataclasses import replace
from typing import Any

from sqlalchemy import insert

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.clock import local_day
from app.core.sessions import WriteSession
from app.exchange.actions.batches import ImportPatients, check_source, keep, located
from app.exchange.queries.people import sort_patients
from app.exchange.rules.people import PatientDraft
from app.exchange.rules.values import Counts, Kind
from app.patients.actions.records import (
    change_patient_row,
    name_rows,
    next_mrns,
    patient_values,
    search_rows,
    write_keys,
    write_names,
)
from app.patients.queries.details import details_of
from app.patients.queries.record import person_of
from app.patients.tables import Patient
from app.staff.tables import Location


@action(
    Permission.IMPORT,
    says="Imported patients: {created} new, {changed} completed, {known} already here, {refused} refused",
    located=located,
    sealed=True,
)
def import_patients_batch(session: WriteSession, actor: Actor, command: ImportPatients) -> Counts:
    """Create the patients of a batch who are not here yet, complete those who are; what is not taken is kept with its sentence."""
    check_source(command.options)
    location = session.get_one(Location, command.location_id)
    today = local_day(session.now, location.zone)
    found = sort_patients(session, command.rows, command.options, command.order, today)
    if found.drafts:
        _write(session, found.drafts)
    for addition in found.additions:
        patient = session.get_one(Patient, addition.patient_id)
        person = replace(person_of(patient), **addition.values)  # type: ignore[arg-type]
        change_patient_row(session, patient, person, details_of(session, patient.id))
    return keep(session, actor, command, Kind.PATIENTS, len(found.drafts), found.issues, len(found.additions))


def _write(session: WriteSession, drafts: list[PatientDraft]) -> None:
    numbers = next_mrns(session, len(drafts))
    rows: list[dict[str, Any]] = [
        {**patient_values(draft.person, str(number), session.now), "deceased_on": draft.deceased_on, "version": 1}
        for number, draft in zip(numbers, drafts, strict=True)
    ]
    ids = session.scalars(insert(Patient).returning(Patient.id, sort_by_parameter_order=True), rows).all()
    note_bulk(session, "patient")
    taken = [(one, draft.person) for one, draft in zip(ids, drafts, strict=True)]
    write_keys(session, (row for one, person in taken for row in search_rows(one, person)))
    write_names(session, (row for one, person in taken for row in name_rows(one, person)))
