"""Commands of import and export."""

from uuid import uuid4

from app.exchange.actions.arrivals import ImportAdt, ImportFhir
from app.exchange.actions.batches import ImportAppointments, ImportPatients, NoteFeed
from app.exchange.actions.columns import SaveColumns
from app.exchange.actions.export import NoteExport
from app.exchange.actions.giving import GiveRecord
from app.exchange.rules.feeds import Incoming
from app.exchange.rules.hl7 import Deed, Subject
from app.exchange.rules.records import HumanName, Identifier, PatientRecord
from app.exchange.rules.values import Counts, DateOrder, Issue, Kind, Level, Options, Row
from app.privacy.rules import Purpose
from tests.registry.cases import Case, Reach, add
from tests.registry.world import HERE, World

OPTIONS = Options(location_id=HERE, source="old system")


def _people(world: World) -> ImportPatients:
    number = world.next()
    row = Row(2, {"external_id": f"X{number}", "family": f"Import{number}", "given": "Ida", "birth_date": "1970-03-04"})
    return ImportPatients(
        location_id=HERE, plan=f"plan{number}", attempt=1, number=0, last=True, file_name="people.csv",
        options=OPTIONS, order=DateOrder.UNCLEAR, rows=(row,),
    )  # fmt: skip


def _visits(world: World) -> ImportAppointments:
    number = world.next()
    row = Row(2, {"external_id": f"V{number}", "patient_external_id": "nobody", "day": "2026-03-09", "time": "09:00"})
    return ImportAppointments(
        location_id=HERE, plan=f"plan{number}", attempt=1, number=0, last=True, file_name="visits.csv",
        options=OPTIONS, order=DateOrder.UNCLEAR, rows=(row,),
    )  # fmt: skip


def incoming(world: World) -> Incoming:
    """A message about somebody new."""
    number = world.next()
    name, own = (
        HumanName(family=f"Arriving{number}", given=("Ida",)),
        Identifier(value=f"E{number}", system="EHR", type="MR"),
    )
    record = PatientRecord(identifiers=(own,), names=(name,), birth_date="1970-03-04", gender="female")
    return Incoming(
        id=uuid4(), row=1, text=f"77{number}", event="A04", deed=Deed.REGISTER, subjects=(Subject(record=record),),
        digest=f"digest{number}", sent_at="20260310100000",
    )  # fmt: skip


def _feed(world: World) -> NoteFeed:
    issue = Issue(1, Level.FLAGGED, "PID-7", "771", "The birth date is no day of the calendar.")
    return NoteFeed(
        location_id=HERE, plan=f"plan{world.next()}", attempt=1, number=0, last=True, file_name="feed.hl7", kind=Kind.HL7,
        options=OPTIONS, counts=Counts(rows=1, created=1, flagged=1), issues=(issue,),
    )  # fmt: skip


add(
    {
        "exchange.import_patients_batch": Case(lambda w, _: _people(w)),
        "exchange.import_appointments_batch": Case(lambda w, _: _visits(w)),
        "exchange.import_adt": Case(
            lambda w, _: ImportAdt(location_id=HERE, options=OPTIONS, run="run:1", incoming=incoming(w))
        ),
        "exchange.import_fhir": Case(
            lambda w, _: ImportFhir(location_id=HERE, options=OPTIONS, run="run:1", incoming=incoming(w))
        ),
        "exchange.note_feed": Case(lambda w, _: _feed(w)),
        "exchange.save_columns": Case(
            lambda w, _: SaveColumns(
                kind=Kind.PATIENTS, header=("Last", f"First{w.next()}"), columns={"Last": "family"}
            ),
            Reach.GROUP,
        ),
        "exchange.give_record": Case(
            lambda w, _: GiveRecord(mrn=w.patient().mrn, recipient="Dr. Vang", purpose=Purpose.CARE), always_reason=True
        ),
        "exchange.note_export": Case(lambda _w, _: NoteExport(location_id=HERE), always_reason=True),
    }
)
