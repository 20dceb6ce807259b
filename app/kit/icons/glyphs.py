"""The drawn glyphs: rings that fill as something goes on, and lamps that say whether a point is in order.

Every state is a shape of its own, so it reads without colour.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.kit.theme import Theme

#: ring -> degrees of the disc that are filled
_PIE = {"empty": 0, "clock": 0, "quarter": 90, "half": 180, "three_quarters": 270, "full": 360}
#: sign inside a ring -> its lines, in units of half the sign's size
_SIGNS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "clock": (((0, -1.15), (0, 0), (0.9, 0.5)),),
    "tick": (((-1, 0.1), (-0.2, 0.9), (1, -0.8)),),
    "cross": (((-1, -1), (1, 1)), ((1, -1), (-1, 1))),
    "stroke": (((-1.5, 1.5), (1.5, -1.5)),),
    "out": (((1.2, 0), (-1.1, 0)), ((-0.2, -0.9), (-1.1, 0), (-0.2, 0.9))),
}
RINGS = (*_PIE, "tick", "cross", "stroke", "out")
LAMPS = ("ok", "missing", "soon", "unknown", "checking", "waived", "unneeded")


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _line(
    painter: QPainter, centre: QPointF, unit: float, points: tuple[tuple[float, float], ...], closed: bool = False
) -> None:
    path = QPainterPath(centre + QPointF(points[0][0] * unit, points[0][1] * unit))
    for x, y in points[1:]:
        path.lineTo(centre + QPointF(x * unit, y * unit))
    if closed:
        path.closeSubpath()
    painter.drawPath(path)


def paint_ring(painter: QPainter, kind: str, size: float, colour: QColor, ground: QColor) -> None:
    """Draw one of RINGS in the square (0, 0, size, size). "tick" is a solid disc whose sign is cut out in `ground`."""
    centre, radius, unit = QPointF(size / 2, size / 2), size / 2 - size / 15, size / 18
    painter.setPen(_pen(colour, 1.7 * unit))
    painter.setBrush(colour if kind == "tick" else QColor(Qt.GlobalColor.transparent))
    painter.drawEllipse(centre, radius, radius)
    if _PIE.get(kind):
        inner = radius - 2.6 * unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner), 90 * 16, -_PIE[kind] * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ground if kind == "tick" else colour, 1.7 * unit))
    for points in _SIGNS.get(kind, ()):
        _line(painter, centre, radius * 0.46, points)


def _bang(painter: QPainter, colour: QColor, centre: QPointF, radius: float, down: float = 0) -> None:
    painter.setPen(_pen(colour, 1.9 * radius / 8))
    painter.drawLine(centre + QPointF(0, (-0.42 + down) * radius), centre + QPointF(0, (0.1 + down) * radius))
    painter.drawPoint(centre + QPointF(0, (0.52 + down) * radius))


def _ok(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("lamp_ok"), 1.7 * radius / 8))
    _line(painter, centre, 0.46 * radius, ((-1, 0.05), (-0.25, 0.8), (1, -0.75)))


def _missing(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("bad"), 1.4 * radius / 8))
    painter.setBrush(theme.colour("bad"))
    _line(painter, centre, 1.12 * radius, ((0, -1), (1, 0), (0, 1), (-1, 0)), closed=True)
    _bang(painter, theme.colour("on_bad"), centre, radius)


def _soon(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("warn"), 1.7 * radius / 8))
    painter.setBrush(theme.colour("warn_soft"))
    _line(painter, centre, radius, ((0, -1), (1.08, 0.86), (-1.08, 0.86)), closed=True)
    _bang(painter, theme.colour("warn"), centre, radius, 0.2)


def _unknown(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("warn"), 1.5 * radius / 8))
    painter.drawEllipse(centre, radius * 0.95, radius * 0.95)
    mark = QPainterPath(centre + QPointF(-0.32, -0.22) * radius)
    mark.cubicTo(*(centre + QPointF(x, y) * radius for x, y in ((-0.3, -0.66), (0.42, -0.62), (0.34, -0.16))))
    mark.cubicTo(*(centre + QPointF(x, y) * radius for x, y in ((0.28, 0.06), (0, 0.02), (0, 0.22))))
    painter.drawPath(mark)
    painter.drawPoint(centre + QPointF(0, 0.52 * radius))


def _checking(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("info"), 2.1 * radius / 8))
    for angle in range(0, 360, 45):
        painter.drawPoint(centre + QPointF(cos(radians(angle)), sin(radians(angle))) * (0.8 * radius))


def _waived(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("text3"), 1.4 * radius / 8))
    painter.drawEllipse(centre, radius * 0.95, radius * 0.95)
    _line(painter, centre, 0.42 * radius, ((-1, 0.05), (-0.25, 0.8), (1, -0.75)))


def _unneeded(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(theme.colour("text3"), 1.5 * radius / 8))
    painter.drawLine(centre - QPointF(0.38 * radius, 0), centre + QPointF(0.38 * radius, 0))


_DRAW: dict[str, Callable[[QPainter, Theme, QPointF, float], None]] = {
    "ok": _ok,
    "missing": _missing,
    "soon": _soon,
    "unknown": _unknown,
    "checking": _checking,
    "waived": _waived,
    "unneeded": _unneeded,
}


def paint_lamp(painter: QPainter, state: str, size: float, theme: Theme) -> None:
    """Draw one of LAMPS in the middle of the square (0, 0, size, size); the shapes keep within it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAW[state](painter, theme, QPointF(size / 2, size / 2), size * 0.42)
