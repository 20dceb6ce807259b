"""The import on screen: choose a file, change a column, take it, keep the report."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.exchange.actions.feed import Feed
from app.exchange.actions.run import Plan
from app.exchange.rules.values import Kind, Options
from app.exchange.view import ImportDialog
from app.exchange.viewmodel import ImportModel
from app.runner.bridge import Runner
from tests.exchange.feeds import ANN, adt
from tests.exchange.feeds import file as feed_file
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
    assert isinstance(model.plan, Plan)
    assert model.plan.columns == {"Old name": "full_name"}
    model.choose("Old name", "-")
    assert told == ["No column says who it is or when."]
    model.run()
    assert model.summary is not None
    assert (model.summary.counts.created, model.busy) == (1, False)
    model.runner.close()


def test_messages_are_known_by_what_stands_in_the_file(desk: Clinic, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = ImportDialog(runner_of(desk))
    qtbot.addWidget(dialog)
    dialog.show()
    trusted, minutes = dialog.form.authorities, dialog.form.minutes
    assert (trusted.isVisible(), minutes.isVisible(), dialog.columns.isVisible()) == (False, False, True)
    text = adt(ANN) + adt(ANN, event="A03", number="2") + adt("PV1|1", number="3")
    dialog.form.file.setText(str(feed_file(tmp_path, text, name="drop.txt")))
    trusted.setText(" EHR, ,LAB ")
    dialog.look_at_it()
    assert Kind(dialog.form.kind.currentData()) is Kind.HL7
    assert (trusted.isVisible(), minutes.isVisible(), dialog.columns.isVisible()) == (True, False, False)
    assert dialog.sentences.text().splitlines() == [
        "1 rows will be taken in as new.", "1 cannot be taken.", "1 ask for nothing here and are passed over.",
    ]  # fmt: skip
    assert isinstance(dialog.model.plan, Feed)
    assert dialog.model.plan.options.authorities == ("EHR", "LAB")
    dialog.take.click()
    assert "1 rows were taken in as new." in dialog.sentences.text()
    dialog.form.file.setText(
        str(feed_file(tmp_path, adt(ANN.replace("0142", "0150"), event="A08", number="4", at="20260401")))
    )
    dialog.look_at_it()
    assert "1 change somebody who is here." in dialog.sentences.text()
    dialog.take.click()
    assert "1 changed somebody who was here." in dialog.sentences.text()
    runner_close(dialog)


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
