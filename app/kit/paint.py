"""Drawing primitives for delegates and painted widgets, in the theme in force. Coordinates are pixels as painted."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.kit import theme
from app.kit.icons import draw_icon

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
DASHED = Qt.PenStyle.DashLine
_TEXT = Qt.TextFlag
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | _TEXT.TextSingleLine.value | _TEXT.TextDontClip.value
ELLIPSIS = "…"

#: kind of button -> (ground, ink, border); None is not drawn
BUTTON_KINDS: dict[str, tuple[str | None, str, str | None]] = {
    "primary": ("accent", "on_accent", None),
    "soft": ("accent_soft", "accent_text", None),
    "plain": ("surface", "text", "control"),
    "quiet": (None, "accent_text", None),
    "danger": ("surface", "bad", "bad"),
}


def metrics(style: str) -> QFontMetricsF:
    """Measures of a style in the text size in force."""
    return theme.current().metrics(style)


def width(text: str, style: str = "body") -> float:
    """Pixels the text takes in that style."""
    return theme.current().width(text, style)


def elided(text: str, room: float, style: str = "body") -> str:
    """The text, or its beginning and an ellipsis when it does not fit into `room` pixels."""
    return _fitted(text, room, style)[0]


def _fitted(text: str, room: float, style: str) -> tuple[str, float]:
    """The text as `elided` gives it, and the pixels it takes."""
    taken = width(text, style)
    if taken <= room + 0.5:
        return text, taken
    shown = metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room) or ELLIPSIS
    return shown, width(shown, style)


def broken(text: str, room: float, style: str = "body") -> tuple[str, str]:
    """A text on two lines: as many words on the first as fit, the rest on the second."""
    words = text.split(" ")
    fitting = next((n for n in range(len(words) - 1, 0, -1) if width(" ".join(words[:n]), style) <= room), 1)
    return " ".join(words[:fitting]), " ".join(words[fitting:])


def short_name(name: str, room: float, style: str = "name") -> str:
    """'Last, First' that fits: the first name shrinks to its initial before the last name is touched."""
    return name if width(name, style) <= room + 0.5 else elided(initialed(name), room, style)


def initialed(name: str) -> str:
    """'Last, F.' of 'Last, First'; a name without a first one as it is."""
    last, comma, first = name.partition(", ")
    return f"{last}, {first[:1]}." if comma and first else name


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    style: str = "body",
    ink: str = "text",
    align: Qt.AlignmentFlag = LEFT,
    *,
    strike: bool = False,
) -> float:
    """One line of plain text, centred vertically, elided to the rect. Returns the pixels it takes."""
    shown, taken = _fitted(words.replace("\n", " "), rect.width(), style)
    face = theme.font(style)
    if strike:
        face = type(face)(face)
        face.setStrikeOut(True)
    painter.setFont(face)
    painter.setPen(theme.colour(ink))
    painter.drawText(rect, align.value | _ONE_LINE, shown)
    return taken


def word(
    painter: QPainter, rect: QRectF, words: str, style: str = "body", ink: str = "text", align: Qt.AlignmentFlag = LEFT
) -> float:
    """As `text`, for one of a few words that stand in many places: each is laid out once. Returns the pixels it takes."""
    shown, taken = _fitted(words, rect.width(), style)
    made = theme.current().static(shown, style)
    painter.setFont(theme.font(style))
    painter.setPen(theme.colour(ink))
    spare = rect.width() - taken
    left = rect.left() + (spare if align == RIGHT else spare / 2 if align == CENTRE else 0)
    painter.drawStaticText(QPointF(left, rect.center().y() - made.size().height() / 2), made)
    return taken


def name(painter: QPainter, rect: QRectF, words: str, style: str = "name", ink: str = "text") -> float:
    """A person's name, shortened as `short_name` does. Returns the pixels it takes."""
    return text(painter, rect, short_name(words, rect.width(), style), style, ink)


