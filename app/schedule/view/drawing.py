"""How a day is drawn: grid, closed time, boxes, ghosts, the now-line, heads and hours. Pure painting, no state."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import draw_icon, draw_lamp, draw_ring
from app.schedule.rules import Span
from app.schedule.viewmodel import Board, Box, Column, Cursor, Look
from app.schedule.viewmodel.board import CELL, Problem
from app.schedule.viewmodel.words import KIND_INK, ghost_words, minute_words

AXIS, HEAD, COLUMN, COLUMN_MAX, STRIP = 64, 52, 152, 340, 22
#: pixels a minute at 100 %
MINUTE = 1.66


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things lie in the viewport, in pixels, for one size and one scroll position."""

    board: Board
    width: float
    height: float
    dx: int = 0
    dy: int = 0

    @property
    def axis(self) -> float:
        """The width of the hours, which stay while the columns scroll."""
        return theme.px(AXIS)

    @property
    def head(self) -> float:
        """The height of the names, which stay while the hours scroll."""
        return theme.px(HEAD)

    @property
    def minute(self) -> float:
        """Pixels a minute."""
        return MINUTE * theme.current().scale

    @property
    def column(self) -> float:
        """The width of a column: all of the room, but never below the least at which names can be read."""
        count = max(1, len(self.board.columns))
        return min(max(theme.px(COLUMN), (self.width - self.axis) / count), theme.px(COLUMN_MAX))

    @property
    def content_width(self) -> int:
        """Everything from the hours to the last column."""
        return round(self.axis + self.column * len(self.board.columns))

    @property
    def content_height(self) -> int:
        """Everything from the names to the last hour."""
        return round(self.head + (self.board.last - self.board.first) * self.minute + theme.px(8))

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
        """The rectangle of a visit."""
        whole = self.span(column, box.span).adjusted(theme.px(3), 1, -theme.px(6), -1)
        strip = theme.px(STRIP)
        if box.strip:
            return QRectF(whole.right() - strip, whole.top(), strip, whole.height())
        room = whole.width() - (strip + theme.px(3) if box.beside else 0)
        wide = room / box.lanes
        return QRectF(
            whole.left() + box.lane * wide, whole.top(), wide - (theme.px(2) if box.lanes > 1 else 0), whole.height()
        )

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


def grid_lines(painter: QPainter, grid: Grid) -> None:
    """Hour lines strong, half hours faint, a line between columns."""
    right = min(grid.width, grid.x(len(grid.board.columns)))
    painter.fillRect(QRectF(0, 0, grid.width, grid.height), theme.colour("surface"))
    for minute in range(grid.board.first, grid.board.last + 1, 30):
        hour = minute % 60 == 0
        left = grid.axis - (theme.px(8) if hour else 0)
        paint.hline(painter, left, round(grid.y(minute)), right - left, "line" if hour else "sunken")
    for number in range(len(grid.board.columns) + 1):
        paint.vline(painter, round(grid.x(number)), grid.head, grid.height - grid.head)


def closed(painter: QPainter, grid: Grid, number: int, column: Column) -> None:
    """Hatching, and the word for it."""
    for one in column.closed:
        rect = grid.span(number, one.span).adjusted(1, 0, 0, 0)
        painter.fillRect(rect, theme.colour("sunken"))
        paint.hatch(painter, rect)
        if rect.height() < theme.px(20):
            continue
        top = max(rect.top(), min(grid.head, rect.bottom() - theme.px(26))) + theme.px(5)
        wide = min(paint.width(one.word, "tiny_b") + theme.px(14), rect.width() - theme.px(16))
        tag = QRectF(rect.left() + theme.px(8), top, wide, theme.px(19))
        paint.box(painter, tag, theme.px(4), "sunken")
        paint.text(painter, tag, one.word, "tiny_b", "text2", paint.CENTRE)


