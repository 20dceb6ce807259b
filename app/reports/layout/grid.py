"""Page, grid, inks and type scale. Points; y runs down from the top edge of a Letter page."""

from typing import NamedTuple

from reportlab.lib.colors import Color

from app.reports.layout import faces

WIDTH, HEIGHT = 612.0, 792.0
# 48 at the sides, 44 above, 40 below (last baseline): within reach of every office printer
LEFT, TOP, RIGHT, FOOT = 48.0, 44.0, 564.0, 752.0
ROOM = RIGHT - LEFT
# a sheet that lies on its long side
WIDE_RIGHT, WIDE_FOOT = HEIGHT - LEFT, WIDTH - 40.0
WIDE_ROOM = WIDE_RIGHT - LEFT
COLUMN, GUTTER = 32.0, 12.0

# All greys but one; the accent stands only beside a word and a sign, so that grey paper loses nothing.
INK = Color(0.09, 0.09, 0.10)
SOFT = Color(0.30, 0.30, 0.32)
RULE = Color(0.70, 0.70, 0.70)
FILL = Color(0.80, 0.81, 0.82)
ACCENT = Color(0.55, 0.15, 0.10)


class Type(NamedTuple):
    """A place on the type scale: face, size, ink, distance of baselines, tracking."""

    face: str
    size: float
    ink: Color = INK
    lead: float = 12.0
    track: float = 0.0

    def sized(self, size: float) -> "Type":
        """The same at another size."""
        return self._replace(size=size)


HEADLINE = Type(faces.HEAD, 17.5, lead=21.5, track=-0.25)
LETTER_HEADLINE = Type(faces.HEAD, 19, lead=24, track=-0.25)
TITLE = Type(faces.HEAD, 13, lead=17)
FIGURE = Type(faces.FIGURE, 21, track=-0.3)
SECTION = Type(faces.SEMI, 9)
BODY = Type(faces.TEXT, 9)
BODY_SOFT = Type(faces.TEXT, 9, SOFT)
LETTER = Type(faces.TEXT, 10, lead=14)
LETTER_STRONG = Type(faces.SEMI, 10, lead=14)
CELL = Type(faces.TEXT, 8, lead=9)
CELL_SOFT = Type(faces.TEXT, 8, SOFT, 11.5)
NAME = Type(faces.SEMI, 8, lead=9)
SMALL = Type(faces.TEXT, 6.8, SOFT, 8.2)
ASIDE = Type(faces.NOTE, 6.8, SOFT, 8.2)
LEGEND = Type(faces.NOTE, 7.2, SOFT, 9.4)
FINE = Type(faces.NOTE, 6.4, SOFT, 7.6)
RECOVERY = Type(faces.KEY, 31, track=2.2)


def span(first: int, count: int) -> tuple[float, float]:
    """Left edge and width of `count` of the twelve columns, from column `first` (0 to 11)."""
    return LEFT + first * (COLUMN + GUTTER), count * COLUMN + (count - 1) * GUTTER
