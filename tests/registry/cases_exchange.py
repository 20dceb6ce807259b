"""Commands of import and export."""

from app.exchange.actions.batches import ImportAppointments, ImportPatients
from app.exchange.actions.columns import SaveColumns
from app.exchange.actions.export import NoteExport
from app.exchange.rules.values import DateOrder, Kind, Options, Row
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


add(
    {
        "exchange.import_patients_batch": Case(lambda w, _: _people(w)),
        "exchange.import_appointments_batch": Case(lambda w, _: _visits(w)),
        "exchange.save_columns": Case(
            lambda w, _: SaveColumns(
                kind=Kind.PATIENTS, header=("Last", f"First{w.next()}"), columns={"Last": "family"}
            ),
            Reach.GROUP,
        ),
        "exchange.note_export": Case(lambda _w, _: NoteExport(location_id=HERE), always_reason=True),
    }
)
