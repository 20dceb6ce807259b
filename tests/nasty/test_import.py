"""Nasty texts in another system's file: every row is taken or named, in every spelling of CSV; what went in comes out safe."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from app.exchange.actions.export import NoteExport, export_patients
from app.exchange.actions.run import issues, make_plan, preview, run_import
from app.exchange.rules.values import Kind, Options
from app.patients.tables import Patient
from tests.nasty.corpus import big_list, own
from tests.registry.world import HERE, World
from tests.support.clinic import ANYONE

OPTIONS = Options(location_id=HERE, source="old")
#: a cell is data of one person; longer ones are tried once, in a file of their own
LONGEST = 5_000


def texts() -> list[str]:
    """The corpus as cells; half signs have no place in any encoding."""
    every = [text for text in own() + big_list() if not any("\ud800" <= sign <= "\udfff" for sign in text)]
    return [text[:LONGEST] for text in every]


def written(path: Path, cells: list[str], encoding: str) -> int:
    """A file in which every text is once a last name and once everything else; how many rows it has."""
    held = StringIO()
    writer = csv.writer(held)
    writer.writerow(["Patient ID", "Last Name", "First Name", "DOB", "Phone", "Email", "Address", "Sex"])
    for number, text in enumerate(cells):
        writer.writerow([f"A{number}", text, "Given", "1970-01-02", "", "", "", ""])
        writer.writerow([f"B{number}", "Family", text, text, text, text, text, text])
    path.write_text(held.getvalue(), encoding=encoding, newline="")
    return 2 * len(cells)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_row_is_taken_or_named(world: World, tmp_path: Path, encoding: str) -> None:
    path, executor = tmp_path / "old.csv", world.clinic.executor
    rows = written(path, texts(), encoding)
    plan = make_plan(executor, ANYONE, path, Kind.PATIENTS, OPTIONS)
    before = world.row(lambda session: session.query(Patient).count())
    shown = preview(executor, ANYONE, plan)
    done = run_import(executor, ANYONE, plan)
    said = list(issues(executor, ANYONE, done))
    created = world.row(lambda session: session.query(Patient).count()) - before
    assert created == done.counts.created == shown.counts.created
    assert done.counts.rows == rows
    assert done.counts.created + done.counts.known + done.counts.refused == rows
    assert all(issue.sentence.strip() and issue.row > 1 for issue in said)


def test_an_export_runs_no_formula(world: World, tmp_path: Path) -> None:
    path, executor = tmp_path / "old.csv", world.clinic.executor
    written(path, ["=1+1", "@SUM(1)", "+1+1", "-2+3", "＝1", "\t=1", " =1"], "utf-8")
    run_import(executor, ANYONE, make_plan(executor, ANYONE, path, Kind.PATIENTS, OPTIONS))
    out = tmp_path / "out.csv"
    export_patients(executor, ANYONE, out, NoteExport(reason="asked for"))
    with out.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in ("=", "@", "＝")]
