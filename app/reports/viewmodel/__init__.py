"""The state of the reports' screens: the report of a day, and a paper on its way out."""

from app.reports.viewmodel.day import ReportModel
from app.reports.viewmodel.output import Output, PrintSetup
from app.reports.viewmodel.receipts import ReceiptDesk

__all__ = ["Output", "PrintSetup", "ReceiptDesk", "ReportModel"]
