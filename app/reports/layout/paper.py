"""A document being drawn: text that measures itself, rules, frames, QR, running head and foot."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.core.text import tr
from app.reports.layout import faces
from app.reports.layout.grid import (
    BODY,
    FOOT,
    HEADLINE,
    HEIGHT,
    INK,
    LEFT,
    RIGHT,
    ROOM,
    RULE,
    SECTION,
    SMALL,
    SOFT,
    TOP,
    WIDE_FOOT,
    WIDE_RIGHT,
    WIDE_ROOM,
    WIDTH,
    Type,
)

LEAST = 0.86  # a text too wide for its place may shrink so far; after that it wraps
_saving = Lock()  # ReportLab's face object keeps a reading position, so two papers may not embed it at once


class Paper:
    """One PDF. `pages` are drawn at the end, when their number is known."""

    def __init__(
        self, title: str, language: str, head: tuple[str, str] | None = None, foot: str = "", *, lying: bool = False
    ) -> None:
        """Begin a Letter document. `title` never names a patient. Without `head` the pages draw their own.

        `lying`: the sheet lies on its long side; `right`, `room` and `foot` say where it ends then.
        """
        self._lying = lying
        self.right, self.room, self.foot = (WIDE_RIGHT, WIDE_ROOM, WIDE_FOOT) if lying else (RIGHT, ROOM, FOOT)
        size = (HEIGHT, WIDTH) if lying else (WIDTH, HEIGHT)
        for face in (faces.TEXT, faces.SEMI):
            faces.load(face)
        self._stream = BytesIO()
        self.canvas: Any = Canvas(
            self._stream, pagesize=size, lang=language, initialFontName=faces.TEXT, pageCompression=1
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Frontdesk")
        self.canvas.setCreator("Frontdesk")
        self.canvas.setProducer("Frontdesk")
        self._head, self._foot = head, foot
        self.counted = ""  # "Page {page} of {pages}" in the words of a paper that does not speak the desk's language
        self._units: dict[tuple[str, str], float] = {}
        self.marked = False  # whether any text so far needed a frame, so that the legend explains it

    def finish(self, pages: Sequence[Callable[[], object]]) -> bytes:
        """Draw the pages, each with its head and foot, and return the file."""
        for index, draw in enumerate(pages, 1):
            self.canvas.setFont(faces.TEXT, 8)
            if self._lying:
                self.canvas.translate(0, WIDTH - HEIGHT)  # y runs down from the top edge here too
            self._running_head()
            draw()
            self._running_foot(index, len(pages))
            self.canvas.showPage()
        with _saving:
            self.canvas.save()
        return self._stream.getvalue()

    def _running_head(self) -> None:
        if self._head:
            left, right = self._head
            self.squeeze(LEFT, TOP + 4, self.room - self.width(right, BODY) - 16, left, SECTION)
            self.put(self.right, TOP + 4, right, BODY, "r")
            self.rule(LEFT, TOP + 11, self.room, 0.4, INK)

    def _running_foot(self, page: int, pages: int) -> None:
        told = {"page": page, "pages": pages}
        count = self.counted.format(**told) if self.counted else tr("Page {page} of {pages}", **told)
        self.squeeze(LEFT, self.foot, self.room - self.width(count, SMALL) - 20, self._foot, SMALL)
        self.put(self.right, self.foot, count, SMALL, "r")

    # text

    def width(self, text: str, style: Type) -> float:
        """Width in points as `put` draws it, frames included."""
        unit = self._units.get((text, style.face))
        if unit is None:
            unit = self._units[text, style.face] = self._measure(faces.clean(text), style.face)
        return unit * style.size + style.track * len(text)

    def _measure(self, text: str, face: str) -> float:
        faces.glyphs(face)
        if faces.is_plain(text, face):
            return float(stringWidth(text, face, 1.0))
        pieces = faces.runs(text, face)
        self.marked = self.marked or any(not found for _, found in pieces)
        return sum(float(stringWidth(run, found, 1.0)) if found else self._mark_unit(run) for run, found in pieces)

    def _mark_unit(self, run: str) -> float:
        faces.glyphs(faces.NOTE)
        return float(stringWidth(faces.mark_word(run), faces.NOTE, 0.78)) + 0.9

    def put(
        self,
        x: float,
        y: float,
        text: str,
        style: Type,
        align: str = "l",
        room: float | None = None,
        least: float = LEAST,
    ) -> float:
        """One line with its baseline at y, from x (`l`), up to x (`r`) or around x (`c`); returns its width.

        A text wider than `room` shrinks to `least` of its size; people's text is wrapped by the caller before that.
        """
        wide = self.width(text, style)
        if room is not None and wide > room:
            style = style.sized(max(style.size * least, style.size * room / wide))
            wide = self.width(text, style)
        if align != "l":
            x -= wide if align == "r" else wide / 2
        text = faces.clean(text)
        plain = faces.is_plain(text, style.face)
        for run, face in [(text, style.face)] if plain else faces.runs(text, style.face):
            x += self._run(x, y, run, style._replace(face=face)) if face else self._mark(x, y, run, style)
        return wide

    def _run(self, x: float, y: float, run: str, style: Type) -> float:
        self.canvas.setFillColor(style.ink)
        self.canvas.setFont(style.face, style.size)
        self.canvas.drawString(x, HEIGHT - y, run, charSpace=style.track)
        return float(stringWidth(run, style.face, style.size)) + style.track * len(run)

    def _mark(self, x: float, y: float, run: str, style: Type) -> float:
        """The frame for signs no face prints."""
        size, wide = style.size, self._mark_unit(run) * style.size
        self.canvas.setStrokeColor(SOFT)
        self.canvas.setLineWidth(0.4)
        self.canvas.roundRect(
            x + size * 0.12, HEIGHT - y - size * 0.24, wide - size * 0.24, size * 1.02, size * 0.25, stroke=1, fill=0
        )
        self._run(x + size * 0.45, y, faces.mark_word(run), Type(faces.NOTE, size * 0.78, SOFT))
        return wide

    def lines(self, text: str, room: float, style: Type) -> list[str]:
        """Greedy lines of a text; a word too long for a line is broken between signs."""
        out: list[str] = []
        for word in text.split(" "):
            trial = f"{out[-1]} {word}" if out else word
            if self.width(trial, style) <= room:
                out[-1:] = [trial]
            else:
                out += self._chop(word, room, style)
        return out or [""]

    def _chop(self, word: str, room: float, style: Type) -> list[str]:
        """A word in pieces that fit: after hyphens where that helps, else between signs."""
        out = [""]
        for part in re.split(r"(?<=-)", word):
            whole = self.width(part, style) <= room
            for piece in (part,) if whole else part:
                if out[-1] and self.width(out[-1] + piece, style) > room:
                    out.append("")
                out[-1] += piece
        return out

    def fold(self, text: str, room: float, style: Type) -> list[str]:
        """Lines of a cell: a name breaks after its family name when both halves fit, else between words."""
        if self.width(text, style) * LEAST <= room:
            return [text]
        head, comma, tail = text.partition(", ")
        halves = [head + ",", tail]
        if comma and "(" not in head and all(self.width(half, style) * LEAST <= room for half in halves):
            return halves
        return self.lines(text, room, style)

    def para(self, x: float, y: float, room: float, text: str, style: Type) -> float:
        """A wrapped text, first baseline at y; returns the baseline that would come next."""
        for line in self.lines(text, room, style):
            self.put(x, y, line, style)
            y += style.lead
        return y

    def squeeze(self, x: float, y: float, room: float, text: str, style: Type) -> None:
        """A text in a place of one line: it shrinks, and when that is not enough grows upwards in small lines."""
        if self.width(text, style) * LEAST <= room:
            self.put(x, y, text, style, room=room)
            return
        small = style.sized(style.size * 0.8)
        cut = self.lines(text, room, small)
        for index, line in enumerate(cut):
            self.put(x, y - (len(cut) - 1 - index) * small.size * 1.2, line, small)

    def headline_lines(self, sentences: Sequence[str], most: int = 3, style: Type = HEADLINE) -> int:
        """How many lines `headline` will take."""
        return len(self.lines(self._kept(sentences, most, style), self.room, style))

    def _kept(self, sentences: Sequence[str], most: int, style: Type) -> str:
        kept = list(sentences)
        while len(kept) > 1 and len(self.lines(" ".join(kept), self.room, style)) > most:
            kept.pop()
        return " ".join(kept)

    def headline(self, y: float, sentences: Sequence[str], most: int = 3, style: Type = HEADLINE) -> float:
        """The sentences on top, in lines of about equal length; the last is dropped while there are too many lines."""
        text, room = self._kept(sentences, most, style), self.room
        count = len(self.lines(text, room, style))
        while room > 200 and len(self.lines(text, room - 8, style)) == count:
            room -= 8
        return self.para(LEFT, y, room, text, style)

    # strokes

    def rule(self, x: float, y: float, room: float, weight: float = 0.4, ink: Color = RULE) -> None:
        """A horizontal line."""
        self.canvas.setStrokeColor(ink)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, HEIGHT - y, x + room, HEIGHT - y)

    def dots(self, y: float) -> None:
        """A dotted line over the whole sheet: fold or cut here."""
        self.canvas.setDash(1, 3)
        self.rule(24, y, WIDTH - 48, 0.5, SOFT)
        self.canvas.setDash()

    def box(self, x: float, y: float, size: float = 7.5) -> None:
        """A square to tick by pen, standing on the baseline y."""
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(x, HEIGHT - y - 0.8, size, size, stroke=1, fill=0)

    def heading(self, x: float, y: float, room: float, text: str, aside: str = "") -> float:
        """A section: a black rule, its name, a short aside at the right; returns the next baseline."""
        self.rule(x, y, room, 0.8, INK)
        used = self.put(x + room, y + 12, aside, SMALL, "r", room * 0.62, 0.6) if aside else 0
        self.put(x, y + 12, text, SECTION, room=room - used - 6, least=0.6)
        return y + 25

    def qr(self, x: float, y: float, size: float, text: str) -> None:
        """A QR code of level M as one path, its upper left corner at x, y."""
        widget = QrCodeWidget(text, barLevel="M")
        widget.qr.make()
        count = widget.qr.getModuleCount()
        cell = size / count
        path = self.canvas.beginPath()
        for row in range(count):
            for column in range(count):
                if widget.qr.isDark(row, column):
                    path.rect(x + column * cell, HEIGHT - y - (row + 1) * cell, cell, cell)
        self.canvas.setFillColor(INK)
        self.canvas.drawPath(path, stroke=0, fill=1)
