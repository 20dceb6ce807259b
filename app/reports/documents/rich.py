"""Texts of several looks that flow together in a small place: they shrink a little, then give up their last parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.layout.grid import Type
from app.reports.layout.paper import Paper

#: the sizes that are tried, from the one that is read best
SIZES = (7.6, 7.0, 6.4)
#: distance of baselines, as a share of the size
LEAD = 1.16
Piece = tuple[str, Type]


@dataclass(frozen=True, slots=True)
class Laid:
    """Lines of pieces that fit; `whole` says whether everything that was wanted is there."""

    lines: tuple[tuple[Piece, ...], ...]
    size: float
    whole: bool

    @property
    def height(self) -> float:
        """From above the first line to below the last."""
        return len(self.lines) * self.size * LEAD

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw with the upper left corner at x, y."""
        for number, line in enumerate(self.lines, 1):
            at = x
            for text, style in line:
                at += paper.put(at, y + number * self.size * LEAD - self.size * 0.24, text, style)


def lay(paper: Paper, parts: Sequence[Sequence[Piece]], room: float, height: float) -> Laid | None:
    """The first of `parts` (from all to the least) that fits, at the largest size; None where even the least does not.

    More words at a small size come before fewer words at a large one.
    """
    for at, part in enumerate(parts):
        for size in SIZES:
            lines = flow(paper, [(text, style.sized(size)) for text, style in part], room)
            if lines is not None and len(lines) * size * LEAD <= height:
                return Laid(lines, size, at == 0)
    return None


def put_name(paper: Paper, x: float, y: float, room: float, text: str, style: Type, most: int = 2) -> None:
    """A name with its last baseline at y, in at most `most` lines above each other: it shrinks until it fits."""
    lines = paper.fold(text, room, style)
    while len(lines) > most:
        style = style.sized(style.size * 0.9)
        lines = paper.fold(text, room, style)
    for number, line in enumerate(reversed(lines)):
        paper.put(x, y - number * style.size * 1.15, line, style, room=room)


def flow(paper: Paper, pieces: Sequence[Piece], room: float) -> tuple[tuple[Piece, ...], ...] | None:
    """Lines of words, broken between them and after hyphens; None where one word is wider than the room."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for text, style in pieces:
        gap = paper.width(" ", style)
        for number, word in enumerate(_words(text)):
            wide = paper.width(word, style)
            if wide > room:
                return None
            space = gap if used and not (number and _glued(text, number)) else 0.0
            if used + space + wide > room:
                lines.append([])
                used = space = 0.0
            lines[-1].append((" " + word if space else word, style))
            used += space + wide
    return tuple(tuple(line) for line in lines)


def _words(text: str) -> list[str]:
    """The words of a text, hyphened ones in parts."""
    return [part for word in _split(text) for part in _parts(word)]


def _split(text: str) -> list[str]:
    """Between spaces; a no-break space holds."""
    return [word for word in text.split(" ") if word]


def _parts(word: str) -> list[str]:
    head, hyphen, tail = word.partition("-")
    return [head + hyphen, *_parts(tail)] if hyphen and head and tail else [word]


def _glued(text: str, number: int) -> bool:
    """Whether the part of that number goes on a word that was broken after its hyphen."""
    starts = {0}
    count = 0
    for word in _split(text):
        count += len(_parts(word))
        starts.add(count)
    return number not in starts
