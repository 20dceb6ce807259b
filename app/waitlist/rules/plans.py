"""How many visits of a plan of care are still to be booked in a week. A week begins on Monday."""

from datetime import date, timedelta


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def missing(per_week: int, booked: int) -> int:
    """How many visits a week lacks; never below nought."""
    return max(0, per_week - booked)
