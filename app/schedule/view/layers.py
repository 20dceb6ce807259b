"""What was painted of a day and is kept: a picture of each column, of its head, and of the hours.

Scrolling only copies these pictures. After a change a column is painted anew when what it shows is another thing, and
the columns beside it stay as they are.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.kit import theme
from app.schedule.view import drawing
from app.schedule.view.grid import Grid
from app.schedule.viewmodel import Column, DayModel, Look

#: so many columns beside those that are seen are kept
SPARE = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """What a column's picture is of; an equal one needs no painting."""

    column: Column
    looks: tuple[Look, ...]
    now: int | None


@dataclass(frozen=True, slots=True)
class Painted:
    """A column as pixels."""

    shown: Shown
    head: QPixmap
    body: QPixmap


class Layers:
    """The pictures of one canvas for one size, one zoom and one theme."""

    def __init__(self, model: DayModel) -> None:
        self.model = model
        self.ratio = 1.0
        self._columns: dict[int, Painted] = {}
        self._sure: set[int] = set()
        self._hours: tuple[object, QPixmap] | None = None

    def forget(self) -> None:
        """Everything looks otherwise now: another size, theme or language."""
        self._columns.clear()
        self._sure.clear()
        self._hours = None

    def look_again(self) -> None:
        """The day may have changed; each column is compared before it is shown again."""
        self._sure.clear()

    def paint(self, painter: QPainter, grid: Grid) -> None:
        """Put the pictures together as they are seen now."""
        body = QRectF(grid.axis, grid.head, grid.width - grid.axis, grid.height - grid.head)
        painter.fillRect(QRectF(0, 0, grid.width, grid.height), theme.colour("surface"))
        painter.fillRect(QRectF(0, 0, grid.width, grid.head), theme.colour("sunken"))
        seen = {number: self._column(number, grid) for number in grid.seen()}
        painter.setClipRect(body)
        for number, one in seen.items():
            painter.drawPixmap(QPointF(grid.x(number), grid.head - grid.dy), one.body)
        painter.setClipRect(QRectF(grid.axis, 0, body.width(), grid.head))
        for number, one in seen.items():
            painter.drawPixmap(QPointF(grid.x(number), 0), one.head)
        painter.setClipRect(QRectF(0, grid.head, grid.axis, body.height()))
        painter.drawPixmap(QPointF(0, grid.head - grid.dy - theme.px(10)), self._axis(grid))
        painter.setClipping(False)
        self._keep(grid)

    def _keep(self, grid: Grid) -> None:
        near = grid.seen(SPARE)
        for number in [one for one in self._columns if one not in near]:
            del self._columns[number]
            self._sure.discard(number)

    def _now(self, grid: Grid) -> int | None:
        now = self.model.now_minute()
        return now if now is not None and grid.board.first <= now <= grid.board.last else None

    def _column(self, number: int, grid: Grid) -> Painted:
        kept = self._columns.get(number)
        if kept is not None and number in self._sure:
            return kept
        column = grid.board.columns[number]
        shown = Shown(column, tuple(self.model.look(box.visit) for box in column.boxes), self._now(grid))
        if kept is None or kept.shown != shown:
            self._columns[number] = kept = self._painted(number, grid, shown)
        self._sure.add(number)
        return kept

    def _painted(self, number: int, grid: Grid, shown: Shown) -> Painted:
        here = replace(grid, dx=grid.axis + number * grid.column, dy=grid.head)
        high = grid.content_height - grid.head
        head = self._picture(grid.column, grid.head, lambda painter: drawing.head(painter, here, shown.column))
        body = self._picture(
            grid.column, high, lambda painter: drawing.column(painter, here, number, shown.looks, shown.now)
        )
        return Painted(shown, head, body)

    def _axis(self, grid: Grid) -> QPixmap:
        now = self._now(grid)
        key = (now, grid.board.first, grid.board.last)
        if self._hours is None or self._hours[0] != key:
            here = replace(grid, dy=grid.head - theme.px(10))
            high = grid.content_height - grid.head + theme.px(20)
            self._hours = key, self._picture(grid.axis, high, lambda painter: drawing.hours(painter, here, now))
        return self._hours[1]

    def _picture(self, wide: float, high: float, paint: Callable[[QPainter], None]) -> QPixmap:
        made = QPixmap(max(1, round(wide * self.ratio)), max(1, round(high * self.ratio)))
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint(painter)
        painter.end()
        return made
