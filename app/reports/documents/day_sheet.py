"""A day sheet for one practitioner after another: time runs about to scale, so that a gap looks like a gap; room for a pen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from app.core.text import tr
from app.reports.documents.columns import facts_of, foot, shown_bar
from app.reports.documents.director import marks_word, named
from app.reports.documents.rich import put_name
from app.reports.layout.grid import (
    BODY_SOFT,
    CELL,
    CELL_SOFT,
    INK,
    LEFT,
    LEGEND,
    RIGHT,
    ROOM,
    SECTION,
    SMALL,
    TITLE,
    TOP,
)
from app.reports.layout.paper import Paper
from app.reports.rules.sheets import ScheduleSheet, SheetColumn, SheetVisit, halves_needed, sheet_title, time_of
from app.reports.rules.words import clock, long_day

#: where the first row begins, and the last may end
FIRST, END = TOP + 74, 736.0
#: places from the left: the bar, the words; the lines for a pen
BAR, WORDS, PEN = LEFT + 38, LEFT + 50, RIGHT - 166
#: the least height of a row, and of one that only says what became of a time
LEAST, THIN_ROW = 24.0, 13.0
#: points a minute at most, and the distance of the pen's lines
MOST, LINE = 1.5, 18.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row: when it begins, how long it is, what it needs, how it is drawn."""

    start: int
    minutes: int
    need: float
    grows: bool
    draw: Callable[[float, float], None]


def day_sheets(sheet: ScheduleSheet) -> bytes:
    """The paper as PDF; each practitioner begins a page of their own."""
    head = tr("Day sheet · {day}", day=long_day(sheet.first))
    paper = Paper(sheet_title(sheet), sheet.language, (sheet.place, head), foot(sheet))
    pages = [page for column in sheet.columns for page in _Person(paper, column).pages()]
    return paper.finish(pages or [partial(_nobody, paper)])


def _nobody(paper: Paper) -> None:
    paper.put(LEFT, TOP + 40, tr("Nobody works on this day."), TITLE)


