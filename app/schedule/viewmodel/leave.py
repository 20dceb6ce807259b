"""How an authorization's count is said: what is left, until when."""

from datetime import date, timedelta

from app.core.text import tr
from app.insurance.rules import AuthorizationStatus
from app.kit.dates import show_date
from app.schedule.queries.ledger import LedgerRow

#: an authorization runs out soon: so few visits are left, or so few days
FEW_LEFT, SOON = 2, timedelta(days=7)


def count_words(row: LedgerRow, today: date) -> tuple[str, str, str]:
    """The glyph, the ink and the count of an authorization: what is left, until when."""
    given, left = row.authorization, row.ledger.left
    past = -(left + row.ledger.offered)  # what is only offered is not booked past anything
    ends = show_date(given.ends_on)
    if given.status is AuthorizationStatus.DRAFT:
        return "clock", "info", tr("Asked for: {visits} visits, until {day}", visits=given.visits, day=ends)
    if given.status is not AuthorizationStatus.ACTIVE or given.ends_on < today:
        return "x", "text3", tr("Ended {day}", day=ends)
    if past > 0:
        return (
            "triangle",
            "bad",
            tr("{count} booked past the {visits}, until {day}", count=past, visits=given.visits, day=ends),
        )
    words = tr("{left} of {visits} left, until {day}", left=max(0, left), visits=given.visits, day=ends)
    if row.ledger.offered:
        words = f"{words} · {tr('{count} offered', count=row.ledger.offered)}"
    soon = left <= FEW_LEFT or given.ends_on - today < SOON
    return ("triangle", "warn", words) if soon else ("check", "ok", words)


def ink_role(ink: str) -> str:
    """The role of a label that says something in an ink."""
    return {"bad": "error", "text3": "note", "info": "note"}.get(ink, ink)
