"""Receipt: the upper half is the receipt, the lower half what the patient needs next; one fold, no scissors."""

from app.core.text import tr
from app.reports.layout.grid import ASIDE as SLANTED
from app.reports.layout.grid import (
    BODY,
    CELL,
    CELL_SOFT,
    FOOT,
    HEIGHT,
    INK,
    LEFT,
    LETTER,
    LETTER_HEADLINE,
    LETTER_STRONG,
    NAME,
    RIGHT,
    ROOM,
    SECTION,
    SMALL,
    TITLE,
    TOP,
    Type,
    span,
)
from app.reports.layout.paper import Paper
from app.reports.rules.sentences import receipt_headline
from app.reports.rules.values import Line, Receipt
from app.reports.rules.words import clock, long_day, money, plain_day, visit_day

HALF = HEIGHT / 2
SHOWN = 3  # next visits that fit below the fold beside the rules for changing them
MOST = 14  # lines of a kind; what is beyond them is added up in one line
DAY = Type(NAME.face, 12)


def receipt(value: Receipt) -> bytes:
    """One receipt as PDF, a Letter sheet to fold once. A reprint says COPY n beside the number."""
    paper = Paper(tr("Receipt {number}", number=f"{value.number:,}"), value.language)
    return paper.finish([lambda: _draw(paper, value)])


def _draw(paper: Paper, value: Receipt) -> None:
    y = _letterhead(paper, value)
    y = paper.headline(y + 30, [receipt_headline(value)], 3, LETTER_HEADLINE)
    why = tr("Void: {reason}", reason=value.void) if value.void else value.why
    if why:
        y = paper.para(LEFT, y, ROOM, why, LETTER)
    y += 20
    fold = max(HALF, _who(paper, value, y) + 76, _amounts(paper, value, y) + 66)
    _proof(paper, value, fold)
    _next(paper, value, fold)


def _letterhead(paper: Paper, value: Receipt) -> float:
    number = tr("Receipt no. {number}", number=f"{value.number:,}")
    if value.copy:
        number = tr("{number} · COPY {copy}", number=number, copy=value.copy)
    place = f"{value.clinic} · {value.location}" if value.location else value.clinic
    used = paper.put(RIGHT, TOP + 4, number, SECTION, "r")
    paper.squeeze(LEFT, TOP + 4, ROOM - used - 16, place, SECTION)
    when = tr("{day}, {time}", day=long_day(value.issued_at), time=clock(value.issued_at.time()))
    used = paper.put(RIGHT, TOP + 16, when, CELL_SOFT, "r")
    tax = tr("Tax ID {number}", number=value.tax_id) if value.tax_id else ""
    about = " · ".join(part for part in (value.address, value.phone, tax) if part)
    y = TOP + 16
    for line in paper.fold(about, ROOM - used - 12, CELL_SOFT):
        paper.put(LEFT, y, line, CELL_SOFT, room=ROOM - used - 12)
        y += 10
    paper.rule(LEFT, y - 2, ROOM, 0.4, INK)
    return y - 2


def _who(paper: Paper, value: Receipt, y: float) -> float:
    x, room = span(0, 4)
    facts = [(tr("Patient"), value.patient), (tr("MRN"), value.mrn)]
    if value.visit_at:
        at = value.visit_at
        facts.append((tr("Visit"), tr("{day}, {time}", day=plain_day(at), time=clock(at.time()))))
    for name, text in facts:
        paper.put(x, y, name, CELL_SOFT)
        for line in paper.fold(text, room, LETTER_STRONG):
            paper.put(x, y + 12.5, line, LETTER_STRONG, room=room)
            y += 12.5
        y += 20.5
    return y - 20.5


