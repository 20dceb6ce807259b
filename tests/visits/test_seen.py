"""Opening the check-in panel is kept in the journal, its reloads are not."""

from datetime import time

from pytestqt.qtbot import QtBot

from app.core.journal import JournalEntry
from app.core.ports import Ports
from app.runner.bridge import Runner
from app.schedule.actions import BookAppointment, book
from app.visits.queries import board_row
from app.visits.viewmodel.panels import CheckInModel
from tests.support.clinic import ANYONE, Clinic


def test_the_first_look_into_the_panel_is_kept(desk: Clinic, qtbot: QtBot) -> None:
    made = desk.do(
        book,
        BookAppointment(patient_id=1, practitioner_id=1, location_id=1, visit_type_id=2, day=desk.day, start=time(11)),
    )
    runner = Runner(desk.executor, inline=True)
    runner.actor = ANYONE
    row = desk.executor.fetch(board_row, ANYONE, made.appointment_id)
    model = CheckInModel(runner, Ports(), row)
    for _ in range(3):
        model.load()
    runner.write_reads()
    found = desk.rows(lambda s: s.query(JournalEntry).filter_by(kind="read", patient_id=1).all())
    assert [entry.action for entry in found] == ["checklists.visit_checklist"]
    runner.close()
