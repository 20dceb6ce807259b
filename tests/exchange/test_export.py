"""Patients leave only with a reason, a line in the journal first, and cells that no spreadsheet runs."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.core.access import Grant, Permission, Scope
from app.core.errors import ReasonNeeded, Refused, Unavailable
from app.core.journal import JournalEntry
from app.exchange.actions.export import NoteExport, export_patients
from app.exchange.actions.giving import GiveRecord, give_bundle, give_paper
from app.exchange.rules.values import Counts
from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.rules.codes import ContactSystem, ContactUse
from app.patients.rules.details import Details, Reach, Telecom
from app.patients.rules.people import Person
from tests.exchange.files import HEADER, take, write
from tests.reports.pdf import text
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


def test_who_asked_for_another_way_is_told_by_that_way_alone(clinic: Clinic, tmp_path: Path) -> None:
    home = Person(
        family="Reyes", given="Ana", phone="(559) 555-0191", other_phone="(559) 555-0192", email="home@example.org",
        address_line="77 Hidden St", address_unit="Apt 9", city="Exeter", state="CA", postal_code="93221", home_location_id=1,
    )  # fmt: skip
    work = ContactUse.WORK
    more = Telecom(system=ContactSystem.PHONE, value="(559) 555-0193", use=work)
    reach = Reach(since=date(2026, 1, 1), address_line="9 Elm St", address_unit="Unit 4", city="Tulare", state="CA")
    made = clinic.do(register_patient, RegisterPatient(person=home, details=Details(telecoms=(more,), reach=reach)))
    left: dict[str, list[bytes]] = {"fhir": [], "pdf": []}
    command = GiveRecord(mrn=made.mrn, reason=WHY)
    give_bundle(clinic.executor, ANYONE, command, left["fhir"].append)
    give_paper(clinic.executor, ANYONE, replace(command, id=uuid4()), "Sequoia PT", left["pdf"].append)
    export_patients(clinic.executor, ANYONE, tmp_path / "out.csv", NoteExport(reason=WHY))
    texts = {
        "csv": (tmp_path / "out.csv").read_text(encoding="utf-8-sig"),
        "fhir": left["fhir"][0].decode(),
        "pdf": text(left["pdf"][0]),
    }
    for what, told in texts.items():
        assert "9 Elm St" in told, what
        for secret in ("0191", "0192", "0193", "home@", "Hidden", "Apt 9", "Exeter", "93221"):
            assert secret not in told, (what, secret)
    (row,) = [row for row in csv.DictReader(texts["csv"].splitlines()) if row["family"] == "Reyes"]
    assert (row["phone"], row["other_phone"], row["address_unit"], row["confidential"]) == ("", "", "Unit 4", "yes")


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