def meter(painter: QPainter, rect: QRectF, share: float, ink: str = "control") -> None:
    """How much of a whole: the part filled, the whole behind it, in themes with frames as an outline."""
    framed, radius = theme.current().framed, rect.height() / 2
    box(painter, rect, radius, None if framed else "line", "line" if framed else None)
    if share > 0:
        box(painter, QRectF(rect.left(), rect.top(), rect.width() * min(share, 1.0), rect.height()), radius, ink)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float = 6,
    fill: str | None = None,
    border: str | None = None,
    border_width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded rectangle; its border lies inside the rect."""
    inset = border_width / 2 if border else 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(border), border_width, style) if border else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def stamped(painter: QPainter, rect: QRectF, key: Hashable, draw: Callable[[QPainter, QRectF], None]) -> None:
    """Draw a shape that stands in many places of one size: once, then a copy. `rect` lies on whole pixels."""
    size, ratio = rect.size().toSize(), painter.device().devicePixelRatioF()
    made = theme.current().stamp(key, size, ratio, lambda on: draw(on, QRectF(0, 0, size.width(), size.height())))
    painter.drawPixmap(rect.topLeft(), made)


def hline(painter: QPainter, x: float, y: float, length: float, ink: str = "line") -> None:
    """A hairline, 1 px."""
    painter.fillRect(QRectF(x, y, length, 1), theme.colour(ink))


def vline(painter: QPainter, x: float, y: float, length: float, ink: str = "line") -> None:
    """An upright hairline, 1 px."""
    painter.fillRect(QRectF(x, y, 1, length), theme.colour(ink))


def focus_ring(painter: QPainter, rect: QRectF, radius: float = 6, *, inside: bool = False) -> None:
    """2 px in the focus colour: 2 px outside the rect, or inside its edge for rows that fill their frame."""
    ring = rect.adjusted(1, 1, -1, -1) if inside else rect.adjusted(-4, -4, 4, 4)
    box(painter, ring, radius if inside else radius + 3, border="focus", border_width=2)


def hatch(painter: QPainter, rect: QRectF, ink: str = "hatch", step: float = 9) -> None:
    """45-degree lines: the sign for closed. A word always stands beside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme.colour(ink), 1))
    # Lines start at multiples of the step on the page, not of the rect, so that neighbours join.
    offset = -rect.height() - (rect.left() + rect.bottom()) % step
    while offset < rect.width():
        start = QPointF(rect.left() + offset, rect.bottom())
        painter.drawLine(start, start + QPointF(rect.height(), -rect.height()))
        offset += step
    painter.restore()


def shadow(painter: QPainter, rect: QRectF, radius: float = 10, spread: int = 18) -> None:
    """A soft shadow, for what floats: drawer, palette, dragged box, pop-up, sign-in card."""
    base = theme.colour("shadow")
    if base.alpha() == 0:
        return
    layer = QColor(base)
    layer.setAlphaF(base.alphaF() * 0.055)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(layer)
    for i in range(spread, 0, -2):
        grown = QRectF(rect.x() - i / 2, rect.y() - i / 4 + 4, rect.width() + i, rect.height() + i * 0.75)
        painter.drawRoundedRect(grown, radius + i / 2, radius + i / 2)
    painter.restore()


def keycap_width(key: str) -> float:
    """Pixels a keycap takes."""
    return width(key, "tiny") + theme.px(12)


def keycap(painter: QPainter, x: float, y: float, key: str, ink: str = "text3") -> float:
    """A key's name in a thin frame, 20 px high at 100 %, with its top left corner at (x, y). Returns its width."""
    rect = QRectF(x, y, keycap_width(key), theme.px(20))
    box(painter, rect, 4, "surface", "line" if ink == "text3" else ink)
    text(painter, rect, key, "tiny", ink, CENTRE)
    return rect.width()


@dataclass(frozen=True, slots=True)
class Pill:
    """A rounded word with a tone: `solid` is the loud form, otherwise a soft ground with a frame when `framed`."""

    words: str
    tone: str = "warn"
    icon: str = ""
    solid: bool = False
    framed: bool = True
    style: str = "money"


