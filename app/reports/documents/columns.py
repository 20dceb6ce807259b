"""The schedule in columns on a sheet that lies: a day of everybody, a week of one. Time runs down to scale.

So many columns stand on a page as can be read, evenly shared; no column is cut. What does not fit its place is marked
with a number there, and stands whole in a list behind.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from reportlab.lib.colors import white

from app.core.ports import SheetKind
from app.core.text import tr
from app.kit.dates import short_day
from app.reports.documents.director import marks_word, named
from app.reports.documents.rich import Laid, Piece, lay, put_name
from app.reports.documents.sections import Flow, Section
from app.reports.layout.chart import lanes
from app.reports.layout.grid import (
    BODY_SOFT,
    CELL,
    CELL_SOFT,
    FILL,
    HEIGHT,
    INK,
    LEFT,
    LEGEND,
    NAME,
    RULE,
    SECTION,
    SMALL,
    SOFT,
    TOP,
)
from app.reports.layout.paper import Paper
from app.reports.layout.table import Column, Row
from app.reports.rules.sheets import (
    LEAST_FREE,
    ScheduleSheet,
    SheetColumn,
    SheetVisit,
    Shut,
    halves_needed,
    hours_shown,
    sheet_title,
    time_of,
)
from app.reports.rules.words import THIN, clock, long_day, stamp, visit_day
from app.schedule.rules import Span, open_spans

AXIS = 30.0
#: the least width of a column with one lane, and the most
LEAST, MOST = 108.0, 230.0
#: visits side by side make a column wider, up to so many times
WIDEST = 3
STEP, FRIDAY = 12.4, 4
#: baselines: the summary, the columns' names, their counts; where the grid begins
SUMMARY, NAMES, COUNTS, GRID = TOP + 25, TOP + 49, TOP + 59, TOP + 65
BAR, PAD = 3.0, 3.0


@dataclass(slots=True)
class _Place:
    """A text in the grid and where it stands."""

    left: float
    room: float
    span: Span
    laid: Laid | None
    kind: str  # solid, dashed, dotted or none: the bar at its left
    number: int = 0


@dataclass(slots=True)
class _Planned:
    column: SheetColumn
    weight: int
    room: float = 0.0
    places: list[_Place] = field(default_factory=list)


def in_columns(sheet: ScheduleSheet) -> bytes:
    """The paper as PDF; its title names place and day, never a patient."""
    paper = Paper(sheet_title(sheet), sheet.language, (sheet.place, _head(sheet)), foot(sheet), lying=True)
    kept = tuple(one for one in sheet.columns if sheet.kind is not SheetKind.WEEK or not _free_weekend(one))
    return _Grid(paper, replace(sheet, columns=kept or sheet.columns)).finish()


def foot(sheet: ScheduleSheet) -> str:
    """What the paper contains, when it was printed and by whom."""
    words = {"when": stamp(sheet.printed_at), "who": sheet.printed_by}
    if sheet.named:
        return tr("Contains patient information · shred today · printed {when} by {who}", **words)
    return tr("Without names · shred today · printed {when} by {who}", **words)


def _head(sheet: ScheduleSheet) -> str:
    if sheet.kind is not SheetKind.WEEK:
        return tr("Day sheet · {day}", day=long_day(sheet.first))
    return tr("Week · {first} to {last}", first=visit_day(sheet.first), last=long_day(sheet.last))


class _Grid:
    """Planned first, so that what does not fit is known before a page is drawn."""

    def __init__(self, paper: Paper, sheet: ScheduleSheet) -> None:
        self.paper, self.sheet = paper, sheet
        self.week = sheet.kind is SheetKind.WEEK
        self.hours = hours_shown(sheet.columns)
        self.minute = (paper.foot - 16 - GRID) / (self.hours.end - self.hours.start)
        half = halves_needed(visit.start for column in sheet.columns for visit in column.visits)
        self.clock: Callable[[int], str] = lambda minute: clock(time_of(minute), half=half)
        self.rest: list[Row] = []
        self.gone: list[Row] = []
        self.pages = self._share([_Planned(column, _weight(column)) for column in sheet.columns])
        for page in self.pages:
            for one in page:
                self._plan(one)

    def finish(self) -> bytes:
        """Draw the pages and, behind them, the lists."""
        flow = Flow(self.paper, len(self.pages) + 1)
        for section in self._lists():
            flow.section(section, STEP)
        return self.paper.finish([*(partial(self._page, page) for page in self.pages), *flow.draws()])

    # planning

    def _share(self, columns: list[_Planned]) -> list[list[_Planned]]:
        """Columns by page: a week stays together, else as few pages as can be read, about equally full."""
        room = self.paper.room - AXIS
        most = len(columns) * WIDEST if self.week else int(room // LEAST)
        count = len(_pages(columns, most))
        pages = next(made for full in range(1, most + 1) if len(made := _pages(columns, full)) <= count)
        widest = max(sum(one.weight for one in page) for page in pages) or 1
        for page in pages:
            for one in page:
                one.room = min(room / widest, MOST) * one.weight
        return pages

    def _plan(self, one: _Planned) -> None:
        live = one.column.live
        for visit, (lane, count) in zip(live, lanes([v.span for v in live], WIDEST), strict=True):
            wide = (one.room - 4) / count
            one.places.append(self._visit(one.column, visit, lane * wide, wide - (2 if count > 1 else 0)))
        for visit in one.column.visits:
            if visit.ghost:
                self._ghost(one, visit)
        ghosts = [place.span for place in one.places if place.kind == "dashed"]
        for span in open_spans(one.column.free, ghosts):
            if span.end - span.start >= LEAST_FREE:
                words = tr("Free, {minutes} min", minutes=span.end - span.start)
                one.places.append(self._soft(one, span, ((self.clock(span.start), SMALL), (words, SMALL)), "dotted"))
        if not one.column.working and not one.places and not one.column.shut:
            one.places.append(self._shut(one, Shut(self.hours, tr("Closed"))))
        taken = [place.span for place in one.places if place.kind in ("solid", "dashed")]
        for shut in one.column.shut:  # a visit that is booked in closed time is never covered by its word
            parts = open_spans([shut.span], taken) if self._seen(shut.span) else []
            one.places += [self._shut(one, Shut(part, shut.word)) for part in parts if self._seen(part)]

    def _seen(self, span: Span) -> bool:
        return span.start < self.hours.end and self.hours.start < span.end

    def _visit(self, column: SheetColumn, visit: SheetVisit, left: float, room: float) -> _Place:
        paper, room = self.paper, room - BAR - PAD
        at, who = (self.clock(visit.start), CELL_SOFT), (named(visit.patient, visit.mrn), NAME)
        facts = (facts_of(visit), CELL)
        note = ((visit.note, CELL_SOFT),) if visit.note else ()
        parts: tuple[tuple[Piece, ...], ...] = ((at, who, facts, *note), (at, who, facts), (at, who))
        height = (visit.span.end - visit.span.start) * self.minute - 1
        laid = lay(paper, parts if note else parts[1:], room, height)
        if laid is not None and laid.whole:
            return _Place(left, room, visit.span, laid, "solid")
        number = len(self.rest) + 1
        self.rest.append(self._row(column, visit, number))
        mark = (f"[{number}]", NAME)
        laid = lay(paper, ((at, mark, who, facts), (at, mark, who), (at, mark), (mark,)), room, height)
        return _Place(left, room, visit.span, laid, "solid", number)

    def _ghost(self, one: _Planned, visit: SheetVisit) -> None:
        """A ghost alone in its time stands there; one whose time is used again is only listed, in a day's paper."""
        free = not any(v.span.start < visit.span.end and visit.span.start < v.span.end for v in one.column.live)
        taken = any(
            p.kind == "dashed" and p.span.start < visit.span.end and visit.span.start < p.span.end for p in one.places
        )
        if free and not taken:
            why = f"{THIN}· ".join(part for part in (visit.status, visit.reason) if part)
            words = ((self.clock(visit.start), SMALL), (named(visit.patient, visit.mrn), SMALL), (why, SMALL))
            place = self._soft(one, visit.span, words, "dashed")
            one.places.append(place)
            if place.laid is not None:
                return
        if not self.week:
            self.gone.append(self._row(one.column, visit, 0))

    def _shut(self, one: _Planned, shut: Shut) -> _Place:
        span = Span(max(shut.span.start, self.hours.start), min(shut.span.end, self.hours.end))
        return self._soft(one, span, ((shut.word, SMALL),), "none")

    def _soft(self, one: _Planned, span: Span, words: Sequence[Piece], kind: str) -> _Place:
        room, height = one.room - 4 - BAR - PAD, (span.end - span.start) * self.minute - 1
        small = [(text, style.sized(6.8)) for text, style in words]
        return _Place(0, room, span, lay(self.paper, (small, small[:2]), room, height), kind)

    def _row(self, column: SheetColumn, visit: SheetVisit, number: int) -> Row:
        where = short_day(column.day) if self.week else column.short
        more = visit.reason if visit.ghost else visit.note
        return Row(
            (
                f"[{number}]" if number else "", self.clock(visit.start), where, named(visit.patient, visit.mrn),
                facts_of(visit), more,
            ),
            {}, ruled=True,
        )  # fmt: skip

    def _lists(self) -> list[Section]:
        where = tr("Day") if self.week else tr("With")
        columns = (
            Column(tr("No."), 0, "l", CELL_SOFT), Column(tr("Time"), 0, "r"), Column(where, 0),
            Column(tr("Patient"), 0, "l", NAME), Column(tr("Visit"), 0), Column(tr("Note"), 0, gap=0),
        )  # fmt: skip
        told = ((tr("What the columns have no room for"), self.rest), (tr("Cancelled and missed"), self.gone))
        return [Section(title, str(len(rows)), columns, tuple(rows)) for title, rows in told if rows]

    # drawing

    def _page(self, page: Sequence[_Planned]) -> None:
        paper = self.paper
        used = paper.put(LEFT, SUMMARY, self._summary(), BODY_SOFT, room=paper.room, least=0.5)
        if paper.marked:
            paper.put(paper.right, SUMMARY, marks_word(), LEGEND, "r", paper.room - used - 20, 0.4)
        wide = AXIS + sum(one.room for one in page)
        self._hours(wide)
        x = LEFT + AXIS
        for one in page:
            self._heading(one, x)
            for place in one.places:
                self._place(place, x)
            x += one.room
        paper.rule(LEFT, GRID, wide, 0.8, INK)

    def _summary(self) -> str:
        columns = self.sheet.columns
        live = sum(len(column.live) for column in columns)
        free = sum(len(column.free) for column in columns)
        if self.week:
            who = columns[0].name if columns else ""
            return tr("{who} · visits: {visits} · free times: {free}", who=who, visits=live, free=free)
        if not columns:
            return tr("Nobody works on this day.")
        return tr(
            "Practitioners: {people} · visits: {visits} · free times: {free}",
            people=len(columns),
            visits=live,
            free=free,
        )

    def _hours(self, wide: float) -> None:
        for minute in range(self.hours.start, self.hours.end + 1, 60):
            y = self._y(minute)
            self.paper.rule(LEFT + AXIS - 4, y, wide - AXIS + 4, 0.3, FILL)
            if minute < self.hours.end:
                self.paper.put(LEFT + AXIS - 7, y + 7, clock(time_of(minute), half=False), SMALL, "r")

    def _y(self, minute: float) -> float:
        return GRID + (minute - self.hours.start) * self.minute

    def _heading(self, one: _Planned, x: float) -> None:
        column, room = one.column, one.room - 6
        title = short_day(column.day) if self.week else column.name
        put_name(self.paper, x, NAMES, room, title, SECTION)
        words = tr("visits: {visits} · free: {free}", visits=len(column.live), free=len(column.free))
        self.paper.put(x, COUNTS, words, SMALL, room=room, least=0.6)
        canvas = self.paper.canvas
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.3)
        canvas.line(x - 3, HEIGHT - GRID, x - 3, HEIGHT - self._y(self.hours.end))

    def _place(self, place: _Place, x: float) -> None:
        top, end = self._y(place.span.start), self._y(place.span.end)
        shown_bar(self.paper, x + place.left, top + 0.6, end - top - 1.2, place.kind)
        if place.laid is not None:
            canvas, room = self.paper.canvas, place.room  # no line of an hour runs through the words
            canvas.setFillColor(white)
            canvas.rect(x + place.left + BAR, HEIGHT - end + 0.4, room + 5, end - top - 0.8, stroke=0, fill=1)
            place.laid.draw(self.paper, x + place.left + BAR + PAD, top)


