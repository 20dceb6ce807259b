"""The theme in force: palette, style sheet and fonts of the application, and the same values for painters.

`apply` sets everything at once; painters ask `colour`, `font` and `px` while they paint, repaint on `notice.changed`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPalette, QPixmap, QStaticText
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from app.core.paths import resource
from app.kit import fonts, tokens

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
#: from this text size on, things give way to the text
LARGE = 1.5
SYSTEM = "system"

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "control",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "control",
}

#: role of a label -> style of the type scale; its colour is in the style sheet
ROLE_STYLES = {
    "display": "display",
    "title": "title",
    "head": "head",
    "section": "head",
    "name": "name",
    "strong": "strong",
    "money": "money",
    "figure": "figure",
    "second": "body",
    "label": "small_b",
    "note": "note",
    "hint": "note",
    "error": "small_b",
    "warn": "small_b",
    "ok": "small_b",
}
_CLASS_STYLES = (("QPushButton", "strong"), ("QTabBar", "strong"), ("QHeaderView", "tiny_b"))


#: widths of texts, and texts, that are kept; a screen shows some hundred, a full day some thousand
MOST_WIDTHS = 8000
MOST_TEXTS, MOST_STAMPS = 500, 300


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens, text size and motion that are in force, with colours and fonts made once each."""

    tokens: tokens.Tokens
    scale: float = 1.0
    reduced_motion: bool = False
    _colours: dict[str, QColor] = field(default_factory=dict, compare=False, repr=False)
    _fonts: dict[str, QFont] = field(default_factory=dict, compare=False, repr=False)
    _metrics: dict[str, QFontMetricsF] = field(default_factory=dict, compare=False, repr=False)
    _widths: dict[tuple[str, str], float] = field(default_factory=dict, compare=False, repr=False)
    _texts: dict[tuple[str, str], QStaticText] = field(default_factory=dict, compare=False, repr=False)
    _stamps: dict[Hashable, QPixmap] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """light, dark or contrast."""
        return self.tokens.name

    @property
    def framed(self) -> bool:
        """High contrast has no soft grounds: what is tinted elsewhere gets a frame."""
        return self.tokens.name == "contrast"

    def colour(self, token: str) -> QColor:
        """The colour of a token; the same object every time, so do not change it. Raises KeyError."""
        made = self._colours.get(token)
        if made is None:
            value = self.tokens[token]
            made = QColor("#" + value[7:9] + value[1:7]) if len(value) == 9 else QColor(value)
            self._colours[token] = made
        return made

    def font(self, style: str) -> QFont:
        """A face of the type scale in the text size in force; the same object every time. Raises KeyError."""
        made = self._fonts.get(style)
        if made is None:
            made = self._fonts[style] = fonts.make(style, self.scale)
        return made

    def metrics(self, style: str) -> QFontMetricsF:
        """Measures of a face; the same object every time. Raises KeyError."""
        made = self._metrics.get(style)
        if made is None:
            made = self._metrics[style] = QFontMetricsF(self.font(style))
        return made

    def width(self, text: str, style: str) -> float:
        """Pixels a text takes. Measuring is dear, and a list asks for the same texts at every repaint."""
        taken = self._widths.get((style, text))
        if taken is None:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            taken = self._widths[style, text] = self.metrics(style).horizontalAdvance(text)
        return taken

    def static(self, text: str, style: str) -> QStaticText:
        """A text that is drawn again and again, laid out once; the same object every time, so do not change it."""
        made = self._texts.get((style, text))
        if made is None:
            if len(self._texts) >= MOST_TEXTS:
                self._texts.clear()
            made = self._texts[style, text] = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(font=self.font(style))
        return made

    def stamp(self, key: Hashable, size: QSize, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
        """A small picture that is drawn once and then copied; `key` says all that it depends on but size and ratio."""
        whole = (key, size.width(), size.height(), ratio)
        made = self._stamps.get(whole)
        if made is None:
            if len(self._stamps) >= MOST_STAMPS:
                self._stamps.clear()
            made = self._stamps[whole] = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            draw(painter)
            painter.end()
        return made

    def px(self, size: float) -> int:
        """Logical pixels at 100 % -> pixels in the text size in force."""
        return round(size * self.scale)


class Notice(QObject):
    """Says that another theme or text size is in force."""

    changed = Signal()


notice = Notice()
_theme: Theme | None = None


def current() -> Theme:
    """The theme in force; light at 100 % before the first `apply`."""
    global _theme
    if _theme is None:
        _theme = Theme(tokens.load("light"))
    return _theme


def colour(token: str) -> QColor:
    """Short for `current().colour(token)`."""
    return current().colour(token)


def font(style: str) -> QFont:
    """Short for `current().font(style)`."""
    return current().font(style)


def px(size: float) -> int:
    """Short for `current().px(size)`."""
    return current().px(size)


def large() -> bool:
    """Whether texts are so large that room is short: icons stand without words, gaps are narrower, panes are drawers."""
    return current().scale >= LARGE


def gap(usual: float, tight: float) -> int:
    """Pixels of a gap or a bar: `usual` at 100 %, `tight` (at 100 % too) for large texts. What holds text is `px`."""
    return px(tight if large() else usual)


def system_name() -> str:
    """The theme the operating system asks for: contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, name: str = "light", scale: float = 1.0, *, reduced_motion: bool = False) -> Theme:
    """Put a theme in force for every widget of `app`.

    `name` is one of tokens.THEME_NAMES or "system"; `scale` is kept within 1.0 to 2.0. A theme that is in force already
    costs nothing: no widget is dressed again, nobody is told. Raises KeyError.
    """
    global _theme
    chosen = system_name() if name == SYSTEM else name
    wanted = Theme(tokens.load(chosen), min(max(scale, 1.0), 2.0), reduced_motion)
    if wanted == _theme and app.styleSheet():
        return _theme
    _theme = wanted
    fonts.load()
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(_theme))
    app.setStyleSheet(sheet(_theme))
    _set_fonts(app, _theme)  # after the sheet, which takes faces by class away
    notice.changed.emit()
    return _theme


def _set_fonts(app: QApplication, theme: Theme) -> None:
    """Faces by class of widget and, for labels, by role: a style sheet knows no axis of a variable face."""
    app.setFont(theme.font("body"))
    for kind, style in _CLASS_STYLES:
        app.setFont(theme.font(style), kind)  # type: ignore[arg-type]  # the stub says bytes, Qt takes str
    QToolTip.setFont(theme.font("small"))
    for widget in app.allWidgets():
        give_role_font(widget)


def give_role_font(widget: QWidget) -> None:
    """The face of a label's role, if it has one; done for every label that `words.label` or a form makes."""
    style = ROLE_STYLES.get(str(widget.property("role") or "")) if isinstance(widget, QLabel) else None
    if style:
        widget.setFont(font(style))


def palette(theme: Theme) -> QPalette:
    """Every role a widget reads, from the tokens."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text3"))
    return made


def sheet(theme: Theme) -> str:
    """The style sheet of ordinary widgets: `{token}` and `{icons}` filled in, `14sp` and `9sp-1` scaled to pixels."""
    text = resource("themes", "widgets.qss").read_text(encoding="utf-8")
    icons = resource("icons", theme.name).as_posix()
    values = {**theme.tokens, "icons": icons, "frame": theme.tokens["accent" if theme.framed else "accent_soft"]}
    values["big"] = f"{34 if theme.scale >= LARGE else 42}sp"
    filled = re.sub(r"\{(\w+)\}", lambda m: values[m[1]], text)
    return re.sub(r"(\d+)sp([+-]\d+)?", lambda m: f"{max(0, theme.px(int(m[1])) + int(m[2] or 0))}px", filled)
