"""Where things lie in the painted day, in pixels, and which place lies under a point. No painting, no state."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from app.kit import theme
from app.schedule.rules import Span
from app.schedule.viewmodel import Board, Box, Cursor
from app.schedule.viewmodel.board import CELL

AXIS, HEAD, COLUMN, COLUMN_MAX, STRIP = 64, 52, 152, 340, 22
#: pixels a minute at 100 %
MINUTE = 1.66
#: how large a day may be drawn; the text keeps its size
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things lie in the viewport, in pixels, for one size and one scroll position."""

    board: Board
    width: float
    height: float
    dx: float = 0
    dy: float = 0
    zoom: float = 1.0

    #: the width of the hours, which stay while the columns scroll
    axis: int = field(init=False)
    #: the height of the names, which stay while the hours scroll
    head: int = field(init=False)
    #: pixels a minute
    minute: float = field(init=False)
    #: the width of a column: all of the room, but never below the least at which names can be read
    column: int = field(init=False)

    def __post_init__(self) -> None:
        count, px = max(1, len(self.board.columns)), theme.px
        least, most = px(COLUMN * self.zoom), px(COLUMN_MAX * max(1.0, self.zoom))
        room = int(self.width - px(AXIS)) // count
        for name, value in (
            ("axis", px(AXIS)),
            ("head", px(HEAD)),
            ("minute", MINUTE * theme.current().scale * self.zoom),
            ("column", min(max(least, room), most)),
        ):
            object.__setattr__(self, name, value)

    @property
    def content_width(self) -> int:
        """Everything from the hours to the last column."""
        return round(self.axis + self.column * len(self.board.columns))

    @property
    def content_height(self) -> int:
        """Everything from the names to the last hour."""
        return round(self.head + (self.board.last - self.board.first) * self.minute + theme.px(8))

    def seen(self, more: int = 0) -> range:
        """The columns of which something is seen, and so many `more` at each side."""
        first = int(self.dx // self.column) - more
        last = int((self.dx + self.width - self.axis) // self.column) + 1 + more
        return range(max(0, first), min(len(self.board.columns), last))

    def x(self, column: int) -> float:
        """The left edge of a column in the viewport."""
        return self.axis + column * self.column - self.dx

    def y(self, minute: float) -> float:
        """Where a minute of the day lies in the viewport."""
        return self.head + (minute - self.board.first) * self.minute - self.dy

    def span(self, column: int, span: Span) -> QRectF:
        """A span of a column."""
        return QRectF(self.x(column), self.y(span.start), self.column, (span.end - span.start) * self.minute)

    def box(self, column: int, box: Box) -> QRectF:
        """The rectangle of a visit, on whole pixels."""
        left, top, wide, high = self.lane(column, box, box.span)
        return QRectF(round(left), round(top) + 1, round(wide), max(4, round(top + high) - round(top) - 2))

    def lane(self, column: int, box: Box, span: Span) -> tuple[float, float, float, float]:
        """Left, top, width and height of a span in the lane of a visit."""
        px, strip = theme.px, theme.px(STRIP)
        whole, left = self.column - px(9), self.x(column) + px(3)
        top, high = self.y(span.start), (span.end - span.start) * self.minute
        if box.strip:
            return left + whole - strip, top, strip, high
        wide = (whole - (strip + px(3) if box.beside else 0)) / box.lanes
        return left + box.lane * wide, top, wide - (px(2) if box.lanes > 1 else 0), high

    def cell(self, place: Cursor) -> QRectF:
        """The rectangle of a free cell; beside visits it is as wide as its lane."""
        whole = self.span(place.column, Span(place.minute, place.minute + CELL))
        whole = whole.adjusted(theme.px(3), 1, -theme.px(6), -1)
        column = self.board.columns[place.column]
        lanes = column.width(place.minute)
        strip = theme.px(STRIP + 3) if len(column.row(place.minute)) > lanes else 0
        wide = (whole.width() - strip) / lanes
        return QRectF(whole.left() + min(place.lane, lanes - 1) * wide, whole.top(), wide, whole.height())

    def at(self, x: float, y: float) -> Cursor | None:
        """The place under a point, or None beside the columns."""
        if x < self.axis or y < self.head or not self.board.columns:
            return None
        column = int((x - self.axis + self.dx) // self.column)
        minute = int((y - self.head + self.dy) / self.minute) + self.board.first
        inside = column < len(self.board.columns) and minute < self.board.last
        return Cursor(column, minute, self._lane(column, minute, x)) if inside else None

    def _lane(self, column: int, minute: int, x: float) -> int:
        """Which of the places beside each other lies under a point: the box drawn there, else by the width."""
        row = self.board.columns[column].row(minute)
        for lane, box in sorted(enumerate(row), key=lambda one: one[1] is not None and one[1].visit.ghost):
            if box is not None and self.box(column, box).left() <= x <= self.box(column, box).right():
                return lane
        lanes = self.board.columns[column].width(minute)
        return min(int((x - self.x(column)) * lanes / self.column), lanes - 1)
