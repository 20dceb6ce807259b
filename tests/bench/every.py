"""All measurements together: choosing, carrying out, and the table that is printed."""

from collections.abc import Iterable, Sequence

from tests.bench import boards, checking_in, starts
from tests.bench.measures import MEASURES, Figure, measure
from tests.bench.papers import LIMIT, measure_papers

FILLED = (boards, checking_in, starts)
_HEAD = ("what", "value", "unit", "floor", "ratio", "limit", "")


@measure("pdf_500", "pdf_5000")
def measure_pdfs() -> list[Figure]:
    """The end-of-day packet against a bare canvas."""
    names = ("pdf_500", "pdf_5000")
    return [
        Figure(name, float(str(row["value"])), "ms", LIMIT, float(str(row["floor"])))
        for name, row in zip(names, measure_papers(), strict=True)
    ]


def figures(names: Iterable[str] = ()) -> list[Figure]:
    """The named figures, or all; each piece of work is done once."""
    wanted = set(names) or set(MEASURES)
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
