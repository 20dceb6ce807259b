"""Small charts of page 1: a day's strip, a sparkline, a bar. Shape and letter tell, never colour."""

from collections.abc import Sequence
from statistics import median

from app.reports.layout import faces
from app.reports.layout.grid import FILL, HEIGHT, INK, SOFT, Type
from app.reports.layout.paper import Paper


def cell(paper: Paper, box: tuple[float, float, float, float], letter: str, kind: str) -> None:
    """One bar, `box` being left, top, width, height. `kind`: solid, outline, dashed, half or dotted."""
    x, y, wide, tall = box
    canvas, base = paper.canvas, HEIGHT - box[1] - box[3]
    canvas.setFillColor(FILL)
    canvas.setStrokeColor(SOFT if kind == "dotted" else INK)
    canvas.setLineWidth(0.7)
    if kind in ("solid", "half"):
        canvas.rect(x, base, wide if kind == "solid" else wide / 2, tall, stroke=0, fill=1)
    if kind in ("dashed", "dotted"):
        canvas.setDash(*((2, 1.5) if kind == "dashed" else (1.2, 1.6)))
    if kind != "solid":
        canvas.rect(x, base, wide, tall, stroke=1, fill=0)
    canvas.setDash()
    if letter:
        size = min(7.0, tall * 0.85, max(wide * 1.1, 3.6))
        paper.put(x + wide / 2, y + tall / 2 + size * 0.36, letter, Type(faces.SEMI, size), "c")


def spark(paper: Paper, x: float, y: float, room: float, values: Sequence[float]) -> None:
    """Working days ending today; the dot is today, the faint line the middle of them all."""
    low, high = min(values), max(values)
    scale = 13 / (high - low) if high > low else 0.0
    points = [(x + room * k / (len(values) - 1), HEIGHT - y + scale * (v - low)) for k, v in enumerate(values)]
    paper.rule(x, y - scale * (median(values) - low), room, 0.4, FILL)
    canvas = paper.canvas
    canvas.setStrokeColor(SOFT)
    canvas.setLineWidth(0.7)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)
    canvas.setFillColor(INK)
    canvas.circle(*points[-1], 1.6, stroke=0, fill=1)


def bar(paper: Paper, x: float, y: float, room: float, share: float) -> None:
    """A bar from zero; the whole is one, and more than that is drawn as full."""
    paper.rule(x, y, room, 2.6, FILL)
    if share > 0:
        paper.rule(x, y, room * min(share, 1.0), 2.6, SOFT)


def lanes(stretches: Sequence[tuple[int, int]], most: int = 8) -> list[tuple[int, int]]:
    """For each (start, end), sorted by start: its lane, and how many lanes its neighbours in time need.

    Past `most` lanes the rest share the last one.
    """
    out: list[tuple[int, int]] = []
    group: list[int] = []
    ends: list[int] = []
    for first, last in stretches:
        if ends and first >= max(ends):
            out += [(lane, len(ends)) for lane in group]
            group, ends = [], []
        lane = min(next((k for k, end in enumerate(ends) if end <= first), len(ends)), most - 1)
        if lane == len(ends):
            ends.append(last)
        ends[lane] = max(ends[lane], last)
        group.append(lane)
    return out + [(lane, len(ends)) for lane in group]
