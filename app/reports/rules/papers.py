"""What the papers about a patient's visits show: the list for the patient, the request to the payer."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

from app.core.paths import resource


@dataclass(frozen=True, slots=True)
class ListedVisit:
    """One visit that is booked, at the clinic's wall time."""

    at: datetime
    practitioner: str
    location: str


@dataclass(frozen=True, slots=True)
class ComingVisits:
    """A patient's list of visits, in their language ("en" or "es")."""

    patient_id: int
    clinic: str
    location: str
    address: str
    phone: str
    patient: str
    made_on: date
    language: str
    visits: tuple[ListedVisit, ...]


@dataclass(frozen=True, slots=True)
class ExtensionRequest:
    """What a payer is asked for, and what it rests on. The counts are the visit ledger's."""

    patient_id: int
    clinic: str
    location: str
    address: str
    phone: str
    made_on: date
    made_by: str
    payer: str
    payer_phone: str
    number: str
    patient: str
    birth_date: date | None
    member_id: str
    care: str
    practitioner: str
    often: str
    allowed: int
    attended: int
    unsigned: int
    booked: int
    reserved: int
    starts_on: date
    ends_on: date
    visits: int
    first: date | None
    last: date | None
    late: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the patient's paper in one language."""

    language: str
    version: int
    texts: dict[str, Any]

    def say(self, name: str, **values: object) -> str:
        """A sentence with its places filled. Raises KeyError for one the pack does not have."""
        return str(self.texts[name]).format_map(values)

    def day(self, day: date) -> str:
        """Monday, March 16, 2026, as the language says it."""
        return self.say(
            "day", weekday=self.texts["weekdays"][day.weekday()], month=self.texts["months"][day.month - 1],
            day=day.day, year=day.year,
        )  # fmt: skip

    def clock(self, at: time) -> str:
        """9:05 AM, as the language says it."""
        return self.say("am" if at.hour < 12 else "pm", time=f"{(at.hour - 1) % 12 + 1}:{at.minute:02d}")


@cache
def _pack() -> dict[str, Any]:
    return tomllib.loads(resource("paperwork", "visits.toml").read_text(encoding="utf-8"))


def words_in(language: str) -> Words:
    """The words in a language; English for every language the pack does not have."""
    pack, code = _pack(), "es" if language.startswith("es") else "en"
    return Words(code, pack["version"], pack[code])
