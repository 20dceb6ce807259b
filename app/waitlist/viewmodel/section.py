"""What a patient waits for, on their record."""

from typing import ClassVar

from app.core.access import Permission
from app.core.clock import local
from app.core.text import tr
from app.kit.dates import show_date
from app.patients.viewmodel.sections import SectionModel
from app.waitlist.queries import EntryRow, waiting


class WaitModel(SectionModel):
    """The entries of one patient, at every location that the person sees; the longest wait first."""

    needs = Permission.SEARCH_PATIENT
    tables: ClassVar[frozenset[str]] = frozenset({"waitlist_entry", "waitlist_choice", "waitlist_try", "appointment"})

    def clear(self) -> None:
        self.entries: tuple[EntryRow, ...] = ()

    def ask(self, *, settled: bool = False) -> None:
        self.runner.ask(
            waiting, None, self.patient_id, then=self._take, fail=self.failed.emit, topic=self.topic("waits"),
            settled=settled,
        )  # fmt: skip

    def _take(self, entries: tuple[EntryRow, ...]) -> None:
        self.entries = entries
        self.answered()


def about_words(entry: EntryRow) -> str:
    """Where, since when, and until when."""
    since = tr("since {day}", day=show_date(local(entry.since, entry.zone).date()))
    until = tr("until {day}", day=show_date(entry.until)) if entry.until else ""
    return " · ".join(part for part in (entry.location, since, until) if part)
