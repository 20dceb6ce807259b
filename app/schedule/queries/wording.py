"""What absences mean, in words: for the panels, the booking drawer and the worklists."""

from app.core.text import tr
from app.kit.money import show_short
from app.schedule.queries.rows import Absences
from app.schedule.rules import Consequence
from app.schedule.rules.attendance import Proposal


def absences_words(found: Absences) -> str:
    """In 180 days: late cancels 2 · missed visits 1 · waived 1; or that there was none."""
    if not found.counted and not found.waived:
        return tr("No late cancel and no missed visit in {days} days.", days=found.window_days)
    parts = [
        tr("late cancels {count}", count=found.late_cancels) if found.late_cancels else "",
        tr("missed visits {count}", count=found.no_shows) if found.no_shows else "",
        tr("waived {count}", count=found.waived) if found.waived else "",
    ]
    return tr("In {days} days: {what}", days=found.window_days, what=" · ".join(part for part in parts if part))


def proposal_words(made: Proposal) -> str:
    """What the clinic's rule says about one absence."""
    told = {"number": made.number, "days": made.window_days}
    if made.spared:
        return tr("Absence {number} in {days} days: a warning. This payer allows no fee.", **told)
    match made.consequence:
        case Consequence.FEE:
            amount = show_short(made.cents)
            return tr("Absence {number} in {days} days: {amount} fee under this clinic’s rule.", amount=amount, **told)
        case Consequence.WARN:
            return tr("Absence {number} in {days} days: a warning under this clinic’s rule.", **told)
        case Consequence.REVIEW:
            return tr("Absence {number} in {days} days: the director looks at it.", **told)
        case _:
            return tr("Absence {number} in {days} days: it is counted, nothing follows.", **told)
