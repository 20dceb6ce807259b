"""Reports on screen: the page of the day's report, and the preview that every paper shares."""

from app.reports.view.page import ReportsPage
from app.reports.view.preview import Preview

__all__ = ["Preview", "ReportsPage"]
