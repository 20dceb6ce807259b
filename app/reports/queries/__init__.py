"""The values that papers are drawn from, filled by the questions the screens ask."""

from app.reports.queries.day import DayReport, end_of_day
from app.reports.queries.receipt import receipt

__all__ = ["DayReport", "end_of_day", "receipt"]