def _short(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(lines) <= MOST:
        return lines
    rest = lines[MOST - 1 :]
    return (*lines[: MOST - 1], Line(tr("{count} more lines", count=len(rest)), sum(line.cents for line in rest)))


def _amounts(paper: Paper, value: Receipt, y: float) -> float:
    """The lines and their sums. Many lines stand closer, and push the fold down before they are added up."""
    x, room = span(5, 7)
    charges, payments = _short(value.charges), _short(value.payments)
    step = max(9.5, min(15.0, (HALF - 72 - y - 20) / (len(charges) + len(payments) + 3)))
    size = 10.0 if step > 12 else 8.0
    paper.put(x + room, y - 3, tr("Amount, US dollars"), CELL_SOFT, "r")
    y += 12
    y = _lines(paper, charges, x, y, (step, size))
    y = _total(paper, Line(tr("Due today"), value.due), x, y, (step, size), ruled=True) + step * 0.4
    y = _lines(paper, payments, x, y, (step, size))
    y = _total(paper, Line(tr("Paid"), value.paid), x, y, (step, size), ruled=bool(value.payments))
    return _total(paper, Line(tr("Still owed"), max(value.due - value.paid, 0)), x, y, (step, size), ruled=False)


def _lines(paper: Paper, lines: tuple[Line, ...], x: float, y: float, look: tuple[float, float]) -> float:
    room, (step, size) = span(5, 7)[1], look
    for line in lines:
        used = paper.put(x + room, y, money(line.cents), LETTER.sized(size), "r")
        for index, part in enumerate(paper.fold(line.text, room - used - 14, LETTER.sized(size))):
            y += index and size * 1.2
            paper.put(x, y, part, LETTER.sized(size), room=room - used - 14)
        y += step
    return y


def _total(paper: Paper, line: Line, x: float, y: float, look: tuple[float, float], *, ruled: bool) -> float:
    room, (step, size) = span(5, 7)[1], look
    if ruled:
        paper.rule(x, y - step * 0.73, room, 0.4, INK)
        y += 1 if step > 12 else 2
    paper.put(x, y, line.text, LETTER_STRONG.sized(size))
    paper.put(x + room, y, money(line.cents), LETTER_STRONG.sized(size), "r")
    return y + step


def _proof(paper: Paper, value: Receipt, fold: float) -> None:
    """Check number, and a QR that holds it; no patient data in either."""
    digits = "".join(value.check.split()).upper()
    shown = " ".join(digits[k : k + 4] for k in range(0, len(digits), 4))
    paper.qr(LEFT, fold - 62, 38, f"frontdesk:receipt/{value.number}/{digits.lower()}")
    paper.put(LEFT + 46, fold - 54, tr("Check number of this receipt"), SMALL)
    paper.put(LEFT + 46, fold - 42, shown, SECTION)
    paper.para(LEFT + 46, fold - 30, 290, tr("Taken by {who}", who=value.taken_by), SMALL)
    paper.put(RIGHT, fold - 30, tr("Keep this for your HSA, tax or insurance."), CELL, "r")
    if fold == HALF:
        paper.dots(HALF)
        paper.put(RIGHT, HALF - 4, tr("fold"), SLANTED, "r")


def _next(paper: Paper, value: Receipt, fold: float) -> None:
    y = fold + 44 if fold == HALF else fold + 26
    shown = SHOWN if fold < FOOT - 240 else 1
    paper.put(LEFT, y, tr("Your next visits"), TITLE.sized(15))
    y += 14
    for visit in value.next_visits[:shown]:
        paper.rule(LEFT, y, ROOM, 0.35)
        paper.put(LEFT, y + 20, visit_day(visit.at), DAY, room=span(0, 5)[1], least=0.6)
        paper.put(span(5, 1)[0], y + 20, clock(visit.at.time()), DAY)
        paper.put(span(8, 1)[0], y + 20, visit.practitioner, BODY.sized(11), room=span(8, 4)[1])
        y += 32
    paper.rule(LEFT, y, ROOM, 0.35)
    y += 26
    if not value.next_visits:
        y = paper.para(LEFT, y - 6, span(0, 9)[1], _unbooked(value), LETTER) + 6
    elif len(value.next_visits) > shown:
        more = len(value.next_visits) - shown
        y = paper.para(LEFT, y, span(0, 9)[1], tr("{count} more are booked; ask us for the list.", count=more), LETTER)
    for text in (value.change_rule, value.questions):
        if text:
            y = paper.para(LEFT, y, span(0, 9)[1], text, LETTER) + 5


def _unbooked(value: Receipt) -> str:
    if value.phone:
        return tr("None is booked yet. Ask at the desk, or call {phone}.", phone=value.phone)
    return tr("None is booked yet. Ask at the desk.")
