"""How one visit is drawn: its box, its buffers, and the ghost of one that was cancelled or missed."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import draw_lamp, draw_ring
from app.schedule.rules import Span
from app.schedule.view.grid import Grid
from app.schedule.viewmodel import Box, Look
from app.schedule.viewmodel.known import Offer
from app.schedule.viewmodel.words import ghost_words, refill_words, visit_ink


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels that every box asks for, worked out once for a text size."""

    ring: int
    pad: int
    line: int
    high: int
    point: int
    lamp: int
    short: int
    tall: int


def sizes() -> Sizes:
    """Those of the text size in force."""
    scale = theme.current().scale
    made = _SIZES.get(scale)
    if made is None:
        px = theme.px
        made = _SIZES[scale] = Sizes(px(15), px(10), px(17), px(18), px(1), px(13), px(40), px(58))
    return made


_SIZES: dict[float, Sizes] = {}


def visit(painter: QPainter, grid: Grid, number: int, box: Box, look: Look) -> None:
    """A visit: the edge in the colour of its type, the name, type and room, the status as ring and word."""
    rect = grid.box(number, box)
    if box.visit.ghost:
        _ghost(painter, rect, box, look)
        return
    edge, ground = visit_ink(box.visit)
    done = look.ring == "tick"
    ground = "surface" if done else ground
    border = "line" if done and not theme.current().framed else edge

    def frame(on: QPainter, whole: QRectF) -> None:
        paint.box(on, whole, theme.px(5), ground, border)
        paint.box(on, QRectF(whole.left(), whole.top(), theme.px(4), whole.height()), theme.px(2), edge)

    paint.stamped(painter, rect, ("visit", edge, ground, border), frame)
    if box.lanes > 1:
        _squeezed(painter, rect, box, look, ground, "text2" if done else "text")
    else:
        _words(painter, rect, box, look, ground, "text2" if done else "text")


def _words(painter: QPainter, rect: QRectF, box: Box, look: Look, ground: str, ink: str) -> None:
    to, of = sizes(), box.visit
    left, top, room = rect.left() + to.pad, rect.top() + 3 * to.point, rect.width() - to.pad - 4 * to.point
    if rect.height() < to.high:
        top = rect.top() + (rect.height() - to.high) / 2
    ring = rect.height() >= to.ring and room >= 5 * to.ring  # a name goes before a ring
    name_room = room - to.ring - 6 * to.point if ring else room
    paint.name(painter, QRectF(left, top, name_room, to.high), of.patient, "small_b", ink)
    if ring:
        right = rect.right() - to.ring - 5 * to.point
        draw_ring(painter, look.ring, round(right), round(top + to.point), to.ring, look.ink, ground)
    if rect.height() < to.short:
        return
    points = look.open_points
    three = top + to.line + 2 * to.line <= rect.bottom() + to.point
    line = min(to.line, (rect.bottom() - top - 2 * to.point) / 3) if three else to.line  # none touches the edge
    kind = of.visit_type if three or not of.room else f"{of.visit_type} · {of.room}"
    width = room - 20 * to.point - (12 * to.point if points else 0)
    paint.word(painter, QRectF(left, top + line, width, to.line), kind, "note", "text2")
    if points:
        _points(painter, rect, top + line, points)
    if three:
        below = QRectF(left, top + 2 * line, room, to.line)
        used = paint.word(painter, below, look.word, "small_b", look.ink)
        if of.room and room - used > 24 * to.point:
            paint.word(painter, below.adjusted(used + 4 * to.point, 0, 0, 0), f"· {of.room}", "note", "text2")


def _squeezed(painter: QPainter, rect: QRectF, box: Box, look: Look, ground: str, ink: str) -> None:
    """In a lane there is room for the last name; ring and minutes stand below it."""
    to = sizes()
    left, top, room = rect.left() + to.pad, rect.top() + 3 * to.point, rect.width() - to.pad - 4 * to.point
    if room < 2 * to.ring:  # too narrow for a word: the card and the cursor say who it is
        if room >= to.ring - 4 * to.point:
            draw_ring(painter, look.ring, round(left - 3 * to.point), round(top), to.ring, look.ink, ground)
        return
    short, name = rect.height() < to.short, box.visit.patient.partition(",")[0]
    ring = short and room >= 5 * to.ring
    name_room = room - (to.ring + 6 * to.point if ring else 0)
    paint.name(painter, QRectF(left, top, name_room, to.high), name, "small_b", ink)
    if short and not ring:
        return
    at = (rect.right() - to.ring - 5 * to.point, top + to.point) if short else (left, top + 20 * to.point)
    draw_ring(painter, look.ring, round(at[0]), round(at[1]), to.ring, look.ink, ground)
    if short:
        return
    second = QRectF(left + to.ring + 5 * to.point, top + to.line, room - 20 * to.point, to.line)
    if look.open_points:
        _points(painter, rect, top + to.line, look.open_points)
    else:
        minutes = tr("{minutes} min", minutes=box.visit.minutes)
        fitting = minutes if paint.width(minutes, "tiny") <= second.width() else str(box.visit.minutes)
        paint.word(painter, second, fitting, "tiny", "text2")
    below = QRectF(left, top + to.line + 20 * to.point, room, to.line)
    if paint.width(look.word, "small_b") <= room and below.bottom() <= rect.bottom():
        paint.word(painter, below, look.word, "small_b", look.ink)


