"""The day's money at the right of page 1: by method, what is owed, the drawer, the receipts' numbers."""

from typing import NamedTuple

from app.core.text import tr
from app.reports.layout.grid import ACCENT, ASIDE, CELL, INK, NAME, Type, span
from app.reports.layout.paper import Paper
from app.reports.rules import counts
from app.reports.rules.values import Drawer, EndOfDay
from app.reports.rules.words import money

METHODS = 6  # more methods than these are added up in one line


class MoneyLine(NamedTuple):
    """A line of the section: words, amount, look, and what is before it (`rule`, `gap` or nothing)."""

    text: str
    amount: str
    style: Type = CELL
    before: str = ""


def money_lines(report: EndOfDay) -> list[MoneyLine]:
    """The section's lines; a part without data is not there."""
    methods = counts.method_totals(report.receipts)
    lines = [MoneyLine(_counted(name, count), money(cents)) for name, count, cents in methods[:METHODS]]
    rest = methods[METHODS:]
    if rest:
        count, cents = sum(line[1] for line in rest), sum(line[2] for line in rest)
        lines.append(MoneyLine(_counted(tr("Other"), count), money(cents)))
    back = counts.reversed_cents(report.reversals)
    if back:
        lines.append(MoneyLine(_counted(tr("Earlier receipts made void"), len(report.reversals)), money(-back)))
    total = counts.collected(report.receipts) - back
    lines.append(MoneyLine(tr("Collected"), f"$ {money(total)}", NAME, "rule" if methods or back else ""))
    visits = sum(visit.paid for visit in report.visits)
    if visits != total + back:
        lines.append(MoneyLine(tr("Of it for today’s visits"), money(visits)))
    owing, owed = counts.due_unpaid(report.visits)
    if owing:
        text = tr("Due today, not paid (1 visit)") if owing == 1 else tr("Due today, not paid ({n} visits)", n=owing)
        lines.append(MoneyLine(text, money(owed)))
    return lines + (_drawer(report.drawer) if report.drawer else [])


def _counted(name: str, count: int) -> str:
    return tr("{method}, {count}", method=name, count=f"{count:,}")


def _drawer(drawer: Drawer) -> list[MoneyLine]:
    if not drawer.over:
        verdict = MoneyLine(tr("✓ The drawer agrees"), money(0), NAME, "rule")
    elif drawer.over < 0:
        verdict = MoneyLine(tr("▼ Short"), money(drawer.over), NAME._replace(ink=ACCENT), "rule")
    else:
        verdict = MoneyLine(tr("▲ Over"), money(drawer.over), NAME._replace(ink=ACCENT), "rule")
    return [
        MoneyLine(tr("Drawer: float + cash"), money(drawer.opening + drawer.cash), CELL, "gap"),
        MoneyLine(tr("Counted"), money(drawer.counted)),
        verdict,
    ]


def money_notes(report: EndOfDay) -> list[str]:
    """Small print: the drawer's reason, receipt numbers and voids."""
    notes = []
    if report.drawer and report.drawer.over and report.drawer.reason:
        notes.append(tr("Reason: “{reason}”", reason=report.drawer.reason))
    if report.receipts:
        notes.append(sentence_of_numbers(report))
    return notes


def sentence_of_numbers(report: EndOfDay) -> str:
    """Receipts 4,107–4,132, none missing, 1 void (4,109, wrong patient)."""
    numbers = sorted(receipt.number for receipt in report.receipts)
    gaps = counts.missing_numbers(report.receipts)
    voids = [receipt for receipt in report.receipts if receipt.void]
    first, last = f"{numbers[0]:,}", f"{numbers[-1]:,}"
    if not gaps:
        missing = tr("none missing")
    elif len(gaps) <= 3:
        missing = tr("missing: {numbers}", numbers=", ".join(f"{n:,}" for n in gaps))
    else:
        missing = tr("{count} numbers missing", count=f"{len(gaps):,}")
    said = tr("Receipts {first}–{last}, {missing}", first=first, last=last, missing=missing)
    if first == last:
        said = tr("Receipt {number}", number=first)
    if len(voids) == 1:
        return tr("{said}, 1 void ({number}, {why}).", said=said, number=f"{voids[0].number:,}", why=voids[0].void)
    return tr("{said}, {count} void.", said=said, count=len(voids)) if voids else f"{said}."


def _note_lines(paper: Paper, report: EndOfDay, room: float) -> list[str]:
    """Wrapped small print, at most three lines a note: the receipts' list has the whole of it."""
    out = []
    for note in money_notes(report):
        cut = paper.lines(note, room, ASIDE)
        out += cut if len(cut) <= 3 else [*cut[:2], tr("… in full beside the receipts")]
    return out


class MoneyPlan(NamedTuple):
    """Lines and wrapped notes of the section."""

    lines: list[MoneyLine]
    notes: list[str]


def plan(paper: Paper, report: EndOfDay) -> MoneyPlan:
    """Measure the section."""
    return MoneyPlan(money_lines(report), _note_lines(paper, report, span(8, 4)[1]))


def money_height(planned: MoneyPlan, step: float) -> float:
    """From its rule to the next section's."""
    extra = {"rule": 2.5, "gap": 5.0, "": 0.0}
    lines = sum(step + extra[line.before] for line in planned.lines)
    return 25 + lines + len(planned.notes) * ASIDE.lead + (2 if planned.notes else -2.5)


def money_section(paper: Paper, report: EndOfDay, planned: MoneyPlan, x: float, y: float, step: float) -> float:
    """Draw it; returns the y of the next section's rule."""
    end, room = y + money_height(planned, step), span(8, 4)[1]
    live = sum(not receipt.void for receipt in report.receipts)
    aside = tr("1 receipt") if live == 1 else tr("{count} receipts", count=f"{live:,}")
    y = paper.heading(x, y, room, tr("Money"), aside)
    for line in planned.lines:
        if line.before == "rule":
            paper.rule(x, y - step + 3.2, room, 0.4, INK)
            y += 2.5
        elif line.before == "gap":
            y += 5
        used = paper.put(x + room, y, line.amount, line.style, "r")
        paper.put(x, y, line.text, line.style, room=room - used - 4)
        y += step
    for note in planned.notes:
        paper.put(x, y - 1, note, ASIDE)
        y += ASIDE.lead
    return end
