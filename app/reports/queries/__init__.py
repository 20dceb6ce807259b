"""The values that papers are drawn from, filled by the questions the screens ask."""

from app.reports.queries.day import DayReport, end_of_day
from app.reports.queries.receipt import receipt
from app.reports.queries.sheets import schedule_sheet

__all__ = ["DayReport", "end_of_day", "receipt", "schedule_sheet"]
