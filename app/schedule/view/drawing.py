"""How a day is drawn: grid, closed time, boxes, ghosts, the now-line, heads and hours. Pure painting, no state."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import draw_icon, draw_lamp
from app.schedule.rules import Span
from app.schedule.view import boxes
from app.schedule.view.grid import Grid
from app.schedule.viewmodel import Box, Column, Cursor, Look
from app.schedule.viewmodel.board import Problem
from app.schedule.viewmodel.words import minute_words

#: pixels at 100 % after which a long closed time says its word again
WORD_AGAIN = 240


def column(painter: QPainter, grid: Grid, number: int, looks: tuple[Look, ...], now: int | None) -> None:
    """All of a column from the first hour to the last: lines, closed time, the now-line, visits."""
    shown = grid.board.columns[number]
    _lines(painter, grid, number)
    for one in shown.closed:
        _closed(painter, grid.span(number, one.span).adjusted(1, 0, 0, 0), one.word)
    if now is not None:
        _now(painter, grid, now, grid.x(number), grid.column)
    for box in shown.boxes:
        boxes.buffers(painter, grid, number, box)
    for box, look in sorted(zip(shown.boxes, looks, strict=True), key=lambda one: not one[0].visit.ghost):
        boxes.visit(painter, grid, number, box, look)
    if now is not None:  # over the boxes it is only a nick at each edge
        for left in (grid.x(number), grid.x(number + 1) - theme.px(3)):
            _now(painter, grid, now, left, theme.px(3))


def _lines(painter: QPainter, grid: Grid, number: int) -> None:
    """Hour lines strong, half hours faint, a line between columns."""
    left, top = grid.x(number), grid.y(grid.board.first)
    high = (grid.board.last - grid.board.first) * grid.minute
    painter.fillRect(QRectF(left, top, grid.column, high), theme.colour("surface"))
    for minute in range(grid.board.first, grid.board.last + 1, 30):
        paint.hline(painter, left, round(grid.y(minute)), grid.column, "sunken" if minute % 60 else "line")
    paint.vline(painter, left, top, high)
    if number == len(grid.board.columns) - 1:
        paint.vline(painter, left + grid.column - 1, top, high)


def _closed(painter: QPainter, rect: QRectF, word: str) -> None:
    """Hatching, and the word for it; a long time says it again, so that it is seen wherever it is scrolled to."""
    painter.fillRect(rect, theme.colour("sunken"))
    paint.hatch(painter, rect)
    wide = min(paint.width(word, "tiny_b") + theme.px(14), rect.width() - theme.px(16))
    top = rect.top() + theme.px(5)
    while rect.height() >= theme.px(20) and top <= max(rect.top() + theme.px(5), rect.bottom() - theme.px(26)):
        tag = QRectF(rect.left() + theme.px(8), top, wide, theme.px(19))
        paint.box(painter, tag, theme.px(4), "sunken")
        paint.text(painter, tag, word, "tiny_b", "text2", paint.CENTRE)
        top += theme.px(WORD_AGAIN)


def _now(painter: QPainter, grid: Grid, minute: int, left: float, wide: float) -> None:
    """The present, under the boxes so that it never strikes out a name."""
    painter.fillRect(QRectF(left, grid.y(minute) - 1, wide, 2), theme.colour("now"))


def head(painter: QPainter, grid: Grid, shown: Column) -> None:
    """The name over a column, how full it is, and a line below; it stays while the hours scroll."""
    painter.fillRect(QRectF(0, 0, grid.column, grid.head), theme.colour("sunken"))
    left, who, room = theme.px(10), shown.day.who, grid.column - theme.px(20)
    used = paint.text(painter, QRectF(left, theme.px(5), room, theme.px(22)), who.family, "name")
    rest = room - used - theme.px(6)
    if rest > theme.px(16):
        credential = QRectF(left + used + theme.px(6), theme.px(6), rest, theme.px(22))
        paint.text(painter, credential, who.credential, "small", "text2")
    full = min(1.0, shown.day.taken_minutes / shown.day.open_minutes) if shown.day.open_minutes else 0.0
    count = sum(1 for box in shown.boxes if not box.visit.ghost)
    words = tr("{count} visits · {percent} % full", count=count, percent=round(100 * full))
    used = paint.text(painter, QRectF(left, theme.px(26), room, theme.px(18)), words, "tiny", "text2")
    bar = QRectF(left + used + theme.px(8), theme.px(33), room - used - theme.px(8), theme.px(4))
    if bar.width() > theme.px(16):
        paint.box(painter, bar, 2, "line")
        paint.box(painter, QRectF(bar.left(), bar.top(), bar.width() * full, bar.height()), 2, "control")
    paint.hline(painter, 0, grid.head - 1, grid.column)


def hours(painter: QPainter, grid: Grid, now: int | None) -> None:
    """The hours at the left, and the present as a pill; they stay while the columns scroll."""
    for minute in range(grid.board.first, grid.board.last + 1, 60):
        paint.hline(painter, grid.axis - theme.px(8), round(grid.y(minute)), theme.px(8))
        if minute == grid.board.first:
            continue
        words = minute_words(minute).replace(":00", "")
        rect = QRectF(0, grid.y(minute) - theme.px(9), grid.axis - theme.px(12), theme.px(18))
        paint.text(painter, rect, words, "small_b", "text2", paint.RIGHT)
    if now is not None:
        pill = QRectF(theme.px(4), grid.y(now) - theme.px(10), grid.axis - theme.px(10), theme.px(20))
        paint.box(painter, pill, theme.px(10), "now")
        paint.text(painter, pill, minute_words(now).rpartition(" ")[0], "tiny_b", "on_bad", paint.CENTRE)


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
