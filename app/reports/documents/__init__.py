"""The papers themselves: a frozen value in, the bytes of a PDF out."""

from app.reports.documents.end_of_day import end_of_day
from app.reports.documents.receipt import receipt
from app.reports.documents.recovery_key import recovery_key

__all__ = ["end_of_day", "receipt", "recovery_key"]