def pill_width(made: Pill) -> float:
    """Pixels the pill takes."""
    return width(made.words, made.style) + theme.px(16) + (theme.px(22) if made.icon else 0)


def pill(painter: QPainter, rect: QRectF, made: Pill) -> None:
    """Draw a pill that fills the rect. Tones: ok, warn, bad, info."""
    ground, ink = (made.tone, f"on_{made.tone}" if made.tone == "bad" else "surface")
    if not made.solid:
        ground, ink = f"{made.tone}_soft", made.tone
    framed = (made.framed or theme.current().framed) and not made.solid
    box(painter, rect, theme.px(6), ground, ink if framed else None)
    inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
    if made.icon:
        size = theme.px(16)
        draw_icon(painter, made.icon, round(inner.left()), round(rect.center().y() - size / 2), size, ink)
        inner.setLeft(inner.left() + theme.px(22))
    text(painter, inner, made.words, made.style, ink, RIGHT if made.icon else CENTRE)


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """How a button is to be drawn. `kind` is a key of BUTTON_KINDS; `key` the shortcut in words."""

    label: str
    kind: str = "soft"
    icon: str = ""
    key: str = ""
    style: str = "strong"
    enabled: bool = True
    hover: bool = False
    pressed: bool = False


def button_width(look: ButtonLook, *, key: bool = True) -> float:
    """Pixels of the content, without the room at the sides; without its key where `key` is False."""
    parts = width(look.label, look.style)
    parts += theme.px(22) if look.icon and look.label else theme.px(16) if look.icon else 0
    return parts + (width(look.key, "tiny") + theme.px(8) if look.key and key else 0)


def _button_tokens(look: ButtonLook) -> tuple[str | None, str, str | None]:
    ground, ink, border = BUTTON_KINDS[look.kind]
    if not look.enabled:
        return (None if look.kind == "quiet" else "sunken"), "text3", (None if look.kind == "quiet" else "line")
    if theme.current().framed and look.kind == "soft":
        border = "accent"
    if look.pressed or look.hover:
        if look.kind in ("plain", "quiet", "danger"):
            ground = "selected" if look.pressed else "hover"
        elif look.kind == "soft":
            border = "accent_text"
    return ground, ink, border


def button(painter: QPainter, rect: QRectF, look: ButtonLook, *, focus: bool = False) -> None:
    """Draw a button: icon, label and its key, centred as one group; where there is no room, the key goes first."""
    if look.key and button_width(look) > rect.width() - theme.px(8):
        look = replace(look, key="")
    ground, ink, border = _button_tokens(look)
    box(painter, rect, theme.px(6), ground, border)
    if look.kind == "primary" and look.enabled and (look.hover or look.pressed):
        veil = QColor(theme.colour("on_accent"))
        veil.setAlphaF(0.16 if look.pressed else 0.08)
        painter.fillRect(rect.adjusted(2, 2, -2, -2), veil)
    need = button_width(look)
    x = rect.left() + max(theme.px(4), (rect.width() - need) / 2)
    if look.icon:
        size = theme.px(16)
        draw_icon(painter, look.icon, round(x), round(rect.center().y() - size / 2), size, ink)
        x += theme.px(22) if look.label else size
    key_room = width(look.key, "tiny") + theme.px(8) if look.key else 0
    room = min(width(look.label, look.style) + 1, rect.right() - theme.px(4) - key_room - x)
    x += text(painter, QRectF(x, rect.top(), max(room, 0), rect.height()), look.label, look.style, ink)
    if look.key:
        text(painter, QRectF(x + theme.px(8), rect.top() + 1, key_room, rect.height()), look.key, "tiny", ink)
    if focus:
        focus_ring(painter, rect, theme.px(6))


def placeholder(painter: QPainter, rect: QRectF) -> None:
    """A still grey bar where a value will stand once it is read."""
    high = theme.px(10)
    box(painter, QRectF(rect.left(), rect.center().y() - high / 2, rect.width() * 0.6, high), high / 2, "sunken")
