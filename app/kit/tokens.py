"""Colour tokens of the three themes, read from resources/themes, and the arithmetic that proves their contrast."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from app.core.paths import resource

#: names a person can choose; each is a file resources/themes/<name>.toml
THEME_NAMES = ("light", "dark", "contrast")

_MEANINGS = ("ok", "warn", "bad", "info")
_STATUS = ("st_booked", "st_arrived", "st_ready", "st_room", "st_out", "st_done", "st_gone")
_SOFT = ("info_soft", "ready_soft", "room_soft", "out_soft", "warn_soft", "bad_soft", "ok_soft", "accent_soft")
_GROUNDS = ("surface", "bg", "sunken", "hover", "selected")

#: (what, on what, least ratio): every pairing the screens use; 4.5 for text, 3 for graphics (WCAG 2.2: 1.4.3, 1.4.11).
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((t, g, 4.5) for t in ("text", "text2", "text3") for g in _GROUNDS),
    *(("accent_text", g, 4.5) for g in ("surface", "bg", "rail", "selected", "accent_soft")),
    *((t, "rail", 4.5) for t in ("text2", "text3")),
    ("on_accent", "accent", 4.5),
    ("on_downtime", "downtime", 4.5),
    ("on_bad", "bad", 4.5),
    *((t, g, 4.5) for t in _MEANINGS for g in ("surface", "bg", "hover", "selected", f"{t}_soft")),
    *((t, g, 4.5) for t in _STATUS for g in ("surface", "bg", "hover", "selected")),
    ("st_ready", "ready_soft", 4.5),
    ("st_room", "room_soft", 4.5),
    ("st_out", "out_soft", 4.5),
    ("st_arrived", "info_soft", 4.5),
    *((t, s, 4.5) for t in ("text", "text2") for s in _SOFT),
    *((t, g, 3.0) for t in ("control", "focus", "now", "lamp_ok") for g in ("surface", "bg", "sunken", "selected")),
)


class Tokens(Mapping[str, str]):
    """One theme: token name -> '#RRGGBB' or '#RRGGBBAA'. Read only."""

    __slots__ = ("_values", "name")

    def __init__(self, name: str, values: Mapping[str, str]) -> None:
        self.name = name
        self._values = dict(values)

    def __getitem__(self, token: str) -> str:
        return self._values[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@cache
def load(name: str) -> Tokens:
    """The tokens of the named theme. Raises KeyError for a name that is not in THEME_NAMES."""
    if name not in THEME_NAMES:
        raise KeyError(name)
    groups = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Tokens(name, {token: str(value) for group in groups.values() for token, value in group.items()})


def luminance(colour: str) -> float:
    """Relative luminance of '#RRGGBB', 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def failures(tokens: Tokens) -> list[str]:
    """Every pairing below its floor, as a line of text."""
    return [
        f"{tokens.name}: {what} on {ground} is {ratio(tokens[what], tokens[ground]):.2f}, below {least}"
        for what, ground, least in PAIRS
        if ratio(tokens[what], tokens[ground]) < least
    ]
