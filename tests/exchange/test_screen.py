"""The import on screen: choose a file, change a column, take it, keep the report."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.exchange.rules.values import Kind, Options
from app.exchange.view import ImportDialog
from app.exchange.viewmodel import ImportModel
from app.runner.bridge import Runner
from tests.exchange.files import HEADER, people, write
from tests.support.clinic import ANYONE, Clinic


def runner_of(clinic: Clinic) -> Runner:
    runner = Runner(clinic.executor, inline=True)
    runner.actor = ANYONE
    return runner


def test_a_file_is_looked_at_and_taken(desk: Clinic, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = ImportDialog(runner_of(desk), desk.other_location_id)
    qtbot.addWidget(dialog)
    assert dialog.form.location.currentData() == desk.other_location_id
    assert not dialog.take.isEnabled()
    dialog.form.file.setText(str(write(tmp_path, HEADER + "1,Ann Hill,31/02/1990,F,,\n2,,1990-01-01,F,,\n")))
    dialog.look_at_it()
    box = dialog.columns.cellWidget(1, 2)
    assert isinstance(box, QComboBox)
    assert (dialog.columns.rowCount(), box.currentData()) == (6, "full_name")
    assert dialog.sentences.text().splitlines()[0] == "1 rows will be taken in as new."
    assert dialog.issues.rowCount() == 2
    dialog.take.click()
    assert "1 rows were taken in as new." in dialog.sentences.text()
    dialog.model.save_report(tmp_path / "report.csv")
    assert "The report was saved: 2 lines." in dialog.sentences.text()
    runner_close(dialog)


def test_a_column_is_said_by_hand_and_stays_so(desk: Clinic, tmp_path: Path, qtbot: QtBot) -> None:
    model = ImportModel(runner_of(desk))
    told: list[str] = []
    model.failed.connect(lambda why: told.append(why.message))
    options = Options(location_id=desk.location_id)
    model.look(write(tmp_path, "Name,Old name\nAnn Hill,Ann Fox\n"), Kind.PATIENTS, options)
    model.choose("Old name", "full_name")
    assert model.plan is not None
    assert model.plan.columns == {"Old name": "full_name"}
    model.choose("Old name", "-")
    assert told == ["No column says who it is or when."]
    model.run()
    assert model.summary is not None
    assert (model.summary.counts.created, model.busy) == (1, False)
    model.runner.close()


def test_what_cannot_be_read_is_told(desk: Clinic, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = ImportDialog(runner_of(desk))
    qtbot.addWidget(dialog)
    dialog.form.file.setText(str(tmp_path / "absent.csv"))
    dialog.look_at_it()
    assert dialog.problem.text() == "The file cannot be read. Look whether it is there and open elsewhere."
    dialog.form.file.setText(str(write(tmp_path, people(3))))
    dialog.look_at_it()
    assert dialog.problem.text() == ""
    runner_close(dialog)


def runner_close(dialog: ImportDialog) -> None:
    dialog.model.runner.close()