def _points(painter: QPainter, rect: QRectF, top: float, points: int) -> None:
    to = sizes()
    draw_lamp(painter, "missing", round(rect.right() - 31 * to.point), round(top + 2 * to.point), to.lamp)
    figure = QRectF(rect.right() - 17 * to.point, top, 14 * to.point, to.line)
    paint.word(painter, figure, str(points), "tiny_b", "bad")


def buffers(painter: QPainter, grid: Grid, number: int, box: Box) -> None:
    """The minutes that are kept free before and after a visit: thin, in the colour of its edge."""
    of = box.visit
    if of.ghost or not (of.buffer_before or of.buffer_after):
        return
    edge = visit_ink(of)[0]
    for span in (
        Span(box.span.start - of.buffer_before, box.span.start),
        Span(box.span.end, box.span.end + of.buffer_after),
    ):
        left, top, wide, high = grid.lane(number, box, span)
        if high >= 1:
            rect = QRectF(round(left), round(top), round(wide), round(top + high) - round(top))
            painter.fillRect(rect.adjusted(sizes().pad, 0, 0, 0), theme.colour("sunken"))
            painter.fillRect(
                QRectF(rect.left() + theme.px(1), rect.top(), theme.px(2), rect.height()), theme.colour(edge)
            )


def _ghost(painter: QPainter, rect: QRectF, box: Box, look: Look) -> None:
    """What was here and left: dashed, struck through, with the reason and what became of the hole."""
    to = sizes()

    def frame(on: QPainter, whole: QRectF) -> None:
        paint.box(on, whole, theme.px(5), "surface", "control", 1, Qt.PenStyle.DashLine)

    paint.stamped(painter, rect, "ghost", frame)
    top = rect.top() + 4 * to.point
    right = rect.center().x() - to.ring / 2 if box.strip else rect.right() - to.ring - 5 * to.point
    draw_ring(painter, look.ring, round(right), round(top), to.ring - to.point, look.ink, "surface")
    if box.strip:
        return
    left, room = rect.left() + to.pad, rect.width() - to.pad - 4 * to.point
    name = QRectF(left, top - 1, room - to.ring - 4 * to.point, to.high)
    shown = paint.short_name(box.visit.patient, name.width(), "note")
    paint.text(painter, name, shown, "note", "text3", strike=True)
    tall = rect.height() >= to.tall
    if look.offer is not None:
        _offered(painter, QRectF(left, top + to.line, room, rect.bottom() - top - to.line), look.offer, look.word)
        return
    why = " · ".join(one for one in (ghost_words(box.visit), refill_words(box.visit)) if one)
    if rect.height() >= to.short:
        second = look.word if tall or not why else why
        paint.text(painter, QRectF(left, top + to.line, room, to.line), second, "note", "text3")
    if why and tall:
        paint.text(painter, QRectF(left, top + 2 * to.line, room, to.line), why, "small_b", "text2")


def _offered(painter: QPainter, below: QRectF, offer: Offer, word: str) -> None:
    """To whom a ghost's time is offered and until when, in as many lines as there is room for; the end goes last."""
    to, wide = sizes(), below.width()
    lines = int((below.height() + 2 * to.point) // to.line)
    short = replace(offer, name=paint.initialed(offer.name))
    whole = next((one for one in (offer.sentence(), short.sentence()) if paint.width(one, "small_b") <= wide), "")
    rows = [(whole or offer.short(), "small_b", "warn")]
    if lines > 1 and not whole and offer.name:
        name = offer.who() if paint.width(offer.who(), "small_b") <= wide else short.who()
        rows = [(name, "small_b", "text2"), *rows]
    if lines > len(rows):
        rows = [(word, "note", "text3"), *rows]
    for at, (words, style, ink) in enumerate(rows[-lines:] if lines else []):
        row = QRectF(below.left(), below.top() + at * to.line, wide, to.line)
        paint.text(painter, row, words, style, ink)
