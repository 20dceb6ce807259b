"""The day by practitioner: a bar for each visit, as long as the visit; who does not fit goes to a later page."""

from collections.abc import Sequence
from functools import partial

from app.core.text import tr
from app.reports.documents.sections import Flow
from app.reports.layout.chart import bar, cell, lanes
from app.reports.layout.grid import ASIDE, CELL, FILL, HEIGHT, LEFT, RIGHT, ROOM, SMALL, SOFT, span
from app.reports.layout.paper import Paper
from app.reports.rules import counts
from app.reports.rules.values import EndOfDay, Outcome, PractitionerDay, VisitRow
from app.reports.rules.words import hour

STEP, LANE = 15.0, 7.0
KINDS = {
    Outcome.ATTENDED: ("", "solid"),
    Outcome.NOSHOW: ("N", "outline"),
    Outcome.LATE_CANCEL: ("L", "outline"),
    Outcome.CANCELLED: ("C", "dashed"),
    Outcome.LEFT: ("W", "half"),
    Outcome.OPEN: ("", "dotted"),
}
Line = tuple[PractitionerDay, int, int]


class Strip:
    """The one big picture of page 1. Rows by utilization, best first."""

    def __init__(self, paper: Paper, report: EndOfDay) -> None:
        """Measure the rows; nothing is drawn when no practitioner is known."""
        self.paper = paper
        self.lines: list[Line] = counts.use_of(report)
        self.visits = {key: _visible(rows) for key, rows in counts.by_practitioner(report).items()}
        self.lanes = {key: _lanes(rows) for key, rows in self.visits.items()}
        self.hours = counts.hours_shown(report)
        self.waits = counts.waits(report.visits)
        self.step = STEP
        self.shown = len(self.lines)
        self.page = 0
        self.used = any(line[2] for line in self.lines)

    @property
    def cut(self) -> bool:
        """Whether rows are carried to a later page."""
        return self.shown < len(self.lines)

    def _tall(self, line: Line) -> float:
        count = max((count for _, count in self.lanes.get(line[0].key, [])), default=1)
        return self.step if count == 1 else max(self.step, count * LANE + 4)

    def height(self) -> float:
        """From its rule to the rule below."""
        if not self.lines:
            return 0.0
        rows = sum(self._tall(line) for line in self.lines[: self.shown])
        return 32 + rows + (STEP if self.cut else 0) + (14 if self.waits else 0) + 7

    def shrink(self, room: float) -> None:
        """Give rows away until it fits the room; one row always stays."""
        while self.shown > 1 and self.height() > room:
            self.shown -= 1

    def draw(self, y: float) -> float:
        """Heading, axis, rows; returns the y of the next section's rule."""
        if not self.lines:
            return y
        end = y + self.height()
        y = self._rows(self.lines[: self.shown], y)
        if self.cut:
            rest = tr("and {count} more, page {page}", count=len(self.lines) - self.shown, page=self.page)
            self.paper.put(LEFT, y + 8.5, rest, ASIDE.sized(8))
            y += STEP
        if self.waits:
            median, most, longest = self.waits
            said = tr(
                "Wait from arrival to taken back: median {median} min, nine in ten at most {most}, longest {longest}.",
                median=median,
                most=most,
                longest=longest,
            )
            self.paper.put(LEFT, y + 9, said, CELL)
        return end

    def carry(self, flow: Flow) -> None:
        """All rows, on as many later pages as they need."""
        done = self.shown
        while done < len(self.lines):
            flow.need(32 + STEP * 3)
            self.page = self.page or flow.page
            end, used = done, 40.0
            while end < len(self.lines) and used + self._tall(self.lines[end]) <= flow.left:
                used += self._tall(self.lines[end])
                end += 1
            end = max(end, done + 1)
            flow.add(used, partial(self._rows, self.lines[done:end]))
            done = end

    def _rows(self, lines: Sequence[Line], y: float) -> float:
        y = self.paper.heading(LEFT, y, ROOM, tr("The day by practitioner"), self._legend())
        x, room = span(3, 7)
        self._axis(x, y, room, sum(self._tall(line) for line in lines) + 8)
        if self.used:
            self.paper.put(RIGHT, y, tr("Utilization"), SMALL, "r")
        y += 7
        for line in lines:
            self._row(line, y)
            y += self._tall(line)
        return y

    def _legend(self) -> str:
        rows = [visit for visits in self.visits.values() for visit in visits]
        seen = {visit.outcome for visit in rows}
        words = (
            (Outcome.NOSHOW in seen, tr("N no-show")),
            (Outcome.LATE_CANCEL in seen, tr("L late cancel")),
            (Outcome.CANCELLED in seen, tr("C cancelled earlier")),
            (Outcome.LEFT in seen, tr("W left unseen")),
            (any(visit.refill for visit in rows), tr("R late cancel, refilled")),
            (Outcome.OPEN in seen, tr("dotted: still open")),
        )
        return "   ".join(word for there, word in words if there)

    def _axis(self, x: float, y: float, room: float, tall: float) -> None:
        first, last = self.hours
        canvas = self.paper.canvas
        for at in range(first, last + 1):
            where = x + room * (at - first) / max(last - first, 1)
            canvas.setStrokeColor(FILL)
            canvas.setLineWidth(0.3)
            canvas.line(where, HEIGHT - y - 3, where, HEIGHT - y - tall)
            shown = hour(at)
            if at == first and at < 12:
                shown = tr("{time} AM", time=shown)
            elif at == max(12, first):
                shown = tr("{time} PM", time=shown)
            if at % max(1, (last - first) // 13 + 1) == 0 or at in (first, 12):
                self.paper.put(where, y, shown, SMALL, "c")

    def _row(self, line: Line, y: float) -> None:
        person, used, template = line
        tall = self._tall(line)
        middle = y + (tall - 4) / 2 + 2.9  # the baseline that sits in the middle of the bars
        self._name(person, middle)
        x, room = span(3, 7)
        for block in person.blocks:
            left, wide = self._place(x, room, block.first, block.last)
            self.paper.rule(left, y + (tall - 4) / 2, wide - 1.2, 0.7, SOFT)
        visits = self.visits.get(person.key, [])
        for visit, (number, count) in zip(visits, self.lanes.get(person.key, []), strict=True):
            each = min((tall - 4) / count, self.step - 4)
            left, wide = self._place(x, room, visit.minute, visit.minute + visit.minutes)
            letter, kind = KINDS[visit.outcome]
            box = (left + 0.6, y + number * each, max(wide - 1.8, 1.2), each - (0 if count == 1 else 1))
            letter = "R" if visit.refill and not letter else letter
            cell(self.paper, box, letter, kind)
        if template:
            at, wide = span(10, 2)
            bar(self.paper, at, middle - 2.8, wide - 32, used / template)
            self.paper.put(RIGHT, middle, tr("{share} %", share=f"{used / template * 100:.0f}"), CELL, "r")

    def _name(self, person: PractitionerDay, y: float) -> None:
        """The full name where it fits, else the person's own short form; never cut by the printer."""
        room = span(0, 3)[1]
        name = person.name if self.paper.width(person.name, CELL) * 0.86 <= room else person.short or person.name
        self.paper.squeeze(LEFT, y, room, name, CELL)

    def _place(self, x: float, room: float, first: int, last: int) -> tuple[float, float]:
        begin, end = self.hours[0] * 60, self.hours[1] * 60
        first, last = max(first, begin), min(last, end)
        scale = room / max(end - begin, 1)
        return x + (first - begin) * scale, max(last - first, 1) * scale


def _lanes(visits: Sequence[VisitRow]) -> list[tuple[int, int]]:
    return lanes([(visit.minute, visit.minute + visit.minutes) for visit in visits])


def _visible(rows: Sequence[VisitRow]) -> list[VisitRow]:
    """A late cancel whose time another patient used is shown by that visit's R, not by a bar of its own."""
    return [row for row in rows if not (row.outcome is Outcome.LATE_CANCEL and row.hole_filled)]
