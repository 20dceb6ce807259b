"""A visit as another system writes one, turned into ours: its time, its status, its clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from app.core.clock import instant
from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.rules.dates import read_clock, read_day
from app.exchange.rules.values import DateOrder, Issue, Level, Options, Row, flagged, refused, told
from app.patients.rules.folding import fold
from app.patients.rules.writing import clean
from app.schedule.rules.spans import LONGEST, SHORTEST


class Outcome(StrEnum):
    """What became of a visit in the other system."""

    BOOKED = "booked"
    ATTENDED = "attended"
    CANCELLED = "cancelled"
    MISSED = "missed"
    UNKNOWN = "unknown"


_WORDS = {
    Outcome.BOOKED: ("", "booked", "scheduled", "confirmed", "pending", "proposed", "planned", "active", "agendada"),
    Outcome.ATTENDED: ("attended", "fulfilled", "completed", "complete", "kept", "seen", "arrived", "checked in",
                       "checked out", "show", "showed", "finished", "done", "atendida"),
    Outcome.CANCELLED: ("cancelled", "canceled", "cancel", "rescheduled", "deleted", "cancelada"),
    Outcome.MISSED: ("did not attend", "dna", "no show", "noshow", "missed", "did not arrive", "absent", "fta",
                     "failed to attend", "no asistio"),
    Outcome.UNKNOWN: ("unknown", "unk", "not known", "none"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Times:
    """The instants of a visit that took place, where they are known."""

    arrived_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A row that can be taken, before its patient and its practitioner are looked up."""

    row: int
    external_id: str
    patient_external_id: str
    day: date
    start: time
    starts_at: datetime
    minutes: int
    outcome: Outcome
    times: Times
    booked_at: datetime | None
    visit_type: str
    practitioner: str
    note: str
    cancel_reason: str

    @property
    def ends_at(self) -> datetime:
        """The planned end."""
        return self.starts_at + timedelta(minutes=self.minutes)


def outcome_of(written: str) -> Outcome | None:
    """What a status word means, or None for a word that is not known here."""
    word = fold(written)
    return next((outcome for outcome, words in _WORDS.items() if word in words), None)


def visit_day(row: Row, order: DateOrder, today: date) -> date | None:
    """The day of a row's visit, or None; to leave other days out."""
    return read_day(row.text("day") or row.text("time"), order, today).value


