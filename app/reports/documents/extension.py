"""The request for more visits: one page to a payer, with the count it rests on and a line to sign."""

from app.core.text import language, tr
from app.kit.dates import show_date
from app.reports.layout.grid import BODY, CELL_SOFT, FOOT, INK, LEFT, LETTER, LETTER_STRONG, ROOM, TOP, span
from app.reports.layout.paper import Paper
from app.reports.rules.papers import ExtensionRequest
from app.reports.rules.words import plain_day

STEP = 16.0
HEADLINE = TOP + 60


def extension_request(value: ExtensionRequest) -> bytes:
    """One Letter page."""
    title = tr("Request for more visits")
    head = (f"{value.clinic} · {value.location}" if value.location else value.clinic, title)
    paper = Paper(title, "es-US" if language() == "es" else "en-US", head)
    return paper.finish([lambda: _page(paper, value)])


def _page(paper: Paper, value: ExtensionRequest) -> None:
    about = " · ".join(part for part in (value.address, value.phone, plain_day(value.made_on)) if part)
    paper.squeeze(LEFT, TOP + 24, ROOM, about, CELL_SOFT)
    y = paper.headline(HEADLINE, [_told(value)], 3) + 10
    parts = (
        (tr("Patient"), _patient(value)), (tr("What was authorized"), _given(value)),
        (tr("What we ask for"), _asked(value)),
    )  # fmt: skip
    for name, facts in parts:
        y = paper.heading(LEFT, y, ROOM, name) + 6
        for title, text in facts:
            y = _fact(paper, y, title, text)
        y += 12
    reason = tr("The plan of care is not finished, and the authorized visits are used or booked.")
    if not value.visits:
        reason = tr("The plan of care is not finished, and goes on after the authorization ends.")
    y = paper.para(LEFT, y + 4, span(0, 10)[1], reason, LETTER) + 44
    paper.rule(LEFT, y, span(0, 6)[1], 0.5, INK)
    paper.put(LEFT, y + 11, tr("Signature of the therapist, date"), CELL_SOFT)
    paper.put(LEFT, FOOT, tr("Prepared by {who} on {day}.", who=value.made_by, day=plain_day(value.made_on)), CELL_SOFT)


def _told(value: ExtensionRequest) -> str:
    said = {"payer": value.payer, "count": value.visits, "day": show_date(value.last) if value.last else ""}
    if not value.late:
        return tr("We ask {payer} for {count} more visits.", **said)
    if not value.visits:
        return tr("We ask {payer} for time until {day}.", **said)
    return tr("We ask {payer} for {count} more visits, and for time until {day}.", **said)


def _fact(paper: Paper, y: float, title: str, text: str) -> float:
    if not text:
        return y
    x, room = span(4, 8)
    paper.put(LEFT, y, title, BODY, room=span(0, 4)[1])
    for line in paper.fold(text, room, LETTER_STRONG):
        paper.put(x, y, line, LETTER_STRONG, room=room)
        y += STEP
    return y


def _patient(value: ExtensionRequest) -> list[tuple[str, str]]:
    return [
        (tr("Name"), value.patient),
        (tr("Birth date"), show_date(value.birth_date) if value.birth_date else ""),
        (tr("Member number"), value.member_id),
        (tr("Treated for"), value.care),
        (tr("Therapist"), value.practitioner),
    ]


def _given(value: ExtensionRequest) -> list[tuple[str, str]]:
    days = tr("{first} to {last}", first=show_date(value.starts_on), last=show_date(value.ends_on))
    return [
        (tr("Authorization"), value.number),
        (tr("From, to"), days),
        (tr("Visits authorized"), str(value.allowed)),
        (tr("Visits attended"), str(value.attended + value.unsigned)),
        (tr("of these not signed yet"), str(value.unsigned) if value.unsigned else ""),
        (tr("Visits booked"), str(value.booked)),
        (tr("Kept back"), str(value.reserved) if value.reserved else ""),
    ]


def _asked(value: ExtensionRequest) -> list[tuple[str, str]]:
    days = (
        tr("{first} to {last}", first=show_date(value.first), last=show_date(value.last))
        if value.first and value.last
        else ""
    )
    return [
        (tr("More visits"), str(value.visits) if value.visits else ""),
        (tr("Visits after the last day"), str(value.late) if value.late else ""),
        (tr("From, to"), days),
        (tr("Plan of care"), value.often),
    ]