def now_line(painter: QPainter, grid: Grid, minute: int) -> None:
    """The present, under the boxes so that it never strikes out a name."""
    right = min(grid.width, grid.x(len(grid.board.columns)))
    painter.fillRect(QRectF(grid.axis, grid.y(minute) - 1, right - grid.axis, 2), theme.colour("now"))


def now_nicks(painter: QPainter, grid: Grid, minute: int) -> None:
    """Over the boxes the now-line is only a nick at each edge."""
    for number in range(len(grid.board.columns) + 1):
        painter.fillRect(QRectF(grid.x(number) - theme.px(3), grid.y(minute) - 1, theme.px(6), 2), theme.colour("now"))


def visit(painter: QPainter, grid: Grid, number: int, box: Box, look: Look) -> None:
    """A visit: the edge in the colour of its type, the name, the type, the status as ring and word."""
    rect = grid.box(number, box)
    if box.visit.ghost:
        _ghost(painter, rect, box, look)
        return
    edge, ground = KIND_INK[box.visit.kind]
    done = look.ring == "tick"
    ground = "surface" if done else ground
    paint.box(painter, rect, theme.px(5), ground, "line" if done and not theme.current().framed else edge)
    paint.box(painter, QRectF(rect.left(), rect.top(), theme.px(4), rect.height()), theme.px(2), edge)
    _words(painter, rect, box, look, ground, "text2" if done else "text")


def _words(painter: QPainter, rect: QRectF, box: Box, look: Look, ground: str, ink: str) -> None:
    ring, pad, line = theme.px(15), theme.px(10), theme.px(17)
    room, left, top = rect.width() - pad - theme.px(4), rect.left() + pad, rect.top() + theme.px(3)
    name = box.visit.patient.partition(",")[0] if box.lanes > 1 else box.visit.patient
    short = rect.height() < theme.px(40)
    squeezed = box.lanes > 1 and not short
    beside = not squeezed
    name_room = room - (ring + theme.px(6) if beside else 0)
    paint.name(painter, QRectF(left, top, name_room, theme.px(18)), name, "small_b", ink)
    at = (rect.right() - ring - theme.px(5), top + theme.px(1)) if beside else (left, top + theme.px(20))
    draw_ring(painter, look.ring, round(at[0]), round(at[1]), ring, look.ink, ground)
    if short:
        return
    second = QRectF(left + (ring + theme.px(5) if squeezed else 0), top + line, room - theme.px(20), line)
    points = look.open_points
    if squeezed and not points:
        minutes = tr("{minutes} min", minutes=box.visit.minutes)
        fitting = minutes if paint.width(minutes, "tiny") <= second.width() else str(box.visit.minutes)
        paint.text(painter, second, fitting, "tiny", "text2")
    elif not squeezed:
        whole = second.adjusted(0, 0, -theme.px(12) if points else 0, 0)
        paint.text(painter, whole, box.visit.visit_type, "note", "text2")
    if points:
        draw_lamp(painter, "missing", round(rect.right() - theme.px(31)), round(top + line + theme.px(2)), theme.px(13))
        figure = QRectF(rect.right() - theme.px(17), top + line, theme.px(14), line)
        paint.text(painter, figure, str(points), "tiny_b", "bad")
    below = QRectF(left, top + line + theme.px(20 if squeezed else 17), room, line)
    fits = not squeezed or paint.width(look.word, "small_b") <= room
    if fits and below.bottom() <= rect.bottom():
        paint.text(painter, below, look.word, "small_b", look.ink)


