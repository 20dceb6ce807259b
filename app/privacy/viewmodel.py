"""The privacy of one record: its restriction, what was disclosed, who looked."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.core.access import Permission
from app.core.text import tr
from app.kit.dates import show_date, show_time
from app.patients.rules.codes import Restriction
from app.patients.viewmodel.sections import SectionModel
from app.privacy.queries import AccessLog, AccessRow, Accounting, DisclosureRow, accounting, disclosures, who_saw
from app.privacy.rules import flag_words
from app.runner.bridge import Runner

#: days that are asked for first
FIRST_LOOK = timedelta(days=30)


def restriction_words(restriction: Restriction) -> str:
    """Why a record is restricted, in a list to choose from."""
    return {
        Restriction.NONE: tr("Not restricted"),
        Restriction.VIP: tr("Well-known person"),
        Restriction.STAFF: tr("Colleague or their family"),
        Restriction.SAFETY: tr("For the patient's safety"),
    }[restriction]


class PrivacyModel(SectionModel):
    """The disclosures of one record."""

    needs = Permission.DISCLOSE
    tables: ClassVar[frozenset[str]] = frozenset({"disclosure", "patient"})

    def clear(self) -> None:
        self.rows: tuple[DisclosureRow, ...] = ()

    def ask(self, *, settled: bool = False) -> None:
        topic = self.topic("disclosures")
        self.runner.ask(
            disclosures, self.patient_id, self.reason, then=self._take, fail=self.fail, topic=topic, settled=settled
        )

    def _take(self, rows: tuple[DisclosureRow, ...]) -> None:
        self.rows = rows
        self.answered()

    def account(self) -> None:
        """Make the accounting for the patient and show it as a paper."""
        topic = self.topic("accounting")
        self.runner.ask(accounting, self.patient_id, self.reason, then=self._show, fail=self.fail, topic=topic)

    def _show(self, told: Accounting) -> None:
        self.ports.show_paper(told)


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One look in words."""

    id: int
    day: str
    at: str
    what: str
    who: str
    why: str
    odd: str


class AccessModel(QObject):
    """Who saw one record in some days. `changed` when the answer is there, `failed` with the sentence."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.log: AccessLog | None = None

    def look(self, patient_id: int, first: date, last: date) -> None:
        """Ask for the looks from one day to another, both included."""
        topic = f"access-{id(self)}"
        self.runner.ask(who_saw, patient_id, first, last, then=self._take, fail=self.failed.emit, topic=topic)

    def _take(self, log: AccessLog) -> None:
        self.log = log
        self.changed.emit()

    def lines(self) -> tuple[AccessLine, ...]:
        """Every look, the latest first."""
        if self.log is None:
            return ()
        zone = ZoneInfo(self.log.zone)
        return tuple(_line(row, row.at.astimezone(zone)) for row in self.log.rows)


def _line(row: AccessRow, at: datetime) -> AccessLine:
    who = " + ".join(part for part in (row.who, row.second_person) if part)
    place = " · ".join(part for part in (who, row.desk) if part)
    odd = ", ".join(flag_words(flag) for flag in row.flags)
    return AccessLine(row.id, show_date(at.date()), show_time(at.time()), row.what, place, row.why, odd)
