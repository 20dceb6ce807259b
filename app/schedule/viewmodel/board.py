"""Where everything stands in a day: boxes and lanes, closed time, and the stops of the keyboard. No Qt, no pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from app.core.clock import local_day
from app.core.text import tr
from app.schedule.queries import AppointmentRow, BlockRow, DayPlan, Period, PractitionerDay
from app.schedule.rules import Span, open_spans, overlap
from app.schedule.rules.spans import covers, free_lane, free_starts, nearest
from app.schedule.viewmodel.words import closed_word

#: minutes between two cells of the keyboard
CELL = 15
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Box:
    """A visit in its column. `lane` of `lanes` shares the width; a `strip` is a ghost whose hole was filled."""

    visit: AppointmentRow
    span: Span
    lane: int = 0
    lanes: int = 1
    strip: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """Closed time with its word."""

    span: Span
    word: str
    block: BlockRow | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One practitioner's day. Spans are minutes of the wall clock's day."""

    day: PractitionerDay
    boxes: tuple[Box, ...]
    closed: tuple[Closed, ...]
    open: tuple[Span, ...]
    on: date

    @property
    def key(self) -> tuple[date, int]:
        """Which day of whom: the same after the day was read again."""
        return self.on, self.day.who.id

    def lanes(self, without: int | None = None) -> list[list[Span]]:
        """What is taken, lane by lane, `without` a visit that is being moved."""
        lanes: list[list[Span]] = [[] for _ in range(max(1, self.day.who.lanes))]
        for box in self.boxes:
            if not box.visit.ghost and box.visit.id != without:
                number = free_lane(lanes, box.span)
                lanes[number or 0].append(box.span)
        return lanes

    def row(self, minute: int) -> tuple[Box | None, ...]:
        """What stands beside each other at a minute, from left to right as it is drawn: lanes, free ones as None, then strips."""
        here = [box for box in self.boxes if box.span.start <= minute < box.span.end]
        whole = {box.lane: box for box in here if not box.strip}
        lanes = next((box.lanes for box in whole.values()), 1)
        return (*(whole.get(lane) for lane in range(lanes)), *(box for box in here if box.strip))

    def width(self, minute: int) -> int:
        """How many lanes share the width at a minute, strips not counted."""
        return sum(box is None or not box.strip for box in self.row(minute))

    def box_at(self, minute: int, lane: int = 0) -> Box | None:
        """The visit in a lane at a minute, or None where it is free; where there are fewer lanes, in the last one."""
        return self.row(minute)[min(lane, self.width(minute) - 1)]

    def block_at(self, minute: int) -> BlockRow | None:
        """What closes a minute, or None when it is open or simply outside the hours."""
        closed = self.closed_at(minute)
        return closed.block if closed is not None else None

    def closed_at(self, minute: int) -> Closed | None:
        """The closed time that holds a minute, or None."""
        return next((one for one in self.closed if one.span.start <= minute < one.span.end), None)

    def starts(self, minutes: int, not_before: int, without: int | None = None) -> list[int]:
        """Where a visit of that length may begin."""
        return free_starts(self.open, self.lanes(without), minutes, not_before=not_before)

    def stops(self, first: int, last: int, lane: int = 0) -> list[int]:
        """Where the arrow keys stop in a lane: every visit, and every free cell."""
        cells = {minute for minute in range(first, last, CELL) if self.box_at(minute, lane) is None}
        starts = ((max(first, box.span.start), box) for box in self.boxes if not box.strip)
        return sorted(cells | {start for start, box in starts if self.box_at(start, lane) == box})


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a visit cannot stand somewhere, and the nearest minute where it can."""

    sentence: str
    nearest: int | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A day laid out. `first` and `last` are whole hours, as minutes of the day."""

    columns: tuple[Column, ...] = ()
    first: int = 8 * 60
    last: int = 18 * 60
    where: dict[int, tuple[int, Box]] = field(default_factory=dict)

    def problem(self, column: int, span: Span, patient_id: int, moving: int | None, not_before: int) -> Problem | None:
        """Why a visit cannot stand there, in words, as far as this page knows; the database has the last word."""
        here = self.columns[column]
        starts = here.starts(span.end - span.start, not_before, moving)
        found = nearest(starts, span.start)
        for other in self.columns:
            for box in other.boxes if other.on == here.on else ():
                same = box.visit.patient_id == patient_id and not box.visit.ghost and box.visit.id != moving
                if same and overlap(box.span, span):
                    return Problem(tr("This patient has a visit then."), found)
        if not covers(here.open, span):
            return Problem(tr("Closed in part of this time."), found)
        if free_lane(here.lanes(moving), span) is not None:
            return None
        in_way = next(b for b in here.boxes if not b.visit.ghost and b.visit.id != moving and overlap(b.span, span))
        return Problem(tr("Overlaps {patient}.", patient=in_way.visit.patient), found)


