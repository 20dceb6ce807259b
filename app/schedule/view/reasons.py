"""The card beside a visit in hand: why it cannot stand there, and what may be done. Pure painting, no state."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.core.text import tr
from app.kit import paint, theme
from app.schedule.view.grid import Grid
from app.schedule.viewmodel.board import Problem
from app.schedule.viewmodel.words import minute_words

#: pixels over which a shadow fades
SHADOW = 16


def floating(painter: QPainter, rect: QRectF, radius: int) -> None:
    """The shadow of what floats over the day: drawn once for a size, then copied at every frame."""
    edge = SHADOW + 4
    wide, high = round(rect.width()), round(rect.height())
    whole = QRectF(round(rect.left()) - edge, round(rect.top()) - edge, wide + 2 * edge, high + 2 * edge)

    def draw(on: QPainter, made: QRectF) -> None:
        paint.shadow(on, made.adjusted(edge, edge, -edge, -edge), radius, SHADOW)

    paint.stamped(painter, whole, ("shadow", radius), draw)


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


def reason(painter: QPainter, grid: Grid, rect: QRectF, problem: Problem, swap: str) -> None:
    """A card with the sentence, and what may be done: the nearest time, or changing places."""
    rows = []
    if problem.nearest is not None:
        rows.append((tr("Nearest free: {time}", time=minute_words(problem.nearest)), "Alt ↓"))
    if swap:
        rows.append((tr("Change places with {patient}", patient=swap), "Ctrl Enter"))
    widths = [paint.width(problem.sentence, "small_b")]
    widths += [paint.width(words, "small") + theme.px(10) + paint.keycap_width(key) for words, key in rows]
    wide, line = max(max(widths) + theme.px(28), theme.px(230)), theme.px(26)
    card = _beside(grid, rect, wide, theme.px(38) + len(rows) * line)
    floating(painter, card, 8)
    paint.box(painter, card, theme.px(8), "surface", "bad")
    inner = card.adjusted(theme.px(14), theme.px(9), -theme.px(14), 0)
    row = QRectF(inner.left(), inner.top(), inner.width(), theme.px(20))
    paint.text(painter, row, problem.sentence, "small_b", "bad")
    for words, key in rows:
        row.translate(0, line)
        used = paint.text(painter, row, words, "small", "text2")
        paint.keycap(painter, row.left() + used + theme.px(10), row.top(), key, "accent_text")
