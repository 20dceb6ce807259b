"""The type scale: Inter, figures of one width where they stand in columns, no hinting. Sizes are logical pixels at 100 % text.

Weights are places on the axis of the variable face: Qt knows only its regular instance by weight.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_inter
import fontpkg_noto_sans
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"
FALLBACK = "Noto Sans"

#: style -> (pixels at 100 %, weight). Nothing is smaller than 11; "tiny" is for keycaps and column titles only.
TYPE: dict[str, tuple[int, int]] = {
    "display": (26, 600),
    "title": (20, 600),
    "head": (16, 600),
    "time": (15, 600),
    "name": (14, 600),
    "strong": (14, 550),
    "money": (14, 550),
    "body": (14, 400),
    "figure": (14, 400),
    "note": (12, 400),
    "small": (12, 400),
    "small_b": (12, 550),
    "tiny": (11, 500),
    "tiny_b": (11, 600),
}

#: styles for what stands in columns. The others are for words: Inter's `tnum` also widens the hyphen, which tears
#: "Smith-Jones" and "No-show" apart.
_FIGURES = ("time", "money", "figure", "small", "tiny", "tiny_b")


@cache
def load() -> None:
    """Register the upright Inter face once. A missing file leaves the system's face: legible, if plainer."""
    _register(fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf")


@cache
def load_extra() -> None:
    """Register italics and Noto Sans as well; for after the first window, nothing at sign-in needs them."""
    _register(fontpkg_inter.ROOT / "files" / "Inter-Italic[opsz,wght].ttf")
    _register(fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf")


def _register(file: Path) -> None:
    if file.exists():
        QFontDatabase.addApplicationFont(str(file))


def make(style: str, scale: float = 1.0) -> QFont:
    """A new face of the type scale; `scale` is the text size, 1.0 to 2.0. Raises KeyError for an unknown style."""
    size, weight = TYPE[style]
    font = QFont([FAMILY, FALLBACK])
    font.setPixelSize(round(size * scale))
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setVariableAxis(QFont.Tag("opsz"), min(max(font.pixelSize(), 14), 32))
    # Said in both cases: a painter would take a feature that is not settled from its widget's font.
    font.setFeature(QFont.Tag("tnum"), 1 if style in _FIGURES else 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
