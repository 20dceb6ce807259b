"""How a day is drawn: grid, closed time, boxes, ghosts, the now-line, heads and hours. Pure painting, no state."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import draw_icon, draw_lamp
from app.schedule.queries import PractitionerDay
from app.schedule.rules import Span
from app.schedule.view import boxes
from app.schedule.view.grid import Grid
from app.schedule.view.reasons import floating, reason
from app.schedule.viewmodel import Box, Column, Cursor, Look
from app.schedule.viewmodel.board import Problem
from app.schedule.viewmodel.hand import Held
from app.schedule.viewmodel.words import fullness, minute_words

#: pixels at 100 % after which a long closed time says its word again
WORD_AGAIN = 240
#: pixels at 100 % at the right where a dragged visit is pinned
SIDE = 56


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
    used = how_full(painter, QRectF(left, theme.px(26), room, theme.px(18)), shown.day)
    bar = QRectF(left + used + theme.px(8), theme.px(33), room - used - theme.px(8), theme.px(4))
    if bar.width() > theme.px(16):
        opened = shown.day.open_minutes
        paint.meter(painter, bar, min(1.0, shown.day.taken_minutes / opened) if opened else 0.0)
    paint.hline(painter, 0, grid.head - 1, grid.column)


def how_full(painter: QPainter, rect: QRectF, day: PractitionerDay) -> float:
    """The visits of a column and how full it is, with how many at a time where that has room; the pixels it took."""
    short, whole, _said = fullness(day)
    words = whole if paint.width(whole, "tiny") <= rect.width() else short
    return paint.text(painter, rect, words, "tiny", "text2")


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


def left_behind(painter: QPainter, grid: Grid, number: int, box: Box) -> None:
    """Where the visit in hand still stands: it keeps that time until it is dropped."""
    painter.save()
    painter.setOpacity(0.6)
    rect = grid.box(number, box)
    painter.fillRect(rect, theme.colour("surface"))
    painter.restore()
    paint.box(painter, rect, theme.px(5), None, "control", 1, paint.DASHED)


def dragged(
    painter: QPainter, grid: Grid, place: Cursor, held: Held, problem: Problem | None, *, swap: str = ""
) -> None:
    """The visit in hand: where it would stand, in words why it cannot, the nearest free time, and whom it could replace."""
    rect = grid.span(place.column, Span(place.minute, place.minute + held.minutes)).adjusted(
        theme.px(6), 1, -theme.px(2), -1
    )
    floating(painter, rect, 6)
    paint.box(painter, rect, theme.px(6), "bad_soft" if problem else "accent_soft", "bad" if problem else "accent", 2)
    if problem:
        paint.hatch(painter, rect.adjusted(3, 3, -3, -3), "bad", 14)
        paint.box(painter, rect.adjusted(6, 4, -6, -max(4, rect.height() - theme.px(40))), 4, "bad_soft")
        draw_lamp(painter, "missing", round(rect.right() - theme.px(22)), round(rect.top() + theme.px(6)), theme.px(14))
    left, room = rect.left() + theme.px(12), rect.width() - theme.px(36)
    paint.name(painter, QRectF(left, rect.top() + theme.px(4), room, theme.px(18)), held.visit.patient, "small_b")
    when = f"{minute_words(place.minute)} – {minute_words(place.minute + held.minutes)}"
    whole = QRectF(left, rect.top() + theme.px(21), rect.width() - theme.px(18), theme.px(16))
    paint.text(painter, whole, when, "tiny")
    if rect.height() >= theme.px(56) and not problem:
        minutes = tr("{minutes} min", minutes=held.minutes)
        paint.text(painter, whole.translated(0, theme.px(16)), minutes, "tiny", "text2")
    if problem:
        reason(painter, grid, rect, problem, swap)


def side(painter: QPainter, grid: Grid, *, over: bool) -> None:
    """The rail at the right edge on which a dragged visit is pinned; it lies over the columns, so that nothing jumps."""
    rect = QRectF(grid.width - theme.px(SIDE), grid.head, theme.px(SIDE), grid.height - grid.head)
    rect = rect.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
    ground, ink = ("accent", "on_accent") if over else ("surface", "accent_text")
    floating(painter, rect, 8)
    paint.box(painter, rect, theme.px(8), ground, "accent", 2, Qt.PenStyle.SolidLine if over else Qt.PenStyle.DashLine)
    size = theme.px(22)
    draw_icon(painter, "pin", round(rect.center().x() - size / 2), round(rect.center().y() - size), size, ink)
    word = QRectF(rect.left(), rect.center().y() + theme.px(4), rect.width(), theme.px(18))
    paint.text(painter, word, tr("Pin"), "tiny_b", ink, paint.CENTRE)