@dataclass(slots=True)
class _Reader:
    """One row being read; the issues gather."""

    row: Row
    options: Options
    zone: str
    now: datetime
    issues: list[Issue]

    def refuse(self, name: str, sentence: str) -> None:
        """The row is not taken."""
        self.issues.append(refused(self.row.number, name, self.row.text(name), sentence))

    def flag(self, name: str, sentence: str) -> None:
        """The row is taken; somebody should look."""
        self.issues.append(flagged(self.row.number, name, self.row.text(name), sentence))

    def words(self, name: str, limit: int, level: Level) -> str:
        """A text that can be stored; what cannot is said, at this level."""
        try:
            return clean(self.row.text(name), name, limit)
        except ClinicError as problem:
            self.issues.append(told(self.row.number, level, self.row.text(name), problem))
            return ""

    def day(self, order: DateOrder) -> date | None:
        """The day, which a row must have."""
        name = "day" if self.row.text("day") else "time"
        found = read_day(self.row.text(name), order, self.now.date())
        if found.value is None:
            self.refuse(name, found.sentence)
        elif found.sentence:
            self.flag(name, found.sentence)
        return found.value

    def start(self) -> time | None:
        """The planned wall time, which a row must have."""
        found = read_clock(self.row.text("time") or self.row.text("day"))
        if found is None:
            self.refuse("time", tr("This is not a time that can be read."))
        return found.replace(second=0) if found else None

    def moment(self, name: str, day: date, at: time | None) -> datetime | None:
        """The instant of a wall time at the location; an hour that the clocks jump over is said."""
        if at is None:
            return None
        try:
            return instant(day, at, self.zone)
        except ClinicError as problem:
            level = Level.REFUSED if name == "time" else Level.FLAGGED
            self.issues.append(told(self.row.number, level, self.row.text(name), problem))
            return None

    def minutes(self) -> int:
        """The planned length; a text that is none, or an odd length, is flagged and the usual one taken."""
        written = self.row.text("minutes")
        if not written:
            return self.options.minutes
        try:
            found = round(float(written.split()[0]))
        except (ValueError, OverflowError):
            found = 0
        if SHORTEST <= found <= LONGEST:
            return found
        self.flag("minutes", tr("This length was read as {minutes} minutes.", minutes=self.options.minutes))
        return self.options.minutes

    def outcome(self, starts_at: datetime) -> Outcome:
        """What became of the visit; what is not known stays booked and is said."""
        if self.options.as_booked:
            return Outcome.BOOKED
        found = outcome_of(self.row.text("status"))
        if found in (None, Outcome.UNKNOWN):
            self.flag("status", tr("What became of this visit is not known. It was taken as booked."))
            return Outcome.BOOKED
        if found is Outcome.ATTENDED and starts_at > self.now:
            self.flag("status", tr("This visit is still to come. It was taken as booked."))
            return Outcome.BOOKED
        return found or Outcome.BOOKED

    def times(self, day: date) -> Times:
        """The clocks of a visit that took place; out of order they are left empty and said."""
        read = [self._clock(name, day) for name in ("arrived", "started", "ended")]
        known = [at for at in read if at is not None]
        if known == sorted(known):
            return Times(*read)
        self.flag("started", tr("The times of this visit are out of order. They were left empty."))
        return Times()

    def _clock(self, name: str, day: date) -> datetime | None:
        written = self.row.text(name)
        at = read_clock(written) if written else None
        if written and at is None:
            self.flag(name, tr("This is not a time that can be read."))
        return self.moment(name, day, at)

    def booked_at(self, order: DateOrder) -> datetime | None:
        """When it was booked: the clinic's noon of that day."""
        written = self.row.text("booked_on")
        day = read_day(written, order, self.now.date()).value if written else None
        at = instant(day, time(12), self.zone) if day else None
        return min(at, self.now) if at else None


def read_visit(
    row: Row, options: Options, order: DateOrder, zone: str, now: datetime
) -> tuple[VisitDraft | None, list[Issue]]:
    """The visit of a row and what is to be said about it; None when the row cannot be taken. `now` is UTC."""
    reader = _Reader(row, options, zone, now.astimezone(UTC), [])
    number = reader.words("external_id", 60, Level.REFUSED)
    patient = reader.words("patient_external_id", 60, Level.REFUSED)
    if not row.text("patient_external_id"):
        reader.refuse("patient_external_id", tr("The row does not say whose visit it is."))
    day, start = reader.day(order), reader.start()
    starts_at = reader.moment("time", day, start) if day else None
    if starts_at is None or day is None or start is None or (reader.issues and _refuses(reader.issues)):
        return None, reader.issues
    outcome = reader.outcome(starts_at)
    draft = VisitDraft(
        row=row.number,
        external_id=number,
        patient_external_id=patient,
        day=day,
        start=start,
        starts_at=starts_at,
        minutes=reader.minutes(),
        outcome=outcome,
        times=reader.times(day) if outcome is Outcome.ATTENDED else Times(),
        booked_at=reader.booked_at(order),
        visit_type=row.text("visit_type"),
        practitioner=row.text("practitioner"),
        note=reader.words("note", 2000, Level.FLAGGED),
        cancel_reason=reader.words("cancel_reason", 200, Level.FLAGGED),
    )
    return draft, reader.issues


def _refuses(issues: list[Issue]) -> bool:
    return any(issue.level is Level.REFUSED for issue in issues)
