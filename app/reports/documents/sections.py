"""Sections with rows: they know their height, show as many rows as fit, and carry the rest to a later page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.core.text import tr
from app.reports.layout.grid import ASIDE as NOTE_STYLE
from app.reports.layout.grid import LEFT, TOP
from app.reports.layout.paper import Paper
from app.reports.layout.table import Column, Placed, Row, Table, fit, widths

HEADING = 25.0
CLOSE = 2.5  # how much nearer the next section's rule comes than a row would
ABOVE_FOOT = 18.0


@dataclass(slots=True)
class Section:
    """A heading and rows. Columns are as wide as their texts need in the room they get."""

    title: str
    aside: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    named: bool = True  # whether the column names are shown
    empty: str = ""
    shown: int = 0
    page: int = 0  # where the rest continues
    placed: list[Placed] = field(default_factory=list)

    def table(self, paper: Paper, room: float, step: float) -> Table:
        """The table of this section in a room."""
        return Table(paper, widths(paper, self.columns, self.rows, room), step)

    def measure(self, paper: Paper, room: float, step: float) -> None:
        """Measure the rows for page 1."""
        self.placed = self.table(paper, room, step).place(self.rows)
        self.shown = len(self.placed)

    def height(self, step: float) -> float:
        """From its rule to the next section's, with `shown` rows."""
        rows = sum(row.height for row in self.placed[: self.shown])
        extra = step if self.shown < len(self.placed) or not self.placed else 0.0
        return HEADING + (step + 1 if self.named and self.placed else 0) + rows + extra - CLOSE

    def draw(self, paper: Paper, x: float, y: float, room: float, step: float) -> float:
        """Draw the rows that fit and say where the others are; returns the y of the next section's rule."""
        table = self.table(paper, room, step)
        y = paper.heading(x, y, room, self.title, self.aside)
        if not self.placed:
            paper.put(x, y, self.empty, NOTE_STYLE.sized(8))
            return y + step - CLOSE
        if self.named:
            y = table.head(x, y - 1)
        y = table.body(x, y, self.placed[: self.shown])
        rest = len(self.placed) - self.shown
        if rest:
            paper.put(x, y, tr("and {count} more, page {page}", count=rest, page=self.page), NOTE_STYLE.sized(8))
            y += step
        return y - CLOSE


def share(columns: Sequence[Sequence[Section]], room: float, step: float) -> None:
    """Let each section of each column show as many rows as fit: the longest gives way first."""
    for sections in columns:
        while sum(section.height(step) for section in sections) > room:
            longest = max(sections, key=lambda section: section.shown)
            if longest.shown <= 1:
                break
            longest.shown -= 1


class Flow:
    """Pages after the first, filled from top to bottom by pieces of known height."""

    def __init__(self, paper: Paper, first: int) -> None:
        """`first` is the number of the first page made here."""
        self.paper, self.first = paper, first
        self.pages: list[list[Callable[[], object]]] = []
        self.y = self._bottom

    @property
    def _bottom(self) -> float:
        return self.paper.foot - ABOVE_FOOT

    @property
    def page(self) -> int:
        """The number of the page being filled."""
        return self.first + len(self.pages) - 1

    @property
    def left(self) -> float:
        """Points left on the page being filled."""
        return self._bottom - self.y

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self.y = TOP + 34

    def need(self, height: float) -> None:
        """Begin a new page unless so much is left on this one."""
        if self.left < height:
            self.turn()

    def add(self, height: float, draw: Callable[[float], object]) -> None:
        """Put a piece at the present y and move down."""
        self.pages[-1].append(partial(draw, self.y))
        self.y += height

    def section(self, section: Section, step: float) -> None:
        """The rest of a section over the whole width, over as many pages as it takes."""
        table = section.table(self.paper, self.paper.room, step)
        rows, done = table.place(section.rows), section.shown
        self.need(HEADING + step * 4)
        section.page = self.page
        while done < len(rows):
            self.need(HEADING + step + 1 + max(step * 2, rows[done].height))
            end = fit(rows, self.left - HEADING - step - 1, done)
            self.add(
                HEADING + step + 1 + sum(row.height for row in rows[done:end]),
                partial(self._part, table, section, done, rows[done:end]),
            )
            done = end

    def _part(self, table: Table, section: Section, done: int, rows: Sequence[Placed], y: float) -> None:
        count = len(section.rows)
        whole = len(rows) == count
        aside = "" if whole else tr("{first}–{last} of {all}", first=done + 1, last=done + len(rows), all=count)
        title = tr("{section}, continued", section=section.title) if done else section.title
        y = self.paper.heading(LEFT, y, self.paper.room, title, aside)
        table.body(LEFT, table.head(LEFT, y - 1) if section.named else y, rows)

    def draws(self) -> list[Callable[[], None]]:
        """One function for each page."""
        return [partial(_all, pieces) for pieces in self.pages]


def _all(pieces: Sequence[Callable[[], object]]) -> None:
    for piece in pieces:
        piece()
