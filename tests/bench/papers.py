"""How fast the end-of-day packet is: against a bare canvas loop that draws the same rows with the same faces."""

from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from app.reports.documents import end_of_day
from app.reports.layout import faces
from app.reports.rules.sentences import outcome_word, paid_word
from app.reports.rules.values import EndOfDay
from app.reports.rules.words import clock, money
from tests.reports.day import many

RUNS = 9
LIMIT = 2.0
VISIT = ((78, "r"), (86, "l"), (250, "r"), (264, "l"), (310, "l"), (370, "l"), (436, "l"), (512, "r"), (564, "r"))
RECEIPT = ((48, "l"), (90, "l"), (220, "l"), (330, "r"))
Row = list[tuple[str, str]]


def _rows(report: EndOfDay) -> tuple[list[Row], list[Row]]:
    """The texts and faces that the lists print, visits first."""
    text, semi = faces.TEXT, faces.SEMI
    short = {person.key: person.short for person in report.practitioners}
    visits = [
        [
            (clock(v.start, half=False), text),
            (v.patient, semi),
            (v.mrn, text),
            (v.kind, text),
            (short[v.practitioner], text),
            (v.payer, text),
            (outcome_word(v), text),
            ("" if v.waited is None else str(v.waited), text),
            (paid_word(v), text),
        ]
        for v in report.visits
    ]
    receipts = [
        [(f"{r.number:,}", text), (r.patient, semi), (", ".join(m for m, _ in r.parts), text), (money(r.cents), text)]
        for r in report.receipts
    ]
    return visits, receipts


def _loop(report: EndOfDay) -> bytes:
    """The floor: one drawString a cell, no rules, no measuring, no wrapping, 48 rows a page."""
    stream = BytesIO()
    canvas: Any = Canvas(stream, pagesize=(612, 792), initialFontName=faces.TEXT, pageCompression=1)
    for rows, places in zip(_rows(report), (VISIT, RECEIPT), strict=True):
        for number, row in enumerate(rows):
            y = 720 - number % 48 * 13.4
            for (x, align), (text, face) in zip(places, row, strict=True):
                if not text:
                    continue
                canvas.setFont(face, 8)
                (canvas.drawRightString if align == "r" else canvas.drawString)(x, y, text)
            if number % 48 == 47:
                canvas.showPage()
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _seconds(work: Callable[[EndOfDay], bytes], report: EndOfDay) -> float:
    begin = perf_counter()
    work(report)
    return perf_counter() - begin


def measure_papers(runs: int = RUNS) -> list[dict[str, object]]:
    """PDF of 500 and of 5,000 visits: median of `runs`, the floor measured between the same runs."""
    out: list[dict[str, object]] = []
    for face in (faces.TEXT, faces.SEMI):
        faces.load(face)
    for count in (500, 5000):
        report = many(count)
        end_of_day(report)
        _loop(report)
        pairs = [(_seconds(end_of_day, report), _seconds(_loop, report)) for _ in range(runs)]
        value, floor = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
        out.append(
            {
                "name": f"end-of-day PDF of {count:,} visits",
                "value": round(value * 1000, 1),
                "unit": "ms",
                "floor": round(floor * 1000, 1),
                "ratio": round(value / floor, 2),
                "limit": LIMIT,
                "ok": value <= LIMIT * floor,
            }
        )
    return out


if __name__ == "__main__":
    for line in measure_papers():
        print(line)
