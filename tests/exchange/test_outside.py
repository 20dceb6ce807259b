"""The files of an outside generator, whole: counts against a count made straight from the file, every other row named."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.exchange.actions.run import preview
from app.exchange.rules.values import Kind, Level
from app.patients.tables import Patient
from app.schedule.tables import Appointment, Occupancy
from app.visits.tables import Encounter
from tests.exchange.files import plan, said, take
from tests.support.clinic import ANYONE, Clinic


def straight(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def counted(clinic: Clinic, column: Any, *where: Any) -> Counter[Any]:
    wanted = select(column, func.count()).where(*where).group_by(column)
    return clinic.rows(lambda s: Counter({row[0]: row[1] for row in s.execute(wanted)}))


def test_a_generators_people_come_in_whole(clinic: Clinic, data_dir: Path) -> None:
    path = data_dir / "synthea" / "patients.csv"
    rows = straight(path)
    summary = take(clinic, path, source="synthea")
    refused = {one.row for one in said(clinic, summary) if one.level is Level.REFUSED}
    assert summary.counts.rows == len(rows)
    assert summary.counts.created == len(rows) - len(refused)
    mine = Patient.source == "synthea"
    assert counted(clinic, Patient.sex, mine) == Counter({"F": "female", "M": "male"}[row["GENDER"]] for row in rows)
    assert counted(clinic, Patient.city, mine) == Counter(row["CITY"] for row in rows)
    dead = clinic.rows(
        lambda s: set(s.scalars(select(Patient.external_id).where(mine, Patient.deceased_on.is_not(None))))
    )
    assert dead == {row["Id"] for row in rows if row["DEATHDATE"]}
    born = clinic.rows(lambda s: dict(s.execute(select(Patient.external_id, Patient.birth_date).where(mine)).all()))
    assert {key: str(day) for key, day in born.items()} == {row["Id"]: row["BIRTHDATE"] for row in rows}


@pytest.mark.timeout(300)
def test_a_clinics_whole_year_comes_in(clinic: Clinic, data_dir: Path) -> None:
    people, year = data_dir / "clinic" / "patients.csv", data_dir / "clinic" / "appointments.csv"
    first, rows = straight(people), straight(year)
    summary = take(clinic, people)
    assert (summary.counts.rows, summary.counts.created, summary.counts.refused) == (len(first), len(first), 0)
    names = clinic.rows(lambda s: Counter(s.scalars(select(Patient.sex).where(Patient.source == "old"))))
    assert names == Counter(row["sex"].lower() for row in first)

    seen = preview(clinic.executor, ANYONE, plan(clinic, year, Kind.APPOINTMENTS))
    summary = take(clinic, year, Kind.APPOINTMENTS)
    assert seen.counts == summary.counts
    notes = said(clinic, summary)
    refused = {one.row for one in notes if one.level is Level.REFUSED}
    assert (summary.counts.rows, summary.counts.created) == (len(rows), len(rows) - len(refused))
    taken = [row for number, row in enumerate(rows, 2) if number not in refused]
    words = {"attended": "fulfilled", "cancelled": "cancelled", "did not attend": "noshow"}
    status = counted(clinic, Appointment.status)
    assert status == Counter(words.get(row["status"], "booked") for row in taken)
    assert counted(clinic, Appointment.day) == Counter(date.fromisoformat(row["appointment_date"]) for row in taken)
    open_ = {number for number, row in enumerate(rows, 2) if row["status"] == "unknown"}
    assert {one.row for one in notes if one.level is Level.FLAGGED} == open_
    attended = sum(row["status"] == "attended" for row in taken)
    assert clinic.rows(lambda s: s.scalar(select(func.count()).select_from(Encounter))) == attended
    ghosts = sum(row["status"] in ("cancelled", "did not attend") for row in taken)
    held = clinic.rows(lambda s: s.scalar(select(func.count()).select_from(Occupancy)))
    assert held == 2 * (len(taken) - ghosts)