class _Person:
    """One practitioner's day over as many pages as it takes."""

    def __init__(self, paper: Paper, column: SheetColumn) -> None:
        self.paper, self.column = paper, column
        half = halves_needed(visit.start for visit in column.visits)
        self.clock: Callable[[int], str] = lambda minute: clock(time_of(minute), half=half)
        rows = [self._ghost(v) if v.ghost else self._visit(v) for v in column.visits]
        rows += [self._quiet(s.start, s.end, tr("Free, {minutes} min", minutes=s.end - s.start)) for s in column.free]
        begin = min([one.start for one in column.working] or [0])
        end = max([one.end for one in column.working] or [24 * 60])
        rows += [
            self._quiet(max(one.span.start, begin), min(one.span.end, end), one.word, "none")
            for one in column.shut
            if one.span.start < end and begin < one.span.end
        ]
        self.rows = sorted(rows, key=lambda row: (row.start, row.grows))

    def pages(self) -> Sequence[Callable[[], None]]:
        """One function for each page."""
        room, heights = END - FIRST, self._heights(END - FIRST)
        parts: list[list[tuple[_Entry, float]]] = [[]]
        used = 0.0
        for row, height in zip(self.rows, heights, strict=True):
            if parts[-1] and used + height > room:
                parts.append([])
                used = 0.0
            parts[-1].append((row, height))
            used += height
        return [partial(self._page, part, number > 0) for number, part in enumerate(parts)]

    def _heights(self, room: float) -> list[float]:
        """As long as the time, where the page has room for it; never less than the words need."""
        scale = MOST
        while scale > 0.3 and sum(self._height(row, scale) for row in self.rows) > room:
            scale -= 0.02
        fits = sum(self._height(row, scale) for row in self.rows) <= room
        return [self._height(row, scale if fits else 0.75) for row in self.rows]

    @staticmethod
    def _height(row: _Entry, scale: float) -> float:
        return max(row.need, row.minutes * scale) if row.grows else row.need

    def _page(self, rows: Sequence[tuple[_Entry, float]], later: bool) -> None:
        paper = self.paper
        name = tr("{section}, continued", section=self.column.name) if later else self.column.name
        put_name(paper, LEFT, TOP + 32, ROOM, name, TITLE, 1)
        paper.put(LEFT, TOP + 47, self._summary(), BODY_SOFT, room=ROOM, least=0.5)
        paper.put(WORDS, FIRST - 8, tr("Patient, visit"), SMALL)
        paper.put(PEN, FIRST - 8, tr("Notes"), SMALL)
        paper.rule(LEFT, FIRST - 3, ROOM, 0.8, INK)
        y = FIRST
        for row, height in rows:
            if y > FIRST:
                paper.rule(LEFT, y - 3, ROOM, 0.35)
            row.draw(y, height)
            y += height
        paper.rule(LEFT, y - 3, ROOM, 0.8, INK)
        if paper.marked:
            paper.put(LEFT, END + 6, marks_word(), LEGEND, room=ROOM, least=0.4)

    def _summary(self) -> str:
        live, free = self.column.live, self.column.free
        if not live:
            return tr("Nobody is booked.")
        said = tr(
            "Visits: {visits}, {first} to {last}.",
            visits=len(live), first=self.clock(live[0].start), last=self.clock(max(v.span.end for v in live)),
        )  # fmt: skip
        return (
            f"{said} {tr('Free times: {free}.', free=', '.join(self.clock(one.start) for one in free))}"
            if free
            else said
        )

    def _visit(self, visit: SheetVisit) -> _Entry:
        paper, room = self.paper, PEN - WORDS - 12
        name = paper.fold(named(visit.patient, visit.mrn), room, SECTION.sized(10))
        note = paper.lines(visit.note, room, CELL) if visit.note else []
        facts = paper.lines(facts_of(visit), room, CELL_SOFT)
        need = max(LEAST, len(name) * 12 + len(facts) * 10 + len(note) * 10 + 7)

        def draw(y: float, height: float) -> None:
            self._time(y, visit.start, visit.minutes)
            shown_bar(paper, BAR, y, height - 6, "solid")
            at = y + 8
            for line in name:
                paper.put(WORDS, at, line, SECTION.sized(10), room=room)
                at += 12
            for line, style in [*((line, CELL_SOFT) for line in facts), *((line, CELL) for line in note)]:
                paper.put(WORDS, at - 1, line, style)
                at += 10
            for number in range(max(1, int((height - 10) // LINE))):
                paper.rule(PEN, y + (number + 1) * LINE - 4, RIGHT - PEN, 0.35)

        return _Entry(visit.start, visit.minutes, need, True, draw)

    def _time(self, y: float, start: int, minutes: int) -> None:
        self.paper.put(BAR - 7, y + 8, self.clock(start), SECTION, "r", BAR - 7 - LEFT, 0.5)
        self.paper.put(BAR - 7, y + 17, tr("{minutes} min", minutes=minutes), SMALL, "r", BAR - 7 - LEFT, 0.5)

    def _ghost(self, visit: SheetVisit) -> _Entry:
        words = " · ".join(part for part in (visit.status, named(visit.patient, visit.mrn), visit.reason) if part)
        lines = self.paper.lines(words, RIGHT - WORDS, SMALL)

        def draw(y: float, height: float) -> None:
            self.paper.put(BAR - 7, y + 6, self.clock(visit.start), SMALL, "r", BAR - 7 - LEFT, 0.5)
            shown_bar(self.paper, BAR, y, height - 5, "dashed")
            for number, line in enumerate(lines):
                self.paper.put(WORDS, y + 6 + number * 8.2, line, SMALL)

        return _Entry(visit.start, 0, THIN_ROW + (len(lines) - 1) * 8.2, False, draw)

    def _quiet(self, start: int, end: int, words: str, kind: str = "dotted") -> _Entry:
        def draw(y: float, height: float) -> None:
            self.paper.put(BAR - 7, y + 8, self.clock(start), BODY_SOFT, "r", BAR - 7 - LEFT, 0.5)
            shown_bar(self.paper, BAR, y, height - 6, kind)
            self.paper.squeeze(WORDS, y + 8, RIGHT - WORDS, words, BODY_SOFT)

        return _Entry(start, end - start, 16.0, True, draw)