def minute_of(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def time_of(minute: int) -> time:
    """The wall time of a minute of the day."""
    return time(minute // 60 % 24, minute % 60)


def wall(period: Period) -> Span:
    """A period as minutes of the day; one that goes over midnight ends there."""
    start, end = minute_of(period.start), minute_of(period.end)
    return Span(start, end if end > start else DAY)


def _visit_span(visit: AppointmentRow) -> Span:
    start = minute_of(visit.start)
    return Span(start, min(DAY, start + visit.minutes))


def lay_out(plan: DayPlan) -> Board:
    """Lay a day out."""
    columns = [(column, [wall(one) for one in column.open]) for column in plan.columns]
    visits = [_visit_span(visit) for column in plan.columns for visit in column.visits]
    shown = [span for _, spans in columns for span in spans] + visits
    first = min([span.start for span in shown], default=8 * 60) // 60 * 60
    last = -(-max([span.end for span in shown], default=18 * 60) // 60) * 60
    made = tuple(_column(column, spans, Span(first, last), plan) for column, spans in columns)
    where = {box.visit.id: (number, box) for number, column in enumerate(made) for box in column.boxes}
    return Board(made, first, last, where)


def _column(column: PractitionerDay, opened: list[Span], whole: Span, plan: DayPlan) -> Column:
    live = [(_visit_span(visit), visit) for visit in column.visits if not visit.ghost]
    ghosts = [(_visit_span(visit), visit) for visit in column.visits if visit.ghost]
    boxes = sorted([*_lanes(live), *_ghosts(ghosts, live)], key=_from)
    closed = [one for span in open_spans([whole], opened) for one in _named(span, column, plan)]
    return Column(column, tuple(sorted(_make_room(boxes), key=_from)), tuple(closed), tuple(opened), plan.day)


def _from(box: Box) -> Span:
    return box.span


def _make_room(boxes: list[Box]) -> Iterable[Box]:
    """Visits that share a width leave room for a strip together, or their edges would not fit each other."""
    strips = [box.span for box in boxes if box.strip]
    yield from (box for box in boxes if box.strip)
    group: list[Box] = []
    for box in [box for box in boxes if not box.strip]:
        if group and box.span.start >= max(one.span.end for one in group):
            yield from _beside(group, strips)
            group = []
        group.append(box)
    yield from _beside(group, strips)


def _beside(group: list[Box], strips: list[Span]) -> Iterable[Box]:
    beside = any(overlap(box.span, strip) for box in group for strip in strips)
    return (replace(box, beside=True) for box in group) if beside else group


def _named(span: Span, column: PractitionerDay, plan: DayPlan) -> Iterable[Closed]:
    """Closed time cut where its word changes."""
    rest = [span]
    for block in column.blocks:
        there = wall(block.period)
        from_before, beyond = _side(block.period.starts_at, plan) < 0, _side(block.period.ends_at, plan) > 0
        there = Span(0 if from_before else there.start, DAY if beyond else minute_of(block.period.end))
        for part in rest:
            if overlap(part, there):
                shared = Span(max(part.start, there.start), min(part.end, there.end))
                yield Closed(shared, closed_word(block), block)
        rest = open_spans(rest, [there])
    yield from (Closed(part, tr("Closed")) for part in rest)


def _side(at: datetime, plan: DayPlan) -> int:
    """-1, 0 or 1: an instant before, on or after the plan's day."""
    day = local_day(at, plan.zone)
    return (day > plan.day) - (day < plan.day)


def _lanes(visits: Sequence[tuple[Span, AppointmentRow]]) -> list[Box]:
    """Visits side by side where they overlap; a run of overlapping visits shares one number of lanes."""
    made: list[Box] = []
    run: list[tuple[Span, AppointmentRow]] = []
    end = -1
    for span, visit in sorted(visits, key=_begin):
        if span.start >= end:
            made += _run(run)
            run, end = [], -1
        run.append((span, visit))
        end = max(end, span.end)
    return [*made, *_run(run)]


def _begin(one: tuple[Span, AppointmentRow]) -> Span:
    return one[0]


def _run(visits: Sequence[tuple[Span, AppointmentRow]]) -> list[Box]:
    if len(visits) == 1:
        return [Box(visits[0][1], visits[0][0])]
    lanes: list[list[Span]] = []
    placed = []
    for span, visit in visits:
        number = free_lane(lanes, span)
        if number is None:
            number = len(lanes)
            lanes.append([])
        lanes[number].append(span)
        placed.append((visit, span, number))
    return [Box(visit, span, number, len(lanes)) for visit, span, number in placed]


def _ghosts(ghosts: Sequence[tuple[Span, AppointmentRow]], live: Sequence[tuple[Span, AppointmentRow]]) -> list[Box]:
    """A ghost alone in its time is a box of its own; where the hole was filled it becomes a strip."""
    met = [any(overlap(span, other) for other, _ in live) for span, _ in ghosts]
    alone = [ghost for ghost, taken in zip(ghosts, met, strict=True) if not taken]
    strips = [Box(visit, span, strip=True) for (span, visit), taken in zip(ghosts, met, strict=True) if taken]
    return [*_lanes(alone), *strips]
