"""End-of-day packet: page 1 for the director, then what page 1 could not hold, then the lists."""

from app.core.text import tr
from app.reports.documents.director import Director
from app.reports.documents.lists import ReceiptList, VisitList
from app.reports.documents.sections import Flow
from app.reports.layout.paper import Paper
from app.reports.rules.values import EndOfDay
from app.reports.rules.words import long_day, stamp


def end_of_day(report: EndOfDay) -> bytes:
    """The packet as PDF. The title names place and day, never a patient."""
    place = f"{report.clinic} · {report.location}" if report.location else report.clinic
    paper = Paper(
        tr("End of day, {location}, {day}", location=report.location or report.clinic, day=report.day.isoformat()),
        report.language,
        (place, tr("End of day · {day}", day=long_day(report.day))),
        tr(
            "Contains patient information · printed {when} by {who}",
            when=stamp(report.printed_at),
            who=report.printed_by,
        ),
    )
    director = Director(paper, report)
    flow = Flow(paper, 2)
    director.carry(flow)
    VisitList(paper, report).add(flow)
    ReceiptList(paper, report).add(flow)
    return paper.finish([director.draw, *flow.draws()])