def _free_weekend(column: SheetColumn) -> bool:
    """A Saturday or Sunday on which nobody works and nobody comes."""
    return column.day.weekday() > FRIDAY and not column.working and not column.visits


def _pages(columns: Sequence[_Planned], most: int) -> list[list[_Planned]]:
    """Columns in order, so many weights on a page at most; one that is wider stands alone."""
    pages: list[list[_Planned]] = [[]]
    for one in columns:
        if pages[-1] and sum(other.weight for other in pages[-1]) + one.weight > most:
            pages.append([])
        pages[-1].append(one)
    return pages


def _weight(column: SheetColumn) -> int:
    return max((count for _, count in lanes([visit.span for visit in column.live], WIDEST)), default=1)


def facts_of(visit: SheetVisit) -> str:
    """Visit type, status and room of a visit."""
    room = tr("room {room}", room=visit.room) if visit.room else ""
    return f"{THIN}· ".join(part for part in (visit.kind, visit.status, room) if part)


def shown_bar(paper: Paper, x: float, y: float, tall: float, kind: str) -> None:
    """The bar at the left of a text: as long as the time."""
    canvas = paper.canvas
    if kind == "none" or tall <= 0:
        return
    if kind == "solid":
        canvas.setFillColor(FILL)
        canvas.rect(x, HEIGHT - y - tall, BAR, tall, stroke=0, fill=1)
        return
    canvas.setStrokeColor(SOFT)
    canvas.setLineWidth(0.5)
    canvas.setDash(*((2, 1.5) if kind == "dashed" else (0.8, 1.6)))
    canvas.rect(x + 0.3, HEIGHT - y - tall, BAR - 0.6, tall, stroke=1, fill=0)
    canvas.setDash()
