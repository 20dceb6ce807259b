"""The sentences of the papers. They are rules over counts, never free text, and never blame anybody."""

from app.core.text import tr
from app.reports.rules.counts import Rate, Tally, due_unpaid, tally
from app.reports.rules.measures import Measure
from app.reports.rules.values import Drawer, EndOfDay, Outcome, Receipt, Tomorrow, VisitRow
from app.reports.rules.words import dollars, money, number, sentence


def headline(report: EndOfDay) -> list[str]:
    """The sentences on top, most important first; a page too narrow for all drops from the end."""
    day = tally(report.visits)
    parts = [_attended(day), _missed(day), _money(report), _tomorrow(report.tomorrow)]
    return [part for part in parts if part]


def _attended(day: Tally) -> str:
    if not day.scheduled:
        return tr("No visits were booked.")
    if day.attended == day.scheduled:
        return (
            tr("All {count} visits were attended.", count=f"{day.scheduled:,}")
            if day.scheduled > 1
            else tr("The one visit of the day was attended.")
        )
    if day.open:
        return tr(
            "{came} of {booked} visits were attended, {open} still open.",
            came=f"{day.attended:,}",
            booked=f"{day.scheduled:,}",
            open=number(day.open),
        )
    return tr("{came} of {booked} visits were attended.", came=f"{day.attended:,}", booked=f"{day.scheduled:,}")


def _missed(day: Tally) -> str:
    parts = [part for part in (_noshow(day.noshow), _late(day), _left(day.left)) if part]
    if not parts and day.cancelled:
        parts = [
            tr("{count} were cancelled in time", count=number(day.cancelled))
            if day.cancelled > 1
            else tr("one was cancelled in time")
        ]
    return sentence("; ".join(parts)) + "." if parts else ""


def _noshow(count: int) -> str:
    if not count:
        return ""
    return tr("one patient did not show") if count == 1 else tr("{count} patients did not show", count=number(count))


def _late(day: Tally) -> str:
    if not day.late:
        return ""
    if not day.holes:
        return tr("one cancelled late") if day.late == 1 else tr("{count} cancelled late", count=number(day.late))
    if day.late == 1:
        return tr("the one late cancel was refilled") if day.refilled else tr("the one late cancel was not refilled")
    if not day.refilled:
        return tr("of {late} late cancels, none was refilled", late=number(day.late))
    if day.refilled == 1:
        return tr("of {late} late cancels, one was refilled", late=number(day.late))
    return tr("of {late} late cancels, {filled} were refilled", late=number(day.late), filled=number(day.refilled))


def _left(count: int) -> str:
    if not count:
        return ""
    return tr("one left unseen") if count == 1 else tr("{count} left unseen", count=number(count))


def _money(report: EndOfDay) -> str:
    if report.drawer is not None:
        return _drawer(report.drawer)
    owing, cents = due_unpaid(report.visits)
    if owing:
        return (
            tr("One visit still owes {money}.", money=dollars(cents))
            if owing == 1
            else tr("{count} visits still owe {money}.", count=sentence(number(owing)), money=dollars(cents))
        )
    return tr("Nothing due today is unpaid.") if any(visit.due for visit in report.visits) else ""


def _drawer(drawer: Drawer) -> str:
    if not drawer.over:
        return tr("The drawer agrees.")
    if drawer.over < 0:
        return tr("The drawer is {money} short.", money=dollars(-drawer.over))
    return tr("The drawer is {money} over.", money=dollars(drawer.over))


def _tomorrow(tomorrow: Tomorrow | None) -> str:
    if tomorrow is None or not tomorrow.visits:
        return ""
    count = len(tomorrow.items)
    if not count:
        return tr("Every visit tomorrow is ready.")
    if count == 1:
        return tr("One visit tomorrow is not ready.")
    return tr("{count} visits tomorrow are not ready.", count=sentence(number(count)))


def lost_heading(count: int) -> str:
    """What a director says: nine visits that did not happen."""
    if count == 1:
        return tr("One visit that did not happen")
    return tr("{count} visits that did not happen", count=sentence(number(count)))


def lost_aside(day: Tally) -> str:
    """The heading's split: 3 no-shows · 3 late cancels · 2 earlier · 1 left."""
    parts = (
        (day.noshow, tr("1 no-show"), tr("{count} no-shows", count=day.noshow)),
        (day.late, tr("1 late cancel"), tr("{count} late cancels", count=day.late)),
        (day.cancelled, tr("1 earlier"), tr("{count} earlier", count=day.cancelled)),
        (day.left, tr("1 left"), tr("{count} left", count=day.left)),
    )
    return " · ".join(one if count == 1 else many for count, one, many in parts if count)


