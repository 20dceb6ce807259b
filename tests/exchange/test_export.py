"""Patients leave only with a reason, a line in the journal first, and cells that no spreadsheet runs."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.core.access import Grant, Permission, Scope
from app.core.errors import ReasonNeeded, Refused, Unavailable
from app.core.journal import JournalEntry
from app.exchange.actions.export import NoteExport, export_patients
from app.exchange.rules.values import Counts
from tests.exchange.files import HEADER, take, write
from tests.support.clinic import ANYONE, Clinic

WHY = "The payer asks for an audit"


def test_an_export_is_written_down_and_safe_to_open(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, write(tmp_path, HEADER + '1,"=1+1, +2",1984-06-19,F,+44 20 7946 0958,93291\n'))
    done = export_patients(clinic.executor, ANYONE, tmp_path / "out.csv", NoteExport(reason=WHY))
    assert done.patients == 3
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["family"] for row in rows] == ["Núñez", "Smith", "'=1+1"]
    assert (rows[2]["given"], rows[2]["phone"]) == ("'+2", "'+44 20 7946 0958")
    (line,) = clinic.rows(lambda s: list(s.scalars(select(JournalEntry).where(JournalEntry.reason == WHY))))
    assert line.sentence == "Exported 3 patients"


def test_what_left_comes_back_as_it_was(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, write(tmp_path, HEADER + '1,"=1+1, +2",1984-06-19,F,+44 20 7946 0958,93291\n'))
    export_patients(clinic.executor, ANYONE, tmp_path / "out.csv", NoteExport(reason=WHY))
    summary = take(clinic, tmp_path / "out.csv", source="copy")
    assert summary.counts == Counts(rows=3, created=3, flagged=3)


def test_without_reason_or_right_nothing_leaves(clinic: Clinic, tmp_path: Path) -> None:
    with pytest.raises(ReasonNeeded):
        export_patients(clinic.executor, ANYONE, tmp_path / "out.csv", NoteExport())
    with pytest.raises(Refused):
        export_patients(clinic.executor, replace(ANYONE, grants={}), tmp_path / "out.csv", NoteExport(reason=WHY))
    assert not (tmp_path / "out.csv").exists()
    with pytest.raises(Unavailable):
        export_patients(clinic.executor, ANYONE, tmp_path, NoteExport(reason=WHY))


def test_a_director_of_one_location_exports_that_one(clinic: Clinic, tmp_path: Path) -> None:
    own = replace(ANYONE, locations=frozenset({2}), grants={Permission.BULK_EXPORT: Grant(Scope.OWN, reason=True)})
    assert export_patients(clinic.executor, own, tmp_path / "out.csv", NoteExport(reason=WHY)).patients == 0
    with pytest.raises(Refused):
        export_patients(clinic.executor, own, tmp_path / "out.csv", NoteExport(reason=WHY, location_id=1))
