"""One patient's whole record on paper: part by part, with the name and the number on every page."""

from app.core.text import language, tr
from app.reports.documents.sections import Flow, Section
from app.reports.layout.grid import CELL_SOFT, NAME
from app.reports.layout.paper import Paper
from app.reports.layout.table import Column, Row
from app.reports.rules.record import RecordPaper, RecordPart
from app.reports.rules.words import stamp

STEP = 13.4


def whole_record(record: RecordPaper) -> bytes:
    """The record as PDF. The file's title never names the patient."""
    whose = tr("{name} · MRN {mrn}", name=record.name, mrn=record.mrn)
    title = tr("Whole record")
    head = f"{record.clinic} · {title}" if record.clinic else title
    printed = tr(
        "Contains patient information · printed {when} by {who}", when=stamp(record.printed_at), who=record.printed_by
    )
    paper = Paper(title, language(), (head, whose), printed)
    flow = Flow(paper, 1)
    for part in record.parts:
        flow.section(_section(part), STEP)
    return paper.finish(flow.draws())


def _section(part: RecordPart) -> Section:
    pairs = not part.columns
    names = ("", "") if pairs else part.columns
    columns = tuple(
        Column(name, 0, "l", CELL_SOFT if pairs and not at else NAME if not at else Column("", 0).style)
        for at, name in enumerate(names)
    )
    rows = tuple(Row(cells, {}, ruled=not pairs) for cells in part.rows)
    return Section(part.title, "", columns, rows, named=not pairs)
