"""The schedule on paper as values: who works when, who comes, what is free. Minutes count from midnight of the wall clock."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from app.core.ports import SheetKind
from app.core.text import tr
from app.reports.rules.words import long_day, visit_day
from app.schedule.rules import Span, open_spans
from app.schedule.rules.spans import merged

#: a shorter time between two visits is not called free
LEAST_FREE = 15
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class SheetVisit:
    """One visit as paper shows it. A ghost was cancelled or missed and gave its time back; `reason` says why."""

    start: int
    minutes: int
    patient: str
    mrn: str
    kind: str
    status: str
    room: str = ""
    note: str = ""
    ghost: bool = False
    reason: str = ""

    @property
    def span(self) -> Span:
        """Its minutes; what goes over midnight ends there."""
        return Span(self.start, min(DAY, self.start + self.minutes))


@dataclass(frozen=True, slots=True)
class Shut:
    """Time inside the day that is not booked, and its word."""

    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One practitioner's day: when they can be booked, what is closed, every visit by start."""

    day: date
    name: str
    short: str
    working: tuple[Span, ...] = ()
    shut: tuple[Shut, ...] = ()
    visits: tuple[SheetVisit, ...] = ()

    @property
    def live(self) -> tuple[SheetVisit, ...]:
        """The visits that hold their time."""
        return tuple(visit for visit in self.visits if not visit.ghost)

    @property
    def free(self) -> tuple[Span, ...]:
        """Open time in which nobody is booked. Where visits may stand side by side, room beside a visit is not told."""
        gaps = open_spans(self.working, [visit.span for visit in self.live])
        return tuple(gap for gap in gaps if gap.end - gap.start >= LEAST_FREE)


@dataclass(frozen=True, slots=True)
class ScheduleSheet:
    """A paper of the schedule. `starts` are the visits' times for the sign-in sheet, which knows nothing else."""

    kind: SheetKind
    clinic: str
    location: str
    first: date
    last: date
    printed_at: datetime
    printed_by: str
    columns: tuple[SheetColumn, ...] = ()
    starts: tuple[int, ...] = ()
    named: bool = False
    language: str = "en-US"
    location_id: int = 0
    patient_ids: tuple[int, ...] = field(default=(), repr=False)

    @property
    def place(self) -> str:
        """Clinic and location as the running head names them."""
        return f"{self.clinic} · {self.location}" if self.location else self.clinic


def sheet_title(sheet: ScheduleSheet) -> str:
    """What the paper is called on screen and in its file: what, of which day, and where; never a patient."""
    say_day = visit_day if sheet.first.year == sheet.printed_at.year else long_day
    named = {"day": say_day(sheet.first), "location": sheet.location or sheet.clinic}
    if sheet.kind is SheetKind.SIGN_IN:
        return tr("Sign-in sheet – {day} · {location}", **named)
    one = sheet.columns[0].name if sheet.kind is not SheetKind.DAY and sheet.columns else ""
    if sheet.kind is SheetKind.WEEK:
        return tr("Week of {name} – from {day} · {location}", name=one, **named)
    if one and len(sheet.columns) == 1:
        return tr("Day sheet of {name} – {day} · {location}", name=one, **named)
    return tr("Day sheet – {day} · {location}", **named)


def hours_shown(columns: Iterable[SheetColumn]) -> Span:
    """The whole hours between which everything lies; eight to five where there is nothing."""
    spans = [span for column in columns for span in (*column.working, *(visit.span for visit in column.visits))]
    whole = merged(spans)
    if not whole:
        return Span(8 * 60, 17 * 60)
    return Span(whole[0].start // 60 * 60, -(-whole[-1].end // 60) * 60)


def time_of(minute: int) -> time:
    """The wall time of a minute of the day; midnight at its end is 0:00."""
    return time(minute // 60 % 24, minute % 60)


def halves_needed(minutes: Iterable[int]) -> bool:
    """Whether times need AM and PM, because an hour of the dial comes twice."""
    known = list(minutes)
    return bool(known) and max(known) - min(known) >= DAY // 2
