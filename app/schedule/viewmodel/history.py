"""A patient's visits on their record: those to come, then the latest."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from app.core.access import Permission
from app.core.ports import PaperKind, PaperWish
from app.core.text import tr
from app.kit.dates import show_date, show_time, weekday_name
from app.patients.viewmodel.sections import SectionModel
from app.schedule.queries import AppointmentRow, next_visits, past_visits
from app.schedule.rules import AppointmentStatus
from app.schedule.viewmodel.words import ghost_words, status_look

#: as many of each are asked for
MOST = 50


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit in words; `why` is the reason of one that was cancelled."""

    id: int
    day: date
    when: str
    at: str
    what: str
    who: str
    word: str
    ring: str
    ink: str
    why: str


def line_of(visit: AppointmentRow, now: datetime, today: date) -> VisitLine:
    """A visit in words. One of an earlier day that nobody closed is open, not late."""
    word, ring, ink = status_look(visit, now)
    if visit.status is AppointmentStatus.BOOKED and visit.day < today:
        word, ring, ink = tr("Still open"), "empty", "warn"
    when = tr("{weekday} {date}", weekday=weekday_name(visit.day)[:3], date=show_date(visit.day))
    why = ghost_words(visit) if visit.ghost else ""
    return VisitLine(
        visit.id, visit.day, when, show_time(visit.start), visit.visit_type, visit.practitioner, word, ring, ink, why
    )


class HistoryModel(SectionModel):
    """Both lists are one: what comes next stands on top, the farthest first, so that time runs down evenly."""

    needs = Permission.SEARCH_PATIENT
    tables: ClassVar[frozenset[str]] = frozenset({"appointment", "encounter"})

    def clear(self) -> None:
        self.next: tuple[AppointmentRow, ...] = ()
        self.past: tuple[AppointmentRow, ...] = ()
        self._half = False

    def ask(self, *, settled: bool = False) -> None:
        self._half = False
        for question, take in ((next_visits, self._take_next), (past_visits, self._take_past)):
            self.runner.ask(
                question, self.patient_id, MOST, then=take, fail=self.fail,
                topic=self.topic(take.__name__), settled=settled,
            )  # fmt: skip

    def _take_next(self, rows: tuple[AppointmentRow, ...]) -> None:
        self.next = rows
        self._ready()

    def _take_past(self, rows: tuple[AppointmentRow, ...]) -> None:
        self.past = rows
        self._ready()

    def _ready(self) -> None:
        """Shown when both are here, so that nothing jumps."""
        if self._half:
            self.answered()
        self._half = not self._half

    def lines(self) -> tuple[VisitLine, ...]:
        """Every visit, the latest first."""
        now, today = self.runner.executor.database.clock.now(), self.ports.here().today
        return tuple(self._seen(visit, line_of(visit, now, today)) for visit in (*reversed(self.next), *self.past))

    def _seen(self, visit: AppointmentRow, line: VisitLine) -> VisitLine:
        """The line, with the board's word for the visit that it is about today: the room knows more than the booking."""
        visits = self.ports.visits_today
        coming = visits.by_patient().get(self.patient_id or 0) if visits is not None and not visit.ghost else None
        if coming is None or (visit.day, visit.start) != (self.ports.here().today, coming.start):
            return line
        return replace(line, word=coming.word, ring=coming.ring, ink=coming.ink)

    def next_words(self) -> str:
        """What comes next, in one line."""
        if not self.loaded:
            return ""
        if not self.next:
            return tr("Nothing booked")
        first = self.next[0]
        return tr("Next: {day} at {time}", day=show_date(first.day), time=show_time(first.start))


def show_list(model: SectionModel) -> None:
    """Show the patient's list of visits, ready to print. Raises ClinicError where the window shows several locations."""
    if model.patient_id is not None:
        model.ports.show_paper(PaperWish(PaperKind.VISITS, model.patient_id, model.place(), model.reason))
