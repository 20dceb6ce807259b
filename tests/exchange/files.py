"""Files that other systems write, made on the spot."""

import hashlib
from pathlib import Path

from app.exchange.actions.run import ImportSummary, Plan, issues, make_plan, run_import
from app.exchange.rules.values import Issue, Kind, Options
from tests.support.clinic import ANYONE, Clinic

HEADER = "Patient ID,Name,DOB,Sex,Phone,ZIP\n"
VISITS = "Appointment ID,Patient ID,Date,Time,Status,Check-in time,Start time,End time\n"


def write(folder: Path, text: str, encoding: str = "utf-8", name: str = "people.csv") -> Path:
    """A file with this text, byte for byte."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def invented(number: int) -> str:
    """A name like no other's, the same for the same number."""
    letters = hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()[:9]
    return letters.translate(str.maketrans("0123456789", "ghijklmnop")).title()


def people(count: int, first: int = 1) -> str:
    """A patients file."""
    rows = [
        f"{n:05},{invented(n)} {invented(-n)},19{n % 90 + 10}-03-01,F,559555{n % 10000:04},93291"
        for n in range(first, first + count)
    ]
    return HEADER + "\n".join(rows) + "\n"


def plan(clinic: Clinic, path: Path, kind: Kind = Kind.PATIENTS, *maps: str, **options: object) -> Plan:
    """How the file will be taken at the first location."""
    given = {"location_id": clinic.location_id, "source": "old", **options}
    return make_plan(clinic.executor, ANYONE, path, kind, Options(**given), maps)  # type: ignore[arg-type]


def take(clinic: Clinic, path: Path, kind: Kind = Kind.PATIENTS, *maps: str, **options: object) -> ImportSummary:
    """Import the file."""
    return run_import(clinic.executor, ANYONE, plan(clinic, path, kind, *maps, **options))


def said(clinic: Clinic, summary: ImportSummary) -> list[Issue]:
    """Everything said about its rows."""
    return list(issues(clinic.executor, ANYONE, summary))
