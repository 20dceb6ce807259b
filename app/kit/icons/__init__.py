"""Icons, rings and lamps in the colours of the theme in force, each drawn once and kept as a picture.

Names of icons are the keys of `STROKES`, of rings `RINGS`, of lamps `LAMPS`. Sizes are pixels as painted.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.kit import theme
from app.kit.icons.glyphs import LAMPS, RINGS, paint_lamp, paint_ring
from app.kit.icons.strokes import STROKES

__all__ = [
    "LAMPS",
    "RINGS",
    "STROKES",
    "draw_icon",
    "draw_lamp",
    "draw_ring",
    "icon",
    "icon_pixmap",
    "lamp_pixmap",
    "ring_pixmap",
]

Key = tuple[object, ...]
_stamps: dict[Key, QPixmap] = {}
theme.notice.changed.connect(_stamps.clear)


def _stamp(key: Key, size: float, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    """The picture for `key`, drawn the first time it is asked for in this theme."""
    made = _stamps.get(key)
    if made is None:
        side = max(1, round(size * ratio))
        made = QPixmap(side, side)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        _stamps[key] = made
    return made


def icon_pixmap(name: str, size: float, ink: str = "text2", ratio: float = 1.0, stroke: float = 1.6) -> QPixmap:
    """A stroke icon in the colour of `ink`. Raises KeyError for an unknown name."""
    return _stamp(
        ("icon", name, size, ink, ratio, stroke), size, ratio, lambda p: _paint_stroke(p, name, size, ink, stroke)
    )


def ring_pixmap(kind: str, size: float, ink: str, ground: str = "surface", ratio: float = 1.0) -> QPixmap:
    """A ring in the colour of `ink` on the colour `ground`."""
    now = theme.current()
    return _stamp(
        ("ring", kind, size, ink, ground, ratio),
        size,
        ratio,
        lambda p: paint_ring(p, kind, size, now.colour(ink), now.colour(ground)),
    )


def lamp_pixmap(state: str, size: float, ratio: float = 1.0) -> QPixmap:
    """A lamp; its colour belongs to its state. Raises KeyError for an unknown state."""
    now = theme.current()
    return _stamp(("lamp", state, size, ratio), size, ratio, lambda p: paint_lamp(p, state, size, now))


def _paint_stroke(painter: QPainter, name: str, size: float, ink: str, stroke: float) -> None:
    # Below 18 px the stroke would get thinner than it is meant to be: keep its width in pixels.
    width = stroke * 20 / size if size < 18 else stroke
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="{STROKES[name]}" fill="none" '
        f'stroke="{theme.colour(ink).name()}" stroke-width="{width:.3f}" stroke-linecap="round" '
        'stroke-linejoin="round"/></svg>'
    )
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def draw_icon(
    painter: QPainter, name: str, x: float, y: float, size: float, ink: str = "text2", stroke: float = 1.6
) -> None:
    """Paint a stroke icon with its top left corner at (x, y)."""
    painter.drawPixmap(QPointF(x, y), icon_pixmap(name, size, ink, _ratio(painter), stroke))


def draw_ring(painter: QPainter, kind: str, x: float, y: float, size: float, ink: str, ground: str = "surface") -> None:
    """Paint a ring with its top left corner at (x, y)."""
    painter.drawPixmap(QPointF(x, y), ring_pixmap(kind, size, ink, ground, _ratio(painter)))


def draw_lamp(painter: QPainter, state: str, x: float, y: float, size: float = 20) -> None:
    """Paint a lamp with its top left corner at (x, y); `size` is the square it keeps within."""
    painter.drawPixmap(QPointF(x, y), lamp_pixmap(state, size, _ratio(painter)))


def icon(name: str, ink: str = "text2", size: float = 20) -> QIcon:
    """A QIcon for menus and ordinary buttons, with a paler picture for the disabled state."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QIcon(icon_pixmap(name, size, ink, ratio))
    made.addPixmap(icon_pixmap(name, size, "text3", ratio), QIcon.Mode.Disabled)
    return made
