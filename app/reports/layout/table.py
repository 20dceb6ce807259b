"""Tables drawn straight on the canvas, one text object for each column and page; heights are known beforehand."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reportlab.lib.colors import Color

from app.reports.layout import faces
from app.reports.layout.grid import CELL, HEIGHT, RULE, SMALL, Type
from app.reports.layout.paper import LEAST, Paper


class Column(NamedTuple):
    """A column: its name, its width, `l` or `r`, the look of its cells, the gap kept free at its right."""

    name: str
    room: float
    align: str = "l"
    style: Type = CELL
    gap: float = 6.0


class Row(NamedTuple):
    """A row's texts; `looks` are cells that differ from their column; `ruled` draws a hairline above."""

    cells: tuple[str, ...]
    looks: Mapping[int, Type] = {}
    ruled: bool = False


class Placed(NamedTuple):
    """A measured row: its height, and each cell as lines with their look."""

    height: float
    cells: tuple[tuple[Sequence[str], Type], ...]
    ruled: bool


class Table:
    """Columns on a paper. `step` is the height of a one-line row."""

    def __init__(self, paper: Paper, columns: Sequence[Column], step: float) -> None:
        """Rows are measured by `place`, split by `fit`, and drawn by `body`."""
        self.paper, self.columns, self.step = paper, columns, step
        self.total = sum(column.room for column in columns)

    def place(self, rows: Sequence[Row]) -> list[Placed]:
        """Measure rows. A cell too wide shrinks, then wraps, and its row grows; nothing is cut off."""
        return [self._place(row) for row in rows]

    def _place(self, row: Row) -> Placed:
        tall = 1
        cells: list[tuple[Sequence[str], Type]] = []
        looks = row.looks
        for index, (text, column) in enumerate(zip(row.cells, self.columns, strict=True)):
            style = looks.get(index, column.style) if looks else column.style
            room = column.room - column.gap
            if self.paper.width(text, style) <= room:
                cells.append(((text,), style))
                continue
            cut = self.paper.fold(text, room, style)
            widest = max(self.paper.width(line, style) for line in cut)
            if widest > room:
                style = style.sized(style.size * max(LEAST, room / widest))
            cells.append((tuple(cut), style))
            tall = max(tall, len(cut))
        return Placed(self.step + (tall - 1) * CELL.lead, tuple(cells), row.ruled)

    def head(self, x: float, y: float, weight: float = 0.4, ink: Color = RULE) -> float:
        """Column names with a rule below; returns the first row's baseline."""
        at = x
        for column in self.columns:
            right = column.align == "r"
            self.paper.put(at + column.room - column.gap if right else at, y, column.name, SMALL, column.align)
            at += column.room
        self.paper.rule(x, y + 4, self.total, weight, ink)
        return y + self.step + 1

    def body(self, x: float, y: float, rows: Sequence[Placed]) -> float:
        """Draw measured rows from baseline y; returns the next baseline."""
        lines, at = [], y
        for row in rows:
            if row.ruled and row is not rows[0]:
                self.paper.rule(x, at - self.step * 0.69, self.total, 0.35)
            lines.append(at)
            at += row.height
        for index, column in enumerate(self.columns):
            self._column(x, index, column, rows, lines)
            x += column.room
        return at

    def _column(self, x: float, index: int, column: Column, rows: Sequence[Placed], tops: Sequence[float]) -> None:
        """One text object; cells with marked signs are drawn apart."""
        paper, right = self.paper, column.align == "r"
        edge = x + column.room - column.gap
        text: Any = paper.canvas.beginText()
        last: Type | None = None
        apart = []
        for row, top in zip(rows, tops, strict=True):
            cut, style = row.cells[index]
            for number, line in enumerate(cut):
                if not line:
                    continue
                y = top + number * CELL.lead
                shown = faces.clean(line)
                if not faces.is_plain(shown, style.face):
                    apart.append((y, line, style))
                    continue
                if style != last:
                    text.setFillColor(style.ink)
                    text.setFont(style.face, style.size)
                    last = style
                text.setTextOrigin(edge - paper.width(line, style) if right else x, HEIGHT - y)
                text.textLine(shown)
        paper.canvas.drawText(text)
        for y, line, style in apart:
            paper.put(edge if right else x, y, line, style, column.align)


def widths(paper: Paper, columns: Sequence[Column], rows: Sequence[Row], total: float) -> list[Column]:
    """Columns that together take `total`: as wide as their texts, the widest giving way, spare room shared.

    Columns flush right keep their own width; the others get a place for at least four letters. Spare room goes by what
    a column holds: a short one does not stand empty beside a long one.
    """
    rooms = [_natural(paper, column, [row.cells[k] for row in rows]) for k, column in enumerate(columns)]
    free = [k for k, column in enumerate(columns) if column.align == "l"] or list(range(len(columns)))
    while sum(rooms) > total + 0.01:
        widest = max(free, key=lambda k: rooms[k])
        second = max((rooms[k] for k in free if k != widest), default=24.0)
        cut = min(sum(rooms) - total, max(rooms[widest] - second, 4.0))
        if rooms[widest] - cut < 24:
            break
        rooms[widest] -= cut
    spare = (total - sum(rooms)) / sum(rooms[k] for k in free)
    return [column._replace(room=rooms[k] * (1 + spare * (k in free))) for k, column in enumerate(columns)]


def _natural(paper: Paper, column: Column, texts: Sequence[str]) -> float:
    names = paper.width(column.name, SMALL)
    return max([24.0, names + column.gap, *(paper.width(text, column.style) + column.gap + 0.5 for text in texts)])


def fit(rows: Sequence[Placed], room: float, first: int = 0) -> int:
    """The index after the last row that fits `room`, from row `first`; always at least one row."""
    end, used = first, 0.0
    while end < len(rows) and (end == first or used + rows[end].height <= room):
        used += rows[end].height
        end += 1
    return end