def total_line(day: Tally) -> str:
    """The list's last line: every visit in exactly one word."""
    parts = (
        (day.attended, tr("{count} attended", count=f"{day.attended:,}")),
        (day.noshow, tr("{count} no-show", count=f"{day.noshow:,}")),
        (day.late, tr("{count} late cancel", count=f"{day.late:,}")),
        (day.cancelled, tr("{count} cancelled earlier", count=f"{day.cancelled:,}")),
        (day.left, tr("{count} left unseen", count=f"{day.left:,}")),
        (day.open, tr("{count} still open", count=f"{day.open:,}")),
    )
    said = ", ".join(word for count, word in parts if count)
    booked = tr("1 visit") if day.scheduled == 1 else tr("{count} visits", count=f"{day.scheduled:,}")
    return f"{booked}: {said}" if said else booked


def outcome_word(row: VisitRow) -> str:
    """The board's own word for how a visit ended, or for where it stands."""
    words = {
        Outcome.ATTENDED: tr("Checked out"),
        Outcome.NOSHOW: tr("No-show"),
        Outcome.LATE_CANCEL: tr("Late cancel"),
        Outcome.CANCELLED: tr("Cancelled"),
        Outcome.LEFT: tr("Left unseen"),
        Outcome.OPEN: tr("Still open"),
    }
    return row.state or words[row.outcome]


def paid_word(row: VisitRow) -> str:
    """The list's money cell: blank where nothing was due, the amount paid, or what is owed."""
    if row.outcome is Outcome.ATTENDED and row.due > row.paid:
        return tr("owes {money}", money=money(row.due - row.paid))
    return money(row.paid) if row.paid or (row.due and row.outcome is Outcome.ATTENDED) else ""


def rate_name(measure: Measure) -> str:
    """A figure's name."""
    return {
        Measure.ARRIVED: tr("Arrived"),
        Measure.NOSHOW: tr("No-show"),
        Measure.LATE_CANCEL: tr("Late cancel"),
        Measure.CANCELLED: tr("All cancels"),
        Measure.SAME_DAY_FILL: tr("Same-day fill"),
        Measure.UTILIZATION: tr("Utilization"),
        Measure.COLLECTED: tr("Collected at desk"),
    }[measure]


def rate_meaning(measure: Measure) -> str:
    """What a figure divides by what; stands under it, always."""
    return {
        Measure.ARRIVED: tr("Visits attended / visits scheduled today."),
        Measure.NOSHOW: tr("Ended no-show / scheduled; late cancels apart."),
        Measure.LATE_CANCEL: tr("Cancelled inside the late limit / scheduled."),
        Measure.CANCELLED: tr("Cancelled early or late / visits scheduled."),
        Measure.SAME_DAY_FILL: tr("Late holes attended by another / all such holes."),
        Measure.UTILIZATION: tr("Attended provider minutes / template minutes less blocks."),
        Measure.COLLECTED: tr("Collected at the visit / due at the visit."),
    }[measure]


def rate_parts(rate: Rate) -> str:
    """Numerator of denominator in the measure's own unit."""
    if rate.measure is Measure.UTILIZATION:
        return tr("{n} of {d} h", n=f"{rate.numerator / 60:.0f}", d=f"{rate.denominator / 60:.0f}")
    if rate.measure is Measure.COLLECTED:
        return tr("of ${d}", d=f"{rate.denominator / 100:,.0f}")
    return tr("{n} of {d}", n=f"{rate.numerator:,}", d=f"{rate.denominator:,}")


def receipt_headline(receipt: Receipt) -> str:
    """Paid or owed, in one sentence."""
    owed = receipt.due - receipt.paid
    if receipt.void:
        return tr("This receipt is void. No payment counts from it.")
    if owed > 0:
        return (
            tr("Paid: {paid}. Still owed: {owed}.", paid=dollars(receipt.paid), owed=dollars(owed))
            if receipt.paid
            else tr("Nothing was paid today. Still owed: {owed}.", owed=dollars(owed))
        )
    if owed < 0:
        return tr("Paid: {paid}, {over} more than was due.", paid=dollars(receipt.paid), over=dollars(-owed))
    return (
        tr("Paid in full: {paid}. Nothing is owed for today.", paid=dollars(receipt.paid))
        if receipt.paid
        else tr("Nothing was due today.")
    )