def _ghost(painter: QPainter, rect: QRectF, box: Box, look: Look) -> None:
    """What was here and left: dashed, struck through, with the reason."""
    paint.box(painter, rect, theme.px(5), "surface", "control", 1, Qt.PenStyle.DashLine)
    ring, top, pad = theme.px(14), rect.top() + theme.px(4), theme.px(10)
    right = rect.center().x() - ring / 2 if box.strip else rect.right() - ring - theme.px(5)
    draw_ring(painter, look.ring, round(right), round(top), ring, look.ink, "surface")
    if box.strip:
        return
    line, room = theme.px(17), rect.width() - pad - theme.px(4)
    name = QRectF(rect.left() + pad, top - 1, room - ring - theme.px(4), theme.px(18))
    shown = paint.short_name(box.visit.patient, name.width(), "note")
    paint.text(painter, name, shown, "note", "text3", strike=True)
    if rect.height() >= theme.px(40):
        paint.text(painter, QRectF(rect.left() + pad, top + line, room, line), look.word, "note", "text3")
    why = ghost_words(box.visit)
    if why and rect.height() >= theme.px(58):
        paint.text(painter, QRectF(rect.left() + pad, top + 2 * line, room, line), why, "small_b", "text2")


def heads(painter: QPainter, grid: Grid) -> None:
    """The names over the columns, how full each is, and a line below; they stay while the hours scroll."""
    painter.fillRect(QRectF(0, 0, grid.width, grid.head), theme.colour("sunken"))
    painter.save()
    painter.setClipRect(QRectF(grid.axis, 0, grid.width - grid.axis, grid.head))
    for number, column in enumerate(grid.board.columns):
        _one_head(painter, grid, grid.x(number) + theme.px(10), column)
    painter.restore()
    paint.hline(painter, 0, grid.head - 1, grid.width)


def _one_head(painter: QPainter, grid: Grid, left: float, column: Column) -> None:
    who, room = column.day.who, grid.column - theme.px(20)
    used = paint.text(painter, QRectF(left, theme.px(5), room, theme.px(22)), who.family, "name")
    rest = room - used - theme.px(6)
    if rest > theme.px(16):
        credential = QRectF(left + used + theme.px(6), theme.px(6), rest, theme.px(22))
        paint.text(painter, credential, who.credential, "small", "text2")
    full = min(1.0, column.day.taken_minutes / column.day.open_minutes) if column.day.open_minutes else 0.0
    count = sum(1 for box in column.boxes if not box.visit.ghost)
    words = tr("{count} visits · {percent} % full", count=count, percent=round(100 * full))
    used = paint.text(painter, QRectF(left, theme.px(26), room, theme.px(18)), words, "tiny", "text2")
    bar = QRectF(left + used + theme.px(8), theme.px(33), room - used - theme.px(8), theme.px(4))
    if bar.width() > theme.px(16):
        paint.box(painter, bar, 2, "line")
        paint.box(painter, QRectF(bar.left(), bar.top(), bar.width() * full, bar.height()), 2, "control")


def hours(painter: QPainter, grid: Grid, now: int | None) -> None:
    """The hours at the left, and the present as a pill; they stay while the columns scroll."""
    painter.save()
    painter.setClipRect(QRectF(0, grid.head, grid.axis, grid.height - grid.head))
    painter.fillRect(QRectF(0, grid.head, grid.axis - theme.px(8), grid.height), theme.colour("surface"))
    for minute in range(grid.board.first, grid.board.last + 1, 60):
        if minute == grid.board.first and grid.dy == 0:
            continue
        words = minute_words(minute).replace(":00", "")
        rect = QRectF(0, grid.y(minute) - theme.px(9), grid.axis - theme.px(12), theme.px(18))
        paint.text(painter, rect, words, "small_b", "text2", paint.RIGHT)
    if now is not None:
        pill = QRectF(theme.px(4), grid.y(now) - theme.px(10), grid.axis - theme.px(10), theme.px(20))
        paint.box(painter, pill, theme.px(10), "now")
        paint.text(painter, pill, minute_words(now).rpartition(" ")[0], "tiny_b", "on_bad", paint.CENTRE)
    painter.restore()


def cursor(painter: QPainter, grid: Grid, place: Cursor, box: Box | None, *, focus: bool) -> None:
    """The ring of the keyboard: around a visit, or around a free cell with its time."""
    if box is not None:
        rect = grid.box(place.column, box)
        paint.box(painter, rect.adjusted(-2, -2, 2, 2), theme.px(6), None, "focus" if focus else "control", 2)
        return
    rect = grid.cell(place)
    paint.box(painter, rect, theme.px(4), "selected", "focus" if focus else "control", 2)
    paint.text(painter, rect.adjusted(theme.px(8), 0, 0, 0), minute_words(place.minute), "tiny_b", "accent_text")


