"""All measurements together: choosing, carrying out, and the table that is printed."""

from collections.abc import Iterable, Sequence

from tests.bench import (
    adding,
    boards,
    calendars,
    checking_in,
    days,
    openings,
    painting,
    searching,
    series,
    spans,
    starts,
)
from tests.bench.bases import asked_count, is_kept
from tests.bench.measures import LARGE, MEASURES, Figure, measure
from tests.bench.papers import LIMIT, measure_papers

FILLED = (adding, boards, calendars, checking_in, days, openings, painting, searching, series, spans, starts)
_HEAD = ("what", "value", "unit", "floor", "ratio", "limit", "")


@measure("pdf_500", "pdf_5000")
def measure_pdfs() -> list[Figure]:
    """The end-of-day packet against a bare canvas."""
    names = ("pdf_500", "pdf_5000")
    return [
        Figure(name, float(str(row["value"])), "ms", LIMIT, float(str(row["floor"])))
        for name, row in zip(names, measure_papers(), strict=True)
    ]


def usual() -> set[str]:
    """The figures of a run that names none: those of a million patients only where their base lies ready."""
    return set(MEASURES) if is_kept(asked_count()) else set(MEASURES) - LARGE


def figures(names: Iterable[str] = ()) -> list[Figure]:
    """The named figures, or the usual ones; each piece of work is done once."""
    wanted = set(names) or usual()
    works = dict.fromkeys(work for name, work in MEASURES.items() if name in wanted)
    return [one for work in works for one in work() if one.name in wanted]


def table(found: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    rows = [_HEAD]
    for one in found:
        told = one.plain()
        shown = [
            "" if told[key] is None else str(told[key]) for key in ("name", "value", "unit", "floor", "ratio", "limit")
        ]
        rows.append((*shown, "" if one.ok else "TOO MUCH"))  # type: ignore[arg-type]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