def dragged(painter: QPainter, grid: Grid, place: Cursor, name: str, minutes: int, problem: Problem | None) -> None:
    """The visit in hand: where it would stand, in words why it cannot, and the nearest free time."""
    rect = grid.span(place.column, Span(place.minute, place.minute + minutes)).adjusted(
        theme.px(6), 1, -theme.px(2), -1
    )
    paint.shadow(painter, rect, 6, 16)
    paint.box(painter, rect, theme.px(6), "bad_soft" if problem else "accent_soft", "bad" if problem else "accent", 2)
    if problem:
        paint.hatch(painter, rect.adjusted(3, 3, -3, -3), "bad", 14)
        paint.box(painter, rect.adjusted(6, 4, -6, -max(4, rect.height() - theme.px(40))), 4, "bad_soft")
        draw_lamp(painter, "missing", round(rect.right() - theme.px(22)), round(rect.top() + theme.px(6)), theme.px(14))
    left, room = rect.left() + theme.px(12), rect.width() - theme.px(36)
    paint.name(painter, QRectF(left, rect.top() + theme.px(4), room, theme.px(18)), name, "small_b")
    when = f"{minute_words(place.minute)} – {minute_words(place.minute + minutes)}"
    paint.text(
        painter, QRectF(left, rect.top() + theme.px(21), rect.width() - theme.px(18), theme.px(16)), when, "tiny"
    )
    if problem:
        _reason(painter, grid, rect, problem)


def note_room() -> int:
    """Pixels at the lower edge where the note stands that says what the keys do with a visit in hand."""
    return theme.gap(84, 42)


def _beside(grid: Grid, rect: QRectF, wide: float, high: float) -> QRectF:
    """A card at the right of a box, at its left, or where neither has room, above or below it; always whole."""
    gap = theme.px(8)
    left, top, lowest = rect.right() + gap, rect.top(), grid.height - high - note_room()
    if left + wide > grid.width:
        left = rect.left() - wide - gap
    if left < grid.axis:
        left = min(max(grid.axis, rect.left()), grid.width - wide - gap / 2)
        above = rect.top() - high - gap
        fits = above > grid.head - theme.px(10)  # it may lie over the edge of the box
        top, lowest = above if fits else rect.bottom() + gap, grid.height - high - gap / 2
    return QRectF(left, min(max(top, grid.head + gap / 2), lowest), wide, high)


def _reason(painter: QPainter, grid: Grid, rect: QRectF, problem: Problem) -> None:
    wide = max(paint.width(problem.sentence, "small_b") + theme.px(28), theme.px(230))
    high = theme.px(68) if problem.nearest is not None else theme.px(40)
    card = _beside(grid, rect, wide, high)
    paint.shadow(painter, card, 8, 16)
    paint.box(painter, card, theme.px(8), "surface", "bad")
    inner = card.adjusted(theme.px(14), theme.px(9), -theme.px(14), 0)
    paint.text(
        painter, QRectF(inner.left(), inner.top(), inner.width(), theme.px(20)), problem.sentence, "small_b", "bad"
    )
    if problem.nearest is None:
        return
    words = tr("Nearest free: {time}", time=minute_words(problem.nearest))
    row = QRectF(inner.left(), inner.top() + theme.px(26), inner.width(), theme.px(20))
    used = paint.text(painter, row, words, "small", "text2")
    draw_icon(
        painter,
        "down",
        round(row.left() + used + theme.px(8)),
        round(row.top() + theme.px(3)),
        theme.px(14),
        "accent_text",
    )
    paint.keycap(painter, row.left() + used + theme.px(26), row.top(), "Alt ↓", "accent_text")
